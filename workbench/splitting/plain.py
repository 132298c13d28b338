"""The article as it is read: without what nobody sees, and with quotation marks double ones.

Its claims and sentences are led back to the article's own text.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from workbench.facets.plain import Plain, even
from workbench.facets.plain import plain as without_unseen
from workbench.splitting.sentences.quotes import single_quotes
from workbench.splitting.types import Attribution, DraftClaim, Speaker, Splitting

_SINGLE = re.compile("(?<![^\\W_])['‘‹](?=[^\\W\\d_])")


def plain(text: str) -> Plain:
    """Read an article plainly; time is linear in its length."""
    return without_unseen(_double(even(text)), text)


def led_back(splitting: Splitting, readable: Plain) -> Splitting:
    """The claims and sentences of a text as it is read with their offsets in the original."""
    if readable.is_original:
        return splitting
    sentences = (replace(one, span=readable.span(one.span)) for one in splitting.sentences)
    claims = (_claim(one, readable) for one in splitting.claims)
    return Splitting(tuple(claims), tuple(sentences))


def _claim(claim: DraftClaim, readable: Plain) -> DraftClaim:
    segments = tuple(map(readable.span, claim.segments))
    return replace(
        claim,
        segments=segments,
        quote=" … ".join(segment.of(readable.original) for segment in segments),
        replacements=tuple(
            replace(one, source=readable.span(one.source)) for one in claim.replacements
        ),
        attribution=_attribution(claim.attribution, readable),
        facets=readable.facets(claim.facets),
    )


def _attribution(attribution: Attribution, readable: Plain) -> Attribution:
    chain = (Speaker(one.name, readable.maybe(one.span)) for one in attribution.chain)
    return replace(attribution, chain=tuple(chain), cue=readable.maybe(attribution.cue))


def _double(text: str) -> str:
    """The text with quotations in single marks set in double ones."""
    if _SINGLE.search(text) is None:
        return text
    letters = list(text)
    for quote in single_quotes(text):
        letters[quote.span.start] = letters[quote.span.end - 1] = '"'
    return "".join(letters)
