"""Institutions and offices with their country: "Iraqi foreign ministry", الجيش الإسرائيلي.

They are composed, not listed: the institution from the language pack, the country from the
lexicon. So both languages give one name: ``foreign ministry (IQ)``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.facets.places.rules import PlaceRules
from workbench.facets.reading import Reading
from workbench.language.fold import fold_text
from workbench.language.lexicon import Hit
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Places
from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.language.world import world

Found = tuple[int, int, Span, str, str]
"""First token, end token, span, canonical name, kind."""
_MOST_FILLERS = 2
_TWO = 2


class _Institutions:
    """The institutions of a pack by their first word."""

    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Actors)
        self.article = pack.language.article
        self.country_first = data.country_first
        self.linking = frozenset(map(fold_text, data.linking))
        self.abroad = frozenset(data.abroad)
        self.locatives = frozenset(map(fold_text, data.locatives))
        self.fillers = frozenset(map(fold_text, data.fillers))
        self.regions = frozenset(map(fold_text, pack.section(Places).region_nouns))
        self.alone = frozenset(data.alone)
        self.people = frozenset(data.people)
        self.constructs: set[tuple[str, ...]] = set()
        """Those whose first word has no article, since the second has: وزير الصحة."""
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, forms in data.institutions.items():
            for form in forms:
                written = [token.folded for token in tokenize(form)]
                words = tuple(map(self.plain, written))
                if self._is_construct(written):
                    self.constructs.add(words)
                self.by_first.setdefault(words[0], []).append((words, name))
        for entries in self.by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def plain(self, word: str) -> str:
        """The word without its article."""
        return word.removeprefix(self.article) if self.article else word

    def _is_construct(self, written: Sequence[str]) -> bool:
        if not self.article or len(written) < _TWO:
            return False
        return [word.startswith(self.article) for word in written[:_TWO]] == [False, True]


def institutions_in(reading: Reading) -> Iterator[Found]:
    """The institutions of a text, with the country that qualifies them where one does."""
    table = reading.pack.derived(_Institutions)
    ends = {hit.end: hit for hit in reading.hits}
    begins = reading.where(word for word in reading.places if table.plain(word) in table.by_first)
    behind = 0
    for at in begins:
        found = None
        if at >= behind and at not in reading.in_hit:
            found = _at(reading, table, at, ends)
        if found is not None:
            yield found
            behind = found[1]


def _at(reading: Reading, table: _Institutions, at: int, ends: dict[int, Hit]) -> Found | None:
    written = reading.clitics(at)
    article = bool(table.article) and any(rest.startswith(table.article) for rest in written)
    for rest in written:
        for words, name in table.by_first.get(table.plain(rest), ()):
            # نفى *الوزير صحة* التقرير names no minister of health.
            if (article and words in table.constructs) or not _continues(reading, table, at, words):
                continue
            end = at + len(words)
            definite = len(words) > 1 or (bool(table.article) and rest.startswith(table.article))
            return _with_country(reading, table, (at, end, rest, name, definite), ends)
    return None


def _continues(reading: Reading, table: _Institutions, at: int, words: tuple[str, ...]) -> bool:
    return all(
        table.plain(reading.word(at + offset)) == word and reading.joined(at + offset)
        for offset, word in enumerate(words[1:], 1)
    )


def _with_country(
    reading: Reading,
    table: _Institutions,
    match: tuple[int, int, str, str, bool],
    ends: dict[int, Hit],
) -> Found | None:
    first, end, rest, name, definite = match
    kind = "person" if name in table.people else "organisation"
    token = reading.tokens[first]
    start = token.start_after(len(token.folded) - len(rest))
    hit = _country_before(reading, table, first, ends) if table.country_first else None
    hit = hit or _country_after(reading, table, name, end)
    if hit is not None and rest in table.regions and not _is_country(hit):
        return None  # the district of a town (قضاء بيجي), not its judges
    if hit is not None:
        country = next(entry.name for entry in hit.entries if entry.kind in {"place", "demonym"})
        low, high = min(first, hit.first), max(end, hit.end)
        span = Span(min(start, hit.span.start), reading.tokens[high - 1].span.end)
        return low, high, span, f"{name} ({country})", kind
    if table.country_first:
        definite = definite or reading.is_article(first - 1) or reading.capital(first)
    if not definite or (end - first == 1 and name not in table.alone):
        return None
    return first, end, Span(start, reading.tokens[end - 1].span.end), name, kind


def _country_before(
    reading: Reading, table: _Institutions, first: int, ends: dict[int, Hit]
) -> Hit | None:
    at = first
    for _ in range(_MOST_FILLERS):
        if at > 0 and reading.joined(at) and reading.word(at - 1) in table.fillers:
            at -= 1
    if at > 0 and reading.is_possessive(at - 1):
        at -= 1
    if at == 0 or not (reading.joined(at) or reading.is_possessive(at)):
        return None
    return _country(ends.get(at))


def _country_after(reading: Reading, table: _Institutions, name: str, end: int) -> Hit | None:
    at = end
    while reading.joined(at) and reading.word(at) in table.fillers and at < end + _MOST_FILLERS:
        at += 1
    if not reading.joined(at):
        return None
    if name in table.abroad and reading.word(at) in table.locatives:
        return None
    if reading.word(at) in table.linking:
        after = at + 1 + reading.is_article(at + 1)
        hit = _country(reading.hit_at.get(after)) if reading.joined(after) else None
        # "Police in Tunis" are where they are, "police in Iraq" whose they are.
        return hit if hit is not None and _is_country(hit) else None
    if table.country_first:
        return None
    hit = _country(reading.hit_at.get(at))
    return hit if hit is not None and not (hit.clitic or _is_object(reading, hit)) else None


def _is_object(reading: Reading, hit: Hit) -> bool:
    """Whether a place stands behind a definite noun, which is in no place by itself, and is no
    adjective: زار وزير الخارجية | *القاهرة*, but وزارة الخارجية *السعودية*."""
    if not reading.is_definite(hit.first - 1) or any(e.kind == "demonym" for e in hit.entries):
        return False
    adjectival = reading.pack.derived(PlaceRules).adjectival
    return not (reading.is_definite(hit.first) and reading.word(hit.first).endswith(adjectival))


def _is_country(hit: Hit) -> bool:
    places = world().places
    return any(places.get(entry.name, ("", ""))[0] == "country" for entry in hit.entries)


def _country(hit: Hit | None) -> Hit | None:
    if hit is None or not any(entry.kind in {"place", "demonym"} for entry in hit.entries):
        return None
    return hit
