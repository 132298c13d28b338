"""Pairs in nearly the same words, by what parts them or does not.

``close.json`` has a table for each: words of a wide sense that name other kinds of it (``finer``),
forms of the same words, and other sides of the same deed (``forms``), prepositions before what two
statements share (``ways``), small words or letters that make another fact of the same words
(``verbs_apart``), what is done against what was done (``tenses``), words that only their marks tell
apart (``marks``), men and women (``persons``), and one and several (``numbers``). In each the pairs
are ``changed`` or the ``same``, or ``neither`` implies the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation

_TABLES = json.loads(Path(__file__).with_name("close.json").read_text(encoding="utf-8"))
_ALLOWED = {
    "changed": set(Relation) - {Relation.SAME, Relation.UPDATE},
    "same": {Relation.SAME},
    "neither": {Relation.RELATED},
}


def _rows() -> Iterator[object]:
    for name, table in _TABLES.items():
        for kind, pairs in table.items():
            for one, other in pairs:
                yield pytest.param(one, other, kind, id=f"{name}-{kind}-{one} | {other}")


@pytest.mark.parametrize(("one", "other", "kind"), _rows())
def test_what_parts_two_in_nearly_the_same_words(one: str, other: str, kind: str) -> None:
    assert {relation(one, other), relation(other, one)} <= _ALLOWED[kind]
