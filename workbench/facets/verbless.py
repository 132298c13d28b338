"""What kind of statement a text makes that has no verb: its state, or what a noun reports.

A verbal noun at its head tells what happened ("postponement of …"), a definite noun with a word
that says what it is tells what is (الطريق مغلقة); else it shares the time of the sentence it
stands in.
"""

from __future__ import annotations

from workbench.facets.cues import Stances, pauses, stances
from workbench.facets.reading import GivenNames, Reading
from workbench.facets.tenses import finite_tense, is_infinitive, last_tense, opens_speech
from workbench.facets.types import Modality
from workbench.language.verbs import VerbForm, verb_form

_NEAR = 6
"""Words before a claim in which the one is looked for that promises it."""
_SHORTEST = 2
"""Words of a sentence without a verb, at least."""
_SHAPE_REACH = 3
"""Words between a verb of speech and its object, at most."""
OF_TENSE = {
    "past": Modality.PAST_FACT,
    "present": Modality.PRESENT_FACT,
    "future": Modality.PREDICTION,
}


def without_verb(
    reading: Reading, cues: Stances, before: Reading | None, around: Reading | None
) -> Modality:
    """What a text says that has no finite verb.

    ``before`` are the words of its sentence before it, ``around`` those before its last part.
    """
    told = Modality.PLEDGE if before is not None and _promised(before, cues) else None
    told = told or _by_gerund(reading, cues)
    if any(_is_awaited(reading, cues, at) for at in range(1, len(reading.tokens))):
        told = told or Modality.PREDICTION
    if told is not None:
        return told
    if reading.is_in(0, cues.pronouns) or cues.state_nouns.width(reading, 0):
        return Modality.PRESENT_FACT
    head = reading.verb(0)
    event = head is not None and head.tense == "noun"
    if event and reading.is_definite(0) and before is not None and _is_announced(before, cues):
        return Modality.PAST_FACT  # "announced the arrest of …" (أعلنت القبض على)
    if not cues.past_phrases.find(reading) and is_nominal(reading, cues):
        return Modality.PRESENT_FACT
    event = event or bool(cues.past_phrases.find(reading))
    # "Leaving the lead to them" (تاركا) hangs on what was done.
    event = event or (bool(before or around) and _is_passing(reading, cues, 0))
    if event or any(_is_participle(reading, cues, at) for at in range(len(reading.tokens))):
        return Modality.PAST_FACT
    acting = any(_is_gerund(reading, at) for at in range(len(reading.tokens)))
    return _by_sentence(cues, before, around, acting=acting)


