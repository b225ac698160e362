"""The classic act page's quirks, one by one."""

from __future__ import annotations

import pytest
from lxml import html

from corpus.law import Link
from corpus.structure.lines import Line, Role
from crawler.registries import adilet
from crawler.registries.html_lines import read_lines
from tests.crawler.registries.saved import of, page, the


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return adilet.lines_of(page("adilet/act.rus.html"))


def article(markup: str) -> list[Line]:
    return read_lines(html.fragment_fromstring(markup, create_parent="article"))


def test_the_link_to_the_contents_is_kept_as_text(lines: list[Line]) -> None:
    assert lines[0] == Line("ОГЛАВЛЕНИЕ")


def test_several_remarks_of_one_paragraph_are_several_notes(lines: list[Line]) -> None:
    notes = of(lines, Role.NOTE)
    assert notes[0] == "Сноска. Заголовок изменен Законом РК от 01.02.2003 № 11."
    assert notes[1].split("\n") == [
        "Сноска. По всему тексту:",
        'слово "сход" заменено словом "совет" Законом РК от 02.03.2004 № 22;',
        'слово "аул" заменено словом "село".',
    ]


def test_each_remark_keeps_its_own_links(lines: list[Line]) -> None:
    assert the(lines, "Сноска. Заголовок").links == (Link("№ 11", "/rus/docs/Z030000011_#z1"),)
    assert the(lines, "Сноска. По всему").links == (Link("№ 22", "/rus/docs/Z040000022_#z2"),)


def test_a_comment_is_no_text(lines: list[Line]) -> None:
    assert not any("whoever saved" in line.text for line in lines)


def test_text_outside_any_paragraph_is_not_lost(lines: list[Line]) -> None:
    assert the(lines, "Этот абзац").role is Role.TEXT


def test_glued_headings_are_lines_of_their_own(lines: list[Line]) -> None:
    at = lines.index(the(lines, "Раздел I."))
    assert [line.text for line in lines[at : at + 3]] == [
        "Раздел I.\nОбщая часть",
        "Глава 1. Начало",
        "Статья 1. Понятия",
    ]
    assert {line.role for line in lines[at : at + 3]} == {Role.HEADING}


def test_anchors_come_from_id_before_name(lines: list[Line]) -> None:
    assert the(lines, "Раздел I.").anchor == "z67"
    assert the(lines, "Статья 2.").anchor == "z4"
    assert the(lines, "1) совет").anchor == "z21"


def test_an_anchor_that_stands_alone_belongs_to_the_next_line(lines: list[Line]) -> None:
    assert the(lines, "3) писарь").anchor == "z61"


def test_a_bold_paragraph_is_a_heading_but_an_operative_word_is_not(lines: list[Line]) -> None:
    assert the(lines, "Статья 2.").role is Role.HEADING
    assert the(lines, "ПОСТАНОВЛЯЕТ:").role is Role.TEXT


def test_a_run_of_spans_and_links_is_one_note(lines: list[Line]) -> None:
    note = the(lines, "Сноска. Статья 1 в редакции")
    assert note.role is Role.NOTE
    assert note.text.endswith("N 112 (порядок см. ст. 2); от 11.07.2017 № 90-VI.")
    assert [link.text for link in note.links] == ["N 112", "ст. 2", "№ 90-VI"]


def test_a_repealed_point_without_paragraph_is_a_note_with_its_link_and_anchor(
    lines: list[Line],
) -> None:
    point = the(lines, "2) исключен")
    assert (point.role, point.anchor) == (Role.NOTE, "z60")
    assert point.links == (Link("№ 60-VII", "/rus/docs/Z2100000060#z111"),)
    assert point.text.endswith("№ 60-VII (вводится в действие с 01.07.2021);")


def test_a_link_inside_wording_stays_wording(lines: list[Line]) -> None:
    line = the(lines, "3) писарь")
    assert line.text == "3) писарь - член совета, который пишет."
    assert (line.role, line.links) == (Role.TEXT, ())


def test_a_red_notice_and_its_change_to_come_are_one_note_before_the_article(
    lines: list[Line],
) -> None:
    notice = the(lines, "Примечание ИЗПИ!")
    assert notice.role is Role.NOTE
    assert notice.text.split("\n")[1].startswith("В статью 2 предусмотрено изменение")
    assert [link.text for link in notice.links] == ["№ 291-VIII"]
    assert lines[lines.index(notice) + 1].text == "Статья 2. Сбор совета"


