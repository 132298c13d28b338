"""Units that are multiples of one another, so that figures in two of them can be held together.

Between imperial and metric units a figure was converted by somebody, and rounded: "80 km" is what
another puts at 50 miles. Dunams are left out, which are not one size everywhere.
"""

from __future__ import annotations

from decimal import Decimal

import msgspec


class Measure(msgspec.Struct, frozen=True):
    """What one of a unit is in its base unit; ``offset`` is added to a figure first."""

    base: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    imperial: bool = False

    def of(self, value: Decimal) -> Decimal:
        """A figure of this unit in the base unit."""
        return (value + self.offset) * self.factor

    def converts(self, other: Measure) -> bool:
        """Whether a figure in one of two units is converted, and so rounded, in the other."""
        return self.base == other.base and self.imperial != other.imperial


def _imperial(base: str, factor: str, offset: int = 0) -> Measure:
    return Measure(base, Decimal(factor), Decimal(offset), imperial=True)


_MEASURES = {
    "km": Measure("m", Decimal(1000)),
    "cm": Measure("m", Decimal("0.01")),
    "mm": Measure("m", Decimal("0.001")),
    "mile": _imperial("m", "1609.344"),
    "yard": _imperial("m", "0.9144"),
    "foot": _imperial("m", "0.3048"),
    "inch": _imperial("m", "0.0254"),
    "kg": Measure("g", Decimal(1000)),
    "tonne": Measure("g", Decimal(1_000_000)),
    "ton": Measure("g", Decimal(1_000_000)),
    "mg": Measure("g", Decimal("0.001")),
    "lb": _imperial("g", "453.59237"),
    "minute": Measure("second", Decimal(60)),
    "hour": Measure("second", Decimal(3600)),
    "day": Measure("second", Decimal(86_400)),
    "week": Measure("second", Decimal(604_800)),
    "year": Measure("month", Decimal(12)),
    "GWh": Measure("kWh", Decimal(1_000_000)),
    "MWh": Measure("kWh", Decimal(1000)),
    "GW": Measure("W", Decimal(10**9)),
    "MW": Measure("W", Decimal(10**6)),
    "kW": Measure("W", Decimal(1000)),
    "degree": Measure("magnitude"),  # quakes have degrees
    "hectare": Measure("m2", Decimal(10_000)),
    "km2": Measure("m2", Decimal(1_000_000)),
    "mile2": _imperial("m2", "2589988.110336"),
    "foot2": _imperial("m2", "0.09290304"),
    "acre": _imperial("m2", "4046.8564224"),
    "mile/hour": _imperial("km/hour", "1.609344"),
    "°F": _imperial("°C", "0.55555555555555556", -32),
    "basis point": Measure("percentage point", Decimal("0.01")),
}


def measure(unit: str) -> Measure:
    """What a unit is a multiple of: itself, where nothing else is known."""
    return _MEASURES.get(unit) or Measure(unit)
