"""What finding candidates costs other engines, on the corpus and queries of the cost benchmark.

Each is asked for the 50 claims on file that are nearest to each claim of an article; the target
counts as found when it is among them. An engine is left out at sizes where it takes minutes.
"""

from __future__ import annotations

import math
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Sequence

from workbench.language.fold import fold_text
from workbench.matching.types import Statement

KEPT = 50
CLAIMS = 40
_RAREST = 8
Search = Callable[[Sequence[str]], Sequence[Sequence[int]]]
"""Texts of an article's claims → the claims on file that are nearest to each, by number."""


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(fold_text(text).split()))


def rapidfuzz(scorer: str) -> Callable[[Sequence[str]], Search]:
    """Every claim on file held beside every new one, by a scorer of RapidFuzz."""

    def build(filed: Sequence[str]) -> Search:
        import numpy as np  # noqa: PLC0415
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        folded = [fold_text(text) for text in filed]

        def search(texts: Sequence[str]) -> Sequence[Sequence[int]]:
            new = [fold_text(text) for text in texts]
            scores = process.cdist(new, folded, scorer=getattr(fuzz, scorer), dtype=np.uint8)
            nearest = np.argpartition(-scores.astype(np.int16), KEPT, axis=1)[:, :KEPT]
            return [row.tolist() for row in nearest]

        return search

    return build


def fts5(rarest: int | None) -> Callable[[Sequence[str]], Search]:
    """SQLite's full text search, ordered by its BM25: all words, or the rarest alone."""

    def build(filed: Sequence[str]) -> Search:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE filed USING fts5 (words, content = '')")
        connection.executemany(
            "INSERT INTO filed (rowid, words) VALUES (?, ?)",
            ((at, fold_text(text)) for at, text in enumerate(filed, 1)),
        )
        counts = Counter(word for text in filed for word in _words(text))

        def search(texts: Sequence[str]) -> Sequence[Sequence[int]]:
            return [_ask(connection, _chosen(text, counts, rarest)) for text in texts]

        return search

    return build


def _chosen(text: str, counts: Counter[str], rarest: int | None) -> list[str]:
    known = [word for word in _words(text) if word in counts]
    return sorted(known, key=lambda word: counts[word])[:rarest]


def _ask(connection: sqlite3.Connection, words: Sequence[str]) -> list[int]:
    asked = " OR ".join('"' + word.replace('"', "") + '"' for word in words)
    found = connection.execute(
        "SELECT rowid FROM filed WHERE filed MATCH ? ORDER BY rank LIMIT ?", (asked, KEPT)
    )
    return [row[0] - 1 for row in found] if asked else []


def tantivy(filed: Sequence[str]) -> Search:
    """Tantivy in memory, the rarest words of each claim."""
    import tantivy as engine  # noqa: PLC0415

    builder = engine.SchemaBuilder()
    builder.add_text_field("words", tokenizer_name="whitespace")
    builder.add_unsigned_field("number", stored=True)
    index = engine.Index(builder.build())
    writer = index.writer(64_000_000, 1)
    for at, text in enumerate(filed):
        writer.add_document(engine.Document(words=fold_text(text), number=at))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    counts = Counter(word for text in filed for word in _words(text))

    def search(texts: Sequence[str]) -> Sequence[Sequence[int]]:
        return [ask(_chosen(text, counts, _RAREST)) for text in texts]

    def ask(words: Sequence[str]) -> list[int]:
        terms = [engine.Query.term_query(index.schema, "words", word) for word in words]
        query = engine.Query.boolean_query([(engine.Occur.Should, term) for term in terms])
        hits = searcher.search(query, KEPT, count=False).hits
        return [searcher.doc(address)["number"][0] for _, address in hits]

    return search


def bm25(filed: Sequence[str]) -> Search:
    """BM25 over stems (bm25s with PyStemmer)."""
    import bm25s  # noqa: PLC0415
    import Stemmer  # noqa: PLC0415

    stemmers = [Stemmer.Stemmer("english"), Stemmer.Stemmer("arabic")]

    def stems(text: str) -> list[str]:
        words = fold_text(text).split()
        return [stemmers[0 if word.isascii() else 1].stemWord(word) for word in words]

    model = bm25s.BM25(k1=1.2, b=0.75)
    model.index([stems(text) for text in filed], show_progress=False)

    def search(texts: Sequence[str]) -> Sequence[Sequence[int]]:
        found, _ = model.retrieve([stems(text) for text in texts], k=KEPT, show_progress=False)
        return [row.tolist() for row in found]

    return search


ENGINES: dict[str, tuple[Callable[[Sequence[str]], Search], int]] = {
    "RapidFuzz ratio, all": (rapidfuzz("ratio"), 100_000),
    "RapidFuzz token_set_ratio, all": (rapidfuzz("token_set_ratio"), 10_000),
    "FTS5, all words, BM25": (fts5(None), 100_000),
    f"FTS5, rarest {_RAREST}, BM25": (fts5(_RAREST), 100_000),
    f"tantivy, rarest {_RAREST}": (tantivy, 100_000),
    "bm25s, stems": (bm25, 100_000),
}
"""Name → how it is built over texts, and the largest size at which it is tried."""


def report(sizes: Sequence[int], articles: int = 3) -> None:
    """Print processor time an article and recall of each engine."""
    from benchmarks.corpus import Corpus  # noqa: PLC0415

    for size in sizes:
        engines = {name: build for name, (build, most) in ENGINES.items() if size <= most}
        if not engines:
            continue
        corpus, rng = Corpus(), random.Random(size)
        filed = [claim.statement().text for claim in corpus.claims(size)]
        wanted = sorted(rng.randrange(size) for _ in range(articles * CLAIMS))
        asked: list[tuple[int, Statement]] = [(each, corpus.query(each)) for each in wanted]
        rng.shuffle(asked)
        print(f"\n{size:,} claims, other engines")
        for name, build in engines.items():
            started = time.process_time()
            search = build(filed)
            built = time.process_time() - started
            spent, found = _run(search, asked)
            print(
                f"  {name}: {spent / articles * 1000:,.0f} ms an article,"
                f" recall@{KEPT} {found / len(asked):.3f}, built in {math.ceil(built)} s"
            )


def _run(search: Search, asked: Sequence[tuple[int, Statement]]) -> tuple[float, int]:
    """Seconds of processor time, and how many targets were found."""
    spent, found = 0.0, 0
    for start in range(0, len(asked), CLAIMS):
        article = asked[start : start + CLAIMS]
        started = time.process_time()
        results = search([statement.text for _, statement in article])
        spent += time.process_time() - started
        found += sum(wanted in result for (wanted, _), result in zip(article, results, strict=True))
    return spent, found
