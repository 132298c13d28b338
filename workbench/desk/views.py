"""What the desk shows: plain values that the faces, reports and exports read.

No view holds a database row, so that nothing outside `records` can change one.
Times of day are UTC `datetime`s; dates that carry a precision are EDTF strings.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct, field

from workbench.desk.states import Anchor, ClaimState, Decision, Review, Stance, Succession
from workbench.facets.corrections import Value
from workbench.facets.types import Facets
from workbench.language.spans import Span
from workbench.matching.types import Reason, Relation
from workbench.splitting.types import Attribution, SentenceState

BY_WORDS = "words:"
"""Begins the id of a claim that came without one, and is known by its words."""


class ArticleRow(Struct, frozen=True):
    """An article in a list."""

    id: int
    title: str
    publisher: str
    language: str
    published: str
    """EDTF, or nothing where unknown."""
    added: datetime
    claims: int
    unchecked: int
    version: int
    """1, 2, … of the same URL; earlier versions are kept."""


class SentenceView(Struct, frozen=True):
    """A sentence and what became of it."""

    span: Span
    state: SentenceState
    reason: str


class ArticleView(Struct, frozen=True):
    """An article with everything known of it."""

    id: int
    title: str
    text: str
    sha256: str
    language: str
    publisher: str
    author: str
    url: str
    published: str
    published_provenance: str
    added: datetime
    added_by: str
    media_type: str
    version: int
    versions: tuple[int, ...]
    """Ids of all versions of the same URL, oldest first, this one included."""
    sentences: tuple[SentenceView, ...]


class ClaimRow(Struct, frozen=True):
    """A claim in a list."""

    id: int
    text: str
    language: str
    claimant: str
    state: ClaimState
    rating: str
    """Rating key of the verdict in force, or nothing."""
    worth: float
    article_id: int | None
    start: int
    """Where its first appearance starts, to order claims of an article by their place."""
    pending: int
    """Matches that wait for a decision."""
    relation: str
    """The gravest open or confirmed relation (``conflict`` first), or nothing."""
    evidence: int
    denied: bool = False
    """Its claimant denies what the wording says: never show the wording without saying so."""


class ClaimPlace(Struct, frozen=True):
    """Where a claim stands in an article, and what it is lit by there."""

    segments: tuple[Span, ...]
    """In the order of the text."""
    state: ClaimState
    relation: str
    """As `ClaimRow.relation`."""


class AppearanceView(Struct, frozen=True):
    """Where a claim stands."""

    id: int
    article_id: int | None
    article_title: str
    url: str
    published: str
    segments: tuple[Span, ...]
    quote: str
    prefix: str
    suffix: str
    attribution: Attribution
    facets: Facets
    by_hand: tuple[Value, ...] = ()
    """Those values of its facets that a person gave."""
    publisher: str = ""
    """Of the article."""


class EvidenceView(Struct, frozen=True):
    """Evidence for, against or around a claim."""

    id: int
    claim_id: int
    source_id: int
    source_title: str
    source_url: str
    source_kind: str
    publisher: str
    stance: Stance
    quote: str
    locator: str
    note: str
    accessed: str
    by: str
    at: datetime
    retracted: bool
    retraction_reason: str
    published: str = ""
    """When the source was published, in EDTF."""
    origin: str = ""
    """Where the source has it from."""
    interest: str = ""
    """What the source has to gain or lose in the matter."""
    archive_url: str = ""
    primary: bool = False
    """A primary source for this claim: as it was said when it was linked, else by its kind."""
    kept: bool = False
    """There is a snapshot of the source."""
    anchor: Anchor = Anchor.NONE
    place: Span | None = None
    """Where the quote stands in the text of the snapshot."""
    prefix: str = ""
    suffix: str = ""
    circular: str = ""
    """Why it cannot bear the claim, as a key (``cites the article``…), or nothing."""
    group: int = 0
    """Evidence of one number has one origin and counts once."""

    @property
    def counts(self) -> bool:
        """Whether a verdict may rest on it."""
        return not self.retracted and not self.circular


class VerdictView(Struct, frozen=True):
    """A verdict, in force or superseded."""

    id: int
    claim_id: int
    rating: str
    """Normalised key: ``true``, ``mostly_true``, ``mixed``…"""
    label: str
    """The label as given, in its own language."""
    scale: str
    explanation: str
    holds: str
    """EDTF interval for which it holds, or nothing."""
    known_at: str
    by: str
    reviewer: str
    at: datetime
    reason: str
    """Why it superseded the one before, or was withdrawn."""
    in_force: bool
    withdrawn: bool
    review: Review = Review.NONE
    """What ``reviewer`` said of it; nothing where a reviewer is only named."""
    reviewed: datetime | None = None
    review_note: str = ""
    succession: Succession = Succession.NONE
    """Of one that superseded another."""
    label_language: str = ""
    """That the review by others says it is in, of which this is the verdict."""
    label_scale: str = ""
    """The number that it gives with the label, and the ends of its scale."""


class MatchView(Struct, frozen=True):
    """A pair of claims, what was found, and what a person said of it."""

    id: int
    claim_id: int
    """The newer claim."""
    other_id: int
    text: str
    other_text: str
    claimant: str
    other_claimant: str
    relation: Relation
    probability: float
    similarity: float
    reasons: tuple[Reason, ...]
    decision: Decision
    decided_by: str
    decided_at: datetime | None
    decision_reason: str
    other_rating: str
    """The rating in force on the claim on file: offered, never copied."""
    same_article: bool
    language: str = ""
    other_language: str = ""
    denied: bool = False
    """The claimant denies what the wording says; see `ClaimRow.denied`."""
    other_denied: bool = False


class HistoryEntry(Struct, frozen=True):
    """One entry of the journal, as a person reads it."""

    id: int
    at: datetime
    by: str
    action: str
    """Verb key: ``article added``, ``claim reworded``, ``verdict set``, ``undone``…"""
    why: str
    summary: str
    changes: tuple[FieldChange, ...]
    undone: bool


class FieldChange(Struct, frozen=True):
    """A field before and after a change."""

    record: str
    field: str
    before: str
    after: str


class ClaimView(Struct, frozen=True):
    """A claim with everything on file about it."""

    id: int
    uid: str
    external_id: str
    text: str
    original: str
    """The wording as first split or imported; it never changes."""
    translation: str
    translator: str
    language: str
    claimant: str
    kind: str
    state: ClaimState
    state_reason: str
    worth: float
    """In (0, 1]; 0 where nothing has read it for that, as with an import's claims."""
    worth_reasons: tuple[str, ...]
    version: int
    """Goes up with every edit; pass it back so that a lost update is noticed."""
    appearances: tuple[AppearanceView, ...]
    evidence: tuple[EvidenceView, ...]
    verdicts: tuple[VerdictView, ...]
    """Newest first."""
    matches: tuple[MatchView, ...]
    denied: bool = False
    """Its claimant denies what the wording says; see `ClaimRow.denied`."""
    facets: Facets = field(default_factory=Facets)
    """What it says: of its own where it was reworded, else of its first appearance."""
    by_hand: tuple[Value, ...] = ()
    """Those values of its facets that a person gave."""
    said: str = ""
    """EDTF of when it was said, where no article tells: an import's claims have it."""
    proposed_by: str = ""
    """What made it of its article: ``rules``, ``model:`` and a name, or ``hand``."""

    @property
    def is_unnamed(self) -> bool:
        """Whether nobody is on file who says so, not even the outlet of an article."""
        return not self.claimant and not any(place.article_id for place in self.appearances)

    @property
    def verdict(self) -> VerdictView | None:
        """The verdict in force, or ``None``."""
        return next((verdict for verdict in self.verdicts if verdict.in_force), None)

    @property
    def outside_id(self) -> str:
        """What the file that it came from calls it; nothing where it says none."""
        from workbench.exchange.reviews.identities import WORDS  # noqa: PLC0415 (formats)

        given, _, _ = self.external_id.partition(WORDS)
        return "" if given.startswith(BY_WORDS) else given

    @property
    def independent(self) -> int:
        """How many origins the evidence that counts comes from."""
        return len({each.group for each in self.evidence if each.counts})


class SourceView(Struct, frozen=True):
    """What evidence comes from."""

    id: int
    title: str
    url: str
    publisher: str
    published: str
    kind: str
    """``primary``, ``official``, ``data``, ``expert``, ``media``, ``other``."""
    origin: str
    note: str
    accessed: str
    evidence: int
    interest: str = ""
    """What it has to gain or lose in the matter."""
    archive_url: str = ""
    """Where an archive keeps a copy."""
    snapshot: str = ""
    """SHA-256 of the bytes that were kept last, or nothing."""
    retracted: bool = False
    retraction_reason: str = ""


class Overview(Struct, frozen=True):
    """What needs attention on the desk."""

    articles: int
    claims: int
    unchecked: int
    pending_matches: int
    conflicts: int


class Problem(Struct, frozen=True):
    """Something that `verify` found wrong: where, and what."""

    where: str
    what: str
