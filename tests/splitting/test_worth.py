"""Check-worthiness: a figure in [0, 1] with reasons that explain it."""

from __future__ import annotations

import pytest

from workbench.splitting.worth import DEFAULT_WEIGHTS, weigh_text


@pytest.mark.parametrize(
    ("language", "more", "less"),
    [
        (
            "en",
            "Unemployment in Spain fell to 11 percent in March.",
            "We think this is a wonderful day.",
        ),
        ("en", "The company lost $40 million because sales fell.", "Thank you, you are all great."),
        ("ar", "ارتفع عدد القتلى في العراق إلى 40 قتيلاً في آذار.", "نتمنى لكم عاماً جميلاً."),
        ("ar", "خفّض البنك المركزي المصري الفائدة 2 في المئة.", "أعتقد أن هذا أمر رائع."),
    ],
)
def test_facts_with_figures_rank_above_wishes(language: str, more: str, less: str) -> None:
    assert weigh_text(more, language).score > weigh_text(less, language).score + 0.2


def test_the_reasons_are_named_the_strongest_first() -> None:
    worth = weigh_text("Spain lost 40,000 jobs in March.", "en")
    assert worth.reasons[0] == "figure"
    assert {"figure", "date", "change"} <= set(worth.reasons)
    strengths = [
        abs(DEFAULT_WEIGHTS[reason]) for reason in worth.reasons if reason != "full sentence"
    ]
    assert strengths == sorted(strengths, reverse=True)


def test_what_speaks_against_is_named_too() -> None:
    worth = weigh_text("I think you should be proud.", "en")
    assert {"opinion", "first person", "second person"} <= set(worth.reasons)
    assert worth.score < 0.3


def test_cues_are_found_behind_proclitics() -> None:
    assert "cause" in weigh_text("انهار السد وبسبب الأمطار غرقت القرى", "ar").reasons


def test_a_question_is_worth_less_than_its_answer() -> None:
    asked = weigh_text("Did Spain lose 40,000 jobs?", "en").score
    assert asked < weigh_text("Spain did lose 40,000 jobs.", "en").score
