"""The ratings that a verdict can take, with their signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.theme import look_of_rating
from workbench.tui.widgets.choice_list import Choice
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk import Desk


def rating_choices(desk: Desk, words: Words) -> list[Choice]:
    """The desk's scale in the person's language, in its own order."""
    return [
        Choice(rating.key, rating.label(words.language), look_of_rating(rating.key))
        for rating in desk.verdicts.scale().ratings
    ]
