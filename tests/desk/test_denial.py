"""What a claimant denies is told as a denial, never as if it were asserted."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk.fakes import LineSplitter, article, open_desk
from workbench.desk import Desk
from workbench.desk.facets.telling import wording
from workbench.desk.states import ClaimState, Stance
from workbench.desk.types import Part
from workbench.facets.types import Clock, Polarity
from workbench.language.spans import Span
from workbench.reports.render import render
from workbench.splitting.rules import RuleSplitter
from workbench.splitting.types import SpeechStance, Splitting

TEXT = "The ministry: 2,500 troops are in the country"
LATER = "The army: 900 troops are in the country"


class Denying(LineSplitter):
    """The ministry denies all it speaks of."""

    stance = SpeechStance.DENIED
    polarity = Polarity()

    def split(self, text: str, clock: Clock, outlet: str) -> Splitting:
        splitting = super().split(text, clock, outlet)
        claims = [
            replace(
                claim,
                attribution=replace(claim.attribution, stance=self.stance),
                facets=replace(claim.facets, polarity=self.polarity),
            )
            if claim.attribution.chain[0].name == "The ministry"
            else claim
            for claim in splitting.claims
        ]
        return replace(splitting, claims=tuple(claims))


class ByPolarity(Denying):
    """As an imported claim has it: negated by no word of its own."""

    stance = SpeechStance.SAID
    polarity = Polarity(negated=True)


class ByItsWords(ByPolarity):
    """ "There are no …": the wording says so itself."""

    polarity = Polarity(negated=True, cue=Span(14, 16))


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with open_desk(path, splitter=Denying) as opened:
        yield opened


def test_a_denial_is_known_in_lists_matches_and_figures(desk: Desk) -> None:
    desk.articles.add(article(TEXT))
    desk.articles.add(article(LATER))
    denied, said = desk.claims.rows(desk.claims.ids())
    assert (denied.denied, said.denied) == (True, False)
    assert desk.claims.get(denied.id).denied
    (match,) = desk.matches.pending()
    assert (match.denied, match.other_denied) == (False, True)
    assert [figure.denied for figure in desk.figures.ledger()] == [True, False]


def test_a_screened_denial_is_known(desk: Desk) -> None:
    desk.articles.add(article(TEXT))
    (screened,) = desk.matches.screen(article(TEXT))
    assert screened.denied
    assert screened.found[0].denied


@pytest.mark.parametrize(("splitter", "denied"), [(ByPolarity, True), (ByItsWords, False)])
def test_a_negation_of_no_word_is_a_denial(path: Path, splitter: type, denied: bool) -> None:
    with open_desk(path, splitter=splitter) as desk:
        desk.articles.add(article(TEXT))
        assert desk.claims.rows(desk.claims.ids())[0].denied is denied


def test_rewording_keeps_the_denial_unless_it_is_put_in_words(desk: Desk) -> None:
    claim_id = desk.claims.ids()[0] if desk.articles.add(article(TEXT)).claims else 0
    desk.claims.reword(claim_id, "About 2,500 troops are in the country", version=1)
    assert desk.claims.get(claim_id).denied
    version = desk.claims.get(claim_id).version
    desk.claims.reword(claim_id, "There are no 2,500 troops in the country", version=version)
    assert not desk.claims.get(claim_id).denied


def test_a_reworded_or_split_denial_stays_negated(path: Path) -> None:
    with open_desk(path, splitter=RuleSplitter) as desk:
        desk.articles.add(article("The ministry denied that the bridge was closed."))
        (claim_id,) = desk.claims.ids()
        assert desk.claims.get(claim_id).facets.polarity.negated
        desk.claims.reword(claim_id, "The old bridge was closed", version=1)
        assert desk.claims.get(claim_id).facets.polarity.negated
        desk.claims.reword(claim_id, "The bridge was not closed", version=2)
        assert desk.claims.get(claim_id).facets.polarity.negated
        parts = [Part("The bridge was closed"), Part("The bridge is old")]
        made = desk.claims.split(claim_id, parts, version=3)
        assert all(desk.claims.get(one).facets.polarity.negated for one in made)


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_reports_say_it_wherever_the_wording_stands(desk: Desk, name: str) -> None:
    desk.articles.add(article(TEXT))
    desk.articles.add(article(LATER))
    report = desk.reports.claims(desk.claims.ids())
    assert [claim.denied for claim in report.claims] == [True, False]
    asserted = "2,500 troops are in the country"
    lines = [
        line.replace(TEXT, "")
        for line in render(report, name).decode().splitlines()
        if asserted in line.replace(TEXT, "") and "<mark" not in line
    ]
    assert len(lines) >= 4
    assert all("✗ denied:" in line for line in lines)


def test_the_denial_is_said_in_the_language_of_the_wording() -> None:
    assert wording("وجود قوات", "ar", denied=True) == "✗ نفي: وجود قوات"
    assert wording("troops", "en", denied=True) == "✗ denied: troops"
    assert wording("troops", "en", denied=False) == "troops"


def test_a_report_of_one_denial_is_called_so(desk: Desk) -> None:
    desk.articles.add(article(TEXT))
    report = desk.reports.claims(desk.claims.ids())
    assert report.title == "✗ denied: 2,500 troops are in the country"


def test_what_goes_out_to_readers_elsewhere_says_it(desk: Desk, tmp_path: Path) -> None:
    desk.articles.add(article(TEXT))
    desk.articles.add(article(LATER))
    for claim in desk.claims.ids():
        desk.evidence.link(claim, desk.sources.add(f"Returns {claim}"), Stance.SUPPORTS)
        desk.verdicts.set(claim, "true", "So it was.")
        version = desk.claims.get(claim).version
        desk.claims.set_state(claim, ClaimState.PUBLISHED, version=version, override="urgent")
    said = {"✗ denied: 2,500 troops are in the country", "900 troops are in the country"}
    for name, tag in (("claimreview", "@graph"), ("datacommons", "dataFeedElement")):
        out = io.StringIO()
        desk.exchange.export(out, name="", format_name=name, claims=None)
        found = [each.get("item", each) for each in json.loads(out.getvalue())[tag]]
        reviews = [each[0] if isinstance(each, list) else each for each in found]
        assert {review["claimReviewed"] for review in reviews} == said
    for name in ("atom", "rss"):
        out = io.StringIO()
        desk.exchange.export(out, name="", format_name=name, claims=None)
        assert all(f"True: {each}" in out.getvalue() for each in said)
    desk.site.write(tmp_path / "site")
    for file in (tmp_path / "site").rglob("*.*"):
        text = file.read_text(encoding="utf-8").replace(TEXT, "")
        lines = [line for line in text.splitlines() if "2,500 troops" in line]
        assert all("✗ denied:" in line for line in lines), file
