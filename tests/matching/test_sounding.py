"""Names that no lexicon knows, in an Arabic claim and an English one."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation

PAIRS = [
    ("عبد القادر الزين", "Abdelkader al-Zein"),
    ("هانا أوسي", "Hannah Osei"),
    ("جمال عاشوري", "Jamal Achouri"),
    ("ألتمان", "Altman"),
    ("السفينة غالاكسي ليدر", "the ship Galaxy Leader"),
]


def test_it_is_one_claim_where_they_sound_alike() -> None:
    for arabic, english in PAIRS:
        text = f"احتُجز {arabic} في مطار فرانكفورت", f"{english} was detained at Frankfurt airport."
        assert relation(text[0], text[1]) is Relation.SAME, english


def test_it_is_never_one_where_they_do_not() -> None:
    for arabic, _ in PAIRS:
        for other, english in PAIRS:
            if arabic != other:
                text = f"اعتُقل {arabic} في مطار فرانكفورت"
                told = relation(text, f"{english} was arrested at Frankfurt airport.")
                assert told is not Relation.SAME, (arabic, english)


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("اعتُقل سوليفان في مطار فرانكفورت", "A man was arrested at Frankfurt airport."),
        ("زار سوليفان بغداد يوم الاثنين", "He visited Baghdad on Monday."),
        ("ضبطت الشرطة الكبتاغون في دمشق", "Police made a seizure in Damascus."),
    ],
)
def test_a_word_that_the_other_language_has_nothing_for_is_no_translation(
    arabic: str, english: str
) -> None:
    assert relation(arabic, english) is not Relation.SAME
