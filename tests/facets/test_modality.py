import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scaling import growth
from workbench.facets.modality import read_modality
from workbench.facets.types import Modality
from workbench.language.packs import load

PAST, PRESENT = Modality.PAST_FACT, Modality.PRESENT_FACT
PREDICTION, PLEDGE = Modality.PREDICTION, Modality.PLEDGE
OPINION, QUESTION = Modality.OPINION, Modality.QUESTION


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Iran attacked Iraq", PAST),
        ("Will Smith hit a home run", PAST),
        ("May resigned in 2019", PAST),
        ("Emissions in China are projected to grow", PREDICTION),
        ("When the rain stops, the dam will be opened", PREDICTION),
        ("Job gains for August and September were revised down", PAST),
        ("Higher taxes are to blame", OPINION),
        ("The bank would be foolish to ignore this", OPINION),
        ("Ann Lee, who has worked at the branch since 1988", PRESENT),
        ("The party has been in power since May", PRESENT),
        ("The plant has been closed since May", PAST),
        ("Investigators have yet to examine the wreck", PAST),
        ("Iran has attacked Iraq", PAST),
        ("Two people killed in Baghdad blast", PAST),
        ("up 25 percent from a year earlier", PAST),
        ("Parliament approved a law that will ban smoking", PAST),
        ("Trump said that he won the election", PAST),
        ("Plans to build 300 homes were rejected", PAST),
        ("The dam project was launched", PAST),
        ("The growth forecast was lowered", PAST),
        ("A man expected to give evidence died", PAST),
        ("The council plans to build 300 homes", PLEDGE),
        ("Anyone who saw the crash should call police", OPINION),
        ("The bank's profits were 5 million", PAST),
        ("Unemployment is 5 percent", PRESENT),
        ("US troops are stationed in Iraq", PRESENT),
        ("Vaccines cause autism", PRESENT),
        ("hundreds of soldiers from France", PRESENT),
        ("The builder who pocketed 184,000 pounds was jailed", PAST),
        ("Rovers have 31 with eight games left", PRESENT),
        ("Many herders have narrowly avoided it", PAST),
        ("A landscape kept in its storeroom is a forgery", PRESENT),
        ("Ballot boxes from five stations never reached the centre", PAST),
        ("Shares have gained about 4 percent", PAST),
        ("They could have won the match", PAST),
        ("the bank expecting it to rise above 2 percent", PREDICTION),
        ("Lights on the coast road were switched off", PAST),
        ("He says prices in London are rising", PRESENT),
        ("The clinic has so far logged 90 visits", PAST),
        ("The driver is believed to have been asleep", PAST),
        ("The firm now projects growth of 2 percent", PREDICTION),
        ("The IMF, which approved a loan in May, agreed", PAST),
        ("Those who broke the law will be in court", PREDICTION),
        ('Quetta remained "a headache"', OPINION),
        ('The price was "500 rupees"', PAST),
        ("We were far too passive", OPINION),
        ("Iran will attack Iraq", PREDICTION),
        ("The ministry said the troops will withdraw", PREDICTION),
        ("Inflation is expected to reach 4 percent", PREDICTION),
        ("The president may visit Cairo", PREDICTION),
        ("The president visits Cairo tomorrow", PREDICTION),
        ("The company plans to build a factory", PLEDGE),
        ("The president vowed to end the war", PLEDGE),
        ("We will not surrender", PLEDGE),
        ("Officials believe the attack was planned", OPINION),
        ("The government should resign", OPINION),
        ("Is Iran attacking Iraq?", QUESTION),
        ("The council gutted the plan", PAST),
        ("Shares, however, slipped 3%", PAST),
        ("We'll scrap the levy next year", PLEDGE),
        ("The study relied on “too few samples”", OPINION),
        ("The study relied on “a sample of eight”", PAST),
    ],
)
def test_english_statements(text: str, modality: Modality) -> None:
    assert read_modality(text, load("en"))[0] is modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("انسحبت القوات الأميركية", PAST),
        ("أسعار الخبز في تصاعد", PRESENT),
        ("إسرائيل تواصل شن ضربات على لبنان", PRESENT),
        ("تصدر روسيا الشعير", PRESENT),
        ("تزود الشركة إيطاليا بالغاز حاليا", PRESENT),
        ("المشروع قيد التنفيذ", PRESENT),
        ("عدد الحالات تراجع إلى 21 حالة", PAST),
        ("ما لم تدفع الشركة ديونها، ستغلق المحكمة مصانعها", PREDICTION),
        ("ما يزيد على مليون حاج وصلوا إلى مكة", PAST),
        ("نزوح ألف شخص من البلدة مركز ولاية الوسط", PAST),
        ("تنافس 40 مرشحا على المقعد في مدينة صغيرة", PAST),
        ("سنتين وغرامة مالية", PRESENT),
        ("تراجع الجنيه أمام الدولار", PAST),
        ("وقد انسحبت القوات", PAST),
        ("لم تنسحب القوات", PAST),
        ("كانت القوات تنسحب", PAST),
        ("تم افتتاح الجسر", PAST),
        ("مقتل 5 أشخاص في انفجار", PAST),
        ("تأجيل المفاوضات بين البلدين", PAST),
        ("وافق البرلمان على قانون يمنع التدخين", PAST),
        ("عدد الضحايا تجاوز 11 ألفاً", PAST),
        ("في الإسكندرية افتتح المحافظ الجسر", PAST),
        ("الفرق رصدت الطائرة", PAST),
        ("المستشفى مزود بأحدث الأجهزة", PRESENT),
        ("توزيع المساعدات مستمر", PRESENT),
        ("وجود مفاوضات لبيع حصة", PRESENT),
        ("تشهد الأسواق إقبالاً كبيراً", PRESENT),
        ("للشركة فروع في ست دول", PRESENT),
        ("على الحكومة أن تتحمل مسؤولياتها", OPINION),
        ("العلاقات بين البلدين ممتازة", OPINION),
        ("الحكم «قاسٍ ولا يستند إلى دليل»", OPINION),
        ("الفريق متصدراً جدول الترتيب", PRESENT),
        ("الحكومة مطالبة بسداد قسط قدره مليون", PRESENT),
        ("تسعى الشركة إلى إضافة محطة", PLEDGE),
        ("تظاهر العشرات أمام القصر", PAST),
        ("الوضع مطمئن", OPINION),
        ("لن نتخلى عن حقوقنا", PLEDGE),
        ("القوات موجودة في العراق", PRESENT),
        ("عدد السكان 40 مليون نسمة", PRESENT),
        ("لا تزال القوات في العراق", PRESENT),
        ("عدم وجود قوات في العراق", PRESENT),
        ("يلتزم الطرفان بالآليات", PRESENT),
        ("ستنسحب القوات الأميركية", PREDICTION),
        ("قد تنسحب القوات", PREDICTION),
        ("لن تنسحب القوات", PREDICTION),
        ("من المتوقع أن تنسحب القوات", PREDICTION),
        ("قالت الوزارة إن القوات ستنسحب", PREDICTION),
        ("الرئيس يزور القاهرة غداً", PREDICTION),
        ("تعتزم الحكومة بناء ثلاث مصافٍ", PLEDGE),
        ("سنحاسب المسؤولين", PLEDGE),
        ("يجب على الحكومة أن تستقيل", OPINION),
        ("يعتقد خبراء أن الاقتصاد انكمش", OPINION),
        ("موعد الجلسة لم يحدد بعد", PAST),
        ("لم يتضح بعد سبب الانفجار", PAST),
        ("لم تصل القوات بعد الهجوم", PAST),
        ("بات السوق خاليا من الزبائن", PRESENT),
        ("البلاد لا تسعى إلى الحرب", PRESENT),
        ("الفريق لم يقدم أفضل ما لديه", OPINION),
        ("هذا أسوأ موسم منذ عشرين عاما", OPINION),
        ("هل انسحبت القوات؟", QUESTION),
        ("رياح قوية منتظرة على السواحل", PREDICTION),
        ("هزيمة غير متوقعة للفريق", PAST),
        ("المتهمون أُحيلوا إلى النيابة", PAST),
        ("الشاحنات ضُبطت وبداخلها أسلحة", PAST),
        ("الطلبات تُوزع على المدارس", PRESENT),
        ("أعلنت وزارة الصحة خطة تشمل بناء 12 مستشفى", PAST),
        ("وزارة المالية التي كانت قد توقعت عجزا أقل", PAST),
        ("من المؤمل أن يزور الوزير بغداد", PREDICTION),
        ("الخزينة لا تحتمل المزيد", PRESENT),
        ("توبع المتهم بتبديد أموال عامة", PAST),
        ("مصفاة الدورة التي تنتج 120 ألف برميل", PRESENT),
        ("صودرت 30 دراجة نارية", PAST),
        ("أحيلوا إلى النيابة العامة", PAST),
        ("استعين بطائرتين لإخماد الحريق", PAST),
        ("لا تنكر الوزارة الأزمة", PRESENT),
        ("أسر تنتظر الخيام", PRESENT),
        ("أسر الجيش ثلاثة مقاتلين", PAST),
        ("تاجر يقيم في درعا", PRESENT),
    ],
)
def test_arabic_statements(text: str, modality: Modality) -> None:
    assert read_modality(text, load("ar"))[0] is modality


