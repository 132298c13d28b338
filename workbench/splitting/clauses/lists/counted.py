"""Figures that are told of alike: a claim for each.

"12 dead and 30 injured" is two claims; so are "Men earned $500 and women $430" and "39 deaths
were reported in Dhaka, 21 in Patna", where the later ones leave out the verb.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

import msgspec

from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.lists.enumerations import joins
from workbench.splitting.clauses.lists.marks import Marks
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_LEAD = 2
"""Words of an item before its figure, at most."""
_PLACED = 1
"""Words more where a preposition opens an item: وفي دير الزور 41."""
_FIRST = 3
"""Figures of the first item that are looked at."""
_AMONG = 3
"""Words from "between" to the first that is counted among those named, at least."""
_BETWEEN = 7
"""Words behind "between" up to its "and", at most."""


class _Item(msgspec.Struct, frozen=True):
    """A phrase of a list and its figure."""

    cut: int
    """Where the item before it ends."""
    start: int
    figure: Range
    joined: bool
    """A conjunction stands before it."""
    named: bool
    """It begins with a known name."""

    @property
    def lead(self) -> int:
        """Words before the figure."""
        return self.figure[0] - self.start


def counted(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    """A clause for each figure of a list, or none where there is no list of figures."""
    for home in clause.ranges:
        known = [f for f in marks.figures if home[0] <= f[0] and f[1] <= home[1]]
        figures = _with_bare(words, home, known, rules)
        items = _items(words, home, figures, rules, {first for first, _ in marks.names})
        first = [f for f in reversed(figures) if items and f[1] <= items[0].cut]
        if first and _counts_time(words[first[0][0] - 1], rules):
            continue  # "two goals in the minutes 12 and 58"
        if first and _is_one_measure(words, first[0], items, rules):
            continue
        if first and words[first[0][0] + 1].core in rules.time_units:
            # "a match that lasted *two hours and 51 minutes*"; "got *four years* and 12 others two"
            continue
        for before in first[:_FIRST]:
            if _is_whole(words, before, items, rules) or _is_shared(words, home, items, rules):
                continue
            shares = clause.kind == Kind.PART and bool(clause.borrowed or clause.told_of)
            for reader in (
                *((_shares,) if shares else ()),
                _by_place,
                _objects,
                _without_verb,
                _in_places,
            ):
                parts = reader(words, home, before, items, rules)
                if parts and reader is _without_verb and rules.data.subject_first:
                    led = [None, *((item.start, item.figure[0]) for item in items)]
                    return [_within(clause, home, *one) for one in zip(parts, led, strict=True)]
                if parts:
                    return [_within(clause, home, part) for part in parts]
    return []


def _with_bare(
    words: Sequence[Word], home: Range, known: Sequence[Range], rules: Grammar
) -> list[Range]:
    """The figures of a clause, with numbers that leave out what they count: "seven towns fell to A
    and *six* to B" (وست لمستقلين)."""
    covered = {k for figure in known for k in range(*figure)}
    bare = [
        (k, k + 1)
        for k in range(home[0], home[1] - 1)
        if words[k].core in rules.bare_counts
        and k not in covered
        and (words[k].lexeme.glue or words[k].pause)
        and rules.prepositional(words[k + 1])
    ]
    return sorted([*known, *bare])


def _within(
    clause: Clause, home: Range, part: Sequence[Range], leading: Range | None = None
) -> Clause:
    """The clause with a part of its range ``home`` instead of all of it."""
    rest = [r for r in clause.ranges if r != home]
    own = tuple(sorted([*rest, *(r for r in part if r[0] < r[1])]))
    return Clause(own, clause.kind, leading=leading)


def _items(
    words: Sequence[Word],
    home: Range,
    figures: Sequence[Range],
    rules: Grammar,
    names: Container[int],
) -> list[_Item]:
    """The items behind the first of a list, the last of them behind a conjunction."""
    if len(figures) < 2:
        return []
    found = list(_candidates(words, figures, rules, names))
    while found and not found[-1].joined:
        found.pop()
    return found


