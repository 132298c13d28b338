"""An article's sentences, headlines and list items, with exact offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from workbench.language.spans import Span
from workbench.splitting.paragraphs import split_paragraphs

SentenceKind = Literal["headline", "sentence", "bullet"]

_END = re.compile(r"[.!?؟…]+[\"”»’')\]]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """Where a sentence stands, in which paragraph (counted from 0), and what it is."""

    span: Span
    paragraph: int
    kind: SentenceKind


def split_sentences(text: str) -> tuple[SentenceSpan, ...]:
    """Split ``text`` into sentences that together cover every character but white space."""
    found: list[SentenceSpan] = []
    for index, paragraph in enumerate(split_paragraphs(text)):
        start = paragraph.start
        ends = [match.end() for match in _END.finditer(text, paragraph.start, paragraph.end)]
        for end in [*ends, paragraph.end]:
            while start < end and text[start].isspace():
                start += 1
            if start < end:
                found.append(SentenceSpan(Span(start, end), index, "sentence"))
                start = end
    return tuple(found)
