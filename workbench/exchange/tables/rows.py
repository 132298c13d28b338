"""Rows to claim records: the documented columns, flat or nested, checked field by field.

A row is what a line of CSV or a JSON object says. Flat columns describe one appearance, one
piece of evidence and one verdict; the nested columns ``appearances``, ``evidence``,
``verdicts`` hold any number. Columns that nobody knows are kept as extras under their names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from workbench.errors import InvalidInputError, Said, Tellable
from workbench.exchange.labels import NOT_NORMALISED, rating_of
from workbench.exchange.mistyped import mistyped
from workbench.exchange.types import (
    FORMAT,
    AppearanceRecord,
    BadRow,
    ClaimRecord,
    EvidenceRecord,
    Located,
    SourceRecord,
    VerdictRecord,
)
from workbench.facets.interval import parse_edtf

Made = TypeVar("Made", bound=msgspec.Struct)

CLAIM_COLUMNS = (
    "uid",
    "origin",
    "external_id",
    "text",
    "original",
    "language",
    "claimant",
    "said",
    "kind",
    "state",
    "state_reason",
    "worth",
    "translation",
    "translator",
    "proposed_by",
    "created_at",
    "created_by",
)
NESTED_COLUMNS = (
    "worth_reasons",
    "replacements",
    "facets",
    "corrections",
    "appearances",
    "evidence",
    "verdicts",
    "steps",
    "extras",
)
FLAT_COLUMNS: Mapping[str, tuple[str, str]] = {
    "article_url": ("appearance", "url"),
    "article_title": ("appearance", "title"),
    "article_published": ("appearance", "published"),
    "quote": ("appearance", "quote"),
    "source_title": ("source", "title"),
    "source_url": ("source", "url"),
    "source_publisher": ("source", "publisher"),
    "source_published": ("source", "published"),
    "source_kind": ("source", "kind"),
    "stance": ("evidence", "stance"),
    "evidence_quote": ("evidence", "quote"),
    "evidence_note": ("evidence", "note"),
    "accessed": ("evidence", "accessed"),
    "rating": ("verdict", "rating"),
    "rating_label": ("verdict", "label"),
    "explanation": ("verdict", "explanation"),
    "holds": ("verdict", "holds"),
    "known_at": ("verdict", "known_at"),
    "verdict_author": ("verdict", "author"),
    "reviewer": ("verdict", "reviewer"),
}
"""Flat column → the part of the record it fills, and the field there."""

OUR_COLUMNS = frozenset({*CLAIM_COLUMNS, *NESTED_COLUMNS, *FLAT_COLUMNS})
DAY_COLUMNS = ("said", "article_published", "source_published", "accessed", "known_at")
"""Columns that hold a day, month or year."""
DAY_AND_TIME = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*", re.ASCII | re.DOTALL)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,5}")
"""As BCP 47 has them."""

STATES = frozenset({"new", "checking", "checked", "published", "set_aside"})
STANCES = frozenset({"supports", "refutes", "context"})
SOURCE_KINDS = frozenset({"primary", "official", "data", "expert", "media", "other"})
_LONGEST_TOLD = 100
"""Characters of a value that is told because it is wrong; no date has more."""
LONGEST_TEXT = 10_000
"""Characters of a claim's wording; a claim is one statement."""


class _BadFieldError(Exception):
    """A field that cannot be taken (inside this module only)."""

    def __init__(self, field: str, problem: Tellable, hint: Tellable = "") -> None:
        super().__init__(str(problem))
        self.field, self.problem, self.hint = field, problem, hint


def claim_of(row: Mapping[str, Any], line: int, ratings: frozenset[str]) -> Located | BadRow:
    """The claim that a row describes, or what is wrong with it.

    Args:
        row: column → value: text, or the parsed value of a nested column.
        line: where the row begins in its file, from 1.
        ratings: the rating keys of the desk's scale.
    """
    try:
        record = _claim(row, ratings)
        _check(record, ratings)
    except _BadFieldError as bad:
        return BadRow(line, bad.field, bad.problem, bad.hint, row)
    return Located(line, record, frozenset(row))


def checked(record: ClaimRecord, line: int, ratings: frozenset[str]) -> Located | BadRow:
    """A claim that came in its own fields, or what is wrong with it."""
    try:
        _check(record, ratings)
    except _BadFieldError as bad:
        return BadRow(line, bad.field, bad.problem, bad.hint, record)
    return Located(line, record, OWN_FIELDS)


OWN_FIELDS = frozenset(ClaimRecord.__struct_fields__)
"""All that a record of one's own gives; what is empty in it changes nothing."""


