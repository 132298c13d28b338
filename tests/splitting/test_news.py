"""Lines of news, each with the claims it makes: who answers for them and how they are meant."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.facets.interval import day
from workbench.facets.types import Clock
from workbench.splitting import split
from workbench.splitting.types import DraftClaim

CASES = [
    case
    for name in (
        "local_cases.json",
        "news_cases.json",
        "english_cases.json",
        "arabic_cases.json",
        "construction_cases.json",
        "agency_cases.json",
        "wire_cases.json",
        "portal_cases.json",
        "everyday_cases.json",
        "plain_cases.json",
        "press_cases.json",
        "accusing_cases.json",
        "bulletin_cases.json",
        "daily_cases.json",
        "embedded_cases.json",
        "voices_cases.json",
        "posted_cases.json",
        "dispatch_cases.json",
        "broadsheet_cases.json",
        "evening_cases.json",
        "speaking_cases.json",
        "joining_cases.json",
        "naming_cases.json",
        "agreeing_cases.json",
    )
    for case in json.loads(Path(__file__).with_name(name).read_text("utf-8"))
]
CLOCK = Clock(day(date(2026, 11, 20)))


def _told(claim: DraftClaim) -> list[str]:
    """The claimant, "not" where it is denied with how it is meant, and the quote."""
    chain, facets = claim.attribution.chain, claim.facets
    denied = "not " if facets.polarity.negated else ""
    return [chain[0].name if chain else "", denied + facets.modality.value, claim.quote]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:20])
def test_a_line_of_news_makes_these_claims(case: dict[str, Any]) -> None:
    assert [_told(claim) for claim in split(case["text"], CLOCK).claims] == case["claims"]
