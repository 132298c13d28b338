"""A source is described."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.widget import Widget

from workbench.desk.views import SourceView
from workbench.tui.dialogs.base import Dialog, label, line_field
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.words import Words

KINDS = ("primary", "official", "data", "expert", "media", "other")


@dataclass(frozen=True, slots=True)
class NewSource:
    """What is known of a source; only the title must be there."""

    title: str
    url: str = ""
    publisher: str = ""
    published: str = ""
    kind: str = "other"
    origin: str = ""
    note: str = ""


def source_fields(words: Words, known: NewSource) -> Iterable[Widget]:
    """The fields that describe a source."""
    yield from line_field(words("source.title"), "title", known.title)
    yield from line_field(words("source.url"), "url", known.url)
    yield from line_field(words("source.publisher"), "publisher", known.publisher)
    yield from line_field(words("source.published"), "published", known.published)
    yield label(words("source.kind"))
    kinds = [Choice(kind, words.record(f"source_kind.{kind}")) for kind in KINDS]
    yield ChoiceList(kinds, chosen=known.kind, id="kind")
    yield from line_field(words("source.origin"), "origin", known.origin)


def source_in(dialog: Dialog[Any]) -> NewSource:
    """What the fields of `source_fields` hold.

    Raises:
        InvalidInputError: it has no title.
    """
    return NewSource(
        title=dialog.need("title", "source.title"),
        url=dialog.line("url"),
        publisher=dialog.line("publisher"),
        published=dialog.line("published"),
        kind=dialog.query_one("#kind", ChoiceList).chosen,
        origin=dialog.line("origin"),
    )


def known_source(source: SourceView) -> NewSource:
    """A source on file, to be edited."""
    return NewSource(
        source.title,
        source.url,
        source.publisher,
        source.published,
        source.kind,
        source.origin,
        source.note,
    )


class SourceDialog(Dialog[NewSource]):
    """A new source, or one on file to edit."""

    def __init__(
        self,
        known: NewSource | None = None,
        *,
        commit: Callable[[NewSource], object] | None = None,
    ) -> None:
        super().__init__(commit=commit)
        self._known = known
        self._note = known.note if known else ""

    heading: ClassVar[str] = "source.heading"

    def fields(self) -> ComposeResult:
        """All that is known of it."""
        yield from source_fields(self.words, self._known or NewSource(""))
        yield from line_field(self.words("source.note"), "note", self._note)

    def result(self) -> NewSource:
        """The source as described."""
        described = source_in(self)
        return NewSource(
            described.title,
            described.url,
            described.publisher,
            described.published,
            described.kind,
            described.origin,
            self.line("note"),
        )
