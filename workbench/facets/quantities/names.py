"""Digits that are no figures: parts of names, identifiers, telephone numbers, list marks."""

from __future__ import annotations

from workbench.facets.numbers.lexicon import folded
from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.quantities.unit import UnitKind
from workbench.facets.quantities.units import UnitLexicon
from workbench.language.schema import Numbers

_PHONE_DIGITS = 7
_THOUSAND = 1000
_YEAR, _CENTURIES = 4, frozenset({"18", "19", "20"})
"""Digits of a year, and those that it begins with."""
_PHONE_JOINTS = frozenset("-.()/") | DASHES
_TIES = frozenset("/:")
_OPENING, _CLOSING = frozenset('"«“‘'), frozenset('"»”’')
_ENUMERATORS = frozenset(".)-:") | DASHES


class Names:
    """Knows which numbers of a text are no figures."""

    def __init__(self, data: Numbers, units: UnitLexicon) -> None:
        self._labels = folded(data.labels)
        self._weak_labels = folded(data.weak_labels)
        self._corps = folded(data.corps)
        self._suffixes = folded(tuple(data.suffixes))
        self._numbered = folded(data.numbered)
        self._definite = folded(data.definite)
        self._articled = tuple(self._definite) or "\0"
        self._conjunctions = folded(data.conjunctions)
        self._stops = folded(data.stops)
        self._articles = folded(data.articles)
        self._feminine = tuple(folded(data.feminine_endings))
        self._modifiers_first = data.modifiers_first
        self._units = units

    def is_name(self, tokens: Tokens, number: Number) -> bool:
        """Whether the words around make it no figure, whatever it would count."""
        first = number.first
        if number.worded:
            ranked = tokens[first - 1].word in self._numbered and not tokens[first].prefix
            ranked = ranked and not tokens[first].line
            one = number.value == 1 and not number.ordinal  # مركز واحد, but "no one"
            one = one and not self._modifiers_first
            return ranked or (not one and self._labelled(tokens, first, self._labels))
        return (
            (self._labelled(tokens, first, self._labels) and not _is_scaled(number))
            or self._is_ordinal(tokens, first)
            or (_in_word(tokens, first) and not self._after_unit(tokens, first))
            or _in_fraction(tokens, number)
            or _in_title(tokens, number)
            or _enumerates(tokens, number)
            or self._letter_follows(tokens, number)
            or (len(number.digits) > 1 and number.digits[0] == "0")
        )

    def is_uncounted_name(self, tokens: Tokens, number: Number) -> bool:
        """The same for a number that has no unit: "phase 2", "Apollo 11"."""
        if not number.digits:
            return False
        before = tokens[number.first - 1]
        if tokens[number.first].line:
            return False
        if tokens[number.last].word in DASHES and tokens[number.last + 1].kind is Kind.NUMBER:
            return False
        named = before.kind is Kind.WORD and before.capital and before.word not in self._stops
        if named and (len(number.digits) < _YEAR or _is_year(tokens[number.first].word)):
            return True  # "Apollo 11", "the year to June 2025"
        labelled = self._labelled(tokens, number.first, self._weak_labels)
        return labelled or self._shares_label(tokens, number.first)

    def is_labelled(self, tokens: Tokens, number: Number) -> bool:
        """The same for one that counts a noun no table knows: "Phase 3 trials"."""
        return bool(number.digits) and self._labelled(tokens, number.first, self._weak_labels)

    def is_year(self, tokens: Tokens, number: Number) -> bool:
        """Whether it is the year that a single thing is of: "a *1972* sign"."""
        before, year = tokens[number.first - 1], _is_year(tokens[number.first].word)
        return year and before.word in self._articles and not tokens[number.first].line

    def _shares_label(self, tokens: Tokens, first: int) -> bool:
        """Whether a number goes on with one that only names something: في الدقيقتين 44 *و71*."""
        before = first - 1 - (tokens[first - 1].word in self._conjunctions)
        joined = before < first - 1 or tokens[first].prefix in self._conjunctions
        if not joined or tokens[before].kind is not Kind.NUMBER:
            return False
        return self._labelled(tokens, before, self._labels | self._weak_labels)

    def _is_ordinal(self, tokens: Tokens, first: int) -> bool:
        """الجولة الـ13, القمة الـ 33: behind a definite noun in the singular."""
        articled = tokens[first].prefix in self._definite
        at = first - 1
        if not articled and tokens[at].word in self._definite:
            articled, at = True, at - 1
        noun = tokens[at]
        starts = [each for each in self._definite if noun.word.startswith(each)]
        if not articled or noun.line or not starts:
            return False
        if any(noun.word[len(each) :] in self._numbered for each in starts):
            return True
        found = self._units.units.at(tokens, at)
        plural = found is not None and found[1].plural
        return noun.word.endswith(self._feminine) and not plural

    def _after_unit(self, tokens: Tokens, first: int) -> bool:
        """USD115, "magnitude-6.4": the word before says what the figure is."""
        if tokens[first - 1].word in DASHES:
            return tokens[first - 2].word in self._units.named_before
        sign = self._units.sign_before(tokens, first)
        if sign is not None and tokens[sign[0]].capital:
            return True  # "Rs1.61 trillion"
        found = self._units.units.before(tokens, first)
        return found is not None and found[1].kind is UnitKind.CURRENCY

    def _labelled(self, tokens: Tokens, first: int, labels: frozenset[str]) -> bool:
        if tokens[first].line:
            return False
        before = tokens[first - 1]
        if before.word in DASHES and tokens[first - 2].kind is Kind.NUMBER and not before.spaced:
            first -= 2  # "Boeing 737-800"
            before = tokens[first - 1]
        apart = before.word in DASHES and not tokens[first - 2].word.startswith(self._articled)
        if apart or (before.word in {".", ":", "("} and not before.spaced):
            before = tokens[first - 2]  # كوفيد – 19, but على الطريق – 3 قتلى
        definite = before.word.startswith(self._articled)
        if definite and before.kind is Kind.WORD and tokens[first - 2].core in self._corps:
            return True  # لواء *المشاة* 58, "the infantry brigade 58"
        return before.word in labels or (bool(before.prefix) and before.core in labels)

    def _letter_follows(self, tokens: Tokens, number: Number) -> bool:
        """5G, 3D, 20s: letters written on to the digits that are neither scale nor unit."""
        after = tokens[number.last]
        if after.kind is not Kind.WORD or after.spaced:
            return False
        if after.word in self._units.capital_units and after.capital:
            return False
        if len(after.word) == 1 and after.capital:
            return after.word not in self._suffixes or bool(number.digits)
        if after.word in self._suffixes or self._units.percent.at(tokens, number.last):
            return False
        return self._units.units.at(tokens, number.last) is None


