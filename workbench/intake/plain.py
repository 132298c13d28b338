"""Plain text: the frozen text is the file's own characters."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.intake.decode import decode
from workbench.intake.types import IncomingArticle, Raw

_LONGEST_TITLE = 250


class PlainReader:
    """Takes any text; it is asked last."""

    media_type = "text/plain"
    suffixes: Sequence[str] = (".txt", ".text")

    def recognises(self, raw: Raw) -> bool:
        """Any text may be plain text."""
        return True

    def read(self, raw: Raw) -> IncomingArticle:
        """The text as it stands; its first line is the title."""
        text = decode(raw.data, raw.name, raw.charset)
        return IncomingArticle(
            text=text, title=first_line(text), media_type=self.media_type, origin=raw.data
        )


def first_line(text: str) -> str:
    """The first line that is not blank, if it is short enough for a title."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1].rstrip() + "…"
