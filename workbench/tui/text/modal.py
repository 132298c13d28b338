"""A modal screen that lets what lies under it shine through, unharmed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.filter import LineFilter
from textual.screen import ModalScreen

from workbench.tui.text.filter import SafeLineFilter
from workbench.tui.text.repainting import RepaintingScreen

Result = TypeVar("Result")


class SeeThroughScreen(RepaintingScreen[Result], ModalScreen[Result]):
    """A modal screen whose background may be translucent.

    Textual draws the screens below again as this one's background, without the marks that say what
    is in visual order already; the guard must not order those rows a second time.
    """

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The app's filters, the guard without its ordering. Widgets on the screen keep it."""
        return [
            one.without_ordering() if isinstance(one, SafeLineFilter) else one
            for one in super().get_line_filters()
        ]

    @property
    def is_there(self) -> bool:
        """Whether there is something to show an answer in: not once it was left, or the app is
        closing, when widgets go one by one."""
        return self.app.is_running and self in self.app.screen_stack

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave with a result, once, and with what lies on top.

        Textual takes away whatever screen is on top: of two quick Escs the second would take the
        screen below.
        """
        if self not in self.app.screen_stack:
            return AwaitComplete()
        while self.app.screen is not self:
            self.app.pop_screen()
        return super().dismiss(result)
