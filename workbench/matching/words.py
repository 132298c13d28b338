"""A statement as words: what the ranking counts and what the decision finds left over.

Two words are one when they share a stem, or a name or sense that is called the same in every
language. Everyday ideas of the lexicon are wider ("trade" for exports and imports): they find
candidates across languages and are never taken for the same word within one language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import msgspec
from msgspec.structs import replace

from workbench.facets.types import Facets, Role
from workbench.language.lexicon import concepts
from workbench.language.packs import LanguagePack, available, load
from workbench.language.stems import term
from workbench.language.tokens import Token, tokenize
from workbench.matching.names import Names, stem_of
from workbench.matching.phrases import MOST_BETWEEN, longest
from workbench.matching.posts import plain
from workbench.matching.senses import contrasts, senses_of
from workbench.matching.types import Statement

MOST_WORDS = 400
"""Content words of one statement that are compared; what follows them is passed over."""
_MOST_TOKENS = 3 * MOST_WORDS
_DOER_NEAR = 5
"""Words after "by" within which the doer is named: "by the armed forces of Iran"."""
IDEA = "idea:"
"""How the lexicon marks everyday ideas among its concepts."""
_NO_IDEAS: frozenset[str] = frozenset()


class Word(msgspec.Struct, frozen=True):
    """A content word of a statement, or a name of several words."""

    surface: str
    """As the text has it."""
    stem: str
    meanings: frozenset[str]
    """Names and senses, called the same in all languages."""
    name: bool
    """Written as a name, or known as one."""
    light: bool
    """Changes nothing in what is stated ("also", "said")."""
    facet: bool
    """Part of a figure or time, which the facets compare."""
    located: bool
    """Names where it happens, which the facets compare as well."""
    number: bool
    """Written in digits."""
    place: int
    """Which token of the statement it is."""
    group: int
    """Token at which its list begins ("Iraq and the United States" is one list)."""
    doer: bool = False
    """Marked as the one who does it: "by Iran", من قبل إيران."""
    standard: bool = False
    """Marked as what something is compared with: "than silver", أغلى من الفضة."""
    stop: bool = False
    """A stop word, kept because it has a contrary ("before", "all"): for that alone it counts."""
    folded: str = ""
    """What its ideas are looked up by, in the language; nothing for a name of several words."""
    language: str = ""

    @property
    def ideas(self) -> frozenset[str]:
        """Everyday ideas of the lexicon, wider than senses; most comparisons never ask."""
        return _ideas(self.folded, self.language) if self.folded else _NO_IDEAS

    @property
    def known(self) -> bool:
        """Whether it can be compared with a word of another language."""
        return bool(self.meanings or self.ideas) or self.number


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement's content words in order, and how often it denies."""

    language: str
    words: tuple[Word, ...]
    denials: int
    """Denying words outside of figures: "not", "without", لم."""
    restrictions: int = 0
    """Words that leave out everything else: "only", فقط."""
    denied: tuple[Word, ...] = ()
    """The content word after each denying word: "power" of "without power"."""


def pack_for(language: str) -> LanguagePack:
    """The pack of a language; English where there is none of that code."""
    return load(language if language in codes() else "en")


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """The codes of all packs, looked for once."""
    return tuple(available())


@lru_cache(maxsize=4096)
def keys_of(text: str, language: str) -> frozenset[str]:
    """Stems, names and senses of a few words, for holding two phrases together.

    A name of several words gives its words' senses as well: "North Sinai" is north.
    """
    pack = pack_for(language)
    keys: set[str] = set()
    for word in _read(text, Facets(), pack).words:
        keys |= {word.stem} | word.meanings | (word.ideas if not word.meanings else set())
    for token in tokenize(text):
        keys |= senses_of(pack.code).meanings(token.folded, stem_of(token, pack.code))
    return frozenset(keys)


@lru_cache(maxsize=1024)
def profile(statement: Statement) -> Profile:
    """The words of a statement, worked out once."""
    pack = pack_for(statement.language)
    read = _read(plain(statement.text), statement.facets, pack)
    return Profile(
        *(statement.language, tuple(read.words), len(read.denied_at), read.restrictions),
        tuple(_denied(read.words, read.denied_at)),
    )


def _denied(words: Sequence[Word], denied_at: Sequence[int]) -> Iterator[Word]:
    for at in denied_at:
        yield from islice((w for w in words if w.place > at and not w.light), 1)


