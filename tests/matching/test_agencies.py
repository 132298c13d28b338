"""One fact as two agencies tell it: another order, another verb, what goes without saying."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Toyota is recalling 9,000 trucks over faulty brakes",
            "Faulty brakes have prompted Toyota to recall 9,000 trucks",
        ),
        ("Qatar will host the summit", "The summit will be held in Qatar"),
        (
            "The minister is to sign an agreement in Hanoi",
            "An agreement will be signed by the minister in Hanoi",
        ),
        (
            "More than 1,300 pilgrims died because of the heat",
            "توفي أكثر من 1300 حاج بسبب الحر",
        ),
        (
            "أفرجت السلطات عن الناشط بعد عامين من الحبس الاحتياطي",
            "أطلقت السلطات سراح الناشط بعد عامين في الحبس الاحتياطي",
        ),
        (
            "A court sentenced the former mayor to seven years in prison for corruption",
            "The former mayor was jailed for seven years on corruption charges by a court",
        ),
        (
            "قضت محكمة تركية بسجن رئيس البلدية السابق سبع سنوات بتهمة الفساد",
            "A Turkish court sentenced the former mayor to seven years in prison for corruption",
        ),
        (
            "Police arrested 23 people in Tbilisi",
            "Police detained 23 people in the Georgian capital Tbilisi",
        ),
        (
            "The army retook the palace from the paramilitary Rapid Support Forces",
            "The army retook the palace from the RSF",
        ),
        (
            "أطلقت حماس سراح ثلاثة رهائن مقابل 369 أسيرا",
            "Hamas freed three hostages in exchange for 369 prisoners",
        ),
        (
            "A bus overturned on a mountain road in Peru",
            "A bus flipped over on a road in the mountains of Peru",
        ),
        ("أعلنت أرامكو تراجع أرباحها 15 بالمئة", "انخفضت أرباح أرامكو 15 بالمئة"),
        ("Aramco said its profit fell 15%", "Aramco's profit fell 15%"),
        ("عثر المنقذون على جثث خمسة عمال", "عثر المنقذون على جثامين خمسة عمال"),
        ("An earthquake struck off the coast of Chile", "An earthquake hit off Chile's coast"),
        (
            "دشن السوداني المستشفى في النجف",
            "افتتح رئيس الوزراء محمد شياع السوداني المستشفى في النجف",
        ),
        ("The Senate confirmed him by 51 votes to 50", "The Senate confirmed him in a 51-50 vote"),
        (
            "تسبب انهيار منجم للذهب في السودان بمقتل 11 عاملا",
            "قتل 11 عاملا في انهيار منجم ذهب في السودان",
        ),
        ("اعتقلت الشرطة البريطانية رجلا في قطار", "أوقفت الشرطة في بريطانيا رجلا في قطار"),
        ("Poland closed its border with Belarus", "The border with Belarus was closed by Poland"),
        (
            "Egypt signed a deal with the firm to build homes",
            "Egypt signed an agreement with the firm to build homes",
        ),
        (
            "أكد السوداني أن الحكومة أنجزت 60% من المشروع",
            "أكد رئيس الوزراء محمد شياع السوداني أن الحكومة أنجزت 60% من المشروع",
        ),
        (
            "The Bank of England kept interest rates on hold at 4 percent",
            "The Bank of England left its key rate unchanged at 4%",
        ),
        ("فاز المنتخب السعودي بثلاثة أهداف مقابل لا شيء", "فاز المنتخب السعودي 3-0"),
    ],
)
def test_one_fact_of_two_agencies_is_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
    assert relation(other, one) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Toyota is recalling 9,000 trucks over faulty brakes",
            "Faulty brakes have prompted Honda to recall 9,000 trucks",
        ),
        (
            "Toyota is recalling 9,000 trucks over faulty brakes",
            "Faulty airbags have prompted Toyota to recall 9,000 trucks",
        ),
        (
            "The Israeli air force carried out strikes on Beirut",
            "Strikes hit the Israeli air force in Beirut",
        ),
        (
            "شنت القوات الإسرائيلية غارة على الضاحية",
            "استهدفت غارة القوات الإسرائيلية في الضاحية",
        ),
        ("تسبب الفيضان في الانهيار", "تسبب الانهيار في الفيضان"),
        ("The plan passed by 51 votes to 50", "The plan failed by 50 votes to 51"),
        ("Two women and three men died", "Two men and three women died"),
        ("طالب النواب الوزير بالاستقالة", "طالب الوزير النواب بالاستقالة"),
        ("Iran bombed the camp", "The camp was bombed in Iran"),
        ("قتلت إسرائيل ثلاثة مقاتلين", "قتل ثلاثة مقاتلين في إسرائيل"),
        ("Iran bombed the camp", "قصف المخيم في إيران"),
        (
            "The minister will sign an agreement with the king",
            "The king will sign an agreement with the minister's brother",
        ),
        ("قتل شاب سوري في ليبيا لاتهام تركيا", "قتل شاب سوري في تركيا لاتهام ليبيا"),
    ],
)
def test_another_part_makes_another_fact(one: str, other: str) -> None:
    assert relation(one, other) is not Relation.SAME


def test_a_site_that_is_called_by_more_words_is_no_other_place() -> None:
    one, other = "ضبطت الجمارك حبوبا في معبر جابر الحدودي", "ضبطت الجمارك حبوبا في معبر جابر"
    assert relation(one, other) in {Relation.NARROWER, Relation.BROADER, Relation.SAME}
