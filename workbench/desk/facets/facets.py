"""Facets as a person corrects them: what was misread is put right, and stays so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from workbench.desk import codec
from workbench.desk.matching import pairing
from workbench.desk.session import Session
from workbench.errors import InvalidInputError, NotFoundError, Said, not_on_file
from workbench.facets.corrections import Value, corrected, list_of
from workbench.facets.types import Facets as Read
from workbench.facets.types import Modality, Polarity
from workbench.records.change import Change
from workbench.records.queries import claims
from workbench.records.sqlite import Row

GONE = Said("that facet is not there any more")


class _Owner(msgspec.Struct, frozen=True):
    """The row whose facets are corrected, and its text."""

    record: str
    row: Row
    text: str

    @property
    def read(self) -> Read:
        return codec.facets(self.row["facets"]) if self.row["facets"] else Read()


class Facets:
    """What claims say, in typed values.

    A claim that was reworded has facets of its own; any other has those of its first appearance.
    Each further appearance has its own as well, and is corrected by its number.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def values(self, claim_id: int, appearance_id: int | None = None) -> list[Value]:
        """All values of a claim's facets, in the order in which they are numbered from 1."""
        owner = self._owner(claim_id, appearance_id)
        return list(listed(owner.read))

    def set(
        self,
        claim_id: int,
        facet: str,
        given: Mapping[str, str],
        *,
        instead_of: Value | None = None,
        appearance_id: int | None = None,
        why: str = "",
    ) -> None:
        """Say what a claim says: another value in the place of one that was read, or one more.

        It is a person's from then on: no later reading overwrites it. Matches are found anew.

        Args:
            claim_id: the claim.
            facet: its name, one of `facet_inputs.FACETS`.
            given: what its fields hold, as `facet_inputs.fields_of` names them.
            instead_of: the value that it takes the place of, or nothing to add one.
            appearance_id: of which appearance; the claim itself without it.
            why: the reason, for the journal.

        Raises:
            NotFoundError: there is no such claim or appearance.
            InvalidInputError: a field cannot be taken.
            ChangedMeanwhileError: ``instead_of`` is no longer what is on file.
        """
        from workbench.desk.facets import facet_inputs  # noqa: PLC0415 (most runs correct nothing)

        owner = self._owner(claim_id, appearance_id)
        value = facet_inputs.made(facet, given, owner.text)
        if instead_of is not None and type(value) is not type(instead_of):
            raise InvalidInputError(
                "a {facet} cannot take the place of another facet", facet=Said(facet)
            )
        self._correct(claim_id, appearance_id, value, instead_of, why)

    def remove(
        self, claim_id: int, value: Value, *, appearance_id: int | None = None, why: str = ""
    ) -> None:
        """Take a value away that was read where there is none. A later reading leaves it away.

        Raises:
            NotFoundError: there is no such claim or appearance.
            InvalidInputError: it is one that every claim has.
            ChangedMeanwhileError: it is no longer on file.
        """
        if isinstance(value, Polarity | Modality):
            raise InvalidInputError("every claim has a kind and a polarity", hint="Set another.")
        self._correct(claim_id, appearance_id, None, value, why)

    def _correct(
        self,
        claim_id: int,
        appearance_id: int | None,
        value: Value | None,
        instead_of: Value | None,
        why: str,
    ) -> None:
        session = self._session
        with session.change("facet corrected", why) as change:
            claim = change.get("claim", claim_id)
            change.summary = claim["text"]
            owner = self._owner(claim_id, appearance_id)
            if instead_of is not None and instead_of not in list(listed(owner.read)):
                raise change.changed_meanwhile(owner.record, owner.row, GONE)
            _write(change, owner, value, instead_of)
            main = appearance_id is None or self._owner(claim_id, None).row["id"] == appearance_id
            if isinstance(value, Modality) and main:
                change.update("claim", claim_id, kind=str(value))
            pairing.file_matches(session, change, [claim_id])

    def _owner(self, claim_id: int, appearance_id: int | None) -> _Owner:
        database = self._session.db
        claim = claims.get(database, claim_id)
        if claim is None:
            raise not_on_file("claim", claim_id)
        places = claims.appearances(database, claim_id)
        if appearance_id is None and (claim["facets"] or not places):
            return _Owner("claim", claim, claim["text"])
        for place in places:
            if appearance_id in (None, place["id"]):
                return _Owner("appearance", place, place["quote"] or claim["text"])
        raise NotFoundError(
            "claim {claim_id} has no appearance {appearance_id}",
            claim_id=claim_id,
            appearance_id=appearance_id,
        )


def _write(change: Change, owner: _Owner, value: Value | None, instead_of: Value | None) -> None:
    before = codec.corrections(owner.row["corrections"])
    given = corrected(before, owner.read, value, instead_of)
    change.update(
        owner.record,
        owner.row["id"],
        facets=codec.dump(_put(owner.read, value, instead_of)),
        corrections=codec.dump_corrections(given),
    )


def _put(read: Read, value: Value | None, instead_of: Value | None) -> Read:
    """The facets with one value put in, in its place."""
    if isinstance(value, Polarity):
        return replace(read, polarity=value)
    if isinstance(value, Modality):
        return replace(read, modality=value)
    given = value if value is not None else instead_of
    if given is None:
        return read
    name = list_of(given)
    values = list(getattr(read, name))
    new = [] if value is None else [value]
    place = values.index(instead_of) if instead_of in values else len(values)
    values[place : place + 1] = new
    changed: Any = tuple(values)
    return replace(read, **{name: changed})


def listed(read: Read) -> Iterator[Value]:
    """All values of facets, one after another."""
    yield read.modality
    yield read.polarity
    yield from read.quantities
    yield from read.times
    yield from read.places
    yield from read.actors
