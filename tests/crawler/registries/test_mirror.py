"""The mirror's Markdown, metadata and editions."""

from __future__ import annotations

import pytest

from corpus.law import Cause, EditionLabel, Language, Link
from corpus.structure.lines import Line, Role
from crawler.registries import mirror
from crawler.registries.mirror_lines import read_file
from crawler.registries.pages import Format
from crawler.registries.refusals import CutPage, EmptyBody, NotAnActPage, WrongAct, WrongEdition
from tests.crawler.registries.saved import of, page, source, the

KNOWN = source(format=Format.MIRROR)


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return mirror.lines_of([page("mirror/whole.rus.md")])


def test_headings_keep_their_level(lines: list[Line]) -> None:
    assert (lines[0].role, lines[0].depth) == (Role.HEADING, 1)
    assert the(lines, "ПРАВИЛА").depth == 2


def test_a_bold_paragraph_is_a_heading_with_the_anchor_before_it(lines: list[Line]) -> None:
    assert the(lines, "Статья 1") == Line("Статья 1", Role.HEADING, "an1_st1")


def test_escapes_are_undone_and_the_registrys_star_stays(lines: list[Line]) -> None:
    assert the(lines, "1. Собирать").text == "1. Собирать совет по средам. <*>"


def test_remarks_are_notes_quoted_or_italic(lines: list[Line]) -> None:
    assert of(lines, Role.NOTE) == [
        "2) исключен Указом от 01.02.2003 № 11;",
        "Сноска. Пункт 1 изменен Указом от 01.02.2003 № 11.",
    ]
    assert the(lines, "Сноска.").links == (Link("№ 11", "https://zan.gov.kz/client/#!/doc/11/rus"),)


def test_a_quoted_run_that_is_no_remark_is_one_stamp(lines: list[Line]) -> None:
    assert of(lines, Role.STAMP) == ["УТВЕРЖДЕНЫ\nУказом старосты\nот 5 мая 1999 года N 777"]


def test_italic_lines_of_an_office_are_the_signature(lines: list[Line]) -> None:
    assert of(lines, Role.SIGNATURE) == ["Президент", "Республики Пример П. ПРИМЕРОВ"]


def test_tables_are_rows_with_escaped_bars(lines: list[Line]) -> None:
    (table,) = [line for line in lines if line.role is Role.TABLE]
    assert table.rows == (("№", "Село"), ("1", "Верхнее Малое"), ("2", "Нижнее | Дальнее"))


def test_dashes_stay_and_emphasis_inside_text_goes(lines: list[Line]) -> None:
    assert the(lines, "- тире").text == "- тире остается частью важного текста;"


def test_a_wrapped_paragraph_is_one_line(lines: list[Line]) -> None:
    assert lines[-1].text == "Последняя строка без разрыва."


def test_the_link_back_to_the_whole_is_no_text() -> None:
    file = read_file("↑ [Вся редакция](../rus.md)\n\n## Глава 1. Начало\n")
    assert [line.text for line in file.lines] == ["Глава 1. Начало"]


INDEX = (
    "# О советах\n\n> *Сноска. Изменен.*\n\n\n## Части документа\n\nДокумент разбит на\nчасти.\n\n"
    "| Часть | Название |\n|---|---|\n| [`ch001`](rus/ch001.md) | Глава 1. |\n"
    "| [`ch002`](rus/ch002.md) | Глава 2. |\n"
)


def test_the_list_of_parts_is_no_text_but_gives_their_order() -> None:
    file = read_file(INDEX)
    assert file.parts == ("rus/ch001.md", "rus/ch002.md")
    assert [line.text for line in file.lines] == ["О советах", "Сноска. Изменен."]


def test_a_split_act_is_read_whole_or_refused() -> None:
    back = "↑ [Вся редакция](../rus.md)"
    parts = [
        f"{back}\n\n## Глава {n}. Часть\n\n### Статья {n}. Слово\n\nТекст.\n".encode()
        for n in (1, 2)
    ]
    edition = mirror.read_edition([INDEX.encode(), *parts], KNOWN)
    assert edition.title == "О советах"
    assert [article.key for article in edition.articles] == ["art_1", "art_2"]
    with pytest.raises(CutPage, match="1 of the 2 part files"):
        mirror.read_edition([INDEX.encode(), parts[0]], KNOWN)


