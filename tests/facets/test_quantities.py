from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scaling import growth
from workbench.facets.interval import parse_edtf
from workbench.facets.quantities.quantities import read_quantities, read_quantities_and_times
from workbench.facets.types import Clock, Comparator
from workbench.language.packs import load

LANGUAGES = st.sampled_from(["ar", "en"])
PIECES = st.sampled_from(
    [
        *("12", "2,500", "٢٫٥", "1,2,3", "00", "١٢٬٥٠٠", "½", "2012", "31.7.2024", "1" * 30),
        *("%", "٪", "$", "€", "-", "–", "/", ":", ".", ",", "،", "(", ")", "\n", " ", "  ", "'s"),
        *(
            "three",
            "hundred",
            "million",
            "half",
            "a",
            "of",
            "and",
            "between",
            "to",
            "from",
            "dozens",
        ),
        *(
            "more than",
            "people",
            "percent",
            "ago",
            "May",
            "last",
            "year",
            "Monday",
            "km",
            "per day",
        ),
        *("ثلاثة", "وعشرون", "مليون", "نصف", "و", "بين", "إلى", "من", "عشرات", "أكثر من", "شخصاً"),
        *("في المئة", "قبل", "شهرين", "آب", "الماضي", "عام", "الاثنين", "كم", "يومياً", "الـ", "ر"),
        *("\u200f", "\u0651", "ـ", "🙂", "㎢", "ﷺ", "\ue000"),
    ]
)
MIXED = st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join)


def figures(text: str, language: str) -> list[tuple[object, ...]]:
    return [
        (item.vague or (item.low if item.low == item.high else (item.low, item.high)), item.unit)
        for item in read_quantities(text, load(language))
    ]


