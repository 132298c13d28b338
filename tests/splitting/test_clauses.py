"""Clauses: cut at every candidate boundary, merged back without a predicate."""

from __future__ import annotations

import pytest

from tests.scaling import growth
from workbench.facets.types import Clock
from workbench.language.tokens import tokenize
from workbench.splitting import split
from workbench.splitting.clauses.joining.clauses import clauses
from workbench.splitting.clauses.words.grammar import grammar
from workbench.splitting.clauses.words.reading import read_words
from workbench.splitting.segments import quote_of, spans_of


def cut(text: str, language: str) -> list[str]:
    rules = grammar(language)
    words = read_words(text, tokenize(text), rules)
    return [quote_of(text, spans_of(text, words, c.ranges)) for c in clauses(words, rules)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials met in Geneva and lawmakers approved the budget",
            ["Officials met in Geneva", "lawmakers approved the budget"],
        ),
        (
            "Rebels from the north and the east reached the town",
            ["Rebels from the north and the east reached the town"],
        ),
        (
            "The firm closed two plants and dismissed 300 workers",
            ["The firm closed two plants", "The firm … dismissed 300 workers"],
        ),
        (
            "The bridge, built in 1987 and privately owned by a bank, has not carried trains",
            [
                "The bridge … has not carried trains",
                "The bridge … built in 1987",
                "The bridge … privately owned by a bank",
            ],
        ),
        (
            "Tolls of 20 percent on foreign lorries, imposed in May, have slowed traffic",
            [
                "Tolls of 20 percent on foreign lorries … have slowed traffic",
                "Tolls of 20 percent on foreign lorries … imposed in May",
            ],
        ),
        (
            "The works will begin in May and take 18 months",
            ["The works will begin in May", "The works will … take 18 months"],
        ),
        (
            "He steered contracts to the firm between 2018 and 2022 for cash delivered in boxes",
            ["He steered contracts to the firm between 2018 and 2022 for cash delivered in boxes"],
        ),
        (
            "A picture kept in its storeroom since the 1950s is a forgery",
            ["A picture kept in its storeroom since the 1950s is a forgery"],
        ),
        (
            "Tests carried out in the north and in the south found lead",
            ["Tests carried out in the north and in the south found lead"],
        ),
        (
            "Dealers were hoarding seed and selling it abroad",
            ["Dealers were hoarding seed", "Dealers were … selling it abroad"],
        ),
        (
            "The museum will show its panel, with a new label, next spring",
            ["The museum will show its panel, with a new label, next spring"],
        ),
        (
            "The council rejected, 5-4, a proposal to ban rentals",
            ["The council rejected, 5-4, a proposal to ban rentals"],
        ),
        (
            "The bridge, which links both banks, collapsed on Friday",
            ["The bridge … collapsed on Friday", "The bridge … which links both banks"],
        ),
        (
            "A storm hit the coast, killing 3 people and flooding many homes",
            [
                "A storm hit the coast",
                "A storm … killing 3 people",
                "A storm … flooding many homes",
            ],
        ),
        (
            "Profits rose to $4 million, up 12% from last year",
            ["Profits rose to $4 million", "Profits … up 12% from last year"],
        ),
        (
            "The villa, a former school, was sold in 2019",
            ["The villa … was sold in 2019", "The villa … a former school"],
        ),
        (
            "If the talks fail, the union will call a strike",
            ["If the talks fail, the union will call a strike"],
        ),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert sorted(cut(text, "en")) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وصل الوفد إلى عمان وغادر الوزير القاهرة",
            ["وصل الوفد إلى عمان", "غادر الوزير القاهرة"],
        ),
        (
            "زار الوزير مدن الشمال والجنوب والوسط",
            ["زار الوزير مدن الشمال والجنوب والوسط"],
        ),
        (
            "أغلقت الشركة مصنعين، وسرّحت 300 عامل، فيما ارتفعت أرباحها",
            ["أغلقت الشركة مصنعين", "الشركة … سرّحت 300 عامل", "ارتفعت أرباحها"],
        ),
        (
            "انهار الجسر الذي يربط ضفتي النهر منذ عام 1950",
            ["انهار الجسر", "الجسر الذي يربط ضفتي النهر منذ عام 1950"],
        ),
        (
            "ضربت عاصفة الساحل، ما أدى إلى مقتل 3 أشخاص",
            ["ضربت عاصفة الساحل", "أدى إلى مقتل 3 أشخاص"],
        ),
        (
            "هذه القوانين نافذة منذ سنوات، ويلتزم الجميع بها",
            ["هذه القوانين نافذة منذ سنوات", "يلتزم الجميع بها"],
        ),
    ],
)
def test_arabic(text: str, expected: list[str]) -> None:
    assert sorted(cut(text, "ar")) == sorted(expected)


