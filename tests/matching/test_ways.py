"""Prepositions before what two statements share, and what goes without one."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two soldiers were shot during a raid.", "Two soldiers were shot after a raid."),
        ("قتل جنديان خلال مداهمة في نابلس.", "قتل جنديان بعد مداهمة في نابلس."),
        ("وقع الانفجار خلال الاجتماع.", "The explosion occurred before the meeting."),
        ("Thousands fled El Fasher.", "Thousands fled to El Fasher."),
        ("The minister left for Doha.", "The minister left Doha."),
        ("غادر الوزير واشنطن.", "غادر الوزير إلى واشنطن."),
        ("The missile was fired from Yemen.", "The missile was fired at Yemen."),
        ("أقلعت الطائرة من الدوحة.", "أقلعت الطائرة نحو الدوحة."),
        ("تظاهر العشرات ضد الوزير.", "Dozens demonstrated for the minister."),
        ("The police shot at the driver.", "The police shot the driver."),
        ("هجوم على إيران يقتل ستة", "Iranian attack kills six"),
        ("غارة جوية إسرائيلية تقتل ستة", "Air strike on Israel kills six"),
        ("قرض لمصر بقيمة 3 مليارات دولار", "$3 billion Egyptian loan"),
        ("قتل حزب الله قائدا في صيدا.", "قتل قائد في حزب الله في صيدا."),
    ],
)
def test_another_way_to_be_joined_is_another_fact(one: str, other: str) -> None:
    found = {relation(one, other), relation(other, one)}
    assert found.isdisjoint({Relation.SAME, Relation.UPDATE})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The minister resigned after the trial.", "The minister resigned following the trial."),
        ("استقال الوزير بسبب الفضيحة.", "The minister resigned over the scandal."),
        ("وصل رئيس الوزراء إلى مطار بيروت.", "The prime minister arrived at Beirut airport."),
        ("Profits at the bank fell.", "The bank's profits dropped."),
        ("تظاهر الآلاف دعما للفلسطينيين.", "Thousands marched in support of Palestinians."),
        ("Thousands of students marched against the law.", "تظاهر آلاف الطلاب ضد القانون."),
        ("Gambling is against the law in Iran.", "Gambling is illegal in Iran."),
        ("هجوم إيراني يقتل ستة", "Iranian attack kills six"),
        ("The ship sailed from Tunis to Malta.", "The ship sailed to Malta from Tunis."),
        ("Thousands fled from El Fasher.", "Thousands fled El Fasher."),
    ],
)
def test_prepositions_of_one_way_agree(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
