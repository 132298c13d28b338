"""`serve`: the desk in a browser on this machine."""

from __future__ import annotations

import os
import shlex
import signal
import sys

import click

from workbench.cli.session import Session, put, say


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8321,
    show_default=True,
    help="The port; 0 takes one that is free.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="Where to listen. Anything but this machine lets others work on the file.",
)
@click.pass_obj
def serve(session: Session, port: int, host: str) -> None:
    """Open the desk in a browser, at the address that is printed.

    It listens on this machine alone and loads nothing from the network. Ctrl-C ends it, and the
    desks that are open.
    """
    from workbench.cli.serving import Door  # noqa: PLC0415
    from workbench.cli.serving import serve as serve_until_told  # noqa: PLC0415

    with session.desk():
        pass  # what is wrong with the file is told here, not in the browser
    door = Door(host, port)
    if not door.loopback:
        say(
            f"Warning: {host} can be reached by others. Whoever has the address works on this file "
            f"as {session.settings.actor}, and what passes is not encrypted."
        )
    # Not on a command line: there every user of this machine could read a password in it.
    os.environ["WORKBENCH_DB"] = session.settings.db
    os.environ["WORKBENCH_USER"] = session.settings.actor
    ended_by = serve_until_told(_command(session), door, _tell)
    if ended_by == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + ended_by)


def _command(session: Session) -> str:
    return shlex.join([sys.executable, "-m", "workbench", "--bidi", session.settings.bidi])


def _tell(address: str) -> None:
    put(address)
    sys.stdout.flush()
    say("The desk is open in a browser at this address; Ctrl-C ends it.")
