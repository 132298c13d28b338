"""The words that claims are found by, to look near a word that none of them has.

SQLite gives the vocabulary of a full-text table in its order (``fts5vocab``), so that words of one
beginning are read without the others: some hundred of a desk of a million claims, in a few
milliseconds. Only an article, with which every tenth word begins, would be too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.language.fold import fold, fold_text
from workbench.records.search import search_expression
from workbench.records.sqlite import IN_LIST, Database, listed

BEGINNING = 2
"""Letters of a beginning: a mistake is seldom made so early, and is then looked for by itself."""
_PAGE = 256
"""Letters of one script stand together: in so many code points around one of them."""
_LAST = chr(0x10FFFF)


class Vocabulary:
    """Words as they were filed: folded, each with and without its particles."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.run(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary"
            " USING fts5vocab(main, claim_search, row)"
        )

    def is_found(self, word: str) -> bool:
        """Whether a search for this word finds any claim."""
        asked = search_expression(word)
        sql = "SELECT EXISTS (SELECT 1 FROM claim_search WHERE claim_search MATCH ?)"
        return bool(self._database.value(sql, (asked,)))

    def around(self, word: str) -> Iterator[dict[str, int]]:
        """Words that may have been meant, with how many claims have each; the likeliest first.

        Those of the same beginning, then those whose beginning is another by one letter.
        """
        yield self._beginning([word[:BEGINNING]])
        first, second = word[:1], word[1:2]
        moved = [second + first, word[1 : 1 + BEGINNING], first + word[2:3]]
        yield self._beginning(moved) | self._among(_other_letters(word))

    def written(self, word: str) -> str:
        """A word as a claim writes it: with its harakat, capitals and letter variants."""
        text = self._database.value(
            "SELECT text || ' ' || original || ' ' || translation || ' ' || claimant FROM claim"
            " WHERE id = (SELECT rowid FROM claim_search WHERE claim_search MATCH ? LIMIT 1)",
            (f'"{word}"',),
        )
        folded = fold(str(text or ""))
        at = re.search(rf"{re.escape(word)}(?![^\W_])", folded.text)
        return folded.raw(*at.span()).of(str(text)) if at else word

    def _beginning(self, beginnings: Iterable[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for begin in dict.fromkeys(beginnings):
            sql = "SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ?"
            found.update(map(tuple, self._database.rows(sql, (begin, begin + _LAST))))
        return found

    def _among(self, words: Iterable[str]) -> dict[str, int]:
        sql = f"SELECT term, doc FROM temp.vocabulary WHERE term IN {IN_LIST}"
        return dict(map(tuple, self._database.rows(sql, (listed(words),))))


def _other_letters(word: str) -> Iterator[str]:
    """The word with another letter, or one more, in its beginning."""
    for letter in _letters(word[0]):
        for at in range(BEGINNING):
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]


def _letters(like: str) -> list[str]:
    """The letters of a script, folded."""
    first = ord(like) // _PAGE * _PAGE
    folded = {fold_text(chr(code)) for code in range(first, first + _PAGE)}
    return sorted(letter for letter in folded if len(letter) == 1 and letter.isalpha())
