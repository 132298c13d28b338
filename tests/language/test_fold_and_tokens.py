import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scaling import growth
from workbench.language.fold import fold, fold_text
from workbench.language.spans import Span
from workbench.language.tokens import folded_words, tokenize

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200)


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(ANY_TEXT)
def test_the_offset_map_leads_back_to_what_was_folded(text: str) -> None:
    folded = fold(text)
    assert folded.text == fold_text(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    for at in range(len(folded.text)):
        raw = text[folded.offsets[at]]
        assert folded.text[at] in fold_text(raw)


@given(ANY_TEXT, st.data())
def test_a_raw_span_folds_to_the_folded_text_it_stands_for(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    folded = fold(text)
    assert folded.text[folded.at(start) : folded.at(end)] == fold_text(text[start:end])


@given(ANY_TEXT)
def test_tokens_stand_where_they_say_and_never_overlap(text: str) -> None:
    last = 0
    for token in tokenize(text):
        assert token.span.start >= last
        assert token.span.of(text) == token.text
        assert token.folded == fold_text(token.text) != ""
        last = token.span.end


@given(st.lists(ANY_TEXT).map(" ".join))
def test_words_without_their_places_are_those_of_the_tokens(text: str) -> None:
    # Between two blanks each is read once and remembered: no token may look beyond a blank.
    words = [word for word in folded_words(text) if word.strip("'")]
    assert words == [token.folded for token in tokenize(text)]


@given(ANY_TEXT, st.data())
def test_a_token_is_cut_behind_any_of_its_folded_letters(text: str, data: st.DataObject) -> None:
    for token in tokenize(text):
        letters = data.draw(st.integers(0, len(token.folded)))
        start = token.start_after(letters)
        assert token.span.start <= start <= token.span.end


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Iraq's 2,500.5 U.S. troops", ["Iraq", "'s", "2,500.5", "U.S.", "troops"]),
        ("al-Sudani didn't go", ["al", "Sudani", "did", "n't", "go"]),
        ("l'Irak", ["l'", "Irak"]),
        ("2.5bn at the G20", ["2.5", "bn", "at", "the", "G20"]),
        ("الـ24 ساعة", ["الـ", "24", "ساعة"]),
        ("وللقوات ٢٬٥٠٠", ["وللقوات", "٢٬٥٠٠"]),
        ("73ر0", ["73ر0"]),
        ("العِـــراق", ["العِـــراق"]),
    ],
)
def test_words_and_numbers(text: str, tokens: list[str]) -> None:
    assert [token.text for token in tokenize(text)] == tokens


@pytest.mark.parametrize("piece", ["a'", "a.", "1,", "'s", "ab1", "ا\u0640", "a\u200b", "x-"])
def test_hostile_text_is_cut_in_linear_time(piece: str) -> None:
    assert growth(lambda n: tokenize(piece * n), 600) < 6


def test_what_readers_take_for_equal_folds_to_one() -> None:
    assert fold_text("أَميركيّة") == fold_text("اميركيه")
    assert fold_text("تنظیم") == fold_text("تنظيم")
    assert fold_text("٢٫٥ Élysée") == "2.5 elysee"


def test_a_span_knows_its_neighbours() -> None:
    assert Span(2, 5).contains(Span(3, 5))
    assert not Span(2, 5).overlaps(Span(5, 6))
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)
