"""Typed values ↔ the JSON that is kept of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

import msgspec

from workbench.errors import StoreError
from workbench.facets.corrections import Corrections
from workbench.facets.types import Facets
from workbench.language.spans import Span
from workbench.matching.types import Reason
from workbench.splitting.types import Attribution, Replacement

Value = TypeVar("Value")
_ENCODER = msgspec.json.Encoder(order="deterministic")
_FACETS = msgspec.json.Decoder(Facets)
_ATTRIBUTION = msgspec.json.Decoder(Attribution)
_REASONS = msgspec.json.Decoder(tuple[Reason, ...])
_SEGMENTS = msgspec.json.Decoder(tuple[tuple[int, int], ...])
_WORDS = msgspec.json.Decoder(tuple[str, ...])


def dump(
    value: Facets
    | Corrections
    | Attribution
    | Sequence[Reason]
    | Sequence[Replacement]
    | Sequence[str],
) -> str:
    """The JSON of a value; equal values give equal text."""
    return _ENCODER.encode(value).decode()


def dump_segments(segments: Sequence[Span]) -> str:
    """``[[start, end], …]``."""
    return _ENCODER.encode([(span.start, span.end) for span in segments]).decode()


def _decoded(decoder: msgspec.json.Decoder[Value], text: str) -> Value:
    try:
        return decoder.decode(text)
    except msgspec.DecodeError as error:
        raise StoreError(
            "a value on file is damaged: {reason}",
            hint="`workbench verify` says where.",
            reason=error,
        ) from error


def facets(text: str) -> Facets:
    """Facets as they were kept."""
    return _decoded(_FACETS, text)


def dump_corrections(value: Corrections) -> str:
    """The JSON of corrections; nothing of none."""
    return dump(value) if value else ""


def corrections(text: str) -> Corrections:
    """Corrections as they were kept."""
    return _decoded(_correcting(), text) if text else Corrections()


@cache
def _correcting() -> msgspec.json.Decoder[Corrections]:
    return msgspec.json.Decoder(Corrections)  # costs milliseconds, and few claims need it


def attribution(text: str) -> Attribution:
    """An attribution as it was kept."""
    return _decoded(_ATTRIBUTION, text)


def reasons(text: str) -> tuple[Reason, ...]:
    """Reasons of a match as they were kept."""
    return _decoded(_REASONS, text)


def segments(text: str) -> tuple[Span, ...]:
    """Segments as they were kept."""
    return tuple(Span(start, end) for start, end in _decoded(_SEGMENTS, text))


def strings(text: str) -> tuple[str, ...]:
    """A list of words as it was kept."""
    return _decoded(_WORDS, text)
