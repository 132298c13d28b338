"""`figures`: one quantity across articles, claimants and times."""

from __future__ import annotations

import click

from workbench.cli.session import Session, put_json, put_table, who


@click.command()
@click.option("--unit", default="", help="Only this unit: person, percent, USD, …")
@click.option("--claim", "claim_id", type=int, help="What this claim counts, wherever it stands.")
@click.option("--series", is_flag=True, help="One quantity after the other, with what changed.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def figures(session: Session, unit: str, claim_id: int | None, series: bool, as_json: bool) -> None:
    """Figures on file, in order of time; with --series, jumps, revisions and roundings told."""
    from workbench.desk.facets.telling import wording  # noqa: PLC0415

    if series:
        _put_series(session, unit, claim_id, as_json=as_json)
        return
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
                who(row.claimant, row.article_id),
                str(row.claim_id),
                wording(row.surface, row.language, denied=row.denied),
            )
            for row in rows
        ],
        ("time", "comparator", "figure", "unit", "claimant", "claim", "as written"),
    )


def _put_series(session: Session, unit: str, claim_id: int | None, *, as_json: bool) -> None:
    from workbench.desk.facets.telling import wording  # noqa: PLC0415
    from workbench.desk.words import say as words  # noqa: PLC0415

    with session.desk() as desk:
        found = desk.figures.series(unit=unit or None, claim_id=claim_id)
    if as_json:
        put_json(found)
        return
    language = session.settings.language
    put_table(
        [
            (
                str(number),
                each.place or "-",
                noted.figure.time or noted.figure.published or "-",
                noted.figure.comparator,
                noted.figure.figure or noted.figure.surface,
                each.counted or each.unit,
                who(noted.figure.claimant, noted.figure.article_id),
                str(noted.figure.claim_id),
                ", ".join(words(f"figure_flag.{flag}", language) for flag in noted.flags) or "-",
                wording(noted.figure.surface, noted.figure.language, denied=noted.figure.denied),
            )
            for number, each in enumerate(found, 1)
            for noted in each.figures
        ],
        (
            "series",
            "place",
            "time",
            "comparator",
            "figure",
            "counted",
            "claimant",
            "claim",
            "noticed",
            "as written",
        ),
    )
