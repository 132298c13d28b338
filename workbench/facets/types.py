"""The typed values that a text says: what every other room compares, stores and shows.

Offsets are code points in the text that was read.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from workbench.facets.interval import Interval
from workbench.language.spans import Span


class Comparator(StrEnum):
    """How the text binds a figure to the truth."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A figure with its unit: "نحو 2500 عسكري" is about 2,500 ``person``.

    ``low`` and ``high`` are equal but for a range ("10 to 15") or a vague count ("dozens"),
    whose word is kept in ``vague`` and whose bounds are ``None`` where the word gives none.
    """

    span: Span
    surface: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    """Canonical: ``person``, ``percent``, ``USD``, ``km``, ``site``, ``round``… or ````."""
    comparator: Comparator = Comparator.EXACTLY
    counted: str = ""
    """What is counted, as the text has it: "عسكري أميركي", "US troops"."""
    vague: str = ""
    """``tens``, ``hundreds``, ``thousands``, ``millions``, ``several``, or nothing."""
    change: str = ""
    """``rise``, ``fall``, ``from`` or ``to`` where the figure is part of a change, or nothing."""


class Time(msgspec.Struct, frozen=True, gc=False):
    """A time expression and what it means, or that it cannot be resolved.

    ``interval`` is ``None`` where the text alone does not say (a relative date in an article
    whose own date is unknown); ``rule`` names the rule that resolved it, or why none could.
    """

    span: Span
    surface: str
    interval: Interval | None
    rule: str
    relation: str = "at"
    """``at``, ``since``, ``until``, ``before``, ``after``, ``during``, ``for`` (a duration)."""
    duration: str = ""
    """ISO 8601 duration ("P3D") where the text states a length of time, or nothing."""


class Place(msgspec.Struct, frozen=True, gc=False):
    """A place named in the text under its canonical name, shared by all languages."""

    span: Span
    surface: str
    name: str
    """Canonical: ISO 3166 code for a country (``IQ``), else the English name (``Baghdad``)."""
    kind: str
    """``country``, ``region``, ``city``, ``site``."""
    within: tuple[str, ...] = ()
    """Canonical names of what contains it, nearest first: ``("Baghdad Governorate", "IQ")``."""
    demonym: bool = False
    """Named by an adjective ("Iraqi", "العراقية"): it qualifies an actor, it is not a location."""


class Role(StrEnum):
    """What an actor does in its claim."""

    AGENT = "agent"
    PATIENT = "patient"
    MENTIONED = "mentioned"


class Actor(msgspec.Struct, frozen=True, gc=False):
    """A person, organisation, country or group that acts, is acted on, or is named."""

    span: Span
    surface: str
    name: str
    """Canonical where the lexicons know it (shared by both languages), else folded surface."""
    kind: str
    """``person``, ``organisation``, ``country``, ``group``."""
    role: Role = Role.MENTIONED


class Polarity(msgspec.Struct, frozen=True, gc=False):
    """Whether the statement is denied, by which word, and what it excepts."""

    negated: bool = False
    cue: Span | None = None
    exception: Span | None = None


class Modality(StrEnum):
    """What kind of statement it is."""

    PAST_FACT = "past_fact"
    PRESENT_FACT = "present_fact"
    PREDICTION = "prediction"
    PLEDGE = "pledge"
    OPINION = "opinion"
    QUESTION = "question"


class Facets(msgspec.Struct, frozen=True, gc=False):
    """All typed meaning of one text or claim."""

    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    action: str = ""
    """Folded stem of the main verb or verbal noun, or nothing where none is found."""
    polarity: Polarity = msgspec.field(default_factory=Polarity)
    modality: Modality = Modality.PRESENT_FACT
    hedges: tuple[Span, ...] = ()


class Clock(msgspec.Struct, frozen=True):
    """What relative dates resolve against: the article's own date, or nothing."""

    published: Interval | None = None