def test_a_break_inside_a_paragraph_stays_a_line_feed(lines: list[Line]) -> None:
    assert the(lines, "1. Совет собирает").text.split("\n")[1] == "Он же его распускает."


def test_a_repealed_article_is_its_heading_and_a_note(lines: list[Line]) -> None:
    at = lines.index(the(lines, "Статья 3. Сборы"))
    assert lines[at + 1].role is Role.NOTE
    assert lines[at + 2].text == "Статья 4. Таблица и переход"


def test_a_table_keeps_rows_and_a_remark_between_them_stands_apart(lines: list[Line]) -> None:
    at = next(n for n, line in enumerate(lines) if line.role is Role.TABLE)
    assert lines[at].rows == (("№", "Село"), ("1", "Верхнее Малое"))
    assert lines[at + 1] == Line("Сноска. Строка 2 исключена.", Role.NOTE)
    assert lines[at + 2].rows == (("3", "Нижнее"),)


def test_a_signature_table_gives_signature_lines(lines: list[Line]) -> None:
    assert of(lines, Role.SIGNATURE) == ["Староста\nвсех советов", "П. Примеров"]


def test_a_table_set_at_the_right_is_a_stamp_with_its_anchor(lines: list[Line]) -> None:
    stamp = the(lines, "ПРИЛОЖЕНИЕ 1")
    assert stamp == Line("ПРИЛОЖЕНИЕ 1\nк Закону\nо советах", Role.STAMP, "z70")


def test_an_office_in_a_table_without_italics_signs_too() -> None:
    markup = "<table><tr><td><p>Президент<br>Республики</p></td><td><br></td></tr></table>"
    assert article(markup) == [Line("Президент\nРеспублики", Role.SIGNATURE)]


def test_a_remark_at_the_end_of_a_paragraph_is_told_from_its_wording() -> None:
    made = article(
        '<p id="z1">1. Слова закона. <span class="note">Сноска. Пункт изменен.</span></p>'
    )
    assert made == [
        Line("1. Слова закона.", anchor="z1"),
        Line("Сноска. Пункт изменен.", Role.NOTE),
    ]


def test_wording_goes_on_after_a_remark_in_its_middle() -> None:
    made = article("<p>Слова <span class='note'>(исключено)</span> закона.</p>")
    assert [(line.text, line.role, line.continues) for line in made] == [
        ("Слова", Role.TEXT, False),
        ("(исключено)", Role.NOTE, False),
        ("закона.", Role.TEXT, True),
    ]


def test_a_note_broken_over_two_runs_is_joined() -> None:
    made = article(
        '<span class="note">Сноска. Изменен Законом от 01.02.2003;</span><br>'
        '<span class="note">от 02.03.2004.</span><br>'
    )
    assert [line.text for line in made] == [
        "Сноска. Изменен Законом от 01.02.2003;\nот 02.03.2004."
    ]


def test_a_legal_note_is_wording() -> None:
    assert article("<p>Примечание. Слова закона.</p>") == [Line("Примечание. Слова закона.")]


def test_an_unmarked_remark_is_known_by_its_word() -> None:
    assert article("<p>Ескерту. 1-бап өзгерді.</p>")[0].role is Role.NOTE


def test_no_word_of_the_text_is_lost() -> None:
    body = page("adilet/act.rus.html")
    markup = body.decode().partition("<article>")[2].partition("</article>")[0]
    root = html.fragment_fromstring(markup, create_parent="article")
    for comment in root.xpath("//comment()"):
        comment.drop_tree()
    wanted = "".join(root.text_content().split())
    assert "".join("".join(line.words for line in adilet.lines_of(body)).split()) == wanted


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<h3>Статья 113<sup>1</sup>. Сады</h3>", "Статья 113¹. Сады"),
        ("<p><b>Статья 113</b><sup>12</sup>. Сады</p>", "Статья 113¹². Сады"),
        ("<p>113<sup> 1-2 </sup>) сады;</p>", "113¹⁻²) сады;"),
        ("<p>25 м<sup>2</sup> сада</p>", "25 м2 сада"),
        ("<p>пункт 5<sup>*</sup></p>", "пункт 5*"),
    ],
)
def test_a_raised_number_after_a_digit_stays_raised(markup: str, said: str) -> None:
    assert [line.text for line in article(markup)] == [said]
