"""Links between claims that matching does not make: "the minister said X" is not "X"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.desk import inputs
from workbench.desk.session import Session
from workbench.errors import InvalidInputError, NotFoundError
from workbench.records.queries import checks


class LinkKind(StrEnum):
    """How a claim stands to the other."""

    ATTRIBUTION_OF = "attribution_of"
    """It says that somebody said the other. Each has a verdict of its own: that he said it may
    be true while what he said is false."""


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link as one of its two claims sees it."""

    id: int
    kind: LinkKind
    forward: bool
    """The claim that was asked about is the one that the link starts from: it says that the other
    was said. Otherwise the other says that this one was."""
    claim_id: int
    """The other claim."""
    text: str
    language: str
    rating: str
    """Of the other's verdict in force, or nothing. It is told, not taken over."""
    note: str
    by: str
    denied: bool = False
    """The other's claimant denies what its wording says; see `ClaimRow.denied`."""


class Links:
    """Links on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, claim_id: int) -> list[LinkView]:
        """The links of a claim, from either side."""
        return [
            LinkView(
                id=row["id"],
                kind=LinkKind(row["kind"]),
                forward=bool(row["forward"]),
                claim_id=row["far_id"],
                text=row["text"],
                language=row["language"],
                rating=row["rating"],
                note=row["note"],
                by=row["added_by"],
                denied=bool(row["denied"]),
            )
            for row in checks.links(self._session.db, claim_id)
        ]

    def add(self, claim_id: int, kind: LinkKind, other_id: int, *, note: str = "") -> int:
        """Link two claims.

        Args:
            claim_id: the claim that the link starts from: "the minister said X".
            kind: how it stands to the other.
            other_id: the other: "X".
            note: anything a reader should know of it.

        Raises:
            NotFoundError: one of the claims is not on file.
            InvalidInputError: they are one claim, or linked already, in either direction.
        """
        inputs.choice(kind, tuple(LinkKind), "link")
        if claim_id == other_id:
            raise InvalidInputError("a claim is not linked to itself")
        session = self._session
        with session.change("claims linked", note) as change:
            change.summary = change.get("claim", claim_id)["text"]
            change.get("claim", other_id)
            for pair in ((claim_id, other_id), (other_id, claim_id)):
                if checks.link(change.db, *pair, str(kind)):
                    raise InvalidInputError(
                        "claims {claim_id} and {other_id} are linked already",
                        claim_id=claim_id,
                        other_id=other_id,
                    )
            return change.insert(
                "link",
                uid=session.new_uid(),
                claim_id=claim_id,
                other_id=other_id,
                kind=str(kind),
                note=inputs.words(note, "note"),
                added_at=session.stamp(),
                added_by=session.actor,
            )

    def remove(self, claim_id: int, other_id: int, *, why: str = "") -> None:
        """Take the link between two claims away; the journal keeps it.

        Raises:
            NotFoundError: they are not linked.
        """
        with self._session.change("link removed", why) as change:
            change.summary = change.get("claim", claim_id)["text"]
            for row in checks.links(change.db, claim_id):
                if row["far_id"] == other_id:
                    change.delete("link", row["id"])
                    return
            raise NotFoundError(
                "claims {claim_id} and {other_id} are not linked",
                claim_id=claim_id,
                other_id=other_id,
            )
