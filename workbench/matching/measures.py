"""Units that are compared as units, so that their words need not be: "5 km", "five kilometres"."""

from __future__ import annotations

from workbench.language.packs import LanguagePack
from workbench.language.schema import Numbers


def is_measure(unit: str, pack: LanguagePack) -> bool:
    """Whether a figure in a unit measures; what it counts (soldiers, prisoners) stays a word."""
    return unit.partition("/")[0] in pack.derived(_measures)


def _measures(pack: LanguagePack) -> frozenset[str]:
    data = pack.section(Numbers)
    return frozenset((*data.units, *data.durations, *data.currencies))
