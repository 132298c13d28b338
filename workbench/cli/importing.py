"""One import by command: where the records come from, where rejects go, and what is told."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.meter import meter
from workbench.cli.session import put, put_json, say
from workbench.errors import InvalidInputError

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.desk.exchange.exchange import ImportReport
    from workbench.exchange.types import BadRow

_MOST_SHOWN = 200
_LONGEST_LABEL = 80
"""Characters of a label that are shown; some publishers put their whole finding there."""
_MOST_LABELS = 50


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of an import."""

    format_name: str = ""
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Our name of a column → its name in the file."""
    day_first: bool | None = None
    rejects: str = ""
    all_or_nothing: bool = False
    theirs: bool = False
    catch_up: bool | None = None
    dry_run: bool = False
    allow_private: bool = False
    as_json: bool = False


def mapping(given: Sequence[str], use: str, save: str) -> Mapping[str, str]:
    """The mapping of columns that a user gives or names, kept under a name if that is asked for.

    Raises:
        InvalidInputError: it is no mapping, or none is kept under the name.
    """
    from workbench.desk.exchange.column_maps import load_map, save_map  # noqa: PLC0415

    columns = dict(load_map(use)) if use else {}
    for each in given:
        ours, equals, theirs = each.partition("=")
        if not (equals and ours.strip() and theirs.strip()):
            raise InvalidInputError(
                "{each!r} is no mapping", hint="Write --map text=Claim.", each=each
            )
        name = ours.strip()
        columns["text" if name == "claim" else name] = theirs.strip()
    if save:
        save_map(save, columns)
    return columns


def incoming(file: str, *, allow_private: bool) -> Iterator[tuple[str, Path]]:
    """The files that an argument stands for: what each is called, and where it lies.

    Raises:
        InvalidInputError: the folder is empty, or the address does not answer.
    """
    from workbench.exchange.opening import kept  # noqa: PLC0415

    if file == "-":
        with kept(sys.stdin.buffer) as path:
            yield "-", path
    elif file.startswith(("http://", "https://")):
        from workbench.desk.sources.fetching import fetched  # noqa: PLC0415

        with ExitStack() as stack:
            with meter("Fetching", "pages") as report:
                answer = fetched(file, allow_private=allow_private, progress=report, wait=_wait)
                path = stack.enter_context(answer)
            yield file, path
    elif Path(file).is_dir():
        yield from _folder(Path(file))
    else:
        yield file, Path(file)


def _wait(seconds: float) -> None:
    say(f"The API is busy and asks to wait {seconds:.0f} s…")
    time.sleep(seconds)


def _folder(folder: Path) -> Iterator[tuple[str, Path]]:
    from workbench.desk.exchange.rejected import SUFFIX  # noqa: PLC0415

    found = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not path.name.endswith(SUFFIX)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not found:
        raise InvalidInputError(
            "{folder} holds no files", hint="Name a folder with files in it.", folder=folder
        )
    yield from ((str(path), path) for path in found)


def import_all(desk: Desk, file: str, wanted: Wanted) -> bool:
    """Import the files that an argument stands for; whether all their records could be taken.

    Of a folder a file that cannot be read is told, and the others are taken.

    Raises:
        InvalidInputError: the only file cannot be read, or the folder is empty.
    """
    is_good = True
    for name, path in incoming(file, allow_private=wanted.allow_private):
        try:
            is_good &= import_one(desk, name, path, wanted)
        except InvalidInputError as error:
            if name == file or not Path(file).is_dir():
                raise
            say(f"workbench: {error.message}")
            is_good = False
    return is_good


def import_one(desk: Desk, name: str, path: Path, wanted: Wanted) -> bool:
    """Import a file and tell of it; whether all its records could be taken."""
    from workbench.desk.exchange.rejected import Rejects, beside  # noqa: PLC0415

    is_archive = not wanted.format_name and desk.archive.is_one(path)
    if wanted.format_name == "archive" or is_archive:
        return _restore(desk, name, path, wanted)
    rejects = Rejects(wanted.rejects or beside(name))
    writes = not wanted.all_or_nothing and not wanted.dry_run
    with meter("Importing", "MB", 1e6) as report, rejects if writes else _nothing():
        if writes and wanted.rejects:
            rejects.open()
        done = desk.exchange.import_(
            path,
            name=name,
            format_name=wanted.format_name,
            encoding=wanted.encoding,
            columns=wanted.columns,
            day_first=wanted.day_first,
            dry_run=wanted.dry_run,
            keep_good=not wanted.all_or_nothing,
            theirs=wanted.theirs,
            catch_up=wanted.catch_up is not False,
            on_bad=rejects.add if writes else _pass_over,
            progress=report,
        )
    if wanted.as_json:
        put_json(_summary(name, done, rejects.file if rejects.count else ""))
    else:
        _tell(done, wanted, rejects.file)
    if wanted.catch_up and done.waiting and not wanted.dry_run:
        with meter("Reading", "claims") as report:
            more = desk.exchange.catch_up(report)
        say(f"{more.read} claims read, {more.matches} matches; {more.left} wait.")
    return not done.rejected


def _restore(desk: Desk, name: str, path: Path, wanted: Wanted) -> bool:
    """Make an empty desk equal to an archive."""
    with meter("Restoring", "rows") as report:
        done = desk.archive.read(path, dry_run=wanted.dry_run, progress=report)
    if wanted.as_json:
        put_json(done)
    elif done.is_new:
        say(f"{done.claims:,} claims and {done.entry:,} journal entries restored from {name}.")
    else:
        say(f"This desk is what {name} holds; nothing was changed.")
    return True


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def _pass_over(bad: BadRow) -> None:
    pass


def _summary(name: str, done: ImportReport, rejects: str) -> dict[str, object]:
    from workbench.desk.exchange.importing import Outcome  # noqa: PLC0415

    return {
        "file": name,
        **{str(outcome): done.count(outcome) for outcome in Outcome},
        "rejected": done.rejected,
        "rejects": rejects,
        "conflicts": done.conflicts,
        "matches": done.matches,
        "waiting": done.waiting,
        "written": done.written,
        "unknown_labels": dict(done.unknown_labels),
        "rows": done.rows[:_MOST_SHOWN],
        "bad": [
            {"line": bad.line, "field": bad.field, "reason": str(bad.problem)} for bad in done.bad
        ],
        "passed_over": [str(note.problem) for note in done.notes],
    }


def _tell(done: ImportReport, wanted: Wanted, rejects: str) -> None:
    from workbench.desk.exchange.importing import Outcome  # noqa: PLC0415

    told = [row for row in done.rows if row.outcome is not Outcome.UNCHANGED or row.conflicts]
    for row in told[:_MOST_SHOWN]:
        put(f"line {row.line}: {row.outcome.value} {row.record}: {row.about}")
        for change in row.changes:
            put(f"    {change.record} {change.field}: {change.before!r} → {change.after!r}")
        for change in row.conflicts:
            kept = "the file wins" if wanted.theirs else "ours stays (--theirs takes the file's)"
            put(
                f"    conflict, {change.record} {change.field}: "
                f"ours {change.before!r}, theirs {change.after!r}; {kept}"
            )
    for bad in done.bad[:_MOST_SHOWN]:
        put(str(bad))
    for note in done.notes:
        say(f"passed over: {note.problem}")
    for label, times in done.unknown_labels[:_MOST_LABELS]:
        say(f"label in no table, kept as published: {label[:_LONGEST_LABEL]!r} ({times})")
    for line in _totals(done, wanted, rejects):
        say(line)


def _totals(done: ImportReport, wanted: Wanted, rejects: str) -> Iterator[str]:
    from workbench.desk.exchange.importing import Outcome  # noqa: PLC0415

    counts = ", ".join(f"{done.count(outcome):,} {outcome.value}" for outcome in Outcome)
    rows = "row" if done.rejected == 1 else "rows"
    if done.rejected and wanted.all_or_nothing:
        yield f"{done.rejected:,} {rows} cannot be taken; nothing was written. ({counts})"
    elif wanted.dry_run:
        rejected = f" {done.rejected:,} {rows} would be rejected." if done.rejected else ""
        yield f"Would be: {counts}; {done.matches:,} matches.{rejected} Nothing was written."
    else:
        yield f"{counts}; {done.matches:,} matches."
        lost = sum(bad.record is None for bad in done.bad)
        if done.rejected > lost:
            rows = "row" if done.rejected - lost == 1 else "rows"
            yield f"{done.rejected - lost:,} {rows} rejected: mend {rejects} and import it."
        if lost:
            places = "place" if lost == 1 else "places"
            yield f"{lost:,} {places} cannot be read: mend the file itself and import it again."
    if done.conflicts and not wanted.theirs:
        yield f"{done.conflicts:,} differ from what was changed here; ours stays."
    if done.waiting and not wanted.dry_run and not wanted.catch_up:
        yield (
            f"{done.waiting:,} claims are on file and can be searched; they are still to be read"
            " and compared with all others: `workbench catch-up`."
        )
