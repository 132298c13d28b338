"""The pane of a claim's wording, claimant, appearances and facets."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.desk.facets import telling
from workbench.desk.views import AppearanceView, ClaimView
from workbench.splitting.types import Attribution, SpeechKind
from workbench.tui import wording
from workbench.tui.panes.common import facet_fields, fields
from workbench.tui.widgets.document import Block
from workbench.tui.words import Words


def blocks(claim: ClaimView, words: Words) -> Iterator[Block]:
    """Everything that says what the claim is."""
    shown = wording.of_claim(claim)
    lit = wording.denial(shown, claim.text)
    yield Block(shown, "strong", words("claim.wording"), lit=lit)
    if claim.original != claim.text:
        place = next(iter(claim.appearances), None)
        denied = telling.denies(place.attribution, place.facets) if place else claim.denied
        original = telling.wording(claim.original, claim.language, denied=denied)
        yield Block(original, "body", words("claim.original"))
    if claim.translation:
        yield Block(claim.translation, "body", words("claim.translation"))
        yield Block(claim.translator, "dim", words("claim.translator"))
    state = fields([words.record(f"state.{claim.state}"), claim.state_reason])
    yield Block(state, "body", words("claim.state"))
    yield Block(
        claim.claimant or words("claim.unnamed" if claim.is_unnamed else "claim.nobody"),
        "body" if claim.claimant else "dim",
        words("claim.claimant"),
    )
    if claim.said:
        yield Block(claim.said, "body", words("claim.said"))
    if claim.worth:
        reasons = words.record("list.comma").join(
            words.record(f"worth.{key}") for key in claim.worth_reasons
        )
        yield Block(fields([f"{claim.worth:.0%}", reasons]), "body", words("claim.worth"))
    for appearance in claim.appearances:
        yield from _appearance(appearance, words)
    if claim.outside_id:
        yield Block(claim.outside_id, "dim", words("claim.external"))


def _appearance(appearance: AppearanceView, words: Words) -> Iterator[Block]:
    title = appearance.article_title or words("claim.no_article")
    yield Block("")
    yield Block(fields([title, appearance.published]), "heading", words("claim.appears"))
    if appearance.quote:
        yield Block(appearance.quote, "quote", words("claim.quote"))
    yield Block(_attribution(appearance.attribution, words), "body", words("claim.said_by"))
    for label, text in telling.facet_lines(appearance.facets, words.language):
        yield Block(facet_fields(text), "body", label)


def _attribution(attribution: Attribution, words: Words) -> tuple[str, ...]:
    how = words.record(f"speech.{attribution.kind}")
    if attribution.kind is SpeechKind.OUTLET and not attribution.chain:
        return (how,)
    names = [speaker.name for speaker in attribution.chain]
    chain = [*names[:1], *(words("claim.via", name=name) for name in names[1:])]
    stance = words.record(f"speech_stance.{attribution.stance}")
    return fields([*chain, how, stance, attribution.spoken])
