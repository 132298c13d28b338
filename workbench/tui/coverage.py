"""What became of each sentence of an article, now that a checker has worked on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from workbench.desk.views import SentenceView
from workbench.language.spans import Span
from workbench.splitting.types import SentenceState
from workbench.tui import drawing
from workbench.tui.theme import Look
from workbench.tui.words import Words

LOOKS: dict[SentenceState, Look] = {
    SentenceState.CLAIMED: Look("│", "success"),
    SentenceState.SET_ASIDE: Look("×", "muted"),
    SentenceState.OPEN: Look("!", "warning", "claim-checking"),
}
BY_HAND = "by hand"
"""Reason of a sentence whose claims a checker set aside, every one."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The sentences of an article in text order, as they stand now."""

    sentences: tuple[SentenceView, ...] = ()

    @property
    def uncovered(self) -> tuple[SentenceView, ...]:
        """Those that no claim in the work stands in."""
        return tuple(one for one in self.sentences if one.state is not SentenceState.CLAIMED)

    def at(self, offset: int) -> SentenceView | None:
        """The sentence at an offset of the text."""
        return next((one for one in self.sentences if _holds(one.span, offset)), None)

    def next_uncovered(self, offset: int) -> SentenceView | None:
        """The first uncovered sentence that begins behind an offset, round the end."""
        behind = (one for one in self.uncovered if one.span.start > offset)
        return next(behind, next(iter(self.uncovered), None))


def coverage(sentences: Sequence[SentenceView], live: Iterable[Span]) -> Coverage:
    """The account of splitting, with what claims were made or set aside since.

    Args:
        sentences: as the article was split.
        live: where claims that are not set aside stand.
    """
    segments = sorted(live)
    found = []
    for sentence in sentences:
        covered = any(
            one.start < sentence.span.end and sentence.span.start < one.end for one in segments
        )
        if covered:
            found.append(replace(sentence, state=SentenceState.CLAIMED, reason=""))
        elif sentence.state is SentenceState.CLAIMED:
            found.append(replace(sentence, state=SentenceState.SET_ASIDE, reason=BY_HAND))
        else:
            found.append(sentence)
    return Coverage(tuple(found))


def summary(found: Coverage, words: Words) -> str:
    """One line: how many sentences gave claims, were set aside and why, are open."""
    states = Counter(one.state for one in found.sentences)
    parts = [
        words("coverage.claimed", n=len(found.sentences), claimed=states[SentenceState.CLAIMED])
    ]
    if aside := states[SentenceState.SET_ASIDE]:
        reasons = Counter(
            one.reason for one in found.sentences if one.state is SentenceState.SET_ASIDE
        )
        why = words("coverage.comma").join(
            said(reason, words) + (f" ({n})" if n > 1 else "") for reason, n in reasons.items()
        )
        parts.append(words("coverage.set_aside", n=aside, why=why))
    if waiting := states[SentenceState.OPEN]:
        parts.append(words("coverage.open", n=waiting))
    return drawing.DOT.join(parts)


def here(sentence: SentenceView | None, words: Words) -> str:
    """What became of the sentence under the caret, where it gave no claim."""
    if sentence is None or sentence.state is SentenceState.CLAIMED:
        return ""
    state = words.record(f"sentence.{sentence.state}")
    reason = said(sentence.reason, words) if sentence.reason else ""
    told = words("coverage.comma").join(filter(None, (state, reason)))
    return words("coverage.here", told=told)


def said(reason: str, words: Words) -> str:
    """The reason that a sentence was set aside for."""
    if reason == BY_HAND:
        return words("coverage.by_hand")
    return words.record(f"sentence_reason.{reason}") if reason else words("coverage.no_reason")


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end
