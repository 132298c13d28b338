"""Words of one meaning, as data.

``data/senses.<code>.toml`` lists, for each language, the words of a sense ("rise": rose, climbs,
soared; ارتفع, صعود) and the phrases of several words that mean the same ("went up"); a sense has
the same name in every language. How senses stand to one another is in `contrasts`. A further
language is one further file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import cache, cached_property
from pathlib import Path

import msgspec

from workbench.errors import InvalidInputError
from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.language.once import Once
from workbench.language.packs import LanguagePack, load
from workbench.language.stems import stem
from workbench.matching.lexicon.phrases import Phrases, phrases_of
from workbench.matching.lexicon.sheets import FOLDER, SensesSheet, read_sheet

_NOTHING: frozenset[str] = frozenset()
"""One for all: each that is made anew takes two hundred bytes."""
DENIES = frozenset({"denies"})
"""What a phrase means that only denies."""


class ToldBy(msgspec.Struct, frozen=True):
    """The same, made ready: what has to stand near a word, and what it then does not mean."""

    near: frozenset[str]
    others: frozenset[str]


class Senses(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The senses of one language's words; all words are folded, or folded and stemmed."""

    of_form: Mapping[str, frozenset[str]] = {}
    as_listed: Mapping[str, frozenset[str]] = {}
    """What a form means as it is listed, where it is another verb's as well: تسلم, he received it,
    is she hands it over, too."""
    light_forms: frozenset[str] = frozenset()
    denying: frozenset[str] = frozenset()
    denying_pronouns: frozenset[str] = frozenset()
    absence: frozenset[str] = frozenset()
    affirming: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    standards: frozenset[str] = frozenset()
    restricting: frozenset[str] = frozenset()
    partitive: frozenset[str] = frozenset()
    doubling: str = ""
    """The mark that doubles a letter, and…"""
    doubled: frozenset[str] = frozenset()
    """…words that say another thing with it."""
    vowels: str = ""
    """The marks of vowels."""
    collective: frozenset[str] = frozenset()
    """Words for many of what they are of."""
    causing: frozenset[tuple[str, str]] = frozenset()
    """By what a verb begins, and by what one that makes somebody do it."""
    getting: frozenset[str] = frozenset()
    """Verbs with which somebody gets what another does, of one word or two."""
    ranking: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    joining_prefix: str = ""
    support: Mapping[str, frozenset[str]] = {}
    """Verb → the nouns beside which it says nothing of its own."""
    implied: Mapping[str, frozenset[str]] = {}
    """Word → the words beside which it goes without saying."""
    told_by: Mapping[str, tuple[ToldBy, ...]] = {}
    """Form → by what it is told in which of its senses it is meant."""
    phrases: Phrases = msgspec.field(default_factory=lambda: Phrases({}))
    """The phrases of several words that have senses, or change nothing."""
    measuring: frozenset[str] = frozenset()
    """Words that say nothing of their own before a figure."""
    generic: frozenset[str] = frozenset()
    """Words that say nothing of their own behind what they are of."""
    linking: frozenset[str] = frozenset()
    """Senses whose phrases only join what is stated."""
    telling: Mapping[str, str] = {}
    """Small word → what it says that changes a statement."""
    including: frozenset[str] = frozenset()
    """Words before some of those that a figure counts."""
    unfinished: frozenset[str] = frozenset()
    """Words before a deed that is still being done."""
    possible: frozenset[str] = frozenset()
    """Words with which a forecast is only possible."""

    def meanings(self, folded: str, stemmed: str) -> frozenset[str]:
        """The senses of a word, by its folded form, else by its stem."""
        return self.of_form.get(folded) or self.of_form.get(stemmed) or _NOTHING

    def light(self, folded: str, stemmed: str) -> bool:
        """Whether the word is too common to tell two statements apart."""
        return folded in self.light_forms or stemmed in self.light_forms

    def denies(self, folded: str) -> bool:
        """Whether the word turns what follows into its contrary."""
        return folded in self.denying

    @cached_property
    def marks(self) -> frozenset[str]:
        """The words of which alone `marks_doer`, `marks_standard` and the next two are true."""
        ends = (mark.split()[-1] for mark in (*self.doers, *self.standards))
        return frozenset(ends) | self.restricting | self.joining

    @cached_property
    def small(self) -> frozenset[str]:
        """All forms of the short lists that single words are looked up in: most are in none."""
        lists = (self.light_forms, self.measuring, self.generic, self.denying, self.marks)
        return frozenset().union(*lists, self.support, self.implied)

    def marks_doer(self, before: str, word: str) -> bool:
        """Whether the doer of a passive comes after this word and the one before it."""
        return word in self.doers or f"{before} {word}" in self.doers

    def marks_standard(self, before: str, word: str) -> bool:
        """Whether the thing compared with comes after this word and the one before it."""
        return word in self.standards or f"{before} {word}" in self.standards

    def restricts(self, folded: str) -> bool:
        """Whether the word leaves out everything else."""
        return folded in self.restricting

    def affirms(self, following: str) -> bool:
        """Whether a denying word is undone by the word after it."""
        return following in self.affirming

    def carried(self, folded: str, stemmed: str) -> frozenset[str]:
        """The nouns beside which the verb says nothing of its own."""
        return _either(self.support, folded, stemmed)

    def implying(self, folded: str, stemmed: str) -> frozenset[str]:
        """The words beside which this one goes without saying."""
        return _either(self.implied, folded, stemmed)

    def joining_word(self, folded: str) -> bool:
        """Whether the word stands between the members of a list."""
        return folded in self.joining

    def joins(self, folded: str) -> bool:
        """Whether the word is, or carries, what joins a further member to a list."""
        return folded in self.joining or bool(
            self.joining_prefix and folded.startswith(self.joining_prefix)
        )


