"""People: who works at the desk, and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.desk import inputs
from workbench.desk.session import Session
from workbench.errors import InvalidInputError, NotFoundError, Said
from workbench.records.queries import checks
from workbench.records.sqlite import Database


class Role(StrEnum):
    """What somebody may do; each may do what those before may."""

    CHECKER = "checker"
    """Checks claims and rates them."""
    REVIEWER = "reviewer"
    """Reviews the verdicts of others."""
    EDITOR = "editor"
    """Publishes over the gate; says who is who and what the gate asks for."""


_RANK = tuple(Role)


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody at the desk."""

    name: str
    role: Role
    added: datetime
    added_by: str


class People:
    """Who is listed at this desk.

    A right that nobody listed has is everybody's: a desk of one needs no list, and a new list
    locks nobody out.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[PersonView]:
        """Everybody who is listed, by name."""
        return [
            PersonView(
                row["name"],
                Role(row["role"]),
                datetime.fromisoformat(row["added_at"]),
                row["added_by"],
            )
            for row in checks.people(self._session.db)
        ]

    def may(self, role: Role, name: str = "") -> bool:
        """Whether somebody (who is at the desk, if not named) may do what a role may."""
        return may(self._session.db, name or self._session.actor, role)

    def set(self, name: str, role: Role, *, why: str = "") -> None:
        """List somebody, or give somebody who is listed another role.

        Raises:
            InvalidInputError: the role is none, the name is empty, or it is not for you to do.
        """
        inputs.choice(role, tuple(Role), "role")
        known = inputs.needed(name, "name")
        session = self._session
        with session.change("person listed", why, f"{known}: {role}") as change:
            require(change.db, session.actor, Role.EDITOR, "say who is who")
            row = checks.person(change.db, known)
            if row is not None:
                change.update("person", row["id"], role=str(role))
                return
            change.insert(
                "person",
                name=known,
                role=str(role),
                added_at=session.stamp(),
                added_by=session.actor,
            )

    def remove(self, name: str, *, why: str = "") -> None:
        """Take somebody off the list; what they did stays theirs.

        Raises:
            NotFoundError: nobody of that name is listed.
            InvalidInputError: it is not for you to do.
        """
        session = self._session
        with session.change("person removed", why, name) as change:
            require(change.db, session.actor, Role.EDITOR, "say who is who")
            row = checks.person(change.db, name)
            if row is None:
                raise NotFoundError(
                    "nobody called {name} is listed",
                    hint="`workbench people` lists everybody.",
                    name=name,
                )
            change.delete("person", row["id"])


def may(database: Database, name: str, role: Role) -> bool:
    """Whether somebody may do what a role may."""
    ranks = {row["name"]: _RANK.index(Role(row["role"])) for row in checks.people(database)}
    needed = _RANK.index(role)
    if not any(rank >= needed for rank in ranks.values()):
        return True
    return ranks.get(name, 0) >= needed


def require(database: Database, name: str, role: Role, act: str) -> None:
    """Refuse what somebody may not do.

    Raises:
        InvalidInputError: the person is not listed with the role or a higher one.
    """
    if not may(database, name, role):
        raise InvalidInputError(
            "{name} may not {act}: that takes the role {role}",
            hint="`workbench people` says who has it; --as says who you are.",
            name=name or Said("somebody"),
            act=Said(act),
            role=Said(role),
        )
