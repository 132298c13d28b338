"""What a checker does in a day, from the keyboard alone, on a real desk and its file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event, get_ident
from typing import Any

import pytest
from textual.events import Key

from tests.tui.checker import SMALL, at, first, shown
from tests.tui.standins import add
from workbench.desk import Desk
from workbench.desk.states import ClaimState
from workbench.desk.types import ClaimFilter
from workbench.language.spans import Span
from workbench.tui.dialogs.ask import AskDialog
from workbench.tui.dialogs.base import Dialog
from workbench.tui.screens import listing
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.home import HomeScreen
from workbench.tui.screens.matches import MatchesScreen
from workbench.tui.theme import LIGHT
from workbench.tui.widgets.article_text import ArticleText, ClaimGutter
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.widgets.title_bar import TitleBar


def inside(segments: Sequence[Span], offset: int) -> bool:
    return any(part.start <= offset < part.end for part in segments)


async def test_home_lists_what_needs_attention_and_opens_it(desk: Desk, size: Any) -> None:
    desk.claims.set_state(2, ClaimState.CHECKING, version=desk.claims.get(2).version)
    async with at(desk, size) as amal:
        assert isinstance(amal.screen, HomeScreen)
        await amal.press("j", "enter")
        assert isinstance(amal.screen, MatchesScreen)
        await amal.press("escape", "k", "enter")
        assert isinstance(amal.screen, ArticleScreen)
        assert len(amal.list) == 2
        await amal.press("escape")
        assert len(amal.list) == desk.overview().claims
        await amal.press("escape")
        assert isinstance(amal.screen, HomeScreen)
        await amal.press("j", "j", "enter")
        assert 2 in amal.list.ids
        assert len(amal.list) == desk.overview().unchecked


async def test_home_begins_at_work_that_there_is(empty_desk: Desk) -> None:
    add(empty_desk, "The office counted 12 people in Leeds.")
    async with at(empty_desk, SMALL) as amal:
        assert amal.app.focused.need == "claims"
        await amal.press("g")
        add(empty_desk, "The office counted 900 people in York.")
        amal.screen.changed()
        await amal.press()
        assert amal.app.focused.need == "radar"  # where the person went


async def test_list_and_text_move_together(desk: Desk, size: Any) -> None:
    async with at(desk, size, article_id=1) as amal:
        text = amal.screen.query_one("#reading")
        places = desk.articles.places(1)
        ids = list(amal.list.ids)
        await amal.press("j")
        assert amal.list.current_id == ids[1]
        assert text.caret == places[ids[1]].segments[0].start
        await amal.press("0")
        assert amal.app.focused is text
        visited = {ids[1]}
        for _ in range(4):
            await amal.press("j")
            here = [one for one in ids if inside(places[one].segments, text.caret)]
            assert not here or amal.list.current_id in here
            visited.add(amal.list.current_id)
        assert len(visited) > 1
        cursor = amal.list.cursor
        await amal.press("left_square_bracket")
        assert amal.list.cursor == cursor - 1
        left = amal.screen
        await amal.press("H")
        assert not await amal.app.run_action("back", left)  # a key that came too late


async def test_arrows_go_on_from_what_needs_attention_to_the_articles(desk: Desk) -> None:
    async with at(desk, SMALL) as amal:
        await amal.press("end", "down")
        assert amal.app.focused.id == "articles" and amal.app.focused.cursor == 0
        await amal.press("end", "down")
        assert amal.app.focused.id == "articles"
        await amal.press("home", "up")
        assert amal.app.focused.id == "attention"
        await amal.press("home", "up")
        assert amal.app.focused.id == "attention"


async def test_next_unchecked_goes_round_copy_is_logical_and_history_tells(desk: Desk) -> None:
    async with at(desk, article_id=1) as amal:
        await amal.press("y")
        assert amal.app.clipboard == desk.claims.get(first(desk, article_id=1)).text
        assert amal.list.cursor == 0
        await amal.press("n")
        assert amal.list.cursor == 1
        await amal.press("N", "N")
        assert amal.list.cursor == 2
        await amal.press("n", "n")
        assert amal.list.cursor == 1
        for key in ("g", "j", "j", "d"):  # faster than what follows the cursor
            amal.app.post_message(Key(key, key))
        await amal.until(lambda: isinstance(amal.screen, AskDialog))
        under_cursor = desk.claims.get(amal.app.screen_stack[-2].claims.current_id)
        assert amal.screen.query_one(".about", Paragraph).text == under_cursor.text
        await amal.press("escape", "k")
        await amal.press("k", "5")
        assert "verdict set" in amal.pane
        assert "evidence linked" in amal.pane


async def test_a_filter_is_typed_kept_and_told_where_it_cannot_be_read(desk: Desk) -> None:
    async with at(desk, SMALL) as amal:
        await amal.press("C")
        everything = len(amal.list)
        await amal.press("slash")
        await amal.type("state:checked")
        assert list(amal.list.ids) == list(desk.claims.ids(ClaimFilter(state=ClaimState.CHECKED)))
        await amal.press("enter", "escape")
        assert len(amal.list) == everything
        await amal.press("slash")
        await amal.type("troops syria")
        assert len(amal.list) == 1
        await amal.press("escape", "s", "home", "down", "down", "enter")
        assert list(amal.list.ids) == list(desk.claims.ids(None, "state"))
        assert "state" in amal.screen.query_one(TitleBar).note
        await amal.press("slash")
        await amal.type("figure:>3000")
        found = list(amal.list.ids)
        assert len(found) == 1
        await amal.type(" stat:new")
        wrong = amal.screen.query_one("#wrong", Paragraph)
        assert "at character 14" in wrong.text
        assert wrong.display
        assert list(amal.list.ids) == found
        await amal.retype("figure:>3000")
        assert not wrong.display
        await amal.press("enter", "K")
        await amal.type("big")
        await amal.press("enter")
        assert desk.filters.all() == {"big": "figure:>3000"}


async def test_reword_keeps_the_original_and_is_undone_redone_and_edited(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = first(desk, article_id=2)
    before, wording = desk.claims.get(claim).text, "About 3,500 US troops are in Iraq"
    monkeypatch.setattr(
        "workbench.tui.screens.claim_acts.edit_in_editor", lambda app, text: f"{text} indeed"
    )
    async with at(desk, SMALL, article_id=2) as amal:
        await amal.press("r")
        assert isinstance(amal.screen, AskDialog)
        await amal.retype(wording)
        await amal.press("ctrl+s")
        view = desk.claims.get(claim)
        assert (view.text, view.original) == (wording, before)
        await amal.press("u")
        assert desk.claims.get(claim).text == amal.list.row_at(0).text == before
        await amal.press("ctrl+r")
        assert desk.claims.get(claim).text == wording
        await amal.press("e")
        assert desk.claims.get(claim).text == f"{wording} indeed"
        await amal.press("t", "down", "enter")
        assert desk.claims.get(claim).state is ClaimState.CHECKING
        await amal.press("1")
        assert before in amal.pane


async def test_split_and_merge_the_marked_claims(desk: Desk) -> None:
    claim = first(desk, article_id=2)
    async with at(desk, SMALL, article_id=2) as amal:
        ids = list(amal.list.ids)
        await amal.press("x", "ctrl+s")
        assert isinstance(amal.screen, Dialog)  # two equal parts are refused
        await amal.retype("The United States has troops in Iraq")
        await amal.press("tab")
        await amal.retype("They are about 3,500")
        await amal.press("ctrl+s")
        assert len(amal.list) == len(ids) + 1
        assert desk.claims.get(claim).state is ClaimState.SET_ASIDE
        await amal.press("u", "g")
        assert list(amal.list.ids) == ids
        await amal.press("space", "space")
        assert amal.list.marked == ids[:2]
        await amal.press("m", "down", "ctrl+s")
        kept = desk.claims.get(ids[1])
        assert len(kept.appearances) == 2
        assert kept.text.startswith("The talks")
        assert desk.claims.get(ids[0]).state is ClaimState.SET_ASIDE
        assert ids[0] not in amal.list.marked


async def test_set_aside_with_a_reason_and_reopen(desk: Desk, size: Any) -> None:
    claim = first(desk, article_id=2)
    async with at(desk, size, article_id=2) as amal:
        await amal.press("d", "ctrl+s")
        assert isinstance(amal.screen, Dialog)  # a reason is needed
        await amal.type("not in scope")
        await amal.press("enter")
        assert desk.claims.get(claim).state_reason == "not in scope"
        assert claim not in amal.list.ids
        await amal.press("slash")
        await amal.type("state:set_aside")
        await amal.press("enter", "o")
        assert desk.claims.get(claim).state is ClaimState.NEW


async def test_what_is_marked_is_set_aside_moved_on_and_reopened_together(desk: Desk) -> None:
    three = desk.claims.ids(ClaimFilter(article_id=2))[:3]

    def states() -> set[ClaimState]:
        return {desk.claims.get(one).state for one in three}

    async with at(desk, SMALL, article_id=2) as amal:
        await amal.press("g", "m")
        assert "Mark two or more" in amal.notices[-1]
        await amal.press("space", "space", "space", "t")
        assert "3 claims" in " ".join(shown(one) for one in amal.screen.query("Paragraph"))
        await amal.press("down", "enter")
        assert states() == {ClaimState.CHECKING} and not amal.screen.marked
        await amal.press("g", "space", "space", "space", "d")
        await amal.type("not in scope")
        await amal.press("enter")
        assert states() == {ClaimState.SET_ASIDE} and not set(three) & set(amal.list.ids)
        assert amal.notices[-1] == "3 claims set aside; u undoes it."
        await amal.press("slash")
        await amal.type("state:set_aside")
        await amal.press("enter", "r")
        assert "cannot be done here" in amal.notices[-1]
        await amal.press("g", "space", "space", "space", "o")
        assert states() == {ClaimState.NEW}
        await amal.press("u", "space", "escape")
        assert not amal.screen.marked and isinstance(amal.screen, ArticleScreen)
        await amal.press("u")
        assert states() == {ClaimState.CHECKING}


async def test_a_claim_of_selected_text(desk: Desk, size: Any) -> None:
    async with at(desk, size, article_id=2) as amal:
        await amal.press("0")
        assert not amal.screen.check_action("new_claim", ())
        await amal.press("shift+end", "plus", "ctrl+s")
        added = desk.claims.get(max(desk.claims.ids()))
        article = desk.articles.get(2)
        (segment,) = added.appearances[0].segments
        assert added.appearances[0].quote == segment.of(article.text)
        assert amal.list.current_id == added.id


async def test_coverage_tells_of_each_sentence_and_claims_are_made_of_the_uncovered(
    desk: Desk, size: Any
) -> None:
    article = desk.articles.get(1)
    question = next(one for one in article.sentences if one.reason == "question")
    async with at(desk, size, article_id=1) as amal:
        account = amal.screen.query_one("#coverage", Paragraph)
        assert not account.display
        await amal.press("z")
        total = len(article.sentences)
        claimed = sum(one.state == "claimed" for one in article.sentences)
        assert account.text.startswith(f"{claimed} of {total} sentences claimed")
        assert "set aside: a question" in account.text
        gutter = amal.screen.query_one(ClaimGutter)
        assert {"│", "×"} <= set(shown(gutter))
        await amal.press("z")
        assert not account.display
        assert not {"│", "×"} & set(shown(gutter))
        await amal.press("Z")
        assert account.display
        view = amal.screen.query_one(ArticleText)
        assert view.sentence.state == "set_aside"
        assert "Press + to make a claim" in account.text
        while view.sentence.span != question.span:
            await amal.press("Z")
        before = account.text
        await amal.press("plus")
        await amal.until(lambda: isinstance(amal.screen, Dialog))
        await amal.press("ctrl+s")
        await amal.until(lambda: not isinstance(amal.screen, Dialog))
        made = desk.claims.get(desk.claims.ids(order="newest")[0])
        assert made.appearances[0].segments == (question.span,)
        assert view.coverage.at(question.span.start).state == "claimed"
        assert account.text != before


async def test_a_sentence_whose_claims_are_set_aside_is_not_covered(desk: Desk) -> None:
    claim = first(desk, article_id=1)
    place = desk.articles.places(1)[claim].segments[0]
    desk.claims.set_aside(claim, "double", version=desk.claims.get(claim).version)
    async with at(desk, article_id=1) as amal:
        await amal.press("z")
        assert amal.screen.query_one(ArticleText).coverage.at(place.start).state == "set_aside"
        assert "its claims were set aside" in amal.screen.query_one("#coverage", Paragraph).text


async def test_typing_a_filter_waits_for_no_listing_and_the_last_one_wins(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids, going, threads = desk.claims.ids, Event(), []

    def slow(wanted: ClaimFilter, order: str, *, most: int = 0) -> Sequence[int]:
        threads.append((wanted.text, get_ident()))
        assert going.wait(10)
        return ids(wanted, order, most=most)

    async with at(desk) as amal:
        await amal.press("C", "slash")
        monkeypatch.setattr(desk.claims, "ids", slow)
        for letter in "troops":
            await amal.pilot.press(letter)
        assert amal.app.focused.value == "troops"
        assert [text for text, _ in threads] == ["t"]
        going.set()
        await amal.press()
        assert [text for text, _ in threads] == ["t", "troops"]
        assert get_ident() not in {thread for _, thread in threads}
        assert list(amal.list.ids) == list(ids(ClaimFilter(text="troops"), "newest"))


async def test_a_long_list_shows_its_first_claims_before_all_are_found(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "FIRST", 3)
    ids, going = desk.claims.ids, Event()

    def slow(wanted: ClaimFilter, order: str, *, most: int = 0) -> Sequence[int]:
        assert most or going.wait(10)
        return ids(wanted, order, most=most)

    monkeypatch.setattr(desk.claims, "ids", slow)
    everything = list(ids(None, "newest"))
    async with at(desk) as amal:
        await amal.pilot.press("C", "j")
        assert list(amal.list.ids) == everything[:3]
        at_cursor = amal.list.current_id
        going.set()
        for _ in range(100):
            if len(amal.list) == len(everything):
                break
            await amal.pilot.pause(0.02)
        assert list(amal.list.ids) == everything
        assert amal.list.current_id == at_cursor == everything[1]


async def test_facets_are_corrected_added_and_taken_away(desk: Desk, size: Any) -> None:
    claim = first(desk, article_id=2)
    async with at(desk, size, article_id=2) as amal:
        await amal.press("6")
        assert "3,500" in amal.pane
        await amal.press("j", "j", "enter", "tab")  # past kind and polarity, to the figure
        await amal.retype("a few")
        await amal.press("ctrl+s")
        assert isinstance(amal.screen, Dialog)  # what cannot be taken keeps it open
        assert "no figure" in amal.problem
        await amal.press("escape", "e", "tab")
        await amal.retype("3400..3600")
        await amal.press("ctrl+s")
        (figure,) = desk.claims.get(claim).facets.quantities
        assert (figure.low, figure.high) == (3400, 3600)
        assert "by hand" in amal.pane
        await amal.press("plus", "down", "enter", "tab")
        await amal.retype("2024-02")
        await amal.press("ctrl+s")
        assert desk.claims.get(claim).facets.times[0].interval.edtf == "2024-02"
        await amal.press("d", "enter")
        assert desk.claims.get(claim).facets.quantities == ()
        await amal.press("u", "u", "u")
        assert "by hand" not in amal.pane
        assert "3,500" in amal.pane


async def test_a_span_is_adjusted_by_words_in_arabic(desk: Desk, size: Any) -> None:
    claim = first(desk, article_id=1)
    before = desk.claims.get(claim).appearances[0]
    text = desk.articles.get(1).text
    async with at(desk, size, article_id=1) as amal:
        await amal.press("w")
        told = amal.screen.query_one("#span", Paragraph)
        await amal.until(lambda: told.display)
        assert before.quote.rstrip(".") in told.text
        await amal.press("right", "enter")  # back by a word, as it is seen
        await amal.until(lambda: desk.claims.get(claim).appearances[0].quote != before.quote)
        assert not told.display
        (span,) = moved = desk.claims.get(claim).appearances[0].segments
        assert span.start == before.segments[0].start
        assert span.of(text) == before.quote.rsplit(" ", 1)[0]
        await amal.press("w")
        await amal.until(lambda: told.display)
        await amal.press("o", "left", "shift+right", "enter")  # the other end on by a word
        await amal.until(lambda: desk.claims.get(claim).appearances[0].segments != moved)
        (span,) = desk.claims.get(claim).appearances[0].segments
        assert span.start == before.segments[0].start + len("قالت ")
        await amal.press("u", "u")
        await amal.until(lambda: desk.claims.get(claim).appearances[0].quote == before.quote)
        await amal.press("w", "right", "escape")
        assert desk.claims.get(claim).appearances[0].quote == before.quote
        assert not told.display


async def test_the_desk_opens_where_the_person_was_last(desk: Desk, tmp_path: Path) -> None:
    places = tmp_path / "places.json"
    async with at(desk, SMALL, article_id=2, places=places) as amal:
        await amal.press("j")
        claim = amal.list.current_id
        await amal.press("T", "j", "enter")
        await amal.pilot.press("ctrl+q")
    async with at(desk, SMALL, places=places) as amal:
        assert amal.app.theme == LIGHT.name
        assert amal.list.current_id == claim
        await amal.press("H")
        assert isinstance(amal.screen, HomeScreen)
