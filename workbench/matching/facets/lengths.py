"""Lengths of one unit that a text tells without a number: "sentenced to a year", سجن سنة.

The facets read a length where something says that it is one ("for a year", لمدة عام); between two
statements the bare one has to be told as such, too, lest they differ by how they say it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from workbench.facets.quantities.unit import UnitKind
from workbench.facets.quantities.unit_forms import unit_forms
from workbench.facets.reading import Reading
from workbench.facets.times.units import LENGTHS, is_single, iso_duration
from workbench.facets.types import Time
from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Numbers, Speech, Times
from workbench.language.spans import Span
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Statement


@lru_cache(maxsize=1024)
def with_lengths(statement: Statement) -> Statement:
    """The statement with the lengths that it tells without a number among its times."""
    pack = pack_for(statement.language)
    rules = pack.derived(_Rules)
    words = lexemes_of(pack.code).of(statement.text)
    if rules.units.keys().isdisjoint([word.folded for word in words]):
        return statement
    reading = reading_of(statement)
    facets = statement.facets
    told = {word for each in facets.times for word in each.surface.split()}
    # One of it (سنة واحدة) is a length as well, since the other may tell it without the number.
    several = [each for each in facets.quantities if each.low != 1]
    told.update(word for each in several for word in each.surface.split())
    found = [time for time in _lengths(reading, rules) if told.isdisjoint(time.surface.split())]
    if not found:
        return statement
    return replace(statement, facets=replace(facets, times=(*facets.times, *found)))


def _lengths(reading: Reading, rules: _Rules) -> Iterator[Time]:
    for at, token in enumerate(reading.tokens):
        unit = rules.units.get(token.folded, "")
        if not unit or not _is_bare(reading, rules, at):
            continue
        before = reading.word(at - 1 - rules.counts(reading.word(at - 1)))
        relation = next((name for name, words in rules.marks if before in words), "for")
        first = at - rules.is_one(reading.word(at - 1))
        last = reading.tokens[at + rules.is_one(reading.word(at + 1))]
        span = Span(reading.tokens[first].span.start, last.span.end)
        duration = iso_duration(unit, Decimal(1))
        yield Time(span, span.of(reading.text), None, "duration", relation, duration)


def _is_bare(reading: Reading, rules: _Rules, at: int) -> bool:
    """Whether a unit stands for a length by itself, with nothing behind it that it is of."""
    if rules.articles:
        counted = rules.counts(reading.word(at - 1))
        return counted and reading.word(at - 2) in rules.prepositions
    marked = reading.word(at - 1) in rules.prepositions or rules.is_object(reading.raw(at))
    behind = reading.word(at + 1)
    ends = not behind or not reading.joined(at + 1) or reading.is_small(at + 1)
    return marked and (ends or rules.counts(behind))


class _Rules:
    """What tells a length of one unit in a language."""

    def __init__(self, pack: LanguagePack) -> None:
        numbers, times = pack.section(Numbers), pack.section(Times)
        actors = pack.section(Actors)
        self.articles = frozenset(map(fold_text, numbers.articles))
        self._ones = frozenset(
            fold_text(word) for word, value in numbers.cardinals.items() if value == 1
        )
        words = (*actors.prepositions, *actors.agent_prepositions)
        self.prepositions = frozenset(map(fold_text, words))
        self.marks = tuple(
            (name, frozenset(map(fold_text, getattr(times.marks, name))))
            for name in ("after", "before", "since", "until")
        )
        self._endings = pack.section(Speech).object_endings or ("\0",)
        units = {
            fold_text(form): unit.name
            for form, unit in unit_forms(numbers)
            if unit.kind is UnitKind.DURATION and unit.name in LENGTHS and is_single(unit)
        }
        objects = {
            form + ending[-1]: unit
            for form, unit in units.items()
            for ending in self._endings
            if (form + ending[-1]).endswith(ending)
        }
        self.units: dict[str, str] = objects | units
        """What names a unit of time in the singular, by itself or with the ending of an object."""

    def counts(self, word: str) -> bool:
        """Whether a word says that it is one: "a year", "one year", سنة واحدة."""
        return word in self.articles or self.is_one(word)

    def is_one(self, word: str) -> bool:
        """Whether a word is the number one."""
        return word in self._ones

    def is_object(self, written: str) -> bool:
        """Whether a word is written as one in the accusative, or may be: شهرا, سنة."""
        return written.endswith(self._endings)
