"""What a denial excepts: "no troops except advisers", لم تمشط سوى ثلاثة أحياء."""

from __future__ import annotations

from functools import lru_cache

from workbench.facets.cues import stances
from workbench.facets.polarity import read_exception
from workbench.language.packs import LanguagePack
from workbench.language.stems import bare_all
from workbench.matching.findings import Finding, Holds
from workbench.matching.lexicon.lexemes import lexemes_of
from workbench.matching.reasons import Key
from workbench.matching.statement.words import keys_of, pack_for
from workbench.matching.types import Facet, Statement


@lru_cache(maxsize=1024)
def exception_of(statement: Statement) -> str:
    """The words that a denial excepts ("except advisers"), or nothing."""
    pack = pack_for(statement.language)
    if not _may_except(statement.text, pack):
        return ""
    exception = read_exception(statement.text, pack)
    return exception.of(statement.text) if exception else ""


def _may_except(text: str, pack: LanguagePack) -> bool:
    """Whether a word stands anywhere by which an exception begins: most statements except nothing,
    and need not be read again to know it."""
    opening = stances(pack).exceptions.first_words
    words = bare_all((word.folded for word in lexemes_of(pack.code).of(text)), pack)
    return any(each in opening for rests in words for each in rests)


def is_excepted(excepted: str, denier: Statement, other: Statement) -> bool:
    """Whether what the other statement asserts is the excepted thing itself.

    It is where its subject (what it counts, else its first words) meets the exception.
    """
    keys = keys_of(excepted, denier.language)
    counted = [quantity.counted for quantity in other.facets.quantities if quantity.counted]
    subject = " ".join(counted) or other.text
    main = keys_of(denier.text.replace(excepted, " "), denier.language)
    return bool(keys_of(subject, other.language) & (keys - main))


def excepts(other: Statement, denier: Statement) -> bool:
    """Whether a statement excepts just what another one denies: "all but Hungary agreed", "Hungary
    did not agree"."""
    _, _, spared = exception_of(other).partition(" ")  # behind "except"
    keys = keys_of(spared, other.language)
    return bool(keys) and keys <= keys_of(denier.text, denier.language)


def find_exceptions(here: Statement, there: Statement) -> list[Finding]:
    """Whether two denials except other things."""
    ours, theirs = exception_of(here), exception_of(there)
    if _spared(here) == _spared(there):
        return []
    return [Finding(Facet.POLARITY, Holds.UNCLEAR, Key.EXCEPTION_DIFFERS, ours, theirs)]


def _spared(statement: Statement) -> frozenset[str]:
    """What is excepted, by its words; how many it is the figures tell."""
    excepted = exception_of(statement)
    for figure in statement.facets.quantities:
        excepted = excepted.replace(figure.surface, figure.counted)
    return keys_of(excepted, statement.language)
