"""Search everywhere: a few letters or a query, and what may be meant by it."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from workbench.desk.asking.search import Found, Kind
from workbench.desk.facets import telling
from workbench.errors import WorkbenchError
from workbench.tui import drawing, wording
from workbench.tui.context import InDesk
from workbench.tui.keys import bind, bindings
from workbench.tui.panes.common import fields
from workbench.tui.text.line_input import BidiInput
from workbench.tui.text.modal import SeeThroughScreen
from workbench.tui.theme import Look
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.paragraph import Saying

ALL = "all"
LOOKS = {
    Kind.FILTER: Look("@", "accent"),
    Kind.ARTICLE: Look("¶", "primary"),
    Kind.SOURCE: Look("§", "secondary"),
    Kind.CLAIM: Look("•", "foreground"),
}


@dataclass(frozen=True, slots=True)
class Going:
    """Where to: something that was found, or all claims of a query."""

    query: str = ""
    found: Found | None = None


class SearchDialog(InDesk, SeeThroughScreen[Going | None]):
    """What is typed above, what may be meant below; enter goes there."""

    DEFAULT_CSS = """
    SearchDialog { align: center top; background: $background 70%; }
    SearchDialog > Vertical {
        width: 90%; max-width: 110; height: auto; max-height: 100%; margin: 1 0;
        background: $surface; border: round $primary; padding: 0 1;
    }
    SearchDialog .heading { color: $primary; text-style: bold; height: auto; }
    SearchDialog #hint { color: $muted; }
    SearchDialog #wrong { color: $error; text-style: bold; display: none; }
    SearchDialog.-wrong #wrong { display: block; }
    SearchDialog.-near #wrong { display: block; color: $warning; text-style: none; }
    SearchDialog BidiInput { height: 1; border: none; padding: 0 1; background: $panel; }
    SearchDialog BidiInput:focus { border: none; background: $cursor-blurred; }
    SearchDialog ChoiceList { background: $surface; max-height: 16; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("dialog.choose", "go"),
        bind("dialog.cancel", "leave"),
        *bindings(("search.down", "move(1)"), ("search.up", "move(-1)"), show=False),
    ]

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self._first = typed
        self._typed = ""
        self._found: list[Found] = []
        self._looking = False

    def compose(self) -> ComposeResult:
        """Heading, input, what is wrong with it, what was found."""
        with Vertical():
            yield Static(drawing.plain(self.words("search.heading")), classes="heading")
            yield BidiInput(self._first, id="typed")
            yield Saying(self.words("search.hint"), id="hint")
            yield Saying(id="wrong")
            yield ChoiceList((), id="found")
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin with what is there before anything is typed."""
        self.query_one(BidiInput).focus()
        self._look()

    @on(BidiInput.Changed, "#typed")
    def _changed(self, event: BidiInput.Changed) -> None:
        self._typed = event.value
        if not self._looking:
            self._look()

    @work(group="listing")
    async def _look(self) -> None:
        """Look in a thread, one at a time: typing waits for nothing, and the last query wins."""
        self._looking = True
        asked: str | None = None
        try:
            while asked != self._typed:
                asked = self._typed
                wrong = ""
                try:
                    found = await to_thread(self.desk.search.everywhere, asked)
                except WorkbenchError as error:
                    wrong = self.words.told(error)
        finally:
            self._looking = False
        if not self.is_there:
            return
        near = "" if wrong else self._near(found)
        self.update_classes({"-wrong": bool(wrong), "-near": bool(near)})
        self.query_one("#wrong", Saying).show(wrong or near)
        if not wrong:
            self._offer(found)

    def _near(self, found: list[Found]) -> str:
        """Which words were taken for those typed, or that nothing is near them."""
        if self._typed.strip() and not found:
            return self.words("search.nothing")
        instead = next((one.instead for one in found if one.instead), ())
        return wording.of_instead(instead, self.words)

    def _offer(self, found: list[Found]) -> None:
        self._found = found
        choices = [self._choice(number, one) for number, one in enumerate(found)]
        typed = self._typed.strip()
        if typed:
            said = self.words("search.all", typed=typed)
            choices.append(Choice(ALL, said, Look("→", "accent")))
        self.query_one(ChoiceList).offer(choices, most=16)

    def _choice(self, number: int, found: Found) -> Choice:
        text = telling.wording(found.text, found.language, denied=found.denied)
        note = fields([self.words(f"search.{found.kind}"), found.note])
        return Choice(str(number), text, LOOKS[found.kind], note)

    def action_move(self, by: int) -> None:
        """To the next, or the one before, while typing goes on."""
        self.query_one(ChoiceList).cursor += by

    def on_input_submitted(self) -> None:
        """Enter in the field goes to what the cursor is on."""
        self.action_go()

    def on_virtual_list_opened(self) -> None:
        """So do two clicks."""
        self.action_go()

    def action_go(self) -> None:
        """Go to what the cursor is on."""
        chosen = self.query_one(ChoiceList).chosen
        if chosen == ALL:
            self.dismiss(Going(query=self._typed.strip()))
        elif chosen:
            self.dismiss(Going(found=self._found[int(chosen)]))

    def action_leave(self) -> None:
        """Go nowhere."""
        self.dismiss(None)
