"""Addresses are fetched with limits, from a server that behaves well and badly."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from workbench.errors import InvalidInputError
from workbench.intake import fetch as fetching
from workbench.intake.fetch import Limits, fetch, visit
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

    def serve_trickle(self) -> None:
        """A byte now and then, so that no single read ever waits long."""
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self._trickle(b"x")

    def serve_slow_start(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        self._trickle(b"y")

    def _trickle(self, byte: bytes) -> None:
        try:
            for _ in range(60):
                self.wfile.write(byte)
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            return

    def serve_huge_header(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Long: " + b"z" * 100_000 + b"\r\n\r\n")

    def serve_garbage(self) -> None:
        self.wfile.write(b"\x00\xff not http\r\n\r\n")

    def serve_two_lengths(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nwords")

    def serve_bad_chunks(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n")

    def serve_endless(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
        try:
            for _ in range(1000):
                self.wfile.write(b"x" * 65_536)
        except OSError:
            return

    def serve_false_gzip(self) -> None:
        self._send(200, b"plain words, not gzip", Content_Encoding="gzip")

    def serve_wrong_charset(self) -> None:
        body = "<html><body><article><p>لم يبدأ العمل في السد، كما قال المدققون.</p></article>"
        self._send(200, body.encode(), Content_Type="text/html; charset=windows-1252")

    def serve_to_private(self) -> None:
        self._send(302, Location=f"http://127.0.0.2:{self.server.server_address[1]}/page")

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
    incoming = read(fetch(f"{site}/page", Limits(allow_private=True)))
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
        ("trickle", "not finished"),
        ("slow-start", "not finished"),
        ("huge-header", "cannot be reached"),
        ("garbage", "cannot be reached"),
        ("two-lengths", "cannot be reached|broke off"),
        ("bad-chunks", "broke off|cannot be reached"),
        ("endless", "more than 1 MB"),
        ("false-gzip", "broke off"),
    ],
)
def test_a_server_that_misbehaves_gives_a_clear_error(site: str, path: str, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says):
        fetch(f"{site}/{path}", LOCAL)


def test_private_addresses_are_refused_unless_allowed(site: str) -> None:
    with pytest.raises(InvalidInputError, match="private address 127"):
        fetch(f"{site}/page")


def test_a_host_that_is_allowed_by_name_leads_to_no_other(site: str) -> None:
    by_name = Limits(seconds=2, allow=frozenset({"127.0.0.1"}))
    assert fetch(f"{site}/page", by_name).url == f"{site}/page"
    with pytest.raises(InvalidInputError, match=r"private address 127\.0\.0\.2"):
        fetch(f"{site}/to-private", by_name)


def test_a_name_is_looked_up_once_and_that_address_is_called(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is public when it is checked and private when it is called gains nothing."""
    port = int(site.rpartition(":")[2])
    answers = [[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("192.0.2.1", port))]]
    asked: list[str] = []

    def lookup(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        if host == "192.0.2.1":
            raise OSError("called by its address")
        return answers[0] if len(asked) == 1 else [(2, 1, 6, "", ("127.0.0.1", port))]  # type: ignore[return-value]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    monkeypatch.setattr(fetching, "is_public", lambda address: address == "192.0.2.1")
    with pytest.raises(InvalidInputError, match="cannot be reached"):
        fetch(f"http://rebind.example:{port}/page", Limits(seconds=1))
    assert asked == ["rebind.example", "192.0.2.1"], "the name itself is not looked up again"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_which_addresses_are_out_on_the_internet(address: str, public: bool) -> None:
    assert fetching.is_public(address) is public


def test_a_page_of_another_charset_than_declared_reads_right(site: str) -> None:
    assert "لم يبدأ العمل في السد" in read(fetch(f"{site}/wrong-charset", LOCAL)).text


def test_an_answer_keeps_its_way_headers_and_status(site: str) -> None:
    answer = visit(f"{site}/moved", LOCAL)
    assert [(step.url, step.status, step.location) for step in answer.redirects] == [
        (f"{site}/moved", 302, "/page")
    ]
    assert (answer.status, answer.media_type, answer.body) == (200, "text/html", PAGE)
    assert visit(f"{site}/gone", LOCAL).status == 410


@pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/passwd", "http://", "x:y"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(InvalidInputError, match="not a web address"):
        fetch(url)
