"""The bidirectional algorithm against Unicode's own cases (samples; the whole files are run by
``benchmarks/bidi_conformance.py``)."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from workbench.tui.rtl.levels import levels, line_levels, paragraph_level, visual_order

DATA = Path(__file__).parent / "data"
ROOT = Path(__file__).parents[3]


def _conformance() -> ModuleType:
    path = ROOT / "benchmarks" / "bidi_conformance.py"
    spec = importlib.util.spec_from_file_location("bidi_conformance", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "cases", "at_least"),
    [
        ("BidiTest.sample.txt", "class_cases", 7000),
        ("BidiCharacterTest.sample.txt", "character_cases", 1500),
    ],
)
def test_unicode_cases_pass(name, cases, at_least):
    conformance = _conformance()
    with (DATA / name).open(encoding="utf-8") as lines:
        found = list(getattr(conformance, cases)(lines))
    assert len(found) >= at_least
    assert [case for case in found if not conformance.passes(case)] == []


def test_the_script_notices_a_wrong_level():
    conformance = _conformance()
    case = conformance.Case("ا", None, 1, ["1"], [0])
    assert conformance.passes(case)
    assert not conformance.passes(case._replace(levels=["2"]))
    assert not conformance.passes(case._replace(order=[]))


@pytest.mark.parametrize(
    ("text", "level"),
    [("abc ا", 0), ("123 ا abc", 1), ("", 0), ("12, 3", 0), ("\u2067abc\u2069 ب", 1), ("ש", 1)],
)
def test_a_paragraph_follows_its_first_strong_character(text, level):
    assert paragraph_level(text) == level


def test_without_a_strong_character_the_default_holds():
    assert paragraph_level("1,200 (3)", default=1) == 1


def test_a_percentage_after_arabic_stays_with_its_number():
    text = "إن 25.5% من"
    order = visual_order(line_levels(text, levels(text, 1), 1))
    assert "".join(text[place] for place in order) == "نم %25.5 نإ"


def test_a_long_hostile_paragraph_takes_no_quadratic_time():
    text = "(" * 5000 + "a" + ")" * 5000 + "ا" + "[()]" * 5000 + "\u2068" * 500
    assert len(levels(text, 1)) == len(text)


def test_letters_newer_than_python_knows_take_their_blocks_direction():
    assert paragraph_level("\U0001ec72") == 1  # Indic Siyaq numbers' block
    assert paragraph_level("\u08ff"[:0] + "\ufdff") == 0  # a symbol: no direction
    assert paragraph_level("\U00010d4a") == 1  # Garay, Unicode 16
