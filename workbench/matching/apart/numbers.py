"""One of a kind against several where both are known: "the activist", "the activists"; الناشط,
الناشطين. What is told of first, with no article, is left to `several`."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack
from workbench.language.schema import Actors, Speech
from workbench.language.stems import bare
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.kinds import are_people
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.profiles import Word
from workbench.matching.reasons import Key
from workbench.matching.statement.casts import cast_for
from workbench.matching.statement.readings import reading_of
from workbench.matching.statement.words import pack_for
from workbench.matching.types import Facet, Statement
from workbench.matching.wording.texts import Text

_Two = tuple[Word, Word]
"""A word here and the same there."""


def find_other_number(here: Statement, there: Statement, shared: Sequence[_Two]) -> Finding | None:
    """A thing that both name, one of it in one text and several in the other."""
    for pair in shared:
        if any(word.aside or word.name or word.parts for word in pair):
            continue
        if pair[0].surface != pair[1].surface and _differ(pair, (here, there)):
            shown = pair[0].surface, pair[1].surface
            return Finding(Facet.QUANTITY, Holds.UNCLEAR, Key.ONE_OR_SEVERAL, *shown)
    return None


def _differ(pair: _Two, both: tuple[Statement, Statement]) -> bool:
    one, other = pair
    if one.language != other.language:
        told = [_told(word, each) for word, each in zip(pair, both, strict=True)]
        return are_people(pair) and None not in told and told[0] != told[1]
    if one.stem != other.stem:
        return False
    sides = [_Side(word, each) for word, each in zip(pair, both, strict=True)]
    if not all(side.is_thing() for side in sides):
        return False
    definite = [side.has_article() for side in sides]
    if definite[0] != definite[1] or not (definite[0] or are_people(pair)):
        return False
    if pack_for(one.language).language.article:
        return pack_for(one.language).derived(_Endings).are_one_and_several(one, other)
    return sides[0].is_plural() != sides[1].is_plural()


def _told(word: Word, statement: Statement) -> bool | None:
    """Whether a person's word tells of several, or nothing where that is not sure."""
    side = _Side(word, statement)
    pack = pack_for(word.language)
    if not side.is_thing():
        return None
    if pack.language.article:
        return pack.derived(_Endings).are_several(word)
    return side.is_plural() or (False if side.has_article() else None)


class _Side:
    """A word as it stands in its statement."""

    def __init__(self, word: Word, statement: Statement) -> None:
        self._word = word
        self._reading = reading_of(statement)
        self._counted = {
            each for figure in statement.facets.quantities for each in figure.counted.split()
        }
        self._text = Text(statement, cast_for(statement))

    def is_thing(self) -> bool:
        """Whether it is what its thing is, no verb, not counted and not one of several."""
        partitive = senses_of(self._word.language).partitive
        if self._reading.word(self._word.place - 1) in partitive:
            return False
        if self._word.surface in self._counted:
            return False
        thing = self._text.thing(self._word)
        head = self._text.head_first or thing.end <= self._word.end
        return head and not self._text.is_only_verb(self._word)

    def is_plural(self) -> bool:
        """Whether it has the ending of several."""
        return self._reading.is_plural(self._word.place)

    def has_article(self) -> bool:
        """Whether an article stands before what describes it, or is written on to it."""
        reading, at = self._reading, self._word.place - 1
        while at > 0 and reading.joined(at + 1) and not (reading.is_small(at) or self._is_verb(at)):
            at -= 1
        return reading.is_definite(self._word.place) or reading.is_article(at)

    def _is_verb(self, at: int) -> bool:
        form = self._reading.verb(at)
        return form is not None and form.is_only_verb


class _Endings:
    """How a language with the article written on to a noun tells several of a kind."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        self._article = pack.language.article
        actors, speech = pack.section(Actors), pack.section(Speech)
        endings = {*actors.masculine_persons, *actors.feminine_persons} - {*actors.two_doing}
        self._many = tuple(fold_text(each) for each in endings if len(each) > 1)
        self._feminine = tuple(map(fold_text, speech.feminine_endings))
        self._persons = frozenset(map(fold_text, speech.persons))
        self._singles = {
            fold_text(many): fold_text(one) for many, one in pack.language.irregular.items()
        }

    def are_one_and_several(self, one: Word, other: Word) -> bool:
        """Whether one of two words is the other with an ending of several, or its own plural."""
        ours, theirs = self._bare(one), self._bare(other)
        return any(self._is_of(*two) for two in ((ours, theirs), (theirs, ours)))

    def _is_of(self, single: str, many: str) -> bool:
        if single == many:
            return False
        stems = {single, *(single.removesuffix(ending) for ending in self._feminine)}
        ended = any(many == stem + ending for stem in stems for ending in self._many)
        return ended or self._singles.get(many) == single

    def are_several(self, word: Word) -> bool | None:
        """Whether a word for a person tells of several, or nothing where that is not sure."""
        written = self._bare(word)
        if self._is_single(written):
            return False
        if self._singles.get(written, written) != written:
            return True
        rests = (written.removesuffix(each) for each in self._many if written.endswith(each))
        return True if any(map(self._is_single, rests)) else None

    def _is_single(self, written: str) -> bool:
        """Whether it is a word for one person, since there is one for a woman."""
        return any(written + ending in self._persons for ending in self._feminine)

    def _bare(self, word: Word) -> str:
        """A word without its proclitics and its article, and without the mark of an object."""
        return bare(fold_text(word.surface), self._pack)[-1].removeprefix(self._article)
