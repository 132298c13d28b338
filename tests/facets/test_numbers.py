from decimal import Decimal

import pytest

from workbench.facets.numbers.digits import value_of_digits
from workbench.facets.numbers.lexicon import number_lexicon
from workbench.facets.numbers.numbers import read_numbers
from workbench.facets.numbers.tokens import Tokens
from workbench.language.packs import load


def values(text: str, language: str) -> list[Decimal]:
    lexicon = number_lexicon(load(language))
    tokens = Tokens(text, lexicon.vocabulary)
    return [number.value for number in read_numbers(tokens, lexicon)]


@pytest.mark.parametrize(
    ("run", "value", "other"),
    [
        ("12,500", "12500", None),
        ("12.500", "12.500", "12500"),
        ("66,78", "66.78", None),
        ("7,1", "7.1", None),
        ("0,125", "0.125", None),
        ("1,234,567.89", "1234567.89", None),
        ("1.234.567,89", "1234567.89", None),
        ("12'500", "12500", None),
        ("0.5", "0.5", None),
    ],
)
def test_dots_and_commas_group_or_divide(run, value, other):
    assert value_of_digits(run) == (Decimal(value), Decimal(other) if other else None)


@pytest.mark.parametrize("run", ["1,2,3", "31.7.2024", "192.168.1.2", "1" * 40, "12,34,56"])
def test_other_runs_are_no_single_figure(run):
    with pytest.raises(ValueError, match=r"."):
        value_of_digits(run)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("30 ألفاً و631", [30631]),
        ("٢٫٥ مليون", [2500000]),
        ("١٢٬٥٠٠", [12500]),
        ("۱۲۳", [123]),
        ("73ر0", ["0.73"]),
        ("5ر2 مليون", [2500000]),
        ("مليار ونصف المليار", [1500000000]),
        ("ثلاثة ملايين ونصف", [3500000]),
        ("مئتان وخمسة وأربعون ألفاً وثلاثمئة واثنا عشر", [245312]),
        ("مليونا شخص", [2000000]),
        ("مليونا و300 ألف", [1300000]),
        ("ألفا وخمسمئة طن", [1500]),
        ("مليارا ونصف المليار", [1500000000]),
        ("11 مليوناً", [11000000]),
        ("ألفين وخمسمئة", [2500]),
        ("نصف مليون", [500000]),
        ("بين 30 ألفاً و40 ألفاً", [30000, 40000]),
        ("ثلاثة وأربعة", [3, 4]),
        ("خمسة آلاف وستة آلاف", [5000, 6000]),
        ("7 فاصلة 1", ["7.1"]),
        ("ثَلَاثَةٌ وَعِشْرُونَ", [23]),
    ],
)
def test_arabic_numbers(text, expected):
    assert values(text, "ar") == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-five", [25]),
        ("three hundred and fifty", [350]),
        ("two million three hundred thousand and five", [2300005]),
        ("half a million", [500000]),
        ("a half-billion-dollar loan", [500000000]),
        ("a 3-million-euro deal", [3000000]),
        ("a multi-million-euro deal", []),
        ("one and a half billion", [1500000000]),
        ("three quarters of a million", [750000]),
        ("between one hundred and two hundred", [100, 200]),
        ("two point five million", [2500000]),
        ("two dozen", [24]),
        ("2.5bn", [2500000000]),
        ("1 000 000", [1000000]),
        ("12\u00a0500", [12500]),
        ("2½", ["2.5"]),
        ("five², six", [5, 6]),
        ("one two three", [1, 2, 3]),
    ],
)
def test_english_numbers(text, expected):
    assert values(text, "en") == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("the twenty-first", "en", 21),
        ("the 31st", "en", 31),
        ("third", "en", 3),
        ("الثالث والعشرين", "ar", 23),
        ("السابع عشر", "ar", 17),
        ("الحادي والثلاثين", "ar", 31),
    ],
)
def test_ordinals_are_marked(text, language, value):
    lexicon = number_lexicon(load(language))
    tokens = Tokens(text, lexicon.vocabulary)
    (number,) = read_numbers(tokens, lexicon)
    assert (number.value, number.ordinal) == (value, True)