def _is_year(digits: str) -> bool:
    """Whether digits may be those of a year."""
    return len(digits) == _YEAR and digits[:2] in _CENTURIES and digits.isdecimal()


def _is_scaled(number: Number) -> bool:
    """Whether a figure goes on with a word for thousands or more, as none that names a thing does:
    تبلغ مساحة المرحلة *480 ألف* متر."""
    return number.last - number.first > 1 and number.value >= _THOUSAND


def _in_word(tokens: Tokens, first: int) -> bool:
    """F16, COVID-19, كوفيد_19, 10x20."""
    if tokens[first].spaced or tokens[first].prefix or first == 0:
        return False
    before = tokens[first - 1]
    if (before.word in DASHES or before.word == "_") and not before.spaced:
        before = tokens[first - 2]
    return before.kind in {Kind.WORD, Kind.LINK} and not before.prefix


def _in_title(tokens: Tokens, number: Number) -> bool:
    """«زاجل 2»: at the end of a name of a word or two between quotation marks."""
    if tokens[number.last].word not in _CLOSING or tokens[number.first - 1].kind is not Kind.WORD:
        return False
    return any(tokens[number.first - back].word in _OPENING for back in (2, 3))


def _in_fraction(tokens: Tokens, number: Number) -> bool:
    """24/7, 2:1, 10.5.3.2: signs tie it to another number."""
    before, after = tokens[number.first - 1], tokens[number.last]
    tied_before = (
        before.word in _TIES
        and (not tokens[number.first].spaced or before.word == "/")
        and not before.spaced
        and tokens[number.first - 2].kind is Kind.NUMBER
    )
    tied_after = (
        after.word in _TIES
        and not after.spaced
        and tokens[number.last + 1].kind is Kind.NUMBER
        and (not tokens[number.last + 1].spaced or after.word == "/")
    )
    return tied_before or tied_after


def _enumerates(tokens: Tokens, number: Number) -> bool:
    """ "1. ", "(2)" at the start of a line, and [12] anywhere."""
    if not number.digits or len(number.digits) > 3:
        return False
    before, after = tokens[number.first - 1], tokens[number.last]
    if before.word == "[" and after.word == "]":
        return True
    following = tokens[number.last + 1]
    if after.word in DASHES and not after.spaced and tokens[number.first].spaced:
        return following.kind is not Kind.NUMBER and (following.spaced or following.line)
    starts = tokens[number.first].line or (before.word == "(" and before.line)
    if not starts or after.word not in _ENUMERATORS or after.spaced:
        return False
    return following.spaced or following.line or following.kind is Kind.WORD


def phone_tokens(tokens: Tokens) -> frozenset[int]:
    """The tokens of telephone numbers and other chains of bare digit groups."""
    found: list[int] = []
    chain: list[int] = []
    for index in [index for index, token in tokens.items() if token.kind is Kind.NUMBER]:
        if not (chain and _joins(tokens, chain[-1], index)):
            found += chain if _is_phone(tokens, chain) else ()
            chain = []
        chain.append(index)
    found += chain if _is_phone(tokens, chain) else ()
    return frozenset(found)


def _joins(tokens: Tokens, first: int, second: int) -> bool:
    """Whether nothing but the signs of a telephone number stands between two groups of a line."""
    between = map(tokens.__getitem__, range(first + 1, second))
    joined = all(token.word in _PHONE_JOINTS and not token.line for token in between)
    return joined and not tokens[second].line


def _is_phone(tokens: Tokens, chain: list[int]) -> bool:
    if not chain:
        return False
    groups = [tokens[index].core for index in chain]
    if not all(map(str.isdecimal, groups)):
        return False
    long_enough = sum(map(len, groups)) >= _PHONE_DIGITS
    if tokens[chain[0] - 1].word == "+" and long_enough:
        return True
    if len(groups) == 2:
        return [len(group) for group in groups] == [3, 4] and not tokens[chain[1]].spaced
    return len(groups) > 2 and long_enough and not _is_grouped(groups, chain)


def _is_grouped(groups: list[str], chain: list[int]) -> bool:
    """Whether nothing but spaces parts the thousands of one figure: 1 414 021 100."""
    beside = chain[-1] - chain[0] == len(chain) - 1
    thousands = len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
    zeros = groups[1:] == ["000"] * (len(groups) - 1)
    return zeros or (beside and thousands and groups[0][0] != "0")
