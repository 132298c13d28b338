import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.facets.polarity import read_polarity
from workbench.language.packs import load


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Iran did not attack Iraq", "not"),
        ("Vaccines don't cause autism", "n't"),
        ("There are no US forces in Iraq", "no"),
        ("Officials denied that Iran attacked Iraq", "denied"),
        ("The deal no longer stands", "no longer"),
        ("The talks failed to end the war", "failed to"),
        ("Iraq said that it had not asked for help", "not"),
        ("Divers have been unable to reach the wreck", "been unable to"),
    ],
)
def test_english_denials(text: str, cue: str) -> None:
    polarity = read_polarity(text, load("en"))
    assert polarity.negated
    assert polarity.cue is not None
    assert polarity.cue.of(text) == cue


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("من دون أن تفصح عن حجم خسائرها", "من دون أن"),
        ("لم تقصف إيران أربيل", "لم"),
        ("لا توجد قوات في العراق", "لا"),
        ("عدم وجود قوات في العراق", "عدم"),
        ("نفت إيران قصف أربيل", "نفت"),
        ("ولن ينسحب الجيش", "ولن"),
        ("الخبر غير صحيح", "غير صحيح"),
        ("ليست هناك أي قوات", "ليست"),
        ("كانت الطلبات غير مكتملة، سالم الحسن، الذي لم يحضر", "غير"),
        ("أحمد سالم، الذي لم يحضر الجلسة", "لم"),
        ("أعلنت الشركة أن مبيعات لم ترتفع", "لم"),
        ("وهي غير كافية لسكان المخيم", "غير"),
        ("لست نادما على القرار", "لست"),
    ],
)
def test_arabic_denials(text: str, cue: str) -> None:
    polarity = read_polarity(text, load("ar"))
    assert polarity.negated
    assert polarity.cue is not None
    assert polarity.cue.of(text) == cue


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "No less than 12 people died"),
        ("en", "Not only Iran but also Iraq attacked"),
        ("en", "The university will pay to settle claims that it failed to act"),
        ("en", "He was denied entry to the US"),
        ("en", "Vaccine No. 5 arrived"),
        ("en", "The poll had 40% Yes, 38% No"),
        ("en", "The driver, who was not speeding, lost control"),
        ("en", "The man who did not pay was arrested"),
        ("en", "He died because he was not treated"),
        ("ar", "لا يزال أكثر من 10 آلاف شخص في عداد المفقودين"),
        ("ar", "قتل ما لا يقل عن 12 شخصاً"),
        ("ar", "الرجل الذي لم يدفع الضريبة اعتقل"),
        ("ar", "ليس فقط العراق بل إيران أيضاً"),
        ("ar", "إلا أن العراق هاجم إيران"),
        ("ar", "سارت القافلة 5 كلم"),
        ("ar", "تأجلت المباراة إلى موعد لم يحدد"),
        ("ar", "جاء الارتفاع نتيجة قرض لا نتيجة إصلاح"),
        ("ar", "مزارع يملك 60 دونماً"),
        ("ar", "دعت البلدية السكان إلى عدم الاقتراب من النهر"),
        ("ar", "اتهم النائب الوزير بعدم دفع الرواتب"),
        ("ar", "ينضم لبنان إلى المحكمة رغم عدم توقيعه"),
        ("ar", "حكم عليه بالسجن لست سنوات"),
        ("ar", "هدمت المنازل #مش_عاوزينك"),
        ("en", "He acted under pressure from an aide he did not name"),
        ("en", "The mayor urged residents not to panic"),
        ("en", "A spokesman declined to comment"),
        ("en", "The law fines firms that fail to report leaks"),
        ("en", "He was convicted of theft and failing to stop"),
        ("en", "The court found her guilty of ordering and failing to prevent the killings"),
    ],
)
def test_what_only_looks_like_a_denial(code: str, text: str) -> None:
    assert not read_polarity(text, load(code)).negated


@pytest.mark.parametrize(
    ("code", "text", "exception"),
    [
        ("en", "There are no forces except the advisers", "except the advisers"),
        ("en", "All sites other than Harir were hit, he said", "other than Harir were hit"),
        ("ar", "لا توجد قوات باستثناء المستشارين", "باستثناء المستشارين"),
        ("ar", "لم يبق سوى الاتفاق على التفاصيل، بحسب الوزارة", "سوى الاتفاق على التفاصيل"),
    ],
)
def test_exceptions_run_to_the_end_of_the_clause(code: str, text: str, exception: str) -> None:
    found = read_polarity(text, load(code)).exception
    assert found is not None
    assert found.of(text) == exception


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=150))
def test_any_text_has_a_polarity(text: str) -> None:
    for code in ("ar", "en"):
        polarity = read_polarity(text, load(code))
        assert polarity.negated == (polarity.cue is not None)


@pytest.mark.parametrize(
    "text",
    [
        "الإهمال، لا القدر، هو المسؤول",
        "سنقاطع التصحيح إذا لم تستجب الوزارة",
        "Neglect, not fate, caused the fire",
    ],
)
def test_contrasts_and_conditions_deny_nothing(text: str) -> None:
    assert not read_polarity(text, load("en" if text.isascii() else "ar")).negated


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("قطعة الغيار المطلوبة غير متوفرة في السوق", True),
        ("كانت الشهادات غير مكتملة", True),
        ("العقود غير القانونية ألغيت أمس", False),
        ("حقق الفريق نتائج غير مسبوقة", False),
        ("برأت المحكمة نائبه لعدم كفاية الأدلة", False),
    ],
)
def test_arabic_ghayr_denies_a_predicate_only(text, negated):
    assert read_polarity(text, load("ar")).negated is negated
