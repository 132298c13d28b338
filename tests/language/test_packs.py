from pathlib import Path

import pytest

from workbench.errors import InvalidInputError
from workbench.language.packs import LanguagePack, available, load
from workbench.language.schema import Language, LexiconData
from workbench.language.world import world

HERE = Path(__file__).parent


@pytest.mark.parametrize("code", available())
def test_every_pack_keeps_its_schema(code: str) -> None:
    load(code).check()


def test_an_unknown_key_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text('[language]\ncode = "xx"\nname = "X"\nstopwords = []\n')
    with pytest.raises(InvalidInputError, match="stopwords"):
        LanguagePack("xx", tmp_path).section(Language)


def test_an_unknown_section_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text('[language]\ncode = "xx"\nname = "X"\n[colours]\n')
    with pytest.raises(InvalidInputError, match="colours"):
        LanguagePack("xx", tmp_path).check()


def test_a_missing_pack_is_an_error_that_lists_those_on_file() -> None:
    with pytest.raises(InvalidInputError, match="ar, en"):
        load("tlh")


@pytest.mark.parametrize("code", ["a" * 300, "../packs/ar", ".", "", "ar\0", "/etc/x"])
def test_what_is_no_name_of_a_pack_is_looked_for_nowhere(code: str) -> None:
    with pytest.raises(InvalidInputError, match="there is no language pack"):
        load(code)


def test_a_variety_of_a_language_is_read_as_the_language() -> None:
    assert load("ar-EG").language.direction == "rtl"
    with pytest.raises(InvalidInputError):
        load("xx-EG")


def test_both_packs_name_the_same_things() -> None:
    arabic, english = (load(code).section(LexiconData) for code in ("ar", "en"))
    for table in ("places", "actors", "concepts"):
        ours, theirs = set(getattr(arabic, table)), set(getattr(english, table))
        assert len(ours & theirs) > 0.93 * len(ours | theirs)


@pytest.mark.parametrize("code", available())
def test_every_name_stands_for_something_in_the_world(code: str) -> None:
    lexicon, known = load(code).section(LexiconData), world()
    assert set(lexicon.places) | set(lexicon.demonyms) <= set(known.places)
    assert set(lexicon.actors) <= set(known.actors)


def test_a_place_is_inside_all_that_contain_it() -> None:
    assert world().containers("Mosul") == ("Nineveh", "IQ")
    assert world().containers("Baghdad") == ("Baghdad Governorate", "IQ")
    assert world().containers("IQ") == ()
    for name in world().places:
        assert name not in world().containers(name)


def test_the_lexicons_are_those_of_the_tables() -> None:
    tables = HERE.parent.parent / "tools" / "lexicons"
    arabic, english = (load(code).section(LexiconData) for code in ("ar", "en"))
    for file, table in (
        ("concepts", "concepts"),
        ("organisations", "actors"),
        ("places", "places"),
    ):
        for line in (tables / f"{file}.tsv").read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                continue
            name, *_, _, last = (cell.strip() for cell in line.split("|"))
            forms = [form.strip() for form in last.split(";") if form.strip()]
            assert set(forms) <= set(getattr(arabic, table).get(name, ()))
            assert name in getattr(english, table)
