"""The report as one HTML file: no script, no outside resource, right-to-left correct."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from workbench.reports.templating import Templates
from workbench.reports.view import ReportView


class HtmlReport:
    """Self-contained, light and dark, prints well; from ``report.html`` and ``report.css``."""

    suffix = ".html"

    def __init__(self, templates: Path | None = None) -> None:
        self._templates = Templates(templates)

    def render(self, view: ReportView) -> bytes:
        """UTF-8; every word of the record escaped, links only to http and https."""
        return self._templates.fill("report.html", view, link=link).encode()


def link(url: str) -> str:
    """The address if a reader may safely follow it, else nothing: one with a blank or a sign that
    is not seen is none, and documents could not hold it."""
    if " " in url or not url.isprintable():
        return ""
    try:
        return url if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""
