"""`tune`: what the desk's own decisions say of what matching shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from workbench.cli.session import Session, counted, progress, put, put_json, put_table, say

if TYPE_CHECKING:
    from workbench.desk.matching.tuning import Tally, Tuning


@click.command()
@click.option("--set", "adopt", is_flag=True, help="Adopt the thresholds that are proposed.")
@click.option(
    "--threshold",
    "given",
    multiple=True,
    metavar="RELATION=P",
    help="Set one yourself: related=0.3. 0 shows all.",
)
@click.option("--why", default="", help="The reason, for the history.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_obj
def tune(session: Session, *, adopt: bool, given: tuple[str, ...], why: str, as_json: bool) -> None:
    """Replay the matches that were confirmed and rejected, and propose thresholds.

    Nothing is changed unless --set or --threshold says so. A threshold hides what is narrower,
    broader or only related; the same, updates and conflicts are always shown.
    """
    chosen = dict(map(_threshold, given))
    with session.desk() as desk:
        with progress("Replaying") as report:
            tuning = desk.tune.replay(report)
        if adopt:
            chosen = {each.relation.value: each.threshold for each in tuning.proposals} | chosen
        now = desk.tune.set(chosen, why) if chosen else tuning.thresholds
    if as_json:
        put_json(tuning)
    else:
        _put(tuning)
    said = ", ".join(f"{name} {getattr(now, name):g}" for name in now.__struct_fields__)
    say(f"Shown from a probability of: {said}{' (set)' if chosen else ''}.")


def _threshold(given: str) -> tuple[str, float]:
    from workbench.desk.matching.tuning import MILD  # noqa: PLC0415

    name, _, value = given.partition("=")
    try:
        if name not in MILD:
            raise ValueError
        return name, float(value)
    except ValueError:
        known = ", ".join(relation.value for relation in MILD)
        raise click.UsageError(f"{given} is not RELATION=P, of {known}; say related=0.3") from None


def _put(tuning: Tuning) -> None:
    header = ("", "confirmed", "rejected", "precision", "recall")
    tables = {
        "relation": tuning.by_relation,
        "facet": tuning.by_facet,
        "language": tuning.by_language,
    }
    for name, tallies in tables.items():
        put_table(list(_rows(tallies)), (name, *header[1:]))
        put()
    for each in tuning.proposals:
        put(
            f"{each.relation}: hide below {each.threshold:g}: precision {each.precision_before:.2f}"
            f" → {each.precision:.2f}, {each.kept:.0%} of the confirmed still shown"
            f" ({each.decided} decided)"
        )
    if not tuning.proposals:
        say(f"No threshold is proposed by {counted(tuning.decided, 'decision')}.")


def _rows(tallies: Mapping[str, Tally]) -> Iterator[tuple[str, ...]]:
    for name, each in tallies.items():
        counts = str(each.confirmed), str(each.rejected)
        yield name, *counts, f"{each.precision:.2f}", f"{each.recall:.2f}"