@given(st.text() | MIXED, LANGUAGES)
def test_any_text_is_read_with_true_offsets_in_order(text, language):
    found = read_quantities(text, load(language))
    for item in found:
        assert item.surface == item.span.of(text)
        assert item.low is None or item.high is None or item.low <= item.high
    starts = [item.span.start for item in found]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نحو 2500 عسكري أميركي", (2500, "person", Comparator.ABOUT, "عسكري أميركي")),
        ("ما لا يقل عن 12 شخصاً", (12, "person", Comparator.AT_LEAST, "شخصاً")),
        ("أكثر من 40 ألف قتيل", (40000, "person", Comparator.MORE_THAN, "قتيل")),
        ("تجاوز عدد النازحين 40 ألف شخص", (40000, "person", Comparator.MORE_THAN, "شخص")),
        ("فتشت المارة لأكثر من ساعة", (1, "hour", Comparator.MORE_THAN, "")),
        ("يبعد أقل من كيلومتر عن القرية", (1, "km", Comparator.LESS_THAN, "")),
        ("بأكثر من 40 ألف قتيل", (40000, "person", Comparator.MORE_THAN, "قتيل")),
        ("بأقل من 40 ألف قتيل", (40000, "person", Comparator.LESS_THAN, "قتيل")),
        ("بنحو 40 ألف قتيل", (40000, "person", Comparator.ABOUT, "قتيل")),
        ("40 قتيلا على أقل تقدير", (40, "person", Comparator.AT_LEAST, "قتيلا")),
        ("أقل بقليل من 40 قتيلا", (40, "person", Comparator.LESS_THAN, "قتيلا")),
        ("just shy of 40 people", (40, "person", Comparator.LESS_THAN, "people")),
        ("لا يزيد عن 100 شخص", (100, "person", Comparator.AT_MOST, "شخص")),
        ("خمسين بالمئة على الأقل", (50, "percent", Comparator.AT_LEAST, "")),
        ("2012 قتيلاً", (2012, "person", Comparator.EXACTLY, "قتيلاً")),
        ("١٢٫٥٪", (Decimal("12.5"), "percent", Comparator.EXACTLY, "")),
        ("%35", (35, "percent", Comparator.EXACTLY, "")),
        ("12.500 دينار عراقي", (12500, "IQD", Comparator.EXACTLY, "دينار عراقي")),
        ("3.4 ملايين برميل يومياً", (3400000, "barrel/day", Comparator.EXACTLY, "برميل")),
        ("85 دولاراً للبرميل", (85, "USD/barrel", Comparator.EXACTLY, "دولاراً")),
        ("200 نقطة أساس", (200, "basis point", Comparator.EXACTLY, "نقطة أساس")),
        ("كم بلغت 120 كم مربع", (120, "km2", Comparator.EXACTLY, "كم مربع")),
        ("about 2,500 U.S. troops", (2500, "person", Comparator.ABOUT, "U.S. troops")),
        ("some 900 troops", (900, "person", Comparator.ABOUT, "troops")),
        ("The rate edged up to 4.4 percent", (Decimal("4.4"), "percent", Comparator.EXACTLY, "")),
        ("up to 30 aid workers", (30, "person", Comparator.AT_MOST, "aid workers")),
        ("50 or more people", (50, "person", Comparator.AT_LEAST, "people")),
        ("$2.5bn in aid", (2500000000, "USD", Comparator.EXACTLY, "")),
        ("12.500 people", (12500, "person", Comparator.EXACTLY, "people")),
        ("12.500 percent", (Decimal("12.5"), "percent", Comparator.EXACTLY, "")),
        ("DKK 640m in aid", (640000000, "DKK", Comparator.EXACTLY, "")),
        ("3.2m barrels", (3200000, "barrel", Comparator.EXACTLY, "barrels")),
        ("nine of every ten boxes", (90, "percent", Comparator.ABOUT, "boxes")),
        ("14 foxes", (14, "fox", Comparator.EXACTLY, "foxes")),
        ("a two-and-a-half-hour talk", (Decimal("2.5"), "hour", Comparator.EXACTLY, "hour")),
        ("5m people", (5000000, "person", Comparator.EXACTLY, "people")),
        ("18 Iraqi army vehicles", (18, "vehicle", Comparator.EXACTLY, "Iraqi army vehicles")),
        ("a 697-sq-ft shed", (697, "foot2", Comparator.EXACTLY, "sq-ft")),
        ("a 10-member committee", (10, "person", Comparator.EXACTLY, "member")),
        ("-5 degrees Celsius", (-5, "°C", Comparator.EXACTLY, "degrees Celsius")),
        ("one in five people", (20, "percent", Comparator.ABOUT, "people")),
        ("two-thirds of the members", (Decimal("66.67"), "percent", Comparator.ABOUT, "members")),
        ("a $2-billion loan", (2000000000, "USD", Comparator.EXACTLY, "")),
        (
            "a quarter of a percentage point",
            (Decimal("0.25"), "percentage point", Comparator.EXACTLY, "percentage point"),
        ),
        ("a 25-basis-point cut", (25, "basis point", Comparator.EXACTLY, "basis-point")),
        ("half an hour", (Decimal("0.5"), "hour", Comparator.EXACTLY, "hour")),
        ("14 frobnicators", (14, "frobnicator", Comparator.EXACTLY, "frobnicators")),
        ("three new national forests", (3, "forest", Comparator.EXACTLY, "new national forests")),
        ("12 second-hand boats", (12, "boat", Comparator.EXACTLY, "second-hand boats")),
        ("They handed over 300 documents", (300, "document", Comparator.EXACTLY, "documents")),
        ("paid 51,660 cedis a tonne", (51660, "GHS/tonne", Comparator.EXACTLY, "cedis")),
        ("up 3% and above the forecast", (3, "percent", Comparator.EXACTLY, "")),
        ("Growth picked up to 3.6%", (Decimal("3.6"), "percent", Comparator.EXACTLY, "")),
    ],
)
def test_a_figure_has_value_unit_comparator_and_counted_noun(text, expected):
    language = "ar" if any("\u0600" <= char <= "\u06ff" for char in text) else "en"
    (item,) = read_quantities(text, load(language))
    assert item.low == item.high
    assert (item.low, item.unit, item.comparator, item.counted) == expected


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "unit"),
    [
        ("between 5 and 6 million people", "en", 5000000, 6000000, "person"),
        ("10-15 missiles", "en", 10, 15, "missile"),
        ("took 3-5 hours to mend", "en", 3, 5, "hour"),
        ("women aged between 15 and 24 contract it", "en", 15, 24, "year"),
        ("5 to 7 percent", "en", 5, 7, "percent"),
        ("بين 10 و15 صاروخاً", "ar", 10, 15, "missile"),
        ("من 3 إلى 5 ملايين دولار", "ar", 3000000, 5000000, "USD"),
    ],
)
def test_a_range_is_one_figure_with_two_bounds(text, language, low, high, unit):
    (item,) = read_quantities(text, load(language))
    assert (item.low, item.high, item.unit, item.comparator) == (
        low,
        high,
        unit,
        Comparator.BETWEEN,
    )


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("5-3 vote", "en", [(5, "vote"), (3, "vote")]),
        ("she took 3-61 at Hove", "en", [(3, ""), (61, "")]),
        ("twins aged five months and a girl aged 6", "en", [(5, "month"), (6, "year")]),
        ("stood by ground zero workers", "en", []),
        (
            "1.6 cubic kilometres or 1.3 million acre feet",
            "en",
            [(Decimal("1.6"), "km3"), (1300000, "acre foot")],
        ),
        ("مقتل شخصين وإصابة ثلاثة آخرين", "ar", [(2, "person"), (3, "person")]),
        ("وزعت (12) ألف دينار على (300) شخص", "ar", [(12_000, "dinar"), (300, "person")]),
        ("بلغت نسبة الإنجاز (٧٥)٪ في (3) محافظات", "ar", [(75, "percent"), (3, "province")]),
        ("it fined (50) drivers", "en", [(50, "person")]),
        ("2.2m tubs, up from 1.8m", "en", [(2_200_000, "tub"), (1_800_000, "")]),
        ("cut his sentence from nine years to six", "en", [(9, "year"), (6, "year")]),
        ("انخفضت النسبة من 71 بالمئة إلى 44", "ar", [(71, "percent"), (44, "percent")]),
        ("3m walls and the 100m hurdles", "en", [(3, "m"), (100, "m")]),
        ("مع (91) حادثاً", "ar", [(91, "incident")]),
        ("صوت 38 عضواً لصالحها وامتنع ستة", "ar", [(38, "person"), (6, "")]),
        ("لأشخاص تجاوزوا السبعين", "ar", [(70, "year")]),
        ("ولا تتجاوز أعمارهم العشرين", "ar", [(20, "year")]),
        ("في الدورة العشرين", "ar", []),
        ("بزيادة درهمين ونصف على السعر", "ar", [(2.5, "dirham")]),
        ("غرامة قدرها ليرتان تركيتان، واستغرقت سنتين", "ar", [(2, "TRY"), (2, "year")]),
        ("ثلاثة أرباعهم من النساء", "ar", [(75, "percent")]),
        ("ثلث المصابين دون سن الأربعين", "ar", [(Decimal("33.33"), "percent"), (40, "year")]),
        ("المتطوعون فوق سن الـ25", "ar", [(25, "year")]),
        ("في الـ25 من مايو", "ar", []),
        ("30 بئرا من جملة 41 عادت إلى العمل", "ar", [(30, "well"), (41, "")]),
        (
            "3 buses, 9 wolves, 5 heroes, 6 valves",
            "en",
            [(3, "bus"), (9, "wolf"), (5, "hero"), (6, "valve")],
        ),
        ("4 causes, 7 viruses", "en", [(4, "cause"), (7, "virus")]),
        ("لقاح كوفيد_19", "ar", []),
        ("فيروس كورونا (كوفيد – 19)", "ar", []),
        ("حادث على الطريق – 3 قتلى", "ar", [(3, "person")]),
        ("تراجع عدد المواليد إلى 686 ألفا عام 2024", "ar", [(686000, "")]),
        ("جولتان أخريان", "ar", [(2, "round")]),
        ("باع المصرف العملة في مزادين", "ar", [(2, "auction")]),
        ("لم تستجب لطلبين", "ar", [(2, "request")]),
        ("تحسن السعر من 1680 إلى 1615 ريالا", "ar", [(1680, ""), (1615, "rial")]),
        ("حالتي اختناق", "ar", [(2, "case")]),
        ("ستدخل منصتا تحميل جديدتان الخدمة", "ar", [(2, "منصه")]),
        ("فتاتي الصغيرة مريضة", "ar", []),
        ("القرى التي غمرتها المياه", "ar", []),
        ("قضى ثلاث سنوات ونصف السنة في السجن", "ar", [(3.5, "year")]),
        ("خفض المصرف الفائدة نصف نقطة", "ar", [(0.5, "point")]),
        ("The bank cut its rate by half a point", "en", [(0.5, "point")]),
        ("He lost half of the points", "en", [(50, "percent")]),
        ("ثلاث سنوات ونصف مليون دينار", "ar", [(3, "year"), (500000, "dinar")]),
        ("استغرقت الرحلة 4 ساعات", "ar", [(4, "hour")]),
        ("بهدفين لهدف", "ar", [(2, "goal"), (1, "goal")]),
        ("أهداف قطر الثلاثة", "ar", [(3, "goal")]),
        ("three of the seven affected villages", "en", [(3, "village"), (7, "village")]),
        ("في نصف النهائي", "ar", []),
        ("قاعدتين عسكريتين", "ar", [(2, "base")]),
        ("أصيب 12 بجروح وقتل 5", "ar", [(12, "person"), (5, "person")]),
        ("الجنود الثلاثة", "ar", [(3, "person")]),
        ("عن الثلاثة الباقين طوال الأيام الستة", "ar", [(3, ""), (6, "day")]),
        ("ملعب الخمس من جانب واحد", "ar", []),
        ("المخازن تكفي أسبوعاً واحداً", "ar", [(1, "week")]),
        ("تكفي الشحنة لشهر واحد فقط", "ar", [(1, "month")]),
        ("في آن واحد قصف الموقعان", "ar", []),
        ("في الأشهر التسعة المنتهية في 30 سبتمبر", "ar", [(9, "month")]),
        (
            "Unemployment stood at 6% in the three months to August",
            "en",
            [(6, "percent"), (3, "month")],
        ),
        ("رسم خريطة واحدة وتابع مجرمَين اثنين", "ar", [(1, "خريطه"), (2, "مجرم")]),
        ("Ann Lee, 52; Tom Bell, 47; and others", "en", [(52, "year"), (47, "year")]),
        ("يعمل الجناح بطبيبة واحدة", "ar", [(1, "person")]),
        ("توفي رجل في الثمانين من عمره", "ar", [(80, "year")]),
        ("تراوح بين ست وثماني ساعات", "ar", [((6, 8), "hour")]),
        ("seven of their last nine matches", "en", [(7, ""), (9, "match")]),
        ("two of them, the two-state solution, the two sides", "en", [(2, ""), (2, "side")]),
        (
            "N4.7bn for N95 masks, twice a day, twice as many",
            "en",
            [(4.7e9, "NGN"), (2, "time/day")],
        ),
        ("two were killed and 3 wounded", "en", [(2, "person"), (3, "person")]),
        ("412 of 650 seats", "en", [(412, "seat"), (650, "seat")]),
        ("aged 45", "en", [(45, "year")]),
        ("two of the 14 miners", "en", [(2, "person"), (14, "person")]),
        ("a 3-1 win", "en", [(3, ""), (1, "")]),
        ("The council voted 7-2 Tuesday night", "en", [(7, ""), (2, "")]),
        ("fell $1.20 to $71.35", "en", [(Decimal("1.2"), "USD"), (Decimal("71.35"), "USD")]),
        ("to $4bn from $3bn a year before", "en", [(4000000000, "USD"), (3000000000, "USD")]),
        ("نقل ثلاثة منهم", "ar", [(3, "person")]),
        ("300 معلم أثري", "ar", [(300, "landmark")]),
        ("شركة ميتا", "ar", []),
        ("سعر الكيلو 40 جنيها", "ar", [(40, "pound")]),
        ("Six more were hurt", "en", [(6, "person")]),
        ("About 450 came to the hall", "en", [(450, "")]),
        ("a ferry with 180 aboard runs aground", "en", [(180, "person")]),
        ("the fire cost 12 lives", "en", [(12, "person")]),
        ("في الدقيقتين 44 و71", "ar", []),
        ("أصيب 34 آخرون، بينهم ستة في حالة حرجة", "ar", [(34, "person"), (6, "person")]),
        ("عند 500 ليرة للشهر العشرين على التوالي", "ar", [(500, "lira")]),
        ("السعودية وكازاخستان", "ar", []),
        ("9.8 billion kroner", "en", [(9800000000, "krone")]),
        ("One in eight bars", "en", [(Decimal("12.5"), "percent")]),
        ("The week is cut to 37 hours from 40", "en", [(37, "hour"), (40, "hour")]),
        ("The stock closed at 141p", "en", [(141, "pence")]),
        ("It owes Sh3.8 billion", "en", [(3_800_000_000, "shilling")]),
        ("Ruiz, 70, was jailed", "en", [(70, "year")]),
        ("It earned 12.1 trillion won.", "en", [(12_100_000_000_000, "KRW")]),
        ("Labour, with 121, won 40 more.", "en", [(121, ""), (40, "")]),
    ],
)
def test_figures_take_their_unit_from_the_words_around(text, language, expected):
    assert figures(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "vague", "unit"),
    [
        ("عشرات القتلى", "ar", "tens", "person"),
        ("مئات الآلاف من النازحين", "ar", "thousands", "person"),
        ("dozens of people", "en", "tens", "person"),
        ("tens of thousands of protesters", "en", "thousands", "person"),
        ("several missiles", "en", "several", "missile"),
    ],
)
def test_vague_counts_keep_their_word(text, language, vague, unit):
    (item,) = read_quantities(text, load(language))
    assert (item.vague, item.unit, item.high) == (vague, unit, None)


