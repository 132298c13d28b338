"""What belongs to a post that an article shows as it was written, and says nothing: its signature
("— Ann Lee (@annlee) May 3, 2024"), whose words stand before it in the paragraph, and its tags."""

from __future__ import annotations

import re

from workbench.language.spans import Span
from workbench.language.tokens import ADDRESS

SIGNATURE = re.compile(
    r"(?<=\s)[—–-]+ ?([^\n—–()@]{1,60}) \(@\w{1,30}\)(?: [^\n()@.]{3,16}\d{4}(?!\w))?"
)

_TAGS = re.compile(rf"(?>(?:{ADDRESS}|[#@]\w++|\(?\d{{1,2}}/\d{{1,2}}\)?+|[\s.…])+)")


def only_tags(text: str, sentence: Span) -> bool:
    """Whether a sentence is no more than tags, names of accounts and the number of a post."""
    return _TAGS.fullmatch(text, sentence.start, sentence.end) is not None


def signer(text: str, sentence: Span) -> Span | None:
    """Where the name of who signs stands, if a sentence is no more than a signature."""
    found = SIGNATURE.match(text, sentence.start, sentence.end)
    whole = found is not None and not text[found.end() : sentence.end].strip()
    return Span(*found.span(1)) if found is not None and whole else None
