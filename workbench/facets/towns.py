"""Towns that no lexicon knows."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.facets.place_rules import PlaceRules, is_name
from workbench.facets.reading import Reading
from workbench.facets.types import Place
from workbench.language.fold import fold_text
from workbench.language.lexicon import ideas
from workbench.language.spans import Span


def towns_in(reading: Reading, rules: PlaceRules) -> Iterator[Place]:
    """Towns that no lexicon knows, by the words around them.

    A capitalised word of no other use behind "in" or "the road to"; where there are no capitals,
    an unknown word between a preposition and what says where it lies (في X شمال البلاد).
    """
    for at in range(1, len(reading.tokens)):
        end = _town_end(reading, rules, at)
        if end > at:
            span = Span(reading.tokens[at].span.start, reading.tokens[end - 1].span.end)
            surface = span.of(reading.text)
            yield Place(span, surface, fold_text(surface), "city")


def _town_end(reading: Reading, rules: PlaceRules, at: int) -> int:
    """The end of the unknown town that begins at a token, or the token itself."""
    if rules.noun_first:
        placed = reading.word(at - 1) in rules.prepositions and reading.joined(at)
        known = at in reading.in_hit or not placed or not is_name(reading, at)
        return at + 1 if not known and _is_located(reading, rules, at + 1) else at
    if not _leads_to_town(reading, rules, at - 1) or not _is_town(reading, rules, at):
        return at
    end = at + 1
    while end < at + 3 and reading.joined(end) and _is_town(reading, rules, end):
        end += 1
    goes_on = reading.joined(end) and reading.capital(end)
    return at if goes_on or reading.is_possessive(end) else end


def _leads_to_town(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a preposition says where: "in" but not "shares in", "to" only in "the road to"."""
    word, before = reading.word(at), reading.word(at - 1)
    if word in rules.locatives:
        return before not in rules.invested
    return word in rules.motion and before in rules.ways


def _is_located(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a direction or an adjective of nationality says where the word before lies."""
    if not reading.joined(at):
        return False
    hit = reading.hit_at.get(at)
    demonym = hit is not None and any(entry.kind == "demonym" for entry in hit.entries)
    return (demonym and reading.is_definite(at)) or reading.word(at) in rules.directions


def _is_town(reading: Reading, rules: PlaceRules, at: int) -> bool:
    raw, word = reading.raw(at), reading.word(at)
    named = raw[:1].isupper() and not raw.isupper() and len(word) > 2 and word.isalpha()
    if not named or at in reading.in_hit or word in rules.not_names:
        return False
    small = word in reading.pack.language.stop_words
    return not small and not ideas(word, reading.pack) and reading.verb(at) is None
