from __future__ import annotations

import pytest

from corpus.law import Article
from diffing.languages.articles import compare_articles
from diffing.languages.disagreements import Disagreement
from tests.diffing.languages.making import article, part, point, subpoint, table


def found(russian: Article, kazakh: Article) -> list[tuple[str, str | None, str | None]]:
    """The kinds of the disagreements and the words of both sides."""
    compared = compare_articles(russian, kazakh, ratio=1.0)
    return [_plain(one) for one in compared.disagreements]


def _plain(one: Disagreement) -> tuple[str, str | None, str | None]:
    return (
        str(one.kind),
        one.russian.words if one.russian else None,
        one.kazakh.words if one.kazakh else None,
    )


def numbers(russian: str, kazakh: str) -> list[tuple[str | None, str | None]]:
    """The numbers on which two paragraphs disagree."""
    differing = found(article(point("1", russian)), article(point("1", kazakh)))
    assert all(kind == "number" for kind, _, _ in differing)
    return [(one, other) for _, one, other in differing]


@pytest.mark.parametrize(
    ("russian", "kazakh"),
    [
        ("Поливают за тридцать дней.", "Отыз күн бұрын суарады."),
        ("Срок - двенадцать месяцев.", "Мерзімі - бір жыл."),
        ("Платят пять минимальных заработных плат.", "Жалақының бес еселенген мөлшерін төлейді."),
        ("Нужно более половины голосов.", "Дауыстың елу пайызынан астамы керек."),
        ("Сад сажают в течение месяца.", "Бақты бір ай ішінде отырғызады."),
        ("Сад сажают в течение года.", "Бақты бір жыл ішінде отырғызады."),
        ("Сад сажают в течение года.", "Бақты жыл бойы отырғызады."),
        ("Сажает один садовник.", "Бағбан отырғызады."),
        (
            "Участвуют не более пяти опытных соседей.",
            "Қатысатын көршілердің саны бесеуден аспайды.",
        ),
        ("По пункту 2 и снова по пункту 2.", "2-тармақ бойынша."),
        ("По пунктам 2-4.", "2, 3 және 4-тармақтар бойынша."),
        ("Работают с 7 до 20 часов.", "Сағат жетіден жиырмаға дейін жұмыс істейді."),
        ("В газете (2011 г., № 39, ст. 472).", "Газетте (2011 ж., № 39, 472-құжат)."),
        ("Со дня первого опубликования.", "Алғаш жарияланған күннен бастап."),
        ("На пятый день.", "Бес күннен кешіктірмей."),
        ("До 18 часов 00 минут.", "Сағат 18.00-ге дейін."),
        ("До 18 часов 30 минут.", "Сағат 18.30-ға дейін."),
        ("До семи часов 5 минут.", "Сағат 7.05-ке дейін."),
    ],
)
def test_texts_that_say_the_same_do_not_disagree(russian: str, kazakh: str) -> None:
    assert numbers(russian, kazakh) == []


