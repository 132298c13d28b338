"""The rule-based splitter: no model, no network, the same answer every time."""

from __future__ import annotations

import msgspec

from workbench.facets.types import Clock
from workbench.splitting.pipeline import (
    Cancelled,
    Progress,
    SplittingCancelledError,
    split_article,
)
from workbench.splitting.types import Splitting

__all__ = ["RuleSplitter", "SplittingCancelledError"]


class RuleSplitter(msgspec.Struct, frozen=True):
    """`workbench.splitting.types.Splitter` by the rules of the language packs."""

    progress: Progress | None = None
    """Told after each sentence: sentences done, sentences in all."""
    cancelled: Cancelled | None = None
    """Asked before each sentence."""

    def split(self, text: str, clock: Clock, outlet: str) -> Splitting:
        """Split an article; time is linear in its length.

        Raises:
            SplittingCancelledError: `cancelled` answered yes.
        """
        return split_article(text, clock, outlet, self.progress, self.cancelled)
