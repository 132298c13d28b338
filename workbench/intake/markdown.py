"""Markdown: text without its marks; title, date and author from the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from workbench.errors import InvalidInputError
from workbench.facets.interval import Interval, parse_edtf
from workbench.intake.decode import decode
from workbench.intake.plain import first_line
from workbench.intake.types import IncomingArticle, Raw

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_]+):[ \t]*(.+?)[ \t]*$", re.MULTILINE)


class MarkdownReader:
    """Takes files that are Markdown by name."""

    media_type = "text/markdown"
    suffixes: Sequence[str] = (".md", ".markdown")

    def recognises(self, raw: Raw) -> bool:
        """By declared type only: any text could be Markdown."""
        return raw.media_type in {"text/markdown", "text/x-markdown"}

    def read(self, raw: Raw) -> IncomingArticle:
        """Paragraphs apart by a blank line, list items by a line, marks gone."""
        source = decode(raw.data, raw.name, raw.charset)
        fields = _front_matter(source)
        source = _FRONT_MATTER.sub("", source, count=1)
        text, heading = _plain(source)
        title = fields.get("title") or heading or first_line(text)
        if title and not text.startswith(title):
            text = f"{title}\n\n{text}"
        published = _date(fields.get("date", ""), raw.name)
        return IncomingArticle(
            text=text,
            title=title,
            url=fields.get("url", ""),
            author=fields.get("author", ""),
            publisher=fields.get("publisher", ""),
            published=published,
            published_provenance="front matter" if published else "",
            media_type=self.media_type,
            origin=raw.data,
        )


def _front_matter(source: str) -> dict[str, str]:
    block = _FRONT_MATTER.match(source)
    if not block:
        return {}
    return {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(block.group(1))}


def _date(value: str, name: str) -> Interval | None:
    if not value:
        return None
    try:
        return parse_edtf(value[:10])
    except InvalidInputError as error:
        raise InvalidInputError(
            "{name}: front matter: date: {problem}",
            hint="Write it as 2024-08-15, or leave it out and give --published.",
            name=name,
            problem=error.said,
        ) from error


def _plain(source: str) -> tuple[str, str]:
    """The text of all blocks, and the first heading's."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 (only Markdown needs it)

    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(source)
    blocks: list[str] = []
    heading = ""
    in_heading, depth, fresh_item = False, 0, False
    for token in tokens:
        if token.type == "heading_open":
            in_heading = True
        elif token.type.endswith("_list_open"):
            depth += 1
        elif token.type.endswith("_list_close"):
            depth -= 1
        elif token.type == "list_item_open":
            fresh_item = True
        elif token.type in {"fence", "code_block"}:
            blocks.append(token.content.rstrip("\n"))
        elif token.type == "inline":
            words = _inline(token.children or ())
            if in_heading and not heading:
                heading = words
            blocks.append(f"- {words}" if depth and fresh_item else words)
            in_heading, fresh_item = False, False
    return "\n\n".join(block for block in blocks if block.strip()), heading


def _inline(tokens: Iterable[Token]) -> str:
    words = []
    for token in tokens:
        if token.type in {"text", "code_inline", "html_inline"}:
            words.append(token.content)
        elif token.type in {"softbreak", "hardbreak"}:
            words.append(" " if token.type == "softbreak" else "\n")
        elif token.type == "image":
            words.append(token.content)
    return "".join(words)
