"""Two figures that belong together: ranges, scores, ratios, ends of a change, shared units."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from workbench.facets.numbers.tokens import DASHES, Kind, Tokens
from workbench.facets.quantities.figure import PERCENT, UNCOUNTED, Figure
from workbench.facets.quantities.lexicon import QuantityLexicon
from workbench.facets.quantities.unit import UnitKind
from workbench.facets.types import Comparator

_GAP = 3
"""The most words between two figures that belong together."""
_BIGGEST_RATIO = 100
_MOST_OF_A_RATE = 10
"""What several are put in proportion to at most: of "32 out of 40 schools" there are forty."""
_FAR_APART = 3
"""How much of a change the level is at least that it leads to."""
_NO_RANGE = 10
"""How much of the first figure the second is that is surely no end of a range."""
_SCORE_VERB = 8
"""Words before a score within which its verb stands."""


class Pairs:
    """Joins figures of one text that stand side by side."""

    def __init__(self, tokens: Tokens, lexicon: QuantityLexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon

    def join(self, figures: list[Figure]) -> list[Figure]:
        """The figures in text order, those of one range made one."""
        joined: list[Figure] = []
        for figure in figures:
            pair = self._pair(joined[-1], figure) if joined else None
            if pair is None:
                joined.append(figure)
            else:
                joined[-1:] = pair
        return [f for f in joined if not (f.tentative and f.unit is UNCOUNTED)]

    def _pair(self, first: Figure, second: Figure) -> tuple[Figure, ...] | None:
        gap = second.first - first.last
        told = first.low is not None and second.low is not None and second.high is not None
        new = self._tokens[second.first].line or first.comparator is Comparator.BETWEEN
        if not 0 <= gap <= _GAP or not told or new:
            return None
        between = self._lexicon.between.before(self._tokens, first.first)
        if between is not None:
            dash = gap == 1 and self._tokens[first.last].word in DASHES
            near = gap <= 1 and (dash or self._and(first, second))
            return self._between(first, second, between[0]) if near else None
        if self._is_ratio(first, second):
            return self._ratio(first, second)
        if gap == 0:
            return self._shared(first, second) if self._and(first, second) else None
        if self._is_start(first, second) or (gap == 1 and self._is_end(first, second)):
            return first, replace(second, unit=first.unit, rate=first.rate)
        return None if gap > 1 else self._linked(first, second)

    def _is_end(self, first: Figure, second: Figure) -> bool:
        """Whether the second only tells where a change led: "cut from 40 hours *to 37*"."""
        bounds, tokens = self._lexicon.bounds, self._tokens
        bare = second.unit is UNCOUNTED and first.unit is not UNCOUNTED
        led = bare and tokens[first.last].word in self._lexicon.range_to
        from_ = led and self._lexicon.from_.before(tokens, self._start_of(first))
        behind = tokens[second.last]
        closed = behind.kind is not Kind.WORD or behind.line or behind.word in self._lexicon.stops
        return bool(from_) and closed and bool(bounds.change(tokens, second.first, ""))

    def _linked(self, first: Figure, second: Figure) -> tuple[Figure, ...] | None:
        """Two figures with one word or dash between them."""
        link = self._tokens[first.last]
        if link.word in DASHES:
            found = None if self._is_set(first, second) else self._range(first, second)
            return found or self._shared(first, second)
        if link.word not in self._lexicon.range_to:
            together = self._and(first, second) or link.word in self._lexicon.numbers.of
            return self._shared(first, second) if together else None
        if first.signed and second.signed and self._moved(self._start_of(first), first):
            return first, second  # "fell $1.20 to $71.35"
        together = self._changes_to(first, second)
        return self._shared(first, second) if together else self._range(first, second)

    def _start_of(self, first: Figure) -> int:
        bound = self._lexicon.bounds.before(self._tokens, first.first)
        return first.first if bound is None else bound[0]

    def _changes_to(self, first: Figure, second: Figure) -> bool:
        """Whether the second figure is what the first leads to, and no end of a range."""
        bounds, start = self._lexicon.bounds, self._start_of(first)
        from_ = self._lexicon.from_.before(self._tokens, start)
        if from_ and bounds.change(self._tokens, start, second.unit.name):
            return True
        low, high = first.low or 0, second.low or 0
        priced = first.unit.kind is second.unit.kind is UnitKind.CURRENCY and not first.signed
        if priced and high > _NO_RANGE * low:
            return True  # صعد الخام 1.42 دولار إلى 66.85 دولار
        grew = self._tokens[start - 1].word in self._lexicon.further_before
        grew = grew or self._moved(start, first) or bool(bounds.by(self._tokens, start))
        return high > _FAR_APART * low and grew  # "fell by 46,000 to", "a further 46,000 to"

    def _is_set(self, first: Figure, second: Figure) -> bool:
        """Whether another score stands right beside this one: "won 6-4 *3-6* 7-5"."""
        before, behind = self._tokens[first.first - 1], self._tokens[second.last]
        return any(
            token.kind is Kind.NUMBER and not token.line
            for token in (before if first.first else behind, behind)
        )

    def _is_start(self, first: Figure, second: Figure) -> bool:
        """Whether the second only tells where a change began: "cut to 37 hours *from 40*"."""
        from_ = self._lexicon.from_.at(self._tokens, first.last)
        bare = second.unit is UNCOUNTED and first.unit is not UNCOUNTED
        changed = bare and from_ is not None and from_[0] == second.first
        return changed and self._moved(first.first, first)

    def _moved(self, start: int, first: Figure) -> bool:
        """Whether a word of change stands right before a figure, which says by how much."""
        return bool(self._lexicon.bounds.change(self._tokens, start, first.unit.name))

    def _and(self, first: Figure, second: Figure) -> bool:
        if second.first - first.last == 1:
            return self._tokens[first.last].word in self._lexicon.numbers.conjunctions
        return self._lexicon.numbers.joins(self._tokens[second.first])

    def _between(self, first: Figure, second: Figure, start: int) -> tuple[Figure, ...]:
        found = self._range(first, second)
        if found is None:
            return self._shared(first, second)
        return (replace(found[0], first=start),)

    def _range(self, first: Figure, second: Figure) -> tuple[Figure, ...] | None:
        first = self._share_scale(first, second)
        if first.low is None or second.low is None or not first.low < second.low:
            return None
        if not self._same_unit(first, second) or self._is_score(first, second):
            return None
        if first.unit == PERCENT and second.unit is UNCOUNTED and self._is_to(first):
            return None  # "fell 5.5% to 297.10"
        unit, rate, noun = (
            (first.unit, first.rate, first.noun)
            if second.unit is UNCOUNTED
            else (second.unit, second.rate, second.noun)
        )
        return (
            replace(
                second,
                low=first.low,
                first=first.first,
                unit=unit,
                rate=rate,
                noun=noun,
                comparator=Comparator.BETWEEN,
            ),
        )

    def _is_to(self, first: Figure) -> bool:
        return self._tokens[first.last].word in self._lexicon.range_to

    def _shared(self, first: Figure, second: Figure) -> tuple[Figure, ...]:
        """Two figures; the first takes the unit that stands only after the second."""
        if second.unit.name != "vote" and second.unit.name in self._lexicon.score_words:
            # "A 3-1 win" counts no wins.
            last = second.number.last
            return first, replace(second, unit=UNCOUNTED, noun=None, last=last)
        if first.unit is UNCOUNTED and second.unit is not UNCOUNTED:
            first = self._share_scale(first, second)
            first = replace(first, unit=second.unit, rate=second.rate)
        return first, second

    def _share_scale(self, first: Figure, second: Figure) -> Figure:
        """ "5 to 6 million": the first is in millions too."""
        scale = second.number.scale
        if scale < 1000 or first.number.scale != 1 or first.low is None or second.low is None:
            return first
        if first.unit is not UNCOUNTED and not first.signed:
            return first
        scaled = first.low * scale
        return replace(first, low=scaled, high=scaled) if scaled <= second.low else first

    def _same_unit(self, first: Figure, second: Figure) -> bool:
        names = {first.unit.name, second.unit.name}
        return len(names) == 1 or "" in names

    def _is_score(self, first: Figure, second: Figure) -> bool:
        dashed = self._tokens[first.last].word in DASHES
        opened = dashed and self._was_played(first)
        bare = first.unit is UNCOUNTED is second.unit
        if second.unit.name == "vote" or (dashed and opened and bare):
            return True
        if second.unit.kind in {UnitKind.MEASURE, UnitKind.DURATION} and not bare:
            return False  # "took 3-5 hours to mend"
        last = second.noun.first if second.noun else second.last
        return any(
            self._tokens[place].word in self._lexicon.score_words
            for place in range(last, second.last + 1)
        )

    def _was_played(self, first: Figure) -> bool:
        """Whether a verb of winning or losing stands shortly before two figures: "*beat* Musetti
        4-6", *فاز* الفريق 2-3."""
        near = range(first.first - 1, max(first.first - 1 - _SCORE_VERB, -1), -1)
        for place in near:
            if self._tokens[place].word in self._lexicon.score_openers:
                return True
            if self._tokens[place + 1].line:
                return False
        return False

    def _is_ratio(self, first: Figure, second: Figure) -> bool:
        """ "one in five", 8 من كل 10; not "32 out of 40", which counts both."""
        found = self._lexicon.ratio.at(self._tokens, first.last)
        if found is None or found[0] != second.first or first.unit is not UNCOUNTED:
            return False
        counted = {UnitKind.THING, UnitKind.UNKNOWN, UnitKind.MEASURE}  # "one in eight bars"
        if second.unit.kind not in counted or not first.low:
            return False
        whole = second.low
        if whole is None or not first.low < whole <= _BIGGEST_RATIO:
            return False
        return first.low == 1 or whole <= _MOST_OF_A_RATE or whole == _BIGGEST_RATIO

    def _ratio(self, first: Figure, second: Figure) -> tuple[Figure, ...]:
        assert first.low is not None and second.low is not None
        percent = (100 * first.low / second.low).quantize(Decimal("0.01"))
        ratio = replace(second, low=percent, high=percent, first=first.first, unit=PERCENT)
        return (replace(ratio, comparator=Comparator.ABOUT),)
