"""A clause: one predicate with what belongs to it, as ranges of words."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from workbench.splitting.clauses.pieces import Kind

Range = tuple[int, int]
"""Words ``[first, last)`` of a stretch."""
SHORT_HEAD = 4
"""Words up to which a head that is shared is quoted beside any clause."""

_HIDING = frozenset({Kind.RELATIVE, Kind.PARTICIPLE, Kind.JOIN, Kind.ADDED, Kind.APPOSITION})
"""Kinds whose head is left out of the quotation where it is the longer part."""


class Clause(msgspec.Struct, frozen=True):
    """One predicate with what belongs to it.

    ``own`` are its own words (two ranges where something stood in between); ``borrowed`` the
    subject or head it shares with another clause.
    """

    own: tuple[Range, ...]
    kind: Kind
    borrowed: tuple[Range, ...] = ()
    items: tuple[Range, ...] = ()
    """Items of an enumeration that follows the clause."""
    told_of: Range | None = None
    """What an addition tells of, which only its wording repeats: "*200 men*: among them 140"."""

    leading: Range | None = None
    """Words of its own that its wording puts first: "earned … *women* $430"."""

    @property
    def ranges(self) -> tuple[Range, ...]:
        """All its words in text order."""
        if not self.borrowed and len(self.own) == 1:
            return self.own
        return tuple(sorted(self.own + self.borrowed))

    @property
    def quoted(self) -> tuple[Range, ...]:
        """The words by which it is quoted: its own, and what it borrows where that is less.

        A long head would hide what is said of it; the self-contained wording has it all the same.
        """
        size = sum(last - first for first, last in self.own)
        lent = sum(last - first for first, last in self.borrowed)
        told = self.kind in _HIDING
        # A joined clause is read with its subject, so that is shown where it is no longer.
        longest = size if self.kind == Kind.JOIN else size - 1
        hidden = told and lent > max(longest, SHORT_HEAD)
        if hidden or self.kind == Kind.RECORD:
            return tuple(sorted(self.own))
        return touching(self.ranges) if self.kind == Kind.APPOSITION else self.ranges


def touching(ranges: Sequence[Range]) -> tuple[Range, ...]:
    """Ranges of which those that touch are one: "The villa, a former school"."""
    joined: list[Range] = []
    for first, last in ranges:
        if joined and joined[-1][1] == first:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return tuple(joined)
