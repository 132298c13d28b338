"""Planted proposals: the good are taken with exact places, each bad one refused for its reason."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.facets.interval import parse_edtf
from workbench.facets.types import Clock
from workbench.language.spans import Span
from workbench.models.source import Source, read_source
from workbench.models.types import Proposal, Reason, Refusal
from workbench.models.verify import verify
from workbench.splitting.types import DraftClaim

ENGLISH = (
    "The bridge in Crewe collapsed on Monday. Kenya condemned the ruling and Ghana praised the "
    "verdict, officials said. Only France, Britain and Italy sent troops to Mali in March. "
    "Mayor Ana Ruiz said the dam would not close before 2027. “We hired 40 nurses and 20 "
    "doctors,” Health Minister Paul Otieno said. The minister's driver was killed by a guard. "
    "If the levee breaks, 500 homes will flood. All members backed the treaty except Hungary. "
    "Did Serbia invade Kosovo? The plant reportedly leaked oil into the river. Ruiz said the "
    "council would pay $5bn. About 2,500 workers left the factory in Lyon. About 300 workers "
    "left the mine. The army said on Friday that rebels had attacked a convoy. The deficit rose "
    "5% in May. Peru invaded Chile in April. The police denied that shots had been fired. "
    "Bank chief Amal Said said the decline would go on in the coming months. She would stay in "
    "Lima, she said."
)
ARABIC = (
    "قالت وزارة الصحة المغربية إن 40 طبيباً التحقوا بالمستشفى في آذار. ولم تصل المساعدات إلى "
    "السودان قبل عام 2023. وأسفر القصف عن مقتل ستة مدنيين في حلب. وأعلنت الشرطة أن نحو 2500 "
    "عامل غادروا المصنع في طنجة. وهاجمت إيران العراق في نيسان. وشاركت فرنسا وبريطانيا فقط في "
    "المحادثات. وغادر 300 عامل المنجم."
)


@cache
def source(text: str) -> Source:
    return read_source(text, Clock(parse_edtf("2024-08-15")), "The Herald")


def judge(text: str, quote: str, wording: str = "", **more: Any) -> DraftClaim | Refusal:
    proposal = Proposal(quote=quote, text=wording or quote, **more)
    return verify(proposal, source(text), Span(0, len(text)), "model:test")


GOOD = [
    (ENGLISH, "The bridge in Crewe collapsed on Monday", "", ""),
    (ENGLISH, "Kenya condemned the ruling", "", "officials"),
    (ENGLISH, "Ghana praised the verdict", "", "officials"),
    (ENGLISH, "Only France, Britain and Italy sent troops to Mali in March", "", ""),
    (ENGLISH, "the dam would not close before 2027", "", "Mayor Ana Ruiz"),
    (ENGLISH, "If the levee breaks, 500 homes will flood", "", ""),
    (ENGLISH, "All members backed the treaty except Hungary", "", ""),
    (ENGLISH, "the council would pay $5bn", "", "Mayor Ana Ruiz"),
    (ENGLISH, "About 2,500 workers left the factory in Lyon", "", ""),
    (ENGLISH, "The deficit rose 5% in May", "The deficit rose 5% in May 2024", ""),
    (ARABIC, "40 طبيباً التحقوا بالمستشفى في آذار", "", "وزارة الصحة المغربية"),
    (ARABIC, "لم تصل المساعدات إلى السودان قبل عام 2023", "", ""),
    (ARABIC, "أسفر القصف عن مقتل ستة مدنيين في حلب", "", ""),
    (ARABIC, "نحو 2500 عامل غادروا المصنع في طنجة", "", "الشرطة"),
    (ARABIC, "هاجمت إيران العراق في نيسان", "", ""),
]


@pytest.mark.parametrize(("text", "quote", "wording", "speaker"), GOOD)
def test_a_good_proposal_becomes_a_claim_at_its_place(
    text: str, quote: str, wording: str, speaker: str
) -> None:
    claim = judge(text, quote, wording)
    assert isinstance(claim, DraftClaim), claim
    at = text.index(quote)
    assert claim.segments == (Span(at, at + len(quote)),)
    assert claim.quote == quote
    assert claim.text == (wording or quote)
    assert claim.proposed_by == "model:test"
    names = [one.name for one in claim.attribution.chain]
    assert names[:1] == ([speaker] if speaker else [])


def test_a_quote_in_other_letter_forms_is_led_back_to_the_raw_text() -> None:
    claim = judge(
        ARABIC, "٤٠ طبيبا التحقوا بالمستشفي في اذار", "40 طبيباً التحقوا بالمستشفى في آذار"
    )
    assert isinstance(claim, DraftClaim), claim
    assert claim.quote == "40 طبيباً التحقوا بالمستشفى في آذار"


def test_facets_are_the_articles_own() -> None:
    claim = judge(ENGLISH, "About 2,500 workers left the factory in Lyon")
    assert isinstance(claim, DraftClaim)
    (figure,) = claim.facets.quantities
    assert (figure.low, figure.comparator) == (2500, "about")
    assert figure.span.of(ENGLISH) == figure.surface
    assert [place.name for place in claim.facets.places] == ["Lyon"]


def test_what_a_speaker_denies_is_denied_in_the_claim() -> None:
    claim = judge(ENGLISH, "shots had been fired")
    assert isinstance(claim, DraftClaim)
    assert claim.facets.polarity.negated


WORKERS = "About 2,500 workers left the factory in Lyon"
ONLY = "Only France, Britain and Italy sent troops to Mali in March"
DAM = "the dam would not close before 2027"
NURSES = "We hired 40 nurses and 20 doctors"
DRIVER = "The minister's driver was killed by a guard"
PAY = "the council would pay $5bn"
DEFICIT = "The deficit rose 5% in May"
BAD_ENGLISH: list[tuple[str, str, Reason]] = [
    ("The bridge in Crewe fell on Monday", "", Reason.NOT_FOUND),
    ("The bridge in Crew", "", Reason.CUTS_WORD),
    ("500 workers left the factory in Lyon", "", Reason.CUTS_WORD),
    ("2,500 workers left the factory in Lyon", "", Reason.CUTS_FACET),
    ("the council would pay $5", "", Reason.CUTS_FACET),
    ("workers left", "", Reason.AMBIGUOUS),
    ("collapsed on Monday. Kenya condemned the ruling", "", Reason.OVER_SENTENCES),
    ("Did Serbia invade Kosovo", "Serbia did invade Kosovo", Reason.NO_STATEMENT),
    ("500 homes will flood", "", Reason.CUT_OUT),
    ("driver was killed by a guard", "", Reason.CUT_OUT),
    (WORKERS, "About 3,500 workers left the factory in Lyon", Reason.NUMBERS),
    (WORKERS, "About 300 workers left the factory in Lyon", Reason.NUMBERS),
    (WORKERS, "2,500 workers left the factory in Lyon", Reason.NUMBERS),
    (WORKERS, "Workers left the factory in Lyon", Reason.NUMBERS),
    (NURSES, "We hired 20 nurses and 40 doctors", Reason.NUMBERS),
    (NURSES, "We hired 40 nurses", Reason.NUMBERS),
    (DAM, "the dam would not close before 2026", Reason.DATES),
    (DAM, "the dam would not close after 2027", Reason.DATES),
    (DEFICIT, "The deficit rose 5% in April", Reason.DATES),
    (DAM, "the dam would close before 2027", Reason.POLARITY),
    (WORKERS, "About 2,500 workers never left the factory in Lyon", Reason.WORDS),
    (DEFICIT, "The deficit rose 5 in May", Reason.NUMBERS),
    (
        "the decline would go on in the coming months",
        "the decline would go on in 5 coming months",
        Reason.NUMBERS,
    ),
    ("She would stay in Lima", "Lima would stay in Lima", Reason.SUBJECT),
    (PAY, "the council would pay Ruiz $5bn", Reason.WORDING),
    ("All members backed the treaty", "", Reason.EXCEPTION),
    (
        "All members backed the treaty except Hungary",
        "All members backed the treaty",
        Reason.EXCEPTION,
    ),
    (ONLY, "Only France and Britain sent troops to Mali in March", Reason.ONLY),
    (ONLY, "France, Britain and Italy sent troops to Mali in March", Reason.ONLY),
    ("France, Britain and Italy sent troops to Mali in March", "", Reason.ONLY),
    ("Only France, Britain", "", Reason.ONLY),
    (
        "The plant reportedly leaked oil into the river",
        "The plant leaked oil into the river",
        Reason.MODALITY,
    ),
    (WORKERS, "About 2,500 workers left the factory in Paris", Reason.NAMES),
    (PAY, "the council would pay $5bn to Gazprom", Reason.NAMES),
    (WORKERS, "About 2,500 workers fled the factory in Lyon", Reason.WORDS),
    (PAY, "the council would pay $5bn <script>alert()</script>", Reason.CHARACTERS),
    (PAY, "the council would pay $5bn\u202e", Reason.CHARACTERS),
    (PAY, "the council would pay $5bn \u2705", Reason.CHARACTERS),
    ("Kenya condemned the ruling", "Ghana condemned the ruling", Reason.SUBJECT),
    (
        "The bridge in Crewe collapsed on Monday",
        "The dam in Crewe collapsed on Monday",
        Reason.SUBJECT,
    ),
    (NURSES, "Ana Ruiz hired 40 nurses and 20 doctors", Reason.SUBJECT),
    ("Peru invaded Chile in April", "Chile invaded Peru in April", Reason.SUBJECT),
    (
        "Kenya condemned the ruling and Ghana praised the verdict",
        "Kenya praised the verdict",
        Reason.WORDING,
    ),
    (DRIVER, "The minister was killed by a guard", Reason.WORDING),
    (DRIVER, "The minister's driver killed a guard", Reason.WORDING),
]


@pytest.mark.parametrize(("quote", "wording", "reason"), BAD_ENGLISH)
def test_a_bad_english_proposal_is_refused(quote: str, wording: str, reason: Reason) -> None:
    refusal = judge(ENGLISH, quote, wording)
    assert isinstance(refusal, Refusal), refusal
    assert refusal.reason == reason, refusal


CASUALTIES = "أسفر القصف عن مقتل ستة مدنيين في حلب"
LEFT = "نحو 2500 عامل غادروا المصنع في طنجة"
AID = "لم تصل المساعدات إلى السودان قبل عام 2023"
ATTACK = "هاجمت إيران العراق في نيسان"
BAD_ARABIC: list[tuple[str, str, Reason]] = [
    ("أسفر القصف عن مقتل سبعة مدنيين في حلب", "", Reason.NOT_FOUND),
    ("500 عامل غادروا المصنع في طنجة", "", Reason.CUTS_WORD),
    ("2500 عامل غادروا المصنع في طنجة", "", Reason.CUTS_FACET),
    (CASUALTIES, "أسفر القصف عن مقتل سبعة مدنيين في حلب", Reason.NUMBERS),
    (CASUALTIES, "أسفر القصف عن مقتل مدنيين في حلب", Reason.NUMBERS),
    (LEFT, "2500 عامل غادروا المصنع في طنجة", Reason.NUMBERS),
    (AID, "لم تصل المساعدات إلى السودان قبل عام 2022", Reason.DATES),
    (AID, "وصلت المساعدات إلى السودان قبل عام 2023", Reason.POLARITY),
    (CASUALTIES, "أسفر القصف عن مقتل ستة مدنيين في دمشق", Reason.NAMES),
    (ATTACK, "هاجمت إسرائيل العراق في نيسان", Reason.NAMES),
    (ATTACK, "هاجمت العراق إيران في نيسان", Reason.SUBJECT),
    ("شاركت فرنسا وبريطانيا فقط في المحادثات", "شاركت فرنسا فقط في المحادثات", Reason.ONLY),
    ("شاركت فرنسا وبريطانيا", "", Reason.ONLY),
]


@pytest.mark.parametrize(("quote", "wording", "reason"), BAD_ARABIC)
def test_a_bad_arabic_proposal_is_refused(quote: str, wording: str, reason: Reason) -> None:
    refusal = judge(ARABIC, quote, wording)
    assert isinstance(refusal, Refusal), refusal
    assert refusal.reason == reason, refusal


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"speaker": "Barack Obama"}, Reason.SPEAKER),
        ({"speaker": "May"}, None),
        ({"speaker": "The Herald"}, None),
        ({"speaker": ""}, None),
        ({"figures": ["$6bn"]}, Reason.NUMBERS),
        ({"figures": ["$5bn"]}, None),
        ({"figures": ["much"]}, Reason.NUMBERS),
    ],
)
def test_speaker_and_figures_are_the_articles(more: dict[str, Any], reason: Reason | None) -> None:
    verdict = judge(ENGLISH, PAY, **more)
    assert (verdict.reason if isinstance(verdict, Refusal) else None) == reason


def test_our_reading_of_the_speaker_stands_where_the_model_differs() -> None:
    claim = judge(ENGLISH, PAY, speaker="Paul Otieno")
    assert isinstance(claim, DraftClaim)
    assert claim.attribution.chain[0].name == "Mayor Ana Ruiz"


def test_a_repeated_quote_needs_its_sentence() -> None:
    text = "Rain fell in Lima. The mayor spoke. Rain fell in Lima."
    assert judge(text, "Rain fell in Lima") == Refusal(Reason.AMBIGUOUS, "Rain fell in Lima")
    claim = judge(text, "Rain fell in Lima", sentence=2)
    assert isinstance(claim, DraftClaim)
    assert claim.segments[0].start == text.rindex("Rain")
    wrong = judge(text, "Rain fell in Lima", sentence=1)
    assert isinstance(wrong, Refusal)


WORDS = st.sampled_from([*ENGLISH.split(), *ARABIC.split(), "not", "لم", "7", "…"])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS, min_size=1, max_size=9).map(" ".join), st.integers(0, 140), st.integers(1, 9)
)
def test_whatever_is_accepted_is_where_it_says(wording: str, first: int, count: int) -> None:
    words = ENGLISH.split()
    quote = " ".join(words[first : first + count]) or "Rain"
    for text in (wording, quote):
        claim = judge(ENGLISH, quote, text)
        if isinstance(claim, DraftClaim):
            assert claim.quote == claim.segments[0].of(ENGLISH)
            figures = {figure.surface.replace(",", "") for figure in claim.facets.quantities}
            assert all(figure in ENGLISH.replace(",", "") for figure in figures)