def test_the_ends_of_a_change_are_told_apart():
    text = "Inflation fell to 39.1 percent in February from 42.1 percent in January, up 2 percent"
    assert [item.change for item in read_quantities(text, load("en"))] == ["to", "from", "rise"]
    text = "ارتفعت النسبة من 10 إلى 15 في المئة ثم تراجعت بنسبة 5 في المئة"
    found = read_quantities(text, load("ar"))
    assert [item.change for item in found] == ["from", "to", "fall"]
    assert {item.unit for item in found} == {"percent"}


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("was Rs1.61 trillion, it had been Rs2.39tr", "en", [1_610_000_000_000, 2_390_000_000_000]),
        ("The stock fell 5% to 297", "en", [5, 297]),
        ("vacancies fell by 46,000 to 1,246,000", "en", [46_000, 1_246_000]),
        ("5 083 people in stage two", "en", [5083]),
        ("Sh335 billion, 2.5-5.4F, Erik ten Hag's side", "en", [335_000_000_000, 2.5]),
        ("فاز 2ـ0 في الجولة الـ 13", "ar", [2, 0]),
        ("الدول الـ22 في القمة الـ33", "ar", [22]),
        ("هي الثانية والـ21 منذ البدء", "ar", []),
        ("ذهب عيار 21 في شارع 40", "ar", []),
        ("تنطلق في 11/ 11 ببطارية 5000 مللي أمبير", "ar", [5000]),
        ("below 15pc in Lahore", "en", [15]),
        ("Two of these were withdrawn", "en", [2]),
        ("بلغ العدد ألفاً", "ar", [1000]),
        ("ألفا شخص", "ar", [2000]),
        ("بلغت الخسائر مليونا، وفق البيان", "ar", [1_000_000]),
        ("بلغت مليونا دولار", "ar", [2_000_000]),
        ("بنسبة 7 في المائة ومنتجات الألبان 2 في المائة", "ar", [7, 2]),
        ("أوقف ثلاثة من أفراده", "ar", [3]),
        ("Of the six bridges, four will be rebuilt. Two are closed.", "en", [6, 4, 2]),
        ("ست منها في الزرقاء", "ar", [6]),
        ("لم تقبل منها سوى اثنتين", "ar", [2]),
        ("فاز الحزب بسبع بلديات", "ar", [7]),
        ("The fraud amounted to Rs 1,25,00,000.", "en", [12_500_000]),
        ("It is home to 1 414 021 100 people.", "en", [1_414_021_100]),
        ("Profit rose to 10.5 bln rubles.", "en", [10_500_000_000]),
        ("Call 202 555 0123.", "en", []),
        ("She won 6-4 3-6 7-5 at 1.12 a.m.", "en", [6, 4, 3, 6, 7, 5]),
        ("They opened 40 same-day centres.", "en", [40]),
        ("Two 17-year-old boys were held.", "en", [2, 17]),
        ("He killed a family of three.", "en", [3]),
        ("More than half said so. A third was hurt.", "en", [50]),
        ("It was about half past two.", "en", []),
        ("The margin was plus or minus 2.5 points.", "en", [Decimal("2.5")]),
        ("It raises the age for judges from 70 to 74.", "en", [70, 74]),
        ("أوقفت الشرطة رجلا في الثانية والستين من العمر", "ar", [62]),
        ("بينهم طفلة في السابعة من عمرها", "ar", [7]),
        ("شاب في ربيعه الثامن عشر", "ar", [18]),
        ("حل في المرتبة السابعة", "ar", []),
        ("انخفض النهر مترا ونصف المتر", "ar", [Decimal("1.5")]),
        ("خسر السهم دولارا وربع الدولار", "ar", [Decimal("1.25")]),
        ("بعد سنة ونصف السكان في الخيام", "ar", [50]),
        ("ستصل الشحنة في العشرين منه", "ar", []),
        ("لمدة موسمين ونصف الموسم", "ar", [2.5]),
        ("ضبطت طنين ونصف الطن من النحاس", "ar", [2.5]),
        ("كلف المشروع 9 ملايير دينار", "ar", [9_000_000_000]),
        ("خفضت الحصة إلى الصفر", "ar", [0]),
        ("بدأ المشروع من الصفر", "ar", []),
        ("محادثات بين وفدين عسكريين", "ar", [2]),
        ("تلقى النادي عرضين من مسقط", "ar", [2]),
        ("يزن القمر الواحد 85 كيلوغراما", "ar", [85]),
        ("فاز في سبعة من أصل عشرة مقاعد", "ar", [7, 10]),
    ],
)
def test_figures_as_papers_write_them(text: str, language: str, values: list[int]) -> None:
    assert [item.low for item in read_quantities(text, load(language))] == values


