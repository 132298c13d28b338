"""What a figure is: a number with its unit, noun, bounds and part in a change."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from workbench.facets.numbers.numbers import Number
from workbench.facets.quantities.unit import Noun, Unit, UnitKind
from workbench.facets.types import Comparator

PERCENT = Unit("percent", UnitKind.MEASURE)
UNCOUNTED = Unit("", UnitKind.UNKNOWN)


class Figure(msgspec.Struct, frozen=True):
    """A figure at the tokens ``first`` to ``last - 1``; ``signed`` has the currency before it."""

    number: Number
    low: Decimal | None
    high: Decimal | None
    first: int
    last: int
    unit: Unit = UNCOUNTED
    noun: Noun | None = None
    rate: str = ""
    comparator: Comparator = Comparator.EXACTLY
    change: str = ""
    signed: bool = False
    tentative: bool = False
    """A small word that is a figure only if it shares the unit of the next."""

    @property
    def unit_name(self) -> str:
        """The canonical unit with its rate: ``barrel/day``."""
        return f"{self.unit.name}/{self.rate}" if self.rate else self.unit.name
