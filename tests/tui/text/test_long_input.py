"""Several lines to edit in Arabic: where they stand, where a click goes, what arrows do."""

from __future__ import annotations

from textual.app import ComposeResult

from workbench.tui.text.app import BidiApp
from workbench.tui.text.long_input import BidiTextArea

TEXT = "قال 2500 عسكري\nplain words\nكلمة"


class Editor(BidiApp[None]):
    CSS = "BidiTextArea { border: none; padding: 0; width: 30; height: 6; }"

    def compose(self) -> ComposeResult:
        yield BidiTextArea(TEXT, soft_wrap=True)


def rows(area: BidiTextArea) -> list[str]:
    return ["".join(part.text for part in area.render_line(y)) for y in range(3)]


async def test_arabic_stands_at_the_right_and_latin_at_the_left() -> None:
    async with Editor(bidi="app").run_test(size=(40, 8)) as pilot:
        area = pilot.app.query_one(BidiTextArea)
        arabic, latin, last = rows(area)
        assert arabic.startswith(" ")
        assert arabic.rstrip().endswith("ﻝﺎﻗ")
        assert "2500" in arabic
        assert latin.startswith("plain words")
        assert last.rstrip().endswith("ﺔﻤﻠﻛ")


async def test_arrows_go_where_they_point_and_editing_is_logical() -> None:
    async with Editor(bidi="app").run_test(size=(40, 8)) as pilot:
        area = pilot.app.query_one(BidiTextArea)
        area.focus()
        area.move_cursor((0, 0))
        await pilot.press("left", "left", "left")
        assert area.cursor_location == (0, 3)
        await pilot.press("right")
        assert area.cursor_location == (0, 2)
        await pilot.press("x")
        assert area.text.startswith("قاxل")
        area.move_cursor((1, 0))
        await pilot.press("right", "right")
        assert area.cursor_location == (1, 2)


async def test_a_click_finds_the_letter_that_is_seen_there() -> None:
    async with Editor(bidi="app").run_test(size=(40, 8)) as pilot:
        area = pilot.app.query_one(BidiTextArea)
        width = area.scrollable_content_region.width
        await pilot.click(area, offset=(width - 1, 0))
        assert area.cursor_location == (0, 0)
        await pilot.click(area, offset=(width - 3, 0))
        assert area.cursor_location == (0, 2)
