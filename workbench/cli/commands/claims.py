"""`claims`: list, filter and order the claims on file."""

from __future__ import annotations

from typing import Any

import click
from msgspec.structs import replace

from workbench.cli.session import Session, put_json, put_table, say, who


@click.command()
@click.argument("query", nargs=-1)
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
@click.option("--save", metavar="NAME", help="Keep QUERY under this name; @NAME asks it again.")
@click.option("--forget", metavar="NAME", help="Forget the query of this name.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def claims(
    session: Session,
    /,
    *,
    query: tuple[str, ...],
    save: str | None,
    forget: str | None,
    state: str | None,
    everything: bool,
    order: str,
    limit: int | None,
    as_json: bool,
    **wanted: Any,
) -> None:
    """List claims: what is said, who says it, where it stands in the work.

    QUERY holds words, "exact words", and operators; - before one turns it round:

    \b
    workbench claims state:checking rating:false claimant:السوداني
    workbench claims 'figure:>2000' unit:person date:2024-02 -has:verdict
    workbench claims '"عين الأسد"' place:Baghdad

    Operators: state, rating, relation, claimant, article, language, place, actor, date,
    published, time, figure, unit, has (evidence, verdict, matches).
    """
    from workbench.desk.facets.telling import wording  # noqa: PLC0415
    from workbench.desk.states import ClaimState  # noqa: PLC0415

    typed = _typed(query)
    with session.desk() as desk:
        if forget:
            desk.filters.remove(forget)
            say(f"Forgot @{forget}.")
            return
        if save:
            desk.filters.save(save, typed)
            say(f"Kept as @{save}.")
        chosen = desk.filters.read(typed)
        given: dict[str, Any] = {name: value for name, value in wanted.items() if value}
        if state:
            given["state"] = ClaimState(state)
        if everything or state == "set_aside":
            given["include_set_aside"] = True
        chosen = replace(chosen, **given)
        ids = desk.claims.ids(chosen, order=order)
        rows = desk.claims.rows(ids[:limit] if limit else ids)
        near = () if rows else desk.search.meant(chosen)[1]
    for one in near:
        say(f'No claim says "{one.typed}". Did you mean "{one.shown}"?')
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
                f"{row.worth:.2f}" if row.worth else "-",
                who(row.claimant, row.article_id),
                wording(row.text, row.language, denied=row.denied),
            )
            for row in rows
        ],
        ("id", "state", "rating", "relation", "worth", "claimant", "claim"),
    )


def _typed(query: tuple[str, ...]) -> str:
    """The query as it was written before the shell took quotation marks away.

    One argument alone is a whole query; among several, one with blanks was quoted.
    """
    if len(query) == 1:
        return query[0]
    return " ".join(map(_quoted, query))


def _quoted(piece: str) -> str:
    if not any(map(str.isspace, piece)) or '"' in piece:
        return piece
    operator, colon, value = piece.partition(":")
    return f'{operator}:"{value}"' if colon and operator.isalpha() else f'"{piece}"'
