"""What is known of each word of a language wherever it stands, worked out once for all who ask.

Ranking wants a word's stem, the words of a statement its senses, names their beginnings. A text is
taken apart at its blanks, and what stands between two blanks is looked up as a whole: most of what
a new text says was read before.
"""

from __future__ import annotations

from functools import cache
from itertools import chain

import msgspec
from msgspec.structs import replace

from workbench.language.fold import fold_word
from workbench.language.lexicon import key_of, opens_name, scan, second_words
from workbench.language.packs import LanguagePack, load
from workbench.language.stems import bare, stem, stemmer, term, terms
from workbench.language.tokens import Token, tokenize
from workbench.matching.lexicon.contrasts import contrasts
from workbench.matching.lexicon.phrases import Phrase, second_forms
from workbench.matching.lexicon.remembered import Remembered
from workbench.matching.lexicon.senses import Senses, senses_of

_MOST = 65_536
"""Words of a language that are remembered."""
_SHORTEST = 3
"""Letters of a word behind a preposition that is written on to it, at least."""
_NOTHING: frozenset[str] = frozenset()


class Lexeme(msgspec.Struct, frozen=True, gc=False):
    """A word as it is written, and what is known of it wherever it stands."""

    text: str
    folded: str
    alone: str
    """Folded as it stands without the word that it is tied to: "s" of "the army's"."""
    stem: str
    meanings: frozenset[str]
    """Its senses."""
    key: str
    """As the words of names are filed in the lexicon."""
    stop: bool
    """A stop word, and no acronym that is written like one."""
    contrary: bool
    """It has a sense that another is contrary to."""
    capital: bool
    """Written like a name, unless it begins the sentence."""
    acronym: bool
    number: bool
    joins: bool
    """It is, or carries, what joins a further member to a list."""
    marks: bool = False
    """It may tell of the words after it: "by", "than", "only", "and"."""
    light: bool = False
    measuring: bool = False
    """It says nothing of its own before a figure…"""
    generic: bool = False
    """…or beside what it is of."""
    denies: bool = False
    named: frozenset[str] = _NOTHING
    """What the lexicon calls it where it is a name by itself."""
    clitic: str = ""
    """What that name clings to."""
    seconds: frozenset[str] = _NOTHING
    """The second words of the longer names that may begin with it; `ANY` for whatever word."""
    phrases: tuple[Phrase, ...] = ()
    """The phrases whose first word it is…"""
    follow: frozenset[str] = _NOTHING
    """…the forms one of which their second word has; `ANY` for whatever word…"""
    reach: int = 0
    """…and the words of a text among which they are found."""
    carried: frozenset[str] = _NOTHING
    """The nouns beside which it says nothing of its own…"""
    implied: frozenset[str] = _NOTHING
    """…and the words beside which it goes without saying."""


class Lexemes:
    """The words of one language."""

    def __init__(self, code: str) -> None:
        self._pack = load(code)
        self._known: dict[str, Lexeme] = {}
        self._lexemes = Remembered(self._look, _MOST)
        self._stems = Remembered(self._stem, _MOST)
        self._stop = self._pack.language.stop_words
        self._stem_of = stemmer(self._pack)

    def of(self, text: str) -> list[Lexeme]:
        """The words of a text in order, as many as it has tokens."""
        return list(chain.from_iterable(self._lexemes.of(text.split())))

    def stems(self, text: str) -> list[str]:
        """The stems of a text in order, as `workbench.language.stems.terms` gives them."""
        return list(chain.from_iterable(self._stems.of(text.split())))

    def _look(self, written: str) -> tuple[Lexeme, ...]:
        if len(self._known) >= _MOST:
            self._known.clear()
        tokens = tokenize(written)
        return tuple([self._known.get(token.text) or self._learn(token) for token in tokens])

    def _learn(self, token: Token) -> Lexeme:
        found = self._known[token.text] = _lexeme(token, self._pack)
        return found

    def _stem(self, written: str) -> tuple[str, ...]:
        folded = fold_word(written) if written.isalpha() else ""
        if folded.isalpha() and folded not in self._stop:  # a word without marks, as most are
            return (self._stem_of(folded),)
        return tuple(terms(written, self._pack, shouted=False))


