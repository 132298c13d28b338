"""Whatever the text, the splitter keeps its promises."""

from __future__ import annotations

import json
import re
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scaling import calls
from workbench.facets.types import Clock, Modality
from workbench.splitting import split
from workbench.splitting.plain import plain
from workbench.splitting.rules import RuleSplitter, SplittingCancelledError
from workbench.splitting.types import SentenceState, Splitting

_ENGLISH = (
    "The ministry said that 2,500 troops left Iraq in March , and were . ( ) : ; - $5bn which who "
    "killing most of them including Peru Chile he they to 12% not only that were all "
    "except a mayor heard has said , counted . He"
)
_ARABIC = (
    "قالت الوزارة إن أن 2500 جندي غادروا العراق ، و في آذار وأضاف الذي التي ما أدى إلى ؟ بهدف "
    "باستثناء وذلك هي ثلاثة مواقع وكانت لم ولتتبعها قُتل مخلفاً ٢٥٠٠ وهو ما نفى كما كشف عن "
    "من دون إثر مقتل متصدراً ولديهم جميعها المدرجة في . وأن الأبحاث متواصلة "
    "جميع عدا الإطاحة ب طالب بتعويض"
)
_SIGNS = ["\n", "\n\n", "\u0640", "\u064b", "\u200f", "\u202e", '"', "«", "»", "“", "”"]
WORDS = st.sampled_from([*_ENGLISH.split(), *_ARABIC.split(), *_SIGNS])
NEWS = st.lists(WORDS, max_size=60).map(" ".join)


def _pieces() -> list[str]:
    """What stands between the pauses of real news, and runs of its words."""
    pieces = []
    for file in (
        "dev.json",
        "third-dev.json",
        "eighth-dev.json",
        "ninth-dev.json",
        "tenth-dev.json",
    ):
        for entry in json.loads((Path(__file__).parent / "gold" / file).read_text("utf-8")):
            pieces += re.split(r"(?<=[،,.:؛;])", entry["text"])
            words = entry["text"].split()
            pieces += [" ".join(words[at : at + 5]) for at in range(0, len(words), 7)]
    return pieces


SHUFFLED = st.lists(st.sampled_from(_pieces()), max_size=8).map(" ".join)


def _read(words: str) -> str:
    """Words as splitting reads them, their quotation marks of one kind."""
    return re.sub("['‘’‹›]", '"', plain(words).text)


def check(text: str, splitting: Splitting) -> None:
    for claim in splitting.claims:
        assert claim.segments
        assert all(0 <= s.start < s.end <= len(text) for s in claim.segments)
        pairs = zip(claim.segments, claim.segments[1:], strict=False)
        assert all(one.end <= other.start for one, other in pairs)
        assert claim.quote == " … ".join(s.of(text) for s in claim.segments)
        assert claim.text.strip()
        for part in claim.replacements:
            assert part.span.end <= len(claim.text)
            assert part.source.end <= len(text)
            assert _read(part.span.of(claim.text)) == _read(part.source.of(text))
        assert 0 <= claim.worth.score <= 1
        times = sorted((time.span.start, time.span.end) for time in claim.facets.times)
        assert all(a[1] <= b[0] for a, b in pairwise(times))
    for sentence in splitting.sentences:
        assert (sentence.state == SentenceState.SET_ASIDE) == bool(sentence.reason)
        has = any(sentence.span.overlaps(c.segments[0]) for c in splitting.claims)
        assert has or sentence.state != SentenceState.CLAIMED


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text, split(text, Clock()))


@settings(max_examples=150, deadline=None)
@given(NEWS)
def test_anything_made_of_news_words(text: str) -> None:
    check(text, split(text, Clock()))


@settings(max_examples=60, deadline=None)
@given(SHUFFLED)
def test_anything_made_of_pieces_of_news(text: str) -> None:
    check(text, split(text, Clock()))


