"""A Word file around a body: fonts embedded, dates fixed, the same bytes for the same content."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5
from xml.sax.saxutils import quoteattr
from zipfile import BadZipFile

from workbench.errors import InvalidInputError

FONTS = Path(__file__).parent / "fonts"
LATIN, ARABIC = "Noto Sans", "Noto Naskh Arabic"
_FILES = {
    (LATIN, "embedRegular"): "NotoSans-Regular.ttf",
    (LATIN, "embedBold"): "NotoSans-Bold.ttf",
    (ARABIC, "embedRegular"): "NotoNaskhArabic-Regular.ttf",
    (ARABIC, "embedBold"): "NotoNaskhArabic-Bold.ttf",
}
_KEYS = UUID("4b1d6a52-4a1c-5c77-9c6e-0f1f5b0a7d11")
"""Names the fonts' keys: Word files scramble a font's head with one, so that it is not a font
file of its own; the same ones each time keep the bytes the same."""
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SCRAMBLED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_KEPT = "<w:keepNext/><w:keepLines/>"
_STYLES = {
    "Normal": (20, '<w:spacing w:after="60" w:line="276" w:lineRule="auto"/>'),
    "Intense Quote": (
        20,
        '<w:shd w:val="clear" w:color="auto" w:fill="F5F6F8"/>'
        '<w:spacing w:before="80" w:after="80"/><w:ind w:left="200" w:right="200"/>',
    ),
    "Heading 1": (
        34,
        f'{_KEPT}<w:spacing w:before="120" w:after="160"/><w:outlineLvl w:val="0"/>',
    ),
    "Heading 2": (
        26,
        f'{_KEPT}<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="3" w:color="CFD4DB"/></w:pBdr>'
        '<w:spacing w:before="360" w:after="160"/><w:outlineLvl w:val="1"/>',
    ),
    "Heading 3": (
        22,
        f'{_KEPT}<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="CFD4DB"/></w:pBdr>'
        '<w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="2"/>',
    ),
    "Heading 4": (
        18,
        f'{_KEPT}<w:spacing w:before="160" w:after="60"/><w:outlineLvl w:val="3"/>',
    ),
}
"""Style → size in half points, and its paragraph's properties."""
_OLD_WAYS = re.compile(rb'(w:name="compatibilityMode"[^<>]*w:val=")\d+')
"""As programs before 2013 laid out, which let tables stand out of the margins."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def blank(base: Path | None, *, rtl: bool, language: str) -> Any:
    """An empty document with our fonts and page, or a newsroom's own to write into.

    Args:
        base: the newsroom's, with its styles, header and footer.
        rtl: read from right to left.
        language: code of the report's own words.

    Raises:
        InvalidInputError: the newsroom's is no Word file, or lacks a style.
    """
    import docx  # noqa: PLC0415 (takes 200 ms)
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    try:
        document: Any = docx.Document(str(base) if base else None)
        for name in _STYLES:
            document.styles[name]
    except (PackageNotFoundError, KeyError, ValueError, BadZipFile) as error:
        raise InvalidInputError(
            "{base} cannot be the base of a report: {reason}",
            hint="It must be a Word file with the styles {styles}.",
            base=base,
            reason=error,
            styles=", ".join(_STYLES),
        ) from error
    body = document.element.body
    for child in list(body):
        if not child.tag.endswith("sectPr"):
            body.remove(child)
    if base is None:
        _dress(document, language)
    for section in document.sections:
        if base is None:
            section.page_width, section.page_height = Mm(210), Mm(297)
            section.left_margin = section.right_margin = Mm(20)
            section.top_margin = section.bottom_margin = Mm(20)
        if rtl:
            mark = parse_xml(f'<w:bidi xmlns:w="{_MAIN}"/>')
            grid = section._sectPr.find(f"{{{_MAIN}}}docGrid")
            section._sectPr.insert(len(section._sectPr) - (grid is not None), mark)
    return document


def _dress(document: Any, language: str) -> None:
    """Our fonts and sizes in the styles that are used."""
    for name, (size, paragraph) in _STYLES.items():
        style = document.styles[name].element
        colour = "5D646E" if name == "Heading 4" else "1C1E21"
        bold = "<w:b/><w:bCs/>" if name.startswith("Heading") else ""
        _replace(style.get_or_add_pPr(), paragraph)
        _replace(
            style.get_or_add_rPr(),
            f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:cs="{ARABIC}"/>{bold}'
            f'<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size + 3}"/>'
            f"<w:lang w:val={quoteattr(language)} w:bidi={quoteattr(language)}/>",
        )


def _replace(properties: Any, inside: str) -> None:
    for child in list(properties):
        properties.remove(child)
    for part in _parsed(inside):
        properties.append(part)


def _parsed(inside: str) -> list[Any]:
    from docx.oxml import parse_xml  # noqa: PLC0415

    return list(parse_xml(f'<w:p xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">{inside}</w:p>'))


def filled(document: Any, body: str) -> Any:
    """The document with the body's paragraphs and tables, before its section's properties."""
    last = document.element.body[-1]
    for part in _parsed(body):
        last.addprevious(part)
    return document


def packed(
    document: Any, *, title: str, seal: str, program: str, moment: datetime, fonts: bool
) -> bytes:
    """The document as a file, with our fonts in it or without."""
    core = document.core_properties
    core.title, core.author, core.comments = title[:255], program, ""
    # Past python-docx, which takes 255 characters: the seal names each claim that was chosen.
    core._element.get_or_add_keywords().text = seal
    core.created = core.modified = moment.replace(tzinfo=None)
    core.revision, core.last_modified_by = 1, program
    raw = BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}
    if fonts:
        files |= _with_fonts(files)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name in sorted(files, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, files[name])
    return made.getvalue()


def _with_fonts(files: dict[str, bytes]) -> dict[str, bytes]:
    """The parts that embed our fonts."""
    made, links, faces = {}, "", dict.fromkeys((LATIN, ARABIC), "")
    for number, ((font, kind), file) in enumerate(_FILES.items(), 1):
        key = uuid5(_KEYS, file)
        made[f"word/fonts/font{number}.odttf"] = _scrambled((FONTS / file).read_bytes(), key)
        links += (
            f'<Relationship Id="rId{number}" Type="{_OFFICE}/font" '
            f'Target="fonts/font{number}.odttf"/>'
        )
        faces[font] += f'<w:{kind} r:id="rId{number}" w:fontKey="{{{str(key).upper()}}}"/>'
    table = "".join(f'<w:font w:name="{font}">{inside}</w:font>' for font, inside in faces.items())
    made["word/fontTable.xml"] = _xml(
        f'<w:fonts xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}">{table}</w:fonts>'
    )
    made["word/_rels/fontTable.xml.rels"] = _xml(
        f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>'
    )
    made["[Content_Types].xml"] = files["[Content_Types].xml"].replace(
        b"<Default ",
        f'<Default Extension="odttf" ContentType="{_SCRAMBLED}"/><Default '.encode(),
        1,
    )
    settings = files["word/settings.xml"]
    at = settings.index(b"/>", settings.index(b"<w:zoom")) + 2
    settings = settings[:at] + b"<w:embedTrueTypeFonts/>" + settings[at:]
    made["word/settings.xml"] = _OLD_WAYS.sub(rb"\g<1>15", settings)
    return made


def _scrambled(font: bytes, key: UUID) -> bytes:
    """A font, its first 32 bytes combined with the reversed key (ECMA-376, part 4, 2.8.1)."""
    mask = key.bytes[::-1] * 2
    return bytes(one ^ two for one, two in zip(font, mask, strict=False)) + font[32:]


def _xml(text: str) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{text}'.encode()
