"""The desk: the one face that terminal, command line and scripts work through."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from time import time_ns
from types import TracebackType
from typing import TYPE_CHECKING, Self

from workbench.desk import history, reading
from workbench.desk.asking.filters import Filters
from workbench.desk.asking.search import Search
from workbench.desk.checking import ratings
from workbench.desk.checking.evidence import Evidence
from workbench.desk.checking.verdicts import Verdicts
from workbench.desk.claims.articles import Articles
from workbench.desk.claims.claims import Claims
from workbench.desk.facets.facets import Facets
from workbench.desk.facets.figures import Figures
from workbench.desk.matching.families import Families
from workbench.desk.matching.matcher import IndexMatcher
from workbench.desk.matching.matches import Matches
from workbench.desk.session import Matcher, Progress, Session, silent
from workbench.desk.sources import anchoring
from workbench.desk.sources.sources import Sources
from workbench.desk.views import HistoryEntry, Overview, Problem
from workbench.records import derived, undo
from workbench.records.queries import pending
from workbench.records.store import Store
from workbench.splitting.types import Splitter

if TYPE_CHECKING:
    from workbench.desk.checking.gate import GateKeeper
    from workbench.desk.checking.people import People
    from workbench.desk.checking.steps import Steps
    from workbench.desk.claims.links import Links
    from workbench.desk.exchange.archive import Archive
    from workbench.desk.exchange.exchange import Exchange
    from workbench.desk.matching.radar import Radar
    from workbench.desk.matching.tuning import Tune
    from workbench.desk.reporting.reports import Reports
    from workbench.desk.reporting.site import SiteWriter
    from workbench.desk.sources.captures import Captures


def _now() -> datetime:
    return datetime.now(UTC)


def _new_uid() -> str:
    """A UUID of version 7 (RFC 9562): in the order of time, so that an index of them grows at its
    end and a million new ones do not touch each of its pages."""
    chance = os.urandom(10)
    moment, rest = f"{time_ns() // 1_000_000:012x}", chance.hex()
    variant = "89ab"[chance[-1] & 3]
    return f"{moment[:8]}-{moment[8:]}-7{rest[:3]}-{variant}{rest[3:6]}-{rest[6:18]}"


def _rules() -> Splitter:
    from workbench.splitting.rules import RuleSplitter  # noqa: PLC0415 (loads the lexicons)

    return RuleSplitter()


class Desk:
    """Everything a checker can do with one claim store.

        with Desk.open("claims.db", actor="Amal") as desk:
            added = desk.articles.add(incoming)
            for row in desk.claims.rows(desk.claims.ids()):
                print(row.text)

    A desk may be used from several threads; each sees what the others have committed.
    """

    def __init__(self, session: Session) -> None:
        if not isinstance(session, Session):
            raise TypeError("a desk is opened by Desk.open(path, actor=who)")
        self._session = session
        self.articles = Articles(session)
        self.claims = Claims(session)
        self.sources = Sources(session)
        self.evidence = Evidence(session)
        self.verdicts = Verdicts(session)
        self.matches = Matches(session)
        self.families = Families(session)
        self.figures = Figures(session)
        self.facets = Facets(session)
        self.filters = Filters(session)
        self.search = Search(session)

    @classmethod
    def open(
        cls,
        address: str | Path,
        *,
        actor: str,
        create: bool = True,
        read_only: bool = False,
        clock: Callable[[], datetime] = _now,
        new_uid: Callable[[], str] = _new_uid,
        matcher: Matcher | None = None,
        semantic: str = "",
        splitter: Callable[[], Splitter] = _rules,
        scales: Path | None = None,
        allow_hosts: frozenset[str] = frozenset(),
        indexing: Progress = silent,
    ) -> Desk:
        """Open the desk on a claim store.

        Args:
            address: a path or a SQLAlchemy URL (``sqlite:///claims.db``).
            actor: who is at the desk; every change carries the name.
            create: make the file where there is none.
            read_only: refuse every change.
            clock: the moment, in UTC.
            new_uid: an identity that no other record in any file has.
            matcher: what finds claims on file; the matching room's own by default.
            semantic: what re-ranks matches by meaning: a folder with a sentence model, or
                ``name:…`` of a plug-in; nothing by default.
            splitter: makes the splitting back-end; the rules by default.
            scales: a folder with rating scales of the team's own.
            allow_hosts: names of hosts that may be visited although their addresses are private.
            indexing: told how far it is where matching must first rebuild an outdated index.

        Raises:
            StoreError: the file is missing, locked, damaged, newer, or cannot be written.
        """
        matcher = matcher or IndexMatcher(semantic, indexing)
        store = Store(
            address, create=create, read_only=read_only, clock=clock, projections=(matcher,)
        )
        return cls(Session(store, actor, new_uid, matcher, splitter, scales, allow_hosts))

    @cached_property
    def exchange(self) -> Exchange:
        """Import and export."""
        from workbench.desk.exchange.exchange import Exchange  # noqa: PLC0415 (few commands need it)

        return Exchange(self._session, frozenset(rating.key for rating in ratings.load().ratings))

    @cached_property
    def captures(self) -> Captures:
        """Snapshots of sources."""
        from workbench.desk.sources.captures import Captures  # noqa: PLC0415 (loads the readers)

        return Captures(self._session)

    @cached_property
    def gate(self) -> GateKeeper:
        """The publication gate."""
        from workbench.desk.checking.gate import GateKeeper  # noqa: PLC0415 (few commands need it)

        return GateKeeper(self._session)

    @cached_property
    def links(self) -> Links:
        """Links between claims."""
        from workbench.desk.claims.links import Links  # noqa: PLC0415 (few commands need it)

        return Links(self._session)

    @cached_property
    def people(self) -> People:
        """Who works at this desk."""
        from workbench.desk.checking.people import People  # noqa: PLC0415 (few commands need it)

        return People(self._session)

    @cached_property
    def steps(self) -> Steps:
        """Steps of a check that leave no source behind."""
        from workbench.desk.checking.steps import Steps  # noqa: PLC0415 (few commands need it)

        return Steps(self._session)

    @cached_property
    def radar(self) -> Radar:
        """What on file cannot all be right."""
        from workbench.desk.matching.radar import Radar  # noqa: PLC0415 (few commands need it)

        return Radar(self._session)

    @cached_property
    def archive(self) -> Archive:
        """The whole desk in one file."""
        from workbench.desk.exchange.archive import Archive  # noqa: PLC0415 (few commands need it)

        return Archive(self._session)

    @cached_property
    def site(self) -> SiteWriter:
        """The static site of published verdicts."""
        from workbench.desk.reporting.site import SiteWriter  # noqa: PLC0415 (few commands need it)

        return SiteWriter(self._session)

    @cached_property
    def reports(self) -> Reports:
        """Verification reports."""
        from workbench.desk.reporting.reports import Reports  # noqa: PLC0415 (few commands need it)

        return Reports(self._session)

    @cached_property
    def tune(self) -> Tune:
        """The threshold lab."""
        from workbench.desk.matching.tuning import Tune  # noqa: PLC0415 (one command needs it)

        return Tune(self._session)

    @property
    def path(self) -> Path:
        """The file of the store."""
        return self._session.store.path

    @property
    def actor(self) -> str:
        """Who is at the desk."""
        return self._session.actor

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._session.store.read_only

    def overview(self) -> Overview:
        """What needs attention."""
        return reading.overview(self._session.db)

    def data_version(self) -> int:
        """A number that grows with every change by any program; cheap to ask again and again."""
        return self._session.store.data_version()

    def history(self, limit: int = 50) -> list[HistoryEntry]:
        """What was done last, newest first."""
        return history.latest(self._session.db, limit)

    def undo(self) -> HistoryEntry | None:
        """Take back the last thing that this person did, even before a restart.

        Gives what was taken back, or ``None`` where there is nothing more. Both stay in the
        journal.

        Raises:
            ChangedMeanwhileError: somebody has built on it since; nothing is changed.
        """
        event = undo.undo(self._session.store, self.actor)
        return None if event is None else history.one(self._session.db, event)

    def redo(self) -> HistoryEntry | None:
        """Do again what this person took back last, unless they did something else since.

        Raises:
            ChangedMeanwhileError: as for `undo`.
        """
        event = undo.redo(self._session.store, self.actor)
        return None if event is None else history.one(self._session.db, event)

    def verify(self, progress: Progress | None = None) -> list[Problem]:
        """Everything that is wrong with the file; nothing for a sound one."""
        from workbench.records.verify import verify  # noqa: PLC0415

        database = self._session.db
        faults = verify(database, progress or silent)
        problems = [Problem(fault.where, fault.what) for fault in faults]
        if self._session.matcher.stale(database) and len(self.claims.ids()):
            what = "was built by another version; `workbench reindex`"
            problems.append(Problem("the matching index", what))
        problems += [
            Problem(
                f"evidence {orphan.evidence_id} on claim {orphan.claim_id}",
                f"its quote does not stand in the snapshot of {orphan.source}",
            )
            for orphan in anchoring.orphans(database)
        ]
        return problems

    def reindex(self, progress: Progress | None = None) -> int:
        """Draw lists, facets, search and matching index anew from the records.

        Gives how many claims there are.
        """
        tell = progress or silent
        database = self._session.db
        with database.writing():
            count = derived.rebuild(database, lambda done, total: tell(done, 2 * total))
            self._session.matcher.rebuild(
                database, lambda done, total: tell(total + done, 2 * total)
            )
        return count

    def waiting(self) -> int:
        """How many claims wait until their facets are read and their matches found."""
        return pending.count(self._session.db)

    def outdated(self) -> int:
        """How many claims matching must index anew before its next answer; 0 for none.

        An index is outdated when other rules built it: after an upgrade of the program.
        """
        stale = self._session.matcher.stale(self._session.db)
        return len(self.claims.ids()) if stale else 0

    def renew_index(self, progress: Progress = silent) -> int:
        """Index every claim anew, whole or not at all; gives how many there are."""
        database = self._session.db
        with database.writing():
            return self._session.matcher.rebuild(database, progress)

    def backup(self, target: str | Path, *, keep: int = 0) -> Path:
        """Copy the store to a new file while anybody may go on working, and check the copy.

        Args:
            target: the file; or a folder, which gets a file named by the moment. A folder that is
                not there yet is one by the slash behind its name, and is made.
            keep: of a folder: so many of its backups stay, the newest; all where it is 0.

        Raises:
            InvalidInputError: there is a file of that name already.
            StoreError: the copy cannot be written, or is not sound.
        """
        from workbench.records import rotation  # noqa: PLC0415
        from workbench.records.backup import backup  # noqa: PLC0415

        file, folder = Path(target), Path(target)
        if str(target).endswith(("/", os.sep)):
            folder.mkdir(parents=True, exist_ok=True)
        if folder.is_dir():
            file = rotation.dated(folder, self.path.name, self._session.now())
        backup(self._session.store, file)
        if keep and folder.is_dir():
            rotation.thin_out_dated(folder, self.path.name, keep)
        return file

    @staticmethod
    def restore(address: str | Path, source: str | Path) -> Path | None:
        """Put a backup in a store's place, and give the file that keeps what was there, if any.

        Raises:
            StoreError: the backup is not sound; the store is as it was.
        """
        from workbench.records.backup import restore  # noqa: PLC0415

        return restore(address, Path(source), _now())

    def close(self) -> None:
        """Close the store."""
        self._session.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
