"""The pane of what speaks for, against and around a claim."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.desk.states import Anchor, Stance
from workbench.desk.views import ClaimView, EvidenceView
from workbench.tui.panes.common import fields, when
from workbench.tui.theme import STANCES, Look
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words

RETRACTED = Look("×", "foreground")
CIRCULAR = Look("↻", "warning")
ORPHANED = Look("?", "warning")
STANDS = Look("✓", "foreground")
TONES = {"supports": "good", "refutes": "bad", "context": "body"}


def blocks(claim: ClaimView, words: Words) -> Iterator[Block]:
    """Every piece of evidence an entry: for, against, around; the retracted ones last."""
    if not claim.evidence:
        yield Block(words("evidence.empty"), "dim")
    yield from _counted(claim, words)
    leads = _leads(claim)
    for stance in Stance:
        found = [one for one in claim.evidence if one.stance is stance and not one.retracted]
        if found:
            yield Block(f"{words(f'evidence.{stance}')} ({len(found)})", "heading")
        for evidence in found:
            yield from evidence_blocks(evidence, words, leads.get(evidence.group))
    for evidence in claim.evidence:
        if evidence.retracted:
            yield from evidence_blocks(evidence, words)


def _counted(claim: ClaimView, words: Words) -> Iterator[Block]:
    """How many origins there are, where some evidence is a copy or goes in a circle."""
    live = [one for one in claim.evidence if not one.retracted]
    counting = sum(one.counts for one in live)
    if counting != len(live) or claim.independent != counting:
        pieces = words("claims.evidence", n=counting)
        origins = words("evidence.origins", n=claim.independent)
        counted = words("evidence.counted", pieces=pieces, origins=origins)
        yield Block(counted if counting else words("evidence.none_counts"), "warn", ours=True)


def _leads(claim: ClaimView) -> dict[int, EvidenceView]:
    """The first evidence of each origin that counts: what the others are copies beside."""
    return {one.group: one for one in reversed(claim.evidence) if one.counts}


def evidence_blocks(
    evidence: EvidenceView, words: Words, lead: EvidenceView | None = None
) -> Iterator[Block]:
    """One piece of evidence: stance and source, quote, what it weighs, where, who linked it.

    Args:
        evidence: the piece.
        words: of the person's language.
        lead: the first that counts of the same origin, where one is known.
    """
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
        yield from _anchored(evidence, words)
    yield from _weighed(evidence, words, lead)
    if evidence.note:
        yield Block(evidence.note, "body", entry=entry)
    kind = words.record(f"source_kind.{evidence.source_kind}")
    direct = words.record(f"directness.{'primary' if evidence.primary else 'secondary'}")
    where = [evidence.locator, evidence.source_url, evidence.accessed]
    yield Block(fields(dict.fromkeys([direct, kind, *where])), "dim", entry=entry)
    yield Block(fields([evidence.by, when(evidence.at)]), "dim", entry=entry)
    yield Block("")


def _anchored(evidence: EvidenceView, words: Words) -> Iterator[Block]:
    """Whether the quote stands in the copy that is kept."""
    if evidence.anchor is Anchor.NONE:
        return
    orphaned = evidence.anchor is Anchor.ORPHANED
    tone, look = ("warn", ORPHANED) if orphaned else ("dim", STANDS)
    said = words.record(f"anchor.{evidence.anchor}")
    yield Block(said, tone, look=look, entry=evidence.id, ours=True)


def _weighed(evidence: EvidenceView, words: Words, lead: EvidenceView | None) -> Iterator[Block]:
    """What a reader should know before she leans on it: a circle, a copy, an interest."""
    entry = evidence.id
    if evidence.circular:
        said = words.record(f"circular.{evidence.circular}")
        yield Block(said, "warn", look=CIRCULAR, entry=entry, ours=True)
    elif lead is not None and lead.id != entry:
        said = words("evidence.copy", source=lead.source_title)
        yield Block(said, "warn", entry=entry, ours=True)
    if evidence.origin:
        yield Block(evidence.origin, "dim", words("evidence.origin"), entry=entry)
    if evidence.interest:
        yield Block(evidence.interest, "warn", words("source.interest"), entry=entry)
