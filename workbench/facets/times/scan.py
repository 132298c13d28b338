"""Finds the time expressions of a text and what they say, without resolving them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeGuard

from msgspec.structs import replace

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.times.ahead import is_foretold, looks_ahead
from workbench.facets.times.appointed import is_moved
from workbench.facets.times.counts import CountReader
from workbench.facets.times.dates import DateReader
from workbench.facets.times.expressions import (
    Between,
    Calendar,
    Clock,
    Expression,
    Mention,
    Offset,
    Part,
    Period,
    Unresolved,
)
from workbench.facets.times.lexicon import TimeLexicon
from workbench.facets.times.periods import PeriodReader
from workbench.facets.times.placed import PlacedReader
from workbench.facets.times.qualified import Qualifier
from workbench.facets.times.relative import RelativeReader
from workbench.facets.times.stretches import StretchReader

_OPEN_STARTS = frozenset({"since", "onward"})
_BOUNDS = frozenset({"since", "onward", "until", "by"})
_End = Calendar | Part | Period
"""What a stretch may begin or end with."""

_NEAR = 3
"""Words from an hour to the day it is of."""
_OF_DIGITS: tuple[str, ...] = (
    "bygone",
    "date",
    "clock",
    "day_of_unit",
    "quarter",
    "weekday_of_month",
    "week_of_month",
    "ends_of",
    "century",
    "stretch",
    "past_point",
    "length",
    "decade",
    "year",
)
"""The readers that may find a time that begins by digits."""
_POINTING = ("past_night", "day_of_unit", "shifted", "named_day", "weekend", "end_of_unit")
_COUNTING = ("stretch", "past_point", "length")
_PLACED = ("weekday_of_month", "week_from", "feast")
_PERIODS = (
    "bygone",
    "same_part",
    "clock",
    "last_part",
    "quarter",
    "week_of_month",
    "century",
    "decade",
    "season",
)


def scan_times(tokens: Tokens, numbers: Iterable[Number], lexicon: TimeLexicon) -> list[Mention]:
    """The time expressions of a text in text order, none inside another."""
    return _Scan(tokens, numbers, lexicon).read()


def dated_tokens(mentions: Iterable[Mention]) -> frozenset[int]:
    """The tokens of times whose numbers are no figures: of dates, not of lengths of time."""
    return frozenset(
        place
        for mention in mentions
        if not _counts_apart(mention)
        for place in range(max(mention.first, mention.figures_to), mention.last)
    )


def _counts_apart(mention: Mention) -> bool:
    """Whether a length of time only parts two things that are told, whose figure is one of its own:
    "*eight months* before it told anyone"."""
    apart = mention.expression
    return isinstance(apart, Unresolved) and bool(apart.duration)


class _Scan:
    def __init__(self, tokens: Tokens, numbers: Iterable[Number], lexicon: TimeLexicon) -> None:
        self._tokens = tokens
        self._numbers = {number.first: number for number in numbers}
        self._lexicon = lexicon
        self._dates = DateReader(tokens, self._numbers, lexicon)
        self._relative = RelativeReader(tokens, self._numbers, lexicon, self._dates)
        self._counts = CountReader(tokens, self._numbers, lexicon, self._dates)
        relative = self._relative
        self._qualifier = Qualifier(tokens, lexicon, self._dates.years, relative)
        self._readers: dict[str, Callable[[int], list[Mention]]] = {
            "date": self._dates.date,
            "ahead": _one(self._ahead),
            "weekday": _one(self._dates.weekday),
            "year": _one(self._dates.years.read),
            "month": _one(self._dates.month),
        }
        periods = PeriodReader(tokens, self._numbers, lexicon, self._dates, relative)
        placed = PlacedReader(tokens, self._numbers, lexicon, self._dates, periods)
        stretches = StretchReader(tokens, self._numbers, lexicon, periods, relative)
        self._readers["ends_of"] = _one(stretches.ends_of)
        for names, reader in (
            (_POINTING, relative),
            (_COUNTING, self._counts),
            (_PERIODS, periods),
            (_PLACED, placed),
        ):
            for name in names:
                self._readers[name] = _one(getattr(reader, name))

    def read(self) -> list[Mention]:
        mentions: list[Mention] = []
        readers, behind = self._lexicon.readers, 0
        for index, token in self._tokens.items():
            if index < behind:
                continue
            names = readers.get(token.core) or readers.get(token.word)
            names = _OF_DIGITS if token.kind is Kind.NUMBER else names
            found = self._at(index, names) if names else None
            if found:
                mentions += found
                behind = found[-1].last
        shared = self._shared(self._without_hours(mentions))
        return self._bounded(self._related(self._joined(shared)))

    def _at(self, index: int, readers: Iterable[str]) -> list[Mention]:
        """What the first of some readers that finds anything finds at a token."""
        for name in readers:
            found = self._readers[name](index)
            if found:
                return [self._qualifier.qualified(mention) for mention in found]
        return []

    def _ahead(self, index: int) -> Mention | None:
        within = self._lexicon.within.at(self._tokens, index)
        if within is None and self._lexicon.ahead_before.at(self._tokens, index) is None:
            return None
        ahead = looks_ahead(self._tokens, index, self._lexicon)
        if within is not None:
            ahead = ahead or is_foretold(self._tokens, index, self._lexicon)
            return self._counts.within(index, within[0]) if ahead else None
        return self._counts.future_point(index, looks_ahead=ahead)

    # --- times side by side -------------------------------------------------------------------

    def _without_hours(self, mentions: list[Mention]) -> list[Mention]:
        """The times with the hours taken in at which what lasts from one to the other begins and
        ends: "from *9 p.m. on* Thursday until *6 a.m. on* Saturday"."""
        kept: list[Mention] = []
        for mention in mentions:
            hour = kept[-1] if kept and isinstance(kept[-1].expression, Clock) else None
            if hour is None or not self._is_its_hour(hour, mention):
                kept.append(mention)
            elif self._begins(hour) or self._ends(kept[-2:-1], hour) or self._bounds(hour):
                kept[-1] = replace(mention, first=hour.first)
            else:
                kept.append(mention)
        return kept

    def _begins(self, hour: Mention) -> bool:
        lexicon = self._lexicon
        return any(
            words.before(self._tokens, hour.first) for words in (lexicon.between, lexicon.from_)
        )

    def _ends(self, before: list[Mention], hour: Mention) -> bool:
        link = self._link(before[0], hour) if before else ""
        between = before and self._lexicon.between.before(self._tokens, before[0].first)
        return bool(link and (link not in self._lexicon.joiners or between))

    def _bounds(self, hour: Mention) -> bool:
        """Whether something lasts to an hour, or from it on: "until at least *6pm* on Friday"."""
        found = self._lexicon.marks.before(self._tokens, hour.first)
        return found is not None and found[1] in _BOUNDS and not self._tokens[hour.first].line

    def _is_its_hour(self, hour: Mention, day: Mention) -> bool:
        between = [self._tokens[place] for place in range(hour.last, day.first + 1)]
        words = all(each.kind is Kind.WORD for each in between[:-1])
        return len(between) <= _NEAR and words and not any(each.line for each in between)

    def _shared(self, mentions: list[Mention]) -> list[Mention]:
        """What one of two coordinated dates leaves out is taken from the other."""
        for place in range(len(mentions) - 2, -1, -1):
            link = self._link(mentions[place], mentions[place + 1])
            if link:
                ordered = link in self._lexicon.joiners
                mentions[place] = _from_later(mentions[place], mentions[place + 1], ordered)
        for place in range(1, len(mentions)):
            if self._link(mentions[place - 1], mentions[place]):
                mentions[place] = _from_earlier(mentions[place - 1], mentions[place])
        return mentions

    def _link(self, first: Mention, second: Mention) -> str:
        """What joins two neighbouring times: the word, "and" where it is a prefix, or nothing."""
        gap = second.first - first.last
        token = self._tokens[second.first]
        if gap == 0:
            return "and" if self._lexicon.numbers.joins(token) and not token.line else ""
        link = self._tokens[first.last]
        if gap > 2 or link.line or token.line:
            return ""
        joins = (
            link.word in self._lexicon.joiners
            or link.word in self._lexicon.to
            or link.core in self._lexicon.to
            or link.word in DASHES
        )
        if gap == 2 and not self._is_skippable(self._tokens[first.last + 1].word):
            return ""
        return link.word if joins else ""

    def _is_skippable(self, word: str) -> bool:
        """Whether a word may stand between a link and the second time: "and in April"."""
        lexicon = self._lexicon
        small = word in lexicon.definite or word in lexicon.year_signs
        return small or lexicon.dayparts_before.begins(word)

    def _joined(self, mentions: list[Mention]) -> list[Mention]:
        """ "from March to May", "3-5 July", بين 3 و12 أيلول as one stretch each."""
        joined: list[Mention] = []
        for mention in mentions:
            whole = self._range(joined[-1], mention) if joined else None
            if whole is None:
                joined.append(mention)
            else:
                joined[-1] = whole
        return joined

    def _range(self, first: Mention, second: Mention) -> Mention | None:
        a, b = first.expression, second.expression
        if _is_weekday(a) and _is_weekday(b) and self._is_night(first, second):
            return Mention(first.first, second.last, Between(a, b), relation="during")
        link = self._link(first, second)
        if not link or not isinstance(a, _End) or not isinstance(b, _End):
            return None
        between = self._lexicon.between.before(self._tokens, first.first)
        from_ = self._lexicon.from_.before(self._tokens, first.first)
        if between is not None:
            start = between[0]
        elif link in DASHES:
            start = first.first
        elif from_ is not None and is_moved(self._tokens, from_[0], self._lexicon):
            return None  # "postponed from March to May"
        elif link in self._lexicon.to and link not in self._lexicon.joiners:
            start = from_[0] if from_ is not None else first.first
        else:
            return None
        return Mention(start, second.last, Between(a, b), relation="during")

    def _is_night(self, first: Mention, second: Mention) -> bool:
        """Whether two weekdays in a row name the night between them: ليل السبت الأحد."""
        night = self._lexicon.nights.before(self._tokens, first.first) is not None
        in_a_row = first.last == second.first and not self._tokens[second.first].line
        return night and in_a_row

    def _bounded(self, mentions: list[Mention]) -> list[Mention]:
        """ "since March and until May" as one stretch."""
        bounded: list[Mention] = []
        for mention in mentions:
            whole = self._bound(bounded[-1], mention) if bounded else None
            if whole is None:
                bounded.append(mention)
            else:
                bounded[-1] = whole
        return bounded

    def _bound(self, first: Mention, second: Mention) -> Mention | None:
        """Two times as one stretch, if the first opens what the next one right behind it closes."""
        a, b = first.expression, second.expression
        opened = first.relation in _OPEN_STARTS and second.relation == "until"
        gap = self._tokens[first.last].word if second.first > first.last else ""
        near = second.first - first.last <= 1 and (not gap or gap in self._lexicon.joiners)
        if not (opened and near) or self._tokens[second.first].line:
            return None
        if not isinstance(a, _End | Offset) or not isinstance(b, _End):
            return None
        return Mention(first.first, second.last, Between(a, b), relation="during")

    def _related(self, mentions: list[Mention]) -> list[Mention]:
        """The mentions with the words before them that relate or narrow them."""
        related: list[Mention] = []
        for mention in mentions:
            floor = related[-1].last if related else 0
            found = self._relate(mention)
            related.append(replace(found, first=max(found.first, floor)))  # "Monday *dawn* …"
        return related

    def _relate(self, mention: Mention) -> Mention:
        tokens, lexicon = self._tokens, self._lexicon
        parted = self._with_daypart(mention)
        within, mention = parted.first < mention.first, parted
        first = self._past_parts(mention.first)
        if tokens[first].line or mention.relation in {"for", "since", "onward", "after"}:
            return mention
        now = lexicon.from_now.before(tokens, first)
        if now is not None and isinstance(mention.expression, _End):
            ends = Between(Offset("day", 0), mention.expression)
            return Mention(now[0], mention.last, ends, relation="during")
        found = lexicon.marks.before(tokens, first)
        if found is None and tokens[first - 1].word in lexicon.definite:
            found = lexicon.marks.before(tokens, first - 1)  # "since the 1950s"
        if found is None:
            return replace(mention, first=first)
        start, relation = found
        if within and relation in {"before", "after"}:
            return replace(mention, first=start)  # "before dawn on Monday" is on Monday
        if relation == "before" and lexicon.end_parts.at(tokens, first) is not None:
            relation = "by"  # "before the end of the year" is in the year
        if relation in _OPEN_STARTS and lexicon.start_parts.at(tokens, first) is not None:
            mention = replace(mention, expression=_first_month(mention.expression))
        if mention.relation == "during" or relation == "during":
            shown = mention.relation == relation
            return replace(mention, first=start if shown else first)
        return replace(mention, first=start, relation=relation)

    def _with_daypart(self, mention: Mention) -> Mention:
        found = self._lexicon.dayparts_before.before(self._tokens, mention.first)
        if found is None or self._tokens[mention.first].line:
            return mention
        return replace(mention, first=found[0])

    def _past_parts(self, first: int) -> int:
        """Before the words that narrow a time without giving a date: "early in"."""
        for _ in range(2):
            if self._tokens[first].line:
                break
            skipped = first - (self._tokens[first - 1].word in self._lexicon.definite)
            part = self._lexicon.parts.before(self._tokens, skipped)
            if part is None:
                part = self._lexicon.parts.before(self._tokens, first)
            if part is None:
                break
            first = part[0]
        return first


def _one(read: Callable[[int], Mention | None]) -> Callable[[int], list[Mention]]:
    """A reader of single mentions as one of lists."""

    def mentions(index: int) -> list[Mention]:
        found = read(index)
        return [] if found is None else [found]

    return mentions


def _from_later(first: Mention, second: Mention, ordered: bool) -> Mention:
    """The first of two linked dates with the month, year or qualifier of the second.

    ``ordered``: they are a list, in which a later month does not stand first ("November and
    January 2021"); in a stretch it is of the year before ("November to January 2021").
    """
    a, b = first.expression, second.expression
    if not isinstance(a, Calendar) or not isinstance(b, Calendar):
        return first
    if a.month is None and a.day is not None and a.weekday is None and a.month_shift is None:
        a = replace(a, month=b.month, hijri=b.hijri, month_shift=b.month_shift)
    placed = a.year is not None or a.shift is not None or a.month is None
    if placed or b.month is None or a.year_shift is not None:
        return replace(first, expression=a)
    year = b.year
    if year is not None and b.month < (a.month or 0):
        year = None if ordered else year - 1
    return replace(first, expression=replace(a, year=year, shift=b.shift, year_shift=b.year_shift))


def _first_month(year: Expression) -> Expression:
    """What has gone on "since the start of a year" began in its January."""
    if isinstance(year, Offset) and year.unit == "year":
        return Calendar(month=1, year_shift=year.amount)
    whole = isinstance(year, Calendar) and year == Calendar(year.year)
    return replace(year, month=1) if whole and isinstance(year, Calendar) else year


def _is_weekday(date: Expression) -> TypeGuard[Calendar]:
    """Whether a date is nothing but a weekday."""
    if not isinstance(date, Calendar) or date.weekday is None:
        return False
    return date == Calendar(weekday=date.weekday)


def _from_earlier(first: Mention, second: Mention) -> Mention:
    a, b = first.expression, second.expression
    if not isinstance(a, Calendar) or not isinstance(b, Calendar):
        return second
    if _is_weekday(a) and _is_weekday(b):
        return replace(second, expression=replace(b, after=a.weekday))
    open_year = b.year is None and b.shift is None and b.year_shift is None
    if open_year and a.shift and b.month and a.month and b.month > a.month and b.day is None:
        return replace(second, expression=replace(b, shift=a.shift))  # "next May or June"
    if a.year is None or b.month is None or a.month is None or not open_year:
        return second
    year = a.year + (b.month < a.month)
    return replace(second, expression=replace(b, year=year))
