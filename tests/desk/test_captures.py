"""Snapshots: kept from the web, files and archives; quotes in them; what became of the page."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.desk.fakes import article, open_desk
from workbench.desk import Desk
from workbench.desk.states import Anchor, Stance
from workbench.desk.views import EvidenceView
from workbench.errors import InvalidInputError, NotFoundError
from workbench.intake import manners
from workbench.intake.fetch import Limits
from workbench.intake.manners import RobotsRefuseError, Visitor

PAGE = """<html><head><title>Audit of the dam</title>
<meta property="og:site_name" content="Court of Audit">
<meta property="article:published_time" content="2024-08-15"></head><body><article>
<p>{first}</p><p>The money was spent on other things, auditors found in spring.</p>
</article></body></html>"""
BEGUN = "Work on the dam has not begun, and the auditors found no contract for it."
DONE = "Work on the dam has ended, and the auditors found a contract for it."
PDF = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Contents 4 0 R
/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 66>>stream
BT /F1 12 Tf 20 100 Td (The minister signed no contract.) Tj ET
endstream endobj
trailer<</Root 1 0 R>>"""


class Site(BaseHTTPRequestHandler):
    pages: dict[str, tuple[int, str, bytes]]

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/audit")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        missing = (404, "text/plain", b"not here")
        status, kind, body = self.pages.get(self.path, missing)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


def put(path: str, body: str | bytes, status: int = 200, kind: str = "text/html") -> None:
    data = body.encode() if isinstance(body, str) else body
    Site.pages[path] = (status, kind, data)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(manners, "_PAUSE", 0.0)
    Site.pages = {}
    put("/audit", PAGE.format(first=BEGUN))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def desk(path: Path) -> Iterator[Desk]:
    with open_desk(path, allow_hosts=frozenset({"127.0.0.1"})) as opened:
        opened.articles.add(article("Work has not begun"))
        yield opened


def linked(desk: Desk, source: int, quote: str, **known: str) -> EvidenceView:
    evidence = desk.evidence.link(1, source, Stance.SUPPORTS, quote=quote, **known)
    return next(each for each in desk.claims.get(1).evidence if each.id == evidence)


def test_a_page_is_kept_as_it_came(desk: Desk, site: str) -> None:
    kept = desk.captures.add(f"{site}/moved", kind="official")
    assert (kept.status, kept.final_url, kept.media_type) == (200, f"{site}/audit", "text/html")
    assert [step.location for step in kept.redirects] == ["/audit"]
    assert desk.captures.data(kept.id) == PAGE.format(first=BEGUN).encode()
    source = desk.sources.get(kept.source_id)
    assert (source.title, source.publisher, source.published, source.kind) == (
        "Audit of the dam",
        "Court of Audit",
        "2024-08-15",
        "official",
    )
    assert BEGUN in desk.captures.text(kept.source_id)
    again = desk.captures.add(f"{site}/moved")
    assert again.source_id == kept.source_id, "one address is one source"
    assert [view.id for view in desk.captures.of(kept.source_id)] == [again.id, kept.id]
    assert desk.verify() == []


def test_documents_pictures_and_texts_are_kept(desk: Desk, tmp_path: Path) -> None:
    for name, data, kind, words in (
        ("report.pdf", PDF, "application/pdf", "signed no contract"),
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png", ""),
        ("note.txt", "لم يوقع الوزير أي عقد.".encode(), "text/plain", "لم يوقع"),
    ):
        (tmp_path / name).write_bytes(data)
        kept = desk.captures.add(str(tmp_path / name))
        assert (kept.kind, kept.media_type, kept.has_text) == ("file", kind, bool(words))
        assert desk.captures.data(kept.id) == data
        assert words in desk.captures.text(kept.source_id)
    with pytest.raises(InvalidInputError, match="cannot be read"):
        desk.captures.add(str(tmp_path / "missing.txt"))
    call = desk.sources.add("A call")
    assert desk.captures.add_file(call, tmp_path / "note.txt").source_id == call
    with pytest.raises(NotFoundError):
        desk.captures.add_file(99, tmp_path / "note.txt")
    with pytest.raises(InvalidInputError, match="no address"):
        desk.captures.again(call)


def test_quotes_stand_word_for_word_or_are_orphans(desk: Desk, site: str) -> None:
    source = desk.captures.add(f"{site}/audit").source_id
    found = linked(desk, source, "the dam has\n not begun")
    assert found.anchor is Anchor.ANCHORED
    assert found.place is not None
    assert found.place.of(desk.captures.text(source)) == "the dam has not begun"
    assert found.prefix.endswith("Work on ")
    assert linked(desk, source, "the dam has not yet begun").anchor is Anchor.ORPHANED
    with pytest.raises(InvalidInputError, match="2 places"):
        linked(desk, source, "auditors found")
    second = linked(desk, source, "auditors found", after="in spring")
    assert second.place is not None and second.place.start > found.place.end
    (orphan,) = desk.captures.orphans()
    assert orphan.quote == "the dam has not yet begun"
    assert [problem.where for problem in desk.verify()] == [
        f"evidence {orphan.evidence_id} on claim 1"
    ]


