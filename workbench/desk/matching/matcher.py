"""The desk's matcher: the matching room over the index in the claim store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from workbench.desk.matching.pairing import load_as_filed, load_statements, load_wordings
from workbench.desk.session import FoundMatch, Progress, silent
from workbench.matching.types import Comparison, Relation, Statement
from workbench.records.index import SqlPostings
from workbench.records.queries import claims as queries
from workbench.records.sqlite import Database

if TYPE_CHECKING:
    from workbench.matching.candidates.index import ClaimIndex
    from workbench.matching.candidates.postings import Gathered
    from workbench.matching.candidates.summing import Summing
    from workbench.matching.rerank import Reranker

ALL_PAIRS = 150
"""Claims of one article that are compared each with each; in a longer one the index chooses."""
_BATCH = 200_000
"""Claims indexed at once: the more, the less each costs."""
_LOADED = 2000
"""Claims whose facets are in memory at once."""


class IndexMatcher:
    """Finds claims by the index and compares them by their facets.

    The matching room is imported when it is first needed: RapidFuzz, NumPy and the lexicons cost
    more at start-up than most commands take.
    """

    def __init__(self, semantic: str = "", renewing: Progress = silent) -> None:
        """Match by words and facets, and by meaning as well where a re-ranker is named.

        Args:
            semantic: a folder with a sentence model, or ``name:…`` of a plug-in.
            renewing: told how far it is while an index of other rules is rebuilt in passing.
        """
        self._semantic = semantic
        self._renewing = renewing
        self._summing: Summing | None = None

    def __reduce__(self) -> tuple[type[IndexMatcher], tuple[str]]:
        """In another process it finds the same, and tells nobody."""
        return IndexMatcher, (self._semantic,)

    def refresh(self, database: Database, claims: Sequence[int]) -> None:
        """Index these claims as they are now; those gone or set aside are taken out.

        Call it once for many: a hundred thousand at once cost a third of as many one by one.
        """
        index = _index(database)
        if index.stale:
            self.rebuild(database, self._renewing)
            return
        for start in range(0, len(claims), _BATCH):
            batch = claims[start : start + _BATCH]
            terms = dict(_terms(database, batch))
            index.remove([claim for claim in batch if claim not in terms])
            index.add(list(terms.items()))

    def filing(self, database: Database) -> IndexFiling:
        """Begin to index claims that are filed by the thousand."""
        return IndexFiling(database)

    def find(self, database: Database, claims: Sequence[int]) -> list[FoundMatch]:
        """What is on file for these claims, one another included; the newer claim first."""
        statements = load_statements(database, claims)
        ids = list(statements)
        pairs = self._among(statements) if len(ids) <= ALL_PAIRS else {}
        own = frozenset(ids) if len(ids) <= ALL_PAIRS else frozenset()
        found = self._on_file(database, list(statements.values()), [own | {one} for one in ids])
        for claim, hits in zip(ids, found, strict=True):
            for other, comparison in hits:
                pair = (max(claim, other), min(claim, other))
                turned = comparison if claim > other else _turned(comparison)
                pairs.setdefault(pair, turned)
        articles = queries.articles_of(
            database, sorted({claim for pair in pairs for claim in pair})
        )
        return [
            FoundMatch(newer, older, comparison)
            for (newer, older), comparison in sorted(pairs.items())
            if comparison.relation is not Relation.RELATED
            or articles[newer] is None
            or articles[newer] != articles[older]  # of one article it goes without saying
        ]

    def screen(
        self, database: Database, statements: Sequence[Statement]
    ) -> list[list[tuple[int, Comparison]]]:
        """For each statement that is not on file: the claims on file, best first."""
        passed_over: list[frozenset[int]] = [frozenset()] * len(statements)
        return self._on_file(database, statements, passed_over, loosely=True)

    def rebuild(self, database: Database, progress: Progress) -> int:
        """Index every claim anew, and say how many."""
        ids = queries.all_ids(database)
        _index(database).rebuild(_told(_terms(database, ids), len(ids), progress))
        return len(ids)

    def stale(self, database: Database) -> bool:
        """Whether the index was built by other rules and must be rebuilt."""
        return _index(database).stale

    def _among(self, statements: dict[int, Statement]) -> dict[tuple[int, int], Comparison]:
        from workbench.matching.match import within  # noqa: PLC0415

        ids = list(statements)
        return {
            (ids[pair.second], ids[pair.first]): pair.comparison
            for pair in within(list(statements.values()))
        }

    def _on_file(
        self,
        database: Database,
        statements: Sequence[Statement],
        passed_over: Sequence[frozenset[int]],
        *,
        loosely: bool = False,
    ) -> list[list[tuple[int, Comparison]]]:
        from workbench.matching.candidates.index import DamagedIndexError  # noqa: PLC0415
        from workbench.matching.candidates.summing import Summing  # noqa: PLC0415

        try:
            summing = self._summing = self._summing or Summing()
            stale = self.stale(database)
            index = self._renewed(database) if stale else _index(database, summing)
            return self._matched(database, index, statements, passed_over, loosely=loosely)
        except DamagedIndexError:
            index = self._renewed(database)
            return self._matched(database, index, statements, passed_over, loosely=loosely)

    def _matched(
        self,
        database: Database,
        index: ClaimIndex,
        statements: Sequence[Statement],
        passed_over: Sequence[frozenset[int]],
        *,
        loosely: bool,
    ) -> list[list[tuple[int, Comparison]]]:
        from workbench.desk.matching.tuning import thresholds  # noqa: PLC0415
        from workbench.matching.match import match_statements  # noqa: PLC0415

        found: list[list[tuple[int, Comparison]]] = [[] for _ in statements]
        with database.snapshot():
            for hit in match_statements(
                statements,
                index,
                lambda ids: load_statements(database, ids),
                skim=lambda ids: load_wordings(database, ids),
                passed_over=dict(enumerate(passed_over)),
                thresholds=thresholds(database),
                reranker=self._reranker(),
                loosely=loosely,
            ):
                found[hit.new].append((hit.claim, hit.comparison))
        return found

    def _reranker(self) -> Reranker | None:
        if not self._semantic:
            return None
        from workbench.models.rerankers import load_reranker  # noqa: PLC0415

        return load_reranker(self._semantic)

    def _renewed(self, database: Database) -> ClaimIndex:
        """The index rebuilt: on file where that can be written, else for this once in memory."""
        if database.read_only:
            return _in_memory(database, self._renewing)
        if database.in_transaction:
            self.rebuild(database, self._renewing)
        else:
            with database.writing():
                self.rebuild(database, self._renewing)
        return _index(database)


class IndexFiling:
    """Claims just filed, indexed by the terms given and so many at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._named: list[str] = []
        self._gathered: Gathered | None = None

    def number(self, first: int, terms: Sequence[str]) -> None:
        """Further terms, numbered from ``first`` on; with 0 numbering begins anew."""
        if first == 0:
            self.flush()
            self._named = []
        self._named.extend(terms)

    def add(self, claims: Sequence[int], terms: Sequence[bytes]) -> None:
        """Further claims, which the index learns of when enough have come, or with `flush`."""
        from workbench.matching.candidates.postings import Gathered  # noqa: PLC0415

        if self._gathered is None:
            self._gathered = Gathered(self._named)
        self._gathered.add_many(claims, terms)
        if len(self._gathered) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Index what was added. It must come before any of these claims is refreshed."""
        if self._gathered is None:
            return
        index = _index(self._database)
        if index.stale:
            index.rebuild(())
        index.add_gathered(self._gathered)
        self._gathered = None


def _terms(database: Database, claims: Sequence[int]) -> Iterator[tuple[int, list[str]]]:
    """The terms of those claims that can be found."""
    from workbench.matching.candidates.terms import index_terms  # noqa: PLC0415

    for start in range(0, len(claims), _LOADED):
        statements = load_as_filed(database, claims[start : start + _LOADED])
        yield from ((claim, index_terms(each)) for claim, each in statements.items())


def _told(
    claims: Iterator[tuple[int, list[str]]], total: int, progress: Progress
) -> Iterator[tuple[int, list[str]]]:
    """The same claims, with word of how many were read."""
    for done, claim in enumerate(claims):
        if done % _LOADED == 0:
            progress(done, total)
        yield claim
    progress(total, total)


def _index(database: Database, summing: Summing | None = None) -> ClaimIndex:
    from workbench.matching.candidates.index import ClaimIndex  # noqa: PLC0415
    from workbench.matching.candidates.terms import VERSION  # noqa: PLC0415

    return ClaimIndex(SqlPostings(database), VERSION, summing)


def _in_memory(database: Database, progress: Progress) -> ClaimIndex:
    from workbench.matching.candidates.index import ClaimIndex  # noqa: PLC0415
    from workbench.matching.candidates.memory import MemoryPostings  # noqa: PLC0415
    from workbench.matching.candidates.terms import VERSION  # noqa: PLC0415

    index = ClaimIndex(MemoryPostings(), VERSION)
    ids = queries.all_ids(database)
    index.rebuild(_told(_terms(database, ids), len(ids), progress))
    return index


def _turned(comparison: Comparison) -> Comparison:
    """The same comparison with the other claim as the new one."""
    from workbench.matching.reasons import turned  # noqa: PLC0415

    opposite = {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}
    return replace(
        comparison,
        relation=opposite.get(comparison.relation, comparison.relation),
        reasons=tuple(
            replace(reason, key=turned(reason.key), here=reason.there, there=reason.here)
            for reason in comparison.reasons
        ),
    )
