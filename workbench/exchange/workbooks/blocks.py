"""What is looked for in a part of a package, of any size, without holding all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

_BLOCK = 1 << 20


def found_in(part: IO[bytes], shape: re.Pattern[bytes], longest: int) -> Iterator[re.Match[bytes]]:
    """Each place where a shape stands, in order.

    Args:
        part: read from where it stands to its end.
        shape: matches no empty text.
        longest: bytes of a match at most, so that one on both sides of two blocks is found.
    """
    kept = b""
    while block := part.read(_BLOCK):
        text = kept + block
        last = 0
        for each in shape.finditer(text):
            yield each
            last = each.end()
        kept = text[max(last, len(text) - longest) :]
