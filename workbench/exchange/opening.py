"""Files of text opened safely: the encoding told from the bytes, read as a stream, never whole.

A byte-order mark decides, then strict UTF-8, then what the bytes look like (UTF-16 without a mark,
the Windows and ISO encodings of Arabic, else charset-normalizer). A file that is UTF-8 but for
some bytes is read as UTF-8: the rows with such bytes are refused and the others taken.
"""

from __future__ import annotations

import codecs
import gzip
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO

from workbench.errors import InvalidInputError, Said, system_reason

_SAMPLE = 1_000_000
_BLOCK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SURELY_TOLD = {"", "utf-8", "utf-16-le", "utf-16-be", *(encoding for _, encoding in _MARKS)}
GZIP = b"\x1f\x8b"
_BINARY = {
    b"%PDF-": Said("a PDF"),
    b"\x89PNG": Said("a PNG picture"),
    b"\xff\xd8\xff": Said("a JPEG picture"),
    b"SQLite format 3": Said("an SQLite database"),
    GZIP: Said("a gzip file; unpack it first"),
    b"\xd0\xcf\x11\xe0": Said("an old Office file or one with a password; save it as XLSX without"),
}
_SMALL = 10_000_000
"""Bytes that may be packed in any way."""
_MOST_PACKED = 200
"""How much smaller text becomes at most when it is packed."""
ZIP = b"PK\x03\x04"
"""How a spreadsheet in XLSX begins."""
_UPPER = (0x00, 0x06, 0x20, 0xFE)
"""Upper halves of the letters and marks of Latin and Arabic in UTF-16."""
_ARABIC = ("cp1256", "iso8859_6", "cp720")
_SURE = 4
"""Characters beyond ASCII in a line that is UTF-8 and nothing else."""
_ESCAPE = "workbench-escape"


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no text as lone surrogates, by which readers know the row that they are in.

    Python's own `surrogateescape` gives up on bytes below 128, which a broken UTF-16 file ends in.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(chr(0xDC00 + (byte | 0x80)) for byte in bad), error.end


codecs.register_error(_ESCAPE, _escape)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file: its bytes, and its text where it is text."""

    name: str
    raw: IO[bytes]
    text: IO[str]
    size: int
    encoding: str
    is_guessed: bool = False
    """Whether the encoding is only the likeliest one."""

    @property
    def is_zip(self) -> bool:
        """Whether it is no text but a package, as XLSX is."""
        return self.encoding == ""

    def at(self) -> int:
        """Bytes read so far, a little more than what was made of them."""
        return self.raw.tell()


@contextmanager
def opened(file: str | Path, *, name: str = "", encoding: str = "") -> Iterator[Opened]:
    """A file, to be read as often as need be.

    Args:
        file: its path.
        name: what it is called, where the path is only a copy of it.
        encoding: overrides what the bytes say.

    Raises:
        InvalidInputError: it cannot be read, is empty, or is in no encoding that can be told.
    """
    name = name or str(file)
    path = Path(file)
    try:
        if path.is_dir():
            raise InvalidInputError(
                "{name} is a folder", hint="Import its files one by one.", name=name
            )
        with path.open("rb") as raw:
            told = encoding or _encoding(raw, name)
            raw.seek(0)
            text = TextIOWrapper(raw, encoding=told or "latin-1", errors=_ESCAPE, newline="")
            try:
                guessed = not encoding and told not in _SURELY_TOLD
                yield Opened(name, raw, text, path.stat().st_size, told, guessed)
            finally:
                text.detach()
    except OSError as error:
        raise InvalidInputError(
            "{name} cannot be read: {reason}",
            hint="Check the name and the permissions.",
            name=name,
            reason=system_reason(error),
        ) from error
    except LookupError as error:
        raise InvalidInputError(
            "{encoding} is not an encoding",
            hint="For instance: utf-8, windows-1256, utf-16.",
            encoding=encoding,
        ) from error


@contextmanager
def unpacked(file: Path, name: str) -> Iterator[tuple[Path, str]]:
    """A file and what it is called; of one packed by gzip what is in it, as long as it is needed.

    Raises:
        InvalidInputError: it is damaged, or unpacks to far more than text does.
    """
    if not (file.is_file() and os.access(file, os.R_OK) and _starts_with(file, GZIP)):
        yield file, name
        return
    with tempfile.NamedTemporaryFile(prefix="workbench-") as copy:
        try:
            with gzip.open(file) as stream:
                while block := stream.read(_BLOCK):
                    copy.write(block)
                    _check_packed(copy.tell(), file.stat().st_size, name)
        except (OSError, EOFError, zlib.error) as error:
            raise InvalidInputError(
                "{name} is damaged: {reason}",
                hint="It is cut short or changed; get it again.",
                name=name,
                reason=error,
            ) from error
        copy.flush()
        yield Path(copy.name), name.removesuffix(".gz")


def _starts_with(file: Path, mark: bytes) -> bool:
    with file.open("rb") as raw:
        return raw.read(len(mark)) == mark


def _check_packed(size: int, packed: int, name: str) -> None:
    if size > _SMALL and size > _MOST_PACKED * packed:
        raise InvalidInputError(
            "{name} unpacks to more than {times} times its size",
            hint="No text is packed so tightly; was it made to fill the disk?",
            name=name,
            times=_MOST_PACKED,
        )


@contextmanager
def kept(stream: IO[bytes]) -> Iterator[Path]:
    """What comes from a stream, kept in a file as long as it is needed."""
    with tempfile.NamedTemporaryFile(prefix="workbench-") as copy:
        shutil.copyfileobj(stream, copy, _BLOCK)
        copy.flush()
        yield Path(copy.name)


def _encoding(raw: IO[bytes], name: str) -> str:
    """The encoding; nothing for a package.

    Raises:
        InvalidInputError: it is empty, binary, or in no encoding that can be told.
    """
    head = raw.read(_SAMPLE)
    if not head.strip(b" \t\r\n"):
        raise InvalidInputError("{name} is empty", hint="Give a file with claims in it.", name=name)
    if head.startswith(ZIP):
        return ""
    for start, kind in _BINARY.items():
        if head.startswith(start):
            raise InvalidInputError(
                "{name} is {kind}", hint="Give text, JSON, CSV or XLSX.", name=name, kind=kind
            )
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    wide = _wide(head)
    if wide:
        return wide
    raw.seek(0)
    return "utf-8" if _is_utf8(raw) else _by_look(raw, name)


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte is one of a few."""
    sample = head[:4096]
    half = len(sample) // 2
    if half < 8 or 0 not in sample:
        return ""
    for encoding, upper in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(map(upper.count, _UPPER)) > 0.9 * half:
            return encoding
    return ""


