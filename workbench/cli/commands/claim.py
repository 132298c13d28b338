"""`claim …`: change a claim. Every change is in the journal with who, when and why."""

from __future__ import annotations

import click

from workbench.cli.help import Group
from workbench.cli.session import Session, put

_why = click.option("--why", default="", help="The reason, for the journal.")


@click.group(cls=Group)
def claim() -> None:
    """Reword, split, merge, set aside, translate or move on a claim."""


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("text")
@_why
@click.pass_obj
def reword(session: Session, claim_id: int, text: str, why: str) -> None:
    """Give CLAIM another wording; the original stays beside it."""
    with session.desk() as desk:
        desk.claims.reword(claim_id, text, version=desk.claims.get(claim_id).version, why=why)
    put(f"Claim {claim_id} now reads: {text}")


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("parts", nargs=-1, required=True)
@_why
@click.pass_obj
def split(session: Session, claim_id: int, parts: tuple[str, ...], why: str) -> None:
    """Split CLAIM into several, each given by its wording."""
    from workbench.desk.claims.claims import Part  # noqa: PLC0415

    with session.desk() as desk:
        version = desk.claims.get(claim_id).version
        made = desk.claims.split(claim_id, [Part(text) for text in parts], version=version, why=why)
    put(f"Claim {claim_id} was split into {', '.join(map(str, made))}.")


@claim.command()
@click.argument("claim_ids", type=int, nargs=-1, required=True, metavar="CLAIM CLAIM…")
@click.option("--text", help="Wording of the merged claim; the first one's otherwise.")
@_why
@click.pass_obj
def merge(session: Session, claim_ids: tuple[int, ...], text: str | None, why: str) -> None:
    """Merge claims into the first: it gains the appearances and evidence of the others."""
    if len(claim_ids) < 2:
        raise click.UsageError("give at least two claims to merge")
    with session.desk() as desk:
        kept = desk.claims.merge(claim_ids, text=text, why=why)
    put(f"Merged into claim {kept}.")


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("places", nargs=-1, required=True, metavar="START:END…")
@click.option("--appearance", type=int, help="The number of its appearance, where it has several.")
@_why
@click.pass_obj
def move(
    session: Session, claim_id: int, places: tuple[str, ...], appearance: int | None, why: str
) -> None:
    """Say anew where CLAIM stands in its article, by characters from 0, the end not included."""
    from workbench.language.spans import Span  # noqa: PLC0415

    try:
        segments = [Span(*map(int, place.split(":"))) for place in places]
    except (TypeError, ValueError) as error:
        raise click.UsageError(f"give places as START:END, not {' '.join(places)!r}") from error
    with session.desk() as desk:
        version = desk.claims.get(claim_id).version
        desk.claims.move(claim_id, segments, version=version, appearance_id=appearance, why=why)
        quotes = [place.quote for place in desk.claims.get(claim_id).appearances]
    put(f"Claim {claim_id} now stands at: {' / '.join(quotes)}")


@claim.command("set-aside")
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("reason")
@click.pass_obj
def set_aside(session: Session, claim_id: int, reason: str) -> None:
    """Put CLAIM out of the work, with a REASON."""
    with session.desk() as desk:
        desk.claims.set_aside(claim_id, reason, version=desk.claims.get(claim_id).version)
    put(f"Claim {claim_id} is set aside: {reason}")


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@_why
@click.pass_obj
def reopen(session: Session, claim_id: int, why: str) -> None:
    """Take CLAIM back into the work."""
    with session.desk() as desk:
        desk.claims.reopen(claim_id, version=desk.claims.get(claim_id).version, why=why)
    put(f"Claim {claim_id} is open again.")


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("state", type=click.Choice(["new", "checking", "checked", "published"]))
@_why
@click.option("--override", default="", help="Publish although the gate is not met, and why.")
@click.pass_obj
def state(session: Session, claim_id: int, state: str, why: str, override: str) -> None:
    """Say where CLAIM is in the work."""
    from workbench.desk.states import ClaimState  # noqa: PLC0415

    with session.desk() as desk:
        version = desk.claims.get(claim_id).version
        wanted = ClaimState(state)
        desk.claims.set_state(claim_id, wanted, version=version, why=why, override=override)
    put(f"Claim {claim_id} is {state}.")


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("claimant")
@_why
@click.pass_obj
def claimant(session: Session, claim_id: int, claimant: str, why: str) -> None:
    """Say who is answerable for CLAIM."""
    with session.desk() as desk:
        version = desk.claims.get(claim_id).version
        desk.claims.set_claimant(claim_id, claimant, version=version, why=why)
    put(f"Claim {claim_id} is {claimant}'s.")


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("text")
@click.option("--translator", help="Who translated it; you, otherwise.")
@click.pass_obj
def translate(session: Session, claim_id: int, text: str, translator: str | None) -> None:
    """Put a translation beside CLAIM."""
    with session.desk() as desk:
        version = desk.claims.get(claim_id).version
        by = translator or session.settings.actor
        desk.claims.translate(claim_id, text, by, version=version)
    said = f"has a translation by {by}" if text.strip() else "has no translation any more"
    put(f"Claim {claim_id} {said}.")


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("kind", type=click.Choice(["attribution-of"]))
@click.argument("other_id", type=int, metavar="OTHER")
@click.option("--note", default="", help="Anything a reader should know of it.")
@click.pass_obj
def link(session: Session, claim_id: int, kind: str, other_id: int, note: str) -> None:
    """Link two claims: CLAIM says that somebody said OTHER. Each keeps a verdict of its own."""
    from workbench.desk.claims.links import LinkKind  # noqa: PLC0415

    with session.desk() as desk:
        desk.links.add(claim_id, LinkKind(kind.replace("-", "_")), other_id, note=note)
    put(f"Claim {claim_id} is {kind} claim {other_id}.")


@claim.command()
@click.argument("claim_id", type=int, metavar="CLAIM")
@click.argument("other_id", type=int, metavar="OTHER")
@_why
@click.pass_obj
def unlink(session: Session, claim_id: int, other_id: int, why: str) -> None:
    """Take the link between two claims away."""
    with session.desk() as desk:
        desk.links.remove(claim_id, other_id, why=why)
    put(f"Claims {claim_id} and {other_id} are no longer linked.")
