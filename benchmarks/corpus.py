"""A corpus of claims that were never made, of any size, and what matching costs on it.

Half Arabic, half English. Words are made of syllables and drawn by Zipf's law from 60,000 a
language, a third of them from one of 400 topics; figures, dates, places and countries are real.
Every eighth claim is a sibling of an earlier one with one figure changed. A query is a claim on
file with two words dropped, two exchanged and its order turned; it should find that claim.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from pathlib import Path

from benchmarks.adversarial import AR_COUNTRIES, AR_PLACES, EN_COUNTRIES, EN_PLACES
from workbench.facets.types import Facets
from workbench.matching.index import ClaimIndex
from workbench.matching.match import CANDIDATES, match_statements
from workbench.matching.terms import VERSION, index_terms, query_terms
from workbench.matching.types import Statement
from workbench.records.index import DDL, SqlPostings
from workbench.records.sqlite import Database

VOCABULARY = 60_000
TOPICS = 400
TOPIC_WORDS = 120
EN_SYLLABLES = tuple(first + last for first in "bcdfghlmnprstv" for last in "aeio")
AR_SYLLABLES = tuple(first + last for first in "بتجحدرسشصعفقكلمنه" for last in "اريو")


def _vocabulary(syllables: Sequence[str], rng: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        words["".join(rng.choices(syllables, k=rng.randint(2, 4)))] = None
    return list(words)


@dataclass(frozen=True, slots=True)
class _Language:
    code: str
    words: list[str]
    names: tuple[str, ...]


class Corpus:
    """Claims by their number; the same seed gives the same claims."""

    def __init__(self, seed: int = 11) -> None:
        rng = random.Random(seed)
        english, arabic = _vocabulary(EN_SYLLABLES, rng), _vocabulary(AR_SYLLABLES, rng)
        self._languages = (
            _Language("en", english, (*EN_COUNTRIES, *EN_PLACES)),
            _Language("ar", arabic, (*AR_COUNTRIES, *AR_PLACES)),
        )
        self._zipf = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))
        self._topics = [rng.sample(range(VOCABULARY), TOPIC_WORDS) for _ in range(TOPICS)]
        self._seed = seed

    def claim(self, number: int) -> Statement:
        """Claim ``number``; every eighth is its predecessor with another figure."""
        sibling = number % 8 == 7
        rng = random.Random(f"{self._seed}:{number - 1 if sibling else number}")
        language = self._languages[rng.randrange(2)]
        words = self._words(language, rng)
        figure = rng.randint(2, 99_999) + (1000 if sibling else 0)
        words.insert(rng.randrange(len(words)), str(figure))
        words.insert(rng.randrange(len(words)), rng.choice(language.names))
        return Statement(" ".join(words), language.code, Facets())

    def _words(self, language: _Language, rng: random.Random) -> list[str]:
        topic = rng.choice(self._topics)
        numbers = [
            rng.choice(topic) if rng.random() < 0.33 else self._by_rank(rng)
            for _ in range(rng.randint(8, 28))
        ]
        return [language.words[number] for number in numbers]

    def _by_rank(self, rng: random.Random) -> int:
        return min(bisect(self._zipf, rng.random() * self._zipf[-1]), VOCABULARY - 1)

    def query(self, number: int) -> Statement:
        """Claim ``number`` as another article might put it."""
        rng = random.Random(f"{self._seed}:query:{number}")
        claim = self.claim(number)
        words = claim.text.split()
        for _ in range(2):
            words.pop(rng.randrange(len(words)))
        language = next(each for each in self._languages if each.code == claim.language)
        for _ in range(2):
            words[rng.randrange(len(words))] = rng.choice(language.words)
        cut = rng.randrange(len(words))
        return Statement(" ".join(words[cut:] + words[:cut]), claim.language, Facets())


def measure(size: int, articles: int = 20, claims: int = 40) -> None:
    """File ``size`` claims in a new store and match articles against them; print what it costs."""
    corpus = Corpus()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "claims.db"
        with closing(Database(path)) as database:
            index = _build(database, corpus, size)
            print(f"    {path.stat().st_size / size:.0f} bytes of index a claim")
            _search(index, corpus, size, articles, claims)


def _build(database: Database, corpus: Corpus, size: int) -> ClaimIndex:
    database.run("PRAGMA synchronous = OFF")
    database.run("BEGIN")
    for statement in DDL:
        database.run(statement)
    index = ClaimIndex(SqlPostings(database), VERSION)
    spent = 0.0
    index.rebuild(())
    for batch in _batches(corpus, size):
        started = time.process_time()
        index.add(batch)
        spent += time.process_time() - started
    database.run("COMMIT")
    print(f"  {size:,} claims on file: {size / spent:,.0f} claims/s into the index")
    return index


def _load(filed: Mapping[int, Statement], ids: Sequence[int]) -> dict[int, Statement]:
    return {claim: filed[claim] for claim in ids if claim in filed}


def _batches(corpus: Corpus, size: int, batch: int = 5000) -> Iterator[list[tuple[int, list[str]]]]:
    for start in range(0, size, batch):
        numbers = range(start, min(start + batch, size))
        yield [(number, index_terms(corpus.claim(number))) for number in numbers]


def _search(index: ClaimIndex, corpus: Corpus, size: int, articles: int, claims: int) -> None:
    rng = random.Random(size)
    looking, matching, found, first = [], [], 0, 0
    for _ in range(articles):
        wanted = [rng.randrange(size) for _ in range(claims)]
        new = [corpus.query(number) for number in wanted]
        started = time.process_time()
        results = index.candidates([query_terms(statement) for statement in new], CANDIDATES)
        looking.append(time.process_time() - started)
        found += sum(
            any(candidate.claim == number for candidate in result)
            for number, result in zip(wanted, results, strict=True)
        )
        filed = {c.claim: corpus.claim(c.claim) for result in results for c in result}
        started = time.process_time()
        hits = match_statements(new, index, partial(_load, filed))
        matching.append(time.process_time() - started)
        best = {hit.new: hit.claim for hit in reversed(hits)}
        first += sum(best.get(at) == number for at, number in enumerate(wanted))
    total = articles * claims
    for name, spent in (("candidates", looking), ("candidates, rank, compare", matching)):
        ordered = sorted(spent)
        p95 = ordered[int(len(ordered) * 0.95) - 1]
        print(
            f"    {name}: {statistics.median(spent) * 1000:.1f} ms of processor time"
            f" an article of {claims} claims (p95 {p95 * 1000:.1f})"
        )
    print(f"    recall@{CANDIDATES} {found / total:.3f}, first {first / total:.3f}")
