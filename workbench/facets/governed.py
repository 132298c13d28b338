"""What a statement hangs on says of it: foretold, promised, threatened, demanded, believed."""

from __future__ import annotations

from workbench.facets.cues import Stances, pauses, stances
from workbench.facets.reading import Reading
from workbench.facets.tenses import finite_tense
from workbench.facets.types import Modality
from workbench.facets.verbless import participle_of
from workbench.language.verbs import VerbForm

_BETWEEN = "…"
"""What parts the pieces of a text."""
_QUOTE = frozenset('"“«')
_FRAME_REACH = 12
"""Words before a noun in which the verb is looked for that governs it: a subject and its titles."""
_PHRASE = 4
"""Words of a phrase that ends in "that", less than."""
_NOUN = 2
"""Words before "that" among which a noun governs it."""
_ASIDE = 2
"""Commas of an aside between a verb and what hangs on it: تعهدت، *في بيان*، بسحب."""
_CLAUSE_REACH = 14
"""The same before "that": a subject and its titles may stand between."""


def by_governing(
    reading: Reading, cues: Stances, before: Reading, found: Modality | None
) -> Modality | None:
    """What the words of its sentence before a statement say of it, on which it hangs."""
    if _is_stipulated(reading, cues, before):
        return Modality.PREDICTION
    framed = by_frame(before, cues, found)
    if framed is Modality.PREDICTION and _is_believed(before, cues):
        # يعتقد أن النوع *انقرض*; يعتقد أن المدير *في قبرص*
        verbless = found is None and not any(
            reading.verb(at) and finite_tense(reading, cues, at)
            for at in range(len(reading.tokens))
        )
        if found is Modality.PAST_FACT or (verbless and reading.is_definite(0)):
            return found or Modality.PRESENT_FACT
    return framed or _by_governor(reading, cues, before, found)


def _is_believed(before: Reading, cues: Stances) -> bool:
    """Whether a verb of holding likely governs "that", where the verb comes first."""
    last = len(before.tokens) - 1
    near = range(last - 1, max(-1, last - 1 - _CLAUSE_REACH), -1)
    forms = (before.verb(at) for at in near)
    verb = next((form for form in forms if form is not None and form.tense != "noun"), None)
    return cues.verb_first and verb is not None and verb.verb in cues.believing


def _is_stipulated(reading: Reading, cues: Stances, before: Reading) -> bool:
    """Whether a verb hangs on "provided that" behind a pause, and not on whom one insists that
    something is so (شدد، …، على أن الرصيف جاهز)."""
    at = len(before.tokens) - 2
    opened = at > 0 and pauses(before, at) and cues.stipulations.width(before, at) == 2
    form = reading.verb(0)
    return bool(opened) and form is not None and form.tense == "present"


def by_frame(before: Reading, cues: Stances, told: Modality | None = None) -> Modality | None:
    """What a frame that ends in "that" says of the statement: foretold, promised, believed.

    A second "and that" hangs on the verb of the first. What is past by itself (``told``) stays so
    where nobody in particular believes it: يعتقد أنهم غرقوا.
    """
    last = len(before.tokens) - 1
    if last < 0 or not before.is_in(last, cues.complementisers) or _is_alleged(before, cues):
        return None
    if cues.opposing.width(before, last - 1):
        return None
    joined = before.word(last) not in cues.complementisers
    if joined or before.word(last - 1) in cues.conjunctions:
        earlier = (at for at in range(last - 2, -1, -1) if before.is_in(at, cues.complementisers))
        last = next(earlier, last)
    phrase = _of_noun(before, cues, last) or _of_phrase(before, cues, last)
    if told is Modality.PAST_FACT and cues.verb_first and _is_impersonal(before, cues, last):
        return None
    if phrase is not None:
        return phrase
    for at in range(last - 1, max(-1, last - 1 - _CLAUSE_REACH), -1):
        form = before.verb(at)
        finite = form is not None and finite_tense(before, cues, at) is not None
        held = form if finite else participle_of(before, cues, at)
        found = of_attitude(held, cues, governing=True) if held is not None else None
        # A participle that says nothing of it is a noun as likely (منظمة), but not behind a pause:
        # طالب بالتعويض، *مؤكدا* أن الخسائر كبيرة.
        adds = held is not None and held.verb in cues.speech and at > 0 and pauses(before, at)
        if finite or adds or found is not None:
            return found
    return None


_WIDTH_OF_AFTER = 2
"""Words of "after that" (بعد أن), behind which a verb follows."""


def opens_with_noun(reading: Reading, cues: Stances, at: int, before: Reading | None) -> bool:
    """Whether a word that may be a verb is a noun behind "that", which no verb follows but in
    "after that": "says that *raising* the price may…" (إن رفع السعر قد…)."""
    form = reading.verb(at) if at == 0 and cues.verb_first else None
    if form is None or before is None or not before.tokens:
        return False
    last = len(before.tokens) - 1
    # A past form stands only behind one with its pronoun (أنه): أن *أمن* المواطنين.
    plain = before.word(last) in cues.before_nouns and form.tense == "past"
    if not (form.noun or plain):
        return False
    opened = before.word(last) in cues.complementisers
    return opened and cues.following.width(before, last - 1) != _WIDTH_OF_AFTER


def _of_phrase(before: Reading, cues: Stances, last: int) -> Modality | None:
    """What a phrase that ends in "that" says: يمكن أن, يجب أن."""
    for back in range(1, _PHRASE):
        at = last - back
        if at < 0:
            return None
        whole = back + 1
        if cues.future.width(before, at) in {back, whole}:
            return Modality.PREDICTION
        if cues.opinion_phrases.width(before, at) in {back, whole}:
            return Modality.OPINION
    return None


