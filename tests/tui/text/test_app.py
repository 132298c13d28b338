"""What an app gets by inheriting `BidiApp`."""

import pytest
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from workbench.tui.text.app import BidiApp
from workbench.tui.text.modal import SeeThroughScreen
from workbench.tui.text.reading import ReadingView
from workbench.tui.text.terminal import Answers, detect

TEXT = "قال (لا) 25% نعم"


class Desk(BidiApp):
    CSS = "ReadingView { height: 3; } Static { height: 1; }"

    def compose(self) -> ComposeResult:
        yield ReadingView(TEXT)
        yield Static(TEXT, markup=False)


class SeeThrough(SeeThroughScreen[None]):
    CSS = "SeeThrough { background: $background 60%; align: center bottom; }"

    def compose(self) -> ComposeResult:
        yield Label("فوق")


class Naive(ModalScreen[None]):
    CSS = "Naive { background: $background 60%; }"


def rows(app) -> list[str]:
    size = app.size
    lines = app.screen._compositor.render_strips(size)
    return [line.text.rstrip() for line in lines]


@pytest.mark.parametrize("version", ["", "tmux 3.4", "kitty(0.3)"])
async def test_what_shines_through_a_dialog_is_not_ordered_again(version):
    app = Desk()
    app.use_plan(detect(Answers(version), {}))
    async with app.run_test(size=(40, 12)) as pilot:
        before = rows(app)[:4]
        assert "ﻻ" in before[0]
        assert "ﻻ" in before[3]
        await app.push_screen(SeeThrough())
        await pilot.pause()
        assert rows(app)[:4] == before
        assert "ﻕﻮﻓ" in rows(app)[-1].replace("\u200e", "") or version.startswith("kitty")
        await app.pop_screen()
        await app.push_screen(Naive())
        await pilot.pause()
        assert rows(app)[:4] != before  # this is why


async def test_markup_in_a_notification_is_text():
    app = Desk()
    async with app.run_test(size=(60, 20), notifications=True) as pilot:
        app.notify("[@click=app.quit]x[/] [/]", title="[/]")
        await pilot.pause()
        assert "[@click=app.quit]x[/] [/]" in "\n".join(rows(app))


async def test_a_copied_half_of_a_pair_does_not_crash():
    app = Desk()
    async with app.run_test():
        app.copy_to_clipboard("a\ud800\x1b\u200bb\n")
        assert app.clipboard == "a▯␛\u200bb\n"


async def test_a_picture_of_the_screen_is_not_reordered_by_a_browser():
    app = Desk()
    async with app.run_test():
        assert "unicode-bidi:bidi-override" in app.export_screenshot()


async def test_left_to_the_terminal_widgets_draw_logical_text():
    app = Desk(bidi="off")
    async with app.run_test(size=(40, 12)):
        assert rows(app)[0].strip() == TEXT
        assert rows(app)[3] == TEXT
