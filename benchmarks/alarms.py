"""False alarms: what is called the same, an update or a conflict where nothing is.

    python -m benchmarks.alarms [--own heldout] [--show]

The paragraphs of our own gold (`tests/splitting/gold`) tell of different events, each by itself
and free of contradictions. So whatever is called a conflict or an update within one of them is a
false alarm, and so is nearly all between two, but for words that say nothing of an event ("we did
not give up"). Beside it: as many pairs as RapidFuzz's token_set_ratio puts at 90 or more.
``--show`` prints the pairs, which are to be read of the first halves only.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

from benchmarks.gold import Document, clock, own_sets
from workbench.language.fold import fold_text
from workbench.matching.candidates.index import ClaimIndex
from workbench.matching.candidates.memory import MemoryPostings
from workbench.matching.candidates.terms import VERSION, index_terms
from workbench.matching.match import match_statements, within
from workbench.matching.types import Comparison, Relation, Statement
from workbench.splitting import split

_TOLD = (Relation.SAME, Relation.UPDATE, Relation.CONFLICT)
_ALIKE = 90
_Pair = tuple[Statement, Statement, Comparison]


def claims_of(document: Document) -> list[Statement]:
    """The claims of a paragraph as the matcher sees them."""
    splitting = split(document.text, clock(document.published), document.outlet)
    return [
        Statement(
            text=claim.text,
            language=claim.language,
            facets=claim.facets,
            claimant=claim.attribution.chain[0].name if claim.attribution.chain else "",
            said=document.published,
        )
        for claim in splitting.claims
    ]


def within_each(articles: Sequence[Sequence[Statement]]) -> Iterator[_Pair]:
    """What the claims of each article are to one another."""
    for claims in articles:
        for pair in within(claims):
            yield claims[pair.second], claims[pair.first], pair.comparison


def between(articles: Sequence[Sequence[Statement]]) -> Iterator[_Pair]:
    """What the claims of each article are to those of the articles before it."""
    filed: list[Statement] = []
    index = ClaimIndex(MemoryPostings(VERSION), VERSION)
    for claims in articles:
        for hit in match_statements(claims, index, lambda ids: {at: filed[at] for at in ids}):
            yield claims[hit.new], filed[hit.claim], hit.comparison
        index.add([(len(filed) + at, index_terms(each)) for at, each in enumerate(claims)])
        filed.extend(claims)


def alike(claims: Sequence[Statement]) -> int:
    """Pairs that RapidFuzz would call the same."""
    folded = [fold_text(each.text) for each in claims]
    scores = process.cdist(folded, folded, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
    return sum(bool(scores[one][other]) for one, other in combinations(range(len(folded)), 2))


def _report(name: str, pairs: Iterator[_Pair], show: bool) -> None:
    found = list(pairs)
    counts = Counter(comparison.relation for *_, comparison in found)
    print(f"  {name}: " + ", ".join(f"{each} {counts[each]}" for each in _TOLD))
    for new, filed, comparison in found if show else ():
        if comparison.relation in _TOLD:
            reason = comparison.reasons[0]
            print(f"    {comparison.relation} ({reason.key}): {new.text} | {filed.text}")


def main() -> None:
    parser = argparse.ArgumentParser(description="False alarms of matching")
    parser.add_argument("--own", choices=["dev", "opened", "heldout"], default="dev")
    parser.add_argument("--show", action="store_true", help="print the pairs")
    arguments = parser.parse_args()
    documents = [each for _, part in own_sets([arguments.own]) for each in part]
    articles = [claims_of(each) for each in documents]
    everything = [claim for claims in articles for claim in claims]
    print(f"{len(articles)} paragraphs, {len(everything)} claims")
    _report("within a paragraph", within_each(articles), arguments.show)
    _report("between paragraphs", between(articles), arguments.show)
    print(f"  token_set_ratio of {_ALIKE} or more: {alike(everything)} pairs")


if __name__ == "__main__":
    main()