def _read(text: str, facets: Facets, pack: LanguagePack) -> _Reader:
    tokens = tokenize(text)[:_MOST_TOKENS]
    reader = _Reader(pack, facets, Names(text, tokens, facets, pack))
    at = 0
    while at < len(tokens) and len(reader.words) < MOST_WORDS:
        at += reader.take(tokens, at)
    return reader


class _Reader:
    """Takes a statement's tokens one after another and keeps its content words."""

    def __init__(self, pack: LanguagePack, facets: Facets, names: Names) -> None:
        self.words: list[Word] = []
        self.denied_at: list[int] = []
        self.restrictions = 0
        self._pack = pack
        self._senses = senses_of(pack.code)
        self._counted = _figure_stems(facets, pack)
        self._measured = self._counted | _time_stems(facets, pack)
        self._locations = _locations(facets)
        self._names = names
        self._joined = False
        self._group = -1
        self._next = ""
        self._doer = 0
        self._standard = False
        self._read: set[int] = set()

    def take(self, tokens: Sequence[Token], at: int) -> int:
        """Read the token at ``at``, or the name that begins there; how many tokens that was."""
        if at in self._read:
            return 1
        token = tokens[at]
        self._next = tokens[at + 1].folded if at + 1 < len(tokens) else ""
        before = tokens[at - 1].folded if at else ""
        self._doer = _DOER_NEAR if self._senses.marks_doer(before, token.folded) else self._doer - 1
        if self._senses.marks_standard(before, token.folded):
            self._standard = True
        if self._senses.restricts(token.folded):
            self.restrictions += not self._senses.denies(before)
            return 1
        if self._senses.joining_word(token.folded):
            self._joined = True
            return 1
        length, meanings, clitic = self._names.at(at)
        if length:
            group = self._list_head(clitic, at)
            located = not meanings.isdisjoint(self._locations)
            word = _name(tokens[at : at + length], meanings, at, group, located=located)
            self.words.append(replace(word, doer=True) if self._doer > 0 else word)
            self._doer = 0
            return length
        return self._phrase(tokens, at) or self._plain(tokens, at)

    def _list_head(self, clitic: str, at: int) -> int:
        """Where the list begins that this word stands in; at itself where it is in none."""
        joined = self._joined or self._senses.joins(clitic)
        self._group = self._group if joined and self.words else at
        self._joined = False
        return self._group

    def _marked(self, word: Word) -> Word:
        """The word with the mark that stood before it, if one did; a figure takes none."""
        if word.facet or word.light or not (self._doer > 0 or self._standard):
            return word
        marked = replace(word, doer=self._doer > 0, standard=self._standard)
        self._standard = False
        self._doer = 0
        return marked

    def _phrase(self, tokens: Sequence[Token], at: int) -> int:
        """Read the phrase of several words that begins here; how many tokens, or 0.

        It stands for one word of its meaning; those of its words that come later are passed over.
        """
        code, token = self._pack.code, tokens[at]
        waiting = self._senses.phrases.with_first((token.folded, stem_of(token, code)))
        if not waiting:
            return 0
        ahead = tokens[at : at + max(phrase.reach for phrase in waiting)]
        forms = [(each.folded, stem_of(each, code)) for each in ahead]
        places, meanings = longest(waiting, forms)
        if not all(self._free(at + n, forms[n][1]) for n in places):
            return 0
        if meanings:
            links = not meanings.isdisjoint(self._senses.linking)
            group = at if links else self._list_head(token.folded, at)
            word = _phrased([ahead[n] for n in places], meanings, code, at, group)
            word = replace(word, light=True, stop=True) if links else self._marked(word)
            self.words.append(word)
        self._read.update(at + n for n in places)
        return min(len(places), 1)

    def _carries(self, tokens: Sequence[Token], at: int, traits: _Traits) -> bool:
        """Whether the word only carries a noun near it: "launched" of "launched an attack"."""
        nouns = self._senses.carried(traits.folded, traits.stem)
        if not nouns:
            return False
        near = (*tokens[max(0, at - MOST_BETWEEN) : at], *tokens[at + 1 : at + 1 + MOST_BETWEEN])
        return any(t.folded in nouns or stem_of(t, self._pack.code) in nouns for t in near)

    def _free(self, at: int, stemmed: str) -> bool:
        """Whether the token is in no name, figure, time or phrase."""
        return not (self._names.at(at)[0] or at in self._read or stemmed in self._measured)

    def _plain(self, tokens: Sequence[Token], at: int) -> int:
        code, token = self._pack.code, tokens[at]
        traits = _traits(token.text, code)
        inside = traits.stem in self._measured
        if traits.denies and not inside:
            if not self._senses.affirms(self._next):
                self.denied_at.append(at)
        elif not traits.stop:
            group = self._list_head(token.folded, at)
            word = _word(token, traits, code, at, group, inside=inside)
            light = word.light or self._carries(tokens, at, traits)
            self.words.append(self._marked(replace(word, light=light) if light else word))
        elif traits.contrary and traits.stem not in self._counted:
            word = _word(token, traits, code, at, at, inside=False)
            self.words.append(replace(word, light=True, stop=True, name=False))
        return 1


