"""Times among the words of a clause: where one begins and ends, and what is a year."""

from __future__ import annotations

from collections.abc import Sequence, Set

from workbench.splitting.clauses.pieces import Piece
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_YEAR = 4
"""Digits of a year."""
_AGE = 3
"""Digits of an age, at most."""
_DATED = 3
"""Words of a thing and the year it is for, at least."""


def past_time(words: Sequence[Word], first: int, verb: int, rules: Grammar) -> int:
    """Behind a time that opens a clause without a comma: "*On Monday* the mayor resigned"."""
    if not rules.prepositional(words[first]):
        return first
    at = first + 1
    while at < verb and words[at].core in rules.times:
        at += 1
    if at == first + 1:
        return first
    at += at < verb and _has_length_of_year(words[at])
    return at if at < verb and words[at].core not in rules.prepositions else first


def subject_behind(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> int | None:
    """Where a subject with its article, or a pronoun, stands straight behind the noun of a phrase
    that opens a clause without a comma: "after the war *the* family moved", "today's final *I*";
    behind a time any name: "since May 2010 *Oslo* has"."""
    dated = _time_end(words, start, stop, rules)
    if dated > start and dated < stop and _names_subject(words[dated], rules):
        return dated
    starts = rules.definite_articles | rules.indefinite_articles | rules.owning | rules.personal
    determiners = rules.fractions | rules.scales | rules.articles | rules.possessives
    no_nouns = determiners | rules.prepositions
    for k in range(start + 1, stop):
        word, before = words[k], words[k - 1]
        named = before.verb == Verb.GERUND and words[k - 2].core in rules.articles  # "the bombing"
        if before.verb >= Verb.PAST or word.pause or word.core in rules.conjunctions:
            return None
        noun = (before.verb == Verb.NO or named) and before.core not in no_nouns
        plain = not (word.gap.strip() or rules.is_adverb(before.core))
        if word.core in starts and noun and plain:
            return k
    return None


def _time_end(words: Sequence[Word], start: int, stop: int, rules: Grammar) -> int:
    """Behind the words of a time: "May 2010", "last Friday"."""
    at = start
    while at < stop and (words[at].core in rules.times or _has_length_of_year(words[at])):
        at += 1
    return at


def _names_subject(word: Word, rules: Grammar) -> bool:
    """Whether a name or a noun with its article may open a clause there."""
    opens = word.capital or word.core in rules.definite_articles
    return opens and word.verb == Verb.NO and not (word.pause or rules.prepositional(word))


def before_time(words: Sequence[Word], end: int, rules: Grammar) -> int:
    """Where the day, age or length of time before word ``end`` begins, which parts a relative
    clause from its noun: "a budget *on Monday* that closes …", "73 cases *over the past 12 months*,
    of whom …", "Emma Hale, *31*, who …"; ``end`` itself if none stands there."""
    if not rules.data.subject_first:
        return _before_year(words, end, rules)
    if _is_age(words, end, rules):
        return end - 1 - (words[end - 2].core in rules.age_openers)
    first = end
    dated = rules.day_words | rules.without_preposition
    while first > 1 and words[first - 1].core in dated and not words[first - 1].pause:
        first -= 1
    if first == end:
        first = _length_before(words, end, rules)
    if first < end and words[first - 1].core in rules.prepositions:
        first -= 1
    return first


def _is_age(words: Sequence[Word], end: int, rules: Grammar) -> bool:
    """Whether a figure between two commas is how old somebody is: "a man, *31*, who", "…, aged
    *31*, who"."""
    if not 1 < end < len(words) or words[end].core not in rules.personal_relatives:
        return False
    age, before = words[end - 1], words[end - 2]
    opens = before.pause if before.core in rules.age_openers else age.comma
    return age.core.isdecimal() and len(age.core) <= _AGE and opens and words[end].pause


def _before_year(words: Sequence[Word], end: int, rules: Grammar) -> int:
    """Where the year that a thing is for, or of, begins before word ``end``: قانون المالية *لسنة
    2027* | الذي, تفجير سوق *عام 2021* | أسفر; ``end`` itself if none stands there."""
    while end > _DATED and words[end - 1].core in rules.adverbs:
        end -= 1  # مظاهرات في مصر *مؤخرا* | تطالب
    if end < _DATED or not words[end - 1].number:
        return end
    unit = words[end - 2].core
    dated = unit[:1] in rules.data.glued_prepositions and unit[1:] in rules.time_units
    dated = dated or is_year(words, end - 1, rules.time_units)
    return end - 2 if dated else end


def _length_before(words: Sequence[Word], end: int, rules: Grammar) -> int:
    """Where a counted length of time before word ``end`` begins behind its preposition: "over *the
    past 12 months*"; ``end`` itself if none stands there."""
    if words[end - 1].core not in rules.time_units:
        return end
    counting = rules.numerals | rules.day_words | rules.definite_articles | rules.of_times
    first = end - 1
    while first > 1 and (words[first - 1].number or words[first - 1].core in counting):
        first -= 1
    return first if words[first - 1].core in rules.prepositions and first < end - 1 else end


def is_year(words: Sequence[Word], at: int, nouns: Set[str]) -> bool:
    """Whether a figure is a year behind one of some nouns: عام *2021*, in March *2021*."""
    return at > 0 and words[at - 1].core in nouns and _has_length_of_year(words[at])


def _has_length_of_year(word: Word) -> bool:
    return word.number and len(word.raw) == _YEAR


def ends_length(words: Sequence[Word], at: int, rules: Grammar) -> bool:
    """Whether a unit of time ends how long something was: لمدة عام | القيود التي …"""
    opens = at > 0 and words[at - 1].core in rules.lengths
    return opens and words[at].core in rules.time_units


def says_when(words: Sequence[Word], rules: Grammar) -> bool:
    """Whether words say no more than when it was, where the subject comes first: "in 2004", "last
    Tuesday", "in the early hours of Sunday"."""
    timed = rules.times | rules.of_times | rules.day_words | rules.prepositions | rules.adverbs
    timed |= rules.definite_articles
    dated = any(word.number or word.core in rules.times | rules.day_words for word in words)
    return dated and all(word.number or word.core in timed for word in words)


def only_dates(words: Sequence[Word], piece: Piece, rules: Grammar) -> bool:
    """Whether "and that" is followed by no more than when it was, where the verb comes first:
    …، *وذلك منذ الأربعاء الماضي*, *وذلك اعتبارا من 12 مارس*."""
    if rules.data.subject_first or words[piece.body].core not in rules.demonstratives:
        return False
    dated = False
    for at in range(piece.body + 1, piece.stop):
        word, before = words[at], words[at - 1]
        follows = before.number or before.core in rules.dated_words
        leads = word.core in rules.prepositions or rules.object_stem(word.core) != word.core
        when = word.number or word.core in rules.dated_words
        if not (when or leads or (follows and rules.definite(word.core))):
            return False
        dated = dated or when
    return dated
