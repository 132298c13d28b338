"""The index finds what was added and nothing that was removed, in memory and in the store."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.matching.candidates import summing
from workbench.matching.candidates.index import CAP, ClaimIndex, PostingStore
from workbench.matching.candidates.memory import MemoryPostings
from workbench.records.index import DDL, SqlPostings, pack, unpack
from workbench.records.sqlite import Database

Make = Callable[[], PostingStore]


@pytest.fixture(params=["memory", "sql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> PostingStore:
    if request.param == "memory":
        return MemoryPostings("1")
    database = Database(tmp_path / "claims.db")
    request.addfinalizer(database.close)
    database.run("BEGIN")
    for statement in DDL:
        database.run(statement)
    postings = SqlPostings(database)
    postings.reset("1")
    return postings


@pytest.fixture
def index(store: PostingStore) -> ClaimIndex:
    return ClaimIndex(store, "1")


def ids(index: ClaimIndex, *terms: str, k: int = 10) -> list[int]:
    return [candidate.claim for candidate in index.candidates([dict.fromkeys(terms, 1.0)], k)[0]]


def test_rare_terms_weigh_more(index: ClaimIndex) -> None:
    index.add([(claim, ["common"]) for claim in range(1, 20)])
    index.add([(40, ["common", "rare"]), (41, ["rare", "other"])])
    assert ids(index, "common", "rare", k=2) == [40, 41]


def test_a_removed_claim_is_not_found(index: ClaimIndex) -> None:
    index.add([(1, ["a", "b"]), (2, ["a"])])
    index.remove([1, 99])
    assert ids(index, "a", "b") == [2]


def test_a_claim_indexed_anew_is_found_by_its_new_terms_only(index: ClaimIndex) -> None:
    index.add([(1, ["old"])])
    index.add([(1, ["new"])])
    assert ids(index, "old") == []
    assert ids(index, "new") == [1]


def test_many_removed_claims_do_not_hide_a_live_one(index: ClaimIndex) -> None:
    index.add([(claim, ["a", "b"]) for claim in range(1, 3001)])
    index.add([(5000, ["a"])])
    index.remove(list(range(1, 3001)))
    assert ids(index, "a", "b", k=3) == [5000]


def test_docs_stay_in_order_across_additions(store: PostingStore) -> None:
    index = ClaimIndex(store, "1")
    for start in range(0, 3500, 70):
        index.add([(claim, ["a"]) for claim in range(start + 1, start + 71)])
    number, count, recent = store.lookup(["a"])["a"]
    late = unpack(recent)
    early = [
        piece for _, piece in store.pieces({number: count - len(late)} if len(late) < count else {})
    ]
    assert count == 3500
    assert [doc for piece in early for doc in unpack(piece)] + late == list(range(1, 3501))


@given(
    st.sampled_from((12, 18, 30)).flatmap(
        lambda bits: st.sets(st.integers(1, (1 << bits) - 1), min_size=1, max_size=50)
    )
)
def test_docs_come_out_of_a_piece_as_they_went_in(docs: set[int]) -> None:
    assert unpack(pack(sorted(docs))) == sorted(docs)


def test_another_version_is_stale_and_rebuilding_cures_it(store: PostingStore) -> None:
    ClaimIndex(store, "1").add([(1, ["a"])])
    newer = ClaimIndex(store, "2")
    assert newer.stale
    newer.rebuild((claim, ["b"]) for claim in range(1, 8))
    assert not newer.stale
    assert ids(newer, "a") == []
    assert ids(newer, "b", k=100) == [7, 6, 5, 4, 3, 2, 1]


def test_the_costliest_terms_are_left_out_beyond_the_cap(index: ClaimIndex) -> None:
    rare = [f"r{at}" for at in range(6)]
    index.add([(claim, ["everywhere"]) for claim in range(1, CAP + 10)])
    index.add([(CAP + 20, [*rare, "everywhere"])])
    assert ids(index, *rare, "everywhere", k=5) == [CAP + 20]


def test_a_claim_equal_to_very_many_others_finds_the_newest_of_them() -> None:
    index = ClaimIndex(MemoryPostings("1"), "1")
    index.add([(claim, ["a", "b", "c"]) for claim in range(200_000)])
    index.remove(list(range(199_000, 200_000)))
    assert ids(index, "a", "b", "c", k=3) == [198_999, 198_998, 198_997]


def test_a_claim_is_found_before_its_transaction_is_committed_and_not_after_a_rollback(
    tmp_path: Path,
) -> None:
    with closing(Database(tmp_path / "claims.db")) as database:
        database.script(DDL)
        index = ClaimIndex(SqlPostings(database), "1")
        with database.writing():
            index.rebuild([(1, ["a", "b"])])
        with pytest.raises(RuntimeError), database.writing():
            index.add([(2, ["a", "c"])])
            assert ids(index, "a", "c") == [2, 1]
            raise RuntimeError
        assert ids(index, "a", "c") == [1]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_numpy_and_plain_python_sum_alike(data: st.DataObject) -> None:
    last = 400
    docs = st.sets(st.integers(1, last), min_size=1, max_size=60).map(sorted)
    terms = dict(enumerate(data.draw(st.lists(docs, min_size=1, max_size=8))))
    weights = st.integers(1, 4096).map(lambda each: each / 1024)
    queries = [
        [(number, data.draw(weights)) for number in data.draw(st.sets(st.sampled_from([*terms])))]
        for _ in range(3)
    ]
    given_ = (
        queries,
        [(number, pack(each)) for number, each in terms.items()],
        {number: len(each) for number, each in terms.items()},
        bytes(doc % 3 for doc in range(last)),
        [1.0] * 256,
    )
    for plain, quick in zip(summing._lists(*given_), summing._arrays(*given_), strict=True):
        assert quick.best(10) == plain.best(10)


def test_nothing_on_file_nothing_asked(index: ClaimIndex) -> None:
    assert index.candidates([{"a": 1.0}], 5) == [[]]
    index.add([])
    index.add([(1, [])])
    assert index.candidates([{}, {"unknown": 1.0}], 5) == [[], []]
    assert index.candidates([{"a": 1.0}], 0) == [[]]


TERMS = st.sets(st.sampled_from("abcdefgh"), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(st.lists(TERMS, min_size=1, max_size=30), st.data())
def test_what_is_on_file_is_found_and_what_was_removed_is_not(
    claims: list[set[str]], data: st.DataObject
) -> None:
    index = ClaimIndex(MemoryPostings("1"), "1")
    index.add(list(enumerate(claims)))
    gone = data.draw(st.sets(st.sampled_from(range(len(claims)))))
    index.remove(sorted(gone))
    for claim, terms in enumerate(claims):
        found = ids(index, *terms, k=len(claims))
        assert (claim in found) == (claim not in gone)
