"""Times in a text: what they say, and what they mean for an article of a known date.

`scan` finds the expressions, `resolve` places them; a text is read in one pass.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec.structs import replace

from workbench.facets import interval
from workbench.facets.interval import Interval
from workbench.facets.numbers.numbers import read_numbers
from workbench.facets.numbers.tokens import SENTENCE_ENDS, Tokens
from workbench.facets.times.ahead import (
    before_aside,
    goes_ahead,
    is_expected,
    is_foretold_clause,
    is_near_ahead,
    is_of_month,
    is_promised,
    is_set_as_condition,
    looks_ahead,
    was_to_come,
)
from workbench.facets.times.appointed import is_awaited, is_delivery, is_put_off, is_scheduled
from workbench.facets.times.done import was_done, was_done_by, was_not_done_by
from workbench.facets.times.expressions import Calendar, Length, Mention, Part, Stretch, Unresolved
from workbench.facets.times.expressions import Clock as TimeOfDay
from workbench.facets.times.lexicon import TimeLexicon, time_lexicon
from workbench.facets.times.parts import Resolved
from workbench.facets.times.published import Surroundings
from workbench.facets.times.resolve import Resolver
from workbench.facets.times.scan import scan_times
from workbench.facets.times.units import iso_duration
from workbench.facets.types import Clock, Time
from workbench.language.packs import LanguagePack

_RELATIONS = {"by": "until", "onward": "since"}
_AS_AT = "as_at"
"""A deadline is told from "until" by its interval, which stays a point; what is to come from what
has begun by its dates."""


def read_times(text: str, pack: LanguagePack, clock: Clock) -> tuple[Time, ...]:
    """All times of ``text`` in text order, with offsets in it.

    ``text`` may be a whole article: a bare weekday means the date that the article has given that
    weekday before, else the last one up to publication. A time that cannot be placed has no
    interval, and its rule says why. Times of day are not reported.
    """
    lexicon = time_lexicon(pack)
    tokens = Tokens(text, lexicon.vocabulary)
    mentions = scan_times(tokens, read_numbers(tokens, lexicon.numbers), lexicon)
    return times_of(text, tokens, mentions, lexicon, clock)


def times_of(
    text: str, tokens: Tokens, mentions: Iterable[Mention], lexicon: TimeLexicon, clock: Clock
) -> tuple[Time, ...]:
    """What the time expressions that were found in a text mean."""
    resolver = Resolver(clock)
    times = []
    paragraph, counted = 0, 0
    for mention in mentions:
        if isinstance(mention.expression, TimeOfDay):
            continue
        between = [tokens[place] for place in range(counted, mention.first + 1)]
        paragraph += sum(token.line for token in between)
        counted = mention.first + 1
        since, stood = mention.relation == "since", mention.relation == _AS_AT
        ahead = not since and _is_ahead(tokens, mention, lexicon)
        lasting = mention.relation in {"until", "by", "onward"}
        around = Surroundings(
            paragraph,
            goes_on=not any(token.word in SENTENCE_ENDS for token in between),
            ahead=ahead,
            foretold=was_to_come(tokens, mention.first, lexicon),
            past=since or (not ahead and (stood or _is_past(tokens, mention, lexicon, lasting))),
            onward=mention.relation == "onward",
            qualifies=_qualifies(mention),
            lasting=lasting,
        )
        resolved = resolver.resolve(mention, around)
        relation = _from_now_on(resolved.interval, clock) if stood else mention.relation
        times.append(_time(text, tokens, replace(mention, relation=relation), resolved))
    return tuple(times)


def _from_now_on(found: Interval | None, clock: Clock) -> str:
    """What "as of" says: from a time on, if that is still to come, else at it."""
    said = clock.published
    if found is None or said is None or found.earliest is None or said.latest is None:
        return ""
    return "since" if found.earliest > said.latest else ""


def _qualifies(mention: Mention) -> bool:
    """Whether a part of a year only qualifies a noun: "first-quarter results"."""
    return isinstance(mention.expression, Part) and mention.relation == "during"


def _is_past(tokens: Tokens, mention: Mention, lexicon: TimeLexicon, lasting: bool) -> bool:
    """Whether what is told of a time has come about: by the verb before it, for a deadline all of
    its clause ("had lost power *by Thursday*")."""
    if lasting:
        done = mention.relation == "by" and was_done_by(tokens, mention, lexicon)
        until = mention.relation == "until"
        return done or (until and was_not_done_by(tokens, mention, lexicon))
    return _was_done(tokens, mention, lexicon)


def _was_done(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether a month or day is past by the verb before it: "Sales fell in December"."""
    told = mention.expression
    # "Carried 19 million in *the year to June*"
    date = told.whole if isinstance(told, Part) and told.kind.endswith(" to") else told
    if not isinstance(date, Calendar):
        return False
    if date.month is None and date.easter is None and (date.day is None or date.weekday):
        return False
    day = date.day is not None or date.easter is not None
    return was_done(tokens, mention, lexicon, day=told is date and day)


def _is_ahead(tokens: Tokens, mention: Mention, lexicon: TimeLexicon) -> bool:
    """Whether the words around a time say that it is still to come."""
    first = before_aside(tokens, mention, lexicon)
    if is_of_month(tokens, mention, lexicon):
        return False
    if _qualifies(mention):
        return is_near_ahead(tokens, first, lexicon)
    return (
        looks_ahead(tokens, first, lexicon)
        or goes_ahead(tokens, mention, lexicon)
        or is_foretold_clause(tokens, mention.first, lexicon)
        or is_expected(tokens, mention, lexicon)
        or is_promised(tokens, mention, lexicon)
        or is_scheduled(tokens, mention, lexicon)
        or is_put_off(tokens, mention, lexicon)
        or is_awaited(tokens, mention, lexicon)
        or is_delivery(tokens, mention.first, mention.last, lexicon)
        or is_set_as_condition(tokens, mention, lexicon)
    )


def _time(text: str, tokens: Tokens, mention: Mention, resolved: Resolved) -> Time:
    span = tokens.span(mention.first, mention.last)
    return Time(
        span=span,
        surface=span.of(text),
        interval=_opened(resolved.interval, mention.relation),
        rule=resolved.rule,
        relation=_RELATIONS.get(mention.relation, mention.relation),
        duration=_duration(mention),
    )


def _duration(mention: Mention) -> str:
    expression = mention.expression
    if isinstance(expression, Length | Unresolved):
        return expression.duration
    if isinstance(expression, Stretch) and expression.count is not None:
        return iso_duration(expression.unit, Decimal(expression.count))
    return ""


def _opened(found: Interval | None, relation: str) -> Interval | None:
    """ "since 2014" has no end, "until March" no beginning; a deadline ("by") stays a point."""
    if found is None or found.earliest is None or found.latest is None:
        return found
    if relation in {"since", "onward", "after"}:
        return interval.span(found, None)
    if relation in {"until", "before"}:
        return interval.span(None, found)
    return found
