"""The reference bank's JSON: typed blocks, pages, versions, causes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.law import ActStatus, Cause, EditionLabel, Language, Link
from corpus.structure.lines import Line, Role
from crawler.registries import etalon
from crawler.registries.pages import Format
from crawler.registries.refusals import CutPage, NotAnActPage, WrongAct, WrongEdition
from tests.crawler.registries.saved import NGR, of, page, source, squeezed, the, words

PARTS = [page("etalon/page1.json"), page("etalon/page2.json")]
KNOWN = source(format=Format.ETALON)


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return etalon.lines_of(PARTS)


def answer(content: Any, **more: Any) -> bytes:
    known = {"ngr": NGR, "language": "rus", "versionDate": "2009-02-09", "content": content}
    return json.dumps({**known, **more}).encode()


def test_no_word_of_the_blocks_is_lost(lines: list[Line]) -> None:
    blocks = [block for part in PARTS for block in json.loads(part)["content"]]
    assert words(lines) == squeezed("".join(block.get("text", "") for block in blocks))


def test_the_title_is_a_heading_of_the_first_level(lines: list[Line]) -> None:
    assert lines[0] == Line("О выдуманных советах", Role.HEADING, depth=1)


def test_a_preamble_set_apart_is_text_and_keeps_adilets_anchor(lines: list[Line]) -> None:
    assert the(lines, "Мы, жители") == Line("Мы, жители выдуманных сел,", anchor="z63")


def test_two_blocks_of_one_heading_are_one_line(lines: list[Line]) -> None:
    assert the(lines, "Раздел I.").text == "Раздел I.\nОбщая часть"
    assert the(lines, "Статья 1.").role is Role.HEADING


def test_wrapping_in_a_blocks_text_is_white_space(lines: list[Line]) -> None:
    assert the(lines, "1. Совет").text == "1. Совет - это собрание. <*>"


def test_notes_excluded_points_and_italic_remarks_are_notes(lines: list[Line]) -> None:
    assert of(lines, Role.NOTE) == [
        "Примечание. См. постановление № 8.",
        "2) исключен Законом РК от 09.02.2009 № 126;",
        "Сноска. Статья 1 изменена.",
    ]
    assert the(lines, "Примечание.").links == (Link("№ 8", "/rus/docs/S2300000008"),)


def test_an_unknown_type_stays_text(lines: list[Line]) -> None:
    assert the(lines, "Неизвестный вид").role is Role.TEXT


def test_a_table_is_rows_and_text_goes_on_after_it(lines: list[Line]) -> None:
    (table,) = [line for line in lines if line.role is Role.TABLE]
    assert table.rows == (("№", "Село"), ("1", "Верхнее"))
    assert the(lines, "После таблицы.").role is Role.TEXT


def test_signature_and_stamp_are_told_apart(lines: list[Line]) -> None:
    assert of(lines, Role.SIGNATURE) == ["Староста", "П. Примеров"]
    assert of(lines, Role.STAMP) == ["Приложение 1 к Закону о советах"]


def test_the_pages_make_one_edition() -> None:
    edition = etalon.read_edition(PARTS, KNOWN)
    assert str(edition.label) == "2009-02-09"
    assert edition.title == "О выдуманных советах"
    assert {"art_1", "art_2"} <= set(edition.by_key)
    assert edition.cause == Cause(
        "О внесении изменений", "Закон от 9 февраля 2009 года № 126", 9126
    )


def test_present_requisites_and_status_are_not_told_of_an_old_edition() -> None:
    old = etalon.read_edition(PARTS, KNOWN)
    assert (old.requisites, old.status) == ("", ActStatus.UNKNOWN)
    current = [part.replace(b'"actualVersion": false', b'"actualVersion": true') for part in PARTS]
    edition = etalon.read_edition(current, KNOWN)
    assert edition.status is ActStatus.REPEALED
    assert edition.requisites.startswith("Закон Республики Пример")


def test_a_missing_page_is_a_cut_document() -> None:
    with pytest.raises(CutPage, match="1 of the document's 2 pages"):
        etalon.read_edition(PARTS[:1], KNOWN)


def test_pages_of_two_editions_are_refused() -> None:
    other = PARTS[1].replace(b"2009-02-09", b"2021-06-30")
    with pytest.raises(CutPage, match="another edition"):
        etalon.read_edition([PARTS[0], other], KNOWN)


def test_another_edition_than_asked_for_is_refused() -> None:
    asked = source(format=Format.ETALON, label=EditionLabel.parse("2004-04-13"))
    with pytest.raises(WrongEdition, match="2004-04-13"):
        etalon.read_edition(PARTS, asked)


def test_without_ngr_the_banks_number_tells_the_act() -> None:
    body = answer([{"type": "text", "text": "Слова."}], ngr="", code="4")
    with pytest.raises(WrongAct, match="number 4"):
        etalon.read_edition([body], source(reference_bank_id=7966))


def test_content_may_be_html() -> None:
    html = '<h3 id="z1">Статья 1. Понятия</h3><p class="note">Сноска. Изменена.</p><p>Слова.</p>'
    assert etalon.lines_of([answer(html)]) == [
        Line("Статья 1. Понятия", Role.HEADING, "z1"),
        Line("Сноска. Изменена.", Role.NOTE),
        Line("Слова."),
    ]


def test_content_of_another_kind_is_refused() -> None:
    with pytest.raises(NotAnActPage, match="neither HTML nor a list"):
        etalon.read_edition([answer({"a": 1})], KNOWN)


def test_addresses_name_id_language_day_and_page() -> None:
    label = EditionLabel.parse("2009-02-09")
    first = etalon.edition_request(NGR, 9777, Language.KK, label, base="http://127.0.0.1:8010")
    assert first.url == (
        "http://127.0.0.1:8010/api/documents/9777/kaz/09.02.2009?withHtml=false&page=1"
    )
    (second,) = etalon.later_parts(PARTS[0], first)
    assert (second.part, second.url[-6:], second.label) == (2, "page=2", label)
    listing = etalon.edition_list_request(NGR, 9777, Language.RU)
    assert listing.url == "https://zan.gov.kz/api/documents/9777/rus/versions"
    with pytest.raises(ValueError, match="no English"):
        etalon.edition_request(NGR, 9777, Language.EN)


def test_versions_are_listed_oldest_first_with_causes() -> None:
    listed = etalon.read_edition_list(page("etalon/versions.json"), Language.RU, bank_id=9777)
    assert [str(one.label) for one in listed] == ["1999-05-05", "2009-02-09", "2021-06-30"]
    assert listed[0].cause is None
    assert listed[2].cause == Cause(
        "О новых изменениях", "Закон от 30 июня 2021 года № 60-VII", 9160
    )
    assert listed[1].url == "https://zan.gov.kz/api/documents/9777/rus/09.02.2009"


@pytest.mark.parametrize("body", [b"[]", b"{}", b'[{"language": "rus"}]'])
def test_what_lists_no_edition_is_refused(body: bytes) -> None:
    with pytest.raises(NotAnActPage):
        etalon.read_edition_list(body, Language.RU)
