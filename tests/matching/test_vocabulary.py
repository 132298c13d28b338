"""The words of the sheets: field after field, what means the same and what only looks like it."""

from __future__ import annotations

import pytest

import workbench.matching.lexicon.senses as room
from tests.matching.build import relation
from workbench.language.packs import available
from workbench.matching.lexicon.contrasts import contrasts, exclusives, groups
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("claim", "paraphrase", "near_miss"),
    [
        (
            "A coach plunged into a ravine in northern Peru.",
            "A bus fell into a gorge in the north of Peru.",
            "A train fell into a gorge in the north of Peru.",
        ),
        (
            "Regulators approved the vaccine in May.",
            "Regulators cleared the vaccine in May.",
            "Regulators banned the vaccine in May.",
        ),
        (
            "The river burst its banks and swept away 30 houses.",
            "The river overflowed and washed away 30 homes.",
            "The river overflowed and washed away 30 cars.",
        ),
        (
            "Police held five men in Oslo.",
            "Police arrested five men in Oslo.",
            "Police freed five men in Oslo.",
        ),
        (
            "Boeing will lay off 2,500 workers.",
            "Boeing plans to cut 2,500 jobs.",
            "Boeing plans to create 2,500 jobs.",
        ),
        (
            "Gunmen kidnapped five pupils in Kaduna.",
            "Armed men abducted five pupils in Kaduna.",
            "Policemen abducted five pupils in Kaduna.",
        ),
        (
            "Unemployment in Spain dropped below 10 percent.",
            "Spain's jobless rate fell under 10 percent.",
            "Spain's jobless rate fell by 10 percent.",
        ),
        (
            "Nurses walked off the job in New York.",
            "Nurses went on strike in New York.",
            "Doctors went on strike in New York.",
        ),
        (
            "The physician was found guilty of fraud.",
            "The doctor was convicted of fraud.",
            "The doctor was accused of fraud.",
        ),
        (
            "Heavy rain triggered mudslides in Nepal.",
            "Torrential rains caused landslides in Nepal.",
            "Torrential rains caused avalanches in Nepal.",
        ),
        (
            "The judge struck down the ban on protests.",
            "The judge overturned the prohibition on demonstrations.",
            "The judge upheld the prohibition on demonstrations.",
        ),
        (
            "The company's turnover doubled last year.",
            "The firm's revenue rose twofold last year.",
            "The firm's profit rose twofold last year.",
        ),
        (
            "The striker scored a hat-trick against Chelsea.",
            "The forward netted a hat-trick against Chelsea.",
            "The goalkeeper netted a hat-trick against Chelsea.",
        ),
        (
            "فر السجناء من السجن.",
            "هرب النزلاء من السجن.",
            "أفرج عن النزلاء في السجن.",
        ),
        (
            "برأت المحكمة النائب من تهمة القتل.",
            "قضت المحكمة ببراءة النائب من تهمة القتل.",
            "أدانت المحكمة النائب بتهمة القتل.",
        ),
        (
            "استخدمت روسيا حق النقض.",
            "استخدمت روسيا الفيتو.",
            "انتقدت روسيا الفيتو.",
        ),
        (
            "The bus plunged into a ravine in Peru.",
            "سقطت الحافلة في واد في بيرو.",
            "سقط القطار في واد في بيرو.",
        ),
        (
            "Cholera killed 20 people in Sudan.",
            "أودت الكوليرا بحياة 20 شخصا في السودان.",
            "أودت الملاريا بحياة 20 شخصا في السودان.",
        ),
    ],
)
def test_other_words_are_the_same_claim_and_another_fact_is_not(
    claim: str, paraphrase: str, near_miss: str
) -> None:
    assert relation(claim, paraphrase) is Relation.SAME
    assert relation(claim, near_miss) is not Relation.SAME


def test_every_sense_that_is_held_against_another_can_be_met_in_a_text() -> None:
    sheets = [room.read_sheet(room._sheet_of(code), room.SensesSheet) for code in available()]
    met = {
        f"sense:{name}"
        for sheet in sheets
        for name, words in sheet.senses.items()
        if words or name in sheet.phrases
    }
    assert set(contrasts()) | set(exclusives()) | groups().reversing <= met


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The mayor was acquitted", "The court acquitted the mayor", Relation.SAME),
        ("The court jailed the mayor", "The mayor jailed the court", Relation.CONFLICT),
        ("A military court convicted him", "The court convicted him", Relation.BROADER),
        ("قتلت قوات الجيش خمسة مسلحين", "The army killed five gunmen", Relation.SAME),
        ("اعتقلت الشرطة أربعة مشتبهين", "ألقت الشرطة القبض على أربعة مشتبه بهم", Relation.SAME),
        ("أودت الكوليرا بحياة 60 شخصا على الأقل", "Cholera killed at least 60", Relation.SAME),
        ("Hannah Osei won the marathon", "Osei won the marathon", Relation.BROADER),
        ("Hannah Osei won the marathon", "Kwame Osei won the marathon", Relation.RELATED),
    ],
)
def test_what_goes_without_saying_is_no_difference(
    one: str, other: str, expected: Relation
) -> None:
    assert relation(one, other) is expected
