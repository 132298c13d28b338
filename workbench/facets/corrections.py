"""What a person says of a reading, kept apart from it so that no later reading overwrites it.

A correction keeps the reading that it takes the place of. So it finds that reading again, by its
words or its meaning, when the text is read anew; it stays where the words are no longer read, and
rests where a rewording has taken the words away.
"""

from __future__ import annotations

from itertools import count, islice
from typing import Any, Generic, TypeVar

import msgspec
from msgspec.structs import replace

from workbench.facets.types import Actor, Facets, Modality, Place, Polarity, Quantity, Time

Item = TypeVar("Item", Quantity, Time, Place, Actor)
Value = Quantity | Time | Place | Actor | Polarity | Modality
LISTS = ("quantities", "times", "places", "actors")
"""The facets that a claim may have several of."""
_LIST_OF: dict[type, str] = {
    Quantity: "quantities",
    Time: "times",
    Place: "places",
    Actor: "actors",
}


class Correction(msgspec.Struct, Generic[Item], frozen=True):
    """One value of a person's, in the place of one that was read."""

    of: Item | None
    """The reading that it corrects; ``None`` where the value was added."""
    value: Item | None
    """What the person says; ``None`` takes the reading away."""
    nth: int = 0
    """Which of several readings alike, from 0."""


class Corrections(msgspec.Struct, frozen=True):
    """All that a person said of the facets of one text."""

    quantities: tuple[Correction[Quantity], ...] = ()
    times: tuple[Correction[Time], ...] = ()
    places: tuple[Correction[Place], ...] = ()
    actors: tuple[Correction[Actor], ...] = ()
    polarity: Polarity | None = None
    modality: Modality | None = None

    def __bool__(self) -> bool:
        return self != Corrections()

    @property
    def by_hand(self) -> tuple[Value, ...]:
        """The values that are a person's own."""
        listed = [each.value for name in LISTS for each in getattr(self, name)]
        return tuple(one for one in (*listed, self.polarity, self.modality) if one is not None)


def apply(read: Facets, corrections: Corrections, text: str) -> Facets:
    """A reading of ``text`` with what a person said of it in its place."""
    if not corrections:
        return read
    values: dict[str, Any] = {
        name: _applied(getattr(read, name), getattr(corrections, name), text) for name in LISTS
    }
    if corrections.polarity is not None:
        values["polarity"] = corrections.polarity
    if corrections.modality is not None:
        values["modality"] = corrections.modality
    return replace(read, **values)


def _applied(
    read: tuple[Item, ...], corrections: tuple[Correction[Item], ...], text: str
) -> tuple[Item, ...]:
    places = [_find(read, each.of, each.nth) for each in corrections]
    found: list[Item] = []
    for place, item in enumerate(read):
        values = [each.value for each, at in zip(corrections, places, strict=True) if at == place]
        found += [value for value in values if value is not None] if values else [item]
    for each, at in zip(corrections, places, strict=True):
        stands = each.of is None or each.of.surface in text
        if at is None and each.value is not None and stands:
            found.append(each.value)
    return tuple(found)


def _find(read: tuple[Item, ...], of: Item | None, nth: int) -> int | None:
    alike = [place for place, item in enumerate(read) if of is not None and _alike(item, of)]
    return alike[nth] if nth < len(alike) else None


def _alike(one: Value, other: Value) -> bool:
    """Whether two readings are of the same thing: by their words, or by what they mean."""
    return _meaning(one) == _meaning(other) or _words(one) == _words(other)


def _words(value: Value) -> str:
    return "" if isinstance(value, Polarity | Modality) else value.surface


def _meaning(value: Value) -> tuple[object, ...]:
    if isinstance(value, Quantity):
        return value.low, value.high, value.vague
    if isinstance(value, Time):
        return value.surface if value.interval is None else value.interval, value.duration
    if isinstance(value, Place | Actor):
        return (value.name,)
    return (value,)


def list_of(value: Value) -> str:
    """The list of `Facets` that a value belongs in; nothing where there is only one of it."""
    return _LIST_OF.get(type(value), "")


def corrected(
    corrections: Corrections, shown: Facets, value: Value | None, instead_of: Value | None = None
) -> Corrections:
    """Corrections with one more: ``value`` in the place of ``instead_of`` as it is shown.

    Args:
        corrections: what was said before.
        shown: the facets as the person saw them.
        value: what she says; ``None`` takes ``instead_of`` away.
        instead_of: one of those shown, or nothing to add ``value``.
    """
    if isinstance(value, Polarity):
        return replace(corrections, polarity=value)
    if isinstance(value, Modality):
        return replace(corrections, modality=value)
    given = value if value is not None else instead_of
    if given is None:
        return corrections
    name = list_of(given)
    made: Any = _with(getattr(corrections, name), getattr(shown, name), value, instead_of)
    return replace(corrections, **{name: made})


def _with(
    before: tuple[Correction[Any], ...], shown: tuple[Any, ...], value: Any, instead_of: Any
) -> tuple[Correction[Any], ...]:
    if instead_of is None:
        return (*before, Correction(None, value))
    own = next((each for each in before if each.value == instead_of), None)
    if own is None:
        nth = _nth(before, shown, instead_of)
        return (*before, Correction(instead_of, value, nth))
    gone = value is None and own.of is None
    return tuple(
        replace(each, value=value) if each is own else each
        for each in before
        if not (gone and each is own)
    )


def _nth(before: tuple[Correction[Any], ...], shown: tuple[Any, ...], item: Any) -> int:
    """Which of the readings of its words an uncorrected item was, before any was corrected."""
    by_hand = [each.value for each in before]
    earlier = shown[: shown.index(item)] if item in shown else ()
    left = sum(_alike(one, item) and one not in by_hand for one in earlier)
    taken = {each.nth for each in before if each.of is not None and _alike(each.of, item)}
    free = (number for number in count() if number not in taken)
    return next(islice(free, left, None))
