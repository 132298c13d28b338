"""`history`, `undo`, `redo`: what was done, and the way back."""

from __future__ import annotations

import click

from workbench.cli.session import Session, put, put_json, put_table, say


@click.command()
@click.argument("claim_id", type=int, required=False, metavar="[CLAIM]")
@click.option("--limit", type=click.IntRange(min=1), default=50, help="At most so many entries.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON, with every field changed.")
@click.pass_obj
def history(session: Session, claim_id: int | None, limit: int, as_json: bool) -> None:
    """What was done, newest first: on the whole desk, or to CLAIM."""
    with session.desk() as desk:
        entries = (
            desk.claims.history(claim_id)[:limit] if claim_id is not None else desk.history(limit)
        )
    if as_json:
        put_json(entries)
        return
    put_table(
        [
            (
                str(entry.id),
                f"{entry.at:%Y-%m-%d %H:%M:%S}",
                entry.by,
                f"{entry.action}{' (undone)' if entry.undone else ''}",
                entry.summary + (f" — {entry.why}" if entry.why else ""),
            )
            for entry in entries
        ],
        ("entry", "when (UTC)", "who", "what", "about"),
    )


@click.command()
@click.pass_obj
def undo(session: Session) -> None:
    """Take back your last change; the journal keeps both."""
    with session.desk() as desk:
        entry = desk.undo()
    if entry is None:
        say("There is nothing of yours to undo.")
    else:
        put(f"Undone: {entry.action} — {entry.summary}")


@click.command()
@click.pass_obj
def redo(session: Session) -> None:
    """Do again what you took back last."""
    with session.desk() as desk:
        entry = desk.redo()
    if entry is None:
        say("There is nothing of yours to do again.")
    else:
        put(f"Done again: {entry.action} — {entry.summary}")
