"""Which terminal is which, from what it answers and, failing that, from the environment."""

import pytest

from workbench.tui.text.terminal import Answers, detect, is_answer, is_complete, parse, plan

VTE = Answers("VTE(7003)", 1)
XTERM = Answers("XTerm(379)", 0)
KONSOLE = Answers("Konsole 22.12.3", 0)


@pytest.mark.parametrize(
    ("answers", "environment", "enter", "leave", "dialect"),
    [
        (Answers("", 1), {}, "\x1b[8l", "\x1b[8h", "plain"),
        (Answers("", 2), {}, "\x1b[8l", "\x1b[8h", "plain"),
        (VTE, {"TERM": "xterm-256color"}, "\x1b[8l", "\x1b[8h", "plain"),
        (XTERM, {}, "\x1b[8l", "", "plain"),
        (Answers(), {"TERM": "xterm"}, "\x1b[8l", "", "plain"),
        (
            KONSOLE,
            {},
            "\x1b]50;BidiRenderingEnabled=false\x07",
            "\x1b]50;BidiRenderingEnabled=true\x07",
            "plain",
        ),
        (
            Answers("mlterm(3.9.2)"),
            {},
            "\x1b]5379;use_ctl=false\x07",
            "\x1b]5379;use_ctl=true\x07",
            "plain",
        ),
        (Answers("tmux 3.3a"), {}, "", "", "marked"),
        (Answers(), {"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "screen"}, "", "", "marked"),
        (Answers(), {"STY": "12.pts"}, "", "", "marked"),
        (Answers("kitty(0.26.5)"), {}, "", "", "words"),
        (Answers(), {"KITTY_WINDOW_ID": "1"}, "", "", "words"),
        (Answers(), {"VTE_VERSION": "7003"}, "\x1b[8l", "\x1b[8h", "plain"),
    ],
)
def test_each_terminal_is_told_its_own_way(answers, environment, enter, leave, dialect):
    found = detect(answers, environment)
    assert (found.enter, found.leave, found.dialect) == (enter, leave, dialect)
    assert found.order == "visual"


def test_an_answer_outweighs_an_inherited_environment():
    inherited = {"KONSOLE_VERSION": "221203", "VTE_VERSION": "7003", "TERM": "xterm-256color"}
    assert detect(XTERM, inherited).enter == "\x1b[8l"
    assert detect(KONSOLE, {"VTE_VERSION": "7003"}).enter.startswith("\x1b]50;Bidi")
    assert detect(Answers("", 1), {"KONSOLE_VERSION": "221203"}).enter == "\x1b[8l"
    assert detect(XTERM, {"TMUX": "/tmp/x,1,0"}).dialect == "plain"


def test_a_font_is_never_set_by_mistake():
    for answers in (XTERM, Answers(), Answers("foot(1.13)"), Answers("tmux 3.4")):
        assert "]50;" not in detect(answers, {}).enter


def test_apples_terminal_gets_logical_text():
    found = detect(Answers(), {"TERM_PROGRAM": "Apple_Terminal"})
    assert (found.order, found.dialect) == ("logical", "isolates")
    assert plan("app", Answers(), {"TERM_PROGRAM": "Apple_Terminal"}).order == "visual"


@pytest.mark.parametrize("mode", ["terminal", "off"])
@pytest.mark.parametrize("answers", [VTE, XTERM, KONSOLE])
def test_left_alone_a_terminal_is_told_nothing(mode, answers):
    found = plan(mode, answers, {})
    assert (found.order, found.enter, found.leave) == ("logical", "", "")


def test_app_mode_silences_as_auto_does():
    assert plan("app", KONSOLE, {}) == plan("auto", KONSOLE, {})


def test_answers_are_told_from_what_was_typed():
    received = b"a\x1bP>|VTE(7003)\x1b\\b\x1b[?8;1$yc\x1b[?65;1;9cd\xd9\x86"
    assert is_complete(received)
    assert not is_complete(received[:-10])
    assert parse(received) == (Answers("VTE(7003)", 1), b"abcd\xd9\x86")
    assert is_answer("\x1bP>|VTE(7003)\x1b\\")
    assert not is_answer("\x1b[A")


def test_a_terminal_that_says_nothing_leaves_typing_as_it_is():
    assert parse(b"\x1b[Aq") == (Answers(), b"\x1b[Aq")


def test_a_hostile_version_is_harmless():
    answers, _ = parse(b"\x1bP>|\xff\x00;rm\x1b\\\x1b[?1c")
    assert detect(answers, {}).enter == "\x1b[8l"
