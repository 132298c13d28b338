"""A text cut into words once, for all facet readers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from types import EllipsisType
from typing import Any, TypeVar

from workbench.facets.written_forms import Forms
from workbench.language.fold import fold_text
from workbench.language.ideas import ideas
from workbench.language.lexicon import Entry, Hit, opens_name, scan
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors
from workbench.language.spans import Span
from workbench.language.stems import bare_all, stem
from workbench.language.tokens import Token, tokenize
from workbench.language.verbs import VerbForm
from workbench.language.world import world

Made = TypeVar("Made")
_JOINT = " \u2026 "
"""Between parts that are read as one text: no name or phrase goes across."""
_SHORT_NAME = 2
"""A name of more words than these may have been preferred to one that begins before it."""
_FIRST = attrgetter("first")
_GLUE = " \t\u00a0\u202f-\u2010\u2011'’\u200c\u200d\u200e\u200f\u061c"


class Reading:
    """A text, or some parts of one read as if they were one, its tokens and the names in it.

    All offsets are in ``text``, also where only parts of it are read.
    """

    __slots__ = (
        "_bare",
        "_forms",
        "_gaps",
        "_joints",
        "_verbs",
        "_words",
        "hits",
        "in_hit",
        "last",
        "listed",
        "made",
        "pack",
        "text",
        "tokens",
    )

    def __init__(
        self,
        text: str,
        pack: LanguagePack,
        tokens: Sequence[Token],
        hits: Sequence[Hit],
        last: Span,
        *,
        joints: Sequence[int] = (),
    ) -> None:
        self.text = text
        self.pack = pack
        self.tokens = tokens
        self.hits = hits
        """The names that the lexicon knows, in order."""
        self.listed = hits
        """The same with those of namesakes."""
        self.in_hit = {at for hit in hits for at in range(hit.first, hit.end)}
        """The tokens that are part of a name: they are no verbs."""
        self.last = last
        """The last part that is read, or the whole text."""
        self._joints = joints
        self._words = [token.folded for token in tokens]
        self._bare = bare_all(self._words, pack)
        self._forms = pack.derived(Forms)
        self._verbs: list[VerbForm | EllipsisType | None] = [...] * len(tokens)
        self._gaps: Sequence[str] = ()
        self.made: dict[Callable[[Reading], object], Any] = {}
        """What `once` has made."""

    def naming(self, named: Iterable[int]) -> Reading:
        """The same text, with what else was found to be part of a name."""
        in_hit = self.in_hit.union(named)
        if len(in_hit) == len(self.in_hit):
            return self
        again = Reading.__new__(Reading)
        for slot in Reading.__slots__:
            setattr(again, slot, getattr(self, slot))
        again.in_hit = in_hit
        return again

    def without(self, namesakes: Collection[Hit]) -> Reading:
        """The same text, in which some names turned out to be those of others."""
        kept = [hit for hit in self.hits if hit not in namesakes]
        other = Reading(self.text, self.pack, self.tokens, kept, self.last, joints=self._joints)
        other.listed = self.listed
        return other

    @property
    def tail(self) -> str:
        """The last part that is read, as it stands."""
        return self.last.of(self.text)

    def span(self, first: int, end: int) -> Span:
        """The span of the tokens ``[first, end)``, cut where another part of the text begins."""
        if self._joints:
            end = min((joint for joint in self._joints if first < joint < end), default=end)
        return Span(self.tokens[first].span.start, self.tokens[end - 1].span.end)

    def at_offset(self, offset: int) -> int:
        """The token in which an offset of the text lies."""
        starts, places = self.once(_in_text_order)
        return places[max(0, bisect_right(starts, offset) - 1)]

    @property
    def hit_at(self) -> Mapping[int, Hit]:
        """The name that begins at a token."""
        return self.once(_hit_at)

    @property
    def in_actor(self) -> AbstractSet[int]:
        """The tokens that are part of the name of a known person or organisation."""
        return self.once(_in_actor)

    @property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Every word of the text and what the proclitics of each leave, and the tokens it is."""
        return self.once(Reading._read_places)

    def where(self, words: Iterable[str]) -> list[int]:
        """The tokens that are one of some words of the text, or leave it behind a proclitic."""
        places = self.places
        return sorted({at for word in words for at in places[word]})

    def _read_places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, forms in enumerate(self._bare):
            for word in forms:
                found.setdefault(word, []).append(at)
        return found

    def once(self, make: Callable[[Reading], Made]) -> Made:
        """What ``make`` makes of this text, made only once."""
        found = self.made.get(make, ...)
        if found is ...:
            found = self.made[make] = make(self)
        return found  # type: ignore[no-any-return]

    def word(self, at: int) -> str:
        """The folded word at a token, or nothing beyond the text."""
        try:  # asked fifteen times a word, and hardly ever beyond the text
            return self._words[at] if at >= 0 else ""
        except IndexError:
            return ""

    def raw(self, at: int) -> str:
        """The word as it stands at a token, or nothing beyond the text."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def stem(self, at: int) -> str:
        """The stem of the word at a token."""
        return stem(self.word(at), self.pack)

    def clitics(self, at: int) -> tuple[str, ...]:
        """The word at a token, then what its proclitics leave."""
        try:
            return self._bare[at] if at >= 0 else ()
        except IndexError:
            return ()

    def verb(self, at: int) -> VerbForm | None:
        """The verb form at a token, behind a conjunction if need be.

        Behind an article there are only verbal nouns.
        """
        try:
            form = self._verbs[at] if at >= 0 else None
        except IndexError:
            return None
        if form is ...:
            form = self._forms.of(self.tokens[at])
            if form is not None and self.is_beside_number(at):
                form = None
            self._verbs[at] = form
        return form

    def is_beside_number(self, at: int) -> bool:
        """Whether a word with a capital stands beside a number: "26 May" names a month."""
        if not self.raw(at)[:1].isupper():
            return False
        return self.word(at - 1).isdecimal() or self.word(at + 1).isdecimal()

    def is_in(self, at: int, words: AbstractSet[str]) -> bool:
        """Whether the word at a token, or what a proclitic of it leaves, is one of ``words``."""
        return not words.isdisjoint(self.clitics(at))

    def is_definite(self, at: int) -> bool:
        """Whether the word at a token has the article written on to it."""
        return 0 <= at < len(self.tokens) and self._forms.is_definite(self.tokens[at])

    def is_plural(self, at: int) -> bool:
        """Whether a token has the ending of several."""
        return self.pack.language.is_plural(self.word(at))

    def is_small(self, at: int) -> bool:
        """Whether a stop word stands at a token."""
        return self.word(at) in self.pack.language.stop_words

    def is_article(self, at: int) -> bool:
        """Whether an article stands at a token as a word of its own."""
        return self.word(at) in self.pack.language.articles

    def is_possessive(self, at: int) -> bool:
        """Whether a token makes what stands before it an owner ("'s")."""
        return self.word(at) in self.pack.language.possessives

    def gap(self, at: int) -> str:
        """What stands between a token and the one before it."""
        if at <= 0:
            return ""
        try:  # asked six times a word, and hardly ever beyond the text
            return (self._gaps or self._read_gaps())[at]
        except IndexError:
            return ""

    def _read_gaps(self) -> Sequence[str]:
        starts = [token.span.start for token in self.tokens]
        ends = [0, *(token.span.end for token in self.tokens)]
        gaps = [self.text[end:start] for end, start in zip(ends, starts, strict=False)]
        for joint in self._joints:
            gaps[joint] = _JOINT
        self._gaps = gaps
        return gaps

    def joined(self, at: int) -> bool:
        """Whether only a space or a hyphen parts a token from the one before it."""
        gap = self.gap(at)  # most gaps are a blank
        return gap == " " or (0 < at < len(self.tokens) and not gap.strip(_GLUE))

    def capital(self, at: int) -> bool:
        """Whether the word at a token begins with a capital letter."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text[0].isupper()


