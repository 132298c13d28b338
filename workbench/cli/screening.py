"""`match` on a folder or a stream of documents: what is on file about each, as it is found."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workbench.cli.incoming import Given, said_of
from workbench.cli.session import Session, progress, put, put_table, say
from workbench.cli.streams import shown_json
from workbench.errors import InvalidInputError

if TYPE_CHECKING:
    from workbench.desk.matching.screening import Document, Screened
    from workbench.desk.types import ScreenedClaim

_STREAMS = {".jsonl", ".ndjson"}


def is_many(name: str) -> bool:
    """Whether a name is that of a folder or of a stream of documents."""
    return Path(name).suffix.lower() in _STREAMS or (name != "-" and Path(name).is_dir())


def screen_many(session: Session, given: Given, *, as_json: bool, jobs: int) -> bool:
    """Screen the documents and print what is found; say whether anything was, or went wrong."""
    found = documents = failed = 0
    with _documents(given) as (total, waiting), session.desk(create=False) as desk:
        said = said_of(given, session.settings)
        screened = desk.matches.screen_all(waiting, said=said, encoding=given.encoding, jobs=jobs)
        with progress("Screening", total=total) as report:
            for one in screened:
                documents += 1
                found += bool(one.found)
                failed += bool(one.error)
                _put(one, session.settings.language, as_json=as_json)
                report(documents, total)
    tail = f" {failed} could not be read." if failed else ""
    say(f"{found} of {documents} documents have something on file.{tail}")
    return bool(found or failed)


@contextmanager
def _documents(given: Given) -> Iterator[tuple[int, Iterable[Document]]]:
    """How many documents there are (0: not known) and the documents."""
    from workbench.desk.matching.screening import documents_in, documents_of  # noqa: PLC0415

    if given.file == "-":
        yield 0, documents_of(sys.stdin.buffer)
    elif Path(given.file).is_dir():
        files = documents_in(Path(given.file))
        yield len(files), files
    else:
        try:
            with Path(given.file).open("rb") as lines:
                total = sum(bool(line.strip()) for line in lines)
                lines.seek(0)
                yield total, documents_of(lines)
        except OSError as error:
            raise InvalidInputError(
                "{file} cannot be read: {reason}",
                hint="Check the name and the permissions.",
                file=given.file,
                reason=error.strerror or error,
            ) from error


def _put(one: Screened, language: str, *, as_json: bool) -> None:
    if one.error:
        say(f"{one.document}: {one.error}")
    if as_json:
        import msgspec  # noqa: PLC0415

        line = msgspec.json.encode(one, order="deterministic").decode()
        click.echo(shown_json(line), color=True)
    elif one.found:
        put(f"{one.document}: {one.found} of {len(one.claims)} claims have something on file")
        put_found(one.claims, language, header=False)


def put_found(claims: Sequence[ScreenedClaim], language: str, *, header: bool = True) -> None:
    """A row for each claim on file that a text repeats, updates or contradicts."""
    from workbench.desk.facets.telling import reason, wording  # noqa: PLC0415

    rows = [
        (
            hit.relation.value,
            str(hit.claim_id),
            hit.rating or "-",
            reason(hit.reasons[0], language) if hit.reasons else "",
            wording(claim.text, claim.language, denied=claim.denied),
        )
        for claim in claims
        for hit in claim.found
    ]
    put_table(rows, ("relation", "claim", "rating", "why", "here") if header else ())
