"""Nouns that do or undergo the same: "Buses and lorries were turned back" is told of either.

Only where the subject comes first, and only where the nouns are surely two subjects: "research
and development costs" are one thing, "27 men and women" are counted together, and who agrees or
clashes does so with the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.cutting.predication import predicates
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_SHORTEST, _LONGEST = 3, 25
"""Words of a list of subjects."""
_GROUP = 4
"""Words of a verb with its auxiliaries."""
_AIM = 3
"""Words within which an infinitive follows what governs it: "been unable *to*"."""


def noun_subjects(words: Sequence[Word], home: Range, rules: Grammar) -> list[Range]:
    """The subjects that a clause lists before its verb, or nothing."""
    verb = next(iter(predicates(words, *home, rules)), home[0])
    stop = verb
    while stop > home[0] and words[stop - 1].core in rules.before_verbs:
        stop -= 1
    if words[home[0]].core in rules.reciprocal:
        return []  # "Between 2016 and 2019 Doyle chaired …"
    first = _past_time(words, home[0], stop, rules)
    if not _SHORTEST <= stop - first <= _LONGEST or acts_together(words, verb, home[1], rules):
        return []
    items = _items(words, first, stop, rules)
    if not items or not all(_is_subject(words, item, rules) for item in items):
        return []
    if words[verb].core in rules.singular_auxiliaries or _belongs_to_all(words, items, rules):
        return []  # "The certificate from the agency and the ministry *was* lost"
    return _told_each(words, items, rules)


def _past_time(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> int:
    """The index behind a time that opens a clause: "*On Friday*, 12 cars and a bus were hit"."""
    opens = words[start].core in rules.prepositions | rules.adverbs | rules.dated_words
    close = next((k for k in range(start + 1, stop) if words[k].comma), start)
    times = rules.times | rules.dated_words | rules.day_words | rules.time_units
    timed = any(word.core in times for word in words[start:close])
    return close if opens and timed else start


def _belongs_to_all(words: Sequence[Word], items: Sequence[Range], rules: Grammar) -> bool:
    """Whether a list of names goes on with whose a thing is: "*the policies of Obama*, Clinton and
    the Fed", but "the president of France, the Pope and the King"."""
    first, last = items[0]
    if _are_places_of(words, items, rules):
        return True
    head = words[_head(words, items[0], rules)]
    owned = words[last - 1].capital and any(w.core in rules.name_joints for w in words[first:last])
    thing = not head.capital and rules.persons.isdisjoint((head.core, rules.base(head.core)))
    return owned and thing and all(words[stop - 1].capital for _, stop in items[1:])


def _are_places_of(words: Sequence[Word], items: Sequence[Range], rules: Grammar) -> bool:
    """Whether a list goes on with where those are of whom is told: "*Staff at the mill* and the
    depot walked out", but "residents of the town and the mayor"."""
    first, last = items[0]
    at = next((k for k in range(first + 1, last - 1) if words[k].core in rules.locative), 0)
    if at and _are_of_body(words, items, at, rules):
        return True
    if not at or words[at + 1].core not in rules.definite_articles:
        return False
    actors = rules.bodies_and_persons | rules.persons | rules.collectives | rules.plurals
    heads = [words[_head(words, item, rules)] for item in items[1:]]
    known = all(words[start].core in rules.definite_articles for start, _ in items[1:])
    plain = all(actors.isdisjoint((head.core, rules.base(head.core))) for head in heads)
    return known and plain and not any(head.capital for head in heads)


def _are_of_body(words: Sequence[Word], items: Sequence[Range], at: int, rules: Grammar) -> bool:
    """Whether those counted are of what stands behind their preposition and of another: "4,800
    pilots at Lufthansa *and its cargo arm*", "12 people in the village *and a nearby camp*"."""
    first = items[0][0]
    counted = any(words[k].number or words[k].core in rules.numerals for k in range(first, at))
    second = items[1]
    head = words[_head(words, second, rules)].core
    owned = words[second[0]].core in rules.owning and head not in rules.persons
    return counted and len(items) == 2 and (owned or head in rules.grounds | rules.place_heads)


