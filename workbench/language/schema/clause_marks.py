"""What marks clauses and their verbs in the section ``[clauses]``: markers, paradigms, shapes."""

from __future__ import annotations

from typing import Literal

import msgspec

VerbKind = Literal["finite", "weak", "past", "gerund"]
"""``weak`` forms are as often nouns ("reports", طلب); ``past`` forms may be participles."""

MarkerKind = Literal[
    "join",
    "keep",
    "relative",
    "result",
    "purpose",
    "circumstance",
    "absolute",
    "part",
    "exception",
    "lead",
    "enumeration",
]


class Paradigm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Verb stems that are inflected alike: prefix + stem + suffix + object."""

    kind: VerbKind
    stems: tuple[str, ...]
    prefixes: tuple[str, ...] = ("",)
    suffixes: tuple[str, ...] = ("",)
    objects: tuple[str, ...] = ("",)
    """Pronouns written on to the verb."""
    weak_endings: tuple[str, ...] = ()
    """Endings, object included, with which a form is as often a noun (زيارته)."""


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How verbs that no list knows look: a regular expression on the folded word."""

    kind: VerbKind
    pattern: str


class Marker(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Phrases at which a clause may begin, and what kind of clause it is.

    ``join``: a clause of equal or lower rank whose marker is not part of it. ``keep``: what
    follows cannot stand alone (a condition, a complement). ``relative``, ``result``,
    ``purpose``, ``circumstance`` (وذلك), ``absolute`` ("with 12 injured", مع اعتماد), ``part``
    ("most of them", بينهم), ``exception``: a claim of its own of that kind. ``lead``: words at
    a clause's head that say nothing. ``enumeration``: items of what was counted follow.
    """

    kind: MarkerKind
    phrases: tuple[str, ...]
    after_pause: bool = False
    """Counts only after punctuation."""
    not_before: tuple[str, ...] = ()
    """Words behind which it is something else ("بهدف نظيف": by a goal)."""
    opens: bool = False
    """Counts only at the head of a sentence, for the clause behind its own (*منذ أن* بدأت)."""
    subordinate: bool = False
    """It opens a clause below the one before, whose subject the next clause still shares."""
    states: bool = False
    """A whole clause follows, be it without a verb ("وأن الحصيلة مرشحة للارتفاع")."""
    own_subject: bool = False
    """Its clause stands alone only where it names its own subject (على أن)."""
    shared_subject: bool = False
    """It stands for the subject of the clause before (لكنه, وأنها)."""
    after_whole: bool = False
    """Counts only behind a noun phrase of all or none, as no conjunction ("every town *but* X")."""
    after_noun: bool = False
    """Counts only behind a noun or punctuation, where it is no subject or object."""
    after_indefinite: bool = False
    """Does not count straight behind a definite noun, which it only stresses there."""
    not_written: tuple[str, ...] = ()
    """Words that fold like it and are others (ألا, not إلا)."""
    of_all: bool = False
    """An exception only from a whole ("all flights but one"); elsewhere it says "only"."""
    drops: int = 0
    """Words of its phrases that only lead up to the claim (*أي* بزيادة)."""
    needs: Literal[
        "",
        "verb",
        "finite",
        "perfect",
        "present",
        "figure",
        "compared",
        "noun",
        "event",
        "count",
        "to_come",
        "open",
        "denied",
        "own_deed",
    ] = ""
    """What the next word (``verb``, ``finite``: no gerund and no form that may be a noun,
    ``perfect``: no present form, ``present``: no other, ``noun``: not a verb, ``event``: the noun
    of an action, ``count``: a figure or a numeral) or the piece (``figure``; ``compared``: with
    what it is compared to; ``to_come``: its verb in the present; ``open``: a verb that leaves open
    whether it happened; ``denied``: a bound behind what was not done; ``own_deed``: the noun of an
    action with whose it is, and what belongs to it) must hold."""
