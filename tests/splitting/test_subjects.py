"""Who acts stays who acts, whatever stands before the subject, beside it and behind the verb."""

from __future__ import annotations

from itertools import product

import pytest

from benchmarks.gold import clock
from workbench.language.fold import fold_text
from workbench.splitting import split

CLOCK = clock("2026-11-28")
DEEDS = (("the bank", "closed 40 branches"), ("two officers", "were suspended"))
OPENERS = (
    "",
    "On Monday, ",
    "Despite the ban, ",
    "Although sales fell, ",
    "When talks failed, ",
    "In 2019, when sales fell, ",
    "Citing rising costs, ",
    "Faced with rising costs, ",
    "To save money, ",
    "Under pressure from unions, ",
    "Once the votes were counted, ",
    "Sources close to the talks say ",
)
ASIDES = (
    "",
    ", which had lost money,",
    ", based in Oslo,",
    ", already under pressure,",
    ", along with two others,",
    ", whose father founded it,",
    ", as expected,",
    ", formerly a rival,",
    " – which had been warned –",
)
TAILS = ("", ", officials said", ", which angered unions", " because sales fell", " amid protests")


def _told(text: str) -> str:
    return " ".join(fold_text(text).replace(",", " ").replace("،", " ").split())


@pytest.mark.parametrize("opener", OPENERS)
def test_the_verb_keeps_its_subject(opener: str) -> None:
    lost = []
    for (subject, deed), aside, tail in product(DEEDS, ASIDES, TAILS):
        sentence = f"{opener}{subject}{aside} {deed}{tail}."
        sentence = sentence[0].upper() + sentence[1:]
        claims = [_told(claim.text) for claim in split(sentence, CLOCK).claims]
        acting = [claim for claim in claims if _told(deed) in claim]
        if not acting or any(_told(subject) not in claim for claim in acting):
            lost.append(sentence)
    assert lost == []


@pytest.mark.parametrize("opener", ["", "On Monday, ", "Despite a ban, ", "Officials said "])
@pytest.mark.parametrize(
    "aside", ["", ", based in Oslo,", ", which had lost money,", ", as expected,"]
)
def test_all_verbs_of_a_row_keep_their_subject(opener: str, aside: str) -> None:
    deeds = ("arrested two men", "seized 40 guns", "found a car")
    sentence = f"{opener}the bank{aside} {deeds[0]}, {deeds[1]} and {deeds[2]}."
    claims = [_told(one.text) for one in split(sentence[0].upper() + sentence[1:], CLOCK).claims]
    assert [any("the bank" in c and deed in c for c in claims) for deed in deeds] == [True] * 3


VERBAL = (("أغلق", "البنك", "40 فرعاً"), ("رفض", "المجلس", "الخطة"))
LEADING = (
    "",
    "يوم الاثنين، ",
    "وفي بيان، ",
    "ورغم الحظر، ",
    "ورغم أن المبيعات تراجعت، ",
    "وعندما فشلت المحادثات، ",
    "وبعد أن تراجعت المبيعات، ",
    "وفيما تراجعت المبيعات، ",
    "ولخفض النفقات، ",
    "ومنذ بدء الأزمة، ",
)
BESIDE = (
    "",
    "، الذي تعرض لضغوط،",
    "، ومقره أوسلو،",
    "، كما كان متوقعاً،",
    "، بحسب مصادر،",
    "، من جانبه،",
    "، أمس،",
    "، المعروف بتشدده،",
)
BEHIND = ("", "، وفق مسؤولين", "، ما أثار غضب النقابات", " رغم الحظر", " فيما احتج العمال")


@pytest.mark.parametrize("opener", LEADING)
def test_the_verb_keeps_subject_and_object_where_it_comes_first(opener: str) -> None:
    lost = []
    for (verb, subject, thing), aside, tail in product(VERBAL, BESIDE, BEHIND):
        sentence = f"{opener}{verb} {subject}{aside} {thing}{tail}."
        claims = [_told(claim.text) for claim in split(sentence, CLOCK).claims]
        whole = [c for c in claims if all(_told(part) in c for part in (verb, subject, thing))]
        parted = [c for c in claims if _told(thing) in c and _told(verb) not in c.split()]
        if not whole or parted:
            lost.append(sentence)
    assert lost == []
