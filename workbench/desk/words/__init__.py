"""Message keys said in the user's language: states, relations, reasons, journal actions…

The rooms below give keys and values, never sentences; whoever shows them (terminal, command
line, reports) says them here. A language is one file ``<code>.toml`` in this folder; English is
what a missing message falls back to.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from workbench.desk.words.catalogue import Catalogue


@cache
def _catalogue() -> Catalogue:
    return Catalogue(Path(__file__).parent)


def languages() -> list[str]:
    """The codes of the languages that can be spoken, in order."""
    return _catalogue().languages()


def say(key: str, lang: str = "en", **values: object) -> str:
    """The message of ``key`` (``"state.new"``, ``"reason.figures differ"``) with its values.

    ``n`` among the values chooses the plural form. A key that no catalogue knows is given back
    without its kind, so that a plug-in's own reason still reads as words.
    """
    return _catalogue().say(key, lang, **values)


def knows(key: str) -> bool:
    """Whether there is a message for ``key``."""
    return _catalogue().knows(key)