def read(text: str, pack: LanguagePack, tokens: Sequence[Token] | None = None) -> Reading:
    """Cut a text into its words; ``tokens`` are those of the text, if it has been cut already."""
    if tokens is None:
        tokens = tokenize(text)
    last = Span(0, len(text))
    return _told_apart(Reading(text, pack, tokens, scan(text, tokens, pack), last))


def read_parts(whole: Reading, parts: Sequence[Span]) -> Reading:
    """Some parts of a text that was read, in the order that is given; none may be empty."""
    tokens: list[Token] = []
    hits: list[Hit] = []
    joints: list[int] = []
    for part in parts:
        at = len(tokens)
        if at:
            joints.append(at)
        inside, found = _inside(whole, part)
        hits += _moved(found, at) if at else found
        tokens += inside
    return _told_apart(Reading(whole.text, whole.pack, tokens, hits, parts[-1], joints=joints))


def _told_apart(plain: Reading) -> Reading:
    namesakes = [hit for hit in plain.hits if _is_namesake(plain, hit)]
    return plain.without(namesakes) if namesakes else plain


def _inside(whole: Reading, part: Span) -> tuple[Sequence[Token], Sequence[Hit]]:
    """The tokens of a part, of one that it cuts (behind a proclitic) what lies inside, and the
    names in it."""
    starts = whole.once(_starts)
    first, last = bisect_left(starts, part.start), bisect_left(starts, part.end)
    inside = list(whole.tokens[first:last])
    headed = first > 0 and whole.tokens[first - 1].span.end > part.start
    ended = not inside or inside[-1].span.end <= part.end
    if not headed and ended:
        return inside, _names_between(whole, first, last)
    if headed:
        end = min(whole.tokens[first - 1].span.end, part.end)
        head = _cut(whole.text, part.start, end)
        inside[:0] = head
        if ended and not any(opens_name(token, whole.pack) for token in head):
            return inside, _moved(_names_between(whole, first, last), len(head))
    if inside and inside[-1].span.end > part.end:
        inside[-1:] = _cut(whole.text, inside[-1].span.start, part.end)
    return inside, scan(whole.text, inside, whole.pack)


