"""A splitting back-end that asks an OpenAI-compatible chat endpoint, local servers included."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from workbench.facets.types import Clock
from workbench.models.endpoint import Endpoint
from workbench.models.merge import merge
from workbench.models.prompt import Batch, batches, messages, read_answer
from workbench.models.source import Source, read_source
from workbench.models.types import Outcome, Reason, Refusal, Refused, Usage
from workbench.models.verify import agrees, verify
from workbench.settings import ModelSettings
from workbench.splitting.pipeline import Cancelled, Progress
from workbench.splitting.rules import SplittingCancelledError
from workbench.splitting.types import DraftClaim, Splitting

_LETTERS_PER_TOKEN = 2.0
"""Lower than tokenizers reach for Arabic or English, so that the estimate of cost is high."""


@dataclass(frozen=True, slots=True)
class ModelSplitter:
    """`workbench.splitting.types.Splitter` by a model's proposals, each verified.

    What the model says nothing acceptable of is split by the rules. With no ``url`` in the
    settings it cannot be used: it is off unless somebody sets it up and asks for it.
    """

    settings: ModelSettings
    progress: Progress | None = None
    """Told after each answer: sentences done, sentences in all."""
    cancelled: Cancelled | None = None
    """Asked before each question and while one is waiting."""
    report: Callable[[Outcome], None] | None = None
    """Told what came of an article: refusals with their reasons, notes, cost."""
    pause: float = 0.5
    """Seconds before the first retry."""

    def split(self, text: str, clock: Clock, outlet: str) -> Splitting:
        """Split an article's text.

        Raises:
            ModelError: the endpoint cannot be used.
            SplittingCancelledError: `cancelled` answered yes.
        """
        outcome = self.propose(text, clock, outlet)
        if self.report is not None:
            self.report(outcome)
        return outcome.splitting

    def propose(self, text: str, clock: Clock, outlet: str) -> Outcome:
        """`split` with the account of what was refused and what it cost."""
        stopped = self.cancelled or _never
        endpoint = Endpoint(self.settings, stopped, self.pause)
        source = read_source(text, clock, outlet, stopped)
        run = _Run(self.settings, source, endpoint)
        for batch in batches(source):
            if stopped():
                raise SplittingCancelledError
            if not run.ask(batch):
                break
            if self.progress is not None:
                self.progress(batch.end, len(source.article.sentences))
        return run.outcome()


def _never() -> bool:
    return False


@dataclass(slots=True)
class _Run:
    """One article on its way through the model."""

    settings: ModelSettings
    source: Source
    endpoint: Endpoint
    accepted: dict[int, list[DraftClaim]] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    usage: Usage = Usage()  # noqa: RUF009 (frozen)
    corrected: int = 0

    def ask(self, batch: Batch) -> bool:
        """Ask about some sentences; no, where that would cost more than is allowed."""
        said = messages(self.source, batch)
        sent = _estimate(said)
        if self.usage.tokens + sent + self.settings.max_tokens > self.settings.tokens_per_article:
            left = len(self.source.article.sentences) - batch.first
            self.notes.append(
                f"the cost cap of {self.settings.tokens_per_article} tokens an article is "
                f"reached: the last {left} sentences are split by the rules"
            )
            return False
        reply = self.endpoint.ask(_request(self.settings, said))
        cost = max(reply.tokens, sent + math.ceil(len(reply.text) / _LETTERS_PER_TOKEN))
        self.usage = Usage(self.usage.requests + 1, self.usage.tokens + cost)
        if reply.cut_off:
            self.notes.append(f"an answer ran into max_tokens ({self.settings.max_tokens})")
        proposals, malformed = read_answer(reply.text)
        self.refused += malformed
        for proposal in proposals:
            verified = verify(proposal, self.source, batch.span, f"model:{self.settings.name}")
            if isinstance(verified, Refusal):
                self.refused.append(Refused(proposal.quote, proposal.text, verified))
            else:
                self._take(verified)
                self.corrected += not agrees(proposal, verified, self.source.outlet)
        return True

    def _take(self, claim: DraftClaim) -> None:
        sentence = self.accepted.setdefault(self.source.sentence_at(claim.segments[0].start), [])
        if all((one.segments, one.text) != (claim.segments, claim.text) for one in sentence):
            sentence.append(claim)

    def outcome(self) -> Outcome:
        """All that came of it."""
        notes = list(self.notes)
        if self.corrected:
            notes.append(f"speakers put right after the article: {self.corrected}")
        splitting = merge(self.source, self.accepted)
        return Outcome(splitting, tuple(self.refused), tuple(notes), self.usage)


def _request(settings: ModelSettings, said: Sequence[Mapping[str, str]]) -> dict[str, object]:
    return {
        "model": settings.name,
        "messages": said,
        "temperature": 0,
        "max_tokens": settings.max_tokens,
        "stream": False,
    }


def _estimate(said: Sequence[Mapping[str, str]]) -> int:
    return math.ceil(len(msgspec.json.encode(said).decode()) / _LETTERS_PER_TOKEN)


def summary(outcome: Outcome) -> list[str]:
    """What a user is told of an article, one line each."""
    claims = outcome.splitting.claims
    proposed = sum(claim.proposed_by.startswith("model:") for claim in claims)
    reasons: Counter[Reason] = Counter(one.refusal.reason for one in outcome.refused)
    refused = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
    return [
        f"{proposed} claims from the model, {len(claims) - proposed} by the rules; "
        f"{len(outcome.refused)} proposals refused{f' ({refused})' if refused else ''}; "
        f"{outcome.usage.requests} questions, about {outcome.usage.tokens} tokens.",
        *(f"Note: {note}." for note in outcome.notes),
    ]
