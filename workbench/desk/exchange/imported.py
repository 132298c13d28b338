"""Records of a file beside rows on file: their columns, and which of them are the same."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

import msgspec

from workbench.desk import codec
from workbench.desk.views import FieldChange
from workbench.errors import Tellable
from workbench.exchange.mistyped import mistyped
from workbench.exchange.types import (
    FORMAT,
    AppearanceRecord,
    ClaimRecord,
    EvidenceRecord,
    SourceRecord,
    VerdictRecord,
)
from workbench.records.queries.exchange import SourceKey
from workbench.records.sqlite import Row


class RowRefusedError(Exception):
    """A row that fits the format but not this desk (inside the desk's exchange only)."""

    def __init__(self, name: str, problem: Tellable, hint: Tellable = "") -> None:
        super().__init__(str(problem))
        self.field, self.problem, self.hint = name, problem, hint


def columns_of(record: msgspec.Struct, *without: str) -> dict[str, Any]:
    """Field → value as a row keeps it, without the fields named."""
    found: dict[str, Any] = {}
    for name in record.__struct_fields__:
        if name not in without:
            value = getattr(record, name)
            found[name] = json_of(value) if isinstance(value, dict | tuple) else value
    return found


def json_of(value: dict[str, Any] | Sequence[Any]) -> str:
    """JSON as it is kept, in the order of the file."""
    return msgspec.json.encode(value).decode()


_ANEW = "Leave the field out to have it read anew."


def typed(name: str, value: object, kind: Any) -> str:
    """A typed value of a file as it is kept; what is not of that type is refused, not stored."""
    try:
        return codec.dump(msgspec.convert(value, kind))
    except msgspec.ValidationError as error:
        path, problem = mistyped(error)
        where = f"{name}{path}" if path.startswith("[") else ".".join(filter(None, (name, path)))
        raise RowRefusedError(where, problem, _ANEW) from None
    except ValueError as error:
        raise RowRefusedError(name, str(error), _ANEW) from None


def source_keys(record: SourceRecord) -> list[SourceKey]:
    """By what a source is known, the surest first: uid, then address, else title and publisher."""
    own: list[SourceKey] = [("uid", record.uid)] if record.uid else []
    other = ("url", record.url) if record.url else ("title", record.title, record.publisher)
    return [*own, other]


def extra_changes(row: Row, record: ClaimRecord) -> list[FieldChange]:
    """What the file says otherwise in fields that only it knows."""
    if not record.extras:
        return []
    known = msgspec.json.decode(row["extras"], type=dict[str, str])
    return [
        FieldChange("claim", name, known.get(name, ""), value)
        for name, value in record.extras.items()
        if known.get(name) != value
    ]


def same_place(one: AppearanceRecord, two: AppearanceRecord) -> bool:
    """Whether two appearances are one."""
    return (one.article or one.url, one.quote, one.segments) == (
        two.article or two.url,
        two.quote,
        two.segments,
    ) or (not one.article and (one.url, one.quote) == (two.url, two.quote))


def same_evidence(one: EvidenceRecord, two: EvidenceRecord) -> bool:
    """Whether two pieces of evidence are one."""
    if one.uid and one.uid == two.uid:
        return True
    return (one.source.url or one.source.title, one.stance, one.quote) == (
        two.source.url or two.source.title,
        two.stance,
        two.quote,
    )


def verdict_on_file(verdict: VerdictRecord, filed: Sequence[VerdictRecord]) -> bool:
    """Whether a verdict is on file.

    A review is compared with the newest on file that came in its format, so that its publisher's
    going back to an earlier rating is a change too.
    """
    if is_review(verdict):
        earlier = newest_review(verdict, filed)
        return earlier is not None and not review_changes(earlier, verdict)
    return any(same_verdict(verdict, known) for known in filed)


def same_verdict(one: VerdictRecord, two: VerdictRecord) -> bool:
    """Whether a verdict of a file is this one on file; a label may be left out of the file."""
    if one.uid and one.uid == two.uid:
        return True
    return (one.rating, one.explanation, one.label or two.label) == (
        two.rating,
        two.explanation,
        two.label,
    )


def is_review(verdict: VerdictRecord) -> bool:
    """Whether somebody else gave this verdict, in a review that the file holds."""
    return FORMAT in verdict.extras and not verdict.uid


def newest_review(verdict: VerdictRecord, filed: Sequence[VerdictRecord]) -> VerdictRecord | None:
    """What is on file of the review that ``verdict`` is in."""
    name = verdict.extras[FORMAT]
    return next((each for each in reversed(filed) if each.extras.get(FORMAT) == name), None)


def is_beside_ours(verdict: VerdictRecord, filed: Sequence[VerdictRecord]) -> bool:
    """Whether this review came after a verdict given here, which was left in force."""
    ours = next((at for at, v in enumerate(filed) if v.in_force and FORMAT not in v.extras), None)
    newest = newest_review(verdict, filed) if is_review(verdict) else None
    return ours is not None and newest is not None and filed.index(newest) > ours


_REVIEW = ("rating", "label", "explanation", "known_at", "author")
_of_review = attrgetter(*_REVIEW, "extras")


def review_changes(before: VerdictRecord | None, after: VerdictRecord) -> list[FieldChange]:
    """What a review says otherwise than the one on file: the verdict, else its other fields."""
    if before is None:
        return [FieldChange("verdict", "rating", "", after.rating)]
    if _of_review(before) == _of_review(after):
        return []
    pairs = [(name, getattr(before, name), getattr(after, name)) for name in _REVIEW]
    pairs += [
        (name, before.extras.get(name, ""), after.extras.get(name, ""))
        for name in dict.fromkeys((*before.extras, *after.extras))
    ]
    return [FieldChange("verdict", name, old, new) for name, old, new in pairs if old != new]


def is_unchanged_review(record: ClaimRecord, row: Row, filed: ClaimRecord) -> bool:
    """Whether a file says of a claim what its review said before: what was done here stays."""
    if record.verdicts:
        return all(
            is_review(each) and verdict_on_file(each, filed.verdicts) for each in record.verdicts
        )
    return FORMAT in record.extras and not extra_changes(row, record)
