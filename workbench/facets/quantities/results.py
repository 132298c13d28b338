"""The two figures of a result that is told in words: "by *seven* votes to *four*"."""

from __future__ import annotations

from decimal import Decimal

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import SENTENCE_ENDS, Tokens
from workbench.facets.quantities.lexicon import QuantityLexicon

_OPENER = 8
"""Words before a result within which it is said that somebody won, lost or voted."""


class Results:
    """Tells numbers that are one side of a result in one text."""

    def __init__(self, tokens: Tokens, lexicon: QuantityLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon

    def has_side(self, number: Number) -> bool:
        """Whether a number is set against another: "voted *nine* to *four*", "took *six* for 41";
        a range rises ("two to four weeks"), and only a change comes "from" somewhere."""
        link = number.last + (self._tokens[number.last].word in self._lexicon.score_words)
        link = number.last if self._tokens[number.last].word in self._lexicon.score_links else link
        behind = self._value(link + 1)
        if behind is not None and self._sets_against(link, number.value, behind):
            return self._is_opened(number.first)
        link = number.first - 1
        first = link - 1
        linked = self._tokens[link].word in self._lexicon.score_links
        if linked and self._tokens[first].word in self._lexicon.score_words:
            first -= 1
        before = self._value(first)
        if before is None or not self._sets_against(link, before, number.value):
            return False
        return self._is_opened(first)

    def _sets_against(self, link: int, first: Decimal, second: Decimal) -> bool:
        word = self._tokens[link].word
        if word not in self._lexicon.score_links or self._tokens[link].line:
            return False
        return word not in self._lexicon.range_to or first > second

    def _value(self, index: int) -> Decimal | None:
        """The number that one word is."""
        word = self._tokens[index].word
        if word.isdecimal():
            return Decimal(word)
        told = self._lexicon.data.cardinals.get(word)
        return None if told is None else Decimal(told)

    def _is_opened(self, first: int) -> bool:
        """Whether it is said shortly before what the figures are the result of."""
        if self._lexicon.from_.before(self._tokens, first) is not None:
            return False
        for place in range(first - 1, max(first - 1 - _OPENER, -1), -1):
            token = self._tokens[place]
            if token.word in self._lexicon.score_openers:
                return True
            if token.word in SENTENCE_ENDS or self._tokens[place + 1].line:
                return False
        return self._tokens[first + 1].word in self._lexicon.score_words - self._lexicon.range_to
