"""What a time expression says, before it is resolved against any date."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date with the parts that the text gives; ``shift`` is -1 last, 0 this, 1 next."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hijri: bool = False
    shift: int | None = None
    month_shift: int | None = None
    """"the 5th of this month": the month by its distance from publication."""
    week_shift: int | None = None
    """"Friday of next week": the week by its distance from publication."""
    year_shift: int | None = None
    """"February of last year": the year by its distance from publication."""
    other_day: int | None = None
    """The day if the notation put the month first, where the text does not say (05/08/2024)."""


@dataclass(frozen=True, slots=True)
class Offset:
    """A unit of time by its distance from publication: yesterday, last week, two months ago."""

    unit: str
    amount: int


@dataclass(frozen=True, slots=True)
class Part:
    """A ``quarter``, ``half`` or ``season`` of a year."""

    kind: str
    number: int
    whole: Calendar | Offset | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A ``decade`` or ``century`` by its first year."""

    kind: str
    first: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Units up to publication (``direction`` -1) or from it on; ``count`` may not be said."""

    unit: str
    count: int | None
    direction: int


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend: last, this or next."""

    shift: int


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, in ISO 8601."""

    duration: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A time that the text does not place; ``why`` is the rule to report."""

    why: str
    duration: str = ""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: finer than anything that is kept."""


Simple = Calendar | Offset | Part | Period | Stretch | Weekend | Length | Unresolved | Clock


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another; ``None`` is an open end."""

    first: Simple | None
    last: Simple | None


Expression = Simple | Between


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression at the tokens ``first`` to ``last - 1``.

    ``bare`` marks a number that is only a time because of the one beside it ("3" in "3-5 July").
    """

    first: int
    last: int
    expression: Expression
    relation: str = "at"
    takes_numbers: bool = True
    """Its numbers are no figures ("three days ago"); those of a length of time are."""
