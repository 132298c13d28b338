"""The Fact Check Tools API: asked page by page, refused clearly, its key kept to itself."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, quote_plus, urlsplit

import pytest

from workbench.desk import Desk
from workbench.desk.exchange.importing import Outcome
from workbench.desk.session import silent
from workbench.desk.sources import factcheck_api, fetching
from workbench.errors import InvalidInputError
from workbench.intake.fetch import Limits

SECRET = "S3CRET/key+of%ours"
LIMITS = Limits(seconds=1, size=1_000_000, allow_private=True)


def _claim(number: int) -> dict[str, object]:
    review = {
        "publisher": {"name": "Check", "site": "check.example"},
        "url": f"https://check.example/{number}",
        "reviewDate": "2024-05-18T00:00:00Z",
        "textualRating": "False",
    }
    return {"text": f"The river rose by {number} metres", "claimReview": [review]}


def _page(number: int) -> dict[str, object]:
    url = f"https://check.example/page/{number}"
    markup = {"url": url, "claimReviewed": f"Dam {number} broke", "rating": {"textualRating": "No"}}
    return {"pageUrl": url, "claimReviewMarkups": [markup]}


class Api(BaseHTTPRequestHandler):
    calls = 0

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = dict(parse_qsl(parts.query))
        query = asked.get("query", "")
        if asked.get("key") != SECRET:
            self._send(400, {"error": {"message": f"API key not valid: {asked.get('key')}"}})
        elif query.isdecimal():
            self._send(int(query), {"error": {"message": f"no more for {SECRET}\n"}})
        elif parts.path.endswith("/pages"):
            self._paged("claimReviewMarkupPages", _page, asked)
        elif query == "river":
            self._paged("claims", _claim, asked)
        else:
            getattr(self, f"serve_{query}")()

    def _paged(self, name: str, make: object, asked: dict[str, str]) -> None:
        number = int(asked.get("pageToken", "0"))
        assert callable(make)
        answer = {name: [make(2 * number), make(2 * number + 1)]}
        self._send(200, answer | ({"nextPageToken": str(number + 1)} if number < 2 else {}))

    def _send(self, status: int, answer: object, **headers: str) -> None:
        body = answer if isinstance(answer, bytes) else json.dumps(answer, indent=1).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def serve_busy(self) -> None:
        """It has time at the third call; until then it says when, in one way and the other."""
        Api.calls += 1
        if Api.calls % 3:
            soon = {1: "7", 2: "Fri, 01 Jan 2021 00:00:00 GMT"}[Api.calls % 3]
            self._send({1: 429, 2: 503}[Api.calls % 3], {}, **{"Retry-After": soon})
        else:
            self._send(200, {"claims": [_claim(1)]})

    def serve_overrun(self) -> None:
        self._send(503, {}, **{"Retry-After": "1"})

    def serve_away(self) -> None:
        self._send(503, {}, **{"Retry-After": "3600"})

    def serve_nothing(self) -> None:
        self._send(200, {})

    def serve_mixed(self) -> None:
        self._send(200, {"claims": [_claim(1), 7, {**_claim(2), "claimDate": "2024-02-30"}]})

    def serve_cut(self) -> None:
        self._send(200, b'{"claims": [{"text": "The ')

    def serve_bytes(self) -> None:
        self._send(200, b'{"claims": ["\xff"]}')

    def serve_deep(self) -> None:
        self._send(200, b'{"claims":' + b"[" * 100_000)

    def serve_list(self) -> None:
        self._send(200, [1])

    def serve_loop(self) -> None:
        self._send(200, {"claims": [_claim(1)], "nextPageToken": "same"})

    def serve_moved(self) -> None:
        self._send(302, {}, Location=f"/v1alpha1/pages?query=x&key={quote_plus(SECRET)}")

    def serve_endless(self) -> None:
        self._drip(b" " * 65_536, 0)

    def serve_slow(self) -> None:
        self._drip(b" ", 0.02)

    def _drip(self, piece: bytes, pause: float) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            return

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Api) as served:
        served.daemon_threads = True
        threading.Thread(target=served.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()


@pytest.fixture
def api(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the API's folder; the key is set, and the limits are low."""
    monkeypatch.setenv(factcheck_api.KEY, SECRET)
    monkeypatch.setattr(factcheck_api, "API", server)
    monkeypatch.setattr(fetching, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(fetching, "SECONDS", 0.2)
    return f"{server}/v1alpha1"


def _imported(desk: Desk, url: str) -> tuple[int, list[str]]:
    with fetching.fetched(url, allow_private=True) as path:
        done = desk.exchange.import_(path, name=url, keep_good=True)
    return done.count(Outcome.NEW), [str(bad) for bad in done.bad]


def _refused(url: str) -> str:
    with pytest.raises(InvalidInputError) as told, fetching.fetched(url, allow_private=True):
        pass
    message = str(told.value)
    assert SECRET not in message
    assert quote_plus(SECRET) not in message
    assert told.value.hint
    return message


def test_both_calls_are_asked_to_their_last_page_and_the_key_is_kept_nowhere(
    desk: Desk, path: Path, api: str
) -> None:
    assert _imported(desk, f"{api}/claims:search?query=river&languageCode=en") == (6, [])
    assert _imported(desk, f"{api}/claims:search?query=river") == (0, [])
    assert _imported(desk, f"{api}/pages?organization=check.example") == (6, [])
    assert _imported(desk, f"{api}/claims:search?query=nothing") == (0, [])
    stored = b"".join(file.read_bytes() for file in path.parent.iterdir() if file.is_file())
    assert b"claims:search" in stored
    assert SECRET.encode() not in stored
    assert quote_plus(SECRET).encode() not in stored


def test_a_bad_claim_takes_no_other_with_it(desk: Desk, api: str) -> None:
    new, bad = _imported(desk, f"{api}/claims:search?query=mixed")
    assert new == 1
    assert "1 of 3 claims are no JSON objects" in bad[0]
    assert "the calendar has no such day" in bad[1]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("403", "answered 403 Forbidden: no more for …"),
        ("429", "answered 429 Too Many Requests: no more for …\nThe quota"),
        ("500", "answered 500 Internal Server Error: no more"),
        ("cut", "not JSON: Input data was truncated"),
        ("bytes", "not JSON"),
        ("deep", "not JSON"),
        ("list", "no object"),
        ("loop", "one that it gave before"),
        ("moved", "redirects"),
        ("endless", "sends more than 1 MB"),
        ("slow", "not finished within 0.2 s"),
    ],
)
def test_what_the_api_does_wrong_is_told_with_the_page(api: str, query: str, told: str) -> None:
    message = _refused(f"{api}/claims:search?query={query}")
    assert told in message
    assert "page 1 of" in message or query == "loop"


