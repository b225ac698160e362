"""The same table in every form: nothing is lost, nothing is added, nothing runs."""

from __future__ import annotations

import re

import pytest

from corpus.law import Language
from exports.tables.forms import WRITERS
from exports.tables.table import REPLACEMENT, Table, printable
from tests.exports.tables import reading
from tests.exports.tables.gardens import (
    FORMULA,
    KAZAKH,
    LONG_WORD,
    MARKUP,
    ROWS,
    SCRIPT,
    gardens,
)

READERS = {
    "docx": reading.of_docx,
    "html": reading.of_html,
    "xlsx": reading.of_xlsx,
    "csv": reading.of_csv,
    "md": reading.of_markdown,
}


def expected(table: Table, *, whole: bool) -> reading.Grid:
    places = range(len(table.columns)) if whole else table.on_paper
    heads = [table.columns[place].heading for place in places]
    rows = [[printable(row[place].text) for place in places] for row in table.rows]
    return [heads, *rows]


@pytest.mark.parametrize("ending", ["docx", "html", "xlsx"])
def test_every_word_of_the_table_is_read_back(ending: str) -> None:
    table = gardens()
    found = READERS[ending](WRITERS[ending](table))
    assert found == expected(table, whole=ending == "xlsx")


def test_csv_reads_back_but_for_the_apostrophe_before_formulas() -> None:
    table = gardens()
    found = reading.of_csv(WRITERS["csv"](table))
    wanted = expected(table, whole=True)
    assert found[3][4] == f"'{FORMULA}"
    assert (found[4][2], found[4][3], found[4][4]) == (f"'{FORMULA}", "'+1@SUM(1)", "-1")
    assert [[cell.removeprefix("'") for cell in row] for row in found] == wanted


def test_markdown_reads_back_but_for_the_cells_of_inner_tables() -> None:
    table = gardens()
    found = reading.of_markdown(WRITERS["md"](table))
    wanted = expected(table, whole=False)
    assert [row for at, row in enumerate(found) if at not in {7, 8}] == [
        row for at, row in enumerate(wanted) if at not in {7, 8}
    ]
    assert found[7][2] == "Деревья:\nяблоня | 1\nгруша | 2 | лишняя"
    assert found[8][3] == "первая\nвторая третья "


@pytest.mark.parametrize("language", Language)
def test_pdf_has_every_word_kazakh_letters_among_them(language: Language) -> None:
    table = gardens(language)
    found = reading.of_pdf(WRITERS["pdf"](table))
    for row in table.rows:
        for cell in row[1:-1]:
            for line in cell.lines:
                for piece in (one for part in (line.cells or (line.pieces,)) for one in part):
                    words = printable(piece.text).replace(REPLACEMENT, "")
                    assert reading.squeezed(words)[:300] in found.replace(REPLACEMENT, "")
    assert reading.squeezed(KAZAKH) in found
    assert LONG_WORD in found
    assert "Страница1из" in found


@pytest.mark.parametrize("ending", WRITERS)
def test_the_same_table_gives_the_same_bytes(ending: str) -> None:
    assert WRITERS[ending](gardens()) == WRITERS[ending](gardens())


@pytest.mark.parametrize("ending", WRITERS)
def test_a_table_without_rows_says_so(ending: str) -> None:
    body = WRITERS[ending](gardens(rows=()))
    if ending in {"md", "html"}:
        assert "Различий нет" in body.decode()
    elif ending == "pdf":
        assert "Различийнет" in reading.of_pdf(body)
    else:
        assert body


def test_a_page_runs_and_fetches_nothing() -> None:
    page = WRITERS["html"](gardens()).decode()
    assert SCRIPT not in page
    assert set(re.findall(r"<(\w+)", page)) <= {
        *("html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "table"),
        *("colgroup", "col", "thead", "tbody", "tr", "th", "td", "del", "ins", "section"),
        *("ul", "li"),
    }
    assert not re.search(r"\b(?:src|href|style|on\w+)=(?=[\"'])", re.sub(r"&\w+;|&#\d+;", "", page))


def test_markup_in_the_law_is_words_in_markdown_and_pdf() -> None:
    assert reading.squeezed(MARKUP) in reading.of_pdf(WRITERS["pdf"](gardens()))
    text = WRITERS["md"](gardens()).decode()
    assert "[l](javascript" not in text
    assert "\n1\\. Слова" in text or "- 1\\. Слова" in text
    assert "\n\\- Хранится" in text


def test_csv_begins_with_a_byte_order_mark_and_its_lines_end_as_the_rfc_says() -> None:
    body = WRITERS["csv"](gardens())
    assert body.startswith(b"\xef\xbb\xbf")
    assert body.endswith(b"\r\n")
    assert len(reading.of_csv(body)) == len(ROWS) + 1
