"""What the desk works out without a terminal."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench.desk.facets.tracing import Noted, Series
from workbench.desk.types import Figure
from workbench.language.spans import Span
from workbench.tui import markdown
from workbench.tui.differing import differing
from workbench.tui.lasting import Lasting, Place
from workbench.tui.spans import LitClaim, claim_at
from workbench.tui.theme import PLAIN
from workbench.tui.visiting import web_address
from workbench.tui.widgets.figure_plot import plotted
from workbench.tui.widgets.page_cache import PAGE, PAGES_KEPT, PageCache
from workbench.tui.words import Words

EN, AR = Words("en"), Words("ar")


def test_importing_the_room_loads_no_textual() -> None:
    code = "import sys, workbench.tui; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def lit(first: str, second: str) -> tuple[list[str], list[str]]:
    here, there = differing(first, second)
    return [span.of(first) for span in here], [span.of(second) for span in there]


def test_differing_words() -> None:
    assert lit("about 2,500 US troops", "about 3,500 US troops") == (["2,500"], ["3,500"])
    assert lit("They will leave", "They will not leave") == ([], ["not"])


def test_script_of_digits_vowels_and_case_do_not_differ() -> None:
    assert lit("نحو ٢٥٠٠ جندي", "نحو 2500 جُنديّ") == ([], [])
    assert lit("2,500 Troops", "2500 troops") == ([], [])


def test_the_shortest_claim_at_a_place() -> None:
    claims = [
        LitClaim(1, (Span(0, 50),), PLAIN),
        LitClaim(2, (Span(10, 20), Span(30, 35)), PLAIN),
    ]
    assert [claim_at(claims, offset) for offset in (0, 10, 20, 34, 50)] == [1, 2, 1, 2, None]


def test_pages_are_fetched_once_and_forgotten_in_time() -> None:
    asked: list[int] = []

    def fetch(ids: object) -> list[str]:
        asked.append(ids[0])
        return [f"row {one}" for one in ids]

    cache: PageCache[str] = PageCache(fetch)
    cache.reset(range(1_000_000))
    assert cache.row(999_999) == "row 999999"
    assert cache.row(999_950) == "row 999950"
    assert asked == [999_900]
    for page in range(PAGES_KEPT + 1):
        cache.row(page * PAGE)
    cache.row(999_999)
    assert asked[-1] == 999_900


def test_a_row_that_is_gone_is_nothing() -> None:
    cache: PageCache[str] = PageCache(lambda ids: ["only one"])
    cache.reset([1, 2])
    assert [cache.row(0), cache.row(1)] == ["only one", None]


def figure(low: float, published: str, claimant: str) -> Noted:
    told = Figure(1, "", 1, "", published, claimant, "", low, low, "exactly", "", "", "", "")
    return Noted(told, ())


def test_only_dated_figures_are_plotted_each_under_who_says_it() -> None:
    noted = (figure(2500, "2024-02", "Amal"), figure(3500, "", "Amal"), figure(9, "2024", ""))
    points = plotted(Series("person", "troops", "", noted), "nobody")
    assert points == [("Amal", date(2024, 2, 1), 2500), ("nobody", date(2024, 1, 1), 9)]


def test_the_last_place_is_kept_for_each_desk_and_strange_files_are_nothing(
    tmp_path: Path,
) -> None:
    file = tmp_path / "state" / "places.json"
    here, there = Lasting(file, tmp_path / "a.db"), Lasting(file, tmp_path / "b.db")
    assert here.read() is None
    here.keep(Place(1, 7))
    there.keep(Place(typed="state:new"))
    assert here.read() == Place(1, 7)
    here.keep(None)
    assert here.read() is None
    assert there.read() == Place(typed="state:new")
    file.write_text("[not json")
    assert there.read() is None


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "file:///etc", "https://", "https://a.b/\x1b[2J", "", "https://["],
)
def test_no_browser_is_sent_to_what_is_no_web_address(url: str) -> None:
    assert not web_address(url)
    assert web_address("https://example.org/a?b=c")


def test_the_parts_of_a_report_in_markdown() -> None:
    text = "# A *title*\n\n1. **not \\* rated** — `x`, 2 ** 3\n> said so\n\\**no**"
    found = [(part, span.of(text)) for span, part in markdown.parts(text)]
    assert found == [
        ("heading", "# A *title*"),
        ("mark", "# "),
        ("quote", "> said so"),
        ("mark", "> "),
        ("strong", "not \\* rated"),
        ("mark", "**"),
        ("mark", "**"),
        ("mark", "`"),
        ("mark", "`"),
    ]
