"""Persons of the other sex, who are other persons though their words have one stem or sense: ملك,
ملكة; "a schoolgirl", طالب. A woman is not told of either where any person may be meant."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Numbers, Speech
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.contrasts import kinds
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet

_WOMAN, _MAN = "sense:female", "sense:male"


def find_other_persons(shared: Sequence[tuple[Word, Word]]) -> Finding | None:
    """Whether a person of one text is of the other sex in the other: the king, the queen."""
    for one, other in shared:
        if one.number or other.number or one.surface == other.surface:
            continue
        if _are_others(one, other):
            shown = one.surface, other.surface
            return Finding(Facet.ROLES, Holds.UNCLEAR, Key.ACTORS_DIFFER, *shown)
    return None


def _are_others(one: Word, other: Word) -> bool:
    persons = pack_for(one.language).derived(_Persons)
    if one.language != other.language:
        return {_sex(one), _sex(other)} == {_WOMAN, _MAN}
    if persons.tell_by_ending:
        return persons.are_man_and_woman(one, other) or persons.are_one_with_ending(one, other)
    return (_sex(one) == _WOMAN) != (_sex(other) == _WOMAN)


def _sex(word: Word) -> str:
    """The sense of what a word says of the sex of whom it names, or nothing."""
    meanings = word.meanings
    if word.name and " " not in word.surface:
        lexeme = lexemes_of(word.language).of(word.surface)[0]
        meanings |= senses_of(word.language).meanings(lexeme.folded, lexeme.stem)
    told = meanings & {_WOMAN, _MAN}
    if len(told) == 1:
        return next(iter(told))
    persons = pack_for(word.language).derived(_Persons)
    return persons.sex(word) if persons.tell_by_ending and not told else ""


class _Persons:
    """Words for persons, and the endings of those for women."""

    def __init__(self, pack: LanguagePack) -> None:
        speech = pack.section(Speech)
        self._article = pack.language.article or "\0"
        self._feminine = tuple(map(fold_text, speech.feminine_endings))
        self._words = frozenset(
            fold_text(word).removeprefix(self._article) for word in speech.persons
        )
        actors = pack.section(Actors)
        self._men = tuple(map(fold_text, actors.masculine_persons))
        self._women = tuple(map(fold_text, actors.feminine_persons))
        self.tell_by_ending = bool(self._women)
        self._singles = {
            fold_text(many): fold_text(one) for many, one in pack.language.irregular.items()
        }
        self._relative = fold_text(actors.relative_ending)
        duals = pack.section(Numbers).duals
        self._duals = tuple((fold_text(one), fold_text(two)) for one, two in duals)

    def are_man_and_woman(self, one: Word, other: Word) -> bool:
        """Whether the ending of one is a man's and that of the other a woman's: صحفيا, صحفية; of
        what is a name as well only in the plural, since it may say what a thing is: فلسطينيات."""
        written = [self._written(word) for word in (one, other)]
        women = [each.endswith(self._women) for each in written]
        named = one.name or other.name
        if women[0] == women[1] or not (named or _is_person(one)):
            return False
        woman, man = written if women[0] else written[::-1]
        endings = [ending for ending in self._women if len(ending) > 1 or not named]
        bases = {woman.removesuffix(ending) for ending in endings if woman.endswith(ending)}
        endings = [ending for ending in self._men if len(ending) > 1 or not named]
        men = {man.removesuffix(ending) for ending in endings if man.endswith(ending)}
        return not bases.isdisjoint(men | {self._singles.get(man, man)} - {man})

    def are_one_with_ending(self, one: Word, other: Word) -> bool:
        """Whether one of two persons is the other with a woman's ending: ملك, ملكة."""
        longer, shorter = sorted((self._single(one), self._single(other)), key=len, reverse=True)
        if not ({longer, shorter} & self._words or _is_person(one)):
            return False
        return any(longer == shorter + ending for ending in self._feminine)

    def sex(self, word: Word) -> str:
        """What the ending of a word for a person tells: فرنسية, طالب; of شرطة it tells nothing."""
        written = self._written(word)
        bases = [written.removesuffix(each) for each in self._women if written.endswith(each)]
        if bases:
            return _WOMAN if any(map(self._is_man, bases)) else ""
        single = self._singles.get(written, written)
        men = {single, *(single.removesuffix(each) for each in self._men if each)}
        known = word.name or _is_person(word)
        return _MAN if known and any(map(self._is_man, men)) else ""

    def _is_man(self, written: str) -> bool:
        known = written, *(written + ending for ending in self._feminine)
        return not self._words.isdisjoint(known) or written.endswith(self._relative)

    def _single(self, word: Word) -> str:
        """A word without its article, of two persons the one: شقيقتان is a شقيقة."""
        written = self._written(word)
        for one, two in self._duals:
            single = written[: -len(two)] + one
            if written.endswith(two) and (single in self._words or _is_person(word)):
                return single
        return written

    def _written(self, word: Word) -> str:
        return word.folded.removeprefix(self._article) or fold_text(word.surface)


def _is_person(word: Word) -> bool:
    return any("people" in kinds().get(sense, ()) for sense in word.meanings)
