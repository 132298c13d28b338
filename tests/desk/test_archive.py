"""The whole desk in one file, rebuilt elsewhere byte for byte; what is not sound is refused."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.checking.people import Role
from workbench.desk.checking.steps import StepKind
from workbench.desk.claims.links import LinkKind
from workbench.desk.states import ClaimState, Stance
from workbench.errors import InvalidInputError

TEXT = "2,500 troops are in the country\nTalks resumed"
LATER = "3,500 troops are in the country\nTalks resumed\nNothing else"


@pytest.fixture
def archive(desk: Desk, tmp_path: Path) -> Path:
    desk.articles.add(article(TEXT, origin=b"<p>\x00\xff"))
    desk.articles.add(article(LATER))
    claim = desk.claims.ids()[0]
    desk.evidence.link(claim, desk.sources.add("Statement"), Stance.SUPPORTS, quote="2,500")
    desk.verdicts.set(claim, "true", "It says so.")
    desk.sources.add("Taken back")
    desk.undo()
    path = tmp_path / "desk.wbz"
    path.write_bytes(written(desk))
    return path


def written(desk: Desk) -> bytes:
    stream = io.BytesIO()
    desk.archive.write(stream)
    return stream.getvalue()


def repacked(archive: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(archive) as read:
        parts = {name: read.read(name) for name in read.namelist()}
    change(parts)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as write:
        for name, data in parts.items():
            write.writestr(name, data)
    return archive


def agreed(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    """A part altered by somebody who knows how to write the manifest."""

    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
        manifest = json.loads(parts["manifest.json"])
        data = parts[name]
        manifest["parts"][name] = [len(data), hashlib.sha256(data).hexdigest()]
        parts["manifest.json"] = json.dumps(manifest).encode()

    return change


def test_an_empty_desk_becomes_equal_and_goes_on_from_there(
    desk: Desk, archive: Path, tmp_path: Path
) -> None:
    with open_desk(tmp_path / "new.db") as new:
        assert new.archive.read(archive).is_new
        assert new.verify() == []
        assert written(new) == archive.read_bytes()
        assert not new.archive.read(archive).is_new
        assert new.history() == desk.history()
        assert new.claims.get(1) == desk.claims.get(1)
        assert new.sources.add("A number that was taken back is not given again") == 3


def test_an_archive_is_not_tried_out(archive: Path, tmp_path: Path) -> None:
    with open_desk(tmp_path / "new.db") as new:
        with pytest.raises(InvalidInputError, match="not tried out"):
            new.archive.read(archive, dry_run=True)
        assert not new.claims.ids()


def test_what_people_decided_is_there_again(desk: Desk, tmp_path: Path) -> None:
    _worked_on(desk)
    (tmp_path / "desk.wbz").write_bytes(written(desk))
    with open_desk(tmp_path / "new.db") as new:
        new.archive.read(tmp_path / "desk.wbz")
        assert new.verify() == []
        assert written(new) == written(desk)
        for each in (desk, new):  # not what the archive says of itself, but what a person is shown
            assert [(one.name, one.role) for one in each.people.list()] == [("Amal", Role.EDITOR)]
            assert each.filters.all() == {"كبير": "figure:>2000"}
            assert not each.gate.policy().snapshot
            decided = {match.decision for claim in (1, 2) for match in each.matches.of(claim)}
            assert decided >= {"confirmed", "rejected"}
        for claim in desk.claims.ids():
            assert new.claims.get(claim) == desk.claims.get(claim)
            assert new.links.of(claim) == desk.links.of(claim)
            assert new.steps.of(claim) == desk.steps.of(claim)
            assert new.gate.check(claim) == desk.gate.check(claim)
        families = [[family.claims for family in each.families.all()] for each in (desk, new)]
        assert families[0] == families[1] != []
        assert new.radar.all() == desk.radar.all() != []
        assert desk.undo() == new.undo()


def _worked_on(desk: Desk) -> None:
    """A desk with something of everything that people decide."""
    desk.people.set("Amal", Role.EDITOR, why="founder")
    desk.filters.save("كبير", "figure:>2000")
    desk.gate.set_policy(
        msgspec.structs.replace(desk.gate.policy(), snapshot=False), why="print only"
    )
    desk.articles.add(article(TEXT))
    desk.articles.add(article(f"{TEXT}\nAnother thing"))
    desk.articles.add(article(LATER))
    first, second = desk.claims.ids()[:2]
    same = next(match for match in desk.matches.of(first) if match.relation == "same")
    desk.matches.confirm(same.id)
    desk.matches.reject(desk.matches.of(second)[0].id, "Other talks")
    desk.links.add(first, LinkKind.ATTRIBUTION_OF, second, note="in the briefing")
    desk.steps.add(first, StepKind.SNAPSHOT, "Printed only", left=True)
    for claim, rating in ((first, "true"), (same.claim_id + same.other_id - first, "false")):
        desk.evidence.link(claim, desk.sources.add("Statement"), Stance.SUPPORTS)
        desk.verdicts.set(claim, rating, "It says so.")
    version = desk.claims.get(first).version
    desk.claims.set_state(first, ClaimState.PUBLISHED, version=version, override="urgent")


def test_a_desk_with_something_on_file_is_left_as_it_is(
    desk: Desk, archive: Path, tmp_path: Path
) -> None:
    desk.sources.add("Later")
    before = written(desk)
    with pytest.raises(InvalidInputError, match="not empty"):
        desk.archive.read(archive)
    assert written(desk) == before


def _drop(name: str) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__delitem__(name)


def _add(name: str, data: bytes = b"x") -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.__setitem__(name, data)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_drop("manifest.json"), "no archive"),
        (_add("manifest.json", b"{"), "manifest.json: "),
        (_add("../../evil"), r"\.\./\.\./evil: no part"),
        (_add("tables/../x.jsonl"), "no part"),
        (_add("/etc/passwd"), "no part"),
        (_add("tables/more.jsonl"), r"tables/more\.jsonl: is not in the manifest"),
        (_add("tables/claim.jsonl", b"0" * 30_000_000), "suspicious few"),
        (_drop("tables/claim.jsonl"), "is not in the archive"),
        (_add("tables/claim.jsonl"), r"tables/claim\.jsonl: was altered"),
        (agreed("tables/claim.jsonl", b"2,500", b"2,600"), "claim 1 original is not what"),
        (agreed("tables/event.jsonl", b"article added", b"article taken"), "journal entry"),
        (agreed("tables/event.jsonl", b"[1,", b"[2,"), r"event\.jsonl: "),
        (agreed("tables/claim.jsonl", b"[1,", b"[1.5,"), r"claim\.jsonl, line 2: is no row"),
        (agreed("tables/claim.jsonl", b'"uid"', b'"uidx"'), "newer Workbench"),
        (agreed("tables/claim.jsonl", b"\n", b"\n[[[["), r"claim\.jsonl, line 2: is not JSON"),
        (agreed("tables/verdict.jsonl", b"[1,", b"[1,[],"), r"verdict\.jsonl, line 2: is no row"),
    ],
)
def test_what_is_not_as_it_was_written_is_refused_and_nothing_written(
    archive: Path, tmp_path: Path, change: Callable[[dict[str, bytes]], None], told: str
) -> None:
    repacked(archive, change)
    with open_desk(tmp_path / "new.db") as new:
        empty = written(new)
        with pytest.raises(InvalidInputError, match=told):
            new.archive.read(archive)
        assert written(new) == empty


@pytest.mark.parametrize("keep", [0, 10, 0.5, 0.99])
def test_a_file_that_is_cut_off_is_refused(archive: Path, tmp_path: Path, keep: float) -> None:
    data = archive.read_bytes()
    archive.write_bytes(data[: int(keep if keep > 1 else keep * len(data))])
    with open_desk(tmp_path / "new.db") as new, pytest.raises(InvalidInputError, match="sound"):
        new.archive.read(archive)