def _candidates(
    words: Sequence[Word], figures: Sequence[Range], rules: Grammar, names: Container[int]
) -> Iterator[_Item]:
    for figure in figures[1:]:
        farthest = figure[0] - _LEAD - _PLACED - 2
        for cut in range(figure[0], max(figures[0][1], farthest) - 1, -1):
            joined = joins(words, cut, rules) and words[cut].core not in rules.alternatives
            if joined and _is_other_end(words, cut, rules):
                break
            if not joined and not words[cut].comma:
                continue
            start = cut + (words[cut].core in rules.conjunctions and not words[cut].lexeme.glue)
            plain = all(words[k].verb < Verb.PAST for k in range(start, figure[0]))
            placed = _PLACED * (words[start].core in rules.prepositions)
            if start <= figure[0] <= start + _LEAD + placed and plain:
                named = start in names or words[start].core in rules.given
                yield _Item(cut, start, figure, joined, named)
            break


def _is_other_end(words: Sequence[Word], cut: int, rules: Grammar) -> bool:
    """Whether a figure behind "and" is only the other end of a range or the other of two parties:
    "between the ages of 13 *and 17*"."""
    for at in range(cut - 1, max(-1, cut - _BETWEEN), -1):
        if words[at].core in rules.reciprocal:
            return not _is_among(words, at, cut, rules)
        if words[at].verb >= Verb.PAST or words[at].pause:
            return False
    return False


def _is_among(words: Sequence[Word], at: int, cut: int, rules: Grammar) -> bool:
    """Whether "between" only says among whom those are that are counted: بين *القتلى* سبع نساء
    وثلاثة أطفال, where the verb comes first."""
    noun, last = words[at + 1], words[cut - 1]
    many = rules.definite(noun.core) and not (noun.number or _counts_time(noun, rules))
    return many and not rules.data.subject_first and cut - at > _AMONG and not last.number


def _is_whole(words: Sequence[Word], before: Range, items: Sequence[_Item], rules: Grammar) -> bool:
    """Whether the list is one length of time, or no list: a verb or a pause parts its items."""
    figures = [before, *(item.figure for item in items)]
    if all(is_length(words, figure, rules) for figure in figures):
        return True
    cuts = {item.cut for item in items}
    inside = range(before[0] + 1, items[-1].cut)
    parted = any(_acts(words, k, rules) for k in range(before[1], items[-1].figure[0]))
    subject = rules.data.subject_first and any(
        words[k].verb == Verb.FINITE for k in range(before[1], items[0].cut)
    )
    paused = any(words[k].pause and k not in cuts for k in inside)
    return paused or (parted and not subject)


def _is_one_measure(
    words: Sequence[Word], before: Range, items: Sequence[_Item], rules: Grammar
) -> bool:
    """Whether the figures are one measure, two ages or one said twice: 14 كيلوغراما *و600 غرام*,
    23 و31 سنة, "billions *and billions*"."""
    if items[0].lead:
        return False
    bare_figure = before[1] == items[0].cut and before[1] - before[0] == 1
    if bare_figure and words[before[0]].core == words[items[0].figure[0]].core:
        return True
    ages = bare_figure and is_length(words, items[0].figure, rules)
    return ages or any(
        word.core in rules.sub_units
        for item in items
        for word in words[item.figure[0] : item.figure[1] + 1]
    )


def _is_shared(words: Sequence[Word], home: Range, items: Sequence[_Item], rules: Grammar) -> bool:
    """Whether a part of all that is counted follows: "112 drones and eight missiles, *of which* 93
    were shot down"."""
    behind = range(items[-1].figure[1], home[1] - 1)
    return any(f"{words[k].core} {words[k + 1].core}" in rules.part_tails for k in behind)


def is_length(words: Sequence[Word], figure: Range, rules: Grammar) -> bool:
    """Whether a figure counts units of time, inside its range or right behind it."""
    return any(word.core in rules.time_units for word in words[figure[0] : figure[1] + 1])


