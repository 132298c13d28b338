"""A unit, and the noun that names it in a text."""

from __future__ import annotations

from enum import Enum

import msgspec


class UnitKind(Enum):
    """What sort of unit it is."""

    THING = "thing"
    """Counted in whole ones."""
    MEASURE = "measure"
    CURRENCY = "currency"
    DURATION = "duration"
    UNKNOWN = "unknown"
    """A noun that no table knows."""


class Unit(msgspec.Struct, frozen=True):
    """A unit's canonical name; a ``dual`` form counts two by itself."""

    name: str
    kind: UnitKind
    dual: bool = False
    plural: bool = False


class Noun(msgspec.Struct, frozen=True):
    """What is counted, at the tokens ``first`` to ``last - 1``."""

    unit: Unit
    first: int
    last: int
