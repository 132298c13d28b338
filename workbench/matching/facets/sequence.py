"""Which of two statements tells of the later time: what parts an update from a conflict."""

from __future__ import annotations

import math
from datetime import timedelta

import msgspec

from workbench.errors import InvalidInputError
from workbench.facets.interval import Interval, parse_edtf
from workbench.matching.facets.dates import later
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.statement.words import profile
from workbench.matching.types import Statement

_LONG = 28
_TIMES_AS_LONG = 4
"""Days of a time, and how often a part goes into it, from which the part is another measure."""
_LONG_PAST = timedelta(days=31)
"""How long before a report a time has ended that is no time of its own news, and how far apart two
reports of one event without a name are at most."""
_EVENT = 7
"""Days at most of a time of which victims are still counted after it."""


class Sequence(msgspec.Struct, frozen=True):
    """Which of two is later: 1 where the new one is, −1 where the one on file is, 0 where neither
    is, or it cannot be told."""

    dated: int = 0
    """By the times that they name, or by one such time and the day on which the other was said."""
    told: int = 0
    """By the days on which they were said alone."""
    undated: bool = True
    """Neither names a time, or both since when what they tell has gone on."""
    toll: bool = False
    """Both tell of victims of one short time, who are counted for days after it."""
    far: bool = False
    """They were said more than a month apart."""
    background: bool = False
    """Both were said on one day, and one names a time long past then, the other none."""

    @property
    def known(self) -> int:
        """The times in the statements count first; where neither has one, when they were said."""
        return self.told if self.undated else self.dated

    @property
    def counted(self) -> int:
        """The same for what is counted: of a toll it is the day of the count that matters."""
        return self.known or (self.told if self.toll else 0)


def sequence(here: Statement, there: Statement) -> Sequence:
    """Which of two statements tells of the later time."""
    times = _spoken_of(here), _spoken_of(there)
    said = _said(here), _said(there)
    return Sequence(
        dated=_dated(*times, *said),
        told=later(said[0], said[1]) if said[0] and said[1] else 0,
        undated=not any(times) or _goes_on(*times),
        toll=_counts_victims(here) and _counts_victims(there),
        far=_far(*said),
        background=said[0] == said[1] and _long_past(*times, said[0]),
    )


def _far(here: Interval | None, there: Interval | None) -> bool:
    """Whether more than a month lies between two days."""
    if here is None or there is None or here.latest is None or there.latest is None:
        return False
    return abs(here.latest - there.latest) > _LONG_PAST


def _long_past(here: Interval | None, there: Interval | None, said: Interval | None) -> bool:
    """Whether only one tells of a time, long before what was said: "a similar fire in July 2023
    gutted 20 shops" beside "35 shops were destroyed"."""
    named = here or there
    if said is None or named is None or (here and there):
        return False
    ended, told = named.latest, said.earliest
    return ended is not None and told is not None and ended < told - _LONG_PAST


def _dated(
    new: Interval | None,
    filed: Interval | None,
    said_new: Interval | None,
    said_filed: Interval | None,
) -> int:
    if new and filed:
        return later(new, filed)
    # What was told on a day happened by then, so that it is before what is of a later day.
    if new and said_filed:
        return max(0, later(new, said_filed))
    return min(0, later(said_new, filed)) if said_new and filed else 0


def _counts_victims(statement: Statement) -> bool:
    """Whether it tells of what is still counted days after it happened, in no long time."""
    time = _spoken_of(statement)
    if groups().growing.isdisjoint(profile(statement).meanings):
        return False
    return time is None or _days(time) <= _EVENT


def _goes_on(here: Interval | None, there: Interval | None) -> bool:
    """Whether both tell of what has gone on since the same day, so that the later report is the
    later count."""
    if here is None or there is None:
        return False
    return here.latest is there.latest is None and here.earliest == there.earliest


def is_part(here: Statement, there: Statement) -> bool:
    """Whether one tells of a month or more, the other of a small part of it: a year, its August.

    What is counted or measured in the one is then no figure for the other.
    """
    new, filed = _spoken_of(here), _spoken_of(there)
    if new is None or filed is None or not (new.within(filed) or filed.within(new)):
        return False
    if new.within(filed) and filed.within(new):
        return False
    shorter, longer = sorted(map(_days, (new, filed)))
    return longer >= _LONG and longer >= _TIMES_AS_LONG * shorter


def _days(interval: Interval) -> float:
    if interval.earliest is None or interval.latest is None:
        return math.inf
    return (interval.latest - interval.earliest).days + 1


def _spoken_of(statement: Statement) -> Interval | None:
    """The first resolved time of a statement that is a point, not a length."""
    for time in statement.facets.times:
        if time.interval is not None and not time.duration:
            return time.interval
    return None


def _said(statement: Statement) -> Interval | None:
    """When it was said; an unreadable date is as good as none, because nothing rests on it."""
    said = statement.said.partition("T")[0]
    try:
        return parse_edtf(said) if said else None
    except InvalidInputError:
        return None
