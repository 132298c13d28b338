"""`facet …`: what a claim says in typed values, and how a person puts it right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.help import Group
from workbench.cli.session import Session, put, put_table
from workbench.errors import InvalidInputError

if TYPE_CHECKING:
    from workbench.desk import Desk
    from workbench.facets.corrections import Value

_why = click.option("--why", default="", help="The reason, for the journal.")
_appearance = click.option(
    "--appearance", type=int, help="Of this appearance, where the claim stands in several."
)


@click.group(cls=Group)
def facet() -> None:
    """Figures, times, places, actors, polarity and kind of a claim: list and correct them."""


@facet.command("list")
@click.argument("claim_id", type=int, metavar="CLAIM")
@_appearance
@click.pass_obj
def list_(session: Session, claim_id: int, appearance: int | None) -> None:
    """List what CLAIM says, numbered."""
    from workbench.desk.facets import telling  # noqa: PLC0415

    with session.desk() as desk:
        values = desk.facets.values(claim_id, appearance)
    language = session.settings.language
    put_table(
        [(str(n), *telling.value(value, language)) for n, value in enumerate(values, 1)],
        ("n", "facet", "value"),
    )


@facet.command("set")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("name", metavar="FACET")
@click.argument("given", nargs=-1, required=True, metavar="FIELD=VALUE…")
@click.option("--instead", type=int, metavar="N", help="In the place of this one of `facet list`.")
@_appearance
@_why
@click.pass_obj
def set_(
    session: Session,
    *,
    claim_id: int,
    name: str,
    given: tuple[str, ...],
    instead: int | None,
    appearance: int | None,
    why: str,
) -> None:
    """Say what CLAIM says: FACET is quantity, time, place, actor, polarity or modality.

    \b
    workbench facet set 12 quantity figure=2500 unit=person comparator=about --instead 3
    workbench facet set 12 time date=2024-02
    """
    pairs = dict(each.partition("=")[::2] for each in given)
    with session.desk() as desk:
        before = _numbered(desk, claim_id, appearance, instead) if instead else None
        desk.facets.set(claim_id, name, pairs, instead_of=before, appearance_id=appearance, why=why)
    put(f"Claim {claim_id}: {name} set.")


@facet.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("number", type=int, metavar="N")
@_appearance
@_why
@click.pass_obj
def remove(session: Session, claim_id: int, number: int, appearance: int | None, why: str) -> None:
    """Take the facet numbered N of CLAIM away: it was read where there is none."""
    with session.desk() as desk:
        value = _numbered(desk, claim_id, appearance, number)
        desk.facets.remove(claim_id, value, appearance_id=appearance, why=why)
    put(f"Claim {claim_id}: taken away.")


def _numbered(desk: Desk, claim_id: int, appearance: int | None, number: int) -> Value:
    values = desk.facets.values(claim_id, appearance)
    if not 1 <= number <= len(values):
        raise InvalidInputError(
            "claim {claim_id} has no facet {number}",
            hint="`workbench facet list {claim_id}` numbers them from 1 to {count}.",
            claim_id=claim_id,
            number=number,
            count=len(values),
        )
    return values[number - 1]
