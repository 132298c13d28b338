"""How things look: three themes, and the colour and sign of every state, relation and stance.

Colour never stands alone: each thing has a sign of one cell beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.theme import Theme

DARK = Theme(
    name="desk-dark",
    primary="#7aa2f7",
    secondary="#9d7cd8",
    accent="#e0af68",
    foreground="#d5d9e6",
    background="#16181f",
    surface="#1c1f28",
    panel="#262a36",
    success="#8fce7e",
    warning="#e6b450",
    error="#f0717f",
    dark=True,
    variables={
        "muted": "#9096aa",
        "claim-new": "#3a3f52",
        "claim-checking": "#4a4020",
        "claim-checked": "#24452f",
        "claim-published": "#1f3f55",
        "claim-set-aside": "#2a2a2e",
        "claim-conflict": "#5a2630",
        "cursor": "#3b4a78",
        "cursor-blurred": "#2c3348",
    },
)
LIGHT = Theme(
    name="desk-light",
    primary="#2f5bb7",
    secondary="#6b4fa0",
    accent="#8a5a00",
    foreground="#1d2230",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e6e3dc",
    success="#2d7a2d",
    warning="#8a6100",
    error="#b3202e",
    dark=False,
    variables={
        "muted": "#646a7c",
        "claim-new": "#dfe3ee",
        "claim-checking": "#f6e7b4",
        "claim-checked": "#cdebcd",
        "claim-published": "#c9e3f3",
        "claim-set-aside": "#e4e2de",
        "claim-conflict": "#f7cfd3",
        "cursor": "#b9ccf3",
        "cursor-blurred": "#d9e0ee",
    },
)
CONTRAST = Theme(
    name="desk-contrast",
    primary="#00ffff",
    secondary="#ffff00",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    success="#00ff00",
    warning="#ffff00",
    error="#ff6060",
    dark=True,
    variables={
        "muted": "#c8c8c8",
        "claim-new": "#303060",
        "claim-checking": "#605000",
        "claim-checked": "#006000",
        "claim-published": "#005070",
        "claim-set-aside": "#303030",
        "claim-conflict": "#900000",
        "cursor": "#0000c0",
        "cursor-blurred": "#404040",
    },
)
THEMES = (DARK, LIGHT, CONTRAST)


@dataclass(frozen=True, slots=True)
class Look:
    """A sign of one cell, the theme colour of the sign, and the theme colour behind text."""

    sign: str
    colour: str
    behind: str = ""


PLAIN = Look(" ", "foreground")
STATES: dict[str, Look] = {
    "new": Look("○", "foreground", "claim-new"),
    "checking": Look("◐", "warning", "claim-checking"),
    "checked": Look("●", "success", "claim-checked"),
    "published": Look("◆", "primary", "claim-published"),
    "set_aside": Look("×", "foreground", "claim-set-aside"),
}
RELATIONS: dict[str, Look] = {
    "conflict": Look("≠", "error", "claim-conflict"),
    "update": Look("↻", "warning"),
    "same": Look("=", "success"),
    "narrower": Look("⊂", "primary"),
    "broader": Look("⊃", "primary"),
    "related": Look("~", "secondary"),
    "different": Look("·", "foreground"),
}
STANCES: dict[str, Look] = {
    "supports": Look("+", "success"),
    "refutes": Look("−", "error"),
    "context": Look("·", "secondary"),
}
DECISIONS: dict[str, Look] = {
    "pending": Look("?", "warning"),
    "confirmed": Look("✓", "success"),
    "rejected": Look("✗", "error"),
    "unsure": Look("≈", "secondary"),
}
RATINGS: dict[str, Look] = {
    "true": Look("✓", "success"),
    "mostly_true": Look("✓", "success"),
    "mixed": Look("±", "warning"),
    "mostly_false": Look("✗", "error"),
    "false": Look("✗", "error"),
    "misleading": Look("!", "warning"),
    "altered": Look("!", "error"),
    "outdated": Look("†", "warning"),
}
UNRATED = Look("?", "secondary")


def look_of_claim(state: str, relation: str) -> Look:
    """How a claim's span is lit: a conflict outweighs the state of the work."""
    state_look = STATES.get(state, PLAIN)
    relation_look = RELATIONS.get(relation)
    if relation_look is not None and relation_look.behind and state != "set_aside":
        return Look(relation_look.sign, relation_look.colour, relation_look.behind)
    return state_look


def look_of_rating(rating: str) -> Look:
    """How a rating is shown; nothing where there is none."""
    return RATINGS.get(rating, UNRATED) if rating else PLAIN
