"""Words that were paired by a wide sense and name other kinds of it, or are meant otherwise."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Four girls were kidnapped in Borno.", "Four women were abducted in Borno."),
        ("A ferry sank off Cebu, killing 12.", "A tanker sank off Cebu, killing 12."),
        ("غرقت عبارة قبالة الإسكندرية.", "غرق زورق قبالة الإسكندرية."),
        ("غرق زورق قبالة عدن.", "A tanker sank off Aden."),
        ("The camp hosts 12,000 refugees.", "The camp hosts 12,000 displaced people."),
        ("Turnout in the referendum was 40%.", "Turnout in the election was 40%."),
        ("Two men were executed in Tehran.", "Two men were killed in Tehran."),
        ("أعدمت إيران رجلين.", "قتلت إيران رجلين."),
        ("Egypt reopened its consulate in Benghazi.", "Egypt opened its consulate in Benghazi."),
        ("فر 12 سجينا من سجن صفاقس.", "خرج 12 سجينا من سجن صفاقس."),
        ("تضاعفت الأسعار.", "Prices rose."),
        ("The Frenchwoman was freed on Tuesday.", "The Frenchman was freed on Tuesday."),
        ("Qatar lifted restrictions on imports.", "Qatar raised restrictions on imports."),
        ("رفعت واشنطن العقوبات عن دمشق.", "Washington increased sanctions on Damascus."),
        ("رفعت الوزارة الضريبة على الأدوية.", "رفعت الوزارة الضريبة عن الأدوية."),
        ("علق الوزير على القرار.", "علق الوزير القرار."),
        ("عدلت الحكومة عن القانون.", "The government amended the law."),
        ("حل الرئيس الأزمة.", "The president dissolved the crisis."),
        ("The president addressed parliament.", "The president tackled parliament."),
    ],
)
def test_other_kinds_are_not_the_same(one: str, other: str) -> None:
    found = {relation(one, other), relation(other, one)}
    assert found.isdisjoint({Relation.SAME, Relation.UPDATE})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A girl was found in Leeds.", "A girl was discovered in Leeds."),
        ("The bank lifted its rate by 2%.", "The bank raised its rate by 2%."),
        ("رفع البنك المركزي سعر الفائدة.", "The central bank raised the interest rate."),
        ("رفعت واشنطن العقوبات عن دمشق.", "Washington lifted sanctions on Damascus."),
        ("أوقفت الشرطة خمسة متظاهرين.", "Police arrested five protesters."),
        ("أقر البرلمان القانون.", "Parliament approved the law."),
        ("استعاد الجيش المدينة.", "The army recaptured the city."),
        ("أطلق الجيش 12 صاروخا.", "The army fired 12 missiles."),
    ],
)
def test_the_same_sense_is_found_where_it_is_meant(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
