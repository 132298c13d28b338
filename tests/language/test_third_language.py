"""A third language is one file of data: `fr.toml` beside this file."""

from pathlib import Path

import pytest

from workbench.facets.actors import main_action, read_actors
from workbench.facets.modality import read_modality
from workbench.facets.places import read_places
from workbench.facets.polarity import read_polarity
from workbench.facets.types import Modality, Role
from workbench.language.lexicon import concepts
from workbench.language.packs import LanguagePack, load
from workbench.language.stems import terms

FR = LanguagePack("fr", Path(__file__).parent)


def roles(text: str) -> dict[str, Role]:
    return {actor.name: actor.role for actor in read_actors(text, FR)}


def test_the_pack_keeps_the_schema() -> None:
    FR.check()


def test_places_and_demonyms() -> None:
    found = read_places("Les forces irakiennes quittent Bagdad, en Irak", FR)
    assert [(place.name, place.demonym) for place in found] == [
        ("IQ", True),
        ("Baghdad", False),
        ("IQ", False),
    ]


def test_who_does_what_to_whom() -> None:
    assert roles("L'Iran a attaqué l'Irak") == {"IR": Role.AGENT, "IQ": Role.PATIENT}
    assert roles("L'Irak a été attaqué par l'Iran") == {"IQ": Role.PATIENT, "IR": Role.AGENT}
    assert main_action("L'Iran a attaqué l'Irak", FR) == "attaquer"


@pytest.mark.parametrize(
    ("text", "negated", "modality"),
    [
        ("L'Iran a attaqué l'Irak", False, Modality.PAST_FACT),
        ("L'armée ne retirera pas ses troupes", True, Modality.PREDICTION),
        ("Pas moins de 12 personnes tuées", False, Modality.PAST_FACT),
    ],
)
def test_polarity_and_modality(text: str, negated: bool, modality: Modality) -> None:
    assert read_polarity(text, FR).negated is negated
    assert read_modality(text, FR)[0] is modality


def test_a_claim_finds_its_twins_in_the_other_languages() -> None:
    french = set(concepts("Des soldats français attaquent en Irak", FR))
    english = set(concepts("French troops attack in Iraq", load("en")))
    arabic = set(concepts("جنود فرنسيون يشنون هجوماً في العراق", load("ar")))
    assert {"country:FR", "country:IQ", "idea:troops"} <= french & english & arabic


def test_terms() -> None:
    assert terms("Environ 2,500 soldats en Irak", FR) == ["environ", "2500", "soldat", "irak"]
