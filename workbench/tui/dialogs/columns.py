"""A table of another desk's making: which of its columns is which, and how it writes its days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult

from workbench.desk.exchange.incoming_file import ForeignTable
from workbench.errors import InvalidInputError
from workbench.tui.dialogs.base import Dialog, label, long_field
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.paragraph import Paragraph, Saying

ORDERS: dict[str, bool | None] = {"unsaid": None, "day_first": True, "month_first": False}
_NEEDED = "text"


@dataclass(frozen=True, slots=True)
class Columns:
    """How the table is meant."""

    names: dict[str, str]
    """Our name of a column → its name in the table."""
    day_first: bool | None


class ColumnsDialog(Dialog[Columns]):
    """Offers what the names of the columns seem to mean, to be looked over and mended."""

    heading: ClassVar[str] = "columns.heading"

    def __init__(self, table: ForeignTable) -> None:
        super().__init__()
        self._table = table

    def fields(self) -> ComposeResult:
        """The table's columns, which of ours they fill, and what 03/04/2025 is."""
        words = self.words
        yield Paragraph(words.record("list.comma").join(self._table.columns), classes="about")
        yield Saying(words("columns.note"), classes="label")
        proposed = self._table.proposed or {_NEEDED: ""}
        lines = "\n".join(f"{ours} = {theirs}" for ours, theirs in proposed.items())
        yield from long_field(words("columns.which"), "columns", lines)
        yield label(words("columns.days"))
        choices = [Choice(order, words(f"columns.{order}")) for order in ORDERS]
        yield ChoiceList(choices, id="days")

    def result(self) -> Columns:
        """The mapping, which names the claim at least."""
        lines = [line for line in self.long("columns").splitlines() if line.strip()]
        names = dict(map(self._pair, lines))
        if _NEEDED not in names:
            raise InvalidInputError(
                "no column is said to hold the claim", hint="Write a line: text = COLUMN."
            )
        return Columns(names, ORDERS[self.query_one("#days", ChoiceList).chosen])

    def _pair(self, line: str) -> tuple[str, str]:
        ours, _, theirs = (part.strip() for part in line.partition("="))
        if theirs not in self._table.columns:
            raise InvalidInputError(
                "there is no column `{column}`",
                hint="Its columns are: {known}.",
                column=theirs or line.strip(),
                known=", ".join(self._table.columns),
            )
        return ours, theirs
