"""Fractions, of a measure ("half an hour") or as a share of a whole ("half of voters")."""

from __future__ import annotations

from decimal import Decimal

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.quantities.figure import PERCENT, Figure
from workbench.facets.quantities.lexicon import QuantityLexicon
from workbench.facets.quantities.unit import Noun, UnitKind
from workbench.facets.types import Comparator

_PLACES = Decimal("0.01")


class Shares:
    """Reads the fractions of one text."""

    def __init__(self, tokens: Tokens, lexicon: QuantityLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._units = lexicon.units

    def read(self, number: Number) -> Figure | None:
        """ "half an hour" is 0.5 hours, "half of voters" is about 50 percent of them."""
        tokens, lexicon = self._tokens, self._lexicon.numbers
        before = self._tokens[number.first - 1]
        changed = before.word in self._lexicon.by  # "by the third" (بمقدار الثلث)
        definite = lexicon.is_definite(tokens[number.first]) and not changed
        if definite or before.word in lexicon.ordinal_words:
            return None
        index = self._past_joints(number.last)
        measure = self._units.units.at(tokens, index)
        value = number.value
        measured = measure is not None and value * 4 % 1 == 0
        kinds = {UnitKind.MEASURE, UnitKind.DURATION}
        if index > number.last:
            kinds.add(UnitKind.CURRENCY)  # "half a cent"
        halved = measure is not None and measure[1].name in self._lexicon.halved
        if measured and measure and (halved or measure[1].kind in kinds):
            if tokens[index].prefix:
                return None
            noun = Noun(measure[1], index, measure[0])
            return Figure(number, value, value, number.first, measure[0], measure[1], noun)
        hyphened = tokens[number.last].word in DASHES and not tokens[number.last].spaced
        owned = tokens.raw(number.last - 1).endswith(self._lexicon.owned_endings)  # نصفهم
        whole = changed or owned or self._is_whole(number.last) or self._stands_alone(number)
        if hyphened or not whole:
            return None
        at = self._past_determiners(number)
        noun_after = None if owned else self._units.noun_after(tokens, at, definite=True)
        last = noun_after.last if noun_after else number.last
        percent = (value * 100).quantize(_PLACES)
        return Figure(
            number,
            percent,
            percent,
            number.first,
            last,
            PERCENT,
            noun_after,
            comparator=Comparator.ABOUT,
        )

    def _past_joints(self, index: int) -> int:
        """Past what joins a fraction to its measure: "half *an* hour", "a quarter *of a* percentage
        point", "a half*-*hour delay"."""
        tokens, lexicon = self._tokens, self._lexicon.numbers
        after = tokens[index + 1]
        if tokens[index].word in lexicon.of and after.word in lexicon.articles:
            return index + 2
        if tokens[index].word in DASHES and not (tokens[index].spaced or after.spaced):
            return index + 1
        return index + (tokens[index].word in lexicon.articles)

    def _is_whole(self, index: int) -> bool:
        """Whether the words at ``index`` name what a fraction is of."""
        token, lexicon = self._tokens[index], self._lexicon
        if token.line:
            return False
        if lexicon.data.modifiers_first:
            return token.word in lexicon.numbers.of or token.word in lexicon.determiners
        if any(token.word.startswith(prefix) for prefix in lexicon.numbers.definite):
            return True
        if self._tokens.raw(index).endswith(lexicon.owned_endings):
            return True  # نصف قيمته
        # Made definite by what comes after it: نصف سكان اليمن.
        noun = self._units.noun_after(self._tokens, index, definite=True)
        return noun is not None and noun.unit.kind is UnitKind.THING

    def _stands_alone(self, number: Number) -> bool:
        """Whether a fraction stands for those it is of: "*a third were* hurt", "*more than half*
        said so"; "a third was" may be another one."""
        tokens, lexicon = self._tokens, self._lexicon
        behind = tokens[number.last]
        if not lexicon.data.modifiers_first or behind.kind is not Kind.WORD or behind.line:
            return False
        bound = number.value * 2 == 1 and lexicon.bounds.before(tokens, number.first) is not None
        return bound or behind.word in lexicon.plural_verbs

    def _past_determiners(self, number: Number) -> int:
        index = number.last
        skipped = self._lexicon.numbers.of | self._lexicon.determiners
        while self._lexicon.data.modifiers_first and self._tokens[index].word in skipped:
            index += 1
        return index
