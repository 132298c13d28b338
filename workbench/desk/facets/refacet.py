"""Facets read again: of a claim that was reworded, or of an article that was dated.

The readers and their lexicons are imported when they are first needed: most commands read none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import asdict, replace

from workbench.desk import codec
from workbench.errors import InvalidInputError
from workbench.facets.corrections import Corrections, apply
from workbench.facets.interval import Interval, parse_edtf
from workbench.facets.types import Clock, Facets
from workbench.language.spans import Span
from workbench.records.change import Change
from workbench.records.queries import articles, claims
from workbench.records.sqlite import Row
from workbench.splitting.types import Attribution, SpeechStance, Splitting


def published_columns(published: Interval | None) -> dict[str, Any]:
    """A date of publication, as the article's row keeps it."""
    if published is None:
        return {"published": "", "published_earliest": "", "published_latest": ""}
    return {
        "published": published.edtf,
        "published_earliest": published.earliest.isoformat() if published.earliest else "",
        "published_latest": published.latest.isoformat() if published.latest else "",
    }


def facets_of(text: str, language: str, published: str) -> Facets:
    """The facets of a claim's own wording; none in a language without a pack.

    Args:
        text: the wording; offsets are in it.
        language: its ISO 639 code.
        published: EDTF of the date that relative times resolve against, or nothing.
    """
    return _read(text, [Span(0, len(text))], language, published)


def language_of(text: str) -> str:
    """The language of a wording, as an ISO 639 code."""
    from workbench.language.identify import identify  # noqa: PLC0415

    return identify(text)


def facets_in(text: str, segments: Sequence[Span], language: str, published: str) -> Facets:
    """The facets of the words of an article that stand in the segments, with offsets in it."""
    first = min(segment.start for segment in segments)
    last = max(segment.end for segment in segments)
    inside = [segment.shift(-first) for segment in segments]
    shifted: Facets = _shifted(_read(text[first:last], inside, language, published), first)
    return shifted


def _read(text: str, segments: Sequence[Span], language: str, published: str) -> Facets:
    from workbench.facets.bundle import facets_of_reading, select  # noqa: PLC0415
    from workbench.facets.reading import read  # noqa: PLC0415
    from workbench.language.packs import load  # noqa: PLC0415

    try:
        pack = load(language)
    except InvalidInputError:
        return Facets()
    reading = read(text, pack)
    facets = facets_of_reading(reading, Clock(parse_edtf(published) if published else None))
    return facets if len(segments) == 1 else select(facets, reading, segments)


def _shifted(value: Any, by: int) -> Any:
    if isinstance(value, Span):
        return value.shift(by)
    if isinstance(value, tuple):
        return tuple(_shifted(each, by) for each in value)
    if isinstance(value, msgspec.Struct):
        return replace(value, **{name: _shifted(each, by) for name, each in asdict(value).items()})
    return value


def as_told(facets: Facets, attribution: Attribution, *, reworded: bool = False) -> Facets:
    """The facets of words that somebody denies: they turn, as they do in splitting.

    A person who rewords a denied claim with a negation of its own has put the denial in words.
    """
    if attribution.stance != SpeechStance.DENIED or (reworded and facets.polarity.negated):
        return facets
    turned = replace(facets.polarity, negated=not facets.polarity.negated)
    return replace(facets, polarity=turned)


def attribution_of(change: Change, claim_id: int) -> Attribution:
    """Who says a claim, at its first appearance."""
    places = claims.appearances(change.db, claim_id)
    return codec.attribution(places[0]["attribution"]) if places else Attribution()


def own_columns(change: Change, claim: Row, wording: str, published: str = "") -> dict[str, Any]:
    """The columns that a claim's wording is read into; what a person said of it stays said."""
    given = corrections_of(change, claim)
    published = published or published_of(change, claim["id"])
    told = attribution_of(change, claim["id"])
    reworded = wording != claim["original"]
    read = as_told(facets_of(wording, claim["language"], published), told, reworded=reworded)
    own = apply(read, given, wording)
    return {"facets": codec.dump(own), "corrections": codec.dump_corrections(given)}


def corrections_of(change: Change, claim: Row) -> Corrections:
    """What a person said of a claim's facets: of its own, or of those of its first appearance."""
    if claim["facets"]:
        return codec.corrections(claim["corrections"])
    places = claims.appearances(change.db, claim["id"])
    return codec.corrections(places[0]["corrections"]) if places else Corrections()


def placed_again(
    row: Row, text: str, segments: Sequence[Span], language: str, published: str
) -> Facets:
    """The facets of an appearance whose place in its article's text has changed."""
    told = codec.attribution(row["attribution"])
    read = as_told(facets_in(text, segments, language, published), told)
    words = " ".join(segment.of(text) for segment in segments)
    return apply(read, codec.corrections(row["corrections"]), words)


def published_of(change: Change, claim_id: int) -> str:
    """When the article of a claim's first appearance was published, in EDTF."""
    for row in claims.appearances(change.db, claim_id):
        return str(row["article_published"] or row["published"])
    return ""


def resolve_times(change: Change, article_id: int, splitting: Splitting, clock: Clock) -> list[int]:
    """Put the times of a new splitting of the same text into an article's appearances.

    Gives the claims whose facets or attribution changed.
    """
    times = {time.span: time for draft in splitting.claims for time in draft.facets.times}
    speech = {draft.segments: draft.attribution for draft in splitting.claims}
    published = clock.published.edtf if clock.published else ""
    changed = set()
    for row in articles.appearances(change.db, article_id):
        facets = codec.facets(row["facets"])
        own = codec.corrections(row["corrections"]).by_hand
        anew = replace(
            facets,
            times=tuple(
                time if time in own else times.get(time.span, time) for time in facets.times
            ),
        )
        attribution = codec.attribution(row["attribution"])
        said = speech.get(codec.segments(row["segments"]), attribution)
        if change.update(
            "appearance",
            row["id"],
            facets=codec.dump(anew),
            attribution=codec.dump(replace(attribution, spoken=said.spoken)),
        ):
            changed.add(row["claim_id"])
        if _read_own(change, row, published):
            changed.add(row["claim_id"])
    return sorted(changed)


def _read_own(change: Change, row: Row, published: str) -> bool:
    claim = change.get("claim", row["claim_id"])
    if not claim["facets"] or row["position"]:
        return False
    own = own_columns(change, claim, claim["text"], published)
    return change.update("claim", claim["id"], **own)