def _is_impersonal(before: Reading, cues: Stances, last: int) -> bool:
    """Whether a verb of belief without a subject stands right before "that"."""
    form = before.verb(last - 1)
    return form is not None and form.tense == "present" and form.verb in cues.opinions


def _of_noun(before: Reading, cues: Stances, last: int) -> Modality | None:
    """What a noun right before "that" says: "their hope that" (أمله في أن)."""
    for at in range(last - 1, max(-1, last - 1 - _NOUN), -1):
        if before.word(at) in cues.hopes:
            return Modality.OPINION
        if before.word(at) in cues.fears:
            return Modality.PREDICTION
    return None


def _by_governor(
    reading: Reading, cues: Stances, before: Reading, found: Modality | None
) -> Modality | None:
    """What the verb says on which a statement without a finite verb hangs: "urged others to come".

    Behind a preposition that governs it, a noun may have a verb of its own (طالب بخطة تنقذ …);
    one that is written on to it has no verb behind it (بصرف).
    """
    last = len(before.tokens) - 1
    hangs = last >= 0 and before.is_in(last, cues.governing)
    opened = reading.is_in(0, cues.complementisers)
    ahead = _before_infinitive(reading, cues)
    finite = (finite_tense(reading, cues, at) for at in range(ahead))
    noun = _is_noun_at(reading, 0) or (hangs and not before.tail[-1:].isspace())
    noun = noun or (hangs and _is_base_at(reading, cues, 0))
    told = not opened and (reading.verb(0) if hangs else any(finite)) and not noun
    if told or _tells_of_noun(reading, cues, ahead) or _is_alleged(before, cues):
        return None
    reach = _FRAME_REACH if hangs or opened or _is_event(reading) else 1
    asides = _ASIDE if hangs and cues.verb_first else 0
    for at in range(last, max(-1, last - reach - 1), -1):
        if before.is_in(at, cues.governing) and at > last - 2:
            continue
        if cues.pledge_phrases.width(before, at):
            return Modality.PLEDGE
        form = before.verb(at) if at not in before.in_hit else None
        if form is None and reach > 1:
            form = participle_of(before, cues, at)  # …، مطالبا الحكومة بفتح
            form = form if form and of_attitude(form, cues, governing=True) else None
        if form is not None and (form.tense != "noun" or at == last):
            if form.verb in cues.warnings and hangs and found is None:
                return Modality.PREDICTION
            return of_attitude(form, cues, governing=True)
        asides -= pauses(before, at)
        if asides < 0 or (form is None and reach == 1):
            return None
    return None


def _tells_of_noun(reading: Reading, cues: Stances, ahead: int) -> bool:
    """Whether a text is a noun and what a clause behind a pause tells of it, which hangs on nothing
    before: "were called to | *Mill Lane, where a man was hurt*"."""
    if cues.verb_first:
        return False
    opens = (at for at in range(1, ahead) if cues.subordinators.width(reading, at))
    at = next(opens, ahead)
    acts = (finite_tense(reading, cues, k) for k in range(at + 1, ahead))
    apart = at < ahead and (pauses(reading, at) or _BETWEEN in reading.gap(at))
    return apart and any(acts)


def _before_infinitive(reading: Reading, cues: Stances) -> int:
    """Where the infinitive begins that somebody expects or wants, where subjects come first ("the
    economy *to grow* in the year that ends in June"), or words of judgement are quoted: "the
    ruling "biased and badly drafted"."""
    size = len(reading.tokens)
    if cues.verb_first:
        return size
    infinitives = (
        at
        for at in range(1, size - 1)
        if reading.word(at) in cues.governing
        and (form := reading.verb(at + 1)) is not None
        and form.tense == "base"
    )
    quoted = (at for at in range(1, size) if not _QUOTE.isdisjoint(reading.gap(at)))
    return min(next(infinitives, size), next(quoted, size))


def _is_alleged(before: Reading, cues: Stances) -> bool:
    """Whether a frame names what it denies, which is a fact: "dismissed the claim that"."""
    last = len(before.tokens) - 1
    alleged = last > 0 and cues.allegations.width(before, last - 1)
    return bool(alleged) and before.word(last) in cues.complementisers


def _is_event(reading: Reading) -> bool:
    """Whether the noun of an event opens a text, indefinite: توقعت المديرية تساقط ثلوج."""
    return _is_noun_at(reading, 0) and stances(reading.pack).verb_first


def _is_noun_at(reading: Reading, at: int) -> bool:
    form = reading.verb(at)
    return form is not None and (form.noun or form.tense == "noun")


def _is_base_at(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a form may be the infinitive of a verb that has no other past ("to cut")."""
    form = reading.verb(at)
    return form is not None and form.verb in cues.unchanging and form.verb == reading.word(at)


def of_attitude(form: VerbForm, cues: Stances, *, governing: bool = False) -> Modality | None:
    """What a verb says of what hangs on it; that somebody demands or threatens is a fact itself."""
    for verbs, modality, outside in (
        (cues.pledges, Modality.PLEDGE, False),
        (cues.threats, Modality.PLEDGE, True),
        (cues.demands, Modality.OPINION, True),
        (cues.foretelling, Modality.PREDICTION, False),
        (cues.opinions, Modality.OPINION, False),
    ):
        if form.verb in verbs and (governing or not outside):
            return modality
    return None
