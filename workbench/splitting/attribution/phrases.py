"""Fixed phrases among a sentence's tokens, looked up by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from workbench.language.fold import fold_text
from workbench.splitting.attribution.tokens import Token


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

    def at(self, tokens: Sequence[Token], index: int, key: str) -> Phrase | None:
        """The longest phrase that begins at ``index``, whose word there is taken as ``key``."""
        for phrase in self._by_first.get(key, ()):
            size = len(phrase.words)
            rest = tokens[index + 1 : index + size]
            if len(rest) != size - 1 or any(
                token.key != word for token, word in zip(rest, phrase.words[1:], strict=True)
            ):
                continue
            after = tokens[index + size] if index + size < len(tokens) else None
            if phrase.attached and not (after and after.key.startswith(phrase.attached)):
                continue
            return phrase
        return None
