"""What one word says of the statement that it stands in: a cue of the language pack, an auxiliary
or the tense of a verb."""

from __future__ import annotations

from workbench.facets.agreement import has_feminine
from workbench.facets.circumstance import follows_past
from workbench.facets.cues import Stances, pauses
from workbench.facets.described import only_describes
from workbench.facets.governed import of_attitude, opens_with_noun
from workbench.facets.perfects import endures, has_participle, is_adverb
from workbench.facets.quoted import DUTY_REACH, is_duty, is_judged, is_quoted_predicate
from workbench.facets.reading import Reading
from workbench.facets.tenses import (
    base_tense,
    compares,
    finite_tense,
    has_past_ending,
    is_either,
    is_plural_present,
    verb_behind,
    written_tense,
)
from workbench.facets.types import Modality
from workbench.facets.unsure_verbs import of_shape
from workbench.facets.verbless import OF_TENSE

_RECORD = 4
"""Words from a superlative to the word before its span, and on to its end."""
_BEEN = 8
"""Words from "be" to a particle of the past, less than."""
_BARRED = 6
"""Words behind "cannot" within which it is said until when."""
_THOUGHT = 4
"""Words behind "is" within which "to have" follows that puts it in the past."""


def said_at(reading: Reading, cues: Stances, at: int, before: Reading | None) -> Modality | None:
    """What the word at a token says of the statement, or nothing."""
    found = _telling(reading, cues, at, before)
    if found is None or _tells_nothing(reading, cues, at):
        return None
    return None if opens_with_noun(reading, cues, at, before) else found


def _telling(reading: Reading, cues: Stances, at: int, before: Reading | None) -> Modality | None:
    """What the word at a token would say in a place where it tells."""
    found = Modality.PREDICTION if _foresees_none(reading, cues, at) else None
    if found is None and reading.is_in(at, cues.telling):  # most words are none of these
        back = _looks_back(reading, cues, at)
        found = Modality.PAST_FACT if back else _by_phrase(reading, cues, at)
    if found is None and _is_supposed(reading, cues, at):
        found = Modality.PRESENT_FACT
    elif found is None and _has_been(reading, cues, at):
        found = Modality.PAST_FACT
    if found is not None:
        return found
    if reading.is_in(at, cues.would_or_had):
        return Modality.PAST_FACT if _had(reading, cues, at + 1) else _will(reading, cues, at)
    named = reading.capital(at) and (at or reading.raw(at).isalpha())  # Will Smith, but "We'll"
    if reading.is_in(at, cues.future_auxiliaries) and not named:
        return _will(reading, cues, at)
    if reading.is_in(at, cues.possible) and _is_particle(reading, cues, at):
        past = is_past(reading, at + 1) and not _may_be_present(reading, cues, at + 1)
        return Modality.PAST_FACT if past else Modality.PREDICTION
    if reading.is_in(at, cues.past_auxiliaries):
        return _behind_auxiliary(reading, cues, at + 1)
    return _of_verb(reading, cues, at, before)


