"""What a person types into the filter, as a claim filter: ``state:new rating:false water``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.desk.views import ClaimState
from workbench.tui.words import Words

FIELDS = ("state", "claimant", "rating", "relation")
RELATIONS = ("same", "update", "conflict", "narrower", "broader", "related", "different")


@dataclass(frozen=True, slots=True)
class TypedFilter:
    """Words that must stand in the claim, and values that its fields must have."""

    text: str = ""
    state: ClaimState | None = None
    claimant: str = ""
    rating: str = ""
    relation: str = ""


def parse_filter(typed: str, words: Words) -> TypedFilter:
    """Read a filter as it is typed: what is not (yet) a known field or value is plain text.

    Fields and values may be written in English or as the person's language says them;
    blanks in a value are written as ``_``.
    """
    text: list[str] = []
    values: dict[str, str] = {}
    names = {words(f"filter.{field}"): field for field in FIELDS} | {one: one for one in FIELDS}
    for token in typed.split():
        name, colon, value = token.partition(":")
        field = names.get(name) if colon else None
        known = _value(field, value.replace("_", " "), words) if field else ""
        if field and known:
            values[field] = known
        elif not field:
            text.append(token)
    state = values.pop("state", "")
    return TypedFilter(" ".join(text), ClaimState(state) if state else None, **values)


def _value(field: str, value: str, words: Words) -> str:
    if field == "state":
        return _known(value, [state.value for state in ClaimState], "state", words)
    if field == "relation":
        return _known(value, RELATIONS, "relation", words)
    return value.replace(" ", "_") if field == "rating" else value


def _known(value: str, keys: Iterable[str], kind: str, words: Words) -> str:
    for key in keys if value else ():
        if key.replace("_", " ").startswith(value) or words.record(f"{kind}.{key}") == value:
            return key
    return ""
