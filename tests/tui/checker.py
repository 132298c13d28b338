"""A person at the keyboard of the desk."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot

from tests.tui.painting import Painting, painting_later
from workbench.desk import Desk
from workbench.desk.types import ClaimFilter
from workbench.tui.app import DeskApp
from workbench.tui.widgets.claim_list import ClaimList
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.widgets.record_pane import RecordPane

SMALL, LARGE = (80, 24), (160, 45)


class Checker:
    """A person at the keyboard."""

    def __init__(self, app: DeskApp, pilot: Pilot[None], painting: Painting) -> None:
        self.app = app
        self.pilot = pilot
        self._painting = painting

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        while self.app.has_keys_to_come and self.app.is_running:
            await asyncio.sleep(0.002)
        await self.pilot.pause()
        listings = [one for one in self.app.workers if one.group == "listing"]
        if listings:
            await self.app.workers.wait_for_complete(listings)
            await self.pilot.pause()
        if self.app.is_running:
            self._painting.now(self.app)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for what work in the background brings about."""
        for _ in range(3000):  # a busy machine takes its time
            if holds():
                break
            await asyncio.sleep(0.01)
        assert holds()
        await self.press()

    async def type(self, text: str) -> None:
        """As a terminal hands on what is pasted; single keys are pressed one by one."""
        self.app.post_message(Paste(text))
        await self.press()

    async def retype(self, text: str) -> None:
        """Put a text in the place of all that stands in the field."""
        field = self.app.focused
        field.clear()
        await self.type(text)

    @property
    def screen(self) -> Any:
        return self.app.screen

    @property
    def list(self) -> ClaimList:
        return self.screen.query_one("#claims", ClaimList)

    @property
    def pane(self) -> str:
        return self.screen.query_one("#pane", RecordPane).plain

    @property
    def problem(self) -> str:
        """What a dialog says is wrong with the answer."""
        found = self.screen.query(".problem.-shown").results(Saying)
        return next((one.text for one in found), "")

    @property
    def notices(self) -> list[str]:
        return [notice.message for notice in self.app._notifications]


@asynccontextmanager
async def at(
    desk: Desk, size: tuple[int, int] = LARGE, *, painted_at_once: bool = False, **given: Any
) -> AsyncIterator[Checker]:
    """A person at a desk, which is painted after each key; at once where that is what is tested."""
    app = DeskApp(desk, bidi="app", **given)
    with nullcontext(Painting()) if painted_at_once else painting_later() as painting:
        async with app.run_test(size=size) as pilot:
            checker = Checker(app, pilot, painting)
            await checker.press()
            yield checker


def shown(widget: Any) -> str:
    """What a widget draws, its lines joined."""
    return " ".join(
        " ".join("".join(part.text for part in widget.render_line(y)).split())
        for y in range(widget.size.height)
    )


def first(desk: Desk, **wanted: Any) -> int:
    """The first claim of a filter."""
    return desk.claims.ids(ClaimFilter(**wanted))[0]
