"""Figures: one quantity across articles, claimants and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.desk.session import Session
from workbench.desk.types import Figure
from workbench.facets.types import Comparator
from workbench.records.queries import radar, sources
from workbench.records.sqlite import Row

if TYPE_CHECKING:
    from workbench.desk.facets.tracing import Series


class Figures:
    """Figures on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ledger(self, unit: str | None = None, claim_id: int | None = None) -> list[Figure]:
        """The figures in order of publication.

        Args:
            unit: only those of this canonical unit (``person``, ``percent``, ``USD``).
            claim_id: only those of this claim, wherever it stands.
        """
        return [_figure(row) for row in sources.figures(self._session.db, unit, claim_id)]

    def series(self, unit: str | None = None, claim_id: int | None = None) -> list[Series]:
        """One quantity after the other, each through time, with what is to be noticed.

        Args:
            unit: only those of this canonical unit.
            claim_id: only the quantities of this claim, wherever else they are counted.
        """
        from workbench.desk.facets import tracing  # noqa: PLC0415 (few commands follow figures)

        database = self._session.db
        with database.snapshot():
            found = tracing.series(self.ledger(unit), radar.alike(database))
        if claim_id is None:
            return found
        return [
            each
            for each in found
            if any(noted.figure.claim_id == claim_id for noted in each.figures)
        ]


def _figure(row: Row) -> Figure:
    low, high = _ends(row)
    return Figure(
        claim_id=row["claim_id"],
        text=row["text"],
        article_id=row["article_id"],
        article_title=row["article_title"],
        published=row["published"],
        claimant=row["claimant"],
        figure=_digits(low, high),
        low=low,
        high=high,
        comparator=row["comparator"],
        unit=row["unit"],
        counted=row["counted"],
        surface=row["surface"],
        time=row["edtf"] or "",
        language=row["language"],
        denied=bool(row["denied"]),
        place=row["places"] or "",
        evidence=row["evidence"],
    )


def _ends(row: Row) -> tuple[float | None, float | None]:
    """The least and most that is said; of a vague count ("hundreds") no number is."""
    is_vague = row["comparator"] == Comparator.ABOUT and None in (row["low"], row["high"])
    return (None, None) if is_vague else (row["low"], row["high"])


def _digits(low: float | None, high: float | None) -> str:
    ends = [f"{end:.15g}" for end in dict.fromkeys((low, high)) if end is not None]
    return "–".join(ends)
