"""The pieces of a query as they are written: words, quotations, and operators with their values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from workbench.errors import InvalidInputError, Said, Tellable

_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“"}
_NAME = re.compile(r"-?([^\W\d_]+):(?!//)")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: where it begins, and what it says."""

    at: int
    written: str
    operator: str
    """As written; nothing for words."""
    value: str
    quoted: bool
    negated: bool


def tokens(typed: str) -> Iterator[Token]:
    """The pieces of a query, in order.

    Raises:
        InvalidInputError: a quotation mark is not closed.
    """
    at = 0
    while at < len(typed):
        if typed[at].isspace():
            at += 1
            continue
        begin = at
        negated = typed[at] == "-" and at + 1 < len(typed) and not typed[at + 1].isspace()
        name = _NAME.match(typed, at)
        at = name.end() if name else at + negated
        closing = _QUOTES.get(typed[at]) if at < len(typed) else None
        if closing is None:
            end = next((n for n in range(at, len(typed)) if typed[n].isspace()), len(typed))
            value, after = typed[at:end], end
        else:
            end = typed.find(closing, at + 1)
            if end < 0:
                refuse_at(
                    at,
                    typed[at:],
                    Said("this quotation is not closed"),
                    Said("Add {closing} behind it.", closing=closing),
                )
            value, after = typed[at + 1 : end], end + 1
        operator = name.group(1) if name else ""
        quoted = closing is not None
        yield Token(begin, typed[begin:after], operator, value, quoted, negated)
        at = after


def refuse_at(at: int, written: str, what: Tellable, hint: Tellable) -> NoReturn:
    """Say what is wrong with what stands there."""
    raise InvalidInputError(
        "at character {at}, {written!r}: {what}", hint=hint, at=at + 1, written=written, what=what
    )


def refuse(token: Token, what: Tellable, hint: Tellable) -> NoReturn:
    """Say what is wrong with a piece."""
    refuse_at(token.at, token.written, what, hint)
