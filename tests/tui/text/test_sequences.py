"""Keys that come in pieces are whole keys or nothing, never the letters that they are spelt by."""

from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from workbench.tui.text.sequences import REST, SPENT, Sequences

PATIENCE = 0.1
ALT = "\x1b\x1b"
KEYS = sorted(key for key in ANSI_SEQUENCES_KEYS if key[0] == "\x1b" and key not in ("\x1b", ALT))
"""All keys that are more than a letter."""
ANSWERS = ["\x1bP>|XTerm(379)\x1b\\", "\x1b[?64;1c", "\x1b[?2026;2$y"]
OTHERS = ["\x1b[<0;10;5M", "\x1b[M !!", "\x1b[97;5u", "\x1b[48;24;80;384;640t"]


def sequences() -> Sequences:
    return Sequences(ANSI_SEQUENCES_KEYS.__contains__, PATIENCE)


def sent(*parts: str, pause: float = 0.0) -> list[str]:
    """What becomes of parts that come one after another, and of what was held at the end."""
    found, now, pieces = [], 0.0, sequences()
    for part in parts:
        found += pieces.feed(part, now)
        now += pause
        found += pieces.tick(now)
    return [*found, *pieces.tick(now + REST)]


def test_every_key_is_whole_wherever_a_busy_machine_parts_it() -> None:
    for key in [*KEYS, *ANSWERS, *OTHERS]:
        whole = ["\x1b", key[1:]] if key.startswith(ALT) else [key]
        assert sent(f"{key}j") == [*whole, "j"]
        assert sent(*key, "j") == [*whole, "j"]
        for at in range(1, len(key)):
            assert sent(key[:at], key[at:], "j", pause=PATIENCE / 2) == [*whole, "j"]


def test_behind_a_long_pause_the_rest_of_a_key_is_no_letters() -> None:
    for key in (key for key in KEYS if key[1] in "[O"):
        assert sent("\x1b", key[1:], "j", pause=PATIENCE) == ["\x1b", "j"]
        assert sent(*key, "j", pause=SPENT / 2) == ["\x1b", "j"]
        if len(key) > 2:
            assert sent(key[:2], key[2:], "j", pause=REST / 2) == [key, "j"]


@given(st.text("\x1b[OP>|AQMu~;1j\\ن\r", max_size=12), st.data())
def test_nothing_typed_depends_on_where_it_is_parted(text, data):
    parts, rest = [], text
    while rest:
        size = data.draw(st.integers(1, len(rest)))
        parts.append(rest[:size])
        rest = rest[size:]
    assert "".join(sent(*parts)) == "".join(sent(text))


def test_an_escape_alone_is_a_key_and_what_is_typed_then_is_typed():
    pieces = sequences()
    assert list(pieces.feed("\x1b", 0.0)) == []
    assert list(pieces.tick(PATIENCE / 2)) == []
    assert list(pieces.tick(PATIENCE)) == ["\x1b"]
    assert list(pieces.feed("Q", 0.2)) == ["Q"]
    assert sent("\x1b", "[", pause=PATIENCE) == ["\x1b", "["]
    assert sent("\x1b", "[", "\r", pause=PATIENCE) == ["\x1b", "[", "\r"]
    assert sent("\x1b", "O", pause=SPENT) == ["\x1b", "O"]
    assert sent("\x1b", "\x1b", pause=PATIENCE / 2) == ["\x1b", "\x1b"]


def test_what_never_becomes_whole_is_dropped_and_holds_nothing_up():
    assert sent("\x1b[1;", pause=REST) == []
    assert sent("\x1b[1;", "\x1b[A", "j") == ["\x1b[A", "j"]
    assert sent("\x1b[", "\r") == ["\r"]
    assert sent("\x1bO", "j", pause=REST) == ["j"]
    assert sent("\x1bPa") == ["\x1bP", "a"]


def test_a_paste_is_one_whatever_stands_in_it():
    paste = "\x1b[200~one\x1b[A two\x1bO"
    assert sent(f"{paste}\x1b[201~j") == [paste, "j"]
    assert sent(*paste, "\x1b[2", "01~", "j", pause=SPENT / 2) == ["\x1b", paste, "j"]
    assert sent(paste, "three", "\x1b[201~", pause=REST) == [f"{paste}three"]
