"""Articles: filed whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk.fakes import ARTICLE, LineSplitter, article, open_desk
from workbench.desk import Desk
from workbench.desk.types import ClaimFilter
from workbench.errors import InvalidInputError, NotFoundError
from workbench.facets.interval import parse_edtf
from workbench.facets.types import Clock
from workbench.splitting.types import Splitting


def test_article_is_filed_with_claims_places_and_coverage(desk: Desk) -> None:
    added = desk.articles.add(article(origin=b"<html>", url="https://a.example/1"))
    assert (added.is_new, added.claims, added.version_of) == (True, 2, None)
    view = desk.articles.get(added.article_id)
    assert view.text == ARTICLE
    assert [(s.span.of(view.text), s.state, s.reason) for s in view.sentences][-1] == (
        "Why now?",
        "set_aside",
        "question",
    )
    first = desk.claims.get(desk.claims.ids()[0])
    assert first.claimant == "The ministry"
    assert first.text == "2,500 troops are in the country"
    (place,) = first.appearances
    assert [segment.of(view.text) for segment in place.segments] == [place.quote]
    assert place.prefix == "The ministry: "
    assert view.text[place.segments[0].end :].startswith(place.suffix)
    assert place.facets.quantities[0].low == 2500


def test_same_text_is_recognised_and_nothing_is_written(desk: Desk) -> None:
    first = desk.articles.add(article())
    version = desk.data_version()
    again = desk.articles.add(article(title="Another title"))
    assert (again.article_id, again.is_new, again.claims) == (first.article_id, False, 0)
    assert desk.data_version() == version


def test_changed_text_of_an_address_is_a_new_version(desk: Desk) -> None:
    first = desk.articles.add(article(url="https://a.example/1"))
    second = desk.articles.add(article("Other words", url="https://a.example/1"))
    assert second.version_of == first.article_id
    assert desk.articles.get(first.article_id).text == ARTICLE
    view = desk.articles.get(second.article_id)
    assert (view.version, view.versions) == (2, (first.article_id, second.article_id))
    other = desk.articles.add(article("Elsewhere", url="https://b.example/1"))
    assert desk.articles.get(other.article_id).versions == (other.article_id,)


@pytest.mark.parametrize("text", ["", " \n\t"])
def test_article_without_text_is_refused(desk: Desk, text: str) -> None:
    with pytest.raises(InvalidInputError, match="no text"):
        desk.articles.add(article(text))


def test_half_a_character_is_refused_with_its_place(desk: Desk) -> None:
    with pytest.raises(InvalidInputError, match="character 3"):
        desk.articles.add(article("abc\ud800"))


def test_control_bytes_and_markup_are_kept_as_they_are(desk: Desk) -> None:
    text = "a\x1b]52;c;aGk=\x07 [/] [@click=app.quit]x[/] \x00 end"
    added = desk.articles.add(article(text))
    assert desk.articles.get(added.article_id).text == text
    assert desk.verify() == []


@pytest.mark.parametrize("stop_at", [0, 40, 70, 100])
def test_cancelling_leaves_nothing(desk: Desk, stop_at: int) -> None:
    def stop(done: int, total: int) -> None:
        if done >= stop_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.articles.add(article(), progress=stop)
    assert desk.articles.list() == []
    assert list(desk.claims.ids()) == []
    assert desk.data_version() == 0
    assert desk.articles.add(article()).is_new


def test_back_end_that_misquotes_is_refused_and_nothing_is_filed(desk: Desk) -> None:
    class Liar(LineSplitter):
        def split(self, text: str, clock: Clock, outlet: str) -> Splitting:
            honest = super().split(text, clock, outlet)
            lie = replace(honest.claims[0], quote="9,999 troops")
            return Splitting((lie,), honest.sentences)

    with pytest.raises(InvalidInputError, match="quotes words that are not there"):
        desk.articles.add(article(), splitter=Liar())
    assert desk.articles.list() == []


def test_dating_an_article_resolves_its_relative_times(desk: Desk) -> None:
    added = desk.articles.add(article())
    talks = desk.claims.ids(ClaimFilter(text="talks"))[0]
    assert desk.claims.get(talks).appearances[0].facets.times[0].interval is None
    desk.articles.set_published(added.article_id, "2024-08-15", "byline", why="found it")
    time = desk.claims.get(talks).appearances[0].facets.times[0]
    assert time.interval is not None
    assert time.interval.edtf == "2024-07"
    view = desk.articles.get(added.article_id)
    assert (view.published, view.published_provenance) == ("2024-08-15", "byline")
    assert desk.history()[0].why == "found it"
    desk.undo()
    assert desk.claims.get(talks).appearances[0].facets.times[0].interval is None
    assert desk.articles.get(added.article_id).published == ""


def test_date_needs_a_provenance_and_must_be_one(desk: Desk) -> None:
    added = desk.articles.add(article())
    with pytest.raises(InvalidInputError, match="provenance"):
        desk.articles.set_published(added.article_id, "2024-08-15", " ")
    with pytest.raises(InvalidInputError, match="2024-02-30"):
        desk.articles.set_published(added.article_id, "2024-02-30", "byline")


def test_date_given_at_once_counts_at_once(desk: Desk) -> None:
    desk.articles.add(article(published=parse_edtf("2024-08-15"), published_provenance="meta"))
    talks = desk.claims.get(desk.claims.ids(ClaimFilter(text="talks"))[0])
    assert talks.appearances[0].published == "2024-08-15"
    assert [time.interval.edtf for time in talks.appearances[0].facets.times if time.interval] == [
        "2024-07"
    ]


def test_list_counts_claims_and_what_is_unchecked(desk: Desk) -> None:
    desk.articles.add(article())
    first, second = desk.claims.ids()
    desk.claims.set_aside(first, "opinion", version=desk.claims.get(first).version)
    desk.claims.set_state(second, "checking", version=desk.claims.get(second).version)  # type: ignore[arg-type]
    (row,) = desk.articles.list()
    assert (row.claims, row.unchecked) == (1, 1)
    with pytest.raises(NotFoundError):
        desk.articles.get(99)


def test_two_programs_with_one_article_file_it_once(path: Path) -> None:
    with open_desk(path) as amal, open_desk(path, "Sara") as sara:

        def meanwhile(done: int, total: int) -> None:
            if done == 40:
                sara.articles.add(article())

        added = amal.articles.add(article(), progress=meanwhile)
        assert not added.is_new
        assert len(amal.articles.list()) == 1
        assert amal.overview().claims == 2


def test_what_is_filed_is_there_after_a_restart(path: Path) -> None:
    with open_desk(path) as desk:
        desk.articles.add(article())
        before = [desk.claims.get(claim) for claim in desk.claims.ids()]
    with open_desk(path) as desk:
        assert [desk.claims.get(claim) for claim in desk.claims.ids()] == before


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Talks\n\nBaghdad, September 6, 2024\n\nThey met.", "2024-09-06"),
        ("محادثات\nبغداد – 3 أيلول 2024\nاجتمعوا.", "2024-09-03"),
        ("LONDON, 2 May 2023 (Agency) - They met and said so at some length.", "2023-05-02"),
        ("Talks\nPublished 06/09/2024\nThey met.", ""),  # the day or the month: nobody knows
        ("March 19, 2003\nThey met on Tuesday.", ""),  # a title is about what it names
        ("Talks\n" + "They met. " * 9 + "It was on 2 May 2023.", ""),
    ],
)
def test_a_dateline_is_proposed_and_never_taken(desk: Desk, text: str, day: str) -> None:
    known = {"title": text.splitlines()[0][:30], "language": "en" if text.isascii() else "ar"}
    filed = desk.articles.add(article(text, **known))
    read = desk.articles.dateline(filed.article_id)
    assert (read.edtf if read else "") == day
    assert not desk.articles.get(filed.article_id).published
