"""One folding for matching, search and lexicon look-up, with the way back to the raw text.

Folding makes equal what readers take for equal: NFKC forms, harakat and tatweel, Arabic
letter variants, digits of every script, case, accents, invisible characters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from workbench.language.spans import Span

VERSION = 1
"""Raised with every change of the folding, so that an index built with another is rebuilt."""

_NO_LETTERS = re.compile(r"[\W_]+")
_LETTERS = str.maketrans(
    {
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ی": "ي",
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ک": "ك",
        "ہ": "ه",
        "ھ": "ه",
        "ـ": "",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "٪": "%",
        "٫": ".",
        "٬": ",",
    }
)


class Folded(msgspec.Struct, frozen=True):
    """Folded text and, for each of its characters, the raw offset it came from.

    ``offsets`` has one entry more than ``text``: the raw length, so that ends map too.
    """

    text: str
    offsets: Sequence[int]

    def raw(self, start: int, end: int) -> Span:
        """The raw span behind ``text[start:end]``, marks that folded away included."""
        if start == end:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.offsets[end])

    def at(self, raw_offset: int) -> int:
        """The first folded position at or after a raw offset."""
        return bisect_left(self.offsets, raw_offset)


_MEMO = 16_384
"""Words whose folding is remembered; then remembering begins anew."""


class _FoldTable(dict[int, str]):
    """Code point → folded text, worked out once for each character met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = "" if char == "\N{ARABIC TATWEEL}" else _fold_char(char)
        self[code] = folded
        return folded


def _fold_char(char: str) -> str:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return ""
    # Letters first: NFKD would split أ into alef + hamza and leave the hamza to be dropped.
    char = char.translate(_LETTERS)
    pieces = []
    for piece in unicodedata.normalize("NFKD", char):
        category = unicodedata.category(piece)
        if category in {"Mn", "Me", "Cf"}:
            continue
        if category == "Nd":
            piece = str(unicodedata.decimal(piece))  # noqa: PLW2901
        elif category in {"Zs", "Zl", "Zp"} or piece in "\t\r\n\v\f":
            piece = " "  # noqa: PLW2901
        pieces.append(piece.translate(_LETTERS).casefold())
    return "".join(pieces)


_TABLE = _FoldTable()


def fold(text: str) -> Folded:
    """Fold ``text`` and keep, for every folded character, where it came from."""
    folded = text.translate(_TABLE)
    uneven = [char for char in set(text) if len(_TABLE[ord(char)]) != 1]
    if not uneven:
        return Folded(folded, range(len(text) + 1))
    offsets: list[int] = []
    start = 0
    for match in re.finditer(f"[{re.escape(''.join(uneven))}]", text):
        at = match.start()
        offsets.extend(range(start, at))
        offsets.extend([at] * len(_TABLE[ord(text[at])]))
        start = at + 1
    offsets.extend(range(start, len(text) + 1))
    return Folded(folded, offsets)


def fold_text(text: str) -> str:
    """Fold ``text`` where the way back is not needed (lexicon keys, index terms)."""
    return text.translate(_TABLE)


class _WordTable(dict[str, str]):
    """Word → folded word, since words recur."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MEMO:
            self.clear()
        folded = fold_text(word)
        self[word] = folded = word if folded == word else folded  # held once
        return folded


fold_word = _WordTable().__getitem__
"""`fold_text` of a single word of a text."""


def fold_words(text: str) -> str:
    """The folded words of ``text`` alone, by which names and labels are looked up."""
    return _NO_LETTERS.sub(" ", fold_text(text)).strip()
