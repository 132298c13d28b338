"""What goes without saying in one of two reports, and beside it a report of something else."""

from __future__ import annotations

import pytest

from tests.matching.build import assert_one_fact, relation
from workbench.matching.types import Relation

_ALIKE = [
    # A word before a figure that only says that it is its measure.
    (
        "Police seized 2 million euros' worth of jewellery in Lyon.",
        "Police seized jewellery valued at 2 million euros in Lyon.",
        "Police seized paintings valued at 2 million euros in Lyon.",
    ),
    # What something is of says already that it is a system, a building.
    (
        "Chile's Senate approved the reform of the pension system.",
        "Chile's Senate approved the pension reform.",
        "Chile's Senate approved the reform of the tax system.",
    ),
    # Who commonly does it.
    (
        "Prosecutors charged the mayor of Guayaquil with fraud.",
        "The mayor of Guayaquil was charged with fraud.",
        "Prosecutors charged the governor of Guayaquil with fraud.",
    ),
    (
        "The coastguard rescued 73 migrants aboard a boat off Lampedusa.",
        "The coastguard rescued 73 migrants from a boat off Lampedusa.",
        "The coastguard rescued 73 tourists from a boat off Lampedusa.",
    ),
    # Two who commonly do it are not one.
    (
        "A judge in Ohio acquitted the officer of murder.",
        "The officer was acquitted of murder in Ohio.",
        "The officer was acquitted of murder in Ohio by a jury.",
    ),
    # A report that finds says it, and whoever says it in one of the two adds nothing to it.
    (
        "Half of the households lack clean water, a study found.",
        "A study says half of the households lack clean water.",
        "Half of the households lack clean water, a study denied.",
    ),
    (
        "The dam in Oroville was not damaged, officials said.",
        "The dam in Oroville was not damaged.",
        "The bridge in Oroville was not damaged.",
    ),
    # Plans are no facts.
    (
        "Apple plans to invest 500 million dollars in Kentucky.",
        "Apple will invest 500 million dollars in Kentucky.",
        "Apple has invested 500 million dollars in Kentucky.",
    ),
    (
        "Poland closed its border with Belarus for security reasons.",
        "Poland shut the border with Belarus, citing security.",
        "Poland closed its border with Belarus for economic reasons.",
    ),
    # Of whom it is denied, in a clause or in passing.
    (
        "A crane fell on a house in Delft without injuring anyone.",
        "A crane fell on a house in Delft and nobody was hurt.",
        "A crane fell on a house in Delft and nobody was killed.",
    ),
    (
        "No one was injured when a train derailed near Derby.",
        "A train derailed near Derby without causing injuries.",
        "A train derailed near Derby, causing injuries.",
    ),
    (
        "The fire in the Lagos market killed nobody.",
        "The Lagos market fire caused no deaths.",
        "The Lagos market fire caused no damage.",
    ),
]


@pytest.mark.parametrize(("claim", "alike", "other"), _ALIKE)
def test_what_goes_without_saying_is_not_missed(claim: str, alike: str, other: str) -> None:
    assert_one_fact(claim, alike, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Apple plans to close a plant in Kentucky.", "Apple may close a plant in Kentucky."),
        ("Apple dropped plans to close a plant.", "Apple plans to close a plant."),
        ("Prosecutors charged five men in Oslo.", "Police charged five men in Oslo."),
        ("A jury acquitted the mayor of fraud.", "A judge acquitted the mayor of fraud."),
        ("The dam is safe, the ministry said.", "The dam is safe, the opposition said."),
        ("The minister quit, the president said.", "The president quit, the minister said."),
        ("A study found coffee causes cancer.", "A survey found coffee causes cancer."),
        ("The crash near Lima injured no one.", "The crash near Lima injured one."),
        ("Nothing was stolen from the museum.", "Something was stolen from the museum."),
        ("The blast killed nobody in Kano.", "The blast killed everybody in Kano."),
        ("The collapse left 30 miners trapped.", "The collapse left 30 miners dead."),
        ("A man aged 31 was held in Leeds.", "A man aged 41 was held in Leeds."),
    ],
)
def test_but_nothing_that_was_changed(one: str, other: str) -> None:
    assert relation(one, other) is not Relation.SAME
    assert relation(other, one) is not Relation.SAME


@pytest.mark.parametrize(
    ("several", "one"),
    [
        ("خرق الطرفان الهدنة في عدن", "خرق أحد الطرفين الهدنة في عدن"),
        ("أغلق المعبران يوم الأحد", "أغلق أحد المعبرين يوم الأحد"),
        ("خرقت الدول الاتفاق", "خرقت إحدى الدول الاتفاق"),
        ("انهارت جسور في الموصل", "انهار جسر في الموصل"),
        ("Bridges collapsed in Mosul", "A bridge collapsed in Mosul"),
        ("All of the suspects were charged", "One of the suspects was charged"),
    ],
)
def test_one_of_several_is_not_all_of_them(several: str, one: str) -> None:
    assert relation(several, one) not in {Relation.SAME, Relation.UPDATE}


def test_nobody_is_not_one_of_several() -> None:
    assert relation("لم يصب أحد في الحادث", "لم تقع إصابات في الحادث") is Relation.SAME


def test_who_was_charged_was_not_released() -> None:
    released, charged = (f"Two of the three suspects were {act}" for act in ("released", "charged"))
    assert relation(released, charged) is Relation.RELATED


def test_one_of_several_is_one_of_them_told_in_two_ways() -> None:
    here, there = "أغلقت مدرسة في إربد", "أغلقت إحدى مدارس إربد"
    assert relation(here, there) in {Relation.SAME, Relation.NARROWER}
    assert relation("تأخرت رواتب المعلمين", "تأخرت رواتبهم في المدارس") is not Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The prosecutor was charged with fraud.", "The mayor was charged with fraud."),
        ("Gunmen were kidnapped in Kaduna.", "Pupils were kidnapped in Kaduna."),
        ("Firefighters were injured in the blaze.", "Children were injured in the blaze."),
        ("The price of gold rose.", "The output of gold rose."),
        ("Crew died in the plane crash.", "Passengers died in the plane crash."),
        ("أدين القاضي بالرشوة.", "أدين النائب بالرشوة."),
        ("The remaining prisoners were freed.", "The prisoners were freed."),
    ],
)
def test_whom_it_befalls_does_not_go_without_saying(one: str, other: str) -> None:
    assert relation(one, other) is relation(other, one) is Relation.RELATED
