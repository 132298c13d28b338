"""Who is named in a text: known names, institutions with their country, name patterns.

Of two mentions that overlap the longer one stays, so that "Bank of England" is one organisation
and names no country.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from workbench.facets.actors.institutions import institutions_in
from workbench.facets.actors.names import names_in
from workbench.facets.cues import pauses
from workbench.facets.places.places import places_in
from workbench.facets.reading import Reading, read
from workbench.facets.types import Place
from workbench.language.fold import fold_text
from workbench.language.lexicon import Hit
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors
from workbench.language.spans import Span
from workbench.language.world import world


class Mention(msgspec.Struct, frozen=True):
    """An actor named at tokens ``[first, end)``."""

    first: int
    end: int
    span: Span
    name: str
    kind: str
    adjective: bool = False
    """Named by an adjective of nationality only."""


def mentions_in(reading: Reading, places: Sequence[Place]) -> tuple[Mention, ...]:
    """All actors named in a text, in order; none overlap."""
    found = [
        *_known(reading),
        *(Mention(*each) for each in institutions_in(reading)),
        *(Mention(*each) for each in names_in(reading)),
        *_countries(reading, places),
    ]
    unknown = {place.span for place in places if place.name not in world().places}
    return _longest(each for each in found if each.kind != "person" or each.span not in unknown)


def read_named(text: str, pack: LanguagePack) -> Reading:
    """Cut a text into words, knowing which of them are names."""
    reading = read(text, pack)
    found = mentions_in(reading, places_in(reading))
    return reading.naming(at for each in found for at in range(each.first, each.end))


def _known(reading: Reading) -> Iterator[Mention]:
    for hit in reading.hits:
        entry = next((entry for entry in hit.entries if entry.kind == "actor"), None)
        if entry is not None:
            kind = world().actors.get(entry.name, ("organisation", ""))[0]
            yield Mention(hit.first, hit.end, hit.span, entry.name, _KINDS.get(kind, kind))


_REACH = 4
"""Tokens before a capital in which the verb is looked for whose goal it is."""
_KINDS = {"event": "organisation"}


def _countries(reading: Reading, places: Sequence[Place]) -> Iterator[Mention]:
    """Countries that may act: not where something happens; capitals stand for governments."""
    starts = {hit.span.start: hit for hit in reading.hits}
    for place in places:
        hit = starts.get(place.span.start)
        if hit is None or hit.span != place.span:
            continue
        name = _acting_name(place)
        moved = place.kind != "country"
        if name and (place.demonym or not _locates(reading, hit, moved=moved)):
            yield Mention(hit.first, hit.end, hit.span, name, "country", place.demonym)


def _acting_name(place: Place) -> str:
    if place.kind == "country" or place.demonym:
        return place.name
    stands_for = world().capitals.get(place.name)
    if stands_for is not None:
        return stands_for[0]
    return place.name if place.name in _PEOPLES else ""


_PEOPLES = frozenset({"Gaza", "Europe", "Kurdistan Region", "Gulf States", "Arab States"})


class _Locatives:
    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Actors)
        self.words = frozenset(map(fold_text, data.locatives))
        self.verbs = frozenset(map(fold_text, data.place_verbs))
        self.listing = frozenset(map(fold_text, data.listing))
        self.motion = self.words | frozenset(map(fold_text, data.motion))


def _locates(reading: Reading, hit: Hit, *, moved: bool) -> bool:
    """Whether the name says where ("in Iraq", ببغداد, "Iraq: two killed") and not who."""
    if hit.first == 0 and reading.text[hit.span.end : hit.span.end + 1] == ":":
        return True
    hit = reading.once(_list_heads)[hit]
    if hit.clitic[-1:] and hit.clitic[-1:] in reading.pack.language.cases[:1]:
        return True
    before = hit.first - 1
    if reading.is_article(before):
        before -= 1
    locatives = reading.pack.derived(_Locatives)
    if not moved:
        return reading.is_in(before, locatives.words)
    return reading.is_in(before, locatives.motion) or _is_goal(reading, locatives, hit)


def _list_heads(reading: Reading) -> Mapping[Hit, Hit]:
    """The name by which the list begins that each goes on with: "in Syria and Iraq"."""
    listing = reading.pack.derived(_Locatives).listing
    heads: dict[Hit, Hit] = {}
    before: Hit | None = None
    for hit in sorted(reading.hits, key=lambda each: each.first):
        written_on = hit.clitic in listing
        joined = written_on or reading.word(hit.first - 1) in listing
        follows = before is not None and before.end == hit.first - (not written_on)
        heads[hit] = heads[before] if before is not None and joined and follows else hit
        before = hit
    return heads


def _is_goal(reading: Reading, locatives: _Locatives, hit: Hit) -> bool:
    """Whether somebody visits, leaves or reaches the place: the verb stands shortly before it."""
    for at in range(hit.first - 1, max(-1, hit.first - 1 - _REACH), -1):
        form = reading.verb(at)
        if form is not None and form.tense != "noun":
            return form.verb in locatives.verbs
        if pauses(reading, at + 1):
            return False
    return False


def _longest(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (each.span.start, -each.span.end)):
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
        else:
            kept.append(mention)
    return tuple(kept)
