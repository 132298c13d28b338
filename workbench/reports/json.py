"""The report as JSON: every field of the view under its own name."""

from __future__ import annotations

import msgspec

from workbench.reports.view import ReportView


class JsonReport:
    """Indented UTF-8, keys in the view's order."""

    suffix = ".json"

    def render(self, view: ReportView) -> bytes:
        """The view's fields; spans are objects with ``start`` and ``end``."""
        return msgspec.json.format(msgspec.json.encode(view), indent=2) + b"\n"
