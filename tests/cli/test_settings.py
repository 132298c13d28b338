"""Settings that cannot be taken are told at the start, whatever the command."""

from __future__ import annotations

import pytest

from workbench.errors import InvalidInputError
from workbench.settings import Settings


def test_a_language_without_words_is_refused(monkeypatch, tmp_path):
    monkeypatch.setenv("WORKBENCH_LANGUAGE", "xx")
    with pytest.raises(InvalidInputError, match="'xx'") as refused:
        Settings.load(tmp_path / "none.toml")
    assert "ar, en" in refused.value.hint


def test_a_language_of_the_file_is_taken(monkeypatch, tmp_path):
    monkeypatch.delenv("WORKBENCH_LANGUAGE", raising=False)
    (tmp_path / "config.toml").write_text('language = "ar"\n')
    assert Settings.load(tmp_path / "config.toml").language == "ar"


@pytest.mark.parametrize(
    ("set_to", "language"),
    [({"LANG": "ar_IQ.UTF-8"}, "ar"), ({"LANG": "ar_IQ.UTF-8", "LC_ALL": "C"}, "en"), ({}, "en")],
)
def test_without_one_the_system_s_language_is_spoken(monkeypatch, tmp_path, set_to, language):
    for name in ("WORKBENCH_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in set_to.items():
        monkeypatch.setenv(name, value)
    assert Settings.load(tmp_path / "none.toml").language == language
