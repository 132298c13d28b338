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
from workbench.tui.widgets.paragraph import Paragraph
from workbench.tui.words import Words


class OffersDialog(Dialog[int]):
    """Gives the number of the claim to open; turning back leaves everything as it is."""

    heading: ClassVar[str] = "offers.heading"
    DEFAULT_CSS = """
    OffersDialog Document { height: auto; max-height: 12; background: $surface; }
    """

    def __init__(self, match: MatchView, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._match = match
        self._offers = offers

    def fields(self) -> ComposeResult:
        """The newer claim, how it stands to the earlier one, and the verdicts on offer."""
        relation = self.words.record(f"relation.{self._match.relation}")
        yield Paragraph(wording.of_newer(self._match), classes="about")
        yield Paragraph(self.words("offers.says", relation=relation), classes="about")
        yield Document(id="offers")

    def on_mount(self) -> None:
        """Put the cursor on the newest verdict."""
        super().on_mount()
        page = self.query_one("#offers", Document)
        page.show(offer_blocks(self._offers, self.words))
        page.focus()

    def on_document_opened(self) -> None:
        """Enter and two clicks open the claim of the verdict."""
        self.action_accept()

    def result(self) -> int:
        """The claim under the cursor."""
        return self.query_one("#offers", Document).entry or self._match.other_id


def offer_blocks(offers: Sequence[Offer], words: Words) -> Iterator[Block]:
    """Each verdict with its age, the time it holds for, and what it says."""
    for offer in offers:
        entry, verdict = offer.claim_id, offer.verdict
        look = look_of_rating(verdict.rating)
        told = telling.offered(offer, words.language)
        yield Block(told, "strong", look=look, entry=entry, ours=True)
        yield Block(verdict.explanation, "dim", entry=entry)


def show_offers(asker: Widget, match_id: int) -> None:
    """Show what a match that was just confirmed offers, where it offers anything."""
    desk = context_of(asker.app).desk
    offers = desk.matches.offers(match_id)
    if not offers:
        return

    def go(claim_id: int | None) -> None:
        if claim_id is not None:
            cast(Opens, asker.app).open_claim(claim_id)

    asker.app.push_screen(OffersDialog(desk.matches.get(match_id), offers), go)
