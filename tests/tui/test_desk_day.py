"""What a checker does in a day, from the keyboard alone, on a real desk and its file."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from threading import Event, get_ident
from typing import Any

import pytest
from textual.command import CommandList
from textual.events import Key
from textual.widgets import TextArea

from tests.tui.checker import SMALL, Checker, at
from tests.tui.standins import ARABIC, ENGLISH_AGAIN, add, open_desk
from workbench.desk import Desk
from workbench.desk.states import ClaimState, Decision, Succession
from workbench.desk.types import ClaimFilter
from workbench.language.spans import Span
from workbench.tui.dialogs.ask import AskDialog
from workbench.tui.dialogs.base import Dialog
from workbench.tui.dialogs.columns import ColumnsDialog
from workbench.tui.dialogs.help import HelpDialog
from workbench.tui.dialogs.link import LinkDialog
from workbench.tui.dialogs.offers import OffersDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.screens import listing
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.home import HomeScreen
from workbench.tui.screens.imported import ImportedScreen
from workbench.tui.screens.matches import MatchesScreen
from workbench.tui.screens.sources import SourcesScreen
from workbench.tui.theme import LIGHT
from workbench.tui.widgets.article_text import ArticleText, ClaimGutter, ClaimText
from workbench.tui.widgets.choice_list import ChoiceList
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.figure_list import FigureList
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.widgets.title_bar import TitleBar


def first(desk: Desk, **wanted: Any) -> int:
    return desk.claims.ids(ClaimFilter(**wanted))[0]


def inside(segments: Sequence[Span], offset: int) -> bool:
    return any(part.start <= offset < part.end for part in segments)


@pytest.fixture
def size() -> tuple[int, int]:
    """The smallest terminal that the desk is for; what does not ask for it runs in a large one."""
    return SMALL


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


async def test_a_verdict_needs_evidence_which_is_linked_and_retracted(desk: Desk) -> None:
    claim = first(desk, article_id=2)
    async with at(desk, SMALL, article_id=2) as amal:
        await amal.press("v")  # asks for evidence first
        assert isinstance(amal.screen, LinkDialog)
        assert "Evidence before verdict" in amal.notices[-1]
        await amal.press("escape")
        assert isinstance(amal.screen, ArticleScreen)
        await amal.press("v")
        await amal.type("nobody has this")  # leaves only "a new source", and begins its title
        await amal.press("tab", "tab")
        assert amal.app.focused.value == "nobody has this"
        await amal.retype("Pentagon briefing")
        await amal.press("ctrl+s")  # nobody has said what it does to the claim
        assert desk.claims.get(claim).evidence == ()
        assert amal.app.focused.id == "stance"
        await amal.press("down", "ctrl+s")
        (evidence,) = desk.claims.get(claim).evidence
        assert evidence.source_title == "Pentagon briefing"
        assert isinstance(amal.screen, VerdictDialog)
        await amal.press("tab")
        await amal.type("Because.")
        await amal.press("ctrl+s")  # nobody has chosen a rating
        assert desk.claims.get(claim).verdict is None
        assert amal.app.focused.id == "rating"
        await amal.press("down", "down", "ctrl+s")
        verdict = desk.claims.get(claim).verdict
        assert (verdict.rating, verdict.explanation) == ("mostly_true", "Because.")
        await amal.press("2", "d")
        await amal.type("wrong year")
        await amal.press("enter")
        assert desk.claims.get(claim).evidence[0].retraction_reason == "wrong year"
        await amal.press("a")
        await amal.type("ministry")
        await amal.press("tab", "tab", "down", "down", "tab")  # the source on file, then "refutes"
        await amal.type("there are none")
        await amal.press("tab")
        await amal.type("p. 3")
        await amal.press("ctrl+s")
        _, evidence = desk.claims.get(claim).evidence
        assert evidence.source_title == "Statement of the ministry"
        assert (evidence.stance, evidence.quote, evidence.locator) == (
            "refutes",
            "there are none",
            "p. 3",
        )
        assert "there are none" in amal.pane


async def test_the_evidence_pane_says_what_each_piece_weighs(
    desk: Desk, tmp_path: Path, size: Any
) -> None:
    claim = first(desk, article_id=2)
    copies = [
        desk.sources.add(title, url=f"https://{title}.example/1", origin="Reuters")
        for title in ("One", "Two")
    ]
    owner = desk.sources.add("Owner", kind="primary", interest="sells the figures")
    kept = tmp_path / "owner.txt"
    kept.write_text("There were 3,500 of them, the owner said.", encoding="utf-8")
    desk.captures.add_file(owner, kept)
    for source in copies:
        desk.evidence.link(claim, source, "supports")
    desk.evidence.link(claim, owner, "refutes", quote="3,500 of them")
    desk.evidence.link(claim, owner, "refutes", quote="not in there")
    async with at(desk, size, article_id=2) as amal:
        await amal.press("2")
        for said in (
            "What counts: 4 pieces of evidence of 2 origins",
            "of one origin with One: they count once",
            "sells the figures",
            "primary source",
            "secondary source",
            "the quote stands in the snapshot",
            "the quote does not stand in the snapshot",
        ):
            assert said in amal.pane


async def test_the_desk_speaks_arabic_of_evidence_in_a_circle_too(desk: Desk) -> None:
    source = desk.sources.add("The same paper", url=desk.articles.get(2).url)
    desk.evidence.link(first(desk, article_id=2), source, "supports")
    async with at(desk, SMALL, language="ar", article_id=2) as amal:
        assert "ادعاءات" in amal.screen.query_one(TitleBar).note
        await amal.press("2")
        assert "لا يحسب" in amal.pane
        await amal.press("1", "question_mark")
        assert isinstance(amal.screen, HelpDialog)


async def test_set_and_supersede_a_verdict(desk: Desk, size: Any) -> None:
    claim = first(desk, article_id=1)
    async with at(desk, size, article_id=1) as amal:
        await amal.press("v", "home", *["down"] * 4, "tab")
        await amal.type("The ministry denies it.")
        await amal.press("ctrl+s")
        assert isinstance(amal.screen, Dialog)  # was the one before wrong, or right in its time?
        assert amal.app.focused.id == "succession"
        await amal.press("down", "ctrl+s")
        assert amal.app.focused.id == "reason"
        await amal.type("new statement")
        await amal.press("ctrl+s", "3")
        verdict = desk.claims.get(claim).verdict
        assert (verdict.rating, verdict.reason) == ("false", "new statement")
        assert verdict.succession is Succession.CORRECTION
        assert "False" in amal.pane and "corrected · new statement" in amal.pane
        assert "The figure is rounded." in amal.pane  # the one before
        await amal.press("V")
        await amal.type("mistaken")
        await amal.press("enter")
        assert desk.claims.get(claim).verdict is None


async def test_matches_are_decided_together_or_one_after_another_and_undone(
    desk: Desk, size: Any
) -> None:
    waiting = desk.matches.pending()
    assert len(waiting) == 2
    async with at(desk, size) as amal:
        await amal.press("M")
        why = amal.screen.query_one("#why", Document).plain
        assert "2,500 here, 3,500 there" in why
        await amal.press("space", "space", "x", "1")
        assert desk.matches.pending() == []
        assert {desk.matches.get(one.id).decision_reason for one in waiting} == {
            "two different events"
        }
        await amal.press("u")
        assert len(desk.matches.pending()) == 2
        await amal.press("g", "n")  # passed over, not decided
        assert amal.screen.query_one("#matches").cursor == 1
        assert len(desk.matches.pending()) == 2
        await amal.press("g", "c")
        assert desk.matches.get(waiting[0].id).decision is Decision.CONFIRMED
        await amal.press("x", "tab")
        await amal.type("other talks")
        await amal.press("enter")
        rejected = desk.matches.get(waiting[1].id)
        assert (rejected.decision, rejected.decision_reason) == (Decision.REJECTED, "other talks")
        assert amal.screen.has_class("-empty")
        await amal.press("u", "u")
        assert len(desk.matches.pending()) == 2
        assert not amal.screen.has_class("-empty")
        await amal.press("g", "w")
        assert desk.matches.get(waiting[0].id).decision is Decision.UNSURE


async def test_decide_a_match_beside_its_claim(desk: Desk) -> None:
    (match,) = desk.matches.of(first(desk, article_id=2))
    async with at(desk, SMALL, article_id=2) as amal:
        await amal.press("4")
        assert "conflict" in amal.pane
        await amal.press("enter")
        assert isinstance(amal.screen, MatchesScreen)
        await amal.press("c")
        assert desk.matches.get(match.id).decision is Decision.CONFIRMED
        await amal.press("o")
        assert desk.matches.get(match.id).decision is Decision.PENDING
        await amal.press("escape")
        assert isinstance(amal.screen, ArticleScreen)


async def test_confirming_offers_the_earlier_verdict_and_copies_nothing(
    desk: Desk, size: Any
) -> None:
    match = desk.matches.pending()[0]
    source = desk.sources.list()[0].id
    desk.evidence.link(match.other_id, source, "supports")
    desk.verdicts.set(match.other_id, "true", "Counted by us.", holds="2024")
    async with at(desk, size) as amal:
        await amal.press("M", "c")
        assert isinstance(amal.screen, OffersDialog)
        offered = amal.screen.query_one("#offers", Document).plain
        assert f"claim {match.other_id} is rated" in offered
        assert "given today" in offered and "it holds for 2024" in offered
        await amal.press("escape")
        assert isinstance(amal.screen, MatchesScreen)
        assert desk.matches.get(match.id).decision is Decision.CONFIRMED
        assert desk.claims.get(match.claim_id).verdict is None
        await amal.press("u", "g", "c", "enter")
        assert isinstance(amal.screen, ArticleScreen)
        await amal.press("3")
        assert "Counted by us." in amal.pane
        assert desk.claims.get(match.claim_id).verdict is None


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


async def test_export_the_report_in_every_format_and_over_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    async with at(desk, article_id=1) as amal:
        await amal.press("R")
        shown = amal.screen.query_one("#report").text
        assert "2500" in shown
        assert not {"\u200e", "\u200f"}.intersection(shown)  # each would be a sign to be seen
        for down, suffix in enumerate(("html", "json", "md"), start=1):
            path = tmp_path / f"out.{suffix}"
            await amal.press("enter", *["down"] * down, "tab")
            await amal.retype(str(path))
            await amal.press("ctrl+s")
            written = path.read_text(encoding="utf-8")
            assert "2500" in written
            assert written.startswith({"html": "<", "json": "{", "md": "#"}[suffix])
        path.write_text("mine")
        await amal.press("enter", *["down"] * down, "tab")
        await amal.retype(str(path))
        await amal.press("ctrl+s")
        assert path.read_text() == "mine"  # it asks before it writes over
        await amal.press("ctrl+s")
        assert path.read_text(encoding="utf-8") == written


async def test_the_claims_themselves_are_exported_and_come_back_on_another_desk(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "out.xlsx"
    async with at(desk, article_id=1) as amal:
        await amal.press("R", "enter", *["down"] * 6, "tab")
        await amal.retype(str(path))
        await amal.press("ctrl+s")
        await amal.until(path.exists)
    claims = desk.claims.ids(ClaimFilter(article_id=1, include_set_aside=True))
    with Desk.open(tmp_path / "other.db", actor="Omar") as other:
        other.exchange.import_(path)
        texts = {other.claims.get(claim).text for claim in other.claims.ids()}
    assert texts == {desk.claims.get(claim).text for claim in claims}


async def test_help_is_the_real_key_map_and_strange_names_in_it_are_told(desk: Desk) -> None:
    given = {"claim.verdict": "Z", "claim.dance": "z"}
    async with at(desk, article_id=1, keymap=given) as amal:
        assert any("claim.dance" in notice for notice in amal.notices)
        await amal.press("question_mark")
        assert isinstance(amal.screen, HelpDialog)
        page = amal.screen.query_one(Document).plain
        assert "Z: Verdict" in page
        assert "a: Evidence" in page
        await amal.press("escape", "Z")
        assert isinstance(amal.screen, Dialog)


async def test_a_source_shows_what_rests_on_it_and_takes_it_along_when_retracted(
    desk: Desk, size: Any
) -> None:
    claim = first(desk, article_id=1)
    async with at(desk, size) as amal:
        await amal.press("S")
        assert isinstance(amal.screen, SourcesScreen)
        page = amal.screen.query_one("#source", Document)
        assert "Rests on it" in page.plain
        assert desk.claims.get(claim).text in page.plain
        await amal.press("d")
        about = amal.screen.query_one(".about", Paragraph).text
        assert "goes back to checking" in about
        await amal.type("The ministry has withdrawn it.")
        await amal.press("enter")
        assert desk.claims.get(claim).state is ClaimState.CHECKING
        assert "The ministry has withdrawn it." in page.plain
        await amal.press("u")
        assert desk.claims.get(claim).verdict is not None
        await amal.press("a")
        await amal.type("Census")
        await amal.press("ctrl+s")
        assert "Census" in [source.title for source in desk.sources.list()]
        await amal.press("g", "e")
        await amal.retype("Renamed source")
        await amal.press("ctrl+s")
        assert "Renamed source" in [source.title for source in desk.sources.list()]


async def test_the_kept_copy_is_read_with_its_quotes_lit(
    desk: Desk, tmp_path: Path, size: Any
) -> None:
    text = "There were 3,500 of them.\n\nوقالت الوزارة إن 3500 جندي في العراق."
    kept = tmp_path / "copy.txt"
    kept.write_text(text, encoding="utf-8")
    source, claim = desk.sources.list()[0].id, first(desk, article_id=2)
    desk.captures.add_file(source, kept)
    for quote in ("3500 جندي", "3,500 of them", "not in there"):
        desk.evidence.link(claim, source, "supports", quote=quote)
    async with at(desk, size) as amal:
        await amal.press("S")
        listed = amal.screen.query_one("#source", Document).plain
        assert "“3500 جندي”" in listed and "“not in there”" in listed
        assert listed.count("the quote does not stand in the snapshot") == 2  # and the old one
        await amal.press("t")
        page = amal.screen.query_one("#copy", ClaimText)
        lit = sorted(span.of(page.text) for span, _ in page._highlights)
        assert lit == ["3,500 of them", "3500 جندي"]
        await amal.press("n", "n")
        assert page.text[page.caret :].startswith("3500 جندي")
        await amal.press("N")
        assert page.text[page.caret :].startswith("3,500 of them")
        await amal.press("escape")
        assert isinstance(amal.screen, SourcesScreen)


async def test_the_gate_and_the_people_are_listed_and_set(desk: Desk, size: Any) -> None:
    async with at(desk, size) as amal:
        await amal.press("P", "j", "enter")
        assert not desk.gate.policy().counter_evidence
        await amal.press("plus")
        await amal.type("Basil")
        await amal.press("ctrl+s", "down", "enter")
        assert [(one.name, one.role) for one in desk.people.list()] == [("Basil", "reviewer")]
        assert "Basil · reviewer" in amal.screen.query_one("#rules", Document).plain
        await amal.press("u", "u")
        assert desk.gate.policy().counter_evidence and desk.people.list() == []


async def test_an_empty_desk_says_what_to_do_and_takes_files_and_pasted_text(
    empty_desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARABIC, encoding="utf-8")
    async with at(empty_desk, SMALL) as amal:
        assert amal.screen.has_class("-empty")
        await amal.press("A")
        await amal.type("/no/such/file.txt")
        await amal.press("ctrl+s")
        await amal.until(lambda: "/no/such/file.txt" in amal.problem)
        assert amal.screen.line("address") == "/no/such/file.txt"
        assert empty_desk.overview().articles == 0
        await amal.retype(str(path))
        await amal.press("ctrl+s")
        await amal.until(lambda: isinstance(amal.screen, ArticleScreen))
        assert len(amal.list) == 4
        await amal.press("A", "tab")
        amal.app.focused.insert(ENGLISH_AGAIN.replace("\n", "\nBaghdad, 6 September 2024\n", 1))
        await amal.press("ctrl+s")
        await amal.until(lambda: empty_desk.overview().articles == 2)
        await amal.until(lambda: amal.screen.query_one(TitleBar).note.endswith("undated"))
        assert "D gives it" in amal.notices[-1]
        await amal.press("D", "ctrl+s")  # what its own first lines say is confirmed
        await amal.until(lambda: empty_desk.articles.get(2).published == "2024-09-06")
        assert "dateline" in empty_desk.articles.get(2).published_provenance
        await amal.until(lambda: amal.screen.query_one(TitleBar).note.endswith("2024-09-06"))


async def test_a_table_of_another_desk_is_taken_as_the_person_says(
    empty_desk: Desk, tmp_path: Path
) -> None:
    table = tmp_path / "old.csv"
    rows = "The dam broke,Amal,03/04/2025\nThe dam held,Amal,soon\n"
    table.write_text(f"Claim,Speaker,Said\n{rows}", encoding="utf-8")
    async with at(empty_desk, SMALL) as amal:
        await amal.press("I")
        await amal.type(str(table))
        await amal.press("tab", "down", "ctrl+s")
        await amal.until(lambda: isinstance(amal.screen, ColumnsDialog))
        columns = amal.screen.query_one("#columns", TextArea)
        assert columns.text == "text = Claim\nclaimant = Speaker"
        columns.text += "\nsaid = Said"
        amal.screen.query_one("#days", ChoiceList).go_to_index(1)
        await amal.press("ctrl+s")
        await amal.until(lambda: empty_desk.overview().claims == 1)
    claim = empty_desk.claims.get(1)
    assert (claim.text, claim.claimant, claim.said) == ("The dam broke", "Amal", "2025-04-03")
    assert "The dam held" in Path(f"{table}.rejects.jsonl").read_text(encoding="utf-8")


async def test_what_another_program_writes_appears_by_itself_and_a_lost_race_asks(
    desk: Desk, tmp_path: Path
) -> None:
    async with at(desk, article_id=2) as amal:
        claim = amal.list.current_id

        def elsewhere(text: str) -> None:
            with open_desk(tmp_path / "claims.db", actor="Basil") as other:
                other.claims.reword(claim, text, version=other.claims.get(claim).version)

        elsewhere("Reworded elsewhere")
        await amal.until(lambda: amal.list.row_at(0).text == "Reworded elsewhere")

        await amal.press("r")
        elsewhere("Reworded again")
        await amal.retype("My wording of it")
        await amal.press("ctrl+s", "escape")  # keeps what the other wrote
        assert desk.claims.get(claim).text == "Reworded again"
        assert amal.list.row_at(0).text == "Reworded again"

        await amal.press("r")
        elsewhere("Reworded a third time")
        await amal.retype("My wording of it")
        await amal.press("ctrl+s")
        assert "Reworded a third time" in amal.problem
        assert amal.screen.long("text") == "My wording of it"
        await amal.press("ctrl+t")
        assert amal.screen.long("text") == "Reworded a third time"
        await amal.retype("My wording of it")
        assert desk.claims.get(claim).text == "Reworded a third time"
        await amal.press("ctrl+s")
        assert desk.claims.get(claim).text == "My wording of it"


async def test_the_palette_says_in_arabic_that_nothing_matches(desk: Desk) -> None:
    async with at(desk, language="ar") as amal:
        await amal.press("colon")
        await amal.type("zzzz")
        hits = amal.screen.query_one(CommandList)
        await amal.until(lambda: any("لا أمر" in str(one.prompt) for one in hits.options))


async def test_a_page_up_in_a_palette_without_room_for_its_list_moves_nothing(desk: Desk) -> None:
    async with at(desk, (20, 3)) as amal:
        await amal.press("colon")
        hits = amal.screen.query_one(CommandList)
        await amal.until(lambda: hits.highlighted is not None)
        await amal.press("pageup", "pagedown")
        assert amal.app.is_running


async def test_the_palette_offers_named_actions(desk: Desk) -> None:
    async with at(desk, article_id=2) as amal:
        await amal.press("colon")
        await amal.type("set asi")
        hits = amal.screen.query_one(CommandList)
        await amal.until(lambda: hits.option_count > 0)
        await amal.press("enter")
        await amal.until(lambda: isinstance(amal.screen, AskDialog))


DENIED = "It is denied that combat forces were present in Iraq in 2023."
SAID = "The army said that combat forces were present in Iraq in 2024."


async def test_a_denial_never_reads_as_an_assertion(empty_desk: Desk, size: Any) -> None:
    add(empty_desk, DENIED, title="Denial")
    add(empty_desk, SAID, title="Said")
    worded = "✗ denied: combat forces were present in Iraq in 2023"
    async with at(empty_desk, size) as amal:
        await amal.press("C", "end", "1")
        assert "✗ denied: combat forces were" in shown(amal.screen.query_one("#claims"))
        assert worded in amal.pane
        await amal.press("0", "escape", "y")
        assert amal.app.clipboard == worded
        await amal.press("v")
        assert amal.screen.query_one(".about", Paragraph).text == worded
        await amal.press("escape", "M")
        assert worded in amal.screen.query_one("#there", Document).plain
        assert "✗ denied:" in shown(amal.screen.query_one("#matches"))
        await amal.press("y")
        assert worded in amal.app.clipboard


def shown(widget: Any) -> str:
    """What a widget draws, its lines joined."""
    return " ".join(
        " ".join("".join(part.text for part in widget.render_line(y)).split())
        for y in range(widget.size.height)
    )


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


async def test_figures_are_followed_through_time(desk: Desk, size: Any) -> None:
    async with at(desk, size, article_id=1) as amal:
        await amal.press("f")
        table = amal.screen.query_one(FigureList)
        assert sorted(table.row_at(n).figure.figure for n in range(len(table))) == sorted(
            figure.figure for figure in desk.figures.ledger(unit="person")
        )
        assert len(table) >= 4
        said = amal.screen.query_one("#said", Paragraph).text
        assert said.startswith("Quantity 1 of ")
        await amal.press("right_square_bracket")
        assert amal.screen.query_one("#said", Paragraph).text.startswith("Quantity 2 of ")
        await amal.press("enter")
        assert isinstance(amal.screen, ArticleScreen)
        await amal.press("H", "F")
        assert amal.screen.query_one(FigureList)


async def test_an_address_is_shown_before_it_is_opened_and_only_of_the_web(
    empty_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    visited: list[str] = []
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", visited.append)
    for url in ("https://example.org/s", "javascript:alert(1)", "file:///etc/passwd"):
        empty_desk.sources.add("Source", url=url)
    async with at(empty_desk) as amal:
        await amal.press("S")
        for _ in range(3):
            await amal.press("o")
            if isinstance(amal.screen, Dialog):
                shown.append(amal.screen.query_one(".about", Paragraph).text)
                assert not visited
                await amal.press("enter")
            await amal.press("j")
        assert amal.screen.query_one("#sources").cursor == 2
    assert shown == visited == ["https://example.org/s"]


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
        assert told.display
        assert before.quote.rstrip(".") in told.text
        await amal.press("right", "enter")  # back by a word, as it is seen
        (span,) = desk.claims.get(claim).appearances[0].segments
        assert span.start == before.segments[0].start
        assert span.of(text) == before.quote.rsplit(" ", 1)[0]
        assert not told.display
        await amal.press("w", "o", "left", "shift+right", "enter")  # the other end on by a word
        (span,) = desk.claims.get(claim).appearances[0].segments
        assert span.start == before.segments[0].start + len("قالت ")
        await amal.press("u", "u")
        assert desk.claims.get(claim).appearances[0].quote == before.quote
        await amal.press("w", "right", "escape")
        assert desk.claims.get(claim).appearances[0].quote == before.quote
        assert not told.display


async def test_search_goes_to_a_claim_an_article_a_source_or_a_query(desk: Desk) -> None:
    desk.filters.save("figures", "figure:>3000")

    async def search(amal: Checker, typed: str, *keys: str) -> None:
        await amal.press("ctrl+f")
        await amal.type(typed)
        await amal.press(*keys)

    async with at(desk, SMALL) as amal:
        await search(amal, "troop nmbers", "enter")  # a letter is missing
        assert isinstance(amal.screen, ArticleScreen)
        assert amal.screen.query_one(TitleBar).title == "Troop numbers"
        await search(amal, "statement of the min", "enter")
        assert isinstance(amal.screen, SourcesScreen)
        await search(amal, '"troops in Syria"', "enter")
        assert amal.screen.claim.text.endswith("900 troops in Syria")
        await search(amal, "figure:>3000", "down", "enter")
        assert len(amal.list) == 1
        await search(amal, "Syrria")
        assert "“Syrria”; shown: “Syria”" in amal.screen.query_one("#wrong", Paragraph).text
        await amal.press("escape", "C", "slash")
        await amal.type("Syrria")
        assert "“Syrria”; shown: “Syria”" in amal.screen.query_one("#wrong", Paragraph).text
        assert "Syria" in amal.screen.claim.text
        await amal.press("H")
        await search(amal, "@fig", "enter")
        assert len(amal.list) == 1
        await search(amal, "stat:new")
        assert "no operator stat:" in amal.screen.query_one("#wrong", Paragraph).text


async def test_publishing_goes_through_the_gate(desk: Desk) -> None:
    claim = first(desk, article_id=1)
    async with at(desk, SMALL, article_id=1) as amal:
        await amal.press("t", "end", "enter")
        assert isinstance(amal.screen, Dialog)
        points = amal.screen.query_one("#points", Document).plain
        assert "Evidence against searched for" in points
        assert "nobody has noted what was searched for" in points
        await amal.press("j", "n")
        assert amal.screen.title_text() == "Evidence against searched for"
        await amal.retype("Looked through the ministry's archive: nothing.")
        await amal.press("ctrl+s")
        assert "the ministry's archive" in amal.screen.query_one("#points", Document).plain
        await amal.press("ctrl+s")
        assert desk.claims.get(claim).state is not ClaimState.PUBLISHED
        assert amal.screen.query_one(".problem").has_class("-shown")
        await amal.press("tab")
        await amal.type("The minister has resigned; it must be out today.")
        await amal.press("ctrl+s")
        assert desk.claims.get(claim).state is ClaimState.PUBLISHED


async def test_a_verdict_is_reviewed_by_somebody_else(desk: Desk, tmp_path: Path) -> None:
    claim = first(desk, article_id=1)
    with open_desk(tmp_path / "claims.db", actor="Basil") as other:
        async with at(other, SMALL, article_id=1) as basil:
            await basil.press("i", "tab")
            await basil.type("Sources checked.")
            await basil.press("ctrl+s")  # nothing is approved by a key pressed too soon
            assert basil.app.focused.id == "outcome"
            await basil.press("down")
            await basil.press("ctrl+s", "3")
            assert other.claims.get(claim).verdict.review == "approved"
            assert "approved" in basil.pane


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


async def test_a_file_is_tried_imported_and_undone(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    file.write_text("text,claimant\nThe bridge was closed in May,Mayor\n", encoding="utf-8")
    before = desk.overview().claims
    async with at(desk, SMALL) as amal:
        await amal.press("I")
        await amal.retype(str(file))
        await amal.press("tab", "tab", "tab", "down", "ctrl+s")
        await amal.until(lambda: isinstance(amal.screen, ImportedScreen))
        assert any("Would import: 1 new" in notice for notice in amal.notices)
        assert "The bridge was closed in May" in amal.screen.query_one(Document).plain
        assert desk.overview().claims == before
        await amal.press("ctrl+s")  # what was tried is put on file
        await amal.until(lambda: any("Imported: 1 new" in notice for notice in amal.notices))
        assert desk.overview().claims == before + 1
        await amal.press("u")
        assert desk.overview().claims == before


async def test_what_an_import_changes_and_cannot_take_is_shown_and_the_file_may_win(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "claims.jsonl"
    line = {"origin": "feed", "external_id": "1", "text": "The bridge was closed", "claimant": "A"}
    desk.exchange.import_(io.StringIO(json.dumps(line)), name="-")
    claim = desk.claims.get(max(desk.claims.ids()))
    desk.claims.set_claimant(claim.id, "Mayor", version=claim.version)
    lines = [{**line, "claimant": "Ministry", "said": "2024"}, {"text": "X", "said": "2024-02-30"}]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    async with at(desk, SMALL) as amal:
        for theirs, claimant in ((0, "Mayor"), (1, "Ministry")):
            await amal.press("I")
            await amal.retype(str(file))
            await amal.press("tab", "down", "tab", *["down"] * theirs, "ctrl+s")
            await amal.until(lambda: isinstance(amal.screen, ImportedScreen))
            page = amal.screen.query_one(Document).plain
            assert "2024-02-30" in page
            assert f"{file}.rejects.jsonl" in page
            for part in ("Mayor", "Ministry"):
                assert part in page
            assert desk.claims.get(claim.id).claimant == claimant
            await amal.press("escape")
