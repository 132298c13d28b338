"""Statements: with facets written by hand, so that the rules are tested apart from the readers, or
as they are read."""

from __future__ import annotations

from decimal import Decimal

from workbench.facets.bundle import read_facets
from workbench.facets.interval import parse_edtf
from workbench.facets.types import (
    Actor,
    Clock,
    Comparator,
    Facets,
    Modality,
    Place,
    Polarity,
    Quantity,
    Role,
    Time,
)
from workbench.language.packs import load
from workbench.language.spans import Span
from workbench.matching.compare import compare
from workbench.matching.types import Relation, Statement

NOWHERE = Span(0, 0)


def figure(
    surface: str,
    low: float | None,
    unit: str = "person",
    comparator: Comparator = Comparator.EXACTLY,
    *,
    high: float | None = None,
    counted: str = "",
    vague: str = "",
    change: str = "",
) -> Quantity:
    top = low if high is None else high
    return Quantity(
        NOWHERE,
        surface,
        None if low is None else Decimal(str(low)),
        None if top is None else Decimal(str(top)),
        unit,
        comparator,
        counted,
        vague,
        change,
    )


def time(surface: str, edtf: str | None, relation: str = "at", duration: str = "") -> Time:
    return Time(NOWHERE, surface, parse_edtf(edtf) if edtf else None, "test", relation, duration)


def place(surface: str, name: str, *within: str, demonym: bool = False) -> Place:
    return Place(NOWHERE, surface, name, "city", within, demonym)


def actor(surface: str, name: str, role: Role = Role.MENTIONED) -> Actor:
    return Actor(NOWHERE, surface, name, "country", role)


def say(
    text: str,
    *,
    language: str = "en",
    figures: tuple[Quantity, ...] = (),
    times: tuple[Time, ...] = (),
    places: tuple[Place, ...] = (),
    actors: tuple[Actor, ...] = (),
    negated: bool = False,
    modality: Modality = Modality.PRESENT_FACT,
    said: str = "",
    claimant: str = "",
) -> Statement:
    facets = Facets(
        quantities=figures,
        times=times,
        places=places,
        actors=actors,
        polarity=Polarity(negated),
        modality=modality,
    )
    return Statement(text, language, facets, claimant, said)


def as_read(text: str, said: str = "") -> Statement:
    """A statement in English or Arabic, told by its letters, with the facets read of it."""
    language = "en" if text.isascii() else "ar"
    clock = Clock(parse_edtf(said) if said else None)
    return Statement(text, language, read_facets(text, load(language), clock), said=said)


def relation(one: str, other: str) -> Relation:
    return compare(as_read(one), as_read(other)).relation


def assert_one_fact(claim: str, alike: str, other: str) -> None:
    """Two reports of one fact are the same, either way round, and a third is of another."""
    assert relation(claim, alike) is Relation.SAME
    assert relation(alike, claim) is Relation.SAME
    assert relation(claim, other) is not Relation.SAME
    assert relation(alike, other) is not Relation.SAME
