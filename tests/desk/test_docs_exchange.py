"""What the documentation shows of scripts is run here as it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from workbench.desk import Desk

PAGE = Path(__file__).parents[2] / "docs" / "exchange.md"


def test_the_script_of_the_documentation_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (script,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    review = {
        "@type": "ClaimReview",
        "url": "https://checks.example/dam",
        "claimReviewed": "The dam broke",
        "reviewRating": {"alternateName": "Wobbly"},
    }
    monkeypatch.chdir(tmp_path)
    Path("feed.json").write_text(json.dumps({"@graph": [review]}), encoding="utf-8")
    exec(compile(script, str(PAGE), "exec"), {})
    assert "Wobbly" in capsys.readouterr().out
    written = json.loads(Path("verdicts.jsonld").read_text(encoding="utf-8"))
    assert written["@graph"] == [review]
    with Desk.open("claims.db", actor="reader") as desk:
        assert desk.waiting() == 0


def test_a_desk_made_without_opening_says_how() -> None:
    with pytest.raises(TypeError, match=r"Desk\.open\(path, actor=who\)"):
        Desk("claims.db")  # type: ignore[arg-type]
