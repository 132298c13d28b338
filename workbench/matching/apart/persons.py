"""Persons of the other sex, who are other persons though their words have one stem (ملك, ملكة)."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Numbers, Speech
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import kinds
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement


def find_other_persons(shared: Sequence[tuple[Word, Word]], statement: Statement) -> Finding | None:
    """Whether a person of one text is of the other sex in the other: the king, the queen."""
    pack = pack_for(statement.language)
    persons = pack.derived(_Persons)
    for one, other in shared:
        ours, theirs = persons.bare(one), persons.bare(other)
        if persons.are_man_and_woman(one, other):
            shown = one.surface, other.surface
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ACTORS_DIFFER, *shown)
        longer, shorter = max(ours, theirs, key=len), min(ours, theirs, key=len)
        if longer == shorter or not ({longer, shorter} & persons.words or _is_person(one)):
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
        self.words = frozenset(
            fold_text(word).removeprefix(self._article) for word in speech.persons
        )
        actors = pack.section(Actors)
        self._men = tuple(map(fold_text, actors.masculine_persons))
        self._women = tuple(map(fold_text, actors.feminine_persons))
        duals = pack.section(Numbers).duals
        self._duals = tuple((fold_text(one), fold_text(two)) for one, two in duals)

    def are_man_and_woman(self, one: Word, other: Word) -> bool:
        """Whether the ending of one is a man's and that of the other a woman's: صحفيا, صحفية."""
        written = [word.folded.removeprefix(self._article) for word in (one, other)]
        women = [each.endswith(self._women) for each in written]
        if one.name or women[0] == women[1] or not _is_person(one):
            return False
        woman, man = written if women[0] else written[::-1]
        bases = {woman.removesuffix(ending) for ending in self._women if woman.endswith(ending)}
        return any(man.removesuffix(each) in bases for each in self._men if man.endswith(each))

    def bare(self, word: Word) -> str:
        """A word without its article, of two persons the one: شقيقتان is a شقيقة."""
        written = word.folded.removeprefix(self._article)
        for one, two in self._duals:
            single = written[: -len(two)] + one
            if written.endswith(two) and (single in self.words or _is_person(word)):
                return single
        return written


def _is_person(word: Word) -> bool:
    return any("people" in kinds().get(sense, ()) for sense in word.meanings)
