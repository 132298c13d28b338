"""`find`: anything on file by a few letters, or claims by a query."""

from __future__ import annotations

import sys

import click

from workbench.cli.session import Session, put_json, put_table, say


@click.command()
@click.argument("letters", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=8, help="At most so many of a kind.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def find(session: Session, letters: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find articles, sources, claims and kept queries by a few LETTERS; some may be wrong.

    With an operator (see `workbench claims --help`) only claims are looked for. Exit code 1 where
    nothing is near.
    """
    from workbench.desk.facets.telling import wording  # noqa: PLC0415

    with session.desk() as desk:
        found = desk.search.everywhere(" ".join(letters), limit)
    for one in next((each.instead for each in found if each.instead), ()):
        say(f'No claim says "{one.typed}"; these say "{one.shown}".')
    if as_json:
        put_json(found)
    else:
        put_table(
            [
                (
                    each.kind.value,
                    str(each.id or "-"),
                    wording(each.text, each.language, denied=each.denied),
                    each.note or "-",
                )
                for each in found
            ],
            ("kind", "id", "text", "from"),
        )
    sys.exit(0 if found else 1)
