"""Keys faster than screens: a person types ahead while the machine is busy."""

from __future__ import annotations

from collections.abc import Mapping

from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen

from workbench.tui.screens.base import DeskScreen
from workbench.tui.text.modal import SeeThroughScreen


class HastyKeys(App[None]):
    """An app in which no key acts on a screen that has gone, or is not there yet."""

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Act; a key that comes when its screen has been left meanwhile does nothing, and one that
        comes before its dialog is laid out waits for that."""
        screen = default_namespace if isinstance(default_namespace, Screen) else None
        if screen is not None and screen not in self.screen_stack:
            return False
        if isinstance(screen, DeskScreen) and not screen.is_there:
            return False
        if isinstance(screen, SeeThroughScreen) and not screen.is_mounted:
            screen.call_later(self.run_action, action, screen, namespaces)
            return True
        return await super().run_action(action, default_namespace, namespaces)
