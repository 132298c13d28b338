"""What an import did, or would do: what changes, where it is at odds, and what cannot be taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from workbench.tui.panes.common import fields
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words

if TYPE_CHECKING:
    from workbench.desk.exchange.exchange import ImportReport
    from workbench.desk.exchange.importing import ImportedRow
    from workbench.desk.views import FieldChange

MOST_LABELS = 50
LONGEST = 300
"""Characters of a value that are shown."""


def blocks(report: ImportReport, words: Words, rejects: str = "") -> Iterator[Block]:
    """What needs a look first: bad rows and labels, conflicts and changes; then what is new.

    Args:
        report: the outcome.
        words: the person's.
        rejects: where the rows are that could not be taken, if they were left out.
    """
    if rejects:
        yield Block(words("import.rejects", path=rejects), "strong", ours=True)
    yield from _listed("bad", (words.told(bad.said) for bad in report.bad), "bad", words)
    labels = (
        " × ".join((label[:LONGEST], str(times)))
        for label, times in report.unknown_labels[:MOST_LABELS]
    )
    yield from _listed("labels", labels, "warn", words)
    yield from _listed("notes", (words.told(note.said) for note in report.notes), "dim", words)
    looked = [row for row in report.rows if row.changes or row.conflicts]
    for row in looked:
        yield from _row(row, words)
    new = [row for row in report.rows if row not in looked and row.outcome.value == "new"]
    yield from _listed("new", (row.about[:LONGEST] for row in new), "body", words)


def _listed(kind: str, texts: Iterable[str], tone: str, words: Words) -> Iterator[Block]:
    """A heading with texts below it; nothing where there are none."""
    some = False
    for text in texts:
        if not some:
            yield Block(words(f"imported.{kind}"), "heading", ours=True)
        some = True
        yield Block(text, tone)
    if some:
        yield Block("")


def _row(row: ImportedRow, words: Words) -> Iterator[Block]:
    yield Block(row.about[:LONGEST], "strong", words("imported.line", line=row.line))
    for change in row.changes:
        yield from _change(change, words("imported.before"), words("imported.after"), words)
    for change in row.conflicts:
        yield Block(fields([words("imported.conflict"), _name(change, words)]), "warn", ours=True)
        yield Block(_said(change, change.before, words), "body", words("imported.ours"))
        yield Block(_said(change, change.after, words), "body", words("imported.theirs"))
    yield Block("")


def _change(change: FieldChange, before: str, after: str, words: Words) -> Iterator[Block]:
    yield Block(_name(change, words), "dim", ours=True)
    if change.before:
        yield Block(_said(change, change.before, words), "dim", before)
    yield Block(_said(change, change.after, words), "body", after)


def _name(change: FieldChange, words: Words) -> str:
    """What a field is called: by a word of ours, or by its own name in the file."""
    key = f"field.{change.field}"
    return words.record(key) if words.knows(key) else change.field


def _said(change: FieldChange, value: str, words: Words) -> str:
    key = f"{change.field}.{value}"
    return (words.record(key) if words.knows(key) else value)[:LONGEST] or "—"
