"""A value that is not of the type of its field, in words that can be told in any language."""

from __future__ import annotations

import re

import msgspec

from workbench.errors import Said, Tellable

_EXPECTED = re.compile(r"Expected `([^`]+)`, got `([^`]+)`")
_MISSING = re.compile(r"Object missing required field `([^`]+)`")
_UNKNOWN = re.compile(r"Object contains unknown field `([^`]+)`")
_NO_CHOICE = re.compile(r"Invalid enum value (.+)")


def mistyped(error: msgspec.ValidationError) -> tuple[str, Tellable]:
    """Where in the record it is, as a path that may be empty, and what is wrong there."""
    message, _, path = str(error).partition(" - at `$")
    return path.strip("`."), _told(message)


def _told(message: str) -> Tellable:
    if found := _EXPECTED.fullmatch(message):
        expected, given = map(Said, found.groups())
        return Said("expected `{expected}`, got `{given}`", expected=expected, given=given)
    if found := _MISSING.fullmatch(message):
        return Said("the field `{field}` is missing", field=found[1])
    if found := _UNKNOWN.fullmatch(message):
        return Said("there is no field `{field}`", field=found[1])
    if found := _NO_CHOICE.fullmatch(message):
        return Said("{value} is none of its values", value=found[1])
    return message[:1].lower() + message[1:]
