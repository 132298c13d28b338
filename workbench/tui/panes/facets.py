"""The pane of what a claim says in typed values, and what it says wherever else it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.desk.facets import telling
from workbench.desk.facets.facets import listed
from workbench.desk.views import AppearanceView, ClaimView
from workbench.facets.corrections import Value
from workbench.facets.types import Facets
from workbench.tui.panes.common import facet_fields, fields
from workbench.tui.theme import Look
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words

BY_HAND = Look("✓", "success")


@dataclass(frozen=True, slots=True)
class FacetEntry:
    """One value that can be corrected: of the claim, or of one of its appearances."""

    value: Value
    by_hand: bool
    appearance_id: int | None = None


def entries(claim: ClaimView) -> list[FacetEntry]:
    """Every value, the claim's own first; a page names them by their place in this list."""
    found = _entries(claim.facets, claim.by_hand, None)
    for place in elsewhere(claim):
        found += _entries(place.facets, place.by_hand, place.id)
    return found


def elsewhere(claim: ClaimView) -> list[AppearanceView]:
    """The appearances that say something of their own: not the one that the claim's are of."""
    own = bool(claim.appearances) and claim.appearances[0].facets == claim.facets
    return list(claim.appearances[1:] if own else claim.appearances)


def _entries(
    read: Facets, by_hand: tuple[Value, ...], appearance_id: int | None
) -> list[FacetEntry]:
    return [FacetEntry(value, value in by_hand, appearance_id) for value in listed(read)]


def blocks(claim: ClaimView, words: Words) -> Iterator[Block]:
    """Each value an entry, by hand or as it was read."""
    found = entries(claim)
    places = {place.id: place for place in elsewhere(claim)}
    last: int | None = -1
    for number, entry in enumerate(found):
        if entry.appearance_id != last:
            last = entry.appearance_id
            yield from _heading(places.get(last) if last is not None else None, words)
        label, told = telling.value(entry.value, words.language)
        hand = words("facets.by_hand") if entry.by_hand else ""
        yield Block(
            fields([*facet_fields(told), hand]),
            "strong" if entry.by_hand else "body",
            label,
            look=BY_HAND if entry.by_hand else None,
            entry=number,
        )


def _heading(place: AppearanceView | None, words: Words) -> Iterator[Block]:
    if place is None:
        yield Block(words("facets.says"), "heading")
        return
    yield Block("")
    title = place.article_title or words("claim.no_article")
    yield Block(fields([words("facets.elsewhere"), title, place.published]), "heading")
