"""A small word or letter that makes another fact of the same words."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army moved in.", "The army moved out."),
        ("The airline phased in the jets.", "The airline phased out the jets."),
        ("The company laid off workers.", "The company laid on workers."),
        ("The firm took on 200 workers.", "The firm took off 200 workers."),
        ("The senator ran for office.", "The senator ran from office."),
        ("تسلم الوزير رسالة من نظيره.", "سلم الوزير رسالة إلى نظيره."),
        ("تسلم السفير أوراق الاعتماد.", "سلم السفير أوراق الاعتماد."),
        ("داهم مسلحون مركز الشرطة.", "داهم مسلحون مركز الشروط."),
        ("حضر الوزير المؤتمر.", "حضّر الوزير المؤتمر."),
        (
            "Two million more people are poor than less than eight years ago.",
            "Two million fewer people are poor than less than eight years ago.",
        ),
        ("Parliament rejected a move to reject the bill.", "Parliament rejected the bill."),
        ("رغب الوفد في السفر.", "رغب الوفد عن السفر."),
        ("أغلق آخر مستشفى في المدينة.", "أغلق مستشفى في المدينة."),
        ("وصل أول قطار إلى المدينة.", "وصل آخر قطار إلى المدينة."),
        ("Only the president can pardon him.", "The president can only pardon him."),
        ("The former president was arrested.", "The president was arrested."),
        ("اعتقل الرئيس السابق.", "اعتقل الرئيس."),
        ("وقع القائم بأعمال الوزير الاتفاق.", "وقع الوزير الاتفاق."),
        ("The senator was found not guilty of fraud.", "The senator was found guilty of fraud."),
        ("The committee rejected the report.", "The committee's report was rejected."),
        ("The king was to visit Paris on Monday.", "The king visited Paris on Monday."),
        ("Not all prisoners were freed.", "No prisoners were freed."),
        ("توقف المدير.", "أوقف المدير."),
        ("The army came under attack.", "The army attacked."),
        ("The king got an apology.", "The king made an apology."),
        ("The bridge is being built in Basra.", "The bridge was built in Basra."),
        ("يجري بناء الجسر في البصرة.", "بني الجسر في البصرة."),
        ("كان من المقرر أن يزور الملك باريس.", "زار الملك باريس."),
        ("Rebels condemned an attack by the army.", "The army condemned an attack by rebels."),
        (
            "Rebels condemned an attack by the army.",
            "An attack by rebels was condemned by the army.",
        ),
        ("قضى القاضي بالإعدام.", "قضى القاضي على الإعدام."),
        ("يحظر الدواء على الأطفال.", "يحظر الدواء إلا على الأطفال."),
        ("فازت مصر على غانا 2-1.", "فازت مصر على غانا بهدفين دون رد."),
    ],
)
def test_a_small_word_makes_another_fact(one: str, other: str) -> None:
    found = {relation(one, other), relation(other, one)}
    assert found.isdisjoint({Relation.SAME, Relation.UPDATE})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("استلم السفير أوراق الاعتماد.", "تسلم السفير أوراق الاعتماد."),
        ("وقع الرئيس الاتفاق.", "وقّع الرئيس الاتفاق."),
        ("The senator was found not guilty of fraud.", "The senator was cleared of fraud."),
        ("Egypt beat Ghana two-nil.", "Egypt beat Ghana 2-0."),
        ("فازت مصر على غانا 2-0.", "فازت مصر على غانا بهدفين دون رد."),
        ("توقفت المحادثات.", "أوقفت المحادثات."),
        (
            "The bank lowered its main rate to 45 percent, a cut of 250 basis points.",
            "The bank cut its main rate by 250 basis points to 45 percent.",
        ),
        ("Kenyan police closed a road in Nairobi.", "Police closed a road in Nairobi."),
        ("استقبل الملك سلمان الوزير في الرياض.", "التقى الملك سلمان الوزير في الرياض."),
        (
            "Three Palestinians were killed by Israeli forces in Jenin.",
            "استشهد ثلاثة فلسطينيين برصاص القوات الإسرائيلية في جنين.",
        ),
        (
            "لم تسجل قطر أي إصابة بالكوليرا بحسب وزارة الصحة.",
            "أكدت وزارة الصحة أن قطر خالية من إصابات الكوليرا.",
        ),
        ("The contract is invalid.", "The contract is not valid."),
        ("The airline cancelled its flights.", "The airline's flights were cancelled."),
        ("The army's bridge was destroyed.", "The bridge of the army was destroyed."),
        ("The minister received a letter from the emir.", "تسلم الوزير رسالة من الأمير."),
        ("A ferry carrying 150 passengers sank.", "غرقت عبارة تقل 150 راكبا."),
        ("The deal was signed in August 2024.", "وقع الاتفاق في آب 2024."),
        (
            "South Korea's president declared martial law.",
            "The South Korean president imposed martial law.",
        ),
        (
            "فرض الاتحاد الأوروبي عقوبات على 18 مسؤولا.",
            "أدرج الاتحاد الأوروبي 18 مسؤولا على قائمة العقوبات.",
        ),
    ],
)
def test_one_fact_in_other_words_is_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ("The former president was arrested.", "The president was arrested."),
        ("It is the second largest bank in Iraq.", "It is the largest bank in Iraq."),
        ("The deputy mayor was arrested.", "The mayor was arrested."),
        ("The minister's son was arrested.", "The minister was arrested."),
        ("The company's parent filed for bankruptcy.", "The company filed for bankruptcy."),
        ("He was charged with attempted murder.", "He was charged with murder."),
        ("The rebels tried to take the town.", "The rebels took the town."),
        ("The minister offered to resign.", "The minister resigned."),
        ("The firm gave a loan.", "The firm got a loan."),
        ("The team lost the final.", "The team made the final."),
        ("The bridge is under construction.", "The bridge has been built."),
        ("كاد الطيار يموت في الحادث.", "مات الطيار في الحادث."),
        ("عرض الوزير استقالته.", "استقال الوزير."),
        ("باعت الشركة الأم حصتها.", "باعت الشركة حصتها."),
        ("Sales were up to 40%.", "Sales were up 40%."),
    ],
)
def test_what_is_called_so_neither_implies_it_nor_is_implied(longer: str, shorter: str) -> None:
    assert relation(longer, shorter) is relation(shorter, longer) is Relation.RELATED