def _objects(
    words: Sequence[Word], home: Range, before: Range, items: Sequence[_Item], rules: Grammar
) -> list[list[Range]]:
    """Phrases of like build behind their verb: "killed *four people* and *two dogs*"."""
    lead = items[0].lead
    first = before[0] - lead
    named = all(item.named for item in items)  # على إسبانيا (31%) والولايات المتحدة (19%)
    opens = rules.data.subject_first and first >= home[0] and words[first].core in rules.agents
    first += named and opens  # "followed by *Ford (13%)* and *Volvo Cars (8%)*"
    if first < home[0] or (not named and any(item.lead != lead for item in items)):
        return []
    acted = any(_acts(words, k, rules) for k in range(first + 1, items[-1].figure[0]))
    # "exports *rose 4%* and investment 2%"
    acted = acted or (rules.data.subject_first and words[first].verb in {Verb.PAST, Verb.FINITE})
    if acted or _describes(words, home, first, items, rules):
        return []
    definite = rules.definite(words[first].core)
    cores = [words[item.start].core for item in items]
    alike = (rules.definite(core) == definite for core in cores if core not in rules.bare_crowds)
    if not named and not all(alike):
        return []
    alone = first == home[0]
    event = lead > 0 and rules.is_event(words[first].core)
    if not (event if alone else _opens(words, home[0], first, lead, rules)):
        return []
    parts = _parts(home, first, items)
    verb = _verb_of_subject(words, home, first, items, rules)
    return parts if verb is None else [_to_verb(part, verb, home[1]) for part in parts]


def _verb_of_subject(
    words: Sequence[Word], home: Range, first: int, items: Sequence[_Item], rules: Grammar
) -> int | None:
    """Where the verb begins whose subject has a list within it: "the deaths of *12 men and four
    women* were recorded", where the subject comes first."""
    telling = {Verb.PAST, Verb.FINITE}
    if not rules.data.subject_first or any(words[k].verb in telling for k in range(home[0], first)):
        return None
    behind = range(items[-1].figure[1], home[1])
    verb = next((k for k in behind if words[k].verb in telling), None)
    near = verb is not None and not any(words[k].pause for k in range(behind.start, verb + 1))
    return verb if near else None


def _to_verb(part: Sequence[Range], verb: int, stop: int) -> list[Range]:
    """A part of a subject with the verb that is said once behind all of them."""
    inside = [one for one in part if one[0] < one[1]]
    last = inside[-1]
    return [*inside] if last[1] > verb else [*inside, (verb, stop)]


def _describes(
    words: Sequence[Word], home: Range, first: int, items: Sequence[_Item], rules: Grammar
) -> bool:
    """Whether a list only belongs to a participle of the subject, whose verb follows: "a ferry
    *carrying 180 passengers and 22 crew* sank", where the subject comes first."""
    if not rules.data.subject_first or first == home[0] or words[first - 1].verb != Verb.GERUND:
        return False
    acts = [words[k].verb == Verb.FINITE or words[k].verb == Verb.PAST for k in range(*home)]
    return not any(acts[: first - home[0]]) and any(acts[items[-1].figure[1] - home[0] :])


def _shares(
    words: Sequence[Word], home: Range, before: Range, items: Sequence[_Item], rules: Grammar
) -> list[list[Range]]:
    """Parts of what another clause has counted, each with its place: "12 in Aleppo and *8 in
    Homs*"."""
    plain = before[0] == home[0] and all(item.lead == 0 for item in items)
    return _parts(home, home[0], items) if plain else []


