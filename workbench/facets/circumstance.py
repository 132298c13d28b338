"""What takes its time from a past verb that it hangs on.

Arabic sets clauses of circumstance and of consequence beside it in the present: حاولوا إطلاق
مسيرات تهدد القوات, ارتفع ليصل إلى.
"""

from __future__ import annotations

from workbench.facets.cues import Stances
from workbench.facets.reading import Reading
from workbench.facets.tenses import finite_tense, last_tense


def follows_past(reading: Reading, cues: Stances, at: int, before: Reading | None) -> bool:
    """Whether a present form takes its time from the past verb that it hangs on."""
    if not cues.resultative or before is None or not before.tokens:
        return False
    last = len(before.tokens) - 1
    if at and at == cues.opening_negators.width(reading, 0):  # قصفت القرية *دون أن* تقدم دليلا
        return last_tense(before, cues) in {"past", None}
    if any(cues.following.width(before, last - back) == back + 1 for back in (0, 1)):
        return at <= 1 and _tense_before(before, cues, last - 1) == "past"
    if before.is_in(last, cues.complementisers):
        return at <= 1 and _denied(before, cues)
    form = reading.verb(at)
    if at > 0 and form is not None and form.verb in cues.lasting:
        return False
    hangs = _qualifies(reading, cues, at) if at > 1 else _hangs(reading, before, cues)
    return hangs and last_tense(before, cues) == "past"


def _qualifies(reading: Reading, cues: Stances, at: int) -> bool:
    """Whether a verb only describes an indefinite noun before it (طاقة تبلغ مليوني طن)."""
    noun = finite_tense(reading, cues, 0) is None and reading.word(0) not in cues.pronouns
    noun = noun and not reading.is_definite(at - 1)
    return noun and at - 1 not in reading.in_hit and not cues.relatives.width(reading, at - 1)


def _hangs(reading: Reading, before: Reading, cues: Stances) -> bool:
    """Whether a text that begins with a verb hangs on the words before it."""
    last = len(before.tokens) - 1
    glued = not before.text[before.tokens[last].span.end : before.last.end].strip("\n")
    if glued and before.word(last) in cues.resultative:
        return True
    if before.word(last) in cues.sentential:
        return True
    start = reading.tokens[0].span.start
    if reading.text[max(0, start - 1) : start].isalpha():
        return False  # another clause, its "and" written on
    paused = before.tail.rstrip()[-1:] in '،,:.؛;"»”'
    opened = cues.relatives.width(before, last) or cues.subordinators.width(before, last)
    return not paused and not opened and not reading.is_in(0, cues.conjunctions)


def results(around: Reading, cues: Stances) -> bool:
    """Whether the last piece of a text is what came of a past verb: فاز، ليتصدر الترتيب."""
    last = len(around.tokens) - 1
    if last < 0 or around.word(last) not in cues.resultative:
        return False
    glued = not around.text[around.tokens[last].span.end : around.last.end].strip("\n")
    return glued and last_tense(around, cues) == "past"


def _tense_before(before: Reading, cues: Stances, end: int) -> str | None:
    """The tense of the last finite verb among the first words of a frame."""
    tenses = (finite_tense(before, cues, at) for at in range(end - 1, -1, -1))
    return next((tense for tense in tenses if tense is not None), None)


def _denied(before: Reading, cues: Stances) -> bool:
    """Whether the frame denies what follows: نفى أن تكون speaks of what was."""
    near = range(max(0, len(before.tokens) - 6), len(before.tokens))
    return any((form := before.verb(at)) and form.verb in cues.denials for at in near)
