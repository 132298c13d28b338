"""What a time expression says, before it is resolved against any date."""

from __future__ import annotations

import msgspec


class Calendar(msgspec.Struct, frozen=True):
    """A date with the parts that the text gives; ``shift`` is -1 last, 0 this, 1 next."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    easter: int | None = None
    """A feast by its days from Easter Sunday, in place of month and day."""
    hijri: bool = False
    shift: int | None = None
    month_shift: int | None = None
    """"the 5th of this month": the month by its distance from publication."""
    month_on: int | None = None
    """"the 5th of the same month": the month by its distance from that of the time before."""
    week_shift: int | None = None
    """"Friday of next week": the week by its distance from publication."""
    year_shift: int | None = None
    """"February of last year": the year by its distance from publication."""
    after: int | None = None
    """The weekday before it in a list: "on Tuesday and Wednesday"."""
    other_day: int | None = None
    """The day if the notation put the month first, where the text does not say (05/08/2024)."""


class Offset(msgspec.Struct, frozen=True):
    """A unit of time by its distance from publication: yesterday, last week, two months ago."""

    unit: str
    amount: int
    weekday: int | None = None
    """The weekday that is named beside a day: اليوم *الخميس*."""


class Part(msgspec.Struct, frozen=True):
    """A ``quarter``, ``half`` or ``season`` of a year, or a ``week`` of a month, -1 the last.

    A ``weekday`` of a month says which; ``week from`` a day begins with it, ``week of`` holds it.
    """

    kind: str
    number: int
    whole: Calendar | Offset | None = None
    shift: int | None = None
    weekday: int | None = None


class Period(msgspec.Struct, frozen=True):
    """A ``decade`` or ``century`` by its first year."""

    kind: str
    first: int


class Stretch(msgspec.Struct, frozen=True):
    """Units up to publication (``direction`` -1) or from it on; ``count`` may not be said."""

    unit: str
    count: int | None
    direction: int


class Weekend(msgspec.Struct, frozen=True):
    """A weekend: last, this or next; the nearest where the text does not say."""

    shift: int | None
    days: tuple[int, int]
    """Its first and last day, 1 for Monday."""


class Length(msgspec.Struct, frozen=True):
    """A length of time, in ISO 8601."""

    duration: str


class Unresolved(msgspec.Struct, frozen=True):
    """A time that the text does not place; ``why`` is the rule to report.

    ``unit`` and ``amount`` tell how far it is from another time that the text gives, if they do.
    """

    why: str
    duration: str = ""
    unit: str = ""
    amount: int = 0


class Same(msgspec.Struct, frozen=True):
    """The part of another year that the time before is of its own: "the same period of 2024"."""

    year: Calendar | Offset


class Anniversary(msgspec.Struct, frozen=True):
    """The day, week or month of publication in another year: "a year ago this week"."""

    unit: str
    year: Calendar | Offset


class Clock(msgspec.Struct, frozen=True):
    """A time of day: finer than anything that is kept."""


Simple = (
    Calendar
    | Offset
    | Part
    | Period
    | Stretch
    | Weekend
    | Length
    | Unresolved
    | Same
    | Anniversary
    | Clock
)


class Between(msgspec.Struct, frozen=True):
    """From one time to another; ``None`` is an open end."""

    first: Simple | None
    last: Simple | None


Expression = Simple | Between


class Mention(msgspec.Struct, frozen=True):
    """An expression at the tokens ``first`` to ``last - 1``."""

    first: int
    last: int
    expression: Expression
    relation: str = "at"
    figures_to: int = 0
    """The token before which its numbers are figures, as those of a length of time are ("*three
    months* to 31 August"); those of a date are none ("three days ago")."""
