"""Every screen of the real desk, driven by keys through a real pty over hostile records."""

import os
import signal
import time
from pathlib import Path

from tests.tui.text.terminals import Terminal
from tests.tui.text.test_pty import XTERM, assert_clean

ESCAPE, ENTER, PAGE_DOWN, QUIT = b"\x1b[27u", b"\r", b"\x1b[6~", b"\x11"
"""Escape as newer terminals write it: a busy desk takes an old one and what follows for one key."""
END, F2 = b"\x1b[F", b"\x1bOQ"
PAUSE = 0.3
"""Seconds after which an escape was taken for the key."""
PANES = [b"0", b"1", b"2", b"3", b"4", b"5"]
DIALOGS = [b"r", b"c", b"x", b"a", b"v", b"d", b"A", b"R"]
TOUR = [
    ENTER,
    *PANES,
    b"j",
    b"2",
    b"j",
    *[key for dialog in DIALOGS for key in (dialog, ESCAPE)],
    *[b"/", b"gnp", ENTER, ESCAPE, b" ", b"j", b" ", b"m", ESCAPE, b"U"],
    *[b"C", PAGE_DOWN, b"G", b"y", b"H"],
    *[b"M", b"j", b"c", b"u", ENTER, ESCAPE, b"H"],
    *[b"S", b"j", b"e", ESCAPE, b"a", ESCAPE, b"H"],
    *[b":", b"gnp", ESCAPE, ESCAPE, b"u"],  # the first may only close the list of the palette
]
HOME, CLAIMS = b"What needs you", b"newest first"
NEWER = [
    (b"W", b"What cannot all be right"),
    (b"jH", HOME),
    (b"B", b"Claims confirmed to say the same"),
    (b"jH", HOME),
    (b"I", b"Import records"),
    (ESCAPE, HOME),
    (b"P", b"Gate and people"),
    (b"+", b"List somebody"),
    (ESCAPE, b"List somebody"),
    (b"S", b"Sources"),
    (b"t", b"Next quote"),
    (ESCAPE, b"Sources"),
    (b"C", CLAIMS),
    (b"G6", b"The claim says"),
    (b"jje", b"Correct: "),
    (ESCAPE, CLAIMS),
    (b"i", b"Your review of the verdict"),
    (ESCAPE, CLAIMS),
    (b"t", b"How far is the work?"),
    (END + ENTER, b"Publish the claim"),
    (ESCAPE, CLAIMS),
    (b"R", b"Other language"),
    (ESCAPE, CLAIMS),
    (F2, b"/8"),
    (F2, CLAIMS),
]
"""Keys, and our own words that show that they led there."""


def settle(terminal: Terminal, quiet: float = 0.15) -> None:
    """Read until nothing more comes, for longer on a busy machine; a spinner may go on for ever."""
    quiet *= min(10, max(1, os.getloadavg()[0] / (os.cpu_count() or 1)))
    deadline, seen = time.monotonic() + 1 + 3 * quiet, -1
    while seen != len(terminal.raw) and time.monotonic() < deadline:
        seen = len(terminal.raw)
        terminal.read(quiet)


def press(terminal: Terminal, keys: bytes, told: bytes = b"") -> None:
    """Send keys and read what they draw, to ``told`` at least."""
    before = len(terminal.raw)
    terminal.send(keys)
    if told:
        terminal.wait_for(told, since=before)
    else:
        terminal.read(0.3)
    settle(terminal, 0.05)


def test_no_screen_lets_a_text_steer():
    terminal = Terminal("tests/tui/text/hostile_desk.py", "auto", answers=XTERM)
    try:
        terminal.wait_for(b"Matches", seconds=40)
        settle(terminal)
        for key in TOUR:
            press(terminal, key)
        for keys, told in NEWER:
            press(terminal, keys, told)
        assert b"Traceback" not in terminal.raw
        press(terminal, ESCAPE)
        terminal.send(QUIT)
        assert terminal.wait() == 0
        assert_clean(terminal.raw, allowed="\x07")  # the desk may ring the bell
    finally:
        terminal.close()


def in_pieces(terminal: Terminal, *pieces: bytes) -> None:
    """Send a key as a slow line hands it on."""
    for piece in pieces:
        terminal.send(piece)
        terminal.read(0)
        time.sleep(PAUSE)
    settle(terminal)


def test_a_key_in_pieces_is_no_other_and_a_terminated_desk_tells_its_caller():
    terminal = Terminal("tests/tui/text/hostile_desk.py", "auto", answers=XTERM)
    try:
        terminal.wait_for(b"Matches", seconds=40)
        settle(terminal)
        in_pieces(terminal, b"\x1b", b"O", b"Q")  # neither quits
        in_pieces(terminal, b"\x1b", b"[", b"A")  # nor opens a dialog
        in_pieces(terminal, b"\x1b[<0;9", b"9;9M")
        before = len(terminal.raw)
        in_pieces(terminal, b"\x1bO", b"Q")
        terminal.wait_for(b"/8", since=before)
        assert b"Add an article" not in "".join(terminal.rows()).encode().split(b"Enter Open")[0]
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert b"\x1b[?1049l" in terminal.raw
    finally:
        terminal.close()


def test_an_editor_that_cannot_be_started_leaves_the_desk_as_it_was(tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    terminal = Terminal(
        "tests/tui/text/hostile_desk.py", "auto", answers=XTERM, VISUAL=str(editor), EDITOR="ed"
    )
    try:
        terminal.wait_for(b"Matches", seconds=40)
        settle(terminal)
        press(terminal, b"C", CLAIMS)
        press(terminal, b"e", b"the editor could not be used")
        editor.write_text('#!/bin/sh\ntrap : INT\nkill -INT 0\necho "Reworded there." > "$1"\n')
        editor.chmod(0o755)
        press(terminal, b"e", b"Reworded there")
        terminal.send(QUIT)
        assert terminal.wait() == 0
    finally:
        terminal.close()
