"""Sources: what evidence comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from workbench.desk import inputs, reading
from workbench.desk.session import Session
from workbench.desk.views import SourceView
from workbench.errors import InvalidInputError, not_on_file
from workbench.records.queries import sources, standing

if TYPE_CHECKING:
    from workbench.desk.checking.retraction import Resting

KINDS = ("primary", "official", "data", "expert", "media", "other")
_DATES = ("published", "accessed")
_FIELDS = {
    "title",
    "url",
    "publisher",
    "published",
    "kind",
    "origin",
    "note",
    "accessed",
    "interest",
    "archive_url",
}


class Sources:
    """Sources on file."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[SourceView]:
        """All sources, newest first."""
        return [reading.source_view(row) for row in sources.listed(self._session.db)]

    def get(self, source_id: int) -> SourceView:
        """A source.

        Raises:
            NotFoundError: there is no such source.
        """
        row = sources.get(self._session.db, source_id)
        if row is None:
            raise not_on_file("source", source_id)
        return reading.source_view(row)

    def add(
        self,
        title: str,
        *,
        url: str = "",
        publisher: str = "",
        published: str = "",
        kind: str = "other",
        origin: str = "",
        note: str = "",
        accessed: str = "",
        interest: str = "",
        archive_url: str = "",
    ) -> int:
        """Put a source on file.

        Args:
            title: what it is called.
            url: where it is.
            publisher: who published it.
            published: when, in EDTF.
            kind: one of `KINDS`.
            origin: where it has it from, so that copies of one wire count once.
            note: anything a reader should know of it.
            accessed: when it was read, in EDTF.
            interest: what it has to gain or lose in the matter.
            archive_url: where an archive keeps a copy.

        Raises:
            InvalidInputError: there is no title, or a date or the kind is not one.
        """
        values = checked_fields(
            title=title,
            url=url,
            publisher=publisher,
            published=published,
            kind=kind,
            origin=origin,
            note=note,
            accessed=accessed,
            interest=interest,
            archive_url=archive_url,
        )
        session = self._session
        with session.change("source added", summary=values["title"]) as change:
            return change.insert(
                "source",
                uid=session.new_uid(),
                **values,
                added_at=session.stamp(),
                added_by=session.actor,
            )

    def edit(self, source_id: int, *, why: str = "", **values: str) -> None:
        """Correct what is on file about a source: the fields of `add`, by name.

        Raises:
            InvalidInputError: a field is unknown, or its value is wrong.
            NotFoundError: there is no such source.
        """
        checked = checked_fields(**values)
        with self._session.change("source edited", why) as change:
            change.summary = change.get("source", source_id)["title"]
            change.update("source", source_id, **checked)

    def resting(self, source_id: int) -> Resting:
        """What rests on a source: look before you retract it."""
        from workbench.desk.checking import retraction  # noqa: PLC0415 (seldom needed)

        database = self._session.db
        return retraction.resting(database, standing.live_evidence_of(database, source_id))

    def retract(self, source_id: int, reason: str) -> Resting:
        """Say that a source no longer counts (it was withdrawn, forged, corrected away).

        All evidence from it is retracted, and the claims whose verdicts rest on that go back to
        checking; what rested on it is given back.

        Raises:
            NotFoundError: there is no such source.
            InvalidInputError: there is no reason, or it is retracted already.
        """
        from workbench.desk.checking import retraction  # noqa: PLC0415 (seldom needed)

        why = inputs.needed(reason, "reason", "Say why it no longer counts.")
        session = self._session
        with session.change("source retracted", why) as change:
            row = change.get("source", source_id)
            change.summary = row["title"]
            if row["retracted_at"]:
                raise InvalidInputError(
                    "source {source_id} is retracted already", source_id=source_id
                )
            change.update(
                "source",
                source_id,
                retracted_at=session.stamp(),
                retracted_by=session.actor,
                retraction_reason=why,
            )
            live = standing.live_evidence_of(change.db, source_id)
            return retraction.retract(session, change, live, why)


def checked_fields(**values: str) -> dict[str, Any]:
    """Fields of a source by name, as they are kept.

    Raises:
        InvalidInputError: one is unknown, or its value is wrong.
    """
    if unknown := sorted(values.keys() - _FIELDS):
        raise InvalidInputError(
            "a source has no {unknown}",
            hint="It has: {known}.",
            unknown=unknown[0],
            known=", ".join(sorted(_FIELDS)),
        )
    checked = {name: inputs.words(value, name) for name, value in values.items()}
    for name in _DATES:
        if name in checked:
            checked[name] = inputs.edtf(checked[name], name)
    if "kind" in checked:
        inputs.choice(checked["kind"], KINDS, "kind of source")
    if "title" in checked:
        inputs.needed(checked["title"], "title")
    return checked
