"""Lists of names and offices where the verb comes first: حضر الافتتاح محافظ المدينة وعدد من التجار
is told of either, unless they do something together (وقعت مصر وقطر اتفاقا)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_OBJECT = 4
"""Words between a verb and the first office, at most."""
_ITEM = 10
"""Words of an office with its holder, at most."""


def is_mutual(words: Sequence[Word], home: Range, lists: Range, rules: Grammar) -> bool:
    """Whether those who are listed do something with each other, as the verb before them or its
    object behind them says."""
    end = next((k for k in range(lists[1], home[1]) if rules.prepositional(words[k])), home[1])
    near = (*range(home[0], lists[0]), *range(lists[1], end))
    return any(rules.base(rules.object_stem(words[k].core)) in rules.mutual for k in near)


def offices(words: Sequence[Word], home: Range, rules: Grammar) -> list[Range]:
    """Persons by their offices, and a number of people, who are listed behind the verb."""
    first = _first_office(words, home, rules)
    if first is None:
        return []
    starts, end = [first], home[1]
    for k in range(first + 1, home[1]):
        word = words[k]
        if word.lexeme.glue:
            if word.pause or not _opens_office(word, rules):
                return []  # Behind a comma it may be the same person's other office.
            starts.append(k)
        counted = words[k - 1].core in rules.crowds  # عدد | من التجار
        if word.pause or (rules.prepositional(word) and not counted) or word.verb == Verb.FINITE:
            end = k
            break
    ends = [*starts[1:], end]
    found = list(zip(starts, ends, strict=True))
    long = any(stop - start > _ITEM for start, stop in found)
    lists = (first, end)
    return [] if long or len(found) < 2 or is_mutual(words, home, lists, rules) else found


def _first_office(words: Sequence[Word], home: Range, rules: Grammar) -> int | None:
    if words[home[0]].verb < Verb.WEAK:
        return None
    for k in range(home[0] + 1, min(home[0] + 2 + _OBJECT, home[1])):
        word, before = words[k], words[k - 1]
        if word.pause or word.lexeme.glue:
            return None
        if _opens_office(word, rules) and before.core not in rules.prepositions:
            apart = k == home[0] + 1 or rules.definite(before.core) or rules.owned(before.core)
            return k if apart and word.core not in rules.crowds else None
    return None


def _opens_office(word: Word, rules: Grammar) -> bool:
    known = word.core in rules.persons and not rules.definite(word.core)
    return known or word.core in rules.crowds


def unknown_places(
    known: Sequence[Range], words: Sequence[Word], rules: Grammar
) -> Iterator[Range]:
    """Names that no gazetteer has, behind known ones in a list: في الدبة *ومروي* وكريمة."""
    starts = {first for first, _ in known}
    for _, last in known:
        at = last
        while at < len(words) and at not in starts and _may_be_listed(words, at, rules):
            yield (at, at + 1)
            at += 1


def _may_be_listed(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a single word behind a conjunction goes on with a list of places."""
    word = words[at]
    small = word.number or word.pause or word.core in rules.small_words  # *وليس* في سوريا
    plain = word.verb < Verb.FINITE and not small
    if not (word.lexeme.glue and plain) or rules.prepositional(word) or rules.is_event(word.core):
        return False
    if at + 1 == len(words):
        return True
    behind = words[at + 1]
    timed = rules.times | rules.paired_units
    closed = behind.pause or behind.lexeme.glue or behind.core in timed
    return bool(closed) or rules.prepositional(behind)
