"""A further language is one more pack: figures and times need no code for it."""

from pathlib import Path

import pytest

from workbench.facets.interval import parse_edtf
from workbench.facets.quantities.quantities import read_quantities
from workbench.facets.times import read_times
from workbench.facets.types import Clock
from workbench.language.packs import LanguagePack

FRENCH = """
[language]
code = "fr"
name = "français"

[numbers]
conjunctions = ["et"]
of = ["de", "d"]
percent = ["%", "pour cent"]
inflections = [["", "s"]]
stops = ["en", "dans", "le", "la", "les", "pour"]
cardinals = { deux = 2, trois = 3, vingt = 20 }
scales = { cent = 100, mille = 1000, million = 1000000, millions = 1000000 }
ordinals = { premier = 1 }
before = { about = ["environ"], more_than = ["plus de"] }
currencies = { USD = ["dollar"] }
durations = { day = ["jour"], month = ["mois"], year = ["an", "année"] }
counted = { person = ["soldat", "personne"] }

[times]
months = { janvier = 1, mars = 3, juillet = 7 }
weekdays = { mercredi = 3, jeudi = 4 }
days = { hier = -1, "aujourd'hui" = 0 }
last = { after = ["dernier", "dernière"] }
year_signs = ["en", "depuis"]
marks = { since = ["depuis"] }
lengths = { ago_before = ["il y a"] }
"""


@pytest.fixture
def french(tmp_path: Path) -> LanguagePack:
    (tmp_path / "fr.toml").write_text(FRENCH, encoding="utf-8")
    return LanguagePack("fr", tmp_path)


def test_french_figures(french):
    found = read_quantities("Environ 2500 soldats et plus de trois millions de dollars", french)
    assert [(item.low, item.unit, str(item.comparator)) for item in found] == [
        (2500, "person", "about"),
        (3000000, "USD", "more_than"),
    ]


def test_french_times(french):
    clock = Clock(parse_edtf("2024-08-15"))
    text = "mercredi 31 juillet 2024, hier, le mois dernier, il y a trois jours, depuis 2014"
    assert [item.interval.edtf for item in read_times(text, french, clock) if item.interval] == [
        "2024-07-31",
        "2024-08-14",
        "2024-07",
        "2024-08-12",
        "2014/..",
    ]


def test_a_pack_without_words_still_reads_digits_and_dates(tmp_path):
    (tmp_path / "xx.toml").write_text('[language]\ncode = "xx"\nname = "x"\n', encoding="utf-8")
    pack = LanguagePack("xx", tmp_path)
    assert [item.low for item in read_quantities("a 12,500 b", pack)] == [12500]
    (item,) = read_times("a 2024-07-31 b", pack, Clock())
    assert item.interval.edtf == "2024-07-31"
