"""The report as one HTML file: no script, no outside resource, right-to-left correct."""

from __future__ import annotations

from urllib.parse import urlsplit

from workbench.reports.templating import fill
from workbench.reports.view import ReportView


class HtmlReport:
    """Self-contained, light and dark, prints well."""

    suffix = ".html"

    def render(self, view: ReportView) -> bytes:
        """UTF-8; every word of the record escaped, links only to http and https."""
        return fill("report.html", view, escape=True, link=link).encode()


def link(url: str) -> str:
    """The address if a reader may safely follow it, else nothing."""
    try:
        return url if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""
