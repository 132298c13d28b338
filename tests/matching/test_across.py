"""A claim and its like in the other language: what has changed is never the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation

_PAIRS = json.loads(Path(__file__).with_name("across.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("english", "arabic"), _PAIRS["changed"])
def test_a_changed_fact_is_not_the_same_in_the_other_language(english: str, arabic: str) -> None:
    assert relation(english, arabic) is not Relation.SAME


@pytest.mark.parametrize(("english", "arabic"), _PAIRS["same"])
def test_what_is_worded_plainly_is_the_same_in_the_other_language(
    english: str, arabic: str
) -> None:
    assert relation(english, arabic) is Relation.SAME
