"""Numbers in a text: digits, number words, scales, fractions, ordinals, vague numbers.

One pass from left to right. What a number counts, and whether it is part of a date or a name,
is for `quantities` and `times` to say.
"""

from __future__ import annotations

from decimal import Decimal

from workbench.facets.numbers.lexicon import NumberLexicon, Part
from workbench.facets.numbers.sum import Number, Sum
from workbench.facets.numbers.tokens import DASHES, VULGAR_FRACTIONS, Kind, Token, Tokens


def read_numbers(tokens: Tokens, lexicon: NumberLexicon) -> list[Number]:
    """All numbers of a text in text order, none inside another."""
    found: list[Number] = []
    behind = 0
    for index, token in tokens.items():
        if index < behind or not _may_begin(token, lexicon):
            continue
        number = _number_at(tokens, index, lexicon)
        if number is not None:
            found.append(number)
            behind = number.last
    return found


def _may_begin(token: Token, lexicon: NumberLexicon) -> bool:
    """Whether a number may begin by a token; by most none may."""
    if token.core in lexicon.starters or token.word in lexicon.starters:
        return True
    return token.kind is Kind.NUMBER or token.core in VULGAR_FRACTIONS


def _number_at(tokens: Tokens, index: int, lexicon: NumberLexicon) -> Number | None:
    token = tokens[index]
    if token.kind is Kind.NUMBER:
        if _ordinal_ending(tokens, index, lexicon):
            return _ordinal(index, index + 2, token.core)
        return Sum(tokens, index, lexicon).read()
    if token.core in lexicon.starters or token.word in lexicon.starters:
        named = bool(lexicon.not_numbers) and _in_name(tokens, index, lexicon)
        if named or _is_compound(tokens, index, lexicon):
            return None
        return (
            _vague_at(tokens, index, lexicon)
            or _ordinal_at(tokens, index, lexicon)
            or Sum(tokens, index, lexicon).read()
        )
    return Sum(tokens, index, lexicon).read()


def _in_name(tokens: Tokens, index: int, lexicon: NumberLexicon) -> bool:
    """Whether a word of number is part of a name or of another word: ميتا, "ten Hag", "ground
    zero", كمية."""
    raw = tokens[index].prefix + tokens.raw(index)
    after = f"{raw} {tokens.raw(index + 1)}" if index + 1 < len(tokens) else raw
    behind = f"{tokens.raw(index - 1)} {raw}" if index else raw
    return behind.endswith(lexicon.not_numbers) or after.startswith(lexicon.not_numbers)


def _is_compound(tokens: Tokens, index: int, lexicon: NumberLexicon) -> bool:
    """Whether a scale stands behind a word and a hyphen ("a multi-million-dollar deal"), or any
    number behind one that makes nobody of it ("no-one")."""
    hyphen = tokens[index - 1]
    if hyphen.word not in DASHES or hyphen.spaced or tokens[index].spaced:
        return False
    if tokens[index - 2].word in lexicon.nobody:
        return True
    piece = lexicon.pieces.at(tokens, index)
    return piece is not None and piece[1].part is Part.SCALE


def _ordinal_ending(tokens: Tokens, index: int, lexicon: NumberLexicon) -> bool:
    ending = tokens[index + 1]
    return not ending.spaced and ending.word in lexicon.ordinal_endings


def _ordinal(first: int, last: int, digits: str) -> Number | None:
    if not digits.isdecimal() or len(digits) > 4:
        return None
    return Number(first, last, Decimal(digits), ordinal=True)


def _ordinal_at(tokens: Tokens, index: int, lexicon: NumberLexicon) -> Number | None:
    """ "third", "twenty-first", الثالث والعشرين."""
    found = lexicon.ordinals.at(tokens, index)
    if found is not None:
        last, value = found
        tens = lexicon.pieces.at(tokens, last)
        if value < 10 and tens and tens[1].part is Part.TENS and lexicon.joins(tokens[last]):
            last, value = tens[0], value + int(tens[1].value)
        return Number(index, last, Decimal(value), worded=True, ordinal=True)
    tens = lexicon.pieces.at(tokens, index)
    if tens is None or tens[1].part is not Part.TENS:
        return None
    last = tens[0] + (tokens[tens[0]].word in DASHES)
    units = lexicon.ordinals.at(tokens, last)
    if units is None or units[1] > 9 or lexicon.joins(tokens[last]):
        return None
    return Number(index, units[0], tens[1].value + units[1], worded=True, ordinal=True)


def _vague_at(tokens: Tokens, index: int, lexicon: NumberLexicon) -> Number | None:
    """ "dozens", "hundreds of thousands", "several hundred", مئات الآلاف."""
    found = lexicon.vague.at(tokens, index)
    if found is None:
        return None
    last, word = found
    base = word.base
    name = word.name
    after = last + (tokens[last].word in lexicon.of)
    scale = lexicon.pieces.at(tokens, after)
    if scale and scale[1].part is Part.SCALE and not lexicon.joins(tokens[after]):
        last = scale[0]
        base = (base or Decimal(1)) * scale[1].value
        name = _vague_name(scale[1].value, lexicon) or name
    elif base is None and scale and not lexicon.joins(tokens[after]):
        return None
    # A plural says at least two of its kind; the word gives no upper bound.
    low = Decimal(0) if base is None else 2 * base
    return Number(index, last, low, worded=True, rounded=True, vague=name)


def _vague_name(scale: Decimal, lexicon: NumberLexicon) -> str:
    names = {100: "hundreds", 1000: "thousands", 10**6: "millions", 10**9: "billions"}
    return names.get(int(scale), "")


__all__ = ["Number", "read_numbers"]
