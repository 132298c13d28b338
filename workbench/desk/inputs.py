"""What a person or a script may give, checked before anything is written."""

from __future__ import annotations

from workbench.errors import InvalidInputError, Said
from workbench.facets.interval import parse_edtf


def words(value: str, name: str) -> str:
    """Any text that can be kept, without spaces around it.

    Raises:
        InvalidInputError: it holds half a character (a lone surrogate).
    """
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InvalidInputError(
            "{name}: character {at} is only half a character",
            hint="Read the text with its right encoding, then give it again.",
            name=Said(name),
            at=error.start,
        ) from error
    return value.strip()


def needed(value: str, name: str, hint: str = "") -> str:
    """A text that must not be empty.

    Raises:
        InvalidInputError: it is.
    """
    given = words(value, name)
    if not given:
        raise InvalidInputError("{name} is empty", hint=hint or "Give the {name}.", name=Said(name))
    return given


def edtf(value: str, name: str) -> str:
    """A date on file's notation, or nothing.

    Raises:
        InvalidInputError: it is not a date.
    """
    given = words(value, name)
    if not given:
        return ""
    try:
        return parse_edtf(given).edtf
    except InvalidInputError as error:
        raise InvalidInputError(
            "{name}: {problem}", hint=error.advice, name=Said(name), problem=error.said
        ) from error


def choice(value: str, known: tuple[str, ...], name: str) -> str:
    """One of a closed set.

    Raises:
        InvalidInputError: it is not.
    """
    if value not in known:
        raise InvalidInputError(
            "{value!r} is not a {name}",
            hint="Choose one of: {known}.",
            value=value,
            name=Said(name),
            known=", ".join(known),
        )
    return str(value)
