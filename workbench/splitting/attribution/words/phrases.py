"""Fixed phrases among a sentence's tokens, looked up by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from workbench.language.fold import fold_text
from workbench.splitting.attribution.words.tokens import Token


class Phrase(msgspec.Struct, frozen=True):
    """A fixed sequence of folded words; ``attached`` is a letter written on to the next word."""

    words: tuple[str, ...]
    attached: str = ""


class Phrases:
    """Fixed phrases, longest first, by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            words = [fold_text(word) for word in phrase.split()]
            attached = words.pop()[:-1] if words and words[-1].endswith("+") else ""
            first = words[0] if words else attached
            self._by_first.setdefault(first, []).append(Phrase(tuple(words), attached))
        for same in self._by_first.values():
            same.sort(key=lambda one: -len(one.words))

    @property
    def first_words(self) -> Iterable[str]:
        """The keys by which a phrase begins."""
        return self._by_first

    def at(self, tokens: Sequence[Token], index: int, key: str) -> Phrase | None:
        """The longest phrase that begins at ``index``, whose word there is taken as ``key``."""
        for phrase in self._by_first.get(key, ()):
            size = len(phrase.words)
            if size > 1 and not _goes_on(tokens, index, phrase.words):
                continue
            after = tokens[index + size] if index + size < len(tokens) else None
            if phrase.attached and not (after and after.key.startswith(phrase.attached)):
                continue
            return phrase
        return None


def _goes_on(tokens: Sequence[Token], index: int, words: tuple[str, ...]) -> bool:
    """Whether the tokens behind one are the rest of a phrase that begins there."""
    if index + len(words) > len(tokens):
        return False
    for word in words[1:]:  # a loop, because most phrases end at the first of these words
        index += 1
        if tokens[index].key != word:
            return False
    return True
