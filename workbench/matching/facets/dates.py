"""Times side by side, as intervals.

Two times are *equal* when they mean the same days, *narrower* or *broader* when one lies inside
the other ("in February", "on 12 February 2024"), *apart* when they share no day, and *unclear*
when they overlap otherwise or one cannot be resolved and the words differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from workbench.facets.bundle import read_facets
from workbench.facets.interval import Interval, day
from workbench.facets.times.units import LENGTHS, iso_duration
from workbench.facets.types import Clock, Quantity, Time
from workbench.language.fold import fold_text
from workbench.language.schema import Times
from workbench.matching.facets.hours import within_day
from workbench.matching.findings import Finding, Holds
from workbench.matching.reasons import Key
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet

Texts = tuple[tuple[str, str], tuple[str, str]]
"""Two texts, each with its language."""
_NO_TEXTS = (("", ""), ("", ""))
_SOME_DAYS = (date(2001, 5, 16), date(2009, 10, 29))
"""Days on which no two times of other meanings fall together."""
_DURATION = re.compile(r"P(?P<clock>T?)(?P<count>\d+(?:\.\d+)?)(?P<unit>[YMWDHS])")
_SMALLEST = {
    "Y": ("month", 12),
    "M": ("month", 1),
    "W": ("second", 604_800),
    "D": ("second", 86_400),
    "TH": ("second", 3_600),
    "TM": ("second", 60),
    "TS": ("second", 1),
}
_DAY = 86_400
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31
_BOUNDED = {"since", "until", "before", "after"}


def held_together(here: Time, there: Time, texts: Texts = _NO_TEXTS) -> Holds:
    """How the time on file stands to the new one; ``texts`` are what they stand in, where known."""
    if here.duration or there.duration:
        return _durations(here, there)
    holds = _days(here, there, texts)
    if holds is not Holds.EQUAL or not (texts[0][1] and texts[1][1]):
        return holds
    codes = pack_for(texts[0][1]).code, pack_for(texts[1][1]).code
    return within_day(here.surface, there.surface, codes)


def _days(here: Time, there: Time, texts: Texts) -> Holds:
    if {_way(here, texts[0]), _way(there, texts[1])} == {"from", "to"}:
        return Holds.UNCLEAR  # put off *to* 12 May, put off *from* 12 May
    if here.interval is None or there.interval is None:
        same = here.interval is there.interval and _worded_alike(here, there, texts)
        return Holds.EQUAL if same else Holds.UNCLEAR
    if _binding(here) != _binding(there):
        alike = _reached(here, texts[0]) == _reached(there, texts[1]) is not None
        return Holds.EQUAL if alike else _crosswise(here, there)
    return intervals(here.interval, there.interval)


def _worded_alike(here: Time, there: Time, texts: Texts) -> bool:
    """Whether two times that wait for a date say the same: "July", يوليو and تموز.

    They do where they would mean the same days on whatever day they were published, by themselves
    too: only one of the texts may tell plainly that it is done, and so of no day to come.
    """
    if fold_text(here.surface) == fold_text(there.surface):
        return True
    if here.relation == there.relation:
        alone = [
            _if_published(t.surface, t.surface, text[1])
            for t, text in zip((here, there), texts, strict=True)
        ]
        if alone[0] and alone[0] == alone[1]:
            return True
    ours, theirs = (
        _if_published(time.surface, *text) for time, text in zip((here, there), texts, strict=True)
    )
    if all(_reaches(time, text) for time, text in zip((here, there), texts, strict=True)):
        return bool(ours) and [last for _, last in ours] == [last for _, last in theirs]
    return bool(ours) and ours == theirs and here.relation == there.relation


@lru_cache(maxsize=4096)
def _if_published(
    surface: str, text: str, language: str
) -> tuple[tuple[date | None, date | None], ...]:
    """The days that a time in a text would mean on two days far apart; nothing where none."""
    if surface not in text:
        return ()
    found = []
    for some_day in _SOME_DAYS:
        times = read_facets(text, pack_for(language), Clock(day(some_day))).times
        meant = [time.interval for time in times if time.surface == surface]
        if len(meant) != 1 or meant[0] is None:
            return ()
        found.append((meant[0].earliest, meant[0].latest))
    return tuple(found)


def _binding(time: Time) -> str:
    return time.relation if time.relation in _BOUNDED else "at"


def _durations(here: Time, there: Time) -> Holds:
    if here.duration and there.duration and _binding(here) != _binding(there):
        return Holds.UNCLEAR  # "within five years", "after five years"
    if lasts_as_long(here.duration, there.duration):
        return Holds.EQUAL
    apart = here.duration and there.duration and not _are_near(here.duration, there.duration)
    return Holds.APART if apart else Holds.UNCLEAR


def lasts_as_long(here: str, there: str) -> bool:
    """Whether two lengths of time (ISO 8601) are one: two years are 24 months."""
    ours, theirs = _lasts(here), _lasts(there)
    return here == there or (ours is not None and ours == theirs)


def _are_near(here: str, there: str) -> bool:
    """Whether so many days may be meant by so many months: "60 days", "two months"."""
    lengths = dict(filter(None, (_lasts(here), _lasts(there))))
    if lengths.keys() != {"month", "second"}:
        return False
    days = lengths["second"] / _DAY
    return _SHORTEST_MONTH * lengths["month"] <= days <= _LONGEST_MONTH * lengths["month"]


def _lasts(duration: str) -> tuple[str, Decimal] | None:
    """A length of time in months or in seconds, which no number of days makes a month of."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return None
    unit, times = _SMALLEST[found["clock"] + found["unit"]]
    return unit, times * Decimal(found["count"])


