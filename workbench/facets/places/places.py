"""Places in a text under names that all languages share.

Known names come from the lexicon, with what contains them; unknown ones are read beside the
nouns that announce them ("X province", قاعدة X). A name inside the name of an organisation
("Bank of England") is no place: the longer name wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.facets.places.abbreviated import abbreviated_in
from workbench.facets.places.before import (
    LONGEST_RUN,
    is_county,
    led_by,
    name_before,
    name_behind_of,
    names_body,
)
from workbench.facets.places.behind import is_called_so, lies_there, name_after
from workbench.facets.places.known import known_place, sense_of
from workbench.facets.places.lists import Noun, names_before, names_behind
from workbench.facets.places.roads import coded_roads, roads_in
from workbench.facets.places.rules import PlaceRules, is_team
from workbench.facets.places.seats import seated_in
from workbench.facets.places.towns import named_place, towns_in
from workbench.facets.places.unknown import announced_again, named_again
from workbench.facets.reading import Reading, read
from workbench.facets.types import Place
from workbench.language.fold import fold_text
from workbench.language.ideas import ideas
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span
from workbench.language.world import world

_LONGEST_NOUN = 3


def read_places(text: str, pack: LanguagePack) -> tuple[Place, ...]:
    """The places named in ``text``, in order; none overlap.

    Adjectives of nationality and names used as such ("US forces") are marked ``demonym``.
    """
    return places_in(read(text, pack))


def places_in(reading: Reading) -> tuple[Place, ...]:
    """`read_places` of a text that has been cut into words."""
    rules = reading.pack.derived(PlaceRules)
    nouns = tuple(_nouns(reading, rules))
    kinds = {noun.end: noun.kind for noun in nouns}
    known = [place for hit in reading.hits if (place := known_place(reading, rules, hit, kinds))]
    announced = _announced(reading, rules, nouns, known)
    towns = [*towns_in(reading, rules), *led_by(reading, rules), *abbreviated_in(reading, rules)]
    towns += [*roads_in(reading, rules), *coded_roads(reading, rules), *seated_in(reading, rules)]
    found = _without_overlaps([*announced, *known, *towns])
    found = _without_overlaps([_hyphenated(reading, place) for place in found])
    again = (announced_again if rules.noun_first else named_again)(reading, rules, found)
    return _without_repeats(_without_overlaps([*found, *again]))


_HYPHENATED = re.compile(r"(?:-(?!to-)[a-z]{1,6}){1,2}-[A-Z][\w'’]+")
_OPENING = re.compile(r"[A-Z][\w'’]+(?:-(?!to-)[a-z]{1,6}){1,2}-$")
_COMPOUND = 40
"""Characters before a name among which a compound begins that it ends."""


def _hyphenated(reading: Reading, place: Place) -> Place:
    """The whole of a compound that a place is a part of: "*Upton*-upon-*Severn*"."""
    text, start, end = reading.text, place.span.start, place.span.end
    behind = _HYPHENATED.match(text, end)
    floor = max(0, start - _COMPOUND)
    before = _OPENING.search(text[floor:start]) if text[start - 1 : start] == "-" else None
    if behind is None and before is None:
        return place
    first = floor + before.start() if before is not None else start
    return named_place(reading, Span(first, behind.end() if behind is not None else end), "city")


def _nouns(reading: Reading, rules: PlaceRules) -> Iterator[Noun]:
    behind = 0
    for at in reading.where(reading.places.keys() & rules.noun_heads):
        free = at >= behind and at not in reading.in_hit
        noun = _noun_at(reading, rules, at) if free else None
        if noun is not None:
            yield noun
            behind = noun.end


def _noun_at(reading: Reading, rules: PlaceRules, at: int) -> Noun | None:
    head = next(word for word in reading.clitics(at) if word in rules.noun_heads)
    for width in range(_LONGEST_NOUN, 0, -1):
        rest = tuple(reading.word(each) for each in range(at + 1, at + width))
        kind = rules.nouns.get((head, *rest))
        if kind and all(reading.joined(each) for each in range(at + 1, at + width)):
            return Noun(at, at + width, kind)
    return None


def _announced(
    reading: Reading, rules: PlaceRules, nouns: Iterable[Noun], known: list[Place]
) -> Iterator[Place]:
    """Places that a noun announces: provinces of a city's name, and names of no lexicon."""
    by_start = {place.span.start: place for place in known}
    by_end = {place.span.end: place for place in known}
    for noun in nouns:
        if rules.noun_first:
            yield from _quoted(reading, noun)
            name = name_after(reading, rules, noun)
        else:
            yield from name_behind_of(reading, rules, noun)
            name = None if names_body(reading, rules, noun) else name_before(reading, rules, noun)
        if name is None:
            continue
        first, end = name
        place = by_start.get(_start(reading, first)) or by_end.get(reading.tokens[end - 1].span.end)
        if place is None and (unsure := _unsure(reading, rules, noun, first, end)):
            yield unsure
            continue
        if rules.noun_first:
            yield from names_behind(reading, rules, noun, end)
        shared = [] if rules.noun_first else list(names_before(reading, rules, noun, first))
        if shared and place is None:
            span = Span(reading.tokens[first].span.start, reading.tokens[end - 1].span.end)
            shared.append(named_place(reading, span, noun.kind))
        built = None if shared else _build(reading, noun, first, end, place)
        yield from shared
        if built is not None:
            yield built


