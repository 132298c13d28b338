"""The words of a sentence and which of them make a predicate.

There is no tagger: verbs are known by the paradigms and shapes of the language pack and by the
words beside them. That is enough to tell a clause from a phrase, which is all that is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

import msgspec
from msgspec.structs import replace

from workbench.language.fold import fold_text
from workbench.language.packs import LanguagePack, load
from workbench.language.schema.clauses import Clauses, Marker, Paradigm
from workbench.language.tokens import Token

PAUSE = re.compile(r"[،,;؛:()\[\]!?؟…]|[–—―]|(?<=\s)-+(?=\s)|\.(?=\s|$)|\n")
"""Punctuation at which a clause may end; a hyphen inside a word is none."""


class Verb(IntEnum):
    """How far a word is a verb."""

    NO = 0
    GERUND = 1
    PAST = 2
    """A past form that may be a participle ("killed")."""
    WEAK = 3
    """As often a noun."""
    FINITE = 4


_KINDS = {"finite": Verb.FINITE, "weak": Verb.WEAK, "past": Verb.PAST, "gerund": Verb.GERUND}


class Lexeme(msgspec.Struct, frozen=True):
    """What a written word is, apart from its neighbours."""

    glue: str
    """The conjunction written on to it, or nothing."""
    core: str
    """Folded, without the conjunction."""
    verb: Verb
    stem: str
    """Of the verb, where it is one of a paradigm."""


class Word(msgspec.Struct, frozen=True):
    """A word of a sentence, and what it is among its neighbours."""

    start: int
    """Raw offset of the core: behind a conjunction written on to it."""
    end: int
    lexeme: Lexeme
    gap: str
    """What stands between the word before and this one."""
    verb: Verb
    raw: str
    pause: bool
    """Punctuation stands before it at which a clause may end."""

    @property
    def core(self) -> str:
        """Folded, without a glued conjunction."""
        return self.lexeme.core

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.raw[:1].isupper()

    @property
    def number(self) -> bool:
        """Whether it is written in digits."""
        return self.core[:1].isdigit()


class Grammar:
    """One language's `Clauses`, ready for look-up."""

    def __init__(self, data: Clauses) -> None:
        self.data = data
        self._paradigms = [_Affixes(paradigm) for paradigm in data.paradigms]
        self._shapes = [(re.compile(shape.pattern), _KINDS[shape.kind]) for shape in data.shapes]
        self.never = _folded(data.never_verbs) | _folded(data.prepositions)
        self.weak = _folded(data.weak_verbs)
        self.auxiliaries = _folded(data.auxiliaries)
        self.verb_next = _folded(data.verb_next)
        self.verb_always = _folded(data.verb_always)
        self.states = _folded(data.states)
        self.comparisons = _folded(data.comparisons)
        self.former = _folded(data.former)
        self.measure_openers = _folded(data.measure_openers)
        self.prepositions = _folded(data.prepositions)
        self.articles = _folded(data.articles)
        # "Of them" is a phrase already, behind which its verb may stand.
        ends = _folded_ends(data.possessive_endings)
        self.complete = frozenset(word for word in self.prepositions if word.endswith(ends))
        nouns = self.prepositions - self.complete
        self.noun_next = _folded(data.noun_next) | nouns | self.articles
        self.whole = _folded(data.whole_words)
        self.adverbs = _folded(data.adverbs)
        self.pronouns = _folded(data.pronouns)
        self.conjunctions = _folded(data.conjunctions)
        self.numerals = _folded(data.numerals)
        self.others = _folded(data.others)
        self.third_persons = _folded(data.third_persons)
        self.demonstratives = _folded(data.demonstratives)
        self.pointers = self.demonstratives | _folded(data.definite_articles)
        self.infinitives = _folded(data.infinitives)
        self.bodies = _folded(data.bodies)
        self.possessives = _folded(data.possessives)
        self.kin = {
            fold_text(word): number for number, words in enumerate(data.kin) for word in words
        }
        self.goal_verbs = _folded(data.goal_verbs)
        self.goal_prepositions = _folded(data.goal_prepositions)
        self.only = _folded(data.only)
        self.reciprocal = _folded(data.reciprocal)
        self.descriptive = _folded(data.descriptive_verbs)
        self.complement = _folded(data.complement_verbs)
        self.markers = _index(data.markers)
        self.relatives = frozenset(
            phrase.split()[0]
            for marker in data.markers
            if marker.kind == "relative"
            for phrase in map(fold_text, marker.phrases)
        )
        self._lexemes: dict[str, Lexeme] = {}
        self._verbs: dict[str, bool] = {}

    def lexeme(self, token: Token) -> Lexeme:
        """What a written word is; the answer is kept, since words recur."""
        known = self._lexemes.get(token.text)
        if known is None:
            noun = token.text.endswith(self.data.noun_endings) if self.data.noun_endings else False
            known = self._read(token.folded, noun)
            if known.verb == Verb.WEAK and self._passive(token.text, known):
                known = replace(known, verb=Verb.FINITE)
            if len(self._lexemes) < _KEPT:
                self._lexemes[token.text] = known
        return known

    def known_verb(self, folded: str) -> bool:
        """Whether a folded word, at the head of its clause, can hardly be but a finite verb."""
        known = self._verbs.get(folded)
        if known is None:
            known = self._read(folded, noun=False).verb == Verb.FINITE
            if len(self._verbs) < _KEPT:
                self._verbs[folded] = known
        return known

    def _passive(self, raw: str, lexeme: Lexeme) -> bool:
        at = len(lexeme.glue) + 1
        return raw[at : at + 1] in self.data.passive_marks

    def _read(self, folded: str, noun: bool) -> Lexeme:
        if folded in self.never:
            return Lexeme("", folded, Verb.NO, "")
        readings = list(self._unglued(folded))
        # Without a verb in it, only the first conjunction (و) is common enough to be taken off.
        first = self.data.glued_conjunctions[:1]
        for glue, core in readings:
            verb, stem = self._listed(core)
            if verb != Verb.NO and not noun:
                return Lexeme(glue, core, verb, stem)
        for glue, core in self._subordinated(folded):
            verb, stem = self._listed(core)
            if verb == Verb.FINITE and not noun:
                return Lexeme(glue, core, verb, stem)
        readings = [reading for reading in readings if reading[0] in ("", *first)]
        for glue, core in readings:
            verb, stem = self._shaped(core)
            if verb != Verb.NO and (not noun or verb == Verb.GERUND):
                return Lexeme(glue, core, verb, stem)
        glue, core = readings[-1]
        return Lexeme(glue, core, Verb.NO, "")

    def _unglued(self, folded: str) -> Iterator[tuple[str, str]]:
        yield "", folded
        for glue in self.data.glued_conjunctions:
            if folded.startswith(glue) and len(folded) - len(glue) >= 2:
                yield glue, folded[len(glue) :]

    def _subordinated(self, folded: str) -> Iterator[tuple[str, str]]:
        """Readings with a particle of purpose or result before a verb (ليصل, ولتكون)."""
        for glue, core in list(self._unglued(folded)):
            for particle in self.data.glued_subordinators:
                rest = core[len(particle) :]
                if core.startswith(particle) and rest.startswith(self.data.subordinated_prefixes):
                    yield glue + particle, rest

    def _listed(self, word: str) -> tuple[Verb, str]:
        """By the lists of the pack."""
        if word in self.never:
            return Verb.NO, ""
        if word in self.auxiliaries:
            return Verb.FINITE, word
        for affixes in self._paradigms:
            found = affixes.stem(word)
            if found is not None:
                stem, weak = found
                return (Verb.WEAK if weak or word in self.weak else affixes.kind), stem
        return (Verb.WEAK, word) if word in self.weak else (Verb.NO, "")

    def _shaped(self, word: str) -> tuple[Verb, str]:
        """By what verbs look like."""
        if word in self.never or not word[:1].isalpha():
            return Verb.NO, ""
        return next(
            ((kind, word) for shape, kind in self._shapes if shape.search(word)), (Verb.NO, "")
        )

    def definite(self, core: str) -> bool:
        """Whether a word carries the article of its language."""
        return core.startswith(self.data.definite_prefixes) and len(core) > 3

    def open(self, lexeme: Lexeme) -> bool:
        """Whether a word that no list knows may be a verb: no noun by its looks, no particle."""
        core = lexeme.core
        known = self.noun_next | self.pronouns | self.adverbs | self.verb_next | self.never
        return not (lexeme.glue or core in known or self.definite(core) or not core[:1].isalpha())

    def prepositional(self, word: Word) -> bool:
        """Whether a word is a preposition or begins with one written on to it."""
        core = word.core
        if core in self.prepositions:
            return True
        if word.verb != Verb.NO or core in self.whole or len(core) < 4:
            return False
        return core.startswith(self.data.glued_prepositions)


