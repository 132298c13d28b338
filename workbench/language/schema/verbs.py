"""Section ``[verbs]``: principal parts of common verbs, and how they are inflected."""

from __future__ import annotations

from typing import Literal

import msgspec

Tense = Literal["past", "present", "future", "base", "participle", "gerund", "noun"]
"""``base``: a form that tells no tense; ``participle``: passive or past; ``noun``: verbal noun."""


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One of the principal parts: the forms that are made of it, and their tense.

    A form is prefix + part + ending. Where there are prefixes, each takes the place of the
    part's own first letter (يكتب: ت + كتب + ون).
    """

    prefixes: tuple[str, ...] = ()
    endings: dict[str, Tense] = {}
    """Ending → tense; the part by itself is the ending ````."""
    dropped: dict[str, tuple[str, ...]] = {}
    """Last letter of a part → the endings before which it is dropped (make, mak-ing)."""
    bound: tuple[str, ...] = ()
    """Endings that stand only where a letter is dropped: زيارة, زيارتهم, but no رصدت of رصد."""


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs a line each, their parts in the order of ``columns``; further words are irregular."""

    columns: tuple[Column, ...] = ()
    table: str = ""
    """A line a verb: its parts, the first of which stands for all ("go went gone"). A part that
    is missing is written ``-``. Parts beyond the columns are verbal nouns."""
    auxiliaries: tuple[str, ...] = ()
    """Verbs, by their first part, that are verbs although they are stop words (be, كان)."""
    written_futures: tuple[str, ...] = ()
    """Beginnings of a future form that counts only where written so: سأعود, but not سابقين."""
    future_prefixes: tuple[str, ...] = ()
    """What makes a present form a future one when written on to it (س)."""
    past_marks: tuple[str, ...] = ()
    """Last letters, as written, of past forms that fold like another form (نفى, its noun نفي)."""
    nominal_marks: tuple[str, ...] = ()
    """Letters and signs, as written, of which no finite verb has any (ة, tanwin)."""
    passives: dict[str, str] = {}
    """Shape of a folded past form → that of its passive, where that is written otherwise."""
    objects: tuple[str, ...] = ()
    """Pronouns written on to a form, longest first."""
    before_objects: dict[str, str] = {}
    """Last letter of a past form before such a pronoun → what it is elsewhere: رفضوها, رفضوا."""
    nouns: tuple[str, ...] = ()
    """Words that only look like a form (ساحل, "coast", and not "I shall solve")."""
    fixed: dict[str, tuple[str, Tense]] = {}
    """Forms of no rule → verb and tense ("was" → be, past)."""
