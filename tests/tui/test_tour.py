"""The tour: each step ends when it has been done, in the real desk."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from workbench.desk import Desk
from workbench.desk.states import Stance
from workbench.tui.app import DeskApp
from workbench.tui.tour import STEPS, TourPanel

SHIPPED = Path(__file__).parents[2] / "claims.db"


def said(app: DeskApp) -> str:
    panel = app.screen.query(TourPanel)
    return panel.first().text if panel else ""


async def reaches(pilot: Pilot[None], app: DeskApp, step: str) -> None:
    """Wait until the panel on the screen in front is at a step."""
    at = f"[{[each.name for each in STEPS].index(step) + 1}/{len(STEPS)}"
    for _ in range(100):
        if at in said(app):
            return
        await pilot.pause(0.05)
    raise AssertionError(f"{step}: {said(app)!r}")


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_from_home_to_a_first_verdict(tmp_path: Path, language: str) -> None:
    with Desk.open(shutil.copy(SHIPPED, tmp_path / "example.db"), actor="Noor") as desk:
        app = DeskApp(desk, bidi="app", language=language, tour=True)
        async with app.run_test(size=(80, 24)) as pilot:
            await reaches(pilot, app, "open")
            await pilot.press("tab", "enter")
            await reaches(pilot, app, "walk")
            await pilot.press("n")
            await reaches(pilot, app, "facets")
            await pilot.press("6")
            await reaches(pilot, app, "evidence")
            await pilot.press("a")
            await reaches(pilot, app, "evidence")  # over the form, which stays in the middle
            dialog = app.screen.query_one(".dialog").region
            assert dialog.x == app.size.width - dialog.right
            await pilot.press("escape")
            claim = app.screen.claim  # type: ignore[attr-defined]
            source = desk.sources.list()[0].id
            desk.evidence.link(claim.id, source, Stance.SUPPORTS, quote="as reported")
            await reaches(pilot, app, "verdict")
            desk.verdicts.set(claim.id, "mostly_true", "two reports agree")
            await reaches(pilot, app, "undo")
            await pilot.press("u")
            await reaches(pilot, app, "redo")
            assert not any("mostly_true" in notice.message for notice in app._notifications)
            await pilot.press("ctrl+r")
            await reaches(pilot, app, "end")
            await pilot.press("f2")
            await pilot.pause()
            assert said(app) == ""
