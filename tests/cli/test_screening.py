"""`match` on many documents: in parallel, in their order, filing nothing, stopped cleanly."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from pathlib import Path

from tests.cli.conftest import Program
from tests.cli.real import PROGRAM, Real

TROOPS = "The ministry said on Monday that 3,500 troops left the base in Basra."
OTHER = "The museum opens its new wing in spring."


def _line(number: int) -> str:
    return json.dumps({"id": f"d{number}", "text": OTHER if number % 2 else TROOPS})


def test_stream_is_screened_in_processes_and_told_in_its_order(filled: Real) -> None:
    before = (filled.folder / "claims.db").read_bytes()
    stream = "\n".join([*map(_line, range(12)), "", '{"no": "text"}'])
    done = filled("match", "--lines", "-", "--json", "--jobs", "2", stdin=stream.encode())
    rows = [json.loads(line) for line in done.out.decode().splitlines()]
    assert [row["document"] for row in rows] == [*(f"d{n}" for n in range(12)), "line 14"]
    found = [row["document"] for row in rows if any(claim["found"] for claim in row["claims"])]
    assert found == [f"d{n}" for n in range(0, 12, 2)]
    assert "text" in rows[-1]["error"]
    assert "6 of 13 documents" in done.err
    assert done.code == 1
    assert (filled.folder / "claims.db").read_bytes() == before


def test_folder_is_screened_file_by_file(program: Program, tmp_path: Path) -> None:
    program("add", "-", stdin=TROOPS.encode())
    folder = tmp_path / "incoming"
    (folder / "deeper").mkdir(parents=True)
    (folder / "b.txt").write_text(OTHER)
    (folder / "deeper" / "a.txt").write_text(TROOPS)
    (folder / ".hidden.txt").write_text(TROOPS)
    done = program("match", folder)
    assert done.code == 1
    assert "deeper/a.txt: 1 of 1" in done.out
    assert "hidden" not in done.out
    (folder / "deeper" / "a.txt").write_text(OTHER)
    assert program("match", folder).code == 0


def test_stopped_by_ctrl_c_it_leaves_nothing_behind(filled: Real) -> None:
    stream = filled.folder / "many.jsonl"
    stream.write_text("\n".join(_line(n) for n in range(20_000)))
    with subprocess.Popen(
        [*PROGRAM, "match", stream, "--json", "--jobs", "2"],
        cwd=filled.folder,
        env=filled.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        process_group=0,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_tune_proposes_and_sets_only_when_told(program: Program) -> None:
    program("add", "-", stdin=TROOPS.encode())
    program("add", "-", stdin=TROOPS.replace("left", "entered").encode())
    program("matches", "confirm", 1)
    done = program("tune")
    assert done.code == 0
    assert "confirmed" in done.out
    assert "related 0" in done.err
    assert "related 0.4" in program("tune", "--threshold", "related=0.4", "--why", "tried").err
    assert "thresholds" in program("history").out
    assert program("tune", "--threshold", "same=0.4").code == 2
