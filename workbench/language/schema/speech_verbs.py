"""What a pack says of a verb of speech: its forms, and what it passes on."""

from __future__ import annotations

from typing import Literal

import msgspec

Takes = Literal[
    "clause",
    "quote",
    "noun",
    "phrase",
    "object",
    "verdict",
    "figure",
    "infinitive",
    "whole",
    "nothing",
]
"""What a verb of speech passes on.

A clause ("said that…"), a quotation, a noun phrase ("announced the delay of…"), one after a
preposition ("warned of floods"), whatever object ("expects prices to fall", "described the poll
as fair"), an object and what it is in the speaker's own words ('called the poll "fair"') or by a
figure ("put the toll at four"), an infinitive ("pledged to…"), the clause it stands in ("experts
doubt…"), or nothing, being itself the event ("replied to…").
"""


class Inflection(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one principal part of a verb makes its forms."""

    part: int
    """Which principal part, counted from 0."""
    ends: str = ""
    """Only for parts with this ending; the first inflection that fits is taken."""
    drop_start: int = 0
    drop_end: int = 0
    participle: bool = False
    forms: dict[str, tuple[str, ...]]
    """Agreement (``m``, ``f``, ``p`` plural, ``d`` dual, ``any``) → forms around ``{}``."""


class VerbGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verbs of speech of one stance and one construction."""

    verbs: tuple[str, ...]
    """Each by its principal parts, parted by blanks; ``-`` where it lacks one."""
    stance: Literal["said", "claimed", "denied", "confirmed", "warned", "pledged"] = "said"
    takes: tuple[Takes, ...] = ("clause", "quote")
    through: tuple[str, ...] = ()
    """Words that may stand between verb and what is said ("point *out* that", أشار *إلى* أن)."""
    strict: bool = False
    """Also an ordinary word: a frame only with a complementiser, a colon or a quotation."""
    always: bool = False
    """Whatever follows its subject is said, even without a complementiser ("said")."""
    told: bool = False
    """Names who is spoken to before what is said ("told reporters that")."""
    accuses: bool = False
    """What it passes on is told of its object: اتهم الحزب *الحكومة* بأنها أخفت ديونا; the whole of
    it is told by the outlet: "the union *blamed* the minister"."""
    rules_out: bool = False
    """Denies what may come: who does not do so (لم *يستبعد*) leaves it open, while who does not
    deny a fact (لم *ينف*) says nothing."""
    as_: tuple[str, ...] = msgspec.field(default=(), name="as")
    """An object is passed on only with one of these behind it ("described the poll *as* fair")."""
    judges: bool = False
    """Says of an object what it is, behind one of `as` or without: اعتبر النقيب *الحكم نكسة*."""
    by: tuple[str, ...] = ()
    """Only with one of these in its subject ("the *court* heard"); ``«`` stands for a name between
    quotation marks (علمت *«الصباح»* أن)."""
    plain: bool = False
    """Though strict, passes on a clause without "that" where an auxiliary shows it to be one."""
    own: bool = False
    """Its subject is who writes, so that what it passes on is told by nobody else (علمت *«الصباح»*
    أن)."""
    passive: bool = False
    """Only in the passive, whose subject is who was told ("the court was told")."""
    known: bool = False
    """Only where its subject is known to be an office or a body ("تقدر كلفته" is a passive)."""
    particle: tuple[str, ...] = ()
    """Only with one of these right behind it ("ruled *out*")."""
    relays: tuple[str, ...] = ()
    """Passes on another's words, named after one of these ("نقلت الوكالة *عن* مسؤول")."""
    sources: tuple[str, ...] = ()
    """The speaker stands after one of these ("جاء *في* بيان الوزارة أن")."""
