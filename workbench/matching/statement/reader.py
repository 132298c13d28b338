"""Takes the words of a statement one after another and keeps those with content: names, phrases and
plain words, with the marks that stood before them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from msgspec.structs import replace

from workbench.facets.types import Comparator, Facets, Role
from workbench.language.lexicon import NAME
from workbench.language.packs import LanguagePack, load
from workbench.language.tokens import tokenize
from workbench.language.verbs import verb_form
from workbench.matching.lexicon.contrasts import SCORELESS, groups
from workbench.matching.lexicon.lexemes import Lexeme, lexemes_of
from workbench.matching.lexicon.phrases import ANY, longest
from workbench.matching.lexicon.prepositions import Prepositions
from workbench.matching.lexicon.senses import DENIES, senses_of
from workbench.matching.profiles import Word
from workbench.matching.statement.measures import figure_stems, time_stems
from workbench.matching.statement.names import Names, governments

_EXCEEDING = frozenset({Comparator.MORE_THAN, Comparator.AT_LEAST, Comparator.AT_MOST})
_EXCEEDED = frozenset({"sense:exceed"})
"""The sense of verbs that bound a figure, and so are compared with it."""
MOST_WORDS = 400
"""Content words of one statement that are compared; what follows them is passed over."""
_MOST_TOKENS = 3 * MOST_WORDS
_NEAR = 6
"""Words between one that says nothing of its own and the one beside which it does not."""
_DOER_NEAR = 5
"""Words after "by" within which the doer is named: "by the armed forces of Iran"."""
_NOTHING: frozenset[str] = frozenset()
_TELLS = frozenset({"sense:say"})
_LAST, _LASTS = "last", frozenset({"sense:ordinal_last"})
_ONE_OF = "one of"
"""The stem of what leaves one of several: الأحد is no أحد."""


def read(text: str, facets: Facets, pack: LanguagePack) -> Reader:
    """All words of a text that are compared, with the facets that were read of it."""
    words = lexemes_of(pack.code).of(text)[:_MOST_TOKENS]
    reader = Reader(text, pack, facets, words, Names(text, words, facets, pack))
    at = 0
    while at < len(words) and len(reader.words) < MOST_WORDS:
        at += reader.take(at)
    return reader


class Reader:
    """The words of a statement, taken one after another."""

    def __init__(
        self,
        text: str,
        pack: LanguagePack,
        facets: Facets,
        written: Sequence[Lexeme],
        names: Names,
    ) -> None:
        self._text = text
        self.words: list[Word] = []
        self.denied_at: list[int] = []
        self.restrictions = 0
        self.restricts_first = False
        self.bounds = 0
        self._code = pack.code
        self.written = written
        self._senses = senses_of(pack.code)
        self._counted = figure_stems(facets, pack)
        self._timed = time_stems(facets, pack)
        self._measured = self._counted | self._timed
        bounded = any(quantity.comparator in _EXCEEDING for quantity in facets.quantities)
        self._bounding = (_EXCEEDED if bounded else _NOTHING) | SCORELESS
        self._locations = _locations(facets, pack.code)
        self._names = names
        self._joined = False
        self._group = -1
        self._doer = 0
        self._doer_end = -1
        self._modifiers_first = not pack.language.article
        """By "a US warship": what the name stands before does it."""
        rules = pack.derived(Prepositions)
        self._opposite = rules.opposite
        clinging = (rules.opposite.get(case, _NOTHING) for case in pack.language.cases)
        self._parting = (rules.sources | rules.adversatives).union(*clinging)
        self._possessives = frozenset(pack.language.possessives)
        self._before_nouns = self._possessives.union(pack.language.articles)
        self._standard = False
        self._read: set[int] = set()

    def take(self, at: int) -> int:
        """Read the word at ``at``, or the name that begins there; how many words that was."""
        if at in self._read:
            return 1
        word = self.written[at]
        self._doer -= word.stem not in self._measured
        if word.marks and self._mark(self.written[at - 1].folded if at else "", word):
            return 1
        name = self._names.at(at)
        if name is not None and not (name[0] == 1 and self._is_none(word, name[1])):
            return self._name(at, *name)
        return (word.follow and self._phrase(at)) or self._plain(at)

    def _is_none(self, word: Lexeme, meanings: frozenset[str]) -> bool:
        """Whether what may be a name by one word denies or is of a time: August (آب) is no Ibb."""
        timed = word.stem in self._timed and meanings.isdisjoint(self._locations)
        return word.denies or timed

    def _mark(self, before: str, word: Lexeme) -> bool:
        """Note a word that may tell of the words after it; whether it is nothing besides."""
        folded = word.folded
        if self._senses.marks_doer(before, folded):
            self._doer = _DOER_NEAR
            if not word.stop:
                return True  # the "hand" of "at the hand of" (على يد)
        if self._senses.marks_standard(before, folded):
            self._standard = True
        if self._senses.restricts(folded):
            restricts = not self._senses.denies(before)
            self.restrictions += restricts
            self.restricts_first |= restricts and not self.words
            return True
        if self._senses.joining_word(folded):
            self._joined = True
            return True
        return False

    def _list_head(self, at: int, *, joins: bool) -> int:
        """Where the list begins that this word stands in; at itself where it is in none."""
        joined = self._joined or joins
        self._group = self._group if joined and self.words else at
        self._joined = False
        return self._group

    def _name(self, at: int, length: int, meanings: frozenset[str], clitic: str) -> int:
        # "The parliament" is named, "by parliament" is not.
        alone = length == 1 and not (self.written[at].capital and at)
        senses = self.written[at].meanings if alone else self._meant(at, length)
        # "By the Iranian president Raisi": all that is named there does it.
        doer = self._doer > 0 or at == self._doer_end
        if doer:
            self._doer_end = at + length
        first = self.written[at]
        # A name that no lexicon knows is none where it opens a sentence: there its stem is shared.
        unknown = length == 1 and f"{NAME}{first.alone}" in meanings
        self.words.append(
            Word(
                surface=self._surface(range(at, at + length)),
                stem=first.stem if unknown else min(meanings),
                meanings=meanings | senses,
                name=True,
                located=not meanings.isdisjoint(self._locations),
                place=at,
                group=self._list_head(at, joins=self._senses.joins(clitic)),
                doer=doer,
                implied=bool(length == 1 and self._is_beside(at, first.implied)),
                language=self._code,
            )
        )
        self._doer = 0
        return length

    def _meant(self, at: int, length: int) -> frozenset[str]:
        """What a name of several words means as a phrase: "prime minister", شركة الطيران."""
        if length == 1:
            return _NOTHING
        ahead = [(each.folded, each.stem) for each in self.written[at : at + length]]
        places, meanings = longest(self.written[at].phrases, ahead)
        return meanings - DENIES if len(places) == length else _NOTHING

    def _phrase(self, at: int) -> int:
        """Read the phrase of several words that begins here; how many words, or 0.

        It stands for one word of its meaning; those of its words that come later are passed over.
        """
        first, waiting = self.written[at], self.written[at].phrases
        if not self._may_follow(at + 1, first.follow):
            return 0
        ahead = self.written[at : at + first.reach]
        places, meanings = longest(waiting, [(each.folded, each.stem) for each in ahead])
        if not all(self._free(at + n, ahead[n].stem) for n in places) or self._is_cut(at, places):
            return 0
        if not meanings.isdisjoint(groups().reversing) and self._reaches_figure(at + places[-1]):
            return 0
        if meanings == DENIES:
            self._deny(at, " ".join(self.written[at + n].folded for n in places))
        elif meanings:
            links = not meanings.isdisjoint(self._senses.linking)
            group = at if links else self._list_head(at, joins=ahead[0].joins)
            word = Word(
                surface=self._surface(at + n for n in self._with_preposition(at, places)),
                stem=min(meanings),
                meanings=meanings,
                light=links or meanings <= _TELLS,
                facet=not meanings.isdisjoint(SCORELESS),
                stop=links,
                place=at,
                group=group,
                language=self._code,
                parts=tuple(self._parts_of(at + n for n in places)),
            )
            self.words.append(word if links else self._marked(word))
        self._read.update(at + n for n in places)
        return min(len(places), 1)

    def _may_follow(self, at: int, forms: frozenset[str]) -> bool:
        """Whether the word at ``at`` has one of the forms, if there is one; `ANY` is whatever."""
        if ANY in forms:
            return True
        if at >= len(self.written):
            return False
        word = self.written[at]
        return word.folded in forms or word.stem in forms

    def _is_cut(self, at: int, places: Sequence[int]) -> bool:
        """Whether a preposition in the gap of a phrase parts its second word from it: who is
        stopped *from* working does not stop the work, and قضى على is no قضى ب."""
        after = next((n for before, n in pairwise(places) if n > before + 1), 0)
        return bool(after) and self.written[at + after - 1].folded in self._parting

    def _with_preposition(self, at: int, places: Sequence[int]) -> Sequence[int]:
        """The words of a phrase with the preposition before its second part: نقل … إلى المستشفى."""
        after = next((n for before, n in pairwise(places) if n > before + 1), 0)
        joined = after and self.written[at + after - 1].folded in self._opposite
        return sorted({*places, after - 1}) if joined else places

    def _parts_of(self, places: Iterable[int]) -> Iterator[Word]:
        """The words of a phrase by themselves, without small ones that deny nothing."""
        for at in places:
            word = self.written[at]
            if word.denies or not word.stop:
                yield self._word(at, at, light=word.light and not word.denies)

    def _reaches_figure(self, at: int) -> bool:
        """Whether a small word stands before a figure: "declined *to* 31 percent"."""
        following = self.written[at + 1 : at + 2]
        return self.written[at].stop and any(word.stem in self._counted for word in following)

    def _surface(self, places: Iterable[int]) -> str:
        return " ".join(self.written[at].text for at in places)

    def _marked(self, word: Word) -> Word:
        """The word with the mark that stood before it, if one did; a figure takes none."""
        doer = self._doer > 0 or (self._modifiers_first and self._is_behind_doer(word.place))
        doer = doer and (groups().margins | groups().manner).isdisjoint(word.meanings)
        if word.facet:
            self._standard = False  # "more than 1,300 pilgrims": it is a figure that is exceeded
        if word.facet or word.light or not (doer or self._standard):
            return word
        marked = replace(word, doer=doer, standard=self._standard)
        if marked.doer:
            self._doer_end = marked.end
        self._standard = False
        self._doer = 0
        return marked

    def _is_behind_doer(self, at: int) -> bool:
        """Whether a word stands right behind a marked name, or is what that owns: "by Italy's
        coastguard"."""
        end = self._doer_end
        return at == end or (at == end + 1 and self.written[end].folded in self._possessives)

    def _is_beside(self, at: int, others: frozenset[str]) -> bool:
        """Whether one of these stands near the word: "attack" by "launched"."""
        near = (*self._near(range(at - 1, -1, -1)), *self._near(range(at + 1, len(self.written))))
        return any(word.folded in others or word.stem in others for word in near)

    def _near(self, places: Iterable[int]) -> Iterator[Lexeme]:
        """The next words of these, without figures and times."""
        words = (self.written[at] for at in places)
        return islice((word for word in words if word.stem not in self._measured), _NEAR)

    def _is_before_figure(self, at: int) -> bool:
        """Whether a figure comes next, with a small word between: "valued *at* two million"."""
        following = self.written[at + 1 : at + 3]
        figure = next((word for word in following if not word.stop), None)
        return figure is not None and figure.stem in self._counted

    def _is_of_another(self, at: int) -> bool:
        """Whether the word stands beside a noun that says of what it is: "pension system"."""
        beside = at - 1 if self._modifiers_first else at + 1
        word = self.written[beside] if 0 <= beside < len(self.written) else None
        return word is not None and not (word.stop or word.light or word.number)

    def _free(self, at: int, stemmed: str) -> bool:
        """Whether the word is in no name, figure, time or phrase."""
        named = self._names.at(at) is not None
        return not (named or at in self._read or stemmed in self._measured)

    def _plain(self, at: int) -> int:
        word = self.written[at]
        inside = word.stem in self._measured
        if word.denies:
            self._denial(at, inside=inside)
        elif word.meanings and word.meanings <= self._senses.linking:
            # "Because of" is a phrase that only joins; بسبب says it in one word.
            self.words.append(self._word(at, at, light=True, stop=True))
        elif self._leaves_one(word):
            one = self._word(at, at, light=False)
            self.words.append(replace(one, stem=_ONE_OF, meanings=_NOTHING))
        elif word.folded in self._senses.ranking and self._ranks(at):
            last = self._word(at, at, light=False)
            self.words.append(replace(last, stem=_LAST, meanings=_LASTS))
        elif not word.stop:
            group = self._list_head(at, joins=word.joins)
            light = word.light and not self._is_told_of(at)
            light = light or bool(word.carried and self._is_beside(at, word.carried))
            light = light or (word.measuring and self._is_before_figure(at))
            inside = inside or not word.meanings.isdisjoint(self._bounding)
            named = word.acronym or (word.capital and at > 0)
            self.words.append(
                self._marked(self._word(at, group, name=named, light=light, facet=inside))
            )
        elif word.contrary and word.stem not in self._counted:
            self.words.append(self._word(at, at, light=True, stop=True))
        return 1

    def _is_told_of(self, at: int) -> bool:
        """Whether what only tells elsewhere is a thing here: "rejected *the report*"."""
        behind = at > 0 and self.written[at - 1].folded in self._before_nouns
        told = behind and not _TELLS.isdisjoint(self.written[at].meanings)
        following = self.written[at + 1 : at + 2]  # "the report says"
        return told and all(_TELLS.isdisjoint(word.meanings) for word in following)

    def _ranks(self, at: int) -> bool:
        """Whether a noun stands right behind a word, and none before it: أغلق آخر مستشفى."""
        before = self.written[at - 1] if at else None
        if before and not (before.stop or verb_form(before.folded, load(self._code))):
            return False
        following = self.written[at + 1 : at + 2]
        return self._is_joined(at + 1) and any(
            not (word.stop or word.joins or word.number) for word in following
        )

    def _leaves_one(self, word: Lexeme) -> bool:
        """Whether a word leaves one of several, and is no part of a figure; denied it is nobody."""
        several = word.folded in self._senses.partitive and word.stem not in self._counted
        return several and not self.denied_at

    def _denial(self, at: int, *, inside: bool) -> None:
        following = self.written[at + 1] if at + 1 < len(self.written) else None
        if inside or (following and not following.meanings.isdisjoint(self._bounding)):
            self.bounds += 1
        elif not (following and self._senses.affirms(following.folded)):
            self._deny(at, self.written[at].folded)

    def _deny(self, at: int, denial: str) -> None:
        """Note a denial before the word that it denies; "killed nobody" denies what is before."""
        last = self.words[-1] if self.words and self.words[-1].end == at else None
        behind = last is not None and denial in self._senses.denying_pronouns and not last.light
        if last is not None and behind and self._is_joined(at):
            at = last.place - 1
        self.denied_at.append(at)

    def _is_joined(self, at: int) -> bool:
        """Whether no mark parts a token from the one before it."""
        beside = tokenize(self._text)[at - 1 : at + 1]
        return len(beside) > 1 and self._text[beside[0].span.end : beside[1].span.start].isspace()

    def _word(
        self,
        at: int,
        group: int,
        *,
        light: bool,
        name: bool = False,
        facet: bool = False,
        stop: bool = False,
    ) -> Word:
        word = self.written[at]
        return Word(
            surface=word.text,
            stem=word.stem,
            meanings=word.meanings,
            name=name,
            light=light,
            facet=facet,
            number=word.number,
            place=at,
            group=group,
            implied=bool(word.implied and self._is_beside(at, word.implied))
            or (word.generic and self._is_of_another(at)),
            stop=stop,
            folded=word.alone,
            language=self._code,
        )


def _locations(facets: Facets, code: str) -> frozenset[str]:
    """Names of the places where it happens: neither adjectives nor those who act."""
    acting = {actor.name for actor in facets.actors if actor.role is not Role.MENTIONED}
    places = {place.name for place in facets.places if not place.demonym}
    return frozenset(f"{NAME}{name}" for name in places - acting - governments(facets, code).keys())