def test_a_label_that_is_a_unit_of_time_still_is_one() -> None:
    published = Clock(parse_edtf("2024-08-15"))
    _, times = read_quantities_and_times("وصلت الأسبوع الماضي", load("ar"), published)
    assert [time.interval and time.interval.edtf for time in times] == ["2024-W32"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Boeing 737 jets, F-16, COVID-19, Apollo 11 landed, G20, 5G, Resolution 2254", "en"),
        ("the third round, the 3rd man, second time, phase 2, No. 10, Article 5", "en"),
        ("call +964 770 123 4567 or 555-1234 or 07701234567, 24/7", "en"),
        ("in 2003, the 2012 Olympics, from 2003 to 2011, 2023-24, on Aug. 5, 31/07/2024", "en"),
        ("at 10:30, 8 p.m., 0900 GMT, three days ago, one of the jets", "en"),
        ("A 1972 sign warned motorists, in the year to June 2025", "en"),
        ("see https://example.org/12/34 and @user12 #7", "en"),
        ("1. First\n2) Second\n(3) Third", "en"),
        ("الدورة الثالثة، القرار 2254، المادة 140، مجموعة العشرين، إف-16، كوفيد-19", "ar"),
        ("عام 2014، 31 تموز 2024، ٢٠٢٤/٧/٣١، منذ 2003، قبل شهرين، الساعة الثامنة", "ar"),
        ("يلتزم الطرفان، بين البلدين، يوم الاثنين، أحد الجنود", "ar"),
        ("السيول التي اجتاحت، حركة طالبان، فاز ميلان، أفرجت عن معارضين، هذه قضيتي ولن", "ar"),
        ("لقاء ترامب وبوتين", "ar"),
        ("ضبط كميات كبيرة، شاي ورق التين، لست نادما", "ar"),
    ],
)
def test_names_dates_and_ordinals_are_no_figures(text, language):
    assert figures(text, language) == []