def _unsure(reading: Reading, rules: PlaceRules, noun: Noun, first: int, end: int) -> Place | None:
    """The place of a name that is another word as well, now that a region's noun is beside it."""
    hit = reading.hit_at.get(first)
    if hit is None or hit.end != end or noun.kind != "region":
        return None
    entries = [entry for entry in hit.entries if entry.kind == "place"]
    if not entries:
        return None
    entry = sense_of(reading, rules, hit, entries, {})
    kind = world().places.get(entry.name, ("region", ""))[0]
    start = _noun_start(reading, noun, noun.first) if _is_brigade(reading, noun) else hit.span.start
    span = Span(start, hit.span.end)
    surface = span.of(reading.text)
    return Place(span, surface, entry.name, kind, world().containers(entry.name))


def _quoted(reading: Reading, noun: Noun) -> Iterator[Place]:
    """A name in quotation marks behind its noun (كوبري «العوايد»), which has no article: what النهر
    «هو الحل» quotes is no name."""
    at = noun.end
    quoted = reading.gap(at).strip() in {"«", '"', "\u201c"} and not reading.is_definite(noun.first)
    if not quoted or reading.is_in(noun.first, reading.pack.derived(PlaceRules).channels):
        return
    end = at + 1
    while end < min(at + LONGEST_RUN, len(reading.tokens)) and reading.joined(end):
        end += 1
    after = reading.text[reading.tokens[end - 1].span.end :][:1]
    if after in {"»", '"', "\u201d"} and noun.kind == "city":
        start = reading.tokens[at].span.start
        yield named_place(reading, Span(start, reading.tokens[end - 1].span.end), "city")
    elif after in {"»", '"', "\u201d"}:
        span = Span(_noun_start(reading, noun, noun.first), reading.tokens[end - 1].span.end + 1)
        surface = span.of(reading.text)
        yield Place(span, surface, fold_text(surface), noun.kind)


def _start(reading: Reading, at: int) -> int:
    hit = reading.hit_at.get(at)
    return hit.span.start if hit is not None else reading.tokens[at].span.start


