"""Pieces: what over-splitting cuts a stretch into, before any is found to be a clause."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """What opens a piece."""

    START = "start"
    PAUSE = "pause"
    """Punctuation alone."""
    JOIN = "join"
    KEEP = "keep"
    RELATIVE = "relative"
    RESULT = "result"
    PURPOSE = "purpose"
    CIRCUMSTANCE = "circumstance"
    ABSOLUTE = "absolute"
    PART = "part"
    ADDED = "added"
    """It has no verb and goes on with the clause before or around it."""
    RECORD = "record"
    """It goes on with the clause before it, of which it tells as a whole."""
    APPOSITION = "apposition"
    PARTICIPLE = "participle"
    BARE = "bare"
    """A verb straight behind an indefinite noun: a relative clause without a pronoun."""
    EXCEPTION = "exception"
    ENUMERATION = "enumeration"


APPENDED = frozenset({Kind.ADDED, Kind.RECORD, Kind.APPOSITION})


class Piece(msgspec.Struct):
    """Words ``[start, stop)``; those before ``body`` are the marker, no part of the claim."""

    start: int
    body: int
    stop: int
    kind: Kind
    paused: bool
    """Punctuation stands before it."""
    dependent: bool = False
    """It begins with a word that cannot begin a statement ("if", "that")."""
    subordinate: bool = False
    """The clause after it shares the subject of the one before it."""
    behind: int = 0
    """The first word behind a marker that is part of the claim."""
    shared: bool = False
    """Its subject is that of the clause before."""
    own_subject: bool = False
    """It says something by itself only where it names its subject."""
    waits: bool = False
    """Its verb stands behind the pieces that tell of it."""
    states: bool = False
    """Its marker says that a clause follows, be it without a verb."""