@pytest.mark.parametrize(
    "text",
    [
        "قالت البلدية إن الجسر سيفتح قبل يوم الجمعة والسبت.",
        "في المقابل، الذي اعتذر بسبب تصوير مسلسل في المغرب.",
        "وفي المقابل، بعد تعطل قاربهم على بعد 30 ميلاً شمال الخمس.",
        "وأقر مكتب الصحة بالنقص،",
        "تراجعت الصادرات. وقال الناطق باسم",
        "Shops shut Monday dawn on Tuesday.",
        "WHO CHANGED THE RULES JUST BEFORE SUBMITTAL OF THE FAKE REPORT? DRAIN IT! — Someone",
    ],
)
def test_a_torn_sentence_is_no_matter(text: str) -> None:
    check(text, split(text, Clock()))


@pytest.mark.parametrize(
    "sample",
    [
        "word ",
        "وقال ",
        "and he said ",
        "، و",
        "2,500 ",
        '"',
        "( ",
        "Peru , Chile and ",
        "12 men and 3 ",
        "who cut and ran ",
        "وقتل الذي ",
        "CAPITALS",
        "CAPITALS ONLY, ",
        "as traders fear ",
        "and the cuts after ",
        "as many as ",
        "both another will may until 2024 ",
        "سوف جميع 2024 ",
    ],
)
def test_a_sentence_without_end_takes_work_in_its_length(sample: str) -> None:
    def work(times: int) -> int:
        return calls(lambda: split(sample * times, Clock()))

    work(20)
    assert work(240) < max(work(60), 500) * 4 * 1.5


def test_every_sentence_is_accounted_for() -> None:
    text = "Rain fell in Lima on Monday and it was cold. Why now? ... Прошёл дождь. Read more"
    splitting = split(text, Clock())
    states = {s.span.of(text): (s.state, s.reason) for s in splitting.sentences}
    assert states["Rain fell in Lima on Monday and it was cold."] == (SentenceState.CLAIMED, "")
    assert states["Why now?"] == (SentenceState.SET_ASIDE, "question")


def test_a_language_without_a_pack_is_set_aside() -> None:
    splitting = split("昨日東京で地震がありました。", Clock())
    assert not splitting.claims
    assert {s.reason for s in splitting.sentences} == {"not a known language"}


def test_a_long_article_can_be_cancelled_and_tells_how_far_it_is() -> None:
    text = "The bridge collapsed on Monday. " * 50
    seen: list[tuple[int, int]] = []
    splitter = RuleSplitter(
        progress=lambda done, total: seen.append((done, total)),
        cancelled=lambda: len(seen) >= 10,
    )
    with pytest.raises(SplittingCancelledError):
        splitter.split(text, Clock(), "")
    assert seen[-1] == (10, 50)


def test_the_same_text_gives_the_same_claims() -> None:
    text = "Kenya's ministry said on Monday that 40 nurses were hired and two clinics opened."
    assert split(text, Clock()) == split(text, Clock())


