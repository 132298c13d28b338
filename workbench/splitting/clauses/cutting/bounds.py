"""What bounds an act in time, without which it is not told aright: what is still to come, what
never was, and up to when something had not been done."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import CLAUSE, Word, next_pause


def is_to_come(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a clause has its verb in the present, of what is still to happen: "until the troops
    *leave*"; "when she is sentenced on 9 September" tells of a day that is set."""
    end = next_pause(words, at + 1)
    present = rules.auxiliaries - rules.past_auxiliaries
    if any(word.core in rules.will for word in words[at:end]):
        return False  # "until June, *when* the results will be known"
    if _was_to_come(words, at, rules):
        return True
    if _waits(words, at, rules) and _is_done_by_then(words, at, end, rules):
        return True
    verbs = [word for word in words[at:end] if word.verb >= Verb.WEAK and word.verb != Verb.GERUND]
    now = [
        (word.verb == Verb.WEAK and word.core not in rules.weak) or word.core in present
        for word in verbs
    ]
    dated = any(word.core in rules.day_words for word in words[at:end])
    sure = rules.data.subject_first and any(word.core in present for word in verbs)
    # "was told to stop before he *is* 40"
    return bool(now) and all(now) and not dated and (sure or not _was_told(words, at, rules))


def _waits(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a limit is set, or the clause before is still to come: "*will* reopen *when* …"."""
    if words[at - 1].core in rules.limits:
        return True
    for k in range(at - 2, max(-1, at - CLAUSE), -1):
        aims = words[k].core in rules.infinitives and words[k + 1].verb >= Verb.PAST
        if aims or (words[k].core in rules.modals and not words[k].capital):
            return True
        if words[k + 1].pause:
            break
    return False


def _is_done_by_then(words: Sequence[Word], at: int, end: int, rules: Grammar) -> bool:
    """Whether the first verb of a clause is a perfect or an inflected present, so that it tells of
    what will then be: "until all *have left*", "before it *becomes* law"."""
    for k in range(at, end):
        word = words[k]
        if word.core in rules.auxiliaries:
            return word.core in rules.having
        if word.verb >= Verb.PAST:
            ended = word.core.endswith(rules.data.inflected_endings or "\0")
            return word.verb == Verb.FINITE and ended and not rules.is_past(word.core)
    return False


def is_open(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the verb of a clause leaves open whether it ever happened: "fled before police
    *could* arrest him", "was told before the ruling *had* been published"."""
    near = words[at : next_pause(words, at + 1)]
    first = next((word.core for word in near if word.verb >= Verb.PAST), "")
    return first in rules.modals | rules.shifted_having


def _was_to_come(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a limit is set to what was still to be: "said she *would* visit the town *as soon as
    it was* safe"."""
    if rules.limits.isdisjoint(word.core for word in words[max(0, at - 2) : at]):
        return False
    would = rules.modals & rules.past_auxiliaries
    for k in range(at - 2, max(-1, at - CLAUSE), -1):
        if words[k].core in would:
            return words[k + 1].core not in rules.having
        if words[k + 1].pause:
            break
    return False


def _was_told(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the clause before tells what happened: "rose *when* reports of losses …"."""
    if words[at - 1].core in rules.limits:
        return False
    before = (words[k] for k in range(at - 2, max(-1, at - CLAUSE), -1))
    last = next((word for word in before if word.verb >= Verb.PAST), None)
    if last is None:
        return False
    return last.verb == Verb.PAST or last.core in rules.past_auxiliaries


def was_denied(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether the act before a bound was none, which without the bound would be said of all time:
    "has *not* met *since it was* elected", "*nobody* left *until the rain* stopped"."""
    behind = next((word.core for word in words[at:] if word.verb >= Verb.PAST), "")
    past = rules.is_past(behind) or behind in rules.past_auxiliaries
    if rules.data.subject_first and not past:
        return False  # "did not cut prices since demand *is* strong"
    for k in range(at - 2, max(-1, at - CLAUSE), -1):
        if words[k].core in rules.negations:
            return True  # *لن* يفتح الطريق *قبل أن تنتهي* الأشغال
        if words[k + 1].pause or words[k].core in rules.conjunctions | rules.relatives:
            break
    return False


def leads_up(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether a bound opens a sentence and a clause follows its own, which it bounds: *منذ أن*
    بدأت الحرب | نزح مليون."""
    rest = words[at + 1 : at + CLAUSE]
    told = any(word.verb >= Verb.WEAK and not word.lexeme.glue for word in rest)
    return told and (first == 0 or words[first].stop)
