"""What a poll found: that some part of many think or say a thing is a fact, whatever they think."""

from __future__ import annotations

from workbench.facets.cues import Stances
from workbench.facets.reading import Reading
from workbench.facets.types import Modality

_SUBJECT = 10
"""Words of who was counted, at most: "More than 60% of registered voters in Ohio"."""

_PERCENT = "%"


def polled(reading: Reading, cues: Stances) -> Modality | None:
    """A fact, where a part of many is told to think or say something: "*62% of voters believe*
    the minister should go"; nothing otherwise."""
    if cues.verb_first or not _may_count(reading, cues):
        return None
    for at in range(1, min(_SUBJECT, len(reading.tokens))):
        form = reading.verb(at)
        if form is None or form.verb not in cues.opinions | cues.supposing | cues.speech:
            continue
        if form.tense == "gerund":
            continue  # "With 97% of precincts *reporting*, she led"
        if not any(_is_part(reading, cues, back, at) for back in range(at)):
            return None
        return Modality.PAST_FACT if form.tense == "past" else Modality.PRESENT_FACT
    return None


def _may_count(reading: Reading, cues: Stances) -> bool:
    """Whether any word of a part of many is there; most texts have none, which is quickly seen."""
    words = reading.places.keys()
    return _PERCENT in reading.text or not (
        words.isdisjoint(cues.parts_of_all) and words.isdisjoint(cues.cardinals)
    )


def _is_part(reading: Reading, cues: Stances, at: int, verb: int) -> bool:
    """Whether a part of many is counted there: "62%", "two-thirds of", "three in five"."""
    percent = reading.tokens[at].is_number and reading.gap(at + 1).startswith(_PERCENT)
    shared = at + 1 == verb or reading.word(at + 1) in cues.topics
    if percent or (shared and reading.word(at) in cues.parts_of_all):
        return True
    ratio = at > 0 and reading.word(at) in cues.placing
    return ratio and _counts(reading, cues, at - 1) and _counts(reading, cues, at + 1)


def _counts(reading: Reading, cues: Stances, at: int) -> bool:
    number = at < len(reading.tokens) and reading.tokens[at].is_number
    return number or reading.word(at) in cues.cardinals
