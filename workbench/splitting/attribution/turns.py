"""Turns of an interview or a debate: paragraphs that open with who speaks in all of them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.attribution.frames import Reader
from workbench.splitting.attribution.sources import Sources
from workbench.splitting.sentences import SentenceSpan

_NEAR = 10
"""Words within which the colon of a label stands."""
_COLON = frozenset(":")
_QUESTION_MARKS = frozenset("؟?")


def turns_of(readers: Sequence[Reader | None], sentences: Sequence[SentenceSpan]) -> frozenset[int]:
    """The paragraphs that are turns: one label stands before several, or a question before one."""
    labels: dict[int, tuple[str, ...]] = {}
    answers: set[int] = set()
    paragraph, asked = -1, False
    for reader, sentence in zip(readers, sentences, strict=True):
        if sentence.paragraph != paragraph:
            label = _label(reader) if reader is not None and sentence.kind != "headline" else ()
            if label:
                labels[sentence.paragraph] = label
                answers.update([sentence.paragraph] if asked else ())
            paragraph = sentence.paragraph
        asked = reader is not None and _asks(reader)
    several = len(set(labels.values())) < len(labels)
    return frozenset(labels) if several or answers else frozenset()


def _label(reader: Reader) -> tuple[str, ...]:
    """The words of the label that a sentence opens with."""
    colon = reader.next_break(reader.begin)
    if colon > reader.begin + _NEAR or not reader.is_sign(colon, _COLON):
        return ()
    if Sources(reader).labelled() is None:
        return ()
    return tuple(token.key for token in reader.tokens[reader.begin : colon])


def _asks(reader: Reader) -> bool:
    return bool(reader.tokens) and reader.tokens[-1].raw in _QUESTION_MARKS
