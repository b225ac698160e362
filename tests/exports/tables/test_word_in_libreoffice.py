"""LibreOffice opens the Word document, and what it prints is the table."""

from __future__ import annotations

import subprocess

import pytest
from pypdf import PdfReader

from exports.tables.word import docx_bytes
from tests.exports.tables.gardens import FORMULA, KAZAKH, LONG_WORD, MARKUP, ROWS, SCRIPT, gardens
from tests.exports.tables.reading import squeezed
from tests.prepare import OFFICE_ADVICE, find_office

_PATIENT_SECONDS = 120


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The document on paper, page by page; the first start of an office takes a while."""
    office = find_office()
    if office is None:
        pytest.skip(OFFICE_ADVICE)
    folder = tmp_path_factory.mktemp("office")
    document = folder / "table.docx"
    document.write_bytes(docx_bytes(gardens(rows=ROWS * 3)))
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    wanted = ["--headless", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder)]
    done = subprocess.run(
        [str(office), own, *wanted, str(document)],
        capture_output=True,
        text=True,
        check=False,
        timeout=_PATIENT_SECONDS,
    )
    printed = folder / "table.pdf"
    assert printed.is_file(), done.stdout + done.stderr
    sizes = {(page.mediabox.width > page.mediabox.height) for page in PdfReader(printed).pages}
    assert sizes == {True}
    return [page.extract_text() for page in PdfReader(printed).pages]


def test_all_words_are_printed_kazakh_letters_among_them(pages: list[str]) -> None:
    words = squeezed("".join(pages))
    # Letters of another face are printed apart from their neighbours: in any order, then.
    assert set(squeezed(KAZAKH)) <= set(words)
    for text in (LONG_WORD, SCRIPT, FORMULA, MARKUP, "ОБРАЗЕЦ, а не закон"):
        assert squeezed(text) in words
    assert words.count(squeezed("Сад поливают вечером.")) == 3


def test_the_head_is_repeated_and_the_pages_are_numbered(pages: list[str]) -> None:
    assert len(pages) > 2
    table = pages[:-1]  # the last may have nothing but notes
    for number, page in enumerate(table, start=1):
        said = squeezed(page)
        assert "Структурныйэлемент" in said
        assert "Законосадах:1→2" in said
        assert f"Страница{number}из{len(pages)}" in said


def test_a_table_in_the_law_stays_a_table(pages: list[str]) -> None:
    words = squeezed("".join(pages))
    assert words.count("яблоня1") >= 3
    assert words.count("груша2лишняя") == 3
