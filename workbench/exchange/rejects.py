"""Rows that an import could not take, in a file to mend and import again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import msgspec

from workbench.exchange.types import REJECTED, BadRow


def write_rejects(bad: Iterable[BadRow], stream: IO[str]) -> None:
    """One JSON object a line: the row as it was read and, under `REJECTED`, why it was refused.

    A row that could not be told apart into fields stands whole under ``row``.
    """
    for each in bad:
        why = {"line": each.line, "field": each.field, "reason": str(each.problem)}
        why["hint"] = str(each.hint)
        line = {**_fields(each.record), REJECTED: why}
        stream.write(msgspec.json.encode(line).decode() + "\n")


def _fields(record: Any) -> dict[str, Any]:
    if record is None:
        return {}
    plain = msgspec.to_builtins(record)
    return plain if isinstance(plain, dict) else {"row": plain}
