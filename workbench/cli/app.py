"""The program: its options, its commands by name, and what happens to errors."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module
from typing import Any

import click

from workbench import __version__
from workbench.cli import streams
from workbench.cli.help import Group
from workbench.cli.session import OpenTerminal, Session, say
from workbench.errors import WorkbenchError

_COMMANDS = {
    "add": "articles:add",
    "articles": "articles:articles",
    "backup": "upkeep:backup",
    "catch-up": "exchange:catch_up",
    "claim": "claim:claim",
    "claims": "claims:claims",
    "corrections": "corrections:corrections",
    "evidence": "evidence:evidence",
    "example": "example:example",
    "export": "exchange:export",
    "facet": "facet:facet",
    "find": "find:find",
    "figures": "figures:figures",
    "gate": "gate:gate",
    "history": "history:history",
    "import": "exchange:import_",
    "match": "matches:match",
    "matches": "matches:matches",
    "people": "people:people",
    "precedents": "radar:precedents",
    "publish": "gate:publish",
    "published": "articles:published",
    "radar": "radar:radar",
    "redo": "history:redo",
    "reindex": "upkeep:reindex",
    "report": "report:report",
    "restore": "upkeep:restore",
    "serve": "serve:serve",
    "show": "show:show",
    "source": "source:source",
    "split": "articles:split",
    "stale": "corrections:stale",
    "step": "gate:step",
    "tune": "tune:tune",
    "undo": "history:undo",
    "verdict": "verdict:verdict",
    "verify": "upkeep:verify",
}


class _ReaderGoneError(Exception):
    """Whoever read the standard output went away (`| head`)."""


class _Commands(Group):
    """Loads a command's module when the command is asked for."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; click itself would give a broken pipe the exit code of a failure."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _ReaderGoneError from error

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command = getattr(import_module(f"workbench.cli.commands.{module}"), name)
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--db",
    metavar="FILE|URL",
    envvar="WORKBENCH_DB",
    help="The claim store. Default: claims.db in this folder.",
)
@click.option(
    "--as",
    "actor",
    metavar="NAME",
    envvar="WORKBENCH_USER",
    help="Who you are: every change carries this name.",
)
@click.option(
    "--bidi",
    type=click.Choice(["auto", "app", "terminal", "off"]),
    help="Who orders right-to-left text on the screen. Default: auto.",
)
@click.version_option(__version__, "-V", "--version", message="workbench %(version)s")
@click.pass_context
def program(ctx: click.Context, db: str | None, actor: str | None, bidi: str | None) -> None:
    """Workbench: claims, evidence and verdicts, in Arabic and English.

    Without a command it opens the desk.
    """
    ctx.obj = Session.build(ctx.obj, db=db, actor=actor, bidi=bidi)
    if ctx.invoked_subcommand is None:
        ctx.obj.open_terminal_desk()


def run(open_terminal: OpenTerminal) -> None:
    """Run the program; exit 0 done, 1 found something wrong, 2 misuse, 130 interrupted.

    Args:
        open_terminal: opens the terminal desk, which this room must not know.
    """
    streams.prepare()
    try:
        try:
            program(prog_name="workbench", standalone_mode=False, obj=open_terminal)
        finally:
            sys.stdout.flush()
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as misuse:
        _tell_misuse(misuse)
        sys.exit(misuse.exit_code)
    except (click.Abort, KeyboardInterrupt):
        say("Stopped; what was not finished was not filed.")
        sys.exit(130)
    except (_ReaderGoneError, BrokenPipeError):
        streams.abandon()
        sys.exit(0)
    except WorkbenchError as error:
        _tell(error.message, error.hint)
        sys.exit(1)
    except OSError as error:
        _tell_system_error(error)
        sys.exit(1)


def _tell_system_error(error: OSError) -> None:
    why = error.strerror or str(error)
    if error.filename:
        place = os.fsdecode(error.filename)
        _tell(f"{place}: {why}", "Check the name, the permissions, and the room on the disk.")
    else:
        streams.abandon()
        _tell(
            f"standard output cannot be written: {why}",
            "What the command filed is on file all the same; `workbench history` tells.",
        )


def _tell(message: str, hint: str) -> None:
    say(f"workbench: {message}")
    for line in hint.splitlines():
        say(f"  {line}")


def _tell_misuse(misuse: click.ClickException) -> None:
    """Click's own words, but what a person typed or pasted into them cannot do harm."""
    words = io.StringIO()
    misuse.show(file=words)
    say(words.getvalue().rstrip("\n"))
