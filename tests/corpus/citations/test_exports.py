"""Citations for reference managers, read back by libraries that know the formats."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import given
from hypothesis import strategies as st

from corpus.citations.exports import CitationRecord, bibtex, csl_json, ris
from corpus.law import Language

RECORD = CitationRecord(
    id="Z010000148_-art_36__p_2-2022-02-07-ru",
    title="О садах & огородах",
    citation="пункт 2 статьи 36 Закона от 23 января 2001 года № 148-II «О садах & огородах»",
    place="ст. 36 п. 2",
    language=Language.RU,
    edition="2022-02-07",
    url="https://n.example/v1/acts/Z010000148_/articles/art_36/pinned?lang=ru&text=0a%20b",
    form="law",
    number="148-II",
    adopted=date(2001, 1, 23),
    snapshot="9f86d081",
)
HOSTILE = st.text(
    alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1
).map(str.strip).filter(bool)  # fmt: skip


def test_bibtex_is_one_entry_with_its_fields() -> None:
    library = parse_string(bibtex(RECORD))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert (entry.entry_type, entry.key) == ("misc", RECORD.id)
    assert entry["year"] == "2001"
    assert entry["url"] == RECORD.url
    assert entry["number"] == "148-II"


@given(HOSTILE)
def test_no_letter_breaks_a_bibtex_entry(title: str) -> None:
    library = parse_string(bibtex(replace(RECORD, citation=title, form=title)))
    assert not library.failed_blocks
    (entry,) = library.entries
    assert entry["language"] == "russian"


@pytest.mark.parametrize("title", ["50 % of {all} & more", "a_b#c$d", "«ё» – ~ \\"])
def test_latex_prints_the_letters_of_a_title(title: str) -> None:
    library = parse_string(
        bibtex(replace(RECORD, citation=title)),
        append_middleware=[LatexDecodingMiddleware()],
    )
    (entry,) = library.entries
    assert entry["title"] == title


def test_ris_is_a_statute_with_its_fields() -> None:
    text = ris(RECORD)
    (found,) = rispy.loads(text)
    assert found["type_of_reference"] == "STAT"
    assert found["title"] == RECORD.citation
    assert found["year"] == "2001"
    assert found["urls"] == [RECORD.url]
    assert text.endswith("\r\nER  - \r\n")
    assert all(line[2:6] == "  - " for line in text.split("\r\n") if line)


def test_a_decree_is_a_legal_rule() -> None:
    (found,) = rispy.loads(ris(replace(RECORD, form="presidential decree")))
    assert found["type_of_reference"] == "LEGAL"


@given(st.text())
def test_no_line_break_breaks_a_ris_record(title: str) -> None:
    text = ris(replace(RECORD, citation=title, title=title))
    lines = text.removesuffix("\r\n").split("\r\n")
    assert lines[0] == "TY  - STAT"
    assert [line for line in lines if line.startswith("ER")] == ["ER  - "]


def test_csl_is_one_item_of_legislation() -> None:
    (item,) = json.loads(csl_json(RECORD))
    assert item["type"] == "legislation"
    assert item["issued"] == {"date-parts": [[2001, 1, 23]]}
    assert item["URL"] == RECORD.url
    assert (item["number"], item["section"]) == ("148-II", "ст. 36 п. 2")


def test_what_is_not_known_is_left_out() -> None:
    record = replace(RECORD, number=None, adopted=None, form=None, snapshot=None)
    (item,) = json.loads(csl_json(record))
    assert "issued" not in item
    assert "number" not in item
    (entry,) = parse_string(bibtex(record)).entries
    assert "year" not in entry
    (found,) = rispy.loads(ris(record))
    assert "year" not in found


@pytest.mark.parametrize("write", [bibtex, ris, csl_json])
def test_a_sample_says_that_it_is_no_official_text(write: object) -> None:
    assert callable(write)
    assert "не официальный текст" in write(replace(RECORD, sample=True))
    assert "не официальный текст" not in write(RECORD)
