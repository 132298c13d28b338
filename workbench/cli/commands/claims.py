"""`claims`: list, filter and order the claims on file."""

from __future__ import annotations

from typing import Any

import click

from workbench.cli.session import Session, put_json, put_table


@click.command()
@click.option("--article", "article_id", type=int, help="Of this article only.")
@click.option(
    "--state",
    type=click.Choice(["new", "checking", "checked", "published", "set_aside"]),
    help="Where it is in the work.",
)
@click.option("--claimant", default="", help="Whose name holds these words.")
@click.option("--rating", default="", help="With this rating in force.")
@click.option("--relation", default="", help="With a match of this relation: conflict, update, …")
@click.option("--text", default="", help="Whose wording holds these words, in either script.")
@click.option("--all", "everything", is_flag=True, help="Those that were set aside too.")
@click.option(
    "--order",
    type=click.Choice(["article", "worth", "state", "newest"]),
    default="article",
    help="What comes first.",
)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def claims(
    session: Session,
    /,
    *,
    state: str | None,
    everything: bool,
    order: str,
    limit: int | None,
    as_json: bool,
    **wanted: Any,
) -> None:
    """List claims: what is said, who says it, where it stands in the work."""
    from workbench.desk.claims import ClaimFilter  # noqa: PLC0415
    from workbench.desk.telling import wording  # noqa: PLC0415
    from workbench.desk.views import ClaimState  # noqa: PLC0415

    chosen = ClaimFilter(
        state=ClaimState(state) if state else None, include_set_aside=everything, **wanted
    )
    with session.desk() as desk:
        ids = desk.claims.ids(chosen, order=order)
        rows = desk.claims.rows(ids[:limit] if limit else ids)
    if as_json:
        put_json(rows)
        return
    put_table(
        [
            (
                str(row.id),
                row.state.value,
                row.rating or "-",
                row.relation or "-",
                f"{row.worth:.2f}",
                row.claimant or "(outlet)",
                wording(row.text, row.language, denied=row.denied),
            )
            for row in rows
        ],
        ("id", "state", "rating", "relation", "worth", "claimant", "claim"),
    )
