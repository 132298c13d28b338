"""A scrolling page of blocks, some of which are entries that the person can choose and act on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.language.spans import Span
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.keys import bind, bindings
from workbench.tui.notices import tell
from workbench.tui.rtl.layout import Base
from workbench.tui.text.growing import grow
from workbench.tui.theme import Look

LABEL_WIDTH = 14
"""Cells of the column of labels; a label stands above its text where the page is narrow, and where
it would be cut off."""
NARROW = 50


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page. Texts may come from outside: they are only ever drawn, never read."""

    text: str | tuple[str, ...]
    """Or fields, each in its own direction, with a dot between."""
    tone: str = "body"
    """``body``, ``heading``, ``strong``, ``dim``, ``good``, ``bad``, ``warn`` or ``quote``."""
    label: str = ""
    look: Look | None = None
    """A sign before the text."""
    lit: tuple[Span, ...] = ()
    """Ranges of the text that are lit."""
    entry: int | None = None
    """Blocks of the same number make one entry."""
    ours: bool = False
    """A sentence of the desk's own, read in its direction whatever name it begins with."""

    @property
    def plain(self) -> str:
        """What it says, for copying."""
        text = self.text if isinstance(self.text, str) else " · ".join(self.text)
        return f"{self.label}: {text}" if self.label else text


@dataclass(frozen=True, slots=True)
class _Line:
    strip: Strip
    entry: int | None