def _build(reading: Reading, noun: Noun, first: int, end: int, place: Place | None) -> Place | None:
    first_token, last = min(noun.first, first), max(noun.end, end)
    span = Span(_noun_start(reading, noun, first_token), reading.tokens[last - 1].span.end)
    if place is not None and not place.demonym:
        return _build_known(reading, noun, first, span, place)
    rules = reading.pack.derived(PlaceRules)
    named = place is not None and is_called_so(reading, rules, noun)
    if place is not None and not (named or is_county(reading, noun)):
        return None
    if noun.kind == "city" and is_team(reading, rules, first_token):
        return None
    several = not rules.plurals.isdisjoint(reading.clitics(noun.first))
    several = several and not lies_there(reading, rules, noun, first)
    if first > noun.first and (noun.kind == "city" or several):  # أقاليم *طاطا* وزاكورة
        return named_place(reading, Span(reading.tokens[first].span.start, span.end), noun.kind)
    if noun.kind == "city" and first < noun.first and not reading.capital(noun.first):
        alone = named_place(reading, Span(span.start, reading.tokens[end - 1].span.end), "city")
        if alone.within:
            return alone  # "Dunfermline *town* centre"
    surface = span.of(reading.text)
    return Place(span, surface, fold_text(surface), noun.kind)


def _build_known(
    reading: Reading, noun: Noun, first: int, span: Span, place: Place
) -> Place | None:
    """What a noun makes of a place that is known: its province, a site in it."""
    surface = span.of(reading.text)
    province = f"{place.name} Governorate"
    quarter = not reading.pack.derived(PlaceRules).quarters.isdisjoint(reading.clitics(noun.first))
    if quarter and (place.kind != "city" or province in world().places):
        return Place(span, surface, fold_text(surface), "city")  # حي الرياض في الرباط
    several = not reading.pack.derived(PlaceRules).plurals.isdisjoint(reading.clitics(noun.first))
    if several and noun.first < first:  # محافظات *بغداد* وسامراء
        span = Span(_start(reading, first), span.end)
        surface = span.of(reading.text)
    if noun.kind == "region" and province in world().places:
        return Place(span, surface, province, "region", world().containers(province))
    broad = place.kind in {"country", "region"} and place.span.end <= span.end
    if broad and first < noun.first and not reading.capital(noun.first):
        return None
    if noun.kind == "region" == place.kind and first < noun.first:
        return Place(span, surface, place.name, "region", place.within)  # "Zamfara State"
    longer = first < noun.first and place.span.end < reading.tokens[noun.first - 1].span.end
    # "Majnoon *East* oilfield"
    if noun.kind != "site" or (place.kind == "site" and not longer):
        return None
    known = "" if place.kind == "site" else _site_name(reading, noun, place)
    name = known or fold_text(surface)
    return Place(span, surface, name, "site", (place.name, *place.within))


def _is_brigade(reading: Reading, noun: Noun) -> bool:
    """Whether a region's noun is a body's elsewhere, whose name it would be: *لواء* الأزرق."""
    rules, words = reading.pack.derived(PlaceRules), reading.clitics(noun.first)
    return not rules.administered.isdisjoint(words) and not rules.bodies.isdisjoint(words)


def _site_name(reading: Reading, noun: Noun, place: Place) -> str:
    """The same name in all languages: "Cairo airport" for مطار القاهرة."""
    what = ideas(reading.word(noun.end - 1), reading.pack)
    return f"{place.name} {what[0]}" if what else ""


def _noun_start(reading: Reading, noun: Noun, first: int) -> int:
    """Where the announced name begins, behind the proclitics of its noun but with its article."""
    token = reading.tokens[first]
    if first != noun.first:
        return _start(reading, first)
    words = reading.clitics(first)
    word = next((word for word in words if word in reading.pack.derived(PlaceRules).noun_heads), "")
    letters = token.folded[: len(token.folded) - len(word)]
    article = reading.pack.language.article or "\0"
    return token.start_after(len(letters.removesuffix(article)))


def _without_repeats(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """Without adjectives that only say where the place before them is (بابل العراقية)."""
    kept: list[Place] = []
    for place in places:
        before = kept[-1] if kept else None
        beside = before is not None and place.span.start - before.span.end == 1
        if not (place.demonym and before and beside and place.name in before.within):
            kept.append(place)
    return tuple(kept)


def _without_overlaps(places: list[Place]) -> tuple[Place, ...]:
    """In text order; of two that overlap the longer one stays."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (place.span.start, -place.span.end)):
        if kept and kept[-1].span.overlaps(place.span):
            if len(place.span) > len(kept[-1].span):
                kept[-1] = place
        else:
            kept.append(place)
    return tuple(kept)