def _crosswise(here: Time, there: Time) -> Holds:
    """Since May against in May: the words bind the time differently, so never equal."""
    new, filed = allowed(here), allowed(there)
    if new is None or filed is None or new.overlaps(filed):
        return Holds.UNCLEAR
    return Holds.APART


def _reached(time: Time, text: tuple[str, str]) -> date | None:
    """The last day that a time reaches: "until 15 June", and "to 15 June" of what is extended."""
    return time.interval.latest if time.interval and _reaches(time, text) else None


def _reaches(time: Time, text: tuple[str, str]) -> bool:
    """Whether something goes on until a time, or is put off to it: حتى 12 أيار, إلى 12 مايو."""
    return time.relation == "until" or _way(time, text) == "to"


def _way(time: Time, text: tuple[str, str]) -> str:
    """Whether "to" or "from" stands before a time that no other word binds; else nothing."""
    before, found, _ = text[0].partition(time.surface)
    words = fold_text(before).split()
    if not found or not words or time.relation != "at":
        return ""
    marks = pack_for(text[1]).section(Times).marks
    if words[-1] in map(fold_text, marks.to):
        return "to"
    return "from" if words[-1] in map(fold_text, marks.from_) else ""


def allowed(time: Time) -> Interval | None:
    """The days that a time lets its statement be true on, with "before" and "after" applied."""
    interval = time.interval
    if interval is None:
        return None
    match time.relation:
        case "since" | "after":
            return Interval(interval.earliest, None, interval.precision, "")
        case "until" | "before":
            return Interval(None, interval.latest, interval.precision, "")
        case _:
            return interval


def intervals(here: Interval, there: Interval) -> Holds:
    """How the days on file stand to the new ones."""
    if (here.earliest, here.latest) == (there.earliest, there.latest):
        return Holds.EQUAL
    if not here.overlaps(there):
        return Holds.APART
    if there.within(here):
        return Holds.NARROWER
    return Holds.BROADER if here.within(there) else Holds.UNCLEAR


def later(here: Interval, there: Interval) -> int:
    """1 where every day here is after every day there, −1 where before, else 0."""
    if _after(here.earliest, there.latest):
        return 1
    return -1 if _after(there.earliest, here.latest) else 0


