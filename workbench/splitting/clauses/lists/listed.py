"""A list as it stands in a clause: its items in a row, what holds them together, and the clause
told of each."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Clause, Range, touching
from workbench.splitting.clauses.lists.enumerations import joins
from workbench.splitting.clauses.lists.marks import Marks
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word


def inside(clause: Clause, found: Range) -> Range | None:
    """The range of the clause in which all of ``found`` lies."""
    return next((r for r in clause.ranges if r[0] <= found[0] and found[1] <= r[1]), None)


def spread(clause: Clause, lists: Range, items: Sequence[Range]) -> list[Clause]:
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


def chains(found: Sequence[Range], words: Sequence[Word], rules: Grammar) -> list[list[Range]]:
    """Runs of ranges with nothing but commas and conjunctions between them, one conjunction at
    least."""
    rows: list[list[Range]] = []
    for item in sorted(set(found)):
        if rows and _adjoin(rows[-1][-1], item, words, rules):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [
        chain
        for chain in rows
        if len(chain) > 1
        and any(
            _conjoined(chain[k][1], chain[k + 1][0], words, rules) for k in range(len(chain) - 1)
        )
    ]


def _adjoin(one: Range, other: Range, words: Sequence[Word], rules: Grammar) -> bool:
    if one[1] >= other[0]:
        apart = one[1] == other[0]  # One may lie within the other.
        return apart and (bool(words[other[0]].lexeme.glue) or words[other[0]].pause)
    word = words[one[1]]
    # A word with "and" written on to it is an item of its own, if no preposition (وفي).
    led = word.lexeme.glue and rules.prepositional(word)
    joined = word.core in rules.conjunctions or led
    if not joined:
        return False
    between = rules.prepositions | rules.adverbs  # "in 2020 and *again* last winter"
    return all(words[k].core in between for k in range(one[1] + 1, other[0]))


def _conjoined(end: int, start: int, words: Sequence[Word], rules: Grammar) -> bool:
    return bool(words[end].lexeme.glue) or (start > end and joins(words, end, rules))


def widest(ranges: Sequence[Range]) -> list[Range]:
    """Ranges that lie in no other."""
    made: list[Range] = []
    for item in sorted(set(ranges), key=lambda r: (r[0], -r[1])):
        if not made or item[0] >= made[-1][1]:
            made.append(item)
    return made


def is_ranged(at: int, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether what stands before a list makes one thing of its items: "*between* Oslo and Rome"."""
    return any(word.core in rules.reciprocal for word in words[max(0, at - 3) : at + 1])


def is_counted(at: int, floor: int, words: Sequence[Word], rules: Grammar, marks: Marks) -> bool:
    """Whether a figure stands before the list in its phrase and counts all of it together."""
    for index in range(at - 1, max(floor, at - 6) - 1, -1):
        if words[index].verb == Verb.FINITE:
            return False
        if any(a <= index < b for a, b in marks.figures) or words[index].core in rules.numerals:
            return True
    return False
