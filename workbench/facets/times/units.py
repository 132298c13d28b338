"""Units of time in a text, and lengths told in them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import Tokens
from workbench.facets.quantities.unit import Unit, UnitKind
from workbench.facets.times.dates import DateReader
from workbench.facets.times.lexicon import TimeLexicon

ELSEWHERE = "counted from another time in the text"
VAGUE = "the text does not say how long"
OF_WHICH = "the text does not say of which year"
_ISO = {
    "second": "PT{}S",
    "minute": "PT{}M",
    "hour": "PT{}H",
    "day": "P{}D",
    "night": "P{}D",
    "week": "P{}W",
    "fortnight": "P{}W",
    "month": "P{}M",
    "quarter": "P{}M",
    "year": "P{}Y",
    "decade": "P{}Y",
    "century": "P{}Y",
}
LENGTHS = frozenset(_ISO)
"""Units of time that a length can be told in."""
TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100}
SHIFTABLE = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})


PARTS = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
"""How many of a smaller unit of time are one of a larger."""


def iso_duration(unit: str, count: Decimal) -> str:
    """A length of time in ISO 8601: 3 days is ``P3D``."""
    total = count * TIMES.get(unit, 1)
    whole = total == total.to_integral_value()
    text = str(int(total)) if whole else str(total.normalize())
    return _ISO[unit].format(text)


def is_single(unit: Unit) -> bool:
    """Whether a unit's name is in the singular."""
    return not (unit.plural or unit.dual)


class UnitReader:
    """Reads the units of time of one text."""

    def __init__(
        self,
        tokens: Tokens,
        numbers: Mapping[int, Number],
        lexicon: TimeLexicon,
        dates: DateReader,
    ) -> None:
        self._tokens = tokens
        self._numbers = numbers
        self._lexicon = lexicon
        self._dates = dates

    def unit(self, index: int, first: int = -1) -> tuple[int, Unit] | None:
        """A unit of time at ``index``, in the line of an expression that began at ``first``."""
        if self._tokens[index].line and index != first:
            return None
        found = self._lexicon.units.units.at(self._tokens, index)
        if found is None or found[1].kind is not UnitKind.DURATION:
            return None
        return found

    def of_whole(self, index: int) -> bool:
        """Whether the whole follows that a unit is part of: "the last week *of July*" is no last
        week, "the last day *of the month*" no yesterday."""
        of = self._lexicon.of.at(self._tokens, index)
        if of is None:
            return False
        dated = (
            self._dates.month_name(of[0]) is not None or self._dates.years.read(of[0]) is not None
        )
        return dated or any(self.unit(at) is not None for at in (of[0], of[0] + 1))

    def direction(self, first: int, last: int) -> int:
        """Whether some words count back (-1) or on (1) from another time, or do not say (0)."""
        words = {self._tokens[place].word for place in range(first, last)}
        back = not words.isdisjoint(self._lexicon.earlier)
        return -1 if back else int(not words.isdisjoint(self._lexicon.later))
