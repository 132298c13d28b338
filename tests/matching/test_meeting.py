"""Two who meet do so to each other, whichever of them a text begins with."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Biden met Macron in Paris", "Macron met Biden in Paris"),
        ("Biden met with Macron in Paris", "Macron held talks with Biden in Paris"),
        ("التقى بايدن ماكرون في باريس", "استقبل ماكرون بايدن في باريس"),
        ("Biden met Macron in Paris", "استقبل ماكرون بايدن في باريس"),
        ("Biden held talks with Macron in Paris", "بحث ماكرون مع بايدن في باريس"),
        (
            "The Saudi foreign minister met his Iranian counterpart in Riyadh",
            "التقى وزير الخارجية الإيراني نظيره السعودي في الرياض",
        ),
        (
            "بحث وزير الخارجية التركي مع نظيره الإيراني الوضع في غزة",
            "ناقش وزير الخارجية الإيراني مع نظيره التركي الوضع في غزة",
        ),
        ("Police clashed with protesters in Tunis", "Protesters clashed with police in Tunis"),
        ("Ghana drew with Egypt", "Egypt drew with Ghana"),
        ("Egypt signed a gas agreement with Cyprus", "أبرمت قبرص اتفاقا للغاز مع مصر"),
        (
            "Prime Minister Mohammed Shia al-Sudani met Emmanuel Macron on Monday",
            "Emmanuel Macron met Iraqi Prime Minister Mohammed Shia al-Sudani on Monday",
        ),
    ],
)
def test_who_meets_whom_is_one_thing(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
    assert relation(other, one) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Biden received Macron in Paris", "Macron received Biden in Paris"),
        ("استقبل بايدن ماكرون في باريس", "استقبل ماكرون بايدن في باريس"),
        ("Biden met Macron's envoy in Paris", "Macron met Biden's envoy in Paris"),
        ("التقى ماكرون مبعوث بايدن", "التقى بايدن مبعوث ماكرون"),
        (
            "The Turkish minister met the Iranian president",
            "The Iranian minister met the Turkish president",
        ),
        ("التقى الوزير التركي الرئيس الإيراني", "التقى الوزير الإيراني الرئيس التركي"),
        (
            "التقى وزير الخارجية التركي نظيره الإيراني في أنقرة",
            "التقى وزير الدفاع الإيراني نظيره التركي في أنقرة",
        ),
        (
            "The minister met the families of the victims",
            "The victims met the families of the minister",
        ),
        ("Egypt broke a truce with Israel", "Israel broke a truce with Egypt"),
        (
            "Hamas negotiated with Israel over its prisoners",
            "Israel negotiated with Hamas over its prisoners",
        ),
        ("Police clashed with fans of Ajax", "Fans clashed with police of Ajax"),
        (
            "The UN envoy Hanna Tetteh met the commander",
            "The commander, the UN envoy, met Hanna Tetteh",
        ),
    ],
)
def test_what_belongs_to_the_other_party_is_another_meeting(one: str, other: str) -> None:
    assert relation(one, other) in {Relation.RELATED, Relation.CONFLICT}
