"""What every activity works with: the store, who is at the desk, and what is injected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Protocol

import msgspec

from workbench.matching.types import Comparison, Statement
from workbench.records.change import Change
from workbench.records.journal import moment
from workbench.records.sqlite import Database
from workbench.records.store import Store
from workbench.splitting.types import Splitter

Progress = Callable[[int, int], None]
"""Told ``(done, total)`` along the way. What it raises stops the work: nothing is written."""


def silent(done: int, total: int) -> None:
    """Where nobody wants to be told."""


class FoundMatch(msgspec.Struct, frozen=True):
    """Two claims on file that are worth showing together, the newer first."""

    claim_id: int
    other_id: int
    comparison: Comparison


class Filing(Protocol):
    """Indexes claims just filed by terms given, until they are read and refreshed."""

    def number(self, first: int, terms: Sequence[str]) -> None:
        """Further terms, numbered from ``first`` on; with 0 numbering begins anew."""
        ...

    def add(self, claims: Sequence[int], terms: Sequence[bytes]) -> None:
        """Further claims, by id, with their terms by number.

        `matching.candidates.numbered` packs them. The index may learn of them
        only with the next `flush`.
        """
        ...

    def flush(self) -> None:
        """Index what was added. It must come before any of these claims is refreshed."""
        ...


class Matcher(Protocol):
    """Finds the claims on file that others repeat, update or contradict."""

    def refresh(self, database: Database, claims: Sequence[int]) -> None:
        """Index these claims as they are now; some may be gone or set aside."""
        ...

    def filing(self, database: Database) -> Filing:
        """Begin to index claims that are filed by the thousand."""
        ...

    def find(self, database: Database, claims: Sequence[int]) -> list[FoundMatch]:
        """What is on file for these claims, one another included."""
        ...

    def screen(
        self, database: Database, statements: Sequence[Statement]
    ) -> list[list[tuple[int, Comparison]]]:
        """For each statement that is not on file: the claims on file, best first."""
        ...

    def rebuild(self, database: Database, progress: Progress) -> int:
        """Index every claim anew, and say how many."""
        ...

    def stale(self, database: Database) -> bool:
        """Whether the index was built by other rules and must be rebuilt."""
        ...


class Session(msgspec.Struct, frozen=True):
    """One person at one desk."""

    store: Store
    actor: str
    new_uid: Callable[[], str]
    matcher: Matcher
    splitter: Callable[[], Splitter]
    """Makes the splitting back-end, when one is first needed."""
    scales: Path | None = None
    """A folder with rating scales of the team's own."""
    allow_hosts: frozenset[str] = frozenset()
    """Hosts that may be visited although their addresses are private."""

    @property
    def db(self) -> Database:
        """The store, for reading."""
        return self.store.db

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self.store.clock()

    def stamp(self) -> str:
        """The moment, as it is kept."""
        return moment(self.now())

    @contextmanager
    def change(
        self, action: str, why: str = "", summary: str = "", of_event: int | None = None
    ) -> Iterator[Change]:
        """A change by this person: all of it with its journal entry, or nothing.

        ``of_event`` is the earlier entry that this one goes on with: undo takes them for one.
        """
        with self.store.change(self.actor, action, why, of_event=of_event) as change:
            change.summary = summary
            yield change
