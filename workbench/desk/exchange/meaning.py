"""The typed values of a file's claims as they are kept, or why they cannot be.

They are worked out without a store, so that a second core can do it (`preparing`).
"""

from __future__ import annotations

import msgspec

from workbench.desk.checking.steps import StepKind
from workbench.desk.exchange.imported import RowRefusedError, typed
from workbench.desk.facets.unread import UNREAD
from workbench.errors import Said
from workbench.exchange.types import AppearanceRecord, ClaimRecord, StepRecord
from workbench.facets.corrections import Corrections
from workbench.facets.types import Facets
from workbench.splitting.types import Attribution, Replacement


class PlaceMeaning(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of an appearance in types; the fields are columns."""

    facets: str = "{}"
    corrections: str = ""
    attribution: str = "{}"


class Meaning(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of a claim in types; the first three fields are columns."""

    facets: str = ""
    corrections: str = ""
    replacements: str = "[]"
    places: tuple[PlaceMeaning, ...] = ()

    @property
    def read(self) -> str:
        """The facets that it is matched by: its own, else its first place's; nothing if unread."""
        found = self.facets or (self.places[0].facets if self.places else "")
        return "" if found in UNREAD else found

    @property
    def has_facets(self) -> bool:
        """Whether it has facets of its own, or any place has."""
        return self.facets not in UNREAD or any(p.facets not in UNREAD for p in self.places)


def meaning_of(record: ClaimRecord) -> Meaning:
    """The typed values of a claim.

    Raises:
        RowRefusedError: one of them, or a step, is not what it should be.
    """
    for step in record.steps:
        check_step(step)
    return Meaning(
        typed("facets", record.facets, Facets) if record.facets else "",
        _corrections(record),
        typed("replacements", record.replacements, tuple[Replacement, ...])
        if record.replacements
        else "[]",
        tuple(map(place_meaning, record.appearances)),
    )


def place_meaning(record: AppearanceRecord) -> PlaceMeaning:
    """The typed values of an appearance.

    Raises:
        RowRefusedError: one of them is not what it should be.
    """
    return PlaceMeaning(
        typed("facets", record.facets, Facets) if record.facets else "{}",
        _corrections(record),
        typed("attribution", record.attribution, Attribution) if record.attribution else "{}",
    )


def check_step(record: StepRecord) -> None:
    """Refuse what is no step of a check.

    Raises:
        RowRefusedError: its kind or outcome is not known.
    """
    if record.kind not in set(StepKind) or record.outcome not in {"done", "left"}:
        raise RowRefusedError(
            "steps",
            Said("{kind!r}, {outcome!r} is no step", kind=record.kind, outcome=record.outcome),
        )


def _corrections(record: ClaimRecord | AppearanceRecord) -> str:
    return typed("corrections", record.corrections, Corrections) if record.corrections else ""
