"""Places in a text under names that all languages share.

Known names come from the lexicon, with what contains them; unknown ones are read beside the
nouns that announce them ("X province", قاعدة X). A name inside the name of an organisation
("Bank of England") is no place: the longer name wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.facets.places.behind import name_after
from workbench.facets.places.lists import Noun, names_before, names_behind
from workbench.facets.places.rules import PlaceRules, is_listed, is_team
from workbench.facets.places.towns import named_place, towns_in
from workbench.facets.reading import GivenNames, Reading, read
from workbench.facets.types import Place
from workbench.language.fold import fold_text
from workbench.language.lexicon import Entry, Hit, ideas, is_known
from workbench.language.packs import LanguagePack
from workbench.language.schema import LexiconData
from workbench.language.spans import Span
from workbench.language.world import world

_LONGEST_NOUN = 3
_LONGEST_RUN = 4
_MONEY = frozenset("$€£¥")
_KIND_ORDER = {"country": 0, "city": 1, "region": 1, "site": 2}


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
    known = [place for hit in reading.hits if (place := _known(reading, rules, hit, kinds))]
    announced = _announced(reading, rules, nouns, known)
    towns = [*towns_in(reading, rules), *_led(reading, rules)]
    return _without_repeats(_without_overlaps([*announced, *known, *towns]))


def _nouns(reading: Reading, rules: PlaceRules) -> Iterator[Noun]:
    at = 0
    while at < len(reading.tokens):
        noun = _noun_at(reading, rules, at) if at not in reading.in_hit else None
        if noun is not None:
            yield noun
        at = noun.end if noun is not None else at + 1


def _noun_at(reading: Reading, rules: PlaceRules, at: int) -> Noun | None:
    head = next((word for word in reading.clitics(at) if word in rules.noun_heads), "")
    if not head:
        return None
    for width in range(_LONGEST_NOUN, 0, -1):
        rest = tuple(reading.word(each) for each in range(at + 1, at + width))
        kind = rules.nouns.get((head, *rest))
        if kind and all(reading.joined(each) for each in range(at + 1, at + width)):
            return Noun(at, at + width, kind)
    return None


def _known(reading: Reading, rules: PlaceRules, hit: Hit, nouns: dict[int, str]) -> Place | None:
    """The place that a name of the lexicon stands for here, or nothing."""
    entries = [entry for entry in hit.entries if entry.kind in {"place", "demonym"}]
    if (
        not entries
        or _is_another(reading, hit)
        or any(entry.kind == "nothing" for entry in hit.entries)
    ):
        return None
    placed = _after_preposition(reading, rules, hit)
    is_other = any(entry.kind == "actor" for entry in hit.entries)
    surface = fold_text(hit.span.of(reading.text))
    wary = surface in rules.wary and hit.end - hit.first == 1
    if (wary or is_other) and not placed:
        return None
    if wary and hit.clitic and _is_of_another(reading, hit.end):
        return None  # "on the pretext of building" (بحجة البناء), and not in Hajjah
    if _is_team(reading, rules, hit):
        return None
    if surface in rules.also_persons and _is_person(reading, hit, placed=placed):
        return None
    entry = _sense(reading, rules, hit, entries, nouns)
    kind = world().places.get(entry.name, ("region", ""))[0]
    within = world().containers(entry.name)
    adjective = entry.kind == "demonym" or _is_attributive(reading, rules, hit)
    raw = hit.span.of(reading.text)
    return Place(hit.span, raw, entry.name, kind, within, demonym=adjective)


def _is_another(reading: Reading, hit: Hit) -> bool:
    """Whether a name is part of a sum, or, of a people, somebody's (السوداني, أحمد المصري)."""
    at = hit.first
    if reading.text[hit.span.end : hit.span.end + 1] in _MONEY:
        return True  # "US$800,000"
    if not all(entry.kind == "demonym" for entry in hit.entries) or hit.end != at + 1:
        return False
    if _follows_given(reading, at):
        return True
    adjective = reading.joined(at) and reading.is_definite(at - 1)
    return not adjective and reading.is_definite(at) and reading.word(at) in reading.once(_surnames)


def _follows_given(reading: Reading, at: int) -> bool:
    names = reading.pack.derived(GivenNames).given
    return reading.joined(at) and reading.word(at - 1) in names and reading.is_definite(at)


