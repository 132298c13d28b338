"""Towns that no lexicon knows, and those of the gazetteer where the words speak of a place."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facets.places.rules import PlaceRules, is_link, is_listed, is_name, is_team
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.fold import fold_text
from workbench.language.gazetteer import LONGEST, begins_town, town
from workbench.language.lexicon import ideas
from workbench.language.spans import Span
from workbench.language.verbs import verb_form

_NAME = 5
"""Words of the first of two names joined by "and", at most."""
_PLAIN = str.maketrans("-'", "  ")


def towns_in(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """Towns by the words around them.

    Those of the gazetteer behind a preposition or in a list of places, with or without a capital
    as the language has it; others where a capitalised word of no other use stands behind "in" or
    "the road to", or, where there are no capitals, an unknown word between a preposition and what
    says where it lies (في X شمال البلاد).
    """
    last = -1
    for at in range(len(reading.tokens)):
        if at < last:
            continue
        behind = last >= 0 and last in {at, at - 1}
        clitic = _known_town(reading, rules, at, listed=behind)
        if clitic is not None:
            end = town_end(reading, at, clitic)
            start = reading.tokens[at].start_after(clitic)
            last = end
            yield named_place(reading, Span(start, reading.tokens[end - 1].span.end), "city")
            continue
        end = _town_end(reading, rules, at) if at else 0
        if end > at:
            span = Span(reading.tokens[at].span.start, reading.tokens[end - 1].span.end)
            yield named_place(reading, span, "city")


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
    if not begins_town(words[0].partition("'")[0].partition("-")[0], reading.pack):
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
    """The letters before a town of the gazetteer at a token, or nothing where none is meant."""
    if at in reading.in_hit or reading.tokens[at].is_number:
        return None
    if rules.noun_first:
        return _uncased_town(reading, rules, at, listed=listed)
    end = town_end(reading, at) if reading.capital(at) else at
    if end == at or (end < len(reading.tokens) and _goes_on(reading, end)):
        return None
    if reading.is_possessive(end) and reading.word(at) in rules.given:
        return None
    if is_team(reading, rules, at):
        return None
    before = at - 1 - reading.is_article(at - 1)
    placed = reading.word(before) in rules.prepositions or reading.is_article(at - 1)
    placed = placed or reading.word(before) in rules.reaching
    inside = _is_inside(reading, rules, end)
    linked = is_link(reading, rules, at) if listed else is_listed(reading, rules, at)
    return 0 if placed or inside or linked else None


def _is_inside(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a known place follows that holds the one before: "Vidin in Bulgaria", "Wem, Kent"."""
    if reading.word(at) in rules.locatives and reading.joined(at) and reading.joined(at + 1):
        at += 1
    elif reading.gap(at).strip() != ",":
        return False
    where = reading.hit_at.get(at)
    return where is not None and any(entry.kind == "place" for entry in where.entries)


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a capitalised word joins on that makes another name of it ("Lincoln Smith")."""
    return reading.joined(at) and reading.capital(at) and at not in reading.in_hit


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
            sure = several or (len(rest) > 3 and not _is_word(reading, rest))
            return clitic if clitic and sure else None
        placed = reading.is_in(at - 1, rules.prepositions) and reading.joined(at)
        placed = placed or _is_beside_place(reading, rules, town_end(reading, at, clitic))
        linked = bool(letters) and letters[0] in rules.listing
        linked = linked and (listed or is_listed(reading, rules, at))
        if (placed and not letters) or linked:
            return None if _is_word(reading, rest) else clitic
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
    return bool(ideas(word, reading.pack)) or verb_form(word, reading.pack) is not None


def _town_end(reading: Reading, rules: PlaceRules, at: int) -> int:
    """The end of the unknown town that begins at a token, or the token itself."""
    if rules.noun_first:
        placed = reading.word(at - 1) in rules.prepositions and reading.joined(at)
        known = at in reading.in_hit or not placed or not is_name(reading, at)
        return at + 1 if not known and _is_located(reading, rules, at + 1) else at
    if not _is_town(reading, rules, at) or not (
        _leads_to_town(reading, rules, at - 1) or _is_held(reading, rules, at)
    ):
        return at
    end = at + 1
    while end < at + 3 and reading.joined(end) and _may_follow(reading, rules, end):
        end += 1
    return at if _goes_on(reading, end) or reading.is_possessive(end) else end


def _may_follow(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a capitalised word goes on with a town's name: another, or "East" behind "Ho"."""
    if reading.word(at) in rules.directions:
        return reading.capital(at) and at not in reading.in_hit
    return _is_town(reading, rules, at)


def _is_held(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether an unknown name is the object of a verb, and what holds it follows: "struck
    Mayfield, Kentucky"."""
    return reading.word(at - 1) in rules.reaching and _is_inside(reading, rules, at + 1)


def _leads_to_town(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a preposition says where: "in" but not "shares in", "to" only in "the road to"."""
    word, before = reading.word(at), reading.word(at - 1)
    if word in rules.of and "," in reading.gap(at) and before.isdecimal():
        return True  # "Holroyd, 46, of Ecclesfield"
    if word in rules.of and before in rules.directions:
        return True  # "35 km south-east of Kokopo"
    origin = word in rules.origins and "," in reading.gap(at)  # "a man of 41, from Congleton"
    if origin or (word in rules.listing and _is_between(reading, at)):
        return True
    if word in rules.locatives:
        return before not in rules.invested
    if word in rules.venues:
        return before not in rules.not_venues and not reading.capital(at - 1)
    return word in rules.motion and before in rules.ways


def _is_between(reading: Reading, at: int) -> bool:
    """Whether a capitalised name stands between a word like "between" and an "and" at a token."""
    rules, back = reading.pack.derived(PlaceRules), at - 1
    while back > max(0, at - _NAME) and reading.capital(back):
        back -= 1
    return back < at - 1 and reading.word(back) in rules.pairing


def _is_located(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a direction or an adjective of nationality says where the word before lies."""
    if not reading.joined(at):
        return False
    hit = reading.hit_at.get(at)
    demonym = hit is not None and any(entry.kind == "demonym" for entry in hit.entries)
    letters = frozenset(reading.pack.language.cases) & frozenset(hit.clitic if hit else "")
    if letters and hit and any(entry.kind == "place" for entry in hit.entries):
        return True  # "في كولويزي بالكونغو"
    return (demonym and reading.is_definite(at)) or reading.word(at) in rules.directions


def _is_town(reading: Reading, rules: PlaceRules, at: int) -> bool:
    raw, word = reading.raw(at), reading.word(at)
    short = len(word) > 2 or (reading.joined(at + 1) and reading.capital(at + 1))
    named = raw[:1].isupper() and not raw.isupper() and short and word.isalpha()
    if not named or at in reading.in_hit or word in rules.not_names or word in rules.not_towns:
        return False
    if word.endswith(rules.not_town_endings):
        return False
    small = word in reading.pack.language.stop_words
    return not small and not ideas(word, reading.pack) and reading.verb(at) is None
