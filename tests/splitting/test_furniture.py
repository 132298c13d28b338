"""Lines of a page that came along with an article are set aside; those of the article are not."""

from __future__ import annotations

import pytest

from workbench.facets.types import Clock
from workbench.splitting import split

_BODY = "The bridge was closed on Monday. It will open in May."
_BODY_AR = "أغلق الجسر يوم الاثنين. وسيفتح في أيار."


def aside(text: str) -> list[str]:
    found = split(text, Clock()).sentences
    return [one.span.of(text) for one in found if one.reason == "part of the page"]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee and Omar Haddad",
        "Last updated: 12 March 2026",
        "Photo: Ann Lee",
        "Published 3 hours ago",
        "Copyright 2026 The Herald.",
        "Read more: Ferry sinks in storm",
        "Related stories",
        "> Send us your pictures.",
        "Sign up to our newsletter for the news of the week.",
        "© 2026 The Herald, all rights reserved.",
        "Net income | 145.86 | 218.33 | 49.7 %",
        "London, 3 March 2026 - News Desk",
    ],
)
def test_a_line_of_an_english_page_is_set_aside(line: str) -> None:
    assert aside(f"{line}\n\n{_BODY}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "كتب - سالم النجار",
        "الرياض: «الاقتصادية»",
        "المصدر: صحيفة البلد",
        "آخر تحديث 12:30",
        "تابعونا على صفحتنا",
        "لن يتم نشر عنوان بريدك الإلكتروني.",
        "الإيرادات 1,542.39 1,979.82 28.4 %",
        "صوت الجنوب الإخباري -",
        "الدوحة 22 محرم 1448 هـ الموافق 07 يوليو 2026 م - صوت البلد",
    ],
)
def test_a_line_of_an_arabic_page_is_set_aside(line: str) -> None:
    assert aside(f"{line}\n\n{_BODY_AR}") == [line]


def test_headlines_behind_a_pointer_are_those_of_other_stories() -> None:
    text = f"{_BODY}\nRead also\nFerry sinks in storm\nMayor resigns over budget\n{_BODY}"
    assert aside(text) == ["Read also", "Ferry sinks in storm", "Mayor resigns over budget"]


@pytest.mark.parametrize(
    "text",
    [
        "By Friday, the river had fallen by two metres.",
        "Related companies paid $4 million.",
        "Related firms fined $3m",
        "The firm changed its privacy policy on Monday.",
        '"Join us," the minister told farmers.',
        "Sources said 12 people were killed.",
        "سجل كريم هدفين في الشوط الأول.",
        "بغداد: 12 قتيلا في انفجار يوم 3 مارس 2026",
        "كتب الوزير رسالة إلى البرلمان.",
        "المزيد من القوات وصل إلى الحدود.",
        "Kent County won 3-1 on Sunday, its fourth win in 5 games.",
    ],
)
def test_a_sentence_of_the_article_is_not(text: str) -> None:
    assert aside(text) == []


@pytest.mark.parametrize(
    "line", ["ملخص مباراة النجم والكوكب", "تفاصيل الحادث على الجسر", "موعد افتتاح الجسر"]
)
def test_the_heading_of_a_part_of_a_story_is_set_aside(line: str) -> None:
    assert aside(f"{_BODY_AR}\n\n{line}\n\n{_BODY_AR}") == [line]


@pytest.mark.parametrize(
    "line", ["تفاصيل الحادث تكشفها الشرطة", "ملخص الخسائر: 30 قتيلا", "إغلاق الجسر في صيدا"]
)
def test_a_headline_inside_a_story_that_tells_something_is_not(line: str) -> None:
    assert aside(f"{_BODY_AR}\n\n{line}\n\n{_BODY_AR}") == []
