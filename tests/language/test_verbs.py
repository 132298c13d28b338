"""Verb forms lead back to their verbs, in their tense."""

from __future__ import annotations

import pytest

from workbench.language.fold import fold_text
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


@pytest.mark.parametrize(
    ("word", "verb", "tense"),
    [
        ("رفضوها", "رفض", "past"),
        ("نقلوهم", "نقل", "past"),
        ("اعتقلوه", "اعتقل", "past"),
        ("أعطاهم", "اعطي", "past"),
        ("أعطاها", "اعطي", "past"),
        ("يؤكدونه", "اكد", "present"),
    ],
)
def test_arabic_forms_with_what_is_done_to(word: str, verb: str, tense: str) -> None:
    form = verb_form(fold_text(word), load("ar"))
    assert form is not None
    assert (form.verb, form.tense, form.pronoun) == (verb, tense, True)


@pytest.mark.parametrize("word", ["دعوة", "قضاة", "وفاة", "أقصاها", "مشاة", "ندوة"])
def test_arabic_nouns_are_no_verbs_with_a_pronoun(word: str) -> None:
    form = verb_form(fold_text(word), load("ar"))
    assert form is None or form.tense == "noun"


@pytest.mark.parametrize("word", ["calm", "redd", "table", "sevenfold"])
def test_other_words_are_no_verbs(word: str) -> None:
    assert verb_form(word, load("en")) is None
