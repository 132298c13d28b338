"""What comes to the desk and leaves it, and how one finds about, from the keyboard alone."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandList
from textual.widgets import TextArea

from tests.tui.checker import SMALL, Checker, at
from tests.tui.standins import ARABIC, ENGLISH_AGAIN, open_desk
from workbench.desk import Desk
from workbench.desk.types import ClaimFilter
from workbench.tui.dialogs.ask import AskDialog
from workbench.tui.dialogs.base import Dialog
from workbench.tui.dialogs.columns import ColumnsDialog
from workbench.tui.dialogs.help import HelpDialog
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.imported import ImportedScreen
from workbench.tui.screens.sources import SourcesScreen
from workbench.tui.widgets.choice_list import ChoiceList
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.figure_list import FigureList
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.widgets.title_bar import TitleBar


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
        await amal.press("D")
        await amal.until(lambda: isinstance(amal.screen, Dialog))
        await amal.press("ctrl+s")  # what its own first lines say is confirmed
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
