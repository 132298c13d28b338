"""Whether a statement is denied, by which word, and what it excepts."""

from __future__ import annotations

from workbench.facets.actors.mentions import read_named
from workbench.facets.cues import Stances, clause_end, pauses, span_of, stances
from workbench.facets.main_clause import main_clause
from workbench.facets.reading import Reading, read
from workbench.facets.tenses import finite_tense
from workbench.facets.types import Polarity
from workbench.facets.unsure_verbs import of_shape
from workbench.facets.verbless import is_definite_noun
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span

_COMMAS = frozenset(",،–—")
_HYPHENS = frozenset("-\u2010\u2011")
_CONTRAST = 4
"""Words of a contrast at most, its negator included."""


def read_polarity(text: str, pack: LanguagePack) -> Polarity:
    """The polarity of the statement that ``text`` makes.

    A negator counts in the main clause only; phrases that merely look like a negation ("no less
    than", لا يزال) do not. An exception runs from its cue to the end of the clause, and leaves
    the statement itself as it is.
    """
    return polarity_of(read_named(text, pack))


def read_exception(text: str, pack: LanguagePack) -> Span | None:
    """What `read_polarity` finds excepted; most texts except nothing, which is quickly seen."""
    if not stances(pack).exceptions.find(read(text, pack)):
        return None
    return read_polarity(text, pack).exception


def polarity_of(reading: Reading) -> Polarity:
    """`read_polarity` of a text that has been cut into words."""
    cues = stances(reading.pack)
    masked = {at for first, end in cues.not_negations.find(reading) for at in range(first, end)}
    cue = _denial(reading, cues, masked)
    return Polarity(cue is not None, cue, _exception(reading, cues, masked))


def _denial(reading: Reading, cues: Stances, masked: set[int]) -> Span | None:
    """The first word that denies the main clause."""
    main, negators = main_clause(reading), reading.once(cues.negators)
    opening = cues.opening_negators.width(reading, 0)
    if opening and not any(pauses(reading, at) for at in range(opening, len(reading.tokens))):
        return span_of(reading, 0, opening)
    for at in range(len(reading.tokens)):
        if not main[at] or at in masked:
            continue
        width = negators.get(at, 0)
        if width and not (_excepts(reading, cues, at) or _is_of_part(reading, cues, at, width)):
            return span_of(reading, at, at + width)
        if _denies(reading, cues, at) or _denies_predicate(reading, cues, at):
            return reading.tokens[at].span
    return None


def _is_of_part(reading: Reading, cues: Stances, at: int, width: int) -> bool:
    """Whether a negator denies but a part of the statement, or nothing."""
    return (
        _is_number_sign(reading, at)
        or _is_tied(reading, cues, at)
        or _is_answer(reading, at)
        or _contrasts(reading, at)
        or _is_of_wish(reading, cues, at)
        or _is_governed(reading, cues, at)
        or _is_in_tag(reading, at)
        or _describes(reading, cues, at)
        or _is_of_act(reading, cues, at, width)
    )


def _is_of_act(reading: Reading, cues: Stances, at: int, width: int) -> bool:
    """Whether it only names what somebody is blamed for ("fined *for failing to* pay", "convicted
    of theft *and failing to* stop"), or says where a figure went ("volumes *declined to* 812
    million")."""
    if reading.word(at + width - 1) not in cues.infinitives:
        return False
    form, behind = reading.verb(at), at + width
    blamed = form is not None and form.tense == "gerund"
    joined = reading.word(at - 1) in cues.conjunctions and not pauses(reading, at - 1)
    blamed = blamed and (reading.word(at - 1) in cues.noun_links or (joined and at > 1))
    counted = behind < len(reading.tokens) and reading.tokens[behind].is_number
    return blamed or counted or reading.word(behind) in cues.determiners - cues.adverbs


