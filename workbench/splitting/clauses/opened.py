"""A clause that is still being put together."""

from __future__ import annotations

import msgspec

from workbench.splitting.clauses.clause import Range
from workbench.splitting.clauses.pieces import Kind, Piece


class Open(msgspec.Struct):
    """A clause that is still being put together."""

    ranges: list[Range]
    kind: Kind
    complete: bool
    """It has a predicate."""
    borrowed: list[Range] = []
    items: list[Range] = []
    paused: bool = False
    """Punctuation stands before it."""
    told_of: Range | None = None
    """What an addition tells of, where only the wording repeats it."""
    subordinate: bool = False
    """It stands below the clause before it, whose subject the next may still share."""

    def extend(self, piece: Piece, start: int) -> None:
        """Take in a piece that goes on with it, from word ``start`` where a gap lies between."""
        first, last = self.ranges[-1]
        if last >= piece.start:
            self.ranges[-1] = (first, piece.stop)
        else:
            self.ranges.append((start, piece.stop))
