"""The report as Markdown; text from outside is escaped, so that none of it is markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from workbench.reports.shown import shown
from workbench.reports.templating import Templates
from workbench.reports.view import ReportView, Wording

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!$&])")
_TRAILING = re.compile(r"(?m)[ \t]+$")
_BLANK_LINES = re.compile(r"\n{3,}")
_LINE_START = re.compile(r"(?m)^(\s*)([-+=]|\d+[.)])(?=\s|$|-|=)")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")


class MarkdownReport:
    """CommonMark that reads well as plain text too; from ``report.md``."""

    suffix = ".md"

    def __init__(self, templates: Path | None = None) -> None:
        self._templates = Templates(templates, _written)

    def render(self, view: ReportView) -> bytes:
        """UTF-8; every word of the record escaped."""
        helpers: Mapping[str, Any] = {
            "md": escape,
            "line": one_line,
            "said": said,
            "address": address,
        }
        marked = {name: _marked(helper) for name, helper in helpers.items()}
        filled = self._templates.fill("report.md", view, **marked)
        return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", filled)).encode()


def _written(value: Any) -> Any:
    """Markdown as it is; any other value on one line, escaped, with the space that a sign which
    joins words has around it."""
    from markupsafe import Markup  # noqa: PLC0415

    if isinstance(value, Markup):
        return value
    text = str(value)
    before, behind = " " * text.startswith(" "), " " * text.endswith(" ")
    return Markup(before + one_line(text) + behind)  # noqa: S704


def _marked(helper: Any) -> Callable[..., Any]:
    """The same, known as Markdown."""
    from markupsafe import Markup  # noqa: PLC0415

    return lambda value: Markup(helper(value))  # noqa: S704


def escape(text: str) -> str:
    """``text`` so that Markdown shows it as it is; nor do the dialects that link bare addresses."""
    unlinked = _AUTOLINK.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", shown(text)))
    lines = (line.strip() for line in unlinked.split("\n"))
    return "\n".join(_LINE_START.sub(_escaped_start, line) for line in lines)


def _escaped_start(found: re.Match[str]) -> str:
    mark = found[2]
    return f"{found[1]}{mark[:-1]}\\{mark[-1]}"


def said(wording: Wording) -> str:
    """A wording on one line; what its claimant denies, with the denial before it."""
    line = one_line(wording.text)
    return f"**{one_line(wording.denial)}** {line}" if wording.denial else line


def one_line(text: str) -> str:
    """The same on one line, for headings, list items and cells of tables."""
    return escape(" ".join(text.split()))


def address(url: str) -> str:
    """An address that a reader may follow as a link; any other as plain text."""
    from workbench.reports.html import link  # noqa: PLC0415

    if not link(url) or re.search(r"\s", url):
        return one_line(url)
    return "<" + shown(url).replace("<", "%3C").replace(">", "%3E") + ">"
