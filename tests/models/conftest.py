"""A chat server on this machine that answers as a test tells it to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from workbench.settings import ModelSettings

Behaviour = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    server: ChatServer

    def do_POST(self) -> None:
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.path, dict(self.headers), json.loads(self.body or b"{}")))
        try:
            self.server.next_behaviour()(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def do_GET(self) -> None:
        self.do_POST()

    def answer(
        self, body: bytes, *, status: int = 200, kind: str = "application/json", **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


class ChatServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        self.behaviours: list[Behaviour] = []
        self.over = threading.Event()

    def next_behaviour(self) -> Behaviour:
        return self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def does(self, *behaviours: Behaviour) -> None:
        """One behaviour for each question; the last goes on."""
        self.behaviours = list(behaviours)

    def settings(self, **values: Any) -> ModelSettings:
        defaults: dict[str, Any] = {"url": self.url, "name": "test", "timeout_seconds": 5.0}
        return ModelSettings(**(defaults | values))


def chat(content: str, **more: Any) -> bytes:
    """An answer as chat endpoints give it."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, **more}
    return json.dumps({"choices": [choice], "usage": {"total_tokens": 100}}).encode()


def says(content: str) -> Behaviour:
    return lambda handler: handler.answer(chat(content))


def claims(*proposals: dict[str, Any]) -> Behaviour:
    """The model proposes these claims."""
    return says(json.dumps({"claims": list(proposals)}, ensure_ascii=False))


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    monkeypatch.delenv("WORKBENCH_MODEL_KEY", raising=False)
    chat_server = ChatServer()
    thread = threading.Thread(target=chat_server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield chat_server
    chat_server.over.set()
    chat_server.shutdown()
    chat_server.server_close()
    thread.join()
