"""A name that is read too long, or by its own words, is held together by its words."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("انتخب رئيسا لمجلس الأعيان للمرة الرابعة", "انتخب رئيسا لمجلس الأعيان مرة رابعة"),
        ("جائزة أحمد سالم", "جائزة لأحمد سالم"),
    ],
)
def test_where_a_name_ends_is_nothing(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("زار محمد علي القاهرة", "زار علي محمد القاهرة"),
        ("انتخب رئيسا لمجلس الأعيان للمرة الرابعة", "انتخب رئيسا لمجلس الأعيان للمرة الثالثة"),
        ("عين علي حسن وزيرا خلفا لأحمد سالم", "عين أحمد سالم وزيرا خلفا لعلي حسن"),
        (
            "وقع مركز الخليج للأبحاث اتفاقا مع جامعة الأردن",
            "وقع مركز الأردن للأبحاث اتفاقا مع جامعة الخليج",
        ),
        ("التقى أحمد سالم عبد الرحمن خالد", "التقى أحمد خالد عبد الرحمن سالم"),
        ("قال عبد الله سالم إن أحمد كاذب", "قال أحمد إن عبد الله سالم كاذب"),
    ],
)
def test_another_name_is_never_the_same(one: str, other: str) -> None:
    assert relation(one, other) is not Relation.SAME
