import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.language.fold import fold_text
from workbench.language.packs import load
from workbench.language.stems import stem, terms

AR, EN = load("ar"), load("en")


def ar(word: str) -> str:
    return stem(fold_text(word), AR)


def en(word: str) -> str:
    return stem(word, EN)


@pytest.mark.parametrize(
    "words",
    [
        "بغداد ببغداد لبغداد وبغداد فبغداد",
        "القوات للقوات وبالقوات قوات",
        "قال وقالت يقول سيقول قالوا",
        "مستشار المستشارين مستشارون مستشاري",
        "موقع مواقع المواقع مواقعها",
        "تأجيل أجل أجلت وتأجيلها يؤجل",
        "استأنف استؤنفت استئناف يستأنف",
        "العراقي العراقية عراقيون العراقيين",
        "أميركي أمريكية الأمريكان",
        "جولة جولتان جولتين جولات",
        "حكومة الحكومة حكومتها حكومات",
        "محكمة المحكمة بالمحكمة للمحكمة",
        "متهم المتهم المتهمين للمتهمين",
        "فنان الفنان للفنان الفنانين",
        "أزمة الأزمة أزمات",
        "كهربائي الكهربائية",
        "لاجئ اللاجئين للاجئين وللاجئين",
        "لجنة اللجنة للجنة",
        "لقاح اللقاح للقاح",
        "ليرة الليرة لليرة",
        "شراء شرائها شراؤها شرائهم",
        "إلغاء إلغائه إلغاؤها",
        "استيلاء استيلائها واستيلائهم",
        "زيارة زيارته زيارتها",
    ],
)
def test_forms_of_one_arabic_word_share_a_stem(words: str) -> None:
    assert len({ar(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وزير", "وزارة"),
        ("عراق", "عرق"),
        ("موقع", "توقع"),
        ("سلام", "إسلام"),
        ("ولد", "والد"),
        ("المياه", "ألم"),
        ("للجنة", "للجنس"),
        ("كهربائي", "هرب"),
        ("المحكمة", "ألمح"),
        ("بناية", "بنائها"),
    ],
)
def test_different_arabic_words_keep_different_stems(one: str, other: str) -> None:
    assert ar(one) != ar(other)


@pytest.mark.parametrize(
    "words",
    [
        "postpone postponed postponement postpones",
        "negotiate negotiated negotiations",
        "withdraw withdrew withdrawn withdrawal",
        "kill killed killing kills",
        "city cities",
        "organise organization organisations",
        "stop stopped stopping",
        "man men",
    ],
)
def test_forms_of_one_english_word_share_a_stem(words: str) -> None:
    assert len({en(word) for word in words.split()}) == 1


def test_different_english_words_keep_different_stems() -> None:
    assert len({en(word) for word in ("general", "generate", "process", "business", "king")}) == 5


def test_terms_are_what_a_text_is_found_by() -> None:
    assert terms("The US has 2,500 troops in Iraq", EN) == ["us", "2500", "troop", "iraq"]
    assert terms("he told us", EN) == ["tell"]
    assert terms("لا يزال نحو ٢٥٠٠ جندي في العراق", AR) == terms("2,500 من الجنود بالعراق", AR)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=60))
def test_every_word_has_a_stem(word: str) -> None:
    folded = fold_text(word)
    if folded:
        assert stem(folded, AR)
        assert stem(folded, EN)
