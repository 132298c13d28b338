"""Light stems: what is left of a word when its clitics and endings are taken off."""

from __future__ import annotations

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.tokens import tokenize

_SHORTEST = 3


def stem(word_folded: str, pack: LanguagePack) -> str:
    """The light stem of a folded word."""
    language = pack.language
    rest = word_folded
    for proclitic in language.proclitics:
        if rest.startswith(proclitic) and len(rest) - len(proclitic) >= _SHORTEST:
            rest = rest[len(proclitic) :]
    for suffix in language.suffixes:
        if rest.endswith(suffix) and len(rest) - len(suffix) >= _SHORTEST:
            return rest[: -len(suffix)]
    return rest


def terms(text: str, pack: LanguagePack) -> list[str]:
    """The index terms of a text: folded stems and figures, without stop words, in order."""
    stop = pack.language.stop_words
    return [
        token.folded if token.is_number else stem(fold_text(token.folded), pack)
        for token in tokenize(text)
        if token.folded not in stop
    ]
