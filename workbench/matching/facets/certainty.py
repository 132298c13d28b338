"""How sure a statement is of what it foretells, and whether what it tells is done."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.facets.cues import stances
from workbench.facets.types import Modality
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.posts import plain
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement
from workbench.matching.wording.wording import is_action

_LASTS = "sense:stay"
_TIMETABLED = {Modality.PREDICTION, Modality.PRESENT_FACT}


def possibility(statement: Statement) -> str:
    """The word that says that what is told is only possible ("may", قد), no month; or none.

    One that says little elsewhere (light) says nothing of what is done: قد استقال.
    """
    code = pack_for(statement.language).code
    written = lexemes_of(code).of(plain(statement.text))
    possible = senses_of(code).possible
    done = statement.facets.modality is Modality.PAST_FACT
    found = (
        word.text
        for at, word in enumerate(written)
        if word.folded in possible and not (word.capital and at) and not (done and word.light)
    )
    return next(found, "")


def is_timetable(here: Statement, there: Statement, shared: Iterable[tuple[Word, Word]]) -> bool:
    """Whether one foretells what the other tells in the present of a timetable: "opens on Friday",
    تستمر المحادثات حتى أيار; not how much there is then."""
    both = here, there
    if {each.facets.modality for each in both} != _TIMETABLED:
        return False
    if any(not each.facets.times or each.facets.quantities for each in both):
        return False
    if any(map(possibility, both)) or not all(map(_is_told_by_verb, both)):
        return False
    meant = (
        one.meanings & other.meanings
        for one, other in shared
        if is_action(one, here.facets.action) and is_action(other, there.facets.action)
    )
    return any(not groups().timetabled.isdisjoint(each) for each in meant)


def _is_told_by_verb(statement: Statement) -> bool:
    """Whether what is foretold or told in the present is told by its verb: not "is open"."""
    if statement.facets.modality is not Modality.PRESENT_FACT:
        return True
    reading, action = reading_of(statement), cast_for(statement).action
    before = {reading.word(at) for at in range(action.start - 1, action.stop - 1)}
    return before.isdisjoint(stances(reading.pack).passive_auxiliaries)


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
