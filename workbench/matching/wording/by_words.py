"""Names by their words: "the national weather centre" and المركز الوطني للأرصاد الجوية."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.matching.profiles import Word
from workbench.matching.statement.words import words_in


def in_words(
    words: Iterable[Word], language: str, *, known: bool = True
) -> dict[Word, tuple[Word, ...]]:
    """The words of each name of several that no lexicon knows, where everyday words make it up.

    ``known``: only of names of which each word can be compared with those of another language.
    """
    found: dict[Word, tuple[Word, ...]] = {}
    for word in words:
        if word.name and not word.located and " " in word.surface:
            parts = words_in(word.surface if known else _without_clitic(word), language)
            whole = all(part.known for part in parts) if known else _is_whole(parts)
            if parts and whole:
                found[word] = tuple(_as_parts(word, parts))
    return found


def _as_parts(name: Word, parts: Sequence[Word]) -> Iterator[Word]:
    """The words of a name where it stands, as it writes them."""
    written = name.surface.split()
    for part in parts:
        surface = written[part.place] if part.place < len(written) else part.surface
        place = name.place + part.place
        yield replace(part, surface=surface, place=place, group=name.group, name=True)


def _is_whole(parts: Sequence[Word]) -> bool:
    """Whether no word is missing, as small words are: one may be a name (محمد علي)."""
    return [part.place for part in parts] == list(range(len(parts)))


def _without_clitic(name: Word) -> str:
    """A name as it is called, without what is written on to it: لخالد المنصوري."""
    written = fold_text(name.surface)
    called = (each.removeprefix(NAME) for each in sorted(name.meanings))
    return next((each for each in called if written.endswith(each)), name.surface)
