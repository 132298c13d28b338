"""Gold claims as the files have them: the article's, and those of the project's own sets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from workbench.facets.interval import Interval, Precision
from workbench.facets.types import Clock
from workbench.language.spans import Span

_OWN = Path(__file__).parent.parent / "tests" / "splitting" / "gold"
_HANDS = [
    "own",
    "independent",
    "blind",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twentyfirst",
    "twentysecond",
]
"""Who wrote a set, which is how its files begin; "own" has none before its half."""


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


def own_sets(halves: Sequence[str]) -> Iterator[tuple[str, list[Document]]]:
    """The project's own sets by hand, half and language, those without a claim left out.

    ``halves`` are of "dev", "opened" (kept aside until it was read) and "heldout"; a set has two.
    """
    for hand, half, code in product(_HANDS, halves, ("ar", "en")):
        file = _OWN / (f"{half}.json" if hand == "own" else f"{hand}-{half}.json")
        if not file.exists():
            continue
        chosen = [each for each in paragraphs(file) if each.language == code]
        if chosen:
            yield f"{hand} {half} {code}", chosen


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def clock(day: str) -> Clock:
    when = date.fromisoformat(day)
    return Clock(Interval(when, when, Precision.DAY, day))
