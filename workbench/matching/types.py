"""What matching compares and what it says of a pair."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

import msgspec

from workbench.facets.types import Facets


class Relation(StrEnum):
    """How the second claim (on file) stands to the first (new)."""

    SAME = "same"
    """Identical truth conditions."""
    UPDATE = "update"
    """The same statement with a later figure or date."""
    CONFLICT = "conflict"
    """Both cannot hold."""
    NARROWER = "narrower"
    """The new claim says less ground than the one on file (it is implied by it)."""
    BROADER = "broader"
    """The new claim implies the one on file."""
    RELATED = "related"
    """One fact-check may serve both."""
    DIFFERENT = "different"


class Facet(StrEnum):
    """What decided."""

    QUANTITY = "quantity"
    TIME = "time"
    PLACE = "place"
    POLARITY = "polarity"
    ROLES = "roles"
    MODALITY = "modality"
    ATTRIBUTION = "attribution"
    WORDING = "wording"


class Worded(Protocol):
    """What is said and in which language: all that ranking needs to know of a claim."""

    @property
    def text(self) -> str:
        """The claim's wording."""
        ...

    @property
    def language(self) -> str:
        """Its ISO 639 code."""
        ...


class Wording(msgspec.Struct, frozen=True, gc=False):
    """A claim on file as ranking sees it."""

    text: str
    language: str


class Statement(msgspec.Struct, frozen=True, gc=False):
    """A claim as the matcher sees it."""

    text: str
    language: str
    facets: Facets
    claimant: str = ""
    said: str = ""
    """EDTF of when it was said or published, or nothing: it tells an update from a conflict."""

    def __hash__(self) -> int:
        """By the wording alone: facets take as long to hash as the words to read."""
        return hash(self.text)


class Reason(msgspec.Struct, frozen=True, gc=False):
    """Why: the facet that decided and both values, ready to be said in any language."""

    facet: Facet
    key: str
    """Message key: ``figures differ``, ``same figure``, ``polarity differs``…"""
    here: str = ""
    there: str = ""
    shared: tuple[str, ...] = ()
    """What else agrees: names of facets."""


class Comparison(msgspec.Struct, frozen=True, gc=False):
    """The relation of two statements, with the deciding reason first."""

    relation: Relation
    probability: float
    """That one fact-check serves both, in [0, 1]; it orders candidates and never decides."""
    similarity: float
    """RapidFuzz, rarity-weighted, in [0, 1]."""
    reasons: tuple[Reason, ...]
    agreement: float = 0.0
    """That both hold or fail together, in [0, 1]; like ``probability`` it never decides."""
