from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scaling import calls, growth
from workbench.facets.bundle import read_facets, select
from workbench.facets.interval import Interval, Precision
from workbench.facets.reading import read
from workbench.facets.types import Clock, Facets, Modality, Role
from workbench.language.packs import load
from workbench.language.spans import Span

PUBLISHED = Clock(Interval(date(2024, 8, 15), date(2024, 8, 15), Precision.DAY, "2024-08-15"))
ARTICLE = (
    "Iran attacked Iraq on Monday, officials said. Iraq did not attack Iran. "
    "About 2,500 U.S. troops are stationed in Iraq and will leave Baghdad in 2026. "
    "The Bank of England in London raised rates."
)


def article(code: str = "en", text: str = ARTICLE) -> Facets:
    return read_facets(text, load(code), PUBLISHED)


def claim(*quotes: str) -> Facets:
    spans = [Span(ARTICLE.index(quote), ARTICLE.index(quote) + len(quote)) for quote in quotes]
    return select(article(), read(ARTICLE, load("en")), spans)


def roles(facets: Facets) -> dict[str, Role]:
    return {actor.name: actor.role for actor in facets.actors if actor.role is not Role.MENTIONED}


def test_an_article_is_read_as_a_whole() -> None:
    facets = article()
    assert {place.name for place in facets.places if not place.demonym} == {
        "IR",
        "IQ",
        "Baghdad",
        "London",
    }
    assert any(time.interval and time.interval.edtf == "2026" for time in facets.times)
    assert any(quantity.low == 2500 for quantity in facets.quantities)


def test_each_claim_has_its_own_roles_polarity_and_modality() -> None:
    attacked, denied = claim("Iran attacked Iraq on Monday"), claim("Iraq did not attack Iran")
    assert roles(attacked) == {"IR": Role.AGENT, "IQ": Role.PATIENT}
    assert roles(denied) == {"IQ": Role.AGENT, "IR": Role.PATIENT}
    assert (attacked.polarity.negated, denied.polarity.negated) == (False, True)
    assert attacked.action == denied.action == "attack"


def test_a_claim_of_two_segments_keeps_the_offsets_of_the_article() -> None:
    facets = claim("2,500 U.S. troops", "will leave Baghdad in 2026")
    assert facets.modality is Modality.PREDICTION
    for item in (*facets.places, *facets.actors, *facets.quantities, *facets.times):
        assert item.span.of(ARTICLE) == item.surface
    assert [place.name for place in facets.places] == ["US", "Baghdad"]
    assert roles(facets) == {"military (US)": Role.AGENT}


def test_segments_may_stand_in_another_order_than_in_the_text() -> None:
    facets = claim("will leave Baghdad", "About 2,500 U.S. troops")
    assert [place.name for place in facets.places] == ["US", "Baghdad"]
    assert [hedge.of(ARTICLE) for hedge in facets.hedges] == ["About"]


def test_a_cue_keeps_its_place_in_the_article() -> None:
    cue = claim("Iraq did not attack Iran").polarity.cue
    assert cue is not None
    assert cue.of(ARTICLE) == "not"


def test_a_place_in_the_name_of_an_organisation_is_none() -> None:
    assert "England" not in {place.name for place in article().places}


def test_a_country_that_owns_an_institution_is_no_location() -> None:
    text = "Iraq's foreign ministry postponed the talks"
    assert [place.demonym for place in article(text=text).places] == [True]


def test_no_segments_no_facets() -> None:
    assert select(article(), read(ARTICLE, load("en")), []) == Facets()


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=80), st.data())
def test_offsets_hold_for_any_text_and_any_segments(noise: str, data: st.DataObject) -> None:
    text = f"Iran {noise} did not attack 2,500 {noise} in Baghdad on Monday"
    facets = article(text=text)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    parts = [Span(cuts[0], cuts[1]), Span(cuts[2], cuts[3])]
    for each in (facets, select(facets, read(text, load("en")), parts)):
        for item in (*each.places, *each.actors, *each.quantities, *each.times):
            assert item.span.of(text) == item.surface
        for hedge in each.hedges:
            assert hedge.end <= len(text)


def test_a_long_article_is_read_in_linear_time() -> None:
    assert growth(lambda n: article(text=ARTICLE * n), 5) < 6


def test_selecting_costs_the_same_in_a_long_article_as_in_a_short_one() -> None:
    def selecting(times: int) -> int:
        text = ARTICLE.replace(".", ";") * times
        facets, whole = article(text=text), read(text, load("en"))
        return calls(lambda: select(facets, whole, [Span(0, 44)]))

    assert selecting(100) < 2 * selecting(5)
