"""The report's own words; a third language is one more file here."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from workbench.errors import InvalidInputError

_HERE = Path(__file__).parent


def languages() -> list[str]:
    """Codes of the languages a report can be written in."""
    return sorted(path.stem for path in _HERE.glob("*.toml"))


@cache
def words(language: str) -> dict[str, str]:
    """Key → words, in that language.

    Raises:
        InvalidInputError: there is no such language.
    """
    if language not in languages():
        raise InvalidInputError(
            "reports are not written in {language!r}",
            hint="Choose: {known}.",
            language=language,
            known=", ".join(languages()),
        )
    return tomllib.loads((_HERE / f"{language}.toml").read_text(encoding="utf-8"))