_KEPT = 200_000


class _Affixes:
    """A paradigm made ready to recognise its forms."""

    def __init__(self, paradigm: Paradigm) -> None:
        self.kind = _KINDS[paradigm.kind]
        self._stems = _folded(paradigm.stems)
        self._prefixes = tuple(sorted(map(fold_text, paradigm.prefixes), key=len, reverse=True))
        endings = {
            fold_text(suffix + object_)
            for suffix in paradigm.suffixes
            for object_ in paradigm.objects
        }
        self._endings = frozenset(endings)
        self._longest = max(map(len, endings), default=0)
        self._weak = _folded(paradigm.weak_endings)

    def stem(self, word: str) -> tuple[str, bool] | None:
        """The stem of which ``word`` is a form and whether its ending is weak, or nothing."""
        for prefix in self._prefixes:
            if not word.startswith(prefix):
                continue
            for cut in range(len(word), max(len(prefix), len(word) - self._longest - 1), -1):
                if word[cut:] in self._endings and word[len(prefix) : cut] in self._stems:
                    return word[len(prefix) : cut], word[cut:] in self._weak
        return None


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_text, words))


def _folded_ends(endings: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(fold_text, endings)) or ("\0",)


Phrases = dict[str, list[tuple[tuple[str, ...], Marker]]]


