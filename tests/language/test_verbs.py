"""Verb forms lead back to their verbs, in their tense."""

from __future__ import annotations

import pytest

from workbench.language.packs import load
from workbench.language.verbs import verb_form


@pytest.mark.parametrize(
    ("word", "verb", "tense"),
    [
        ("expelled", "expel", "past"),
        ("called", "call", "past"),
        ("stopping", "stop", "gerund"),
        ("denies", "deny", "present"),
        ("razed", "raze", "past"),
        ("overran", "overrun", "past"),
    ],
)
def test_english_forms(word: str, verb: str, tense: str) -> None:
    form = verb_form(word, load("en"))
    assert form is not None
    assert (form.verb, form.tense) == (verb, tense)


@pytest.mark.parametrize("word", ["calm", "redd", "table", "sevenfold"])
def test_other_words_are_no_verbs(word: str) -> None:
    assert verb_form(word, load("en")) is None
