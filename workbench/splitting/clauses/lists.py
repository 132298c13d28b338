"""Lists: one claim for each name, date or figure that is told of alike.

What is kept whole: lists of topics; anything under "only", "except", "both"; parties of one
event ("talks between A and B"); a list that a figure counts together ("hundreds of soldiers
from A and B").
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from workbench.splitting.clauses.additions import takes_part
from workbench.splitting.clauses.clause import Clause, Range, touching
from workbench.splitting.clauses.counted import counted, is_length
from workbench.splitting.clauses.each_of import each_of
from workbench.splitting.clauses.enumerations import enumerated, joins
from workbench.splitting.clauses.forms import Verb
from workbench.splitting.clauses.grammar import Grammar
from workbench.splitting.clauses.marks import Marks
from workbench.splitting.clauses.meted import meted
from workbench.splitting.clauses.outcomes import outcomes
from workbench.splitting.clauses.pairs import pair
from workbench.splitting.clauses.phrases import noun_phrase
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.predicates import Word
from workbench.splitting.clauses.predication import predicates
from workbench.splitting.clauses.states import states
from workbench.splitting.clauses.subjects import (
    acts_together,
    made_of_several,
    neither_subject,
    noun_subjects,
)
from workbench.splitting.clauses.subjects_verb_first import is_mutual, offices, unknown_places

_MOST, _LONGEST = 25, 150
"""Items, and words of a clause, above which it is a table and stays as it is."""


def distribute(
    clause: Clause,
    words: Sequence[Word],
    rules: Grammar,
    marks: Marks,
    heads: Sequence[Range] = (),
) -> list[Clause]:
    """The claims of one clause: one for each item where it lists, itself where it does not.

    ``heads`` are ranges that other clauses borrow: a list in one of them is told apart there.
    """
    marks = marks.near(clause)
    if clause.items:
        return enumerated(clause, words, rules, marks.counts)
    denied = neither_subject(words, clause.ranges[0], rules)
    if denied:
        return _spread(clause, (denied[0][0], denied[-1][1]), denied)
    if _kept_whole(clause, words, rules):
        return [clause]
    acts = _outcomes(clause, words, rules)
    if 1 < len(acts) <= _MOST and not _lent(clause, acts, heads):
        # What each act counts or names is told apart as well.
        return [one for act in acts for one in distribute(act, words, rules, marks, heads)]
    for reader in (
        _each_of,
        _states,
        _adjectives,
        _pairs,
        _dates,
        counted,
        _subjects,
        _nouns,
        _places,
        _meted,
    ):
        made = reader(clause, words, rules, marks)
        if 1 < len(made) <= _MOST:
            lent = _lent(clause, made, heads)
            return [clause] if lent else made
    return [clause]


def _lent(clause: Clause, made: Sequence[Clause], heads: Sequence[Range]) -> bool:
    """Whether what is told apart stands in the head of another clause."""
    everywhere = {k for one in made[1:] for r in one.ranges for k in range(*r)}
    first = {k for r in made[0].ranges for k in range(*r)}
    told = first ^ everywhere
    borrowed = set(clause.borrowed)
    return any(
        head not in borrowed and told and all(head[0] <= k < head[1] for k in told)
        for head in heads
    )


def _kept_whole(clause: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    lent = clause.kind == Kind.EXCEPTION and clause.borrowed  # told apart in its host
    if lent or sum(last - first for first, last in clause.ranges) > _LONGEST:
        return True
    if takes_part(words, clause.own[0][0], rules) or words[clause.own[0][0]].core in rules.none:
        return True
    if made_of_several(words, clause.own[0], rules):
        return True
    return any(
        words[index].core in rules.only
        for first, last in clause.ranges
        for index in range(first, last)
    )


def _inside(clause: Clause, found: Range) -> Range | None:
    """The range of the clause in which all of ``found`` lies."""
    return next((r for r in clause.ranges if r[0] <= found[0] and found[1] <= r[1]), None)


def _spread(clause: Clause, lists: Range, items: Sequence[Range]) -> list[Clause]:
    """One clause an item, without the other items of the list."""
    made = []
    for item in items:
        rest: list[Range] = []
        for first, last in clause.ranges:
            if first <= lists[0] and lists[1] <= last:
                rest += [(first, lists[0]), item, (lists[1], last)]
            else:
                rest.append((first, last))
        own = tuple((first, last) for first, last in rest if first < last)
        made.append(Clause(touching(sorted(own)), clause.kind))
    return made


# --- adjectives of nations: "French, Australian and British forces" ---------------------------


def _adjectives(
    clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks
) -> list[Clause]:
    for chain in _chains(marks.demonyms, words, rules):
        lists = (chain[0][0], chain[-1][1])
        home = _inside(clause, lists)
        if home is None:
            continue
        if rules.data.subject_first:
            if lists[1] >= home[1] or words[lists[1]].verb != Verb.NO or words[lists[1]].pause:
                continue
        elif lists[0] == home[0] or rules.prepositional(words[lists[0] - 1]):
            continue
        if _counted(lists[0], home[0], words, rules, marks):
            continue
        return _spread(clause, lists, chain)
    return []


def _chains(found: Sequence[Range], words: Sequence[Word], rules: Grammar) -> list[list[Range]]:
    """Runs of ranges with nothing but commas and conjunctions between them, one conjunction at
    least."""
    chains: list[list[Range]] = []
    for item in sorted(set(found)):
        if chains and _adjoin(chains[-1][-1], item, words, rules):
            chains[-1].append(item)
        else:
            chains.append([item])
    return [
        chain
        for chain in chains
        if len(chain) > 1
        and any(
            _conjoined(chain[k][1], chain[k + 1][0], words, rules) for k in range(len(chain) - 1)
        )
    ]


def _adjoin(one: Range, other: Range, words: Sequence[Word], rules: Grammar) -> bool:
    if one[1] >= other[0]:
        apart = one[1] == other[0]  # One may lie within the other.
        return apart and (bool(words[other[0]].lexeme.glue) or words[other[0]].pause)
    first, *rest = range(one[1], other[0])
    word = words[first]
    # A word with "and" written on to it is an item of its own, if no preposition (وفي).
    led = word.lexeme.glue and rules.prepositional(word)
    joined = word.core in rules.conjunctions or led
    if not joined:
        return False
    between = rules.prepositions | rules.adverbs  # "in 2020 and *again* last winter"
    return all(words[k].core in between for k in rest)


def _conjoined(end: int, start: int, words: Sequence[Word], rules: Grammar) -> bool:
    return bool(words[end].lexeme.glue) or (start > end and joins(words, end, rules))


def _counted(at: int, floor: int, words: Sequence[Word], rules: Grammar, marks: Marks) -> bool:
    """Whether a figure stands before the list in its phrase and counts all of it together."""
    for index in range(at - 1, max(floor, at - 6) - 1, -1):
        if words[index].verb == Verb.FINITE:
            return False
        if any(a <= index < b for a, b in marks.figures) or words[index].core in rules.numerals:
            return True
    return False


# --- dates ------------------------------------------------------------------------------------


def _dates(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    for chain in _chains(_dated(marks, words, rules), words, rules):
        lists = (chain[0][0], chain[-1][1])
        home = _inside(clause, lists)
        paired = {words[k].core for k in range(max(0, lists[0] - 1), lists[0] + 1)}
        both = not rules.paired_units.isdisjoint(paired)  # خلال شهري أكتوبر ونوفمبر
        lasting = any(words[first].core in rules.length_openers for first, _ in chain[1:])
        if home is None or both or lasting or _ranged(lists[0], words, rules):
            continue
        subject = _counted_as(len(chain), words, rules, marks, home)
        if subject is None:
            return _spread(clause, lists, chain)
        if rules.data.subject_first:
            return []  # "12 died in *two attacks* on Monday and Tuesday"
        end = lists[0]
        while end > home[0] and words[end - 1].core in rules.prepositions:
            end -= 1
        return [
            Clause(((home[0], end),), clause.kind, clause.borrowed),
            *(Clause((item,), Kind.PART, (subject,)) for item in chain),
        ]
    return []


def _dated(marks: Marks, words: Sequence[Word], rules: Grammar) -> list[Range]:
    """Times without the preposition in front, as items of a list have them or not."""
    made = []
    for first, last in marks.times:
        start = first
        while start < last - 1 and words[start].core in rules.prepositions:
            start += 1
        made.append((start, last))
    return made


def _ranged(at: int, words: Sequence[Word], rules: Grammar) -> bool:
    return any(word.core in rules.reciprocal for word in words[max(0, at - 3) : at + 1])


def _counted_as(
    number: int, words: Sequence[Word], rules: Grammar, marks: Marks, home: Range
) -> Range | None:
    """The phrase of the clause that counts as many things as there are dates."""
    for found, count in marks.counts.items():
        if count == number and home[0] <= found[0] and found[1] <= home[1]:
            phrase = noun_phrase(words, found[0], home[1], rules)
            return (found[0], max(found[1], phrase[1] if phrase else found[1]))
    return None


# --- pairs of one kind, what something was or led to -------------------------------------------


def _pairs(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    for home in clause.ranges if rules.pair_heads else ():
        found = pair(words, home, rules, marks)
        if found and any(figure[0] < found[0][0] - 1 for figure in marks.figures):
            return []  # "142 cases in the provinces of X and Y"
        if found and not _ranged(found[0][0], words, rules):
            return _spread(clause, (found[0][0], found[-1][1]), found)
    return []


def _states(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    found = states(clause, words, rules)
    return _spread(clause, *found) if found else []


def _each_of(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    if not rules.each_of:
        return []
    found = (each_of(words, home, rules) for home in clause.ranges)
    return next((_spread(clause, *one) for one in found if one is not None), [])


def _meted(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    if not rules.meting:
        return []
    found = (meted(words, home, sorted(marks.figures), rules) for home in clause.ranges)
    return next((_spread(clause, *one) for one in found if one is not None), [])


def _outcomes(clause: Clause, words: Sequence[Word], rules: Grammar) -> list[Clause]:
    if rules.data.subject_first:
        return []
    starts = outcomes(words, [k for found in clause.ranges for k in range(*found)], rules)
    home = _inside(clause, (starts[0], starts[-1] + 1)) if starts else None
    if home is None:
        return _parted_outcomes(clause, starts)
    ends = [*starts[1:], home[1]]
    return _spread(clause, (starts[0], home[1]), list(zip(starts, ends, strict=True)))


def _parted_outcomes(clause: Clause, starts: Sequence[int]) -> list[Clause]:
    """A claim for each outcome where a relative clause stands between two: أدى إلى مقتل خمسة أشخاص
    … | وإصابة سائق."""
    made = []
    for start, end in itertools.pairwise([*starts, clause.ranges[-1][1]] if starts else []):
        parts = ((max(first, start), min(last, end)) for first, last in clause.ranges)
        head = ((first, min(last, starts[0])) for first, last in clause.ranges)
        own = [part for part in (*head, *parts) if part[0] < part[1]]
        made.append(Clause(touching(sorted(own)), clause.kind))
    return made


# --- names that do or undergo the same --------------------------------------------------------


def _subjects(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    names = marks.names if not rules.data.subject_first else _names(clause, words, rules, marks)
    for chain in _chains(_widest(names), words, rules):
        lists = (chain[0][0], chain[-1][1])
        home = _inside(clause, lists)
        if home is None or _ranged(lists[0], words, rules):
            continue
        if _counted(lists[0], home[0], words, rules, marks):
            continue
        if _is_subject(lists, home, clause, words, rules) or _is_object(lists, home, words, rules):
            return _spread(clause, lists, chain)
    return []


def _nouns(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    home = clause.ranges[0]
    if home in clause.borrowed:
        return []
    reader = noun_subjects if rules.data.subject_first else offices
    found = reader(words, home, rules)
    if found and any(words[k].core in rules.reciprocal for k in range(*found[0])):
        return []  # "talks *between* the council and the union broke down"
    return _spread(clause, (found[0][0], found[-1][1]), found) if found else []


def _widest(ranges: Sequence[Range]) -> list[Range]:
    """Ranges that lie in no other."""
    made: list[Range] = []
    for item in sorted(set(ranges), key=lambda r: (r[0], -r[1])):
        if not made or item[0] >= made[-1][1]:
            made.append(item)
    return made


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


# --- places: "listed in Oslo and Frankfurt" ---------------------------------------------------


def _places(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    """Each of several places where the same is the case, unless a figure counts them together.

    A share of something may hold in each alike.
    """
    if _counts_all(clause, words, rules, marks):
        return []
    found = [*marks.places, *_unknown_places(clause, words, rules, marks)]
    for chain in _chains(_widest(found), words, rules):
        lists = (chain[0][0], chain[-1][1])
        if _inside(clause, lists) is None or _ranged(lists[0], words, rules):
            continue
        at = lists[0] - (words[lists[0] - 1].core in rules.sites)  # في أسواق حلب وحمص
        if at < 1 or words[at - 1].core not in rules.locative:
            continue
        if rules.data.subject_first or _near_verb(clause, at - 1, words, rules):
            return _spread(clause, lists, chain)
    return []


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
        return list(unknown_places(_widest(marks.places), words, rules))
    known = {k for found in (*marks.names, *marks.places) for k in range(*found)}
    return [found for found in _capitals(clause, words, rules) if known.isdisjoint(range(*found))]


def _near_verb(clause: Clause, at: int, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a phrase of place is that of the clause's verb and not of a noun in another phrase:
    no preposition stands between them (نما بفضل عقود في قطر والكويت)."""
    before = [k for first, last in clause.ranges for k in range(first, min(last, at))]
    verb = next((k for k in reversed(before) if words[k].verb == Verb.FINITE), None)
    return verb is not None and not any(rules.prepositional(words[k]) for k in before if k > verb)
