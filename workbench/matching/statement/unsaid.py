"""Words that go without saying beside others of their statement."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from workbench.facets.types import Facets, Modality
from workbench.matching.lexicon.contrasts import groups
from workbench.matching.profiles import Word

_OF = 2
"""Words from a kind of place to its name, "of" between them."""


def once(words: Sequence[Word], facets: Facets) -> Sequence[Word]:
    """The words; what is counted adds nothing where it was said: "the dead rose to 31 dead"."""
    counted = {each for figure in facets.quantities for each in figure.counted.split()}
    if not counted:
        return words
    told = {
        at
        for at, word in enumerate(words)
        if word.surface in counted
        and any(not word.meanings.isdisjoint(other.meanings) for other in words[:at])
    }
    return [replace(w, light=True) if at in told else w for at, w in enumerate(words)]


def of_a_kind(words: Sequence[Word], facets: Facets) -> Sequence[Word]:
    """The words; of what kind something is goes without saying beside its name, and of what
    country: "the island of Crete", جبل مون بلان, "the German airline Lufthansa". Not so what is
    larger than the place of its name, "New York state"; a region is told where something
    happened ("in the Kirkuk area"), and places are compared besides."""
    told: set[int] = set()
    happened = facets.modality is Modality.PAST_FACT
    spots = groups().spots | groups().regions if happened else groups().spots
    demonyms = {w for place in facets.places if place.demonym for w in place.surface.split()}
    for at, name in enumerate(words):
        if not name.name:
            continue
        kinds = spots if name.located else groups().bodies
        first = at - (at > 1 and words[at - 1].surface in demonyms)
        before, after = words[first - 1 : first] if first else (), words[at + 1 : at + 2]
        near = [word for word in before if words[first].place - word.end < _OF]
        near += [word for word in after if name.end == word.place]
        kind = [word for word in near if not kinds.isdisjoint(word.meanings)]
        told.update(word.place for word in kind)
        beside = words[max(first - 2, 0) : at] if kind and not name.located else ()
        told.update(word.place for word in beside if word.surface in demonyms)
    return [replace(w, implied=True) if w.place in told else w for w in words] if told else words
