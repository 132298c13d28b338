"""The desk's own words: labels, prompts, key names. One file a language, as for the record's words.

The record's own keys (states, relations, reasons…) are said by `workbench.desk.words`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from workbench.desk import words as record_words
from workbench.desk.checking.gate import GateClosedError
from workbench.desk.words.catalogue import Catalogue
from workbench.errors import Said, WorkbenchError

_IN_ERRORS = ("action", "state", "person_role", "facet", "field")
"""Kinds of the record's words that an error may name."""


@cache
def catalogue() -> Catalogue:
    """The catalogue of the terminal desk."""
    return Catalogue(Path(__file__).parent)


class Words:
    """The words of one language."""

    def __init__(self, language: str = "en") -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """The desk's own word or sentence for ``key``; ``n`` chooses the plural form."""
        return catalogue().say(key, self.language, **values)

    def told(self, error: WorkbenchError | Said) -> str:
        """What went wrong and what to do, in this language where it has the words."""
        if isinstance(error, GateClosedError):  # its points are words of the record
            error = GateClosedError(error.gate, self.language)
        return error.told(self._translated)

    def _translated(self, template: str) -> str:
        """A template of an error; a word of the record in one as the record's catalogue has it."""
        found = catalogue().errors(self.language).get(template)
        if found is not None:
            return found
        keys = (f"{kind}.{template}" for kind in _IN_ERRORS)
        return next((self.record(key) for key in keys if self.knows(key)), template)

    def record(self, key: str, **values: object) -> str:
        """The word for a key that stands in a record: ``state.new``, ``relation.conflict``…"""
        return record_words.say(key, self.language, **values)

    def has(self, key: str) -> bool:
        """Whether the desk has a word or sentence of its own for a key."""
        return key in catalogue().keys(self.language)

    def knows(self, key: str) -> bool:
        """Whether there is a word for a key of the record."""
        return record_words.knows(key)

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return catalogue().direction(self.language) == "rtl"
