"""SHA-256 of what is kept, by which it is found again and told from what was altered.

The library behind it takes 3 ms to load, and a command that only reads needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import _Hash


def digest() -> _Hash:
    """A digest to be fed piece by piece."""
    from hashlib import sha256  # noqa: PLC0415

    return sha256()


def sha256_of(content: str | bytes) -> str:
    """The digest of a text or of bytes, in hexadecimal."""
    whole = digest()
    whole.update(content.encode() if isinstance(content, str) else content)
    return whole.hexdigest()
