"""The desk's own words: labels, prompts, key names. One file a language, as for the record's words.

The record's own keys (states, relations, reasons…) are said by `workbench.desk.words`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from workbench.desk import words as record_words
from workbench.desk.words.catalogue import Catalogue


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

    def record(self, key: str, **values: object) -> str:
        """The word for a key that stands in a record: ``state.new``, ``relation.conflict``…"""
        return record_words.say(key, self.language, **values)

    def knows(self, key: str) -> bool:
        """Whether there is a word for a key of the record."""
        return record_words.knows(key)

    @property
    def rtl(self) -> bool:
        """Whether the language is written from right to left."""
        return catalogue().direction(self.language) == "rtl"
