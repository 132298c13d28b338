"""PDF documents: the text of their pages, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.errors import InvalidInputError
from workbench.intake.plain import first_line
from workbench.intake.types import MAX_CHARACTERS, IncomingArticle, Raw

_MAGIC = b"%PDF-"
_MAGIC_WITHIN = 1024
"""Bytes at the start in which readers look for the mark (PDF 1.7, appendix H.3.4.1)."""


class PdfReader:
    """Takes PDF documents that hold text; a scan holds none."""

    media_type = "application/pdf"
    suffixes: Sequence[str] = (".pdf",)

    def recognises(self, raw: Raw) -> bool:
        """By the mark at its start, whatever a server calls it."""
        return _MAGIC in raw.data[:_MAGIC_WITHIN]

    def read(self, raw: Raw) -> IncomingArticle:
        """The pages' text, apart by blank lines; the title that the document gives itself."""
        import pypdfium2  # noqa: PLC0415 (only documents need it)

        try:
            document = pypdfium2.PdfDocument(raw.data)
        except pypdfium2.PdfiumError as error:
            raise InvalidInputError(
                "{name} is not a readable PDF: {reason}",
                hint="Open it in a viewer; one that asks for a password must be saved without.",
                name=raw.name,
                reason=error,
            ) from error
        with document:
            text = "\n\n".join(_pages(document, raw.name))
            title = " ".join(str(document.get_metadata_dict().get("Title", "")).split())
        if not text.strip():
            raise InvalidInputError(
                "{name} holds no text, only pictures of it",
                hint="Type the passage that matters into a text file, or run a text recogniser.",
                name=raw.name,
            )
        return IncomingArticle(
            text=text,
            title=title or first_line(text),
            url=raw.url,
            media_type=self.media_type,
            origin=raw.data,
        )


def _pages(document: Any, name: str) -> Iterator[str]:
    """The text of each page that has some, with plain line ends."""
    left = MAX_CHARACTERS
    for page in document:
        words = page.get_textpage().get_text_bounded()
        # Soft hyphens at line ends come as U+FFFE; the letters before and after are one word.
        plain = words.replace("\ufffe\r\n", "").replace("\ufffe", "").replace("\r\n", "\n").strip()
        left -= len(plain)
        if left < 0:
            raise InvalidInputError(
                "{name} has more than {limit:,} characters",
                hint="Save the pages that matter as a document of their own.",
                name=name,
                limit=MAX_CHARACTERS,
            )
        if plain:
            yield plain
