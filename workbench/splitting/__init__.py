"""Text → claims: sentences, attribution, clauses, lists, context, check-worthiness."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.facets.types import Clock
    from workbench.splitting.types import Splitter, Splitting


def split(text: str, clock: Clock, outlet: str = "", backend: Splitter | None = None) -> Splitting:
    """Split an article's text into claims; by the rules, unless another back-end is given."""
    if backend is None:
        from workbench.splitting.rules import RuleSplitter  # noqa: PLC0415 (fast start-up)

        backend = RuleSplitter()
    return backend.split(text, clock, outlet)