def _either(table: Mapping[str, frozenset[str]], folded: str, stemmed: str) -> frozenset[str]:
    one, other = table.get(folded, _NOTHING), table.get(stemmed, _NOTHING)
    return one | other if one and other else one or other  # mostly neither: nothing is made of them


@cache
def senses_of(code: str) -> Senses:
    """The senses of a language; a language without a file has none.

    Raises:
        InvalidInputError: the file is not as its schema says.
    """
    if not _sheet_of(code).is_file():
        return Senses()
    return load(code).derived(_senses)


def _sheet_of(code: str) -> Path:
    return FOLDER / f"senses.{code}.toml"


def _senses(pack: LanguagePack) -> Senses:
    sheet = read_sheet(_sheet_of(pack.code), SensesSheet)
    of: dict[str, frozenset[str]] = {}
    for sense, words in sheet.senses.items():
        for form in _forms(words, sheet, pack):
            of[form] = of.get(form, frozenset()) | {f"sense:{sense}"}
    # Thousands of forms have the same senses: held once, they are loaded in a quarter of the time.
    once = Once[frozenset[str]]()
    return Senses(
        of_form={form: once[senses] for form, senses in of.items()},
        as_listed={form: once[own] for form, own in _as_another(sheet, of)},
        light_forms=frozenset(_light_forms(sheet, pack, of.keys())),
        denying=_folded(sheet.denying) | frozenset(map(fold_text, sheet.denying_pronouns)),
        denying_pronouns=frozenset(map(fold_text, sheet.denying_pronouns)),
        absence=_folded(sheet.absence),
        affirming=frozenset(_forms(sheet.affirming, sheet, pack)),
        doers=frozenset(map(fold_text, sheet.doers)),
        standards=frozenset(map(fold_text, sheet.standards)),
        restricting=_folded(sheet.restricting),
        partitive=_folded(sheet.partitive),
        doubling=sheet.doubling,
        vowels=sheet.vowels,
        doubled=frozenset(_forms(sheet.doubled, sheet, pack)),
        collective=frozenset(_as_listed(sheet.collective, pack)),
        causing=frozenset((fold_text(own), fold_text(made)) for own, made in sheet.causing),
        getting=frozenset(map(fold_text, sheet.getting)),
        ranking=_folded(sheet.ranking),
        joining=_folded(sheet.joining),
        joining_prefix=sheet.joining_prefix,
        support=_beside([(row.verbs, row.nouns) for row in sheet.support], pack),
        implied=_beside([(row.words, row.beside) for row in sheet.implied], pack),
        told_by=_told_by(sheet, pack),
        phrases=phrases_of(_phrases(sheet), lambda words: _as_listed(words, pack)),
        measuring=frozenset(_forms(sheet.measuring, sheet, pack)),
        generic=frozenset(_forms(sheet.generic, sheet, pack)),
        linking=frozenset(f"sense:{name}" for name in sheet.linking.split()),
        telling={word: name for name, words in sheet.telling.items() for word in _folded(words)},
        including=_folded(sheet.including),
        unfinished=_folded(sheet.unfinished),
        possible=_folded(sheet.possible),
    )


