"""The terminal desk. Importing this loads no Textual: `run` does, when a person opens the desk."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.desk import Desk


def run(
    desk: Desk,
    *,
    bidi: str = "auto",
    article_id: int | None = None,
    language: str = "en",
    theme: str = "",
    keymap: dict[str, str] | None = None,
    tour: bool = False,
) -> None:
    """Open the terminal desk and stay until the person leaves it.

    Raises:
        SystemExit: it ended otherwise than by the person leaving: 1 after a crash, 143 (128 + 15)
            where it was terminated, 130 where it was interrupted from outside. The terminal has
            been given back by then.

    Args:
        desk: an opened desk; it is left open.
        bidi: who orders right-to-left text: ``auto``, ``app``, ``terminal`` or ``off``.
        article_id: the article to open on; without it the home screen.
        language: of the desk's own words (``en``, ``ar``).
        theme: name of a theme, or nothing for the default one.
        keymap: action name → keys, in place of the default ones (see `workbench.tui.keys`).
        tour: begin with the tour.
    """
    from workbench.tui.app import DeskApp  # noqa: PLC0415 (Textual costs 125 ms)
    from workbench.tui.lasting import state_file  # noqa: PLC0415

    app = DeskApp(
        desk,
        bidi=bidi,
        article_id=article_id,
        language=language,
        theme=theme,
        keymap=keymap or {},
        places=state_file(),
        tour=tour,
    )
    gc.freeze()  # what is loaded by now stays: the collector need not go through it again
    app.run()
    if app.return_code:
        raise SystemExit(app.return_code)
