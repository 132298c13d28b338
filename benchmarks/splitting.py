"""How well articles are split into claims, on every set at hand, beside two baselines.

    python -m benchmarks.splitting --gold DIR [--bench DIR] [--own HALF] [--errors]

``--gold`` (or ``WORKBENCH_GOLD``) is the folder with ``seed.json`` and ``paragraphs.json``; the
seed's article is named inside it. ``--bench`` (or ``WORKBENCH_BENCH``) is the folder of public
sets. A set that is not there is named and passed over. The project's own gold is in
``tests/splitting/gold``: ``dev.json`` was used while building, ``heldout.json`` was not, and
``opened.json`` not until it was read; its README says who wrote each file and who has read it.

What is compared. Claims of one article or paragraph are aligned one to one (Hungarian method)
by the Dice of their bags of folded words; a pair counts from 0.7. *quote* compares the words of
all segments of the gold claim with the words of all our segments. *text* compares the
self-contained wordings where the gold has one. Public sets give sentences, not spans: there our
wording is compared with theirs, stop words left out (*hard* from 0.7, *soft* the summed
similarity).
Facets are compared on matched pairs: speaker (same name, or one within the other), quantity
(every gold value is among ours), time (every gold date is among ours), place (every gold name
overlaps one of ours), polarity and modality (equal). Two dates are one where they mean the same
first and last day (``2028-Q1`` is ``2028-01/2028-03``), and where one of them leaves open what the
other does not write: some gold has "since 1990" as ``1990``, some as ``1990/..``. Held-out sets:
read the figures, never the errors.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from benchmarks.alignment import ENOUGH, aligned, bag, f1
from benchmarks.cuts import CUTS
from benchmarks.gold import Document, Gold, clock, own_sets, paragraphs, seed
from benchmarks.public_sets import report_all
from workbench.errors import InvalidInputError
from workbench.facets.interval import parse_edtf
from workbench.facets.types import Clock
from workbench.language.fold import fold_text
from workbench.language.tokens import tokenize
from workbench.splitting import split
from workbench.splitting.types import DraftClaim, Splitting


@dataclass
class Score:
    """Counts over documents."""

    found: int = 0
    proposed: int = 0
    expected: int = 0
    by_text: int = 0
    with_text: int = 0
    facets: dict[str, list[int]] = field(default_factory=dict)
    sentences: int = 0
    accounted: int = 0
    claims: int = 0
    valid: int = 0
    words: int = 0
    seconds: float = 0.0

    def note(self, facet: str, right: bool) -> None:
        tally = self.facets.setdefault(facet, [0, 0])
        tally[0] += right
        tally[1] += 1


def score(documents: Iterable[Document], show: bool = False) -> Score:
    total = Score()
    for document in documents:
        started = time.process_time()
        splitting = split(document.text, clock(document.published), document.outlet)
        total.seconds += time.process_time() - started
        total.words += len(tokenize(document.text))
        _count(document, splitting, total, show)
    return total


def _count(document: Document, splitting: Splitting, total: Score, show: bool) -> None:
    claims = splitting.claims
    pairs = aligned([bag(c.quote) for c in claims], [bag(g.quote) for g in document.gold])
    matched = {(i, j) for i, j, value in pairs if value >= ENOUGH}
    total.found += len(matched)
    total.proposed += len(claims)
    total.expected += len(document.gold)
    if any(g.text for g in document.gold):
        pairs = aligned([bag(c.text) for c in claims], [bag(g.text) for g in document.gold])
        total.by_text += sum(value >= ENOUGH for *_, value in pairs)
        total.with_text += len(document.gold)
    for i, j in matched:
        _compare(claims[i], document.gold[j], total, show)
    total.claims += len(claims)
    total.valid += sum(_valid(claim, document.text) for claim in claims)
    total.sentences += len(splitting.sentences)
    total.accounted += sum(bool(s.state != "set_aside" or s.reason) for s in splitting.sentences)
    if show:
        _show_errors(document, claims, matched)


def _valid(claim: DraftClaim, text: str) -> bool:
    segments = claim.segments
    ordered = all(a.end <= b.start for a, b in pairwise(segments))
    return ordered and " … ".join(s.of(text) for s in segments) == claim.quote


def _compare(claim: DraftClaim, gold: Gold, total: Score, show: bool) -> None:
    facets = claim.facets
    chain = claim.attribution.chain
    checks = {"speaker": _same_name(chain[0].name if chain else "", gold.source)}
    if gold.quantities:
        ours = {float(v) for q in facets.quantities for v in (q.low, q.high) if v is not None}
        checks["quantity"] = set(gold.quantities) <= ours
    if gold.times:
        edtf = {form for t in facets.times if t.interval for form in _forms(t.interval.edtf)}
        checks["time"] = all(not edtf.isdisjoint(_forms(time)) for time in gold.times)
    if gold.places:
        names = [fold_text(p.surface) for p in facets.places]
        checks["place"] = all(
            any(fold_text(g) in n or n in fold_text(g) for n in names) for g in gold.places
        )
    checks["polarity"] = facets.polarity.negated == gold.negation
    checks["modality"] = facets.modality.value == gold.modality
    for facet, right in checks.items():
        total.note(facet, right)
        if show and not right:
            print(f"    {gold.id} {facet}: {claim.quote[:90]!r}")


def _forms(edtf: str) -> set[str]:
    """A date, the end that is given where the other is open, and its first and last day."""
    given = edtf.removesuffix("/..").removeprefix("../")
    try:
        days = parse_edtf(given)
    except InvalidInputError:  # Gold may be more than the notation on file can say ("-2999").
        return {given}
    return {given, f"{days.earliest} to {days.latest}"}


def _same_name(ours: str, gold: str) -> bool:
    one, other = set(bag(ours)), set(bag(gold))
    return one == other or (bool(one) and bool(other) and (one <= other or other <= one))


def _show_errors(
    document: Document, claims: Sequence[DraftClaim], matched: set[tuple[int, int]]
) -> None:
    ours, theirs = {i for i, _ in matched}, {j for _, j in matched}
    for j, gold in enumerate(document.gold):
        if j not in theirs:
            print(f"  - {gold.id}: {gold.quote}")
    for i, claim in enumerate(claims):
        if i not in ours:
            print(f"  + {document.id}: {claim.quote}")


def baseline(documents: Iterable[Document], cut: Callable[[str], list[str]]) -> Score:
    total = Score()
    for document in documents:
        pieces = cut(document.text)
        pairs = aligned([bag(p) for p in pieces], [bag(g.quote) for g in document.gold])
        total.found += sum(value >= ENOUGH for *_, value in pairs)
        total.proposed += len(pieces)
        total.expected += len(document.gold)
    return total


def report(name: str, documents: list[Document], show: bool) -> None:
    if not documents:
        return
    if show:
        print(f"--- {name}")
    total = score(documents, show)
    p, r, f = f1(total.found, total.proposed, total.expected)
    print(f"{name:22} gold {total.expected:4} P {p:.3f} R {r:.3f} F1 {f:.3f}", end="")
    for label, cut in CUTS.items():
        other = baseline(documents, cut)
        print(f"  {label} {f1(other.found, other.proposed, other.expected)[2]:.3f}", end="")
    print()
    if total.with_text:
        print(f"{'':22} wording ≥ 0.7: {total.by_text}/{total.with_text}")
    facets = " ".join(f"{k} {a / b:.2f}({b})" for k, (a, b) in sorted(total.facets.items()))
    print(f"{'':22} {facets}")
    print(
        f"{'':22} offsets {total.valid}/{total.claims}, sentences accounted for "
        f"{total.accounted}/{total.sentences}, {total.words / total.seconds:,.0f} words/s"
    )


def speed(documents: list[Document]) -> None:
    text = "\n\n".join(document.text for document in documents)
    for times in (1, 4):
        long = "\n\n".join([text] * times)
        words = len(tokenize(long))
        started = time.process_time()
        split(long, Clock())
        took = time.process_time() - started
        print(f"speed: {words:,} words in {took:.2f} s, {words / took:,.0f} words/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--gold", type=Path, default=os.environ.get("WORKBENCH_GOLD"))
    parser.add_argument("--bench", type=Path, default=os.environ.get("WORKBENCH_BENCH"))
    parser.add_argument("--own", choices=("dev", "opened", "heldout", "both"), default="dev")
    parser.add_argument("--limit", type=int, default=300, help="items of each public set")
    parser.add_argument("--errors", action="store_true", help="never together with heldout")
    options = parser.parse_args()
    if options.errors and options.own in ("heldout", "both"):
        sys.exit("--errors shows errors: never of a held-out half, or it is spent.")
    everything = []
    for name, documents in _sets(options.gold, options.own):
        everything += documents
        report(name, documents, options.errors)
    speed(everything)
    if options.bench:
        report_all(Path(options.bench), options.limit)
    else:
        print("public sets            not at hand: give --bench")


def _sets(gold: str | None, own: str) -> Iterator[tuple[str, list[Document]]]:
    """The given sets, where they are at hand, then the project's own."""
    if gold:
        yield "seed article", seed(Path(gold))
        given = paragraphs(Path(gold) / "paragraphs.json")
        for code in ("ar", "en"):
            yield f"paragraphs {code}", [each for each in given if each.language == code]
    else:
        print("seed, paragraphs       not at hand: give --gold")
    yield from own_sets(("dev", "opened", "heldout") if own == "both" else (own,))


if __name__ == "__main__":
    main()
