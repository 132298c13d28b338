"""Which way each character runs: Unicode's bidirectional algorithm (UAX #9).

Classes are one letter each in a string as long as the text, so that most rules are one regular
expression and a paragraph costs microseconds. ``benchmarks/bidi_conformance.py`` runs Unicode's
``BidiTest.txt`` and ``BidiCharacterTest.txt`` on it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from itertools import groupby

from workbench.tui.rtl.pairs import CLOSERS, CLOSING

_LETTERS = {
    "L": "L", "R": "R", "AL": "a", "EN": "E", "ES": "e", "ET": "t", "AN": "A", "CS": "c",
    "NSM": "n", "BN": "b", "B": "B", "S": "S", "WS": "W", "ON": "O", "LRE": "1", "LRO": "2",
    "RLE": "3", "RLO": "4", "PDF": "5", "LRI": "l", "RLI": "r", "FSI": "f", "PDI": "p",
}  # fmt: skip
_MAX_DEPTH = 125
_MAX_BRACKETS = 63

# Code points Python's tables do not know yet (DerivedBidiClass.txt, "@missing" lines).
_UNKNOWN = (
    (0xE0000, 0xE0FFF, "b"), (0xFDD0, 0xFDEF, "b"),
    (0x0600, 0x07BF, "a"), (0x0860, 0x08FF, "a"), (0xFB50, 0xFDFF, "a"), (0xFE70, 0xFEFF, "a"),
    (0x10D00, 0x10D3F, "a"), (0x10EC0, 0x10EFF, "a"), (0x10F30, 0x10F6F, "a"),
    (0x1EC70, 0x1ECBF, "a"), (0x1ED00, 0x1ED4F, "a"), (0x1EE00, 0x1EEFF, "a"),
    (0x0590, 0x085F, "R"), (0xFB1D, 0xFB4F, "R"), (0x10800, 0x10FFF, "R"), (0x1E800, 0x1EFFF, "R"),
    (0x20A0, 0x20CF, "t"),
)  # fmt: skip


class _Classes(dict[int, str]):
    """A translation table from characters to class letters that fills itself."""

    def __missing__(self, point: int) -> str:
        name = unicodedata.bidirectional(chr(point))
        letter = self[point] = _LETTERS[name] if name else _unknown_class(point)
        return letter


def _unknown_class(point: int) -> str:
    if point & 0xFFFE == 0xFFFE:
        return "b"
    return next((code for first, last, code in _UNKNOWN if first <= point <= last), "L")


_CLASSES = _Classes()


def classes(text: str) -> str:
    """The bidirectional class of each character of ``text``, one letter each."""
    return text.translate(_CLASSES)


def paragraph_level(text: str, default: int = 0) -> int:
    """0 for a paragraph that starts left to right, 1 for right to left (rules P2 and P3).

    Args:
        text: one paragraph.
        default: the answer where nothing in it has a direction.
    """
    return _first_strong(classes(text), default)


_STRONG_OR_ISOLATE = re.compile("[LRalrfp]")


def _first_strong(codes: str, default: int, start: int = 0, end: int | None = None) -> int:
    depth = 0
    for found in _STRONG_OR_ISOLATE.finditer(codes, start, len(codes) if end is None else end):
        code = found[0]
        if code in "lrf":
            depth += 1
        elif code == "p":
            depth = max(0, depth - 1)
        elif not depth:
            return 0 if code == "L" else 1
    return default


_TURNS = re.compile("[RaA1-4lrf]")
_EXPLICIT = re.compile("[b1-5lrfp]")


def levels(text: str, base: int) -> Sequence[int]:
    """The embedding level of each character of one paragraph, before rule L1.

    Args:
        text: one paragraph; a separator may stand at its end.
        base: the paragraph's own level, 0 or 1.

    Characters that rule X9 removes get the level of what stands before them.
    """
    codes = classes(text)
    if not base and not _TURNS.search(codes):
        return bytes(len(text))
    if _EXPLICIT.search(codes):
        return _with_embeddings(text, codes, base)
    side = "LR"[base]
    return _resolve(text, codes, side, side, base)


# --- rules W1 to I2, on one isolating run sequence -----------------------------------------------

_AFTER_ISOLATE = re.compile("(?<=[lrfp])n+")
_MARKS = re.compile("(.)n+", re.DOTALL)
_AFTER_ARABIC = re.compile("a[^LR]*")
_EUROPEAN_SEPARATOR = re.compile("(?<=E)[ec](?=E)")
_ARABIC_SEPARATOR = re.compile("(?<=A)c(?=A)")
_TERMINATORS = re.compile("t+(?=E)|(?<=E)t+")
_AFTER_LATIN = re.compile("L[^R]*")
_NEUTRALS = re.compile("[BSWOlrfp]+")
_LEFTOVER = str.maketrans("etc", "OOO")
_IMPLICIT = (
    {"L": 0, "R": 1, "A": 2, "E": 2},
    {"L": 1, "R": 0, "A": 1, "E": 1},
)


def _resolve(text: str, codes: str, before: str, after: str, level: int) -> bytes:
    """Levels of a sequence of ``level`` between ``before`` and ``after`` (its sos and eos)."""
    side = "LR"[level % 2]
    weak = _weak(before + codes)
    if "O" in weak and (pairs := _bracket_pairs(text, weak)):
        weak = _pair_brackets(pairs, codes, weak, side)
    strong = _neutrals(weak + after, side)
    table = _IMPLICIT[level % 2]
    return bytes([level + table[code] for code in strong[1:-1]])


def _same(found: re.Match[str], code: str) -> str:
    return code * (found.end() - found.start())


def _weak(codes: str) -> str:
    """Rules W1 to W7; the first letter is the sequence's sos."""
    if "n" in codes:
        codes = _AFTER_ISOLATE.sub(lambda found: _same(found, "O"), codes)
        codes = _MARKS.sub(lambda found: _same(found, found[1]), codes)
    if "E" in codes and "a" in codes:
        codes = _AFTER_ARABIC.sub(lambda found: found[0].replace("E", "A"), codes)
    codes = codes.replace("a", "R")
    if "E" in codes:
        codes = _EUROPEAN_SEPARATOR.sub("E", codes)
    if "A" in codes:
        codes = _ARABIC_SEPARATOR.sub("A", codes)
    if "E" in codes:
        codes = _TERMINATORS.sub(lambda found: _same(found, "E"), codes)
    codes = codes.translate(_LEFTOVER)
    if "E" in codes:
        codes = _AFTER_LATIN.sub(lambda found: found[0].replace("E", "L"), codes)
    return codes


