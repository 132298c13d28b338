"""The name before the noun that announces it, where names stand first ("Ain al-Asad air base")."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facets.places.lists import Noun
from workbench.facets.places.rules import PlaceRules
from workbench.facets.places.towns import named_place
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.ideas import ideas
from workbench.language.lexicon import is_known
from workbench.language.spans import Span

LONGEST_RUN = 4
"""Words of a name that is read by its capitals, at most."""


def names_body(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether a noun is part of the name of a body ("Leeds City Council")."""
    body = reading.word(noun.end) in rules.bodies and reading.capital(noun.end)
    return body and reading.joined(noun.end) and reading.capital(noun.first)


def name_behind_of(reading: Reading, rules: PlaceRules, noun: Noun) -> Iterator[Place]:
    """A name behind "of": "the town of Wem"."""
    at = noun.end + 1
    if reading.word(noun.end) not in rules.of or not reading.joined(at):
        return
    if not reading.raw(at).replace("'", "").isalpha():
        return  # "robbed his church of *N62* million"
    if at in reading.in_hit:
        hit = reading.hit_at.get(at)
        if hit is not None and reading.is_plural(noun.end - 1):
            yield from _further_behind_of(reading, rules, noun, hit.end)
        return
    end = _capitals_end(reading, rules, at)
    if end > at:
        span = Span(reading.tokens[at].span.start, reading.tokens[end - 1].span.end)
        yield named_place(reading, span, noun.kind)
        if reading.is_plural(noun.end - 1):
            yield from _further_behind_of(reading, rules, noun, end)


def _further_behind_of(
    reading: Reading, rules: PlaceRules, noun: Noun, end: int
) -> Iterator[Place]:
    """The other names behind a plural noun: "the towns of Caranavi, *Palos and Guanay*"."""
    while (at := _next_listed(reading, rules, end)) is not None:
        last = reading.word(at - 1) in rules.listing
        if (hit := reading.hit_at.get(at)) is not None:
            end = hit.end
        else:
            end = _capitals_end(reading, rules, at)
            span = Span(reading.tokens[at].span.start, reading.tokens[end - 1].span.end)
            yield named_place(reading, span, noun.kind)
        if last:
            return


def _next_listed(reading: Reading, rules: PlaceRules, end: int) -> int | None:
    """Where the next name of a list begins, if one does: behind "and", or behind a comma where
    the list goes on."""
    if reading.word(end) in rules.listing:
        return end + 1 if _capitals_end(reading, rules, end + 1) > end + 1 else None
    if reading.gap(end).strip() != "," or not reading.capital(end):
        return None
    hit = reading.hit_at.get(end)
    behind = hit.end if hit is not None else _capitals_end(reading, rules, end)
    listed = reading.gap(behind).strip() == "," and reading.capital(behind)
    return end if behind > end and (listed or reading.word(behind) in rules.listing) else None


def _capitals_end(reading: Reading, rules: PlaceRules, at: int) -> int:
    """The end of a run of capitalised words that are no small words."""
    end = at
    while end < at + LONGEST_RUN and (end == at or reading.joined(end)):
        small = reading.word(end) in rules.openers
        if not small and (not reading.capital(end) or reading.is_small(end)):
            break
        end += 1
    return end


