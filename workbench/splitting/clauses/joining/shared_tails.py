"""Where and when, behind the last of two joined verbs, where the verb comes first: قتل شخص وأصيب
ثلاثة *في بغداد الخميس* says of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workbench.splitting.clauses.clause import Clause, Range
from workbench.splitting.clauses.phrases.phrases import is_accusative
from workbench.splitting.clauses.pieces import Kind
from workbench.splitting.clauses.words.forms import Verb
from workbench.splitting.clauses.words.grammar import Grammar
from workbench.splitting.clauses.words.words import Word

_EVENT = 4
"""Words of what happened before its place, at most."""


def shared_tail(
    pair: tuple[Clause, Clause],
    words: Sequence[Word],
    rules: Grammar,
    *,
    times: Mapping[Range, bool],
    places: Sequence[Range],
) -> Range | None:
    """What the first of two clauses shares of the second's last words, or nothing: where and when
    it happened, where both tell whom it befell; else the day that one subject did both.

    Args:
        pair: two clauses, one behind the other.
        words: of the stretch.
        rules: of its language.
        times: of the stretch, and whether each is a single day.
        places: named in the stretch.
    """
    (before, end), (first, stop) = pair[0].own[0], pair[1].own[0]
    own = _tail(words, before, end, rules, times=times, places=places)
    if own or not _is_joined(*pair, words, rules):
        return None
    if pair[1].borrowed:
        return _day_of_both(words, before, pair[1].own[0], rules, times)
    tail = _tail(words, first, stop, rules, times=times, places=places)
    if tail is None or not all(_befalls(words[at], rules) for at in (before, first)):
        return None
    ends = ((before, end), (first, tail[0]))
    return None if any(_says_how(words, *one, rules) for one in ends) else tail


def _day_of_both(
    words: Sequence[Word], before: int, second: Range, rules: Grammar, times: Mapping[Range, bool]
) -> Range | None:
    """The day at the end of what somebody did besides the deed that a word before it tells."""
    first, stop = second
    day = next((time for time in times if first < time[0] and time[1] == stop), None)
    planned = words[first].lexeme.stem in rules.deciding
    planned = planned or any(word.core in rules.verb_next for word in words[first:stop])
    past = all(rules.is_past(words[at].core) for at in (before, first))
    return day if day is not None and times[day] and past and not planned else None


def _is_joined(clause: Clause, following: Clause, words: Sequence[Word], rules: Grammar) -> bool:
    """Whether no more than "and", written on to its verb or its noun of whom it befell, joins the
    second of two clauses."""
    opens, verb = words[clause.own[0][0]], words[following.own[0][0]]
    counted = opens.core in rules.befalling_nouns and verb.core in rules.befalling_nouns
    joins = following.kind == Kind.JOIN or counted
    joins = joins and len(following.own) == len(clause.own) == 1
    touching = joins and clause.own[0][1] == following.own[0][0]
    return touching and bool(verb.lexeme.glue) and not verb.pause


def _befalls(word: Word, rules: Grammar) -> bool:
    """Whether a verb tells whom it befell, or a noun does (مقتل 7 وإصابة 250 *في انفجار*)."""
    if word.core in rules.befalling_nouns:
        return True
    return not rules.befalling.isdisjoint((word.lexeme.stem, rules.base(word.core)))


def _says_how(words: Sequence[Word], first: int, stop: int, rules: Grammar) -> bool:
    """Whether somebody is told of with how it befell him, as nobody else need be: توفي *غرقا*."""
    counted = (
        words[k - 1].number or words[k - 1].core in rules.numerals for k in range(first + 1, stop)
    )
    return any(
        not amount and (is_accusative(word, rules) or rules.is_event(rules.object_stem(word.core)))
        for word, amount in zip(words[first + 1 : stop], counted, strict=True)
        if word.core != rules.object_stem(word.core)
    )


def _tail(
    words: Sequence[Word],
    first: int,
    stop: int,
    rules: Grammar,
    *,
    times: Mapping[Range, bool],
    places: Sequence[Range],
) -> Range | None:
    """From the first phrase of when, where or by what, as far as the next pause."""
    starts = {time[0] for time in times if times[time]} | {place[0] for place in places}
    inner = (at for at in range(first + 1, stop) if words[at].verb >= Verb.PAST)
    stop = next(inner, stop)  # في هجوم | *استهدف* حاجزا
    for k in range(first + 2, stop):
        led = words[k].core in rules.prepositions and k + 1 < stop
        led = led and (k + 1 in starts or _happened(words[k + 1], rules))
        if k in starts or led or rules.governed_event(words[k]):
            pauses = (at for at in range(k + 1, stop) if words[at].pause)
            return (_event_before(words, first, k, rules), next(pauses, stop))
    return None


def _event_before(words: Sequence[Word], first: int, place: int, rules: Grammar) -> int:
    """Where a phrase begins that says in what it happened before where that was: *في حريق*
    بالجيزة."""
    for k in range(max(first + 2, place - _EVENT), place - 1):
        noun = words[k + 1]
        plain = noun.verb == Verb.NO and not (rules.definite(noun.core) or noun.number)
        if words[k].core in rules.locative - rules.goal_prepositions and plain and not noun.pause:
            return k
    return place


def _happened(word: Word, rules: Grammar) -> bool:
    """Whether a noun is of what happened, or of two such things (هجومين)."""
    dual = next((end for end in rules.data.dual_endings if word.core.endswith(end)), "")
    return rules.is_event(word.core) or (bool(dual) and rules.is_event(word.core[: -len(dual)]))