def _as_another(
    sheet: SensesSheet, of: Mapping[str, frozenset[str]]
) -> Iterable[tuple[str, frozenset[str]]]:
    """The listed forms that a person of another listed verb has as well, with their own senses."""
    listed: dict[str, frozenset[str]] = {}
    persons: set[str] = set()
    for sense, words in sheet.senses.items():
        for form in fold_text(words).split():
            listed[form] = listed.get(form, frozenset()) | {f"sense:{sense}"}
            persons.update(_persons(form, sheet))
    return ((form, own) for form, own in listed.items() if form in persons and own != of[form])


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold_text(words).split())


def _beside(rows: Iterable[tuple[str, str]], pack: LanguagePack) -> Mapping[str, frozenset[str]]:
    """Each form of the words of some rows → all forms of the words that they stand beside."""
    table: dict[str, frozenset[str]] = {}
    for words, others in rows:
        beside = frozenset(_as_listed(others, pack))
        for form in _as_listed(words, pack):
            table[form] = table.get(form, frozenset()) | beside
    return table


def _told_by(sheet: SensesSheet, pack: LanguagePack) -> Mapping[str, tuple[ToldBy, ...]]:
    table: dict[str, tuple[ToldBy, ...]] = {}
    for row in sheet.told_by:
        senses = (f"sense:{name}" for name in row.near.split())
        near = _folded(row.behind).union(senses, (f"{NAME}{name}" for name in row.named.split()))
        made = ToldBy(near, frozenset(f"sense:{name}" for name in row.others.split()))
        for form in {*_forms(row.words, sheet, pack), *map(fold_text, row.phrases)}:
            table[form] = (*table.get(form, ()), made)
    return table


def _phrases(sheet: SensesSheet) -> Iterable[tuple[str, frozenset[str]]]:
    for sense, phrases in sheet.phrases.items():
        if sense not in sheet.senses:
            raise InvalidInputError(
                "phrases of {sense!r}: no sense of that name has words", sense=sense
            )
        yield from ((phrase, frozenset({f"sense:{sense}"})) for phrase in phrases)
    yield from ((phrase, _NOTHING) for phrase in sheet.light_phrases)
    pronouns = (phrase for phrase in sheet.denying_pronouns if " " in phrase)
    yield from ((phrase, DENIES) for phrase in (*sheet.denying_phrases, *pronouns))


def _as_listed(words: str, pack: LanguagePack) -> Iterable[str]:
    """The words and their stems: in phrases the stems must do, so that the sheet stays small."""
    for listed in fold_text(words).split():
        yield listed
        yield stem(listed, pack)


def _forms(words: str, sheet: SensesSheet, pack: LanguagePack) -> Iterable[str]:
    for listed in fold_text(words).split():
        endings = (listed + ending for ending in sheet.endings.split())
        for form in (listed, *_persons(listed, sheet), *endings):
            yield form
            yield stem(form, pack)


def _light_forms(sheet: SensesSheet, pack: LanguagePack, meant: Set[str]) -> Iterable[str]:
    """The forms of small words; a stem of theirs that means something is another word's: أنهى is no
    لأنه."""
    for word in fold_text(sheet.light).split():
        written = {word, *_persons(word, sheet), *(word + each for each in sheet.endings.split())}
        yield from written
        yield from (made for made in (stem(form, pack) for form in written) if made not in meant)


def _persons(word: str, sheet: SensesSheet) -> Iterable[str]:
    if sheet.first and word.startswith(sheet.first):
        yield from (variant + word[len(sheet.first) :] for variant in sheet.variants.split())
