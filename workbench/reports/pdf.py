"""The report as PDF: tagged, fonts embedded, Arabic shaped and ordered, the same bytes each time.

The template is a Typst program that is given the report as data. No word of the record is ever
part of the program, so none can be obeyed.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from workbench.errors import InvalidInputError
from workbench.reports import plot
from workbench.reports.html import link
from workbench.reports.shown import shown
from workbench.reports.templating import Templates, stretches
from workbench.reports.view import ReportView
from workbench.reports.words import words

FONTS = Path(__file__).parent / "fonts"
"""Noto Sans and Noto Naskh Arabic, with their licence."""
_UNBROKEN = re.compile(r"\S{50}(?=\S)")
_HASH = re.compile(r"[0-9a-f]{64}")
_ELSEWHERE = re.compile(
    "[^\u0000-\u04ff\u0590-\u06ff\u0750-\u077f\u1e00-\u27bf\ufb00-\ufdff\ufe70-\uffff]"
)
"""Characters of scripts that our fonts lack: then fonts of this machine help out."""


class PdfReport:
    """A4, from ``report.typ``."""

    suffix = ".pdf"

    def __init__(self, templates: Path | None = None) -> None:
        self._templates = Templates(templates)

    def render(self, view: ReportView) -> bytes:
        """A PDF of version 1.7, dated when the record last changed.

        Raises:
            InvalidInputError: the template is broken: file, line and reason.
        """
        import typst  # noqa: PLC0415 (loads a compiler)

        source = self._templates.source("report.typ")
        compiled: Any = typst.compile  # its own types name an alternative that cannot be inferred
        data = msgspec.json.encode(_data(view)).decode()
        try:
            made: bytes = compiled(
                source.encode(),
                root=str(self._templates.path("report.typ").parent),
                font_paths=[str(FONTS)],
                ignore_system_fonts=not _ELSEWHERE.search(data),
                sys_inputs={"report": data},
                timestamp=_seconds(view.changed),
            )
        except typst.TypstError as error:
            raise self._broken(error) from error
        return made

    def _broken(self, error: Any) -> InvalidInputError:
        """The compiler's own words, with the file that a person knows it by."""
        found = re.search(r"\.typ:(\d+)", str(getattr(error, "diagnostic", "")))
        line = found[1] if found else "1"
        return InvalidInputError(
            "{path}, line {line}: {reason}",
            hint="Mend the template, or take it out of the folder.",
            path=self._templates.path("report.typ"),
            line=line,
            reason=error,
        )


def _seconds(changed: str) -> int:
    return int(datetime.fromisoformat(changed).timestamp()) if changed else 0


def _data(view: ReportView) -> dict[str, Any]:
    """The report as the template reads it: the view's own fields, its words, cuts and plots."""
    moment = datetime.fromtimestamp(_seconds(view.changed), UTC)
    return {
        **_plain(msgspec.to_builtins(view)),
        "seal": view.seal,
        "method": view.method,
        "date": [moment.year, moment.month, moment.day],
        "words": words(view.language),
        "links": {_breakable(shown(url)): url for url in sorted(_addresses(view)) if link(url)},
        "texts": [
            [
                [_breakable(shown(part.text)), part.claims]
                for part in stretches(article.text, article.number, view.claims)
            ]
            for article in view.articles
        ],
        "plots": [plot.svg(series.figures) for series in view.series],
    }


def _addresses(view: ReportView) -> set[str]:
    """Every address in the report."""
    found = {article.url for article in view.articles}
    for claim in view.claims:
        found |= {place.url for place in claim.appearances}
        for item in (*claim.supporting, *claim.refuting, *claim.context):
            found |= {item.url, item.archive_url}
    return found


def _plain(value: Any) -> Any:
    """Every text as a document may show it, and breakable at the end of a line."""
    if isinstance(value, str):
        return _breakable(shown(value))
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def _breakable(text: str) -> str:
    return text if _HASH.fullmatch(text) else _UNBROKEN.sub("\\g<0>\u200b", text)