def test_reading_stays_linear_in_length():
    sentence = "killed 12 people and wounded about 3 thousand in May 2024 "
    for piece in (sentence, "1234 ", "1-", "مئة و"):
        for pack in (load("en"), load("ar")):
            assert growth(lambda n: read_quantities(piece * n, pack), 30) < 6  # noqa: B023


def test_a_place_or_event_behind_a_count_is_no_rate():
    (dead,) = read_quantities("مقتل 29 قتيلا في هجوم", load("ar"))
    assert dead.unit == "person"
    (speed,) = read_quantities("بسرعة 40 كيلومترا في الساعة", load("ar"))
    assert speed.unit == "km/hour"


def test_more_stands_between_a_figure_and_what_it_counts():
    (rounds,) = read_quantities("two more rounds followed", load("en"))
    assert (rounds.low, rounds.unit) == (2, "round")


def test_a_fifth_is_no_five() -> None:
    assert not read_quantities("خمس الآبار جافة", load("ar"))
    (five,) = read_quantities("قتل خمسة الخميس", load("ar"))
    assert five.low == 5


def test_a_crowd_does_not_count_what_it_does_something_to():
    (found,) = read_quantities("شيع الآلاف جثمان الفقيد", load("ar"))
    assert found.surface == "الآلاف"
    (found,) = read_quantities("نزح الآلاف من المدنيين", load("ar"))
    assert found.surface == "الآلاف من المدنيين"


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("It was 5 degrees below zero", "en", -5, "degree"),
        ("It fell to two degrees Celsius below freezing", "en", -2, "°C"),
        ("It was 5C above freezing", "en", 5, "°C"),
        ("It is eleven below zero", "en", -11, "degree"),
        ("بلغت الحرارة درجتين مئويتين تحت الصفر", "ar", -2, "°C"),
        ("انخفضت إلى خمس درجات دون الصفر", "ar", -5, "degree"),
    ],
)
def test_a_measure_says_its_side_of_zero(text, language, value, unit):
    (item,) = read_quantities(text, load(language))
    assert (item.low, item.unit) == (value, unit)


