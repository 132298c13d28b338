"""Reports of 100 claims: ``python -m benchmarks.reports``.

An article of 100 sentences, half Arabic and half English, a claim each with its figure, three
pieces of evidence with quotes, and a verdict. Printed are seconds of processor time: reading the
record, and writing it in each format, the first time (with what must be loaded) and the best of
five.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from workbench.desk import Desk
from workbench.reports.render import formats, render
from workbench.reports.view import ReportView

T = TypeVar("T")
_ENGLISH = "The ministry said on Monday that {n:,} {what} were counted in {where} last year."
_ARABIC = "قالت الوزارة يوم الاثنين إن {n} من {what} أُحصيت في {where} العام الماضي."
_WHAT = {
    "en": ("soldiers", "fires", "schools", "patients", "tankers", "farms", "arrests", "wells"),
    "ar": ("الجنود", "الحرائق", "المدارس", "المرضى", "الناقلات", "المزارع", "السجناء", "الآبار"),
}
_WHERE = {
    "en": ("Basra", "Mosul", "Kirkuk", "Najaf", "Erbil", "Karbala", "Anbar"),
    "ar": ("البصرة", "الموصل", "كركوك", "النجف", "أربيل", "كربلاء", "الأنبار"),
}
_QUOTE = "Annex {k}: a total of {n:,} persons were on duty on the first day of the month, "


def records(claims: int) -> Iterator[dict[str, Any]]:
    """An article and its claims, as an import has them."""
    sentences = [_sentence(number, "ar" if number % 2 else "en") for number in range(claims)]
    text = "\n".join(sentences)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    yield {
        "record": "article",
        "sha256": sha256,
        "text": text,
        "title": "قوات في الشمال – Troops in the north",
        "language": "ar",
        "published": "2024-08-15",
        "published_provenance": "given",
    }
    at = 0
    for number, sentence in enumerate(sentences):
        yield {
            "record": "claim",
            "text": sentence,
            "uid": f"claim-{number}",
            "language": "ar" if number % 2 else "en",
            "claimant": "الوزارة" if number % 2 else "The ministry",
            "appearances": [
                {"article": sha256, "segments": [[at, at + len(sentence)]], "quote": sentence}
            ],
            "evidence": [
                {
                    "source": {
                        "title": f"Posture statement {number}-{part}",
                        "url": f"https://defence.example/{number}/{part}",
                        "kind": "official",
                    },
                    "stance": stance,
                    "quote": _QUOTE.format(n=1000 + number, k=part) * 3,
                    "accessed": "2024-08-20",
                }
                for part, stance in enumerate(("supports", "refutes", "context"))
            ],
            "verdicts": [{"rating": "mostly_true", "explanation": "The annex has fewer. " * 6}],
        }
        at += len(sentence) + 1


def _sentence(number: int, language: str) -> str:
    what, where = _WHAT[language], _WHERE[language]
    return (_ARABIC if language == "ar" else _ENGLISH).format(
        n=1000 + 7 * number,
        what=what[number // 2 % len(what)],
        where=where[number // 2 % len(where)],
    )


def spent(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of processor time, and what came of it."""
    began = time.process_time()
    made = work()
    return time.process_time() - began, made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100)
    claims = parser.parse_args().claims
    lines = "\n".join(json.dumps(each, ensure_ascii=False) for each in records(claims))
    with tempfile.TemporaryDirectory() as place, Desk.open(Path(place) / "a.db", actor="b") as desk:
        report = desk.exchange.import_(io.StringIO(lines), name="a.jsonl")
        assert not report.bad, report.bad
        first, view = spent(lambda: desk.reports.article(1, language="ar"))
        again = min(spent(lambda: desk.reports.article(1, language="ar"))[0] for _ in range(3))
        print(
            f"{len(view.claims)} claims; read from the record: {first:.2f} s, again {again:.2f} s"
        )
        for name in sorted(formats(), key="pdf".__eq__):
            measure(view, name)


def measure(view: ReportView, name: str) -> None:
    """Print the figures of one format."""
    first, page = spent(lambda: render(view, name))
    again = min(spent(lambda: render(view, name))[0] for _ in range(5))
    print(f"{name:9} {first:6.2f} s  {again:6.2f} s  {len(page) / 1e3:8,.0f} kB")


if __name__ == "__main__":
    main()
