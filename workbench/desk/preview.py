"""An article split into claims without anything being filed."""

from __future__ import annotations

from workbench.facets.types import Clock
from workbench.intake.types import IncomingArticle
from workbench.splitting.rules import RuleSplitter
from workbench.splitting.types import Splitter, Splitting


def preview(incoming: IncomingArticle, splitter: Splitter | None = None) -> Splitting:
    """The claims that an article would give, and the account of its sentences."""
    return (splitter or RuleSplitter()).split(
        incoming.text, Clock(incoming.published), incoming.publisher
    )
