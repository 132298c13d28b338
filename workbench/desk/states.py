"""In what state claims, evidence, reviews and matches can be."""

from __future__ import annotations

from enum import StrEnum


class ClaimState(StrEnum):
    """Where a claim is in the work; it says nothing of its truth."""

    NEW = "new"
    CHECKING = "checking"
    CHECKED = "checked"
    PUBLISHED = "published"
    SET_ASIDE = "set_aside"


class Stance(StrEnum):
    """What a piece of evidence does to a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Anchor(StrEnum):
    """Whether a quote stands in the snapshot of its source."""

    NONE = ""
    """There is no quote, or no text to look in."""
    ANCHORED = "anchored"
    """It stands there, word for word."""
    ORPHANED = "orphaned"
    """It does not, or in more places than one."""


class Review(StrEnum):
    """What a reviewer said of a verdict."""

    NONE = ""
    APPROVED = "approved"
    RETURNED = "returned"


class Succession(StrEnum):
    """Why a verdict takes the place of another."""

    NONE = ""
    UPDATE = "update"
    """Things have changed since; the earlier one was right when it was given."""
    CORRECTION = "correction"
    """The earlier one was wrong."""


class Decision(StrEnum):
    """What a person said of a match."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    UNSURE = "unsure"
