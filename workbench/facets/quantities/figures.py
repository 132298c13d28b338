"""One figure: a number with its sign, unit and noun, or the reason why it is none."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from msgspec.structs import replace

from workbench.facets.numbers.lexicon import Part
from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.quantities.counting import Counting
from workbench.facets.quantities.figure import PERCENT, UNCOUNTED, Figure
from workbench.facets.quantities.implied import implied_unit
from workbench.facets.quantities.lexicon import QuantityLexicon
from workbench.facets.quantities.nouns_apart import NounsApart
from workbench.facets.quantities.shares import Shares
from workbench.facets.quantities.unit import Noun, Unit, UnitKind
from workbench.facets.types import Comparator

_MEASURES = frozenset({UnitKind.MEASURE, UnitKind.DURATION, UnitKind.CURRENCY})
"""What stands without a number for one of it, or has a fraction joined on without its noun."""
_SCALED = frozenset({UnitKind.THING, UnitKind.CURRENCY, UnitKind.MEASURE})
"""What stands behind a figure whose letter is a scale."""
_PLURAL = "s"
_LARGE = 1000
_BESIDE = 12
"""Words within which a figure is compared with another."""
_YOUNGEST, _OLDEST = 3, 115
"""Years of somebody whose age stands behind the name."""
_AGE_ENDS = frozenset(",;")
_YEAR, _DEGREE = "year", "degree"


def _is_year(word: str) -> bool:
    """Whether a word is the number of a year."""
    return len(word) == len("2024") and word.isdecimal()


class FigureReader:
    """Reads single figures of one text."""

    def __init__(self, tokens: Tokens, lexicon: QuantityLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._units = lexicon.units
        self._counting = Counting(tokens, lexicon)
        self._shares = Shares(tokens, lexicon)
        self._apart = NounsApart(tokens, lexicon)
        self._scaled = -_BESIDE - 1
        """Where a letter was last read as a scale."""

    def read(self, number: Number) -> Figure | None:
        """The figure that a number is part of, or nothing where it is no figure."""
        if number.ordinal and self._counting.ranks_age(number):  # في *السابعة* من عمرها
            year = Unit(_YEAR, UnitKind.MEASURE)
            return Figure(number, number.value, number.value, number.first, number.last, year)
        named = self._lexicon.names.is_name(self._tokens, number)
        if number.ordinal or named or self._is_other_word(number):
            return None
        if number.share:
            after = self._tokens[number.last + (self._tokens[number.last].word in DASHES)]
            return None if after.word in self._lexicon.not_shares else self._shares.read(number)
        if number.vague:
            return self._vague(number)
        figure = Figure(number, number.value, number.value, number.first, number.last)
        if number.rounded:
            figure = replace(figure, comparator=Comparator.ABOUT)
        figure = self._with_unit(self._with_leading_point(figure))
        if not self._counting.counts(figure):
            if not self._counting.begins_pair(figure):
                return None
            figure = replace(figure, tentative=True)
        if self._counting.tells_age(figure):
            year = Unit(_YEAR, UnitKind.MEASURE)
            figure = replace(figure, first=number.first, last=number.last, unit=year, noun=None)
        figure = self._with_minus(self._with_rate(self._with_fraction(figure)))
        return self._regrouped(self._with_side(figure))

    def _is_other_word(self, number: Number) -> bool:
        """Whether a word is a number only before a known unit: لست سنوات, but لست نادما."""
        alike = self._tokens[number.first].word in self._lexicon.unsure
        return alike and self._units.units.at(self._tokens, number.last) is None

    def opens_compound(self, figure: Figure) -> bool:
        """Whether a number that only describes follows a figure: "two *17*-year-old boys"."""
        last = figure.number.last
        return self._tokens[last].kind is Kind.NUMBER and self._tokens[last + 1].word in DASHES

    def read_unnumbered(self, index: int, numbers: Container[int]) -> Figure | None:
        """The figure that a noun says without a number; ``numbers``: where there are some."""
        return self._dual(index) or self._and_part(index) or self._bounded(index, numbers)

    def _and_part(self, index: int) -> Figure | None:
        """One of a measure with a fraction joined on behind it: *متر ونصف المتر*."""
        tokens = self._tokens
        found = self._units.units.at(tokens, index)
        if found is None or found[1].dual or found[1].kind not in _MEASURES:
            return None
        if tokens[index].prefix in self._lexicon.numbers.definite:
            return None
        one = Number(index, index + 1, Decimal(1), worded=True)
        noun = Noun(found[1], index, found[0])
        figure = Figure(one, one.value, one.value, index, found[0], found[1], noun)
        whole = self._with_fraction(figure)
        return self._with_rate(whole) if whole.last > figure.last else None

    def _dual(self, index: int) -> Figure | None:
        """The figure two that a noun's dual form says."""
        noun = self._units.dual_at(self._tokens, index)
        if noun is None:
            return None
        two = Decimal(2)
        number = Number(index, index + 1, two, worded=True)
        figure = Figure(number, two, two, index, noun.last, noun.unit, noun)
        return self._with_side(self._with_rate(self._with_fraction(figure)))

    def _bounded(self, index: int, numbers: Container[int]) -> Figure | None:
        """The one that a measure without a number is behind a comparator: أقل من *كيلومتر*."""
        tokens = self._tokens
        found = self._units.units.at(tokens, index)
        if found is None or found[1].plural or found[1].dual or found[1].kind not in _MEASURES:
            return None
        if tokens[index].line or tokens[index].core != tokens[index].word:
            return None
        if found[0] in numbers or self._lexicon.bounds.before(tokens, index) is None:
            return None
        one = Number(index, index + 1, Decimal(1), worded=True)
        figure = Figure(one, one.value, one.value, index, found[0], found[1])
        return self._with_rate(figure)

    def read_against(self, figure: Figure) -> Figure | None:
        """The single thing that a score sets against others: بهدفين لهدف is two to one."""
        index = figure.last + (self._tokens[figure.last].word in self._lexicon.compared_with)
        token = self._tokens[index]
        apart = index > figure.last and not token.prefix
        if figure.noun is None or token.line:
            return None
        if not apart and token.prefix not in self._lexicon.data.against:
            return None
        found = self._units.units.at(self._tokens, index)
        if found is None or found[1].plural or found[1].dual or found[1].name != figure.unit.name:
            return None
        one = Number(index, index + 1, Decimal(1), worded=True)
        noun = Noun(found[1], index, found[0])
        return Figure(one, one.value, one.value, index, found[0], found[1], noun)

    def _with_unit(self, figure: Figure) -> Figure:
        return (
            self._with_name_before(figure)
            or self._with_age(figure)
            or self._with_percent(figure)
            or self._with_currency_sign(figure)
            or self._with_letter_scale(figure)
            or self._with_large_unit(figure)
            or self._with_noun(figure)
            or figure
        )

    def _with_leading_point(self, figure: Figure) -> Figure:
        """ ".5 percent"."""
        point, digits = self._tokens[figure.first - 1], figure.number.digits
        if not digits or point.word != "." or self._tokens[figure.first].spaced:
            return figure
        if not (point.spaced or point.line):
            return figure
        value = Decimal(f"0.{digits}")
        return replace(figure, low=value, high=value, first=figure.first - 1)

    def _with_name_before(self, figure: Figure) -> Figure | None:
        """ "aged 45", "magnitude-6.4"; not "aged five months"."""
        tokens, index = self._tokens, figure.first - 1
        own = tokens[figure.last].core in self._units.duration_words
        if tokens[figure.first].line or own:
            return None
        index -= tokens[index].word in DASHES and not tokens[index].spaced
        name = self._units.named_before.get(tokens[self._range_start(index)].word)
        return None if name is None else replace(figure, unit=Unit(name, UnitKind.MEASURE))

    def _range_start(self, index: int) -> int:
        """The word before a range whose first or second figure stands behind ``index``: "*aged*
        between 15 and 24", "*aged* 15 to 24"."""
        tokens, lexicon = self._tokens, self._lexicon
        joint = tokens[index].word
        second = index > 1 and tokens[index - 1].kind is Kind.NUMBER
        if tokens[index].kind is Kind.NUMBER:
            index -= 1  # "aged 15-24"
        elif second and joint in lexicon.range_to:
            index -= 2
        between = lexicon.between.before(tokens, index + 1)
        if between is None and second and joint in lexicon.numbers.conjunctions:
            between = lexicon.between.before(tokens, index - 1)
            listed = tokens[index + 2].kind is Kind.SIGN  # "two boys, aged 15 and 17, …"
            index -= 2 * (between is None and listed)
        return index if between is None else between[0] - 1

    def _with_age(self, figure: Figure) -> Figure | None:
        """ "Ann Lee, 45, …": a number between commas behind a name, where names have capitals."""
        tokens, before = self._tokens, figure.first - 1
        unit, low = self._units.age, figure.low
        apart = tokens[before].word == "," and tokens[figure.last].word in _AGE_ENDS
        if not unit or not apart or figure.number.worded or low is None:
            return None
        named = tokens[before - 1].kind is Kind.WORD and tokens[before - 1].capital
        whole = low == low.to_integral_value() and _YOUNGEST <= low <= _OLDEST
        return replace(figure, unit=Unit(unit, UnitKind.MEASURE)) if named and whole else None

    def _with_percent(self, figure: Figure) -> Figure | None:
        tokens = self._tokens
        capital = self._units.capital_units.get(tokens[figure.last].word)
        if capital and tokens[figure.last].capital and not tokens[figure.last].spaced:
            return replace(figure, last=figure.last + 1, unit=Unit(capital, UnitKind.MEASURE))
        found = self._units.percent.at(tokens, figure.last)
        if found is not None and not tokens[figure.last].line:
            return replace(figure, last=found[0], unit=PERCENT, noun=self._shared_out(found[0]))
        before = tokens[figure.first - 1]
        leads = before.spaced or tokens[figure.first - 2].kind is not Kind.NUMBER
        if before.word == "%" and leads and not tokens[figure.first].spaced:
            return replace(figure, first=figure.first - 1, unit=PERCENT)
        return None

    def _shared_out(self, index: int) -> Noun | None:
        """What a percentage is of, behind "of": "40% of boys"."""
        if self._tokens[index].word not in self._lexicon.numbers.of:
            return None
        noun = self._units.noun_after(self._tokens, index, definite=True)
        at = index + 1
        while self._tokens[at].word in self._lexicon.determiners:
            at += 1  # "40% of *the* population"
        token = self._tokens[at]
        if noun is not None or token.kind is not Kind.WORD or token.line:
            return noun
        return Noun(Unit(token.core, UnitKind.UNKNOWN), at, at + 1)

    def _with_currency_sign(self, figure: Figure) -> Figure | None:
        tokens = self._tokens
        before = self._sign_before(figure.first)
        if before is not None and not tokens[figure.first].line:
            unit = Unit(before[1], UnitKind.CURRENCY)
            return replace(figure, first=before[0], unit=unit, signed=True)
        after = self._units.signs.at(tokens, figure.last)
        behind = tokens[figure.last]
        pence = behind.kind is Kind.WORD and len(behind.word) == 1 and not behind.capital
        if after is not None and not behind.line and not pence:
            return replace(figure, last=after[0], unit=Unit(after[1], UnitKind.CURRENCY))
        code = self._units.units.before(tokens, figure.first)
        if code is not None and code[1].kind is UnitKind.CURRENCY:
            word = tokens.raw(figure.first - 1)
            if len(word) == 3 and word.isascii() and word.isupper():
                return replace(figure, first=code[0], unit=code[1], signed=True)
        return None

    def _sign_before(self, index: int) -> tuple[int, str] | None:
        """A currency sign; its letters are capitals written on to it: A$, not "a $"."""
        signs, tokens = self._units.signs, self._tokens
        found = self._units.sign_before(tokens, index)
        if found is None or tokens[found[0]].kind is not Kind.WORD:
            return found
        joined = found[0] == index - 1 or not tokens[index - 1].spaced
        if tokens[found[0]].capital and joined:
            return found
        alone = signs.at(tokens, index - 1)
        return (index - 1, alone[1]) if alone is not None and alone[0] == index else None

    def _with_large_unit(self, figure: Figure) -> Figure | None:
        """ "86 trillion won", but not "his 12 won"."""
        token, low = self._tokens[figure.last], figure.low
        unit = self._units.large_units.get(token.word)
        if unit is None or token.line or low is None or low < _LARGE:
            return None
        return replace(figure, last=figure.last + 1, unit=Unit(unit, UnitKind.CURRENCY))

    def _with_letter_scale(self, figure: Figure) -> Figure | None:
        """ "5m people", "3.2m barrels": the letter is a scale where what is counted follows it."""
        tokens, number = self._tokens, figure.number
        scale = self._lexicon.numbers.suffixes.get(tokens[number.last].word)
        if scale is None or tokens[number.last].spaced or number.worded or number.scale != 1:
            return None
        noun = self._units.noun_after(tokens, number.last + 1, definite=False)
        value, last = number.value * scale, number.last + 1
        if noun is not None and self._is_scaled(noun):
            self._scaled = number.last
            return replace(figure, low=value, high=value, last=noun.last, unit=noun.unit, noun=noun)
        # "2.2m tubs, up from *1.8m*"
        again = 0 <= number.first - self._scaled <= _BESIDE
        if not tokens[number.last].capital and not (again and noun is None):
            return None
        return replace(figure, low=value, high=value, last=last)

    def _is_scaled(self, noun: Noun) -> bool:
        """Whether so many of a noun are counted that a letter before it is a scale: "2.2m *tubs*",
        not "2.2m *planks*"."""
        word = self._tokens[noun.last - 1].word
        unknown = noun.unit.kind is UnitKind.UNKNOWN and word.endswith(_PLURAL)
        return noun.unit.kind in _SCALED or (unknown and word not in self._lexicon.measured_nouns)

    def _with_noun(self, figure: Figure) -> Figure | None:
        tokens, number = self._tokens, figure.number
        definite = bool(number.vague) or self._lexicon.numbers.is_definite(tokens[number.first])
        noun = None
        if not self._stands_behind(number):
            noun = self._units.noun_after(tokens, figure.last, definite=definite)
        if noun is not None and self._counts_no_noun(number, noun):
            return None
        if noun is not None and noun.unit.name == _YEAR and _is_year(tokens[noun.last].word):
            return None  # 686 ألفا | عام 2024
        if noun is None:
            noun = self._apart.behind_bracket(figure)
        bound = self._lexicon.bounds.after(tokens, figure.last) if noun is None else None
        if bound is not None:  # "5 or more people"
            noun = self._units.noun_after(tokens, bound[0], definite=definite)
            figure = replace(figure, last=bound[0], comparator=bound[1])
        if noun is None or noun.unit.kind is UnitKind.UNKNOWN:
            noun = self._apart.before(figure) or noun
        if noun is None or noun.unit.kind is UnitKind.UNKNOWN:
            implied = implied_unit(figure, tokens, self._lexicon)
            if implied:
                return replace(figure, unit=Unit(implied, UnitKind.THING))
        if noun is None:
            return figure if bound else None
        first, last = min(figure.first, noun.first), max(figure.last, noun.last)
        return replace(figure, first=first, last=last, unit=noun.unit, noun=noun)

    def _stands_behind(self, number: Number) -> bool:
        """Whether a number is "one", behind which no noun stands where others follow theirs: في آن
        واحد | قصف."""
        single = number.worded and number.value == 1 and not number.ordinal
        return single and not self._lexicon.data.modifiers_first

    def _with_fraction(self, figure: Figure) -> Figure:
        """The figure with what is joined on behind its noun: ثلاث سنوات ونصف السنة, ساعتين ونصف."""
        tokens, lexicon, index = self._tokens, self._lexicon.numbers, figure.last
        found = lexicon.pieces.at(tokens, index) if lexicon.joins(tokens[index]) else None
        if found is None or found[1].part is not Part.FRACTION or tokens[index].line:
            return figure
        if figure.noun is None or figure.low is None or figure.low != figure.high:
            return figure
        last, behind = found[0], self._units.units.at(tokens, found[0])
        if behind is not None and behind[1].name == figure.unit.name and not behind[1].plural:
            last = behind[0]
        elif figure.unit.kind not in _MEASURES or lexicon.is_definite(tokens[last]):
            return figure  # two bridges and half the town
        elif lexicon.pieces.at(tokens, last) is not None:
            return figure  # three years and half a million
        value = figure.low + found[1].value
        return replace(figure, low=value, high=value, last=last)

    def _with_rate(self, figure: Figure) -> Figure:
        if figure.unit is UNCOUNTED or figure.unit == PERCENT or self._is_somewhere(figure):
            return figure
        rate = self._units.rate_after(self._tokens, figure.last)
        return figure if rate is None else replace(figure, last=rate[0], rate=rate[1])

    def _is_somewhere(self, figure: Figure) -> bool:
        """Whether a phrase of one thing opens with a preposition, so that the article behind it is
        the next noun's: "*in one case* a resident waited"."""
        numbers, before = self._lexicon.numbers, self._tokens[figure.first - 1]
        one = figure.number.worded and figure.number.value == 1
        led = before.word in self._lexicon.single_places and not self._tokens[figure.first].line
        return one and led and self._tokens[figure.last].word in numbers.articles

    def _with_minus(self, figure: Figure) -> Figure:
        before = self._tokens[figure.first - 1]
        attached = before.word in DASHES and not self._tokens[figure.first].spaced
        if attached:
            measured = figure.unit.kind in {UnitKind.MEASURE, UnitKind.CURRENCY}
            bare = figure.unit is UNCOUNTED and not before.line
            attached = (measured or bare) and (before.spaced or before.line)
        if not attached and before.word not in self._lexicon.numbers.minus:
            return figure
        either = self._tokens[figure.first - 2].word in self._lexicon.alternatives
        if figure.low is None or either:
            return figure  # "plus or *minus* 2.5 points"
        value = -figure.low
        return replace(figure, low=value, high=value, first=figure.first - 1)

    def _with_side(self, figure: Figure) -> Figure:
        """ "5 degrees *below zero*", "eleven *below zero*", درجتين *تحت الصفر*."""
        side = self._lexicon.zero_sides.at(self._tokens, figure.last)
        measured = figure.unit.kind is UnitKind.MEASURE or figure.unit is UNCOUNTED
        if side is None or not measured or figure.low is None:
            return figure
        unit = Unit(_DEGREE, UnitKind.MEASURE) if figure.unit is UNCOUNTED else figure.unit
        value = side[1] * figure.low
        return replace(figure, low=value, high=value, last=side[0], unit=unit)

    def _regrouped(self, figure: Figure) -> Figure:
        """12.500 of whole things is 12,500; of other things where the language writes so."""
        grouped = figure.number.grouped
        if grouped is None or figure.unit == PERCENT:
            return figure
        whole = figure.unit.kind is UnitKind.THING or (
            figure.unit.kind is UnitKind.UNKNOWN and figure.unit is not UNCOUNTED
        )
        if whole or self._lexicon.data.dot_groups:
            return replace(figure, low=grouped, high=grouped)
        return figure

    def _counts_no_noun(self, number: Number, noun: Noun) -> bool:
        """Whether uncounted people stand before what they do something to: شيع *الآلاف* | جثمان
        الفقيد."""
        articles = tuple(self._lexicon.numbers.definite)
        crowd = number.vague and self._tokens[number.last - 1].word.startswith(articles or "\0")
        behind = self._tokens[noun.first]
        bare = noun.first == number.last and not behind.word.startswith(articles or "\0")
        return bool(crowd) and bare and not self._lexicon.numbers.is_definite(behind)

    def _vague(self, number: Number) -> Figure | None:
        low = number.value or None
        figure = Figure(number, low, None, number.first, number.last, comparator=Comparator.ABOUT)
        figure = self._with_noun(figure) or figure
        counts = number.vague != "several" or figure.unit.kind is UnitKind.THING
        return figure if counts else None
