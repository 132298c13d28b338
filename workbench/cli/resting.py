"""What rests on evidence, as commands print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workbench.cli.session import put, say

if TYPE_CHECKING:
    from workbench.desk.checking.retraction import Resting

dry_run_option = click.option("--dry-run", is_flag=True, help="Only say what rests on it.")


def put_resting(resting: Resting) -> None:
    """The verdicts and reports that rest on evidence, a line each."""
    from workbench.desk.facets.telling import wording  # noqa: PLC0415

    for each in resting.verdicts:
        text = wording(each.text, each.language, denied=each.denied)
        put(
            f"verdict on claim {each.claim_id} ({each.rating}, {each.state}, "
            f"{each.remaining} other evidence): {text}"
        )
    for article_id, title in resting.reports:
        put(f"report on article {article_id}: {title}")
    if not resting.verdicts:
        say("No verdict in force rests on it.")
