"""Towns that no lexicon knows, and those of the gazetteer where the words speak of a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.facets.places.rules import (
    PlaceRules,
    ends_way,
    is_link,
    is_listed,
    is_reached,
    is_team,
)
from workbench.facets.places.unknown import goes_on, is_inside, listed_end, unknown_end
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.fold import fold_text
from workbench.language.gazetteer import LONGEST, begins_town, town
from workbench.language.ideas import ideas
from workbench.language.spans import Span
from workbench.language.verbs import verb_form
from workbench.language.world import world

_PLAIN = str.maketrans("-'", "  ")


def towns_in(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """Towns by the words around them.

    Those of the gazetteer behind a preposition or in a list of places, with or without a capital
    as the language has it; others where a capitalised word of no other use stands behind "in" or
    "the road to", or, where there are no capitals, an unknown word between a preposition and what
    says where it lies (في X شمال البلاد).
    """
    last = -1
    for at in _may_be_towns(reading, rules):
        if at < last:
            continue
        behind = last >= 0 and last in {at, at - 1}
        behind = behind or _is_behind_place(reading, rules, at)
        clitic = _known_town(reading, rules, at, listed=behind)
        if clitic is not None:
            end = town_end(reading, at, clitic)
            start = reading.tokens[at].start_after(clitic)
            last = end
            yield named_place(reading, Span(start, reading.tokens[end - 1].span.end), "city")
            if rules.noun_first and behind:
                last = listed_end(reading, rules, end)
                yield from _named_last(reading, end, last)
            continue
        end = unknown_end(reading, rules, at)
        if end == at and behind and at:
            end = listed_end(reading, rules, at)
        if end > at:
            last = end
            span = Span(reading.tokens[at].span.start, reading.tokens[end - 1].span.end)
            yield named_place(reading, span, "city")


def _named_last(reading: Reading, first: int, end: int) -> Iterator[Place]:
    """Names that end a list, each with its conjunction written on."""
    for at in range(first, end):
        span = Span(reading.tokens[at].start_after(1), reading.tokens[at].span.end)
        yield named_place(reading, span, "city")


def _may_be_towns(reading: Reading, rules: PlaceRules) -> Iterable[int]:
    """Where a town may begin: by a capital, or, where there are none, by its first word or behind a
    preposition."""
    size = len(reading.tokens)
    if not rules.noun_first:
        return filter(reading.capital, range(size))
    places = reading.places
    opening = reading.where(word for word in places if _opens_town(word, reading))
    behind = (at + 1 for at in reading.where(places.keys() & rules.prepositions) if at + 1 < size)
    return sorted({*opening, *behind})


def _opens_town(word: str, reading: Reading) -> bool:
    return begins_town(word.partition("'")[0].partition("-")[0], reading.pack)


def _is_behind_place(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "and" stands before a token and, before that, a province or site that a preposition
    has put somewhere: "in Cebu *and* Leyte", "at Marsh Road *and* Wem"."""
    last = at - 2
    if rules.noun_first or last < 1 or reading.word(at - 1) not in rules.listing:
        return False
    if rules.nouns.get((reading.word(last),)) == "site":
        return reading.capital(last) and reading.capital(last - 1)
    hit = next(
        (one for back in range(last, max(last - 3, 0), -1) if (one := reading.hit_at.get(back))),
        None,
    )
    if hit is None or hit.end != last + 1:
        return False
    kinds = {world().places.get(entry.name, ("", ""))[0] for entry in hit.entries}
    before = reading.word(hit.first - 1)
    placed = before in rules.locatives or before in rules.pairing or before in rules.origins
    return placed and bool(kinds) and kinds <= {"city", "region"}


def named_place(reading: Reading, span: Span, kind: str) -> Place:
    """A place under the name that the gazetteer has for it, or else under its own words."""
    surface = span.of(reading.text)
    found = town(_plain(fold_text(surface)), reading.pack)
    if found is None:
        return Place(span, surface, fold_text(surface), kind)
    return Place(span, surface, found[0], "city", (found[1],))


def town_end(reading: Reading, at: int, clitic: int = 0) -> int:
    """The end of the gazetteer's longest name that begins at a token, or the token itself.

    ``clitic`` is how many folded letters stand before the name in its first word.
    """
    words = [reading.word(at)[clitic:]]
    if not _opens_town(words[0], reading):
        return at
    while len(words) < LONGEST and reading.joined(at + len(words)):
        words.append(reading.word(at + len(words)))
    for width in range(len(words), 0, -1):
        if town(_plain(" ".join(words[:width])), reading.pack) is not None:
            return at + width
    return at


def _plain(folded: str) -> str:
    return " ".join(folded.translate(_PLAIN).split())


