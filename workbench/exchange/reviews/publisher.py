"""Who publishes, as ClaimReviews, feeds and pages say it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable


def _nowhere(uid: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """A newsroom; without a name the persons who gave the verdicts stand for themselves."""

    name: str = ""
    url: str = ""
    page: Callable[[str], str] = _nowhere
    """A claim's uid → the path of its page on the newsroom's site."""

    def address(self, uid: str) -> str:
        """Where a claim's page is, or nothing."""
        path = self.page(uid) if uid else ""
        return f"{self.url.rstrip('/')}/{path}" if self.url and path else ""


@runtime_checkable
class Publishing(Protocol):
    """A format that says who publishes."""

    publisher: Publisher
