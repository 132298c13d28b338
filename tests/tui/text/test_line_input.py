import pytest
from textual.app import ComposeResult
from textual.widgets import Input

from workbench.tui.text.app import BidiApp
from workbench.tui.text.line_input import BidiInput


class Form(BidiApp):
    CSS = "BidiInput { width: 24; border: none; padding: 0; height: 1; }"

    def __init__(self, value: str = "", **how) -> None:
        super().__init__()
        self._value, self._how, self.seen = value, how, []

    def compose(self) -> ComposeResult:
        yield BidiInput(self._value, select_on_focus=False, **self._how)

    @property
    def input(self) -> BidiInput:
        return self.query_one(BidiInput)

    def on_input_changed(self, message: Input.Changed) -> None:
        self.seen.append(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        self.seen.append("submitted " + message.value)


def drawn(form):
    return form.input.render_line(0).text


def cursor_column(form):
    style = form.input.get_component_rich_style("input--cursor")
    column = 0
    for segment in form.input.render_line(0):
        if segment.style.bgcolor == style.bgcolor and segment.style.color == style.color:
            return column
        column += segment.cell_length
    return None


async def test_typing_arabic_joins_and_grows_to_the_left():
    form = Form()
    async with form.run_test() as pilot:
        form.input.focus()
        await pilot.press(*"نعم")
        assert form.input.value == "نعم"
        assert drawn(form) == " " * 21 + "ﻢﻌﻧ"
        assert cursor_column(form) == 20
        assert form.seen[-1] == "نعم"


async def test_typing_english_is_as_ever():
    form = Form()
    async with form.run_test() as pilot:
        form.input.focus()
        await pilot.press(*"yes", "enter")
        assert drawn(form).rstrip() == "yes"
        assert cursor_column(form) == 3
        assert form.seen[-1] == "submitted yes"


async def test_arrows_move_as_seen():
    form = Form("قال abc")
    async with form.run_test() as pilot:
        form.input.focus()
        await pilot.press("home")
        assert form.input.cursor_position == 0
        columns = [cursor_column(form)]
        for _ in range(3):
            await pilot.press("left")
            columns.append(cursor_column(form))
        assert columns == [23, 22, 21, 20]
        assert form.input.cursor_position == 3
        await pilot.press("right")
        assert form.input.cursor_position == 2


async def test_shift_selects_what_is_logical():
    form = Form("قال نعم")
    async with form.run_test() as pilot:
        form.input.focus()
        await pilot.press("home", *["shift+left"] * 3, "ctrl+c")
        assert form.input.selected_text == "قال"
        assert form.clipboard == "قال"
        await pilot.press("ctrl+x")
        assert form.input.value == " نعم"


async def test_a_click_puts_the_caret_under_the_mouse():
    form = Form("قال نعم")
    async with form.run_test() as pilot:
        await pilot.click(BidiInput, offset=(23, 0))
        assert form.input.cursor_position == 0
        await pilot.click(BidiInput, offset=(19, 0))
        assert form.input.cursor_position == 4
        await pilot.click(BidiInput, offset=(2, 0))
        assert form.input.cursor_position == 7


async def test_words_are_passed_as_seen():
    form = Form("قال نعم")
    async with form.run_test() as pilot:
        form.input.focus()
        await pilot.press("home", "ctrl+left")
        assert form.input.cursor_position == 4
        await pilot.press("ctrl+right")
        assert form.input.cursor_position == 0


async def test_delete_takes_a_letter_with_its_marks_backspace_one_character():
    form = Form("بَيت")
    async with form.run_test() as pilot:
        form.input.focus()
        await pilot.press("home", "delete")
        assert form.input.value == "يت"
        form.input.value = "يت\u064c"
        await pilot.press("end", "backspace")
        assert form.input.value == "يت"


async def test_a_long_arabic_value_scrolls_with_the_caret():
    value = "كلمة " * 20 + "آخر"
    form = Form(value)
    async with form.run_test() as pilot:
        form.input.focus()
        await pilot.press("home")
        await pilot.pause()
        assert drawn(form).endswith("ﺔﻤﻠﻛ")
        await pilot.press("end")
        await pilot.pause()
        assert drawn(form).startswith(" ﺮﺧﺁ")
        assert cursor_column(form) == 0


async def test_an_arabic_placeholder_is_right_aligned():
    form = Form(placeholder="ابحث")
    async with form.run_test():
        assert drawn(form).endswith("ﺚﺤﺑﺍ")


async def test_a_suggestion_is_taken_with_the_arrow_that_leads_on():
    form = Form("نع")
    async with form.run_test() as pilot:
        form.input.focus()
        form.input._suggestion = "نعم"
        assert drawn(form).endswith("ﻢﻌﻧ")
        await pilot.press("left")
        assert form.input.value == "نعم"


async def test_a_password_stays_hidden():
    form = Form("سري", password=True)
    async with form.run_test():
        assert drawn(form).strip() == "•••"


@pytest.mark.parametrize(
    "value", ["\x1b]52;c;aGk=\x07", "\u202eabc", "[/]", "[@click=app.quit]x[/]"]
)
async def test_a_hostile_value_is_shown_and_kept(value):
    form = Form(value)
    async with form.run_test() as pilot:
        form.input.focus()
        await pilot.press("home", "right", "left", "end")
        assert "\x1b" not in drawn(form)
        assert "\u202e" not in drawn(form)
        assert form.input.value == value