def _told_each(words: Sequence[Word], items: list[Range], rules: Grammar) -> list[Range]:
    """The subjects of which a verb surely tells each."""
    first, last = items[0][0], items[-1]
    behind = first > 0 and words[first - 1].core in rules.prepositions
    if behind and any(_is_alone(words, one, rules) for one in items):
        return []  # "passed after the strike and the minister resigned": one of them may not have
    if all(_is_counted(words, item, rules) for item in items[1:]):
        return items
    if not _opens_bare(words, items[0], rules) or not _stays_apart(words, items, rules):
        return []
    # "Teachers and nurses *in Lagos*" are all from there.
    return [*items[:-1], (last[0], _head(words, last, rules) + 1)]


def neither_subject(words: Sequence[Word], home: Range, rules: Grammar) -> list[Range]:
    """Two subjects of which something is denied ("Neither *Oslo* nor *the firm* has signed"), each
    told with the word that denies it; or nothing."""
    if words[home[0]].core not in rules.none_of_two:
        return []
    first = home[0] + 1
    stop = next(iter(predicates(words, *home, rules)), home[1])
    joint = next((k for k in range(first, stop) if words[k].core in rules.alternatives), first)
    if not first < joint < stop - 1:
        return []
    return [(first, joint), (joint + 1, stop)]


def acts_together(words: Sequence[Word], verb: int, stop: int, rules: Grammar) -> bool:
    """Whether a verb tells what its subjects do or are with each other ("agreed", "are equal",
    "are the two largest", "signed an accord", but "signed accords with Oman")."""
    for at in range(verb, min(verb + _GROUP, stop)):
        core = words[at].core
        if rules.base(core) in rules.mutual or words[at].lexeme.stem in rules.mutual:
            return True
        if core not in rules.auxiliaries and core not in rules.before_verbs:
            aims = (k for k in range(at + 1, min(at + _AIM, stop - 1)))
            aim = next((k for k in aims if words[k].core in rules.infinitives), None)
            if aim is not None:  # "*failed to reach* a truce", "were unable *to agree*"
                return acts_together(words, aim + 1, stop, rules)
            return _counts_all(words, at, stop, rules) or _is_joint_deed(words, at, stop, rules)
    return False


def _counts_all(words: Sequence[Word], at: int, stop: int, rules: Grammar) -> bool:
    """Whether what subjects are counts them together: "were *the two* biggest losers"."""
    if at + 1 >= stop or words[at].core not in rules.definite_articles:
        return False
    return words[at + 1].number or words[at + 1].core in rules.numerals


def _is_joint_deed(words: Sequence[Word], verb: int, stop: int, rules: Grammar) -> bool:
    """Whether the object of a verb is a thing that two bring about with each other: "held *talks*",
    where no third one is told of behind "with"; a thing that is known ("signed *the* treaty") each
    of them does."""
    near = range(verb + 1, min(verb + _GROUP, stop))
    end = next(
        (k for k in near if words[k].pause or words[k].core in rules.prepositions), near.stop
    )
    known = rules.articles - rules.indefinite_articles - rules.owning  # "ended *their* war"
    if verb + 1 < end and words[verb + 1].core in known:
        return False
    joint = any(words[k].core in rules.mutual_things for k in range(verb + 1, end))
    return joint and not any(word.core in rules.partner_joints for word in words[end:stop])


def _items(words: Sequence[Word], first: int, stop: int, rules: Grammar) -> list[Range]:
    """What commas and one "and" before the last part; "two-*and*-a-half" is one word."""
    joints = [k for k in range(first, stop) if words[k].core in rules.conjunctions]
    joints = [k for k in joints if words[k].gap != "-"]
    if len(joints) != 1 or words[joints[0]].core in rules.alternatives:
        return []
    joint = joints[0]
    commas = [k for k in range(first + 1, stop) if words[k].pause]
    if any(k > joint or not words[k].comma for k in commas):
        return []
    cuts = [k for k in commas if k != joint]
    return list(zip([first, *cuts, joint + 1], [*cuts, joint, stop], strict=True))


