"""Which claims a list shows, as SQL over ``listing``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from workbench.language.fold import fold_text
from workbench.records.search import search_expression

Part = tuple[str, list[Any]]
"""A condition of SQL and the values of its marks."""


class ClaimFilter(msgspec.Struct, frozen=True):
    """Which claims to list; what is left empty sets no condition."""

    article_id: int | None = None
    state: str = ""
    claimant: str = ""
    """Part of the claimant's name, however it is written."""
    rating: str = ""
    text: str = ""
    """Words, or beginnings of words, of the wording, the original or the translation."""
    relation: str = ""
    include_set_aside: bool = False
    phrases: tuple[str, ...] = ()
    """Words that stand together just so in one of these, folded alike."""
    language: str = ""
    places: tuple[str, ...] = ()
    """Any of these canonical names."""
    actors: tuple[str, ...] = ()
    unit: str = ""
    figure: tuple[float, float] | None = None
    """A figure (of ``unit``) that may lie between these, both included."""
    time: tuple[str, str] | None = None
    """Speaks of a time between these days, both included (ISO 8601)."""
    published: tuple[str, str] | None = None
    """Was published between these days."""
    date: tuple[str, str] | None = None
    """Either of the two."""
    has: tuple[str, ...] = ()
    """``evidence``, ``verdict`` or ``matches`` that wait."""
    excluded: tuple[ClaimFilter, ...] = ()
    """None of these."""


def where(conditions: ClaimFilter, *, searched: bool = False, in_order: bool = False) -> Part:
    """A WHERE clause, or nothing.

    Args:
        conditions: what claims must meet.
        searched: without the search for words, which is done already.
        in_order: the index of the list's order shall be gone through, not that of states.
    """
    parts = list(_parts(conditions, searched=searched, in_order=in_order))
    if not conditions.include_set_aside and not conditions.state:
        parts.append(("state != 'set_aside'", []))
    for excluded in conditions.excluded:
        sql, values = _joined(list(_parts(excluded)))
        parts.append((f"NOT ({sql})", values))
    sql, values = _joined(parts)
    return (f" WHERE {sql}" if sql else ""), values


def _joined(parts: list[Part]) -> Part:
    return " AND ".join(sql for sql, _ in parts), [one for _, values in parts for one in values]


def words_of(wanted: ClaimFilter) -> str:
    """What is searched for in full text, as FTS5 reads it; empty where nothing is."""
    search = " ".join((wanted.text, *wanted.phrases)).strip()
    return search_expression(search) if search else ""


def _parts(
    wanted: ClaimFilter, *, searched: bool = False, in_order: bool = False
) -> Iterator[Part]:
    if wanted.article_id is not None:
        yield (
            "claim_id IN (SELECT claim_id FROM appearance WHERE article_id = ?)",
            [wanted.article_id],
        )
    for column in ("state", "rating", "relation"):
        if value := getattr(wanted, column):
            # The second half lets SQLite use an index of those that are not empty; a plus, none.
            plus = "+" if in_order and column == "state" else ""
            yield f"({plus}{column} = ? AND {column} != '')", [str(value)]
    for name in wanted.has:
        yield _HAS[name], []
    if claimant := fold_text(wanted.claimant).strip():
        yield "instr(claimant, ?)", [claimant]
    if wanted.language:
        yield (
            "EXISTS (SELECT 1 FROM claim WHERE id = claim_id AND language = ?)",
            [wanted.language],
        )
    yield from _words(wanted, searched=searched)
    yield from _facets(wanted)


_HAS = {"evidence": "evidence > 0", "verdict": "rating != ''", "matches": "pending > 0"}


def _words(wanted: ClaimFilter, *, searched: bool) -> Iterator[Part]:
    if not searched and (words := words_of(wanted)):
        yield "claim_id IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)", [words]
    for phrase in wanted.phrases:
        # The search above has left few; only they are folded and looked at.
        yield (
            "EXISTS (SELECT 1 FROM claim WHERE id = claim_id AND"
            " instr(fold(text || char(10) || original || char(10) || translation), ?))",
            [fold_text(phrase).strip()],
        )


def _facets(wanted: ClaimFilter) -> Iterator[Part]:
    for table, names in (("place", wanted.places), ("actor", wanted.actors)):
        if names:
            marks = ", ".join("?" * len(names))
            yield f"claim_id IN (SELECT claim_id FROM {table} WHERE name IN ({marks}))", [*names]
    if wanted.figure or wanted.unit:
        unit = ("unit = ?", [wanted.unit]) if wanted.unit else ("1", [])
        low, high = wanted.figure or (float("-inf"), float("inf"))
        bounds = ("low <= ? AND high >= ?", [high, low]) if wanted.figure else ("1", [])
        sql, values = _joined([unit, bounds])
        yield f"claim_id IN (SELECT claim_id FROM quantity WHERE {sql})", values
    for days, queries in (
        (wanted.time, (_TIME,)),
        (wanted.published, _PUBLISHED),
        (wanted.date, (_TIME, *_PUBLISHED)),
    ):
        if days:
            first, last = days
            sql = " UNION ".join(queries)
            yield f"claim_id IN ({sql})", [last, first] * len(queries)


_TIME = (
    "SELECT claim_id FROM time"
    " WHERE coalesce(earliest, latest) <= ? AND coalesce(latest, earliest) >= ?"
)
"""A time without an end ("since February") is asked for by the end that it names."""
_PUBLISHED = (
    "SELECT claim_id FROM appearance WHERE article_id IN"
    " (SELECT id FROM article WHERE published_earliest <= ? AND published_latest >= ?"
    " AND published_earliest != '')",
    "SELECT claim_id FROM appearance WHERE article_id IS NULL AND published != ''"
    " AND published <= ? || '~' AND published >= ?",
)
"""Of its articles, or of appearances that are known by their date alone."""
