"""A real desk on a file of its own, with a splitter and a matcher that are easy to foresee.

The screens are tested here, not the rules: what counts is that the same texts always give the
same claims and matches, whatever the rules learn later.
"""

from __future__ import annotations

import itertools
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from tests.desk.fakes import NothingFiled
from workbench.desk import Desk
from workbench.desk.matching.pairing import load_statements
from workbench.desk.session import FoundMatch, Progress
from workbench.facets.interval import parse_edtf
from workbench.facets.types import Clock, Comparator, Facets, Quantity
from workbench.intake.types import IncomingArticle
from workbench.language.spans import Span
from workbench.matching.types import Comparison, Facet, Reason, Relation, Statement
from workbench.records.sqlite import Database
from workbench.splitting.types import (
    Attribution,
    DraftClaim,
    Sentence,
    SentenceState,
    Speaker,
    SpeechKind,
    SpeechStance,
    Splitting,
    Worth,
)

SENTENCE = re.compile(r"[^\n]+?(?:[.!?؟](?=\s|$)|(?=\n|$))")
WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d[\d,]*")

ARABIC = (
    "الخارجية العراقية تعلن تأجيل إعلان إنهاء المهمة\n\n"
    "قالت وزارة الخارجية العراقية إن نحو 2500 عسكري أميركي موجودون في العراق. "
    "وأكدت الوزارة عدم وجود قوات أميركية في العراق باستثناء المستشارين. "
    "وبدأ الجانبان (US–Iraq) جولة محادثات في شباط/فبراير 2024.\n\n"
    "وأعلنت بغداد أن 25.5% من المستشارين غادروا «قاعدة عين الأسد» يوم الأربعاء. "
    "هل ينتهي التحالف قريباً؟"
)
ENGLISH = (
    "US forces in Iraq\n\n"
    "The United States has about 3,500 troops in Iraq. "
    "The talks between Baghdad and Washington resumed in February 2024. "
    "The mission of the coalition will end next year.\n\n"
    "The ministry of defence counted 900 troops in Syria. "
    "There are no forces in the base of Ain al-Asad."
)
ENGLISH_AGAIN = (
    "Troop numbers\n\n"
    "The United States has about 2,500 troops in Iraq. "
    "The talks between Baghdad and Washington resumed in February 2024."
)
HOSTILE = (
    "[@click=app.quit]Press[/] here [/] [bold]now[/bold] \x1b]52;c;ZXZpbA==\x07 and \u202eexe.txt "
    "stays as it is. The [red]number[/red] of 12 \x9b31m people was given by the office."
)


DENIAL = "It is denied that "


class SentenceSplitter:
    """Every sentence of four words or more is a claim; questions are set aside.

    What stands behind `DENIAL` is denied by the ministry.
    """

    def split(self, text: str, clock: Clock, outlet: str) -> Splitting:
        """Sentences in text order; the second and third have a named claimant."""
        claims: list[DraftClaim] = []
        sentences: list[Sentence] = []
        for found in SENTENCE.finditer(text):
            start = found.start() + len(found.group()) - len(found.group().lstrip())
            span = Span(start, max(start, found.end()))
            words = span.of(text)
            if len(WORD.findall(words)) < 4 or not words.endswith("."):
                sentences.append(Sentence(span, 0, "en", SentenceState.SET_ASIDE, "question"))
                continue
            sentences.append(Sentence(span, 0, "en", SentenceState.CLAIMED))
            claims.append(_draft(text, span, len(claims)))
        return Splitting(tuple(claims), tuple(sentences))


def _draft(text: str, span: Span, place: int) -> DraftClaim:
    denied = span.of(text).startswith(DENIAL)
    span = Span(span.start + len(DENIAL), span.end) if denied else span
    words = span.of(text)
    arabic = any("\u0600" <= letter <= "\u06ff" for letter in words)
    numbers = [
        Quantity(
            Span(span.start + found.start(), span.start + found.end()),
            found.group(),
            Decimal(found.group().replace(",", "")),
            Decimal(found.group().replace(",", "")),
            "person",
            Comparator.ABOUT,
        )
        for found in NUMBER.finditer(words)
    ]
    named = "وزارة الخارجية العراقية" if arabic else "Ministry of Defence"
    attribution = (
        Attribution(SpeechKind.INDIRECT, (Speaker(named),)) if place % 2 else Attribution()
    )
    if denied:
        attribution = Attribution(
            SpeechKind.INDIRECT, (Speaker(named),), stance=SpeechStance.DENIED
        )
    return DraftClaim(
        segments=(span,),
        quote=words,
        text=words.rstrip("."),
        replacements=(),
        language="ar" if arabic else "en",
        attribution=attribution,
        facets=Facets(quantities=tuple(numbers)),
        worth=Worth(0.8 if numbers else 0.4, ("figure",) if numbers else ("named actor",)),
    )


