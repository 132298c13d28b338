"""Matches: what was found, and what a person says of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workbench.desk import inputs, reading
from workbench.desk.facets import telling
from workbench.desk.matching import pairing
from workbench.desk.matching.families import Families
from workbench.desk.session import Session
from workbench.desk.states import Decision
from workbench.desk.types import Offer, ScreenedClaim, ScreenedMatch
from workbench.desk.views import MatchView
from workbench.errors import InvalidInputError, not_on_file
from workbench.facets.types import Clock
from workbench.intake.types import IncomingArticle
from workbench.matching.statement.stated import stated
from workbench.matching.types import Comparison, Statement
from workbench.records.queries import claims, matches
from workbench.splitting.types import DraftClaim

if TYPE_CHECKING:
    from workbench.desk.matching.screening import Document, Screened


class Matches:
    """Matches on file. Confirming one links two claims; it never copies a verdict."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def pending(self, limit: int | None = None) -> list[MatchView]:
        """Matches that wait for a decision, the gravest first."""
        return [reading.match_view(row) for row in matches.pending(self._session.db, limit)]

    def of(self, claim_id: int) -> list[MatchView]:
        """All matches of a claim, those that wait first."""
        return [reading.match_view(row) for row in matches.of_claim(self._session.db, claim_id)]

    def get(self, match_id: int) -> MatchView:
        """A match.

        Raises:
            NotFoundError: there is no such match.
        """
        row = matches.get(self._session.db, match_id)
        if row is None:
            raise not_on_file("match", match_id)
        return reading.match_view(row)

    def confirm(self, match_id: int, why: str = "") -> None:
        """Say that the two belong together. An earlier verdict is offered, never copied."""
        self._decide(match_id, Decision.CONFIRMED, why)

    def offers(self, match_id: int) -> list[Offer]:
        """The verdicts in force that a match offers to its newer claim, the newest first.

        The earlier claim's own, and those of its family; with the time each holds for and its
        age, for a person to look whether it holds here too.

        Raises:
            NotFoundError: there is no such match.
        """
        match = self.get(match_id)
        return Families(self._session).around(match.other_id, match.claim_id)

    def reject(self, match_id: int, why: str) -> None:
        """Say that the two do not belong together.

        It is remembered: the pair returns only when a wording or a facet has changed.

        Raises:
            InvalidInputError: there is no reason.
        """
        reason = inputs.needed(why, "reason", "Say why the two do not belong together.")
        self._decide(match_id, Decision.REJECTED, reason)

    def unsure(self, match_id: int, why: str = "") -> None:
        """Leave it for somebody else."""
        self._decide(match_id, Decision.UNSURE, why)

    def reopen(self, match_id: int, why: str = "") -> None:
        """Let it wait for a decision again."""
        with self._session.change("match reopened", why) as change:
            row = change.get("match", match_id)
            change.summary = change.get("claim", row["claim_id"])["text"]
            change.update("match", match_id, **pairing.undecided())

    def screen(self, incoming: IncomingArticle) -> list[ScreenedClaim]:
        """What is on file about the claims of a text that is not to be filed."""
        session = self._session
        splitting = session.splitter().split(
            incoming.text, Clock(incoming.published), incoming.publisher
        )
        published = incoming.published.edtf if incoming.published else ""
        statements = [_statement(draft, published) for draft in splitting.claims]
        found = session.matcher.screen(session.db, statements)
        return [
            ScreenedClaim(
                text=draft.text,
                quote=draft.quote,
                segments=draft.segments,
                claimant=_claimant(draft),
                found=self._screened(pairs),
                language=draft.language,
                denied=telling.denies(draft.attribution, draft.facets),
            )
            for draft, pairs in zip(splitting.claims, found, strict=True)
        ]

    def screen_all(
        self,
        documents: Iterable[Document],
        *,
        said: Mapping[str, Any] | None = None,
        encoding: str = "",
        jobs: int = 0,
    ) -> Iterator[Screened]:
        """What is on file about each of many documents, in their order, filing none.

        Args:
            documents: as they come; see `workbench.desk.matching.screening`.
            said: what holds for all of them (``publisher``, ``published``…).
            encoding: of files; told from their bytes otherwise.
            jobs: processes to work in; 0 for as many as there are processors.
        """
        from workbench.desk.matching.screening import screen_all  # noqa: PLC0415 (few commands need it)

        session = self._session
        session.matcher.screen(session.db, ())  # mends the index once, not in every process
        path = session.store.path
        return screen_all(
            path,
            documents,
            said=said or {},
            encoding=encoding,
            jobs=jobs,
            matcher=session.matcher,
        )

    def _screened(self, pairs: list[tuple[int, Comparison]]) -> tuple[ScreenedMatch, ...]:
        rows = {
            row["id"]: row for row in claims.page(self._session.db, [pair[0] for pair in pairs])
        }
        return tuple(
            ScreenedMatch(
                claim_id=claim_id,
                text=rows[claim_id]["text"],
                claimant=rows[claim_id]["claimant"],
                rating=rows[claim_id]["rating"],
                relation=comparison.relation,
                probability=comparison.probability,
                similarity=comparison.similarity,
                reasons=comparison.reasons,
                language=rows[claim_id]["language"],
                denied=bool(rows[claim_id]["denied"]),
            )
            for claim_id, comparison in pairs
            if claim_id in rows  # or somebody has taken it off the file in this moment
        )

    def decide(self, match_ids: Sequence[int], decision: Decision, why: str = "") -> None:
        """Say the same of several matches in one change, so that one `undo` takes all back.

        Raises:
            InvalidInputError: they are rejected without a reason, or taken back to waiting.
            NotFoundError: one of them is not on file.
        """
        decision = Decision(decision)
        if decision is Decision.PENDING:
            raise InvalidInputError("no decision is given", hint="Reopen a match instead.")
        if decision is Decision.REJECTED:
            inputs.needed(why, "reason", "Say why the two do not belong together.")
        session = self._session
        reason = inputs.words(why, "reason")
        with session.change(f"match {decision}", reason) as change:
            for match_id in match_ids:
                row = change.get("match", match_id)
                if not change.summary:
                    change.summary = change.get("claim", row["claim_id"])["text"]
                change.update(
                    "match",
                    match_id,
                    decision=str(decision),
                    decided_by=session.actor,
                    decided_at=session.stamp(),
                    decision_reason=reason,
                )

    def _decide(self, match_id: int, decision: Decision, why: str) -> None:
        self.decide([match_id], decision, why)


def _claimant(draft: DraftClaim) -> str:
    return draft.attribution.chain[0].name if draft.attribution.chain else ""


def _statement(draft: DraftClaim, published: str) -> Statement:
    return stated(
        text=draft.text,
        language=draft.language,
        facets=draft.facets,
        claimant=_claimant(draft),
        said=draft.attribution.spoken or published,
    )
