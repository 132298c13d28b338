"""Bytes to characters, whatever the encoding, or a clear refusal."""

from __future__ import annotations

import codecs

from workbench.errors import InvalidInputError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP, DOCX or XLSX file",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"SQLite format 3": "an SQLite database",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip file",
}


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The characters of ``data``, with line ends as ``\\n`` and without a byte-order mark.

    A byte-order mark decides, then a declared charset, then strict UTF-8, then the likeliest
    of the legacy encodings (by charset-normalizer).

    Raises:
        InvalidInputError: the bytes are empty, binary, or in no encoding that can be told.
    """
    if not data.strip():
        raise InvalidInputError(f"{name} is empty", hint="Give a file with the article's text.")
    _refuse_known_binary(data, name)
    text = _by_mark(data, name) or _by_name(data, declared) or _by_name(data, "utf-8")
    if text is None:
        _refuse_damaged_utf8(data, name)
        text = _by_statistics(data, name)
    if "\0" in text:
        raise InvalidInputError(
            f"{name} holds NUL bytes: it is not text",
            hint="Give plain text, HTML or Markdown; if it is UTF-16, say --encoding utf-16.",
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_known_binary(data: bytes, name: str) -> None:
    for signature, kind in _BINARY_SIGNATURES.items():
        if data.startswith(signature):
            raise InvalidInputError(
                f"{name} is {kind}, not text",
                hint="Save the article as text, HTML or Markdown and add that.",
            )


def _by_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InvalidInputError(
                    f"{name} begins as {encoding} but byte {error.start:,} is not",
                    hint="The file is damaged or cut short; get it again.",
                ) from error
    return None


def _by_name(data: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _refuse_damaged_utf8(data: bytes, name: str) -> None:
    """Refuse what is UTF-8 but for some bytes: read in another encoding, all of it would be wrong.

    Legacy encodings make a valid sequence of UTF-8 by chance only.
    """
    text = data.decode(errors="replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    sound = sum(char > "\x7f" for char in text) - broken
    if sound <= broken:
        return
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidInputError(
            f"{name}, line {line}: byte {error.start:,} is not UTF-8, though the rest is",
            hint="The file is damaged or cut short. Get it again, say its --encoding, or take such "
            "bytes out with `iconv -c -f utf-8 -t utf-8`.",
        ) from error


def _by_statistics(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (40 ms that most files never need)

    best = from_bytes(data).best()
    if best is None or not _looks_like_text(str(best)):
        raise InvalidInputError(
            f"{name} is not text in any encoding that can be told",
            hint="Save it as UTF-8, or say its encoding with --encoding.",
        )
    return str(best)


def _looks_like_text(text: str) -> bool:
    sample = text[:20_000]
    letters = sum(char.isalnum() or char.isspace() for char in sample)
    return letters >= 0.6 * len(sample)
