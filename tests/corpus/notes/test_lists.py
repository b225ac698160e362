"""The acts of a note: days, numbers, forms, and where one ends and the next begins."""

from __future__ import annotations

from datetime import date

import pytest

from tests.corpus.notes.reading import amendments, only


def named(text: str) -> list[tuple[str, str | None]]:
    return [(str(one.act.adopted), one.act.number) for one in amendments(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Сноска. Статья 5 изменена законами РК от 6 мая 1999 г. N 375 ; от 24.05.2021 № 41-VII.",
        (
            "Сноска. Статья 5 изменена Законом РК от 06.05.1999 № 375, Законом "
            "РК от 24 мая 2021 года "
            "№ 41-VІІ."
        ),
        "Сноска. Статья 5 изменена - Законом РК от 06.05.99 г. N 375; 24.05.2021 № 41-VII.",
        "Сноска. Статья 5 изменена законами РК: от 06.05.99 N 375; от 24.05.21 г. № 41-VII.",
        "Сноска. Статья 5 изменена законами РК № 375 от 06.05.1999 и № 41-VII от 24.05.2021.",
        (
            "Ескерту. 5-бапқа өзгеріс енгізілді - ҚР 1999.05.06. N 375, 2021.05.24 № "
            "41-VII Заңдарымен."
        ),
        (
            "Ескерту. 5-бапқа өзгеріс енгізілді - Қазақстан Республикасының 1999 "
            "жылғы 6 мамырдағы N 375 "
            "Заңымен , 2021 жылғы 24 мамырдағы № 41-VII ҚРЗ Заңымен ."
        ),
        "Footnote. Article 5 as amended by Laws No. 375 of 6 May 1999: No. 41-VII of 24 May 2021.",
        "Footnote. Article 5 as amended by Laws of 6 May, 1999 No 375; of 24 May, 2021 No 41-VII.",
        (
            "Footnote. Article 5 as amended by the Laws dated May 6, 1999 No. "
            "375; No. 41-VII dated May "
            "24, 2021."
        ),
        (
            "Footnote. Article 5 as amended by Law No. 375 of the Republic of "
            "Kazakhstan of 6 May 1999; "
            "of 24.05.2021 No. 41-VII."
        ),
    ],
)
def test_days_and_numbers_are_read_in_every_form_and_order(text: str) -> None:
    assert named(text) == [("1999-05-06", "375"), ("2021-05-24", "41-VII")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Сноска. Статья 5 исключена Законом № 42-VII.", ("None", "42-VII")),
        ("Сноска. Статья 5 изменена Указом от 11.01.2016.", ("2016-01-11", None)),
        ("Ескерту. 5-бап жаңа редакцияда - ҚР Президентінің 11.01.2016 Жарлығымен.",
         ("2016-01-11", None)),
        ("Footnote. Article 5 as amended from 8 June 2022.", ("2022-06-08", None)),
        ("Сноска. Статья 5 изменена приказом от 07.10.2020 № ҚР ДСМ-117/2020.",
         ("2020-10-07", "ҚР ДСМ-117/2020")),
        ("Сноска. Статья 5 изменена решением от 15.07.2020 № 509/67-VI.",
         ("2020-07-15", "509/67-VI")),
        ("Сноска. Статья 5 изменена Законом РК от 7 апреля 1999 г. N 374-1_ .",
         ("1999-04-07", "374-1")),
    ],
)  # fmt: skip
def test_an_act_may_lack_its_day_or_number_or_have_an_odd_one(
    text: str, act: tuple[str, str | None]
) -> None:
    assert named(text) == [act]


@pytest.mark.parametrize("written", ["09.02.20009", "31.02.2021", "31.02.99"])
def test_a_day_that_cannot_be_is_unknown_and_stays_as_it_is_written(written: str) -> None:
    one = only(f"Сноска.. Статья 5 изменена Законом РК от {written} № 84-VII.")
    assert (one.act.adopted, one.act.number) == (None, "84-VII")
    assert one.act.adopted_as_written == written


@pytest.mark.parametrize(
    ("called", "form"),
    [
        ("Законом РК", "law"),
        ("Конституционным законом РК", "constitutional law"),
        ("Кодексом РК", "code"),
        ("Указом Президента РК", "presidential decree"),
        ("Указом Президента РК, имеющим силу Конституционного закона,", "presidential decree"),
        ("постановлением Правительства РК", "government resolution"),
        ("постановлением Центральной избирательной комиссии РК", "CEC resolution"),
        ("постановлением Конституционного Совета РК", "Constitutional Council resolution"),
        ("нормативным постановлением Конституционного Суда РК", "Constitutional Court resolution"),
        ("приказом и.о. Министра юстиции РК", "minister's order"),
        ("решением Костанайского областного маслихата", "maslikhat decision"),
        ("решением маслихата города Астаны", "maslikhat decision"),
        ("постановлением Пленума Верховного Суда", None),
    ],
)
def test_the_form_of_an_act_is_what_it_is_called(called: str, form: str | None) -> None:
    assert only(f"Сноска. Статья 5 изменена {called} от 24.05.2021 № 41.").act.form == form


def forms(text: str) -> list[str | None]:
    return [one.act.form for one in amendments(text)]


def test_a_plural_form_is_that_of_the_list_and_a_single_one_between_its_acts_alone() -> None:
    assert forms(
        "Сноска. Статья 5 изменена законами РК от 01.02.2013 № 1; Конституционным законом РК от "
        "03.07.2013 № 2; от 04.08.2015 № 3."
    ) == ["law", "constitutional law", "law"]


def test_a_kazakh_form_stands_behind_its_acts() -> None:
    assert (
        forms(
            "Ескерту. 5-бап жаңа редакцияда - ҚР 2004.04.14. N 1, өзгеріс "
            "енгізілді - 2005.04.15. N 2, "
            "2007.06.19. N 3 Конституциялық заңдарымен."
        )
        == ["constitutional law"] * 3
    )
    assert forms(
        "Ескерту. 5-бапқа өзгеріс енгізілді - ҚР 2004.04.14. N 1 Заңымен , 2005.04.15. N 2 "
        "Жарлығымен."
    ) == ["law", "presidential decree"]


@pytest.mark.parametrize(
    "text",
    [
        (
            "Сноска. Статья 5 изменена приказом Министра труда РК от 01.02.2013 № 1, "
            "зарегистрированным 03.03.2013 за № 3300."
        ),
        (
            "Сноска. Статья 5 изменена приказом Министра РК от 01.02.2013 № 1 (зарегистрирован "
            "в реестре за № 3300) (вводится в действие с 01.04.2013)."
        ),
    ],
)
def test_the_number_under_which_an_act_was_registered_is_no_acts(text: str) -> None:
    assert named(text) == [("2013-02-01", "1")]


def test_the_quotes_are_the_notes_own_words_for_the_act_and_for_what_it_did() -> None:
    one = only("Сноска. Статья 5 изменена Законом РК от 24.05.2021 № 41 (см. ст. 2).")
    assert (one.quote, one.statement) == (
        "от 24.05.2021 № 41 (см. ст. 2)",
        "Статья 5 изменена Законом РК",
    )


def test_a_long_note_is_read_item_by_item() -> None:
    numbers = range(1, 201)
    listed = "; ".join(f"от 01.02.2013 № {number} (см. ст. {number})" for number in numbers)
    read = amendments(f"Сноска. Статья 5 изменена законами РК {listed}.")
    assert [(one.act.number, one.clause.article) for one in read] == [
        (str(number), str(number)) for number in numbers
    ]
    assert {one.act.adopted for one in read} == {date(2013, 2, 1)}
