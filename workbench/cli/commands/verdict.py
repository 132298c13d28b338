"""`verdict …`: rate a claim, review a rating, or withdraw it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from workbench.cli.help import Group
from workbench.cli.session import Session, put, put_table, say

if TYPE_CHECKING:
    from workbench.desk import Desk


@click.group(cls=Group)
def verdict() -> None:
    """Verdicts: a rating with its explanation, resting on evidence."""


@verdict.command("set")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("rating")
@click.argument("explanation")
@click.option("--label", default="", help="The label as you publish it.")
@click.option("--scale", default="default", help="The scale it is on.")
@click.option(
    "--holds", default="", help="The time it holds for, as 2024-08-15 or 2024-02/2024-08."
)
@click.option("--known-at", default="", help="What was known by when, as 2024-08-20.")
@click.option("--reviewer", default="", help="Who is to review it.")
@click.option("--reason", default="", help="Why it replaces the verdict in force.")
@click.option(
    "--correction", is_flag=True, help="The verdict in force was wrong; else things have changed."
)
@click.pass_obj
def set_verdict(
    session: Session,
    /,
    claim_id: int,
    rating: str,
    explanation: str,
    *,
    correction: bool,
    **known: str,
) -> None:
    """Rate CLAIM. It needs evidence on file first; `verdict ratings` lists the ratings."""
    with session.desk() as desk, _no_more_published(desk, claim_id):
        desk.verdicts.set(claim_id, rating, explanation, correction=correction, **known)
        put(f"Claim {claim_id} is rated {rating}.")


@verdict.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("reason")
@click.pass_obj
def withdraw(session: Session, claim_id: int, reason: str) -> None:
    """Withdraw CLAIM's verdict, with a REASON; it stays in the history."""
    with session.desk() as desk, _no_more_published(desk, claim_id):
        desk.verdicts.withdraw(claim_id, reason)
        put(f"The verdict on claim {claim_id} is withdrawn: {reason}")


@verdict.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("outcome", type=click.Choice(["approved", "returned"]))
@click.argument("note", default="")
@click.pass_obj
def review(session: Session, claim_id: int, outcome: str, note: str) -> None:
    """Review CLAIM's verdict as who you are: approve it, or return it with a NOTE."""
    from workbench.desk.states import Review  # noqa: PLC0415

    with session.desk(create=False) as desk, _no_more_published(desk, claim_id):
        desk.verdicts.review(claim_id, Review(outcome), note=note)
        put(f"The verdict on claim {claim_id} is {outcome} by {session.settings.actor}.")


@verdict.command()
@click.option("--scale", default="default", help="Of this scale.")
@click.pass_obj
def ratings(session: Session, scale: str) -> None:
    """List the ratings of a scale, and which scales there are."""
    with session.desk() as desk:
        found = desk.verdicts.scale(scale)
        names = desk.verdicts.scales()
    put_table(
        [
            (rating.key, rating.rating, rating.label("en"), rating.label("ar"))
            for rating in found.ratings
        ],
        ("rating", "comes to", "English", "العربية"),
    )
    say(f"Scales: {', '.join(names)}.")


@contextmanager
def _no_more_published(desk: Desk, claim_id: int) -> Iterator[None]:
    """Say so where what is done to a published verdict ends its being published."""
    before = desk.claims.get(claim_id).state
    yield
    if before == "published" != desk.claims.get(claim_id).state:
        say(
            f"Claim {claim_id} is not published any more. `gate {claim_id}` lists what it lacks; "
            f"`publish {claim_id}` publishes it anew."
        )