@cache
def lexemes_of(code: str) -> Lexemes:
    """The words of the language of a pack."""
    return Lexemes(code)


def is_acronym(token: Token) -> bool:
    """Whether it is written as an acronym: "US" and "IT" are names, "us" and "it" are not."""
    return 1 < len(token.text) <= 6 and token.text.isupper() and token.text.isascii()


def _clinging(
    folded: str, stemmed: str, pack: LanguagePack
) -> tuple[str, frozenset[str], tuple[Phrase, ...]]:
    """What a word without a meaning has behind a preposition written on to it: بشلل الأطفال.

    The stem tells the letter from one of the word itself only where it knows the word.
    """
    rest, senses = folded[1:], senses_of(pack.code)
    bare = stem(rest, pack)
    meanings, phrases = senses.meanings(rest, bare), senses.phrases.with_first((rest, bare))
    if len(rest) < _SHORTEST or not (meanings or phrases):
        return stemmed, _NOTHING, ()
    return bare, meanings, phrases


def _listed(folded: str, stemmed: str, pack: LanguagePack) -> str:
    """The form of a word that has senses of its own, behind what is written on to it: الشرطة is the
    police as شرطة is, though a stem of its letters means conditions as well."""
    senses = senses_of(pack.code).of_form
    if folded in senses or not pack.language.article:
        return folded
    for rest in bare(folded, pack)[1:]:
        if rest in senses and stem(rest, pack) == stemmed:
            return rest
    return folded


def _lexeme(token: Token, pack: LanguagePack) -> Lexeme:
    alone = token if token.text.isalpha() else tokenize(token.text)[0]
    senses, raw, folded = senses_of(pack.code), token.text, alone.folded
    stemmed = term(alone, pack)
    meanings, acronym = senses.meanings(_listed(folded, stemmed, pack), stemmed), is_acronym(alone)
    opens = opens_name(token, pack)
    name = next(iter(scan(raw, (token,), pack)), None) if opens else None
    phrases = senses.phrases.with_first((token.folded, stemmed))
    if not (meanings or phrases or name) and folded[:1] in pack.language.cases:
        stemmed, meanings, phrases = _clinging(folded, stemmed, pack)
    found = Lexeme(
        text=raw,
        folded=token.folded,
        alone=folded,
        stem=stemmed,
        meanings=meanings,
        key=key_of(token),
        stop=folded in pack.language.stop_words and not acronym,
        contrary=bool(meanings) and not contrasts().keys().isdisjoint(meanings),
        capital=raw[:1].isupper() and not raw.isupper(),
        acronym=acronym,
        number=alone.is_number,
        joins=senses.joins(token.folded),
    )
    if opens:
        called, clitic = (name.called, name.clitic) if name else (_NOTHING, "")
        seconds = second_words(token, pack)
        found = replace(found, named=called, clitic=clitic, seconds=seconds)
    if phrases:
        reach = max(phrase.reach for phrase in phrases)
        found = replace(found, phrases=phrases, follow=second_forms(phrases), reach=reach)
    # Most words are none of these.
    forms = (folded, stemmed, token.folded)
    return found if senses.small.isdisjoint(forms) else _small(found, senses)


def _small(word: Lexeme, senses: Senses) -> Lexeme:
    """A word that is of one of the short lists, with what those say of it."""
    folded, stemmed = word.alone, word.stem
    return replace(
        word,
        marks=word.folded in senses.marks,
        light=senses.light(folded, stemmed),
        measuring=folded in senses.measuring or stemmed in senses.measuring,
        generic=folded in senses.generic or stemmed in senses.generic,
        denies=senses.denies(folded),
        carried=senses.carried(folded, stemmed),
        implied=senses.implying(folded, stemmed),
    )
