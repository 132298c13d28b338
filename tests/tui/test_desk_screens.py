"""Every place of the desk, small and large, in both languages, full and empty, as text.

Colours and dialogs are pictures in `test_desk_snapshots`. One desk a size and language
is walked through all places; what a place shows lies in a file of its own, to be read and compared.
`pytest tests/tui/test_desk_screens.py --snapshot-update` accepts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from tests.tui.checker import Checker, at
from workbench.desk import Desk
from workbench.tui.dialogs.offers import OffersDialog
from workbench.tui.screens.home import HomeScreen
from workbench.tui.widgets.active_keys import active_keys
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.key_footer import KeyFooter

KNOWN = Path(__file__).parent / "__screens__"
PLACES: dict[str, Sequence[str]] = {
    "home": (),
    "claims": ("C",),
    "matches": ("M",),
    "sources": ("S",),
    "figures": ("F",),
    "at odds": ("W",),
    "families": ("B",),
    "gate and people": ("P",),
    "journal": ("J",),
}
"""From home, by their keys."""
SIZES = [(80, 24), (120, 40)]
"""Panels one at a time, and side by side; more room only stretches them, which the mirrored
desk shows for both."""


async def rows(checker: Checker) -> str:
    """What stands on the screen, without colours, once the footer has followed the focus."""
    screen = checker.screen
    footer = screen.query_one(KeyFooter)
    steady = 0
    for _ in range(50):  # a list that comes late brings keys of its own, painted after it
        listing = any(one.group == "listing" and not one.is_finished for one in checker.app.workers)
        knows = footer._keys == [key for key in active_keys(screen) if key.show]
        steady = steady + 1 if knows and not listing else 0
        if steady == 3:
            break
        await checker.pilot.pause(0.02)
    strips = checker.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def walk(desk: Desk, size: tuple[int, int], language: str, article: int = 0) -> str:
    """All places one after another, as text."""
    seen: dict[str, str] = {}
    async with at(desk, size, language=language) as amal:
        for name, keys in PLACES.items():
            await amal.press(*keys)
            seen[name] = await rows(amal)
            while not isinstance(amal.screen, HomeScreen):
                await amal.press("escape")
        if article:
            amal.app.open_article(article)
            await amal.press()
            seen["article"] = await rows(amal)
            await amal.press("z")
            seen["coverage"] = await rows(amal)
    return "".join(f"── {name}\n{text}\n" for name, text in seen.items())


def compare(name: str, found: str, request: pytest.FixtureRequest) -> None:
    """Hold what was seen against what is known under a name; what is new lies beside it."""
    path = KNOWN / f"{name}.txt"
    if request.config.option.update_snapshots:
        path.write_text(found, encoding="utf-8")
    known = path.read_text(encoding="utf-8")
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    if known != found:
        new.write_text(found, encoding="utf-8")
    assert known == found, f"look at {new}"


@pytest.mark.parametrize(
    ("language", "size"),
    [*product(("en", "ar"), SIZES), ("ar", (200, 60))],
    ids=lambda value: value if isinstance(value, str) else f"{value[0]}x{value[1]}",
)
async def test_full(desk: Desk, request: Any, size: tuple[int, int], language: str) -> None:
    for match in desk.matches.pending()[:2]:
        desk.matches.confirm(match.id)
    seen = await walk(desk, size, language, article=1 if language == "ar" else 2)
    compare(f"full-{language}-{size[0]}x{size[1]}", seen, request)


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
@pytest.mark.parametrize("language", ["en", "ar"])
async def test_empty(empty_desk: Desk, request: Any, language: str, size: tuple[int, int]) -> None:
    seen = await walk(empty_desk, size, language)
    compare(f"empty-{language}-{size[0]}x{size[1]}", seen, request)


async def test_what_several_confirmed_matches_offer_is_shown_together(desk: Desk) -> None:
    matches = desk.matches.pending()
    source = desk.sources.list()[0].id
    for older in {match.other_id for match in matches}:
        desk.evidence.link(older, source, "supports")
        desk.verdicts.set(older, "true", f"Counted for {older}.")
    async with at(desk, SIZES[1]) as amal:
        await amal.press("M", "space", "j", "space", "c")
        assert isinstance(amal.screen, OffersDialog)
        shown = amal.screen.query_one("#offers", Document).plain
        offered = {match.other_id for match in matches[:2]}
        assert all(f"Counted for {older}." in shown for older in offered)
        await amal.press("escape")
    assert all(desk.claims.get(match.claim_id).verdict is None for match in matches)
