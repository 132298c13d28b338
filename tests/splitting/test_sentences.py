"""Sentences, headlines and list items with exact offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scaling import calls
from workbench.splitting.sentences.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [one.span.of(text) for one in split_sentences(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["وصل الوفد إلى أربيل؛ والتقى المحافظ، ثم غادر.", "وعاد مساءً."],
        ["التقت د. سعاد علي بالوزير.", "ولم يصدر بيان."],
        ["بلغ السعر 7.25 دولار في 1.2.2023 وفق أ.ف.ب أمس.", "ثم تراجع."],
        ["ماذا حدث؟", "لا أحد يعلم!", "انتهى الاجتماع...", "وغادر الجميع."],
        ['قال إن "البلاد بخير. لا خوف عليها".', "وغادر القاعة."],
        ["تأسست عام 1998 م.", "وأغلقت العام الماضي."],
        ["Gen. A. Khan met E.U. envoys at 9 a.m. Monday.", "They left at noon."],
        ["Sales hit $3.4 bn. in the U.S. last year.", "Profit fell."],
        ["See p. 12 and example.org/a.b for more.", "No. 7 was sold."],
        ["“It is over. Nobody won,” he said.", "She agreed."],
        ["The firm (founded in 1990. It was sold in 2001.) has closed.", "Nobody noticed."],
        ["BOISE, Idaho, and RENO, Nev. – A bridge fell.", "Nobody was hurt."],
        ["Yahoo! shares rose 4.5%.", "Was it luck?", "Nobody knows."],
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_a_full_stop_without_a_space_ends_a_sentence_only_between_words() -> None:
    assert cut("عاد الهدوء.وفتحت المدارس.") == ["عاد الهدوء.", "وفتحت المدارس."]
    assert cut("It ended.Then it rained.") == ["It ended.", "Then it rained."]
    assert cut("Write to jo.doe@example.org or v2.10.") == ["Write to jo.doe@example.org or v2.10."]


def test_a_long_quotation_is_cut_into_its_sentences() -> None:
    inner = " ".join(f"The {word} report was late again that year." for word in ("first",) * 6)
    pieces = cut(f'The minister said: "{inner}" He left.')
    assert len(pieces) == 7
    assert pieces[0].startswith("The minister said:")


def test_a_short_quotation_keeps_its_frame() -> None:
    assert cut('"We stay." She left. It rained.') == ['"We stay." She left.', "It rained."]


def test_headlines_bullets_and_rows_are_told_apart() -> None:
    text = (
        "Flood kills 12\nWater rose on Monday.\n- Two bridges fell. Roads shut\n3. Third\na\tb\tc"
    )
    assert [(one.kind, one.paragraph) for one in split_sentences(text)] == [
        ("headline", 0),
        ("sentence", 1),
        ("bullet", 2),
        ("bullet", 2),
        ("bullet", 3),
        ("bullet", 4),
    ]


def test_items_on_one_line_are_separate() -> None:
    assert cut("1. Open the lid 2. Pull the lever 3. Wait") == [
        "1. Open the lid",
        "2. Pull the lever",
        "3. Wait",
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    lines = (
        "The commission said on Monday that the count would be repeated in\n"
        "all of the twelve districts where observers had been turned away\n"
        "before the polls closed, and that the result would be known by the\n"
        "weekend. It gave no reason."
    )
    assert len(cut(lines)) == 2


def test_text_without_any_mark_is_one_sentence() -> None:
    assert cut("كلمة " * 3000) == [("كلمة " * 3000).strip()]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=300))
def test_every_character_but_white_space_is_in_one_sentence(text: str) -> None:
    sentences = split_sentences(text)
    at = 0
    for one in sentences:
        assert text[at : one.span.start].strip() == ""
        assert one.span.of(text) == one.span.of(text).strip() != ""
        at = one.span.end
    assert text[at:].strip() == ""


_WORDS = st.sampled_from(
    ['"', "“", "”", ".", "...", "؟", "(", ")", "\n", "د.", "U.S.", "word", "قال"]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, max_size=60).map(" ".join))
def test_unbalanced_signs_lose_nothing(text: str) -> None:
    found = "".join(one.span.of(text) for one in split_sentences(text))
    assert "".join(found.split()) == "".join(text.split())


@pytest.mark.parametrize("unit", ['"a. b" ', "(. ", "1. ", ". . . ", "a.b", "“", "د. "])
def test_work_grows_with_length_only(unit: str) -> None:
    def work(times: int) -> int:
        return calls(lambda: split_sentences(unit * times))

    work(20)
    assert work(800) < max(work(100), 500) * 8 * 2
