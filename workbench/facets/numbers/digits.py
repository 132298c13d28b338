"""Figures written in digits: what their dots and commas mean."""

from __future__ import annotations

import re
from decimal import Decimal

_LONGEST = 18
"""More digits than this are no figure of the news but an identifier."""
_SEPARATORS = re.compile(r"[.,']")


def value_of_digits(run: str, *, decimal_point: bool = False) -> tuple[Decimal, Decimal | None]:
    """The value of a folded digit run with separators, and another where it may be meant.

    Groups of three are thousands (12,500), and so are those of lakhs and crores (1,25,000);
    other tails are decimals (66,78; 7.1), and 12.500 is one that may be meant as thousands.
    ``decimal_point`` says that the text itself has a sign that is nothing else (٫).

    Raises:
        ValueError: the separators make no single figure ("1,2,3", "31.7.2024").
    """
    run = run.replace("،", ",")
    if len(run) > 2 * _LONGEST:
        raise ValueError("too long")
    parts = _SEPARATORS.split(run)
    marks = _SEPARATORS.findall(run)
    if sum(map(len, parts)) > _LONGEST:
        raise ValueError("too long")
    if not marks:
        return Decimal(run), None
    if decimal_point and len(marks) == 1:
        return _decimal(parts), None
    if len(marks) == 1:
        return _one_mark(parts, marks[0])
    if len(set(marks)) == 1 and _grouped(parts):
        return Decimal("".join(parts)), None
    if len(set(marks[:-1])) == 1 and marks[-1] != marks[0] and _grouped(parts[:-1]):
        return _decimal(["".join(parts[:-1]), parts[-1]]), None
    raise ValueError("no single figure")


def _one_mark(parts: list[str], mark: str) -> tuple[Decimal, Decimal | None]:
    if _grouped(parts):
        whole = Decimal("".join(parts))
        return (_decimal(parts), whole) if mark == "." else (whole, None)
    if mark == "'" or (mark == "," and len(parts[1]) > 2 and parts[0].strip("0")):
        raise ValueError("no single figure")
    return _decimal(parts), None


def _decimal(parts: list[str]) -> Decimal:
    return Decimal(".".join(parts))


def _grouped(parts: list[str]) -> bool:
    head, *tail = parts
    if not 1 <= len(head) <= 3 or head[0] == "0":
        return False
    return all(len(part) == 3 for part in tail) or _in_lakhs(parts)


def _in_lakhs(parts: list[str]) -> bool:
    """Whether the last three digits are set apart and all before them in pairs: 12,34,567."""
    head, *pairs, last = parts
    return bool(pairs) and len(head) < 3 and {len(part) for part in pairs} == {2} and len(last) == 3
