"""What every screen of the desk does: reload when the record changed, and say what went wrong."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.events import ScreenResume

from workbench.tui.context import InDesk
from workbench.tui.keys import bind
from workbench.tui.lasting import Place
from workbench.tui.messages import RecordChanged, ReloadWanted
from workbench.tui.notices import guarded
from workbench.tui.text.repainting import RepaintingScreen

WIDE = 110
"""Columns from which on there is room for panels side by side."""


class DeskScreen(InDesk, RepaintingScreen[None]):
    """A screen that shows a part of the record."""

    BLANK = True  # nothing of its own beneath its widgets, which Textual draws quickly

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 (Textual's)
    BINDINGS: ClassVar[list[BindingType]] = [
        bind("screen.back", "back", show=False),
        bind("screen.next_panel", "app.focus_next", show=False),
        bind("screen.previous_panel", "app.focus_previous", show=False),
        bind("screen.right_panel", "panel(1)", show=False),
        bind("screen.left_panel", "panel(-1)", show=False),
    ]

    @property
    def place(self) -> str:
        """What this screen shows, to tell it from others of its kind."""
        return ""

    @property
    def last(self) -> Place | None:
        """Where the person is, to come back to when the desk is opened again."""
        return None

    def reload(self) -> None:
        """Show the record as it is now; what the person was at stays in place."""
        raise NotImplementedError

    _composed = False
    """Whether there are widgets to show the record in: a look of the app may come before."""
    _is_new = False
    """Whether it was just mounted: it comes to the front for the first time right after that."""

    @property
    def is_there(self) -> bool:
        """Whether there is something to show the record in: not before it is composed, and not
        once it was left or the desk is closing, when widgets go one by one."""
        return self._composed and self.app.is_running and self in self.app.screen_stack

    @guarded
    def changed(self) -> None:
        """The record changed, here or elsewhere."""
        if self.is_there:
            self.reload()
            self.refresh_bindings()

    def on_compose(self) -> None:
        """Be as wide as the terminal is from the start: what Textual sets only once the screen is
        laid out, every widget would be styled and drawn again for."""
        wide = self.app.size.width >= WIDE
        self.update_classes({"-wide": wide, "-narrow": not wide}, update=False)

    _shown = False
    """Whether it was laid out, and its widgets are told how large they are."""

    def on_show(self) -> None:
        """Paint from now on."""
        self._shown = True
        self.refresh()

    def _compositor_refresh(self) -> None:
        """Paint, once there is something to paint.

        Textual paints a new screen as soon as it has laid it out, and its widgets learn only then
        how much room they have: all of it would be painted a second time at once.
        """
        if not self._shown:
            return
        whole = self.size.region in self._compositor._dirty_regions
        super()._compositor_refresh()
        if whole and not self.app._batch_count:  # what was asked for before is on the screen
            self._repaint_required = False

    def on_mount(self) -> None:
        """Show the record."""
        self._composed = self._is_new = True
        self.changed()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Another screen may have changed the record; what is new was styled a moment ago."""
        if self._is_new:
            event.refresh_styles = False
        else:
            self.changed()
        self._is_new = False

    def on_record_changed(self, _: RecordChanged) -> None:
        """An act of a widget changed the record."""
        self.changed()

    def on_reload_wanted(self, _: ReloadWanted) -> None:
        """What is shown is older than what is on file."""
        self.changed()

    def action_panel(self, by: int) -> None:
        """To the panel at the right (1) or left (-1), as seen."""
        if (by > 0) != self.rtl:
            self.focus_next()
        else:
            self.focus_previous()

    def action_back(self) -> None:
        """Leave this screen for the one before."""
        if len(self.app.screen_stack) > 2:
            self.app.pop_screen()
