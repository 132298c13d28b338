"""Figures in a text: value, unit, comparator, range, what is counted, role in a change.

Years, dates, times of day, ordinals, telephone numbers and parts of names are no figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from workbench.facets.numbers.numbers import Number, read_numbers
from workbench.facets.numbers.tokens import Tokens
from workbench.facets.quantities.bounds import BoundLexicon
from workbench.facets.quantities.figure import Figure
from workbench.facets.quantities.figures import FigureReader
from workbench.facets.quantities.lexicon import QuantityLexicon, quantity_lexicon
from workbench.facets.quantities.names import phone_tokens
from workbench.facets.quantities.ranges import Pairs
from workbench.facets.quantities.unit import UnitKind
from workbench.facets.times import times_of
from workbench.facets.times.expressions import Mention
from workbench.facets.times.scan import dated_tokens, scan_times
from workbench.facets.types import Clock, Comparator, Quantity, Time
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span


def read_quantities(text: str, pack: LanguagePack) -> tuple[Quantity, ...]:
    """All figures of ``text`` in text order, with offsets in it.

    A unit is canonical (``person``, ``USD``, ``barrel/day``); a noun that the pack's tables do
    not know is its folded form without endings, and a figure without one has the unit ``""``.
    """
    lexicon = quantity_lexicon(pack)
    tokens = Tokens(text, lexicon.vocabulary)
    numbers = read_numbers(tokens, lexicon.numbers)
    return _quantities(text, tokens, numbers, scan_times(tokens, numbers, lexicon.times), lexicon)


def read_quantities_and_times(
    text: str, pack: LanguagePack, clock: Clock
) -> tuple[tuple[Quantity, ...], tuple[Time, ...]]:
    """`read_quantities` and `read_times` in one pass over the words."""
    lexicon = quantity_lexicon(pack)
    tokens = Tokens(text, lexicon.vocabulary)
    numbers = read_numbers(tokens, lexicon.numbers)
    mentions = scan_times(tokens, numbers, lexicon.times)
    times = times_of(text, tokens, mentions, lexicon.times, clock)
    return _quantities(text, tokens, numbers, mentions, lexicon), times


def _quantities(
    text: str,
    tokens: Tokens,
    numbers: Sequence[Number],
    mentions: Iterable[Mention],
    lexicon: QuantityLexicon,
) -> tuple[Quantity, ...]:
    taken = phone_tokens(tokens) | dated_tokens(mentions)
    figures = _figures(tokens, numbers, taken, lexicon)
    pairs = Pairs(tokens, lexicon).join(figures)
    bound = _from_where([_bound(tokens, figure, lexicon.bounds) for figure in pairs])
    return tuple(_quantity(text, tokens, figure) for figure in bound)


def _figures(
    tokens: Tokens, numbers: Iterable[Number], taken: frozenset[int], lexicon: QuantityLexicon
) -> list[Figure]:
    reader, duals = FigureReader(tokens, lexicon), lexicon.units.has_duals
    by_token = {number.first: number for number in numbers}
    figures: list[Figure] = []
    index, size = 0, len(tokens)
    while index < size:
        number = by_token.get(index)
        if number is not None:
            blocked = any(place in taken for place in range(number.first, number.last))
            figure = None if blocked else reader.read(number)
            index = number.last if figure is None else max(figure.last, number.last)
        else:
            free = duals and index not in taken
            figure = reader.read_unnumbered(index, by_token) if free else None
            index = index + 1 if figure is None else figure.last
        if figure is not None:
            figures += _with_inner(reader, figure, by_token)
    return figures


def _with_inner(
    reader: FigureReader, figure: Figure, numbers: Mapping[int, Number]
) -> Iterator[Figure]:
    """The figure, and one inside its noun phrase: "three of the *seven* hamlets"."""
    places = range(figure.number.last + (not reader.opens_compound(figure)), figure.last)
    # "Below *zero*" is no figure inside.
    inner = next((place for place in places if place in numbers and numbers[place].value), None)
    whole = reader.read(numbers[inner]) if inner is not None else None
    if whole is None or inner is None:
        yield figure
        against = reader.read_against(figure)
        if against is not None:
            yield against
        return
    yield replace(figure, last=figure.number.last)
    yield whole


def _bound(tokens: Tokens, figure: Figure, bounds: BoundLexicon) -> Figure:
    """The figure with its comparator and its part in a change."""
    first, last, comparator = figure.first, figure.last, figure.comparator
    if comparator is not Comparator.BETWEEN:
        before = bounds.before(tokens, first)
        length = figure.unit.kind is UnitKind.DURATION
        if before is not None and (
            (length and bounds.spans(tokens, before[0], first))
            or bounds.spans_places(tokens, before[0], first, figure.unit.name)
        ):
            before = None
        after = bounds.after(tokens, last) if before is None else None
        if before is not None:
            first, comparator = before
        elif after is not None:
            last, comparator = after
        elif comparator is Comparator.EXACTLY:
            comparator = bounds.exceeding(tokens, first)
    if figure.number.vague:
        comparator = figure.comparator
    change = bounds.change(tokens, first, figure.unit.name)
    return replace(figure, first=first, last=last, comparator=comparator, change=change)


def _from_where(figures: list[Figure]) -> list[Figure]:
    """The figures, "from" only where the other end of the change stands beside it."""
    kept = []
    for place, figure in enumerate(figures):
        beside = figures[max(place - 1, 0) : place] + figures[place + 1 : place + 2]
        ends = any(f.change == "to" and f.unit_name == figure.unit_name for f in beside)
        lone = figure.change == "from" and not ends
        kept.append(replace(figure, change="") if lone else figure)
    return kept


def _quantity(text: str, tokens: Tokens, figure: Figure) -> Quantity:
    span = _with_its_bracket(text, tokens.span(figure.first, figure.last))
    noun = figure.noun
    return Quantity(
        span=span,
        surface=span.of(text),
        low=_plain(figure.low),
        high=_plain(figure.high),
        unit=figure.unit_name,
        comparator=figure.comparator,
        counted=tokens.span(noun.first, noun.last).of(text) if noun else "",
        vague=figure.number.vague,
        change=figure.change,
    )


def _with_its_bracket(text: str, span: Span) -> Span:
    """A bracket that is closed within the figure opens with it: "(50) children"."""
    said = span.of(text)
    opens = said.count(")") > said.count("(") and text[span.start - 1 : span.start] == "("
    return Span(span.start - 1, span.end) if opens else span


def _plain(value: Decimal | None) -> Decimal | None:
    """The value without a tail of noughts, and never as 5E+1."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return Decimal(int(value)) if value == whole else value.normalize()
