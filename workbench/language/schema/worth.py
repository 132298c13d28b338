"""Section ``[worth]``: words and weights for check-worthiness."""

from __future__ import annotations

import msgspec


class Worth(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Cue words, folded when read, and weights where they differ from the general ones."""

    opinion: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    second_person: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    comparison: tuple[str, ...] = ()
    causal: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    """Offices and institutions: "minister", وزارة."""
    change: tuple[str, ...] = ()
    """Verbs and nouns of measured change: "rose", انخفاض."""
    bias: float | None = None
    weights: dict[str, float] = {}
    """Feature → weight, instead of `workbench.splitting.worth.DEFAULT_WEIGHTS`."""
