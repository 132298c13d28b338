"""What a confirmed match offers: the earlier verdicts, to look at and never to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.widget import Widget

from workbench.desk.facets import telling
from workbench.desk.types import Offer
from workbench.desk.views import MatchView
from workbench.tui import wording
from workbench.tui.context import context_of
from workbench.tui.dialogs.base import Dialog
from workbench.tui.screens.opening import Opens
from workbench.tui.theme import look_of_rating
from workbench.tui.widgets.document import Block, Document
from workbench.tui.widgets.paragraph import Saying
from workbench.tui.words import Words

Offered = tuple[MatchView, Sequence[Offer]]
"""A match just confirmed, and the verdicts that it offers."""


class OffersDialog(Dialog[int]):
    """Gives the number of the claim to open; turning back leaves everything as it is."""

    heading: ClassVar[str] = "offers.heading"
    DEFAULT_CSS = """
    OffersDialog Document { height: auto; max-height: 12; background: $surface; }
    """

    def __init__(self, offered: Sequence[Offered]) -> None:
        super().__init__()
        self._offered = offered
        self._claims = [offer.claim_id for _, offers in offered for offer in offers]

    def fields(self) -> ComposeResult:
        """How each newer claim stands to the earlier one, and the verdicts on offer."""
        yield Saying(self.words("offers.says"), classes="about")
        yield Document(id="offers")

    def on_mount(self) -> None:
        """Put the cursor on the newest verdict."""
        super().on_mount()
        page = self.query_one("#offers", Document)
        page.show(_blocks(self._offered, self.words))
        page.focus()

    def on_document_opened(self) -> None:
        """Enter and two clicks open the claim of the verdict."""
        self.action_accept()

    def result(self) -> int:
        """The claim of the verdict under the cursor."""
        return self._claims[self.query_one("#offers", Document).entry or 0]


def _blocks(offered: Sequence[Offered], words: Words) -> Iterator[Block]:
    """Each newer claim; under it each verdict with its age, its time, and what it says."""
    entry = 0
    for match, offers in offered:
        relation = words.record(f"relation.{match.relation}")
        yield Block(wording.of_newer(match), "body")
        yield Block(words("offers.confirmed", relation=relation), "dim", ours=True)
        for offer in offers:
            look = look_of_rating(offer.verdict.rating)
            told = telling.offered(offer, words.language)
            yield Block(told, "strong", look=look, entry=entry, ours=True)
            yield Block(offer.verdict.explanation, "dim", entry=entry)
            entry += 1


def show_offers(asker: Widget, match_ids: Sequence[int]) -> None:
    """Show what matches that were just confirmed offer, where they offer anything."""
    desk = context_of(asker.app).desk
    offers = {match_id: desk.matches.offers(match_id) for match_id in match_ids}
    offered = [(desk.matches.get(match_id), found) for match_id, found in offers.items() if found]
    if not offered:
        return

    def go(claim_id: int | None) -> None:
        if claim_id is not None:
            cast(Opens, asker.app).open_claim(claim_id)

    asker.app.push_screen(OffersDialog(offered), go)
