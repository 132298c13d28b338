"""What the desk asks, and what becomes of an answer."""

from __future__ import annotations

import pytest

from tests.tui.checker import SMALL, Checker, at
from tests.tui.standins import ENGLISH_AGAIN
from workbench.desk import Desk
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.text.line_input import BidiInput
from workbench.tui.text.long_input import BidiTextArea
from workbench.tui.words import Words


async def test_what_cannot_be_taken_is_asked_again_with_all_that_was_typed(
    empty_desk: Desk,
) -> None:
    def typed(amal: Checker) -> list[str]:
        names = ("title", "published", "provenance")
        return [amal.screen.long("text"), *(amal.screen.line(name) for name in names)]

    async with at(empty_desk, SMALL) as amal:
        await amal.press("A", "tab")
        amal.app.focused.insert(ENGLISH_AGAIN)
        for text in ("A wire", "Amal's paper", "20-11-2026", "its dateline"):
            await amal.press("tab")
            await amal.type(text)
        before = typed(amal)
        await amal.press("ctrl+s")
        await amal.until(lambda: "20-11-2026" in amal.problem)
        assert typed(amal) == before and before[0] == ENGLISH_AGAIN.strip()
        amal.screen.query_one("#published", BidiInput).focus()
        await amal.retype("2026-11-20")
        await amal.press("ctrl+s")
        await amal.until(lambda: isinstance(amal.screen, ArticleScreen))
        await amal.press("D")
        await amal.retype("soon")
        await amal.press("tab", "tab")
        await amal.type("a letter of the editor's")
        await amal.press("ctrl+s")
        await amal.until(lambda: "soon" in amal.problem)
        assert amal.screen.line("why") == "a letter of the editor's"
    assert empty_desk.articles.get(1).published == "2026-11-20"


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_all_of_a_long_wording_is_in_sight_while_it_is_cut_down(
    desk: Desk, language: str
) -> None:
    long = " ".join(f"word{number}" for number in range(24))
    claim = desk.claims.ids()[0]
    desk.claims.reword(claim, long, version=desk.claims.get(claim).version)
    async with at(desk, SMALL, article_id=1, language=language) as amal:
        await amal.press("g", "x")
        for field in amal.screen.query_one("#parts").query(BidiTextArea):
            rows = [field.render_line(row).text for row in range(field.size.height)]
            assert " ".join(" ".join(rows).split()) == long
        await amal.retype("The first\nhalf of it")  # one wording, on however many rows
        await amal.press("tab")
        await amal.retype("The second half")
        await amal.press("ctrl+s")
    assert "The first half of it" in {desk.claims.get(one).text for one in desk.claims.ids()}


async def test_a_text_being_edited_is_whole_after_the_terminal_was_resized(desk: Desk) -> None:
    long = " ".join(f"word{number}" for number in range(16))
    claim = desk.claims.ids()[0]
    desk.claims.reword(claim, long, version=desk.claims.get(claim).version)
    async with at(desk, SMALL, article_id=1) as amal:
        await amal.press("g", "r")
        field = amal.screen.query_one("#text", BidiTextArea)
        for size in ((60, 24), (70, 24), (110, 30)):
            await amal.pilot.resize_terminal(*size)

            def whole() -> bool:
                place = field.content_region
                painted = amal.screen._compositor.render_strips()
                rows = painted[place.y : place.bottom]
                seen = " ".join(row.crop(place.x, place.right).text for row in rows)
                return " ".join(seen.split()) == long

            await amal.until(whole)


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_what_was_written_at_length_goes_with_a_second_key_only(
    desk: Desk, language: str
) -> None:
    words = Words(language)
    async with at(desk, SMALL, article_id=1, language=language) as amal:
        await amal.press("g", "v", "escape")
        assert isinstance(amal.screen, ArticleScreen)  # nothing was written
        await amal.press("v", "tab")
        await amal.type("The ministry says otherwise.")
        await amal.press("escape")
        assert words("dialog.typed") in amal.problem
        assert amal.screen.long("explanation") == "The ministry says otherwise."
        await amal.press("escape")
        assert isinstance(amal.screen, ArticleScreen)
        await amal.press("space", "space", "m", "down", "escape")
        assert isinstance(amal.screen, ArticleScreen)  # the desk wrote that, and not she
