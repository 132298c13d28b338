"""A report is written to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from workbench.errors import InvalidInputError
from workbench.tui.dialogs.base import Dialog, label, line_field
from workbench.tui.text.line_input import BidiInput
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Export:
    """Where the report goes, and in which format."""

    format: str
    path: Path


class ExportDialog(Dialog[Export]):
    """Asks for format and path; a file that is there is written over only when confirmed."""

    heading: ClassVar[str] = "export.heading"

    def __init__(
        self,
        what: str,
        formats: Mapping[str, str],
        *,
        stem: str,
        commit: Callable[[Export], object] | None = None,
    ) -> None:
        super().__init__(commit=commit)
        self._what = what
        self._formats = formats
        self._stem = stem
        self._confirmed: Path | None = None

    def fields(self) -> ComposeResult:
        """What is exported, the format, and the path."""
        yield Paragraph(self._what, classes="about")
        yield label(self.words("export.format"))
        yield ChoiceList(
            [Choice(name, self.words(f"export.{name}")) for name in self._formats], id="format"
        )
        yield from line_field(self.words("export.path"), "path")

    def on_virtual_list_moved(self) -> None:
        """Give the path the format's suffix."""
        suffix = self._formats[self.query_one("#format", ChoiceList).chosen]
        field = self.query_one("#path", BidiInput)
        written = field.value or self._stem
        stem = written.removesuffix(Path(written).suffix) if field.value else written
        field.value = f"{stem}.{suffix.lstrip('.')}"

    def result(self) -> Export:
        """A format and a path that can be written."""
        path = Path(self.need("path", "export.path")).expanduser()
        if path.exists() and path != self._confirmed:
            self._confirmed = path
            raise InvalidInputError(
                self.words("export.exists", path=str(path)), hint=self.words("export.again")
            )
        return Export(self.query_one("#format", ChoiceList).chosen, path)
