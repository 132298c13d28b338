"""Bytes that leave a real program on a real pty: none of them comes from a text."""

import re
import signal
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.tui.text.terminals import DA1, Terminal

APP = "tests/tui/text/hostile_app.py"
VTE = {DA1: b"\x1bP>|VTE(7003)\x1b\\\x1b[?8;1$y\x1b[?65;1;9c"}
XTERM = {DA1: b"\x1bP>|XTerm(379)\x1b\\\x1b[?8;0$y\x1b[?64;1c"}
TMUX = {DA1: b"\x1bP>|tmux 3.4\x1b\\\x1b[?1;2;4c"}
SILENT: dict[bytes, bytes] = {}
ALT_SCREEN, MAIN_SCREEN = b"\x1b[?1049h", b"\x1b[?1049l"
BIDI_OFF, BIDI_ON = b"\x1b[8l", b"\x1b[8h"
READY = b"ready-now"

_SEQUENCE = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI
    "|\x1b\\][^\x07\x1b]*(?:\x07|\x1b\\\\)"  # OSC
    "|\x1b[P_^][^\x1b]*\x1b\\\\"  # DCS, APC, PM
    "|\x1b[ -/]*[0-~]"
)


@contextmanager
def running(answers: dict[bytes, bytes], mode: str = "auto", **environment: str):
    terminal = Terminal(APP, mode, answers=answers, **environment)
    try:
        terminal.wait_for(READY)
        yield terminal
    finally:
        terminal.close()


def sequences(raw: bytes) -> Iterator[str]:
    return (found[0] for found in _SEQUENCE.finditer(raw.decode()))


def steering(raw: bytes, allowed: str = "") -> set[str]:
    """Characters outside escape sequences that a terminal would act on."""
    text = _SEQUENCE.sub("", raw.decode())
    return {
        character
        for character in set(text)
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        and character not in "\r\n" + allowed
    }


def assert_clean(raw: bytes, allowed: str = "") -> None:
    assert b"7777" in raw  # the texts were drawn
    assert b"gnp.exe" in raw
    assert [found for found in sequences(raw) if "7777" in found or "aGFja2Vk" in found] == []
    assert steering(raw, allowed) == set()


def test_nothing_of_a_hostile_text_steers_and_every_ending_is_clean():
    with running(XTERM) as terminal:
        shown = "\n".join(terminal.rows())
        assert "ﻝﺎﻗ" in shown
        assert "[@click=app.quit]x" in shown
        terminal.send(b"\t\x1b[F\x1b[H\x1b[1;2C\x1b[6~\t\t\t")
        terminal.read(0.3)
        terminal.send(b"\x1bOQ")
        assert terminal.wait() == 0
        assert_clean(terminal.raw)
        last_words = terminal.raw.split(MAIN_SCREEN)[1]
        assert b"gnp.exe" in last_words


def test_a_crash_that_quotes_the_text_is_clean_and_restores():
    with running(VTE) as terminal:
        terminal.send(b"\x1bOR")
        assert terminal.wait() == 1
        last_words = terminal.raw.split(MAIN_SCREEN)[1]
        assert b"RuntimeError" in last_words
        assert_clean(last_words)
        assert_clean(terminal.raw, allowed="\x07")  # Textual rings the bell
        assert terminal.raw.count(BIDI_OFF) == terminal.raw.count(BIDI_ON) == 1


def test_ordering_is_silenced_before_the_first_row_and_given_back():
    with running(VTE) as terminal:
        assert BIDI_OFF in terminal.raw.split(ALT_SCREEN)[0]
        assert BIDI_ON not in terminal.raw
        terminal.send(b"\x1bOQ")
        terminal.wait()
        assert terminal.raw.count(BIDI_ON) == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_restores_the_terminal(number, code):
    with running(VTE) as terminal:
        terminal.signal(number)
        assert terminal.wait() == code
        assert terminal.raw.count(BIDI_ON) == 1
        assert MAIN_SCREEN in terminal.raw


def test_suspending_gives_the_terminal_back_and_resuming_takes_it_again():
    with running(VTE) as terminal:
        terminal.send(b"\x1a")
        assert terminal.is_stopped()
        assert terminal.raw.count(BIDI_ON) == 1
        assert MAIN_SCREEN in terminal.raw
        stopped = len(terminal.raw)
        terminal.signal(signal.SIGCONT)
        terminal.wait_for(BIDI_OFF + ALT_SCREEN)  # never answered a second time: not asked again
        assert terminal.raw.count(DA1) == 1
        terminal.wait_for(b"ready-now", since=stopped)  # all is painted again
        terminal.send(b"\x1bOQ")
        assert terminal.wait() == 0
        assert terminal.raw.count(BIDI_OFF) == terminal.raw.count(BIDI_ON) == 2


def test_a_multiplexer_gets_a_mark_after_each_arabic_cell():
    with running(TMUX) as terminal:
        assert "ﻝ\u200eﺎ\u200eﻗ\u200e".encode() in terminal.raw
        assert BIDI_OFF not in terminal.raw
        assert_clean(terminal.raw, allowed="\u200e")


def test_a_terminal_that_never_answers_is_not_waited_for():
    with running(SILENT) as terminal:
        assert BIDI_OFF in terminal.raw
        assert "ﻝﺎﻗ" in "\n".join(terminal.rows())
        started = time.monotonic()
        terminal.send(b"\x1bOQ")
        assert terminal.wait() == 0
        assert time.monotonic() - started < 3


def test_an_escape_alone_is_a_key_at_once_though_the_terminal_never_answers():
    with running(SILENT) as terminal:
        terminal.send(b"\x1b")
        terminal.wait_for(b"escaped-now", seconds=3)  # nothing was typed after it


def test_keys_typed_while_the_terminal_is_asked_are_not_lost():
    terminal = Terminal(APP, "auto", answers={DA1: b"\x1bOQ" + XTERM[DA1]})
    try:
        assert terminal.wait() == 0
    finally:
        terminal.close()


def test_a_late_answer_of_a_far_terminal_is_not_typing():
    terminal = Terminal(APP, "auto", answers={DA1: b"no\x1bOQ" + TMUX[DA1]}, delay=0.6)
    try:
        assert terminal.wait() == 0  # F2 before the answer was a key
    finally:
        terminal.close()
    terminal = Terminal(APP, "auto", answers=VTE, delay=0.6)
    try:
        terminal.wait_for(READY)
        terminal.read(0.3)
        assert "VTE(7003)" not in "\n".join(terminal.rows())
        terminal.send(b"\x1bOQ")
        assert terminal.wait() == 0
        assert terminal.raw.count(BIDI_ON) == 1  # what it said was still learnt
    finally:
        terminal.close()


def test_a_multiplexer_that_answers_late_gets_its_marks_then():
    terminal = Terminal(APP, "auto", answers=TMUX, delay=0.6)
    try:
        terminal.wait_for("ﻝ\u200eﺎ\u200eﻗ\u200e".encode())
    finally:
        terminal.close()


def test_left_to_the_terminal_the_text_is_logical_and_still_harmless():
    with running(VTE, "terminal") as terminal:
        assert "قال".encode() in terminal.raw
        assert BIDI_OFF not in terminal.raw
        assert_clean(terminal.raw)
