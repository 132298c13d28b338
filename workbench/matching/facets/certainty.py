"""How sure a statement is of what it foretells, and whether what it tells is done."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.statement.posts import plain
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement
from workbench.matching.wording.wording import is_action

_LASTS = "sense:stay"


def possibility(statement: Statement) -> str:
    """The word that says that what is foretold is only possible ("may", قد), no month; or none."""
    code = pack_for(statement.language).code
    written = lexemes_of(code).of(plain(statement.text))
    possible = senses_of(code).possible
    found = (
        word.text
        for at, word in enumerate(written)
        if word.folded in possible and not (word.capital and at)
    )
    return next(found, "")


def find_lasting(
    here: Statement, there: Statement, shared: Iterable[tuple[Word, Word]]
) -> tuple[str, str]:
    """The verb by which one tells that a state lasts, where the other tells by a phrase how it
    came about: "*remains* in prison", "was sent to prison"."""
    told = ["", ""]
    for side, (own, other) in enumerate(((here, there), (there, here))):
        deed = own.facets.action
        lasts = _LASTS in senses_of(pack_for(own.language).code).meanings(deed, deed)
        if lasts and any(
            pair[1 - side].parts
            and is_action(pair[1 - side], other.facets.action)
            and not is_action(pair[side], deed)
            for pair in shared
        ):
            told[side] = deed
    return told[0], told[1]


def unfinished(statement: Statement) -> str:
    """The words that say that something is still being done ("being built", يجري بناء), or none;
    what is done once it is announced ("being recalled") is as good as done."""
    reading = reading_of(statement)
    code = pack_for(statement.language).code
    marks, announced = senses_of(code).unfinished, groups().announced
    for at in range(len(reading.tokens) - 1):
        form = reading.verb(at + 1) if reading.word(at) in marks else None
        if form is None or not (form.noun or form.tense in {"past", "participle"}):
            continue
        deed = lexemes_of(code).of(reading.raw(at + 1))
        if all(announced.isdisjoint(word.meanings) for word in deed):
            return f"{reading.raw(at)} {reading.raw(at + 1)}"
    return ""