@pytest.mark.parametrize(
    ("text", "before", "modality"),
    [
        ("اتخاذ إجراءات قانونية", "أدان القصف، متعهداً ب", PLEDGE),
        ("تهدد القوات", "حاولوا إطلاق مسيرات ", PAST),
        ("تصل إلى 50 دولاراً", "ارتفعت الأسعار ل", PAST),
        ("ضمن التحالف الدولي", "يوجد 2500 عسكري في العراق، ", PRESENT),
        ("إيطاليا ومصر", "وأرسلت تركيا و", PAST),
        ("يضيف البديل هدفاً ثانياً", "افتتح المهاجم التسجيل قبل أن ", PAST),
        ("طاقة تبلغ مليوني طن", "افتتح الوزير مصنعاً ب", PRESENT),
        ("السهم مرتفعاً 2.1 في المئة", "أغلق ", PAST),
        ("العداء قاطعاً المسافة", "فاز ", PAST),
        ("بلاده تدرس فتح خط جوي", "ولفت الوزير إلى أن ", PRESENT),
        ("القضاء فقد استقلاله", "تظاهروا، معتبرين أن ", OPINION),
        ("تساقط ثلوج كثيفة", "وتوقعت المديرية ", PREDICTION),
        ("انهيار القطاع", "حذرت النقابة من ", PREDICTION),
        ("يوفر 400 وظيفة", "وتوقع المدير أن يبدأ العمل في آذار، وأن ", PREDICTION),
        ("البلدية مقصرة", "أما أم ليث فترى أن ", OPINION),
        ("صرف الرواتب قبل العيد", "وتعهد رئيس الوزراء ب", PLEDGE),
        ("بعض الأسر باتت تشتري المياه", "وقال الوزير إن ", PRESENT),
        ("إجراء الانتخابات هذا العام", "واستبعد المتحدث ", PREDICTION),
        ("لقوا حتفهم بعد انقلاب القارب", "ويعتقد أنهم ", PAST),
        ("تنتهي الحرب", "أعرب عن أمله في أن ", OPINION),
        ("يستمر الخطر سنة", "ويمكن أن ", PREDICTION),
    ],
)
def test_a_piece_takes_its_time_from_the_words_before_it(
    text: str, before: str, modality: Modality
) -> None:
    assert read_modality(text, load("ar"), before)[0] is modality


