"""Places side by side: the same, one inside the other, or apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from workbench.facets.types import Facets, Place, Role
from workbench.language.lexicon import NAME
from workbench.matching.findings import Finding, Holds
from workbench.matching.reasons import Key
from workbench.matching.statement.names import governments
from workbench.matching.types import Facet
from workbench.matching.wording.wording import Pairing


def find_places(
    here: Facets, there: Facets, words: Pairing, codes: tuple[str, str]
) -> list[Finding]:
    """What the places say; adjectives ("Iraqi") and those who act are left to the roles.

    Places that stand on both sides are taken out first, those that only sound alike in two scripts
    (``words``) among them; of the rest, each is held against the one that contains it or that it
    contains. What is left over alone narrows its statement;
    left over on both sides it sets them apart.
    """
    new, filed = _locations(here, codes[0]), _locations(there, codes[1])
    both = new.keys() & filed.keys()
    findings = [
        Finding(Facet.PLACE, Holds.EQUAL, Key.SAME_PLACE, new[name].surface, filed[name].surface)
        for name in sorted(both)
    ]
    named_here, named_there = _names(here), _names(there)
    ours = [place for name, place in new.items() if name not in named_there]
    theirs = [place for name, place in filed.items() if name not in named_here]
    findings += _sounding(ours, theirs, words)
    findings += _contained(ours, theirs, words) + _extended(ours, theirs)
    left = (
        [place for place in ours if not _implied(place, filed.values())],
        [place for place in theirs if not _implied(place, new.values())],
    )
    # A town of which the lexicon knows one, and each says in what country it is: "Tripoli in
    # Lebanon", "Tripoli in Libya".
    if any(one.kind == other.kind for one, other in product(ours, theirs)) and any(left):
        return findings + _left(ours, theirs)
    return findings + _left(*left)


def _locations(facets: Facets, code: str) -> dict[str, Place]:
    """Where it happens, by name."""
    acting = {actor.name for actor in facets.actors if actor.role is not Role.MENTIONED}
    acting |= governments(facets, code).keys()
    return {
        place.name: place
        for place in reversed(facets.places)
        if not place.demonym and place.name not in acting
    }


def _names(facets: Facets) -> set[str]:
    """Every place that the statement names in any way: "Iraq", "Iraqi", Iraq as an actor."""
    return {place.name for place in facets.places} | {actor.name for actor in facets.actors}


def _sounding(ours: list[Place], theirs: list[Place], words: Pairing) -> list[Finding]:
    """Places of two names whose words are paired all the same; both are taken off the lists.

    So is one that the other statement has among its words, although not as a place.
    """
    findings = []
    for one, other in words.shared:
        if one.meanings == other.meanings:
            continue
        new = next((place for place in ours if f"{NAME}{place.name}" in one.meanings), None)
        filed = next((place for place in theirs if f"{NAME}{place.name}" in other.meanings), None)
        if new:
            ours.remove(new)
        if filed:
            theirs.remove(filed)
        if new and filed:
            shown = new.surface, filed.surface
            findings.append(Finding(Facet.PLACE, Holds.EQUAL, Key.SAME_PLACE, *shown))
    return findings


def _contained(ours: list[Place], theirs: list[Place], words: Pairing) -> list[Finding]:
    """Pairs of which one contains the other; both are taken off the lists.

    A site that is named after its town is the same where both say what it is: "the port of Ras
    Lanuf", ميناء رأس لانوف.
    """
    findings = []
    for one in tuple(ours):
        for other in tuple(theirs):
            if one not in ours or not (one.name in other.within or other.name in one.within):
                continue
            narrower = one.name in other.within
            if _is_called_alike(one, other, words):
                shown = one.surface, other.surface
                findings.append(Finding(Facet.PLACE, Holds.EQUAL, Key.SAME_PLACE, *shown))
                ours.remove(one)
                theirs.remove(other)
                continue
            findings.append(_inside(one, other, narrower=narrower))
            ours.remove(one)
            theirs.remove(other)
    return findings


def _inside(here: Place, there: Place, *, narrower: bool) -> Finding:
    """That the place on file lies in the new one's (``narrower``), or the other way round."""
    holds = Holds.NARROWER if narrower else Holds.BROADER
    key = Key.PLACE_NARROWER if narrower else Key.PLACE_BROADER
    return Finding(Facet.PLACE, holds, key, here.surface, there.surface)


def _is_called_alike(here: Place, there: Place, words: Pairing) -> bool:
    """Whether what a site is called beside its town ("port") stands in the other text as well."""
    for one, other in words.shared:
        for site, word in ((here, one), (there, other)):
            if site.kind == "site" and not word.name and word.surface in site.surface.split():
                return True
    return False


def _extended(ours: list[Place], theirs: list[Place]) -> list[Finding]:
    """Sites of which one is called as the other and more: "the Jaber border crossing", "the Jaber
    crossing"; both are taken off the lists."""
    findings = []
    for one, other in product(tuple(ours), tuple(theirs)):
        sites = {one.kind, other.kind} == {"site"}
        if not sites or one not in ours or other not in theirs:
            continue
        short, full = sorted((one.surface.split(), other.surface.split()), key=len)
        if len(short) > 1 and set(short) < set(full):
            shorter = len(one.surface) < len(other.surface)
            findings.append(_inside(one, other, narrower=shorter))
            ours.remove(one)
            theirs.remove(other)
    return findings


def _implied(place: Place, others: Iterable[Place]) -> bool:
    """Whether the other statement names something inside ``place``: "in Baghdad, Iraq"."""
    return any(place.name in other.within for other in others)


def _left(ours: Sequence[Place], theirs: Sequence[Place]) -> list[Finding]:
    here = "; ".join(place.surface for place in ours)
    there = "; ".join(place.surface for place in theirs)
    if ours and theirs:
        return [Finding(Facet.PLACE, Holds.APART, Key.PLACES_DIFFER, here, there)]
    if ours:
        return [Finding(Facet.PLACE, Holds.BROADER, Key.PLACE_ONLY_HERE, here=here)]
    if theirs:
        return [Finding(Facet.PLACE, Holds.NARROWER, Key.PLACE_ONLY_THERE, there=there)]
    return []
