"""What the verb and the neighbours of a time say of it: done or to come, from when until when."""

import pytest

from tests.facets.test_times import edtf, read

LATE = "2026-11-21"
"""A Saturday, so near the end of the year that most days without one have passed by ten months."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The museum opened its doors on January 2", "2026-01-02"),
        ("Five soldiers died in an attack on December 28", "2025-12-28"),
        ("On December 28, five soldiers died", "2025-12-28"),
        ("which opened its doors on New Year's Day", "2026-01-01"),
        ("The council approved a rally on December 5", "2026-12-05"),
        ("The committee announced a march on December 14", "2026-12-14"),
        ("He was told to appear in court on December 5", "2026-12-05"),
        ("Fans bought 30,000 tickets for the game on December 12", "2026-12-12"),
        ("Police held 40 people ahead of the rally on December 5", "2026-12-05"),
        ("They meet on December 5", "2026-12-05"),
        ("This opens the door for a rate cut in December", "2026-12"),
        ("The bank cut rates in December", "2025-12"),
        ("The winners go on to a tournament in Mexico in March", "2027-03"),
        ("The president signed a decree setting elections on December 12", "2026-12-12"),
        ("The governor issued an order on December 10", "2025-12-10"),
        ("وقع الرئيس مرسوما بتنظيم الانتخابات في 15 ديسمبر", "2026-12-15"),
        ("وقع الرئيس القانون في 15 ديسمبر", "2025-12-15"),
        ("وعد الرئيس بصرف الرواتب الثلاثاء", "2026-11-24"),
        ("رفعت المحكمة الجلسة، وحددت 14 يناير موعدا للحكم", "2027-01-14"),
        ("وحددت المحكمة جلسة 7 ديسمبر للنظر في الطعن", "2026-12-07"),
        ("تعهد المقاول بتسليم الجسر في 15 ديسمبر", "2026-12-15"),
        ("لوح السائقون بالإضراب إذا لم تخفض الرسوم قبل الأحد", "../2026-11-22"),
        ("وستصل الشحنة في العشرين من ديسمبر", "2026-12-20"),
        ("تلوح بمساءلة الوزير في جلسة 24 حزيران", "2026-06-24"),
        ("وينتظر أن يلتحق به الأطباء قبل شهر جويلية", "../2027-07"),
        ("كانت الناقلة قد شحطت قرب سيشل في ديسمبر", "2025-12"),
        ("قال المدير إن الفرع قد يغلق في ديسمبر", "2026-12"),
        ("لم يستأنف القطار رحلاته منذ توقفه مساء الأحد", "2026-11-15"),
        ("سيستأنف الإضراب ما لم تصرف الرواتب قبل الاثنين", "../2026-11-23"),
        ("لم يصدر أي تعليق رسمي حتى مساء الجمعة", "../2026-11-20"),
        ("يستمر المعرض حتى مساء الاثنين", "../2026-11-23"),
        ("إلا أن المصلحة لم ترد على شكواهم المرفوعة في ديسمبر", "2025-12"),
        ("اتفقا على ألا تنشر الأسماء في ديسمبر", "2026-12"),
        ("وحجزت جلسة 3 يناير للمرافعة", "2027-01-03"),
        ("وتحدث الخبير، متوقعا انحسار الموجة الأحد", "2026-11-22"),
        ("ومن المقرر أن يجتمع الوزراء، برئاسة قطر، الاثنين.", "2026-11-23"),
        ("والتقى الوزيران، برعاية أممية، الاثنين.", "2026-11-16"),
        ("والأسعار مرشحة للارتفاع الأحد", "2026-11-22"),
        ("قبل عيد الفطر سترتفع الأسعار", "../2027-03-09"),
        ("وقعت الحادثة ليلة رأس السنة", "2025-12-31"),
        ("يصرف الراتب ابتداء من آذار", "2027-03/.."),
        ("وعد الرئيس الثلاثاء بصرف الرواتب", "2026-11-17"),
        ("وعد الوزير بالتحقيق في الهجوم الذي وقع الثلاثاء", "2026-11-17"),
        ("افتتح الوزير المستشفى في 3 يناير", "2026-01-03"),
        ("في 28 ديسمبر قتل خمسة جنود", "2025-12-28"),
        ("وفي 28 ديسمبر، قتل خمسة جنود", "2025-12-28"),
        ("في 28 ديسمبر يلتقي الفريقان", "2026-12-28"),
        ("في هجوم وقع في 2 كانون الثاني", "2026-01-02"),
        ("الجيش استعاد البلدة في 30 ديسمبر", "2025-12-30"),
        ("الصفقة التي أبرمها النادي في 28 ديسمبر كلفته الكثير", "2025-12-28"),
        ("ارتفعت الأسعار في ديسمبر", "2025-12"),
        ("أعلنت اللجنة تنظيم مسيرة في 14 ديسمبر", "2026-12-14"),
        ("قررت المحكمة النظر في الطعن في 8 ديسمبر", "2026-12-08"),
        ("اعتقلت الشرطة 40 شخصا قبيل مسيرة 5 ديسمبر", "2026-12-05"),
        ("يلتقي الفريقان في 12 ديسمبر", "2026-12-12"),
        ("إذا لم تستجب وزارة الصحة للمطالب قبل 15 ديسمبر", "../2026-12-15"),
        ("Talks failed if no deal is reached by December 15", "2026-12-15"),
        ("They would strike if it was not paid by December 15", "2026-12-15"),
        ("The agency will review the October ruling", "2026-10"),
        ("Tickets are on sale for the concert on June 6", "2027-06-06"),
        ("Trains resume at 6am on Monday", "2026-11-23"),
        ("بحلول مساء الأربعاء كان 40 قد لقوا حتفهم", "2026-11-18"),
        ("حذرت الهيئة من أمطار غزيرة يوم الخميس", "2026-11-26"),
        ("Wheat for March delivery fell 2 cents", "2027-03"),
        ("Crude for February settlement rose 1.2 percent", "2027-02"),
        ("انخفض خام برنت تسليم فبراير", "2027-02"),
        ("ارتفع النحاس في عقود مارس 38 سنتا", "2027-03"),
        ("اتفق الجانبان على عقد الجولة المقبلة في الأسبوع الأول من مايو", "2027-05-01/2027-05-07"),
        ("واتفقا على لقاء آخر في الدوحة في مارس", "2027-03"),
        ("The film opened with $112.5 million two years ago", "2024"),
        ("حددت المحكمة جلسة 12 ديسمبر لمحاكمته", "2026-12-12"),
        ("قررت المفوضية إجراء الانتخابات في 10 ديسمبر", "2026-12-10"),
        ("دعا الرئيس إلى انتخابات مبكرة في 5 ديسمبر", "2026-12-05"),
        ("غادر البلاد قبل أن يعود في يونيو", "2026-06"),
        ("قررت الوزارة تأجيل الانتخابات إلى مارس", "2027-03"),
        ("نفذ الجيش في 3 مارس 2019 هجوماً على البلدة", "2019-03-03"),
        ("يسري منذ 27 نوفمبر 2024 اتفاق لوقف إطلاق النار", "2024-11-27/.."),
    ],
)
def test_a_deed_that_is_done_has_no_date_to_come(text, expected):
    assert edtf(text, LATE) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("will run from midnight on Thursday until 6am on Saturday", "2026-11-26/2026-11-28"),
        ("was closed from 9pm on Tuesday to 5am on Wednesday", "2026-11-17/2026-11-18"),
        ("will be shut between 10 p.m. Friday and 4 a.m. Monday", "2026-11-27/2026-11-30"),
        ("يستمر الحظر من السادسة مساء الخميس حتى الثامنة من صباح السبت", "2026-11-26/2026-11-28"),
        (
            "قطعت من الساعة 10:00 من مساء الجمعة وحتى الساعة 4:00 من فجر الأحد",
            "2026-11-20/2026-11-22",
        ),
        ("Revenue for the three months to the end of September fell", "2026-07/2026-09"),
        ("Sales for the six months ended June 30 were flat", "2026-01-01/2026-06-30"),
        ("Prices have risen 4% since the start of the year", "2026-01/.."),
        ("ارتفعت الأسعار منذ بداية عام 2024", "2024-01/.."),
        ("Rates will stay unchanged until at least the spring", "../2027-21"),
        ("تمتد مهلة تسليم الطلبات لغاية 15 الجاري", "../2026-11-15"),
    ],
)
def test_a_stretch_has_both_its_ends(text, expected):
    assert edtf(text, LATE) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A year ago this week, the town was under water", "2025-W47"),
        ("Two years ago today the bridge collapsed", "2024-11-21"),
        ("On this day in 1990 the wall fell", "1990-11-21"),
        ("This week last year the pound fell", "2025-W47"),
        ("بلغ السعر 48 جنيها في مثل هذا اليوم من العام الماضي", "2025-11-21"),
        ("في مثل هذا اليوم من عام 1990 سقط الجدار", "1990-11-21"),
        ("The team trained today in 2026 kit", "2026-11-21"),
    ],
)
def test_the_same_time_of_another_year_is_counted_from_publication(text, expected):
    assert edtf(text, LATE)[0] == expected


def test_a_weekday_that_is_not_that_of_its_date_is_told():
    (found,) = read("زار الوفد القرية الأربعاء 12 نونبر", LATE)
    assert found.interval.edtf == "2026-11-12"
    assert "weekday" in found.rule


def test_a_name_looks_like_what_foretells_only_when_folded():
    assert edtf("قال علي أن المصنع افتتح في 17 نوفمبر", LATE) == ["2026-11-17"]
    assert edtf("على أن يعقد الاجتماع في 17 نوفمبر", LATE) == ["2027-11-17"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met twice last week, on Monday and Thursday", ["2026-11-09", "2026-11-12"]),
        ("يجتمع المجلس الأسبوع المقبل يومي الثلاثاء والأربعاء", ["2026-11-24", "2026-11-25"]),
        ("They met last week. On Monday they signed", ["2026-11-16"]),
    ],
)
def test_a_day_beside_a_week_is_in_that_week(text, days):
    assert edtf(text, LATE)[1:] == days


def test_a_29_february_has_an_eve_in_other_years():
    assert edtf("A year ago today the bridge collapsed", "2024-02-29") == ["2023-02-28"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Homes would be without water until at least 6pm on Friday", "../2026-11-27"),
        ("The road is shut until 9 a.m. Saturday", "../2026-11-21"),
        ("Power has been out since 4am on Thursday", "2026-11-19/.."),
        ("They left before 9am on Monday", "2026-11-16"),
        ("يستمر حظر التجول حتى الساعة السادسة من صباح الأحد", "../2026-11-22"),
        ("انقطعت الكهرباء منذ الساعة الرابعة فجر الخميس", "2026-11-19/.."),
        ("وصلت القوات قبل الساعة الثامنة من صباح الأحد", "2026-11-15"),
    ],
)
def test_an_hour_bounds_with_its_day(text, expected):
    assert edtf(text, LATE) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As of Friday, 12 people had died", "2026-11-20"),
        ("It had cash of $184 million as of December 31", "2025-12-31"),
        ("As of Monday, fares will rise by 5%", "2026-11-23/.."),
    ],
)
def test_as_of_is_a_day_that_is_past_and_the_start_of_what_is_to_come(text, expected):
    assert edtf(text, LATE) == [expected]


def test_how_long_each_waits_begins_on_no_day():
    assert edtf("92% would be seen within 18 weeks by March 2029", LATE) == [None, "2029-03"]


def test_so_much_of_every_day_is_no_time():
    assert edtf("They now get power for 17 hours a day", LATE) == []


def test_the_same_period_of_what_ran_up_to_a_time_is_open_as_well():
    arabic = "ارتفع إلى 3 ملايين حتى نهاية سبتمبر 2026 مقارنة بالفترة نفسها من 2025"
    assert edtf(arabic, LATE) == ["../2026-09", "../2025-09"]


@pytest.mark.parametrize(
    "text", ["jailed for three years and two months", "سجن لمدة ثلاث سنوات وشهرين"]
)
def test_a_length_in_two_units_is_one(text):
    (time,) = read(text, LATE)
    assert time.duration == "P38M"


@pytest.mark.parametrize(
    "text",
    [
        "Up in the second quarter. Down in the first ten months from the same period of 2025",
        "نما 3 بالمئة في الربع الثاني. وتراجع في الأشهر العشرة الأولى مقارنة بالفترة ذاتها من 2025",
    ],
)
def test_the_first_months_of_no_year_are_left_open_and_the_same_period_with_them(text):
    assert edtf(text, LATE) == ["2026-Q2", None, "2025"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ارتفع المؤشر 2% ليصل إلى 1200 نقطة الاثنين", ["2026-11-16"]),
        ("سيسافر الوزير ليلتقي نظيره الاثنين", ["2026-11-23"]),
        ("أحدهما 20 عاما والآخر 35 عاما", []),
        ("Next up is a trip to Belgrade on Sunday", ["2026-11-22"]),
    ],
)
def test_what_came_of_a_deed_is_no_more_to_come_than_it(text, expected):
    assert edtf(text, LATE) == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2026-03-19", "He would hand over the proceeds by Easter", ["2026-04-05"]),
        ("2026-04-07", "They had met three times since Good Friday", ["2026-04-03/.."]),
        ("2026-03-19", "The hall will reopen on Easter Monday", ["2026-04-06"]),
        ("2026-04-07", "The church burned down on Palm Sunday", ["2026-03-29"]),
        ("2026-04-07", "The strike began on Good Friday 2024", ["2024-03-29"]),
        ("2026-04-07", "The fair runs until Pentecost", ["../2026-05-24"]),
        ("2026-04-07", "It sold 300 trees last Christmas", ["2025-12-25"]),
        ("2026-04-07", "The Good Friday Agreement ended it", []),
        ("2026-04-07", "The Boxing Day tsunami killed thousands", []),
        ("2026-04-07", "Easter eggs cost 5 euros", []),
        (
            "2026-07-23",
            "It has been moored since the 9th with its crew",
            ["2026-07-09/.."],
        ),
        ("2026-07-23", "The hearing was put off until the 15th", ["../2026-08-15"]),
        ("2026-07-23", "He led until the 18th hole", []),
        ("2026-07-23", "They meet on the 5th", [None]),
        ("2026-07-23", "The bridge was closed on the 12th", ["2026-07-12"]),
        (
            "2026-07-23",
            "He was held in March 2021. He was freed on the 12th",
            ["2021-03", "2021-03-12"],
        ),
        (
            "2026-07-23",
            "She sailed on July 12. She has been moored since the 9th",
            ["2026-07-12", "2026-07-09/.."],
        ),
        ("2026-07-23", "The bridge reopened overnight", ["2026-07-22/2026-07-23"]),
        ("2026-07-23", "Shops open overnight", []),
        ("2026-07-23", "The road was closed two hours ago", ["2026-07-23"]),
    ],
)
def test_a_feast_and_a_bare_day_are_the_nearest_that_the_words_allow(published, text, expected):
    assert edtf(text, published) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales tumbled 29 percent in the first half to 9.4 billion pula", ["2026-01/2026-06"]),
        ("Car output dropped to 30,000 in the first half, from 40,000", ["2026-01/2026-06"]),
        ("Smith scored twice in the first half", []),
        ("Sales rose in the first half of the month", []),
        ("Output fell. Smith scored in the first half", []),
    ],
)
def test_a_bare_half_is_one_of_the_year_where_business_is_told(text, expected):
    assert edtf(text, "2026-07-23") == expected


@pytest.mark.parametrize("text", ["رجل في الأربعينيات من عمره", "ذكرى حرب أكتوبر"])
def test_an_age_and_the_name_of_a_war_are_no_times(text):
    assert edtf(text, LATE) in ([], [None])
