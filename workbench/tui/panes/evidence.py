"""The pane of what speaks for, against and around a claim."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.desk.views import ClaimView, EvidenceView, Stance
from workbench.tui.panes.common import fields, when
from workbench.tui.theme import STANCES, Look
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words

RETRACTED = Look("×", "foreground")
TONES = {"supports": "good", "refutes": "bad", "context": "body"}


def blocks(claim: ClaimView, words: Words) -> Iterator[Block]:
    """Every piece of evidence an entry: for, against, around; the retracted ones last."""
    if not claim.evidence:
        yield Block(words("evidence.empty"), "dim")
    for stance in Stance:
        found = [one for one in claim.evidence if one.stance is stance and not one.retracted]
        if found:
            yield Block(f"{words(f'evidence.{stance}')} ({len(found)})", "heading")
        for evidence in found:
            yield from evidence_blocks(evidence, words)
    for evidence in claim.evidence:
        if evidence.retracted:
            yield from evidence_blocks(evidence, words)


def evidence_blocks(evidence: EvidenceView, words: Words) -> Iterator[Block]:
    """One piece of evidence: stance and source, quote, where it stands, who linked it."""
    entry = evidence.id
    stance = words.record(f"stance.{evidence.stance}")
    title = fields([stance, evidence.source_title, evidence.publisher])
    if evidence.retracted:
        head = (*title, words("evidence.retracted"))
        yield Block(head, "dim", look=RETRACTED, entry=entry)
        yield Block(evidence.retraction_reason, "dim", entry=entry)
        return
    look = STANCES[evidence.stance]
    yield Block(title, TONES[evidence.stance], look=look, entry=entry)
    if evidence.quote:
        yield Block(f"“{evidence.quote}”", "quote", entry=entry)
    if evidence.note:
        yield Block(evidence.note, "body", entry=entry)
    kind = words.record(f"source_kind.{evidence.source_kind}")
    yield Block(
        fields([kind, evidence.locator, evidence.source_url, evidence.accessed]), "dim", entry=entry
    )
    yield Block(fields([evidence.by, when(evidence.at)]), "dim", entry=entry)
    yield Block("")
