"""Rating scales: data files that say which ratings there are and what they are called."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from workbench.errors import InvalidInputError

_HERE = Path(__file__).parent / "scales"


class Rating(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One rating of a scale: its key, what it comes to, and its labels by language."""

    key: str
    normalised: str = ""
    """The rating of the default scale that it comes to; its own key where it is one of those."""
    labels: dict[str, str]
    meaning: str = ""
    by_import_only: bool = False
    """Whether it marks a verdict of others that awaits a decision, and nobody here may give it."""

    @property
    def rating(self) -> str:
        """The normalised key, by which verdicts of all scales are found and compared."""
        return self.normalised or self.key

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
            "{key!r} is not a rating of the scale {name!r}",
            hint="Choose one of: {known}.",
            key=key,
            name=self.name,
            known=known,
        )


def names(own: Path | None = None) -> list[str]:
    """The scales there are: the program's, and the team's in a folder of its own."""
    return sorted({file.stem for folder in _folders(own) for file in folder.glob("*.toml")})


@cache
def load(name: str = "default", own: Path | None = None) -> Scale:
    """A scale by its name.

    Args:
        name: of the scale, which is its file's.
        own: a folder with scales of the team's own, which come before the program's.

    Raises:
        InvalidInputError: there is no such scale, or its file is not a scale.
    """
    import tomllib  # noqa: PLC0415 (many commands ask for no scale)

    found = (folder / f"{name}.toml" for folder in _folders(own) if name.isidentifier())
    file = next((file for file in found if file.is_file()), None)
    if file is None:
        known = ", ".join(names(own))
        raise InvalidInputError(
            "there is no scale {name!r}", hint="Scales on file: {known}.", name=name, known=known
        )
    try:
        scale = msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Scale)
    except (OSError, ValueError) as error:  # unreadable, no UTF-8, no TOML, no scale
        raise InvalidInputError("{file}: {reason}", file=file, reason=error) from error
    _check(scale, file)
    return scale


def _folders(own: Path | None) -> tuple[Path, ...]:
    return (_HERE,) if own is None else (own, _HERE)


def _check(scale: Scale, file: Path) -> None:
    if file == _HERE / "default.toml":
        return
    known = [rating.key for rating in load().ratings]
    for rating in scale.ratings:
        if rating.rating not in known:
            raise InvalidInputError(
                "{file}: {rating!r} is not a rating that others come to",
                hint="Give {key!r} a `normalised` among: {known}.",
                file=file,
                rating=rating.rating,
                key=rating.key,
                known=", ".join(known),
            )
        if "en" not in rating.labels:
            raise InvalidInputError(
                "{file}: {key!r} has no English label", file=file, key=rating.key
            )
