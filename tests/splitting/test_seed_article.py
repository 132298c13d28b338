"""The worked example, against the claims that people marked in it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from workbench.facets.interval import Interval, Precision
from workbench.facets.types import Clock, Comparator
from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.splitting import split
from workbench.splitting.types import DraftClaim, SentenceState, Splitting

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "fixtures" / "articles" / "shafaq-coalition-mission.ar.txt").read_text("utf-8")
GOLD = json.loads((Path(__file__).parent / "gold" / "seed.json").read_text("utf-8"))
PUBLISHED = Interval(date(2024, 8, 15), date(2024, 8, 15), Precision.DAY, "2024-08-15")


@pytest.fixture(scope="module")
def splitting() -> Splitting:
    return split(TEXT, Clock(PUBLISHED), "شفق نيوز")


def words(segments: list[Span]) -> Counter[str]:
    return Counter(token.folded for s in segments for token in tokenize(s.of(TEXT)))


def dice(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / (one.total() + other.total())


def only(splitting: Splitting, *segments: Span) -> DraftClaim:
    (claim,) = [c for c in splitting.claims if c.segments == segments]
    return claim


def test_the_number_of_troops_comes_out_exactly(splitting: Splitting) -> None:
    claim = only(splitting, Span(2207, 2243))
    assert claim.text == claim.quote == "يوجد نحو 2500 عسكري أميركي في العراق"
    (quantity,) = claim.facets.quantities
    assert (quantity.low, quantity.unit, quantity.comparator) == (2500, "person", Comparator.ABOUT)
    assert not claim.attribution.chain
    assert not claim.facets.polarity.negated


def test_the_resumed_talks_come_out_exactly(splitting: Splitting) -> None:
    claim = only(splitting, Span(1978, 2029))
    assert claim.text == claim.quote == "استؤنفت مفاوضات بغداد وواشنطن في شباط/فبراير الماضي"
    assert [t.interval.edtf for t in claim.facets.times if t.interval] == ["2024-02"]
    assert claim.attribution.chain[0].name == "البيانات الرسمية العراقية"


def test_nearly_all_marked_claims_are_found_and_little_else(splitting: Splitting) -> None:
    found = [words(list(claim.segments)) for claim in splitting.claims]
    gold = [words([Span(*s) for s in entry["segments"]]) for entry in GOLD]
    pairs = sorted(
        ((dice(a, b), i, j) for i, a in enumerate(found) for j, b in enumerate(gold)), reverse=True
    )
    ours: set[int] = set()
    theirs: set[int] = set()
    for value, i, j in pairs:
        if value >= 0.7 and i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
    assert 2 * len(ours) / (len(found) + len(gold)) >= 0.95


def test_denial_and_exception_are_two_claims(splitting: Splitting) -> None:
    assert only(splitting, Span(303, 388)).facets.polarity.negated
    assert not only(splitting, Span(325, 334), Span(344, 388)).facets.polarity.negated


def test_three_bases_are_three_claims_with_their_head(splitting: Splitting) -> None:
    head = Span(2310, 2344)
    for base in (Span(2359, 2385), Span(2388, 2407), Span(2410, 2451)):
        only(splitting, head, base)


def test_all_sentences_are_accounted_for(splitting: Splitting) -> None:
    states = {sentence.state for sentence in splitting.sentences}
    assert states == {SentenceState.CLAIMED}
    covered = "".join(sentence.span.of(TEXT) for sentence in splitting.sentences)
    assert "".join(covered.split()) == "".join(TEXT.split())
