"""The reading view: what it shows, where a click lands, what is selected and copied."""

import pytest
from rich.style import Style
from textual.app import ComposeResult

from tests.tui.rtl.texts import HOSTILE, PIECES
from workbench.language.spans import Span
from workbench.tui.text.app import BidiApp
from workbench.tui.text.reading import ReadingView

ARTICLE = (
    "قالت وزارة المالية إن 25.5% من السكان (نحو 3 ملايين) يملكون هواتف.\n"
    "The BBC said قال الوزير نعم and left.\n"
) * 30
RED = Style(color="red")


class Desk(BidiApp):
    CSS = "ReadingView { width: 42; height: 12; }"

    def __init__(self, text: str = ARTICLE) -> None:
        super().__init__()
        self.given_text = text
        self.messages = []

    def compose(self) -> ComposeResult:
        yield ReadingView(self.given_text)

    @property
    def view(self) -> ReadingView:
        return self.query_one(ReadingView)

    def on_reading_view_clicked(self, message: ReadingView.Clicked) -> None:
        self.messages.append(message.offset)


def rows(view):
    return [view.render_line(y) for y in range(view.size.height)]


def coloured(view, color):
    found = []
    for row in rows(view):
        found += [s.text for s in row if s.style and s.style.color == color]
    return found


async def test_it_shows_the_text_in_visual_order_right_aligned():
    app = Desk()
    async with app.run_test(size=(60, 20)):
        first = rows(app.view)[0].text
        assert first.rstrip().endswith("ﻥﺇ ﺔﻴﻟﺎﻤﻟﺍ ﺓﺭﺍﺯﻭ ﺖﻟﺎﻗ")
        assert first.startswith(" ")


async def test_a_highlight_is_drawn_on_its_characters():
    app = Desk()
    async with app.run_test(size=(60, 20)):
        start = ARTICLE.index("BBC")
        app.view.set_highlights([(Span(start, start + 3), RED)])
        assert coloured(app.view, RED.color) == ["BBC"]


async def test_a_far_offset_comes_on_screen():
    app = Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        target = ARTICLE.rindex("BBC")
        app.view.scroll_to_offset(target)
        await pilot.pause()
        assert any("BBC" in row.text for row in rows(app.view))


async def test_a_click_tells_the_character_under_it():
    app = Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        for y, row in enumerate(rows(app.view)):  # noqa: B007
            x = row.text.find("BBC")
            if x >= 0:
                break
        await pilot.click(ReadingView, offset=(x, y))
        await pilot.pause()
        assert app.messages == [ARTICLE.index("BBC")]
        assert app.view.caret == ARTICLE.index("BBC")


async def test_a_drag_selects_the_characters_it_passed_in_the_text():
    app = Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        row = rows(app.view)[0].text
        right = row.rindex("ﻗ")  # the first letter
        await pilot.mouse_down(ReadingView, offset=(right, 0))
        await pilot.hover(ReadingView, offset=(right - 3, 0))
        await pilot.mouse_up(ReadingView, offset=(right - 3, 0))
        assert app.view.selected_text == "قالت"
        assert app.messages == []


async def test_two_clicks_select_the_word_three_the_paragraph():
    app = Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        right = rows(app.view)[0].text.rindex("ﻗ")
        await pilot.click(ReadingView, offset=(right - 1, 0), times=2)
        assert app.view.selected_text == "قالت"
        await pilot.click(ReadingView, offset=(right - 1, 0), times=3)
        assert app.view.selected_text == ARTICLE.split("\n", maxsplit=1)[0]


async def test_left_goes_on_reading_in_arabic_and_back_in_english():
    app = Desk("نعم\nyes")
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press("left", "left")
        assert app.view.caret == 2
        await pilot.press("left", "left")
        assert app.view.caret == 4
        await pilot.press("right", "left")
        assert app.view.caret == 4


async def test_shift_selects_and_copy_gives_the_text_itself():
    app = Desk("قال (لا) نعم")
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press(*["shift+left"] * 7, "y")
        assert app.view.selected_span == Span(0, 8)
        assert app.clipboard == "قال (لا)"