def _claim(row: Mapping[str, Any], ratings: frozenset[str]) -> ClaimRecord:
    row = _language_told(_days_told(row))
    fields = {name: _in_digits(row[name]) for name in CLAIM_COLUMNS if _given(row.get(name))}
    fields |= {name: _nested(row[name], name) for name in NESTED_COLUMNS if _given(row.get(name))}
    known = {*OUR_COLUMNS, "record"}
    extras = {key: _as_text(value) for key, value in row.items() if key not in known and value}
    if extras:
        fields["extras"] = {**fields.get("extras", {}), **extras}
    if "worth" in fields:
        fields["worth"] = _number(fields["worth"])
    text = fields["text"] = row.get("text")
    if not _given(text) or (isinstance(text, str) and not text.strip()):
        raise _BadFieldError("text", "there is no claim text", "Give the claim in one sentence.")
    record = _convert(fields, ClaimRecord, "")
    return _with_flat_parts(record, row, ratings)


def _days_told(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row whose days do without a time of day; the whole is kept as an extra of its own."""
    found = {
        name: told
        for name in DAY_COLUMNS
        if isinstance(row.get(name), str) and (told := DAY_AND_TIME.fullmatch(row[name].strip()))
    }
    days = {name: told[1] for name, told in found.items()}
    whole = {f"{name} (with time)": row[name] for name in found}
    return {**row, **days, **whole} if found else row


def _language_told(row: Mapping[str, Any]) -> Mapping[str, Any]:
    """A row whose language is a code; another name of it is an extra, and the words tell it."""
    language = row.get("language")
    if not isinstance(language, str) or not language or _LANGUAGE.fullmatch(language):
        return row
    return {**row, "language": "", "language (as written)": language}


def _with_flat_parts(
    record: ClaimRecord, row: Mapping[str, Any], ratings: frozenset[str]
) -> ClaimRecord:
    parts: dict[str, dict[str, str]] = {}
    for column, (part, field) in FLAT_COLUMNS.items():
        if _given(row.get(column)):
            parts.setdefault(part, {})[field] = _as_text(row[column])
    changes: dict[str, Any] = {}
    if "appearance" in parts:
        made = _convert(parts["appearance"], AppearanceRecord, "article_url")
        changes["appearances"] = (*record.appearances, made)
    if "evidence" in parts or "source" in parts:
        changes["evidence"] = (*record.evidence, _evidence(parts))
    if "verdict" in parts:
        if "rating" not in parts["verdict"]:
            raise _BadFieldError(
                "rating",
                "there is an explanation or reviewer but no rating",
                "Give the rating, or leave both out.",
            )
        made_verdict = _convert(_placed(parts["verdict"], ratings), VerdictRecord, "rating")
        changes["verdicts"] = (*record.verdicts, made_verdict)
    return msgspec.structs.replace(record, **changes)


def _placed(verdict: dict[str, str], ratings: frozenset[str]) -> dict[str, str]:
    """A verdict whose rating is given as a label of the table, which is kept beside the rating."""
    label = verdict["rating"]
    rating = rating_of(label)
    if label in ratings or rating == NOT_NORMALISED:
        return verdict
    return {"label": label, **verdict, "rating": rating}


def _evidence(parts: Mapping[str, dict[str, str]]) -> EvidenceRecord:
    source = _convert(parts.get("source", {}), SourceRecord, "source_title")
    if not (source.title or source.url):
        raise _BadFieldError(
            "source_title", "evidence has no source", "Give source_title or source_url."
        )
    return _convert({**parts.get("evidence", {}), "source": source}, EvidenceRecord, "stance")


def _convert(fields: Mapping[str, Any], kind: type[Made], column: str) -> Made:
    try:
        return msgspec.convert(fields, kind)
    except msgspec.ValidationError as error:
        path, problem = mistyped(error)
        raise _BadFieldError(path or column, problem) from error


def _check(record: ClaimRecord, ratings: frozenset[str]) -> None:
    if len(record.text) > LONGEST_TEXT:
        raise _BadFieldError(
            "text",
            Said(
                "{count:,} characters; a claim has at most {limit:,}",
                count=len(record.text),
                limit=LONGEST_TEXT,
            ),
            "Add a whole article with `workbench add`.",
        )
    if record.language and not _LANGUAGE.fullmatch(record.language):
        raise _BadFieldError(
            "language",
            Said("{value!r} is no code of a language", value=_in_short(record.language)),
            "Write ar, en, fr …, or leave it out: it is told from the words.",
        )
    _check_word("state", record.state, STATES)
    if record.state == "set_aside" and not record.state_reason:
        raise _BadFieldError(
            "state_reason",
            "a claim that is set aside needs a reason",
            "Say why it is not to be checked.",
        )
    if record.worth is not None and not 0 <= record.worth <= 1:
        raise _BadFieldError(
            "worth",
            Said("{worth:g} is not between 0 and 1", worth=record.worth),
            "Write 0.75, or leave it out.",
        )
    if record.said:
        _check_dates({"said": record.said})
    for appearance in record.appearances:
        _check_dates({"article_published": appearance.published})
        if any(not 0 <= start < end for start, end in appearance.segments):
            raise _BadFieldError(
                "appearances",
                "a segment must be [start, end] with 0 ≤ start < end",
                "Count characters of the article from 0; the end is not part of it.",
            )
    for evidence in record.evidence:
        _check_word("stance", evidence.stance, STANCES)
        _check_word("source_kind", evidence.source.kind, SOURCE_KINDS)
        _check_dates({"accessed": evidence.accessed, "source_published": evidence.source.published})
    if record.verdicts:
        _check_verdicts(record, ratings)


def _check_verdicts(record: ClaimRecord, ratings: frozenset[str]) -> None:
    for verdict in record.verdicts:
        _check_word("rating", verdict.rating, ratings)
        _check_dates({"holds": verdict.holds, "known_at": verdict.known_at})
        if not verdict.explanation.strip():
            hint = "Say in the column `explanation` why it was rated so."
            raise _BadFieldError("explanation", "a verdict needs an explanation", hint)
    ours = any(FORMAT not in verdict.extras for verdict in record.verdicts)
    if ours and not record.evidence:
        raise _BadFieldError(
            "rating",
            "a verdict without evidence",
            "Give the evidence it rests on: source_title or source_url, and stance. A rating with"
            " none is kept as it is in a column of another name.",
        )
    if sum(verdict.in_force for verdict in record.verdicts) > 1:
        raise _BadFieldError(
            "verdicts",
            "more than one verdict is in force",
            "Leave `in_force` true for the latest alone.",
        )


def _check_word(field: str, value: str, allowed: frozenset[str]) -> None:
    if value and value not in allowed:
        raise _BadFieldError(
            field,
            Said("{value!r} is not known", value=_in_short(value)),
            Said("One of: {known}.", known=", ".join(sorted(allowed))),
        )


def _check_dates(dates: Mapping[str, str]) -> None:
    for field, value in dates.items():
        problem = date_problem(value) if value else None
        if problem:
            raise _BadFieldError(field, *problem)


_OF_OURS = (
    "Our own exports have JSON under this name. A column of another making is kept as it is"
    " once --map says which column is the claim: --map text=COLUMN."
)
_DIGITS_OF_A_DAY = 5
_NUMBERED = "A spreadsheet's number of a day? Format its column as a date, and save it anew."


def date_problem(value: str) -> tuple[Said, Said] | None:
    """What is wrong with a date, and what to do."""
    return _date_problem(_in_short(value))


@lru_cache(maxsize=10_000)
def _date_problem(value: str) -> tuple[Said, Said] | None:
    """The same dates come again and again."""
    try:
        parse_edtf(value)
    except InvalidInputError as error:
        is_number = len(value) == _DIGITS_OF_A_DAY and value.isdecimal()
        return error.said, Said(_NUMBERED) if is_number else error.advice
    return None


def _nested(value: Any, column: str) -> Any:
    """The value of a nested column; a table, and a row of one among rejects, has it as JSON."""
    if not isinstance(value, str):
        return value
    try:
        return msgspec.json.decode(value)
    except (msgspec.DecodeError, RecursionError) as error:
        problem = Said("not JSON: {reason}", reason=error)
        raise _BadFieldError(column, problem, _OF_OURS) from error


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise _BadFieldError(
            "worth",
            Said("{value!r} is not a number", value=_in_short(str(value))),
            "Write 0.75, or leave it out.",
        ) from None


def _in_digits(value: Any) -> Any:
    """A whole number as it is written: JSON has ids and years so."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _in_short(value: str) -> str:
    """A value as it is told; one that is no date, word or number may be as long as a book."""
    return value if len(value) <= _LONGEST_TOLD else f"{value[:_LONGEST_TOLD]}…"


def _given(value: Any) -> bool:
    return value is not None and value not in ("", (), [], {})


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


Check = Callable[[Mapping[str, Any], int], Located | BadRow]
"""`claim_of` with the ratings filled in."""
