"""What the section ``[places]`` of a pack says, made ready for the readers of places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.facets.reading import Reading
from workbench.language.fold import fold_text
from workbench.language.ideas import ideas
from workbench.language.lexicon import is_known
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Clauses, Numbers, Places
from workbench.language.schema.speech import Speech
from workbench.language.tokens import tokenize

_SPORT = 3
"""Words of sport that make a text one about matches."""
_LINKS = frozenset({",", "،", "-", "–", "—"})


_SUBJECT = 4
"""Words of a verb and its subject before the place that it acts on, at most."""
_WAY = 2
"""Words before the second end of a way: its noun and the first end."""
_DASHES = frozenset("-–—")


class PlaceRules:
    """The section ``[places]`` of a pack, folded."""

    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Places)
        self.noun_first = data.noun_first
        self.prepositions = _folded(data.prepositions)
        self.wary = _folded(data.wary)
        self.everyday = _folded(data.everyday)
        self.announcing = _folded(data.announcing)
        self.also_persons = _folded(data.also_persons)
        self.attributive = frozenset(data.attributive)
        self.not_nouns = _folded(data.not_nouns)
        self.preferred = frozenset(data.preferred)
        self.openers = _folded(data.name_openers)
        self.not_name_starts = tuple(map(fold_text, data.not_name_starts))
        self.not_name_ends = tuple(map(fold_text, data.not_name_ends))
        self.locatives = _folded(data.locatives)
        self.directions = _folded(data.directions)
        self.motion = _folded(pack.section(Actors).motion)
        self.ways = _folded(data.ways)
        self.invested = _folded(data.not_locating)
        self.not_names = _folded(pack.section(Actors).not_in_names)
        self.bodies = _folded(pack.section(Actors).organisation_nouns)
        self.matches = _folded(data.matches)
        self.not_town_endings = tuple(data.not_town_endings) or ("\0",)
        self.known_only = _folded(data.known_only)
        self.closers = _folded(data.name_closers)
        self.own_names = _folded(data.own_names)
        self.listing = _folded(pack.section(Actors).listing)
        self.given = _folded(pack.section(Actors).given_names)
        shown = pack.section(Speech).shown.values()
        self.first_names = _folded(name for names in shown for name in names if name[0].isupper())
        self.of = _folded(data.of)
        self.naming = _folded(data.naming_nouns)
        self.leading = frozenset(_words(noun) for noun in data.leading_nouns)
        self.nouns: dict[tuple[str, ...], str] = {}
        for kind, nouns in (
            ("city", data.city_nouns),
            ("site", data.site_nouns),
            ("region", data.region_nouns),
        ):
            for noun in nouns:
                self.nouns[_words(noun)] = kind
        self.plurals = _folded(data.plural_nouns)
        self.pair_endings = tuple(map(fold_text, data.pair_endings)) or ("\0",)
        self._read_pairs(tuple(map(fold_text, data.pair_endings)), fold_text(data.feminine))
        self.adjectival = tuple(map(fold_text, data.demonym_endings)) or ("\0",)
        self.nisba = tuple(map(fold_text, set(data.demonym_endings.values()))) or ("\0",)
        self.crowds = tuple(map(fold_text, data.crowds)) or ("\0",)
        self.adjective_endings = tuple(data.adjective_endings) or ("\0",)
        self.adjective_shapes = [re.compile(shape) for shape in data.adjective_shapes]
        self.origins = _folded(data.origins)
        self.venues = _folded(data.venue_prepositions)
        self.not_venues = _folded(data.not_venues)
        self.reaching = _folded(data.reaching)
        self.noun_heads = frozenset(words[0] for words in self.nouns)
        self._read_names(data, pack.section(Speech))
        self._read_signs(data, pack.section(Numbers), pack.section(Clauses))

    def _read_pairs(self, endings: tuple[str, ...], feminine: str) -> None:
        """The duals of the nouns with a feminine ending, which stand before two names: معتمديتي."""
        for (word, *more), kind in tuple(self.nouns.items()):
            if feminine and not more and word.endswith(feminine):
                pairs = [word.removesuffix(feminine) + ending for ending in endings]
                self.nouns.update(((pair,), kind) for pair in pairs)
                self.plurals = self.plurals.union(pairs)
                self.prepositions = self.prepositions.union(pairs)

    def _read_names(self, data: Places, speech: Speech) -> None:
        """What names look like, and what looks like one."""
        self.short_counties = _folded(data.short_counties)
        self.leads = self.short_counties.union(words[0] for words in self.leading)
        self.kinds = _folded(data.kinds)
        self.not_towns = _folded((*data.not_towns, *speech.honorifics))
        self.distances = _folded(data.distances)
        self.name_makers = _folded(data.name_makers)
        self.seats = _folded(data.seats)
        self.abbreviations = data.abbreviations
        self.ambiguous = _folded(data.ambiguous_towns)
        self.through = _folded(data.through)
        self.moved = _folded(data.moved)
        self.bare = _folded(data.name_without_ending)
        self.not_bare = (*self.not_name_ends, *map(fold_text, data.other_endings)) or ("\0",)
        self.owners = tuple(map(fold_text, data.feminine_owners)) or ("\0",)
        self.channels = _folded(data.channels)
        self.broadcasters = _folded(data.broadcasters)
        self.quarters = _folded(data.quarters)
        self.held_in = _folded(data.region_nouns) & _folded(data.naming_nouns)
        self.settled = _folded(data.settled_openers)
        self.landmarks = _folded(data.landmark_openers)
        self.administered = _folded(data.administered)
        self.surroundings = _folded(data.surroundings)
        self.inside = _folded(data.inside)
        self.near = _folded(data.near)
        self.person_closers = _folded(data.person_closers)
        self.coasts = _folded(data.coasts)
        self.sons = _folded(data.sons)
        self.honoured = _folded(data.honoured)
        self.behind_names = _folded(data.behind_names)
        self.fields = _folded(data.fields)
        self.roads = _folded(data.roads)
        self.numbering = _folded(data.numbering)
        self.doing = re.compile(data.doing_shape or r"(?!)")
        self.always = _folded(data.always_naming)
        self.named_sites = _folded(data.named_sites)
        self.pairing = _folded(data.pairing)
        self.placing = frozenset(data.placing)
        self.likening = _folded(data.likening)
        self.inhabited = _folded(data.inhabited)
        self.hailing = _folded(data.hailing)
        self.dwellers = _folded(data.dwellers)
        self.lines = _folded(data.lines)
        self.site_deeds = _folded(data.site_deeds)
        self.placed_sites = _folded(data.placed_sites)
        self.arriving = _folded(data.arriving)
        self.where = _folded(data.where)
        self.excepting = _folded(data.excepting)

    def _read_signs(self, data: Places, numbers: Numbers, clauses: Clauses) -> None:
        """What shows that an unknown name is a place's, where names have capitals."""
        self.numerals = _folded((*numbers.cardinals, *numbers.scales, *numbers.dozens))
        self.seated = _folded(data.seated)
        self.owned_by_towns = _folded(data.owned_by_towns)
        self.being = _folded(data.being)
        self.districts = _folded(data.districts)
        self.waters = _folded(data.waters)
        self.on_roads = _folded(data.on_roads)
        self.road_deeds = _folded(data.road_deeds)
        self.shores = _folded(data.shores)
        self.meant_for, self.siting = _folded(data.meant_for), _folded(data.siting)
        self.warnings = _folded(data.warnings)
        self.weather = _folded(data.weather)
        self.leaving = _folded(data.leaving)
        self.craft = _folded(data.craft)
        self.striking, self.members = _folded(data.striking), _folded(data.members)
        self.events, self.sending = _folded(data.events), _folded(data.sending)
        self.ways_long = _folded(data.ways_long)
        self.town_openers = _folded(data.town_openers)
        self.town_closers = _folded(data.town_closers)
        self.owning = _folded(clauses.owning)
        self.own_works = _folded(data.own_works)
        self.only_of_towns = frozenset(map(_words, data.only_of_towns))
        self.town_bodies = frozenset(map(_words, data.town_bodies))
        seats = (words[0] for words in self.town_bodies | self.only_of_towns)
        self.seat_words = self.own_works.union(seats)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_text, words))


