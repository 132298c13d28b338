"""Mentions lead to one speaker under his fullest name."""

from __future__ import annotations

import pytest

from workbench.splitting.attribution.stretches import attribute
from workbench.splitting.sentences.sentences import split_sentences


def speakers(text: str, language: str) -> list[str]:
    found = attribute(text, split_sentences(text), lambda _: language, "The Daily")
    return [one.attribution.chain[0].name if one.attribution.chain else "" for one in found]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "الخارجية العراقية: لا تغيير.\nقالت وزارة الخارجية العراقية إن الأمر محسوم. "
            "وأكدت الوزارة أن الموعد قريب.",
            "ar",
            ["وزارة الخارجية العراقية"] * 3,
        ),
        (
            "قال وزير النفط حيان عبد الغني إن الإنتاج ارتفع. وقالت وزارة المالية إن العجز تراجع. "
            "وأضافت أن الرواتب مؤمنة. وأوضح الوزير أن التصدير مستمر.",
            "ar",
            [
                "وزير النفط حيان عبد الغني",
                "وزارة المالية",
                "وزارة المالية",
                "وزير النفط حيان عبد الغني",
            ],
        ),
        (
            "قال نائب الرئيس إن الأمر انتهى. وقال الرئيس إن الأمر لم ينته.",
            "ar",
            ["نائب الرئيس", "الرئيس"],
        ),
        (
            "Lee said it was late. Finance Minister Ann Lee said it was not. She said it was 9.",
            "en",
            ["Finance Minister Ann Lee"] * 3,
        ),
        (
            "The health ministry said 5 people died. The ministry's spokesman, Omar Said, said "
            "more would. The ministry said beds were short. He said staff were tired.",
            "en",
            ["health ministry", "Omar Said", "health ministry", "Omar Said"],
        ),
        (
            "A witness said it was dark. A police officer said it was light. The officer said it "
            "was noon.",
            "en",
            ["A witness", "A police officer", "A police officer"],
        ),
        (
            "Globex cut its forecast. The company said demand was weak.",
            "en",
            ["", "Globex"],
        ),
        (
            "Mayor Linda Torres, who took office in May, defended it. “It is fair,” she said.",
            "en",
            ["", "Mayor Linda Torres"],
        ),
        (
            "Ann Briggs said it was late. Board member Joel Bo warned of cuts. He said it rained.",
            "en",
            ["Ann Briggs", "Board member Joel Bo", "Board member Joel Bo"],
        ),
        (
            "The Ministry of Health, Labour and Welfare said 30 people had died.",
            "en",
            ["Ministry of Health, Labour and Welfare"],
        ),
        (
            "Globex cut its forecast. “We have hope,” its head said. The company denied it lied.",
            "en",
            ["", "its head", "Globex"],
        ),
        (
            "The health ministry said 38 people died, most of them in Gezira and Kassala states. "
            "It said the rains would go on.",
            "en",
            ["health ministry"] * 2,
        ),
        (
            "Phil Foden scored. Foden has signed until 2030, the club announced on Friday.",
            "en",
            ["", "club"],
        ),
        (
            "Nkosi, 31, has signed a new contract until 2030, the club announced on Friday.",
            "en",
            ["club"],
        ),
        (
            "قال المتحدث باسم الوزارة أحمد العبادي إن الإنتاج تراجع. وكانت الوزارة قد أعلنت بلوغ"
            " الإنتاج 28 ألف ميغاواط. وأوضح أن المجلس قرر رفع التعرفة.",
            "ar",
            ["المتحدث باسم الوزارة أحمد العبادي", "", "المتحدث باسم الوزارة أحمد العبادي"],
        ),
        ("Haaland scored twice in the first half, and Foden added a third.", "en", [""]),
    ],
)
def test_short_names_pronouns_and_offices_are_resolved(
    text: str, language: str, names: list[str]
) -> None:
    assert speakers(text, language) == names


def test_the_topic_of_a_headline_speaks_for_nobody() -> None:
    text = "Kenya floods: death toll rises to 34\n\nThe rain has gone on for three days."
    assert speakers(text, "en") == ["", ""]
    named = "Simsek: inflation will fall in May\n\nThe rain has gone on for three days."
    assert speakers(named, "en") == ["Simsek", ""]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "— كم بلغت الكلفة؟\nالمهندسة هدى الجبوري: بلغت مليارين. الشركة انسحبت في آذار.\n"
            "— ومتى ينتهي العمل؟\nالمهندسة هدى الجبوري: لا نعلم. العقد الجديد لم يوقع.",
            "ar",
            ["", "المهندسة هدى الجبوري", "المهندسة هدى الجبوري"] * 2,
        ),
        (
            "Minister: Talks resumed on Monday. The border is open.\n"
            "Minister: The bridge was closed. Traffic was diverted.",
            "en",
            ["Minister"] * 4,
        ),
        ("Minister: Talks resumed on Monday. The border is open.", "en", ["Minister", ""]),
        (
            "Q: You left in 2019. Why?\nAnn Lee: They paid less. I have signed again.\n"
            "Q: The hall is cold.\nAnn Lee: The hall is old. It was built in 1911.",
            "en",
            ["", "", "Ann Lee", "Ann Lee", "", "Ann Lee", "Ann Lee"],
        ),
        (
            "س: كم طالباً قبلتم؟\nد. منى القحطاني: قبلنا 870 طالباً. لدينا اتفاقيات مع 18 جامعة.",
            "ar",
            ["", "منى القحطاني", "منى القحطاني"],
        ),
        ("س: ما حجم الإنتاج؟\nج: بلغ الإنتاج 300 طن.", "ar", ["", ""]),
        (
            "Item: Boats\nNumber: The yard sold 30 boats.\nItem: Cars\nNumber: It sold 4 cars.",
            "en",
            ["", "", "", ""],
        ),
    ],
)
def test_all_of_a_turn_is_whose_label_opens_it(text: str, language: str, names: list[str]) -> None:
    assert speakers(text, language) == names
