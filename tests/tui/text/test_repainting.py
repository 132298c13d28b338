"""What has gone from a screen is painted over, whatever was scrolled meanwhile."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import MouseDown
from textual.widgets import Static

from workbench.tui.text.app import BidiApp
from workbench.tui.text.modal import SeeThroughScreen
from workbench.tui.text.repainting import RepaintingScreen


def parts() -> ComposeResult:
    with VerticalScroll(id="long"):
        yield Static("\n".join("a line" for _ in range(50)), markup=False)
    yield Static("a notice", id="notice", markup=False)


class Plain(RepaintingScreen[None]):
    CSS = "#notice { dock: bottom; height: 2; }"

    def compose(self) -> ComposeResult:
        yield from parts()


class Asking(SeeThroughScreen[None]):
    CSS = Plain.CSS

    def compose(self) -> ComposeResult:
        yield from parts()


@pytest.mark.parametrize("kind", [Plain, Asking])
@pytest.mark.parametrize("asked", [True, False])
async def test_what_goes_after_a_scroll_is_painted_over(kind, asked) -> None:
    app = BidiApp()
    async with app.run_test(size=(40, 12)) as pilot:
        screen = kind()
        await app.push_screen(screen)
        await pilot.pause()
        screen.query_one("#long").scroll_relative(y=3, animate=False)
        await pilot.pause()
        notice, layout = screen.query_one("#notice"), screen._compositor
        place = notice.region
        with app.batch_update():
            notice.display = False
            if asked:
                layout._full_map_invalidated = True  # as a scroll leaves it
                assert notice not in layout.full_map
            layout.reflow(screen, screen.size)
            assert place in layout._dirty_regions


async def test_a_press_on_what_went_a_moment_ago_meets_nothing() -> None:
    app = BidiApp()
    async with app.run_test(size=(40, 12)) as pilot:
        screen = Plain()
        await app.push_screen(screen)
        await pilot.pause()
        notice = screen.query_one("#notice")
        x, y = notice.region.offset
        assert screen.get_widget_and_offset_at(x, y)[0] is notice
        with app.batch_update():
            await notice.remove()
            screen._forward_event(MouseDown(notice, x, y, 0, 0, 1, False, False, False, x, y))
            assert screen.get_widget_and_offset_at(x, y) == (None, None)
