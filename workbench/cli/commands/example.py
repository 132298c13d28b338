"""`example`: the worked example, on a copy of your own."""

from __future__ import annotations

from dataclasses import replace

import click
import msgspec

from workbench.cli.session import Session, put


@click.command()
@click.option("--reset", is_flag=True, help="Begin again from the example as shipped.")
@click.option("--path", "only_path", is_flag=True, help="Print where the copy is; open nothing.")
@click.pass_obj
def example(session: Session, reset: bool, only_path: bool) -> None:
    """Open the desk on the worked example: an Arabic article, checked."""
    from workbench.desk.example import example_copy  # noqa: PLC0415

    path = example_copy(reset=reset)
    if only_path:
        put(str(path))
        return
    settings = msgspec.structs.replace(session.settings, db=str(path))
    replace(session, settings=settings).open_terminal_desk()