class Document(InDesk, ScrollView, can_focus=True):
    """Blocks laid out to the width at hand; j and k choose an entry, or scroll where none is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"page--{tone}" for tone in ("body", "heading", "strong", "dim", "good", "bad")),
        *(f"page--{tone}" for tone in ("warn", "quote", "lit", "label", "cursor")),
    }
    DEFAULT_CSS = """
    Document {
        background: $background;
        color: $foreground;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & > .page--body, & > .page--quote { color: $foreground; }
        & > .page--quote { text-style: italic; }
        & > .page--heading { color: $primary; text-style: bold; }
        & > .page--strong { color: $foreground; text-style: bold; }
        & > .page--dim, & > .page--label { color: $muted; }
        & > .page--good { color: $success; }
        & > .page--bad { color: $error; }
        & > .page--warn { color: $warning; }
        & > .page--lit { background: $claim-conflict; text-style: bold underline; }
        & > .page--cursor { background: $cursor-blurred; }
        &:focus > .page--cursor { background: $cursor; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(
            ("list.down", "move(1)"),
            ("list.up", "move(-1)"),
            ("list.page_down", "page_down"),
            ("list.page_up", "page_up"),
            ("list.first", "first"),
            ("list.last", "last"),
            show=False,
        ),
        bind("list.open", "open"),
        bind("list.copy", "copy_entry", show=False),
    ]

    entry: reactive[int | None] = reactive(None, repaint=False)
    """The entry under the cursor."""

    class Opened(Message):
        """Enter, or a click on the entry that was chosen already."""

        def __init__(self, source: Document, entry: int) -> None:
            super().__init__()
            self.source = source
            self.entry = entry

        @property
        def control(self) -> Document:
            """The page."""
            return self.source

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: tuple[Block, ...] = ()
        self._lines: list[_Line] = []

    def show(self, blocks: Iterable[Block]) -> None:
        """Show other blocks; the cursor stays on its entry where that is still here."""
        self._blocks = tuple(blocks)
        entries = self.entries
        if self.entry not in entries:
            self.entry = entries[0] if entries else None
        self._lay_out()

    @property
    def entries(self) -> list[int]:
        """All entries in order."""
        return list(dict.fromkeys(block.entry for block in self._blocks if block.entry is not None))

    @property
    def plain(self) -> str:
        """What the page says, for copying."""
        return "\n".join(block.plain for block in self._blocks)

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width or self.size.width
        if width <= 0:
            return
        self._lines = [line for block in self._blocks for line in self._lines_of(block, width)]
        grow(self, Size(width, len(self._lines)))
        self.refresh()

    def _lines_of(self, block: Block, width: int) -> Iterable[_Line]:
        margin: list[drawing.Column] = [Segment(" ")]
        if block.look is not None:
            colour = self.app.theme_variables.get(block.look.colour, "")
            margin = [Segment(f" {block.look.sign} ", Style(color=colour or None, bold=True))]
        label_style = self.get_component_rich_style("page--label", partial=True)
        signed = 2 if block.look is not None else 0
        fits = cell_len(block.label) <= LABEL_WIDTH - signed
        beside = bool(block.label) and width >= NARROW and fits
        if block.label and not beside:
            named = drawing.line(block.label, width - 2, label_style)
            columns: list[drawing.Column] = [Segment(" "), named, Segment(" ")]
            yield _Line(drawing.row(columns, rtl=self.rtl), None)
        if beside:
            label = drawing.line(block.label, LABEL_WIDTH - signed, label_style)
            lead = margin[-1:] if block.look is not None else [Segment(" ")]
            margin = [*lead, label, Segment(" ")]
        side = drawing.row(margin, rtl=self.rtl)
        room = max(4, width - side.cell_length - 1)
        blank = Segment(" " * side.cell_length)
        for number, strip in enumerate(self._text_of(block, room)):
            drawn = drawing.row([blank if number else side, strip], rtl=self.rtl)
            yield _Line(self._placed(drawn, width), block.entry)

    def _placed(self, drawn: Strip, width: int) -> Strip:
        """At the side where lines begin."""
        spare = Segment(" " * max(0, width - drawn.cell_length))
        return drawing.row([drawn, spare], rtl=True) if self.rtl else drawn

    def _text_of(self, block: Block, room: int) -> Sequence[Strip]:
        style = self.get_component_rich_style(f"page--{block.tone}", partial=True)
        lit = self.get_component_rich_style("page--lit", partial=True)
        if not isinstance(block.text, str):
            return drawing.packed(block.text, room, style, rtl=self.rtl)
        base: Base = ("rtl" if self.rtl else "ltr") if block.ours else "auto"
        spans = [(span, lit) for span in block.lit]
        return drawing.wrapped(block.text, room, style, lit=spans, base=base)

    def on_resize(self) -> None:
        """Lay the blocks out to the new width."""
        self._lay_out()

    def on_mount(self) -> None:
        """Draw in the colours of another theme when one is chosen.

        `notify_style_update` would come too early: the styles of the tones are renewed after it.
        """
        self.app.theme_changed_signal.subscribe(self, lambda _: self._lay_out())

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        width = self.size.width
        number = y + self.scroll_offset.y
        if number >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[number]
        style = self.rich_style
        if line.entry is not None and line.entry == self.entry:
            style += self.get_component_rich_style("page--cursor", partial=True)
        return line.strip.apply_style(style).extend_cell_length(width, style).crop(0, width)

    def watch_entry(self) -> None:
        """Bring the entry into sight."""
        self.refresh()
        places = [place for place, line in enumerate(self._lines) if line.entry == self.entry]
        if places and self.entry is not None and self.is_mounted:
            region = Region(0, places[0], 1, len(places))
            self.scroll_to_region(region, animate=False, force=True)

    def action_move(self, by: int) -> None:
        """Choose the next or the previous entry, or scroll."""
        entries = self.entries
        if self.entry is None or not entries:
            self.scroll_relative(y=by, animate=False)
            return
        place = entries.index(self.entry) + by
        if 0 <= place < len(entries):
            self.entry = entries[place]
        else:
            self.scroll_relative(y=by, animate=False)

    def action_first(self) -> None:
        """Go to the top."""
        self.scroll_home(animate=False)
        self.entry = next(iter(self.entries), None)

    def action_last(self) -> None:
        """Go to the end."""
        self.scroll_end(animate=False)
        self.entry = next(reversed(self.entries), None)

    def action_open(self) -> None:
        """Open the entry under the cursor."""
        if self.entry is not None:
            self.post_message(self.Opened(self, self.entry))

    def action_copy_entry(self) -> None:
        """Copy the entry under the cursor, or the page where none is."""
        blocks = [one for one in self._blocks if self.entry in (None, one.entry)]
        self.app.copy_to_clipboard("\n".join(one.plain for one in blocks))
        tell(self, self.words("done.copied"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to open where there is no entry."""
        return self.entry is not None if action == "open" else True

    def on_click(self, event: events.Click) -> None:
        """Choose the entry under the mouse; a second click opens it."""
        number = event.y + self.scroll_offset.y
        entry = self._lines[number].entry if number < len(self._lines) else None
        if entry is None:
            return
        if entry == self.entry and event.chain > 1:
            self.action_open()
        self.entry = entry
