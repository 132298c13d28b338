"""The package around a workbook: held against bombs and against XML that reaches outside.

Told before anything in it is read. A part that declares a document type is refused: entities,
which make a little text large or read other files, are declared there, and the packaging
conventions (ECMA-376, part 2) allow none.
"""

from __future__ import annotations

import re
import zipfile
from typing import IO

from workbench.errors import Said
from workbench.exchange.types import BadRow
from workbench.exchange.workbooks.blocks import found_in

MOST_BYTES = 1_000_000_000
"""Of all parts unpacked."""
MOST_RATIO = 200
"""Bytes unpacked for one byte packed; text in sheets has about 10."""
HARMLESS = 10_000_000
"""Bytes unpacked that fill no memory, however well they were packed."""
MOST_PARTS = 10_000
_LONGEST_REASON = 200
WORKBOOK = "xl/workbook.xml"
_UNSAVED = re.compile(rb"(?:</f>|<f[^<>]{0,200}/>)\s{0,9}(?:<v\s?/>|<v></v>)?\s{0,9}</c>")
_LONGEST_END = 300
"""Bytes of a cell's end that may lie on both sides of two blocks."""


def problem_of(raw: IO[bytes]) -> BadRow | None:
    """What is wrong with a package, if anything is."""
    try:
        with zipfile.ZipFile(raw) as package:
            problem = _packed_badly(package.infolist()) or _declaring(package)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        return BadRow(
            1,
            "",
            Said("a damaged package: {reason}", reason=reason(error)),
            "Save the workbook anew.",
        )
    raw.seek(0)
    return problem


def sheet_names(raw: IO[bytes]) -> list[str]:
    """The sheets that the workbook names, whether they are in the package or not."""
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415 (only workbooks need it)

    with zipfile.ZipFile(raw) as package:
        root = fromstring(package.read(WORKBOOK), forbid_dtd=True)
    return [each.get("name", "") for each in root.iterfind("{*}sheets/{*}sheet")]


def unsaved_formulas(raw: IO[bytes]) -> int:
    """How many formulas have no value saved with them, as programs write them that compute none."""
    found = 0
    with zipfile.ZipFile(raw) as package:
        for name in package.namelist():
            if not name.endswith(".xml"):
                continue
            with package.open(name) as part:
                found += sum(1 for _ in found_in(part, _UNSAVED, _LONGEST_END))
    return found


def reason(error: BaseException) -> str:
    """What a reader says is wrong, in one line: openpyxl puts advice of several around it."""
    words = " ".join(str(error.__cause__ or error).split()) or type(error).__name__
    return words if len(words) <= _LONGEST_REASON else words[:_LONGEST_REASON] + "…"


def _packed_badly(parts: list[zipfile.ZipInfo]) -> BadRow | None:
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if WORKBOOK not in {part.filename for part in parts}:
        return BadRow(1, "", "a ZIP package, but no workbook", "Give XLSX, or the files in it.")
    is_bomb = size > HARMLESS and size > MOST_RATIO * max(packed, 1)
    if size > MOST_BYTES or is_bomb or len(parts) > MOST_PARTS:
        return BadRow(
            1,
            "",
            Said(
                "{packed:,.1f} MB that unpack to {size:,.0f} MB in {count:,} parts",
                packed=packed / 1e6,
                size=size / 1e6,
                count=len(parts),
            ),
            "This looks like a package made to fill memory. Save its sheet as CSV.",
        )
    return None


def _declaring(package: zipfile.ZipFile) -> BadRow | None:
    """A part that declares a document type, told before what it declares is read."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 (only its exception)

    from defusedxml.common import DTDForbidden  # noqa: PLC0415
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415

    for name in package.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            with package.open(name) as part:
                next(iterparse(part, ("start",), forbid_dtd=True), None)
        except DTDForbidden:
            problem = Said(
                "{name} declares a document type, which can fill memory and read other files",
                name=name,
            )
            return BadRow(1, "", problem, "No spreadsheet writes that. Save its sheet as CSV.")
        except ParseError:
            continue  # told where the part is read, if it is
    return None
