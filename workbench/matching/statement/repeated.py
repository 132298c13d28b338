"""Statements in the same words, which can say nothing else: a full stop, brackets and marks that
nobody sees tell nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec.structs import replace

from workbench.facets.types import Time
from workbench.language.fold import fold_text
from workbench.matching.statement.posts import plain
from workbench.matching.types import Statement

_MARKS = 24
"""Characters by which the same words differ in length at most, beside a quarter of them."""
_SILENT = re.compile(r"[()\[\]«»\"“”‘’‹›!…;؛]|(?<!\d)[,،.:]|[,،.:](?!\d)|\s+")
"""What says nothing; between figures a point or a comma does."""
_VOWELS = re.compile("[\u064e-\u0651]")
"""Short vowels and doubled letters, which part who kills from who is killed."""


def alike(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The two as one of them is read, where both have the same words; their times are their own,
    for they count from when each was said."""
    if one.language != other.language or one.text == other.text or not _may_repeat(one, other):
        return one, other
    if _said(one.text) != _said(other.text):
        return one, other
    # Names and days are not seen in a text of capitals or without one.
    if one.text in {one.text.upper(), one.text.lower()}:
        return _as(other, one), other
    return one, _as(one, other)


def _as(model: Statement, statement: Statement) -> Statement:
    times = _placed(model.facets.times, statement.facets.times, model.said == statement.said)
    return replace(statement, text=model.text, facets=replace(model.facets, times=times))


def _may_repeat(one: Statement, other: Statement) -> bool:
    """Whether the two are of about one length, which is asked of every pair."""
    here, there = len(one.text), len(other.text)
    return abs(here - there) <= _MARKS + max(here, there) // 4


@lru_cache(maxsize=256)
def _said(text: str) -> tuple[str, str]:
    """The text as it is spoken, in one run, and its vowels: what they part is told apart."""
    words = " ".join(_SILENT.sub(" ", fold_text(plain(text))).split())
    return words, "".join(_VOWELS.findall(text))


def _placed(model: tuple[Time, ...], times: tuple[Time, ...], together: bool) -> tuple[Time, ...]:
    """The times of a statement where the model has them in its text; those of the model where both
    were said ``together``."""
    if together:
        return model
    if len(model) != len(times):
        return times
    return tuple(
        replace(place, interval=time.interval, rule=time.rule)
        for place, time in zip(model, times, strict=True)
    )
