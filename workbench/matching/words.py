"""A statement as words: what the ranking counts and what the decision finds left over.

Two words are one when they share a key: a light stem, or a sense or name that the lexicons
know under one canonical name in every language. A place or actor of several words is one word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.facets.types import Facets
from workbench.language.lexicon import concepts
from workbench.language.packs import LanguagePack, available, load
from workbench.language.stems import stem
from workbench.language.tokens import Token, tokenize
from workbench.matching.senses import senses_of
from workbench.matching.types import Statement

MOST_WORDS = 400
"""Content words of one statement that are compared; what follows them is passed over."""
_LONGEST_NAME = 8


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a statement, or a name of several words."""

    surface: str
    """As the text has it."""
    stem: str
    meanings: frozenset[str]
    """Canonical names and senses, shared by all languages."""
    name: bool
    """Written as a name, or known as one."""
    light: bool
    """Carries too little to tell two statements apart ("also", "new", "said")."""
    facet: bool
    """Part of a figure or time, which the facets compare."""
    number: bool
    """Written in digits."""
    place: int
    """Which token of the statement it is."""
    group: int
    """Token at which its list begins ("Iraq and the United States" is one list)."""

    def meets(self, other: Word) -> bool:
        """Whether the two are the same word, or two words of one meaning."""
        return self.stem == other.stem or not self.meanings.isdisjoint(other.meanings)


@dataclass(frozen=True, slots=True)
class Profile:
    """A statement's content words in order, and how often it denies."""

    language: str
    words: tuple[Word, ...]
    denials: int
    """Denying words outside of figures: "not", "without", لم."""


def pack_for(language: str) -> LanguagePack:
    """The pack of a language; English where there is none of that code."""
    return load(language if language in _codes() else "en")


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(available())


def keys_of(text: str, language: str) -> frozenset[str]:
    """The stems and meanings of a few words, for holding two phrases together."""
    pack = pack_for(language)
    keys: set[str] = set()
    for token in tokenize(text):
        if token.folded not in pack.language.stop_words:
            stemmed = _stem(token.folded, pack.code)
            keys |= _meanings(token.folded, pack.code) or {stemmed}
    return frozenset(keys)


@lru_cache(maxsize=4096)
def profile(statement: Statement) -> Profile:
    """The words of a statement, worked out once."""
    pack = pack_for(statement.language)
    senses = senses_of(pack.code)
    tokens = tokenize(statement.text)[: MOST_WORDS * 3]
    measured = _surface_stems(statement.facets, pack)
    names = _Names(statement.facets, pack)
    words: list[Word] = []
    denials = 0
    at, group, joined = 0, -1, False
    while at < len(tokens) and len(words) < MOST_WORDS:
        length, meanings = names.at(tokens, at)
        token = tokens[at]
        joined = joined or senses.joins(token.folded)
        if senses.joining_word(token.folded):
            at += 1
            continue
        group = group if joined and words else at
        joined = False
        inside = _stem(token.folded, pack.code) in measured
        if length:
            words.append(_name(tokens[at : at + length], meanings, at, group))
        elif senses.denies(token.folded) and not inside:
            denials += 1
        elif token.folded not in pack.language.stop_words and not senses.empty(token.folded):
            words.append(_word(token, at, group, pack, inside=inside))
        at += length or 1
    return Profile(statement.language, tuple(words), denials)


def _word(token: Token, at: int, group: int, pack: LanguagePack, *, inside: bool) -> Word:
    stemmed = token.folded if token.is_number else _stem(token.folded, pack.code)
    capital = at > 0 and token.text[:1].isupper() and not token.text.isupper()
    return Word(
        surface=token.text,
        stem=stemmed,
        meanings=_meanings(token.folded, pack.code),
        name=capital,
        light=senses_of(pack.code).light(token.folded, stemmed),
        facet=inside,
        number=token.is_number,
        place=at,
        group=group,
    )


def _name(tokens: Sequence[Token], meanings: frozenset[str], at: int, group: int) -> Word:
    surface = " ".join(token.text for token in tokens)
    return Word(surface, min(meanings), meanings, True, False, False, False, at, group)


@lru_cache(maxsize=65_536)
def _stem(folded: str, code: str) -> str:
    return stem(folded, load(code))


@lru_cache(maxsize=65_536)
def _meanings(folded: str, code: str) -> frozenset[str]:
    pack = load(code)
    stemmed = _stem(folded, code)
    return frozenset(concepts(folded, pack)) | senses_of(code).meanings(folded, stemmed)


def _surface_stems(facets: Facets, pack: LanguagePack) -> frozenset[str]:
    surfaces = [quantity.surface for quantity in facets.quantities]
    surfaces += [time.surface for time in facets.times]
    return frozenset(
        _stem(token.folded, pack.code) for surface in surfaces for token in tokenize(surface)
    )


class _Names:
    """Finds the places and actors of the facets among the tokens, longest first.

    By their words, not by their offsets: those of a claim are the article's.
    """

    def __init__(self, facets: Facets, pack: LanguagePack) -> None:
        self._code = pack.code
        self._by_stems: dict[tuple[str, ...], frozenset[str]] = {}
        named = [(place.surface, place.name) for place in facets.places]
        named += [(actor.surface, actor.name) for actor in facets.actors]
        for surface, name in named:
            stems = tuple(_stem(token.folded, pack.code) for token in tokenize(surface))
            if stems:
                known = self._by_stems.get(stems, frozenset())
                self._by_stems[stems] = known | {f"name:{name}"}
        self._longest = min(max(map(len, self._by_stems), default=0), _LONGEST_NAME)

    def at(self, tokens: Sequence[Token], at: int) -> tuple[int, frozenset[str]]:
        """How many tokens from ``at`` on are a name, and its canonical names; or 0."""
        window = [_stem(token.folded, self._code) for token in tokens[at : at + self._longest]]
        for length in range(len(window), 0, -1):
            found = self._by_stems.get(tuple(window[:length]))
            if found:
                return length, found
        return 0, frozenset()
