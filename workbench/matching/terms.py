"""What a statement is filed under in the index: stems, names and senses, figures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import islice
from pathlib import Path

from workbench.facets.types import Quantity
from workbench.language import packs
from workbench.language.fold import VERSION as FOLDING
from workbench.language.lexicon import (
    ANY,
    ideas,
    key_of,
    longest_name,
    opening_numbers,
    scan,
    second_words,
)
from workbench.language.packs import LanguagePack, load
from workbench.language.stems import term
from workbench.language.tokens import Token, tokenize
from workbench.matching.posts import plain
from workbench.matching.types import Statement
from workbench.matching.words import IDEA, codes, is_acronym, pack_for

_SECTIONS = {"language", "lexicon", "verbs"}
"""Files of a pack that stems and ideas come from; a pack of one file counts as a whole."""
_RULES = 6
"""Raised with every change of the code that makes terms."""


def _version() -> str:
    """Rules, folding, and a digest of the language data that stems and ideas come from."""
    digest = hashlib.blake2b(digest_size=6)
    for file in sorted(Path(packs.__file__).parent.rglob("*.*")):
        if file.suffix not in {".toml", ".json"}:
            continue
        if file.stem in _SECTIONS or file.parent.name == "packs":
            digest.update(file.read_bytes())
    return f"{_RULES}.{FOLDING}.{digest.hexdigest()}"


VERSION = _version()
"""What the terms are made with; an index built with another version must be rebuilt."""
_IDEA_FACTOR = 0.3
_IDEA_ACROSS = 0.7
NAME = "name:"
_MOST_TERMS = 256
"""Terms of one statement that are filed."""
_MOST_WORDS = 1200
"""Words of one statement that are looked at."""
_LONGEST = 80
"""Letters of a term, or of a written word, beyond which it is cut, or not remembered."""
_MEMO = 131_072
"""Written words of a language whose terms are remembered; then remembering begins anew."""


def index_terms(statement: Statement) -> list[str]:
    """The index terms of a statement, each once.

    Every word is filed under its stem and its ideas, a name that the lexicon knows under what it
    is called as well; and with them the names and figures of the facets. What all languages call
    the same is filed by language (``ar|name:Iraq``), so that it can be looked for in one alone.
    """
    terms: dict[str, None] = {}
    code = pack_for(statement.language).code
    _filer(code).file(plain(statement.text), terms)
    facets = statement.facets
    names = [place.name for place in facets.places] + [actor.name for actor in facets.actors]
    terms.update((f"{code}|{NAME}{name}"[:_LONGEST], None) for name in names if _is_storable(name))
    for quantity in facets.quantities:
        terms.update(dict.fromkeys(f"{code}|{figure}" for figure in _figures(quantity)))
    return list(islice(terms, _MOST_TERMS))


@cache
def _filer(code: str) -> _Filer:
    return _Filer(load(code))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a written word: what stands between two blanks, marks included."""

    terms: tuple[str, ...]
    begins: str
    """Its first token, as the lexicon has it."""
    opens: frozenset[str]
    """The second words of the names that may begin with it; `ANY` for whatever word."""
    reach: int = 0
    """Words of the longest name that may begin with it."""


_NOTHING = _Known((), "", frozenset())