def _is_supposed(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a participle tells what is held true: "a man *believed to* be in his 30s"."""
    form = reading.verb(at)
    held = form is not None and form.verb in cues.supposing
    return held and reading.word(at + 1) in cues.infinitives


def _looks_back(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether what is thought today is a thing of the past: "is believed to have fled"."""
    if reading.word(at) not in cues.passive_auxiliaries:
        return False
    for behind in range(at + 1, at + 1 + _THOUGHT):
        width = cues.perfect_infinitives.width(reading, behind)
        if width:
            return has_participle(reading, cues, behind + width - 1)
        form = reading.verb(behind)
        if pauses(reading, behind) or (form is not None and form.verb in cues.foretelling):
            return False
    return False


def _behind_auxiliary(reading: Reading, cues: Stances, at: int) -> Modality:
    """What a verb says whose auxiliary puts it in the past: لم يصل, كان متوقعا."""
    form = reading.verb(at)
    # Behind "did not" a past form is the present one of another verb: لم توقع, she did not sign.
    other = (
        form is not None and form.tense == "past" and reading.is_in(at - 1, cues.clause_negators)
    )
    if form is not None and form.verb in cues.foretelling and not other:
        return Modality.PREDICTION
    return Modality.PAST_FACT


def _tells_nothing(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word is part of a date, a comparison or a name, or only describes a noun."""
    clock = at > 0 and reading.word(at) in cues.clock_words
    dated = reading.is_beside_number(at) or (clock and reading.tokens[at - 1].is_number)
    supposed = _is_supposed(reading, cues, at)
    return (
        dated
        # "A man believed to be Eritrean *drowned*"
        or (supposed and verb_behind(reading, cues, at + 2))
        or _binds_figure(reading, cues, at)
        or compares(reading, cues, at)
        or _is_named(reading, cues, at)
        or only_describes(reading, cues, at)
    )


def _binds_figure(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a verb only binds a figure: ما يزيد على مليون."""
    return any(cues.bounds.width(reading, at - back) > back for back in (1, 2))


def _is_named(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word is the name of the body before it: "the party of Hope" (حزب الأمل)."""
    return reading.is_definite(at) and reading.is_in(at - 1, cues.named)


def _is_particle(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word of possibility stands there, and not the verb that looks so (فقد استقلاله)."""
    following = reading.verb(at + 1)
    whole = reading.word(at) in cues.possible
    return whole or (following is not None and following.tense != "noun")


def _by_phrase(reading: Reading, cues: Stances, at: int) -> Modality | None:
    if cues.pledge_phrases.width(reading, at):
        return Modality.PLEDGE
    if _foretells(reading, cues, at):
        return Modality.PREDICTION
    opined = _opines(reading, cues, at) or is_duty(reading, cues, at)
    if opined or is_quoted_predicate(reading, cues, at) or is_judged(reading, cues, at):
        return Modality.OPINION
    width = cues.present_phrases.width(reading, at)
    behind = at + width
    if behind < len(reading.tokens) and reading.tokens[behind].is_number:
        width = 0  # "Raymond Tull, *now* 51, was convicted in 2004"
    form = reading.verb(behind) if width else None
    if form is not None and of_attitude(form, cues):
        return None  # "now expects"
    if width and finite_tense(reading, cues, at + width) in {None, "present"}:
        return Modality.PRESENT_FACT
    return None


def _foretells(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a phrase that foretells begins there ("are set to", not "are to blame") or right
    behind a word of being ("are *projected to* grow")."""
    future = cues.future.width(reading, at)
    if future:
        return cues.opinion_phrases.width(reading, at) <= future
    being = reading.word(at) in cues.passive_auxiliaries
    return being and bool(cues.future.width(reading, at + 1))


def _opines(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a phrase of opinion begins there, and no adjective of a definite noun, which only
    tells it from others: الملفات *المرفوضة*."""
    width = cues.opinion_phrases.width(reading, at)
    if width != 1:
        record = reading.word(at) in cues.determiners and _holds_since(reading, cues, at + width)
        return width > 0 and not record
    told = at > 0 and reading.is_definite(at) and reading.is_definite(at - 1)
    return not told or pauses(reading, at)


def _holds_since(reading: Reading, cues: Stances, start: int) -> bool:
    """Whether a superlative says how far back it holds, which is no judgement: "the worst drought
    *in four decades*", "the best harvest *since 2009*"."""
    size = len(reading.tokens)
    link = next(
        (k for k in range(start, size)[:_RECORD] if reading.word(k) in cues.record_links), size
    )
    behind = range(link + 1, min(link + _RECORD, size))
    dated = behind.start < size and reading.tokens[behind.start].is_number
    return dated or any(reading.word(k) in cues.record_spans for k in behind)


def _will(reading: Reading, cues: Stances, at: int) -> Modality:
    unreal = reading.word(at) in cues.unreal and reading.word(at + 1) in cues.perfect_auxiliaries
    if unreal and has_participle(reading, cues, at + 1):
        return Modality.PAST_FACT  # "could have won", "may have fled"
    if _would_be_judged(reading, cues, at + 1):
        return Modality.OPINION
    unable = reading.word(at) in cues.unable or _withholds(reading, cues, at)
    if unable and _is_denied(reading, cues, at):
        return Modality.PAST_FACT
    promising = any(reading.word(back) in cues.first_person for back in (at - 1, at - 2))
    promising = promising or reading.word(at).startswith(cues.first_person_future or ("\0",))
    promising = promising or reading.word(at + 1).startswith(cues.first_person_present)
    return Modality.PLEDGE if promising else Modality.PREDICTION


def _had(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a participle stands there, be it behind adverbs: "he'd *left*", "she'd never *been*
    told", not "he'd leave"."""
    while is_adverb(reading, cues, at) and reading.word(at) not in cues.passive_auxiliaries:
        at += 1
    form = reading.verb(at)
    done = form is not None and form.tense in {"past", "participle"}
    return done and form is not None and form.verb != reading.word(at)  # "he'd *cut* taxes"


def _withholds(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether somebody who was asked "would not" say something, which is no forecast."""
    if reading.word(at) not in cues.unwilling:
        return False
    behind = at + 1 + bool(cues.negators.width(reading, at + 1))
    form = reading.verb(behind)
    verb = reading.word(behind) if form is None else form.verb
    return verb in cues.withholding


def _would_be_judged(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a deed is judged that nobody has done: "would *be foolish to* ignore this"."""
    judged = (behind for behind in range(at + 1, at + 3) if cues.judgements.width(reading, behind))
    behind = next(judged, None)
    deed = behind is not None and reading.word(behind + 1) in cues.infinitives
    return deed and reading.word(at) in cues.passive_auxiliaries


def _is_denied(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a negation stands in an auxiliary, behind it, or opens the text: "neither could"."""
    return any(cues.negators.width(reading, each) for each in (at, at + 1, 0))


def _of_verb(reading: Reading, cues: Stances, at: int, before: Reading | None) -> Modality | None:
    form = reading.verb(at)
    if form is None:
        return _of_unknown(reading, cues, at)
    tense = finite_tense(reading, cues, at)
    if _has_promised(reading, cues, at):
        return Modality.PLEDGE
    if tense is None and (cues.verb_first or not is_plural_present(reading, cues, at, form)):
        return None  # ونصف: where verbs come first, a base is no verb
    if tense is None and not cues.opinion_phrases.find(reading):
        tense = base_tense(reading, cues, at, form)
    if form.verb in cues.aims and tense == "present":
        denied = bool(cues.negators.width(reading, at - 1))
        return Modality.PRESENT_FACT if denied else Modality.PLEDGE
    if form.verb in cues.regarded and tense == "present" and _says_what_is(reading, cues, at):
        return Modality.PRESENT_FACT
    return of_attitude(form, cues) or _of_tense(reading, cues, at, tense, before)


def _has_been(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether "be" in the present and a particle of the past tell what has come about: أن *تكون*
    السلطات *قد* منعت دخولها."""
    form = reading.verb(at) if cues.verb_first else None
    if form is None or form.verb not in cues.auxiliaries or form.tense != "present":
        return False
    for behind in range(at + 1, min(at + _BEEN, len(reading.tokens) - 1)):
        if reading.is_in(behind, cues.possible):
            return is_past(reading, behind + 1) or reading.verb(behind + 1) is None
        if reading.is_in(behind, cues.complementisers):
            return False
    return False


def _foresees_none(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether "do not" stands there before a verb of forecast: "police *don't expect* it to
    reopen"."""
    width = cues.refusals.width(reading, at)
    form = reading.verb(at + width) if width else None
    return (form is not None and form.verb in cues.foretelling) or _is_barred(reading, cues, at)


def _is_barred(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether something "cannot" be before a day that is named: "talks *cannot begin before*
    October"."""
    width = cues.bars.width(reading, at)
    if not width:
        return False
    for behind in range(at + width, min(at + width + _BARRED, len(reading.tokens) - 1)):
        if pauses(reading, behind):
            return False
        if reading.word(behind) in cues.barred_until:
            return reading.capital(behind + 1) and reading.joined(behind + 1)
    return False


def _of_unknown(reading: Reading, cues: Stances, at: int) -> Modality | None:
    """What a word says that no table knows: by its ending, its vowel marks or its beginning."""
    if has_past_ending(reading, cues, at):
        return Modality.PAST_FACT
    behind = at == 0 or reading.is_definite(at - 1) or at - 1 in reading.in_hit
    written = written_tense(reading, cues, at) if behind else None
    return OF_TENSE[written] if written else of_shape(reading, cues, at)


def _has_promised(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether somebody has promised: "have pledged each family a house"."""
    if reading.word(at) not in cues.perfect_auxiliaries:
        return False
    behind = at + 1
    while reading.word(behind) in cues.adverbs:
        if reading.word(behind) in cues.passive_auxiliaries:
            return False  # "£2m has already *been* pledged"
        behind += 1
    form = reading.verb(behind)
    return form is not None and form.verb in cues.pledges


def _says_what_is(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether what is "regarded as" is no judgement: no clause follows, and no word of praise."""
    near = range(at + 1, min(at + DUTY_REACH, len(reading.tokens)))
    clause = any(reading.is_in(each, cues.complementisers) for each in near)
    judged = cues.opinion_phrases.find(reading) or cues.judgements.find(reading)
    return not clause and not judged


def _of_tense(
    reading: Reading, cues: Stances, at: int, tense: str | None, before: Reading | None
) -> Modality | None:
    if tense == "future" and reading.word(at).startswith(cues.first_person_future):
        return Modality.PLEDGE
    form = reading.verb(at)
    if tense == "past" and form is not None and form.verb in cues.becoming:
        lasts = finite_tense(reading, cues, at + 1) == "present" or form.verb in cues.staying
        return OF_TENSE["present" if lasts else "past"]
    if tense == "past" and endures(reading, cues, at):
        tense = "present"
    elif tense == "present" and follows_past(reading, cues, at, before):
        return Modality.PAST_FACT
    lasts = form is not None and form.verb in cues.concerning
    if tense == "present" and not lasts and cues.future_times.find(reading):
        return Modality.PREDICTION
    return OF_TENSE.get(tense or "")


def _may_be_present(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a past form is rather a present one, its subject feminine or its time to come: جولة
    ثانية قد *تعقد*, هدنة مدتها شهر قد *تدخل* حيز التنفيذ الأحد المقبل."""
    form = reading.verb(at)
    if form is None or not is_either(reading, cues, at, form):
        return False
    feminine = has_feminine(reading, cues, at) or has_feminine(reading, cues, at - 1)
    return feminine or bool(cues.future_times.find(reading))


def is_past(reading: Reading, at: int) -> bool:
    """Whether a past form stands at a token."""
    form = reading.verb(at)
    return form is not None and form.tense == "past"
