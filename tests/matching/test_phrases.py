"""Phrases of several words: met in every form, and never hiding that something else is said."""

from __future__ import annotations

import msgspec
import pytest

import workbench.matching.lexicon.senses as room
from tests.matching.build import as_read, relation
from workbench.errors import InvalidInputError
from workbench.language.packs import available
from workbench.matching.lexicon.contrasts import contrasts, exclusives
from workbench.matching.lexicon.phrases import phrases_of
from workbench.matching.lexicon.senses import senses_of
from workbench.matching.statement.words import profile
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("claim", "paraphrase", "near_miss"),
    [
        (
            "The meeting took place in Geneva.",
            "The meeting was held in Geneva.",
            "The meeting was called off in Geneva.",
        ),
        (
            "The company laid 500 workers off.",
            "The company dismissed 500 workers.",
            "The company recruited 500 workers.",
        ),
        (
            "The club called the match off because of rain.",
            "As a result of rain, the club cancelled the match.",
            "In spite of rain, the club cancelled the match.",
        ),
        (
            "The ministry put the death toll at 40.",
            "The ministry said 40 people were killed.",
            "The ministry said 40 people were injured.",
        ),
        (
            "The army launched an attack on the village.",
            "The army attacked the village.",
            "The army halted an attack on the village.",
        ),
        (
            "The river hit a record high in May.",
            "The river hit an all-time high in May.",
            "The river hit a record low in May.",
        ),
        (
            "لقي ثلاثة عمال مصرعهم في المنجم.",
            "توفي ثلاثة عمال في المنجم.",
            "أصيب ثلاثة عمال بجروح في المنجم.",
        ),
        (
            "ألقت الشرطة القبض على المدير.",
            "اعتقلت الشرطة المدير.",
            "أطلقت الشرطة سراح المدير.",
        ),
        (
            "وضعت المعاهدة حداً للحرب.",
            "أنهت المعاهدة الحرب.",
            "أشعلت المعاهدة الحرب.",
        ),
        (
            "أقدمت السلطات على إغلاق الصحيفة.",
            "أغلقت السلطات الصحيفة.",
            "فتحت السلطات الصحيفة.",
        ),
        (
            "شهدت أسعار الخبز ارتفاعا.",
            "ارتفعت أسعار الخبز.",
            "شهدت أسعار الخبز انخفاضا.",
        ),
        (
            "The ceasefire took effect in Gaza on 5 May 2024.",
            "دخل وقف إطلاق النار حيز التنفيذ في غزة في 5 مايو 2024.",
            "أُلغي وقف إطلاق النار في غزة في 5 مايو 2024.",
        ),
        (
            "Tunisia's central bank kept its rate at 8 percent.",
            "The Tunisian central bank left its rate unchanged at 8 percent.",
            "The Tunisian central bank left its rate at 8 percent under review.",
        ),
        (
            "ثبت البنك المركزي سعر الفائدة عند 8 بالمئة.",
            "أبقى البنك المركزي سعر الفائدة عند 8 بالمئة.",
            "رفع البنك المركزي سعر الفائدة إلى 8 بالمئة.",
        ),
        (
            "Copper fell to its lowest in two years.",
            "Copper hit its lowest in two years.",
            "Copper rose from its lowest in two years.",
        ),
        (
            "تراجعت الليرة إلى أدنى مستوى في عامين.",
            "سجلت الليرة أدنى مستوى في عامين.",
            "صعدت الليرة من أدنى مستوى في عامين.",
        ),
        (
            "رفضت المحكمة حل الحزب.",
            "قضت المحكمة برفض حل الحزب.",
            "قضت المحكمة بحل الحزب.",
        ),
        ("It is the oldest mosque in Mali.", "هو أقدم مسجد في مالي.", "هو أكبر مسجد في مالي."),
        (
            "She is the youngest minister in Mali.",
            "هي أصغر وزيرة في مالي.",
            "هي أغنى وزيرة في مالي.",
        ),
        ("It is the tallest tower in Oman.", "هو أطول برج في عمان.", "هو أقدم برج في عمان."),
        ("It is the longest tunnel in Oman.", "هو أطول نفق في عمان.", "هو أقصر نفق في عمان."),
        (
            "It is the deadliest attack in Mali.",
            "هو الهجوم الأكثر دموية في مالي.",
            "هو الهجوم الأخير في مالي.",
        ),
        (
            "ألغي الحفل بقرار من البلدية.",
            "ألغت البلدية الحفل.",
            "ألغي حفل البلدية.",
        ),
    ],
)
def test_a_phrase_says_what_its_word_says_and_no_more(
    claim: str, paraphrase: str, near_miss: str
) -> None:
    assert relation(claim, paraphrase) is Relation.SAME
    assert relation(claim, near_miss) is not Relation.SAME


@pytest.mark.parametrize(
    ("text", "surface", "left"),
    [
        ("Police took three tall men into custody.", "took into custody", {"tall", "men"}),
        ("They shot the leader.", "", {"shot", "leader"}),
        ("ألقت شرطة المدينة القبض على اللص.", "ألقت القبض", {"شرطة", "المدينة", "اللص"}),
    ],
)
def test_what_stands_inside_a_phrase_is_read_as_ever(
    text: str, surface: str, left: set[str]
) -> None:
    words = {word.surface for word in profile(as_read(text)).words}
    assert left <= words
    assert not surface or surface in words


def test_a_denial_inside_a_phrase_still_denies() -> None:
    agreed = "The ministry gave its approval to the dam."
    assert relation(agreed, "The ministry approved the dam.") is Relation.SAME
    refused = "The ministry gave no approval to the dam."
    assert relation(agreed, refused) is Relation.CONFLICT


def test_figures_and_names_are_never_taken_into_a_phrase() -> None:
    words = profile(as_read("The flood claimed 20 lives in Derna.")).words
    assert {"20", "Derna"} <= {word.surface for word in words}


@pytest.mark.parametrize("code", available())
def test_no_phrase_means_two_things_of_which_only_one_can_be_as_read(code: str) -> None:
    written: dict[str, set[str]] = {}
    sheet = room.read_sheet(room._sheet_of(code), room.SensesSheet)
    for sense, phrases in sheet.phrases.items():
        for phrase in phrases:
            written.setdefault(phrase, set()).add(f"sense:{sense}")
    for senses in written.values():
        for table in (contrasts(), exclusives()):
            assert not any(table.get(sense, frozenset()) & senses for sense in senses)


def test_a_sheet_with_a_phrase_of_one_word_or_an_unknown_sense_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"senses": {}, "phrases": {"hold": ["held"]}}, room.SensesSheet)
    sheet = room.SensesSheet(senses={}, phrases={"hodl": ("took place",)})
    with pytest.raises(InvalidInputError, match="hodl"):
        list(room._phrases(sheet))
    with pytest.raises(InvalidInputError, match="two words"):
        phrases_of([("very? big", frozenset())], str.split)


def test_a_language_without_a_sheet_has_no_phrases() -> None:
    assert not senses_of("xx").phrases.with_first(("took", "take"))
