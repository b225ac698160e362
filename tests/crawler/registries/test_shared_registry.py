"""The official texts outside the project: every file is read, and no word is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from corpus.law import Edition, Language
from corpus.structure.lines import Line, Role
from crawler.registries import adilet, markdown, mirror, plain, read, read_edition_list
from crawler.registries.adilet_page import open_page
from crawler.registries.files import SavedPage, scan
from crawler.registries.pages import EDITION_LIST_FORMATS, Format
from crawler.registries.recognising import recognise
from crawler.registries.refusals import EmptyShell
from tests.crawler.registries.saved import squeezed, words

READABLE = {
    Format.ADILET,
    Format.MIRROR,
    Format.REFERENCE_BANK_MARKDOWN,
    Format.PLAIN_TEXT,
}


@pytest.fixture(scope="module")
def pages(shared_registry: Path) -> dict[str, SavedPage]:
    return {page.path.name: page for page in scan([shared_registry])}


@pytest.fixture(scope="module")
def editions(pages: dict[str, SavedPage]) -> dict[str, Edition]:
    return {
        name: read(page.source.format, [page.body], page.source)
        for name, page in pages.items()
        if page.source is not None and page.source.format in READABLE
    }


def lines_of(page: SavedPage) -> list[Line]:
    assert page.source is not None
    match page.source.format:
        case Format.ADILET:
            return adilet.lines_of(page.body)
        case Format.MIRROR:
            return mirror.lines_of([page.body])
        case Format.REFERENCE_BANK_MARKDOWN:
            return markdown.lines_of(page.body)
        case _:
            return plain.lines_of(page.body)


def text_of(page: SavedPage) -> str:
    """The page's words, found without the code under test."""
    assert page.source is not None
    if page.source.format is Format.ADILET:
        article = open_page(page.body).article
        assert article is not None
        etree.strip_tags(article, etree.Comment)
        return squeezed(article.text_content())
    text = page.body.decode()
    if page.source.format is Format.MIRROR:
        text = re.sub(r'<a id="[^"]*"></a>|↑ \[[^\]]*\]\([^)]*\)', "", text)
        text = re.sub(r"(?<!<)\*(?!>)|^\s*>|\\", "", text, flags=re.MULTILINE)
    return squeezed(re.sub(r"^#+ ", "", text, flags=re.MULTILINE))


def test_every_file_of_the_manifest_is_there(pages: dict[str, SavedPage]) -> None:
    assert len(pages) == 17


def test_no_word_of_any_file_is_lost_in_lines(pages: dict[str, SavedPage]) -> None:
    checked = 0
    for page in pages.values():
        assert page.source is not None
        if page.source.format in READABLE:
            assert words(lines_of(page)) == text_of(page), page.path.name
            checked += 1
    assert checked == 15


def test_no_word_of_any_file_is_lost_in_editions(
    pages: dict[str, SavedPage], editions: dict[str, Edition]
) -> None:
    for name, edition in editions.items():
        # A decree's rules print a point's number and text apart; only white space differs.
        assert squeezed(edition.text()) == text_of(pages[name]), name


def test_every_file_says_the_language_that_the_manifest_says(editions: dict[str, Edition]) -> None:
    spoken = {Language.RU: 11, Language.KK: 3, Language.EN: 1}
    for language, count in spoken.items():
        assert sum(one.language is language for one in editions.values()) == count


def test_every_classic_page_is_recognised_without_the_manifest(pages: dict[str, SavedPage]) -> None:
    for name, page in pages.items():
        known = recognise(name, page.body)
        assert page.source is not None
        assert (known.ngr, known.language, known.format) == (
            page.source.ngr,
            page.source.language,
            page.source.format,
        ), name


def test_the_shell_of_the_new_adilet_is_refused(pages: dict[str, SavedPage]) -> None:
    (shell,) = [p for p in pages.values() if p.source and p.source.format is Format.ADILET_SHELL]
    assert shell.source is not None
    with pytest.raises(EmptyShell):
        read(shell.source.format, [shell.body], shell.source)


def test_the_history_page_lists_its_rows(pages: dict[str, SavedPage]) -> None:
    (page,) = [p for p in pages.values() if p.source and p.source.format in EDITION_LIST_FORMATS]
    assert page.source is not None
    listed = read_edition_list(page.source.format, page.body, page.source)
    assert [str(one.label) for one in listed] == [
        "2015-10-31",
        "2016-04-08",
        "2016-07-26",
        "2016-09-10",
    ]


def test_the_local_government_page_has_its_notes_and_its_signature(
    pages: dict[str, SavedPage],
) -> None:
    lines = lines_of(pages["Z010000148_.rus.2026-06-10.html"])
    notes = [line for line in lines if line.role is Role.NOTE]
    assert len(notes) == 12
    assert sum(len(note.links) for note in notes) == 33
    point = next(note for note in notes if note.anchor == "z60")
    assert (point.text[:3], len(point.links)) == ("14)", 1)
    assert lines[-1].role is Role.SIGNATURE


def test_the_decree_with_appendices_has_its_stamps(pages: dict[str, SavedPage]) -> None:
    lines = lines_of(pages["U050001612_.rus.html"])
    stamps = [line.anchor for line in lines if line.role is Role.STAMP]
    assert stamps == ["z4", "z49", "z57", "z60"]
    assert sum(line.role is Role.SIGNATURE for line in lines) == 1


def test_the_resolution_that_was_never_amended_is_dated_by_its_requisites(
    editions: dict[str, Edition],
) -> None:
    assert str(editions["P2300001000.rus.html"].label) == "2023-11-13"


def test_the_two_headings_of_1998_that_run_on_are_cut(editions: dict[str, Edition]) -> None:
    edition = editions["Z950002464_.rus.1998.md"]
    keys = [f"art_{number}" for number in range(1, 74)]
    assert [a.key for a in edition.articles if a.key != "preamble"] == keys
    assert len(edition.by_key["art_10"].blocks) >= 9
    assert len(edition.by_key["art_2"].heading.split()) == 2


@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("Z010000148_.rus.2010.md", 51, "art_1", "art_41"),
        ("Z950002464_.rus.2007.md", 45, "art_1", "art_43"),
        ("Z950002464_.kaz.2009.md", 26, "art_1", "art_24"),
        ("Z950002464_.ch13-1.rus.2022-02-07.md", 11, "art_113-1", "art_113-11"),
        ("Z950002464_.ch13-1.rus.2023-01-01.md", 11, "art_113-1", "art_113-11"),
        ("Z950002464_.ch13-1.kaz.2025-01-01.md", 11, "art_113-1", "art_113-11"),
    ],
)
def test_articles_are_those_of_the_act(
    editions: dict[str, Edition], name: str, count: int, first: str, last: str
) -> None:
    keys = [a.key for a in editions[name].articles if a.key.startswith("art_")]
    assert (len(keys), keys[0], keys[-1]) == (count, first, last)
    assert len(set(keys)) == count
