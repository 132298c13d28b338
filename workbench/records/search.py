"""Words of claims as they are searched: folded, and found with or without what is written on.

Arabic writes particles and the article on to the next word. A claim is filed under each of its
words and under what remains of it when they are taken off one by one; so قوات finds والقوات.
Which particles there are is in the language packs.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from workbench.language.fold import VERSION as FOLDING
from workbench.language.fold import fold_text

VERSION = f"{FOLDING}.2"
"""What the words of a store were made with; made anew when it is another."""
_WORD = re.compile(r"[^\W_]+|%")
_REMEMBERED = 32_768
"""Words whose forms are remembered."""
_SHORTEST = 3
"""Letters that must remain when a particle is taken off."""


def search_words(text: str) -> str:
    """All words that a text is found by, folded, with spaces between them."""
    return " ".join(dict.fromkeys(chain.from_iterable(map(_remembered, text.split()))))


def forms_of(written: str) -> tuple[str, ...]:
    """The words that what stands between two spaces is found by: folded, and what remains of each.

    `search_words` of a text are these of its parts, each word once.
    """
    if written.isdecimal() and written.isascii():
        return (written,)
    found: dict[str, None] = {}
    for word in _WORD.findall(fold_text(written)):
        found[written if word == written else word] = None
        found.update((rest, None) for _, rest in _bare(word))
    return tuple(found)


_remembered = lru_cache(maxsize=_REMEMBERED)(forms_of)
"""Much comes again."""


def search_expression(text: str) -> str:
    """A search as FTS5 reads it: every word must be there; each may go on, but for a mere letter
    or article, with which most words begin.

    A word with the article is also sought without it.
    """
    terms = []
    for word in asked_words(text):
        forms = [word, *(rest for taken, rest in _bare(word) if taken in _articles())]
        terms.append(" OR ".join(f'"{form}"{"" if is_begun(form) else "*"}' for form in forms))
    return " AND ".join(f"({term})" for term in terms) or '""'


def asked_words(text: str) -> list[str]:
    """The words of a search, folded."""
    return _WORD.findall(fold_text(text))


def without_particles(word: str) -> str:
    """What remains of a folded word when all that is written on to it is taken off."""
    return next((rest for _, rest in reversed(_bare(word))), word)


def is_begun(word: str) -> bool:
    """Whether a folded word is only the beginning of one: a letter, or an article."""
    return (len(word) < _SHORTEST - 1 and not word.isdecimal()) or word in _articles()


def _bare(word: str) -> list[tuple[str, str]]:
    """What is taken off a word, one by one, and what remains each time."""
    steps = []
    while taken := _proclitic().match(word):
        word = word[taken.end() :]
        steps.append((taken[0], word))
    return steps


@cache
def _proclitic() -> re.Pattern[str]:
    """The longest proclitic that a word begins with and that leaves enough of it."""
    from workbench.language.packs import available, load  # noqa: PLC0415 (reads files)

    every = {each for code in available() for each in load(code).language.proclitics}
    longest_first = sorted(every, key=lambda each: (-len(each), each))
    any_of = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(f"(?:{any_of})(?=.{{{_SHORTEST}}})", re.DOTALL)


@cache
def _articles() -> frozenset[str]:
    from workbench.language.packs import available, load  # noqa: PLC0415

    languages = [load(code).language for code in available()]
    return frozenset(
        each for language in languages for each in (language.article, *language.assimilated) if each
    )