def _is_tied(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a hyphen ties a negator to a noun that it describes: "a *no*-confidence vote"."""
    tied = at + 1 < len(reading.tokens) and reading.gap(at + 1) in _HYPHENS
    return tied and cues.negators.width(reading, at) == 1


def _is_of_wish(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether it belongs to what somebody asks or is told to do: "urged donors not to wait"."""
    if reading.word(at + 1) not in cues.infinitives or cues.undone.width(reading, at):
        return False  # "The United States has yet to comment"
    for before in range(at - 1, -1, -1):
        form = reading.verb(before)
        if form is not None and form.verb in cues.demands | cues.speech:
            return True
        if reading.word(before) in cues.conjunctions or pauses(reading, before + 1):
            return False
    return False


def _is_governed(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether it denies no more than an act behind a preposition: دعا السكان إلى *عدم* الاقتراب,
    اتهم الوزير *بعدم* الدفع, رغم *عدم* الرد."""
    act = next((one for one in reading.clitics(at) if one in cues.act_negators), "")
    if not act or not at:
        return False
    letter = reading.word(at).removesuffix(act)[-1:]
    return letter in cues.governing or reading.word(at - 1) in cues.governing


def _is_in_tag(reading: Reading, at: int) -> bool:
    """Whether it is part of a tag, which says nothing of the rest: #مش_عاوزينك."""
    behind = reading.gap(at + 1) if at + 1 < len(reading.tokens) else ""
    return behind == "_" or reading.gap(at)[-1:] in {"#", "_"}


def _describes(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether it stands in a clause that describes the noun before it, without a relative
    pronoun: إلى موعد لم يحدد, "a relative he did not name"; or sets another thing against one
    (نتيجة وديعة لا نتيجة إصلاحات)."""
    noun = at - 1
    if cues.verb_first and reading.word(at) not in cues.clause_negators:
        return False
    if not cues.verb_first:
        while noun > 0 and reading.word(noun) in cues.finite_auxiliaries | cues.past_auxiliaries:
            noun -= 1
        if reading.word(noun) not in cues.pronouns:
            return False
        noun -= 1
    if noun < 1 or any(pauses(reading, each) for each in range(noun + 1, at + 1)):
        return False
    start = next((k + 1 for k in range(noun, -1, -1) if _opens(reading, cues, k)), 0)
    verbs = [k for k in range(start, noun) if finite_tense(reading, cues, k) is not None]
    spoken = any((form := reading.verb(k)) and form.verb in cues.speech for k in verbs)
    if not verbs or spoken or len(reading.clitics(at)) > 1:
        return False
    return _is_indefinite(reading, noun)


def _opens(reading: Reading, cues: Stances, at: int) -> bool:
    return reading.is_in(at, cues.complementisers) or reading.word(at) in cues.conjunctions


def _is_indefinite(reading: Reading, at: int) -> bool:
    """Whether a noun without an article written on to it stands at a token, no name."""
    plain = not reading.is_small(at) and reading.verb(at) is None and not reading.capital(at)
    return plain and not reading.is_definite(at) and at not in reading.in_hit


def _denies(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a verb of denial governs what follows ("was denied entry" denies nothing)."""
    form = reading.verb(at)
    if form is None or form.verb not in cues.denials:
        return False
    passive = any(
        reading.word(before) in cues.passive_auxiliaries
        for before in (at - 1, at - 2)
        if before >= 0 and not reading.is_possessive(before)  # "Sudan's army denied"
    )
    finite = form.is_finite and not (form.noun and at > 0)
    return ((finite and not passive) or at == 0) and _has_content(reading, cues, at)


def _denies_predicate(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word stands before what a clause without a verb says of its subject: القطع غير
    متوفرة; before a definite or after an indefinite noun it only describes one."""
    if reading.word(at) not in cues.predicate_negators:
        return False
    noun = at - 1 - (at > 1 and reading.is_in(at - 1, cues.past_auxiliaries))
    # وهي غير كافية
    if not (is_definite_noun(reading, noun) or reading.is_in(noun, cues.pronouns)):
        return False
    if reading.is_definite(at + 1) or pauses(reading, at):
        return False
    finite = (each for each in range(at) if finite_tense(reading, cues, each) is not None)
    return all(reading.is_in(each, cues.past_auxiliaries) for each in finite)


def _has_content(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether what is denied is a statement ("denied that …", نفى قصف …), not a thing."""
    for after in range(at + 1, clause_end(reading, at)):
        if cues.allegations.width(reading, after):
            continue
        if after not in reading.in_hit and reading.verb(after) is not None:
            return True
        if reading.is_in(after, cues.complementisers):
            return True
    return False


def _contrasts(reading: Reading, at: int) -> bool:
    """Whether a negator between commas sets a thing against another: "neglect, not fate, is"."""
    if (
        _COMMAS.isdisjoint(reading.gap(at))
        or not reading.text[reading.tokens[at].span.end :][:1].isspace()
    ):
        return False
    if of_shape(reading, stances(reading.pack), at + 1, behind=True) is not None:
        return False  # الامتحان، بصيغته الحالية، لا *يقيس* التفكير
    end = clause_end(reading, at)
    return 1 < end - at <= _CONTRAST and all(
        reading.verb(after) is None and reading.word(after) not in stances(reading.pack).auxiliaries
        for after in range(at + 1, end)
    )


def _is_number_sign(reading: Reading, at: int) -> bool:
    """ "No. 5" is no negation."""
    after = at + 1
    numbered = after < len(reading.tokens) and reading.tokens[after].is_number
    return numbered and "." in reading.gap(after)


def _is_answer(reading: Reading, at: int) -> bool:
    """Whether it is written as a name inside a sentence: "38% *No*, 22% undecided"."""
    gap = reading.gap(at) if at else "."
    inside = not gap.strip("% ") and bool(gap)
    return inside and reading.capital(at) and not reading.raw(at).isupper()


def _excepts(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a word of exception stands there; folding makes one of إلا (but) and ألا (not to)."""
    if not cues.exceptions.width(reading, at):
        return False
    return not cues.negators.width(reading, at) or reading.raw(at) not in cues.written_negators


def _exception(reading: Reading, cues: Stances, masked: set[int]) -> Span | None:
    for first, _ in cues.exceptions.find(reading):
        if first in masked or not _excepts(reading, cues, first):
            continue
        end = clause_end(reading, first)
        if end > first + 1 and not pauses(reading, first + 1):
            return span_of(reading, first, end)
    return None
