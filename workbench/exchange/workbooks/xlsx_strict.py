"""Workbooks in the strict form of the standard, put into the usual one.

A spreadsheet program saves the strict form where it is asked to ("Strict Open XML Spreadsheet"). It
names the same vocabularies by other addresses (ISO/IEC 29500-1, annex A), and nothing else that is
read here differs.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from workbench.exchange.workbooks.xlsx_package import WORKBOOK

_STRICT = re.compile(rb"""(["'])http://purl\.oclc\.org/ooxml/(\w+)/""")
_USUAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"
_ROOT = re.compile(rb"<\w[^<>]*>")
"""The first element of a part, which names its vocabularies; words of cells come behind it."""
_LONGEST_ROOT = 20_000
_BLOCK = 1 << 20


@contextmanager
def usual(raw: IO[bytes]) -> Iterator[IO[bytes]]:
    """A workbook in the usual form, as long as it is needed: mostly it is in it."""
    with zipfile.ZipFile(raw) as package:
        with package.open(WORKBOOK) as part:
            head = part.read(_LONGEST_ROOT)
        if not _STRICT.search(_root(head)):
            yield raw
            return
        with tempfile.TemporaryFile(prefix="workbench-") as copy:
            with zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
                for name in package.namelist():
                    with package.open(name) as part, made.open(name, "w") as put:
                        _copy(name, part, put)
            yield copy


def _copy(name: str, part: IO[bytes], put: IO[bytes]) -> None:
    """Copy a part with its vocabularies named as usual; what tells of other parts is all names."""
    if name == WORKBOOK or name.endswith(".rels"):
        put.write(_STRICT.sub(_USUAL, part.read()))
        return
    head = part.read(_LONGEST_ROOT)
    root = _root(head)
    put.write(head.replace(root, _STRICT.sub(_USUAL, root), 1) if root else head)
    shutil.copyfileobj(part, put, _BLOCK)


def _root(head: bytes) -> bytes:
    found = _ROOT.search(head)
    return found[0] if found else b""