def led_by(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """Names behind a noun that leads: "the River Teme", "Mount Hood"."""
    for first in reading.where(reading.places.keys() & rules.leads):
        width = _leading_width(reading, rules, first)
        if not width:
            continue
        at = first + width - 1
        unknown = reading.is_article(at - 1) and at + 1 not in reading.in_hit
        if not (reading.capital(first) or unknown):
            continue  # "camp Newton", but "the *river* Nene"
        end = _capitals_end(reading, rules, at + 1) if reading.joined(at + 1) else at + 1
        if any(reading.word(each) in rules.bodies for each in range(at, end)):
            continue  # "Cape Girardeau City Council"
        if end > at + 1 and at not in reading.in_hit:
            span = Span(reading.tokens[first].span.start, reading.tokens[end - 1].span.end)
            yield named_place(reading, span, "region")


def _leading_width(reading: Reading, rules: PlaceRules, at: int) -> int:
    """How many words lead a name there: "*River* Teme", "*Isle of* Tiree", "Clara, *Co* Offaly"."""
    word = reading.word(at)
    if (word,) in rules.leading:
        return 1
    two = (word, reading.word(at + 1)) in rules.leading and reading.joined(at + 1)
    apart = "," in reading.gap(at) or reading.word(at - 1) in rules.locatives
    short = word in rules.short_counties and apart
    return 2 if two else int(short)


def name_before(reading: Reading, rules: PlaceRules, noun: Noun) -> tuple[int, int] | None:
    """The run of capitalised words before a noun ("Ain al-Asad air base")."""
    first = noun.first
    while first > 0 and noun.first - first < LONGEST_RUN and reading.joined(first):
        before = first - 1
        small = reading.word(before) in rules.openers or _is_initials(reading, before)
        if _is_named_after(reading, rules, before, noun) or _is_owned(reading, before, noun):
            before -= 1  # "*Prince of* Wales Hospital", "Westmead *Children's* Hospital"
        elif not small and (not reading.capital(before) or reading.is_small(before)):
            break
        first = before
    while first < noun.first and not reading.capital(first):
        if reading.word(first) in rules.openers and reading.capital(first + 1):
            break  # "al-Manara neighbourhood"
        first += 1
    if _opens_sentence(reading, first) and reading.verb(first) is not None:
        first += 1
    if first >= noun.first:
        return None
    if not _is_named_site(reading, rules, first, noun):
        return None if _is_adjective(reading, rules, first, noun) else (first, noun.first)
    return first, noun.first


def _is_initials(reading: Reading, at: int) -> bool:
    """Whether a small word in capitals before another capital is a name's: "*OR* Tambo"."""
    raw = reading.raw(at)
    return len(raw) > 1 and raw.isupper() and reading.raw(at + 1)[1:].islower()


def _is_named_after(reading: Reading, rules: PlaceRules, at: int, noun: Noun) -> bool:
    """Whether "of" joins the two parts of the name after which a site with a capital is called."""
    site = noun.kind == "site" and reading.capital(noun.first)
    joins = reading.word(at) in rules.of and reading.joined(at) and reading.capital(at - 1)
    return site and joins and not reading.is_small(at - 1)


def _is_owned(reading: Reading, at: int, noun: Noun) -> bool:
    """Whether a genitive stands right before a site with a capital, which is called so."""
    site = noun.kind == "site" and reading.capital(noun.first) and at + 1 == noun.first
    return site and reading.is_possessive(at) and reading.capital(at - 1)


def _is_named_site(reading: Reading, rules: PlaceRules, first: int, noun: Noun) -> bool:
    """Whether words with capitals up to that of the noun say where: "at *Freedom Park*"."""
    where = rules.venues | rules.locatives | rules.origins | rules.motion
    before = first - 1 - (reading.is_article(first - 1) and noun.first - first > 1)
    led = reading.word(before) in where and reading.joined(first)
    named = noun.kind == "site" and reading.capital(noun.first) and reading.joined(noun.first)
    return led and named and first not in reading.in_hit


def _opens_sentence(reading: Reading, at: int) -> bool:
    return at == 0 or any(mark in reading.gap(at) for mark in '.!?:\n"“«')


def _is_adjective(reading: Reading, rules: PlaceRules, first: int, noun: Noun) -> bool:
    """Whether the capitalised words are no name: "Iraqi province", "Military base"; or those of a
    person: "siding with Robert *Lane*"."""
    led = reading.word(first - 1) in rules.venues | rules.locatives | rules.of
    if noun.kind == "site" and not led and reading.word(first) in rules.first_names:
        return True
    hit = reading.hit_at.get(first)
    if hit is not None and hit.end == noun.first:
        known = any(entry.kind == "place" for entry in hit.entries)
        if known or not is_county(reading, noun):
            return not known
    last = noun.first - 1
    if last > first and reading.word(last) in rules.directions:
        last -= reading.word(last - 1) not in rules.directions  # "Aniocha *North* Local …"
    if not reading.capital(noun.first) and noun.kind == "city":
        return not _is_unlike_adjective(reading, rules, first, last)
    if last == first and (
        _is_named_region(reading, rules, first, noun) or _is_proper(reading, rules, first, noun)
    ):
        return False
    if last == first and reading.word(noun.first) in rules.known_only:
        named = not reading.capital(noun.first) and not _opens_sentence(reading, first)
        region = noun.kind == "region" and reading.verb(last) is None
        return not (named and region) or is_known(reading.word(last), reading.pack)
    several = last > first and noun.kind == "region" and not _opens_sentence(reading, first)
    # "The *North West Coastal* Highway is shut"
    several = several or (
        last > first and reading.capital(noun.first) and reading.is_article(first - 1)
    )
    everyday = bool(ideas(reading.word(last), reading.pack)) and last not in reading.in_hit
    return everyday and not several


def _is_named_region(reading: Reading, rules: PlaceRules, at: int, noun: Noun) -> bool:
    """Whether a region's noun is part of a name behind "the": "in the *Flores Sea*"."""
    named = noun.kind == "region" and reading.capital(noun.first) and reading.joined(noun.first)
    if not named or not reading.is_article(at - 1):
        return False
    led = reading.word(at - 2) in rules.prepositions or reading.word(at) in rules.directions
    led = led and reading.word(noun.first) in rules.waters  # "the *Northwest Passage* is open"
    return led or (reading.word(noun.first),) in rules.leading  # "the *Save River*"


def _is_proper(reading: Reading, rules: PlaceRules, at: int, noun: Noun) -> bool:
    """Whether a word and a region's noun, both with capitals inside a sentence, are its name: "in
    *Kogi State*", "parts of *Western Province*"."""
    both = noun.kind == "region" and reading.capital(noun.first) and reading.joined(noun.first)
    if not both or _opens_sentence(reading, at):
        return False
    if reading.word(at) in rules.directions:
        led = reading.word(at - 2) in rules.locatives  # "in the *Northern Region*"
        return reading.capital(at) and (led or not reading.is_article(at - 1))
    return reading.word(at - 1) in rules.locatives and not is_known(reading.word(at), reading.pack)


def is_county(reading: Reading, noun: Noun) -> bool:
    """Whether a name follows that is a people's elsewhere ("Dane County")."""
    return noun.kind == "region" and reading.capital(noun.first)


def _is_unlike_adjective(reading: Reading, rules: PlaceRules, first: int, last: int) -> bool:
    """Whether what stands before "village" is a name: of no other use, not by its ending."""
    if _opens_sentence(reading, first) or reading.word(last).endswith(rules.adjective_endings):
        return False
    used = is_known(reading.word(last), reading.pack) or reading.verb(last) is not None
    return not used and reading.word(last) not in rules.not_towns
