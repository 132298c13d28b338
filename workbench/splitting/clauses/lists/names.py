"""Names that are told of alike: of those who do or undergo the same, and of the places where."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.cutting.predication import predicates
from workbench.splitting.clauses.lists.counted import is_length
from workbench.splitting.clauses.lists.listed import (
    chains,
    inside,
    is_counted,
    is_ranged,
    spread,
    widest,
)
from workbench.splitting.clauses.lists.marks import Marks
from workbench.splitting.clauses.lists.subjects import acts_together
from workbench.splitting.clauses.lists.subjects_verb_first import is_mutual, unknown_places
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def names_listed(
    clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks
) -> list[Clause]:
    """Each of several names that do or undergo the same: "killed *Ada Obi* and *Ben Cole*"."""
    names = marks.names if not rules.data.subject_first else _names(clause, words, rules, marks)
    for chain in chains(widest(names), words, rules):
        lists = (chain[0][0], chain[-1][1])
        home = inside(clause, lists)
        if home is None or is_ranged(lists[0], words, rules):
            continue
        if is_counted(lists[0], home[0], words, rules, marks):
            continue
        if _is_subject(lists, home, clause, words, rules) or _is_object(lists, home, words, rules):
            return spread(clause, lists, chain)
    return []


def _names(
    clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks
) -> tuple[Range, ...]:
    """Known names, and runs of capitals that can hardly be half of one name ("Law and Justice")."""
    known = set(marks.names)
    found = [*marks.names, *_capitals(clause, words, rules)]
    return tuple(r for r in found if r in known or _sure_name(words, r))


def _capitals(clause: Clause, words: Sequence[Word], rules: Grammar) -> list[Range]:
    """Runs of words with a capital."""
    found: list[Range] = []
    for first, last in clause.ranges:
        start = None
        for index in range(first, last + 1):
            named = index < last and words[index].capital and words[index].verb == Verb.NO
            if named and start is not None and words[index].pause:
                found.append((start, index))
                start = index
            elif named and start is None and words[index].core not in rules.articles:
                start = index
            elif not named and start is not None:
                found.append((start, index))
                start = None
    return found


def _sure_name(words: Sequence[Word], found: Range) -> bool:
    return found[1] - found[0] > 1 or words[found[0]].raw.isupper()


def _is_subject(
    lists: Range, home: Range, clause: Clause, words: Sequence[Word], rules: Grammar
) -> bool:
    first, last = lists
    if rules.data.subject_first:
        if last < home[1]:
            acts = predicates(words, last, min(last + 3, home[1]), rules)
            apart = bool(acts) and not acts_together(words, acts[0], home[1], rules)
            return first == home[0] and apart
        return first == home[0] and len(clause.ranges) > 1 and clause.kind != Kind.RELATIVE
    if is_mutual(words, home, lists, rules):
        return False
    if first == home[0]:
        # "A and B [both] prepare" is worded of both: *قطر* تستضيفان.
        finite = last < home[1] and words[last].verb == Verb.FINITE
        return finite and not words[last].core.endswith(rules.data.dual_verbs or ("\0",))
    before = first - 1
    if clause.borrowed or words[home[0]].verb != Verb.FINITE:
        # The subject is known: what stands behind the verb is its object.
        return False
    if rules.definite(words[before].core) and before > home[0]:
        # An object in front: "تنفذ الحملة وزارة الصحة ومنظمة الصحة".
        before -= 1
    return words[before].verb == Verb.FINITE


def _is_object(lists: Range, home: Range, words: Sequence[Word], rules: Grammar) -> bool:
    first = lists[0]
    return rules.data.subject_first and first > home[0] and words[first - 1].verb >= Verb.PAST


def places_listed(
    clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks
) -> list[Clause]:
    """Each of several places where the same is the case ("listed in *Oslo* and *Frankfurt*"),
    unless a figure counts them together.

    A share of something may hold in each alike.
    """
    if _counts_all(clause, words, rules, marks):
        return []
    found = [*marks.places, *_unknown_places(clause, words, rules, marks)]
    for chain in chains(widest(found), words, rules):
        lists = (chain[0][0], chain[-1][1])
        home = inside(clause, lists)
        if home is None or is_ranged(lists[0], words, rules):
            continue
        if _act_together(lists, home, words, rules):
            continue  # "Fires in Punjab and Haryana *account* for 22%"
        if lists[1] < len(words) and _goes_on(words[lists[1]], rules):
            continue
        at = lists[0] - (words[lists[0] - 1].core in rules.sites)  # في أسواق حلب وحمص
        placed = at > 0 and words[at - 1].core in rules.locative
        if not placed or words[at - 1].core in rules.origins:
            continue  # "Crews *from* Indiana and Kentucky" are one crowd
        if rules.data.subject_first or _near_verb(clause, at - 1, words, rules):
            return spread(clause, lists, chain)
    return []


def _act_together(lists: Range, home: Range, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether the verb behind a list tells of all of it at once."""
    acts = predicates(words, lists[1], min(lists[1] + 3, home[1]), rules)
    return rules.data.subject_first and bool(acts) and acts_together(words, acts[0], home[1], rules)


def _goes_on(behind: Word, rules: Grammar) -> bool:
    """Whether a list is kept whole by the noun behind it: one that all items share ("in Polk and
    Linn *counties*"; nobody writes "in Polk counties"), or another one that nothing knows and is
    joined to it."""
    if behind.pause or behind.verb >= Verb.WEAK:
        return False
    if rules.data.subject_first:
        several = behind.core in rules.plurals or behind.core.endswith(rules.data.inflected_endings)
        return several and not behind.capital
    return bool(behind.lexeme.glue) and not rules.prepositional(behind)


def _counts_all(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> bool:
    """Whether a figure may count what is in all places together: no share, no length of time."""
    counts = (f for f in marks.figures if f not in marks.shares and not is_length(words, f, rules))
    numerals = rules.data.subject_first and any(
        words[k].core in rules.numerals and not is_length(words, (k, k + 1), rules)
        for first, last in clause.ranges
        for k in range(first, last - 1)
    )
    return numerals or any(True for _ in counts)


def _unknown_places(
    clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks
) -> list[Range]:
    """Capitals behind "in" that no gazetteer has, where the subject comes first; a name known to
    have "and" in it ("Trinidad and Tobago") is one."""
    if not rules.data.subject_first:
        return list(unknown_places(widest(marks.places), words, rules))
    known = {k for found in (*marks.names, *marks.places) for k in range(*found)}
    return [found for found in _capitals(clause, words, rules) if known.isdisjoint(range(*found))]


def _near_verb(clause: Clause, at: int, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a phrase of place is that of the clause's verb and not of a noun in another phrase:
    no preposition stands between them (نما بفضل عقود في قطر والكويت)."""
    before = [k for first, last in clause.ranges for k in range(first, min(last, at))]
    verb = next((k for k in reversed(before) if words[k].verb == Verb.FINITE), None)
    return verb is not None and not any(rules.prepositional(words[k]) for k in before if k > verb)
