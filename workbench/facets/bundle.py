"""All facets of a text at once, and those of a claim made of parts of it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.facets.actors import main_action, read_actors
from workbench.facets.modality import read_modality
from workbench.facets.places import read_places
from workbench.facets.polarity import read_polarity
from workbench.facets.quantities import read_quantities
from workbench.facets.times import read_times
from workbench.facets.types import Clock, Facets
from workbench.language.packs import LanguagePack
from workbench.language.spans import Span


def read_facets(text: str, pack: LanguagePack, clock: Clock) -> Facets:
    """Everything that ``text`` says of figures, times, places, actors, polarity, modality."""
    modality, hedges = read_modality(text, pack)
    return Facets(
        quantities=read_quantities(text, pack),
        times=read_times(text, pack, clock),
        places=read_places(text, pack),
        actors=read_actors(text, pack),
        action=main_action(text, pack),
        polarity=read_polarity(text, pack),
        modality=modality,
        hedges=hedges,
    )


def select(facets: Facets, text: str, segments: Sequence[Span], pack: LanguagePack) -> Facets:
    """The facets of a claim made of ``segments`` of ``text``, offsets unchanged."""
    inside = [segment for segment in segments if segment.end > segment.start]
    return Facets(
        quantities=tuple(q for q in facets.quantities if any(s.contains(q.span) for s in inside)),
        times=tuple(t for t in facets.times if any(s.contains(t.span) for s in inside)),
        places=tuple(p for p in facets.places if any(s.contains(p.span) for s in inside)),
        actors=tuple(a for a in facets.actors if any(s.contains(a.span) for s in inside)),
    )
