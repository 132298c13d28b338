"""Persons of the other sex, who are other persons though their words have one stem (ملك, ملكة)."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Speech
from workbench.matching.findings import Finding, Holds
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.types import Facet, Statement
from workbench.matching.words import pack_for


def find_other_persons(shared: Sequence[tuple[Word, Word]], statement: Statement) -> Finding | None:
    """Whether a person of one text is of the other sex in the other: the king, the queen."""
    pack = pack_for(statement.language)
    persons = pack.derived(_Persons)
    for one, other in shared:
        ours, theirs = persons.bare(one.folded), persons.bare(other.folded)
        longer, shorter = max(ours, theirs, key=len), min(ours, theirs, key=len)
        if longer == shorter or not {longer, shorter} & persons.words:
            continue
        if any(longer == shorter + ending for ending in persons.feminine):
            shown = one.surface, other.surface
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ACTORS_DIFFER, *shown)
    return None


class _Persons:
    """Words for persons, and the endings of those for women."""

    def __init__(self, pack: LanguagePack) -> None:
        speech = pack.section(Speech)
        self._article = pack.language.article or "\0"
        self.feminine = tuple(map(fold_text, speech.feminine_endings))
        self.words = frozenset(self.bare(fold_text(word)) for word in speech.persons)

    def bare(self, folded: str) -> str:
        """A word without its article."""
        return folded.removeprefix(self._article)
