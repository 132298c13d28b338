"""Each of several with a phrase of his own, where the verb comes first: سجل كل من *فلان في الدقيقة
12* و*فلان في الدقيقة 71*."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_LEAD = 2
"""Words of "each of"."""
_FARTHEST = 40
"""Words back at which "each of" opened the list, at most."""


def each_of(words: Sequence[Word], home: Range, rules: Grammar) -> tuple[Range, list[Range]] | None:
    """The list that "each of" opens in a range of words, and its items; nothing where they have no
    phrases of their own."""
    first = next((k for k in range(home[0], home[1] - _LEAD) if _opens(words, k, rules)), None)
    if first is None:
        return None
    start = first + _LEAD
    end = next((k for k in range(start, home[1]) if words[k].pause), home[1])
    joints = rules.data.glued_conjunctions[:1]
    starts = [start]
    for k in range(start + 1, end - 1):
        noun = words[k].verb == Verb.NO or names_one(words, k, rules)
        joined = noun and words[k].lexeme.glue.startswith(joints)
        if joined and not rules.prepositional(words[k]) and words[k].core not in rules.numerals:
            starts.append(k)
    items = list(zip(starts, [*starts[1:], end], strict=True))
    told = all(any(rules.prepositional(words[k]) for k in range(a + 1, b)) for a, b in items)
    return ((first, end), items) if len(items) > 1 and told else None


def names_one(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a word that may be a verb is the name of another of "each of": … *وأشرف* المهديوي."""
    if words[at].core not in rules.given or words[at].pause:
        return False
    back = range(at - 1, max(0, at - _FARTHEST), -1)
    first = next((k for k in back if words[k].pause or _opens(words, k - 1, rules)), 0)
    return first > 0 and not words[first].pause


def _opens(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether "each of" stands at a word."""
    pair = f"{words[at].core} {words[at + 1].core}"
    return pair in rules.each_of and not words[at + 1].pause