async def test_marking_lets_plain_arrows_select():
    app = Desk("one two")
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press("v", "right", "right", "right")
        assert app.view.selected_text == "one"
        await pilot.press("escape")
        assert app.view.selected_span is None


async def test_a_copied_escape_is_harmless():
    app = Desk("a\x1b[201~\u200bb")
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press("ctrl+a", "y")
        assert app.clipboard == "a␛[201~\u200bb"


async def test_a_word_with_vowel_signs_is_one():
    app = Desk("كَتَبَ الوَلَدُ")
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press("ctrl+left")
        assert app.view.caret == app.view.text.index("ا")
        await pilot.click(ReadingView, offset=(39, 0), times=2)
        assert app.view.selected_text == "كَتَبَ"


async def test_a_place_asked_for_before_the_first_paint_is_shown():
    target = ARTICLE.rindex("BBC")

    class Opened(Desk):
        def on_mount(self) -> None:
            self.view.show_span(Span(target, target + 3))

    app = Opened()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert any("BBC" in row.text for row in rows(app.view))
        assert app.view.scroll_offset.y > 20


async def test_down_keeps_the_column():
    app = Desk("abcdefgh\nab\nabcdefgh")
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press(*["right"] * 5, "down", "down")
        assert app.view.caret == 12 + 5


async def test_words_and_ends():
    app = Desk("قال نعم ثم\nyes no")
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press("ctrl+left")
        assert app.view.caret == 4
        await pilot.press("end")
        assert app.view.caret == 10
        await pilot.press("home")
        assert app.view.caret == 0
        await pilot.press("ctrl+end")
        assert app.view.caret == len(app.view.text)
        await pilot.press("ctrl+home", "pagedown")
        assert app.view.caret > 0


async def test_resizing_keeps_the_place():
    app = Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        target = ARTICLE.index("BBC", len(ARTICLE) // 2)
        app.view.show_span(Span(target, target + 3))
        await pilot.pause()
        app.view.styles.width = 25
        await pilot.pause(0.05)
        assert app.view.virtual_size.width <= 25
        top = app.view.offset_at(12, 0)
        assert abs(top - target) < 300


async def test_the_whole_text_is_laid_out_in_the_background():
    app = Desk(ARTICLE * 10)
    async with app.run_test(size=(60, 20)) as pilot:
        for _ in range(100):
            if app.view.fully_laid_out:
                break
            await pilot.pause(0.01)
        await pilot.press("ctrl+end")
        assert app.view.virtual_size.height == app.view.row_count


async def test_an_empty_text_is_no_trouble():
    app = Desk("")
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press("left", "down", "end", "ctrl+end", "ctrl+right", "ctrl+a")
        await pilot.click(ReadingView, offset=(3, 3), times=3)
        assert app.view.caret == 0


async def test_loading_another_text_starts_afresh():
    app = Desk()
    async with app.run_test(size=(60, 20)) as pilot:
        app.view.focus()
        await pilot.press("ctrl+end", "shift+up")
        app.view.load("جديد")
        await pilot.pause()
        assert (app.view.caret, app.view.selected_span, app.view.scroll_offset.y) == (0, None, 0)


MIXED = [
    "",
    "\n\n",
    "قال abc (25.5%) نعم\r\nyes لا",
    "".join(PIECES),
    "".join(HOSTILE),
    "abc" * 30 + "نعم" * 30,
]


@pytest.mark.parametrize("by", [-1, 1])
async def test_the_caret_never_leaves_the_text(by):
    app = Desk()
    async with app.run_test(size=(30, 10)):
        for text in MIXED:
            app.view.load(text)
            for act in (app.view.action_step, app.view.action_step_word, app.view.action_move_rows):
                for _ in range(len(text) + 3):
                    act(by)
                    assert 0 <= app.view.caret <= len(text)
                    app.view.render_line(0)
