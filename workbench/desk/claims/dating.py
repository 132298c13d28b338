"""When an article may have been published, by its own first lines: proposed, never taken.

A text file or pasted text has no markup to take a date from, but often a dateline. Whoever
confirms it has read it: a date in the first lines may as well be that of the event.
"""

from __future__ import annotations

from msgspec import Struct

from workbench.desk.facets import refacet
from workbench.desk.views import ArticleView
from workbench.facets.interval import Precision

LINES = 6
"""Lines below the title in which a dateline may stand."""
REACH = 60
"""Characters of a line: a dateline stands alone, or before the first words of the text."""
AS_WRITTEN = "explicit"
"""The rule of a date that is whole and needs no other to be understood."""


class Dateline(Struct, frozen=True):
    """A day, as EDTF, and the words it was read in."""

    edtf: str
    quote: str


def dateline(article: ArticleView) -> Dateline | None:
    """The first day that the lines below the title name in full, or ``None``."""
    lines = [line.strip() for line in article.text.splitlines() if line.strip()]
    for line in lines[: LINES + 1]:
        if line == article.title.strip():
            continue
        for time in refacet.facets_of(line[:REACH], article.language, "").times:
            day = time.interval
            if day is not None and time.rule == AS_WRITTEN and day.precision is Precision.DAY:
                return Dateline(day.edtf, line[:REACH].strip())
    return None
