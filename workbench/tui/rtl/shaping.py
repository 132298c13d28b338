"""A word as a row of glyphs: clusters of characters that share cells, Arabic letters joined.

Terminals draw one code point a cell and most join nothing, so each Arabic letter is replaced by
its presentation form. The forms come from Unicode's own decompositions: a letter that has an
initial form joins on both sides, one that has a final form joins what stands before it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from rich.cells import get_character_cell_size

from workbench.tui.rtl.sanitise import INVISIBLE, sanitise

_DOTTED_CIRCLE = "\N{DOTTED CIRCLE}"
_MAX_MARKS = 6
_TATWEEL = "\u0640"
_LAM = "\u0644"
_TAB = "    "


class Glyph(NamedTuple):
    """What one or more characters look like."""

    text: str
    width: int
    """In terminal cells: 1 or 2."""
    length: int
    """How many characters of the text it stands for."""


class _Forms(NamedTuple):
    """The presentation forms of a letter, nothing where it has none."""

    isolated: str = ""
    final: str = ""
    initial: str = ""
    medial: str = ""


@cache
def _forms() -> tuple[dict[str, _Forms], dict[str, _Forms]]:
    """Letter → its forms, and the second letter of a lam-alef → the ligature's forms."""
    letters: dict[str, dict[str, str]] = {}
    ligatures: dict[str, dict[str, str]] = {}
    for point in (*range(0xFB50, 0xFDD0), *range(0xFE80, 0xFEFD)):
        kind, _, letters_of = unicodedata.decomposition(chr(point)).partition(" ")
        parts = "".join([chr(int(part, 16)) for part in letters_of.split()])
        form = kind.strip("<>")
        if len(parts) == 1:
            letters.setdefault(parts, {}).setdefault(form, chr(point))
        elif point >= 0xFEF5 and parts[0] == _LAM:
            ligatures.setdefault(parts[1], {})[form] = chr(point)
    # A tatweel has one shape but joins on both sides.
    letters[_TATWEEL] = dict.fromkeys(_Forms._fields, _TATWEEL)
    return (
        {letter: _Forms(**found) for letter, found in letters.items()},
        {letter: _Forms(**found) for letter, found in ligatures.items()},
    )


_ARABIC = re.compile("[\u0620-\u06d5\u06ee-\u06ff]")
_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]+")
_PLAIN = re.compile("[!-~\u00a1-\u00a5\u00a7-\u00ac\u00ae-\u02ff\u0370-\u0377\u0400-\u0482]*")


class Shape(NamedTuple):
    """A word or a run of blanks as it is drawn, in logical order."""

    glyphs: tuple[Glyph, ...]
    width: int
    """In terminal cells."""


@lru_cache(maxsize=16384)
def shape(word: str, joined: bool = True) -> Shape:
    """What a run of text without line breaks looks like.

    The glyphs' lengths add up to the length of ``word``; none is without width. The last
    thousands of words are remembered: an article says most of its words more than once.

    Args:
        word: any text.
        joined: whether Arabic letters take their joined forms.
    """
    if _PLAIN.fullmatch(word):
        found = [_glyph(letter, "", 1) for letter in word]
    elif word.isspace():
        found = [_space(character) for character in word]
    else:
        clusters = _letters(word) if _LETTERS.fullmatch(word) else _clusters(word)
        if joined and _ARABIC.search(word):
            clusters = _joined(_with_ligatures(clusters) if _LAM in word else clusters)
        found = [_glyph(base, marks, length) for base, marks, length in clusters]
    return Shape(tuple(found), sum([glyph.width for glyph in found]))


# A base, the marks on it, and how many characters both are.
_Cluster = tuple[str, str, int]


def _letters(word: str) -> list[_Cluster]:
    return [(letter, "", 1) for letter in word]


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) != 0 or get_character_cell_size(character) == 0


_PICTURE_CHAIN = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\u20e3]")


def _clusters(word: str) -> list[_Cluster]:
    """Each base with the marks on it; pictures with what modifies them."""
    shown = sanitise(word)
    found: list[_Cluster] = []
    for place, character in enumerate(shown):
        raw = word[place]
        if found and _PICTURE_CHAIN.match(raw) and _modifies(found[-1][0]):
            base, marks, length = found[-1]
            found[-1] = (base, marks, length + 1)
        elif not _is_mark(character):
            found.append((character, "", 1))
        elif found:
            base, marks, length = found[-1]
            found[-1] = (base, marks + character, length + 1)
        else:
            found.append((_DOTTED_CIRCLE, character, 1))
    return found


def _modifies(base: str) -> bool:
    """Whether a variation selector, skin tone or keycap belongs to the picture before it.

    Terminals disagree on their width, so they are not drawn; after any other character a
    selector shows as an invisible character's mark.
    """
    return unicodedata.category(base) == "So" or base in "0123456789#*"


_NO_FORMS = _Forms()


def _joined(clusters: list[_Cluster]) -> list[_Cluster]:
    """Each Arabic letter in the form that its neighbours ask for."""
    letters, ligatures = _forms()
    known = [ligatures.get(base[1:]) or letters.get(base, _NO_FORMS) for base, _, _ in clusters]
    shaped: list[_Cluster] = []
    before = False  # whether the letter before reaches out to this one
    for (base, marks, length), forms, following in zip(
        clusters, known, [*known[1:], _NO_FORMS], strict=True
    ):
        reaches = bool(forms.initial and following.final)
        if before and forms.final:
            form = forms.medial if reaches else forms.final
        else:
            form = forms.initial if reaches else forms.isolated
        shaped.append((form or base, marks, length))
        before = reaches
    return shaped


def _with_ligatures(clusters: list[_Cluster]) -> list[_Cluster]:
    """Lam and alef as one cluster, with the marks of both."""
    _, ligatures = _forms()
    found: list[_Cluster] = []
    for base, marks, length in clusters:
        if found and found[-1][0] == _LAM and base in ligatures:
            _, more, longer = found[-1]
            found[-1] = (_LAM + base, more + marks, longer + length)
        else:
            found.append((base, marks, length))
    return found


@lru_cache(maxsize=4096)
def _glyph(base: str, marks: str, length: int) -> Glyph:
    cells = sum([get_character_cell_size(character) for character in base])
    if not cells:
        return Glyph(INVISIBLE, 1, length)
    return Glyph(base + marks[:_MAX_MARKS], cells, length)


def _space(character: str) -> Glyph:
    if character == "\t":
        return Glyph(_TAB, len(_TAB), 1)
    return Glyph("  ", 2, 1) if get_character_cell_size(character) == 2 else Glyph(" ", 1, 1)
