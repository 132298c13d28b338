"""Names in two scripts: which spellings sound alike, and which are other names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.test_third_language import FR
from workbench.language.fold import fold_text
from workbench.language.packs import load
from workbench.language.sounds import consonants, has_sounds, latin_letters, sound_alike

AR = load("ar")


def alike(arabic: str, latin: str) -> bool:
    return sound_alike(fold_text(arabic), latin_letters(fold_text(latin)), AR)


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("حسن", "Hassan"),
        ("حسين", "Hussein Hossein Husain"),
        ("محمد", "Mohamed Muhammad Mohammed"),
        ("سعيد", "Saeed Said"),
        ("جعفر", "Jaafar Jafar"),
        ("يوسف", "Youssef Yusuf"),
        ("راشد", "Rashid Rashed"),
        ("يحيى السنوار", "Yahya-Sinwar Yahya-al-Sinwar"),
        ("عبد القادر الزين", "Abdelkader-al-Zein Abdul-Qadir-Zein"),
        ("عبد الرحمن", "Abdurrahman Abdul-Rahman"),
        ("مقتدى الصدر", "Muqtada-al-Sadr Moqtada-Sadr"),
        ("هانا أوسي", "Hannah-Osei"),
        ("زيلينسكي", "Zelensky Zelenskiy"),
        ("بايدن", "Biden"),
        ("شميت", "Schmidt"),
        ("غوارديولا", "Guardiola"),
        ("دميرتاش", "Demirtaş"),
        ("وليد جنبلاط", "Walid-Jumblatt"),
    ],
)
def test_spellings_of_one_name_sound_alike(arabic: str, latin: str) -> None:
    assert [each for each in latin.split() if not alike(arabic, each)] == []


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("الطرابلسي", "Trabelsi"),
        ("منصور", "Mansour"),
        ("جمال", "Gamal"),
        ("جبريل", "Djibril"),
        ("الغنوشي", "Ghannouchi"),
        ("تشارلز", "Charles"),
        ("فولكوفا", "Volkova"),
    ],
)
def test_a_name_has_the_same_consonants_in_both_scripts(arabic: str, latin: str) -> None:
    ours, theirs = fold_text(arabic), fold_text(latin)
    assert consonants(ours, AR) == consonants(theirs, load("en")) != ""


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("حسن", "Hussein"),
        ("حسين", "Hassan"),
        ("كريم", "Karam"),
        ("كرم", "Karim"),
        ("عمر", "Amir"),
        ("أحمد", "Mohamed"),
        ("محمود", "Mohamed"),
        ("محمد", "Mahmoud"),
        ("سعيد", "Saad"),
        ("خالد", "Khalil"),
        ("عبد القادر الزين", "Abdelkader"),
        ("زين", "Abdelkader al-Zein"),
    ],
)
def test_other_names_do_not(arabic: str, latin: str) -> None:
    assert not alike(arabic, latin)


def test_a_language_without_sounds_is_told_nothing_of() -> None:
    assert has_sounds(AR)
    assert not has_sounds(FR)
    assert not sound_alike("paris", "paris", FR)


PLAIN = dict(zip("بتجدرزسفكلمنه", "btjdrzsfklmnh", strict=True))
NAMES = st.lists(
    st.tuples(st.sampled_from("بتجدرزسفكلمنه"), st.sampled_from("aeou")), min_size=3, max_size=12
)


@given(NAMES, st.booleans())
def test_short_vowels_may_be_written_in_latin_and_are_not_in_arabic(
    name: list[tuple[str, str]], doubled: bool
) -> None:
    letters = "".join(letter for letter, _ in name)
    syllables = [PLAIN[letter] * (1 + doubled) + vowel for letter, vowel in name]
    latin = "".join(syllables)[:-1]  # a vowel at the end is written in both
    assert sound_alike(letters, latin, AR)
    assert not sound_alike(letters, latin + "x", AR)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_at_all_makes_it_fail(letters: str, folded: str) -> None:
    assert latin_letters(folded).isascii()
    sound_alike(letters, latin_letters(folded), AR)