def test_hedges_are_found_where_they_stand() -> None:
    text = "About 2,500 troops reportedly left"
    assert [hedge.of(text) for hedge in read_modality(text, load("en"))[1]] == [
        "About",
        "reportedly",
    ]
    text = "يوجد نحو 2500 عسكري"
    assert [hedge.of(text) for hedge in read_modality(text, load("ar"))[1]] == ["نحو"]


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=150))
def test_any_text_has_a_modality(text: str) -> None:
    for code in ("ar", "en"):
        for hedge in read_modality(text, load(code))[1]:
            assert hedge.of(text)


@pytest.mark.parametrize(
    ("code", "piece"),
    [("en", "said "), ("en", "reports who "), ("en", "“he said ‘that "), ("ar", "قال التي ")],
)
def test_hostile_text_is_read_in_linear_time(code: str, piece: str) -> None:
    assert growth(lambda n: read_modality(piece * n, load(code)), 100) < 6


@pytest.mark.parametrize(
    ("before", "text", "modality"),
    [
        ("Police urged", "other victims to come forward", OPINION),
        ('Halloran told reporters: "', "That was never a red card", OPINION),
        ('A herder said: "', "My goats are not a bank", OPINION),
        ('The mayor said: "', "These figures are a national embarrassment", OPINION),
        ('The mayor said: "', "This is about safety, not money", OPINION),
        ('The union said: "', "Our members cannot live on applause", OPINION),
        ('Police said: "', "We cannot confirm the number of dead", PRESENT),
        ('The pilot said: "', "The helicopters cannot land because of the ash", PRESENT),
        ('The farmer said: "', "The pump is in the yard, not the house", PRESENT),
        ('The farmer said: "', "My sister is a doctor", PRESENT),
        ('Halloran told reporters: "', "He got the ball", PAST),
        ("He vowed that", "tariffs would not be raised", PLEDGE),
        ("The minister promised to ", "cut taxes", PLEDGE),
        ("The Met department has forecast", "heavy rain until July 11", PREDICTION),
        ("من جهته، طالب نقيب المعلمين ب", "زيادة تعويض المراقبة", OPINION),
        ("قصفت الطائرات القرية،", "دون أن تقدم أي دليل", PAST),
        ("ستغادر البعثة غدا،", "دون أن تترك أحدا", PRESENT),
        ("نفى الوالي أن", "تكون السلطات قد منعت الشاحنات", PAST),
        ("رجح الخبير أن", "يكون السائق قد فقد السيطرة", PAST),
        ("قال إن", "بغداد لا تسلم مواطنيها", PRESENT),
        ("وقال المحامي إن", "موكليه رفضوها بالإجماع", PAST),
        ("وسط الشارع، مهدداً ب", "مقاطعة التصحيح إذا لم تستجب الوزارة", PLEDGE),
    ],
)
def test_a_statement_is_what_it_hangs_on(before: str, text: str, modality: Modality) -> None:
    code = "en" if before.isascii() else "ar"
    assert read_modality(text, load(code), before)[0] is modality
