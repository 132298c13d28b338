"""Who says what, against gold claims, beside "the outlet says every sentence".

    python benchmarks/attribution.py --gold seed.json paragraphs.json [--cases cases.json] [--show]

Gold is a file of one article (``meta.article`` names it, ``claims`` have ``segments``) or a list
of paragraphs with ``gold``; cases are a list of paragraphs with ``contents``: ``text``,
``speaker`` and, where it matters, ``denied``. A claim's speaker is right when the content that
covers most of it names him, in full or in part.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.language.fold import fold_text
from workbench.language.identify import identify
from workbench.splitting.attribution.stretches import attribute
from workbench.splitting.sentences.sentences import split_sentences
from workbench.splitting.types import Attribution, Content

OUTLET = "outlet"


@dataclass(frozen=True)
class Gold:
    text: str
    spans: tuple[tuple[int, int], ...]
    speaker: str
    language: str
    denied: bool | None = None

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.spans)


def from_gold(path: Path) -> Iterator[Gold]:
    data = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(data, dict):
        text = (path.parent / data["meta"]["article"]).read_text(encoding="utf-8")
        for claim in data["claims"]:
            spans = tuple(
                (one["start"], one["end"])
                for one in claim["segments"]
                if one.get("role", "assertion") == "assertion"
            )
            yield Gold(text, spans, claim["attribution"]["source"], identify(text))
        return
    for item in data:
        for claim in item["gold"]:
            spans = tuple((start, end) for start, end in claim["segments"])
            yield Gold(item["text"], spans, claim["source"], item["lang"])


def from_cases(path: Path, part: str) -> Iterator[Gold]:
    for item in json.loads(path.read_text(encoding="utf-8")):
        if part not in ("all", item["part"]):
            continue
        for one in item["contents"]:
            spans, at = [], 0
            for piece in one["text"].split(" … "):
                at = item["text"].index(piece, at)
                spans.append((at, at + len(piece)))
            denied = bool(one.get("denied"))
            yield Gold(item["text"], tuple(spans), one["speaker"], item["lang"], denied)


def contents_of(text: str) -> tuple[Content, ...]:
    sentences = split_sentences(text)
    languages = [identify(one.span.of(text)) for one in sentences]
    return attribute(text, sentences, languages, OUTLET)


def whole_sentences(text: str) -> tuple[Content, ...]:
    sentences = split_sentences(text)
    return tuple(Content((one.span,), i, Attribution()) for i, one in enumerate(sentences))


def overlap(content: Content, gold: Gold) -> int:
    return sum(
        max(0, min(part.end, end) - max(part.start, start))
        for part in content.parts
        for start, end in gold.spans
    )


def best(contents: Sequence[Content], gold: Gold) -> Content | None:
    found = max(contents, key=lambda one: overlap(one, gold), default=None)
    return found if found is not None and overlap(found, gold) else None


def speaker_of(content: Content | None) -> str:
    if content is None or not content.attribution.chain:
        return OUTLET
    return content.attribution.chain[0].name


def same(one: str, other: str) -> bool:
    if OUTLET in (one, other):
        return one == other
    first, second = fold_text(one), fold_text(other)
    return first in second or second in first


def exact(content: Content | None, gold: Gold) -> bool:
    if content is None:
        return False
    return tuple((one.start, one.end) for one in content.parts) == gold.spans


def report(name: str, golds: Sequence[Gold], show: bool) -> None:
    texts = list(dict.fromkeys(gold.text for gold in golds))
    start = time.perf_counter()
    ours = {text: contents_of(text) for text in texts}
    seconds = time.perf_counter() - start
    plain = {text: whole_sentences(text) for text in texts}
    words = sum(len(text.split()) for text in texts)
    print(f"{name}: {len(golds)} contents, {words / seconds:,.0f} words/s")
    for language in sorted({gold.language for gold in golds}):
        some = [gold for gold in golds if gold.language == language]
        for title, given in (("rules", ours), ("outlet says all", plain)):
            chosen = [(gold, best(given[gold.text], gold)) for gold in some]
            right = sum(same(speaker_of(found), gold.speaker) for gold, found in chosen)
            cover = sum(overlap(one, gold) / gold.size for gold, one in chosen if one)
            whole = sum(exact(found, gold) for gold, found in chosen)
            print(
                f"  {language} {title:16} speaker {right / len(some):.3f}  "
                f"covered {cover / len(some):.3f}  exact {whole / len(some):.3f}"
            )
    if show:
        for gold in golds:
            found = best(ours[gold.text], gold)
            wrong = not same(speaker_of(found), gold.speaker)
            mismatch = gold.denied is not None and (
                not exact(found, gold) or found is None or found.denied != gold.denied
            )
            if wrong or mismatch:
                print(f"    {[gold.text[a:b] for a, b in gold.spans]} by {gold.speaker}")
                got = [part.of(gold.text) for part in found.parts] if found else []
                print(f"      got {got} by {speaker_of(found)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    parser.add_argument("--cases", type=Path, nargs="*", default=[])
    parser.add_argument("--part", choices=("open", "aside", "all"), default="open")
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    for path in options.gold:
        report(path.name, list(from_gold(path)), options.show)
    for path in options.cases:
        report(f"{path.name} ({options.part})", list(from_cases(path, options.part)), options.show)


if __name__ == "__main__":
    main()
