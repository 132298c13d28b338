"""One way to render a report, whatever the format."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from workbench.errors import InvalidInputError
from workbench.plugins import plugged
from workbench.reports.view import ReportView

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

_OURS = {
    "docx": "docx:DocxReport",
    "html": "html:HtmlReport",
    "json": "json:JsonReport",
    "markdown": "markdown:MarkdownReport",
    "pdf": "pdf:PdfReport",
}
_TEMPLATED = {"docx", "html", "markdown", "pdf"}


class ReportFormat(Protocol):
    """A report format. A new one is one module with such a class, or a plug-in's.

    A plug-in names its class under the entry-point group ``workbench.reports``.
    """

    suffix: str

    def render(self, view: ReportView) -> bytes:
        """The report as a whole file."""
        ...


def formats() -> list[str]:
    """Names of all formats."""
    return sorted({*_plugged(), *_OURS})


def report_format(name: str, templates: Path | None = None) -> ReportFormat:
    """The format of that name.

    Args:
        name: as `formats` lists them.
        templates: a folder whose templates come before ours, where the format has any.

    Raises:
        InvalidInputError: there is none, or no such folder.
    """
    if name in _OURS:
        module, _, attribute = _OURS[name].partition(":")
        found = getattr(import_module(f"workbench.reports.{module}"), attribute)
        if templates is not None and name in _TEMPLATED:
            templated: ReportFormat = found(templates)
            return templated
    else:
        plugged = _plugged()
        if name not in plugged:
            raise InvalidInputError(
                "{name!r} is not a report format",
                hint="Choose: {known}.",
                name=name,
                known=", ".join(formats()),
            )
        found = plugged[name].load()
    made: ReportFormat = found()
    return made


def _plugged() -> dict[str, EntryPoint]:
    return {entry.name: entry for entry in plugged("workbench.reports")}


def render(view: ReportView, name: str, templates: Path | None = None) -> bytes:
    """The report in the format of that name; the same view gives the same bytes.

    Raises:
        InvalidInputError: there is no such format or folder, or a template in it is broken.
    """
    return report_format(name, templates).render(view)
