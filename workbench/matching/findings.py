"""What one facet says of a pair, before the rules of precedence weigh them together."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from workbench.matching.reasons import Key
from workbench.matching.types import Facet, Reason


class Holds(StrEnum):
    """How the value on file stands to the new one."""

    EQUAL = "equal"
    NARROWER = "narrower"
    """The value on file lies inside the new one."""
    BROADER = "broader"
    """The new value lies inside the one on file."""
    UNCLEAR = "unclear"
    """It cannot be told: never the same, never a conflict."""
    APART = "apart"
    """Both cannot be meant."""

    @property
    def swapped(self) -> Holds:
        """The same, seen from the other side."""
        return _SWAPPED.get(self, self)


_SWAPPED = {Holds.NARROWER: Holds.BROADER, Holds.BROADER: Holds.NARROWER}


class Finding(msgspec.Struct, frozen=True):
    """One facet's word on a pair: how the values stand, and the reason to show."""

    facet: Facet
    holds: Holds
    key: Key
    here: str = ""
    there: str = ""

    @property
    def reason(self) -> Reason:
        """The reason as it is shown and stored."""
        return Reason(self.facet, self.key.value, self.here, self.there)