def _surnames(reading: Reading) -> frozenset[str]:
    """The last words of the names of persons in a text."""
    return frozenset(
        reading.word(hit.end - 1)
        for hit in reading.hits
        if hit.end - hit.first > 1
        and any(world().actors.get(entry.name, ("", ""))[0] == "person" for entry in hit.entries)
    ).union(reading.word(hit.first) for hit in reading.hits if _follows_given(reading, hit.first))


def _is_team(reading: Reading, rules: PlaceRules, hit: Hit) -> bool:
    """Whether a town's name stands for its team ("beat Leeds"); a country's may."""
    kinds = {world().places.get(entry.name, ("", ""))[0] for entry in hit.entries}
    return kinds == {"city"} and is_team(reading, rules, hit.first)


def _is_of_another(reading: Reading, at: int) -> bool:
    """Whether the noun before a token belongs to a definite one there, no nationality."""
    hit = reading.hit_at.get(at)
    demonym = hit is not None and any(entry.kind == "demonym" for entry in hit.entries)
    return reading.joined(at) and reading.is_definite(at) and not demonym


def _after_preposition(reading: Reading, rules: PlaceRules, hit: Hit) -> bool:
    if hit.clitic[-1:] and hit.clitic[-1:] in _case_letters(reading.pack):
        return True
    before = hit.first - 1
    if reading.is_article(before):
        before -= 1
    if reading.is_in(before, rules.prepositions) or is_listed(reading, rules, hit.first):
        return True
    return _leads_list(reading, rules, hit.end)


