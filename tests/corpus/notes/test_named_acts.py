"""Footnotes in the forms that the registries write, made up of our own words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.amendments import Role
from corpus.law import Edition, Footnote, Link
from corpus.notes import NamedAct, acts_in, named_acts
from crawler.registries import read
from crawler.registries.files import scan
from crawler.registries.pages import Format

MAY_2021 = date(2021, 5, 24)
MAY_1999 = date(1999, 5, 6)
READABLE = (Format.ADILET, Format.MIRROR, Format.REFERENCE_BANK_MARKDOWN, Format.PLAIN_TEXT)


def only(text: str) -> NamedAct:
    (act,) = acts_in(text)
    return act


@pytest.mark.parametrize(
    ("text", "day", "number"),
    [
        ("Сноска. Статья 5 в редакции Закона РК от 24.05.2021 № 41-VII.", MAY_2021, "41-VII"),
        ("Сноска. Статья 5 изменена Указом от 24 мая 2021 года № 41.", MAY_2021, "41"),
        ("В статью 5 внесены изменения - Законом РК от 6 мая 1999 г. N 375 .", MAY_1999, "375"),
        (
            "Ескерту. 5-бапқа өзгеріс енгізілді - ҚР 2021.05.24 № 41-VII Заңымен.",
            MAY_2021,
            "41-VII",
        ),
        (
            "Ескерту. 5-бапқа өзгеріс енгізілді - ҚР 24.05.2021 № 41-VII Заңымен.",
            MAY_2021,
            "41-VII",
        ),
        ("Ескерту. 5-бап жаңа редакцияда - ҚР 1999.05.06. N 375 Заңымен .", MAY_1999, "375"),
        ("Республикасының 2021 жылғы 24 мамырдағы № 41-VII ҚРЗ заңы", MAY_2021, "41-VII"),
        ("Footnote. Article 5 as amended by Law No. 41-VII of 24 May 2021.", MAY_2021, "41-VII"),
        ("Footnote. Article 5 as amended by the Law dated 24.05.2021 No. 41.", MAY_2021, "41"),
        ("2021-05-24 No 41-VII", MAY_2021, "41-VII"),
        ("Сноска. См. решение маслихата от 24.05.2021 № 19/222.", MAY_2021, "19/222"),
    ],
)
def test_an_act_is_named_by_day_and_number_in_every_form(text: str, day: date, number: str) -> None:
    assert (only(text).date, only(text).number) == (day, number)


@pytest.mark.parametrize("number", ["156-VII", "156-VІI", "156-VІІ", "156-vii"])
def test_a_convocation_in_cyrillic_letters_reads_like_one_in_latin(number: str) -> None:
    assert only(f"Законом РК от 05.11.2022 № {number}").number == "156-VII"


def test_letters_that_are_no_convocation_stay_as_they_are() -> None:
    assert only("См. постановление от 08.04.2023 № 8-НП").number == "8-НП"


@pytest.mark.parametrize(
    "text",
    [
        "Сноска. Пункт 13 в редакции Указа Президента РК от 11.01.2016 (со дня подписания).",
        "Ескерту. 13-тармақ жаңа редакцияда - ҚР Президентінің 11.01.2016 Жарлығымен.",
        "Footnote. Point 13 as amended by the Decree of 11 January 2016.",
    ],
)
def test_an_act_without_a_number_is_named_by_its_day(text: str) -> None:
    assert (only(text).date, only(text).number) == (date(2016, 1, 11), None)


@pytest.mark.parametrize(
    "text",
    [
        "Сноска. Данная редакция пункта 1 действует до 01.01.2025 согласно статье 133.",
        "Ескерту. 1-тармақтың осы редакциясы 01.01.2025 дейін қолданыста болады.",
        "Сноска. Порядок см. ст. 2 Закона N 116.",
        "",
    ],
)
def test_a_day_that_is_no_acts_and_a_number_without_a_day_name_none(text: str) -> None:
    assert acts_in(text) == ()


@pytest.mark.parametrize("day", ["09.02.20009", "09.02.099", "31.02.2009"])
def test_a_slip_that_leaves_no_day_or_two_leaves_the_act_without_one(day: str) -> None:
    assert (only(f"изменения - {day} N 126").date, only(f"изменения - {day} N 126").number) == (
        None,
        "126",
    )


@pytest.mark.parametrize(
    "clause",
    [
        "от 05.11.2022 № 157-VII (вводится в действие с 01.01.2023)",
        "от 05.11.2022 № 157-VII (вводятся в действие с 1 января 2023 года)",
        "05.11.2022 № 157-VII Заңымен (01.01.2023 бастап қолданысқа енгізіледі)",
        "No. 157-VII of 5 November 2022 (in force from 01 January 2023)",
        "3-1) вводится в действие с 01.01.2023 по Закону РК от 05.11.2022 № 157-VII",
        "3-1) тармақша ҚР 05.11.2022 № 157-VII Заңына сай 01.01.2023 бастап қолданысқа енгізіледі",
    ],
)
def test_the_day_of_entry_into_force_is_read_where_the_note_says_one(clause: str) -> None:
    assert only(clause).in_force_from == date(2023, 1, 1)


def test_a_clause_belongs_to_the_act_before_it_and_a_statement_to_all_that_follow() -> None:
    first, second, third = acts_in(
        "Сноска. Статья 6 с изменениями, внесенными законами РК от 01.02.2003 № 1 "
        "(вводится в действие с 01.03.2003); от 04.05.2006 N 2-III; в редакции Закона РК "
        "от 07.08.2009 № 3-IV (порядок см. ст. 2)."
    )
    assert [act.in_force_from for act in (first, second, third)] == [date(2003, 3, 1), None, None]
    assert first.statement == second.statement == "Статья 6 с изменениями, внесенными законами РК"
    assert third.statement == "в редакции Закона РК"
    assert first.quote == "от 01.02.2003 № 1 (вводится в действие с 01.03.2003)"


def test_a_bracket_that_was_never_opened_is_no_statement() -> None:
    first, second = acts_in(
        "Сноска. Статья 6 изменена Законом РК от 01.02.2003 № 1 порядок см. ст.2 ); "
        "от 04.05.2006 N 2."
    )
    assert first.statement == second.statement


def test_kazakh_statements_stand_before_the_dash() -> None:
    acts = acts_in(
        "Ескерту. 9-бап жаңа редакцияда - ҚР 1991.02.03 N 15 Заңымен , өзгерту енгізілді - "
        "1992.04.05. N 16 Заңымен , 1993.06.07 N 17 (тәртібін 2-баптан қараңыз) Заңымен."
    )
    assert [act.number for act in acts] == ["15", "16", "17"]
    assert {act.role for act in acts} == {Role.AMENDS}
    assert "жаңа редакцияда" in acts[0].statement
    assert "өзгерту енгізілді" in acts[1].statement == acts[2].statement


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Примечание! В статью 3 предусмотрены изменения Законом РК от 01.02.2003 № 1.",
            "foreseen",
        ),
        ("Ескертуі! 3-бапқа өзгерістер енгізу көзделген - ҚР 01.02.2003 № 1 Заңымен.", "foreseen"),
        ("Сноска. См. решения от 01.02.2003 № 1.", "cited"),
        ("Footnote. See Resolution No. 1 of 1 February 2003.", "cited"),
        ("Footnote. See Article 3 as amended by Law No. 1 of 1 February 2003.", "amends"),
        (
            "Сноска. Изменение на казахском, на русском языке не изменяется: от 01.02.2003 № 1.",
            "other language",
        ),
    ],
)
def test_what_an_act_does_is_told_from_its_statement(text: str, role: str) -> None:
    assert only(text).role == role


def test_each_act_has_its_own_link_by_its_number() -> None:
    note = Footnote(
        "Статья 1 изменена законами РК от 01.02.2003 № 1-II (см. ст.2); от 04.05.2006 № 2-III.",
        (Link("№ 1-II", "/one"), Link("ст.2", "/order"), Link("№ 2-ІІІ", "/two")),
    )
    assert [act.link for act in named_acts(note)] == ["/one", "/two"]


def test_an_act_is_the_same_with_or_without_its_convocation() -> None:
    with_it, without, other = (
        only(f"Законом РК от 09.02.2009 N {number}") for number in ("126-IV", "126", "127")
    )
    assert with_it.is_same_act(without)
    assert not with_it.is_same_act(other)
    assert not with_it.is_same_act(only("Законом РК от 09.02.2010 N 126"))
    assert with_it.is_same_act(only("Законом РК от 09.02.2009"))


def test_the_notes_of_a_real_chapter_name_the_same_acts_in_both_languages(
    shared_registry: Path,
) -> None:
    chapters = [
        notes
        for edition in _editions(shared_registry)
        for notes in [
            [act for note in one.notes for act in named_acts(note)]
            for one in edition.divisions
            if one.key == "ch_13-1" and str(edition.label) in ("2023-01-01", "2025-01-01")
        ]
    ]
    assert len(chapters) == 2
    for acts in chapters:
        assert [(act.date, act.number, act.in_force_from) for act in acts] == [
            (MAY_2021, "41-VII", None),
            (date(2022, 11, 5), "156-VII", date(2023, 1, 1)),
        ]


def test_every_act_that_real_notes_name_has_a_day_and_nearly_all_a_number(
    shared_registry: Path,
) -> None:
    acts = [
        act
        for edition in _editions(shared_registry)
        for _, note in edition.footnotes()
        for act in named_acts(note)
    ]
    assert len(acts) > 350
    assert all(act.date for act in acts)
    numberless = [act for act in acts if not act.number]
    assert {act.date for act in numberless} == {date(2022, 6, 8)}  # a law adopted by referendum


def _editions(registry: Path) -> list[Edition]:
    return [
        read(page.source.format, [page.body], page.source)
        for page in scan([registry])
        if page.source and page.source.format in READABLE and b"adilet-build" not in page.body
    ]
