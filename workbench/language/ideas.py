"""Everyday words that all packs share, by the ideas they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.once import Once
from workbench.language.packs import LanguagePack
from workbench.language.schema import LexiconData
from workbench.language.stems import shortened, stem
from workbench.language.tokens import Token, tokenize

_MEMO = 16_384
"""Words whose ideas are remembered; then remembering begins anew."""
_LONGEST_CONCEPT = 4


def ideas(word_folded: str, pack: LanguagePack, *, listed: bool = False) -> tuple[str, ...]:
    """The everyday ideas that a single word may stand for, by the names that all packs share;
    ``listed``: only in a form that the pack has."""
    table = pack.derived(_Ideas)
    return table.listed(word_folded) if listed else table.of(word_folded)


def ideas_at(tokens: Sequence[Token], at: int, pack: LanguagePack) -> tuple[tuple[str, ...], int]:
    """The everyday words that begin at a token, and how many tokens they take."""
    table = pack.derived(_Ideas)
    if tokens[at].is_number:
        return (), 1
    for words, names in table.phrases.get(stem(tokens[at].folded, pack), ()):
        window = tokens[at + 1 : at + len(words)]
        if tuple(stem(token.folded, pack) for token in window) == words[1:]:
            return names, len(words)
    return table.of(tokens[at].folded), 1


class _Ideas:
    """The everyday words of a pack: as they are listed, by stem, and phrases by first stem.

    A word that is listed stands for what it is listed under and for nothing else, so that a stem
    that wife and husband share (زوج) does not make them one.
    """

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        self._exact: dict[str, tuple[str, ...]] = {}
        self._by_stem: dict[str, tuple[str, ...]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        self._memo: dict[str, tuple[str, ...]] = {}
        for name, forms in pack.section(LexiconData).concepts.items():
            for form in forms:
                self._add(name, [token.folded for token in tokenize(form)])
        for entries in self.phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        once = Once[tuple[str, ...]]()
        for table in (self._exact, self._by_stem):
            table.update({word: once[names] for word, names in table.items()})

    def _add(self, name: str, words: list[str]) -> None:
        stems = tuple(stem(word, self._pack) for word in words)
        if len(words) == 1:
            plain = next(shortened(words[0], self._pack))
            self._exact[plain] = _with(self._exact.get(plain, ()), name)
            self._by_stem[stems[0]] = _with(self._by_stem.get(stems[0], ()), name)
        elif words and len(words) <= _LONGEST_CONCEPT:
            self.phrases.setdefault(stems[0], []).append((stems, (name,)))

    def listed(self, word: str) -> tuple[str, ...]:
        """What a word stands for in the very form that it has."""
        return self._exact.get(next(shortened(word, self._pack)), ())

    def of(self, word: str) -> tuple[str, ...]:
        """What a word stands for: as it is listed, else by a stem that is not ambiguous."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[word] = self._of(word)
        return found

    def _of(self, word: str) -> tuple[str, ...]:
        for form in shortened(word, self._pack):
            if form in self._exact:
                return self._exact[form]
        names = self._by_stem.get(stem(word, self._pack), ())
        return names if len(names) == 1 else ()


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)