def _head(words: Sequence[Word], item: Range, rules: Grammar) -> int:
    """The noun of a phrase: its last word before a preposition."""
    inside = range(item[0] + 1, item[1])
    return next((k for k in inside if words[k].core in rules.prepositions), item[1]) - 1


def _is_subject(words: Sequence[Word], item: Range, rules: Grammar) -> bool:
    """Whether a phrase can be a subject by itself: in the plural, or with its article or count."""
    inside = range(*item)
    if not inside or any(words[k].verb in {Verb.PAST, Verb.FINITE} for k in inside):
        return False
    if any(words[k].verb == Verb.GERUND for k in inside[1:]):
        return False  # "a bus *taking* workers and their families overturned"
    if _is_counted(words, item, rules):
        return True
    return words[item[0]].core not in rules.prepositions | rules.pronouns and _is_plural(
        words[_head(words, item, rules)], rules
    )


def _is_plural(word: Word, rules: Grammar) -> bool:
    ended = word.core.endswith(rules.data.inflected_endings or "\0") and word.core[-2:-1] != "s"
    return (ended and not word.number) or word.core in rules.plurals


def _is_alone(words: Sequence[Word], item: Range, rules: Grammar) -> bool:
    """Whether a phrase is of one thing that is known ("the strike")."""
    known = words[item[0]].core not in rules.indefinite_articles and not words[item[0]].number
    return known and not _is_plural(words[_head(words, item, rules)], rules)


def _is_counted(words: Sequence[Word], item: Range, rules: Grammar) -> bool:
    """Whether a phrase has its own article or count ("a car", "his wife", "at least 30 guards")."""
    first = words[item[0]]
    counts = item[1] - item[0] > 1 and words[item[0] + 1].core not in rules.prepositions
    counts = counts and first.core in rules.numerals | rules.one_of
    if first.core in rules.articles or counts or (first.number and item[1] - item[0] > 1):
        return True
    near = range(item[0] + 1, min(item[0] + 3, item[1]))
    return first.core in rules.prepositions and any(words[k].number for k in near)


def _opens_bare(words: Sequence[Word], item: Range, rules: Grammar) -> bool:
    """Whether nothing opens the first phrase that may count or describe the later ones as well:
    "27 men and women", "armed men and boys"."""
    return _head(words, item, rules) == item[0] and not words[item[0]].number


def _stays_apart(words: Sequence[Word], items: Sequence[Range], rules: Grammar) -> bool:
    """Whether a bare noun goes on with no phrase before it: "victims of floods and storms" are
    victims of both, "children under 15 and pensioners" two groups."""
    apart = (
        _head(words, item, rules) + 1 == item[1]
        or words[item[1] - 1].number
        or words[item[1] - 1].capital
        for item in items[:-1]
    )
    heads = [words[_head(words, item, rules)] for item in items[1:]]
    # "Schools in Osmaniye *and Hatay provinces*": what both are stands behind them.
    last = items[-1]
    shared = words[last[0]].capital and last[1] - last[0] > 1 and not words[last[1] - 1].capital
    placed = words[items[0][1] - 1].capital and (heads[-1].core in rules.place_heads or shared)
    return all(apart) and not any(head.capital for head in heads) and not placed


def made_of_several(words: Sequence[Word], home: Range, rules: Grammar) -> bool:
    """Whether a clause opens with a body and those that it is made of, before its verb: "the crew
    of three Russians and two Britons had told nobody"."""
    verb = next((k for k in range(*home) if words[k].verb >= Verb.PAST), home[1])
    lead = range(home[0], min(verb, home[1] - 1))
    body = next((k for k in lead if words[k].core in rules.collectives), None)
    if body is None or words[body + 1].core not in rules.name_joints:
        return False
    first = words[body + 2] if body + 2 < home[1] else None
    return first is not None and (bool(first.number) or first.core in rules.numerals)