def test_memory_grows_with_the_text_only() -> None:
    tracemalloc.start()
    split("The bridge collapsed on Monday, killing 12 people. " * 200, Clock())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40_000_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "كشف مصدر أمني، طلب عدم الكشف عن هويته، أن ثلاثة عناصر فروا من السجن.",
            [("ثلاثة عناصر فروا من السجن", "مصدر أمني")],
        ),
        (
            "قالت مديرة المعهد سلمى العبد الله، التي تقود الفريق منذ خمسة أعوام، إن التجارب ستبدأ.",
            [
                ("مديرة المعهد سلمى العبد الله … التي تقود الفريق منذ خمسة أعوام", ""),
                ("التجارب ستبدأ", "مديرة المعهد سلمى العبد الله"),
            ],
        ),
        (
            "أبرز رئيس الجمعية، في تصريح لجريدة الأفق، أن الإنتاج تراجع بنسبة 30 في المائة.",
            [("الإنتاج تراجع بنسبة 30 في المائة", "رئيس الجمعية")],
        ),
        (
            "قررت البلدية إغلاق الجسر شهرا كاملا، بعدما أكد المهندسون وجود تصدعات في دعاماته.",
            [
                ("قررت البلدية إغلاق الجسر شهرا كاملا", ""),
                ("وجود تصدعات في دعاماته", "المهندسون"),
            ],
        ),
        (
            "تسلمت النيابة بلاغا يفيد باختفاء طفلين من الحي.",
            [("تسلمت النيابة بلاغا يفيد باختفاء طفلين من الحي", "")],
        ),
        (
            'وبحسب "رويترز" انخفضت أسعار النفط دولارين.',
            [("انخفضت أسعار النفط دولارين", "رويترز")],
        ),
        (
            "وأفاد شهود بأن الحريق اندلع ليلا وأن فرق الإطفاء تأخرت ساعة.",
            [("الحريق اندلع ليلا", "شهود"), ("فرق الإطفاء تأخرت ساعة", "شهود")],
        ),
        (
            "They blame the heat: seas have warmed by a degree, according to the bureau.",
            [("They blame the heat", ""), ("seas have warmed by a degree", "bureau")],
        ),
        (
            "The firm cut its outlook, citing weaker demand.",
            [("The firm cut its outlook", ""), ("The firm … citing weaker demand", "")],
        ),
        (
            "«خسرنا لأننا لعبنا بلا تركيز»، هكذا لخص المدرب سمير جابر.",
            [("خسرنا لأننا لعبنا بلا تركيز", "المدرب سمير جابر")],
        ),
        (
            "وشملت الدراسة 2400 طالب، أن يكونوا مدخنين شرطها.",
            [("شملت الدراسة 2400 طالب", ""), ("يكونوا مدخنين شرطها", "")],
        ),
        (
            "وينص القانون على إعادة الودائع التي تقل عن 100 ألف دولار خلال أربع سنوات.",
            [("ينص القانون على إعادة الودائع التي تقل عن 100 ألف دولار خلال أربع سنوات", "")],
        ),
        (
            "Baker Tom Hale, whose shop was flooded twice, said the council had ignored him.",
            [
                ("Baker Tom Hale … whose shop was flooded twice", ""),
                ("the council had ignored him", "Baker Tom Hale"),
            ],
        ),
    ],
)
def test_asides_and_frames_are_told_apart(text: str, expected: list[tuple[str, str]]) -> None:
    found = split(text, Clock()).claims
    told = [(c.quote, c.attribution.chain[0].name if c.attribution.chain else "") for c in found]
    assert told == expected


@pytest.mark.parametrize(
    "text", ["Can a bus lane cut the number of crashes?", "هل تنجح المدينة في خفض التلوث؟"]
)
def test_a_question_is_one_claim_marked_as_a_question(text: str) -> None:
    (claim,) = split(text, Clock()).claims
    assert claim.quote == text[:-1]
    assert claim.facets.modality == Modality.QUESTION


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The health board said it would publish the list by June.", Modality.PLEDGE),
        ("The mayor said she would not resign.", Modality.PLEDGE),
        ("The ministry said it would cost $4 million to repair the dam.", Modality.PREDICTION),
        ("The union said the strike would end on Friday.", Modality.PREDICTION),
        ("أعلنت الشركة أنها ستستثمر 40 مليون دينار في شبكتها.", Modality.PLEDGE),
        ("قال الوزير إن المصنع سيبدأ الإنتاج العام المقبل.", Modality.PREDICTION),
    ],
)
def test_a_future_act_of_the_speaker_is_a_pledge(text: str, modality: Modality) -> None:
    (claim,) = split(text, Clock()).claims
    assert claim.facets.modality == modality


def test_what_happens_is_no_speaker() -> None:
    (first, *_) = split(
        "The reservoir is 31% full, as the worst drought in decades continues.", Clock()
    ).claims
    assert not first.attribution.chain