def test_a_claim_starts_behind_the_conjunction_written_on_to_its_word() -> None:
    text = "وصل الوفد، وَاستؤنفت المحادثات"
    assert cut(text, "ar")[1] == "استؤنفت المحادثات"


def test_what_is_excepted_is_a_claim_too() -> None:
    found = cut("لا توجد فرق إنقاذ في المدينة باستثناء متطوعين من الأهالي", "ar")
    assert found == [
        "لا توجد فرق إنقاذ في المدينة باستثناء متطوعين من الأهالي",
        "متطوعين من الأهالي",
    ]


def test_a_noun_that_looks_like_a_verb_makes_no_clause() -> None:
    assert len(cut("اجتمع وزير الطاقة ووفد الشركة في يوم واحد", "ar")) == 1
    assert len(cut("The reports and plans of the talks were published", "en")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "وصل المراقبون إلى القرية بعد أن غادرت القوافل، بينهم ثلاثة أطباء",
            ["وصل المراقبون إلى القرية", "غادرت القوافل", "بينهم ثلاثة أطباء"],
        ),
        (
            "تضم القاعة، وهي الأقدم في الحي، ما لا يقل عن ألف مقعد",
            ["تضم القاعة … ما لا يقل عن ألف مقعد", "القاعة … هي الأقدم في الحي"],
        ),
        ("باعت الشركة أسهمها ولم تعلن الأرباح", ["باعت الشركة أسهمها", "الشركة … لم تعلن الأرباح"]),
        (
            "نقلت السفينة قمحا، إلى جانب معدات طبية وخيام كبيرة",
            ["نقلت السفينة قمحا", "معدات طبية وخيام كبيرة"],
        ),
        ("وصل القطار فجر الأربعاء", ["وصل القطار فجر الأربعاء"]),
        (
            "ارتفع الإنتاج إلى 12 ألف طن، مقابل 9 آلاف طن قبل عام",
            ["ارتفع الإنتاج إلى 12 ألف طن، مقابل 9 آلاف طن قبل عام"],
        ),
        (
            "اشترت البلدية 30 حافلة، 12 منها يقودها متطوعون",
            ["اشترت البلدية 30 حافلة", "12 منها يقودها متطوعون"],
        ),
    ],
)
def test_arabic_pieces_that_state_something_of_their_own(text: str, expected: list[str]) -> None:
    assert cut(text, "ar") == expected


def test_a_participle_behind_a_pause_is_a_claim() -> None:
    found = cut("انسحب المرشح من السباق، تاركا الباب لمنافسه", "ar")
    assert found[0] == "انسحب المرشح من السباق"
    assert found[1].endswith("تاركا الباب لمنافسه")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Crews entered the shaft only after inspectors measured the gas",
            ["Crews entered the shaft only after inspectors measured the gas"],
        ),
        (
            "Fares have risen since the strike began, pushing commuters to buses",
            ["Fares have risen", "the strike began", "Fares … pushing commuters to buses"],
        ),
        (
            "The ceremony, once a small local affair, drew 20,000 people",
            ["The ceremony … drew 20,000 people", "The ceremony … once a small local affair"],
        ),
        (
            "Ticket sales reached 3 million, more than double last year's figure",
            [
                "Ticket sales reached 3 million",
                "Ticket sales reached 3 million … more than double last year's figure",
            ],
        ),
        (
            "The fund spent $9 million, most of which came from local banks",
            ["The fund spent $9 million", "$9 million … most of which came from local banks"],
        ),
        (
            "The choir, which was founded in 1950 and toured Asia, will perform on Friday",
            [
                "The choir … will perform on Friday",
                "The choir … which was founded in 1950",
                "The choir … toured Asia",
            ],
        ),
        ("The mayor has led the town since 2016", ["The mayor has led the town since 2016"]),
    ],
)
def test_english_pieces_that_state_something_of_their_own(text: str, expected: list[str]) -> None:
    assert cut(text, "en") == expected


