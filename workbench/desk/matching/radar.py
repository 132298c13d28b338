"""The radar: what on file cannot all be right, with both sides and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from workbench.desk import codec, reading
from workbench.desk.facets import telling
from workbench.desk.matching.families import clusters
from workbench.desk.session import Session
from workbench.desk.states import Decision
from workbench.desk.views import VerdictView
from workbench.desk.words import say
from workbench.errors import InvalidInputError
from workbench.facets.interval import parse_edtf
from workbench.matching.statement.stated import stated
from workbench.matching.types import Reason, Relation, Statement
from workbench.records.queries import claims, matches, radar
from workbench.records.sqlite import Row

_HOLDS = frozenset({"true", "mostly_true"})
_FAILS = frozenset({"false", "mostly_false", "misleading", "altered"})
MOST = 500
"""Conflicts told at once, those that a person confirmed first."""


class Kind(StrEnum):
    """What is at odds with what."""

    VERDICTS = "verdicts"
    """Claims that are confirmed to say the same have contradictory verdicts."""
    CLAIMS = "claims"
    """Two claims on file cannot both hold."""
    ARTICLE = "article"
    """One article says both."""
    WORDING = "wording"
    """A claim's wording says otherwise than the words it stands in."""


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Two things on file that cannot both be right."""

    kind: Kind
    claim_id: int
    text: str
    language: str
    other_id: int
    """The same claim where its wording is at odds with its own article."""
    other_text: str
    other_language: str
    reason: Reason | None
    """The facet that decided; nothing where it is the verdicts."""
    ratings: tuple[str, str] = ("", "")
    denied: bool = False
    """Its claimant denies what the wording says; see `ClaimRow.denied`."""
    other_denied: bool = False
    confirmed: bool = False
    """A person confirmed that the two are at odds, or say the same."""

    def says(self, language: str = "en") -> str:
        """Why they cannot both be right, in words."""
        if self.reason is not None:
            return telling.reason(self.reason, language)
        here, there = (say(f"rating.{rating}", language) for rating in self.ratings)
        return say("radar_says.verdicts", language, here=here, there=there)


class Radar:
    """Inconsistencies on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self, limit: int = MOST) -> list[Inconsistency]:
        """Everything at odds: verdicts first, then wordings, articles and claims."""
        with self._session.db.snapshot():
            return [*self._verdicts(), *self._wordings(), *self._conflicts(limit)]

    def _verdicts(self) -> Iterator[Inconsistency]:
        database = self._session.db
        for group in clusters(matches.confirmed_same(database)):
            views = {
                row["claim_id"]: reading.verdict_view(row)
                for row in radar.in_force(database, group)
            }
            for one, two in combinations(sorted(views), 2):
                if contradict(views[one], views[two]):
                    yield self._pair(one, two, (views[one].rating, views[two].rating))

    def _pair(self, one: int, two: int, ratings: tuple[str, str]) -> Inconsistency:
        here, there = claims.page(self._session.db, [one, two])
        return Inconsistency(
            Kind.VERDICTS,
            one,
            here["text"],
            here["language"],
            two,
            there["text"],
            there["language"],
            None,
            ratings,
            denied=bool(here["denied"]),
            other_denied=bool(there["denied"]),
            confirmed=True,
        )

    def _wordings(self) -> Iterator[Inconsistency]:
        reworded = radar.reworded(self._session.db)
        if not reworded:
            return
        from workbench.matching.compare import compare  # noqa: PLC0415 (loads the lexicons)

        for row in reworded:
            said = _statement(row, row["text"], row["facets"])
            stands = _statement(row, row["quote"], row["place_facets"])
            comparison = compare(said, stands)
            if comparison.relation is Relation.CONFLICT:
                yield Inconsistency(
                    Kind.WORDING,
                    row["id"],
                    row["text"],
                    row["language"],
                    row["id"],
                    row["quote"],
                    row["language"],
                    comparison.reasons[0],
                )

    def _conflicts(self, limit: int) -> Iterator[Inconsistency]:
        found = [reading.match_view(row) for row in matches.conflicts(self._session.db, limit)]
        for match in sorted(found, key=lambda each: not each.same_article):
            yield Inconsistency(
                Kind.ARTICLE if match.same_article else Kind.CLAIMS,
                match.claim_id,
                match.text,
                match.language,
                match.other_id,
                match.other_text,
                match.other_language,
                match.reasons[0] if match.reasons else None,
                denied=match.denied,
                other_denied=match.other_denied,
                confirmed=match.decision is Decision.CONFIRMED,
            )


def contradict(one: VerdictView, two: VerdictView) -> bool:
    """Whether two verdicts cannot both stand on what is the same claim.

    Verdicts that hold for times apart do not contradict each other.
    """
    sides = {_side(one.rating), _side(two.rating)}
    return sides == {True, False} and _one_time(one.holds, two.holds)


def _side(rating: str) -> bool | None:
    return True if rating in _HOLDS else False if rating in _FAILS else None


def _one_time(one: str, two: str) -> bool:
    try:
        return not (one and two) or parse_edtf(one).overlaps(parse_edtf(two))
    except InvalidInputError:  # as an import gave it: then nothing says that they are apart
        return True


def _statement(row: Row, text: str, facets: str) -> Statement:
    return stated(
        text=text,
        language=row["language"],
        facets=codec.facets(facets),
        claimant=row["claimant"],
        said="",
    )
