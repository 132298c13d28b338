"""The pane of the verdict in force and those before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.desk.checking.staleness import Cause
from workbench.desk.states import Succession
from workbench.desk.views import ClaimView, VerdictView
from workbench.tui.panes.common import fields, when
from workbench.tui.theme import Look, look_of_rating
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words

SUCCESSIONS = {
    Succession.UPDATE: "updated",
    Succession.CORRECTION: "corrected",
}
STALE = Look("†", "warning")


def blocks(claim: ClaimView, words: Words, causes: Sequence[Cause] = ()) -> Iterator[Block]:
    """The verdict in force first, with why it may be out of date, then what it superseded."""
    for cause in causes:
        label = words("verdict.stale")
        yield Block(cause.says(words.language), "warn", label, look=STALE, ours=True)
    if claim.verdict is None:
        live = any(not evidence.retracted for evidence in claim.evidence)
        yield Block(words("verdict.empty" if live else "verdict.needs_evidence"), "dim")
    else:
        yield from _verdict(claim.verdict, words)
    earlier = [verdict for verdict in claim.verdicts if not verdict.in_force]
    if earlier:
        yield Block("")
        yield Block(words("verdict.earlier"), "heading")
    for verdict in earlier:
        yield from _verdict(verdict, words)


def review(verdict: VerdictView, words: Words) -> tuple[str, ...]:
    """What the reviewer said, and when."""
    if not verdict.review:
        return ()
    outcome = words(f"review.{verdict.review}")
    return fields([outcome, when(verdict.reviewed), verdict.review_note])


def superseding(verdict: VerdictView, words: Words) -> tuple[str, ...]:
    """Whether the one before was wrong or things have changed since, and what is said of that."""
    kind = SUCCESSIONS.get(verdict.succession, "")
    return fields([words.record(f"correction.{kind}") if kind else "", verdict.reason])


def _verdict(verdict: VerdictView, words: Words) -> Iterator[Block]:
    tone = "strong" if verdict.in_force else "dim"
    gone = words("verdict.withdrawn") if verdict.withdrawn else ""
    rating = words.record(f"rating.{verdict.rating}")
    label = verdict.label if verdict.label != rating else ""
    yield Block(fields([rating, label, gone]), tone, look=look_of_rating(verdict.rating))
    yield Block(verdict.explanation, "body" if verdict.in_force else "dim")
    details = (
        ("verdict.held", verdict.holds),
        ("verdict.known", verdict.known_at),
        ("verdict.reviewer", verdict.reviewer),
        ("verdict.review", review(verdict, words)),
        ("verdict.superseding", superseding(verdict, words)),
        ("verdict.by", fields([verdict.by, when(verdict.at)])),
    )
    for label, text in details:
        if text:
            yield Block(text, "dim", words(label))
