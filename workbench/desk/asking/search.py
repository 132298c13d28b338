"""Anything on file by a few letters: articles, sources and claims, and filters by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

import msgspec

from workbench.desk.asking import nearness
from workbench.desk.asking.filters import Filters
from workbench.desk.asking.nearness import Instead
from workbench.desk.claims.articles import Articles
from workbench.desk.claims.claims import Claims
from workbench.desk.session import Session
from workbench.desk.sources.sources import Sources
from workbench.desk.types import ClaimFilter

MOST = 8
"""Of each kind: what is further down is found by one more letter."""
LOOKED_AT = 5000
"""Titles compared, newest first."""
NEAR = 72
"""RapidFuzz's ``partial_ratio`` from which a title counts as meant; a letter or two may be wrong
in a word. A choice of ours, for lists of which a person picks."""


class Kind(StrEnum):
    """What was found."""

    FILTER = "filter"
    ARTICLE = "article"
    SOURCE = "source"
    CLAIM = "claim"


class Found(msgspec.Struct, frozen=True):
    """Something on file, and a word on where it is from."""

    kind: Kind
    id: int
    """Its number; 0 for a filter."""
    text: str
    note: str = ""
    language: str = ""
    denied: bool = False
    instead: tuple[Instead, ...] = ()
    """Of a claim: the words that were sought for ones that no claim has."""


class Search:
    """Everything on file at once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._articles = Articles(session)
        self._claims = Claims(session)
        self._filters = Filters(session)
        self._sources = Sources(session)

    def everywhere(self, typed: str, limit: int = MOST) -> list[Found]:
        """What may be meant: kept filters, articles and sources by title, then claims.

        Letters may be wrong in a title, and in a word that no claim has. A query with an operator
        or a quotation asks for claims alone; without anything typed, the
        kept filters and the newest articles are given.

        Args:
            typed: a few letters, or a query (see `workbench.desk.asking.query`).
            limit: at most so many of each kind.

        Raises:
            InvalidInputError: the query cannot be read; says where.
            NotFoundError: ``@name`` is no kept filter.
        """
        asked = typed.strip()
        named = [
            Found(Kind.FILTER, 0, f"@{name}", query)
            for name, query in self._filters.all().items()
            if not asked or asked.removeprefix("@") in name
        ]
        if not asked:
            newest = self._articles.list()[:limit]
            return [
                *named,
                *(Found(Kind.ARTICLE, one.id, one.title, one.publisher) for one in newest),
            ]
        if asked.startswith("@") or _is_query(asked):
            return [*named, *self._found_claims(asked, limit)]
        return [
            *named[:limit],
            *self._titles(asked, limit),
            *self._found_claims(asked, limit),
        ]

    def _titles(self, asked: str, limit: int) -> Iterable[Found]:
        articles = self._listed_articles(LOOKED_AT)
        sources = [
            Found(Kind.SOURCE, one.id, one.title or one.url, one.publisher)
            for one in self._sources.list()[:LOOKED_AT]
        ]
        return [*_nearest(asked, articles, limit), *_nearest(asked, sources, limit)]

    def _listed_articles(self, limit: int) -> list[Found]:
        return [
            Found(Kind.ARTICLE, one.id, one.title, one.publisher, one.language)
            for one in self._articles.list()[:limit]
        ]

    def meant(self, wanted: ClaimFilter) -> tuple[ClaimFilter, tuple[Instead, ...]]:
        """What a filter that finds nothing may have meant: the words that no claim has are
        replaced by the nearest that some have, in either language.

        Nothing is replaced where every word stands in a claim, or none is near.
        """
        return nearness.meant(self._session.db, wanted)

    def _found_claims(self, asked: str, limit: int) -> Iterable[Found]:
        wanted = self._filters.read(asked)
        instead: tuple[Instead, ...] = ()
        ids = self._claims.ids(wanted, "newest", most=limit)
        if not ids:
            wanted, instead = self.meant(wanted)
            ids = self._claims.ids(wanted, "newest", most=limit) if instead else ()
        for row in self._claims.rows(ids):
            yield Found(
                Kind.CLAIM,
                row.id,
                row.text,
                row.claimant,
                row.language,
                denied=row.denied,
                instead=instead,
            )


def _is_query(asked: str) -> bool:
    from workbench.desk.asking.query_tokens import tokens  # noqa: PLC0415

    return any(one.operator or one.quoted or one.negated for one in tokens(asked))


def _nearest(asked: str, among: Sequence[Found], limit: int) -> list[Found]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (only when somebody searches)

    from workbench.language.fold import fold_text  # noqa: PLC0415

    names = [fold_text(f"{one.text} {one.note}") for one in among]
    near = process.extract(
        fold_text(asked), names, scorer=fuzz.partial_ratio, limit=limit, score_cutoff=NEAR
    )
    return [among[place] for _, _, place in near]
