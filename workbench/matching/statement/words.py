"""A statement as words: what the ranking counts and what the decision finds left over.

Two words are one when they share a stem, or a name or sense that is called the same in every
language. Everyday ideas of the lexicon are wider ("trade" for exports and imports): they find
candidates across languages and are never taken for the same word within one language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from workbench.facets.types import Facets
from workbench.language.packs import LanguagePack, available, load
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Profile, Word
from workbench.matching.statement.posts import plain
from workbench.matching.statement.reader import read
from workbench.matching.statement.unsaid import of_a_kind, once
from workbench.matching.types import Statement

_NOTHING: frozenset[str] = frozenset()


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
    for word in read(text, Facets(), pack).words:
        keys |= {word.stem} | word.meanings | (word.ideas if not word.meanings else set())
    for each in lexemes_of(pack.code).of(text):
        keys |= senses_of(pack.code).meanings(each.folded, each.stem)
    return frozenset(keys)


@lru_cache(maxsize=4096)
def words_in(name: str, language: str) -> tuple[Word, ...]:
    """The words with content of a name by itself."""
    words = read(name, Facets(), pack_for(language)).words
    return tuple(word for word in words if not (word.stop or word.light))


@lru_cache(maxsize=1024)
def profile(statement: Statement) -> Profile:
    """The words of a statement, worked out once."""
    pack = pack_for(statement.language)
    told = read(plain(statement.text), statement.facets, pack)
    words = tuple(of_a_kind(once(told.words, statement.facets), statement.facets))
    return Profile(
        language=statement.language,
        words=words,
        denials=len(told.denied_at),
        restrictions=told.restrictions,
        restricts_first=told.restricts_first,
        small=frozenset(word.folded for word in told.written if word.stop),
        denied=tuple(_denied(told.words, told.denied_at)),
        bounds=told.bounds,
        by_stem=_by_stem(words),
        meanings=_NOTHING.union(*[word.meanings for word in words if word.meanings]),
    )


def _by_stem(words: Iterable[Word]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        found.setdefault(word.stem, []).append(at)
    return found


def _denied(words: Sequence[Word], denied_at: Sequence[int]) -> Iterator[Word]:
    for at in denied_at:
        yield from islice((w for w in words if w.place > at and not w.light), 1)