def test_a_long_head_does_not_hide_what_is_said_of_it() -> None:
    text = (
        "A ferry carrying tourists from three small islands off Palawan sank on Friday, "
        "drowning two crew members."
    )
    claims = split(text, Clock()).claims
    assert claims[1].quote == "drowning two crew members"
    assert claims[1].text.startswith("A ferry carrying tourists")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "المشاورات متعثرة، والكتل مختلفة على الحقيبة",
            ["المشاورات متعثرة", "الكتل مختلفة على الحقيبة"],
        ),
        (
            "نزح ألف شخص إلى المدارس، وأن الحصيلة مرشحة للارتفاع",
            ["نزح ألف شخص إلى المدارس", "الحصيلة مرشحة للارتفاع"],
        ),
        (
            "رفع الفريق رصيده إلى 16 نقطة متصدراً جدول الترتيب",
            ["رفع الفريق رصيده إلى 16 نقطة", "الفريق … متصدراً جدول الترتيب"],
        ),
        (
            "يستمر المعرض، الذي تنظمه الوزارة، حتى يوم الأحد",
            ["يستمر المعرض … حتى يوم الأحد", "المعرض … الذي تنظمه الوزارة"],
        ),
        (
            "توقفت حركة القطارات صباح اليوم، إثر خروج عربتين عن القضبان",
            ["توقفت حركة القطارات صباح اليوم", "خروج عربتين عن القضبان"],
        ),
        (
            "ارتفعت أرباح الشركة، المدرجة في بورصة الكويت، بنسبة عشرين في المئة",
            ["ارتفعت أرباح الشركة … بنسبة عشرين في المئة", "الشركة … المدرجة في بورصة الكويت"],
        ),
        ("اعتقلت الشرطة مسلحا في السوق", ["اعتقلت الشرطة مسلحا في السوق"]),
        ("حكم عليه بثلاث سنوات وستة أشهر", ["حكم عليه بثلاث سنوات وستة أشهر"]),
        (
            "تسببت السيول التي اجتاحت المدينة ليل الجمعة في انهيار الجسر",
            ["تسببت السيول … في انهيار الجسر", "السيول التي اجتاحت المدينة ليل الجمعة"],
        ),
        (
            "تعادل المنتخب مع ضيفه بهدف لكل منهما، في مباراة ودية",
            ["تعادل المنتخب مع ضيفه بهدف لكل منهما، في مباراة ودية"],
        ),
        ("اعترض 23 نائباً وامتنع 40 عن التصويت", ["اعترض 23 نائباً", "امتنع 40 عن التصويت"]),
        (
            "أمرت النيابة بحبس صاحبه سبعة أيام على ذمة التحقيق",
            ["أمرت النيابة بحبس صاحبه سبعة أيام على ذمة التحقيق"],
        ),
        (
            "فاز الفريق على ضيفه، في المباراة التي أقيمت أمس على ملعب الشعب",
            [
                "فاز الفريق على ضيفه، في المباراة",
                "المباراة التي أقيمت أمس على ملعب الشعب",
            ],
        ),
    ],
)
def test_arabic_clauses_without_a_conjunction(text: str, expected: list[str]) -> None:
    assert cut(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A builder who pocketed the money for repairs has been jailed",
            ["A builder … has been jailed", "A builder who pocketed the money for repairs"],
        ),
        (
            "Voters rejected a tax that would have paid for a new jail",
            ["Voters rejected a tax", "a tax that would have paid for a new jail"],
        ),
        ("You hurt people who trusted you", ["You hurt people who trusted you"]),
        (
            "With all votes counted, the measure failed",
            ["With all votes counted, the measure failed"],
        ),
        ("In local news tonight: voters rejected the tax", ["voters rejected the tax"]),
    ],
)
def test_english_relatives_and_headings(text: str, expected: list[str]) -> None:
    assert cut(text, "en") == expected


@pytest.mark.parametrize(
    ("piece", "code"),
    [
        ("while costs rise and ", "en"),
        ("was killed, ", "en"),
        ("10% of them, ", "en"),
        ("killed more all fell : if Ada ", "en"),
        ("وفيما ", "ar"),
        ("شركة كانت واتفقا ", "ar"),
        ("وهي إلا ) وعلي ", "ar"),
    ],
)
def test_clauses_without_end_take_work_in_their_length(piece: str, code: str) -> None:
    assert growth(lambda n: cut(piece * n, code), 40) < 4.5
