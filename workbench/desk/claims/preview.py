"""A look at what splitting makes of a text, without any store."""

from __future__ import annotations

from workbench.facets.types import Clock
from workbench.intake.types import IncomingArticle
from workbench.splitting.types import Splitter, Splitting


def preview(incoming: IncomingArticle, splitter: Splitter | None = None) -> Splitting:
    """The claims and sentences of a text, as they would be filed."""
    if splitter is None:
        from workbench.splitting.rules import RuleSplitter  # noqa: PLC0415 (loads the lexicons)

        splitter = RuleSplitter()
    return splitter.split(incoming.text, Clock(incoming.published), incoming.publisher)
