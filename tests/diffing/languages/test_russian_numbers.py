from __future__ import annotations

import pytest

from corpus.law import Language
from diffing.languages.reading import read


def said(text: str, *, surely: bool = True) -> list[str]:
    """The numbers of a text as `value unit`; only the certain ones, or only the others."""
    found = read(text, Language.RU)
    return [f"{one.value} {one.unit}" for one in found if one.certain is surely]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("объявляют за тридцать дней", ["30 day"]),
        ("в течение двадцати пяти дней", ["25 day"]),
        ("тридцатидневный срок", ["30 day"]),
        ("жалуются в трехдневный срок", ["3 day"]),
        ("в трёхдневный срок", ["3 day"]),
        ("10-дневный, 10-ти дневный, 3-х дневный срок", ["10 day", "10 day", "3 day"]),
        ("30 (тридцать) календарных дней", ["30 day"]),
        ("не более пяти рабочих дней", ["5 working day"]),
        ("на седьмой день и не позже пятого дня", ["7 day", "5 day"]),
        ("на первое число месяца", ["1 day"]),
        ("за трое суток", ["3 day"]),
        ("2-3 дня", ["2 day", "3 day"]),
        ("двух-трех месяцев", ["2 month", "3 month"]),
        ("от двух до пяти лет", ["2 year", "5 year"]),
        ("за тридцать и за двадцать дней", ["30 day", "20 day"]),
        ("восемнадцатилетний возраст", ["18 year"]),
        ("не моложе 25 лет", ["25 year"]),
        ("полтора года, полгода, два с половиной года", ["3/2 year", "1/2 year", "5/2 year"]),
        ("раз в две недели", ["2 week"]),
        ("в первое воскресенье мая", ["1 day of the week"]),
        ("в третьем квартале", ["3 quarter"]),
    ],
)
def test_terms_are_read_in_words_figures_and_compounds(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("до восемнадцати часов", ["18 hour"]),
        ("в 18.00 часов, в 18-00 часов, в 18:00 часов", ["18 hour"] * 3),
        ("в 9.30 часов", ["9:30 hour"]),
        ("с 7 до 20 часов", ["7 hour", "20 hour"]),
        ("до нуля часов", ["0 hour"]),
        ("пятнадцатиминутное выступление", ["15 minute"]),
    ],
)
def test_hours_and_minutes(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("один процент, 1 %, 1%", ["1 percent"] * 3),
        ("двадцатью пятью процентами голосов", ["25 percent"]),
        ("пятипроцентный барьер, 0,5 процента", ["5 percent", "1/2 percent"]),
        ("две трети, двух третей, двумя третями", ["2/3 share"] * 3),
        ("не менее половины; одна треть; три четверти", ["1/2 share", "1/3 share", "3/4 share"]),
        ("одной десятой, одной третьей части, 2/3", ["1/10 share", "1/3 share", "2/3 share"]),
        (
            "в два раза, в двадцать пять раз, дважды, вдвое",
            ["2 times", "25 times"] + ["2 times"] * 2,
        ),
        ("в пятикратном минимальном размере заработной платы", ["5 minimum wage"]),
        ("пять минимальных размеров заработной платы, 5 МЗП", ["5 minimum wage"] * 2),
        ("сто месячных расчетных показателей", ["100 monthly calculation index"]),
        ("20 МРП", ["20 monthly calculation index"]),
        (
            "1 000 000 тенге, 5 тысяч тенге, 2,5 млн тенге",
            ["1000000 tenge", "5000 tenge", "2500000 tenge"],
        ),
        ("100 000 (сто тысяч) тенге", ["100000 tenge"]),
        ("двум кандидатам, трех тысяч избирателей", ["2 person", "3000 person"]),
        ("не более пяти доверенных лиц", ["5 person"]),
        ("десять голосов", ["10 vote"]),
    ],
)
def test_shares_multiples_money_and_counts(text: str, expected: list[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "один из кандидатов",
        "ни один кандидат",
        "одно и то же лицо",
        "семью кандидата извещают",
        "тысячи людей",
        "одномандатный округ",
        "одновременно с листом",
        "первоначальные выборы",
        "код K970167_ и U1300000555",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert read(text, Language.RU) == ()


@pytest.mark.parametrize(
    "text",
    [
        "выдвигают одного кандидата",
        "со дня первого официального опубликования",
        "первый руководитель, третьи лица",
        "во-вторых, он выбыл",
        "в первый раз",
        "в течение года",
        "однократно",
        "оба кандидата",
        "эти три дня",
        "двойное гражданство",
    ],
)
def test_what_need_not_be_said_as_a_number_is_not_certain(text: str) -> None:
    assert said(text) == []
    assert said(text, surely=False)


def test_a_month_may_be_meant_without_a_number() -> None:
    assert said("в течение месяца, в месячный срок, через месяц") == ["1 month"] * 3
    assert said("месячный расчетный показатель; год и месяц рождения") == []
