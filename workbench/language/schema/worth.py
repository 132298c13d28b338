"""Section ``[worth]``: words and weights for check-worthiness."""

from __future__ import annotations

import msgspec


class Worth(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Cue words, folded when read, and the fitted weights of a logistic model."""

    opinion: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    second_person: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    comparison: tuple[str, ...] = ()
    causal: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    """Offices and institutions: "minister", وزارة."""
    harm: tuple[str, ...] = ()
    """Death, crime, disease: what a wrong claim does harm with."""
    change: tuple[str, ...] = ()
    """Verbs and nouns of measured change: "rose", انخفاض."""
    bias: float | None = None
    weights: dict[str, float] = {}
    """Feature → weight; a feature that is not there counts with `workbench.splitting.worth`'s
    own weight. Fitted by ``python -m benchmarks.fit_worth``."""
