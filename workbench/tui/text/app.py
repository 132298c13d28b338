"""What makes a whole Textual app show right-to-left text right and untrusted text safely."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderableType
from rich.console import RenderHook as ConsoleHook
from rich.segment import Segment
from textual import on
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.screen import Screen

from workbench.tui.rtl.layout import Order
from workbench.tui.rtl.sanitise import sanitise
from workbench.tui.text.clipboard import for_clipboard
from workbench.tui.text.filter import SafeLineFilter
from workbench.tui.text.terminal import Answers, BidiMode, Plan, plan

Result = TypeVar("Result")
Asked = TypeVar("Asked")


class BidiApp(App[Result]):
    """An app whose every line is ordered, joined and harmless.

    Args:
        bidi: who orders right-to-left text; ``auto`` asks the terminal.
        settings: of `textual.app.App`. Not ``driver_class``: it would break serving in a browser.
    """

    def __init__(self, *, bidi: BidiMode = "auto", **settings: Any) -> None:
        super().__init__(**settings)
        self.bidi_mode: BidiMode = bidi
        self.error_console.push_render_hook(_SanitisingHook())
        self.use_plan(plan(bidi, Answers(), {}))

    @property
    def reads_rtl(self) -> bool:
        """Whether the program's own words are read from the right."""
        return False

    def use_plan(self, found: Plan) -> None:
        """Draw by this plan from now on; the driver calls it when it knows the terminal."""
        self.bidi_order: Order = found.order
        self._safe_filter = SafeLineFilter(found.order, found.dialect, rtl=self.reads_rtl)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own filters, then the guard."""
        return [*super().get_line_filters(), self._safe_filter]

    async def push_screen_wait(
        self, screen: Screen[Asked] | str, *, mode: str | None = None
    ) -> Asked | Any:
        """Ask on a screen of its own and wait for the answer, in a worker.

        Textual first finishes in that worker what the app has still to do. Where that takes away
        the screen that asks, its workers are cancelled, and with them the app.
        """
        return await asyncio.shield(self.push_screen(screen, wait_for_dismiss=True, mode=mode))

    @on(Driver.SignalResume)
    def _paint_again(self) -> None:
        """Back from Ctrl-Z: the terminal shows nothing of ours, though nothing has changed."""
        self.refresh(layout=True)

    def get_driver_class(self) -> type[Driver]:
        """Textual's driver for this place; on a Unix terminal ours on top of it."""
        found = super().get_driver_class()
        if found.__module__ != "textual.drivers.linux_driver":
            return found
        from workbench.tui.text.driver import BidiLinuxDriver  # noqa: PLC0415 (Unix only)

        return BidiLinuxDriver

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a notification; unlike Textual's, markup in it is not obeyed unless asked for."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text exactly, but for control characters: see `clipboard.for_clipboard`."""
        super().copy_to_clipboard(for_clipboard(text))

    def export_screenshot(self, *, title: str | None = None, simplify: bool = False) -> str:
        """An SVG of the screen; a browser must not reorder what is in visual order already."""
        svg = super().export_screenshot(title=title, simplify=simplify)
        return svg.replace("<style>", f"<style>{_SVG_STYLE}", 1)


_SVG_STYLE = "text{unicode-bidi:bidi-override;direction:ltr}"


class _SanitisingHook(ConsoleHook):
    """Makes harmless what is printed after the screen is given back: messages, tracebacks."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Sanitised(renderable) for renderable in renderables]


class _Sanitised:
    def __init__(self, renderable: RenderableType) -> None:
        self._renderable = renderable

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for text, style, control in console.render(self._renderable, options):
            yield Segment(sanitise(text), style, control)
