"""A table as a Word document (DOCX): A4 across, a repeated head, page numbers, ready to be sent.

The package with its styles is python-docx's; the table is written as XML, in the order that the
schema wants (ECMA-376, part 1, 17.4): cell by cell python-docx would take minutes for an act.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import cast

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from corpus.law import Language
from exports.tables.table import Table, printable
from exports.tables.word_cells import filled_table
from exports.tables.zipped import NO_MOMENT, with_fixed_dates

_FONT = "Times New Roman"
_LANGUAGES = {Language.RU: "ru-KZ", Language.KK: "kk-KZ", Language.EN: "en-GB"}
_PAGE = Mm(297), Mm(210)
_MARGINS = Mm(20), Mm(12)
"""At the left, for the file; at the right."""
_EMU_IN_A_TWIP = 635
_SIDES = {"left_margin": Mm(20), "right_margin": Mm(12), "top_margin": Mm(18),
          "bottom_margin": Mm(16), "header_distance": Mm(9), "footer_distance": Mm(8)}  # fmt: skip


def docx_bytes(table: Table) -> bytes:
    """The document: title, what is compared, warnings, the table, notes, sources."""
    document = Document()
    _styles(document, _LANGUAGES[table.language])
    _page(document, table)
    document.add_paragraph(printable(table.title), style="Heading 1")
    _add(document, table.subtitle, "Compared")
    _add(document, table.warnings, "Warning")
    _add(document, table.cautions, "Remark")
    if table.rows:
        body = document.element.body
        width = _PAGE[0] - sum(_MARGINS)
        body.insert(len(body) - 1, filled_table(table, width // _EMU_IN_A_TWIP))
    else:
        _add(document, [table.empty], "Normal")
    for heading, texts in (
        (table.notes_heading, table.notes),
        (table.sources_heading, table.sources),
    ):
        if texts:
            document.add_paragraph(printable(heading), style="Heading 2")
            _add(document, texts, "Remark")
    _describe(document, table)
    file = io.BytesIO()
    document.save(file)
    return with_fixed_dates(file.getvalue(), table.moment)


def _add(document: DocumentObject, texts: Iterable[str], style: str) -> None:
    for text in texts:
        document.add_paragraph(printable(text), style=style)


def _page(document: DocumentObject, table: Table) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = _PAGE
    for name, size in _SIDES.items():
        setattr(section, name, size)
    section.header.paragraphs[0].text = printable(table.running)
    section.header.paragraphs[0].style = "Running"
    foot = section.footer.paragraphs[0]
    foot.style = "Running"
    foot.add_run(f"{printable(table.footing.page)} ")
    _field(foot, "PAGE")
    foot.add_run(f" {printable(table.footing.of)} ")
    _field(foot, "NUMPAGES")


def _field(paragraph: Paragraph, name: str) -> None:
    """A number that the word processor knows; 1 until it has counted."""
    around = cast("etree._Element", paragraph._p)  # noqa: SLF001 - python-docx has no fields
    field = etree.SubElement(around, qn("w:fldSimple"))
    field.set(qn("w:instr"), name)
    run = etree.SubElement(field, qn("w:r"))
    etree.SubElement(run, qn("w:t")).text = "1"


def _styles(document: DocumentObject, language: str) -> None:
    """The styles that are used, all in one face that has the Kazakh letters."""
    base = document.styles["Normal"]
    _face(base.element.get_or_add_rPr(), language)
    base.font.name, base.font.size = _FONT, Pt(11)
    base.paragraph_format.space_after = Pt(0)
    for defaults in document.styles.element.iter(qn("w:rPrDefault")):
        for properties in defaults.iter(qn("w:rPr")):
            _face(properties, language)
    centre, left = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
    for name, size, bold, italic, place, after in (
        ("Heading 1", 14, True, False, centre, 6),
        ("Heading 2", 11, True, False, left, 3),
        ("Compared", 12, False, False, centre, 2),
        ("Warning", 11, True, False, left, 4),
        ("Remark", 9, False, False, left, 3),
        ("Running", 9, False, False, centre, 0),
        ("Cell", 10, False, False, left, 2),
        ("Cell Remark", 10, False, True, left, 2),
        ("Cell Heading", 10, True, False, left, 2),
        ("Head", 10, True, False, centre, 0),
    ):
        known = name in {"Heading 1", "Heading 2"}
        styles = document.styles
        style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if not known:
            style.base_style = base
        _face(style.element.get_or_add_rPr(), language)
        style.font.name, style.font.size, style.font.bold = _FONT, Pt(size), bold
        style.font.italic = italic
        style.font.color.rgb = None
        style.paragraph_format.alignment = place
        style.paragraph_format.space_before = Pt(8 if name == "Heading 2" else 0)
        style.paragraph_format.space_after = Pt(after)


def _face(properties: etree._Element, language: str) -> None:
    """One face for every script, and the language that spelling is checked in."""
    for name in ("w:rFonts", "w:lang", "w:color"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), _FONT)
    properties.insert(0, fonts)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language)
    spoken.set(qn("w:eastAsia"), language)
    properties.append(spoken)


def _describe(document: DocumentObject, table: Table) -> None:
    told = document.core_properties
    moment = (table.moment or NO_MOMENT).replace(tzinfo=None, microsecond=0)
    told.title, told.subject = printable(table.title)[:255], printable(table.running)[:255]
    told.author = told.last_modified_by = "Nusqa"
    told.language = _LANGUAGES[table.language]
    told.comments, told.keywords, told.revision = "", "", 1
    told.created = told.modified = moment
