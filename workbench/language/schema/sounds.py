"""Section ``[sounds]``: how names of a language's letters are spelled in Latin letters."""

from __future__ import annotations

import msgspec


class Sounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Letters, folded, and what Latin letters stand for them, of which papers use many.

    A spelling of consonants may be doubled, and one short vowel that the letters leave out may
    stand before any of them.
    """

    letters: dict[str, tuple[str, ...]] = {}
    """One letter, or two or three that are spelled together (تش → ch) → its spellings; an empty
    one for a letter that may be left out."""
    first: dict[str, tuple[str, ...]] = {}
    """Further spellings at the beginning of a word…"""
    last: dict[str, tuple[str, ...]] = {}
    """…and at its end."""
    short: str = ""
    """Latin letters of vowels that need not be written."""
    guarded: dict[str, str] = {}
    """Those of them that are left out before the last letter only two behind one of these letters:
    راشد may be Rashid, عمر is not Amir."""
    silent: tuple[str, ...] = ()
    """What may stand at the end of a Latin word unheard."""
