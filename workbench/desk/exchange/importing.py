"""Records from a file, put on file: new ones filed, known ones brought up to date."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum

from workbench.desk.exchange.bulk import Filer, New
from workbench.desk.exchange.filing_records import Recorder
from workbench.desk.exchange.imported import RowRefusedError
from workbench.desk.exchange.keys import Key, is_review, keys_of, own_uid
from workbench.desk.exchange.known_reviews import KnownReviews, is_said_here
from workbench.desk.exchange.on_file import OnFile
from workbench.desk.exchange.preparing import Batch, Prepared, in_its_language
from workbench.desk.exchange.soundness import check, check_claim
from workbench.desk.exchange.updating import Update, says_nothing_new
from workbench.desk.session import Filing, Session
from workbench.desk.views import FieldChange
from workbench.errors import Said
from workbench.exchange.labels import NOT_NORMALISED
from workbench.exchange.reviews.identities import is_one_of_several
from workbench.exchange.types import (
    AnyRecord,
    ArticleRecord,
    BadRow,
    ClaimRecord,
    MatchRecord,
    SourceRecord,
)
from workbench.records.change import Change
from workbench.records.queries import claims, pending
from workbench.records.sqlite import Row, TakenError

ORDINARY = 2_000
"""Claims that an import reads and compares right away; more than that are left to catching up."""
MOST_TOLD = 1_000
"""Rows that are told one by one, so that memory does not grow with the file."""
ROOM = 10_000_000
"""Characters of rows that cannot be taken which are kept until the end."""


class Outcome(StrEnum):
    """What an import does with a record."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """What became of a row."""

    line: int
    outcome: Outcome
    record: str
    about: str
    changes: tuple[FieldChange, ...] = ()
    conflicts: tuple[FieldChange, ...] = ()
    """What the file says otherwise than somebody here has said since: ours and theirs."""


@dataclass(slots=True)
class Import:
    """One import under way, inside one change."""

    session: Session
    change: Change
    filing: Filing
    theirs: bool = False
    """Whether the file wins where somebody here has said otherwise."""
    on_bad: Callable[[BadRow], None] = lambda bad: None
    """Told of each row that cannot be taken."""
    rows: list[ImportedRow] = field(default_factory=list)
    """The first `MOST_TOLD`, and as many more that are new, changed or at odds."""
    bad: list[BadRow] = field(default_factory=list)
    """The first `MOST_TOLD`, with their records as long as those are within `ROOM`."""
    notes: list[BadRow] = field(default_factory=list)
    """What was passed over and is no record."""
    counts: Counter[Outcome] = field(default_factory=Counter)
    rejected: int = 0
    conflicts: int = 0
    unknown_labels: Counter[str] = field(default_factory=Counter)
    """Labels of reviews that are in no table, with how often they came."""
    touched: list[int] = field(default_factory=list)
    """Claims to be read and compared, as long as they are not more than `ORDINARY`."""
    waiting: int = 0
    """How many claims are to be read and compared."""
    read: array[int] = field(default_factory=lambda: array("q"))
    """New claims that came with their facets: of these only the matches are to be found."""
    taken: bytearray = field(default_factory=bytearray)
    """Which claims on file the records so far were about, a byte for each number."""
    matches_told: bool = False
    """Whether the file tells the matches of its claims with one another."""
    _room: int = field(default_factory=lambda: ROOM)
    _reviews: KnownReviews = field(init=False)
    _on_file: OnFile = field(init=False)
    """What is on file of the batch under way."""
    _given: Sequence[frozenset[str]] = ()
    """The sets of fields that records of the batch under way give."""

    def __post_init__(self) -> None:
        self._reviews = KnownReviews(self.change)

    def take(self, batch: Batch) -> None:
        """Put a batch of records on file; rows that cannot be taken are told and passed over."""
        self.filing.number(batch.first, batch.terms)
        self._given = batch.given
        self._on_file = OnFile(self.change.db, (item.record for item in batch.items))
        fresh: list[Prepared] = []
        coming: set[Key] = set()
        for item in batch.items:
            record = item.record
            if isinstance(record, ClaimRecord) and self._is_fresh(item, record):
                own = keys_of(record)
                if coming.isdisjoint(own):
                    fresh.append(item)
                    coming.update(own)
                    continue
            if isinstance(record, ClaimRecord) and self._is_told(item, record):
                continue
            self._file_fresh(fresh)
            fresh, coming = [], set()
            self._take_one(item)
        self._file_fresh(fresh)
        if self.change.is_reworded:
            self.filing.flush()
        self.change.flush(whole=False)

    def put_off(self) -> None:
        """Have the claims that came with their facets wait to be compared.

        They need not where the file tells their matches and no other claims are on file.
        """
        if not self.read:
            return
        if not self.matches_told or pending.any_before(self.change.db, self.read[0]):
            self.change.put_off(self.read)

    def finish(self) -> None:
        """Index what is still to be indexed, once all records were taken."""
        self.filing.flush()

    def _is_fresh(self, item: Prepared, record: ClaimRecord) -> bool:
        """Whether an item is a claim that is filed with others at once, since none is on file."""
        is_one = is_one_of_several(record.external_id)
        return item.meaning is not None and not is_one and not self._on_file.has(record)

    def _is_told(self, item: Prepared, record: ClaimRecord) -> bool:
        """Whether a claim says just what is on file, which is told then."""
        if is_review(record) and self._reviews.are_several(record, item.kin):
            return False
        found = self._on_file.only(record)
        if found is None:
            return False
        row, filed = found
        given = self._given[item.given]
        if not says_nothing_new(row, filed, record, given, theirs=self.theirs):
            return False
        with suppress(RowRefusedError):  # whoever takes it tells why
            check_claim(record)
            self._note_labels(record)
            self._mark(range(row["id"], row["id"] + 1))
            self._tell(item.line, "claim", record.text, Outcome.UNCHANGED)
            return True
        return False

    def _file_fresh(self, items: Sequence[Prepared]) -> None:
        """File new claims at once; halves of them where that fails, down to the one that fails."""
        if not items:
            return
        new = [
            New(item.record, item.meaning, item.words)
            for item in items
            if isinstance(item.record, ClaimRecord) and item.meaning is not None
        ]
        try:
            with self.change.attempt():
                ids = Filer(self.session, self.change).file(new)
        except (TakenError, RowRefusedError):
            if len(items) == 1:
                self._take_one(items[0])
                return
            middle = len(items) // 2
            self._file_fresh(items[:middle])
            self._file_fresh(items[middle:])
            return
        self._filed(ids, items)

    def _filed(self, ids: range, items: Sequence[Prepared]) -> None:
        """Note what was filed at once, have it indexed, and tell it."""
        self._mark(ids)
        self._wait(ids)
        found = [
            (claim_id, item.terms)
            for claim_id, item in zip(ids, items, strict=True)
            if isinstance(item.record, ClaimRecord) and item.record.state != "set_aside"
        ]
        self.filing.add([claim_id for claim_id, _ in found], [terms for _, terms in found])
        self.read.extend(id_ for id_, item in zip(ids, items, strict=True) if _is_read(item))
        for item in items:
            assert isinstance(item.record, ClaimRecord)
            if item.record.verdicts:
                self._note_labels(item.record)
            self._tell(item.line, "claim", item.record.text, Outcome.NEW)

    def _take_one(self, item: Prepared) -> None:
        if item.bad is not None:
            self._reject(item.bad)
            return
        assert item.record is not None
        try:
            with self.change.attempt():
                self._one(item, item.record)
        except RowRefusedError as no:
            self._reject(BadRow(item.line, no.field, no.problem, no.hint, item.record))
        except TakenError as taken:
            hint = "Two records cannot have one identity; take one of them out."
            self._reject(BadRow(item.line, "uid", str(taken), hint, item.record))

    def _reject(self, bad: BadRow) -> None:
        if bad.is_note:
            self.notes.append(bad)
            return
        self.rejected += 1
        self.on_bad(bad)
        if len(self.bad) < MOST_TOLD:
            self._room -= len(str(bad.record))
            is_small = self._room > 0 or bad.record is None
            self.bad.append(bad if is_small else replace(bad, record=""))

    def _wait(self, claim_ids: Sequence[int]) -> None:
        self.waiting += len(claim_ids)
        self.touched += claim_ids[: max(0, ORDINARY + 1 - len(self.touched))]

    def _tell(
        self,
        line: int,
        record: str,
        about: str,
        outcome: Outcome,
        update: Update | None = None,
    ) -> None:
        self.counts[outcome] += 1
        changes, conflicts = (update.changes, update.conflicts) if update else ((), ())
        self.conflicts += bool(conflicts)
        tells = outcome is not Outcome.UNCHANGED or conflicts
        if len(self.rows) < (2 * MOST_TOLD if tells else MOST_TOLD):
            row = ImportedRow(line, outcome, record, about, tuple(changes), tuple(conflicts))
            self.rows.append(row)

    def _note_labels(self, record: ClaimRecord) -> None:
        labels = (each.label for each in record.verdicts if each.rating == NOT_NORMALISED)
        self.unknown_labels.update(labels)

    def _one(self, item: Prepared, record: AnyRecord) -> None:
        check(record)
        line = item.line
        recorder = Recorder(self.session, self.change)
        if isinstance(record, ArticleRecord):
            self._tell(line, "article", record.title, _outcome(is_new=recorder.article(record)))
        elif isinstance(record, SourceRecord):
            self._tell(line, "source", record.title, _outcome(is_new=recorder.source(record)))
        elif isinstance(record, MatchRecord):
            self.matches_told = True
            self._tell(line, "match", record.relation, _outcome(is_new=recorder.match(record)))
        else:
            self._claim(item, record)

    def _claim(self, item: Prepared, record: ClaimRecord) -> None:
        if self._is_our_own(record):
            self._tell(item.line, "claim", record.text, Outcome.UNCHANGED)
            return
        self._note_labels(record)
        recorder = Recorder(self.session, self.change)
        row = self._found(record, item.kin)
        if row is None:
            record = in_its_language(record)
            claim_id = recorder.claim(self._reviews.named_anew(record))
            self._reviews.filed(record, claim_id)
            self._mark(range(claim_id, claim_id + 1))
            self._wait([claim_id])
            self.read.extend([claim_id] if _is_read(item) else [])
            self._tell(item.line, "claim", record.text, Outcome.NEW)
            return
        update = Update(self.change, recorder, self.theirs)
        update.apply(row, record, self._given[item.given])
        self._on_file.forget(row["id"])
        self._once(row["id"], update)
        if update.is_reworded:
            self._wait([row["id"]])
        outcome = Outcome.CHANGED if update.changes else Outcome.UNCHANGED
        self._tell(item.line, "claim", record.text, outcome, update)

    def _is_our_own(self, record: ClaimRecord) -> bool:
        """Whether a review is one that this desk gave out: it is no finding of others.

        Raises:
            RowRefusedError: it bears our name and says what was never said here.
        """
        uid = own_uid(record) if is_review(record) else ""
        row = claims.by_uid(self.change.db, uid) if uid else None
        if row is not None and not is_said_here(self.change.db, row["id"], record):
            raise RowRefusedError(
                "@id",
                Said("the review of our own claim {claim} says otherwise", claim=row["id"]),
                "Correct the claim here; without the @id it is filed as a review by others.",
            )
        return row is not None

    def _mark(self, claim_ids: range) -> None:
        """Note that records were about these claims."""
        if claim_ids.stop > len(self.taken):
            self.taken += bytes(claim_ids.stop - len(self.taken))
        self.taken[claim_ids.start : claim_ids.stop] = b"\1" * len(claim_ids)

    def _once(self, claim_id: int, update: Update) -> None:
        """Refuse a record that says otherwise than an earlier one of the same claim in this file.

        More evidence, appearances and verdicts may come in a record of their own. Two values for
        one field may not: whichever came last would win, and each import would change both again.
        """
        told = [*update.changes, *update.conflicts]
        other = next((each for each in told if each.record == "claim" and each.before), None)
        if other and claim_id < len(self.taken) and self.taken[claim_id]:
            problem = Said(
                "an earlier record of this file has the same id and says {before!r}",
                before=other.before,
            )
            raise RowRefusedError(other.field, problem, "Give each claim an id of its own.")
        self._mark(range(claim_id, claim_id + 1))

    def _found(self, record: ClaimRecord, kin: Sequence[bytes]) -> Row | None:
        """The claim on file that a record is about, by its identity."""
        if is_review(record):
            return self._reviews.find(record, kin)
        database = self.change.db
        found = claims.by_uid(database, record.uid) if record.uid else None
        return found or claims.by_external(database, record.origin, record.external_id)


def _is_read(item: Prepared) -> bool:
    """Whether a claim that is to be compared came with its facets."""
    assert isinstance(item.record, ClaimRecord)
    return item.record.state != "set_aside" and bool(item.meaning and item.meaning.read)


def _outcome(*, is_new: bool) -> Outcome:
    return Outcome.NEW if is_new else Outcome.UNCHANGED
