"""The data of senses: whole, and saying the same in both languages."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import workbench.matching.lexicon.senses as room
from workbench.language.packs import available, load
from workbench.language.stems import stem
from workbench.matching.lexicon.contrasts import contrasts, exclusives, groups
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.reasons import Key, turned

DATA = Path(room.__file__).parent / "data"


def named(code: str) -> set[str]:
    sheet = tomllib.loads((DATA / f"senses.{code}.toml").read_text(encoding="utf-8"))
    return {f"sense:{name}" for name in sheet["senses"]}


@pytest.mark.parametrize("code", available())
def test_every_language_names_the_senses_that_have_contraries(code: str) -> None:
    missing = (set(contrasts()) | set(exclusives()) | groups().reversing) - named(code)
    assert missing <= {"sense:deflation", "sense:prime_minister"}


def test_contraries_are_contrary_both_ways_and_never_to_themselves() -> None:
    for sense, others in contrasts().items():
        assert sense not in others
        assert all(sense in contrasts()[other] for other in others)


@pytest.mark.parametrize(
    ("code", "word", "sense"),
    [
        ("en", "climbed", "rise"),
        ("en", "airstrikes", "attack"),
        ("ar", "ارتفعت", "rise"),
        ("ar", "وسترتفع", "rise"),
        ("ar", "انخفاضا", "fall"),
        ("ar", "المحادثات", "talks"),
    ],
)
def test_words_have_their_senses_in_every_form(code: str, word: str, sense: str) -> None:
    assert f"sense:{sense}" in senses_of(code).meanings(word, stem(word, load(code)))


def test_a_language_without_a_sheet_has_no_senses() -> None:
    assert senses_of("xx").meanings("rise", "rise") == frozenset()


def test_keys_turn_back_to_themselves() -> None:
    assert all(turned(turned(key.value)) == key.value for key in Key)
