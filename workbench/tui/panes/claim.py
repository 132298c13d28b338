"""The pane of a claim's wording, claimant, appearances and facets."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.desk.views import AppearanceView, ClaimView
from workbench.facets.types import Facets, Quantity, Time
from workbench.splitting.types import Attribution, SpeechKind
from workbench.tui.panes.common import joined
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words


def blocks(claim: ClaimView, words: Words) -> Iterator[Block]:
    """Everything that says what the claim is."""
    yield Block(claim.text, "strong", words("claim.wording"))
    if claim.original != claim.text:
        yield Block(claim.original, "body", words("claim.original"))
    if claim.translation:
        yield Block(claim.translation, "body", words("claim.translation"))
        yield Block(claim.translator, "dim", words("claim.translator"))
    state = joined([words.record(f"state.{claim.state}"), claim.state_reason])
    yield Block(state, "body", words("claim.state"))
    yield Block(
        claim.claimant or words("claim.nobody"),
        "body" if claim.claimant else "dim",
        words("claim.claimant"),
    )
    reasons = ", ".join(words.record(f"worth.{key}") for key in claim.worth_reasons)
    yield Block(joined([f"{claim.worth:.0%}", reasons]), "body", words("claim.worth"))
    for appearance in claim.appearances:
        yield from _appearance(appearance, words)
    if claim.external_id:
        yield Block(claim.external_id, "dim", words("claim.external"))


def _appearance(appearance: AppearanceView, words: Words) -> Iterator[Block]:
    title = appearance.article_title or words("claim.no_article")
    yield Block("")
    yield Block(joined([title, appearance.published]), "heading", words("claim.appears"))
    if appearance.quote:
        yield Block(appearance.quote, "quote", words("claim.quote"))
    yield Block(_attribution(appearance.attribution, words), "body", words("claim.said_by"))
    for label, text in facet_lines(appearance.facets, words):
        yield Block(text, "body", label)


def _attribution(attribution: Attribution, words: Words) -> str:
    how = words.record(f"speech.{attribution.kind}")
    if attribution.kind is SpeechKind.OUTLET and not attribution.chain:
        return how
    chain = " ← ".join(speaker.name for speaker in attribution.chain)
    stance = words.record(f"speech_stance.{attribution.stance}")
    return joined([chain, how, stance, attribution.spoken])


def facet_lines(facets: Facets, words: Words) -> Iterator[tuple[str, str]]:
    """The typed meaning of a statement, a line a facet: label and text."""
    kind = joined(
        [
            words.record(f"modality.{facets.modality}"),
            words.record("polarity.denied") if facets.polarity.negated else "",
        ]
    )
    yield words("claim.kind"), kind
    for quantity in facets.quantities:
        yield words("claim.figure"), figure_text(quantity, words)
    for time in facets.times:
        yield words("claim.time"), _time(time, words)
    places = ", ".join(dict.fromkeys(place.surface for place in facets.places))
    if places:
        yield words("claim.places"), places
    actors = ", ".join(
        f"{actor.surface} ({words.record(f'role.{actor.role}')})" for actor in facets.actors
    )
    if actors:
        yield words("claim.actors"), actors


def figure_text(quantity: Quantity, words: Words) -> str:
    """A figure as the text has it and as it was read: "نحو 2500 عسكري · about 2500 person"."""
    bounds = [f"{bound:,f}" for bound in (quantity.low, quantity.high) if bound is not None]
    value = "–".join(dict.fromkeys(bounds)) or words.record(f"vague.{quantity.vague}")
    comparator = words.record(f"comparator.{quantity.comparator}")
    unit = words.record(f"unit.{quantity.unit}") if quantity.unit else ""
    read = " ".join(part for part in (comparator, value, unit) if part)
    return joined([quantity.surface, read])


def _time(time: Time, words: Words) -> str:
    read = time.interval.edtf if time.interval else time.duration or words("claim.unresolved")
    relation = "" if time.relation == "at" else words.record(f"time_relation.{time.relation}")
    return joined([time.surface, " ".join(part for part in (relation, read) if part)])
