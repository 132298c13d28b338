"""Section ``[furniture]``: lines of a web page that are no part of an article's text."""

from __future__ import annotations

import msgspec


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Phrases by which such lines are known, folded when read."""

    pointers: tuple[str, ...] = ()
    """Openers of a line that leads to other stories ("read also"). Where nothing else is on it,
    the headlines that follow are those of other stories."""
    labels: tuple[str, ...] = ()
    """Openers of a short line of data about the story ("source", "last updated")."""
    invitations: tuple[str, ...] = ()
    """Openers of a line that speaks to the visitor ("sign up", "follow us")."""
    credits: tuple[str, ...] = ()
    """Openings of lines that say who wrote or edited the story ("Reporting by")."""
    notices: tuple[str, ...] = ()
    """Phrases that a short line has anywhere ("all rights reserved")."""
    sections: tuple[str, ...] = ()
    """Nouns that open the heading of a part of the story and tell nothing ("summary of…")."""
    bylines: tuple[str, ...] = ()
    """Openers of a line that names who wrote ("by")."""
