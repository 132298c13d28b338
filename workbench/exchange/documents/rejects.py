"""Rows that an import could not take, in a file to mend and import again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from workbench.errors import Said
from workbench.exchange.documents.doubled import Twice, told_apart, written
from workbench.exchange.types import REJECTED, BadRow


def write_rejects(bad: Iterable[BadRow], stream: IO[str]) -> None:
    """One JSON object a line: the row as it was read and, under `REJECTED`, why it was refused.

    A row that could not be told apart into fields stands whole under ``row``; an object in which a
    key stands twice has both, so that one can be taken out.
    """
    for each in bad:
        why = {"line": each.line, "field": each.field, "reason": str(each.problem)}
        why["hint"] = str(each.hint)
        twice = told_apart(each.record, None) if isinstance(each.record, str) else None
        if isinstance(twice, dict):
            stream.write(f"{_with_both(twice, why)}\n")
        else:
            line = {**_fields(each.record), REJECTED: why}
            stream.write(msgspec.json.encode(line).decode() + "\n")


def _with_both(record: dict[str, Any], why: dict[str, Any]) -> str:
    """A record's JSON with all that stands twice in it, and why it was refused this time."""
    pairs = record.pairs if isinstance(record, Twice) else list(record.items())
    return written(Twice("", [*(pair for pair in pairs if pair[0] != REJECTED), (REJECTED, why)]))


def as_refused(value: Any, line: int) -> BadRow | None:
    """A line of a file of rejects that nobody has mended and that has no fields, or nothing."""
    why = value.get(REJECTED) if isinstance(value, dict) else None
    if not isinstance(why, dict) or value.keys() - {"row", REJECTED}:
        return None
    reason = str(why.get("reason", "")).removeprefix("it is as it was refused: ")
    problem = Said("it is as it was refused: {reason}", reason=reason)
    hint = "Put its fields in place of `row`, or mend it in its own file."
    return BadRow(line, "row", problem, hint, value.get("row"))


def _fields(record: Any) -> dict[str, Any]:
    if record is None:
        return {}
    plain = msgspec.to_builtins(record)
    return plain if isinstance(plain, dict) else {"row": plain}
