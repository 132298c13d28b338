"""Every screen of the real desk, driven by keys through a real pty over hostile records."""

import signal
from contextlib import suppress

from tests.tui.text.terminals import Terminal
from tests.tui.text.test_pty import XTERM, assert_clean

ESCAPE, ENTER, PAGE_DOWN, QUIT = b"\x1b", b"\r", b"\x1b[6~", b"\x11"
PANES = [b"0", b"1", b"2", b"3", b"4", b"5"]
DIALOGS = [b"r", b"c", b"x", b"a", b"v", b"d", b"t", b"+", b"T", b"?", b"A", b"R"]
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
    *[b":", b"gnp", ESCAPE, b"u"],
]


def settle(terminal: Terminal) -> None:
    """Read until nothing more comes; a spinner may go on for ever."""
    seen = -1
    for _ in range(6):
        if seen == len(terminal.raw):
            return
        seen = len(terminal.raw)
        terminal.read(0.15)  # longer than an escape waits for what may follow it


def test_no_screen_lets_a_text_steer():
    terminal = Terminal("tests/tui/text/hostile_desk.py", "auto", answers=XTERM)
    try:
        terminal.wait_for(b"Matches", seconds=40)
        settle(terminal)
        for key in TOUR:
            terminal.send(key)
            settle(terminal)
            assert b"Traceback" not in terminal.raw, key
        for key in (ESCAPE, ESCAPE, QUIT):
            terminal.send(key)
            settle(terminal)
        with suppress(OSError):  # A busy desk takes Esc and the key behind it for one: once more.
            terminal.send(QUIT)
        assert terminal.wait() == 0
        assert_clean(terminal.raw, allowed="\x07")  # the desk may ring the bell
    finally:
        terminal.close()


def test_a_terminated_desk_tells_its_caller():
    terminal = Terminal("tests/tui/text/hostile_desk.py", "auto", answers=XTERM)
    try:
        terminal.wait_for(b"Matches", seconds=40)
        settle(terminal)
        terminal.signal(signal.SIGTERM)
        assert terminal.wait() == 128 + signal.SIGTERM
        assert b"\x1b[?1049l" in terminal.raw
    finally:
        terminal.close()
