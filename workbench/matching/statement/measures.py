"""Words that stand inside a figure or a time, which are compared as such and not as words."""

from __future__ import annotations

from workbench.facets.types import Facets
from workbench.language.packs import LanguagePack
from workbench.language.schema import Numbers
from workbench.matching.lexicon.lexemes import lexemes_of


def figure_stems(facets: Facets, pack: LanguagePack) -> frozenset[str]:
    """Stems inside figures, without those of what is counted: units are compared as units."""
    inside: set[str] = set()
    for quantity in facets.quantities:
        inside |= _stems(quantity.surface, pack)
        if not is_measure(quantity.unit, pack):
            inside -= _stems(quantity.counted, pack)
    return frozenset(inside)


def time_stems(facets: Facets, pack: LanguagePack) -> frozenset[str]:
    """Stems inside times."""
    return frozenset().union(*(_stems(time.surface, pack) for time in facets.times))


def _stems(text: str, pack: LanguagePack) -> set[str]:
    return {word.stem for word in lexemes_of(pack.code).of(text)} if text else set()


def is_measure(unit: str, pack: LanguagePack) -> bool:
    """Whether a figure in a unit measures; what it counts (soldiers, prisoners) stays a word."""
    return unit.partition("/")[0] in pack.derived(_measures)


def _measures(pack: LanguagePack) -> frozenset[str]:
    data = pack.section(Numbers)
    return frozenset((*data.units, *data.durations, *data.currencies))