def _after(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first > second


_KEYS = {
    Holds.EQUAL: Key.SAME_DATE,
    Holds.NARROWER: Key.DATE_NARROWER,
    Holds.BROADER: Key.DATE_BROADER,
    Holds.UNCLEAR: Key.DATES_UNCLEAR,
    Holds.APART: Key.DATES_DIFFER,
}
_ORDER = (Holds.EQUAL, Holds.NARROWER, Holds.BROADER, Holds.UNCLEAR, Holds.APART)
_MOST = 24
"""Times of one statement that are paired; of statements with more it is unclear whether they
agree."""


def find_dates(
    here: Sequence[Time],
    there: Sequence[Time],
    texts: Texts = _NO_TEXTS,
    figures: tuple[Sequence[Quantity], Sequence[Quantity]] = ((), ()),
) -> list[Finding]:
    """What the times of two statements say: the closest are paired first.

    ``figures`` are theirs: a length of time that the other gives as a figure is in both ("jailed
    for two years", "sentenced to two years").
    """
    new, filed = list(here[:_MOST]), list(there[:_MOST])
    findings = []
    if [time.surface for time in here[_MOST:]] != [time.surface for time in there[_MOST:]]:
        findings.append(Finding(Facet.TIME, Holds.UNCLEAR, Key.DATES_UNCLEAR))
    for one, other in _pairs(new, filed, texts):
        new.remove(one)
        filed.remove(other)
        holds = held_together(one, other, texts)
        findings.append(Finding(Facet.TIME, holds, _KEYS[holds], one.surface, other.surface))
    new, filed = _not_figures(new, *figures), _not_figures(filed, *figures[::-1])
    if new:
        shown = "; ".join(time.surface for time in new)
        findings.append(Finding(Facet.TIME, Holds.BROADER, Key.DATE_ONLY_HERE, here=shown))
    if filed:
        shown = "; ".join(time.surface for time in filed)
        findings.append(Finding(Facet.TIME, Holds.NARROWER, Key.DATE_ONLY_THERE, there=shown))
    return findings


def _not_figures(
    times: Sequence[Time], own: Sequence[Quantity], others: Sequence[Quantity]
) -> list[Time]:
    """The times that are no length which is one of the other's figures: "lowest in ten years",
    منذ عشر سنوات."""
    lengths = {_length(figure) for figure in others} - {""}
    return [
        time
        for time in times
        if not any(figure.surface in time.surface and _length(figure) in lengths for figure in own)
        and (time.interval is not None or time.duration not in lengths)
    ]


def without_lengths(
    figures: Sequence[Quantity],
    own: Sequence[Time],
    times: Sequence[Time],
    others: Sequence[Quantity],
) -> Sequence[Quantity]:
    """The figures without those that only tell a length of time which the other gives as a time:
    "over ten years", "for a decade".

    Args:
        figures: of the one statement, whose times are ``own``.
        times: of the other statement, whose figures are ``others``.
    """
    if not (own and times):
        return figures
    told = [time.duration for time in times if time.duration]
    counted = {_length(figure) for figure in others}
    return [
        figure
        for figure in figures
        if not (length := _length(figure))
        or length in counted
        or not any(figure.surface in time.surface for time in own)
        or not any(lasts_as_long(length, each) for each in told)
    ]


def _length(figure: Quantity) -> str:
    if figure.low is None or figure.low != figure.high or figure.unit not in LENGTHS:
        return ""
    return iso_duration(figure.unit, figure.low)


def _pairs(new: Sequence[Time], filed: Sequence[Time], texts: Texts) -> list[tuple[Time, Time]]:
    scored = sorted(
        (_ORDER.index(held_together(one, other, texts)), one.relation != other.relation, at, to)
        for at, one in enumerate(new)
        for to, other in enumerate(filed)
        if bool(one.duration) == bool(other.duration)
    )
    ours: set[int] = set()
    theirs: set[int] = set()
    pairs = []
    for _, _, at, to in scored:
        if at not in ours and to not in theirs:
            ours.add(at)
            theirs.add(to)
            pairs.append((new[at], filed[to]))
    return pairs
