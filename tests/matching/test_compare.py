"""Facets decide: what two statements with facets by hand are to each other."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.statements import statement
from tests.matching.build import actor, as_read, figure, place, relation, say, time
from workbench.facets.types import Comparator, Modality, Role
from workbench.matching.compare import compare, swapped
from workbench.matching.reasons import Key
from workbench.matching.types import Facet, Relation, Statement

IRAQ = place("Iraq", "IQ")
BAGHDAD = place("Baghdad", "Baghdad", "IQ")


def troops(surface: str, value: float, **others: object) -> Statement:
    count = figure(f"{surface} US troops", value, counted="US troops")
    return say(f"There are {surface} US troops in Iraq", figures=(count,), places=(IRAQ,), **others)  # type: ignore[arg-type]


def ruling(new: Statement, filed: Statement) -> tuple[Relation, Facet, str]:
    found = compare(new, filed)
    return found.relation, found.reasons[0].facet, found.reasons[0].key


def test_another_figure_of_the_same_thing_is_a_conflict_that_shows_both() -> None:
    found = compare(troops("2,500", 2500), troops("3,500", 3500))
    assert found.relation is Relation.CONFLICT
    assert found.reasons[0].facet is Facet.QUANTITY
    assert "2,500" in found.reasons[0].here
    assert "3,500" in found.reasons[0].there
    assert Facet.PLACE.value in found.reasons[0].shared


def test_a_figure_said_later_is_an_update() -> None:
    new, filed = troops("3,500", 3500, said="2024-09-01"), troops("2,500", 2500, said="2024-01-05")
    assert ruling(new, filed) == (Relation.UPDATE, Facet.QUANTITY, Key.LATER_FIGURE)
    assert ruling(filed, new) == (Relation.UPDATE, Facet.QUANTITY, Key.EARLIER_FIGURE)


def test_a_figure_said_the_same_month_is_a_conflict() -> None:
    new, filed = troops("3,500", 3500, said="2024-01"), troops("2,500", 2500, said="2024-01-05")
    assert compare(new, filed).relation is Relation.CONFLICT


def test_a_figure_of_a_time_long_past_is_none_of_the_news_beside_it() -> None:
    now = statement("35 shops were destroyed by a fire", "en", said="2026-11-30")
    before = statement("A fire destroyed 20 shops in July 2023", "en", said="2026-11-30")
    assert compare(now, before).relation is Relation.RELATED
    fresh = statement("A fire destroyed 20 shops on 28 November 2026", "en", said="2026-11-30")
    assert compare(now, fresh).relation is Relation.CONFLICT


def test_a_changed_figure_is_told_where_who_acts_is_named_in_other_words() -> None:
    new = statement("Egypt's central bank cut its rates by 200 basis points to 20%", "en")
    filed = statement(
        "خفضت لجنة السياسة النقدية بالبنك المركزي سعر الفائدة 100 نقطة أساس إلى 20%", "ar"
    )
    found = compare(new, filed)
    assert found.reasons[0].key == Key.FIGURES_DIFFER
    assert Facet.QUANTITY.value not in found.reasons[0].shared


def test_reports_a_month_apart_that_name_nothing_are_of_two_events() -> None:
    texts = "Four people have died", "Three people have died"
    march, four = (statement(text, "en", said="2026-03-01") for text in texts), texts[0]
    dead, fewer = march
    assert compare(statement(four, "en", said="2026-03-02"), fewer).relation is Relation.UPDATE
    later = statement(four, "en", said="2026-11-01")
    assert compare(later, fewer).relation is Relation.RELATED
    assert compare(later, dead).relation is Relation.RELATED
    cause, not_cause = (
        statement(f"Vaccines {verb} autism", "en", said=said)
        for verb, said in (("cause", "2020-03-01"), ("do not cause", "2026-11-01"))
    )
    assert compare(not_cause, cause).relation is Relation.CONFLICT, "it is no event"
    rigged, fair = (
        statement(f"The election was {how}", "en", said=said)
        for how, said in (("rigged", "2020-11-05"), ("not rigged", "2026-11-01"))
    )
    assert compare(fair, rigged).relation is Relation.CONFLICT, "what is denied is one event"
    basra = [f"{text} in Basra" for text in texts]
    named = statement(basra[0], "en", said="2026-11-01")
    assert compare(named, statement(basra[1], "en", said="2026-03-01")).relation is Relation.UPDATE


def test_who_is_marked_as_the_doer_in_both_languages_is_one() -> None:
    new = statement("The teacher was attacked by a student", "en")
    assert compare(new, statement("تعرض معلم لهجوم من طالب", "ar")).relation is Relation.SAME
    assert compare(new, statement("تعرض طالب لهجوم من معلم", "ar")).relation is Relation.RELATED


def test_what_is_excepted_is_denied_by_nobody_who_says_so() -> None:
    kept = statement("All members backed it except Hungary", "en")
    denied = say("Hungary backed it", negated=True)
    assert compare(kept, denied).relation is not Relation.CONFLICT


def test_what_a_claim_adds_to_is_denied_by_nobody_who_says_it() -> None:
    missing = say(
        "The toll of the floods rose to 34: with 25 people missing",
        figures=(figure("25 people", 25),),
    )
    toll = say("The toll of the floods rose to 34", figures=(figure("34", 34),))
    assert compare(missing, toll).relation is Relation.BROADER
    other = say("The toll of the floods rose to 36", figures=(figure("36", 36),))
    assert compare(toll, other).relation is Relation.CONFLICT
    dead = say("The toll of the floods rose to 34: five people dead", figures=(figure("five", 5),))
    assert compare(dead, toll).relation is Relation.BROADER


def test_a_single_word_makes_no_two_claims_deny_each_other() -> None:
    assert compare(say("Nobody was killed"), say("Nine pilgrims were killed")).relation in {
        Relation.RELATED,
        Relation.DIFFERENT,
    }
    dam, not_dam = statement("The dam is stable", "en"), statement("The dam is not stable", "en")
    assert compare(dam, not_dam).relation is Relation.CONFLICT
    court = statement("Ann Lee was not in court", "en")
    assert compare(court, statement("Ann Lee, 57", "en")).relation is not Relation.CONFLICT


def test_a_later_toll_is_an_update_across_languages() -> None:
    new = statement("ارتفعت حصيلة الفيضانات في كينيا إلى 34 قتيلاً", "ar", said="2025-11-06")
    filed = statement("Floods have killed at least 26 people in Kenya", "en", said="2025-11-04")
    assert ruling(new, filed) == (Relation.UPDATE, Facet.QUANTITY, Key.LATER_FIGURE)


def test_rounding_is_the_same() -> None:
    about = say(
        "There are about 2,500 US troops in Iraq",
        figures=(figure("about 2,500 US troops", 2500, "person", Comparator.ABOUT),),
    )
    exact = say("There are 2,487 US troops in Iraq", figures=(figure("2,487 US troops", 2487),))
    assert ruling(about, exact) == (Relation.SAME, Facet.QUANTITY, Key.FIGURES_AGREE)


def test_a_month_holds_its_days() -> None:
    text = "Talks between Baghdad and Washington resumed"
    month = say(f"{text} in February 2024", times=(time("in February 2024", "2024-02"),))
    day = say(f"{text} on 12 February 2024", times=(time("on 12 February 2024", "2024-02-12"),))
    assert ruling(month, day) == (Relation.NARROWER, Facet.TIME, Key.DATE_NARROWER)
    assert ruling(day, month) == (Relation.BROADER, Facet.TIME, Key.DATE_BROADER)


def test_one_event_on_two_dates_is_a_conflict() -> None:
    once = Modality.PAST_FACT
    february, august = time("in February 2024", "2024-02"), time("in August 2024", "2024-08")
    here = say("Talks resumed in February 2024", times=(february,), modality=once)
    there = say("Talks resumed in August 2024", times=(august,), modality=once)
    assert ruling(here, there) == (Relation.CONFLICT, Facet.TIME, Key.DATES_DIFFER)


def test_baghdad_is_in_iraq() -> None:
    here = say("US troops trained soldiers in Iraq", places=(IRAQ,))
    there = say("US troops trained soldiers in Baghdad", places=(BAGHDAD,))
    assert ruling(here, there) == (Relation.NARROWER, Facet.PLACE, Key.PLACE_NARROWER)


def test_denials_turn_implication_round() -> None:
    here = say("No US troops trained soldiers in Iraq", places=(IRAQ,), negated=True)
    there = say("No US troops trained soldiers in Baghdad", places=(BAGHDAD,), negated=True)
    assert compare(here, there).relation is Relation.BROADER


def test_other_places_are_related_not_in_conflict() -> None:
    here = say("US troops trained soldiers in Iraq", places=(IRAQ,))
    there = say("US troops trained soldiers in Syria", places=(place("Syria", "SY"),))
    assert ruling(here, there) == (Relation.RELATED, Facet.PLACE, Key.PLACES_DIFFER)


def test_reversed_roles_are_a_conflict() -> None:
    here = say(
        "Iran attacked Iraq",
        actors=(actor("Iran", "IR", Role.AGENT), actor("Iraq", "IQ", Role.PATIENT)),
    )
    there = say(
        "Iraq attacked Iran",
        actors=(actor("Iraq", "IQ", Role.AGENT), actor("Iran", "IR", Role.PATIENT)),
    )
    assert ruling(here, there) == (Relation.CONFLICT, Facet.ROLES, Key.ROLES_REVERSED)


def test_names_the_other_way_round_are_never_the_same_without_roles() -> None:
    assert (
        compare(say("Iran attacked Iraq"), say("Iraq attacked Iran")).relation is Relation.RELATED
    )


def test_a_list_has_no_order() -> None:
    here = say("Talks between Iraq and the United States resumed")
    there = say("Talks between the US and Iraq resumed")
    assert compare(here, there).relation is Relation.SAME


def test_a_denial_is_a_conflict() -> None:
    here = say("US troops will leave Iraq", modality=Modality.PREDICTION)
    there = say("US troops will not leave Iraq", modality=Modality.PREDICTION, negated=True)
    assert ruling(here, there) == (Relation.CONFLICT, Facet.POLARITY, Key.POLARITY_DIFFERS)


def test_a_denied_existence_conflicts_with_a_count() -> None:
    denial = say("There are no US troops in Iraq", places=(IRAQ,), negated=True)
    found = ruling(denial, troops("about 2,500", 2500))
    assert found == (Relation.CONFLICT, Facet.POLARITY, Key.DENIED_HERE)


def test_not_rising_and_falling_may_both_hold() -> None:
    here = say("Oil exports did not rise", negated=True)
    assert compare(here, say("Oil exports fell")).relation is Relation.RELATED
    found = ruling(say("Oil exports rose"), say("Oil exports fell"))
    assert found == (Relation.CONFLICT, Facet.WORDING, Key.OPPOSITE_WORDS)


@pytest.mark.parametrize(
    ("here", "there", "relation"),
    [
        ("The clinic has no power.", "The clinic is without electricity.", Relation.SAME),
        ("The clinic has no water.", "The clinic is without electricity.", Relation.RELATED),
        ("The clinic has no power.", "The clinic has power.", Relation.CONFLICT),
        (
            "The bank did not repay the loan.",
            "The bank failed to repay the loan.",
            Relation.SAME,
        ),
    ],
)
def test_lack_and_failure_are_denials_whatever_the_words(
    here: str, there: str, relation: Relation
) -> None:
    assert compare(statement(here, "en"), statement(there, "en")).relation is relation


def test_a_forecast_is_not_a_fact_and_becomes_an_update() -> None:
    forecast = say("Iraq will expel the ambassador of Turkey", modality=Modality.PREDICTION)
    fact = say("Iraq expelled the ambassador of Turkey", modality=Modality.PAST_FACT)
    assert ruling(forecast, fact) == (Relation.RELATED, Facet.MODALITY, Key.MODALITY_DIFFERS)
    before = say(forecast.text, modality=Modality.PREDICTION, said="2024-01-01")
    after = say(fact.text, modality=Modality.PAST_FACT, said="2024-02-01")
    assert compare(after, before).relation is Relation.UPDATE


def test_more_words_say_more() -> None:
    short = say("US troops are in Iraq")
    full = say("US troops are in Iraq under the coalition")
    assert compare(short, full).relation is Relation.NARROWER
    assert compare(full, short).relation is Relation.BROADER


def test_a_missing_figure_says_less() -> None:
    bare = say("There are US troops in Iraq", places=(IRAQ,))
    assert ruling(bare, troops("2,500", 2500)) == (
        Relation.NARROWER,
        Facet.QUANTITY,
        Key.FIGURE_ONLY_THERE,
    )


def test_other_words_on_both_sides_are_only_related() -> None:
    here, there = say("Apple bought Beats for cash"), say("Apple bought Shazam for cash")
    assert compare(here, there).relation is Relation.RELATED


def test_nothing_in_common_is_different() -> None:
    here, there = say("Oil exports from Basra rose"), say("The film won a prize in Cannes")
    assert compare(here, there).relation is Relation.DIFFERENT


def test_another_claimant_is_noted_and_does_not_decide() -> None:
    here = say("Oil exports rose", claimant="the ministry")
    found = compare(here, say("Oil exports rose", claimant="the company"))
    assert found.relation is Relation.SAME
    assert Key.CLAIMANTS_DIFFER.value in found.reasons[0].shared


@pytest.mark.parametrize(
    ("claimant", "language", "told"),
    [
        ("Qatar's oil ministry", "en", "attribution"),
        ("وزارة النفط القطرية", "ar", "attribution"),
        ("The ministry", "en", ""),
        ("Kuwait's oil ministry", "en", Key.CLAIMANTS_DIFFER.value),
        ("وزارة النفط الكويتية", "ar", ""),
    ],
)
def test_a_claimant_is_known_by_another_name(claimant: str, language: str, told: str) -> None:
    text = "ارتفعت صادرات النفط" if language == "ar" else "Oil exports rose"
    found = compare(
        say("Oil exports rose", claimant="the Qatari oil ministry"),
        say(text, language=language, claimant=claimant),
    )
    by = {"attribution", Key.CLAIMANTS_DIFFER.value}
    assert by.intersection(found.reasons[0].shared) == {told} - {""}


def test_arabic_and_english_say_the_same() -> None:
    here = say(
        "يوجد 2500 جندي أميركي في العراق",
        language="ar",
        figures=(figure("2500 جندي أميركي", 2500, counted="جندي أميركي"),),
        places=(place("العراق", "IQ"),),
    )
    assert compare(here, troops("2,500", 2500)).relation is Relation.SAME
    assert compare(here, troops("3,500", 3500)).relation is Relation.CONFLICT


@pytest.mark.parametrize(
    "text",
    ["", " ", "the", "!!!", "😀 😀", "٣٤٥", "\u202e\u0000\ud800", "a " * 10_000, "ـــ" * 50],
)
def test_text_without_a_statement_gets_a_sensible_answer(text: str) -> None:
    found = compare(say(text), troops("2,500", 2500))
    assert found.relation in {Relation.DIFFERENT, Relation.RELATED}
    assert 0 <= found.probability <= 1


FIGURES = st.builds(
    lambda value, comparator, counted: figure(
        f"{value} {counted}", value, "person", comparator, counted=counted
    ),
    st.integers(1, 5000),
    st.sampled_from(list(Comparator)),
    st.sampled_from(["troops", "civilians", ""]),
)
WORDS = st.lists(
    st.sampled_from(
        [
            "oil",
            "troops",
            "rose",
            "fell",
            "Iraq",
            "Iran",
            "Baghdad",
            "talks",
            "resumed",
            "not",
            "killed",
            "said",
            "2500",
            "and",
            "new",
        ]
    ),
    max_size=8,
).map(" ".join)
STATEMENTS = st.builds(
    say,
    WORDS | st.text(max_size=30),
    language=st.sampled_from(["en", "ar"]),
    figures=st.lists(FIGURES, max_size=2).map(tuple),
    times=st.lists(
        st.builds(time, st.just("then"), st.sampled_from(["2024-02", "2024-02-12", "2023", None])),
        max_size=2,
    ).map(tuple),
    places=st.lists(st.sampled_from([IRAQ, BAGHDAD, place("Syria", "SY")]), max_size=2).map(tuple),
    actors=st.lists(
        st.builds(actor, st.just("Iran"), st.sampled_from(["IR", "IQ"]), st.sampled_from(Role)),
        max_size=2,
    ).map(tuple),
    negated=st.booleans(),
    modality=st.sampled_from(Modality),
    said=st.sampled_from(["", "2024-01-01", "2024-03", "nonsense"]),
)


@settings(max_examples=150, deadline=None)
@given(STATEMENTS, STATEMENTS)
def test_comparison_is_total_and_symmetric(here: Statement, there: Statement) -> None:
    found = compare(here, there)
    assert compare(there, here) == swapped(found)
    assert 0 <= found.similarity <= 1
    assert 0 <= found.probability <= 1
    assert all(reason.key in list(Key) for reason in found.reasons)


@settings(max_examples=100, deadline=None)
@given(STATEMENTS.filter(lambda statement: any(c.isalnum() for c in statement.text)))
def test_a_statement_with_content_is_the_same_as_itself(statement: Statement) -> None:
    found = compare(statement, statement)
    if found.reasons[0].key != Key.NOTHING_SAID:
        assert found.relation is Relation.SAME


def test_a_list_that_names_one_thing_twice_is_the_same_as_itself() -> None:
    assert relation("oil and rose and oil", "oil and rose and oil") is Relation.SAME


def test_times_that_wait_for_a_date_are_one_where_they_would_mean_the_same_days() -> None:
    def filed(when: str) -> Statement:
        return statement(f"هبطت صادرات النفط في {when}", "ar")

    new = filed("يوليو")
    assert compare(new, filed("تموز")).relation is Relation.SAME
    assert compare(new, filed("آب")).relation is not Relation.SAME
    assert compare(filed("هذا العام"), filed("العام الماضي")).relation is not Relation.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Oil production was 4 million barrels a day",
            "Oil exports were 3.4 million barrels a day",
        ),
        ("Net profit rose to $40 million", "Gross profit rose to $90 million"),
        ("Cash sales were $82 million", "Sales were $1.4 billion"),
        ("Exports were 3 billion barrels in 2024", "Exports were 90 million barrels in May 2024"),
        ("Turnout was 41 percent", "Turnout among women was 30 percent"),
        ("مبيعات الدولار ارتفعت بنسبة 4.7%", "مبيعات الدولار تجاوزت 1.4 مليار"),
        ("The budget deficit was $12 billion", "The budget was $150 billion"),
        ("Exports reached $8 billion in August", "Imports reached $2 billion in August"),
        ("Revenue came to $8.1 billion", "مبيعات الدولار بلغت ملياراً و368 مليون دولار"),
        ("بلغت المبيعات النقدية 82 مليون دولار", "بلغت المبيعات 1.4 مليار دولار"),
        ("احتياطي البنك يتجاوز 100 مليار دولار", "مبيعات البنك بلغت 1.4 مليار دولار"),
        ("بلغت البطالة بين النساء 30 بالمئة", "بلغت البطالة 16 بالمئة"),
    ],
)
def test_figures_of_two_things_are_no_conflict(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED
    assert relation(other, one) is Relation.RELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The US has 2,500 troops in Iraq", "There are roughly 3,500 American soldiers in Iraq"),
        ("The population of Iraq is 46 million", "Iraq's population stands at 43 million"),
        ("40 people were killed in floods in Basra", "Floods in Basra killed 60"),
        ("The fire killed 15 people", "The ministry said 12 died in the fire"),
        ("يوجد في العراق نحو 2500 جندي أميركي", "للولايات المتحدة 3500 عسكري في العراق"),
        ("بلغت البطالة 18 بالمئة", "البطالة وصلت إلى 16 بالمئة"),
    ],
)
def test_figures_of_one_thing_are(one: str, other: str) -> None:
    assert relation(one, other) is Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rice exports are banned", "Wheat exports are not banned"),
        ("The hospital opened a new wing", "The hospital closed its old wing"),
        ("Prices fell in real terms", "Prices rose in nominal terms"),
        ("أفرجت السلطات عن الصحفي", "اعتقلت السلطات ناشطا"),
        ("Tuition fees rose to 9,250 pounds", "Tuition fees rose by 285 pounds"),
    ],
)
def test_contraries_of_two_things_are_no_conflict(one: str, other: str) -> None:
    assert relation(one, other) is Relation.RELATED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The minister denied the report", "The minister confirmed the report"),
        ("Unemployment fell to 4.1% in May", "Unemployment rose to 4.3% in May"),
        ("سحبت تركيا قواتها من شمال العراق", "لم تسحب تركيا قواتها من شمال العراق"),
    ],
)
def test_contraries_of_one_thing_are(one: str, other: str) -> None:
    assert relation(one, other) is Relation.CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("لن يتجاوز العجز 3 بالمئة", "The deficit will not exceed 3 percent", Relation.SAME),
        ("لن يتجاوز العجز 3 بالمئة", "سيتجاوز العجز 3 بالمئة", Relation.CONFLICT),
        ("The deficit will not exceed 3%", "The deficit will exceed 3%", Relation.CONFLICT),
        ("تجاوز التضخم في لبنان 200 بالمئة", "Inflation in Lebanon exceeded 200%", Relation.SAME),
    ],
)
def test_a_denial_that_binds_a_figure_denies_nothing_else(
    one: str, other: str, expected: Relation
) -> None:
    assert relation(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("31 people were killed in the quake of 3 March", "The quake killed 12", Relation.UPDATE),
        ("قتل 31 شخصا في الزلزال", "At least 12 people died in the earthquake", Relation.UPDATE),
        ("Turnout on 3 March was 45%", "Turnout on 3 March was 52%", Relation.CONFLICT),
        ("Staff resumed their strike on 21 March", "Staff ended their strike", Relation.UPDATE),
        ("The mayor was acquitted", "The mayor was convicted", Relation.CONFLICT),
        ("المطار مفتوح", "The airport is closed", Relation.UPDATE),
        ("Rebels shell port after talks", "Rebels shell port before talks", Relation.RELATED),
        ("Crowds gather outside court", "Crowds gather inside court", Relation.RELATED),
        ("الشرطة تفتش المقر بعد الجلسة", "الشرطة تفتش المقر قبل الجلسة", Relation.RELATED),
        ("Rice prices fall in Dakar", "Rice prices rise in Dakar", Relation.UPDATE),
        ("أسعار الأرز تنخفض في دكار", "أسعار الأرز ترتفع في دكار", Relation.UPDATE),
    ],
)
def test_what_was_told_later_is_an_update_where_both_may_be_right(
    one: str, other: str, expected: Relation
) -> None:
    new, filed = as_read(one, "2026-03-25"), as_read(other, "2026-03-04")
    assert compare(new, filed).relation is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army pulled its troops out", "Soldiers were withdrawn by the army"),
        ("57 buildings collapsed in Salihli", "انهار 57 مبنى في صالحلي"),
    ],
)
def test_a_thing_is_paired_with_what_is_called_like_it(one: str, other: str) -> None:
    assert relation(one, other) is Relation.SAME
