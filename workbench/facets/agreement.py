"""Whether the subject beside an Arabic verb is feminine, with which its past form would agree."""

from __future__ import annotations

from workbench.facets.cues import Stances, stances
from workbench.facets.reading import Reading
from workbench.language.world import world


def has_feminine(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether the subject beside a verb is feminine: the past form would show it."""
    counted = at + 1 < len(reading.tokens) and reading.tokens[at + 1].is_number
    beside = (at + 2,) if counted else (_head_before(reading, at), at + 1)
    return any(_is_feminine(reading, cues, each) for each in beside)


def _is_feminine(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word is feminine by its ending, where its dots are kept only with them; or as the
    name of a country or town."""
    word = reading.word(at)
    if word in cues.feminine_words or (word not in cues.masculine and _is_place(reading, at)):
        return True
    if not word.endswith(cues.feminine) or word in cues.masculine:
        return False
    return reading.raw(at).endswith(cues.feminine_marks) or not reading.once(_is_dotted)


def _is_place(reading: Reading, at: int) -> bool:
    """Whether a country or town is named at a word."""
    hit = reading.hit_at.get(at)
    entries = [entry for entry in hit.entries if entry.kind == "place"] if hit is not None else ()
    kinds = (world().places.get(entry.name, ("", ""))[0] for entry in entries)
    return any(kind in {"country", "city"} for kind in kinds)


def _is_dotted(reading: Reading) -> bool:
    """Whether a text keeps the endings apart that careless typing makes one (ة and ه)."""
    marks = stances(reading.pack).feminine_marks
    return any(token.text.endswith(marks) for token in reading.tokens)


def _head_before(reading: Reading, at: int) -> int:
    """The noun before a verb that it agrees with: of "the number of cases" the number."""
    last, head = at - 1, at - 2
    construct = reading.is_definite(last) and reading.joined(last) and head >= 0
    if not construct or reading.is_definite(head) or reading.is_small(head):
        return last
    return last if reading.verb(head) is not None else head