def test_where_the_api_says_when_to_come_back_it_is_asked_again(api: str) -> None:
    def asked(query: str) -> list[float]:
        waited: list[float] = []
        url = f"{api}/claims:search?query={query}"
        with fetching.fetched(url, allow_private=True, wait=waited.append) as path:
            assert b"The river rose" in path.read_bytes()
        return waited

    assert asked("busy") == [7.0, 0.0]
    with pytest.raises(InvalidInputError, match="503") as told:
        asked("away")
    assert told.value.hint
    waits: list[float] = []
    with pytest.raises(InvalidInputError, match="503"):
        list(
            factcheck_api.answers(
                f"{api}/claims:search?query=overrun", LIMITS, silent, waits.append
            )
        )
    assert waits == [1.0] * 3


def test_a_key_that_is_missing_wrong_or_in_the_address_is_told(
    api: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"{api}/claims:search?query=river"
    assert "take it out of the address" in _refused(f"{url}&key=abc")
    monkeypatch.setenv(factcheck_api.KEY, "wrong+key")
    assert "API key not valid: …" in _refused(url)
    monkeypatch.delenv(factcheck_api.KEY)
    assert factcheck_api.KEY in _refused(url)


def test_the_key_is_not_sent_in_the_open() -> None:
    assert factcheck_api.is_api("https://FactCheckTools.googleapis.com/v1alpha1/claims:search")
    assert not factcheck_api.is_api("http://factchecktools.googleapis.com/v1alpha1/claims:search")
    assert not factcheck_api.is_api("https://factchecktools.googleapis.com.evil.example/")
    assert not factcheck_api.is_api("https://x@factchecktools.googleapis.com/")


def test_fetching_can_be_stopped_between_pages(api: str) -> None:
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        seen.append(done)
        if done == 2:
            raise KeyboardInterrupt

    url = f"{api}/claims:search?query=river"
    with (
        pytest.raises(KeyboardInterrupt),
        fetching.fetched(url, allow_private=True, progress=stop),
    ):
        pass
    assert seen == [1, 2]
