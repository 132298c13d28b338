"""Section ``[stance]``."""

from __future__ import annotations

import msgspec


class Stance(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """See the module that reads it."""
