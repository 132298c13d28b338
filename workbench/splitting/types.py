"""What splitting gives: claims with exact places, and an account of every sentence.

All offsets are code points in the article's frozen text.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

import msgspec

from workbench.facets.types import Clock, Facets
from workbench.language.spans import Span


class SpeechKind(StrEnum):
    """How the article passes a statement on."""

    OUTLET = "outlet"
    DIRECT = "direct"
    INDIRECT = "indirect"
    ACCORDING_TO = "according_to"
    PASSIVE = "passive"
    """The speaker is not named: "it was reported", ذُكر أن."""


class SpeechStance(StrEnum):
    """What the verb of speaking says of the speaker's attitude."""

    SAID = "said"
    CLAIMED = "claimed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    WARNED = "warned"
    PLEDGED = "pledged"


class Speaker(msgspec.Struct, frozen=True):
    """Who speaks: the canonical name within the article, and where it was read."""

    name: str
    """The fullest form the article gives: "وزارة الخارجية العراقية" for "الوزارة"."""
    span: Span | None = None


class Attribution(msgspec.Struct, frozen=True):
    """Who is answerable for the statement, through whom it came, and how it was said.

    ``chain`` runs from the claimant outwards (ministry, statement, agency); it is empty where
    the outlet itself asserts. The claimant is ``chain[0]``.
    """

    kind: SpeechKind = SpeechKind.OUTLET
    chain: tuple[Speaker, ...] = ()
    cue: Span | None = None
    stance: SpeechStance = SpeechStance.SAID
    spoken: str = ""
    """EDTF of when it was said, or nothing where the article does not say."""


class Content(msgspec.Struct, frozen=True):
    """A stretch of one sentence that somebody asserts, without the frame of speech around it.

    Attribution gives these, clauses cut them. A sentence whose frame stands in its middle gives
    one content of two ``parts``.
    """

    parts: tuple[Span, ...]
    sentence: int
    """Index among the article's sentences."""
    attribution: Attribution
    denied: bool = False
    """The verb of speaking denies what is said: the claim's polarity turns."""
    about: Span | None = None
    """Whom it tells of, where it is a relative clause of a speaker inside the frame of speech; or
    the picture that is said to show it."""
    held: int = -1
    """Where the thing begins of which a whole clause says what its subject holds it to be (وصف
    الوزير | القرار بأنه جائر), or -1: what stands before it is not quoted."""


class Replacement(msgspec.Struct, frozen=True):
    """A part of the self-contained wording and the words of the article it comes from."""

    span: Span
    """In `DraftClaim.text`."""
    source: Span
    """In the article."""
    reason: str
    """``head restored``, ``pronoun``, ``short form``, ``subject restored``."""


class Worth(msgspec.Struct, frozen=True):
    """How much a claim is worth checking, in [0, 1], with the reasons for the figure."""

    score: float
    reasons: tuple[str, ...]
    """Message keys, most important first: ``figure``, ``date``, ``named actor``, ``opinion``…"""


class DraftClaim(msgspec.Struct, frozen=True):
    """One atomic claim as the splitter proposes it.

    ``segments`` are in reading order of the claim (its own words first is not required) and do
    not overlap; ``quote`` is ``" … ".join(segment.of(text))``.
    """

    segments: tuple[Span, ...]
    quote: str
    text: str
    """Self-contained wording in the claim's own language, from words of the article only."""
    replacements: tuple[Replacement, ...]
    language: str
    attribution: Attribution
    facets: Facets
    """With offsets in the article."""
    worth: Worth
    proposed_by: str = "rules"


class SentenceState(StrEnum):
    """What became of a sentence."""

    CLAIMED = "claimed"
    SET_ASIDE = "set_aside"
    OPEN = "open"


class Sentence(msgspec.Struct, frozen=True):
    """A sentence of the article and what became of it."""

    span: Span
    paragraph: int
    language: str
    state: SentenceState
    reason: str = ""
    """Why it was set aside: ``question``, ``no statement``, ``not a known language``…"""


class Splitting(msgspec.Struct, frozen=True):
    """An article's claims and the account of all its sentences, both in text order."""

    claims: tuple[DraftClaim, ...]
    sentences: tuple[Sentence, ...]


class Splitter(Protocol):
    """A splitting back-end. The rules are one; a model may be another."""

    def split(self, text: str, clock: Clock, outlet: str) -> Splitting:
        """Split an article's text; ``outlet`` speaks where nobody else does."""
        ...
