"""Accepted proposals and the rules' claims put together: nothing that the rules found is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from workbench.facets.types import Facets
from workbench.language import packs
from workbench.language.stems import terms
from workbench.models.source import Source
from workbench.splitting.types import DraftClaim, Sentence, SentenceState, Splitting

_TOLD = 0.5
"""Share of a claim's terms that must stand in accepted ones for it to be told already."""


def merge(source: Source, accepted: Mapping[int, Sequence[DraftClaim]]) -> Splitting:
    """The splitting of an article in which some sentences have claims from a model.

    In a sentence with accepted claims those of the rules stay whose figures, times, names or
    words no accepted one tells; a sentence without any stays as the rules had it.
    """
    claims: list[DraftClaim] = []
    account: list[Sentence] = []
    for at, sentence in enumerate(source.rules.sentences):
        ours, theirs = source.claims.get(at, ()), accepted.get(at, ())
        kept = [claim for claim in ours if not _told(claim, theirs)]
        both = sorted([*theirs, *kept], key=lambda claim: claim.segments[0])
        claims += both
        state = replace(sentence, state=SentenceState.CLAIMED, reason="") if both else sentence
        account.append(state)
    return Splitting(tuple(claims), tuple(account))


def _told(claim: DraftClaim, accepted: Sequence[DraftClaim]) -> bool:
    if not accepted:
        return False
    facts = {fact for each in accepted for fact in _facts(each.facets)}
    words = {word for each in accepted for word in terms(each.text, packs.load(each.language))}
    own = terms(claim.text, packs.load(claim.language))
    polarities = {each.facets.polarity.negated for each in accepted}
    return (
        set(_facts(claim.facets)) <= facts
        and claim.facets.polarity.negated in polarities
        and sum(word in words for word in own) >= _TOLD * len(own)
    )


def _facts(facets: Facets) -> list[tuple[object, ...]]:
    return [
        *(("figure", q.low, q.high, q.vague) for q in facets.quantities),
        *(("time", t.interval or t.surface) for t in facets.times),
        *(("name", a.name) for a in facets.actors),
        *(("name", p.name) for p in facets.places),
    ]