def _names_between(whole: Reading, first: int, last: int) -> Sequence[Hit]:
    """The names among the tokens ``[first, last)``: those of the whole text, unless one runs over
    an end or a long one begins behind it, for which a shorter one may have been passed over."""
    hits = whole.listed
    at, end = (bisect_left(hits, place, key=_FIRST) for place in (first, last))
    runs_over = (at > 0 and hits[at - 1].end > first) or (end > at and hits[end - 1].end > last)
    if runs_over or (end < len(hits) and hits[end].end - hits[end].first > _SHORT_NAME):
        return scan(whole.text, whole.tokens[first:last], whole.pack)
    return _moved(hits[at:end], -first)


def _moved(hits: Iterable[Hit], by: int) -> list[Hit]:
    """Names in a text in which so many more tokens stand before them."""
    return [Hit(hit.first + by, hit.end + by, hit.span, hit.clitic, hit.entries) for hit in hits]


def _cut(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(found.span.shift(start), found.text, found.folded)
        for found in tokenize(text[start:end])
    ]


def _starts(reading: Reading) -> list[int]:
    return [token.span.start for token in reading.tokens]


def _in_text_order(reading: Reading) -> tuple[list[int], Sequence[int]]:
    """Where the tokens begin, in text order, and which those are."""
    starts = reading.once(_starts)
    places = sorted(range(len(starts)), key=starts.__getitem__)
    return [starts[place] for place in places], places


def _hit_at(reading: Reading) -> dict[int, Hit]:
    return {hit.first: hit for hit in reading.hits}


def _in_actor(reading: Reading) -> frozenset[int]:
    return frozenset(
        at
        for hit in reading.hits
        if any(entry.kind == "actor" for entry in hit.entries)
        for at in range(hit.first, hit.end)
    )


class GivenNames:
    """The given names and titles of a language."""

    def __init__(self, pack: LanguagePack) -> None:
        data = pack.section(Actors)
        self.given = frozenset(map(fold_text, data.given_names))
        self.titles = frozenset(map(fold_text, data.titles))


def _is_namesake(reading: Reading, hit: Hit) -> bool:
    """Whether another given name stands before a well-known surname ("Ivanka Trump")."""
    if hit.end - hit.first > 1 or hit.clitic or not reading.joined(hit.first):
        return False
    if not any(_is_person(entry) for entry in hit.entries):
        return False
    before, names = hit.first - 1, reading.pack.derived(GivenNames)
    word = reading.word(before)
    if reading.pack.language.article:
        return word in names.given
    small = word in reading.pack.language.stop_words or word in names.titles
    everyday = small or bool(ideas(word, reading.pack)) or reading.verb(before) is not None
    return reading.capital(before) and before not in reading.in_hit and not everyday


def _is_person(entry: Entry) -> bool:
    return entry.kind == "actor" and world().actors.get(entry.name, ("", ""))[0] == "person"
