import subprocess
import sys
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.language.identify import identify


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("أعلنت الوزارة تأجيل المفاوضات إلى الأسبوع المقبل", "ar"),
        ("2500 جندي", "ar"),
        ("چان گال اللي بالعراق شنو هالسالفة", "ar"),
        ("The ministry postponed the talks", "en"),
        ("air strike", "en"),
        ("Baghdad", "en"),
        ("وزیر خارجه ایران گفت که مذاکرات ادامه دارد", "fa"),
        ("وزیر اعظم نے کہا کہ مذاکرات جاری ہیں", "ur"),
        ("سەرۆکی حکومەت ڕایگەیاند", "ckb"),
        ("Başbakan dün açıklama yaptı", "tr"),
        ("Serokwezîr daxuyaniyek da çapemeniyê", "ku"),
        ("Le premier ministre a annoncé la reprise des négociations", "fr"),
        ("Der Minister sagte am Montag, die Gespräche gehen weiter", "de"),
        ("قال مسؤول: U.S. combat forces were not in Iraq", "en"),
        ("وزارة الدفاع: Le ministère a annoncé la reprise des négociations hier", "fr"),
        ("Премьер-министр заявил, что переговоры продолжатся", "ru"),
        ("Прем'єр-міністр заявив, що переговори триватимуть", "uk"),
        ("首相表示谈判将继续", "zh"),
        ("首相は交渉を続けると述べた", "ja"),
        ("123 !? 🙂", "und"),
        ("︐ ﹕ ❤\ufe0f", "und"),
        ("", "und"),
    ],
)
def test_language_of_a_paragraph(text: str, code: str) -> None:
    assert identify(text) == code


@given(st.text(alphabet=st.characters(categories=("Nd", "Po", "Zs", "So")), max_size=80))
def test_text_without_letters_has_no_language(text: str) -> None:
    # A ligature such as U+FDCF is a sign by its category and a phrase by its name or letters.
    assume(not any("LIGATURE" in unicodedata.name(sign, "") for sign in text))
    assume(not any(map(str.isalpha, unicodedata.normalize("NFKC", text))))
    assert identify(text) == "und"


def test_plain_arabic_and_english_need_no_model() -> None:
    code = (
        "import sys; from workbench.language.identify import identify;"
        "identify('قال الوزير إن المفاوضات مستمرة'); identify('The talks will go on in Cairo');"
        "identify('قال مسؤول، that U.S. combat forces were present in Iraq، وفق الوزارة');"
        "sys.exit('py3langid' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
