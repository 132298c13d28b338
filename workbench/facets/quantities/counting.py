"""Whether a number counts or measures something, and is no pronoun, pair or name."""

from __future__ import annotations

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Tokens
from workbench.facets.quantities.figure import UNCOUNTED, Figure
from workbench.facets.quantities.lexicon import QuantityLexicon
from workbench.facets.quantities.units import UnitKind

_SMALL = 10
"""A number word below this, with no noun, is more often a pronoun than a figure."""


class Counting:
    """Tells figures of one text from numbers that are none."""

    def __init__(self, tokens: Tokens, lexicon: QuantityLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._units = lexicon.units

    def counts(self, figure: Figure) -> bool:
        """Whether it is a figure at all, and no pronoun, pair or name."""
        tokens, number = self._tokens, figure.number
        if figure.unit is UNCOUNTED and self._lexicon.names.is_uncounted_name(tokens, number):
            return False
        if figure.unit is UNCOUNTED and self._is_ranked(number):
            return False
        if figure.unit.kind is UnitKind.UNKNOWN and self._lexicon.names.is_labelled(tokens, number):
            return False
        return not number.worded or self._words_count(figure)

    def _is_ranked(self, number: Number) -> bool:
        """Whether digits have the article and no noun before them: الثانية والـ21."""
        tokens, definite = self._tokens, self._lexicon.numbers.definite
        if not number.digits or tokens[number.first].prefix not in definite:
            return False
        return not tokens[number.first - 1].word.startswith(tuple(definite))

    def _words_count(self, figure: Figure) -> bool:
        number = figure.number
        before = self._tokens[number.first - 1]
        if self._lexicon.numbers.is_definite(self._tokens[number.first]):
            return figure.noun is not None
        if number.value <= 2 and before.word in self._lexicon.determiners:
            return False
        if number.value <= 2 and not self._is_small_count(figure):
            return False
        part = number.value > 1 and self._is_part(number.last)
        big = number.value >= _SMALL or part or before.word in self._lexicon.data.further_before
        return big or figure.unit is not UNCOUNTED or self._in_ratio(number) or self._bound(figure)

    def _is_part(self, index: int) -> bool:
        """Whether "of these", من أفرادها follows; "of them" counts nothing that is named."""
        named = not self._lexicon.data.modifiers_first
        named = named or self._tokens[index + 1].word in self._lexicon.determiners
        return named and self._tokens[index].word in self._lexicon.numbers.of

    def _is_small_count(self, figure: Figure) -> bool:
        """ "one soldier", "two sides"; not "one of the", nor اثنان after a dual."""
        tokens, number = self._tokens, figure.number
        if number.value == 2:
            before = self._units.units.at(tokens, number.first - 1)
            return before is None or not before[1].dual
        if number.value != 1:
            return True
        if tokens[number.last].word in self._lexicon.numbers.of:
            return False
        return figure.unit.kind in {UnitKind.THING, UnitKind.MEASURE, UnitKind.CURRENCY}

    def begins_pair(self, figure: Figure) -> bool:
        """ "three or four years", ثلاثة إلى خمسة أيام, "one in five"."""
        number, tokens = figure.number, self._tokens
        if not number.worded or self._lexicon.numbers.is_definite(tokens[number.first]):
            return False
        link = tokens[number.last]
        if self._lexicon.ratio.at(tokens, number.last) is not None:
            return True
        linked = link.word in self._lexicon.range_to or link.word in DASHES
        following = tokens[number.last + 1]
        return linked and following.core in self._lexicon.numbers.starters

    def _in_ratio(self, number: Number) -> bool:
        ratio = self._lexicon.ratio
        before = ratio.before(self._tokens, number.first)
        return ratio.at(self._tokens, number.last) is not None or before is not None

    def _bound(self, figure: Figure) -> bool:
        bounds = self._lexicon.bounds
        return (
            bounds.before(self._tokens, figure.first) is not None
            or bounds.change(self._tokens, figure.first, "") != ""
        )
