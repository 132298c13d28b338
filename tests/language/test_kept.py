"""What is made of the packs is kept for the next run, and never trusted blindly."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import msgspec
import pytest

from workbench.language.lexicon import concepts
from workbench.language.packs import LanguagePack
from workbench.language.packs.kept import Kept

KNOWN = os.environ.get("WORKBENCH_CACHE")
"""What earlier runs of the tests made of the packs."""
ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def nothing(_: object) -> None:
    return None


def kept(thing: object, name: str = "thing") -> Kept:
    """Keep one thing, then begin as a new run does."""
    first = Kept("xx")
    first.keep(name, thing, nothing)
    first.write()
    return Kept("xx")


def test_a_later_run_loads_what_an_earlier_one_made(folder: Path) -> None:
    assert kept({"a": frozenset({1})}).load("thing", nothing) == {"a": frozenset({1})}


def test_a_thing_refers_to_another_of_the_pack_by_name(folder: Path) -> None:
    other = ["shared"]
    first = Kept("xx")
    first.keep("thing", {"of": other}, lambda one: "other" if one is other else None)
    first.write()
    again = Kept("xx").load("thing", {"other": other}.__getitem__)
    assert again["of"] is other


def test_two_runs_add_to_one_file(folder: Path) -> None:
    kept("a", "one")
    second = kept("b", "two")
    assert (second.load("one", nothing), second.load("two", nothing)) == ("a", "b")


@pytest.mark.parametrize("damage", [b"", b"no file of ours", None])
def test_a_damaged_file_counts_for_nothing(folder: Path, damage: bytes | None) -> None:
    kept([1, 2, 3])
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:-4] + b"abcd" if damage is None else damage)
    assert Kept("xx").load("thing", nothing) is None


def test_a_file_of_another_version_counts_for_nothing(folder: Path) -> None:
    kept([1, 2, 3])
    (file,) = folder.iterdir()
    content: dict[str, Any] = msgspec.msgpack.decode(file.read_bytes())
    file.write_bytes(msgspec.msgpack.encode(content | {"made_by": "other"}))
    assert Kept("xx").load("thing", nothing) is None


@pytest.mark.parametrize("way", ["by name", "by getattr"])
def test_a_planted_file_can_run_nothing(folder: Path, tmp_path: Path, way: str) -> None:
    class Evil:
        def __reduce__(self) -> tuple[Any, ...]:
            if way == "by getattr":
                return getattr, (Kept, "write")
            return Path.touch, (tmp_path / "ran",)

    kept([1])
    (file,) = folder.iterdir()
    content = msgspec.msgpack.decode(file.read_bytes())
    planted = pickle.dumps(Evil())
    content["things"]["thing"] = (zlib.crc32(planted), planted)
    file.write_bytes(msgspec.msgpack.encode(content))
    assert Kept("xx").load("thing", nothing) is None
    assert not (tmp_path / "ran").exists()


def test_nothing_is_written_where_the_folder_is_switched_off(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_CACHE", "")
    assert kept([1]).load("thing", nothing) is None
    assert not folder.exists()


@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_kept_pack_reads_as_a_new_one(code: str, folder: Path) -> None:
    text = (
        "قصف الجيش الأميركي قاعدة عين الأسد" if code == "ar" else "US forces bombed a base in Iraq"
    )
    first = LanguagePack(code)
    made = concepts(text, first)
    assert first._kept is not None
    first._kept.write()
    assert concepts(text, LanguagePack(code)) == made != []


def test_what_all_languages_share_is_read_once_for_later_runs(folder: Path) -> None:
    code = (
        "import sys; from workbench.matching.lexicon.contrasts import contrasts, exclusives; "
        "contrasts(), exclusives(); print('tomllib' in sys.modules, len(contrasts()))"
    )
    run = [sys.executable, "-c", code]
    (first, contraries), later = (
        subprocess.run(run, check=True, capture_output=True, text=True).stdout.split()
        for _ in range(2)
    )
    assert (first, later) == ("True", ["False", contraries])


SPLIT = (
    "import sys; from pathlib import Path; from workbench.facets.types import Clock; "
    "from workbench.splitting import split; "
    "claims = split(Path(sys.argv[1]).read_text(encoding='utf-8'), Clock(None)).claims; "
)
MATCH = (
    "from workbench.matching.match import within; "
    "from workbench.matching.types import Statement; "
    "within([Statement(each.text, each.language, each.facets) for each in claims])"
)


@pytest.mark.parametrize(
    ("article", "other"),
    [("shafaq-coalition-mission.ar.txt", "en"), ("troop-numbers.en.md", "ar")],
)
def test_all_that_an_article_needs_is_read_back_and_no_pack_of_another_language(
    article: str, other: str, folder: Path
) -> None:
    if KNOWN and Path(KNOWN).is_dir():  # what these tests made is made like any other
        shutil.copytree(KNOWN, folder)

    def run(code: str) -> dict[str, int]:
        subprocess.run([sys.executable, "-c", code, str(ARTICLES / article)], check=True)
        return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}

    made = run(SPLIT + MATCH)
    assert run(SPLIT + MATCH) == made != {}
    (shared,) = folder.glob(f"pack-{other}-*")  # Of it is what all languages share, once.
    shared.unlink()
    assert run(SPLIT).keys() == made.keys() - {shared.name}
