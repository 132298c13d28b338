"""Who asserts what."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scaling import calls
from workbench.facets.interval import Interval, Precision
from workbench.facets.types import Time
from workbench.language.spans import Span
from workbench.splitting.attribution.stretches import attribute
from workbench.splitting.sentences.sentences import split_sentences
from workbench.splitting.types import Content, SpeechKind, SpeechStance

CASES = json.loads((Path(__file__).parent / "attribution_cases.json").read_text(encoding="utf-8"))


def contents(text: str, language: str, times: tuple[Time, ...] = ()) -> tuple[Content, ...]:
    return attribute(text, split_sentences(text), lambda _: language, "The Daily", times)


def said(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [
        (
            one.attribution.chain[0].name if one.attribution.chain else "",
            " … ".join(part.of(text) for part in one.parts),
        )
        for one in contents(text, language)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['id']} {case['field']}")
def test_news_of_many_fields(case: dict) -> None:  # type: ignore[type-arg]
    """Most of what each paragraph says is given to the right speaker in the right words."""
    found = said(case["text"], case["lang"])
    right = 0
    for wanted in case["contents"]:
        speaker = "" if wanted["speaker"] == "outlet" else wanted["speaker"]
        right += any(
            words == wanted["text"]
            and (
                name == speaker or (bool(name and speaker) and (name in speaker or speaker in name))
            )
            for name, words in found
        )
    assert right >= len(case["contents"]) - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rain fell in Oslo.", [("", "Rain fell in Oslo")]),
        ('"It is safe," the mayor said.', [("mayor", "It is safe")]),
        ("The mayor told reporters on Monday that it was safe.", [("mayor", "it was safe")]),
        ("The bridge, police said, was safe.", [("police", "The bridge … was safe")]),
        (
            "Ann Lee, the mayor, said it was safe. She added that it was cheap.",
            [("Ann Lee", "it was safe"), ("Ann Lee", "it was cheap")],
        ),
        (
            "The mayor did not say whether it was safe.",
            [("", "The mayor did not say whether it was safe")],
        ),
        (
            "The mayor wants to say that it is safe.",
            [("", "The mayor wants to say that it is safe")],
        ),
        ("They built it according to plan.", [("", "They built it according to plan")]),
        ("The WHO said the outbreak was over.", [("WHO", "the outbreak was over")]),
        (
            "Officials said it was safe but residents said it shook.",
            [("Officials", "it was safe"), ("residents", "it shook")],
        ),
    ],
)
def test_english_frames(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هطل المطر في أوسلو.", [("", "هطل المطر في أوسلو")]),
        ("قال المحافظ إن الجسر آمن.", [("المحافظ", "الجسر آمن")]),
        ("قال علي حسن، أمس، إن الجسر آمن.", [("علي حسن", "الجسر آمن")]),
        ('"الجسر آمن"، أكد المحافظ.', [("المحافظ", "الجسر آمن")]),
        ("الجسر آمن، بحسب المحافظ.", [("المحافظ", "الجسر آمن")]),
        ("ووفقاً للوزارة، الجسر آمن.", [("الوزارة", "الجسر آمن")]),
        (
            "أعلنت الوزارة افتتاح الجسر، متعهدة بإصلاح الطريق.",
            [("الوزارة", "افتتاح الجسر"), ("الوزارة", "إصلاح الطريق")],
        ),
        (
            "قالت وزارة النقل إن الجسر آمن. وأضافت أن العمل انتهى.",
            [("وزارة النقل", "الجسر آمن"), ("وزارة النقل", "العمل انتهى")],
        ),
        ("لم تؤكد الوزارة أن الجسر آمن.", [("", "لم تؤكد الوزارة أن الجسر آمن")]),
        ("بُني الجسر وفق القانون.", [("", "بُني الجسر وفق القانون")]),
        ("وصل الوزير بعد أن أعلن الأمر.", [("", "وصل الوزير بعد أن أعلن الأمر")]),
        ("وفاز الفريق.", [("", "فاز الفريق")]),
        ("وزارة النقل مغلقة.", [("", "وزارة النقل مغلقة")]),
    ],
)
def test_arabic_frames(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "ar") == expected


def test_a_denial_turns_what_is_denied_only() -> None:
    text = "نفت الشركة أن يكون الجسر قد تصدع، مؤكدة أنه آمن."
    denied, confirmed = contents(text, "ar")
    assert (denied.denied, denied.attribution.stance) == (True, SpeechStance.DENIED)
    assert (confirmed.denied, confirmed.attribution.stance) == (False, SpeechStance.CONFIRMED)
    assert contents("The firm denied reports that the bridge had cracked.", "en")[0].denied


def test_the_chain_runs_from_the_claimant_outwards() -> None:
    text = "وقالت وزارة النقل في بيان ورد لوكالة شفق نيوز، إن الجسر آمن."
    chain = contents(text, "ar")[0].attribution.chain
    assert [one.name for one in chain] == ["وزارة النقل", "بيان", "وكالة شفق نيوز"]
    assert chain[0].span is not None
    assert chain[0].span.of(text) == "وزارة النقل"
    relayed = "نقلت وكالة رويترز عن مسؤول قوله إن الجسر مغلق."
    names = [one.name for one in contents(relayed, "ar")[0].attribution.chain]
    assert names == ["مسؤول", "وكالة رويترز"]


def test_a_quotation_keeps_its_speaker_over_sentences() -> None:
    inner = "The bridge was inspected on Monday and nothing was found to be wrong. " * 4
    text = f'"{inner}It is safe," said Mayor Ann Lee.'
    found = contents(text, "en")
    assert len(found) == 5
    assert {one.attribution.chain[0].name for one in found} == {"Mayor Ann Lee"}
    assert {one.attribution.kind for one in found} == {SpeechKind.DIRECT}


def test_reports_without_a_speaker_are_passive() -> None:
    for text, language in (
        ("It was reported that the bridge fell.", "en"),
        ("ويُذكر أن الجسر سقط.", "ar"),
        ("ذُكر أن الجسر سقط.", "ar"),
    ):
        (one,) = contents(text, language)
        assert (one.attribution.kind, one.attribution.chain) == (SpeechKind.PASSIVE, ())


def test_the_time_inside_a_frame_dates_the_speech_and_what_follows() -> None:
    text = "The mayor said on Sunday that the bridge opened on Friday. He added that it was cheap."
    days = []
    for name, day in (("Sunday", 4), ("Friday", 2)):
        at = text.index(name)
        interval = Interval(
            date(2024, 8, day), date(2024, 8, day), Precision.DAY, f"2024-08-0{day}"
        )
        days.append(Time(Span(at, at + 6), name, interval, "weekday"))
    found = contents(text, "en", tuple(days))
    assert [one.attribution.spoken for one in found] == ["2024-08-04", "2024-08-04"]


def test_a_language_without_a_pack_is_the_outlets() -> None:
    text = "Der Minister sagte, die Brücke sei sicher."
    (one,) = contents(text, "xx")
    assert one.attribution.kind is SpeechKind.OUTLET
    assert one.parts[0].of(text) == text


_PIECES = st.sampled_from(
    [
        "said",
        "that",
        "the",
        "ministry",
        ",",
        '"',
        "“",
        "”",
        ".",
        ":",
        "according to",
        "and",
        "he",
        "denied",
        "adding",
        "told Reuters",
        "(",
        ")",
        "was",
        "Ann",
        "قال",
        "إن",
        "وأضاف",
        "الوزارة",
        "ـ",
        "،",
        "وفق",
        "بتقديم",
        "تعهدت",
        "مؤكدة أن",
        "نقلت",
        "عن",
        "؟",
        "\n",
        "-",
        "بيان",
        "في",
        "و",
        "نفى",
        "الأنباء",
        "عن",
        "فيها",
        "لوسائل إعلام",
        "reports that",
        "citing",
        "with the mayor",
        "which",
    ]
)


def check(text: str, language: str) -> None:
    sentences = split_sentences(text)
    found = attribute(text, sentences, [language] * len(sentences), "The Daily")
    assert {one.sentence for one in found} == set(range(len(sentences)))
    last = 0
    for one in sorted(found, key=lambda content: content.parts[0]):
        for part in one.parts:
            assert sentences[one.sentence].span.contains(part)
            assert part.start < part.end
    for part in sorted(part for one in found for part in one.parts):
        assert part.start >= last
        last = part.end


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=60).map(" ".join), st.sampled_from(["ar", "en"]))
def test_contents_lie_apart_inside_their_sentences(text: str, language: str) -> None:
    check(text, language)


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200),
    st.sampled_from(["ar", "en"]),
)
def test_any_text_is_read(text: str, language: str) -> None:
    check(text, language)


@pytest.mark.parametrize(
    ("unit", "language"),
    [
        ("he said that ", "en"),
        ("and he ", "en"),
        ('said "', "en"),
        ("police said, ", "en"),
        ("قال الوزير إن ", "ar"),
        ("وقال ", "ar"),
        ("وفق ", "ar"),
        ("مؤكدة ", "ar"),
        ("في بيان جاء فيه ، ", "ar"),
        ("citing officials, said ", "en"),
    ],
)
def test_work_grows_with_length_only(unit: str, language: str) -> None:
    def work(times: int) -> int:
        return calls(lambda: contents(unit * times, language))

    work(20)
    assert work(800) < max(work(100), 500) * 8 * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أكدت الوزارة أن الجسر آمن، وهو ما نفاه متحدث عسكري.",
            [("الوزارة", "الجسر آمن"), ("", "هو ما نفاه متحدث عسكري")],
        ),
        ("كما كشف الوزير عن غياب الحارس.", [("الوزير", "غياب الحارس")]),
        ("نفى الوزير ما تداولته المواقع عن تسريب الأسئلة.", [("الوزير", "تسريب الأسئلة")]),
        (
            "قال الوزير إن الجسر آمن، لكن قريباً للضحية، رفض ذكر اسمه، قال إن الجسر تصدع.",
            [("الوزير", "الجسر آمن"), ("قريب للضحية", "الجسر تصدع")],
        ),
        ("أعلنت «نستله»، أكبر شركة للقهوة، أنها سترفع أسعارها.", [("نستله", "سترفع أسعارها")]),
        (
            "فتحت الشرطة تحقيقاً في الحادث الذي يرجح أن يكون عرضياً.",
            [("", "فتحت الشرطة تحقيقاً في الحادث الذي يرجح أن يكون عرضياً")],
        ),
    ],
)
def test_arabic_frames_that_are_easily_mistaken(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "ar") == expected


def test_a_source_in_the_middle_speaks_for_all_of_its_sentence() -> None:
    text = "Kenya has confirmed 27 cases, the ministry said on Monday, the first since 2022."
    assert said(text, "en") == [("ministry", "Kenya has confirmed 27 cases … the first since 2022")]
    told = "The court heard he had hidden the money."
    assert said(told, "en") == [("court", "he had hidden the money")]
