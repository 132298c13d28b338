"""Units and counted things by name: their key as a person reads it, and back."""

from __future__ import annotations

from functools import cache

from workbench.desk.words import knows, languages, say
from workbench.language.fold import fold_text
from workbench.language.packs import available, load
from workbench.language.schema.numbers import Numbers

_PER = "/"
"""Between the two units of a rate."""
_PERCENT = "percent"
"""A unit that packs list by its sign."""


def said(unit: str, language: str) -> str:
    """The word for a unit: the desk's own, else the first that the language pack lists.

    What neither has a word for stays as it is.
    """
    return _PER.join(_said(part, language) for part in unit.split(_PER))


def _said(unit: str, language: str) -> str:
    if knows(f"unit.{unit}"):
        return say(f"unit.{unit}", language)
    words = _listed(language).get(unit)
    return words[0] if words else unit


def read(written: str) -> str:
    """The key of a unit by any of its words, in any language; the word itself where none has it."""
    return _PER.join(_keys().get(fold_text(part), part) for part in written.split(_PER))


@cache
def _listed(language: str) -> dict[str, tuple[str, ...]]:
    if language not in available():
        return {}
    numbers = load(language).section(Numbers)
    return numbers.counted | numbers.durations | numbers.currencies | numbers.units


@cache
def _keys() -> dict[str, str]:
    """Word → key; the desk's own words come last and win."""
    keys = {_PERCENT, *(unit for code in available() for unit in _listed(code))}
    found = {
        fold_text(word): unit
        for code in available()
        for unit, words in _listed(code).items()
        for word in words
    }
    own = [unit for unit in keys if knows(f"unit.{unit}")]
    found |= {fold_text(say(f"unit.{unit}", code)): unit for unit in own for code in languages()}
    return found | {unit: unit for unit in keys}