def _neutrals(codes: str, side: str) -> str:
    """Rules N1 and N2; sos and eos stand at the ends."""

    def between(found: re.Match[str]) -> str:
        left, right = codes[found.start() - 1], codes[found.end()]
        if (left == "L") == (right == "L"):
            return _same(found, "L" if left == "L" else "R")
        return _same(found, side)

    return _NEUTRALS.sub(between, codes)


_BRACKET = re.compile("[" + re.escape("".join([*CLOSING, *CLOSERS])) + "]")


def _bracket_pairs(text: str, weak: str) -> list[tuple[int, int]]:
    """Rule BD16: positions of brackets that belong together, by the opening one."""
    open_brackets: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for found in _BRACKET.finditer(text):
        place = found.start()
        if weak[place + 1] != "O":
            continue
        closing = CLOSING.get(found[0])
        if closing is not None:
            if len(open_brackets) == _MAX_BRACKETS:
                return []
            open_brackets.append((closing, place))
            continue
        wanted = CLOSERS[found[0]]
        for depth in range(len(open_brackets) - 1, -1, -1):
            if open_brackets[depth][0] == wanted:
                pairs.append((open_brackets[depth][1], place))
                del open_brackets[depth:]
                break
    return sorted(pairs)


def _pair_brackets(pairs: list[tuple[int, int]], codes: str, weak: str, side: str) -> str:
    """Rule N0: both brackets of a pair run the same way."""
    resolved = list(weak)
    own, other = ("R", "EA"), "L"
    if side == "L":
        own, other = ("L", ""), "REA"
    for start, end in pairs:
        inside = set(resolved[start + 2 : end + 1])
        if inside.intersection(own[0] + own[1]):
            code = side
        elif inside.intersection(other):
            code = _direction_before(resolved, start)
        else:
            continue
        for place in (start, end):
            resolved[place + 1] = code
            mark = place + 1
            while mark < len(codes) and codes[mark] == "n":
                resolved[mark + 1] = code
                mark += 1
    return "".join(resolved)


def _direction_before(resolved: list[str], place: int) -> str:
    while resolved[place] not in "LREA":
        place -= 1
    return "L" if resolved[place] == "L" else "R"


# --- rules X1 to X10: explicit embeddings, overrides and isolates --------------------------------


def _with_embeddings(text: str, codes: str, base: int) -> Sequence[int]:
    explicit = _Explicit(codes, base)
    kept = [place for place, code in enumerate(codes) if code not in "b12345"]
    found = [-1] * len(codes)
    for sequence in _sequences(kept, codes, explicit.levels):
        resolved = _resolve(
            "".join([text[place] for place in sequence]),
            "".join([explicit.classes[place] for place in sequence]),
            *_ends(sequence, kept, codes, explicit.levels, base),
            explicit.levels[sequence[0]],
        )
        for place, value in zip(sequence, resolved, strict=True):
            found[place] = value
    last = base
    for place, value in enumerate(found):
        last = found[place] = last if value < 0 else value
    return found


