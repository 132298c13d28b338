"""From evidence to a verdict that is published, from the keyboard alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.command import CommandList

from tests.tui.checker import SMALL, at, first, shown
from tests.tui.standins import add, open_desk
from workbench.desk import Desk
from workbench.desk.states import ClaimState, Decision, Succession
from workbench.tui.dialogs.base import Dialog
from workbench.tui.dialogs.help import HelpDialog
from workbench.tui.dialogs.link import LinkDialog
from workbench.tui.dialogs.offers import OffersDialog
from workbench.tui.dialogs.verdict import VerdictDialog
from workbench.tui.screens.article import ArticleScreen
from workbench.tui.screens.matches import MatchesScreen
from workbench.tui.screens.sources import SourcesScreen
from workbench.tui.widgets.article_text import ClaimText
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.widgets.title_bar import TitleBar

DENIED = "It is denied that combat forces were present in Iraq in 2023."
SAID = "The army said that combat forces were present in Iraq in 2024."


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


async def test_the_palette_says_in_arabic_that_nothing_matches(desk: Desk) -> None:
    async with at(desk, language="ar") as amal:
        await amal.press("colon")
        await amal.type("zzzz")
        hits = amal.screen.query_one(CommandList)
        await amal.until(lambda: any("لا أمر" in str(one.prompt) for one in hits.options))


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
        await amal.press("V")
        await amal.type("mistaken")
        await amal.press("enter")
        assert "not published any more" in amal.notices[-1]


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
