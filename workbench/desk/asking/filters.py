"""Queries kept under a name, for everybody at the desk."""

from __future__ import annotations

import msgspec

from workbench.desk import inputs
from workbench.desk.session import Session
from workbench.desk.types import ClaimFilter
from workbench.desk.words import say
from workbench.errors import NotFoundError, Said
from workbench.language.fold import fold_text
from workbench.records.queries import settings
from workbench.records.search import is_begun

_KEY = "filters"
DONE = ("checked", "published")
"""States of the claims that `Overview.unchecked` does not count."""


def condition(operator: str, value: str, language: str) -> str:
    """A condition of a query in the words of a language, for a person to go on from."""
    said = say(f"{operator}.{value}", language).replace(" ", "_")
    return f"{say(f'query.{operator}', language)}:{said}"


def to_check(language: str) -> str:
    """The query for the claims that nobody has finished checking."""
    return " ".join(f"-{condition('state', state, language)}" for state in DONE)


class Filters:
    """Named queries. ``@name`` stands for one wherever a query is asked for."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> dict[str, str]:
        """Name → query, by name."""
        kept = settings.value(self._session.db, _KEY)
        found = msgspec.json.decode(kept, type=dict[str, str]) if kept else {}
        return dict(sorted(found.items()))

    def save(self, name: str, typed: str) -> None:
        """Keep a query under a name; one of that name gives way, and `undo` brings it back.

        Raises:
            InvalidInputError: the query cannot be read, or a name or a query is missing.
        """
        from workbench.desk.asking import query  # noqa: PLC0415 (most lists ask nothing)

        called = inputs.needed(name, "name").removeprefix("@")
        query.parse(inputs.needed(typed, "query"))
        with self._session.change("filter saved", summary=called) as change:
            kept = self.all() | {called: typed.strip()}
            settings.put(change, _KEY, msgspec.json.encode(kept).decode())

    def remove(self, name: str) -> None:
        """Forget a query.

        Raises:
            NotFoundError: there is none of that name.
        """
        called = name.removeprefix("@")
        with self._session.change("filter removed", summary=called) as change:
            kept = self.all()
            if kept.pop(called, None) is None:
                raise self._unknown(called)
            settings.put(change, _KEY, msgspec.json.encode(kept).decode())

    def is_begun(self, typed: str) -> bool:
        """Whether the last word of a query, while it is typed, is no more than a beginning."""
        words = fold_text(typed).split()
        return bool(words) and is_begun(words[-1])

    def read(self, typed: str) -> ClaimFilter:
        """A query, or one that is kept, as a claim filter.

        Raises:
            NotFoundError: ``@name`` is no name of one.
            InvalidInputError: it cannot be read.
        """
        asked = typed.strip()
        if not asked:
            return ClaimFilter()
        from workbench.desk.asking import query  # noqa: PLC0415

        if asked.startswith("@"):
            name = asked[1:]
            kept = self.all()
            if name not in kept:
                raise self._unknown(name)
            asked = kept[name]
        return query.parse(asked)

    def _unknown(self, name: str) -> NotFoundError:
        names = ", ".join(f"@{one}" for one in self.all()) or Said("there are none yet")
        return NotFoundError(
            "there is no filter @{name}", hint="Kept filters: {names}.", name=name, names=names
        )
