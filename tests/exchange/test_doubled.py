"""Keys that stand twice in an object of a document with several records."""

from __future__ import annotations

import io

import pytest

from workbench.desk.checking import ratings
from workbench.exchange.documents.rejects import write_rejects
from workbench.exchange.formats import format_of
from workbench.exchange.types import BadRow, ClaimRecord, Located

KEYS = frozenset(rating.key for rating in ratings.load().ratings)
GOOD = '{"@type": "ClaimReview", "url": "https://a.example/1", "claimReviewed": "Walls are red"}'
TWICE = (
    '{"@type": "ClaimReview", "url": "https://a.example/2",'
    ' "claimReviewed": "Roofs are red", "claimReviewed": "Roofs are green"}'
)
INSIDE = (
    '{"@type": "ClaimReview", "claimReviewed": "Doors are red",'
    ' "reviewRating": {"alternateName": "False", "alternateName": "True"}}'
)


def read(text: str) -> tuple[list[str], list[BadRow]]:
    """The claims of a file, and what is wrong with the others."""
    rows = list(format_of("", "-", text, KEYS).read(io.StringIO(text, newline="")))
    records = [row.record for row in rows if isinstance(row, Located)]
    claims = [record.text for record in records if isinstance(record, ClaimRecord)]
    return claims, [row for row in rows if isinstance(row, BadRow)]


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        (f'{{"@graph": [\n{TWICE},\n{GOOD}]}}', 2, "claimReviewed"),
        (f"[{GOOD},\n{INSIDE}]", 2, "alternateName"),
        (f'<script type="application/ld+json">[{GOOD},\n{TWICE}]</script>', 2, "claimReviewed"),
        (f'{{"dataFeedElement":[{{"item":[{GOOD}]}},\n{{"item": {TWICE}}}]}}', 2, "claimReviewed"),
        (
            f'[{GOOD},\n{{"@type": "ClaimReview", "claimReviewed": "Gates are red",'
            ' "author": {"@id": "#a"}}, {"@id": "#a", "name": "One", "name": "Two"}]',
            2,
            "name",
        ),
        (
            '{"claims": [{"text": "Walls are red", "claimReview": []},\n'
            '{"text": "Roofs are red", "text": "Roofs are green", "claimReview": []}]}',
            2,
            "text",
        ),
        (
            '[{"claim": "Walls are red", "fact_checking_strategies": []},\n'
            '{"claim": "Roofs are red", "label": "Refuted", "label": "Supported"}]',
            2,
            "label",
        ),
        (
            '[{"rating_alternateName": "False", "claimReview_claimReviewed": "Walls are red"},'
            '{"rating_alternateName": "False", "rating_alternateName": "True"}]',
            1,
            "rating_alternateName",
        ),
    ],
)  # fmt: skip
def test_the_record_alone_is_refused_and_the_others_are_taken(
    text: str, line: int, key: str
) -> None:
    claims, (bad,) = read(text)
    assert claims == ["Walls are red"]
    assert (bad.line, bad.field) == (line, key)
    assert "stands twice" in str(bad.problem)
    assert bad.record.count(f'"{key}"') == 2  # both are there to choose from


@pytest.mark.parametrize(
    "text",
    [
        f'{{"@graph": [{GOOD}], "@graph": []}}',
        '{"claims": [{"text": "A", "claimReview": []}], "claims": []}',
    ],
)
def test_a_list_of_records_that_stands_twice_is_refused_with_all_in_it(text: str) -> None:
    claims, (bad,) = read(text)
    assert claims == []
    assert "stands twice" in str(bad.problem)


def test_a_node_without_reviews_may_have_a_key_twice() -> None:
    claims, bad = read(f'[{{"@type": "WebPage", "name": "a", "name": "b"}}, {GOOD}]')
    assert (claims, bad) == (["Walls are red"], [])


def rejects(bad: list[BadRow]) -> str:
    out = io.StringIO()
    write_rejects(bad, out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"[{GOOD},\n{TWICE}]", '"claimReviewed": "Roofs are red", '),
        (f"{GOOD}\n{INSIDE}\n", '"alternateName": "False", '),
        ('{"text": "Walls are red"}\n{"text": "Roofs are red", "text": "B"}', ', "text": "B"'),
    ],
)
def test_one_of_the_two_is_taken_out_of_the_rejects_and_the_record_is_taken(
    text: str, wrong: str
) -> None:
    _, bad = read(text)
    file = rejects(bad)
    assert wrong in file
    again = read(file)[1]
    assert [each.problem for each in again] == [each.problem for each in bad]
    assert rejects(again).replace('"line": 1', '"line": 2') == file  # and so on, till it is mended
    claims, left = read(rejects(again).replace(wrong, ""))
    assert (len(claims), left) == (1, [])


def test_a_row_that_nobody_has_mended_says_so() -> None:
    file = rejects([BadRow(3, "", "not CSV", "", '"open,B')])
    (bad,) = read(file)[1]
    assert "as it was refused: not CSV" in str(bad.problem)
    again = rejects([bad])
    assert '{"row":"\\"open,B"' in again
    assert read(again)[1][0].problem == bad.problem
