"""What a claim says, and where it stands, put right from the command line."""

from __future__ import annotations

import json

from tests.cli.conftest import Program
from tests.cli.test_commands import ENGLISH, add, claim_saying


def test_a_facet_is_listed_corrected_and_taken_away(program: Program) -> None:
    add(program, ENGLISH)
    claim = claim_saying(program, "2,500")
    before = program("facet", "list", claim).out
    number = next(line.split()[0] for line in before.splitlines() if "2,500" in line)
    set_ = ("facet", "set", claim, "quantity", "figure=2400..2600", "words=2,500")
    done = program(*set_, "--instead", number, "--why", "rounded")
    assert done.code == 0, done.err
    after = program("facet", "list", claim).out
    assert "between 2,400–2,600" in after
    assert program("facet", "remove", claim, number).code == 0
    assert "2,400" not in program("facet", "list", claim).out
    assert program("facet", "remove", claim, 99).code == 1
    wrong = program("facet", "set", claim, "quantity", "figure=lots")
    assert wrong.code == 1
    assert "'lots' is no figure" in wrong.err
    assert program("verify").code == 0


def test_a_claim_is_moved(program: Program) -> None:
    add(program, ENGLISH)
    claim = claim_saying(program, "2,500")
    place = json.loads(program("show", claim, "--json").out)["appearances"][0]
    segment = place["segments"][0]
    start, end = segment["start"], segment["end"]
    done = program("claim", "move", claim, f"{start}:{end - 2}")
    assert done.code == 0, done.err
    view = json.loads(program("show", claim, "--json").out)
    assert view["appearances"][0]["segments"] == [{"start": start, "end": end - 2}]
    assert program("claim", "move", claim, "7").code == 2
