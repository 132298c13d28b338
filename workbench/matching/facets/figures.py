"""Figures side by side: units, comparators, ranges and rounding.

Every figure is read as the stretch of values that its words allow:

=================  =====================================================================
words              values allowed
=================  =====================================================================
2,500              2,500 alone
about 2,500        what is written 2,500 when rounded to its significant digits; for a
                   figure of one significant digit, within 2.5 %
more than 2,500    above 2,500
at least 2,500     2,500 and above (less than, at most: likewise below)
10 to 15           10 to 15
dozens, hundreds   as the text's vague word has it (20–99, 100–999…)
=================  =====================================================================

Two figures are *equal* when their words allow the same values, or when one is "about" and the
other lies inside it; *narrower* or *broader* when one stretch lies inside the other; *apart* when
the stretches share no value. Near misses of an approximate figure (within 10 %), and one number
bound otherwise ("exceeds 200", "200"), are *unclear*: neither the same nor surely apart. An exact
figure that rounds to the other ("2.5 million" and 2,487,300) is narrower or broader, never equal:
nothing in the text says that it was rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

import msgspec

from workbench.facets.quantities.figure import PERCENT
from workbench.facets.types import Comparator, Quantity
from workbench.matching.facets.units import Measure, measure
from workbench.matching.findings import Holds

_INFINITY = Decimal("Infinity")
_ROUND_TOLERANCE = Decimal("0.025")
_CONVERTED = Decimal("0.015")
"""How far a figure of one significant digit may be from what it is in another system's unit."""
_NEAR = Decimal("0.10")
_HALF = Decimal("0.5")
_PLACES = -2
"""Digits behind the point of a share that is told as a fraction: a third is 33.33 per cent."""
_MOST_PERCENT = 1000
"""Per cent that nothing rises by in a sentence that leaves out what is counted."""
_VAGUE = {
    "several": (Decimal(2), Decimal(10)),
    "tens": (Decimal(20), Decimal(99)),
    "dozens": (Decimal(20), Decimal(99)),
    "hundreds": (Decimal(100), Decimal(999)),
    "thousands": (Decimal(1_000), Decimal(999_999)),
    "millions": (Decimal(1_000_000), Decimal(999_999_999)),
    "billions": (Decimal(10**9), Decimal(10**12) - 1),
}
_DEGREES = {"degree", "°C"}
"""Degrees that do not say of what scale are the usual ones where the other's are."""
_ABOVE = {Comparator.MORE_THAN, Comparator.AT_LEAST}
_BELOW = {Comparator.LESS_THAN, Comparator.AT_MOST}


class Stretch(msgspec.Struct, frozen=True):
    """The values a figure's words allow; an open end does not hold its own bound."""

    low: Decimal
    high: Decimal
    open_low: bool = False
    open_high: bool = False

    def meets(self, other: Stretch) -> bool:
        """Whether some value is in both."""
        return _reaches(self, other) and _reaches(other, self)

    def within(self, other: Stretch) -> bool:
        """Whether every value of this one is in the other."""
        low = self.low > other.low or (
            self.low == other.low and (self.open_low or not other.open_low)
        )
        high = self.high < other.high or (
            self.high == other.high and (self.open_high or not other.open_high)
        )
        return low and high


def _reaches(lower: Stretch, upper: Stretch) -> bool:
    if lower.low < upper.high:
        return True
    return lower.low == upper.high and not lower.open_low and not upper.open_high


def stretch(quantity: Quantity, other_unit: str = "") -> Stretch | None:
    """The values that a figure's words allow, in its base unit; ``None`` where they give none.

    A figure without a unit is in that of the other: "died aged 84", "84 years".
    """
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        if quantity.vague not in _VAGUE:
            return None
        low, high = _VAGUE[quantity.vague]
    unit = measure(quantity.unit or other_unit)
    least = -_INFINITY if low is None else unit.of(low)
    most = _INFINITY if high is None else unit.of(high)
    return _bound(least, most, quantity.comparator)


def _bound(least: Decimal, most: Decimal, comparator: Comparator) -> Stretch:
    if comparator in {Comparator.MORE_THAN, Comparator.AT_LEAST}:
        return Stretch(least, _INFINITY, open_low=comparator is Comparator.MORE_THAN)
    if comparator in {Comparator.LESS_THAN, Comparator.AT_MOST}:
        return Stretch(-_INFINITY, most, open_high=comparator is Comparator.LESS_THAN)
    if comparator is Comparator.ABOUT:
        return Stretch(least - _slack(least), most + _slack(most))
    return Stretch(least, most)


def _slack(value: Decimal) -> Decimal:
    """How far a figure that says it is rounded may be from the truth."""
    if not value.is_finite() or not value:
        return Decimal(0)
    digits = value.normalize()
    half_unit = Decimal(5).scaleb(int(digits.as_tuple().exponent) - 1)
    if len(digits.as_tuple().digits) == 1:
        return abs(value) * _ROUND_TOLERANCE
    return min(half_unit, abs(value) * _ROUND_TOLERANCE)


def same_unit(here: Quantity, there: Quantity) -> bool:
    """Whether the two figures are in one unit, or one of them has none."""
    if not here.unit or not there.unit:
        return not _is_too_much(here, there) and not _is_too_much(there, here)
    if {here.unit, there.unit} == _DEGREES:
        return True
    return measure(here.unit).base == measure(there.unit).base


def _is_too_much(share: Quantity, bare: Quantity) -> bool:
    """Whether a figure without a unit is too high to be what the other is: a share in per cent."""
    return share.unit == PERCENT.name and bare.low is not None and bare.low > _MOST_PERCENT


