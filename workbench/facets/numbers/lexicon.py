"""A language pack's number words, compiled for look-up."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction

import msgspec

from workbench.facets.numbers.tokens import (
    Affixes,
    Phrases,
    Token,
    Vocabulary,
    vocabulary_of,
    words_of,
)
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Numbers


class Part(Enum):
    """What a word adds to the number that it stands in."""

    DIGITS = "digits"
    UNIT = "unit"
    """1 to 19, and nought."""
    TENS = "tens"
    HUNDREDS = "hundreds"
    """Whole hundreds in one word: ثلاثمئة."""
    SCALE = "scale"
    """Multiplies what stands before."""
    READY = "ready"
    """A scale already multiplied: ألفان."""
    FRACTION = "fraction"
    DECIMALS = "decimals"
    """What follows a spoken decimal point."""


class Piece(msgspec.Struct, frozen=True):
    """One word of a number; ``value`` of a ready scale is that of the scale itself."""

    part: Part
    value: Decimal
    times: Decimal = Decimal(1)


class VagueWord(msgspec.Struct, frozen=True):
    """A word for an uncounted number, and the power of ten it stands for (none: "several")."""

    name: str
    base: Decimal | None


_BASES = {"tens": 10, "hundreds": 100, "thousands": 1000, "millions": 10**6, "billions": 10**9}


def folded(words: tuple[str, ...]) -> frozenset[str]:
    """A pack's words, folded."""
    return frozenset(map(fold_text, words))


class NumberLexicon:
    """What reading numbers asks of a language."""

    def __init__(self, data: Numbers) -> None:
        self.data = data
        self.pieces: Phrases[Piece] = Phrases(_pieces(data))
        self.scale_words = folded(tuple(data.scales))
        self.stops = folded(data.stops)
        self.ready: Phrases[Piece] = Phrases(_ready_pieces(data))
        self.vague: Phrases[VagueWord] = Phrases(_vague_words(data))
        self.ordinals: Phrases[int] = Phrases(data.ordinals.items())
        self.ordinal_words = self.ordinals.words
        self.nobody = folded(data.nobody)
        self.not_numbers = tuple(data.not_numbers)
        self.suffixes = {fold_text(word): Decimal(n) for word, n in data.suffixes.items()}
        self.strong_suffixes = folded(data.strong_suffixes)
        self.ordinal_endings = folded(data.ordinal_endings)
        self.conjunctions = folded(data.conjunctions)
        self.articles = folded(data.articles)
        self.of = folded(data.of)
        self.points = folded(data.points)
        self.minus = folded(data.minus)
        self.reversed_point = fold_text(data.reversed_point)
        self.joining = folded(data.joining)
        self.definite = folded(data.definite)
        self.currency_signs = {words_of(sign): unit for sign, unit in data.currency_signs.items()}
        self.currency_codes = frozenset(filter(str.isupper, data.currencies))
        self.starters = self.pieces.first_words | self.vague.first_words | self.ordinals.first_words
        tables = (self.pieces, self.vague, self.ordinals)
        whole = Vocabulary((), folded(data.whole_words), Affixes.of(data))
        self.vocabulary: Vocabulary = vocabulary_of(tables, data) | whole

    def joins(self, token: Token) -> bool:
        """Whether "and" is written on to the token."""
        return token.prefix in self.joining

    def is_definite(self, token: Token) -> bool:
        """Whether an article is written on to the token."""
        return token.prefix in self.definite


def _pieces(data: Numbers) -> list[tuple[str, Piece]]:
    pieces = [(word, Piece(_part(n), Decimal(n))) for word, n in data.cardinals.items()]
    pieces += [(word, Piece(Part.SCALE, Decimal(n))) for word, n in data.scales.items()]
    pieces += [(word, Piece(Part.SCALE, Decimal(n))) for word, n in data.dozens.items()]
    pieces += _ready_pieces(data)
    for word, ratio in data.fractions.items():
        value = Fraction(ratio)
        share = Decimal(value.numerator) / Decimal(value.denominator)
        pieces.append((word, Piece(Part.FRACTION, share)))
    return pieces


def _ready_pieces(data: Numbers) -> list[tuple[str, Piece]]:
    return [
        (word, Piece(Part.READY, Decimal(n // 2), Decimal(2)))
        for word, n in data.ready_scales.items()
    ]


def _part(value: int) -> Part:
    if value < 20:
        return Part.UNIT
    return Part.TENS if value < 100 else Part.HUNDREDS


def _vague_words(data: Numbers) -> list[tuple[str, VagueWord]]:
    entries = []
    for name in data.vague.__struct_fields__:
        base = _BASES.get(name)
        word = VagueWord(name, None if base is None else Decimal(base))
        entries += [(phrase, word) for phrase in getattr(data.vague, name)]
    return entries


def number_lexicon(pack: LanguagePack) -> NumberLexicon:
    """The compiled number words of a pack."""
    return pack.derived(_compile)


def _compile(pack: LanguagePack) -> NumberLexicon:
    return NumberLexicon(pack.section(Numbers))
