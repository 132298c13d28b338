"""Claims asked for in the little language, in both languages, and what is wrong with a query."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.asking import filters, query
from workbench.desk.asking.query_tokens import tokens
from workbench.desk.states import ClaimState
from workbench.desk.words import languages
from workbench.errors import InvalidInputError, NotFoundError
from workbench.facets.interval import parse_edtf
from workbench.language.spans import Span
from workbench.records.queries import claims
from workbench.records.queries.claims import Order

TEXT = (
    "About 2,500 troops are in Baghdad since February 2024.\n"
    "قال محمد شياع السوداني إن نحو 900 عسكري في قاعدة عين الأسد.\n"
    "The base of Ain al-Asad was closed in 2023.\n"
)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the claims that are asked for; each test has a copy."""
    path = tmp_path_factory.mktemp("asked") / "claims.db"
    with open_desk(path, "Sara") as desk:
        known = {"published": parse_edtf("2024-08-15"), "published_provenance": "test"}
        added = desk.articles.add(article(TEXT, **known))
        for claim_id in list(desk.claims.ids()):
            desk.claims.set_aside(claim_id, "test", version=desk.claims.get(claim_id).version)
        for line in TEXT.splitlines():
            start = TEXT.index(line)
            named = "محمد شياع السوداني" if "السوداني" in line else ""
            desk.claims.add(added.article_id, [Span(start, start + len(line))], claimant=named)
    return path


@pytest.fixture
def filled(asked: Path, path: Path) -> Iterator[Desk]:
    shutil.copyfile(asked, path)
    with open_desk(path) as desk:
        yield desk


def found(desk: Desk, typed: str) -> set[str]:
    rows = desk.claims.rows(desk.claims.ids(desk.filters.read(typed)))
    return {row.text.split()[0] for row in rows}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", {"About", "قال", "The"}),
        ("troops", {"About"}),
        ("figure:>1000", {"About"}),
        ("figure:>=2500 unit:people", {"About"}),
        ("unit:جنود", {"About", "قال"}),  # a word of it in any language
        ("figure:800..1,000", {"قال"}),
        ("رقم:<1000", {"قال"}),
        ("date:2024-02", {"About"}),
        ("published:2024-02", set()),
        ("date:2024-08", {"About", "قال", "The"}),  # when it was published counts as well
        ("time:2023", {"The"}),
        ("time:<2023", set()),
        ("claimant:السودانى", {"قال"}),
        ("صاحب:السوداني", {"قال"}),
        ('"قاعدة عين الأسد"', {"قال"}),
        ('"عين قاعدة"', set()),
        ("«عين الأسد»", {"قال"}),
        ('"BAGHDAD since"', {"About"}),
        ("place:بغداد", {"About"}),
        ("place:baghdad", {"About"}),
        ("language:ar", {"قال"}),
        ("-language:ar", {"About", "The"}),
        ("-troops -claimant:السوداني", {"The"}),
        ("has:evidence", set()),
        ("-has:evidence state:new", {"About", "قال", "The"}),
        ("حالة:جديد troops", {"About"}),
        ("http://example.org", set()),
    ],
)
def test_queries(filled: Desk, typed: str, expected: set[str]) -> None:
    wanted = filled.filters.read(typed)
    newest = list(filled.claims.ids(wanted, "newest"))
    assert list(filled.claims.ids(wanted, "newest", most=1)) == newest[:1]
    assert found(filled, typed) == expected


def test_a_letter_or_an_article_alone_is_no_beginning_of_every_word(filled: Desk) -> None:
    assert found(filled, "t") == found(filled, "ال") == set()
    assert found(filled, "tr") == {"About"}
    assert filled.filters.is_begun("state:new ال") and not filled.filters.is_begun("القوات")


def test_set_aside_claims_are_found_when_asked_for(filled: Desk) -> None:
    assert query.parse("state:set_aside").state is ClaimState.SET_ASIDE
    assert len(filled.claims.ids(query.parse("state:set_aside"))) > 0


