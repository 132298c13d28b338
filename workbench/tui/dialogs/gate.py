"""The checklist before a claim is published: what is met, what is not, and why nevertheless."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.checking.gate import Gate, Point
from workbench.desk.checking.steps import StepKind
from workbench.tui.dialogs.ask import AskDialog
from workbench.tui.dialogs.base import Dialog, line_field
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.keys import bind
from workbench.tui.notices import guarded
from workbench.tui.theme import Look
from workbench.tui.widgets.document import Block, Document
from workbench.tui.widgets.paragraph import Paragraph

MET, UNMET, NOT_ASKED = Look("✓", "success"), Look("✗", "error"), Look("·", "foreground")
STEPS = {
    Point.COUNTER_EVIDENCE: (StepKind.COUNTER_EVIDENCE, False),
    Point.CLAIMANT_CONTACT: (StepKind.CLAIMANT_CONTACT, False),
    Point.PRIMARY_SOURCE: (StepKind.PRIMARY_SOURCE, True),
    Point.SNAPSHOT: (StepKind.SNAPSHOT, True),
}
"""Points that a note meets: the step, and whether it says why something is not there."""
DONE = Question("gate.heading", "gate.step", long=True)
LEFT = Question("gate.heading", "gate.left", long=True)


class GateDialog(Dialog[str]):
    """Every point with what was found; gives the reason to publish over the gate, or nothing."""

    heading: ClassVar[str] = "gate.heading"
    DEFAULT_CSS = """
    GateDialog Document { height: 12; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [bind("gate.note", "note")]

    def __init__(
        self, about: str, claim_id: int, *, commit: Callable[[str], object] | None = None
    ) -> None:
        super().__init__(commit=commit)
        self._about = about
        self._claim_id = claim_id
        self._gate: Gate | None = None

    def fields(self) -> ComposeResult:
        """The claim, the points, and the reason to publish nevertheless."""
        yield Paragraph(self._about, classes="about")
        yield Paragraph(id="stands")
        yield Document(id="points")
        yield from line_field(self.words("gate.override"), "override")

    def on_mount(self) -> None:
        """Look how the claim stands."""
        super().on_mount()
        self.query_one(Document).focus()
        self._check()

    @guarded
    def _check(self) -> None:
        gate = self._gate = self.desk.gate.check(self._claim_id)
        stands = "gate.open" if gate.open else "gate.closed"
        self.query_one("#stands", Paragraph).show(self.words(stands))
        self.query_one(Document).show(self._points(gate))

    def _points(self, gate: Gate) -> list[Block]:
        language, blocks = self.words.language, []
        for number, finding in enumerate(gate.findings):
            look = MET if finding.met else UNMET if finding.required else NOT_ASKED
            tone = "good" if finding.met else "bad" if finding.required else "dim"
            title = finding.title(language)
            asked = "" if finding.required else self.words("gate.not_asked")
            parts = tuple(filter(None, (title, asked)))
            blocks.append(Block(parts, tone, look=look, entry=number))
            blocks.append(Block(finding.says(language), "dim", entry=number, ours=True))
        return blocks

    @property
    def _point(self) -> Point | None:
        entry = self.query_one(Document).entry if self.query(Document) else None
        return self._gate.findings[entry].point if self._gate and entry is not None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A note is for points that a note meets, while the list has the focus."""
        if action == "note":
            return isinstance(self.focused, Document) and self._point in STEPS
        return super().check_action(action, parameters)

    @work
    @guarded
    async def action_note(self) -> None:
        """Note the step that the point under the cursor asks for."""
        point = self._point
        if point is None:
            return
        kind, left = STEPS[point]

        def commit(answer: Answer) -> None:
            self.desk.steps.add(self._claim_id, kind, answer.text, left=left)

        dialog = AskDialog(
            LEFT if left else DONE,
            title=self.words.record(f"gate.{point}"),
            about=self._about,
            commit=commit,
        )
        if await self.app.push_screen_wait(dialog) is not None:
            self._check()

    def result(self) -> str:
        """The reason to publish over the gate."""
        return self.line("override")
