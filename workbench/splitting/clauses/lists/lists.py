"""Lists: one claim for each name, date or figure that is told of alike.

What is kept whole: lists of topics; anything under "only", "except", "both"; parties of one
event ("talks between A and B"); a list that a figure counts together ("hundreds of soldiers
from A and B"); places that share the noun behind them, however many ("in A, B and C counties").
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from msgspec.structs import replace

from workbench.splitting.clauses.clause import Clause, Range, touching
from workbench.splitting.clauses.cutting.additions import takes_part
from workbench.splitting.clauses.lists.counted import counted
from workbench.splitting.clauses.lists.enumerations import enumerated
from workbench.splitting.clauses.lists.listed import chains, inside, is_counted, is_ranged, spread
from workbench.splitting.clauses.lists.marks import Marks
from workbench.splitting.clauses.lists.meted import meted
from workbench.splitting.clauses.lists.names import names_listed, places_listed
from workbench.splitting.clauses.lists.pairs import pair
from workbench.splitting.clauses.lists.states import states
from workbench.splitting.clauses.lists.subjects import (
    acts_together,
    made_of_several,
    neither_subject,
    noun_subjects,
)
from workbench.splitting.clauses.lists.subjects_verb_first import is_mutual, offices
from workbench.splitting.clauses.phrases.each_of import each_of
from workbench.splitting.clauses.phrases.outcomes import outcomes
from workbench.splitting.clauses.phrases.phrases import noun_phrase
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

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
        return spread(clause, (denied[0][0], denied[-1][1]), denied)
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
        names_listed,
        _nouns,
        places_listed,
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
    if (
        lent
        or clause.kind == Kind.RECORD
        or sum(last - first for first, last in clause.ranges) > _LONGEST
    ):
        return True
    opener = words[clause.own[0][0]]
    if takes_part(words, clause.own[0][0], rules) or opener.core in rules.none:
        return True
    # عقارين *يملكهما* في جونية وباريس: one in each
    if clause.kind == Kind.BARE and opener.core.endswith(rules.data.dual_pronoun_endings or "\0"):
        return True
    if made_of_several(words, clause.own[0], rules):
        return True
    return any(
        words[index].core in rules.only
        for first, last in clause.ranges
        for index in range(first, last)
    )


# --- adjectives of nations: "French, Australian and British forces" ---------------------------


def _adjectives(
    clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks
) -> list[Clause]:
    for chain in chains(marks.demonyms, words, rules):
        lists = (chain[0][0], chain[-1][1])
        home = inside(clause, lists)
        if home is None:
            continue
        if rules.data.subject_first:
            noun = lists[1]
            if noun >= home[1] or words[noun].verb != Verb.NO or words[noun].pause:
                continue
            if words[noun].core in rules.lineages:
                continue
            if acts_together(words, noun + 1, home[1], rules):
                continue  # "Greek and Turkish officers met"
        elif lists[0] == home[0] or rules.prepositional(words[lists[0] - 1]):
            continue
        elif is_mutual(words, (home[0], lists[0]), lists, rules):
            continue  # اتفق وزيرا الطاقة السوري والأردني
        alike = _are_one_people(chain, words, rules)
        if alike or is_counted(lists[0], home[0], words, rules, marks):
            continue
        return spread(clause, lists, chain)
    return []


def _are_one_people(chain: Sequence[Range], words: Sequence[Word], rules: Grammar) -> bool:
    """Whether a list only names the men and the women of one nation: سعوديون وسعوديات."""
    endings = (*rules.data.plural_endings, *rules.data.feminine_plurals)
    cores = (words[last - 1].core for _, last in chain)
    cut = (next((one for one in endings if core.endswith(one)), "") for core in cores)
    stems = {
        words[last - 1].core.removesuffix(ending)
        for (_, last), ending in zip(chain, cut, strict=True)
    }
    return len(stems) == 1


# --- dates ------------------------------------------------------------------------------------


def _dates(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    for chain in chains(_dated(marks, words, rules), words, rules):
        lists = (chain[0][0], chain[-1][1])
        home = inside(clause, lists)
        paired = {words[k].core for k in range(max(0, lists[0] - 1), lists[0] + 1)}
        both = not rules.paired_units.isdisjoint(paired)  # خلال شهري أكتوبر ونوفمبر
        lasting = any(words[first].core in rules.length_openers for first, _ in chain[1:])
        if home is None or both or lasting or is_ranged(lists[0], words, rules):
            continue
        if rules.data.subject_first and is_counted(lists[0], home[0], words, rules, marks):
            return []  # "cancelled 11 flights on Monday and Tuesday": not as many on either
        subject = _counted_as(len(chain), words, rules, marks, home)
        if subject is None:
            return [_without_preposition(one, words, rules) for one in spread(clause, lists, chain)]
        led = rules.prepositional(words[subject[0]])
        led = led or (subject[0] > 0 and words[subject[0] - 1].core in rules.prepositions)
        if rules.data.subject_first or led:
            # "12 died in *two attacks* on Monday and Tuesday", قتلوا *في قريتين* في 2 و13 أكتوبر
            return []
        end = lists[0]
        while end > home[0] and words[end - 1].core in rules.prepositions:
            end -= 1
        return [
            Clause(((home[0], end),), clause.kind, clause.borrowed),
            *(Clause((item,), Kind.PART, (subject,)) for item in chain),
        ]
    return []


def _without_preposition(one: Clause, words: Sequence[Word], rules: Grammar) -> Clause:
    """The clause of a time that takes no preposition, where another of the list had one: "in 2019
    and *last year*"."""
    for at in range(1, len(one.own)):
        (first, end), item = one.own[at - 1], one.own[at]
        led = words[end - 1].core in rules.prepositions and first < end - 1 and end < item[0]
        if led and words[item[0]].core in rules.without_preposition:
            own = (*one.own[: at - 1], (first, end - 1), *one.own[at:])
            return replace(one, own=own)
    return one


