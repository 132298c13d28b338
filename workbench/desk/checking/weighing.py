"""What evidence weighs: copies of one origin count once, and what goes in a circle not at all.

A mark never decides: it says what a reader should know and what the gate counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from workbench.desk.views import EvidenceView
from workbench.language.fold import fold_text

PRIMARY_KINDS = frozenset({"primary", "official", "data"})
"""Kinds of source that are primary unless a person says otherwise of the evidence."""
CITES_ARTICLE = "cites the article"
CITES_CLAIMANT = "cites the claimant"
_COMPARED = 20_000
"""Characters from the start of each text, which hold a whole wire report."""
_RUN = 5
"""Words in a run; so long a run of the same words is seldom chance."""
_COPIED = 0.5
"""Share of the shorter text's runs that the other has too, from which they are one text: a wire
copy under another headline keeps most of them, two reports of one event under a tenth."""


class About(msgspec.Struct, frozen=True):
    """What makes evidence on a claim go in a circle."""

    claimant: str
    """Nothing where the claim is that the claimant said so: then its own words are the proof."""
    outlets: Sequence[str]
    """Who published the articles that it stands in."""
    addresses: Sequence[str]
    """Where those articles are."""
    outlet_says_so: bool
    """Nobody is quoted: the outlet itself is the claimant."""


def is_primary(directness: str, kind: str) -> bool:
    """Whether evidence is primary: as a person said of it, else by its source's kind."""
    return directness == "primary" or (not directness and kind in PRIMARY_KINDS)


def weigh(
    evidence: Sequence[EvidenceView], about: About, texts: Mapping[int, str]
) -> tuple[EvidenceView, ...]:
    """The evidence with what goes in a circle marked, and copies of one origin in one group.

    Args:
        evidence: all of one claim's.
        about: the claim and its articles.
        texts: evidence → the text of its source's snapshot, where there is one.
    """
    groups = _groups(evidence, texts)
    return tuple(
        replace(each, circular=_circular(each, about), group=group)
        for each, group in zip(evidence, groups, strict=True)
    )


def _circular(evidence: EvidenceView, about: About) -> str:
    if address(evidence.source_url) in set(map(address, about.addresses)) - {""}:
        return CITES_ARTICLE
    said_by = _names(evidence.publisher, evidence.origin)
    if said_by & _names(about.claimant):
        return CITES_CLAIMANT
    outlets = _names(*about.outlets)
    if _names(evidence.origin) & outlets:
        return CITES_ARTICLE
    return CITES_CLAIMANT if about.outlet_says_so and said_by & outlets else ""


def _groups(evidence: Sequence[EvidenceView], texts: Mapping[int, str]) -> list[int]:
    """A number for each: the place of the first that has the same origin."""
    marks = [set(_origins(each)) for each in evidence]
    runs = [_runs(texts.get(each.id, "")) for each in evidence]
    group = list(range(len(evidence)))
    for one, two in combinations(range(len(evidence)), 2):
        if marks[one] & marks[two] or _copied(runs[one], runs[two]):
            low, high = sorted((group[one], group[two]))
            group = [low if each == high else each for each in group]
    return group


def _origins(evidence: EvidenceView) -> Iterator[str]:
    """What two sources of one origin share: a wire, a publisher, a site, an address."""
    yield f"source {evidence.source_id}"
    if evidence.origin:
        yield from _names(evidence.origin)
        return
    yield from _names(evidence.publisher)
    if host := address(evidence.source_url).partition("/")[0]:
        yield f"site {host}"


def _names(*names: str) -> set[str]:
    return {folded for name in names if (folded := fold_text(name).strip())}


def address(url: str) -> str:
    """An address without what does not change the page: scheme, ``www.``, fragment, last slash."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return url
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}" if host else ""


def _runs(text: str) -> set[tuple[str, ...]]:
    words = fold_text(text[:_COMPARED]).split()
    return set(zip(*(words[start:] for start in range(_RUN)), strict=False))


def _copied(one: set[tuple[str, ...]], two: set[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(two))
    return shorter > 0 and len(one & two) >= _COPIED * shorter
