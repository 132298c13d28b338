"""What the canonical names of places and actors stand for, in no language.

The names themselves are in the language packs (section ``[lexicon]``); this is the one table
that all packs point at.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

_FILE = Path(__file__).with_name("world.json")


class World(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Canonical name → kind and what it belongs to."""

    source: str
    """Where the tables come from and under which licence."""
    places: dict[str, tuple[str, str]]
    """Kind (``country``, ``region``, ``city``, ``site``) and the nearest container, or nothing."""
    actors: dict[str, tuple[str, str]]
    """Kind (``organisation``, ``group``, ``person``, ``event``) and country, or nothing."""
    capitals: dict[str, tuple[str]]
    """Seat of a government → the country or body that its name may stand for."""

    def containers(self, place: str) -> tuple[str, ...]:
        """What contains a place, nearest first: Mosul → (Nineveh, IQ)."""
        found: list[str] = []
        within = self.places.get(place, ("", ""))[1]
        while within and within not in found:
            found.append(within)
            within = self.places.get(within, ("", ""))[1]
        return tuple(found)


@cache
def world() -> World:
    """The table of places and actors, read once."""
    return msgspec.json.decode(_FILE.read_bytes(), type=World)