def _is_utf8(raw: IO[bytes]) -> bool:
    """Whether the bytes are UTF-8 to the end, but for some that are broken.

    One line of several such characters is enough: other encodings do not write them by chance, and
    read in theirs it would be garbled unnoticed. The lines of other encodings are refused then.
    """
    sound = broken = 0
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    while block := raw.read(_BLOCK):
        if block.isascii():
            continue
        text = decoder.decode(block)
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        if lost:
            if any(_is_surely_utf8(line) for line in text.splitlines()):
                return True
            broken += lost
            sound += sum(char > "\x7f" for char in text) - lost
        else:
            sound += 1
    return not broken or sound > broken


def _is_surely_utf8(line: str) -> bool:
    beyond = sum(char > "\x7f" for char in line)
    return beyond >= _SURE and "\N{REPLACEMENT CHARACTER}" not in line


def _by_look(raw: IO[bytes], name: str) -> str:
    """The likeliest encoding of bytes that are not UTF-8.

    Raises:
        InvalidInputError: none is likely.
    """
    raw.seek(0)
    sample = _around_letters(raw)
    shares = {encoding: _arabic_share(sample, encoding) for encoding in _ARABIC}
    best = max(shares, key=lambda encoding: shares[encoding])
    if shares[best] > 0.6:
        return best
    from charset_normalizer import from_bytes  # noqa: PLC0415 (40 ms that most files never need)

    found = from_bytes(sample).best()
    if found is None:
        raise InvalidInputError(
            "{name} is not text in any encoding that can be told",
            hint="Save it as UTF-8, or say its encoding with --encoding.",
            name=name,
        )
    return found.encoding


def _around_letters(raw: IO[bytes]) -> bytes:
    """The first part of a file that is not ASCII alone."""
    while block := raw.read(_BLOCK):
        if not block.isascii():
            return block
    return b""


def _arabic_share(sample: bytes, encoding: str) -> float:
    """Which share of the characters beyond ASCII are Arabic letters and marks, read so."""
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    other = [char for char in text if char > "\x7f"]
    return sum("\u0600" <= char <= "\u06ff" for char in other) / max(len(other), 1)