def _words(phrase: str) -> tuple[str, ...]:
    return tuple(token.folded for token in tokenize(phrase))


def is_link(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a comma or "and" joins a token to a list before it."""
    if reading.word(at - 1) in rules.listing:
        return True
    return reading.gap(at).strip() in _LINKS


def is_listed(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a name goes on with a list of places: "in Isiolo and Garissa", من روصو وأكجوجت."""
    ends = reading.once(_place_ends)
    if reading.word(at - 1) in rules.listing:
        return at - 2 in ends
    joint = reading.gap(at).strip() in _LINKS or (
        len(reading.clitics(at)) > 1 and reading.word(at)[:1] in rules.listing
    )
    return joint and at - 1 in ends


def _place_ends(reading: Reading) -> frozenset[int]:
    """The last tokens of names that are mostly places."""
    return frozenset(
        hit.end - 1
        for hit in reading.hits
        if any(entry.kind == "place" for entry in hit.entries)
        and not any(entry.kind == "actor" for entry in hit.entries)
    )


def ends_way(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a dash joins a name to the other end of a way: خط كيليس - *حلب*."""
    if at < _WAY or reading.gap(at).strip() not in _DASHES or reading.gap(at) == " ":
        return False
    return any(reading.is_in(back, rules.roads) for back in (at - 2, at - 3))


def is_reached(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a name stands behind the subject of a verb that acts on places, where verbs come
    first: دخلت القوات *حلب*."""
    if not rules.noun_first or not reading.is_definite(at - 1):
        return False
    for back in range(at - 1, max(at - 1 - _SUBJECT, -1), -1):
        if not reading.joined(back + 1) or reading.is_small(back):
            return False
        if reading.is_in(back, rules.reaching):
            return back < at - 1
    return False


def is_team(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a town's name at a token stands for its team: among words of sport, without "in"."""
    before = reading.word(at - 1)
    if not reading.once(_of_matches) or before in rules.locatives:
        return False
    return not (before in rules.motion and reading.word(at - 2) in rules.ways)


def _of_matches(reading: Reading) -> bool:
    """Whether a text has several words of sport."""
    found = reading.pack.derived(PlaceRules).matches.intersection(reading.places)
    return len(found) >= _SPORT


def is_name(reading: Reading, at: int, *, ended: bool = False) -> bool:
    """Whether a word behind a noun may be a name: no everyday word, verb, number or adjective.

    ``ended``: be its ending that of an adjective, which cannot stand there.
    """
    word = reading.word(at)
    rules = reading.pack.derived(PlaceRules)
    if word in rules.openers:
        return True
    if word in reading.pack.language.stop_words or ideas(word, reading.pack):
        return False
    article = reading.pack.language.article
    if article and not word.startswith(article) and word.startswith(rules.not_name_starts):
        return False
    if any(is_known(rest, reading.pack) for rest in reading.clitics(at)[1:]):
        return False
    adjective = article and not word.startswith(article) and word.endswith(rules.not_name_ends)
    if adjective and not ended:
        return False
    return reading.verb(at) is None and word.isalpha() and len(word) > 2