@pytest.mark.parametrize(
    ("typed", "said", "hint"),
    [
        ("troops stat:new", "at character 8, 'stat:new': there is no operator stat:", "state:"),
        ("state:checkin_g", "at character 1, 'state:checkin_g': there is no state", "checking"),
        ("state:check", "check may be checking or checked", "There are"),
        ("state:", "has no value", "There are: new"),
        ("state:new state:checked", "asked for twice", ""),
        ("figure:many", "is no figure", "figure:>2000"),
        ("date:yesterday", "yesterday", "date:2024-02"),
        ('one "two', "at character 5, '\"two': this quotation is not closed", '"'),
        ("article:first", "by its number", ""),
        ("rating:wonderful", "there is no rating wonderful", "mostly_true"),
    ],
)
def test_what_is_wrong_is_said_and_where(typed: str, said: str, hint: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        query.parse(typed)
    assert said in caught.value.message
    assert hint in caught.value.hint


def test_a_query_is_kept_under_a_name_and_undo_brings_it_back(filled: Desk) -> None:
    filled.filters.save("big", "figure:>1000")
    assert found(filled, "@big") == {"About"}
    filled.filters.save("@big", "figure:<1000")
    assert found(filled, "@big") == {"قال"}
    assert filled.undo()
    assert filled.filters.all() == {"big": "figure:>1000"}
    filled.filters.remove("big")
    with pytest.raises(NotFoundError, match="no filter @big"):
        filled.filters.read("@big")
    with pytest.raises(InvalidInputError):
        filled.filters.save("broken", "state:nothing")
    assert filled.verify() == []


@given(st.text('ab:-"«» state12><=.', max_size=20))
def test_any_text_is_read_or_refused(typed: str) -> None:
    try:
        query.parse(typed)
    except InvalidInputError as error:
        assert error.message.startswith("at character")
    else:
        pieces = list(tokens(typed))
        assert "".join("".join(one.written for one in pieces).split()) == "".join(typed.split())


@pytest.mark.parametrize("language", languages())
def test_what_home_asks_for_is_asked_in_any_language(language):
    to_check = query.parse(filters.to_check(language))
    assert {one.state for one in to_check.excluded} == {ClaimState.CHECKED, ClaimState.PUBLISHED}
    assert query.parse(filters.condition("relation", "conflict", language)).relation == "conflict"
    if language == "en":
        assert filters.to_check(language) == "-state:checked -state:published"


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("trops", [("trops", "troops")]),
        ("state:set_aside trops bagdad", [("trops", "troops"), ("bagdad", "Baghdad")]),
        ("rtoops", [("rtoops", "troops")]),  # its first letters exchanged
        ("droops", [("droops", "troops")]),
        ("Februery", [("Februery", "February")]),
        ("عسكرري", [("عسكرري", "عسكري")]),
        ("والقاعدهه", [("والقاعدهه", "قاعدة")]),  # as a claim writes it, without the particles
        ("السودانى", []),  # another letter for the same is no mistake
        ("bro troo", []),
        ("9001 2501", []),  # a figure that is nearly another is another
        ('"trops"', []),
        ("xqzxqzxq", []),
    ],
)
def test_a_word_that_no_claim_has_is_taken_for_the_nearest(
    filled: Desk, typed: str, instead: list[tuple[str, str]]
) -> None:
    wanted, taken = filled.search.meant(filled.filters.read(typed))
    assert [(one.typed, one.shown) for one in taken] == instead
    assert not taken or filled.claims.ids(wanted)


def test_anything_is_found_though_letters_of_a_claim_are_wrong(filled: Desk) -> None:
    near = filled.search.everywhere("trops in bagdad")
    assert [one.text.split()[0] for one in near] == ["About"]
    assert [one.shown for one in near[0].instead] == ["troops", "Baghdad"]
    assert not any(one.instead for one in filled.search.everywhere("troops"))


@pytest.mark.parametrize("common", [1, 20_000])
@pytest.mark.parametrize("order", list(Order))
def test_the_first_of_a_list_are_the_first_of_all(
    filled: Desk, monkeypatch: pytest.MonkeyPatch, order: Order, common: int
) -> None:
    monkeypatch.setattr(claims, "COMMON", common)
    for typed in ("", "state:new", "state:set_aside", "language:ar", "troops", "-state:checked"):
        wanted = filled.filters.read(typed)
        every = list(filled.claims.ids(wanted, order))
        assert list(filled.claims.ids(wanted, order, most=2)) == every[:2], typed
