"""`corrections` and `stale`: verdicts that no longer stand, and those that may not."""

from __future__ import annotations

import click

from workbench.cli.session import Session, put_json, put_table, say
from workbench.cli.streams import Shown


@click.command()
@click.argument("claim_id", type=int, required=False, metavar="[CLAIM]")
@click.option("--published", "public", is_flag=True, help="Only what stood in public.")
@click.option("--csv", "as_csv", is_flag=True, help="Print as CSV.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def corrections(
    session: Session, claim_id: int | None, public: bool, as_csv: bool, as_json: bool
) -> None:
    """The ledger of corrections, oldest first: what was said, what is said now, why, who, when."""
    from workbench.desk.checking.corrections import write_csv  # noqa: PLC0415

    with session.desk(create=False) as desk:
        ledger = desk.verdicts.corrections(claim_id)
    ledger = [each for each in ledger if each.published or not public]
    if as_json:
        put_json(ledger)
    elif as_csv:
        write_csv(ledger, Shown())
    else:
        put_table(
            [
                (
                    f"{each.at[:16]}",
                    str(each.claim_id),
                    each.kind,
                    each.before_label or each.before,
                    each.after_label or each.after or "-",
                    each.by,
                    each.reason,
                )
                for each in ledger
            ],
            ("when (UTC)", "claim", "what", "before", "after", "who", "why"),
        )


@click.command()
@click.argument("claim_id", type=int, required=False, metavar="[CLAIM]")
@click.option("--language", default="", help="Of the words: en or ar.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def stale(session: Session, claim_id: int | None, language: str, as_json: bool) -> None:
    """Verdicts in force that may no longer stand, each with its cause; never for their age."""
    words = language or session.settings.language
    with session.desk(create=False) as desk:
        if claim_id is None:
            causes = [cause for found in desk.verdicts.all_stale().values() for cause in found]
        else:
            causes = list(desk.verdicts.stale(claim_id))
    if as_json:
        put_json(
            [
                {
                    "claim_id": cause.claim_id,
                    "kind": cause.kind,
                    "at": cause.at,
                    **cause.values,
                    "says": cause.says(words),
                }
                for cause in causes
            ]
        )
        return
    put_table(
        [(str(cause.claim_id), cause.kind, cause.says(words)) for cause in causes],
        ("claim", "cause", "why"),
    )
    if not causes:
        say("Every verdict in force stands.")