META = """
act_code: '9777'
requisite: Закон от 5 мая 1999 года N 777. Утратил силу
title: {rus: О советах (сегодня), kaz: Кеңестер туралы}
version_date: {kaz: 2009-02-09, rus: 2009-02-10}
source:
  rus: https://zan.gov.kz/client/#!/doc/9777/rus/10.02.2009
caused_by:
  code: '9126'
  requisite: Закон № 126
  title: {rus: О изменениях, kaz: Өзгерістер}
  link: https://zan.gov.kz/client/#!/doc/9126/rus
"""


def test_metadata_gives_number_labels_and_cause() -> None:
    meta = mirror.read_meta(META)
    assert (meta.bank_id, meta.ngr) == (9777, None)
    assert {language: str(label) for language, label in meta.labels.items()} == {
        Language.KK: "2009-02-09",
        Language.RU: "2009-02-10",
    }
    assert meta.cause == Cause("О изменениях", "Закон № 126", 9126)


def test_present_titles_of_the_metadata_are_not_the_editions() -> None:
    front = b"act_code: '9777'\nlanguage: rus\ntitle: Today\nversion_date: 2009-02-10"
    body = b"---\n" + front + b"\n---\n\n# Then\n\nText.\n"
    edition = mirror.read_edition([body], KNOWN)
    assert (edition.title, edition.requisites, str(edition.label)) == ("Then", "", "2009-02-10")


def test_the_original_edition_has_no_cause_in_itself() -> None:
    assert mirror.read_meta("act_code: '5'\ncaused_by: {code: '5', title: X}").cause is None


def test_front_matter_of_older_builds_says_the_day_in_its_source() -> None:
    meta = mirror.read_meta("source: https://zan.gov.kz/client/#!/doc/4/rus/07.02.2022")
    assert (meta.bank_id, str(meta.labels[Language.RU])) == (4, "2022-02-07")


def test_an_impossible_day_in_the_metadata_is_no_label() -> None:
    meta = mirror.read_meta("source: https://zan.gov.kz/client/#!/doc/4/rus/30.02.2022")
    assert meta.labels == {}


def test_a_link_to_adilet_names_the_act() -> None:
    assert (
        mirror.read_meta("link: https://old.adilet.zan.kz/rus/docs/G25SB03117M").ngr
        == "G25SB03117M"
    )


def test_broken_metadata_is_refused() -> None:
    with pytest.raises(NotAnActPage, match=r"meta\.yaml is broken"):
        mirror.read_meta("a: [")


def test_another_act_or_edition_by_front_matter_is_refused() -> None:
    body = b"---\nsource: https://zan.gov.kz/client/#!/doc/4/rus/07.02.2022\n---\n\n# T\n\nText.\n"
    with pytest.raises(WrongAct, match="number 4"):
        mirror.read_edition([body], source(reference_bank_id=7966))
    with pytest.raises(WrongEdition):
        mirror.read_edition([body], source(label=EditionLabel.parse("2023-01-01")))


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(EmptyBody):
        mirror.read_edition([b"\n"], KNOWN)


def test_editions_over_the_commits_are_listed_once_oldest_first() -> None:
    metas = [
        mirror.read_meta(META.replace("2009-02-10", day)) for day in ("2021-06-30", "1999-05-05")
    ]
    listed = mirror.read_edition_list([*metas, *metas], Language.RU)
    assert [str(one.label) for one in listed] == ["1999-05-05", "2021-06-30"]


def test_metadata_that_unfolds_without_end_is_refused_at_once() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    with pytest.raises(NotAnActPage, match="alias"):
        mirror.read_meta(f"{bomb}title: *a29\n")
    with pytest.raises(NotAnActPage, match="nested too deep"):
        mirror.read_meta(f"a: {'[' * 20_000}")


def test_metadata_that_is_no_plain_value_is_not_taken() -> None:
    meta = mirror.read_meta(
        "act_code: [9777]\nversion_date: {rus: [2009-02-09]}\n"
        "caused_by: {code: '5', title: [x], requisite: {a: b}}\nsource: !!set {x}\n"
    )
    assert (meta.bank_id, dict(meta.labels), dict(meta.sources)) == (None, {}, {})
    assert meta.cause == Cause(None, None, 5)
