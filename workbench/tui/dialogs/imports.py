"""A file of records is imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from workbench.errors import InvalidInputError
from workbench.tui.dialogs.base import Dialog, label, line_field
from workbench.tui.widgets.choice_list import Choice, ChoiceList


@dataclass(frozen=True, slots=True)
class Importing:
    """Which file, and how."""

    path: Path
    keep_good: bool
    dry_run: bool
    theirs: bool = False
    """Where somebody here has said otherwise since, the file wins."""


class ImportDialog(Dialog[Importing]):
    """The file, what bad rows do, and whether it is only tried."""

    heading: ClassVar[str] = "import.heading"

    def fields(self) -> ComposeResult:
        """Path and choices."""
        words = self.words
        yield from line_field(words("import.path"), "path")
        yield label(words("import.bad"))
        names = ("all_or_none", "keep_good")
        yield ChoiceList([Choice(one, words(f"import.{one}")) for one in names], id="bad")
        yield label(words("import.at_odds"))
        names = ("ours", "theirs")
        yield ChoiceList([Choice(one, words(f"import.{one}")) for one in names], id="at_odds")
        yield label(words("import.trial"))
        names = ("for_real", "dry")
        yield ChoiceList([Choice(one, words(f"import.{one}")) for one in names], id="trial")

    def result(self) -> Importing:
        """A file that is there."""
        path = Path(self.need("path", "import.path")).expanduser()
        if not path.is_file():
            raise InvalidInputError("{path}: there is no such file", path=path)
        return Importing(
            path,
            keep_good=self.query_one("#bad", ChoiceList).chosen == "keep_good",
            dry_run=self.query_one("#trial", ChoiceList).chosen == "dry",
            theirs=self.query_one("#at_odds", ChoiceList).chosen == "theirs",
        )
