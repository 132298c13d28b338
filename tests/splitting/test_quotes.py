"""Pairs of quotation marks of every style."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.splitting.sentences.paragraphs import split_paragraphs
from workbench.splitting.sentences.quotes import find_quotes


def inner(text: str) -> list[str]:
    return [one.inner.of(text) for one in find_quotes(text, split_paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('قال "نعم" ثم "لا".', ["نعم", "لا"]),
        ("قالت «لن ننسحب» أمس", ["لن ننسحب"]),
        ("He said “yes” and ‘no’.", ["yes", "no"]),
        ("It's the dogs' and Iraq's.", []),
        ("She said “he told me 'go' and left”.", ["he told me 'go' and left"]),
        ('a "b', []),
    ],
)
def test_marks_pair_up(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_a_quotation_over_paragraphs_stays_open() -> None:
    text = "“We won.\n“We will win again,” he said."
    first, second = find_quotes(text, split_paragraphs(text))
    assert not first.closed
    assert second.closed


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab .\n\"'“”«»‘’", max_size=120))
def test_quotations_never_overlap(text: str) -> None:
    quotes = find_quotes(text, split_paragraphs(text))
    for one, other in itertools.pairwise(quotes):
        assert one.span.end <= other.span.start
    for one in quotes:
        assert one.span.contains(one.inner)
