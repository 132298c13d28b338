"""What is denied by a verb, by small words or by a noun; and until when something is put off."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("نفى الجيش السوداني سقوط مدينة الفاشر", "أكد الجيش السوداني أن مدينة الفاشر لم تسقط"),
        (
            "نفى الجيش السوداني سقوط مدينة الفاشر",
            "Sudan's army denied that the city of El Fasher had fallen",
        ),
        ("The army denied the city had fallen", "The army said the city had not fallen"),
        (
            "أجلت المحكمة محاكمة الوزير السابق إلى 12 مايو",
            "أرجأت المحكمة محاكمة الوزير السابق حتى 12 أيار",
        ),
        ("تراجعت أسعار النفط بأكثر من 3 في المئة", "هبطت أسعار النفط أكثر من 3%"),
        ("خسرت الليرة ثلث قيمتها", "فقدت الليرة 33 في المئة من قيمتها"),
        ("غرق قارب يحمل 60 مهاجرا", "A boat carrying 60 migrants sank"),
        ("Fishing is banned in the bay", "Fishing is no longer allowed in the bay"),
        ("التدخين محظور في الحدائق", "التدخين غير مسموح به في الحدائق"),
        ("Entry is not allowed", "الدخول محظور"),
        ("The decision is not legal", "The decision is illegal"),
        ("The party denied the report", "نفى الحزب التقرير"),
        ("The firm denied the allegations", "نفت الشركة المزاعم"),
        ("نفى الوزير صحة الأنباء", "نفى الوزير الأنباء"),
    ],
)
def test_one_fact_in_two_ways_is_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("نفى الجيش سقوط مدينة الفاشر", "أكد الجيش أن مدينة الفاشر سقطت"),
        ("نفى الجيش سقوط مدينة الفاشر", "نفى الجيش أن مدينة الفاشر لم تسقط"),
        ("لم ينف الجيش سقوط مدينة الفاشر", "أكد الجيش أن مدينة الفاشر لم تسقط"),
        ("The army did not deny the city had fallen", "The army said the city had not fallen"),
        ("قال الوزير إنه توجد إصابات بالكوليرا", "أكد الوزير خلو بلاده من إصابات بالكوليرا"),
        ("أجلت المحكمة محاكمة الوزير إلى 12 مايو", "أجلت المحكمة محاكمة الوزير من 12 مايو"),
        ("تراجع النفط بأكثر من 3 في المئة", "تراجع النفط بأقل من 3 في المئة"),
        ("خسرت الليرة ثلث قيمتها", "خسرت الليرة 34 في المئة من قيمتها"),
        ("هاجم جنود من سوريا ميناء في لبنان", "هاجم جنود من لبنان ميناء في سوريا"),
        ("دخل العمال في إضراب", "أنهى العمال إضرابا"),
        ("أعلنت المحكمة إرجاء المحاكمة", "أعلنت المحكمة المحاكمة"),
        ("غرق شقيقان في الفرات", "غرقت شقيقتان في الفرات"),
        ("قتل جنديان في الهجوم", "قتلت جنديتان في الهجوم"),
        ("اغتيل الوزير في عدن", "نجا الوزير من محاولة اغتيال في عدن"),
        ("سيطر رجال الإطفاء على حريق الغابة", "سيطر رجال الإطفاء على الغابة"),
        ("اندلع حريق في حلب دون وقوع إصابات", "اندلع حريق في حلب دون وقوع أضرار"),
        ("قتل الجندي السوري مدنيا لبنانيا", "قتل المدني اللبناني جنديا سوريا"),
        ("Fishing is no longer allowed in the bay", "Fishing is no longer banned in the bay"),
        ("Fishing is no longer allowed in the bay", "Fishing is allowed in the bay"),
        ("الدخول غير مسموح", "الدخول مسموح"),
        (
            "The court did not allow the party to run",
            "The court did not ban the party from running",
        ),
        ("Not all imports are allowed", "All imports are banned"),
        ("Talks are not impossible", "Talks are impossible"),
    ],
)
def test_another_fact_is_not(one: str, other: str) -> None:
    assert relation(one, other) not in {Relation.SAME, Relation.UPDATE}
