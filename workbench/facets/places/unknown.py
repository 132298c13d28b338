"""Towns that nothing knows, by the words around them and by where else the text names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from workbench.facets.places.leads import leads_to_town, tells_origin
from workbench.facets.places.rules import PlaceRules, is_link, is_name, is_team
from workbench.facets.places.shown import shows_town
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.ideas import ideas
from workbench.language.lexicon import is_known
from workbench.language.spans import Span

_SHORT = 3
"""Letters of a name that only a list shows, more than which it has."""
_LONGEST_LISTED = 3
"""Words of a name that is only listed beside a town, at most."""


def unknown_end(reading: Reading, rules: PlaceRules, at: int) -> int:
    """The end of the unknown town that begins at a token, or the token itself."""
    if rules.noun_first:
        if at == 0 or reading.word(at - 1) not in rules.prepositions or not reading.joined(at):
            return at
        if _is_opened(reading, rules, at):
            return at + 2  # قرب عين عيسى شمال الرقة, إلى كفر سوم
        known = at in reading.in_hit or reading.is_small(at)
        known = known or not is_name(reading, at)
        located = not known and (
            _is_located(reading, rules, at + 1) or _is_bearing(reading, rules, at)
        )
        # "To the Jordanian fans" (إلى الجماهير الأردنية) goes nowhere.
        located = located and not (reading.is_definite(at) and reading.is_definite(at + 1))
        return at + 1 if located or (not known and _holds_site(reading, rules, at)) else at
    opened = opens_town(reading, rules, at)
    named = reading.joined(at + 1) and reading.capital(at + 1)  # "at *Mumbles* Head"
    if not (opened or may_be_town(reading, rules, at, acting=named)):
        return at
    end = at + 1 + opened
    while end < at + 3 and reading.joined(end):
        if reading.word(end) in rules.openers and reading.gap(end + 1) == "-":
            end += 2  # "Ras *al-Jinz*"
        elif _may_follow(reading, rules, end):
            end += 1
        else:
            break
    led = at > 0 and (leads_to_town(reading, rules, at - 1) or _is_held(reading, rules, at))
    led = led or _ends_address(reading, rules, at, end)
    shown = shows_town(reading, rules, at, end)
    if not (led or shown):
        return at
    other = goes_on(reading, end) or _is_numbered(reading, end)
    return at if other or (reading.is_possessive(end) and not shown) else end


def _is_opened(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a word that only opens names stands there, of places or with what says where it lies
    behind the next one."""
    word = reading.word(at)
    if word not in rules.openers or reading.is_definite(at) or at in reading.in_hit:
        return False
    plain = reading.joined(at + 1) and not reading.is_small(at + 1)
    located = reading.word(at + 2) in rules.directions and reading.joined(at + 2)
    name = is_name(reading, at + 1)
    inside = reading.word(at - 1) in rules.inside and name  # في *أم دافوق*
    named = (reading.is_definite(at + 1) or name) and word in rules.landmarks
    return plain and (located or inside or named or word in rules.settled)


