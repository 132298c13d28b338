"""The command line: parse arguments, call the desk, print. Data on stdout, talk on stderr."""

from __future__ import annotations


def main() -> None:
    """The `workbench` program."""
    from workbench.cli.app import run  # noqa: PLC0415 (so that importing the package costs nothing)

    run()
