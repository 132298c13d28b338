"""Keys faster than screens: a person types ahead while the machine or the line is busy."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from functools import partial
from typing import Any, TypeVar

from textual.actions import ActionParseResult
from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from workbench.tui.screens.base import DeskScreen
from workbench.tui.text.modal import SeeThroughScreen

Asked = TypeVar("Asked")

HELD = 1.0
"""Seconds after which a key waits no longer for the one before it."""
SOON = 0.01
"""Seconds between looks at whether an act has come to its question."""


class HastyKeys(App[None]):
    """An app in which each key goes to what the key before it led to, also where both come at once,
    and none acts on a screen that has gone, or is not there yet.

    Textual hands a key to what has the focus when it comes: of ``/`` and ``undo`` typed in one go,
    the letters would be keys of the list, and ``u`` would take back a change.
    """

    def __init__(self, *given: Any, **settings: Any) -> None:
        self._typed: deque[Event] = deque()
        """What was typed: the first is on its way, the rest waits for it."""
        self._questions: dict[Worker[Any], Screen[Any]] = {}
        """The act that asks, and what it asks on."""
        super().__init__(*given, **settings)

    @property
    def has_keys_to_come(self) -> bool:
        """Whether something that was typed has not come to its end yet."""
        return bool(self._typed)

    async def on_event(self, event: Event) -> None:
        """Keys and what is pasted go one by one, everything else at once."""
        if not isinstance(event, Key | Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if len(self._typed) == 1:
            await self._hand_on(event)

    async def _hand_on(self, event: Event) -> None:
        """Give it to what has the focus now, and go on when all that it leads to is there."""
        self.set_timer(HELD, partial(self._dealt_with, event))
        at = self.focused or self.screen
        await super().on_event(event)
        self._climb(event, at)

    def _climb(self, event: Event, at: DOMNode | None) -> None:
        """Behind the event, the way it goes: to the focused widget and up to the app."""
        while at is not None and at is not self:
            if at.call_later(self._climb, event, at.parent):
                return
            at = at.parent
        self.call_later(self._wait, event)

    def _wait(self, event: Event) -> None:
        """Until no act is on its way to a question, and the screen in front has its focus."""
        if any(self._is_on_its_way(worker) for worker in self.workers):
            self.set_timer(SOON, partial(self._wait, event))
        elif not self.screen.call_later(self.call_later, self._dealt_with, event):
            self.call_later(self._dealt_with, event)

    def _is_on_its_way(self, worker: Worker[Any]) -> bool:
        """Whether it is an act that still runs and waits for no answer."""
        is_act = worker.group == "default" and not worker._thread_worker
        return is_act and worker.is_running and not self._is_asking(worker)

    def _is_asking(self, worker: Worker[Any]) -> bool:
        return self._questions.get(worker) in self.screen_stack

    async def _dealt_with(self, event: Event) -> None:
        """The next one, unless that was done already."""
        if self._typed and self._typed[0] is event:
            self._typed.popleft()
            if self._typed:
                await self._hand_on(self._typed[0])

    async def push_screen_wait(
        self, screen: Screen[Asked] | str, *, mode: str | None = None
    ) -> Asked | Any:
        """Note who asks for as long as that takes."""
        worker = get_current_worker()
        if isinstance(screen, Screen):
            self._questions[worker] = screen
        try:
            return await super().push_screen_wait(screen, mode=mode)
        finally:
            self._questions.pop(worker, None)

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
