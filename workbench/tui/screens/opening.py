"""How a screen asks the app for another screen, without knowing it."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar, cast

from textual.dom import DOMNode

Node = TypeVar("Node", bound=DOMNode)


class Opens(Protocol):
    """The app, as far as going elsewhere is concerned."""

    def open_article(self, article_id: int, claim_id: int | None = None) -> None:
        """Go to an article, and to a claim of it."""

    def date_article(self, article_id: int) -> object:
        """Ask when an article was published."""

    def open_claims(self, typed_filter: str = "", claim_id: int | None = None) -> None:
        """Go to the claims of the whole desk, filtered, and to one of them."""

    def open_figures(self, unit: str = "") -> None:
        """Go to the figures of a unit, or to all."""

    def open_claim(self, claim_id: int) -> None:
        """Go to a claim, in its article where it has one."""

    def open_findings(self, name: str) -> None:
        """Go to what is at odds (``radar``), or to verdicts out of date (``stale``)."""

    def open_matches(self) -> None:
        """Go to the matches that wait for a decision."""

    async def index_ready(self) -> bool:
        """Whether claims can be matched at once; brings an outdated index up to date in sight."""


def matching(act: Callable[[Node], Awaitable[None]]) -> Callable[[Node], Awaitable[None]]:
    """An act after which claims are matched: it waits, in sight, for an index that is outdated.

    Where the person does not wait, the act is left as well.
    """

    @functools.wraps(act)
    async def once_ready(node: Node) -> None:
        if await cast(Opens, node.app).index_ready():
            await act(node)

    return once_ready
