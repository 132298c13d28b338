"""Words, digits and signs of a text, folded, with the way back to the raw offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec

from workbench.language.fold import Folded, fold, fold_text
from workbench.language.schema import Numbers
from workbench.language.spans import Span
from workbench.language.tokens import WRITTEN_SHORT

_TOKEN = re.compile(
    r"""
      (?P<link>https?://\S+|www\.\S+|[@\#]\w+)
    | (?P<number>[0-9]+(?:[.,،'][0-9]+)*)
    | (?P<word>(?:[^\W\d_]\.){2,}|n't(?!\w)|[a-z]{2,6}?(?=n't(?!\w))|[^\W\d_]+(?:'[^\W\d_]+)?)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_LINE_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_VALUES = "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/8 3/8 5/8 7/8"
_RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉" + "".join(map(chr, range(0x2460, 0x249C)))
_PRIVATE = 0xE000
# Folding would write 2½ as 21⁄2 and 5² as 52, so these go in as signs of their own.
_KEPT_APART = str.maketrans({c: chr(_PRIVATE + n) for n, c in enumerate(_VULGAR + _RAISED)})
VULGAR_FRACTIONS = {chr(_PRIVATE + n): Fraction(value) for n, value in enumerate(_VALUES.split())}
_STRETCHED = re.compile("(?<=[0-9٠-٩])\u0640(?=[0-9٠-٩])")
"""Tatweel between digits, a dash to many Arabic keyboards: a 2ـ0 win."""
_IN_BRACKETS = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=\w ))\(([0-9٠-٩][0-9٠-٩.,٫٬]*)\)(?=\s[^\W\d_]{2}|\s?[%٪])"
)
"""A figure of the running sentence set in brackets, as bulletins do: أصيب نحو (300) شخص."""
DASHES = frozenset("-‐‑‒–—−")
SENTENCE_ENDS = frozenset(".!?؟؛;:")


class Kind(Enum):
    """What a token is made of."""

    NUMBER = "number"
    WORD = "word"
    SIGN = "sign"
    LINK = "link"


_KINDS = {kind.value: kind for kind in Kind}


class Token(msgspec.Struct, frozen=True, gc=False):
    """One word, digit run or sign.

    ``core`` is the word without what is written on to it where the vocabulary knows that word
    (عشرون in وعشرون), ``prefix`` what was taken off. ``start`` and ``end`` are folded positions
    of ``core``, with its article.
    """

    kind: Kind
    word: str
    core: str
    prefix: str
    start: int
    end: int
    spaced: bool
    """White space stands before it."""
    line: bool
    """It begins a line."""
    capital: bool


_SHORTEST = 2
"""Letters of a word under what is written on to it, at least."""
_MEMO = 65_536
"""Words whose parts are remembered; then remembering begins anew."""
_END = Token(Kind.SIGN, "", "", "", 0, 0, True, True, False)


class Vocabulary:
    """The words that the lexicons know, which decides where a prefix ends.

    A word that is a phrase by itself is never cut (اليوم is "today"); one that is part of a phrase
    is, if another known word stands under its prefix (الشهر in "في الشهر", الساعات الأولى): the
    phrase is found by the whole word all the same.
    """

    def __init__(
        self,
        words: Iterable[str],
        first: Iterable[str],
        affixes: Affixes,
        possessors: Iterable[str] = (),
    ) -> None:
        self.first = frozenset(first)
        self.words = self.first | frozenset(words)
        self.affixes = affixes
        self._possessors = frozenset(possessors)
        self._initials = frozenset(prefix[0] for prefix in affixes.prefixes)
        self._memo: dict[str, tuple[str, str]] = {}

    def split(self, word: str) -> tuple[str, str]:
        """What is written on to ``word`` and the known word under it; else nothing and itself."""
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            found = self._memo[word] = self._split(word)
        return found

    def _split(self, word: str) -> tuple[str, str]:
        if word[0] in self._initials and word not in self.first:
            found = None
            for prefix in self.affixes.prefixes:
                rest = word[len(prefix) :]
                if not word.startswith(prefix) or rest not in self.words or len(rest) < _SHORTEST:
                    continue
                if rest in self.first and rest.startswith(self.affixes.article or "\0"):
                    return prefix, rest  # و and الأحد, not وال and أحد
                found = found or (prefix, rest)
            if found is not None:
                return found
        for enclitic in self.affixes.enclitics:
            if word.endswith(enclitic) and word[: -len(enclitic)] in self._possessors:
                return "", word[: -len(enclitic)]
        return "", word

    def __or__(self, other: Vocabulary) -> Vocabulary:
        return Vocabulary(
            self.words | other.words,
            self.first | other.first,
            self.affixes,
            self._possessors | other._possessors,
        )


class Affixes(msgspec.Struct, frozen=True):
    """What a language writes on to its words, folded, longest first."""

    prefixes: tuple[str, ...]
    enclitics: tuple[str, ...]
    article: str

    @classmethod
    def of(cls, numbers: Numbers) -> Affixes:
        """Those of a language pack."""
        prefixes = sorted(map(fold_text, numbers.prefixes), key=len, reverse=True)
        article = fold_text(numbers.definite[0]) if numbers.definite else ""
        return cls(tuple(prefixes), tuple(map(fold_text, numbers.enclitics)), article)


def vocabulary_of(
    tables: Iterable[Phrases[Any]], numbers: Numbers, possessors: Iterable[str] = ()
) -> Vocabulary:
    """The vocabulary of some lexicon tables; ``possessors`` may have an ending written on."""
    tables = list(tables)
    words = {word for table in tables for word in table.words}
    whole = {word for table in tables for word in table.single_words}
    return Vocabulary(words, whole, Affixes.of(numbers), possessors)


class Tokens(dict[int, Token]):
    """The tokens of one text by their places; beyond its ends there are empty signs."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self._text = text
        plain = _STRETCHED.sub("-", text) if "\u0640" in text else text
        plain = _IN_BRACKETS.sub(r" \1 ", plain) if "(" in plain else plain
        self._folded = fold(plain.translate(_KEPT_APART))
        super().__init__(enumerate(_tokenise(text, self._folded, vocabulary)))

    def __missing__(self, index: int) -> Token:
        return _END

    def span(self, first: int, last: int) -> Span:
        """The raw span of the tokens ``first`` to ``last - 1``, without what is joined to it."""
        return self._folded.raw(self[first].start, self[last - 1].end)

    def raw(self, index: int) -> str:
        """A token as the text has it."""
        return self.span(index, index + 1).of(self._text)

    def gap(self, index: int) -> str:
        """What the text has between a token and the one before it."""
        offsets = self._folded.offsets
        return self._text[offsets[self[index - 1].end] : offsets[self[index].start]]


def _tokenise(text: str, folded: Folded, vocabulary: Vocabulary) -> Iterator[Token]:
    breaks = [found.start() for found in _LINE_BREAK.finditer(text)]
    breaks.append(len(text) + 1)
    next_break = 0
    end = 0
    held: Token | None = None
    article = vocabulary.affixes.article
    prefixes = frozenset(vocabulary.affixes.prefixes)
    for found in _TOKEN.finditer(folded.text):
        start, spaced, line = found.start(), found.start() > end or not end, not end
        end = found.end()
        raw = folded.offsets[start]
        while breaks[next_break] < raw:
            next_break += 1
            line = True
        word = _word(found)
        added = len(word) - (end - start)
        kind = _KINDS[found.lastgroup or ""]
        prefix, core = vocabulary.split(word) if kind is Kind.WORD else ("", word)
        if held is not None:
            if kind is Kind.NUMBER and not spaced:
                start = found.start() - len(held.word)
                prefix, spaced, line, word = held.word, held.spaced, held.line, held.word + word
            else:
                yield held
            held = None
        start += len(prefix)
        last = start + len(core) - added
        if prefix and article and prefix.endswith(article):
            start -= len(article)
        token = Token(kind, word, core, prefix, start, last, spaced, line, text[raw].isupper())
        if kind is Kind.WORD and word in prefixes:
            held = token
        else:
            yield token
    if held is not None:
        yield held


def _word(found: re.Match[str]) -> str:
    """A token as it is compared; a helping verb and what denies it are whole ("*wo*", "*n't*")."""
    word = found.group()
    short = word == "n't" or found.string.startswith("n't", found.end())
    return WRITTEN_SHORT.get(word, word) if short else word


def words_of(phrase: str) -> tuple[str, ...]:
    """A lexicon's phrase as the words that the tokens of a text are compared with."""
    folded = fold_text(phrase.translate(_KEPT_APART))
    return tuple(_word(found) for found in _TOKEN.finditer(folded))


Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """Phrases of one or more words, each with a value; the longest that stands there wins."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._forward: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            words = words_of(phrase)
            if words:
                self._forward.setdefault(words[0], []).append((words, value))
        for candidates in self._forward.values():
            candidates.sort(key=_longest_first)

    @cached_property
    def _backward(self) -> dict[str, list[tuple[tuple[str, ...], Value]]]:
        """The phrases by their last word; many tables are never asked for it."""
        table: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for candidates in self._forward.values():
            for entry in candidates:
                table.setdefault(entry[0][-1], []).append(entry)
        for candidates in table.values():
            candidates.sort(key=_longest_first)
        return table

    @property
    def words(self) -> frozenset[str]:
        """Every word of every phrase."""
        return frozenset(
            word for entries in self._forward.values() for words, _ in entries for word in words
        )

    @property
    def first_words(self) -> frozenset[str]:
        """The words by which a phrase begins."""
        return frozenset(self._forward)

    @property
    def single_words(self) -> frozenset[str]:
        """The words that are a phrase by themselves."""
        return frozenset(
            word for word, entries in self._forward.items() if len(entries[-1][0]) == 1
        )

    def begins(self, word: str) -> bool:
        """Whether some phrase begins with a word."""
        return word in self._forward

    def at(self, tokens: Tokens, index: int) -> tuple[int, Value] | None:
        """The phrase that begins at ``index``: where it ends and its value."""
        token = tokens[index]
        candidates = self._forward.get(token.core)
        if token.prefix:
            candidates = [*self._forward.get(token.word, ()), *(candidates or ())]
        if candidates is None:  # most words begin none
            return None
        behind = tokens[index + 1]
        for words, value in candidates:
            if len(words) == 1:
                return index + 1, value
            second = words[1]
            if second in (behind.core, behind.word) and _goes_on(tokens, index, words):
                return index + len(words), value
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[int, Value] | None:
        """The phrase that ends right before ``index``: where it begins and its value."""
        token = tokens[index - 1]
        candidates = self._backward.get(token.core)
        if candidates is None and token.prefix:
            candidates = self._backward.get(token.word)
        if candidates is None:
            return None
        for words, value in candidates:
            if index >= len(words) and _stands(tokens, index - len(words), words):
                return index - len(words), value
        return None


def _longest_first(entry: tuple[tuple[str, ...], Any]) -> int:
    return -len(entry[0])


def _goes_on(tokens: Tokens, index: int, words: tuple[str, ...]) -> bool:
    """Whether the rest of a phrase stands behind its first word."""
    for word in words[1:]:  # a loop, because most phrases end at the first of these words
        index += 1
        token = tokens[index]
        if token.line or word not in (token.core, token.word):
            return False
    return True


def _stands(tokens: Tokens, index: int, words: tuple[str, ...]) -> bool:
    for offset, word in enumerate(words):
        token = tokens[index + offset]
        if word not in (token.core, token.word):
            return False
        if offset and token.line:
            return False
    return True
