"""Figures that have exchanged what they are of: "12 died and 30 were hurt", "30 died and 12 were
hurt"; "passed 52-47", "passed 47-52"; "5 percent, down from 6", "6 percent, down from 5"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from workbench.language.fold import fold_text
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.posts import plain
from workbench.matching.statement.readings import reading_of
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.levels import way_at

_TALLY = re.compile(r"(?<![\d-])(\d{1,3})[-\u2013:](\d{1,3})(?![\d-])")
_TWO = 2
_Two = tuple[Word, Word]
"""A word here and the same there."""
_Value = tuple[Decimal | None, Decimal | None, str]
_Figure = tuple[str, int, tuple[str, str]]
"""A figure as the text has it, the token at which it stands, its unit and what it counts."""
_Figures = tuple[tuple[_Figure, _Figure], tuple[_Figure, _Figure]]
"""Two figures here, and the same two there."""
_Beside = tuple[int | None, int | None, int | None, int | None]
_Near = Callable[[int, Sequence[int]], int | None]
"""Of a figure's token and those of the shared words, which of the words it is of."""


def find_crossed(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """Whether two figures that both give have exchanged the words that they stand beside."""
    turned = _turned_tally(here, there)
    if turned is not None:
        return turned
    ours, theirs = _figures(here), _figures(there)
    both = [value for value in ours if value in theirs]
    if len(both) < _TWO:
        return None
    words = [pair for pair in shared if not (pair[0].aside or pair[1].aside)]
    words = [pair for pair in words if not any(map(_is_counted, pair, (here, there)))]
    places = [[pair[side].place for pair in words] for side in (0, 1)]
    for one, other in combinations(both, 2):
        figures = (ours[one], ours[other]), (theirs[one], theirs[other])
        beside = [_beside(figures, places, near) for near in (_before, _behind, _nearest)]
        exchanged = any(map(_are_exchanged, beside))
        kept = any(map(_have_stayed, beside)) or _are_marked(figures, (here, there))
        if exchanged or (_are_turned(figures) and not kept):
            shown = f"{ours[one][0]}, {ours[other][0]}"
            told = f"{theirs[one][0]}, {theirs[other][0]}"
            return Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.FIGURES_DIFFER, shown, told)
    return None


def _turned_tally(here: Statement, there: Statement) -> Finding | None:
    """Whether one gives a vote or a score the other way round."""
    ours, theirs = (_TALLY.findall(fold_text(each.text)) for each in (here, there))
    for one, other in ours:
        if one != other and (other, one) in theirs and (one, other) not in theirs:
            shown = f"{one}-{other}", f"{other}-{one}"
            return Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.FIGURES_DIFFER, *shown)
    return None


def _figures(statement: Statement) -> Mapping[_Value, _Figure]:
    """The figures that stand once in a statement, by what they allow."""
    quantities = statement.facets.quantities
    if len(quantities) < _TWO or plain(statement.text) != statement.text:
        return {}
    reading = reading_of(statement)
    found: dict[_Value, _Figure] = {}
    for each in quantities:
        value = each.low, each.high, each.vague
        if value in found:
            return {}
        kind = each.unit, fold_text(each.counted)
        found[value] = each.surface, reading.at_offset(each.span.start), kind
    return found


def _is_counted(word: Word, statement: Statement) -> bool:
    """Whether a word only says what a figure counts: "12 *soldiers* died", no "12 *injured*"."""
    if not groups().growing.isdisjoint(word.meanings):
        return False
    return any(word.surface in each.counted.split() for each in statement.facets.quantities)


def _beside(figures: _Figures, places: Sequence[Sequence[int]], near: _Near) -> _Beside:
    """Which of the shared words each of two figures is beside, in both texts."""
    (one, other), (same, second) = (
        [near(place, side) for _, place, _ in pair]
        for pair, side in zip(figures, places, strict=True)
    )
    return one, other, same, second


def _are_exchanged(beside: _Beside) -> bool:
    one, other, same, second = beside
    return None not in (one, other) and one != other and (one, other) == (second, same)


def _have_stayed(beside: _Beside) -> bool:
    """Whether each of two figures is beside a word of its own, the same in both texts."""
    one, other, same, second = beside
    return one != other and (one, other) == (same, second)


def _are_turned(figures: _Figures) -> bool:
    """Whether of two figures of one thing that which comes first here comes second there."""
    (one, other), (same, second) = ([place for _, place, _ in pair] for pair in figures)
    units = {kind[0] for pair in figures for _, _, kind in pair if kind[0]}
    counted = {kind[1] for pair in figures for _, _, kind in pair}
    one_thing = len(units) < _TWO and len(counted) < _TWO
    return one_thing and (one < other) != (same < second)


def _are_marked(figures: _Figures, both: tuple[Statement, Statement]) -> bool:
    """Whether it is told in both which of two figures is which: "from 4 to 3", "to 3 from 4"."""
    ours, theirs = (
        [way_at(statement, place) for _, place, _ in pair]
        for pair, statement in zip(figures, both, strict=True)
    )
    return ours == theirs and ours[0] != ours[1]


def _before(figure: int, words: Sequence[int]) -> int | None:
    found = (at for at, place in enumerate(words) if place < figure)
    return max(found, key=words.__getitem__, default=None)


def _behind(figure: int, words: Sequence[int]) -> int | None:
    found = (at for at, place in enumerate(words) if place > figure)
    return min(found, key=words.__getitem__, default=None)


def _nearest(figure: int, words: Sequence[int]) -> int | None:
    """The nearest; of two as near the one behind, but for a word right before it."""
    before, behind = _before(figure, words), _behind(figure, words)
    if before is None or behind is None:
        return behind if before is None else before
    gaps = figure - words[before], words[behind] - figure
    return before if gaps[0] < gaps[1] or gaps == (1, 1) else behind
