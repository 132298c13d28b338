"""Catalogues of messages: one TOML file a language, in tables by kind."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

import msgspec

from workbench.errors import InvalidInputError

FALLBACK = "en"


class PluralRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which counts take a plural form (names as in Unicode CLDR); ``other`` needs no rule.

    A count takes the form where its remainder by ``modulo`` lies in ``[low, high]``.
    """

    form: str
    low: int
    high: int
    modulo: int = 0

    def takes(self, count: int) -> bool:
        """Whether ``count`` takes this form."""
        rest = count % self.modulo if self.modulo else count
        return self.low <= rest <= self.high


class CatalogueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one language's file holds."""

    name: str
    """The language's own name for itself."""
    direction: str
    """``ltr`` or ``rtl``."""
    plurals: tuple[PluralRule, ...]
    messages: dict[str, dict[str, str | dict[str, str]]]
    """Kind → key → message, or its plural forms. ``{name}`` stands for a value."""
    errors: dict[str, str] = {}
    """English template of an error, or a word in one → the same in this language."""


class Catalogue:
    """All languages of a folder of catalogue files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = cache(self._read)

    def languages(self) -> list[str]:
        """The codes of the languages on file, in order."""
        return list(self._codes)

    @cached_property
    def _codes(self) -> tuple[str, ...]:
        return tuple(sorted(path.stem for path in self._folder.glob("*.toml")))

    def direction(self, lang: str) -> str:
        """``ltr`` or ``rtl``."""
        return self._file(lang).direction

    def name(self, lang: str) -> str:
        """The language's own name for itself."""
        return self._file(lang).name

    def keys(self, lang: str) -> set[str]:
        """Every key that the language's file has a message for."""
        messages = self._file(lang).messages
        return {f"{kind}.{key}" for kind, table in messages.items() for key in table}

    def knows(self, key: str) -> bool:
        """Whether some language has a message for ``kind.key``; English has them all."""
        kind, _, name = key.partition(".")
        return name in self._file(FALLBACK).messages.get(kind, {})

    def errors(self, lang: str) -> dict[str, str]:
        """English template of an error → template in ``lang``; none for English itself."""
        return self._file(lang).errors

    def say(self, key: str, lang: str, **values: object) -> str:
        """The message of ``kind.key`` in ``lang``, in English, or else the bare key."""
        for code in (lang, FALLBACK):
            message = self._find(key, code, values.get("n"))
            if message is not None:
                return _fill(message, values)
        return key.partition(".")[2] or key

    def _find(self, key: str, lang: str, count: object) -> str | None:
        if lang not in self._codes:
            return None
        file = self._file(lang)
        kind, _, name = key.partition(".")
        message = file.messages.get(kind, {}).get(name)
        if isinstance(message, Mapping):
            form = _form(file.plurals, count)
            return message.get(form) or message.get("other")
        return message

    def _read(self, lang: str) -> CatalogueFile:
        import tomllib  # noqa: PLC0415 (many commands say nothing of this)

        path = self._folder / f"{lang}.toml"
        try:
            return msgspec.convert(
                tomllib.loads(path.read_text(encoding="utf-8")), type=CatalogueFile
            )
        except FileNotFoundError as error:
            raise InvalidInputError(
                "there are no messages in the language {lang!r}",
                hint="Languages on file: {known}.",
                lang=lang,
                known=", ".join(self.languages()),
            ) from error
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            raise InvalidInputError("{name}: {reason}", name=path.name, reason=error) from error


def _form(rules: tuple[PluralRule, ...], count: object) -> str:
    if not isinstance(count, int):
        return "other"
    return next((rule.form for rule in rules if rule.takes(count)), "other")


def _fill(message: str, values: Mapping[str, object]) -> str:
    """Put the values in. Not `str.format`: a value from outside may hold braces."""
    parts = message.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, closed, rest = part.partition("}")
        known = closed and name in values
        filled.append(f"{_written(values[name])}{rest}" if known else "{" + part)
    return "".join(filled)


def _written(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
