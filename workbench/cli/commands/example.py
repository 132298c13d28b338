"""`example`: the worked example, on a copy of your own."""

from __future__ import annotations

import click
import msgspec
from msgspec.structs import replace

from workbench.cli.session import Session, put


@click.command()
@click.option("--reset", is_flag=True, help="Begin again from the example as shipped.")
@click.option("--path", "only_path", is_flag=True, help="Print where the copy is; open nothing.")
@click.option(
    "--tour/--no-tour", default=None, help="Be shown around. Default: the first time only."
)
@click.pass_obj
def example(session: Session, reset: bool, only_path: bool, tour: bool | None) -> None:
    """Open the desk on the worked example: an Arabic article, checked."""
    from workbench.desk.example import example_copy, has_copy  # noqa: PLC0415

    first = reset or not has_copy()
    path = example_copy(reset=reset)
    if only_path:
        put(str(path))
        return
    settings = msgspec.structs.replace(session.settings, db=str(path))
    shown_around = first if tour is None else tour
    replace(session, settings=settings).open_terminal_desk(tour=shown_around)