def _index(markers: Sequence[Marker]) -> Phrases:
    index: Phrases = {}
    for marker in markers:
        for phrase in marker.phrases:
            words = tuple(fold_text(phrase).split())
            index.setdefault(words[0], []).append((words, marker))
    for entries in index.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return index


def grammar(code: str) -> Grammar:
    """The grammar of a language, read once."""
    return load(code).derived(_grammar)


def _grammar(pack: LanguagePack) -> Grammar:
    return Grammar(pack.section(Clauses))


def read_words(text: str, tokens: Sequence[Token], rules: Grammar) -> list[Word]:
    """The words of a stretch of ``text`` with the verbs told by their neighbours."""
    words: list[Word] = []
    end = tokens[0].span.start if tokens else 0
    aside = -1
    for index, token in enumerate(tokens):
        lexeme = rules.lexeme(token)
        start = token.span.start + _glue_width(token.text, len(lexeme.glue))
        gap = text[end : token.span.start]
        pause = PAUSE.search(gap) is not None
        if pause and "(" in gap:
            aside = _short_aside(text, tokens, index)
        if pause and (index == aside or (aside > index and "(" in gap)):
            pause = gap.strip() not in _BRACKETS
        verb = _in_context(lexeme, gap, pause, words, rules)
        words.append(Word(start, token.span.end, lexeme, gap, verb, token.text, pause))
        end = token.span.end
    return words


_BRACKETS = frozenset("()")
_ASIDE = 3


def _short_aside(text: str, tokens: Sequence[Token], index: int) -> int:
    """Behind which word a bracket of a few words closes ("(HDP)"), which parts no clause."""
    for last in range(index, min(index + _ASIDE, len(tokens) - 1)):
        if ")" in text[tokens[last].span.end : tokens[last + 1].span.start]:
            return last + 1
    return -1


def _glue_width(raw: str, letters: int) -> int:
    """Characters of the particles written on to a word, with the marks that stand on them."""
    if not letters:
        return 0
    width = 0
    while width < len(raw) - 1 and letters:
        letters -= len(fold_text(raw[width]))
        width += 1
    while width < len(raw) - 1 and not fold_text(raw[width]):
        width += 1
    return width


def _in_context(
    lexeme: Lexeme, gap: str, pause: bool, before: Sequence[Word], rules: Grammar
) -> Verb:
    """How far a word is a verb, given the word before it."""
    verb = lexeme.verb
    if not before:
        return verb
    if verb == Verb.NO:
        made = _calls_verb(before, rules) and not gap.strip() and rules.open(lexeme)
        return Verb.FINITE if made else verb
    inner = gap[-1:] in _INNER and gap and not gap[-2:-1].isspace()
    if inner or (lexeme.stem in rules.descriptive and _measures(before, rules)):
        return Verb.NO
    if lexeme.glue or pause:
        return verb
    return _beside(lexeme, before[-1], rules)


def _calls_verb(before: Sequence[Word], rules: Grammar) -> bool:
    """Whether only a verb can follow."""
    last = before[-1].core
    if last in rules.verb_always:
        return True
    return len(before) > 1 and f"{before[-2].core} {last}" in rules.verb_always


def _measures(before: Sequence[Word], rules: Grammar) -> bool:
    """Whether a descriptive verb would only say how much: "no less than"."""
    if before[-1].core in rules.measure_openers:
        return True
    negated = before[-1].core in rules.verb_next and len(before) > 1
    return negated and before[-2].core in rules.measure_openers


def _beside(lexeme: Lexeme, last: Word, rules: Grammar) -> Verb:
    """How far a word is a verb straight behind ``last``."""
    verb = lexeme.verb
    if last.core in rules.verb_next:
        return Verb.FINITE if verb == Verb.WEAK else verb
    if verb == Verb.GERUND or lexeme.core in rules.auxiliaries:
        return verb
    object_like = last.core in rules.auxiliaries or last.number
    if last.core in rules.noun_next or (verb == Verb.WEAK and object_like):
        return Verb.NO
    return verb


_INNER = frozenset("-/")
"""Signs inside a compound ("U.S.-led")."""
