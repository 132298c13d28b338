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
from workbench.cli.session import counted, put, put_json, say
from workbench.errors import InvalidInputError
from workbench.intake.addresses import is_address

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.desk.exchange.catching_up import CaughtUp
    from workbench.desk.exchange.exchange import ImportReport
    from workbench.desk.exchange.importing import ImportedRow
    from workbench.desk.exchange.rejected import Rejects
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


@contextmanager
def incoming(file: str, *, allow_private: bool) -> Iterator[Path]:
    """The file that an argument stands for, kept here as long as it is needed.

    Raises:
        InvalidInputError: the address does not answer.
    """
    from workbench.exchange.opening import kept  # noqa: PLC0415

    if file == "-":
        with kept(sys.stdin.buffer) as path:
            yield path
    elif is_address(file):
        from workbench.desk.sources.fetching import fetched  # noqa: PLC0415

        with ExitStack() as stack:
            with meter("Fetching", "pages") as report:
                answer = fetched(file, allow_private=allow_private, progress=report, wait=_wait)
                path = stack.enter_context(answer)
            yield path
    else:
        yield Path(file)


def _wait(seconds: float) -> None:
    say(f"The API is busy and asks to wait {seconds:.0f} s…")
    time.sleep(seconds)


def _folder(folder: Path) -> list[Path]:
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
    return found


def import_all(desk: Desk, file: str, wanted: Wanted) -> bool:
    """Import the files that an argument stands for; whether all their records could be taken.

    Raises:
        InvalidInputError: the only file cannot be read, or the folder is empty.
    """
    from workbench.desk.exchange.rejected import Rejects, beside  # noqa: PLC0415

    if Path(file).is_dir():
        return _import_folder(desk, Path(file), wanted)
    rejects = Rejects(wanted.rejects or beside(file), even_empty=bool(wanted.rejects))
    with incoming(file, allow_private=wanted.allow_private) as path:
        is_good, told = import_one(desk, file, path, wanted, rejects)
    if wanted.as_json:
        put_json(told)
    return is_good


def _import_folder(desk: Desk, folder: Path, wanted: Wanted) -> bool:
    """Each file is an import of its own; one that cannot be read is told, and the others taken."""
    from workbench.desk.exchange.rejected import Rejects, beside  # noqa: PLC0415

    rejected = Path(wanted.rejects or folder)
    if rejected.is_file():
        raise InvalidInputError(
            "{rejects} is a file",
            hint="The files of a folder have a file of rejects each: name a folder for them.",
            rejects=rejected,
        )
    is_good, told = True, list[object]()
    for path in _folder(folder):
        name = str(path)
        if not (wanted.format_name or desk.exchange.is_of_claims(path, wanted.columns)):
            told.append({"file": name, "left_out": "no claims are in it"})
            if not wanted.as_json:
                put(f"{name}: left out, no claims are in it")
            continue
        if not wanted.as_json:
            put(f"{name}:")
        try:
            beside_it = rejected / beside(str(path.relative_to(folder)))
            rejects = Rejects(
                str(beside_it), even_empty=bool(wanted.rejects) and beside_it.exists()
            )
            is_taken, outcome = import_one(desk, name, path, wanted, rejects)
        except InvalidInputError as error:
            say(f"workbench: {error.message}")
            is_taken, outcome = False, {"file": name, "error": error.message}
        is_good &= is_taken
        told.append(outcome)
    if wanted.as_json:
        put_json(told)
    return is_good


def import_one(
    desk: Desk, name: str, path: Path, wanted: Wanted, rejects: Rejects
) -> tuple[bool, object]:
    """Import a file and tell of it.

    Returns:
        Whether all its records could be taken, and the outcome, as JSON has it.
    """
    is_archive = not wanted.format_name and desk.archive.is_one(path)
    if wanted.format_name == "archive" or is_archive:
        return True, _restore(desk, name, path, wanted)
    writes = not wanted.all_or_nothing and not wanted.dry_run
    with meter("Importing", "MB", 1e6) as report, rejects if writes else _nothing():
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
    if not wanted.as_json:
        _tell(done, wanted, rejects.file)
    if writes and rejects.is_left_over and rejects.file != name and not wanted.as_json:
        say(f"{rejects.file} is of an earlier import; nothing of this one is in it.")
    if wanted.catch_up and done.waiting and not wanted.dry_run:
        with meter("Reading", "claims") as report:
            more = desk.exchange.catch_up(report)
        say(read_on(more))
    return not done.rejected, _summary(name, done, rejects.file if rejects.is_written else "")


