"""The desk's own rules: what the gate asks for, and who may do what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType

from workbench.desk.checking.gate import Point, Policy
from workbench.desk.checking.people import PersonView, Role
from workbench.tui import dialogs
from workbench.tui.dialogs.questions import Answer, Question
from workbench.tui.keys import bindings
from workbench.tui.notices import guarded
from workbench.tui.panes.common import fields, when
from workbench.tui.screens.base import DeskScreen
from workbench.tui.theme import Look
from workbench.tui.widgets.choice_list import Choice
from workbench.tui.widgets.document import Block, Document
from workbench.tui.widgets.key_footer import KeyFooter
from workbench.tui.widgets.title_bar import TitleBar
from workbench.tui.words import Words

ASKED, NOT_ASKED = Look("✓", "success"), Look("·", "foreground")
POINTS = tuple(Point)
NAME = Question("rules.adding", "rules.name")
REMOVED = ""
"""The choice of no role: off the list."""


class RulesScreen(DeskScreen):
    """The gate's points above, people below; enter switches a point or gives another role."""

    DEFAULT_CSS = """
    RulesScreen { background: $background; }
    RulesScreen Document { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings(("desk.add_person", "add_person"))

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[PersonView] = ()

    def compose(self) -> ComposeResult:
        """One page."""
        yield TitleBar()
        yield Document(id="rules")
        yield KeyFooter()

    def reload(self) -> None:
        """Read the policy and the list of people."""
        self.query_one(TitleBar).title = self.words("rules.title")
        self._people = self.desk.people.list()
        page = self.query_one(Document)
        page.show(rule_blocks(self.desk.gate.policy(), self._people, self.words))
        page.focus()

    @on(Document.Opened, "#rules")
    @guarded
    def _opened(self, event: Document.Opened) -> None:
        if event.entry < len(POINTS):
            self._switch(POINTS[event.entry])
        else:
            self._ask_role(self._people[event.entry - len(POINTS)].name)

    def _switch(self, point: Point) -> None:
        policy = self.desk.gate.policy()
        asked = {point.value: not policy.asks(point)}
        self.desk.gate.set_policy(msgspec.structs.replace(policy, **asked))
        self.changed()

    @work
    @guarded
    async def _ask_role(self, name: str) -> None:
        """Give somebody a role, or take somebody who is listed off the list."""
        held = next((str(one.role) for one in self._people if one.name == name), "")
        roles = [Choice(str(role), self.words.record(f"person_role.{role}")) for role in Role]
        if held:
            roles.append(Choice(REMOVED, self.words("rules.remove")))

        def commit(role: str) -> None:
            if role == REMOVED:
                self.desk.people.remove(name)
            else:
                self.desk.people.set(name, Role(role))

        dialog = dialogs.ChooseDialog("rules.role", roles, chosen=held, about=name, commit=commit)
        if await self.app.push_screen_wait(dialog) is not None:
            self.changed()

    @work
    @guarded
    async def action_add_person(self) -> None:
        """List somebody: the name first, then the role."""
        answer: Answer | None = await self.app.push_screen_wait(dialogs.AskDialog(NAME))
        if answer is not None:
            self._ask_role(answer.text)


def rule_blocks(policy: Policy, people: Sequence[PersonView], words: Words) -> Iterator[Block]:
    """Points and people, each an entry."""
    yield Block(words("rules.gate"), "heading")
    for number, point in enumerate(POINTS):
        asked = policy.asks(point)
        says = "" if asked else words("gate.not_asked")
        tone, look = ("body", ASKED) if asked else ("dim", NOT_ASKED)
        parts = fields([words.record(f"gate.{point}"), says])
        yield Block(parts, tone, look=look, entry=number)
    yield Block(str(policy.independent_sources), "dim", words("rules.sources"), ours=True)
    yield Block("")
    yield Block(words("rules.people"), "heading")
    if not people:
        yield Block(words("rules.nobody"), "dim", ours=True)
    for number, person in enumerate(people, len(POINTS)):
        role = words.record(f"person_role.{person.role}")
        parts = fields([person.name, role, person.added_by, when(person.added)])
        yield Block(parts, "body", entry=number)