class _Filer:
    """The words of one language with their terms: each written word is worked out only once."""

    def __init__(self, pack: LanguagePack) -> None:
        self._pack = pack
        self._stop = pack.language.stop_words
        self._code = pack.code
        self._known: dict[str, _Known] = {}
        self._numbers = opening_numbers(pack)

    def file(self, text: str, terms: dict[str, None]) -> None:
        """Add the terms of a text's words and of the names in it."""
        known = self._known
        words = text.split(maxsplit=_MOST_WORDS)[:_MOST_WORDS]
        before = _NOTHING
        begun: list[tuple[int, int]] = []
        is_plain = True
        for at, written in enumerate(words):
            word = known.get(written) or self._learn(written)
            for each in word.terms:
                terms[each] = None
            if before.opens:
                if ANY in before.opens or word.begins in before.opens:
                    begun.append((at - 1, at - 1 + before.reach))
                is_plain = is_plain and bool(word.begins)
            before = word
        for part in self._parts(text, words, begun, is_plain=is_plain):
            found = self._names(tokenize(part)[:_MOST_WORDS], part)
            terms.update((each, None) for each in found)

    def _parts(
        self, text: str, words: list[str], begun: list[tuple[int, int]], *, is_plain: bool
    ) -> list[str]:
        """Where names of several words are looked for: the whole text only where it is odd.

        It is odd where a mark stands alone behind an opening word, where a number may open a
        name (6 October City), where blanks are no single spaces, and where it is long.
        """
        if not begun:
            return []
        is_plain = is_plain and len(text) <= _MOST_WORDS and self._numbers.isdisjoint(words)
        if not is_plain or " ".join(words) != text:
            return [text]
        return [" ".join(words[first:end]) for first, end in _joined(begun)]

    def _learn(self, written: str) -> _Known:
        if written.isdecimal() and written.isascii():
            return _Known((written,), written, frozenset())  # too many to be remembered
        if len(self._known) >= _MEMO:
            self._known.clear()
        tokens = tokenize(written)
        terms = [
            *self._names(tokens, written),
            *(term for token in tokens for term in self._terms(token)),
        ]
        opens = frozenset().union(*(second_words(token, self._pack) for token in tokens))
        if len(tokens) > 1 and opens:
            opens = frozenset({ANY})
        begins = key_of(tokens[0]) if tokens else ""
        storable = (term[:_LONGEST] for term in terms if _is_storable(term))
        reach = max((longest_name(token, self._pack) for token in tokens), default=0)
        known = _Known(tuple(dict.fromkeys(storable)), begins, opens, reach)
        if len(written) <= _LONGEST:
            self._known[written] = known
        return known

    def _names(self, tokens: Sequence[Token], text: str) -> Iterator[str]:
        for hit in scan(text, tokens, self._pack):
            yield from sorted(
                f"{self._code}|{NAME}{entry.name}" for entry in hit.entries if entry.name
            )

    def _terms(self, token: Token) -> Iterator[str]:
        if token.folded in self._stop and not is_acronym(token):
            return
        yield term(token, self._pack)
        yield from sorted(f"{self._code}|{IDEA}{idea}" for idea in ideas(token.folded, self._pack))


def _joined(begun: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where names may stand: stretches of words that no name reaches into or out of.

    So what is found in each is what would be found in the whole text, the longest first.
    """
    stretches = [begun[0]]
    for first, end in begun[1:]:
        begin, until = stretches[-1]
        if first < until:
            stretches[-1] = begin, max(until, end)
        else:
            stretches.append((first, end))
    return stretches


def query_terms(statement: Statement) -> dict[str, float]:
    """The terms under which a new statement is looked for, each with a factor for its rarity.

    They find claims in its own language, where words say more than everyday ideas.
    """
    return _own(index_terms(statement))


def terms_across(statement: Statement) -> list[dict[str, float]]:
    """The same for each further language: names, figures, and the ideas that join them."""
    return _across(index_terms(statement), pack_for(statement.language).code)


def queries_of(statement: Statement) -> tuple[dict[str, float], list[dict[str, float]]]:
    """`query_terms` and `terms_across`, for which the words are read once."""
    terms = index_terms(statement)
    return _own(terms), _across(terms, pack_for(statement.language).code)


def _own(terms: Sequence[str]) -> dict[str, float]:
    return {each: _IDEA_FACTOR if f"|{IDEA}" in each else 1.0 for each in terms}


def _across(terms: Sequence[str], own: str) -> list[dict[str, float]]:
    shared = [each.partition("|")[2] for each in terms if "|" in each]
    return [
        {f"{code}|{each}": _IDEA_ACROSS if each.startswith(IDEA) else 1.0 for each in shared}
        for code in codes()
        if code != own
    ]


def _figures(quantity: Quantity) -> list[str]:
    """A figure however it is written: "two thousand five hundred" is filed under 2500."""
    values = {quantity.low, quantity.high} - {None}
    return [f"figure:{_plain(value)}"[:_LONGEST] for value in sorted(filter(None, values))]


def _is_storable(term: str) -> bool:
    """Whether a store can take it: half of a surrogate pair cannot be written anywhere."""
    return not any("\ud800" <= char <= "\udfff" for char in term)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