def _is_bearing(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether the word before says on which side of what stands there something lies: شرقي
    *الصبية*."""
    side = reading.word(at - 1) in rules.directions and reading.word(at) not in rules.surroundings
    bare = not (reading.is_definite(at) or reading.is_definite(at + 1)) and reading.joined(at + 1)
    if bare and reading.word(at + 1).endswith((*rules.nisba, *rules.adjectival)):
        return False  # وسط *تعتيم إعلامي*
    return side and not any(is_known(rest, reading.pack) for rest in reading.clitics(at))


def _is_numbered(reading: Reading, at: int) -> bool:
    """Whether a number closes a name, as of one of several: "Ward *7* in Bandra", "Terminal *1A*";
    not "in Wem *40 homes*"."""
    behind = at + 1
    number = reading.joined(at) and reading.raw(at)[:1].isdigit()
    return number and (not reading.joined(behind) or reading.is_small(behind))


def _ends_address(reading: Reading, rules: PlaceRules, at: int, end: int) -> bool:
    """Whether a street stands before a name between commas: "of Mill Lane, *Otterbury*,"."""
    if at < 2 or reading.gap(at).strip() != "," or not reading.capital(at - 2):
        return False
    street = rules.nouns.get((reading.word(at - 1),)) == "site" and reading.capital(at - 1)
    return street and (end == len(reading.tokens) or not reading.joined(end))


def listed_end(reading: Reading, rules: PlaceRules, at: int) -> int:
    """The end of an unknown name that "and" joins to a town right before it, or a comma where
    "and" and another name follow: "in Akoko, Ore and Idanre"."""
    if rules.noun_first:
        end = at
        while _is_listed_last(reading, rules, end):
            end += 1
        return end
    if not is_link(reading, rules, at):
        return at
    end = at
    while end < at + _LONGEST_LISTED and (end == at or reading.joined(end)):
        opens = end == at and opens_town(reading, rules, end)
        if not (opens or _is_named(reading, rules, end)):
            break
        end += 1
    if end == at or reading.is_possessive(end) or goes_on(reading, end):
        return at
    if reading.word(at - 1) in rules.listing:
        acts = reading.verb(end) is not None and reading.joined(end)
        # "Villagers in Kwaru and Dansadau fled": no other verb is there for them.
        person = end - at > 1 or any(reading.verb(back) for back in range(at))
        return at if acts and person else end
    followed = reading.word(end) in rules.listing and reading.capital(end + 1)
    return end if followed else at


def _is_listed_last(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "and" is written on to a word of no other use that ends what joins on or a list: سكان
    القليعة وفوكة *وشنوة*."""
    rests = reading.clitics(at)[1:]
    linked = bool(rests) and reading.word(at)[:1] in rules.listing and reading.joined(at)
    if not linked or reading.verb(at) is not None or len(rests[0]) <= _SHORT:
        return False
    further = reading.word(at + 1)[:1] in rules.listing and len(reading.clitics(at + 1)) > 1
    closed = not reading.joined(at + 1) or further or reading.word(at + 1) in rules.directions
    other = rests[0] in reading.pack.language.stop_words or rests[0] in rules.given
    return closed and not other and not any(is_known(rest, reading.pack) for rest in rests)


def named_again(reading: Reading, rules: PlaceRules, found: Iterable[Place]) -> Iterator[Place]:
    """Names that a text has put somewhere, where they stand without a sign of it: "Gunmen struck
    near Keban. … in all districts except *Keban*"."""
    starts = {token.span.start: at for at, token in enumerate(reading.tokens)}
    placed = {place.span.start for place in found}
    names: dict[str, Place] = {}
    for place in found:
        at = starts.get(place.span.start, 0)
        single = place.kind == "city" and not any(map(str.isspace, place.surface))
        placing = reading.word(at - 1) in rules.locatives | rules.venues
        if single and at and reading.capital(at) and placing:
            names[place.surface] = place
    for at in range(len(reading.tokens)):
        known = names.get(reading.raw(at)) if names else None
        if known is None or reading.tokens[at].span.start in placed:
            continue
        alone = not (reading.joined(at) and reading.capital(at - 1)) and not goes_on(
            reading, at + 1
        )
        if alone and not is_team(reading, rules, at):
            yield replace(known, span=reading.tokens[at].span)


def announced_again(reading: Reading, rules: PlaceRules, found: Iterable[Place]) -> Iterator[Place]:
    """Towns that a noun has announced, where they stand behind a preposition without it, where
    nouns stand first: بلدة *ذروان* … انسحبوا من *ذروان*; of no everyday word."""
    starts = {token.span.start: at for at, token in enumerate(reading.tokens)}
    taken = {place.span.start for place in found}
    names: dict[str, Place] = {}
    for place in found:
        at = starts.get(place.span.start, 0)
        single = place.kind == "city" and not any(map(str.isspace, place.surface))
        used = any(ideas(rest, reading.pack, listed=True) for rest in reading.clitics(at))
        if single and at and not used and reading.is_in(at - 1, rules.noun_heads):
            names[reading.word(at)] = place
    for at in range(len(reading.tokens)) if names else ():
        word = reading.word(at)
        rest = next((rest for rest in reading.clitics(at) if rest in names), None)
        start = reading.tokens[at].start_after(len(word) - len(rest)) if rest is not None else 0
        if rest is None or start in taken or not word.endswith(rest):
            continue
        letters = word[: len(word) - len(rest)]
        led = not letters and reading.joined(at) and reading.is_in(at - 1, rules.prepositions)
        if led or (letters and letters[-1] in rules.placing):
            yield replace(names[rest], span=Span(start, reading.tokens[at].span.end))


def is_inside(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a known place follows that holds the one before: "Vidin in Bulgaria", "Wem, Kent"."""
    if reading.word(at) in rules.locatives and reading.joined(at) and reading.joined(at + 1):
        at += 1
    elif reading.gap(at).strip() != ",":
        return False
    where = reading.hit_at.get(at)
    return where is not None and any(entry.kind == "place" for entry in where.entries)


def goes_on(reading: Reading, at: int) -> bool:
    """Whether a capitalised word joins on that makes another name of it ("Lincoln Smith")."""
    return reading.joined(at) and reading.capital(at) and at not in reading.in_hit


def _is_named(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a capitalised word of some length stands at a token, no small word or name."""
    word = reading.word(at)
    plain = reading.capital(at) and len(word) > 2 and word.isalpha() and at not in reading.in_hit
    used = bool(ideas(word, reading.pack)) and word not in rules.ambiguous
    named = not used and not reading.is_small(at)
    return plain and named and word not in rules.not_towns | rules.not_names


def _may_follow(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a capitalised word goes on with a town's name: another, "East" behind "Ho"."""
    if reading.word(at) in rules.directions | rules.town_closers:
        return reading.capital(at) and at not in reading.in_hit
    return may_be_town(reading, rules, at, acting=True)


def opens_town(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether an everyday word opens the name of an unknown town: "*Little* Hadden"."""
    opener = reading.word(at) in rules.town_openers and reading.capital(at)
    return opener and reading.joined(at + 1) and may_be_town(reading, rules, at + 1, acting=True)


def _is_held(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether an unknown name is the object of a verb, and what holds it follows: "struck
    Mayfield, Kentucky"."""
    return reading.word(at - 1) in rules.reaching and is_inside(reading, rules, at + 1)


def _holds_site(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a site stands before "in", where nouns stand first: المعبر الحدودي في أساماكا."""
    if reading.is_definite(at) or reading.verb(at) is not None or len(reading.clitics(at)) > 1:
        return False
    heads = [rest for back in (at - 2, at - 3) for rest in reading.clitics(back)[-1:]]
    return reading.is_definite(at - 2) and not rules.placed_sites.isdisjoint(heads)


def _is_located(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a direction or an adjective of nationality says where the word before lies."""
    if not reading.joined(at):
        return False
    hit = reading.hit_at.get(at)
    demonym = hit is not None and any(entry.kind == "demonym" for entry in hit.entries)
    letters = frozenset(reading.pack.language.cases)
    if letters & frozenset(hit.clitic if hit else "") and hit:
        return any(entry.kind == "place" for entry in hit.entries)  # "في كولويزي بالكونغو"
    if reading.word(at)[:1] in letters and not rules.held_in.isdisjoint(reading.clitics(at)[1:]):
        return reading.joined(at + 1)  # "في الدير بمحافظة دير الزور"
    return (demonym and reading.is_definite(at)) or reading.word(at) in rules.directions


def may_be_town(reading: Reading, rules: PlaceRules, at: int, *, acting: bool = False) -> bool:
    """Whether an unknown name stands there; ``acting``: be it a verb as well ("Mumbles *Head*")."""
    raw, word = reading.raw(at), reading.word(at)
    short = len(word) > 2 or (reading.joined(at + 1) and reading.capital(at + 1))
    named = raw[:1].isupper() and not raw.isupper() and short
    named = named and word.replace("'", "").isalpha()  # "Nuku'alofa"
    if not named or at in reading.in_hit or word in rules.not_names or word in rules.not_towns:
        return False
    if word in rules.ambiguous:
        return reading.word(at - 1) in rules.locatives or tells_origin(reading, rules, at - 1)
    if word.endswith(rules.not_town_endings):
        return False
    small = word in reading.pack.language.stop_words
    plain = not small and not ideas(word, reading.pack)
    return plain and (acting or reading.verb(at) is None)
