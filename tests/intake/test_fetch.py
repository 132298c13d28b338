"""Addresses are fetched with limits, from a server that behaves well and badly."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workbench.errors import InvalidInputError
from workbench.intake.fetch import Limits, fetch
from workbench.intake.intake import read

PAGE = (
    b"<html><head><title>Dam work has not begun</title></head><body><article><p>Work on the dam "
    b"has not begun, and the money was spent on other things, auditors found.</p></article></body>"
)


class Misbehaving(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        getattr(self, "serve_" + self.path.strip("/").replace("-", "_"))()

    def _send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def serve_page(self) -> None:
        self._send(200, PAGE, Content_Type="text/html; charset=utf-8")

    def serve_moved(self) -> None:
        self._send(302, Location="/page")

    def serve_loop(self) -> None:
        self._send(302, Location="/loop")

    def serve_inside(self) -> None:
        self._send(302, Location="file:///etc/passwd")

    def serve_gone(self) -> None:
        self._send(410)

    def serve_bomb(self) -> None:
        self._send(200, gzip.compress(b"x" * 5_000_000), Content_Encoding="gzip")

    def serve_short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"only this")

    def serve_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"x" * 70_000)
                time.sleep(0.05)
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Misbehaving)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


LOCAL = Limits(seconds=0.6, size=1_000_000, redirects=3, allow_private=True)


def test_a_page_is_fetched_and_read(site: str) -> None:
    incoming = read(fetch(f"{site}/page", LOCAL))
    assert "Work on the dam" in incoming.text
    assert incoming.url == f"{site}/page"


def test_a_redirect_is_followed_to_where_it_leads(site: str) -> None:
    assert fetch(f"{site}/moved", LOCAL).url == f"{site}/page"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("loop", "redirects"),
        ("inside", "not a web address"),
        ("gone", "410"),
        ("bomb", "more than 1 MB"),
        ("short", "broke off"),
        ("drip", "more than|not finished"),
    ],
)
def test_a_server_that_misbehaves_gives_a_clear_error(site: str, path: str, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says):
        fetch(f"{site}/{path}", LOCAL)


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    with pytest.raises(InvalidInputError, match="private address 127"):
        fetch(f"{site}/page")


@pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/passwd", "http://", "x:y"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(InvalidInputError, match="not a web address"):
        fetch(url)
