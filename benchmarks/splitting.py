"""How well articles are split into claims, on every set at hand, beside two baselines.

    python -m benchmarks.splitting --gold DIR [--bench DIR] [--own heldout] [--errors]

``--gold`` (or ``WORKBENCH_GOLD``) is the folder with ``seed.json`` and ``paragraphs.json``; the
seed's article is named inside it. ``--bench`` (or ``WORKBENCH_BENCH``) is the folder of public
sets. A set that is not there is named and passed over. The project's own gold is in
``tests/splitting/gold``: ``dev.json`` was used while building, ``heldout.json`` was not; its
README says who wrote each file and who has read it.

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
import itertools
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.assignment import best_pairs
from workbench.errors import InvalidInputError
from workbench.facets.interval import Interval, Precision, parse_edtf
from workbench.facets.types import Clock
from workbench.language.fold import fold_text
from workbench.language.packs import load
from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.splitting import split
from workbench.splitting.sentences import split_sentences
from workbench.splitting.types import DraftClaim, Splitting

_OWN = Path(__file__).parent.parent / "tests" / "splitting" / "gold"
_ENOUGH = 0.7

Bag = Counter[str]


@dataclass(frozen=True)
class Gold:
    """One gold claim; facets are as the file gives them."""

    id: str
    segments: tuple[Span, ...]
    quote: str
    text: str
    source: str
    quantities: tuple[float, ...]
    times: tuple[str, ...]
    places: tuple[str, ...]
    negation: bool
    modality: str


@dataclass(frozen=True)
class Document:
    id: str
    language: str
    text: str
    published: str
    gold: tuple[Gold, ...]
    outlet: str = ""


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


def bag(text: str) -> Bag:
    return Counter(token.folded for token in tokenize(text))


def dice(one: Bag, other: Bag) -> float:
    total = sum(one.values()) + sum(other.values())
    return 2 * sum((one & other).values()) / total if total else 0.0


def f1(found: int, proposed: int, expected: int) -> tuple[float, float, float]:
    precision = found / proposed if proposed else 0.0
    recall = found / expected if expected else 0.0
    total = precision + recall
    return precision, recall, 2 * precision * recall / total if total else 0.0


def aligned(ours: Sequence[Bag], gold: Sequence[Bag]) -> list[tuple[int, int, float]]:
    table = [[dice(one, other) for other in gold] for one in ours]
    # A pair that counts is worth more than any nearer miss.
    worth = [[value + (10 if value >= _ENOUGH else 0) for value in row] for row in table]
    return [(i, j, table[i][j]) for i, j in best_pairs(worth)]


# --- our gold ---------------------------------------------------------------------------------


def seed(folder: Path) -> list[Document]:
    data = json.loads((folder / "seed.json").read_text("utf-8"))
    meta = data["meta"]
    text = (folder / meta["article"]).read_text("utf-8")
    gold = tuple(
        Gold(
            id=claim["id"],
            segments=tuple(Span(s["start"], s["end"]) for s in claim["segments"]),
            quote=" ".join(s["text"] for s in claim["segments"]),
            text=claim["text"],
            source="" if claim["attribution"]["kind"] == "outlet" else _source(claim),
            quantities=tuple(float(q["value"]) for q in claim["quantities"]),
            times=tuple(d["value"] for d in claim["dates"]),
            places=tuple(claim["places"]),
            negation=claim["negation"],
            modality=claim["modality"],
        )
        for claim in data["claims"]
    )
    return [Document("seed", "ar", text, meta["published"], gold, meta["outlet"])]


def _source(claim: dict[str, Any]) -> str:
    return str(claim["attribution"]["source"])


def paragraphs(file: Path) -> list[Document]:
    documents = []
    for entry in json.loads(file.read_text("utf-8")):
        gold = tuple(
            Gold(
                id=claim["id"],
                segments=tuple(Span(*segment) for segment in claim["segments"]),
                quote=" ".join(claim["spans"]),
                text="",
                source="" if claim["source"] == "outlet" else claim["source"],
                quantities=tuple(float(q) for q in claim["quantities"] if _is_number(q)),
                times=tuple(claim["dates"]),
                places=tuple(claim["places"]),
                negation=claim["negation"],
                modality=claim["modality"],
            )
            for claim in entry["gold"]
        )
        documents.append(Document(entry["id"], entry["lang"], entry["text"], entry["dct"], gold))
    return documents


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def clock(day: str) -> Clock:
    when = date.fromisoformat(day)
    return Clock(Interval(when, when, Precision.DAY, day))


# --- scoring ----------------------------------------------------------------------------------


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
    matched = {(i, j) for i, j, value in pairs if value >= _ENOUGH}
    total.found += len(matched)
    total.proposed += len(claims)
    total.expected += len(document.gold)
    if any(g.text for g in document.gold):
        pairs = aligned([bag(c.text) for c in claims], [bag(g.text) for g in document.gold])
        total.by_text += sum(value >= _ENOUGH for *_, value in pairs)
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
        total.found += sum(value >= _ENOUGH for *_, value in pairs)
        total.proposed += len(pieces)
        total.expected += len(document.gold)
    return total


def by_sentence(text: str) -> list[str]:
    return [s.span.of(text) for s in split_sentences(text)]


_CUT = re.compile(r"[,،;؛:()—–\"“”«»]|\b(?:and|but|or|while|which|who|that)\b|\sو|\s(?:أن|إن)\s")


def by_conjunction(text: str) -> list[str]:
    pieces = (piece for sentence in by_sentence(text) for piece in _CUT.split(sentence))
    return [piece.strip() for piece in pieces if piece and len(piece.split()) > 1]


def report(name: str, documents: list[Document], show: bool) -> None:
    if not documents:
        return
    if show:
        print(f"--- {name}")
    total = score(documents, show)
    p, r, f = f1(total.found, total.proposed, total.expected)
    print(f"{name:22} gold {total.expected:4} P {p:.3f} R {r:.3f} F1 {f:.3f}", end="")
    for label, cut in (("sentence", by_sentence), ("naive", by_conjunction)):
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


# --- public sets ------------------------------------------------------------------------------


def lines(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as handle:
        for line in handle:
            yield json.loads(line)


def content_bag(text: str) -> Bag:
    stop = load("en").language.stop_words
    return Counter(t.folded for t in tokenize(text) if t.folded not in stop and t.folded != "'s")


def public(folder: Path, name: str, limit: int) -> Iterator[tuple[str, list[list[str]]]]:
    """Text and the alternative lists of units."""
    for number, item in enumerate(lines(folder / name / "items.jsonl")):
        if number >= limit:
            return
        units = item["refs"] if "refs" in item else [item["units"]]
        if any(units):
            yield item["text"], [list(one) for one in units if one]


def report_public(folder: Path, name: str, limit: int) -> None:
    if not (folder / name / "items.jsonl").exists():
        print(f"{name:22} not at hand: {folder / name}")
        return
    totals: dict[str, list[float]] = {}
    for text, references in public(folder, name, limit):
        claims = [claim.text for claim in split(text, Clock()).claims]
        for label, pieces in (
            ("ours", claims),
            ("sentence", by_sentence(text)),
            ("naive", by_conjunction(text)),
        ):
            bags = [content_bag(piece) for piece in pieces]
            for units in references:
                pairs = aligned(bags, [content_bag(unit) for unit in units])
                tally = totals.setdefault(label, [0, 0, 0, 0])
                tally[0] += sum(value >= _ENOUGH for *_, value in pairs)
                tally[1] += sum(value for *_, value in pairs)
                tally[2] += len(pieces)
                tally[3] += len(units)
    print(f"{name:22}", end="")
    for label, (hard, soft, made, wanted) in totals.items():
        both = made + wanted
        print(f"  {label} hard {2 * hard / both:.3f} soft {2 * soft / both:.3f}", end="")
    print()


def report_propositions(folder: Path, limit: int) -> None:
    """PropSegmEnt: token-index Jaccard from 0.8, macro over sentences."""
    file = folder / "propsegment" / "items.jsonl"
    if not file.exists():
        print(f"{'propsegment':22} not at hand: {file}")
        return
    scores = []
    for number, item in enumerate(lines(file)):
        if number >= limit:
            break
        text, offsets = item["text"], item["offsets"]
        gold = [set(unit) for unit in item["units_idx"]]
        ours = [
            {k for k, at in enumerate(offsets) if any(s.start <= at < s.end for s in c.segments)}
            for c in split(text, Clock()).claims
        ]
        table = [[len(a & b) / len(a | b) if a | b else 0.0 for b in gold] for a in ours]
        hit = sum(table[i][j] >= 0.8 for i, j in best_pairs(table))
        scores.append(f1(hit, len(ours), len(gold))[2])
    print(f"{'propsegment':22}  ours macro F1 {sum(scores) / len(scores):.3f} (Jaccard ≥ 0.8)")


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """The chance that a positive scores above a negative."""
    ranked = sorted(scored, key=lambda pair: pair[0])
    ranks: dict[float, float] = {}
    start = 0
    while start < len(ranked):
        stop = start
        while stop < len(ranked) and ranked[stop][0] == ranked[start][0]:
            stop += 1
        ranks[ranked[start][0]] = (start + 1 + stop) / 2
        start = stop
    positive = [ranks[value] for value, label in scored if label]
    negatives = len(scored) - len(positive)
    if not positive or not negatives:
        return float("nan")
    return (sum(positive) - len(positive) * (len(positive) + 1) / 2) / (len(positive) * negatives)


def average_precision(scored: Sequence[tuple[float, bool]]) -> float:
    hits, total = 0, 0.0
    for rank, (_, label) in enumerate(sorted(scored, key=lambda pair: -pair[0]), 1):
        if label:
            hits += 1
            total += hits / rank
    return total / hits if hits else float("nan")


def report_worth(folder: Path, name: str, file: str, split_name: str) -> None:
    from workbench.splitting.worth import weigh_text  # noqa: PLC0415

    path = folder / name / file
    if not path.exists():
        print(f"{name:22} not at hand: {path}")
        return
    scored: list[tuple[float, bool]] = []
    for item in lines(path):
        # Of ClaimBuster the fifth that `benchmarks.fit_worth` keeps out.
        kept_out = item["split"] == split_name if split_name else int(item["id"]) % 5 == 0
        if not kept_out:
            continue
        scored.append((weigh_text(item["text"], item["lang"]).score, bool(item["label"])))
    print(
        f"{file:22} {split_name} n {len(scored)} AUC {auc(scored):.3f} "
        f"AP {average_precision(scored):.3f}"
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
    parser.add_argument("--own", choices=("dev", "heldout", "both"), default="dev")
    parser.add_argument("--limit", type=int, default=300, help="items of each public set")
    parser.add_argument("--errors", action="store_true", help="never together with heldout")
    options = parser.parse_args()
    if options.errors and options.own != "dev":
        sys.exit("--errors shows errors: only with --own dev, or the held-out half is spent.")
    everything: list[Document] = []
    if options.gold:
        gold = Path(options.gold)
        everything += seed(gold)
        report("seed article", seed(gold), options.errors)
        for code in ("ar", "en"):
            chosen = [d for d in paragraphs(gold / "paragraphs.json") if d.language == code]
            everything += chosen
            report(f"paragraphs {code}", chosen, options.errors)
    else:
        print("seed, paragraphs       not at hand: give --gold")
    halves = ("dev", "heldout") if options.own == "both" else (options.own,)
    for hand, prefix in (
        ("own", ""),
        ("independent", "independent-"),
        ("blind", "blind-"),
        ("third", "third-"),
        ("fourth", "fourth-"),
        ("fifth", "fifth-"),
        ("sixth", "sixth-"),
        ("seventh", "seventh-"),
        ("eighth", "eighth-"),
        ("ninth", "ninth-"),
        ("tenth", "tenth-"),
        ("eleventh", "eleventh-"),
        ("twelfth", "twelfth-"),
    ):
        for half, code in itertools.product(halves, ("ar", "en")):
            chosen = [d for d in paragraphs(_OWN / f"{prefix}{half}.json") if d.language == code]
            everything += chosen
            if chosen:
                report(f"{hand} {half} {code}", chosen, options.errors)
    speed(everything)
    if options.bench:
        bench = Path(options.bench)
        for name in ("factcheck_gpt", "scu_en", "hsplit", "desse"):
            report_public(bench, name, options.limit)
        report_propositions(bench, options.limit)
        for name, file, part in (
            ("claimbuster", "strict.jsonl", ""),
            ("ct22_cw", "claim_ar.jsonl", "dev"),
            ("ct22_cw", "claim_en.jsonl", "dev"),
            ("ct22_cw", "checkworthy_ar.jsonl", "dev"),
            ("ct22_cw", "checkworthy_en.jsonl", "dev"),
        ):
            report_worth(bench, name, file, part)
    else:
        print("public sets            not at hand: give --bench")


if __name__ == "__main__":
    main()
