"""What a statement is filed under in the index: stems, names and senses, figures."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

from workbench.facets.types import Quantity
from workbench.language import packs
from workbench.language.fold import VERSION as FOLDING
from workbench.matching.types import Statement
from workbench.matching.words import IDEA, profile

_SECTIONS = {"language", "lexicon", "verbs"}
"""Files of a pack that stems and ideas come from; a pack of one file counts as a whole."""
_RULES = 3
"""Raised with every change of the code that makes terms."""


def _version() -> str:
    """Rules, folding, and a digest of the language data that stems and ideas come from."""
    digest = hashlib.blake2b(digest_size=6)
    for file in sorted(Path(packs.__file__).parent.rglob("*.toml")):
        if file.stem in _SECTIONS or file.parent.name == "packs":
            digest.update(file.read_bytes())
    return f"{_RULES}.{FOLDING}.{digest.hexdigest()}"


VERSION = _version()
"""What the terms are made with; an index built with another version must be rebuilt."""
_IDEA_FACTOR = 0.3
_MOST_TERMS = 256
"""Terms of one statement that are filed."""


def index_terms(statement: Statement) -> list[str]:
    """The index terms of a statement, each once, in order."""
    terms: dict[str, None] = {}
    for word in profile(statement).words:
        if word.stop:
            continue
        terms[word.stem] = None
        terms.update(dict.fromkeys(sorted(word.ideas)))
        if word.name:
            terms.update(dict.fromkeys(sorted(word.meanings)))
    for quantity in statement.facets.quantities:
        terms.update(dict.fromkeys(_figures(quantity)))
    return [term for term in terms if _is_storable(term)][:_MOST_TERMS]


def query_terms(statement: Statement) -> dict[str, float]:
    """The terms under which a new statement is looked for, each with a factor for its rarity.

    Everyday ideas join the languages; within one language the words themselves say more.
    """
    return {term: _IDEA_FACTOR if term.startswith(IDEA) else 1.0 for term in index_terms(statement)}


def _figures(quantity: Quantity) -> list[str]:
    """A figure however it is written: "two thousand five hundred" is filed under 2500."""
    values = {quantity.low, quantity.high} - {None}
    return [f"figure:{_plain(value)}" for value in sorted(filter(None, values))]


def _is_storable(term: str) -> bool:
    """Whether a store can take it: half of a surrogate pair cannot be written anywhere."""
    return not any("\ud800" <= char <= "\udfff" for char in term)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
