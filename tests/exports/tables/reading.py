"""Tables read back out of their forms, cell by cell, on paper's columns."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

from docx import Document
from docx.table import Table as WordTable
from docx.table import _Cell as WordCell
from lxml import html
from openpyxl import load_workbook
from pypdf import PdfReader

Grid = list[list[str]]
_MARKED = re.compile(r"</?(?:ins|del|em)>")


def of_csv(body: bytes) -> Grid:
    return [*csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""))]


def of_xlsx(body: bytes) -> Grid:
    sheet = load_workbook(io.BytesIO(body), rich_text=True).worksheets[0]
    return [["" if one is None else str(one) for one in row] for row in sheet.values]


def of_docx(body: bytes) -> Grid:
    (table,) = Document(io.BytesIO(body)).tables
    return [[_word_cell(cell) for cell in row.cells] for row in table.rows]


def _word_cell(cell: WordCell) -> str:
    lines = []
    for part in cell.iter_inner_content():
        if isinstance(part, WordTable):
            lines += ["\t".join(one.text for one in row.cells).rstrip("\t") for row in part.rows]
        else:
            lines.append(part.text)
    return "\n".join(lines).rstrip("\n")


def of_html(body: bytes) -> Grid:
    (table,) = html.fromstring(body.decode()).xpath("//main/table")
    heads = [one.text_content() for one in table.xpath("./thead/tr/th")]
    rows = [[_html_cell(cell) for cell in row] for row in table.xpath("./tbody/tr")]
    return [heads, *rows]


def _html_cell(cell: html.HtmlElement) -> str:
    lines = []
    for part in cell:
        if part.tag == "table":
            lines += ["\t".join(one.text_content() for one in row) for row in part.iter("tr")]
        else:
            lines.append(part.text_content())
    return "\n".join(lines)


def of_markdown(body: bytes) -> Grid:
    lines = [line for line in body.decode().splitlines() if line.startswith("| ")]
    rows = [re.split(r"(?<!\\) \| ", line.removeprefix("| ").removesuffix(" |")) for line in lines]
    return [[_markdown_cell(cell) for cell in row] for row in (rows[0], *rows[2:])]


def _markdown_cell(text: str) -> str:
    words = _MARKED.sub("", text.replace("<br>", "\n"))
    assert not re.search(r"<(?!/?(?:ins|del|em)>)", words), words
    return unescape(re.sub(r"\\(.)", r"\1", words))


def of_pdf(body: bytes) -> str:
    """All words without white space: columns and lines break them."""
    pages = PdfReader(io.BytesIO(body)).pages
    return squeezed("".join(page.extract_text() for page in pages))


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)