def _dated(marks: Marks, words: Sequence[Word], rules: Grammar) -> list[Range]:
    """Times without the preposition in front, as items of a list have them or not."""
    made = []
    for first, last in marks.times:
        start = first
        while start < last - 1 and words[start].core in rules.prepositions:
            start += 1
        made.append((start, last))
    return made


def _counted_as(
    number: int, words: Sequence[Word], rules: Grammar, marks: Marks, home: Range
) -> Range | None:
    """The phrase of the clause that counts as many things as there are dates."""
    for found, count in marks.counts.items():
        if count == number and home[0] <= found[0] and found[1] <= home[1]:
            phrase = noun_phrase(words, found[0], home[1], rules)
            return (found[0], max(found[1], phrase[1] if phrase else found[1]))
    return None


# --- pairs and nouns of one kind, what something was or led to ------------------------------------


def _pairs(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    for home in clause.ranges if rules.pair_heads else ():
        found = pair(words, home, rules, marks)
        if found and any(figure[0] < found[0][0] - 1 for figure in marks.figures):
            return []  # "142 cases in the provinces of X and Y"
        if found and not is_ranged(found[0][0], words, rules):
            return spread(clause, (found[0][0], found[-1][1]), found)
    return []


def _states(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    found = states(clause, words, rules)
    return spread(clause, *found) if found else []


def _each_of(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    if not rules.each_of:
        return []
    found = (each_of(words, home, rules) for home in clause.ranges)
    return next((spread(clause, *one) for one in found if one is not None), [])


def _meted(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    if not rules.meting:
        return []
    found = (meted(words, home, sorted(marks.figures), rules) for home in clause.ranges)
    return next((spread(clause, *one) for one in found if one is not None), [])


def _outcomes(clause: Clause, words: Sequence[Word], rules: Grammar) -> list[Clause]:
    if rules.data.subject_first:
        return []
    starts = outcomes(words, [k for found in clause.ranges for k in range(*found)], rules)
    home = inside(clause, (starts[0], starts[-1] + 1)) if starts else None
    if home is None:
        return _parted_outcomes(clause, starts)
    ends = [*starts[1:], home[1]]
    return spread(clause, (starts[0], home[1]), list(zip(starts, ends, strict=True)))


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


def _nouns(clause: Clause, words: Sequence[Word], rules: Grammar, marks: Marks) -> list[Clause]:
    home = clause.ranges[0]
    if home in clause.borrowed:
        return []
    reader = noun_subjects if rules.data.subject_first else offices
    found = reader(words, home, rules)
    if found and any(words[k].core in rules.reciprocal for k in range(*found[0])):
        return []  # "talks *between* the council and the union broke down"
    return spread(clause, (found[0][0], found[-1][1]), found) if found else []
