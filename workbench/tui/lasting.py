"""Where a person was last at each desk: in the user's state folder, never in the desk's file."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from workbench.desk.files import write_whole
from workbench.errors import WorkbenchError


@dataclass(frozen=True, slots=True)
class Place:
    """An article and a claim of it, or all claims under a filter."""

    article_id: int | None = None
    claim_id: int | None = None
    typed: str = ""


class Lasting:
    """The last place of each desk.

    Args:
        file: where it is kept; nothing is kept without one.
        desk: whose place.
    """

    def __init__(self, file: Path | None, desk: Path) -> None:
        self._file = file
        self._desk = str(desk.resolve())

    def read(self) -> Place | None:
        """The last place, or ``None`` where none is known."""
        known = self._all().get(self._desk)
        try:
            return Place(**known) if isinstance(known, dict) else None
        except TypeError:  # written by another version
            return None

    def keep(self, place: Place | None) -> None:
        """Keep a place; what cannot be written is only a convenience lost."""
        if self._file is None:
            return
        known = self._all()
        known.pop(self._desk, None)
        if place is not None:
            known[self._desk] = asdict(place)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(known, ensure_ascii=False).encode())
        except (OSError, WorkbenchError):
            return

    def _all(self) -> dict[str, Any]:
        try:
            found = json.loads(self._file.read_text("utf-8")) if self._file is not None else {}
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}


def state_file() -> Path:
    """The file of this user."""
    import platformdirs  # noqa: PLC0415

    return platformdirs.user_state_path("workbench") / "places.json"
