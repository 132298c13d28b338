"""What a Word report is put together from: its runs, lines, facts and tables."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from xml.sax.saxutils import quoteattr

from workbench.reports.docx_text import (
    PLAIN,
    SOFT,
    Look,
    apart,
    begins_rtl,
    characters,
    embedded,
    marks,
    paragraph,
    run,
    table,
)
from workbench.reports.html import link
from workbench.reports.view import ReportVerdict, ReportView, Wording
from workbench.reports.words import words

BOLD = Look(bold=True)
CODE = Look(code=True)
_WIDTH = 9_600
"""Between the margins, in twentieths of a point."""
_EMU = 635
"""Of a twentieth of a point."""
_PICTURES = 1_000_000
"""Numbers of pictures begin above all others of the document."""
_PAIR = (2_200, _WIDTH - 2_200)
"""Two columns: what a thing is, and the thing."""
_LINK = Look(small=True, colour="17509E")
_COLOURS = {
    **dict.fromkeys(("true", "mostly_true"), "1A6E3C"),
    **dict.fromkeys(("false", "mostly_false", "altered"), "A3201D"),
    **dict.fromkeys(("mixed", "misleading", "outdated", "incomplete"), "8A5A00"),
}


class Pieces:
    """Makes the pieces of one report, in its language and direction."""

    def __init__(self, view: ReportView, document: Any) -> None:
        self._view = view
        self._document = document
        self._w = words(view.language)
        self._rtl = view.direction == "rtl"

    def _run(self, text: str, look: Look = PLAIN) -> str:
        return run(text, look, rtl=self._rtl, ours=True) if text else ""

    def _apart(self, text: str) -> str:
        return apart(text, rtl=self._rtl)

    def _own(self, text: str, look: Look = PLAIN) -> str:
        """Words of others, as they are."""
        turned = begins_rtl(text, rtl=self._rtl)
        return self._embedded(run(self._apart(text), look, rtl=turned), turned) if text else ""

    def _embedded(self, content: str, turned: bool) -> str:
        """Runs of one direction in a line of ours."""
        return embedded(content, rtl=turned) if turned != self._rtl else content

    def _line(self, content: str) -> str:
        return paragraph(content, rtl=self._rtl)

    def _said(self, wording: Wording) -> str:
        """A wording in a line of ours."""
        turned = wording.direction == "rtl"
        before, behind = marks(turned, rtl=self._rtl)
        denial = run(f"{before}{wording.denial} ", BOLD, rtl=turned) if wording.denial else ""
        said = denial + run(("" if denial else before) + wording.text + behind, rtl=turned)
        return self._embedded(said, turned)

    def _wording(self, wording: Wording, style: str = "") -> str:
        """A wording as a paragraph of its own direction."""
        rtl = wording.direction == "rtl"
        denial = run(f"{wording.denial} ", BOLD, rtl=rtl) if wording.denial else ""
        return paragraph(denial + run(wording.text, rtl=rtl), style, rtl=rtl)

    def _heading(
        self,
        text: str,
        level: int,
        *,
        mark: str = "",
        wording: Wording | None = None,
        ruled: bool = True,
    ) -> str:
        content = self._run(text) + (self._said(wording) if wording else "")
        return paragraph(_marked(mark, content), f"Heading{level}", rtl=self._rtl, ruled=ruled)

    def _rating(self, verdict: ReportVerdict | None) -> str:
        colour = _COLOURS.get(verdict.rating, "565D68") if verdict else "565D68"
        label = verdict.label if verdict else self._w["no_verdict"]
        normalised = verdict.normalised if verdict else ""
        beside = self._run(f" ({normalised})", SOFT) if normalised else ""
        return self._own(label, Look(bold=True, colour=colour)) + beside

    def _facts(self, rows: Sequence[tuple[str, str]]) -> str:
        kept = [
            (self._line(self._run(label, SOFT)), self._line(content))
            for label, content in rows
            if content
        ]
        filled = self._pairs(kept)
        return filled + self._line("") if kept else ""

    def _grid(self, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
        heads, *others = rows
        cells = [[self._line(self._run(text, Look(bold=True, small=True))) for text in heads]]
        small = Look(small=True)
        cells += [[self._line(self._run(text, small)) for text in row] for row in others]
        return table(cells, widths, rtl=self._rtl, grid=True) + self._line("")

    def _address(self, url: str) -> str:
        if not url:
            return ""
        if not link(url):
            return run(url, SOFT, rtl=False)
        shown = run(url, _LINK, rtl=False)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        known = self._document.part.relate_to(url, kind, is_external=True)
        return f"<w:hyperlink r:id={quoteattr(known)}>{shown}</w:hyperlink>"

    def _picture(self, data: bytes, says: str, number: int) -> str:
        """A picture as wide as the page, with what it says for those who do not see it."""
        from lxml import etree  # noqa: PLC0415 (comes with python-docx, as late)

        width = _WIDTH * _EMU
        inline = self._document.part.new_pic_inline(BytesIO(data), width=width)
        inline.docPr.set("id", str(_PICTURES + number))
        inline.docPr.set("descr", characters(says))
        drawn = etree.tostring(inline, encoding="unicode")
        return paragraph(f"<w:r><w:drawing>{drawn}</w:drawing></w:r>", rtl=self._rtl)

    def _pairs(self, rows: Sequence[tuple[str, str]]) -> str:
        """Two columns of finished cells."""
        return table(rows, _PAIR, rtl=self._rtl, grid=False)


def linked(mark: str, content: str) -> str:
    """What leads to a place in the document."""
    return f"<w:hyperlink w:anchor={quoteattr(mark)}>{content}</w:hyperlink>"


def _marked(mark: str, content: str) -> str:
    """A place that links lead to; its number is made of its name."""
    if not mark:
        return content
    kind, _, number = mark.partition("-")
    place = int(number) * 2 + (kind == "article")
    return (
        f'<w:bookmarkStart w:id="{place}" w:name={quoteattr(mark)}/>{content}'
        f'<w:bookmarkEnd w:id="{place}"/>'
    )
