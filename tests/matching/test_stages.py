"""What is being done, foreseen, or done only in part is not done; nor is it where it goes the other
way, though the words are the same."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rents are being raised in the city", "Rents were raised in the city"),
        ("The editor remains in prison", "The editor was sent to prison"),
        ("The company made an offer", "The company took an offer"),
        ("The president nominated the judge", "The president appointed the judge"),
        ("Parliament passed the bill in first reading", "Parliament passed the bill"),
        ("أقر البرلمان القانون في القراءة الأولى", "أقر البرلمان القانون"),
        ("The two sides reached an agreement in principle", "The two sides reached an agreement"),
        ("توصل الطرفان إلى اتفاق مبدئي", "توصل الطرفان إلى اتفاق"),
        ("خفض الصندوق توقعاته للنمو إلى 2 بالمئة", "انخفض النمو إلى 2 بالمئة"),
        ("Talks on a truce began", "A truce began"),
    ],
)
def test_what_is_on_its_way_is_not_there(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prices rose to 5 dollars", "Prices rose from 5 dollars"),
        ("ارتفعت الأسعار إلى 5 دولارات", "ارتفعت الأسعار من 5 دولارات"),
        ("Prices rose to 5 dollars", "ارتفعت الأسعار من 5 دولارات"),
        ("Two of the three bridges were destroyed", "The three bridges were destroyed"),
        ("Two of the three bridges were destroyed", "دمرت الجسور الثلاثة"),
        (
            "Rebels killed 18 people, including five children",
            "Rebels killed 18 people and 5 children",
        ),
        ("قتل 18 شخصا بينهم خمسة أطفال", "قتل 18 شخصا وخمسة أطفال"),
        ("32 out of 40 members voted", "80% of members voted"),
        ("32 out of 40 schools reopened", "16 out of 20 schools reopened"),
    ],
)
def test_figures_of_another_end_or_of_a_part_are_others(one: str, other: str) -> None:
    assert relation(one, other) in {Relation.RELATED, Relation.CONFLICT}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سحب الوزير المشروع من المجلس", "انسحب الوزير من المجلس"),
        ("Soldiers of the mission left", "غادر الجنود البعثة"),
        ("Soldiers left the mission", "غادر جنود البعثة"),
        ("Members quit the party", "استقال أعضاء الحزب"),
        ("زار السوداني أنقرة", "The Sudanese visited Ankara"),
        ("التقى السوداني الوفد", "Sudan met the delegation"),
    ],
)
def test_somebody_else_or_something_else(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("استقبل السوداني السفير التركي", "Al-Sudani received the Turkish ambassador"),
        ("Toyota is recalling 9,000 cars", "Toyota recalled 9,000 cars"),
        (
            "18 people, five of them children, were killed in Gaza",
            "18 people, including five children, were killed in Gaza",
        ),
        ("The rate rose to 5% from 4%", "The rate rose from 4% to 5%"),
        ("One in five pupils fell ill", "20% of pupils fell ill"),
    ],
)
def test_told_otherwise_it_is_still_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
