"""The pane of the claims that say the same, update or contradict this one."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.desk.facets import telling
from workbench.desk.views import ClaimView, MatchView
from workbench.tui import wording
from workbench.tui.panes.common import fields, relation_from, when
from workbench.tui.theme import DECISIONS, RELATIONS
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words

TONES = {"conflict": "bad", "update": "warn", "same": "good"}


def blocks(claim: ClaimView, words: Words) -> Iterator[Block]:
    """Every match an entry, in the order the desk gives."""
    if not claim.matches:
        yield Block(words("matches.none"), "dim")
    for match in claim.matches:
        yield from _match(match, claim.id, words)


def _match(match: MatchView, claim_id: int, words: Words) -> Iterator[Block]:
    turned = match.claim_id != claim_id
    other_text = wording.of_newer(match) if turned else wording.of_filed(match)
    other_claimant = match.claimant if turned else match.other_claimant
    relation = relation_from(match, claim_id)
    decision = words.record(f"decision.{match.decision}")
    here = words("matches.same_article") if match.same_article else ""
    head = fields([words.record(f"relation.{relation}"), decision, here])
    entry = match.id
    yield Block(head, TONES.get(relation, "body"), look=RELATIONS[relation], entry=entry)
    yield Block(other_text, "body", entry=entry)
    if match.reasons:
        why = telling.why(match, words.language, turned=turned)
        yield Block(why, "warn", entry=entry, ours=True)
    rating = (
        "" if turned or not match.other_rating else words.record(f"rating.{match.other_rating}")
    )
    yield Block(
        fields([other_claimant, words("matches.rated", rating=rating) if rating else ""]),
        "dim",
        look=DECISIONS[match.decision],
        entry=entry,
    )
    if match.decided_by:
        decided = fields([match.decided_by, when(match.decided_at), match.decision_reason])
        yield Block(decided, "dim", entry=entry)
    yield Block("")
