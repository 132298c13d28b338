"""The place that a name of the lexicon stands for in a text, if it stands for one there."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.facets.places.rules import PlaceRules, ends_way, is_listed, is_reached, is_team
from workbench.facets.reading import GivenNames, Reading
from workbench.facets.types import Place
from workbench.language.fold import fold_text
from workbench.language.ideas import ideas
from workbench.language.lexicon import Entry, Hit
from workbench.language.packs import LanguagePack
from workbench.language.schema import LexiconData
from workbench.language.world import world

_KIND_ORDER = {"country": 0, "city": 1, "region": 1, "site": 2}
_MONEY = frozenset("$€£¥")
_HAMZAS = frozenset("أإ")


def known_place(
    reading: Reading, rules: PlaceRules, hit: Hit, nouns: dict[int, str]
) -> Place | None:
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
    placed = placed and not (wary and _is_written_otherwise(reading, hit, entries))
    certain = surface not in rules.everyday or _is_certain(reading, rules, hit, nouns)
    if ((wary or is_other) and not placed) or not certain:
        return None
    likened = bool(hit.clitic) and hit.clitic[-1] in rules.likening
    owned = _is_of_another(reading, hit.end) and not _is_joined(reading, rules, hit.end)
    if wary and (_describes(reading, rules, hit) or (hit.clitic and (likened or owned))):
        # "On the pretext of building" (بحجة البناء), and not in Hajjah; خلفا لكريمة, a woman's name
        return None
    if _is_team(reading, rules, hit) or _is_named_so(reading, rules, hit.first):
        return None
    if surface in rules.also_persons and _is_person(reading, hit, placed=placed):
        return None
    entry = sense_of(reading, rules, hit, entries, nouns)
    kind = world().places.get(entry.name, ("region", ""))[0]
    within = world().containers(entry.name)
    adjective = (
        entry.kind == "demonym"
        or _agrees(reading, rules, hit)
        or _is_attributive(reading, rules, hit)
    )
    raw = hit.span.of(reading.text)
    return Place(hit.span, raw, entry.name, kind, within, demonym=adjective)


def _describes(reading: Reading, rules: PlaceRules, hit: Hit) -> bool:
    """Whether a definite word is the adjective of the definite noun before it (المدينة *الجديدة*),
    or has one of its own: في الطبقة *الأرضية*."""
    everyday = fold_text(hit.span.of(reading.text)) in rules.everyday
    if everyday and _is_of_another(reading, hit.end) and not _is_joined(reading, rules, hit.end):
        return reading.word(hit.end) not in rules.behind_names
    if not rules.noun_first or hit.clitic or not reading.joined(hit.first):
        return False
    article = reading.pack.language.article or "\0"
    noun = hit.first - 1
    return not reading.is_small(noun) and all(
        reading.word(at).startswith(article) for at in (noun, hit.first)
    )


def _is_written_otherwise(reading: Reading, hit: Hit, entries: Iterable[Entry]) -> bool:
    """Whether a hamza inside a word makes another of it: فأس is no Fez (فاس)."""
    inside = hit.span.of(reading.text)[1:]
    if _HAMZAS.isdisjoint(inside):
        return False
    written = reading.pack.section(LexiconData).places
    return all(inside != form[1:] for entry in entries for form in written.get(entry.name, ()))


def _agrees(reading: Reading, rules: PlaceRules, hit: Hit) -> bool:
    """Whether a country's name looks like an adjective and follows a definite noun: البنوك
    السعودية."""
    if hit.clitic or hit.end != hit.first + 1 or not reading.is_definite(hit.first - 1):
        return False
    alike = reading.is_definite(hit.first) and reading.word(hit.first).endswith(rules.adjectival)
    return alike and reading.joined(hit.first)


def _is_another(reading: Reading, hit: Hit) -> bool:
    """Whether a name is part of a sum, or, of a people, somebody's (السوداني, أحمد المصري)."""
    at = hit.first
    if reading.text[hit.span.end : hit.span.end + 1] in _MONEY:
        return True  # "US$800,000"
    if not all(entry.kind == "demonym" for entry in hit.entries) or hit.end != at + 1:
        return False
    if _follows_given(reading, at) or _is_given(reading, at) or _ends_name(reading, at):
        return True
    adjective = reading.joined(at) and reading.is_definite(at - 1)
    return not adjective and reading.is_definite(at) and reading.word(at) in reading.once(_surnames)


def _follows_given(reading: Reading, at: int) -> bool:
    names = reading.pack.derived(GivenNames).given
    return reading.joined(at) and reading.word(at - 1) in names and reading.is_definite(at)


def _is_given(reading: Reading, at: int) -> bool:
    """Whether a first name stands there that is a people's as well, "son of" behind it: تركي بن
    طلال."""
    behind = (
        reading.joined(at + 1) and reading.word(at + 1) in reading.pack.derived(PlaceRules).sons
    )
    return behind and reading.word(at) in reading.pack.derived(GivenNames).given


