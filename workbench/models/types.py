"""What a model proposes, why a proposal is refused, and what came of an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import msgspec

from workbench.errors import WorkbenchError
from workbench.splitting.types import Splitting

_Words = Annotated[str, msgspec.Meta(min_length=1, max_length=2_000)]
_Name = Annotated[str, msgspec.Meta(max_length=300)]
_Figures = Annotated[
    list[Annotated[str, msgspec.Meta(max_length=100)]], msgspec.Meta(max_length=40)
]


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """One claim as a model puts it forward; nothing in it is believed."""

    quote: _Words
    """Words of the article, letter by letter."""
    text: _Words
    """The statement so that it can be read alone."""
    sentence: int | None = None
    """Number of the sentence in which the quote begins: tells repeated quotes apart."""
    speaker: _Name | None = None
    figures: _Figures = []


class ModelError(WorkbenchError):
    """The model's endpoint cannot be used: unreachable, refusing, too slow, or none."""


class Reason(StrEnum):
    """Why a proposal is refused."""

    MALFORMED = "malformed"
    NOT_FOUND = "quote not found"
    AMBIGUOUS = "quote stands more than once"
    CUTS_WORD = "quote cuts a word"
    CUTS_FACET = "quote cuts a figure, date or name"
    OVER_SENTENCES = "quote runs over sentences"
    NO_STATEMENT = "no statement"
    CUT_OUT = "cut out of a larger statement"
    NUMBERS = "other numbers"
    DATES = "other dates"
    POLARITY = "other polarity"
    EXCEPTION = "exception left out"
    ONLY = "list under a word like only"
    MODALITY = "other kind of statement"
    NAMES = "name not in the article"
    SPEAKER = "speaker"
    WORDS = "words not in the article"
    SUBJECT = "other subject"
    WORDING = "other wording"
    CHARACTERS = "characters not in the article"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a proposal is refused, and the words that are at fault."""

    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}" if self.detail else str(self.reason)


@dataclass(frozen=True, slots=True)
class Refused:
    """A proposal that was not taken."""

    quote: str
    text: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Usage:
    """What an article has cost so far."""

    requests: int = 0
    tokens: int = 0
    """Sent and received, as the server counts or as the text's length suggests if that is more."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An article split with a model's help."""

    splitting: Splitting
    refused: tuple[Refused, ...]
    notes: tuple[str, ...]
    """What a user should know: the cost cap was reached, speakers were put right."""
    usage: Usage
