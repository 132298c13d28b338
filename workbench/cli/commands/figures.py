"""`figures`: one quantity across articles, claimants and times."""

from __future__ import annotations

import click

from workbench.cli.session import Session, put_json, put_table


@click.command()
@click.option("--unit", default="", help="Only this unit: person, percent, USD, …")
@click.option("--claim", "claim_id", type=int, help="What this claim counts, wherever it stands.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def figures(session: Session, unit: str, claim_id: int | None, as_json: bool) -> None:
    """Figures on file, in order of time."""
    from workbench.desk.telling import wording  # noqa: PLC0415

    with session.desk() as desk:
        rows = desk.figures.ledger(unit=unit or None, claim_id=claim_id)
    if as_json:
        put_json(rows)
        return
    put_table(
        [
            (
                row.time or row.published or "-",
                row.comparator,
                row.figure,
                row.unit,
                row.claimant or "(outlet)",
                str(row.claim_id),
                wording(row.surface, row.language, denied=row.denied),
            )
            for row in rows
        ],
        ("time", "comparator", "figure", "unit", "claimant", "claim", "as written"),
    )
