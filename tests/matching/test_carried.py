"""A verb that says no more than its noun is still another verb than one that says more."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The senator held his seat in Ohio", "The senator lost his seat in Ohio"),
        ("The Greens held two seats in Bavaria", "The Greens lost two seats in Bavaria"),
        ("احتفظت البطلة بلقبها في باريس", "فقدت البطلة لقبها في باريس"),
        ("The champion held her title in Paris", "فقدت البطلة لقبها في باريس"),
        ("أجرى الرئيس زيارة إلى القاهرة", "ألغى الرئيس زيارة إلى القاهرة"),
    ],
)
def test_who_held_it_has_not_lost_it(one: str, other: str) -> None:
    assert relation(one, other) is Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("She held the post of minister", "She left the post of minister"),
        ("The government imposed a ban on exports", "The government lifted a ban on exports"),
        ("The party holds two seats in parliament", "The party demanded two seats in parliament"),
        ("فرضت الحكومة حظرا على التصدير", "رفعت الحكومة حظرا على التصدير"),
    ],
)
def test_what_is_done_otherwise_is_no_part_of_it(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Labour held the seat of Wakefield", "Labour retained the seat of Wakefield"),
        ("The army carried out an attack on the town", "شن الجيش هجوما على البلدة"),
        ("The council held a meeting in Baghdad", "عقد المجلس اجتماعا في بغداد"),
        ("The summit was held in Cairo", "The summit took place in Cairo"),
    ],
)
def test_by_whatever_verb_it_is_carried_it_is_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("انتقدت المعارضة شروط العراق", "انتقدت المعارضة شرطة العراق"),
        ("أعلنت الشرطة في بغداد", "أعلنت الشروط في بغداد"),
        ("The opposition criticised Iraq's police", "انتقدت المعارضة شروط العراق"),
    ],
)
def test_words_of_one_stem_and_other_senses_are_not_one(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED
