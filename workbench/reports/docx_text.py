"""Words as WordprocessingML: text from outside is escaped, each run knows its direction.

Word orders a paragraph by what its runs say of themselves (``w:rtl``), not by the letters alone,
so a text is cut into runs of one direction; dates and ranges of numbers are runs of their own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape, quoteattr

from workbench.reports.shown import RANGE, shown

_RANGE = re.compile(rf"(?:{RANGE})(?: \d\d:\d\d UTC)?")
"""A date, a moment or a range of numbers: it runs from left to right in any words."""
_NO_CHARACTER = re.compile("[\ufffe\uffff\ud800-\udfff]")
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="CFD4DB"'
_STRONG = {"L": False, "R": True, "AL": True}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks."""

    bold: bool = False
    small: bool = False
    struck: bool = False
    raised: bool = False
    code: bool = False
    colour: str = ""
    fill: str = ""


PLAIN = Look()
SOFT = Look(small=True, colour="5D646E")


def run(text: str, look: Look = PLAIN, *, rtl: bool, ours: bool = False) -> str:
    """A text as runs, inside a paragraph that is read from right to left or not.

    Args:
        text: the words.
        look: how they look.
        rtl: the paragraph's direction.
        ours: the program says so, and nobody is quoted: then an invisible mark before dates keeps
            their order in programs that go by the letters alone, as LibreOffice does.
    """
    mark = "\N{LEFT-TO-RIGHT MARK}" if ours and (rtl or not text.isascii()) else ""
    return "".join(
        f"<w:r>{_properties(look, turned)}{_lines(mark * is_range + part)}</w:r>"
        for part, turned, is_range in directed(characters(text), rtl=rtl)
    )


def characters(text: str) -> str:
    """A text as a document may show it, of characters that XML has."""
    return _NO_CHARACTER.sub("\ufffd", shown(text))


def paragraph(content: str, style: str = "", *, rtl: bool, ruled: bool = True) -> str:
    """A paragraph of runs, without the rule that its style has above it if ``ruled`` says so."""
    styled = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    styled += "" if ruled else '<w:pBdr><w:top w:val="nil"/></w:pBdr>'
    return f"<w:p><w:pPr>{styled}{'<w:bidi/>' if rtl else ''}</w:pPr>{content}</w:p>"


def embedded(content: str, *, rtl: bool) -> str:
    """Runs of one direction inside a paragraph of the other, in the order that is theirs.

    Word knows an element for it, programs that go by the letters alone two characters.
    """
    begin = "\N{RIGHT-TO-LEFT EMBEDDING}" if rtl else "\N{LEFT-TO-RIGHT EMBEDDING}"
    first, last = (
        f"<w:r><w:t>{mark}</w:t></w:r>" for mark in (begin, "\N{POP DIRECTIONAL FORMATTING}")
    )
    return f'<w:dir w:val="{"rtl" if rtl else "ltr"}">{first}{content}{last}</w:dir>'


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], *, rtl: bool, grid: bool) -> str:
    """A table of cells that each hold paragraphs; its first column is at the side reading starts.

    Args:
        rows: cells row by row.
        widths: of the columns, in twentieths of a point.
        rtl: read from right to left.
        grid: with lines, and its first row as a header that each page repeats.
    """
    style = '<w:tblStyle w:val="TableGrid"/>' if grid else ""
    sides = "".join(f"<w:{side} {_LINE}/>" for side in _SIDES)
    lines = f"<w:tblBorders>{sides}</w:tblBorders>" if grid else ""
    head = (
        f"<w:tblPr>{style}{'<w:bidiVisual/>' if rtl else ''}<w:tblW w:w='{sum(widths)}'"
        f" w:type='dxa'/>{lines}<w:tblLayout w:type='fixed'/></w:tblPr><w:tblGrid>"
        + "".join(f"<w:gridCol w:w='{width}'/>" for width in widths)
        + "</w:tblGrid>"
    )
    return f"<w:tbl>{head}{''.join(_rows(rows, widths, grid=grid))}</w:tbl>"


def _rows(rows: Sequence[Sequence[str]], widths: Sequence[int], *, grid: bool) -> Iterator[str]:
    for number, cells in enumerate(rows):
        first = "<w:tblHeader/>" if grid and number == 0 else ""
        inside = "".join(
            f"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/></w:tcPr>{cell}</w:tc>"
            for cell, width in zip(cells, widths, strict=True)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/>{first}</w:trPr>{inside}</w:tr>"


def directed(text: str, *, rtl: bool) -> Iterator[tuple[str, bool, bool]]:
    """Stretches of one direction: text, whether from right to left, whether a date or a range.

    What has no direction goes with what is around it where both sides agree, else with the
    paragraph.
    """
    start = 0
    for found in _RANGE.finditer(text):
        for part, turned in _by_letters(text[start : found.start()], rtl=rtl):
            yield part, turned, False
        yield found[0], False, True
        start = found.end()
    for part, turned in _by_letters(text[start:], rtl=rtl):
        yield part, turned, False


def begins_rtl(text: str, *, rtl: bool) -> bool:
    """Whether a text of its own is read from right to left; without letters as what is around."""
    return next((strong for strong in map(_strong, text) if strong is not None), rtl)


def apart(text: str, *, rtl: bool) -> str:
    """A text of its own in a line of the other direction, between marks that hold it together.

    Without them a full stop or a figure at its end would go with the line, and a date beside it
    with the text.
    """
    before, behind = marks(begins_rtl(text, rtl=rtl), rtl=rtl)
    return f"{before}{text}{behind}"


def marks(turned: bool, *, rtl: bool) -> tuple[str, str]:
    """What stands before and behind a text in a line, where the two have not one direction."""
    if turned == rtl:
        return "", ""
    left, right = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
    own, around = (right, left) if turned else (left, right)
    return around + own, own + around


def _by_letters(text: str, *, rtl: bool) -> Iterator[tuple[str, bool]]:
    if not rtl and text.isascii():
        yield from [(text, False)] if text else []
        return
    parts = [(strong, "".join(chars)) for strong, chars in groupby(text, _strong)]
    sides = [rtl, *(strong for strong, _ in parts), rtl]
    resolved = (
        ((before if before == after else rtl) if strong is None else strong, part)
        for (strong, part), before, after in zip(parts, sides, sides[2:], strict=False)
    )
    for turned, same in groupby(resolved, key=itemgetter(0)):
        yield "".join(part for _, part in same), bool(turned)


def _strong(char: str) -> bool | None:
    return _STRONG.get(unicodedata.bidirectional(char))


def _lines(text: str) -> str:
    """Text with its line breaks."""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return "<w:br/>".join(lines)


def _properties(look: Look, rtl: bool) -> str:
    parts = [
        '<w:rFonts w:ascii="DejaVu Sans Mono" w:hAnsi="DejaVu Sans Mono"/>' if look.code else "",
        "<w:b/><w:bCs/>" if look.bold else "",
        "<w:strike/>" if look.struck else "",
        f'<w:color w:val="{look.colour}"/>' if look.colour else "",
        '<w:sz w:val="17"/><w:szCs w:val="19"/>' if look.small or look.code else "",
        f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>' if look.fill else "",
        '<w:vertAlign w:val="superscript"/>' if look.raised else "",
        "<w:rtl/>" if rtl else "",
    ]
    return f"<w:rPr>{''.join(parts)}</w:rPr>" if any(parts) else ""