def _known_town(reading: Reading, rules: PlaceRules, at: int, *, listed: bool) -> int | None:
    """The letters before a town of the gazetteer at a token, or nothing where none is meant.

    Where towns have capitals, the token has one.
    """
    if reading.tokens[at].is_number or (at in reading.in_hit and rules.noun_first):
        return None
    if rules.noun_first:
        return _uncased_town(reading, rules, at, listed=listed)
    end = town_end(reading, at)
    if at in reading.in_hit and (at not in reading.hit_at or end <= reading.hit_at[at].end):
        return None  # only a longer name: "Johor Bahru"
    owner = reading.is_possessive(end) and reading.word(at) in rules.given
    longer = end < len(reading.tokens) and goes_on(reading, end)
    if end == at or longer or owner or is_team(reading, rules, at):
        return None
    before = at - 1 - reading.is_article(at - 1)
    placed = reading.word(before) in rules.prepositions or reading.is_article(at - 1)
    placed = placed or reading.word(before) in rules.reaching
    placed = placed or _is_as_far(reading, rules, before) or _is_addressed(reading, rules, at)
    inside = is_inside(reading, rules, end)
    inside = inside or _has_seat(reading, rules, end)
    linked = is_link(reading, rules, at) if listed else is_listed(reading, rules, at)
    return 0 if placed or inside or linked else None


def _has_seat(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a body or works stands behind a town, or behind a second one that shares it: "its
    Wigan and Grimsby *factories*"."""
    if not reading.joined(at):
        return False
    if reading.word(at) in rules.seats:
        return True
    shared = reading.word(at) in rules.listing and reading.joined(at + 1)
    end = town_end(reading, at + 1) if shared and reading.capital(at + 1) else at + 1
    return end > at + 1 and reading.joined(end) and reading.word(end) in rules.seats


def _is_as_far(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether what stands there says how far something went: "felt as far away *as* Wem"."""
    far = rules.distances | rules.directions
    return reading.word(at) in rules.likening and reading.word(at - 1) in far


def _is_addressed(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a street or a site stands before a comma: "in Mill Road, *Calder*"."""
    site = rules.nouns.get((reading.word(at - 1),)) == "site" and reading.capital(at - 1)
    return site and reading.gap(at).strip() == ","


def _uncased_town(reading: Reading, rules: PlaceRules, at: int, *, listed: bool) -> int | None:
    word = reading.word(at)
    if word in reading.pack.language.stop_words:
        return None
    for rest in reading.clitics(at):
        clitic = len(word) - len(rest)
        if not word.endswith(rest) or town_end(reading, at, clitic) == at:
            continue
        letters = word[:clitic]
        article = reading.pack.language.article or "\0"
        like = letters[-1:] in rules.likening and not rest.startswith(article)
        if letters.endswith(article) or like:
            continue
        if letters[-1:] and letters[-1:] in reading.pack.language.cases:
            several = town_end(reading, at, clitic) > at + 1
            placing = letters[-1:] in rules.placing  # باريحا, but not لاوتارو
            sure = several or (placing and len(rest) > 3 and not _is_word(reading, rest))
            sure = sure and word not in rules.given
            return clitic if clitic and sure else None
        placed = reading.is_in(at - 1, rules.prepositions | rules.seats) and reading.joined(at)
        placed = placed or _is_beside_place(reading, rules, town_end(reading, at, clitic))
        placed = placed or ends_way(reading, rules, at) or is_reached(reading, rules, at)
        settled = rest in rules.settled and town_end(reading, at, clitic) > at + 1
        # اتحاد *سيدي قاسم*; خالد *آيت الطالب*
        settled = settled and not reading.is_in(at - 1, rules.bodies | rules.given)
        placed = placed or settled  # محامو *كفر الدوار*
        linked = bool(letters) and letters[0] in rules.listing
        linked = linked and (listed or is_listed(reading, rules, at))
        if (placed and not letters) or linked:
            several = town_end(reading, at, clitic) > at + 1
            return None if _is_word(reading, rest) and not several else clitic
    return None


def _is_beside_place(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a direction and a known place say where the word before lies: عقابا شمال طوباس."""
    if reading.word(at) not in rules.directions or not reading.joined(at):
        return False
    hit = reading.hit_at.get(at + 1)
    return hit is not None and any(entry.kind == "place" for entry in hit.entries)


def _is_word(reading: Reading, word: str) -> bool:
    """Whether a name is an everyday word as well."""
    if word in reading.pack.derived(PlaceRules).wary:
        return True
    return bool(ideas(word, reading.pack, listed=True)) or verb_form(word, reading.pack) is not None
