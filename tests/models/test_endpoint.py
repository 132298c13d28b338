"""Whatever the server does, the answer is a reply or an error that says what to do, in time."""

from __future__ import annotations

import logging
import threading
import time
from typing import Any

import pytest

from tests.models.conftest import Behaviour, ChatServer, Handler, chat, says
from workbench.errors import WorkbenchError
from workbench.models.endpoint import MAX_BYTES, Endpoint
from workbench.models.types import ModelError
from workbench.splitting.rules import SplittingCancelledError

BODY: dict[str, object] = {"model": "test", "messages": []}
KEY = "sk-very-secret-0123456789"


def ask(server: ChatServer, **values: Any) -> str:
    return Endpoint(server.settings(**values), pause=0.01).ask(BODY).text


def status(code: int, **headers: str) -> Behaviour:
    return lambda handler: handler.answer(b"{}", status=code, **headers)


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b" ")


def drip_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b"a")


def endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.end_headers()
    while not handler.server.over.is_set():
        handler.wfile.write(b" " * 65_536)


def huge(handler: Handler) -> None:
    handler.answer(b" " * (MAX_BYTES + 1))


def silent(handler: Handler) -> None:
    handler.server.over.wait(20)


def broken_off(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def test_a_good_answer(server: ChatServer) -> None:
    server.does(says("hello"))
    assert ask(server) == "hello"
    path, headers, body = server.asked[0]
    assert path == "/v1/chat/completions"
    assert body == BODY
    assert "Authorization" not in headers


def test_failures_then_success(server: ChatServer) -> None:
    server.does(status(500), status(503), says("hello"))
    assert ask(server, retries=2) == "hello"
    assert len(server.asked) == 3


def test_an_answer_that_breaks_off_is_asked_for_again(server: ChatServer) -> None:
    server.does(broken_off, says("hello"))
    assert ask(server) == "hello"


def test_failures_without_end(server: ChatServer) -> None:
    server.does(status(500))
    with pytest.raises(ModelError, match="answers 500"):
        ask(server, retries=1)
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("behaviour", "message"),
    [
        (status(401), "does not accept the key"),
        (status(403), "does not accept the key"),
        (status(404), "no model 'test'"),
        (status(400), "answers 400"),
        (status(302, Location="http://127.0.0.1:1/v1"), "redirects elsewhere"),
        (status(307, Location="file:///etc/passwd"), "redirects elsewhere"),
        (status(429, Retry_After="86400"), "asks to wait 86400 s"),
        (lambda h: h.answer(chat("hi"), kind="text/html"), "answers with text/html"),
        (lambda h: h.answer(b"<html>"), "does not answer as a chat endpoint"),
        (lambda h: h.answer(b"\xff\xfe"), "does not answer as a chat endpoint"),
        (lambda h: h.answer(b"[" * 100_000), "does not answer as a chat endpoint"),
        (lambda h: h.answer(b'{"choices": []}'), "no choice"),
        (lambda h: h.answer(b'{"choices": [{"message": {"content": 7}}]}'), "not answer as a chat"),
        (huge, "sends more than 2 MB"),
        (endless, "sends more than 2 MB"),
    ],
)
def test_what_is_not_tried_again(server: ChatServer, behaviour: Behaviour, message: str) -> None:
    server.does(behaviour, says("hello"))
    with pytest.raises(ModelError, match=message) as caught:
        ask(server, retries=3)
    assert caught.value.hint
    assert len(server.asked) == 1


def test_a_redirect_takes_the_key_nowhere(
    server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_MODEL_KEY", KEY)
    other = f"{server.url}/elsewhere"
    server.does(status(307, Location=other), says("hello"))
    with pytest.raises(ModelError):
        ask(server)
    assert [path for path, _, _ in server.asked] == ["/v1/chat/completions"]


def test_too_many_questions_waits_as_asked(server: ChatServer) -> None:
    server.does(status(429, Retry_After="1"), says("hello"))
    started = time.monotonic()
    assert ask(server) == "hello"
    assert 0.9 < time.monotonic() - started < 3


@pytest.mark.parametrize("behaviour", [silent, drip, drip_headers])
def test_no_server_holds_us_beyond_the_time_out(server: ChatServer, behaviour: Behaviour) -> None:
    server.does(behaviour)
    started = time.monotonic()
    with pytest.raises(ModelError, match=r"has not answered in 0\.4 s|cannot be reached"):
        ask(server, timeout_seconds=0.4, retries=0)
    assert time.monotonic() - started < 2


def test_waiting_can_be_cancelled(server: ChatServer) -> None:
    server.does(silent)
    stop = threading.Event()
    threading.Timer(0.2, stop.set).start()
    started = time.monotonic()
    with pytest.raises(SplittingCancelledError):
        Endpoint(server.settings(), stop.is_set).ask(BODY)
    assert time.monotonic() - started < 2


def test_a_server_that_is_not_there() -> None:
    closed = ChatServer()
    settings = closed.settings(retries=0)
    closed.server_close()
    with pytest.raises(ModelError, match="cannot be reached"):
        Endpoint(settings).ask(BODY)


def test_the_key_goes_into_one_header_and_nowhere_else(
    server: ChatServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("MY_KEY", KEY)
    server.does(says("hello"), status(401))
    assert ask(server, key_variable="MY_KEY") == "hello"
    assert server.asked[0][1]["Authorization"] == f"Bearer {KEY}"
    with pytest.raises(WorkbenchError) as caught:
        ask(server, key_variable="MY_KEY")
    assert KEY not in str(caught.value)
    assert KEY not in caplog.text
    assert KEY not in repr(Endpoint(server.settings(key_variable="MY_KEY")))


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "no model is set"),
        ("ftp://localhost/v1", "not http or https"),
        ("http://amal:secret@localhost/v1", "may hold no password"),
        ("http://localhost:99999/v1", "address of the model is none"),
        ("http://models.example.com/v1", "in the clear"),
    ],
)
def test_addresses_that_are_refused(
    url: str, message: str, monkeypatch: pytest.MonkeyPatch, server: ChatServer
) -> None:
    monkeypatch.setenv("WORKBENCH_MODEL_KEY", KEY)
    with pytest.raises(ModelError, match=message) as caught:
        Endpoint(server.settings(url=url))
    assert "secret" not in str(caught.value)
