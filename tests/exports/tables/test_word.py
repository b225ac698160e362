"""DOCX: what Word must find in it, in the order of the schema."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from lxml import etree

from corpus.law import Language
from exports.tables.word import docx_bytes
from tests.exports.tables.gardens import gardens

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ECMA-376 part 1, 17.3 and 17.4: the order in which the children of each must stand.
ORDER = {
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tr": "tblPrEx trPr tc",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "p": "pPr r fldSimple",
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "r": "rPr t br tab",
    "rPr": "rStyle rFonts b bCs i iCs caps strike color spacing w kern sz szCs highlight u lang",
}
FREE = {"r": {"t", "br", "tab"}, "tc": {"p", "tbl"}, "p": {"r", "fldSimple"}}
"""These may stand in any order among themselves."""


def part(body: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(body)).read(name))


@pytest.mark.parametrize("name", ["document", "styles", "header1", "footer1"])
def test_the_elements_stand_in_the_order_of_the_schema(name: str) -> None:
    root = part(docx_bytes(gardens()), f"word/{name}.xml")
    for element in root.iter(*(f"{W}{tag}" for tag in ORDER)):
        tag = etree.QName(element).localname
        order, free = ORDER[tag].split(), FREE.get(tag, set())
        places = [
            min(map(order.index, free)) if one in free else order.index(one)
            for one in (etree.QName(child).localname for child in element)
            if one in order
        ]
        assert places == sorted(places), (tag, etree.tostring(element)[:300])
        if tag in {"tbl", "tblPr", "tcPr", "tr", "r"}:
            assert {etree.QName(child).localname for child in element} <= set(order)


def test_every_cell_ends_with_a_paragraph_as_word_demands() -> None:
    for cell in part(docx_bytes(gardens()), "word/document.xml").iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


def test_the_head_is_repeated_and_rows_may_break() -> None:
    root = part(docx_bytes(gardens()), "word/document.xml")
    rows = root.findall(f"{W}body/{W}tbl/{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 8
    assert not [row for row in rows[1:] if row.find(f"{W}trPr/{W}cantSplit") is not None]


def test_the_columns_fill_the_page() -> None:
    root = part(docx_bytes(gardens()), "word/document.xml")
    widths = [int(one.get(f"{W}w", "0")) for one in root.findall(f"{W}body/{W}tbl/{W}tblGrid/*")]
    page = Document(io.BytesIO(docx_bytes(gardens()))).sections[0]
    room = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    assert 0 <= room // 635 - sum(widths) <= len(widths)
    assert widths[2] == widths[3] > 2 * widths[1]
    assert page.orientation == WD_ORIENT.LANDSCAPE
    assert (page.page_width or 0) > (page.page_height or 0)


def test_what_went_is_struck_out_and_what_came_underlined_both_bold() -> None:
    root = part(docx_bytes(gardens()), "word/document.xml")
    runs = {
        "".join(run.itertext()): {etree.QName(one).localname for one in run.iterfind(f"{W}rPr/*")}
        for run in root.iter(f"{W}r")
    }
    assert runs["утром"] == {"b", "strike"}
    assert runs["вечером"] == {"b", "u"}
    assert runs["Сад поливают "] == set()


@pytest.mark.parametrize(
    ("language", "tag"), [(Language.RU, "ru-KZ"), (Language.KK, "kk-KZ"), (Language.EN, "en-GB")]
)
def test_the_language_is_told_to_the_spelling_checker(language: Language, tag: str) -> None:
    body = docx_bytes(gardens(language))
    told = {one.get(f"{W}val") for one in part(body, "word/styles.xml").iter(f"{W}lang")}
    assert told == {tag}
    assert Document(io.BytesIO(body)).core_properties.language == tag


def test_the_documents_properties_and_dates_are_those_of_its_evidence() -> None:
    body = docx_bytes(gardens())
    told = Document(io.BytesIO(body)).core_properties
    assert (told.title, told.author) == ("СРАВНИТЕЛЬНАЯ ТАБЛИЦА", "Nusqa")
    assert told.created.replace(tzinfo=None) == datetime(2026, 11, 2, 8, 15, 30)  # noqa: DTZ001
    members = zipfile.ZipFile(io.BytesIO(body)).infolist()
    assert {one.date_time for one in members} == {(2026, 11, 2, 0, 0, 0)}


def test_pages_say_what_is_compared_and_their_number() -> None:
    body = docx_bytes(gardens())
    assert "".join(part(body, "word/header1.xml").itertext()).strip() == "Закон о садах: 1 → 2"
    foot = part(body, "word/footer1.xml")
    assert [one.get(f"{W}instr") for one in foot.iter(f"{W}fldSimple")] == ["PAGE", "NUMPAGES"]
