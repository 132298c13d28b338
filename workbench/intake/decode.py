"""Bytes to characters, whatever the encoding, or a clear refusal."""

from __future__ import annotations

import codecs

from workbench.errors import InvalidInputError, Said

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_SIGNATURES = {
    b"%PDF-": Said("a PDF"),
    b"PK\x03\x04": Said("a ZIP, DOCX or XLSX file"),
    b"\x89PNG": Said("a PNG picture"),
    b"\xff\xd8\xff": Said("a JPEG picture"),
    b"GIF8": Said("a GIF picture"),
    b"SQLite format 3": Said("an SQLite database"),
    b"\x7fELF": Said("a program"),
    b"\x1f\x8b": Said("a gzip file"),
}


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The characters of ``data``, with line ends as ``\\n`` and without a byte-order mark.

    A byte-order mark decides, then a declared charset, then strict UTF-8, then the likeliest
    of the legacy encodings (by charset-normalizer).

    Raises:
        InvalidInputError: the bytes are empty, binary, or in no encoding that can be told.
    """
    if not data.strip():
        raise InvalidInputError(
            "{name} is empty", hint="Give a file with the article's text.", name=name
        )
    _refuse_known_binary(data, name)
    text = _by_mark(data, name) or _by_name(data, declared) or _by_name(data, "utf-8")
    if text is None:
        _refuse_damaged_utf8(data, name)
        text = _by_statistics(data, name)
    if "\0" in text:
        raise InvalidInputError(
            "{name} holds NUL bytes: it is not text",
            hint="Give plain text, HTML or Markdown; if it is UTF-16, say --encoding utf-16.",
            name=name,
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _refuse_known_binary(data: bytes, name: str) -> None:
    for signature, kind in _BINARY_SIGNATURES.items():
        if data.startswith(signature):
            raise InvalidInputError(
                "{name} is {kind}, not text",
                hint="Save the article as text, HTML or Markdown and add that.",
                name=name,
                kind=kind,
            )


def _by_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise InvalidInputError(
                    "{name} begins as {encoding} but byte {byte:,} is not",
                    hint="The file is damaged or cut short; get it again.",
                    name=name,
                    encoding=encoding,
                    byte=error.start,
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
            "{name}, line {line}: byte {byte:,} is not UTF-8, though the rest is",
            hint="The file is damaged or cut short. Get it again, say its --encoding, or take such "
            "bytes out with `iconv -c -f utf-8 -t utf-8`.",
            name=name,
            line=line,
            byte=error.start,
        ) from error


def _by_statistics(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (40 ms that most files never need)

    best = from_bytes(data).best()
    if best is None or not _looks_like_text(str(best)):
        raise InvalidInputError(
            "{name} is not text in any encoding that can be told",
            hint="Save it as UTF-8, or say its encoding with --encoding.",
            name=name,
        )
    return str(best)


def _looks_like_text(text: str) -> bool:
    sample = text[:20_000]
    letters = sum(char.isalnum() or char.isspace() for char in sample)
    return letters >= 0.6 * len(sample)
