"""The JSON-LD scripts of a web page, and what of their slips can only be meant in one way."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_COMMENT_OR_SCRIPT = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<script\b(?P<said>(?>(?:[^<>\"']++|\"[^\"]{0,4000}\"|'[^']{0,4000}')*))>"
    r"(?P<inside>.*?)(?:</script\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_HEAD_TAG = re.compile(r"<(?:link|meta)\b[^<>]{0,4000}>", re.IGNORECASE)
_SAID = re.compile(r"(?<![\w:-])([\w:-]++)\s*+=\s*+(?:[\"']([^\"'<>]*)[\"']|([^\s\"'<>]+))")
_JSON_LD = re.compile(r"\btype\s*=\s*[\"']?\s*application/ld\+json", re.IGNORECASE)
_BLANK = " \t\r\n\f\u00a0\ufeff"
_BEFORE = re.compile(
    rf"(?>(?:[{_BLANK}]|<!--|-->|<!\[CDATA\[|\*/|/\*[{_BLANK}]*(?=<!)|//[{_BLANK}]*(?=<!|-->|>)|>)*)"
)
_BEHIND = re.compile(r"(?:(?://|/\*)[ \t]{0,9})?(?:-->|<!\]\]>|\]\]>)[ \t]{0,9}(?:\*/)?\Z")
"""What stands around a script's text for browsers that knew no scripts, or read them as XML."""
_LONGEST = 30
_COMMENT = re.compile(r'("(?>(?:[^"\\]++|\\.)*)")|/\*.*?\*/|//[^\n]*', re.DOTALL)
_IDLE_COMMA = re.compile(r'("(?>(?:[^"\\]++|\\.)*)")|,(?=\s*[}\]])', re.DOTALL)


def scripts(page: str) -> Iterator[tuple[int, str]]:
    """Where the text of each JSON-LD script begins in a page, and the text.

    What stands around it for old browsers (comments, CDATA) is left out, and so is a script that
    its publisher has put in a comment.
    """
    for found in _COMMENT_OR_SCRIPT.finditer(page):
        if not _JSON_LD.search(found["said"] or ""):
            continue
        inside = found["inside"]
        before = _BEFORE.match(inside)
        skipped = before.end() if before else 0
        text = _without_end(inside[skipped:])
        if text:
            yield found.start("inside") + skipped, text


def _without_end(text: str) -> str:
    """A script's text without what closes the comment or section that it stands in."""
    while True:
        text = text.rstrip(_BLANK + ";")
        mark = _BEHIND.search(text, max(0, len(text) - _LONGEST))
        if mark is None:
            return text
        text = text[: mark.start()]


def address_of(page: str) -> str:
    """The address that a page says is its own, or nothing."""
    for tag in _HEAD_TAG.finditer(page):
        said = {name.lower(): html.unescape(one or two) for name, one, two in _SAID.findall(tag[0])}
        if said.get("rel", "").lower() == "canonical" or said.get("property") == "og:url":
            address = (said.get("href") or said.get("content") or "").strip()
            if address.startswith(("http://", "https://")):
                return address
    return ""


def mended(text: str) -> str:
    """A script's text without comments, without commas behind which nothing follows, and with its
    marks unescaped.

    Publishing systems write all three; line ends stay where they are.
    """
    if text.lstrip(" \t\r\n[").startswith("{&quot;"):
        text = html.unescape(text)
    text = _COMMENT.sub(lambda found: found[1] or "\n" * found[0].count("\n"), text)
    return _IDLE_COMMA.sub(lambda found: found[1] or "", text)
