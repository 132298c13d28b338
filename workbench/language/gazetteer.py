"""Towns beyond those of the lexicons: names that are hardly anything else, and their country.

The lexicons know what news names every day, with all its forms; the gazetteer knows many more
towns by one or two forms each, and is asked only where the words around say that a place is
meant. One table serves all languages (`tools/build_gazetteer.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path

import msgspec

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack

_FILE = Path(__file__).with_name("gazetteer.json")
_MEMO = 16_384
"""Words of which it is remembered whether a town begins with them; then remembering begins anew."""
_PAGE = 64
"""Towns of one page."""
LONGEST = 4
"""Words that a name has at most."""


class _Row(msgspec.Struct, frozen=True, array_like=True):
    name: str
    country: str
    english: tuple[str, ...]
    arabic: tuple[str, ...]


class _Table(msgspec.Struct, frozen=True):
    source: str
    """Where the table comes from and under which licence."""
    towns: tuple[_Row, ...]


@cache
def _table() -> _Table:
    return msgspec.json.decode(_FILE.read_bytes(), type=_Table)


class _Towns:
    """The towns of a language: folded words, name and country, sorted by the words.

    A line each, held in pages of many: so many small things would take twice the memory and five
    times as long to load, and few of them are ever asked for.
    """

    def __init__(self, pack: LanguagePack) -> None:
        at: dict[str, str] = {}
        for row in _table().towns:
            forms = row.arabic if pack.code == "ar" else row.english
            for form in forms:
                words = fold_text(form).replace("-", " ").replace("'", " ")
                at.setdefault(" ".join(words.split()), f"{row.name}\t{row.country}")
        lines = sorted(f"\n{words}\t{town}" for words, town in at.items())
        starts = range(0, len(lines), _PAGE)
        self._pages = ["".join(lines[first : first + _PAGE]) + "\n" for first in starts]
        self._memo: dict[str, bool] = {}

    def find(self, words: str) -> str:
        """The name and the country of a town by its words, or nothing."""
        return self._from(f"\n{words}\t")

    def opens(self, word: str) -> bool:
        """Whether the words of some town begin with a word."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[word] = any(self._from(f"\n{word}{end}") for end in "\t ")
        return found

    def _from(self, beginning: str) -> str:
        """What stands behind a beginning, in the first line that has it; nothing where none has."""
        after = bisect_left(self._pages, beginning)
        for page in self._pages[max(after - 1, 0) : after + 1]:
            at = page.find(beginning)
            if at >= 0:
                return page[at + len(beginning) : page.index("\n", at + 1)]
        return ""


def town(words_folded: str, pack: LanguagePack) -> tuple[str, str] | None:
    """The canonical name and the country of a town by its folded words, or nothing."""
    name, _, country = pack.derived(_Towns).find(words_folded).partition("\t")
    return (name, country) if name else None


def begins_town(word_folded: str, pack: LanguagePack) -> bool:
    """Whether some town's name begins with a word."""
    return pack.derived(_Towns).opens(word_folded)
