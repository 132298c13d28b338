"""Written words: what stands between two blanks, marks included, and what it is filed under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from workbench.language.ideas import ideas
from workbench.language.lexicon import (
    ANY,
    key_of,
    longest_name,
    opening_numbers,
    opens_name,
    scan,
    second_words,
)
from workbench.language.packs import LanguagePack
from workbench.language.stems import term
from workbench.language.tokens import Token, tokenize
from workbench.matching.lexicon.lexemes import is_acronym
from workbench.matching.lexicon.remembered import Remembered
from workbench.matching.profiles import IDEA

MOST_WORDS = 1200
"""Words of one statement that are looked at."""
LONGEST = 80
"""Letters of a term beyond which it is cut."""
_MOST = 131_072
"""Written words of a language that are remembered."""

_MOST_NAMES = 16_384
"""Stretches of several words of which it is remembered which names stand in them."""

_HALF = re.compile("[\ud800-\udfff]")

Kept = TypeVar("Kept")


class Written(Remembered[Kept]):
    """The written words of one language, each with its terms as the caller keeps them."""

    def __init__(self, pack: LanguagePack, keep: Callable[[str, Sequence[str]], Kept]) -> None:
        """Remember of each word what ``keep`` makes of it and its terms."""
        super().__init__(lambda written: keep(written, self._learn(written)), _MOST)
        self._pack = pack
        self._keep = keep
        self._stop = pack.language.stop_words
        self._opening: dict[str, tuple[frozenset[str], int]] = {}
        """Words that may begin names of several words: the second words of those names (`ANY` for
        whatever word), and how many words the longest has."""
        self._numbers = opening_numbers(pack)
        self._first = Remembered(_first, _MOST)
        self._named = Remembered(self._names_in, _MOST_NAMES)
        """Stretches that may hold names of several words: the same names come again and again."""

    def __missing__(self, written: str) -> Kept:
        # There is no end of figures: they are not remembered.
        if written.isdecimal() and written.isascii():
            return self._keep(written, (written,))
        return super().__missing__(written)

    def clear(self) -> None:
        """Forget all words, and which may begin names."""
        super().clear()
        self._opening.clear()
        self._first.clear()
        self._named.clear()

    def read(self, text: str) -> tuple[list[Kept], list[str]]:
        """What is kept of each word of a text, and the terms of the names of several words."""
        if len(self._opening) >= _MOST:
            self.clear()
        words = text.split(maxsplit=MOST_WORDS)[:MOST_WORDS]
        return self.of(words), self._joined_names(text, words)

    def _joined_names(self, text: str, words: Sequence[str]) -> list[str]:
        opening = self._opening
        begun: list[tuple[int, int]] = []
        is_plain = True
        for at in [at for at, word in enumerate(words[:-1]) if word in opening]:
            seconds, reach = opening[words[at]]
            after = self._first[words[at + 1]]
            if not after or ANY in seconds or after in seconds:
                begun.append((at, at + reach))
            is_plain = is_plain and bool(after)
        if not begun:
            return []
        parts = self._parts(text, words, begun, is_plain=is_plain)
        return [*chain.from_iterable(self._named.of(parts))]

    def _names_in(self, part: str) -> tuple[str, ...]:
        return tuple(self._names(tokenize(part)[:MOST_WORDS], part))

    def _parts(
        self, text: str, words: Sequence[str], begun: list[tuple[int, int]], *, is_plain: bool
    ) -> list[str]:
        """Where names of several words are looked for: the whole text only where it is odd.

        It is odd where a mark stands alone behind an opening word, where a number may open a
        name (6 October City), where blanks are no single spaces, and where it is long.
        """
        is_plain = is_plain and len(text) <= MOST_WORDS and self._numbers.isdisjoint(words)
        if not is_plain or " ".join(words) != text:
            return [text]
        return [" ".join(words[first:end]) for first, end in _joined(begun)]

    def _learn(self, written: str) -> Sequence[str]:
        """The terms of a word, with a note of the names that it may begin."""
        tokens = tokenize(written)
        openers = [token for token in tokens if opens_name(token, self._pack)]
        names = self._names(tokens, written) if openers else ()
        terms = [*names, *(term for token in tokens for term in self._terms(token))]
        seconds: set[str] = set()
        seconds.update(*(second_words(token, self._pack) for token in openers))
        if seconds:
            reach = max(longest_name(token, self._pack) for token in openers)
            self._opening[written] = frozenset(seconds if len(tokens) == 1 else {ANY}), reach
        return tuple(dict.fromkeys(each[:LONGEST] for each in terms if is_storable(each)))

    def _names(self, tokens: Sequence[Token], text: str) -> Iterator[str]:
        for hit in scan(text, tokens, self._pack):
            yield from sorted(f"{self._pack.code}|{name}" for name in hit.called)

    def _terms(self, token: Token) -> Iterator[str]:
        if token.folded in self._stop and not is_acronym(token):
            return
        yield term(token, self._pack)
        names = ideas(token.folded, self._pack)
        yield from sorted(f"{self._pack.code}|{IDEA}{idea}" for idea in names)


def is_storable(term: str) -> bool:
    """Whether a store can take it: half of a surrogate pair cannot be written anywhere."""
    return _HALF.search(term) is None


def _first(written: str) -> str:
    """The first token of a word, as the lexicon has it."""
    tokens = tokenize(written)
    return key_of(tokens[0]) if tokens else ""


def _joined(begun: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where names may stand: stretches of words that no name reaches into or out of.

    So what is found in each is what would be found in the whole text, the longest first.
    """
    stretches = [begun[0]]
    for first, end in begun[1:]:
        begin, until = stretches[-1]
        if first < until:
            stretches[-1] = begin, max(until, end)
        else:
            stretches.append((first, end))
    return stretches
