"""A form of the same words, or another side of the same deed, that says something else."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UN envoy to visit Khartoum", "UN envoy visits Khartoum"),
        ("Convoy attacked in Darfur", "Convoy attacks in Darfur"),
        ("Israel is withdrawing its troops from Rafah.", "Israel withdrew its troops from Rafah."),
        ("The gap narrowed to 3 points.", "The gap narrowed by 3 points."),
        ("اتسع الفارق إلى ثلاث نقاط.", "اتسع الفارق بثلاث نقاط."),
        ("اعتقلت الشرطة صحفية.", "اعتقلت الشرطة صحفيا."),
        ("إنقاذ 40 مهاجرة", "إنقاذ 40 مهاجرا"),
        ("The court jailed the activist for a year.", "The court jailed the activists for a year."),
        ("The missile can reach Athens.", "The missile reached Athens."),
        ("The pope will visit Beirut or Amman.", "The pope will visit Beirut and Amman."),
        ("وجه الوزير اتهامات.", "The minister was accused."),
        ("تعرض الجيش لقصف.", "The army bombed."),
        ("تعرض الجيش لهجوم من المتمردين.", "The army attacked the rebels."),
        ("The firm filed a lawsuit in London.", "The firm was sued in London."),
        ("اعتقلت فرنسا صحفيا.", "A French journalist was arrested."),
        ("أسقطت إسرائيل طائرة مسيرة.", "An Israeli drone was shot down."),
    ],
)
def test_another_form_is_another_fact(one: str, other: str) -> None:
    found = {relation(one, other), relation(other, one)}
    assert found.isdisjoint({Relation.SAME, Relation.UPDATE})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Convoy attacked in Darfur", "A convoy was attacked in Darfur"),
        ("The army launched an attack on the village.", "The army attacked the village."),
        ("اعتقلت الشرطة صحفيا.", "Police arrested a journalist."),
        ("اعتقلت الشرطة ثلاثة مهاجرين.", "احتجزت الشرطة ثلاثة مهاجرين."),
        ("تعرض الجيش لقصف.", "The army was bombed."),
        ("تعرض الجيش لهجوم من المتمردين.", "The army was attacked by the rebels."),
        ("أسقطت إسرائيل طائرة مسيرة.", "A drone was shot down by Israel."),
        ("The minister came under fire for the plan.", "The minister was criticised for the plan."),
        ("Oil prices are rising.", "Oil prices rise."),
    ],
)
def test_what_says_as_much_is_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