def held_together(here: Quantity, there: Quantity) -> Holds:
    """How the figure on file stands to the new one, units and what is counted being the same."""
    new, filed = stretch(here, there.unit), stretch(there, here.unit)
    if new is None or filed is None:
        same_word = new is None and filed is None and here.vague == there.vague
        return Holds.EQUAL if same_word and here.vague else Holds.UNCLEAR
    if new == filed or _is_converted(here, there):
        return Holds.EQUAL
    if _approximate(here, there) and _rounds(new, filed, here, there):
        return Holds.EQUAL
    return _stand(new, filed, here, there)


def _stand(new: Stretch, filed: Stretch, here: Quantity, there: Quantity) -> Holds:
    if filed.within(new):
        return Holds.NARROWER
    if new.within(filed):
        return Holds.BROADER
    if new.meets(filed) or _same_number(here, there):
        return Holds.UNCLEAR
    rounded = _approximate(here, there) or _is_in_other_system(here, there)
    if rounded and _near(new, filed):
        return Holds.UNCLEAR
    return _rounded_silently(new, filed)


def _is_converted(here: Quantity, there: Quantity) -> bool:
    """Whether one figure is the other in a unit of another system, rounded: "80 km", "50 miles"."""
    alike = here.comparator is there.comparator or (_plain(here) and _plain(there))
    if not alike or not _is_in_other_system(here, there):
        return False
    bounds = ((here.low, there.low), (here.high, there.high))
    return all(_converts(one, here.unit, other, there.unit) for one, other in bounds)


def _is_in_other_system(here: Quantity, there: Quantity) -> bool:
    return measure(here.unit).converts(measure(there.unit))


def _converts(one: Decimal | None, unit: str, other: Decimal | None, other_unit: str) -> bool:
    if one is None or other is None:
        return one is other
    own, its = measure(unit), measure(other_unit)
    slack = max(_conversion_slack(one, own), _conversion_slack(other, its))
    return abs(own.of(one) - its.of(other)) <= slack


def _conversion_slack(value: Decimal, unit: Measure) -> Decimal:
    """How far a converted figure may be from the other; temperatures are told to the degree."""
    degrees = measure("°F").base == unit.base
    slack = _slack(value) if _digits(value) > 1 else abs(value) * _CONVERTED
    return (_HALF if degrees else slack) * unit.factor


def _same_number(here: Quantity, there: Quantity) -> bool:
    """Whether only the binding differs: writers say "exceeds 200" of what others put at 200."""
    opposed = {here.comparator, there.comparator} & _ABOVE and (
        {here.comparator, there.comparator} & _BELOW
    )
    return (here.low, here.high, here.unit) == (there.low, there.high, there.unit) and not opposed


def _approximate(here: Quantity, there: Quantity) -> bool:
    return Comparator.ABOUT in {here.comparator, there.comparator}


def _plain(quantity: Quantity) -> bool:
    return quantity.comparator in {Comparator.ABOUT, Comparator.EXACTLY} and not quantity.vague


def _rounds(new: Stretch, filed: Stretch, here: Quantity, there: Quantity) -> bool:
    """Whether one is "about" what the other is: the midpoint of one lies inside the other."""
    if not (_plain(here) and _plain(there)):
        return False
    if _is_fraction_of(here, there) or _is_fraction_of(there, here):
        return True
    about_new = here.comparator is Comparator.ABOUT and _holds_middle(new, filed)
    about_filed = there.comparator is Comparator.ABOUT and _holds_middle(filed, new)
    return about_new or about_filed


def _is_fraction_of(fraction: Quantity, percent: Quantity) -> bool:
    """Whether one is a fraction that the other rounds to whole per cent: "a third", "33%"."""
    share, whole = fraction.low, percent.low
    if share is None or whole is None or {fraction.unit, percent.unit} != {PERCENT.name}:
        return False
    exact = fraction.high == share and percent.high == whole
    repeating = share.as_tuple().exponent == _PLACES and share % 1 != 0
    return exact and repeating and whole % 1 == 0 and abs(share - whole) < _HALF


def _holds_middle(about: Stretch, other: Stretch) -> bool:
    middle = (other.low + other.high) / 2
    return about.low <= middle <= about.high and other.within(
        Stretch(about.low - _width(about), about.high + _width(about))
    )


def _width(values: Stretch) -> Decimal:
    return values.high - values.low


def _near(new: Stretch, filed: Stretch) -> bool:
    gap = max(new.low - filed.high, filed.low - new.high)
    size = max(abs(bound) for bound in _finite(new, filed))
    return gap <= size * _NEAR


def _finite(*values: Stretch) -> Iterable[Decimal]:
    return [bound for value in values for bound in (value.low, value.high) if bound.is_finite()]


def _rounded_silently(new: Stretch, filed: Stretch) -> Holds:
    if new.low != new.high or filed.low != filed.high:
        return Holds.APART
    here, there = new.low, filed.low
    if _is_rounding(here, there):
        return Holds.NARROWER
    if _is_rounding(there, here):
        return Holds.BROADER
    return Holds.APART


def _is_rounding(short: Decimal, full: Decimal) -> bool:
    """Whether ``short``, of two significant digits or more, is ``full`` rounded by 100 or more."""
    short_digits, full_digits = _digits(short), _digits(full)
    if short_digits < 2 or full_digits < short_digits + 2:
        return False
    return abs(short - full) <= _slack(short)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def shown(quantities: Sequence[Quantity]) -> str:
    """The figures as the text has them, for a reason."""
    return "; ".join(quantity.surface for quantity in quantities)
