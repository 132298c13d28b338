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
    return (
        {letter: _Forms(**found) for letter, found in letters.items()},
        {letter: _Forms(**found) for letter, found in ligatures.items()},
    )


_ARABIC = re.compile("[\u0620-\u06d5\u06ee-\u06ff]")
_PLAIN = re.compile("[!-~\u00a1-\u00a5\u00a7-\u00ac\u00ae-\u02ff\u0370-\u0377\u0400-\u0482]*")


@lru_cache(maxsize=16384)
def glyphs(word: str, joined: bool = True) -> tuple[Glyph, ...]:
    """The glyphs of a run of text without line breaks, in logical order.

    Their lengths add up to the length of ``word``; none is without width. The last thousands of
    words are remembered: an article says most of its words more than once.
    """
    if _PLAIN.fullmatch(word):
        return tuple([Glyph(letter, 1, 1) for letter in word])
    if word.isspace():
        return tuple([_space(character) for character in word])
    clusters = _clusters(word)
    if joined and _ARABIC.search(word):
        clusters = _joined(clusters)
    return tuple([_glyph(base, marks, length) for base, marks, length in clusters])


class _Cluster(NamedTuple):
    base: str
    marks: str
    length: int


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) != 0 or get_character_cell_size(character) == 0


_PICTURE_CHAIN = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\u20e3]")


def _clusters(word: str) -> list[_Cluster]:
    """Each base with the marks on it; pictures with what modifies them."""
    shown = sanitise(word)
    found: list[_Cluster] = []
    for place, character in enumerate(shown):
        raw = word[place]
        if found and _PICTURE_CHAIN.match(raw) and _modifies(found[-1].base, raw):
            base, marks, length = found[-1]
            found[-1] = _Cluster(base, marks, length + 1)
        elif not _is_mark(character):
            found.append(_Cluster(character, "", 1))
        elif found:
            base, marks, length = found[-1]
            found[-1] = _Cluster(base, marks + character, length + 1)
        else:
            found.append(_Cluster(_DOTTED_CIRCLE, character, 1))
    return found


def _modifies(base: str, raw: str) -> bool:
    """Whether a variation selector, skin tone or keycap belongs to the picture before it.

    Terminals disagree on their width, so they are not drawn; after any other character a
    selector shows as an invisible character's mark.
    """
    return unicodedata.category(base) == "So" or base in "0123456789#*"


def _joined(clusters: list[_Cluster]) -> list[_Cluster]:
    letters, ligatures = _forms()
    clusters = _with_ligatures(clusters, ligatures)
    known = [ligatures.get(cluster.base[1:]) or letters.get(cluster.base) for cluster in clusters]
    shaped: list[_Cluster] = []
    before = False  # whether the letter before reaches out to this one
    for place, cluster in enumerate(clusters):
        forms = known[place]
        if cluster.base == _TATWEEL:
            shaped.append(cluster)
            before = True
            continue
        after = place + 1 < len(clusters) and _takes(clusters[place + 1].base, known[place + 1])
        if forms is None:
            shaped.append(cluster)
            before = False
            continue
        reaches = after and bool(forms.initial)
        if before and forms.final:
            form = forms.medial if reaches else forms.final
        else:
            form = forms.initial if reaches else forms.isolated
        shaped.append(cluster._replace(base=form or cluster.base))
        before = reaches
    return shaped


def _takes(base: str, forms: _Forms | None) -> bool:
    """Whether a letter joins the one before it."""
    return base == _TATWEEL or (forms is not None and bool(forms.final))


def _with_ligatures(clusters: list[_Cluster], ligatures: dict[str, _Forms]) -> list[_Cluster]:
    """Lam and alef as one cluster, with the marks of both."""
    found: list[_Cluster] = []
    for cluster in clusters:
        if found and found[-1].base == _LAM and cluster.base in ligatures:
            _, marks, length = found[-1]
            found[-1] = _Cluster(
                _LAM + cluster.base, marks + cluster.marks, length + cluster.length
            )
        else:
            found.append(cluster)
    return found


def _glyph(base: str, marks: str, length: int) -> Glyph:
    cells = sum([get_character_cell_size(character) for character in base])
    if not cells:
        return Glyph(INVISIBLE, 1, length)
    return Glyph(base + marks[:_MAX_MARKS], cells, length)


def _space(character: str) -> Glyph:
    if character == "\t":
        return Glyph(_TAB, len(_TAB), 1)
    return Glyph("  ", 2, 1) if get_character_cell_size(character) == 2 else Glyph(" ", 1, 1)
