"""Rating scales: data files that say which ratings there are and what they are called."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec

from workbench.errors import InvalidInputError

_HERE = Path(__file__).parent / "scales"


class Rating(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rating: its normalised key and its labels by language."""

    key: str
    labels: dict[str, str]
    meaning: str = ""
    by_import_only: bool = False
    """Whether it marks a verdict of others that awaits a decision, and nobody here may give it."""

    def label(self, language: str) -> str:
        """The label in a language; the English one where it has none."""
        return self.labels.get(language) or self.labels["en"]


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A scale: its ratings from true to false, then those that are on no line."""

    name: str
    ratings: tuple[Rating, ...]

    def given_here(self) -> Scale:
        """The scale without the ratings that only an import gives."""
        kept = tuple(rating for rating in self.ratings if not rating.by_import_only)
        return msgspec.structs.replace(self, ratings=kept)

    def get(self, key: str) -> Rating:
        """The rating with this key.

        Raises:
            InvalidInputError: the scale has no such rating.
        """
        for rating in self.ratings:
            if rating.key == key:
                return rating
        known = ", ".join(rating.key for rating in self.ratings)
        raise InvalidInputError(
            f"{key!r} is not a rating of the scale {self.name!r}", hint=f"Choose one of: {known}."
        )


@cache
def load(name: str = "default", folder: Path = _HERE) -> Scale:
    """A scale by its name.

    Raises:
        InvalidInputError: there is no such scale, or its file is not a scale.
    """
    file = folder / f"{name}.toml"
    if not name.isidentifier() or not file.is_file():
        known = ", ".join(sorted(path.stem for path in folder.glob("*.toml")))
        raise InvalidInputError(f"there is no scale {name!r}", hint=f"Scales on file: {known}.")
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Scale)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise InvalidInputError(f"{file.name}: {error}") from error
