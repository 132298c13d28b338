"""What kind of statement a text makes: fact, forecast, promise, opinion, question.

The first word of the main clause that tells decides: a cue of the language pack or the tense of
a verb. A text without a verb takes its tense from a verbal noun at its head ("postponement of
…" reports what happened), from its time words, or from the verb of the sentence it stands in.
"""

from __future__ import annotations

from workbench.facets.actors.mentions import read_named
from workbench.facets.asked import concerns, of_asking_clause, of_taken_up, tells_worth
from workbench.facets.circumstance import results
from workbench.facets.cues import Stances, pauses, span_of, stances
from workbench.facets.governed import by_frame, by_governing, of_attitude
from workbench.facets.main_clause import main_clause
from workbench.facets.modal_words import is_past, said_at
from workbench.facets.polled import polled
from workbench.facets.quoted import (
    is_quoted_comment,
    is_verdict,
    judges_in_quotes,
)
from workbench.facets.reading import Reading, read
from workbench.facets.tenses import (
    finite_tense,
    is_infinitive,
)
from workbench.facets.types import Modality
from workbench.facets.unsure_verbs import by_ending, by_weak_verb
from workbench.facets.verbless import (
    participle_of,
    without_verb,
)
from workbench.language.ideas import ideas
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span


def read_modality(
    text: str, pack: LanguagePack, before: str = ""
) -> tuple[Modality, tuple[Span, ...]]:
    """The modality of the statement and the places of its hedges ("reportedly", نحو).

    Args:
        text: the statement.
        pack: its language.
        before: the words of its sentence that stand before it, if it is a part of one.
    """
    frame = read(before, pack) if before.strip() else None
    return modality_of(read_named(text, pack), frame)


def modality_of(
    reading: Reading,
    before: Reading | None = None,
    around: Reading | None = None,
    *,
    headline: bool = False,
    ahead: bool = False,
) -> tuple[Modality, tuple[Span, ...]]:
    """`read_modality` of a text that has been cut into words.

    ``around`` is the sentence up to the last piece of a text made of several. In a headline the
    present tells what has happened; ``ahead``: a time of the text is still to come, so that the
    present foretells.
    """
    cues = stances(reading.pack)
    hedges = tuple(
        span_of(reading, first, end)
        for first, end in cues.hedges.find(reading)
        if not (reading.word(first) in cues.possible and is_past(reading, end))
    )
    found = _modality(reading, cues, before, around)
    told = polled(reading, cues) if found is not Modality.QUESTION else None
    found = told or found
    verdict = told is None and found in {Modality.PAST_FACT, Modality.PRESENT_FACT}
    verdict = verdict and bool(
        is_verdict(reading, cues, before)
        or cues.praises.find(reading)
        or (not cues.verb_first and judges_in_quotes(reading, cues))
    )
    if verdict or (found is Modality.PRESENT_FACT and is_quoted_comment(reading)):
        found = Modality.OPINION
    if found is Modality.PRESENT_FACT and around is not None and results(around, cues):
        found = Modality.PAST_FACT
    if found is Modality.PAST_FACT and tells_worth(reading, cues):
        found = Modality.PRESENT_FACT
    lasting = cues.habits.find(reading) or concerns(reading, cues)
    if ahead and found is Modality.PRESENT_FACT and not lasting:
        found = Modality.PREDICTION
    elif headline and found is Modality.PRESENT_FACT:
        found = _in_headline(reading, cues)
    return found, hedges


def _in_headline(reading: Reading, cues: Stances) -> Modality:
    """What a headline in the present tells: "Ghana slashes forecast", "Egypt to raise prices"."""
    for at in range(len(reading.tokens)):
        form = reading.verb(at) if at not in reading.in_hit else None
        if form is None:
            continue
        base = form.tense == "base" and at > 0 and reading.word(at - 1) in cues.governing
        if base or is_infinitive(reading, cues, at):
            return Modality.PREDICTION
        if finite_tense(reading, cues, at) == "present":
            lasts = form.verb in cues.lasting or form.verb in cues.auxiliaries
            return Modality.PRESENT_FACT if lasts else Modality.PAST_FACT
    return Modality.PRESENT_FACT


