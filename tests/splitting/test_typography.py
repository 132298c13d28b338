"""How a text is set changes nothing of what it claims: marks, blanks, what nobody sees, what is
written short."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path

import pytest

from benchmarks.gold import Document, clock, paragraphs
from workbench.language.fold import fold_text
from workbench.splitting import split
from workbench.splitting.types import DraftClaim, Splitting

GOLD = Path(__file__).parent / "gold"
DOCUMENTS = [*paragraphs(GOLD / "dev.json"), *paragraphs(GOLD / "third-dev.json")]
_MARKS = re.compile("['\"“”‘’«»]")


_HELPERS = "did|does|do|is|are|was|were|has|have|had|would|could"


def _shortened(text: str) -> str:
    return re.sub(rf"\b({_HELPERS}) not\b", r"\1n't", text)


def _turned(opening: str, closing: str) -> Callable[[str], str]:
    def turn(text: str) -> str:
        marks = chain.from_iterable(repeat((opening, closing)))
        return re.sub('[“”"«»]', lambda _: next(marks), text)

    return turn


SETTINGS: dict[str, Callable[[str], str]] = {
    "single": _turned("'", "'"),
    "single curly": _turned("‘", "’"),
    "guillemets": _turned("«", "»"),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "right-to-left marks": lambda text: text.replace(" ", " \u200f"),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text),
    "written short": _shortened,
    "stretched letters": lambda text: re.sub("(?<=[بتسعفكلمنهي])(?=[بتسعفكلمنهي]ا)", "ـ", text),
}


def _told(claim: DraftClaim) -> tuple[str, ...]:
    facets = claim.facets
    return (
        _MARKS.sub("", fold_text(_shortened(claim.text))).strip(),
        _MARKS.sub(
            "", fold_text(claim.attribution.chain[0].name if claim.attribution.chain else "")
        ),
        facets.modality,
        *(f"{one.low} {one.high} {one.unit}" for one in facets.quantities),
        *(one.interval.edtf if one.interval else one.rule for one in facets.times),
    )


def _claims(document: Document, text: str) -> Splitting:
    return split(text, clock(document.published), document.outlet)


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("document", DOCUMENTS[::5], ids=lambda document: document.id)
def test_how_a_text_is_set_changes_nothing(document: Document, setting: str) -> None:
    text = SETTINGS[setting](document.text)
    found = _claims(document, text).claims
    assert [_told(claim) for claim in found] == [
        _told(claim) for claim in _claims(document, document.text).claims
    ]
    for claim in found:
        assert claim.quote == " … ".join(segment.of(text) for segment in claim.segments)
        facets = claim.facets
        for facet in (*facets.quantities, *facets.times, *facets.places, *facets.actors):
            assert facet.surface == facet.span.of(text)


def test_a_plural_possessive_closes_no_quotation() -> None:
    text = "'The workers' rights are not gone,' said Ann Lee. 'They hold.'"
    found = [
        (c.quote, c.attribution.chain[0].name) for c in split(text, clock("2026-08-20")).claims
    ]
    assert found == [("The workers' rights are not gone", "Ann Lee"), ("They hold", "Ann Lee")]


def test_marks_around_a_quotation_stay_outside_the_claim() -> None:
    text = "قال الوزير: \u200f\u202b«الجسر مغلق منذ يومين»\u202c\u200f، مضيفا أن «العمل بدأ»\u200f."
    found = split(text, clock("2026-08-20")).claims
    assert [claim.quote for claim in found] == ["الجسر مغلق منذ يومين", "العمل بدأ"]
