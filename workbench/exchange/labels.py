"""Labels of the field on the desk's scale, by a table; what is not in it is never guessed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workbench.language.fold import fold_words

NOT_NORMALISED = "not_normalised"
"""Rating of a verdict whose label is in no table: it stands as published, for a person to place."""

_TABLE = Path(__file__).with_name("labels.toml")

_LANGUAGES = ("reviewRating.inLanguage", "inLanguage", "claimReview.languageCode")
_SCALES = ("reviewRating.", "rating_", "claimReviewMarkups.rating.")
"""What stands in the fields of the formats before…"""
_ENDS = ("ratingValue", "worstRating", "bestRating")


def language_of(review: Mapping[str, str]) -> str:
    """The language that a review says it is in, of its fields by their paths; or nothing."""
    found = next((review[name] for name in _LANGUAGES if review.get(name)), "")
    return found if found.replace("-", "").isalnum() else ""


def scale_of(review: Mapping[str, str]) -> str:
    """The number that a review gives with its label, and the ends of its scale: "1 (1–5)"."""
    for before in _SCALES:
        value, *ends = (review.get(f"{before}{name}", "") for name in _ENDS)
        if value not in ("", "-1", "null"):
            return f"{value} ({'–'.join(ends)})" if all(ends) else value
    return ""


def rating_of(label: str) -> str:
    """The rating that a label means on the desk's scale, or `NOT_NORMALISED`."""
    return _ratings().get(fold_words(label), NOT_NORMALISED)


@cache
def _ratings() -> dict[str, str]:
    """Folded label → rating. A label that stood under two ratings would be a mistake in the table.

    Raises:
        ValueError: the table gives one label two ratings.
    """
    found: dict[str, str] = {}
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    for rating, languages in table.items():
        for label in (label for labels in languages.values() for label in labels):
            if found.setdefault(fold_words(label), rating) != rating:
                raise ValueError(f"{label!r} stands under {found[fold_words(label)]} and {rating}")
    return found