def _modality(
    reading: Reading, cues: Stances, before: Reading | None, around: Reading | None
) -> Modality:
    if not reading.tokens:
        return Modality.PRESENT_FACT
    if _asks(reading, cues):
        return Modality.QUESTION
    opened = of_asking_clause(reading, cues)
    if opened is not None:
        return opened
    found = _by_manner(reading, cues) or _by_cues(reading, cues, before)
    if before is not None and found is Modality.PREDICTION:
        # "He vowed that tariffs would not be raised".
        found = Modality.PLEDGE if by_frame(before, cues) is Modality.PLEDGE else found
    elif before is not None and found in {None, Modality.PAST_FACT, Modality.PRESENT_FACT}:
        found = by_governing(reading, cues, before, found) or found
    if found is None and cues.verb_first and _is_to_come(reading, cues):
        return Modality.PREDICTION
    return found or without_verb(reading, cues, before, around)


def _is_to_come(reading: Reading, cues: Stances) -> bool:
    """Whether a text without a sure verb tells of a thing, no act, that is to be: جلسة تعقدها
    الأربعاء المقبل."""
    told = reading.verb(0) is None and not reading.is_definite(0) and not reading.is_small(0)
    return told and bool(cues.future_times.find(reading))


def _by_manner(reading: Reading, cues: Stances) -> Modality | None:
    """What a participle at the head of a text says that foretells, promises or judges: متوقعاً …"""
    thing = ideas(reading.word(0), reading.pack, listed=True)  # a refinery (مصفاة)
    form = participle_of(reading, cues, 0) if cues.verb_first and not thing else None
    return of_attitude(form, cues) if form is not None else None


def _asks(reading: Reading, cues: Stances) -> bool:
    last = reading.tail.rstrip(" \t\n\"'”»)]")[-1:]
    opens = bool(cues.questions.width(reading, 0))
    return last in cues.question_marks if last else opens


def _by_cues(reading: Reading, cues: Stances, before: Reading | None) -> Modality | None:
    """What the first telling word of the main clause says."""
    main = main_clause(reading)
    return (
        _first(reading, cues, before, [at for at, inside in enumerate(main) if inside])
        or _first(reading, cues, before, _told_beside(reading, cues, main))
        or by_weak_verb(reading, cues)
        or by_ending(reading, cues)
        or of_taken_up(reading, cues)
    )


def _told_beside(reading: Reading, cues: Stances, main: tuple[bool, ...]) -> list[int]:
    """The tokens beside the main clause that may tell; a condition of a mere noun does not: مجاعة
    وشيكة *ما لم* تدخل الشاحنات."""
    places: list[int] = []
    conditional = False
    for at, inside in enumerate(main):
        opens = at > 0 and not inside and cues.conditional.width(reading, at) > 0
        conditional = not inside and (conditional or opens)
        if not (inside or conditional):
            places.append(at)
    return places


_OBJECT = 3
"""Words from a verb of speech to one that describes its object, at least: its subject and that."""


def _first(
    reading: Reading, cues: Stances, before: Reading | None, places: list[int]
) -> Modality | None:
    """What the first telling one of some tokens says; a verb of speech yields to what is said."""
    spoken: Modality | None = None
    said = -1
    for at in places:
        found = said_at(reading, cues, at, before)
        if found is None:
            continue
        if spoken is None and _is_speech(reading, cues, at):
            spoken, said = found, at
        elif spoken is None or not _describes_object(reading, cues, said, at):
            return found
    return spoken


def _describes_object(reading: Reading, cues: Stances, said: int, at: int) -> bool:
    """Whether a verb only describes what somebody announced: أعلنت الوزارة خطة *تشمل* بناء 12
    مستشفى."""
    if not cues.verb_first or at - said < _OBJECT:
        return False
    between = range(said + 1, at)
    if any(reading.is_in(k, cues.complementisers) or pauses(reading, k) for k in between):
        return False
    noun = at - 1
    before = reading.verb(noun)
    plain = (before is None or before.tense == "noun") and not reading.is_definite(noun)
    form = reading.verb(at)
    present = form is not None and finite_tense(reading, cues, at) == "present"
    return plain and present and not (reading.is_small(noun) or pauses(reading, at))


def _is_speech(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a verb of speech stands at a token, or a passive one behind its auxiliary."""
    if reading.word(at) in cues.passive_auxiliaries:
        at += 1
        while reading.word(at) in cues.adverbs:
            at += 1
    form = reading.verb(at)
    return form is not None and form.verb in cues.speech