class _Traits(msgspec.Struct, frozen=True):
    """What is known of a word wherever it stands."""

    stem: str
    folded: str
    meanings: frozenset[str]
    light: bool
    denies: bool
    stop: bool
    """A stop word, and no acronym that is written like one."""
    contrary: bool
    """It has a sense that another is contrary to."""
    capital: bool
    """Written like a name, unless it begins the sentence."""
    acronym: bool
    number: bool


@lru_cache(maxsize=65_536)
def _traits(raw: str, code: str) -> _Traits:
    token = tokenize(raw)[0]
    stemmed, senses = term(token, load(code)), senses_of(code)
    meanings = senses.meanings(token.folded, stemmed)
    acronym = is_acronym(token)
    return _Traits(
        stem=stemmed,
        folded=token.folded,
        meanings=meanings,
        light=senses.light(token.folded, stemmed),
        denies=senses.denies(token.folded),
        stop=token.folded in load(code).language.stop_words and not acronym,
        contrary=not contrasts().keys().isdisjoint(meanings),
        capital=raw[:1].isupper() and not raw.isupper(),
        acronym=acronym,
        number=token.is_number,
    )


def _word(
    token: Token, traits: _Traits, language: str, at: int, group: int, *, inside: bool
) -> Word:
    return Word(
        surface=token.text,
        stem=traits.stem,
        meanings=traits.meanings,
        name=traits.acronym or (traits.capital and at > 0),
        light=traits.light,
        facet=inside,
        located=False,
        number=traits.number,
        place=at,
        group=group,
        folded=traits.folded,
        language=language,
    )


def _name(
    tokens: Sequence[Token], meanings: frozenset[str], at: int, group: int, *, located: bool
) -> Word:
    return Word(
        surface=" ".join(token.text for token in tokens),
        stem=min(meanings),
        meanings=meanings,
        name=True,
        light=False,
        facet=False,
        located=located,
        number=False,
        place=at,
        group=group,
    )


def _phrased(
    tokens: Sequence[Token], meanings: frozenset[str], language: str, at: int, group: int
) -> Word:
    return Word(
        surface=" ".join(token.text for token in tokens),
        stem=min(meanings),
        meanings=meanings,
        name=False,
        light=False,
        facet=False,
        located=False,
        number=False,
        place=at,
        group=group,
        language=language,
    )


def _locations(facets: Facets) -> frozenset[str]:
    """Names of the places where it happens: neither adjectives nor those who act."""
    acting = {actor.name for actor in facets.actors if actor.role is not Role.MENTIONED}
    places = {place.name for place in facets.places if not place.demonym}
    return frozenset(f"name:{name}" for name in places - acting)


def is_acronym(token: Token) -> bool:
    """Whether it is written as an acronym: "US" and "IT" are names, "us" and "it" are not."""
    return 1 < len(token.text) <= 6 and token.text.isupper() and token.text.isascii()


@lru_cache(maxsize=65_536)
def _ideas(folded: str, code: str) -> frozenset[str]:
    """A word's everyday ideas."""
    return frozenset(idea for idea in concepts(folded, load(code)) if idea.startswith(IDEA))


def _figure_stems(facets: Facets, pack: LanguagePack) -> frozenset[str]:
    """Stems inside figures, without those of what is counted."""
    inside: set[str] = set()
    for quantity in facets.quantities:
        inside |= _stems(quantity.surface, pack) - _stems(quantity.counted, pack)
    return frozenset(inside)


def _time_stems(facets: Facets, pack: LanguagePack) -> frozenset[str]:
    return frozenset().union(*(_stems(time.surface, pack) for time in facets.times))


def _stems(text: str, pack: LanguagePack) -> set[str]:
    return {stem_of(token, pack.code) for token in tokenize(text)}
