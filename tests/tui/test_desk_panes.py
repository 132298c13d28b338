"""What the panes tell: whole, and in the person's own words."""

from __future__ import annotations

import pytest

from tests.tui.checker import SMALL, at
from tests.tui.standins import add
from workbench.desk import Desk
from workbench.desk.facets.telling import duration_said, time_said
from workbench.desk.states import Review
from workbench.facets.types import Time
from workbench.language.spans import Span
from workbench.tui.rtl.layout import ELLIPSIS
from workbench.tui.widgets.document import Document
from workbench.tui.widgets.record_pane import RecordPane
from workbench.tui.words import Words


@pytest.mark.parametrize("language", ["en", "ar"])
async def test_no_label_is_cut_off_and_no_key_of_ours_is_shown(desk: Desk, language: str) -> None:
    claim = desk.claims.ids()[0]
    text = desk.claims.get(claim).text
    desk.verdicts.review(claim, Review.APPROVED)
    desk.verdicts.set(
        claim, "mixed", "One", holds="2024-02", known_at="2024-03", reason="Two", reviewer="Basil"
    )
    desk.undo()
    desk.redo()
    words = Words(language)
    async with at(desk, SMALL, article_id=1, language=language) as amal:
        await amal.press("3")
        pane = amal.screen.query_one("#pane", RecordPane)
        drawn = [line.strip.text for line in pane._lines]
        assert drawn and not [line for line in drawn if ELLIPSIS in line]
        await amal.press("5")
        assert "mostly_true" not in amal.pane and "mixed:" not in amal.pane
        approved = words.record("action.verdict approved")
        assert approved in amal.pane
        assert f"{words.record('rating.mostly_true')} · {text}" in amal.pane
        redone = " · ".join(
            (words.record("action.verdict set"), words.record("rating.mixed"), text)
        )
        assert redone in amal.pane


@pytest.mark.parametrize(
    ("duration", "english", "arabic"),
    [
        ("P1Y", "1 year", "سنة"),
        ("P2M", "2 months", "شهرين"),
        ("P3D", "3 days", "3 أيام"),
        ("P11W", "11 weeks", "11 أسبوعاً"),
        ("PT6H", "6 hours", "6 ساعات"),
        ("P1.5Y", "1.5 years", "1.5 سنة"),
        ("PT100M", "100 minutes", "100 دقيقة"),
        ("", "", ""),
    ],
)
def test_a_length_of_time_is_told_in_words(duration: str, english: str, arabic: str) -> None:
    assert [duration_said(duration, language) for language in ("en", "ar")] == [english, arabic]


def test_of_what_is_not_resolved_no_more_is_told_than_that() -> None:
    time = Time(Span(0, 11), "next months", None, "no date", relation="during")
    told = [time_said(time, language) for language in ("en", "ar")]
    assert told == ["next months · not resolved", "next months · غير محدد"]


async def test_a_wire_without_a_headline_leaves_room_for_what_its_claims_say(
    empty_desk: Desk,
) -> None:
    lead = "The ministry of water said on Thursday that the river had lost much of its water "
    for count in ("2,500", "3,500"):
        add(empty_desk, f"{lead * 2}and that {count} families have left.", publisher=count)
    async with at(empty_desk, SMALL) as amal:
        await amal.press("M")
        for side in ("#here", "#there"):
            shown = amal.screen.query_one(side, Document).plain
            where = next(line for line in shown.splitlines() if "2024-08-15" in line)
            assert "…" in where and len(where) < 2 * len(lead)
