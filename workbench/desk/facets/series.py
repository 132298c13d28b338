"""One quantity through time: the figures of claims that were matched with one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from workbench.desk.facets import unit_words
from workbench.desk.facets.figures import Figures
from workbench.desk.states import Decision
from workbench.desk.types import Figure
from workbench.desk.views import ClaimView, MatchView
from workbench.desk.words import say
from workbench.errors import InvalidInputError
from workbench.facets.interval import parse_edtf
from workbench.matching.types import Relation
from workbench.reports.view import ReportFigure, ReportSeries

_ONE_MATTER = {
    Relation.SAME,
    Relation.UPDATE,
    Relation.CONFLICT,
    Relation.NARROWER,
    Relation.BROADER,
}


def series(figures: Figures, claims: Sequence[ClaimView], language: str) -> list[ReportSeries]:
    """Figures of these claims and of those matched with them, unit by unit, where they differ in
    time or size; oldest first."""
    reported = {claim.id for claim in claims}
    found = []
    for together in _groups(claims):
        by_unit: dict[str, list[ReportFigure]] = defaultdict(list)
        for claim_id in sorted(together):
            for figure in figures.ledger(claim_id=claim_id):
                if told := _told(figure, claim_id in reported, language):
                    by_unit[figure.unit].append(told)
        found += [
            ReportSeries(_unit(unit, language), tuple(sorted(told, key=_order)))
            for unit, told in by_unit.items()
            if len({(each.since, each.until, each.low, each.high) for each in told}) > 1
        ]
    return found


def _groups(claims: Sequence[ClaimView]) -> list[set[int]]:
    """Claims that matches join, however many steps apart; only those with a figure begin one."""
    groups: list[set[int]] = []
    for claim in claims:
        if not claim.facets.quantities:
            continue
        joined = {claim.id, *_matched(claim.matches)}
        apart = [group for group in groups if not group & joined]
        groups = [*apart, joined.union(*(group for group in groups if group & joined))]
    return groups


def _matched(matches: Sequence[MatchView]) -> Iterator[int]:
    for match in matches:
        if match.relation in _ONE_MATTER and match.decision is not Decision.REJECTED:
            yield match.claim_id
            yield match.other_id


def _told(figure: Figure, reported: bool, language: str) -> ReportFigure | None:
    """The figure with the days that it may be for; nothing where either is not known."""
    when = figure.time or figure.published
    days = _days(when) or _days(figure.published)
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if days is None or not ends:
        return None
    comparator = say(f"comparator.{figure.comparator}", language)
    value = "–".join(dict.fromkeys(f"{end:,.12g}" for end in ends))
    return ReportFigure(
        when=when if _days(when) else figure.published,
        since=days[0].isoformat(),
        until=days[1].isoformat(),
        said=" ".join(filter(None, (comparator, value, _unit(figure.unit, language)))),
        low=min(ends),
        high=max(ends),
        claimant=figure.claimant,
        where=figure.article_title,
        claim=figure.claim_id,
        reported=reported,
        denied=figure.denied,
        unnamed=not figure.claimant and not figure.article_id,
    )


def _days(edtf: str) -> tuple[date, date] | None:
    """First and last day; of an open interval the end that is known."""
    try:
        interval = parse_edtf(edtf) if edtf else None
    except InvalidInputError:
        return None
    known = [] if interval is None else [interval.earliest, interval.latest]
    ends = [end for end in known if end is not None]
    return (ends[0], ends[-1]) if ends else None


def _unit(unit: str, language: str) -> str:
    return unit_words.said(unit, language)


def _order(figure: ReportFigure) -> tuple[str, str, float, int]:
    return figure.since, figure.until, figure.low, figure.claim
