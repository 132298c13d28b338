"""What "has" tells with its participle: what was done, what still is, and "has" written short."""

from __future__ import annotations

from workbench.facets.cues import Stances
from workbench.facets.reading import Reading
from workbench.language.verbs import VerbForm


def has_done(reading: Reading, cues: Stances, at: int, form: VerbForm) -> bool:
    """Whether a participle stands between "'s" and its object, which is "has" then: "snow's *closed
    the* road", but "the firm's *closed* plant", "he's *called* the Rock"."""
    if not cues.owning or form.tense not in {"past", "participle"} or form.verb in cues.naming:
        return False
    head = reading.verb(0) if at == 2 else None
    if head is not None and head.tense == "base":
        return False  # "*Let's spread* the prosperity"
    object_ = reading.is_article(at + 1) or reading.word(at + 1) in cues.owning
    return object_ and reading.is_possessive(at - 1) and reading.joined(at) and at > 1


def has_participle(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a participle follows "has", adverbs between them left out."""
    after = at + 1
    while True:
        width = cues.adverb_phrases.width(reading, after)
        passive = reading.word(after) in cues.passive_auxiliaries
        if not width and (passive or not is_adverb(reading, cues, after)):
            break
        after += width or 1
    form = reading.verb(after)
    if form is None:
        return bool(cues.verb_endings) and reading.word(after).endswith(cues.verb_endings)
    same = form.tense == "base" and form.verb in cues.unchanging
    return same or form.tense in {"past", "participle"}


def of_perfect(reading: Reading, cues: Stances, at: int) -> str:
    """The tense of "has": with its participle, or what has "yet to" be done, of the past."""
    open_ = bool(cues.undone.width(reading, at + 1))
    return "past" if open_ or has_participle(reading, cues, at) else "present"


def endures(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a perfect tells what still is: "has *worked* there since May", "have *been* on strike
    for two weeks"; "has been closed since" tells what was done."""
    if reading.word(at) not in cues.perfect_auxiliaries or not cues.enduring:
        return False
    verb = at + 1
    while reading.word(verb) in cues.adverbs and reading.word(verb) not in cues.passive_auxiliaries:
        verb += 1
    form, behind = reading.verb(verb), reading.verb(verb + 1)
    if form is None:
        return False
    being = reading.word(verb) in cues.passive_auxiliaries
    being = being and (behind is None or behind.tense not in {"past", "participle", "gerund"})
    if not (being or form.verb in cues.enduring):
        return False
    size = len(reading.tokens)
    return any(
        cues.enduring_marks.width(reading, mark)
        or (
            reading.word(mark) in cues.enduring_lengths
            and mark + 1 < size
            and reading.tokens[mark + 1].is_number
        )
        for mark in range(verb + 1, size)
    )


def is_adverb(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word only says when or how, by a list or its ending."""
    word = reading.word(at)
    return word in cues.adverbs or word.endswith(cues.adverb_endings)
