"""Nouns that do not stand straight behind their number: before it, or behind its bracket."""

from __future__ import annotations

from workbench.facets.numbers.tokens import Tokens
from workbench.facets.quantities.figure import Figure
from workbench.facets.quantities.lexicon import QuantityLexicon
from workbench.facets.quantities.unit import Noun, UnitKind

_SINGLE_THINGS = frozenset(UnitKind) - {UnitKind.UNKNOWN}
"""What "one" behind a noun counts."""
_WHOLE = frozenset({UnitKind.THING, UnitKind.DURATION})
_PAIR = 2


class NounsApart:
    """Finds what a number counts where the noun stands first, or behind a bracket."""

    def __init__(self, tokens: Tokens, lexicon: QuantityLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._units = lexicon.units

    def behind_bracket(self, figure: Figure) -> Noun | None:
        """(91) حادثاً: an official count in brackets, what it counts behind them."""
        tokens, last = self._tokens, figure.last
        bracketed = tokens[figure.first - 1].word == "(" and tokens[last].word == ")"
        if self._lexicon.data.modifiers_first or not bracketed or tokens[last + 1].line:
            return None
        found = self._units.units.at(tokens, last + 1)
        if found is None or tokens[last + 1].prefix:
            return None
        return Noun(found[1], last + 1, found[0])

    def before(self, figure: Figure) -> Noun | None:
        """الدول الخمس, جندي واحد: the noun stands before its number."""
        tokens, number = self._tokens, figure.number
        if self._lexicon.data.modifiers_first or tokens[figure.first].line:
            return None
        if self._lexicon.numbers.is_definite(tokens[figure.first]):
            return self._definite_before(figure)
        return self._single_before(figure) if number.worded and number.value <= _PAIR else None

    def _single_before(self, figure: Figure) -> Noun | None:
        """لوحة واحدة, مطلوبين اثنين."""
        tokens, index = self._tokens, figure.first - 1
        token, two = tokens[index], figure.number.value == _PAIR
        found = self._units.units.at(tokens, index)
        # بطبيبة واحدة, لشهر واحد; a noun that is not known to be counted may be a manner.
        counted = found is not None and found[1].kind in {UnitKind.THING, UnitKind.DURATION}
        if self._lexicon.numbers.is_definite(token) or (token.prefix and not (two or counted)):
            return None
        if found is None:
            return self._units.unknown_before(tokens, index, dual=two)
        wanted = self._units.looks_dual(token) if two else not found[1].dual
        named = token.word in self._lexicon.not_single or found[1].kind not in _SINGLE_THINGS
        return Noun(found[1], index, figure.first) if wanted and not named else None

    def _definite_before(self, figure: Figure) -> Noun | None:
        """الدول الخمس, أهداف قطر الثلاثة; not "the stadium of Khoms" (ملعب الخمس)."""
        tokens, index = self._tokens, figure.first - 1
        definite = self._lexicon.numbers.is_definite(tokens[index])
        found = self._units.units.at(tokens, index) if definite else None
        bridged = figure.number.worded and not tokens[index].line
        if found is None and bridged and tokens[index].word not in self._lexicon.stops:
            index -= 1
            found = self._units.units.at(tokens, index)
            found = found if found is not None and found[0] == index + 1 else None
        if found is None or found[1].dual or found[1].kind not in _WHOLE:
            return None
        return Noun(found[1], index, figure.first)