def _leads_list(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "and" and another place follow at a token: الخليل وبيت لحم."""
    following = reading.hit_at.get(at)
    if following is None or following.clitic[:1] not in rules.listing or not following.clitic:
        return False
    sure = fold_text(following.span.of(reading.text)) not in rules.wary
    return sure and any(entry.kind == "place" for entry in following.entries)


def _case_letters(pack: LanguagePack) -> frozenset[str]:
    """Prepositions that are written on to the word."""
    return frozenset(each for each in pack.language.proclitics if each in pack.language.cases)


def _is_person(reading: Reading, hit: Hit, *, placed: bool) -> bool:
    """Whether a name that persons bear stands beside another name ("Jordan Smith")."""
    if reading.joined(hit.end) and _is_surname(reading, hit.end):
        return True
    before = hit.first - 1
    return not placed and reading.joined(hit.first) and _is_surname(reading, before)


def _is_surname(reading: Reading, at: int) -> bool:
    word = reading.word(at)
    if not reading.capital(at) or at in reading.in_hit or word in reading.pack.language.stop_words:
        return False
    if reading.raw(at).isupper() or word.endswith("ly"):
        return False
    return not ideas(word, reading.pack) and reading.verb(at) is None


def _is_attributive(reading: Reading, rules: PlaceRules, hit: Hit) -> bool:
    if not reading.joined(hit.end):
        return False
    word = reading.word(hit.end)
    if not word.isalpha() or word in rules.not_nouns:
        return False
    if hit.span.of(reading.text) in rules.attributive:
        return True
    form = reading.verb(hit.end)
    noun = form is None or form.tense == "base"
    return noun and reading.is_article(hit.first - 1) and not reading.capital(hit.end)


def _sense(
    reading: Reading,
    rules: PlaceRules,
    hit: Hit,
    entries: list[Entry],
    nouns: dict[int, str],
) -> Entry:
    """Of several meanings, the one that the noun before it or the rest of the text tells."""
    if len(entries) == 1:
        return entries[0]
    pointed = _as_pointed(hit.span.of(reading.text), entries, reading.pack)
    if pointed is not None:
        return pointed
    announced = any(nouns.get(hit.first - back) == "region" for back in (0, 1))
    named = reading.once(_named)
    places = world()

    def rank(entry: Entry) -> tuple[bool, bool, bool, int]:
        kind = places.places.get(entry.name, ("region", ""))[0]
        near = not named.isdisjoint({entry.name, *places.containers(entry.name)})
        fits = announced and kind == "region"
        return not fits, not near, entry.name not in rules.preferred, _KIND_ORDER.get(kind, 1)

    return min(entries, key=rank)


def _as_pointed(raw: str, entries: Iterable[Entry], pack: LanguagePack) -> Entry | None:
    """The meaning that the vowel marks tell, where a name has any: عُمان is Oman, عمّان Amman."""
    if raw.isalpha():
        return None
    written = pack.section(LexiconData).places
    return next((entry for entry in entries if raw in written.get(entry.name, ())), None)


def _named(reading: Reading) -> frozenset[str]:
    """What the names of a text with one meaning stand for, and what contains those places."""
    clear = {hit.entries[0].name for hit in reading.hits if len(hit.entries) == 1}
    return frozenset(clear).union(*(world().containers(name) for name in clear))


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
            yield from _behind(reading, rules, noun)
            name = None if _names_body(reading, rules, noun) else _name_before(reading, rules, noun)
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


def _names_body(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether a noun is part of the name of a body ("Leeds City Council")."""
    body = reading.word(noun.end) in rules.bodies and reading.capital(noun.end)
    return body and reading.joined(noun.end) and reading.capital(noun.first)


def _unsure(reading: Reading, rules: PlaceRules, noun: Noun, first: int, end: int) -> Place | None:
    """The place of a name that is another word as well, now that a region's noun is beside it."""
    hit = reading.hit_at.get(first)
    if hit is None or hit.end != end or noun.kind != "region":
        return None
    entries = [entry for entry in hit.entries if entry.kind == "place"]
    if not entries:
        return None
    entry = _sense(reading, rules, hit, entries, {})
    kind = world().places.get(entry.name, ("region", ""))[0]
    surface = hit.span.of(reading.text)
    return Place(hit.span, surface, entry.name, kind, world().containers(entry.name))


def _quoted(reading: Reading, noun: Noun) -> Iterator[Place]:
    """A name in quotation marks behind its noun: كوبري «العوايد»."""
    at = noun.end
    if reading.gap(at).strip() not in {"«", '"', "\u201c"}:
        return
    end = at + 1
    while end < min(at + _LONGEST_RUN, len(reading.tokens)) and reading.joined(end):
        end += 1
    after = reading.text[reading.tokens[end - 1].span.end :][:1]
    if after in {"»", '"', "\u201d"} and noun.kind == "city":
        start = reading.tokens[at].span.start
        yield named_place(reading, Span(start, reading.tokens[end - 1].span.end), "city")
    elif after in {"»", '"', "\u201d"}:
        span = Span(_noun_start(reading, noun, noun.first), reading.tokens[end - 1].span.end + 1)
        surface = span.of(reading.text)
        yield Place(span, surface, fold_text(surface), noun.kind)


def _behind(reading: Reading, rules: PlaceRules, noun: Noun) -> Iterator[Place]:
    """A name behind "of": "the town of Wem"."""
    at = noun.end + 1
    if reading.word(noun.end) not in rules.of or not reading.joined(at) or at in reading.in_hit:
        return
    end = _capitals_end(reading, rules, at)
    if end > at:
        span = Span(reading.tokens[at].span.start, reading.tokens[end - 1].span.end)
        yield named_place(reading, span, noun.kind)


def _capitals_end(reading: Reading, rules: PlaceRules, at: int) -> int:
    """The end of a run of capitalised words that are no small words."""
    end = at
    while end < at + _LONGEST_RUN and (end == at or reading.joined(end)):
        small = reading.word(end) in rules.openers
        if not small and (not reading.capital(end) or reading.is_small(end)):
            break
        end += 1
    return end


def _led(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """Names behind a noun that leads: "the River Teme", "Mount Hood"."""
    for at in range(len(reading.tokens)):
        if (reading.word(at),) not in rules.leading or not reading.capital(at):
            continue
        end = _capitals_end(reading, rules, at + 1) if reading.joined(at + 1) else at + 1
        if any(reading.word(each) in rules.bodies for each in range(at, end)):
            continue  # "Cape Girardeau City Council"
        if end > at + 1 and at not in reading.in_hit:
            span = Span(reading.tokens[at].span.start, reading.tokens[end - 1].span.end)
            yield named_place(reading, span, "region")


def _start(reading: Reading, at: int) -> int:
    hit = reading.hit_at.get(at)
    return hit.span.start if hit is not None else reading.tokens[at].span.start


def _build(reading: Reading, noun: Noun, first: int, end: int, place: Place | None) -> Place | None:
    first_token, last = min(noun.first, first), max(noun.end, end)
    span = Span(_noun_start(reading, noun, first_token), reading.tokens[last - 1].span.end)
    if place is not None and not place.demonym:
        return _build_known(reading, noun, first, span, place)
    if place is not None and not _is_county(reading, noun):
        return None
    if noun.kind == "city" and is_team(reading, reading.pack.derived(PlaceRules), first_token):
        return None
    if noun.kind == "city" and first > noun.first:
        return named_place(reading, Span(reading.tokens[first].span.start, span.end), "city")
    surface = span.of(reading.text)
    return Place(span, surface, fold_text(surface), noun.kind)


def _build_known(
    reading: Reading, noun: Noun, first: int, span: Span, place: Place
) -> Place | None:
    """What a noun makes of a place that is known: its province, a site in it."""
    surface = span.of(reading.text)
    province = f"{place.name} Governorate"
    if noun.kind == "region" and province in world().places:
        return Place(span, surface, province, "region", world().containers(province))
    broad = place.kind in {"country", "region"} and place.span.end <= span.end
    if broad and first < noun.first and not reading.capital(noun.first):
        return None
    if noun.kind == "region" == place.kind and first < noun.first:
        return Place(span, surface, place.name, "region", place.within)  # "Zamfara State"
    if noun.kind != "site" or place.kind == "site":
        return None
    name = _site_name(reading, noun, place) or fold_text(surface)
    return Place(span, surface, name, "site", (place.name, *place.within))


def _site_name(reading: Reading, noun: Noun, place: Place) -> str:
    """The same name in all languages: "Cairo airport" for مطار القاهرة."""
    what = ideas(reading.word(noun.end - 1), reading.pack)
    return f"{place.name} {what[0]}" if what else ""


def _noun_start(reading: Reading, noun: Noun, first: int) -> int:
    """Where the announced name begins, behind the proclitics of its noun."""
    token = reading.tokens[first]
    if first != noun.first:
        return _start(reading, first)
    words = reading.clitics(first)
    word = next((word for word in words if word in reading.pack.derived(PlaceRules).noun_heads), "")
    return token.start_after(len(token.folded) - len(word))


def _name_before(reading: Reading, rules: PlaceRules, noun: Noun) -> tuple[int, int] | None:
    """The run of capitalised words before a noun ("Ain al-Asad air base")."""
    first = noun.first
    while first > 0 and noun.first - first < _LONGEST_RUN and reading.joined(first):
        before = first - 1
        small = reading.word(before) in rules.openers
        if not small and (not reading.capital(before) or reading.is_small(before)):
            break
        first = before
    while first < noun.first and not reading.capital(first):
        if reading.word(first) in rules.openers and reading.capital(first + 1):
            break  # "al-Manara neighbourhood"
        first += 1
    if _opens_sentence(reading, first) and reading.verb(first) is not None:
        first += 1
    if first >= noun.first or _is_adjective(reading, rules, first, noun):
        return None
    return first, noun.first


def _opens_sentence(reading: Reading, at: int) -> bool:
    return at == 0 or any(mark in reading.gap(at) for mark in '.!?:\n"“«')


def _is_adjective(reading: Reading, rules: PlaceRules, first: int, noun: Noun) -> bool:
    """Whether the capitalised words are no name: "Iraqi province", "Military base"."""
    hit = reading.hit_at.get(first)
    if hit is not None and hit.end == noun.first and not _is_county(reading, noun):
        return not any(entry.kind == "place" for entry in hit.entries)
    last = noun.first - 1
    if not reading.capital(noun.first) and noun.kind == "city":
        return not _is_unlike_adjective(reading, rules, first, last)
    if last == first and reading.word(noun.first) in rules.known_only:
        named = not reading.capital(noun.first) and not _opens_sentence(reading, first)
        region = noun.kind == "region" and reading.verb(last) is None
        return not (named and region) or is_known(reading.word(last), reading.pack)
    several = last > first and noun.kind == "region" and not _opens_sentence(reading, first)
    everyday = bool(ideas(reading.word(last), reading.pack)) and last not in reading.in_hit
    return everyday and not several


def _is_county(reading: Reading, noun: Noun) -> bool:
    """Whether a name follows that is a people's elsewhere ("Dane County")."""
    return noun.kind == "region" and reading.capital(noun.first)


def _is_unlike_adjective(reading: Reading, rules: PlaceRules, first: int, last: int) -> bool:
    """Whether what stands before "village" is a name: of no other use, not by its ending."""
    if _opens_sentence(reading, first) or reading.word(last).endswith(rules.adjective_endings):
        return False
    used = is_known(reading.word(last), reading.pack) or reading.verb(last) is not None
    return not used and reading.word(last) not in rules.not_towns


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