@pytest.mark.parametrize("text", ["نصفهم أطفال", "قتل 30 شخصا نصفهم أطفال"])
def test_half_of_them_is_a_share(text):
    share = read_quantities(text, load("ar"))[-1]
    assert (share.surface, share.low, share.unit) == ("نصفهم", 50, "percent")


def test_a_brigade_has_a_number_and_a_rescue_team_a_figure():
    arabic = load("ar")
    assert not read_quantities("تقدم لواء المشاة 58 نحو البلدة", arabic)
    assert [item.low for item in read_quantities("فرقه أجلت 130 عائلة", arabic)] == [130]


def test_what_grew_by_a_further_figure_to_another_is_no_range():
    found = read_quantities("It climbed by a further 10 billion rand to 105 billion", load("en"))
    assert [item.low for item in found] == [10_000_000_000, 105_000_000_000]


def test_net_zero_is_no_figure():
    assert not read_quantities("support for net zero emissions", load("en"))


def test_a_score_sets_one_goal_against_two():
    found = read_quantities("فاز الفريق بهدفين مقابل هدف", load("ar"))
    assert [(item.low, item.unit) for item in found] == [(2, "goal"), (1, "goal")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was stolen eight months before it told anyone", [8]),
        ("He had warned staff three days earlier", [3]),
        ("He left three days ago", []),
    ],
)
def test_a_length_between_two_deeds_is_a_figure(text, expected):
    assert [item.low for item in read_quantities(text, load("en"))] == expected


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Djokovic beat Musetti 4-6, 6-3, 7-5", "en", [4, 6, 6, 3, 7, 5]),
        ("The Jets improved to 2-13", "en", [2, 13]),
        ("England won by 10-15 runs", "en", [10]),
        ("Members voted by eight to three to sell the hall", "en", [8, 3]),
        ("The plan was thrown out by six votes to two", "en", [6, 2]),
        ("The court ruled five to four in her favour", "en", [5, 4]),
        ("Silva finished with three for 52", "en", [3, 52]),
        ("Voters waited two to four weeks", "en", [2]),
        ("The offer is two for one", "en", []),
        ("فاز الفريق 2-3 على ضيفه", "ar", [2, 3]),
        ("صعد الخام 1.42 دولار إلى 66.85 دولار للبرميل", "ar", [Decimal("1.42"), Decimal("66.85")]),
        ("Two infants remain in hospital, one of them in intensive care", "en", [2, 1]),
    ],
)
def test_a_score_and_what_leads_to_a_level_are_no_ranges(text, language, values):
    assert [item.low for item in read_quantities(text, load(language))] == values


def test_one_thing_among_several_is_no_rate():
    found = read_quantities("In one case a resident waited nine hours", load("en"))
    assert [(item.low, item.unit) for item in found] == [(1, "case"), (9, "hour")]


def test_thousands_behind_a_word_that_numbers_name_things_by_are_a_figure() -> None:
    pack = load("ar")
    (found,) = read_quantities("تبلغ مساحة المرحلة 480 ألف متر مربع", pack)
    assert found.low == 480_000
    assert not read_quantities("بدأت المرحلة 48 أمس", pack)


@pytest.mark.parametrize(
    ("language", "text", "surface"),
    [
        ("ar", "أصيب (50) طفلاً في الغارة", "(50) طفلاً"),
        ("ar", "بينهم (94) امرأة", "(94) امرأة"),
        ("ar", "قُتل 50 طفلاً (ومعهم أمهم)", "50 طفلاً"),
        ("en", "It lost staff (5%) in May", "5%"),
        ("en", "They sold cars (12 trucks too) there", "12 trucks"),
    ],
)
def test_a_bracket_that_closes_within_a_figure_opens_with_it(
    language: str, text: str, surface: str
) -> None:
    assert surface in {item.surface for item in read_quantities(text, load(language))}