class _Explicit:
    """Rules X1 to X8: the explicit level of each character, and its class under overrides."""

    def __init__(self, codes: str, base: int) -> None:
        self.levels = [base] * len(codes)
        self.classes = list(codes)
        # Each entry: level, the class an override forces, whether an isolate opened it.
        self._stack: list[tuple[int, str, bool]] = [(base, "", False)]
        self._isolates = self._lost_isolates = self._lost_embeddings = 0
        for place, code in enumerate(codes):
            if code == "p":
                self._close_isolate()
            level, override, _ = self._stack[-1]
            if code != "B":
                self.levels[place] = level
                if override and code not in "b12345":
                    self.classes[place] = override
            if code in "1234lrf":
                self._open(code, _isolated_level(codes, place) if code == "f" else -1)
            elif code == "5":
                self._close_embedding()

    def _open(self, code: str, first_strong: int) -> None:
        odd = code in "34r" or first_strong == 1
        level = self._stack[-1][0] + 1
        level += level % 2 != odd
        isolate = code in "lrf"
        if level <= _MAX_DEPTH and not self._lost_isolates and not self._lost_embeddings:
            self._isolates += isolate
            self._stack.append((level, {"2": "L", "4": "R"}.get(code, ""), isolate))
        elif isolate:
            self._lost_isolates += 1
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def _close_isolate(self) -> None:
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            while not self._stack.pop()[2]:
                pass
            self._isolates -= 1

    def _close_embedding(self) -> None:
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif not self._stack[-1][2] and len(self._stack) > 1:
            self._stack.pop()


_ISOLATE_ENDS = re.compile("[lrfp]")


def _isolated_level(codes: str, place: int) -> int:
    """What the isolate that opens at ``place`` would be as a paragraph (rule X5c)."""
    depth = 1
    for found in _ISOLATE_ENDS.finditer(codes, place + 1):
        depth += -1 if found[0] == "p" else 1
        if not depth:
            return _first_strong(codes, 0, place + 1, found.start())
    return _first_strong(codes, 0, place + 1)


def _sequences(kept: list[int], codes: str, explicit: list[int]) -> list[list[int]]:
    """Rule X10 and BD13: level runs, those that an isolate broke joined again."""
    sequences: list[list[int]] = []
    waiting: list[list[int]] = []
    for _, group in groupby(kept, key=explicit.__getitem__):
        sequence = list(group)
        resumed = waiting and explicit[waiting[-1][-1]] == explicit[sequence[0]]
        if codes[sequence[0]] == "p" and resumed:
            waiting[-1].extend(sequence)
            sequence = waiting.pop()
        else:
            sequences.append(sequence)
        if codes[sequence[-1]] in "lrf":
            waiting.append(sequence)
    return sequences


def _ends(
    sequence: list[int], kept: list[int], codes: str, explicit: list[int], base: int
) -> tuple[str, str]:
    """The sequence's sos and eos (rule X10)."""
    level = explicit[sequence[0]]
    first = bisect_left(kept, sequence[0])
    last = bisect_left(kept, sequence[-1]) + 1
    before = explicit[kept[first - 1]] if first else base
    ended = last == len(kept) or codes[sequence[-1]] in "lrf"
    after = base if ended else explicit[kept[last]]
    return "LR"[max(level, before) % 2], "LR"[max(level, after) % 2]


# --- rules L1 and L2, on one line ----------------------------------------------------------------

_TRAILING = re.compile("[WBSb1-5lrfp]*(?:[BS]|$)")


def line_levels(text: str, resolved: Sequence[int], base: int) -> list[int]:
    """Rule L1: separators and the white space before them and at the end take the base level.

    Args:
        text: one line.
        resolved: a level for each of its characters.
        base: the paragraph's level.
    """
    found = list(resolved)
    for blank in _TRAILING.finditer(classes(text)):
        found[blank.start() : blank.end()] = [base] * (blank.end() - blank.start())
    return found


def visual_order(resolved: Sequence[int]) -> list[int]:
    """Rule L2: the places of a line from left to right."""
    order = list(range(len(resolved)))
    if not order:
        return order
    lowest_odd = min((level for level in resolved if level % 2), default=0)
    if not lowest_odd:
        return order
    for level in range(max(resolved), lowest_odd - 1, -1):
        place = 0
        while place < len(order):
            end = place
            while end < len(order) and resolved[order[end]] >= level:
                end += 1
            if end > place:
                order[place:end] = order[place:end][::-1]
            place = max(end, place + 1)
    return order
