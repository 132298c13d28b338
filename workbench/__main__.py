"""The program: the command line, and the terminal desk that it opens when given no command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.settings import Settings


def main() -> None:
    """Run `workbench`. The faces do not know each other; they meet only here."""
    from workbench.cli.app import run  # noqa: PLC0415 (importing this module costs nothing)

    run(_open_terminal)


def _open_terminal(desk: Desk, settings: Settings) -> None:
    from workbench.tui import run  # noqa: PLC0415 (Textual costs 150 ms)

    run(
        desk,
        bidi=settings.bidi,
        language=settings.language,
        theme=settings.theme,
        keymap=settings.keys,
    )


if __name__ == "__main__":
    main()