def _ends_name(reading: Reading, at: int) -> bool:
    """Whether one of a people is a surname, behind a name that nothing knows and before a verb or
    a pause: "Volker *Turk* urged restraint"."""
    if not reading.joined(at) or not _is_surname(reading, at - 1):
        return False
    behind = reading.verb(at + 1)
    return not reading.joined(at + 1) or (behind is not None and behind.tense != "base")


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


def _is_named_so(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether the word before makes another name of a place: "*Air* France"."""
    before = at - 1
    return (
        reading.joined(at) and reading.capital(before) and reading.is_in(before, rules.name_makers)
    )


def _is_of_another(reading: Reading, at: int) -> bool:
    """Whether the noun before a token belongs to a definite one there, no nationality or land."""
    hit = reading.hit_at.get(at)
    demonym = hit is not None and any(entry.kind in {"demonym", "place"} for entry in hit.entries)
    return reading.joined(at) and reading.is_definite(at) and not demonym


def _is_joined(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "and" or a preposition is written on to a word, so that no noun before it is that
    one's: في الكرك *والأغوار*, بفاس *بالسجن*."""
    letter = reading.word(at)[:1]
    written = letter in rules.listing or letter in _case_letters(reading.pack)
    return written and len(reading.clitics(at)) > 1


def _after_preposition(reading: Reading, rules: PlaceRules, hit: Hit) -> bool:
    if hit.clitic[-1:] and hit.clitic[-1:] in _case_letters(reading.pack):
        return True
    before = hit.first - 1
    if reading.is_article(before):
        before -= 1
    if reading.is_in(before, rules.prepositions) or is_listed(reading, rules, hit.first):
        return True
    if not hit.clitic and is_reached(reading, rules, hit.first):
        return True
    if ends_way(reading, rules, hit.first) or _cannot_describe(reading, rules, hit):
        return True
    return _leads_list(reading, rules, hit.end)


def _cannot_describe(reading: Reading, rules: PlaceRules, hit: Hit) -> bool:
    """Whether a word that looks like an adjective stands behind a definite name and has no article,
    which that would need: الخارجية الجزائرية *مالي*."""
    looks = reading.word(hit.first).endswith(rules.nisba) and not hit.clitic
    behind = reading.is_definite(hit.first - 1) and hit.first - 1 in reading.in_hit
    return looks and behind and reading.joined(hit.first) and not reading.is_definite(hit.first)


def _leads_list(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether "and" and another place follow at a token: الخليل وبيت لحم."""
    following = reading.hit_at.get(at)
    if following is None or following.clitic[:1] not in rules.listing or not following.clitic:
        return False
    sure = fold_text(following.span.of(reading.text)) not in rules.wary
    return sure and any(entry.kind == "place" for entry in following.entries)


def _is_certain(reading: Reading, rules: PlaceRules, hit: Hit, nouns: dict[int, str]) -> bool:
    """Whether the words around tell the place of that name from the everyday word.

    A noun of places before it does (مدينة أطار), and so does another name of the same country in
    the text, unless the word is spelt with the other hamza (إطار).
    """
    if nouns.get(hit.first) or reading.is_in(hit.first - 1, rules.announcing):
        return True
    first = hit.span.of(reading.text)[0]
    if first in _HAMZAS and not any(
        entry.name in reading.pack.derived(_opened)[first] for entry in hit.entries
    ):
        return False
    own = {entry.name for entry in hit.entries}
    around = frozenset().union(*(world().containers(name) for name in own))
    return any(
        not around.isdisjoint({entry.name, *world().containers(entry.name)})
        for other in reading.hits
        for entry in other.entries
        if entry.name not in own
    )


def _opened(pack: LanguagePack) -> dict[str, frozenset[str]]:
    """Each hamza → the places that are written with it first."""
    places = pack.section(LexiconData).places.items()
    return {
        hamza: frozenset(name for name, forms in places if any(f[0] == hamza for f in forms))
        for hamza in _HAMZAS
    }


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
    if reading.raw(at).isupper() or word.endswith(reading.pack.language.adverb_endings):
        return False
    return not ideas(word, reading.pack) and reading.verb(at) is None


def _is_attributive(reading: Reading, rules: PlaceRules, hit: Hit) -> bool:
    if not reading.joined(hit.end):
        return False
    word = reading.word(hit.end)
    if not word.isalpha() or word in rules.not_nouns | rules.prepositions:
        return False
    form = reading.verb(hit.end)
    if hit.span.of(reading.text) in rules.attributive:
        acted = form is not None and form.tense == "past"
        return not (acted and reading.is_article(hit.first - 1))  # "exports to *the US* slumped"
    noun = form is None or form.tense == "base"
    return noun and reading.is_article(hit.first - 1) and not reading.capital(hit.end)


def sense_of(
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
    maritime = reading.word(hit.first - 1) in rules.coasts
    named = reading.once(_named)
    places = world()

    def rank(entry: Entry) -> tuple[bool, bool, bool, int]:
        kind = places.places.get(entry.name, ("region", ""))[0]
        near = not named.isdisjoint({entry.name, *places.containers(entry.name)})
        fits = (announced and kind == "region") or (maritime and kind == "country")
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
