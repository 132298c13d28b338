"""A source is linked to a claim: which one, what it does to the claim, in which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical

from workbench.desk.states import Stance
from workbench.desk.views import SourceView
from workbench.language.fold import fold_text
from workbench.tui.dialogs.base import Dialog, choice_field, line_field, long_field
from workbench.tui.dialogs.source import NewSource, source_fields, source_in
from workbench.tui.panes.common import fields
from workbench.tui.text.line_input import BidiInput
from workbench.tui.theme import STANCES, Look
from workbench.tui.widgets.choice_list import Choice, ChoiceList
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.widgets.virtual_list import VirtualList

NEW = "new"
ADD = Look("+", "accent")


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of evidence; the source is an id on file or a new one."""

    source: int | NewSource
    stance: Stance
    quote: str
    locator: str
    note: str
    accessed: str


class LinkDialog(Dialog[Link]):
    """Choose a source by typing a part of its name, or describe a new one."""

    heading: ClassVar[str] = "link.heading"
    DEFAULT_CSS = """
    LinkDialog #new { height: auto; display: none; padding-left: 2; }
    LinkDialog #new.-shown { display: block; }
    LinkDialog #sources { max-height: 6; }
    """

    def __init__(
        self,
        claim_text: str,
        sources: Sequence[SourceView],
        *,
        accessed: str = "",
        commit: Callable[[Link], object] | None = None,
    ) -> None:
        super().__init__(commit=commit)
        self._claim_text = claim_text
        self._sources = sources
        self._accessed = accessed
        self._begun: dict[str, str] = {}

    def fields(self) -> ComposeResult:
        """Source, stance, quote and where it stands."""
        words = self.words
        yield Paragraph(self._claim_text, classes="about")
        yield from line_field(words("link.find"), "find")
        yield ChoiceList(self._choices(""), id="sources")
        with Vertical(id="new"):
            yield from source_fields(words, NewSource(""))
        stances = [Choice(one, words.record(f"stance.{one}"), STANCES[one]) for one in Stance]
        yield from choice_field(words, "link.stance", "stance", stances)
        yield from long_field(words("link.quote"), "quote")
        yield from line_field(words("link.locator"), "locator")
        yield from line_field(words("link.note"), "note")
        yield from line_field(words("link.accessed"), "accessed", self._accessed)

    def _choices(self, part: str) -> list[Choice]:
        wanted = fold_text(part).split()
        found = [
            Choice(str(source.id), source.title, note=fields([source.publisher, source.url]))
            for source in self._sources
            if all(
                word in fold_text(f"{source.title} {source.publisher} {source.url}")
                for word in wanted
            )
        ]
        return [*found, Choice(NEW, self.words("link.new"), ADD)]

    def on_input_changed(self, event: BidiInput.Changed) -> None:
        """Filter the sources as the person types; what none is called begins a new one."""
        if event.control.id != "find":
            return
        choices = self._choices(event.value)
        self.query_one("#sources", ChoiceList).offer(choices)
        known = len(choices) > 1
        self._begin_new("" if known else event.value.strip())

    def _begin_new(self, typed: str) -> None:
        """Put what was typed where it belongs, as long as nothing else was put there."""
        is_address = typed.startswith(("http://", "https://"))
        for name, value in (("title", typed), ("url", typed if is_address else "")):
            field = self.query_one(f"#{name}", BidiInput)
            if field.value == self._begun.get(name, ""):
                field.value = self._begun[name] = value

    def on_virtual_list_moved(self, event: VirtualList.Moved) -> None:
        """Show the fields of a new source only where one is wanted."""
        if event.source.id == "sources":
            new = self.query_one("#sources", ChoiceList).chosen == NEW
            self.query_one("#new").set_class(new, "-shown")

    def result(self) -> Link:
        """The evidence as described."""
        chosen = self.query_one("#sources", ChoiceList).chosen
        return Link(
            source=source_in(self) if chosen == NEW else int(chosen),
            stance=Stance(self.need_choice("stance", "link.stance")),
            quote=self.long("quote"),
            locator=self.line("locator"),
            note=self.line("note"),
            accessed=self.line("accessed"),
        )