class WordMatcher:
    """Claims that share five words match; where their figures differ they are in conflict."""

    def refresh(self, database: Database, claims: Sequence[int]) -> None:
        """Nothing is indexed."""

    def filing(self, database: Database) -> NothingFiled:
        """Nothing is indexed."""
        return NothingFiled()

    def rebuild(self, database: Database, progress: Progress) -> int:
        """Nothing is indexed."""
        return 0

    def stale(self, database: Database) -> bool:
        """Never."""
        return False

    def screen(
        self, database: Database, statements: Sequence[Statement]
    ) -> list[list[tuple[int, Comparison]]]:
        """Nothing is screened."""
        return [[] for _ in statements]

    def find(self, database: Database, claims: Sequence[int]) -> list[FoundMatch]:
        """All pairs of all claims, the newer first."""
        everything = load_statements(database, range(1, 1000))
        found = []
        for first, second in itertools.combinations(sorted(everything), 2):
            if not {first, second} & set(claims):
                continue
            comparison = compare(everything[second].text, everything[first].text)
            if comparison is not None:
                found.append(FoundMatch(second, first, comparison))
        return found


def compare(text: str, other: str) -> Comparison | None:
    """Same or conflicting, by words and numbers."""
    shared = set(WORD.findall(text)) & set(WORD.findall(other))
    if len(shared) < 5:
        return None
    here, there = NUMBER.findall(text)[:1], NUMBER.findall(other)[:1]
    if here == there:
        reason = Reason(Facet.WORDING, "same content")
        return Comparison(Relation.SAME, 0.9, 0.9, (reason,))
    reason = Reason(
        Facet.QUANTITY, "figures differ", "".join(here), "".join(there), ("place", "wording")
    )
    return Comparison(Relation.CONFLICT, 0.8, 0.9, (reason,))


@dataclass
class Ticking:
    """A clock that starts at one moment and goes on by a minute a look."""

    minutes: int = 0

    def __call__(self) -> datetime:
        self.minutes += 1
        return datetime(2024, 8, 15, 8, 59, tzinfo=UTC) + timedelta(minutes=self.minutes)


@dataclass
class Numbered:
    """Identities that count up."""

    given: int = 0

    def __call__(self) -> str:
        self.given += 1
        return f"00000000-0000-4000-8000-{self.given:012d}"


def open_desk(
    path: Path, actor: str = "Amal", clock: Ticking | None = None, uids: Numbered | None = None
) -> Desk:
    """A desk with the stand-ins."""
    return Desk.open(
        path,
        actor=actor,
        clock=clock or Ticking(),
        new_uid=uids or Numbered(),
        matcher=WordMatcher(),
        splitter=SentenceSplitter,
    )


def add(desk: Desk, text: str, title: str = "", publisher: str = "Agency") -> int:
    """File a text as an article of 15 August 2024; its number."""
    article = IncomingArticle(
        text=text,
        title=title or text.splitlines()[0],
        publisher=publisher,
        published=parse_edtf("2024-08-15"),
        published_provenance="test",
        language="ar" if any("\u0600" <= letter <= "\u06ff" for letter in text) else "en",
        url=f"https://example.org/{abs(len(text))}",
    )
    return desk.articles.add(article).article_id


def filled(desk: Desk) -> None:
    """An Arabic and two English articles, a source, evidence and a verdict."""
    add(desk, ARABIC, publisher="شفق نيوز")
    add(desk, ENGLISH)
    source = desk.sources.add(
        "Statement of the ministry", url="https://example.org/s", publisher="MoFA", kind="official"
    )
    first = desk.claims.ids()[0]
    desk.evidence.link(first, source, "supports", quote="about 2,500 soldiers", locator="p. 2")
    desk.verdicts.set(first, "mostly_true", "The figure is rounded.", reviewer="Basil")
    add(desk, ENGLISH_AGAIN)


@dataclass(frozen=True)
class Filed:
    """A filled store that is built once: every test opens a copy, which goes on where it ended."""

    path: Path
    clock: Ticking
    uids: Numbered

    @classmethod
    def build(cls, path: Path) -> Filed:
        """Fill a new store."""
        filed = cls(path, Ticking(), Numbered())
        with open_desk(path, clock=filed.clock, uids=filed.uids) as desk:
            filled(desk)
        return filed

    def copy(self, path: Path) -> Desk:
        """A desk on a copy, as if it had been filled there."""
        shutil.copyfile(self.path, path)
        return open_desk(path, clock=replace(self.clock), uids=replace(self.uids))
