"""Several claims become one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult

from workbench.desk.views import ClaimRow
from workbench.tui import wording
from workbench.tui.dialogs.base import Dialog, label, line_field, one_wording, wording_field
from workbench.tui.text.long_input import BidiTextArea
from workbench.tui.theme import STATES
from workbench.tui.widgets.choice_list import Choice, ChoiceList


@dataclass(frozen=True, slots=True)
class Merge:
    """The claims with the one that stays first, its wording, and why."""

    ids: tuple[int, ...]
    text: str
    why: str


class MergeDialog(Dialog[Merge]):
    """Which claim stays, and under which wording."""

    heading: ClassVar[str] = "merge.heading"

    def __init__(
        self, claims: Sequence[ClaimRow], *, commit: Callable[[Merge], object] | None = None
    ) -> None:
        super().__init__(commit=commit)
        self._claims = {str(claim.id): claim for claim in claims}

    def title_text(self) -> str:
        """How many are merged."""
        return self.words("merge.heading", n=len(self._claims))

    def fields(self) -> ComposeResult:
        """The claims to choose from, the wording, and why."""
        yield label(self.words("merge.stays"))
        yield ChoiceList(
            [
                Choice(key, wording.of_claim(claim), STATES[claim.state])
                for key, claim in self._claims.items()
            ],
            id="stays",
        )
        yield label(self.words("merge.wording"))
        yield wording_field("", "wording")
        yield from line_field(self.words("dialog.why"), "why")

    def on_virtual_list_moved(self) -> None:
        """Offer the wording of the claim that stays."""
        chosen = self._claims.get(self.query_one("#stays", ChoiceList).chosen)
        if chosen is not None:
            self.query_one("#wording", BidiTextArea).text = chosen.text

    def result(self) -> Merge:
        """The claim that stays comes first."""
        first = int(self.query_one("#stays", ChoiceList).chosen)
        others = [claim.id for claim in self._claims.values() if claim.id != first]
        self.need("wording", "merge.wording")
        text = one_wording(self.query_one("#wording", BidiTextArea))
        return Merge((first, *others), text, self.line("why"))
