"""Which row of a table names its columns, and what they are called: in text and in workbooks.

Above it may stand titles, and a row that groups the columns: "Claim" over "Text" and "Date",
"Check" over "Rating" and "Date".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from itertools import zip_longest

from workbench.errors import Said
from workbench.exchange.tables.rows import OUR_COLUMNS
from workbench.exchange.tables.usual import is_usual
from workbench.exchange.types import BadRow

NEAR = 20
"""Rows below the first that are looked at for the columns' names."""
NAMELESS = "column "
"""What a column without a name is called, before its number."""
LONGEST_NAME = 60
"""Characters of a column's name that are told; what is longer is called as no column is."""


def names_columns(filled: Sequence[str], named_so: Container[str] = ()) -> bool:
    """Whether the filled cells of a row name columns: several, or one that is called as columns
    are, here or elsewhere, or by a person; another one alone is a title."""
    return bool(filled) and (len(filled) > 1 or _is_known(filled[0], named_so))


def groups_columns(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row groups the columns that the row below it names.

    It has blanks over names, as merged cells leave them, and the row below has several cells that
    are called as columns are, and more of them.
    """
    leaves_out = any(name and not group for group, name in zip_longest(above, below))
    return leaves_out and _known(below) > max(1, _known(above))


def _known(cells: Sequence[str]) -> int:
    return sum(map(_is_known, filter(None, cells)))


def _is_known(name: str, named_so: Container[str] = ()) -> bool:
    if name in named_so:
        return True
    return len(name) <= LONGEST_NAME and (in_our_names([name])[0] in OUR_COLUMNS or is_usual(name))


def title_above(line: int, words: str) -> BadRow:
    """A note of a title that stands above the names of the columns."""
    said = Said("line {line} above the columns: {words}", line=line, words=words[:LONGEST_NAME])
    return BadRow(line, "", said, is_note=True)


def named_again(line: int) -> BadRow:
    """A note of a row that says the columns' names once more, as in files put together."""
    said = Said("line {line} names the columns again", line=line)
    return BadRow(line, "", said, is_note=True)


def under_groups(groups: Sequence[str], names: Sequence[str]) -> list[str]:
    """The columns' names below a row that groups them.

    A group stands over all columns up to the next one. A column without a name of its own has its
    group's; of several of one name each has its group in front, where they are of several.
    """
    over, group = [], ""
    for at in range(len(names)):
        group = (groups[at] if at < len(groups) else "") or group
        over.append(group)
    times = Counter(names)
    return [
        (groups[at] if at < len(groups) else "")
        if not name
        else f"{over[at]}: {name}"
        if times[name] > 1 and over[at]
        else name
        for at, name in enumerate(names)
    ]


def all_named(header: list[str]) -> list[str]:
    """A table's columns, those without a name by their place, but for empty ones at the end.

    Of several of one name, which forms have, the later ones get a number; of one of ours, which of
    them is meant is not for us to say, and they stay.
    """
    last = max((at for at, name in enumerate(header) if name), default=-1)
    named = [name or f"{NAMELESS}{at}" for at, name in enumerate(header[: last + 1], 1)]
    times: Counter[str] = Counter()
    for at, name in enumerate(named):
        times[name] += 1
        if times[name] > 1 and in_our_names([name])[0] not in OUR_COLUMNS:
            named[at] = numbered(name, times[name])
    return named


def numbered(name: str, number: int) -> str:
    """What one of several columns of one name is called."""
    return f"{name} ({number})"


def in_our_names(header: Sequence[str]) -> list[str]:
    """The columns, with ours under their names where they are written in other letters."""
    plain = [name.casefold().replace(" ", "_").replace("-", "_") for name in header]
    return [
        ours if ours in OUR_COLUMNS and ours not in header else name
        for name, ours in zip(header, plain, strict=True)
    ]
