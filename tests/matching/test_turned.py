"""Names and things that stand the other way round in two reports of one fact, and of two."""

from __future__ import annotations

import pytest

from tests.matching.build import assert_one_fact, relation
from workbench.matching.types import Relation

_ALIKE = [
    # Whose president he is goes along with him.
    (
        "Kenya's president William Ruto opened the dam.",
        "President William Ruto of Kenya opened the dam.",
        "President William Ruto of Sudan opened the dam.",
    ),
    (
        "The UN envoy Hanna Tetteh met the commander in Benghazi.",
        "Hanna Tetteh, the United Nations envoy, met the commander in Benghazi.",
        "The commander, the UN envoy, met Hanna Tetteh in Benghazi.",
    ),
    (
        "A gas blast in Aleppo destroyed a three-storey building.",
        "A building of three storeys was destroyed in Aleppo by a gas blast.",
        "A building of four storeys was destroyed in Aleppo by a gas blast.",
    ),
    # The members of a list.
    (
        "The accord was signed by Peru, Cuba and Haiti.",
        "Haiti, Peru and Cuba signed the accord.",
        "Haiti, Peru and Chile signed the accord.",
    ),
    (
        "Miners, bakers and drivers joined the strike.",
        "Drivers, miners and bakers joined the strike.",
        "Drivers, miners and nurses joined the strike.",
    ),
    (
        "أضرب العمال والمهندسون والسائقون",
        "أضرب السائقون والعمال والمهندسون",
        "أضرب السائقون والعمال والأطباء",
    ),
    # What it is about.
    (
        "The cabinet shelved the bill on housing.",
        "The housing bill was shelved by the cabinet.",
        "The housing bill was shelved by the senate.",
    ),
    # Who tells of what it did.
    (
        "Police in Manchester charged a man with murder.",
        "A man has been charged with murder, Manchester police said.",
        "A man charged police in Manchester with murder, the court said.",
    ),
    (
        "Iran has enough uranium for a bomb, the IAEA head said.",
        "The head of the IAEA said Iran has enough uranium for a bomb.",
        "Iran said the head of the IAEA has enough uranium for a bomb.",
    ),
    (
        "Syria's interim president Ahmed al-Sharaa met Donald Trump in Washington.",
        "Ahmed al-Sharaa, the interim president of Syria, met Donald Trump in Washington.",
        "Ahmed al-Sharaa, the interim president of Iraq, met Donald Trump in Washington.",
    ),
    # Near, close to: they stand before a thing and are none.
    (
        "A bomb exploded near a mosque in Kabul, wounding eight worshippers.",
        "Eight worshippers were hurt in a bomb blast close to a mosque in Kabul.",
        "Eight worshippers were hurt in a bomb blast inside a mosque in Kabul.",
    ),
    # The figures go along with what they are of.
    (
        "12 died and 30 were injured in the crash near Lima.",
        "The crash near Lima killed 12 and injured 30.",
        "The crash near Lima killed 30 and injured 12.",
    ),
    (
        "A ferry with 120 people on board capsized off Lamu, killing 14.",
        "Fourteen people died when a ferry with 120 people capsized off Lamu.",
        "Fourteen people died when a ferry with 140 people capsized off Lamu.",
    ),
    # Where it happens in one, and who does it in the other.
    (
        "The strike forced the cancellation of 170 flights at Brussels airport.",
        "Brussels airport cancelled 170 flights because of the strike.",
        "Brussels airport cancelled 190 flights because of the strike.",
    ),
    (
        "Two soldiers died when a mine exploded in Idlib.",
        "A mine blast in Idlib killed two soldiers.",
        "A mine blast in Idlib killed three soldiers.",
    ),
    (
        "A train with 80 passengers derailed near Derby; nobody was injured.",
        "There were no injuries when a train with 80 passengers derailed near Derby.",
        "There were injuries when a train with 80 passengers derailed near Derby.",
    ),
]


@pytest.mark.parametrize(("claim", "alike", "other"), _ALIKE)
def test_what_only_moves_along_is_the_same(claim: str, alike: str, other: str) -> None:
    assert_one_fact(claim, alike, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kenya's president met Sudan's envoy.", "Sudan's president met Kenya's envoy."),
        ("A man shot a policeman.", "A policeman shot a man, police said."),
        ("Soldiers died when rebels attacked.", "Rebels died when soldiers attacked."),
        ("Police fired when youths threw stones.", "Youths fired when police threw stones."),
        ("The head of the IAEA accused Iran.", "Iran accused the head of the IAEA."),
        ("A strike at the port ended talks at sea.", "Talks at the port ended a strike at sea."),
        ("Israel's army killed Hamas's leader.", "Hamas's army killed Israel's leader."),
        ("Russia's invasion was condemned.", "The invasion of Russia was condemned."),
        ("She is ambassador to Chile.", "She is ambassador of Chile."),
        ("Five died when a bus hit a truck.", "Five died when a truck hit a bus."),
        ("The mayor of Lyon sued Paris.", "Paris sued the mayor of Lyon."),
        ("12 died and 30 were hurt in Lima.", "30 died and 12 were hurt in Lima."),
        ("12 dead and 30 injured in Lima.", "30 dead and 12 injured in Lima."),
        ("The Senate passed the bill 52-47.", "The Senate passed the bill 47-52."),
        ("فازت إسبانيا على ألمانيا 2-1.", "فازت إسبانيا على ألمانيا 1-2."),
        ("Oil rose 2 percent and gold fell 3.", "Oil rose 3 percent and gold fell 2."),
        ("قتل 12 شخصا وأصيب 30 في ليما.", "قتل 30 شخصا وأصيب 12 في ليما."),
        ("أدى الانفجار إلى مقتل 12 وإصابة 30.", "أدى الانفجار إلى مقتل 30 وإصابة 12."),
    ],
)
def test_but_not_who_does_it(one: str, other: str) -> None:
    assert relation(one, other) is not Relation.SAME
    assert relation(other, one) is not Relation.SAME