def _acts(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a verb stands there that does not only describe the noun before it."""
    if words[at].verb != Verb.FINITE:
        return False
    before = words[at - 1]
    closed = rules.definite(before.core) or before.verb > Verb.GERUND or words[at].lexeme.glue
    return rules.data.subject_first or bool(closed) or words[at].pause


def _parts(home: Range, first: int, items: Sequence[_Item]) -> list[list[Range]]:
    """What stands before the list with each of its items."""
    starts = [first, *(item.start for item in items)]
    ends = [*(item.cut for item in items), home[1]]
    return [[(home[0], first), item] for item in zip(starts, ends, strict=True)]


def _opens(words: Sequence[Word], floor: int, first: int, lead: int, rules: Grammar) -> bool:
    """Whether a list may begin at a word: behind a verb or a preposition, with a preposition
    written on to it, or behind the subject where the verb comes first."""
    opener = words[first - 1]
    # "… the creation of 69,000 jobs in …"
    event = rules.is_event(opener.core) and not lead
    if event or opener.verb != Verb.NO or rules.prepositional(opener):
        return not words[first].pause
    acts = any(words[k].verb >= Verb.WEAK for k in range(floor, first - 1))
    acts = acts or rules.prepositional(words[floor])  # بين القتلى | سبع نساء وثلاثة أطفال
    if rules.data.subject_first or words[first].pause or not acts:
        return False
    if lead:
        # Acts (بسجن أربعة وتغريم ثلاثة), not measures of one thing (بقدرة … وكلفة …).
        return rules.opens_event(words[first])
    closed = rules.definite(opener.core) or rules.owned(opener.core)
    return closed and not _counts_time(opener, rules)


def _counts_time(word: Word, rules: Grammar) -> bool:
    """Whether figures behind a word number units of time (في الدقيقتين 12 و58), and it is no day
    on which something was measured (*اليوم* 33 درجة)."""
    unit = rules.without_article(word.core) in rules.time_units
    return unit and word.core not in rules.day_words


def _without_verb(
    words: Sequence[Word], home: Range, before: Range, items: Sequence[_Item], rules: Grammar
) -> list[list[Range]]:
    """Subjects with their figures, the verb said once: "men earned $500 and *women $430*"."""
    if any(not item.lead or not _is_subject(words, item, rules) for item in items):
        return []
    near = range(before[0] - 1, max(home[0], before[0] - 3) - 1, -1)
    if rules.data.subject_first:
        verb = next((k for k in near if words[k].verb >= Verb.PAST), None)
        while verb and words[verb - 1].core in rules.verb_next | rules.auxiliaries:
            verb -= 1  # "*will* pay £24m and the council £9m"
        behind = before[0]
    else:
        verb = home[0] if words[home[0]].verb >= Verb.WEAK else None
        behind = home[0] + 1
    if verb is None or (rules.data.subject_first and verb == home[0]):
        return []
    starts = [item.start for item in items]
    ends = [*(item.cut for item in items[1:]), home[1]]
    later = [[(verb, behind), item] for item in zip(starts, ends, strict=True)]
    return [[(home[0], items[0].cut)], *later]


def _is_subject(words: Sequence[Word], item: _Item, rules: Grammar) -> bool:
    """Whether the words before a figure are a subject: a definite noun, a name, a bare noun."""
    inner = words[item.start : item.figure[0]]
    if any(rules.prepositional(word) or word.verb > Verb.WEAK for word in inner):
        return False
    if not rules.data.subject_first:
        return rules.definite(inner[0].core) or item.named
    return len(inner) == 1 or inner[0].core in rules.articles or inner[0].capital


def _by_place(
    words: Sequence[Word], home: Range, before: Range, items: Sequence[_Item], rules: Grammar
) -> list[list[Range]]:
    """Figures each behind its place, where the verb comes first: بلغت النسبة *في أربيل 41* بالمئة
    *وفي السليمانية 37*."""
    opener = words[items[0].start].core
    if rules.data.subject_first or opener not in rules.prepositions:
        return []
    if any(words[item.start].core != opener or item.lead < _LEAD for item in items):
        return []
    back = range(before[0] - _LEAD, max(home[0], before[0] - _LEAD - _PLACED) - 1, -1)
    first = next((k for k in back if words[k].core == opener), None)
    if first is None or any(_acts(words, k, rules) for k in range(first + 1, items[-1].figure[0])):
        return []
    return _parts(home, first, items)


def _in_places(
    words: Sequence[Word], home: Range, before: Range, items: Sequence[_Item], rules: Grammar
) -> list[list[Range]]:
    """Figures with their places, all else said once: "39 deaths were reported in Dhaka, *21 in
    Patna*"."""
    figure = next((k for k in range(*before) if words[k].number), before[0])
    openers = {words[min(item.figure[1], home[1] - 1)].core for item in items}
    if any(item.lead for item in items) or len(openers) != 1 or not rules.data.subject_first:
        return []
    opener = next(iter(openers))
    place = next((k for k in range(before[1], items[0].cut) if words[k].core == opener), None)
    if opener not in rules.prepositions or place is None:
        return []
    if not any(words[k].verb >= Verb.PAST for k in range(before[1], place)):
        return []
    starts = [item.start for item in items]
    ends = [*(item.cut for item in items[1:]), home[1]]
    later = [[(figure + 1, place), item] for item in zip(starts, ends, strict=True)]
    return [[(home[0], items[0].cut)], *later]
