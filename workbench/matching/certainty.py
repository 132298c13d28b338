"""How sure a statement is of what it foretells, and whether what it tells is done."""

from __future__ import annotations

from workbench.matching.contrasts import groups
from workbench.matching.lexemes import lexemes_of
from workbench.matching.posts import plain
from workbench.matching.readings import reading_of
from workbench.matching.senses import senses_of
from workbench.matching.types import Statement
from workbench.matching.words import pack_for


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


def unfinished(statement: Statement) -> str:
    """The words that say that a work is still being done ("being built", يجري بناء), or none; what
    takes no time ("being recalled") is as good as done."""
    reading = reading_of(statement)
    code = pack_for(statement.language).code
    marks, works = senses_of(code).unfinished, groups().works
    for at in range(len(reading.tokens) - 1):
        form = reading.verb(at + 1) if reading.word(at) in marks else None
        if form is None or not (form.noun or form.tense in {"past", "participle"}):
            continue
        if any(not works.isdisjoint(w.meanings) for w in lexemes_of(code).of(reading.raw(at + 1))):
            return f"{reading.raw(at)} {reading.raw(at + 1)}"
    return ""
