"""A desk with a splitter and a matcher simple enough to foretell what they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from pathlib import Path

from workbench.desk import Desk
from workbench.desk.matching.pairing import load_statements
from workbench.desk.session import FoundMatch, Progress
from workbench.facets.interval import Interval, month
from workbench.facets.types import Clock, Facets, Quantity, Time
from workbench.intake.types import IncomingArticle
from workbench.language.spans import Span
from workbench.matching.types import Comparison, Facet, Reason, Relation, Statement
from workbench.records.queries import claims as queries
from workbench.records.sqlite import Database
from workbench.splitting.types import (
    Attribution,
    DraftClaim,
    Sentence,
    SentenceState,
    Speaker,
    SpeechKind,
    Splitting,
    Worth,
)

ARTICLE = "The ministry: 2,500 troops are in the country\nTalks resumed last month\nWhy now?"
SENTENCE = re.compile(r"[^\n]+")
FIGURE = re.compile(r"\d[\d,]*")


class LineSplitter:
    """Each line is a claim, but for questions; "Who: what" has a claimant."""

    def split(self, text: str, clock: Clock, outlet: str) -> Splitting:
        drafts, sentences = [], []
        for n, line in enumerate(SENTENCE.finditer(text)):
            span = Span(*line.span())
            asks = line.group().endswith("?")
            state = SentenceState.SET_ASIDE if asks else SentenceState.CLAIMED
            sentences.append(Sentence(span, n, "en", state, "question" if asks else ""))
            if not asks:
                drafts.append(self._draft(text, span, clock))
        return Splitting(tuple(drafts), tuple(sentences))

    def _draft(self, text: str, span: Span, clock: Clock) -> DraftClaim:
        who, colon, _ = span.of(text).partition(": ")
        said = Span(span.start + len(who) + 2, span.end) if colon else span
        speaker = (Speaker(who, Span(span.start, span.start + len(who))),) if colon else ()
        return DraftClaim(
            segments=(said,),
            quote=said.of(text),
            text=said.of(text),
            replacements=(),
            language="en",
            attribution=Attribution(SpeechKind.INDIRECT if colon else SpeechKind.OUTLET, speaker),
            facets=read(text, said, clock),
            worth=Worth(0.9 if FIGURE.search(said.of(text)) else 0.4, ("figure",)),
            proposed_by="lines",
        )


def read(text: str, span: Span, clock: Clock) -> Facets:
    figures = [
        Quantity(
            Span(span.start + found.start(), span.start + found.end()),
            found.group(),
            Decimal(found.group().replace(",", "")),
            Decimal(found.group().replace(",", "")),
            "person",
        )
        for found in FIGURE.finditer(span.of(text))
    ]
    at = text.find("last month", span.start, span.end)
    times = [Time(Span(at, at + 10), "last month", before(clock), "last month")] if at >= 0 else []
    return Facets(quantities=tuple(figures), times=tuple(times))


def before(clock: Clock) -> Interval | None:
    if clock.published is None or clock.published.earliest is None:
        return None
    last = clock.published.earliest.replace(day=1) - timedelta(days=1)
    return month(last.year, last.month)


class NothingFiled:
    """Claims filed by the thousand, of which this matcher need not be told."""

    def number(self, first: int, terms: Sequence[str]) -> None:
        pass

    def add(self, claims: Sequence[int], terms: Sequence[bytes]) -> None:
        pass

    def flush(self) -> None:
        pass


class WordMatcher:
    """Claims of the same words are the same; of the same words but another figure, at odds."""

    def refresh(self, database: Database, claims: Sequence[int]) -> None:
        pass

    def filing(self, database: Database) -> NothingFiled:
        return NothingFiled()

    def find(self, database: Database, claims: Sequence[int]) -> list[FoundMatch]:
        filed = load_statements(database, queries.all_ids(database))
        pairs = {
            (max(one, two), min(one, two))
            for one in claims
            for two in filed
            if one in filed and one != two
        }
        found = [FoundMatch(a, b, compare(filed[a], filed[b])) for a, b in sorted(pairs)]
        return [each for each in found if each.comparison.relation is not Relation.DIFFERENT]

    def screen(
        self, database: Database, statements: Sequence[Statement]
    ) -> list[list[tuple[int, Comparison]]]:
        filed = load_statements(database, queries.all_ids(database))
        compared = [[(id_, compare(new, old)) for id_, old in filed.items()] for new in statements]
        return [
            [pair for pair in pairs if pair[1].relation is not Relation.DIFFERENT]
            for pairs in compared
        ]

    def rebuild(self, database: Database, progress: Progress) -> int:
        return len(queries.all_ids(database))

    def stale(self, database: Database) -> bool:
        return False


def compare(new: Statement, filed: Statement) -> Comparison:
    words = [FIGURE.sub("", each.text).lower().split() for each in (new, filed)]
    if words[0] != words[1]:
        return Comparison(Relation.DIFFERENT, 0.0, 0.0, ())
    figures = [FIGURE.findall(each.text) for each in (new, filed)]
    if figures[0] == figures[1]:
        reason = Reason(Facet.WORDING, "same wording")
        return Comparison(Relation.SAME, 0.99, 1.0, (reason,))
    reason = Reason(Facet.QUANTITY, "figures differ", figures[0][0], figures[1][0])
    return Comparison(Relation.CONFLICT, 0.9, 0.97, (reason,))


def ticking() -> Callable[[], datetime]:
    ticks = count()
    return lambda: datetime(2024, 8, 16, 9, tzinfo=UTC) + timedelta(seconds=next(ticks))


def numbered(prefix: str = "uid") -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"{prefix}-{next(numbers)}"


def open_desk(path: Path, actor: str = "Amal", **options: object) -> Desk:
    given = {
        "clock": ticking(),
        "new_uid": numbered(actor),
        "matcher": WordMatcher(),
        "splitter": LineSplitter,
        **options,
    }
    return Desk.open(path, actor=actor, **given)  # type: ignore[arg-type]


def article(text: str = ARTICLE, **known: object) -> IncomingArticle:
    return IncomingArticle(
        text=text,
        **{"title": "Troops", "publisher": "Agency", "language": "en", **known},  # type: ignore[arg-type]
    )
