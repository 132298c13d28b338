"""Claims: listed, read, and changed; every change says who, when and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.desk import codec, history, inputs, reading
from workbench.desk.claims import filing, placing, reshaping
from workbench.desk.facets import refacet
from workbench.desk.matching import pairing
from workbench.desk.session import Session
from workbench.desk.states import ClaimState
from workbench.desk.types import ClaimFilter, Part
from workbench.desk.views import ClaimRow, ClaimView, HistoryEntry
from workbench.errors import InvalidInputError, Said, not_on_file
from workbench.language.spans import Span
from workbench.records.queries import articles, claims
from workbench.records.queries.claims import Order
from workbench.splitting.types import Attribution, Speaker, SpeechKind

__all__ = ["ClaimFilter", "Claims", "Part"]


class Claims:
    """Claims on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ids(
        self,
        wanted: ClaimFilter | None = None,
        order: str | Order = Order.ARTICLE,
        *,
        most: int = 0,
    ) -> Sequence[int]:
        """The numbers of the claims that a list shows, in its order: ``article`` (by place),
        ``worth``, ``state`` or ``newest``. With ``most`` only the first so many, which are quick
        to have of the newest."""
        wanted = wanted or ClaimFilter()
        known = inputs.choice(order, tuple(Order), "order")
        return claims.ids(self._session.db, wanted, Order(known), most)

    def rows(self, claim_ids: Sequence[int]) -> list[ClaimRow]:
        """A page of a list, in the order given; claims that are gone meanwhile are left out."""
        return [reading.claim_row(row) for row in claims.page(self._session.db, claim_ids)]

    def get(self, claim_id: int) -> ClaimView:
        """A claim with everything on file about it.

        Raises:
            NotFoundError: there is no such claim.
        """
        database = self._session.db
        with database.snapshot():
            row = claims.get(database, claim_id)
            if row is None:
                raise not_on_file("claim", claim_id)
            return reading.claim_view(database, row)

    def history(self, claim_id: int) -> list[HistoryEntry]:
        """What was done to a claim, its evidence, verdicts and matches; newest first.

        Raises:
            NotFoundError: there is no such claim, and never was.
        """
        found = history.of_claim(self._session.db, claim_id)
        if not found:
            self.get(claim_id)
        return found

    def reword(self, claim_id: int, text: str, *, version: int, why: str = "") -> None:
        """Give a claim another wording. The original stays; facets and matches are found anew.

        Raises:
            InvalidInputError: the wording is empty.
            ChangedMeanwhileError: somebody has changed the claim since ``version``.
        """
        wording = inputs.needed(text, "wording")
        with self._session.change("claim reworded", why, wording) as change:
            own = refacet.own_columns(change, change.get("claim", claim_id), wording)
            if change.update("claim", claim_id, expected=version, text=wording, **own):
                pairing.file_matches(self._session, change, [claim_id])

    def set_claimant(self, claim_id: int, claimant: str, *, version: int, why: str = "") -> None:
        """Say who is answerable for a claim; nothing for the outlet itself.

        Raises:
            ChangedMeanwhileError: somebody has changed the claim since ``version``.
        """
        name = inputs.words(claimant, "claimant")
        self._update("claim attributed", {claim_id: version}, why, {"claimant": name})

    def translate(self, claim_id: int, text: str, translator: str, *, version: int) -> None:
        """Put a translation beside a claim, with who made it.

        Raises:
            InvalidInputError: the translation is given without a translator.
            ChangedMeanwhileError: somebody has changed the claim since ``version``.
        """
        given = inputs.words(text, "translation")
        by = inputs.needed(translator, "translator") if given else ""
        values = {"translation": given, "translator": by}
        self._update("claim translated", {claim_id: version}, "", values)

    def set_aside(self, claim_id: int, reason: str, *, version: int) -> None:
        """Put a claim out of the work, with a reason. It stays on file, and is found by nobody.

        Raises:
            InvalidInputError: there is no reason.
            ChangedMeanwhileError: somebody has changed the claim since ``version``.
        """
        self.set_aside_all({claim_id: version}, reason)

    def set_aside_all(self, versions: Mapping[int, int], reason: str) -> None:
        """Put several claims out of the work in one change, so that one `undo` takes all back.

        Args:
            versions: each claim, and its version as it was read.
            reason: why none of them is to be checked.

        Raises:
            InvalidInputError: there is no reason.
            ChangedMeanwhileError: somebody has changed one of them since.
        """
        why = inputs.needed(reason, "reason", "Say why it is not to be checked.")
        values = {"state": "set_aside", "state_reason": why}
        self._update("claim set aside", versions, why, values)

    def reopen(self, claim_id: int, *, version: int, why: str = "") -> None:
        """Take a claim back into the work.

        Raises:
            InvalidInputError: it is not set aside.
            ChangedMeanwhileError: somebody has changed the claim since ``version``.
        """
        self.reopen_all({claim_id: version}, why=why)

    def reopen_all(self, versions: Mapping[int, int], *, why: str = "") -> None:
        """Take several claims, each with its version as it was read, back into the work.

        Raises:
            InvalidInputError: one of them is not set aside.
            ChangedMeanwhileError: somebody has changed one of them since.
        """
        with self._session.change("claim reopened", why) as change:
            for claim_id, version in versions.items():
                row = change.get("claim", claim_id)
                if row["state"] != "set_aside":
                    raise InvalidInputError(
                        "claim {claim_id} is not set aside",
                        hint="Only a claim that was set aside is reopened.",
                        claim_id=claim_id,
                    )
                change.summary = change.summary or row["text"]
                change.update("claim", claim_id, expected=version, state="new", state_reason="")
            pairing.file_matches(self._session, change, list(versions))

    def set_state(
        self, claim_id: int, state: ClaimState, *, version: int, why: str = "", override: str = ""
    ) -> None:
        """Say where a claim is in the work. It says nothing of its truth.

        Args:
            claim_id: the claim.
            state: where it is from now on.
            version: as it was read.
            why: the reason, for the journal.
            override: the reason for publishing it although it does not meet the desk's gate.

        Raises:
            InvalidInputError: it would be published without a verdict in force, or is set aside.
            GateClosedError: it would be published without meeting the gate, and no reason is given.
            ChangedMeanwhileError: somebody has changed the claim since ``version``.
        """
        self.set_states({claim_id: version}, state, why=why, override=override)

    def set_states(
        self, versions: Mapping[int, int], state: ClaimState, *, why: str = "", override: str = ""
    ) -> None:
        """Say of several claims, each with its version as it was read, where they are in the work.

        Raises:
            InvalidInputError: one would be published without a verdict in force, or is set aside.
            GateClosedError: one would be published without meeting the gate or a reason given.
            ChangedMeanwhileError: somebody has changed one of them since.
        """
        state = ClaimState(state)
        with self._session.change(f"claim {state}", why or override) as change:
            for claim_id, version in versions.items():
                row = change.get("claim", claim_id)
                change.summary = change.summary or row["text"]
                if ClaimState.SET_ASIDE in {state, row["state"]}:
                    raise _in_one_step(claim_id, row["state"], state)
                if state is ClaimState.PUBLISHED and row["state"] != state:
                    from workbench.desk.checking import publishing  # noqa: PLC0415 (few publish)

                    publishing.pass_gate(self._session, change, claim_id, override)
                change.update("claim", claim_id, expected=version, state=str(state))

    def add(
        self,
        article_id: int,
        segments: Sequence[Span],
        text: str | None = None,
        claimant: str | None = None,
        why: str = "",
    ) -> int:
        """Make a claim by hand of words selected in an article, and match it.

        Args:
            article_id: the article.
            segments: where the words stand.
            text: self-contained wording; the words themselves where it is not given.
            claimant: who says so; the outlet where it is not given.
            why: the reason, for the journal.

        Raises:
            InvalidInputError: the segments are no place in the text.
            NotFoundError: there is no such article.
        """
        article = articles.get(self._session.db, article_id)
        if article is None:
            raise not_on_file("article", article_id)
        filing.check_segments(article["text"], segments)
        quote = filing.quote_of(article["text"], segments)
        wording = inputs.needed(text or quote, "wording")
        name = inputs.words(claimant or "", "claimant")
        language = refacet.language_of(wording)
        facets = refacet.facets_of(wording, language, article["published"])
        attribution = Attribution(SpeechKind.INDIRECT, (Speaker(name),)) if name else Attribution()
        with self._session.change("claim added", why, wording) as change:
            claim_id = change.insert(
                "claim",
                uid=self._session.new_uid(),
                text=wording,
                original=wording,
                language=language,
                claimant=name,
                kind=str(facets.modality),
                facets=codec.dump(facets),
                proposed_by="hand",
                created_at=self._session.stamp(),
                created_by=self._session.actor,
            )
            placed = refacet.facets_in(article["text"], segments, language, article["published"])
            filing.file_appearance(
                change,
                claim_id,
                article_id,
                article["text"],
                segments,
                attribution=attribution,
                facets=placed,
            )
            pairing.file_matches(self._session, change, [claim_id])
        return claim_id

    def split(
        self, claim_id: int, parts: Sequence[Part], *, version: int, why: str = ""
    ) -> list[int]:
        """Split a claim into several; it is set aside and names them.

        Raises:
            InvalidInputError: there are fewer than two parts, or one is empty or has no place.
            ChangedMeanwhileError: somebody has changed the claim since ``version``.
        """
        return reshaping.split(self._session, claim_id, parts, version, why)

    def move(
        self,
        claim_id: int,
        segments: Sequence[Span],
        *,
        version: int,
        appearance_id: int | None = None,
        why: str = "",
    ) -> None:
        """Say anew where a claim stands in its article: longer, shorter, or elsewhere.

        A wording that was the quote itself follows it; any other stays as it is. The facets of
        the place are read anew, but for what a person said of them; matches are found anew.

        Args:
            claim_id: the claim.
            segments: where its words stand, in code points of the article's text.
            version: the version that this is an edit of.
            appearance_id: of which appearance; the first without it.
            why: the reason, for the journal.

        Raises:
            InvalidInputError: the segments are no place in the text, or it stands in no article.
            ChangedMeanwhileError: somebody has changed the claim since ``version``.
        """
        with self._session.change("claim moved", why) as change:
            claim = change.get("claim", claim_id)
            change.summary = claim["text"]
            placing.move(change, claim, segments, appearance_id, version)
            pairing.file_matches(self._session, change, [claim_id])

    def merge(self, claim_ids: Sequence[int], *, text: str | None = None, why: str = "") -> int:
        """Merge claims into the first, which gains their appearances and evidence.

        The others are set aside and name it; their verdicts stay with them.

        Raises:
            InvalidInputError: there are fewer than two different claims.
            NotFoundError: one of them is not on file.
        """
        return reshaping.merge(self._session, claim_ids, text, why)

    def _update(
        self, action: str, versions: Mapping[int, int], why: str, values: dict[str, Any]
    ) -> None:
        with self._session.change(action, why) as change:
            for claim_id, version in versions.items():
                change.summary = change.summary or change.get("claim", claim_id)["text"]
                change.update("claim", claim_id, expected=version, **values)


def _in_one_step(claim_id: int, before: str, after: str) -> InvalidInputError:
    return InvalidInputError(
        "claim {claim_id} does not go from {before} to {after} in one step",
        hint="Set a claim aside with a reason; reopen one that is set aside.",
        claim_id=claim_id,
        before=Said(before),
        after=Said(after),
    )
