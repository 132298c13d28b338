"""Towns beyond those of the lexicons: names that are hardly anything else, and their country.

The lexicons know what news names every day, with all its forms; the gazetteer knows many more
towns by one or two forms each, and is asked only where the words around say that a place is
meant. One table serves all languages (`tools/build_gazetteer.py`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack

_FILE = Path(__file__).with_name("gazetteer.json")
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
    """The towns of a language by their folded words, each with its name and country.

    Kept as one text, because that loads five times as fast as so many small things.
    """

    def __init__(self, pack: LanguagePack) -> None:
        self.at: dict[str, str] = {}
        for row in _table().towns:
            forms = row.arabic if pack.code == "ar" else row.english
            for form in forms:
                words = fold_text(form).replace("-", " ").replace("'", " ")
                self.at.setdefault(" ".join(words.split()), f"{row.name}\t{row.country}")
        self.firsts = frozenset(words.split(" ", 1)[0] for words in self.at)

    def __getstate__(self) -> tuple[str, str, str]:
        return "\n".join(self.at), "\n".join(self.at.values()), "\n".join(sorted(self.firsts))

    def __setstate__(self, kept: tuple[str, str, str]) -> None:
        forms, towns, firsts = (text.split("\n") for text in kept)
        self.at = dict(zip(forms, towns, strict=True))
        self.firsts = frozenset(firsts)


def town(words_folded: str, pack: LanguagePack) -> tuple[str, str] | None:
    """The canonical name and the country of a town by its folded words, or nothing."""
    found = pack.derived(_Towns).at.get(words_folded)
    if found is None:
        return None
    name, _, country = found.partition("\t")
    return name, country


def begins_town(word_folded: str, pack: LanguagePack) -> bool:
    """Whether some town's name begins with a word."""
    return word_folded in pack.derived(_Towns).firsts
