"""Lists are told apart where each item is a claim, and kept whole where they are one."""

from __future__ import annotations

from decimal import Decimal

from workbench.facets.types import Actor, Facets, Place, Quantity, Time
from workbench.language.spans import Span
from workbench.language.tokens import tokenize
from workbench.splitting.clauses.joining.clauses import clauses
from workbench.splitting.clauses.lists.lists import distribute
from workbench.splitting.clauses.lists.marks import marks_of
from workbench.splitting.clauses.words.grammar import grammar
from workbench.splitting.clauses.words.reading import read_words
from workbench.splitting.segments import quote_of, spans_of


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span(start, start + len(part))


def place(text: str, part: str, demonym: bool = False) -> Place:
    return Place(span(text, part), part, part, "country", demonym=demonym)


def actor(text: str, part: str) -> Actor:
    return Actor(span(text, part), part, part, "organisation")


def quantity(text: str, part: str, value: int) -> Quantity:
    return Quantity(span(text, part), part, Decimal(value), Decimal(value), "person")


def time(text: str, part: str) -> Time:
    return Time(span(text, part), part, None, "test")


def told(text: str, language: str, facets: Facets) -> list[str]:
    rules = grammar(language)
    words = read_words(text, tokenize(text), rules)
    marks = marks_of(words, facets)
    return [
        quote_of(text, spans_of(text, words, one.ranges))
        for clause in clauses(words, rules)
        for one in distribute(clause, words, rules, marks)
    ]


def test_each_named_subject_is_a_claim() -> None:
    text = "Peru, Chile and Bolivia signed the treaty"
    facets = Facets(places=tuple(place(text, name) for name in ("Peru", "Chile", "Bolivia")))
    assert told(text, "en", facets) == [
        "Peru … signed the treaty",
        "Chile … signed the treaty",
        "Bolivia signed the treaty",
    ]


def test_a_name_with_and_in_it_is_one_subject() -> None:
    text = "Law and Justice won the vote"
    assert told(text, "en", Facets()) == [text]


def test_parties_of_talks_stay_together() -> None:
    text = "Talks between Peru and Chile resumed in May"
    facets = Facets(places=(place(text, "Peru"), place(text, "Chile")))
    assert told(text, "en", facets) == [text]


def test_what_a_figure_counts_together_stays_together() -> None:
    text = "Hundreds of soldiers from Peru and Chile arrived"
    facets = Facets(places=(place(text, "Peru"), place(text, "Chile")))
    assert told(text, "en", facets) == [text]


def test_nothing_is_told_apart_under_only() -> None:
    text = "Only Peru and Chile signed the treaty"
    facets = Facets(places=(place(text, "Peru"), place(text, "Chile")))
    assert told(text, "en", facets) == [text]


def test_topics_stay_whole() -> None:
    text = "ناقش الوفد مجالات التعليم والصحة والزراعة"
    assert told(text, "ar", Facets()) == [text]


def test_arabic_subjects_behind_the_verb() -> None:
    text = "أدانت تونس والجزائر الهجوم"
    facets = Facets(places=(place(text, "تونس"), place(text, "الجزائر")))
    assert told(text, "ar", facets) == ["أدانت تونس … الهجوم", "أدانت … الجزائر الهجوم"]


def test_adjectives_of_nations_share_their_noun() -> None:
    text = "شاركت سفن إيطالية، ويونانية، وقبرصية"
    facets = Facets(
        places=tuple(place(text, name, True) for name in ("إيطالية", "يونانية", "قبرصية"))
    )
    assert told(text, "ar", facets) == [
        "شاركت سفن إيطالية",
        "شاركت سفن … يونانية",
        "شاركت سفن … قبرصية",
    ]


def test_items_of_what_was_counted_each_get_its_head() -> None:
    text = "افتتحت الشركة ثلاثة فروع جديدة، هي فرع حلب، وفرع حمص، وفرع حماة"
    facets = Facets(quantities=(quantity(text, "ثلاثة فروع", 3),))
    assert told(text, "ar", facets) == [
        "افتتحت الشركة ثلاثة فروع جديدة",
        "افتتحت الشركة ثلاثة فروع جديدة … فرع حلب",
        "افتتحت الشركة ثلاثة فروع جديدة … فرع حمص",
        "افتتحت الشركة ثلاثة فروع جديدة … فرع حماة",
    ]


def test_each_date_is_a_claim() -> None:
    text = "The panel met in March and in June"
    facets = Facets(times=(time(text, "in March"), time(text, "in June")))
    assert told(text, "en", facets) == ["The panel met in March", "The panel met in … June"]


def test_dates_of_things_counted_are_told_beside_the_count() -> None:
    text = "عقد الطرفان جولتين في أيار وحزيران"
    facets = Facets(
        quantities=(quantity(text, "جولتين", 2),),
        times=(time(text, "أيار"), time(text, "حزيران")),
    )
    assert told(text, "ar", facets) == [
        "عقد الطرفان جولتين",
        "جولتين … أيار",
        "جولتين … حزيران",
    ]


def test_two_figures_of_like_build_are_two_claims() -> None:
    text = "أدى الحادث إلى مقتل 4 ركاب وإصابة 9 آخرين"
    facets = Facets(quantities=(quantity(text, "4 ركاب", 4), quantity(text, "9 آخرين", 9)))
    assert told(text, "ar", facets) == [
        "أدى الحادث إلى مقتل 4 ركاب",
        "أدى الحادث إلى … إصابة 9 آخرين",
    ]


def test_a_range_is_one_claim() -> None:
    text = "The fees rose by between 4 and 9 percent"
    facets = Facets(quantities=(quantity(text, "4 and 9 percent", 4),))
    assert told(text, "en", facets) == [text]
