"""A text, wrapped, as tall as it needs: from outside, or of the desk's own."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from workbench.language.spans import Span
from workbench.tui import drawing
from workbench.tui.context import InDesk
from workbench.tui.rtl.layout import Base


class Paragraph(Widget):
    """Draws a text, with ranges of it lit; nothing in the text is obeyed."""

    COMPONENT_CLASSES = {"paragraph--lit"}  # noqa: RUF012 (Textual reads it from the class)
    DEFAULT_CSS = """
    Paragraph {
        height: auto;
        & > .paragraph--lit { background: $claim-conflict; text-style: bold underline; }
    }
    """

    def __init__(
        self,
        text: str = "",
        *,
        lit: Sequence[Span] = (),
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._text = text
        self._lit = tuple(lit)

    @property
    def text(self) -> str:
        """The text as it is, for copying."""
        return self._text

    def show(self, text: str, lit: Sequence[Span] = ()) -> None:
        """Show another text."""
        self._text = text
        self._lit = tuple(lit)
        self.refresh(layout=True)

    @property
    def base(self) -> Base:
        """The text's direction."""
        return "auto"

    def _strips(self, width: int) -> Sequence[Strip]:
        style = self.get_component_rich_style("paragraph--lit", partial=True)
        lit = [(span, style) for span in self._lit]
        return drawing.wrapped(self._text, max(1, width), lit=lit, base=self.base)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the text takes."""
        return len(self._strips(width))

    def render_line(self, y: int) -> Strip:
        """One line."""
        width = self.size.width
        strips = self._strips(width)
        style = self.rich_style
        if y >= len(strips):
            return Strip.blank(width, style)
        return strips[y].apply_style(style).extend_cell_length(width, style)


class Saying(InDesk, Paragraph):
    """A sentence of the desk's own, in its direction whatever key or name it begins with."""

    @property
    def base(self) -> Base:
        """The direction of the desk's language."""
        return "rtl" if self.rtl else "ltr"