@pytest.mark.parametrize(
    ("russian", "kazakh", "expected"),
    [
        ("Ждут тридцать дней.", "Отыз бес күн күтеді.", ("тридцать дней", "Отыз бес күн")),
        ("Ждут пять рабочих дней.", "Бес күн күтеді.", ("пять рабочих дней", "Бес күн")),
        ("Ждут пять дней.", "Бес ай күтеді.", ("пять дней", "Бес ай")),
        ("Две трети соседей.", "Көршілердің үштен бірі.", ("Две трети", "үштен бірі")),
        ("До 18 часов.", "Сағат он жетіге дейін.", ("18 часов", "Сағат он жетіге")),
        ("До 8 часов 30 минут.", "Сағат 8-ге дейін.", ("8 часов 30 минут", "Сағат 8-ге")),
        (
            "С 1 мая 2020 года.",
            "2020 жылғы 1 маусымнан.",
            ("1 мая 2020 года", "2020 жылғы 1 маусымнан"),
        ),
        ("По статье 36.", "36-1-бап бойынша.", ("статье 36", "36-1-бап")),
        ("По части второй.", "Бірінші бөлік бойынша.", ("части второй", "Бірінші бөлік")),
        ("Закон № 148.", "№ 149 Заң.", ("№ 148", "№ 149")),
        (
            "Сад сажают в месячный срок.",
            "Бақты екі ай ішінде отырғызады.",
            ("месячный срок", "екі ай"),
        ),
        (
            "Сад сажают в течение года.",
            "Бақты екі жыл ішінде отырғызады.",
            ("течение года", "екі жыл"),
        ),
        ("Ждут три дня.", "Күтеді.", ("три дня", None)),
        ("Ждут.", "Үш күн күтеді.", (None, "Үш күн")),
        ("Сто МРП.", "Жүз ең төмен жалақы.", ("Сто МРП", "Жүз ең төмен жалақы")),
    ],
)
def test_a_number_that_differs_is_told_with_the_words_of_both(
    russian: str, kazakh: str, expected: tuple[str | None, str | None]
) -> None:
    assert numbers(russian, kazakh) == [expected]


def test_each_language_may_say_a_term_once_more_than_the_other_and_that_is_told() -> None:
    russian = "Ждут три дня, отвечают за три дня."
    assert numbers(russian, "Үш күн күтеді, жауап береді.") == [("три дня", None)]
    again = "Ждут три дня; в эти три дня отвечают."
    assert numbers(again, "Үш күн күтеді, сол мерзімде жауап береді.") == []


def test_what_russian_says_before_a_list_kazakh_may_say_behind_it() -> None:
    russian = article(
        point("1", "За пять дней сажают:"),
        subpoint("1", "1", "яблони;"),
        subpoint("1", "2", "груши."),
    )
    kazakh = article(
        point("1", "Мыналар:"),
        subpoint("1", "1", "алма ағаштары;"),
        subpoint("1", "2", "алмұрт ағаштары бес күнде отырғызылады."),
    )
    assert found(russian, kazakh) == []


def test_numbers_that_were_swapped_between_points_or_parts_are_told() -> None:
    russian = article(
        point("1", "Яблони сажают за пять дней."), point("2", "Груши сажают за три дня.")
    )
    kazakh = article(
        point("1", "Алма ағашын үш күнде отырғызады."), point("2", "Алмұртты бес күнде отырғызады.")
    )
    assert found(russian, kazakh) == [
        ("number", "пять дней", "үш күнде"),
        ("number", "три дня", "бес күнде"),
    ]


def test_a_number_in_another_point_answers_for_nothing() -> None:
    russian = article(point("1", "Яблони сажают за пять дней."), point("2", "Груши тоже."))
    kazakh = article(point("1", "Алма ағашын отырғызады."), point("2", "Алмұртты бес күнде."))
    assert found(russian, kazakh) == [("number", "пять дней", None), ("number", None, "бес күнде")]


def test_headings_are_compared_with_headings() -> None:
    russian = article(part("Сад."), heading="Первые 10 дней")
    kazakh = article(part("Бақ."), heading="Алғашқы 12 күн")
    assert found(russian, kazakh) == [("number", "10 дней", "12 күн")]


def test_a_remark_in_place_of_an_excluded_point_has_no_numbers() -> None:
    russian = article(point("1", "Сад."), point("2", "(исключен - Законом от 06.05.1999 N 375)"))
    kazakh = article(point("1", "Бақ."), point("2", "(алып тасталды)"))
    assert found(russian, kazakh) == []


def test_a_table_is_read_cell_by_cell() -> None:
    russian = article(table(("Статья", "10"), ("Срок", "5 дней")))
    kazakh = article(table(("Бап", "10"), ("Мерзімі", "5 күн")))
    assert found(russian, kazakh) == []
