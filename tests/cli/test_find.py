"""Anything on file by a few letters."""

from __future__ import annotations

from tests.cli.conftest import Program
from tests.cli.test_commands import ENGLISH, add


def test_a_few_letters_find_articles_sources_claims_and_kept_queries(program: Program) -> None:
    add(program, ENGLISH, "--title", "Troop numbers")
    assert program("source", "add", "Statement of the ministry").code == 0
    assert "article" in program("find", "trop", "numbers").out  # a letter is missing
    assert "source" in program("find", "statment").out
    assert "claim" in program("find", "2,500").out
    assert program("claims", "figure:>2000", "--save", "big").code == 0
    assert "@big" in program("find", "big").out
    assert program("claims", "@big").out == program("claims", "figure:>2000").out
    assert program("find", "zzzzqqq").code == 1
    wrong = program("find", "stat:new")
    assert (wrong.code, "no operator stat:" in wrong.err) == (1, True)
