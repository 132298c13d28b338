"""Facets as a person writes them: ``2000..3000`` of ``person``, ``2024-02``, ``Baghdad``.

Both faces ask for the same fields and make the same values of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from workbench.desk import inputs
from workbench.errors import InvalidInputError, Said
from workbench.facets.corrections import Value
from workbench.facets.interval import parse_edtf
from workbench.facets.types import (
    Actor,
    Comparator,
    Modality,
    Place,
    Polarity,
    Quantity,
    Role,
    Time,
)
from workbench.language.spans import Span

TIME_RELATIONS = ("at", "since", "until", "before", "after", "during", "for")
PLACE_KINDS = ("country", "region", "city", "site")
ACTOR_KINDS = ("person", "organisation", "country", "group")
POLARITIES = ("asserted", "denied in words", "denied by claimant")
"""Whether the wording holds, is denied by a word of its own, or by whoever is asked of it."""
NOWHERE = Span(0, 0)
_RANGE = re.compile(r"\s*(?:\.\.|–|-(?=\s*\d))\s*")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.", "٬, _\u00a0")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a facet: its name, what it holds now, and the values it may have, if few."""

    name: str
    value: str = ""
    choices: tuple[str, ...] = ()


FACETS = ("quantity", "time", "place", "actor", "polarity", "modality")
SINGLE = ("polarity", "modality")
"""Facets that a claim has one of."""


def kind_of(value: Value) -> str:
    """The name in `FACETS` of a value's facet."""
    return type(value).__name__.lower()


def fields_of(facet: str, value: Value | None = None) -> tuple[Field, ...]:
    """The fields of a facet, holding what ``value`` says.

    Raises:
        InvalidInputError: there is no such facet.
    """
    inputs.choice(facet, FACETS, "facet")
    if facet == "quantity":
        return _quantity_fields(value if isinstance(value, Quantity) else None)
    if facet == "time":
        return _time_fields(value if isinstance(value, Time) else None)
    if facet == "place":
        place = value if isinstance(value, Place) else None
        return (
            Field("words", place.surface if place else ""),
            Field("name", place.name if place else ""),
            Field("kind", place.kind if place else "city", PLACE_KINDS),
        )
    if facet == "actor":
        actor = value if isinstance(value, Actor) else None
        return (
            Field("words", actor.surface if actor else ""),
            Field("name", actor.name if actor else ""),
            Field("role", actor.role if actor else Role.AGENT, tuple(Role)),
            Field("kind", actor.kind if actor else "organisation", ACTOR_KINDS),
        )
    if facet == "polarity":
        return (Field("polarity", _polarity(value), POLARITIES),)
    modality = value if isinstance(value, Modality) else Modality.PRESENT_FACT
    return (Field("modality", modality, tuple(Modality)),)


def _quantity_fields(value: Quantity | None) -> tuple[Field, ...]:
    bounds = (value.low, value.high) if value else ()
    ends = [f"{end.normalize():f}" for end in dict.fromkeys(bounds) if end is not None]
    return (
        Field("words", value.surface if value else ""),
        Field("figure", "..".join(ends)),
        Field("unit", value.unit if value else ""),
        Field("counted", value.counted if value else ""),
        Field("comparator", value.comparator if value else Comparator.EXACTLY, tuple(Comparator)),
    )


def _time_fields(value: Time | None) -> tuple[Field, ...]:
    return (
        Field("words", value.surface if value else ""),
        Field("date", value.interval.edtf if value and value.interval else ""),
        Field("relation", value.relation if value else "at", TIME_RELATIONS),
    )


def _polarity(value: Value | None) -> str:
    if not isinstance(value, Polarity) or not value.negated:
        return POLARITIES[0]
    return POLARITIES[1] if value.cue is not None else POLARITIES[2]


def made(facet: str, given: Mapping[str, str], text: str) -> Value:
    """The value that the fields describe.

    Args:
        facet: its name.
        given: field → what was written in it; a field that is left out is empty.
        text: where its words are looked for, so that they can be lit.

    Raises:
        InvalidInputError: a field is needed, unknown, or holds what it cannot.
    """
    known = {field.name: field for field in fields_of(facet)}
    if unknown := sorted(given.keys() - known.keys()):
        raise InvalidInputError(
            "a {facet} has no {unknown}",
            hint="It has: {known}.",
            facet=Said(facet),
            unknown=unknown[0],
            known=", ".join(known),
        )
    values = {
        name: inputs.words(given.get(name, ""), name) or (field.value if field.choices else "")
        for name, field in known.items()
    }
    for name, field in known.items():
        if field.choices:
            inputs.choice(values[name], tuple(map(str, field.choices)), name)
    return _MAKERS[facet](values, text)


def _place_of(words: str, text: str) -> Span:
    start = text.find(words) if words else -1
    return Span(start, start + len(words)) if start >= 0 else NOWHERE


def _quantity(values: Mapping[str, str], text: str) -> Quantity:
    low, high = bounds(inputs.needed(values["figure"], "figure"))
    words = values["words"] or values["figure"]
    comparator = Comparator(values["comparator"])
    if low != high and comparator is Comparator.EXACTLY:
        comparator = Comparator.BETWEEN
    return Quantity(
        _place_of(words, text),
        words,
        low,
        high,
        values["unit"],
        comparator,
        values["counted"],
    )


def bounds(written: str) -> tuple[Decimal, Decimal]:
    """A figure or a range of figures, in any digits: ``2500``, ``2,000..3,000``.

    Raises:
        InvalidInputError: it is neither.
    """
    ends = [_number(end, written) for end in _RANGE.split(written)]
    if len(ends) > 2:
        raise InvalidInputError(
            "{written!r} is no figure", hint="Write 2500, or 2000..3000.", written=written
        )
    if ends[0] > ends[-1]:
        raise InvalidInputError(
            "{written!r} ends before it begins", hint="Write 2000..3000.", written=written
        )
    return ends[0], ends[-1]


def _number(digits: str, written: str) -> Decimal:
    try:
        number = Decimal(digits.translate(_DIGITS))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise InvalidInputError(
            "{written!r} is no figure", hint="Write 2500, or 2000..3000.", written=written
        )
    return number


def _time(values: Mapping[str, str], text: str) -> Time:
    date = inputs.edtf(values["date"], "date")
    words = inputs.needed(values["words"] or date, "date")
    interval = parse_edtf(date) if date else None
    return Time(_place_of(words, text), words, interval, "by hand", values["relation"])


def _place(values: Mapping[str, str], text: str) -> Place:
    words = inputs.needed(values["words"] or values["name"], "name")
    name = values["name"] or words
    return Place(_place_of(words, text), words, name, values["kind"])


def _actor(values: Mapping[str, str], text: str) -> Actor:
    words = inputs.needed(values["words"] or values["name"], "name")
    name = values["name"] or words
    return Actor(_place_of(words, text), words, name, values["kind"], Role(values["role"]))


def _said_polarity(values: Mapping[str, str], text: str) -> Polarity:
    said = values["polarity"]
    if said == POLARITIES[0]:
        return Polarity()
    return Polarity(negated=True, cue=Span(0, len(text)) if said == POLARITIES[1] else None)


def _modality(values: Mapping[str, str], text: str) -> Modality:
    return Modality(values["modality"])


_MAKERS: dict[str, Callable[[Mapping[str, str], str], Value]] = {
    "quantity": _quantity,
    "time": _time,
    "place": _place,
    "actor": _actor,
    "polarity": _said_polarity,
    "modality": _modality,
}
