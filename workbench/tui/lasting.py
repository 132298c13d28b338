"""Where a person was last at each desk, and the theme that was chosen there: in the user's state
folder, never in the desk's file."""

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


_THEME = "theme"
"""Its key beside those of desks, which are whole paths."""


class Lasting:
    """The last place of each desk, and the last theme of all.

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
        self._write(self._desk, asdict(place) if place is not None else None)

    @property
    def theme(self) -> str:
        """The theme that was chosen last, or nothing."""
        known = self._all().get(_THEME)
        return known if isinstance(known, str) else ""

    def keep_theme(self, name: str) -> None:
        """Keep a theme, for every desk of this user."""
        self._write(_THEME, name)

    def _write(self, key: str, value: object) -> None:
        if self._file is None:
            return
        known = self._all()
        known.pop(key, None)
        if value is not None:
            known[key] = value
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
