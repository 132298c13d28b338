"""The tables of the claim store, as SQLModel classes: the one place that says what is on file.

Reading and writing go through plain SQL (`workbench.records.store`), because every write is also
a row image in the journal and because SQLModel costs 300 ms at start-up. These classes give the
schema (`schema.sql`), the migrations their target, and scripts a typed way to read a store.

Moments are ISO 8601 texts in UTC; dates that carry a precision are EDTF; a ``version`` is the
number of the journal entry that last wrote the row. Empty text means "not known".
"""

from __future__ import annotations

from workbench.records.tables.articles import Article, ArticleText, Sentence, Snapshot
from workbench.records.tables.checking import Capture, Evidence, Link, Source, Step, Verdict
from workbench.records.tables.claims import Appearance, Claim
from workbench.records.tables.derived import (
    Actor,
    ClaimEvent,
    Listing,
    Pending,
    Place,
    Quantity,
    Time,
)
from workbench.records.tables.desk import Meta, Person, Setting
from workbench.records.tables.journal import Change, Event
from workbench.records.tables.matching import Match

__all__ = [
    "Actor",
    "Appearance",
    "Article",
    "ArticleText",
    "Capture",
    "Change",
    "Claim",
    "ClaimEvent",
    "Event",
    "Evidence",
    "Link",
    "Listing",
    "Match",
    "Meta",
    "Pending",
    "Person",
    "Place",
    "Quantity",
    "Sentence",
    "Setting",
    "Snapshot",
    "Source",
    "Step",
    "Time",
    "Verdict",
]