def _is_awaited(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether an adjective says of a noun that it is still to come: أمطار متوقعة."""
    if reading.word(at) not in cues.awaited or reading.word(at - 1) in cues.predicate_negators:
        return False
    return not reading.is_small(at - 1) and not pauses(reading, at)


def _by_gerund(reading: Reading, cues: Stances) -> Modality | None:
    """What a form in -ing near the head says: "with the bank *expecting* it to rise"."""
    for at in range(min(_NEAR, len(reading.tokens))):
        if _is_gerund(reading, at) and at not in reading.in_hit:
            form = reading.verb(at)
            foretelling = form is not None and form.verb in cues.foretelling
            return Modality.PREDICTION if foretelling else None
    return None


def _is_gerund(reading: Reading, at: int) -> bool:
    form = reading.verb(at)
    return form is not None and form.tense == "gerund"


def _by_sentence(
    cues: Stances, before: Reading | None, around: Reading | None, *, acting: bool
) -> Modality:
    """What the verbs of the sentence say of a part that has none."""
    if before is not None and _is_announced(before, cues):
        return Modality.PAST_FACT
    around = around or before
    tense = last_tense(around, cues, acting=acting) if around is not None else None
    return OF_TENSE.get(tense or "present", Modality.PRESENT_FACT)


def is_nominal(reading: Reading, cues: Stances) -> bool:
    """Whether a definite noun stands at the head that a word without a verb describes: الطريق
    مغلقة, توزيع المساعدات مستمر; a name may be a part of something longer."""
    if not cues.verbless or len(reading.tokens) < _SHORTEST:
        return False
    if reading.is_definite(0):
        return not any(_is_passing(reading, cues, at) for at in range(1, len(reading.tokens)))
    return any(is_predicate(reading, cues, at) for at in range(1, len(reading.tokens)))


def _is_passing(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether an active participle tells what somebody did meanwhile (مرتفعاً), not what they are
    (متصدراً)."""
    form = participle_of(reading, cues, at)
    return form is not None and form.verb not in cues.lasting


def participle_of(reading: Reading, cues: Stances, at: int) -> VerbForm | None:
    """The verb of an active participle that stands as an object (قاطعاً, معتبرة), if it is one."""
    if not reading.raw(at).endswith((*cues.accusatives, *cues.feminine_marks)):
        return None
    for shape, verb in cues.participle_shapes:
        found = shape.fullmatch(reading.word(at))
        form = verb_form(verb.format(*found.groups()), reading.pack) if found else None
        if form is not None:
            return form
    return None


def is_predicate(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether an indefinite adjective or participle stands at a token, behind a definite noun."""
    word = reading.word(at)
    noun = at - 1 - (reading.word(at - 1) in cues.predicate_negators)
    if at in reading.in_hit or pauses(reading, at) or not is_definite_noun(reading, noun):
        return False
    if len(reading.clitics(at)) > 1 or reading.is_small(at) or reading.verb(at) is not None:
        return False
    if reading.raw(at).endswith(cues.accusatives) or reading.is_definite(at + 1):
        return False
    if not _ends_phrase(reading, cues, at + 1):
        return False  # "the city, *centre* of a province" (الفاشر مركز ولاية)
    shaped = any(shape.fullmatch(word) for shape in cues.predicate_shapes)
    return shaped and word not in reading.pack.derived(GivenNames).given


def _ends_phrase(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether what stands at a token goes on with no noun: the end, a pause, a preposition."""
    if at >= len(reading.tokens) or pauses(reading, at) or reading.is_small(at):
        return True
    small = reading.word(at) in cues.determiners or reading.word(at) in cues.adverbs
    cased = len(reading.clitics(at)) > 1 and reading.word(at)[0] in reading.pack.language.cases
    return small or cased or reading.raw(at).endswith(cues.accusatives)


def is_definite_noun(reading: Reading, at: int) -> bool:
    """Whether a noun at a token is definite: by its article, a pronoun on it, or as a name."""
    if at < 0 or (at not in reading.in_hit and reading.is_small(at)):
        return False
    owned = reading.word(at).endswith(stances(reading.pack).owners)
    return reading.is_definite(at) or at in reading.in_hit or owned


def _is_announced(before: Reading, cues: Stances) -> bool:
    """Whether the words right before are "X announced" and what follows is its object."""
    last = len(before.tokens) - 1
    if opens_speech(before, cues, last) or before.tail.rstrip()[-1:] in '"«“:،,':
        return False
    for at in range(last, max(-1, last - _SHAPE_REACH - 1), -1):
        form = before.verb(at)
        if form is not None and form.verb in cues.speech:
            return finite_tense(before, cues, at) == "past"
        if form is not None or before.word(at) in before.pack.language.stop_words:
            return False
    return False


def _is_participle(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a passive participle, or a result in -ing ("killing 14"), tells of the past."""
    form = reading.verb(at)
    if form is None or form.verb in cues.stative or is_infinitive(reading, cues, at):
        return False
    if form.noun and reading.word(at - 1) in cues.determiners:
        return False  # "on the rise" (في تصاعد)
    if at == 0 and reading.capital(at) and len(reading.tokens) > 1 and not reading.is_small(1):
        return False  # "*United* host Brentford", not "*Born* in Jinja"
    behind = at > 0 and reading.word(at - 1) in cues.passive_auxiliaries
    return form.tense == "participle" or (form.tense == "past" and not behind)


def _promised(before: Reading, cues: Stances) -> bool:
    """Whether the words right before a claim promise it (متعهداً ب…)."""
    near = range(max(0, len(before.tokens) - _NEAR), len(before.tokens))
    for at in near:
        form = before.verb(at)
        if cues.pledge_phrases.width(before, at) or (form and form.verb in cues.pledges):
            return True
    return False