def test_earlier_quotes_are_looked_up_when_a_snapshot_comes(desk: Desk, site: str) -> None:
    source = desk.sources.add("Audit", url=f"{site}/audit")
    before = linked(desk, source, "not begun")
    assert before.anchor is Anchor.NONE
    linked(desk, source, "auditors found")
    desk.captures.again(source)
    anchors = [each.anchor for each in desk.claims.get(1).evidence]
    assert anchors == [Anchor.ANCHORED, Anchor.ORPHANED], "of two places none is chosen"
    assert [each.kept for each in desk.claims.get(1).evidence] == [True, True]


def test_a_check_says_what_became_of_a_page(desk: Desk, site: str) -> None:
    source = desk.captures.add(f"{site}/audit").source_id
    linked(desk, source, "has not begun")
    desk.verdicts.set(1, "true", "The audit says so.")
    assert [each.outcome for each in desk.captures.check()] == ["same"]
    assert desk.verdicts.stale(1) == ()
    put("/audit", PAGE.format(first=BEGUN).replace("</body>", "<script>1</script></body>"))
    assert [each.outcome for each in desk.captures.check()] == ["same"], "only its surroundings"
    put("/audit", PAGE.format(first=DONE))
    for _ in range(2):
        (changed,) = desk.captures.check([source])
        assert changed.outcome == "changed"
        assert changed.note.splitlines() == [f"-{BEGUN}", f"+{DONE}"]
        assert changed.lost == ("has not begun",)
        assert [cause.kind for cause in desk.verdicts.stale(1)] == ["source_changed"]
    assert BEGUN in desk.captures.text(source), "the snapshot stays the evidence"
    assert desk.claims.get(1).evidence[0].anchor is Anchor.ANCHORED
    put("/audit", "gone", status=410)
    assert [each.outcome for each in desk.captures.check()] == ["gone"]
    assert [cause.kind for cause in desk.verdicts.stale(1)] == ["source_gone"]
    put("/audit", "busy", status=503)
    assert [each.outcome for each in desk.captures.check()] == ["failed"]
    put("/audit", PAGE.format(first=BEGUN))
    assert [each.outcome for each in desk.captures.check()] == ["same"]
    assert desk.verdicts.stale(1) == (), "it is back as it was"
    with pytest.raises(InvalidInputError, match="404"):
        desk.captures.add(f"{site}/nowhere")
    assert desk.verify() == []


def test_robots_are_heeded_and_no_host_is_pressed(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 3\n", kind="text/plain")
    waits: list[float] = []
    visitor = Visitor(Limits(allow_private=True), wait=waits.append, clock=lambda: 100.0)
    assert visitor.visit(f"{site}/audit").status == 200
    assert visitor.visit(f"{site}/audit").status == 200
    assert waits == [3.0]
    with pytest.raises(RobotsRefuseError, match="asks programs"):
        visitor.visit(f"{site}/private/x")
    put("/private/x", "by hand")
    assert Visitor(Limits(allow_private=True), heed_robots=False).visit(f"{site}/private/x").body
    put("/robots.txt", "busy", status=503)
    with pytest.raises(RobotsRefuseError):
        Visitor(Limits(allow_private=True)).visit(f"{site}/audit")


def test_snapshots_go_out_as_warc_and_come_back(desk: Desk, site: str, tmp_path: Path) -> None:
    source = desk.captures.add(f"{site}/moved").source_id
    stream = BytesIO()
    assert desk.captures.write_warc([source], stream) == 1
    stream.seek(0)
    kinds, bodies = [], []
    for record in ArchiveIterator(stream, check_digests="raise"):
        kinds.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI")))
        bodies.append(record.content_stream().read())
    assert kinds == [
        ("warcinfo", None),
        ("response", f"{site}/moved"),
        ("response", f"{site}/audit"),
    ]
    assert bodies[2] == PAGE.format(first=BEGUN).encode()
    file = tmp_path / "page.warc.gz"
    file.write_bytes(stream.getvalue())
    with open_desk(tmp_path / "other.db") as other:
        kept = other.captures.add(str(file))
        assert (kept.kind, kept.url, kept.status) == ("warc", f"{site}/audit", 200)
        assert BEGUN in other.captures.text(kept.source_id)
    file.write_bytes(stream.getvalue()[:-40])
    with open_desk(tmp_path / "other.db") as other, pytest.raises(InvalidInputError):
        other.captures.add(str(file), url="https://elsewhere.example/")
    with pytest.raises(NotFoundError):
        desk.captures.write_warc([99], BytesIO())


def test_private_addresses_are_not_visited_for_a_source(path: Path, site: str) -> None:
    with open_desk(path) as desk:
        with pytest.raises(InvalidInputError, match="private address"):
            desk.captures.add(f"{site}/audit")
        assert desk.captures.add(f"{site}/audit", allow_private=True).status == 200
        assert [each.outcome for each in desk.captures.check()] == ["failed"]