def read_on(done: CaughtUp) -> str:
    """What reading on of claims that came in bulk has done."""
    found = counted(done.matches, "match", "matches")
    return f"{counted(done.read, 'claim')} read, {found}; {done.left:,} wait."


def _restore(desk: Desk, name: str, path: Path, wanted: Wanted) -> object:
    """Make an empty desk equal to an archive, and tell of it."""
    with meter("Restoring", "rows") as report:
        done = desk.archive.read(path, dry_run=wanted.dry_run, progress=report)
    if done.is_new and not wanted.as_json:
        entries = counted(done.entry, "journal entry", "journal entries")
        say(f"{counted(done.claims, 'claim')} and {entries} restored from {name}.")
    elif not wanted.as_json:
        say(f"This desk is what {name} holds; nothing was changed.")
    return done


@contextmanager
def _nothing() -> Iterator[None]:
    yield


def _pass_over(bad: BadRow) -> None:
    pass


def _summary(name: str, done: ImportReport, rejects: str) -> dict[str, object]:
    from workbench.desk.exchange.importing import Outcome  # noqa: PLC0415

    told = _told(done)
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
        "rows": told,
        "rows_left_out": max(0, done.count(Outcome.NEW) + done.count(Outcome.CHANGED) - len(told)),
        "bad": [
            {"line": bad.line, "field": bad.field, "reason": str(bad.problem)} for bad in done.bad
        ],
        "passed_over": [str(note.problem) for note in done.notes],
    }


def _told(done: ImportReport) -> list[ImportedRow]:
    """The rows of which there is something to tell."""
    return [row for row in done.rows if row.changes or row.conflicts or row.outcome.value == "new"]


def _tell(done: ImportReport, wanted: Wanted, rejects: str) -> None:
    told = _told(done)
    for row in told[:_MOST_SHOWN]:
        about = " ".join(row.about.split())
        put(f"line {row.line}: {row.outcome.value} {row.record}: {about}")
        for change in row.changes:
            put(f"    {change.record} {change.field}: {change.before!r} → {change.after!r}")
        for change in row.conflicts:
            kept = "the file wins" if wanted.theirs else "ours stays (--theirs takes the file's)"
            put(
                f"    conflict, {change.record} {change.field}: "
                f"ours {change.before!r}, theirs {change.after!r}; {kept}"
            )
    if len(told) > _MOST_SHOWN:
        say(f"The first {_MOST_SHOWN} are shown; --json lists more.")
    for bad in done.bad[:_MOST_SHOWN]:
        put(str(bad))
    for note in done.notes:
        say(f"note: {note.problem}{f' — {note.hint}' if note.hint else ''}")
    for label, times in done.unknown_labels[:_MOST_LABELS]:
        say(f"label in no table, kept as published: {label[:_LONGEST_LABEL]!r} ({times})")
    for line in _totals(done, wanted, rejects):
        say(line)


def _totals(done: ImportReport, wanted: Wanted, rejects: str) -> Iterator[str]:
    from workbench.desk.exchange.importing import Outcome  # noqa: PLC0415

    counts = ", ".join(f"{done.count(outcome):,} {outcome.value}" for outcome in Outcome)
    rejected = counted(done.rejected, "row")
    matches = counted(done.matches, "match", "matches")
    if done.rejected and wanted.all_or_nothing:
        yield f"{rejected} cannot be taken; nothing was written. ({counts})"
    elif wanted.dry_run:
        bad = f" {rejected} would be rejected." if done.rejected else ""
        yield f"Would be: {counts}; {matches}.{bad} Nothing was written."
    else:
        yield f"{counts}; {matches}."
        lost = sum(bad.record is None for bad in done.bad)
        if done.rejected > lost:
            kept = counted(done.rejected - lost, "row")
            yield f"{kept} rejected: mend {rejects} and import it."
        if lost:
            places = counted(lost, "place")
            yield (
                f"{places} cannot be read: mend the file itself, or do as is said there, and import"
                " it again."
            )
    if done.conflicts and not wanted.theirs:
        yield f"{done.conflicts:,} differ from what was changed here; ours stays."
    if done.waiting and not wanted.dry_run and not wanted.catch_up:
        yield (
            f"{done.waiting:,} claims are on file and can be searched; they are still to be read"
            " and compared with all others: `workbench catch-up`."
        )
