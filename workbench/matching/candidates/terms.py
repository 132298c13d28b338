"""What a statement is filed under in the index: stems, names and senses, figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain, islice
from pathlib import Path

from workbench.facets.types import Facets, Quantity
from workbench.language import packs
from workbench.language.fold import VERSION as FOLDING
from workbench.language.fold import fold_text
from workbench.language.lexicon import NAME
from workbench.language.packs import load
from workbench.language.sounds import consonants
from workbench.matching.candidates.written import LONGEST, Written, is_storable
from workbench.matching.profiles import IDEA
from workbench.matching.statement.posts import plain
from workbench.matching.statement.words import codes, pack_for
from workbench.matching.types import Statement

_SECTIONS = {"language", "lexicon", "sounds", "verbs"}
"""Files of a pack that stems, ideas and sounds come from; a pack of one file is one of them."""
_RULES = 10
"""Raised with every change of the code that makes terms."""


def _version() -> str:
    """Rules, folding, and a digest of the language data that stems and ideas come from."""
    import hashlib  # noqa: PLC0415 (asked once for each state of the program)

    digest = hashlib.blake2b(digest_size=6)
    for file in sorted(Path(packs.__file__).parent.rglob("*.*")):
        if file.suffix not in {".toml", ".json"}:
            continue
        if file.stem in _SECTIONS or file.parent.name == "packs":
            digest.update(file.read_bytes())
    return f"{_RULES}.{FOLDING}.{digest.hexdigest()}"


VERSION = packs.of_no_language(_version)
"""What the terms are made with; an index built with another version must be rebuilt."""
_IDEA_FACTOR = 0.3
_IDEA_ACROSS = 0.7
SOUND = "sound:"
"""How what a name sounds like is marked."""
_SHORTEST_SOUND = 3
"""Consonants of a name that is filed, at least."""
MOST_TERMS = 256
"""Terms of one statement that are filed."""


def index_terms(statement: Statement) -> list[str]:
    """The index terms of a statement, each once.

    Every word is filed under its stem and its ideas, a name that the lexicon knows under what it
    is called as well; and with them the names and figures of the facets. What all languages call
    the same is filed by language (``ar|name:Iraq``), so that it can be looked for in one alone.
    """
    code = pack_for(statement.language).code
    words, names = _written(code).read(plain(statement.text))
    terms = chain(chain.from_iterable(words), names, facet_terms(statement.facets, code))
    return list(islice(dict.fromkeys(terms), MOST_TERMS))


def facet_terms(facets: Facets, code: str) -> Iterator[str]:
    """The terms of a statement's names and figures, in the language of that code."""
    for name in [place.name for place in facets.places] + [actor.name for actor in facets.actors]:
        if is_storable(name):
            yield f"{code}|{NAME}{name}"[:LONGEST]
    for actor in facets.actors:
        if actor.kind == "person":
            yield from (f"{code}|{SOUND}{each}" for each in _sounds(actor.name, code))
    for quantity in facets.quantities:
        yield from (f"{code}|{figure}" for figure in _figures(quantity))


@cache
def _written(code: str) -> Written[Sequence[str]]:
    return Written(load(code), lambda _, terms: tuple(terms))


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


def _sounds(name: str, code: str) -> Iterator[str]:
    """What the words of a name sound like, which no lexicon may know, in whatever script."""
    pack = load(code)
    for word in fold_text(name).split():
        sound = consonants(word, pack)
        if len(sound) >= _SHORTEST_SOUND:
            yield sound[:LONGEST]


def _figures(quantity: Quantity) -> list[str]:
    """A figure however it is written: "two thousand five hundred" is filed under 2500."""
    values = {quantity.low, quantity.high} - {None}
    return [f"figure:{_plain(value)}"[:LONGEST] for value in sorted(filter(None, values))]


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
