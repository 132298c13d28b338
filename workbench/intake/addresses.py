"""Telling an address from the name of a file."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*://", re.IGNORECASE)


def is_address(given: str) -> bool:
    """Whether what somebody gave is an address, of whatever scheme, and not the name of a file."""
    return _SCHEME.match(given) is not None
