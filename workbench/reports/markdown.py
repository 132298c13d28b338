"""The report as Markdown; text from outside is escaped, so that none of it is markup."""

from __future__ import annotations

import re

from workbench.language.visible import visible
from workbench.reports.templating import fill
from workbench.reports.view import ReportView, Wording

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")
_TRAILING = re.compile(r"(?m)[ \t]+$")
_BLANK_LINES = re.compile(r"\n{3,}")
_LINE_START = re.compile(r"(?m)^(\s*)([-+=]|\d+[.)])(?=\s|$|-|=)")


class MarkdownReport:
    """CommonMark with tables left out, so that it reads well as plain text too."""

    suffix = ".md"

    def render(self, view: ReportView) -> bytes:
        """UTF-8; every word of the record escaped."""
        filled = fill("report.md", view, escape=False, md=escape, line=one_line, said=said)
        return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", filled)).encode()


def escape(text: str) -> str:
    """``text`` so that Markdown shows it as it is."""
    return _LINE_START.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", visible(text)))


def said(wording: Wording) -> str:
    """A wording on one line; what its claimant denies, with the denial before it."""
    line = one_line(wording.text)
    return f"**{one_line(wording.denial)}** {line}" if wording.denial else line


def one_line(text: str) -> str:
    """The same on one line, for headings and list items."""
    return escape(" ".join(text.split()))
