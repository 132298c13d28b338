"""What a sheet says beside its cells: which are merged over others, and where their links lead.

Found in the sheet's own text, block by block, since a reader that goes row by row sees neither.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from contextlib import suppress
from functools import reduce
from html import unescape
from pathlib import PurePosixPath
from typing import IO, NamedTuple

from workbench.exchange.workbooks.blocks import found_in

_FOUND = re.compile(
    rb'<mergeCell ref="(?P<merged>[A-Z]{1,3}\d{1,7}):[A-Z]{1,3}(?P<bottom>\d{1,7})"'
    rb"|<hyperlink\s(?P<link>[^<>]{1,5000})>"
    rb'|<c r="(?P<cell>[A-Z]{1,3}\d{1,7})"[^<>]{0,200}><f[^<>]{0,200}>\s{0,9}HYPERLINK\('
    rb'(?:"|&quot;)(?P<address>(?:(?!&quot;)[^"<>]){1,5000})'
)
_ATTRIBUTE = re.compile(rb'([a-z]{2,20})="([^"]{0,4000})"')
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})")
_LONGEST = 6_000
"""Bytes of what is looked for that may lie on both sides of two blocks."""


class Beside(NamedTuple):
    """By row from 1 and column from 0."""

    merged: dict[int, list[tuple[int, int]]]
    """Row → column and last row of each cell there that is merged over rows below it."""
    links: dict[int, dict[int, str]]
    """Row → column → the address that the cell links to."""


def beside_cells(raw: IO[bytes], part: str) -> Beside:
    """What the sheet in a part of the package says beside its cells."""
    found = Beside(defaultdict(list), defaultdict(dict))
    with zipfile.ZipFile(raw) as package:
        addresses = _addresses(package, part.lstrip("/"))
        with package.open(part.lstrip("/")) as sheet:
            for each in found_in(sheet, _FOUND, _LONGEST):
                _note(each, addresses, found)
    return found


def _note(each: re.Match[bytes], addresses: dict[str, str], found: Beside) -> None:
    if each["merged"]:
        row, column = _place(each["merged"])
        if int(each["bottom"]) > row:
            found.merged[row].append((column, int(each["bottom"])))
    elif each["cell"]:
        row, column = _place(each["cell"])
        found.links[row][column] = _text(each["address"])
    else:
        _note_link(each["link"], addresses, found.links)


def _note_link(said: bytes, addresses: dict[str, str], links: dict[int, dict[int, str]]) -> None:
    """Note the cell that a link stands in: of several, which have one text, the first."""
    told = {name: _text(value) for name, value in _ATTRIBUTE.findall(said)}
    place = _PLACE.match(told.get(b"ref", ""))
    address = addresses.get(told.get(b"id", ""), "")
    if place and address and not address.startswith("#"):  # that is inside the workbook
        row, column = _place(place[0].encode())
        behind = f"#{told[b'location']}" if told.get(b"location") else ""
        links[row].setdefault(column, address + behind)


def _addresses(package: zipfile.ZipFile, part: str) -> dict[str, str]:
    """Name of a link in the sheet → where it leads outside the workbook."""
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 (only workbooks need it)

    path = PurePosixPath(part)
    with suppress(KeyError):  # a sheet without links has no such part
        root = fromstring(
            package.read(str(path.parent / "_rels" / f"{path.name}.rels")), forbid_dtd=True
        )
        return {
            each.get("Id", ""): each.get("Target", "")
            for each in root
            if each.get("Type", "").endswith("/hyperlink")
        }
    return {}


def _place(name: bytes) -> tuple[int, int]:
    """Row and column of a cell by its name."""
    letters = name.rstrip(b"0123456789")
    column = reduce(lambda total, letter: total * 26 + letter - 64, letters, 0) - 1
    return int(name[len(letters) :]), column


def _text(value: bytes) -> str:
    return unescape(value.decode("utf-8", "replace"))
