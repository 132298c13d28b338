"""Claims confirmed to say the same hang together, and offer one another their verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.matching.families import clusters
from workbench.desk.states import Stance

LINE = "There are 2,500 troops in the country"


def _three(path: Path) -> Desk:
    """Three articles that say the same: the first two matches are confirmed."""
    desk = open_desk(path)
    for n in range(3):
        desk.articles.add(article(f"{LINE}\nOther line {'abc'[n]}"))
    for match in desk.matches.pending():
        if (match.claim_id, match.other_id) != (5, 1) and match.text == LINE:
            desk.matches.confirm(match.id)
    return desk


def test_family_reaches_over_more_than_one_step(path: Path) -> None:
    with _three(path) as desk:
        (family,) = desk.families.all()
        assert [row.id for row in family.claims] == [1, 3, 5]
        assert desk.families.of(5) == family
        assert desk.families.of(2) is None


def test_verdict_is_offered_through_the_family_and_never_copied(path: Path) -> None:
    with _three(path) as desk:
        source = desk.sources.add("The ministry's count")
        desk.evidence.link(1, source, Stance.SUPPORTS, quote="2,500")
        desk.verdicts.set(1, "true", "As counted", holds="2024-02/2024-08")
        match = next(m for m in desk.matches.of(5) if m.other_id == 3)
        (offer,) = desk.matches.offers(match.id)
        assert (offer.claim_id, offer.verdict.rating, offer.verdict.holds) == (
            1,
            "true",
            "2024-02/2024-08",
        )
        assert desk.claims.get(5).verdict is None
        assert not desk.families.all()[0].at_odds


def test_claim_set_aside_or_match_reopened_leaves_the_family(path: Path) -> None:
    with _three(path) as desk:
        desk.claims.set_aside(5, "a wire copy", version=desk.claims.get(5).version)
        assert [row.id for row in desk.families.all()[0].claims] == [1, 3]
        (match,) = [m for m in desk.matches.of(3) if m.other_id == 1]
        desk.matches.reopen(match.id)
        assert desk.families.all() == []


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(1, 12))))
def test_clusters_are_what_hangs_together(pairs: Sequence[tuple[int, int]]) -> None:
    groups = clusters(pairs)
    home = {one: at for at, group in enumerate(groups) for one in group}
    assert all(home[first] == home[second] for first, second in pairs)
    assert sorted(home) == sorted({one for pair in pairs for one in pair})
    for group in groups:  # what was put together can be walked through by pairs
        reached = {group[0]}
        for _ in group:
            reached |= {b for a, b in pairs if a in reached} | {a for a, b in pairs if b in reached}
        assert reached == set(group)
