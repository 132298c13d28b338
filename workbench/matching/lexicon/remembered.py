"""What is made of each written word: what stands between two blanks, marks included.

Most of what a text says was read before, so that each word is worked out once for all who ask.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

LONGEST = 80
"""Letters beyond which a written word is not remembered."""

Made = TypeVar("Made")


class Remembered(dict[str, Made], Generic[Made]):
    """Written word → what is made of it, made when it is first asked for."""

    def __init__(self, make: Callable[[str], Made], most: int) -> None:
        """Make it so, and begin anew when so many are remembered."""
        self._make = make
        self._most = most

    def __missing__(self, written: str) -> Made:
        made = self._make(written)
        if len(written) <= LONGEST:
            self[written] = made
        return made

    def of(self, words: Iterable[str]) -> list[Made]:
        """What is made of each word of a text, of which none is forgotten on the way."""
        if len(self) >= self._most:
            self.clear()
        return list(map(self.__getitem__, words))
