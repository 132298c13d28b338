"""Two claims side by side: what differs is lit, and why they stand as they do is said."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from workbench.desk.facets import telling
from workbench.desk.views import ClaimView, MatchView
from workbench.matching.types import Facet
from workbench.tui import wording
from workbench.tui.context import InDesk
from workbench.tui.differing import differing
from workbench.tui.panes.common import facet_fields, fields
from workbench.tui.panes.matches import TONES
from workbench.tui.theme import RELATIONS, Look
from workbench.tui.widgets.beside import Beside
from workbench.tui.widgets.document import Block, Document
from workbench.tui.words import Words

TITLE = 90
"""Characters of an article's title: of a wire without a headline it is a whole paragraph, which
would take what the claims say out of sight."""
DECIDES = Look("►", "warning")
LABELS = {
    Facet.QUANTITY: "label.figure",
    Facet.TIME: "label.time",
    Facet.PLACE: "label.places",
    Facet.ROLES: "label.actors",
    Facet.POLARITY: "label.kind",
    Facet.MODALITY: "label.kind",
}
"""Facet → the label of the line that tells it."""


class Comparison(InDesk, VerticalScroll, can_focus=False):
    """The relation in words above, the new claim left, the claim on file right."""

    DEFAULT_CSS = """
    Comparison { height: 1fr; }
    Comparison #why { height: auto; max-height: 50%; }
    Comparison Beside { height: 1fr; }
    Comparison #here, Comparison #there { width: 1fr; height: 1fr; }
    Comparison #there { border-left: solid $panel; }
    Comparison .side { text-style: bold; color: $primary; }
    """

    def compose(self) -> ComposeResult:
        """Why above, both sides below."""
        yield Document(id="why")
        with Beside():
            yield Document(id="here")
            yield Document(id="there")

    def compare(self, match: MatchView | None) -> None:
        """Show a pair, or nothing."""
        pages = {page.id: page for page in self.query(Document)}
        if match is None:
            for page in pages.values():
                page.show(())
            return
        words = self.words
        here, there = differing(match.text, match.other_text)
        newer, filed = wording.of_newer(match), wording.of_filed(match)
        lit_here = wording.denial(newer, match.text) + wording.shifted(here, newer, match.text)
        lit_there = wording.denial(filed, match.other_text) + wording.shifted(
            there, filed, match.other_text
        )
        first, second = self.desk.claims.get(match.claim_id), self.desk.claims.get(match.other_id)
        deciding = match.reasons[0].facet if match.reasons else None
        why = list(why_blocks(match, words))
        pages["why"].styles.height = min(8, len(why) + 1)
        pages["why"].show(why)
        pages["here"].show(
            [
                Block(words("matches.here"), "heading"),
                Block(newer, "body", lit=lit_here),
                *side_blocks(first, words, deciding),
            ]
        )
        pages["there"].show(
            [
                Block(words("matches.there"), "heading"),
                Block(filed, "body", lit=lit_there),
                *side_blocks(second, words, deciding),
            ]
        )


def why_blocks(match: MatchView, words: Words) -> Iterator[Block]:
    """The relation, and the reasons with the deciding facet first."""
    relation = words.record(f"relation.{match.relation}")
    says = words.record(f"relation_says.{match.relation}")
    tone = TONES.get(match.relation, "body")
    yield Block(f"{relation}: {says}", tone, look=RELATIONS[match.relation], ours=True)
    for number, reason in enumerate(match.reasons):
        facet = words.record(f"facet.{reason.facet}")
        told = (
            telling.reason(reason, words.language) if number else telling.why(match, words.language)
        )
        yield Block(told, "dim" if number else "strong", facet, ours=True)


def side_blocks(claim: ClaimView, words: Words, deciding: Facet | None = None) -> Iterator[Block]:
    """What is known of one of the two; the facet that decides is marked."""
    verdict = claim.verdict
    nobody = words("claim.unnamed" if claim.is_unnamed else "claim.nobody")
    yield Block("")
    yield Block(
        fields([claim.claimant or nobody, words.record(f"state.{claim.state}")]),
        "dim",
        words("claim.by"),
    )
    if verdict is not None:
        rating = words.record(f"rating.{verdict.rating}")
        label = verdict.label if verdict.label != rating else ""
        yield Block(fields([rating, label]), "strong", words("pane.verdict"))
    for appearance in claim.appearances[:1]:
        title = shorten(appearance.article_title, TITLE, placeholder="…")
        where = fields([title, appearance.published])
        yield Block(where or (words("claim.no_article"),), "dim", words("claim.appears"))
    decides = words.record(LABELS.get(deciding, "")) if deciding else ""
    for name, text in telling.facets(claim, words.language):
        if name == decides:
            yield Block(facet_fields(text), "warn", name, look=DECIDES)
        else:
            yield Block(facet_fields(text), "dim", name)
