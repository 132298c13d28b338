"""Self-contained wording, made of words of the article."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.facets.interval import Interval, Precision
from workbench.facets.types import Clock
from workbench.splitting import split
from workbench.splitting.types import DraftClaim

CLOCK = Clock(Interval(date(2025, 3, 4), date(2025, 3, 4), Precision.DAY, "2025-03-04"))


def claim(text: str, quote: str) -> DraftClaim:
    found = [c for c in split(text, CLOCK).claims if quote in c.quote]
    assert found, [c.quote for c in split(text, CLOCK).claims]
    return found[0]


@pytest.mark.parametrize(
    ("text", "quote", "wording"),
    [
        (
            "The tower, which opened in 1931, has 102 floors.",
            "which opened",
            "The tower opened in 1931",
        ),
        ("حذر الوزير من كارثة.", "كارثة", "حذر الوزير من كارثة"),
        ("وقيل إن الوزير استقال وغادر البلاد.", "غادر", "قيل إن الوزير غادر البلاد"),
        ("اتهم الحزب الحكومة بأنها أخفت ديونا وأنها تمول حربا.", "تمول", "الحكومة تمول حربا"),
        ("The firm warned of layoffs.", "layoffs", "The firm warned of layoffs"),
        (
            "Says Mark Holt opposes the levy. Worse, Holt supports a tax on food.",
            "supports",
            "Worse, Mark Holt supports a tax on food",
        ),
        (
            "The bank opened at Kew Stadium before it moved to Levi's Stadium in Perth.",
            "Levi's",
            "it moved to Levi's Stadium in Perth",
        ),
        (
            "The council raised fees and closed two libraries.",
            "closed two",
            "The council closed two libraries",
        ),
        (
            "Kenya's health ministry opened a clinic in Nakuru. The ministry hired 40 nurses.",
            "hired 40",
            "Kenya's health ministry hired 40 nurses",
        ),
        (
            "Maria Jose Alvarez scored twice on Sunday. Alvarez has 12 goals this season.",
            "12 goals",
            "Maria Jose Alvarez has 12 goals this season",
        ),
        (
            "Samir denied it and his lawyer, Leila Haddad, said he would appeal within ten days.",
            "would appeal",
            "he would appeal within ten days",
        ),
        (
            "War between the army and rebel forces, which erupted in April, displaced 12,000.",
            "which erupted",
            "War between the army and rebel forces erupted in April",
        ),
        (
            "The health ministry said it had vaccinated 2.1 million people.",
            "vaccinated",
            "The health ministry had vaccinated 2.1 million people",
        ),
        (
            "ذكرت وزارة الصحة أنها طعّمت 2400 شخص في الخرطوم، وأنها ستوسع الحملة.",
            "ستوسع",
            "وزارة الصحة ستوسع الحملة",
        ),
        ("قالت وزارة الصحة إنها سترسل 40 طبيباً.", "سترسل", "وزارة الصحة سترسل 40 طبيباً"),
        ("قالت الشرطة إنها اعتقلت رجلاً وصادرت 4 بنادق.", "صادرت", "الشرطة صادرت 4 بنادق"),
        ("قال المتحدث إنه يجب إخلاء المنطقة.", "إخلاء", "يجب إخلاء المنطقة"),
        ("قال المدير إن بيته احترق وإنه سيعاد بناؤه.", "بناؤه", "سيعاد بناؤه"),
        ("وقالت محاميته ليلى حداد إنه سيستأنف الحكم.", "سيستأنف", "سيستأنف الحكم"),
        (
            "تم ضبط كيلوغرام من مادة الكريستال. وأحيل المتهم وفق المادة 28.",
            "أحيل",
            "أحيل المتهم وفق المادة 28",
        ),
        (
            "تفقد محافظ الفيوم الدكتور أحمد سالم أعمال الطريق. ووجه المحافظ بسرعة الانتهاء.",
            "وجه",
            "وجه محافظ الفيوم بسرعة الانتهاء",
        ),
        (
            "افتتحت وزارة الصحة الأردنية مستشفى في إربد. ووظفت الوزارة 40 ممرضاً.",
            "40 ممرض",
            "وظفت وزارة الصحة الأردنية 40 ممرضاً",
        ),
        (
            "وصل نحو 300 جندي تركي إلى القاعدة. وينتشر الجنود في ثلاثة مواقع.",
            "ثلاثة مواقع",
            "ينتشر نحو 300 جندي تركي في ثلاثة مواقع",
        ),
        (
            "أصيب 12 جنديا. وبلغ عدد الجنود 300 في القاعدة.",
            "بلغ",
            "بلغ عدد الجنود 300 في القاعدة",
        ),
        (
            "أصيب 50 شخصا، بينهم 3 في حالة حرجة.",
            "حرجة",
            "50 شخصا: بينهم 3 في حالة حرجة",
        ),
        (
            "ارتفع عدد الضحايا إلى 41، بينهم 14 طفلا.",
            "14",
            "الضحايا: بينهم 14 طفلا",
        ),
        (
            "بلغ عدد المصابين 50، بينهم 3 في حلب.",
            "حلب",
            "المصابين: بينهم 3 في حلب",
        ),
        (
            "يتضمن المقترح إطلاق سراح 200 أسير، بينهم 140 محكوماً.",
            "بينهم",
            "200 أسير: بينهم 140 محكوماً",
        ),
        (
            "بلغ عدد النازحين 38 ألف شخص، معظمهم من النساء والأطفال.",
            "معظمهم",
            "38 ألف شخص: معظمهم من النساء والأطفال",
        ),
        (
            "بلغت نسبة البطالة 12 بالمئة، وهي أدنى نسبة منذ 2013.",
            "أدنى",
            "بلغت نسبة البطالة 12 بالمئة: هي أدنى نسبة منذ 2013",
        ),
        (
            "ارتفع سعر الذهب إلى 2,700 دولار، أعلى مستوى له على الإطلاق.",
            "أعلى",
            "ارتفع سعر الذهب إلى 2,700 دولار: أعلى مستوى له على الإطلاق",
        ),
        (
            "قال وزير العدل إن الوزارة رقمنت 70% من السجلات، متوقعاً الانتهاء منها في يونيو.",
            "متوقعاً",
            "وزير العدل متوقعاً الانتهاء منها في يونيو",
        ),
        (
            "ستغلق الطريق غداً، وذلك بسبب أعمال الصيانة.",
            "بسبب",
            "ستغلق الطريق غداً: ذلك بسبب أعمال الصيانة",
        ),
        ("Analysts said it would fall by 4%.", "would fall", "it would fall by 4%"),
        (
            "The firm posted a profit of 12 million, compared with 9 million a year earlier.",
            "compared",
            "The firm posted a profit of 12 million: compared with 9 million a year earlier",
        ),
        (
            "About 3,500 troops are in Iraq, the spokesman said, along with soldiers from France.",
            "along",
            "About 3,500 troops are in Iraq: along with soldiers from France",
        ),
        (
            "واتهم المفوض الشركة بسرقة 70 شاحنة، وهو ما نفته الشركة.",
            "نفته",
            "اتهم المفوض الشركة بسرقة 70 شاحنة: هو ما نفته الشركة",
        ),
        (
            "24.6 مليون شخص في السودان، أي نصف السكان تقريباً، يواجهون جوعاً حاداً.",
            "نصف",
            "24.6 مليون شخص نصف السكان تقريباً",
        ),
        (
            "ضرب زلزال بقوة 6.1 درجات غربي تركيا، ما أدى إلى انهيار ثلاثة مبان.",
            "أدى",
            "ضرب زلزال بقوة 6.1 درجات غربي تركيا: أدى إلى انهيار ثلاثة مبان",
        ),
        (
            "Iraq condemned the strike as a violation of its sovereignty.",
            "the strike",
            "Iraq condemned the strike as a violation of its sovereignty",
        ),
        (
            "The army announced the capture of Bakhmut.",
            "capture",
            "The army announced the capture of Bakhmut",
        ),
        ("He denied murdering his wife.", "murdering", "murdering his wife"),
        (
            "Samsung said it expected demand to grow and that it would begin production next year.",
            "would begin",
            "Samsung would begin production next year",
        ),
        (
            "ارتفع سعر البرميل دولارين ونصف الدولار. انخفضت الصادرات إلى النصف.",
            "انخفضت",
            "انخفضت الصادرات إلى النصف",
        ),
        (
            "اعتبر الخبير أن العقد خطوة مهمة، داعيا إلى تسريع الاستثمار في الطاقات المتجددة.",
            "داعيا",
            "الخبير داعيا إلى تسريع الاستثمار في الطاقات المتجددة",
        ),
    ],
)
def test_heads_and_short_forms_are_restored(text: str, quote: str, wording: str) -> None:
    assert claim(text, quote).text == wording


def test_the_original_is_kept_and_every_part_from_elsewhere_is_traced() -> None:
    text = "Kenya's health ministry opened a clinic. The ministry hired 40 nurses."
    found = claim(text, "hired 40")
    assert found.quote == "The ministry hired 40 nurses"
    (part,) = found.replacements
    assert part.span.of(found.text) == part.source.of(text) == "Kenya's health ministry"
    assert part.reason == "short form"


@pytest.mark.parametrize(
    "text",
    [
        # Two ministries: neither is safely meant.
        "Kenya's health ministry met Kenya's finance ministry. The ministry hired 40 nurses.",
        # Nothing before.
        "The ministry hired 40 nurses.",
    ],
)
def test_what_is_not_safely_known_stays_as_it_is(text: str) -> None:
    assert claim(text, "hired 40").text == "The ministry hired 40 nurses"


@pytest.mark.parametrize(
    "text",
    [
        # The ministry of the minister who speaks.
        "أعلنت وزارة الكهرباء العراقية زيادة الإنتاج. وقال وزير المالية إن الوزارة وظفت 40 موظفاً.",
        # The coach of another country.
        "فاز مدرب الأردن وسام الصوص. وقال الاتحاد اللبناني إن المدرب وظفت 40 موظفاً.",
        # A name behind it says who is meant.
        "لم يرد رئيس البلدية على السؤال. وأمر الرئيس عبد المجيد تبون بتوظيف 40 موظفاً.",
    ],
)
def test_an_office_is_not_taken_for_another_ones(text: str) -> None:
    found = claim(text, "40 موظف")
    assert found.text == found.quote


def test_a_place_is_no_short_form_of_a_longer_name() -> None:
    text = "A ship left Port Sudan on Monday. Only 23% of what Sudan asked for had been paid."
    assert claim(text, "23%").text == "Only 23% of what Sudan asked for had been paid"


def test_a_bare_relative_is_tied_to_the_object_that_it_describes() -> None:
    text = "يشهد السودان حرباً بين الجيش وقوات الدعم بقيادة محمد دقلو أسفرت عن مقتل الآلاف."
    assert claim(text, "أسفرت").text == "حرباً أسفرت عن مقتل الآلاف"


def test_a_day_is_no_part_of_a_name() -> None:
    text = "أفادت شبكة أطباء السودان الأحد بمقتل 14 مدنياً. واتهمت الشبكة قوات الدعم."
    assert claim(text, "قوات").text == "اتهمت شبكة أطباء السودان قوات الدعم"


def test_what_an_aside_tells_of_a_speaker_names_him() -> None:
    text = "Greenline's owner, who pleaded guilty last year, testified that he paid Delaney."
    found = claim(text, "pleaded guilty")
    assert found.quote == "Greenline's owner … who pleaded guilty last year"
    assert found.text == "Greenline's owner pleaded guilty last year"


def test_several_are_not_one_speaker() -> None:
    text = "His lawyer, Susan Park, said they would appeal."
    assert claim(text, "appeal").text == "they would appeal"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A court jailed Ali Musa. Judge Tom Hill said he had led a gang.", "led"),
        ("Ali Musa was freed. Amnesty International said he had been tortured.", "tortured"),
        ("The virus has spread. The WHO said it had killed 40 people.", "killed"),
        ("The rebels took Goma. The UN said they had killed 40 civilians.", "killed"),
        ("Two men were held. Prosecutors said they had planned an attack.", "planned"),
        ("Two men were freed. Their lawyers denied that they had worked for Israel.", "worked"),
        ("The ship sank. It was carrying 400 migrants, the navy said.", "carrying"),
        ("The bill passed. The ministry said it would take effect in May.", "effect"),
        ("Barnco lost. The Justice Department told Hopco it would sue.", "sue"),
        ("The minister, Hamza al-Mustafa, said it contained no arms.", "contained"),
        ("Judge Tom Hill told Ali Musa he would be sacked.", "sacked"),
    ],
)
def test_a_pronoun_that_may_mean_another_stays_as_it_is(text: str, quote: str) -> None:
    found = claim(text, quote)
    assert found.text == found.quote


@pytest.mark.parametrize(
    ("text", "quote", "wording"),
    [
        (
            "The law failed in the High Court. The Justice Department said it would appeal.",
            "appeal",
            "Justice Department would appeal",
        ),
        (
            "LONDON (Reuters) - Britain's Hopco Foods said on Monday it would buy Maltco.",
            "buy",
            "Britain's Hopco Foods would buy Maltco",
        ),
        (
            "Prices rose. The council said it regretted that.",
            "regret",
            "The council regretted that",
        ),
        (
            "The plant shut. Workers said they had not been consulted.",
            "consulted",
            "Workers had not been consulted",
        ),
        (
            "Councilwoman Ann Lee voted no. Mayor Tom Hill said he had voted yes.",
            "yes",
            "Mayor Tom Hill had voted yes",
        ),
    ],
)
def test_a_pronoun_that_only_the_speaker_can_be_is_he(text: str, quote: str, wording: str) -> None:
    assert claim(text, quote).text == wording


def test_a_body_is_no_he() -> None:
    assert claim("Police said he was held on Monday.", "held").text == "he was held on Monday"
    assert claim("Mayor Ana Reed said she was held.", "held").text == "Mayor Ana Reed was held"


def test_what_goes_on_with_a_passive_is_worded_as_one() -> None:
    text = "Otieno was fined 50 million shillings and barred from holding office."
    assert claim(text, "barred").text == "Otieno was barred from holding office"


def test_a_verb_said_once_stands_behind_each_subject_in_the_wording() -> None:
    text = "The government will pay £24m and the council £9m."
    assert claim(text, "council").text == "the council will pay £9m"


def test_a_participle_that_opens_a_sentence_names_whom_it_tells_of() -> None:
    text = "Born in Jinja in 1943, Oduya studied English at Makerere University."
    assert claim(text, "Born").text == "Oduya: Born in Jinja in 1943"


def test_a_town_with_its_name_is_no_short_form() -> None:
    text = "Sudan's army retakes key town.\n\nThe army recaptured the town of Bara on Wednesday."
    assert "the town of Bara" in claim(text, "recaptured").text


def test_it_in_a_quotation_is_not_the_speaker() -> None:
    text = '"It never convinced me," curator Lotte Verbruggen said.'
    assert claim(text, "convinced").text == "It never convinced me"


def test_a_quotation_keeps_both_its_marks() -> None:
    text = 'Gov. Alan Reyes said he was "deeply disappointed." He left on Monday.'
    assert claim(text, "disappointed").text == 'Gov. Alan Reyes was "deeply disappointed."'


def test_a_pronoun_in_reported_speech_is_the_speaker() -> None:
    text = "Finance Minister Ana Duarte said she would cut spending by 4 percent."
    assert claim(text, "cut spending").text.startswith("Finance Minister Ana Duarte would cut")


def test_part_of_a_longer_name_is_no_short_form() -> None:
    found = claim("Severn Trent was fined. Sewage ran into a brook near Stoke-on-Trent.", "Sewage")
    assert found.text == "Sewage ran into a brook near Stoke-on-Trent"
    found = claim("The Reserve Bank of India met. Shares in Bank of Baroda rose.", "Shares")
    assert found.text == "Shares in Bank of Baroda rose"


def test_a_former_president_stays_one() -> None:
    found = claim("Judges freed former President Jair Duarte. Duarte was ill.", "was ill")
    assert found.text == "former President Jair Duarte was ill"


def test_several_are_no_he_and_what_is_described_is_not_the_speaker() -> None:
    text = "Prosecutors allege that he searched online. The union described it as an insult."
    assert claim(text, "searched").text == "he searched online"
    assert claim(text, "insult").text == "The union described it as an insult"


def test_it_that_only_holds_a_place_is_nobody() -> None:
    text = "The charity said it had cost £400,000 to care for the animals."
    assert claim(text, "cost").text.startswith("it had cost")


@pytest.mark.parametrize(
    ("text", "quote", "wording"),
    [
        (
            "توفي المخرج سامي الحداد في حلب. ونال الجائزة عن فيلمين. وأصدر كتابا عن السينما.",
            "أصدر",
            "المخرج سامي الحداد أصدر كتابا عن السينما",
        ),
        (
            "أقرت وزارة الصحة الأردنية خطة جديدة. وستوزع أدوية على المراكز.",
            "ستوزع",
            "وزارة الصحة الأردنية ستوزع أدوية على المراكز",
        ),
        (
            "اعتزل الحارس سمير قاسم اللعب أمس. وخاض 90 مباراة دولية وأحرز لقبين.",
            "أحرز",
            "الحارس سمير قاسم أحرز لقبين",
        ),
        # Another he is named, to whom the verb is as near.
        (
            "استقبل الرئيس سامي الحداد وزير الخارجية التركي. وغادر إلى أنقرة.",
            "غادر",
            "غادر إلى أنقرة",
        ),
        # The verb does not agree, or tells what a thing does as well.
        ("استقال الوزير سامي الحداد. وأصدرت بيانا عنه.", "بيانا", "أصدرت بيانا عنه"),
        ("افتتح الوزير سامي الحداد معرضا. ويضم 40 لوحة.", "40", "يضم 40 لوحة"),
        # A sentence stands between them.
        (
            "توفي المخرج سامي الحداد في حلب. وأمطرت السماء بغزارة أمس. وأصدر كتابا عن السينما.",
            "أصدر",
            "أصدر كتابا عن السينما",
        ),
    ],
)
def test_whoever_acted_in_the_sentence_before_acts_on(text: str, quote: str, wording: str) -> None:
    assert claim(text, quote).text == wording


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت وزارة الدفاع أن نحو 2500 جندي غادروا القاعدة في شباط الماضي.\n"
        "Report number 3 was published in 2003.",
        "وصل الوزير علي حسن إلى أربيل أمس. Was met there by 40 officers.",
        "استقالت النائبة منى سعيد أمس.\nResigned, too, were two of her aides.",
        "توفي الفنان أحمد زيدان. Held the office of chairman for ten years.",
        "عاد الجنود إلى القاعدة. Then left again in 2021.",
    ],
)
def test_an_article_in_two_languages_is_read_to_its_end(text: str) -> None:
    assert all(one.text for one in split(text, CLOCK).claims)
