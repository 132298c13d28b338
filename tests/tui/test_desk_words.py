"""Both languages say everything; plural forms follow the language."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import workbench.tui
from workbench.desk import words
from workbench.desk.checking import ratings
from workbench.desk.states import ClaimState, Decision
from workbench.desk.words import say
from workbench.desk.words.catalogue import Catalogue
from workbench.matching.reasons import Key
from workbench.matching.types import Relation
from workbench.splitting.worth import DEFAULT_WEIGHTS
from workbench.tui.keys import DEFAULT_KEYS
from workbench.tui.words import Words, catalogue

ROOM = Path(workbench.tui.__file__).parent
RECORD = Catalogue(Path(words.__file__).parent)


@pytest.mark.parametrize("known", [catalogue(), RECORD], ids=["desk", "record"])
def test_every_language_has_every_message(known: Catalogue) -> None:
    assert known.keys("ar") == known.keys("en")


def used_keys() -> set[str]:
    """Every literal key that the room's code asks its words for."""
    found = set()
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
                continue
            if re.fullmatch(r"[a-z_]+\.[a-z_]+", node.value):
                found.add(node.value)
    return found


def test_every_message_that_is_asked_for_is_there() -> None:
    kinds = {key.partition(".")[0] for key in catalogue().keys("en")}
    asked = {key for key in used_keys() if key.partition(".")[0] in kinds}
    asked -= DEFAULT_KEYS.keys()  # names of actions, said under "key."
    assert asked - catalogue().keys("en") == set()


def test_every_action_has_words() -> None:
    assert {f"key.{name}" for name in DEFAULT_KEYS} - catalogue().keys("en") == set()


def test_help_calls_every_kind_of_action_by_a_word() -> None:
    kinds = {f"help.{name.partition('.')[0]}" for name in DEFAULT_KEYS}
    for language in ("en", "ar"):
        assert kinds - catalogue().keys(language) == set()


def test_every_reason_and_relation_of_matching_is_said() -> None:
    wanted = {f"reason.{key}" for key in Key}
    wanted |= {f"{kind}.{one}" for one in Relation for kind in ("relation", "relation_says")}
    assert wanted - RECORD.keys("en") == set()


def test_every_reason_for_worth_is_said() -> None:
    assert {f"worth.{key}" for key in DEFAULT_WEIGHTS} - RECORD.keys("en") == set()


def test_every_action_of_the_journal_is_said() -> None:
    code = "".join(
        path.read_text("utf-8") for path in Path(words.__file__).parents[1].rglob("*.py")
    )
    actions = set(re.findall(r'\.change\(\s*"([a-z ]+)"', code))
    assert len(actions) > 10
    assert {f"action.{action}" for action in actions} - RECORD.keys("en") == set()
    for state in ClaimState:
        assert f"action.claim {state.replace('_', ' ')}" in RECORD.keys("en")
    for decision in (Decision.CONFIRMED, Decision.REJECTED, Decision.UNSURE):
        assert f"action.match {decision}" in RECORD.keys("en")


def test_ratings_are_said_as_the_scale_says_them() -> None:
    for rating in ratings.load().ratings:
        assert [say(f"rating.{rating.key}", lang) for lang in ("en", "ar")] == [
            rating.label("en"),
            rating.label("ar"),
        ]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "لا ادعاءات"),
        (1, "ادعاء واحد"),
        (2, "ادعاءان"),
        (7, "7 ادعاءات"),
        (11, "11 ادعاءً"),
        (100, "100 ادعاء"),
        (103, "103 ادعاءات"),
    ],
)
def test_arabic_counts_take_their_form(count: int, said: str) -> None:
    assert Words("ar")("count.claims", n=count) == said


def test_english_counts() -> None:
    assert Words("en")("count.claims", n=1) == "1 claim"
    assert Words("en")("count.claims", n=1204) == "1,204 claims"


def test_braces_in_a_value_are_only_text() -> None:
    assert say("reason.figures differ", "en", here="{there}", there="{0!r}") == (
        "{there} here, {0!r} there"
    )


def test_a_key_that_nobody_knows_reads_as_words() -> None:
    assert say("worth.novel by a plug-in", "ar") == "novel by a plug-in"
