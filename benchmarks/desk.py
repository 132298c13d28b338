"""How the terminal desk feels on a store of any size: ``python -m benchmarks.desk FILE``.

FILE is a claim store; `benchmarks.store` knows how to fill one. Times are of the processor, on a
headless terminal of 160×45, the desk's own work included, in ms.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from pathlib import Path

from workbench.desk import Desk
from workbench.tui.app import DeskApp
from workbench.tui.widgets.claim_list import ClaimList


async def measure(path: Path) -> None:
    """Print the figures."""
    began = time.process_time()
    with Desk.open(path, actor="benchmark", create=False) as desk:
        app = DeskApp(desk, bidi="app")
        async with app.run_test(size=(160, 45)) as pilot:
            await pilot.pause()
            _say("home", began)
            began = time.process_time()
            await pilot.press("C")
            await pilot.pause()
            _say("all claims", began)
            claims = app.screen.query_one(ClaimList)
            print(f"{len(claims):>12,} claims")
            for name, keys in (("page down", ["pagedown"] * 20), ("down", ["j"] * 20)):
                began = time.process_time()
                await pilot.press(*keys)
                _say(name, began, len(keys))
            began = time.process_time()
            await pilot.press("end")
            _say("last claim", began)
            await pilot.press("slash")
            for letter in "word12":
                began = time.process_time()
                await pilot.press(letter)
                await pilot.pause()
                _say(f"filter: {letter}", began)
    rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{rss:>12.0f} MB resident at most")


def _say(name: str, began: float, times: int = 1) -> None:
    print(f"{1000 * (time.process_time() - began) / times:>12.1f} ms {name}")


if __name__ == "__main__":
    asyncio.run(measure(Path(sys.argv[1])))
