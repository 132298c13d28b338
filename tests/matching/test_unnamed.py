"""Who is killed by his own, and whose own is killed, by whatever the verb tells."""

from __future__ import annotations

import pytest

from tests.matching.build import relation
from workbench.matching.types import Relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Her husband was killed", "She killed her husband"),
        ("The minister's son was accused", "The minister accused his son"),
        ("قتل زوجها", "قتلت زوجها"),
        ("Her husband was killed", "قتلت زوجها"),
        ("The killing of her husband", "قتلت زوجها"),
        ("He killed his wife", "قتلت زوجته"),
        ("She killed her husband", "قتل زوجها"),
        ("A man killed his brother in Amman", "قتل شقيق رجل في عمان"),
        ("A man's brother was killed in Amman", "قتل رجل شقيقه في عمان"),
        ("His neighbour was stabbed", "طعن جاره"),  # or he stabbed him
    ],
)
def test_what_somebody_does_to_his_own_does_not_merely_befall_them(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Her husband was killed", "قتل زوجها"),
        ("She killed her husband", "قتلت زوجها"),
        ("His wife was killed", "قتلت زوجته"),
        ("He killed his wife", "قتل زوجته"),
        ("Her brother was arrested", "اعتقل شقيقها"),
    ],
)
def test_what_befalls_them_in_both_is_the_same(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
