"""Whether a number counts or measures something, and is no pronoun, pair or name."""

from __future__ import annotations

from workbench.facets.numbers.numbers import Number
from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.quantities.figure import UNCOUNTED, Figure
from workbench.facets.quantities.lexicon import QuantityLexicon
from workbench.facets.quantities.results import Results
from workbench.facets.quantities.unit import UnitKind
from workbench.facets.types import Comparator

_COMMAS = frozenset(",،")
_SEVERAL = 3
_OLDEST = 100
_SMALL = 10
"""A number word below this, with no noun, is more often a pronoun than a figure."""


class Counting:
    """Tells figures of one text from numbers that are none."""

    def __init__(self, tokens: Tokens, lexicon: QuantityLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._units = lexicon.units
        self._results = Results(tokens, lexicon)
        # Where nouns have no articles of their own, a number word stands for those it counts: قتل
        # فيه سبعة.
        self._least_alone = _SMALL if lexicon.data.modifiers_first else _SEVERAL

    def counts(self, figure: Figure) -> bool:
        """Whether it is a figure at all, and no pronoun, pair or name."""
        tokens, number = self._tokens, figure.number
        named = figure.unit is UNCOUNTED and not self._bound(figure)  # "About 450 came"
        if named and self._lexicon.names.is_uncounted_name(tokens, number):
            return False
        if figure.unit is UNCOUNTED and self._is_ranked(number) and not self.tells_age(figure):
            return False
        counts = figure.unit.kind in {UnitKind.UNKNOWN, UnitKind.THING}
        if counts and self._lexicon.names.is_year(tokens, number):
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
        before = self._tokens[number.first - 1].word
        if self._lexicon.numbers.is_definite(self._tokens[number.first]):
            counted = self._counts_before(figure) or self._stands_for_noun(number)
            return counted or self.tells_age(figure) or self._is_nought(number)
        part = self._is_part(number)
        known = before in self._lexicon.determiners
        if number.value <= 2 and not part:
            hyphened = self._tokens[number.last].word in DASHES  # "the two-state solution"
            alone = number.value == 1 or figure.noun is None or hyphened
            if (known and alone) or not self._is_small_count(figure):
                return False
        alone = number.value >= self._least_alone and not self._may_be_share(number)
        big = alone or part or self._is_further(number)
        acting = known and self._tokens[number.last].word in self._units.links
        compared = self._lexicon.compared.at(self._tokens, number.last) is not None
        counted = figure.unit is not UNCOUNTED or self._in_ratio(number) or self._bound(figure)
        counted = counted or self._counts_on(number) or self._is_in_group(number)
        counted = counted or self._is_whole(number) or self._results.has_side(number)
        return big or counted or acting or compared

    def _may_be_share(self, number: Number) -> bool:
        """Whether a small number in its shorter form stands before a definite noun: خمس الآبار may
        be a fifth of the wells."""
        tokens, behind = self._tokens, self._tokens[number.last]
        definite = behind.word.startswith(tuple(self._lexicon.numbers.definite))
        if number.value >= _SMALL or not definite:
            return False
        word = tokens[number.last - 1].word
        longer = (form for form in self._lexicon.cardinals if len(form) == len(word) + 1)
        return any(form.startswith(word) for form in longer)

    def _counts_before(self, figure: Figure) -> bool:
        """Whether a definite number counts its noun: الدول الثماني; and no rank, as tens behind a
        singular are (الشهر العشرون), nor each (القمر الواحد)."""
        noun, value = figure.noun, figure.number.value
        if noun is None or value == 1:
            return False
        ranks = value > _SMALL and value % _SMALL == 0 and noun.first < figure.number.first
        return not (ranks and not noun.unit.plural)

    def tells_age(self, figure: Figure) -> bool:
        """Whether a definite number of tens is how old somebody is: صياد في *الستين*, تجاوزوا
        *السبعين*; and no rank (الدورة الستون) or day (في العشرين من مايو)."""
        number, tokens = figure.number, self._tokens
        if number.digits:  # دون سن الـ25
            before = tokens[number.first - 1].word
            aged = before in self._lexicon.aged_before - self._lexicon.bare_before
            return aged and number.value < _OLDEST and figure.noun is None
        tens = number.value % _SMALL == 0 and _SMALL < number.value < _OLDEST
        of_life = self._lexicon.aged_after.at(tokens, number.last) is not None  # *الستين* من عمره
        behind = tokens[number.last].word
        dated = behind in self._lexicon.of_it or behind in self._lexicon.numbers.of
        dated = dated and not of_life
        if not tens or dated:
            return False
        if not self._lexicon.numbers.is_definite(tokens[number.first]):
            return False
        exceeds = self._lexicon.bounds.exceeding(tokens, number.first) is not Comparator.EXACTLY
        aged = tokens[number.first - 1].word in self._lexicon.aged_before and figure.noun is None
        return exceeds or aged or of_life

    def ranks_age(self, number: Number) -> bool:
        """Whether an ordinal says how old somebody is: في *الثانية والستين* من العمر, في ربيعها
        *السابع*."""
        tokens = self._tokens
        of_life = self._lexicon.aged_after.at(tokens, number.last) is not None
        spring = tokens[number.first - 1].word in self._lexicon.aged_springs
        return (of_life or spring) and number.value < _OLDEST

    def _is_nought(self, number: Number) -> bool:
        """Whether nought is told as what something falls to or is below of: انخفضت إلى *الصفر*."""
        return not number.value and self._tokens[number.first - 1].word in self._lexicon.to_nought

    def _is_further(self, number: Number) -> bool:
        """ "another six", "six more"; what "six more than" counts is told with what follows."""
        before, after = self._tokens[number.first - 1].word, self._tokens[number.last].word
        return before in self._lexicon.further_before or after in self._units.further

    def _stands_for_noun(self, number: Number) -> bool:
        """Whether a definite number is followed by what describes those it counts: الثلاثة
        الباقين."""
        after = self._tokens[number.last].word
        plural = after.endswith(self._lexicon.plural_adjectives or ("\0",))
        definite = tuple(self._lexicon.numbers.definite) or ("\0",)
        return number.value > 2 and plural and after.startswith(definite)

    def _is_whole(self, number: Number) -> bool:
        """Whether a number stands before "of": "three of *five* by-elections"."""
        tokens, of = self._tokens, number.first - 1
        return tokens[of].word in self._lexicon.numbers.of and (
            tokens[of - 1].word in self._lexicon.cardinals or tokens[of - 1].kind is Kind.NUMBER
        )

    def _is_in_group(self, number: Number) -> bool:
        """Whether a number tells how many belong together: "a family of *three*"."""
        tokens, of = self._tokens, number.first - 1
        grouped = tokens[of - 1].word in self._lexicon.groups
        return grouped and tokens[of].word in self._lexicon.numbers.of

    def _is_part(self, number: Number) -> bool:
        """Whether "of these", من أفرادها follows; of one only "of the seven" with its number, or
        what takes up who was counted: "two infants, *one of them* in intensive care"."""
        tokens, index = self._tokens, number.last
        if tokens[index].word not in self._lexicon.numbers.of or tokens[index].line:
            return False
        if not self._lexicon.data.modifiers_first:
            return number.value > 1
        index += 1
        whole = self._lexicon.wholes
        named = tokens[index].word in whole
        again = tokens[index].word in self._lexicon.partitive
        while tokens[index].word in whole:
            index += 1
        counted = tokens[index].word in self._lexicon.cardinals or tokens[index].core.isdecimal()
        aside = again and tokens[number.first - 1].word in _COMMAS
        return counted or aside or (named and number.value > 1)

    def _counts_on(self, number: Number) -> bool:
        """Whether a number leaves out what was counted before it: وثلاث في المفرق, ست منها, "four
        will be rebuilt"."""
        tokens, lexicon = self._tokens, self._lexicon
        first, after = tokens[number.first], tokens[number.last]
        if after.line:
            return False
        if lexicon.numbers.joins(first) and after.word in lexicon.bare_before:
            return True
        opens = first.line or tokens[number.first - 1].word in lexicon.openers
        return after.word in lexicon.parted or (opens and after.word in lexicon.acting)

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
        if figure.unit.kind in {UnitKind.UNKNOWN, UnitKind.DURATION}:
            return figure.noun is not None and figure.noun.first < number.first
        return True

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
        if self._lexicon.between.before(tokens, number.first) is not None:
            if self._lexicon.numbers.joins(link):
                return link.core in self._lexicon.numbers.starters  # بين ست وثماني ساعات
            linked = linked or link.word in self._lexicon.numbers.conjunctions
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
