"""How a claim is set changes nothing of what it is the same as: a full stop, brackets, marks that
nobody sees, capitals, how quotation marks and digits look."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.gold import paragraphs
from benchmarks.statements import statement
from workbench.matching.compare import compare
from workbench.matching.types import Relation

GOLD = Path(__file__).parent.parent / "splitting" / "gold"
CLAIMS = [
    (claim.quote.replace(" … ", " "), document.language, document.published)
    for document in (*paragraphs(GOLD / "dev.json"), *paragraphs(GOLD / "fourth-dev.json"))
    for claim in document.gold
    if len(claim.quote.split()) > 3
]
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
SETTINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "a full stop": "{}.".format,
    "quotation marks": "“{}”".format,
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "right-to-left marks": lambda text: text.replace(" ", " \u200f"),
    "digits of Arabic": lambda text: text.translate(_EASTERN) if text[0] > "\u0600" else text,
    "stretched letters": lambda text: re.sub("(?<=[بتسع])(?=[بتسع]ا)", "ـ", text),
    "capitals": str.upper,
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_claim_is_the_same_however_it_is_set(name: str) -> None:
    apart = [
        text
        for text, language, day in CLAIMS
        if compare(
            statement(text, language, day), statement(SETTINGS[name](text), language, day)
        ).relation
        is not Relation.SAME
    ]
    assert apart == []


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("It fell to -5 degrees.", "It fell to 5 degrees", "en"),
        ("The fine was $500.", "The fine was £500", "en"),
        ("Output grew 3.5 percent.", "Output grew 35 percent", "en"),
        ("The mayor resigned.", "The mayor resigned?", "en"),
        ("قُتل الجندي.", "قَتل الجندي", "ar"),
        ("حضر الوزير المؤتمر.", "حضّر الوزير المؤتمر", "ar"),
    ],
)
def test_what_a_mark_tells_still_parts_the_same_words(one: str, other: str, language: str) -> None:
    compared = compare(statement(one, language), statement(other, language))
    assert compared.relation is not Relation.SAME


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("The labour market is bending", "The labor market is bending", "en"),
        (
            "The study of a harbour, thought to be by the artist Willem Castelijn",
            "The study of a harbor, thought to be by the artist Willem Castelijn",
            "en",
        ),
        (
            "A late frost destroyed 20% of the crop in Chile's Maule region",
            "A late frost destroyed 20 percent of the crop in Chile's Maule region",
            "en",
        ),
        (
            "القبض على أربعة متهمين بسرقة المحولات الكهربائية في قضاء المقدادية",
            "القبض على 4 متهمين بسرقة المحولات الكهربائية في قضاء المقدادية",
            "ar",
        ),
        ("Brussels will fine the firm", "Brussels is set to fine the firm", "en"),
        ("She will be fined by the court", "She is going to be fined by the court", "en"),
        ("The school will stay shut", "The school is due to stay shut", "en"),
        ("rain is unlikely before mid-August", "rain is unlikely before mid\u2011August", "en"),
        (
            "The match lasted five hours & 29 minutes",
            "The match lasted five hours and 29 minutes",
            "en",
        ),
        ("The army also shelled the town", "Army shelled the town", "en"),
        ("لم تمشط الفرق سوى ثلاثة أحياء", "لم تمشط الفرق سوى 3 أحياء", "ar"),
    ],
)
def test_spelling_and_how_figures_are_written_part_nothing(
    one: str, other: str, language: str
) -> None:
    compared = compare(statement(one, language), statement(other, language))
    assert compared.relation is Relation.SAME


def test_names_that_only_look_like_another_spelling_are_others() -> None:
    one, other = statement("Mr Grey resigned", "en"), statement("Mr Gray resigned", "en")
    assert compare(one, other).relation is not Relation.SAME


def test_the_same_words_said_of_another_time_are_not_the_same() -> None:
    one = statement("Prices rose 3 percent in May 2024.", "en", "2024-06-01")
    other = statement("PRICES ROSE 3 PERCENT IN MAY 2025", "en", "2025-06-01")
    assert compare(one, other).relation is not Relation.SAME
