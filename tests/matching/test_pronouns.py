"""He is not she, who is told of by a pronoun alone."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He resigned", "She resigned"),
        ("He was accused of fraud", "She was accused of fraud"),
        ("They arrested him in Basra", "He arrested them in Basra"),
        ("She beat her rival", "Her rival beat her"),
        ("His son was killed", "Her son was killed"),
        ("Police said she fired at them", "Police said they fired at her"),
        ("اتهمها بالاحتيال", "اتهمته بالاحتيال"),
        ("اعتقلها الجيش", "اعتقله الجيش"),
    ],
)
def test_another_pronoun_is_somebody_else(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("He resigned, he said", "He said he resigned"),
        ("She said they were killed", "They were killed, she said"),
        ("Police fined him 50 euros", "He was fined 50 euros by police"),
        ("اعتقله الجيش", "الجيش اعتقله"),
    ],
)
def test_the_same_pronoun_in_the_same_part_is_not(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
