"""`people`: who works at the desk, and what each may do."""

from __future__ import annotations

import click

from workbench.cli.help import Group
from workbench.cli.session import Session, put, put_json, put_table, say


@click.group(cls=Group, invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_context
def people(ctx: click.Context, as_json: bool) -> None:
    """Who works at the desk, and what each may do."""
    if ctx.invoked_subcommand is not None:
        return
    session: Session = ctx.obj
    with session.desk() as desk:
        listed = desk.people.list()
    if as_json:
        put_json(listed)
        return
    put_table(
        [(each.name, each.role, f"{each.added:%Y-%m-%d}", each.added_by) for each in listed],
        ("name", "role", "since", "listed by"),
    )
    say(f"You are {session.settings.actor}.")


@people.command("set")
@click.argument("name")
@click.argument("role", type=click.Choice(["checker", "reviewer", "editor"]))
@click.option("--why", default="", help="The reason, for the journal.")
@click.pass_obj
def set_role(session: Session, name: str, role: str, why: str) -> None:
    """List NAME as checker, reviewer (reviews too) or editor (publishes over the gate too)."""
    from workbench.desk.checking.people import Role  # noqa: PLC0415

    with session.desk() as desk:
        desk.people.set(name, Role(role), why=why)
    put(f"{name} is {role}.")


@people.command()
@click.argument("name")
@click.option("--why", default="", help="The reason, for the journal.")
@click.pass_obj
def remove(session: Session, name: str, why: str) -> None:
    """Take NAME off the list; what NAME did stays."""
    with session.desk() as desk:
        desk.people.remove(name, why=why)
    put(f"{name} is no longer listed.")
