"""Names that share one noun: "Isiolo and Garissa counties", قرى الرميلة والعزيزية والشعلة."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from workbench.facets.places.known import sense_of
from workbench.facets.places.rules import PlaceRules, is_link, is_name
from workbench.facets.places.towns import named_place, town_end
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.ideas import ideas
from workbench.language.lexicon import Hit
from workbench.language.spans import Span
from workbench.language.world import world

_STOPS = frozenset(".!?؟؛:\n")
_SHORT = 2
"""Letters of a listed name, more than which it has."""


class Noun(msgspec.Struct, frozen=True):
    """A noun that announces a place: tokens ``[first, end)``."""

    first: int
    end: int
    kind: str


def names_before(reading: Reading, rules: PlaceRules, noun: Noun, first: int) -> Iterator[Place]:
    """The other names before a plural noun: "Isiolo and Garissa counties"."""
    if not reading.is_plural(noun.end - 1):
        return
    while first > 1 and is_link(reading, rules, first):
        last = first - 1 if reading.word(first - 1) in rules.listing else first
        if last - 1 in reading.in_hit or not reading.capital(last - 1):
            return
        first = last - 1
        while (
            reading.joined(first) and reading.capital(first - 1) and not reading.is_small(first - 1)
        ):
            first -= 1
        span = Span(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)
        yield named_place(reading, span, noun.kind)


def names_behind(reading: Reading, rules: PlaceRules, noun: Noun, end: int) -> Iterator[Place]:
    """The other names behind a plural noun, each with its conjunction written on."""
    if not any(word in rules.plurals for word in reading.clitics(noun.first)):
        return
    at = end
    while at < len(reading.tokens) and reading.word(at)[:1] in rules.listing:
        if not _STOPS.isdisjoint(reading.gap(at)):
            return
        hit = reading.hit_at.get(at)
        if hit is not None:
            yield from _listed(reading, rules, hit)
            at = hit.end
            continue
        pair = at == end and reading.word(noun.end - 1).endswith(rules.pair_endings)
        if len(reading.clitics(at)) < 2 or not (pair or _may_go_on(reading, rules, at)):
            return
        last = max(at + 1, town_end(reading, at, 1))
        opens = reading.clitics(at)[1] in rules.openers | rules.noun_heads
        opens = opens and not _joins_on(reading, rules, last)
        if last == at + 1 and opens and reading.joined(last):
            last += 1
        span = Span(reading.tokens[at].start_after(1), reading.tokens[last - 1].span.end)
        yield named_place(reading, span, noun.kind)
        at = last


def _listed(reading: Reading, rules: PlaceRules, hit: Hit) -> Iterator[Place]:
    """The place of a name in such a list that is another word as well elsewhere (وفاس)."""
    entries = [entry for entry in hit.entries if entry.kind == "place"]
    if not entries and hit.clitic and reading.is_definite(hit.first) and hit.end == hit.first + 1:
        yield named_place(reading, hit.span, "region")  # ولايات باجة *والكاف*, no federation
    elif entries and hit.clitic:
        entry = sense_of(reading, rules, hit, entries, {})
        kind = world().places.get(entry.name, ("region", ""))[0]
        surface = hit.span.of(reading.text)
        yield Place(hit.span, surface, entry.name, kind, world().containers(entry.name))


def _joins_on(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "and" is written on to a word."""
    return len(reading.clitics(at)) > 1 and reading.word(at)[:1] in rules.listing


def _may_go_on(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether the word behind a conjunction may be a name: definite, or of no other use."""
    rest = reading.clitics(at)[1]
    if rest in reading.pack.language.stop_words or reading.verb(at) is not None:
        return False
    opened = rest in rules.openers and reading.joined(at + 1)
    if opened or reading.is_definite(at) or is_name(reading, at):
        return True
    # أقاليم طاطا وزاكورة يوم الجمعة
    closed = not reading.joined(at + 1) or reading.is_in(at + 1, rules.behind_names)
    further = _joins_on(reading, rules, at + 1)
    closed = closed or further or reading.is_small(at + 1)  # بلدات عيتا ورامية *ويارون*
    closed = closed or reading.word(at + 1) in rules.directions  # يعبد وقباطية *وعرابة جنوب جنين*
    plain = len(rest) > _SHORT and (closed or not rest.endswith(rules.not_name_ends or ("\0",)))
    behind = reading.hit_at.get(at + 1)  # ولايات وهران *ومعسكر* وتلمسان
    between = further and behind is not None and any(one.kind == "place" for one in behind.entries)
    return plain and (between or not ideas(rest, reading.pack))  # أقاليم تاونات وفاس
