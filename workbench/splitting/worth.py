"""How much a claim is worth checking, with the reasons for the figure."""

from __future__ import annotations

import math

from workbench.facets.types import Facets, Modality
from workbench.language.packs import LanguagePack
from workbench.splitting.types import Attribution, Worth

_WEIGHTS = {
    "figure": 1.2,
    "date": 0.3,
    "named actor": 0.4,
    "place": 0.3,
    "official": 0.3,
    "opinion": -1.2,
    "forecast": -0.6,
}
_BIAS = -0.4


def weigh(text: str, facets: Facets, attribution: Attribution, pack: LanguagePack) -> Worth:
    """The check-worthiness of a claim in [0, 1] and what speaks for and against it."""
    found = {
        "figure": bool(facets.quantities),
        "date": bool(facets.times),
        "named actor": bool(facets.actors),
        "place": bool(facets.places),
        "official": bool(attribution.chain),
        "opinion": facets.modality == Modality.OPINION,
        "forecast": facets.modality in {Modality.PREDICTION, Modality.PLEDGE},
    }
    reasons = sorted((key for key, here in found.items() if here), key=lambda k: -abs(_WEIGHTS[k]))
    total = _BIAS + sum(_WEIGHTS[key] for key in reasons)
    return Worth(1 / (1 + math.exp(-total)), tuple(reasons))
