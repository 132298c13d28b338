"""What splitting proposes, as rows of the record."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from workbench.desk import codec
from workbench.desk.session import Session
from workbench.errors import InvalidInputError, Said
from workbench.facets.types import Facets
from workbench.language.spans import Span
from workbench.records.change import Change
from workbench.splitting.types import Attribution, DraftClaim, Sentence

CONTEXT = 32
"""Characters kept before and after a quote, to find it again in another version of the text."""
GAP = " … "
"""Between the segments of a quote."""


def quote_of(text: str, segments: Sequence[Span]) -> str:
    """The words of a text that stand in the segments."""
    return GAP.join(segment.of(text) for segment in segments)


def check_segments(text: str, segments: Sequence[Span]) -> None:
    """Refuse segments that are empty, overlap, or lie outside the text.

    Raises:
        InvalidInputError: they do.
    """
    ordered = sorted(segments)
    overlapping = any(one.overlaps(two) for one, two in pairwise(ordered))
    if not segments or overlapping or ordered[-1].end > len(text) or not all(map(len, ordered)):
        places = ", ".join(f"[{segment.start}, {segment.end})" for segment in segments)
        raise InvalidInputError(
            "{places} is no place in a text of {count} characters",
            hint="Select the words of the claim in the article.",
            places=places or Said("nothing"),
            count=len(text),
        )


def file_sentences(change: Change, article_id: int, sentences: Sequence[Sentence]) -> None:
    """Keep the account of an article's sentences."""
    for position, sentence in enumerate(sentences):
        change.insert(
            "sentence",
            article_id=article_id,
            position=position,
            start=sentence.span.start,
            stop=sentence.span.end,
            paragraph=sentence.paragraph,
            language=sentence.language,
            state=str(sentence.state),
            reason=sentence.reason,
        )


def file_claim(
    session: Session, change: Change, article_id: int, text: str, draft: DraftClaim
) -> int:
    """Keep a claim of an article, and where it stands there.

    Raises:
        InvalidInputError: the back-end that proposed it gave places that do not fit the text.
    """
    check_segments(text, draft.segments)
    if draft.quote != quote_of(text, draft.segments):
        raise InvalidInputError(
            "the splitting back-end {proposed_by!r} quotes words that are not there: {quote!r}",
            hint="Nothing was filed. Split with the rules instead, and report the back-end.",
            proposed_by=draft.proposed_by,
            quote=draft.quote[:80],
        )
    chain = draft.attribution.chain
    claim_id = change.insert(
        "claim",
        uid=session.new_uid(),
        text=draft.text,
        original=draft.text,
        language=draft.language,
        claimant=chain[0].name if chain else "",
        kind=str(draft.facets.modality),
        worth=draft.worth.score,
        worth_reasons=codec.dump(draft.worth.reasons),
        replacements=codec.dump(draft.replacements),
        proposed_by=draft.proposed_by,
        created_at=session.stamp(),
        created_by=session.actor,
    )
    file_appearance(
        change,
        claim_id,
        article_id,
        text,
        draft.segments,
        attribution=draft.attribution,
        facets=draft.facets,
    )
    return claim_id


def file_appearance(
    change: Change,
    claim_id: int,
    article_id: int,
    text: str,
    segments: Sequence[Span],
    *,
    attribution: Attribution,
    facets: Facets,
) -> int:
    """Keep where a claim stands in an article."""
    return change.insert(
        "appearance",
        claim_id=claim_id,
        article_id=article_id,
        **place_columns(text, segments),
        attribution=codec.dump(attribution),
        facets=codec.dump(facets),
    )


def place_columns(text: str, segments: Sequence[Span]) -> dict[str, Any]:
    """The columns of an appearance that say where in a text it stands."""
    first = min(segment.start for segment in segments)
    last = max(segment.end for segment in segments)
    return {
        "start": first,
        "segments": codec.dump_segments(segments),
        "quote": quote_of(text, segments),
        "prefix": text[max(0, first - CONTEXT) : first],
        "suffix": text[last : last + CONTEXT],
    }
