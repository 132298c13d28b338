"""Section ``[actors]``."""

from __future__ import annotations

import msgspec


class Actors(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """See the module that reads it."""
