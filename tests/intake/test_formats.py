"""Articles come in from any format and encoding, with only the dates that the bytes state."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import InvalidInputError, WorkbenchError
from workbench.intake.intake import read, read_file, read_stream
from workbench.intake.types import MAX_BYTES, MAX_CHARACTERS, Raw

FIXTURES = Path(__file__).parents[2] / "fixtures" / "articles"
ARABIC = (
    "قالت الوزارة إن الاتفاق سيوقع غداً. وأضافت أن المحادثات كانت إيجابية، وأن الوفد عاد إلى بغداد."
)


def raw(data: bytes | str, name: str = "article.txt", **known: str) -> Raw:
    return Raw(data.encode() if isinstance(data, str) else data, name, **known)


def test_a_text_given_as_the_name_of_a_file_is_not_told_back_whole() -> None:
    with pytest.raises(InvalidInputError) as refused:
        read_file(Path(ARABIC * 100))
    assert "Is it a text?" in str(refused.value.hint)
    assert ARABIC not in str(refused.value)


def test_plain_text_is_frozen_character_for_character() -> None:
    path = FIXTURES / "shafaq-coalition-mission.ar.txt"
    incoming = read(read_file(path))
    assert incoming.text == path.read_text(encoding="utf-8")
    assert incoming.text[2207:2243] == "يوجد نحو 2500 عسكري أميركي في العراق"
    assert incoming.title.startswith("الخارجية العراقية تعلن تأجيل")
    assert incoming.language == "ar"
    assert incoming.published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_are_told_from_the_bytes(encoding: str) -> None:
    assert read(raw(ARABIC.encode(encoding))).text == ARABIC


def test_a_legacy_arabic_encoding_is_told_from_the_bytes() -> None:
    text = (ARABIC + "\n") * 10
    assert read(raw(text.encode("windows-1256", errors="ignore"))).text.count("الوزارة") == 10


def test_an_encoding_that_the_user_names_is_used() -> None:
    data = "Le président a été élu à Zürich".encode("iso-8859-1")
    assert read(raw(data), encoding="latin-1").text == "Le président a été élu à Zürich"


def test_an_encoding_that_the_user_names_and_that_does_not_fit_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="byte 0"):
        read(raw("غداً".encode()), encoding="ascii")


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data + b"\xff\xfe"])
def test_damaged_utf8_is_refused_rather_than_read_as_something_else(
    damage: Callable[[bytes], bytes],
) -> None:
    data = ARABIC.rstrip(".").encode()
    with pytest.raises(InvalidInputError, match=r"line 3: byte [\d,]+ is not UTF-8"):
        read(raw(b"Title\n\n" + damage(data)))


@pytest.mark.parametrize("encoding", ["cp1256", "iso-8859-6", "cp1252", "mac_roman", "koi8-r"])
def test_legacy_encodings_are_not_taken_for_damaged_utf8(encoding: str) -> None:
    text = {"cp1256": ARABIC, "iso-8859-6": ARABIC, "koi8-r": "Министерство заявило о войсках. "}
    words = text.get(encoding, "Le ministère a déclaré que l’armée était déjà partie à l’été. ")
    try:
        data = words.replace("’", "'").encode(encoding)
        assert read(raw(data * 3)).text
    except InvalidInputError as error:
        assert "though the rest is" not in error.message


def test_a_stream_that_never_ends_is_not_read_to_its_end() -> None:
    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert 0 <= size <= MAX_BYTES + 1
            return b"a" * size

    with pytest.raises(InvalidInputError, match="more than 20 MB"):
        read_stream(Endless(), "a pipe")


def test_line_ends_of_every_kind_become_one() -> None:
    assert read(raw(b"One line.\r\nTwo lines.\rThree lines.")).text == (
        "One line.\nTwo lines.\nThree lines."
    )


def test_a_web_page_gives_body_title_and_the_stated_date() -> None:
    incoming = read(read_file(FIXTURES / "drawdown.en.html"))
    assert incoming.title == "Pentagon to cut Iraq force below 2,000 by next September"
    assert incoming.text.startswith(incoming.title)
    assert "About 3,500 U.S. troops" in incoming.text
    assert "Copyright" not in incoming.text
    assert "Home" not in incoming.text
    assert incoming.published is not None
    assert incoming.published.edtf == "2024-10-02"
    assert incoming.published_provenance == "JSON-LD datePublished"
    assert incoming.publisher == "River Valley Herald"
    assert incoming.author == "Dana Whitlock"
    assert incoming.url == "https://river-valley-herald.example/world/iraq-drawdown"


def test_a_date_in_a_related_story_or_in_the_words_is_not_taken() -> None:
    page = """<html><head><title>A long enough headline of a story</title></head><body><article>
    <p>The minister said on 3 May 2021 that the dam would be built within two years.</p>
    <p>Work on it has not begun, and the money was spent on other things, auditors found.</p>
    </article><aside><time datetime="2020-01-01">1 January 2020</time> Related story</aside>
    </body></html>"""
    assert read(raw(page, "page.html")).published is None


def test_a_page_with_a_broken_script_still_gives_its_meta_date() -> None:
    page = """<html><head><meta property="article:published_time" content="2023-06-07T01:00:00Z">
    <script type="application/ld+json">{broken</script><title>T</title></head><body>
    <p>The river rose by two metres in a night and flooded the lower town, officials said.</p>
    </body></html>"""
    incoming = read(raw(page, "page.html"))
    assert incoming.published is not None
    assert incoming.published.edtf == "2023-06-07"


def test_markdown_gives_text_without_marks_and_the_front_matter() -> None:
    incoming = read(read_file(FIXTURES / "troop-numbers.en.md"))
    assert incoming.published is not None
    assert incoming.published.edtf == "2024-08-20"
    assert incoming.published_provenance == "front matter"
    assert incoming.publisher == "The Tigris Dispatch"
    marked = "# Head\n\nA **bold** [link](http://x.example) and `code`.\n\n- one\n- two\n"
    assert read(raw(marked, "a.md")).text == "Head\n\nA bold link and code.\n\n- one\n\n- two"


def test_a_date_that_does_not_exist_is_an_error_not_a_guess() -> None:
    with pytest.raises(InvalidInputError, match="date"):
        read(raw("---\ntitle: T\ndate: 2024-02-30\n---\nSome words here.\n", "a.md"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"text with \0 in it", "NUL"),
        (bytes(range(1, 256)) * 20, "not text|no words"),
        (b"12345 67890 !!!", "no words"),
        ("ب".encode() * (MAX_CHARACTERS + 1), "characters"),
        (b"\xff\xfeA", "damaged"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(data: bytes, says: str) -> None:
    with pytest.raises(InvalidInputError, match=says):
        read(raw(data))


def test_a_page_without_an_article_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="no article text"):
        read(raw("<html><body><script>x()</script></body></html>", "page.html"))


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="No such file"):
        read_file(tmp_path / "absent.txt")
    with pytest.raises(InvalidInputError, match="folder"):
        read_file(tmp_path)


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_give_an_article_or_a_clear_error(data: bytes, name: str) -> None:
    try:
        incoming = read(raw(data, name))
    except WorkbenchError as error:
        assert error.message
    else:
        assert any(char.isalpha() for char in incoming.text)
        assert "\r" not in incoming.text
