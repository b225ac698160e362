"""Footnotes that tell of renamings throughout a text."""

from datetime import date

import pytest

from corpus.law import Edition, Footnote, Language
from corpus.renaming_notes import renamings_in
from corpus.renamings import Renaming
from tests.diffing.making import article, edition


def told(note: str, language: Language = Language.RU) -> tuple[Renaming, ...]:
    return renamings_in(edition(Footnote(note), article("1", "Текст."), language=language))


def pairs(note: str, language: Language = Language.RU) -> list[tuple[str, str]]:
    return [pair for renaming in told(note, language) for pair in renaming.words]


def test_the_act_and_its_day_are_told_with_the_words() -> None:
    (order,) = told(
        'Сноска. По всему тексту слова "сторож", "сторожа" заменены соответственно словами '
        '"хранитель", "хранителя" Законом РК от 05.03.2012 № 20-V (вводится в действие с '
        "01.04.2012)."
    )
    assert order.words == (("сторож", "хранитель"), ("сторожа", "хранителя"))
    assert (order.by, order.day) == ("20-V", date(2012, 4, 1))
    assert (order.acts, order.within, order.outside) == (("Z010000148_",), (), ())


@pytest.mark.parametrize(
    "note",
    [
        'Сноска. По тексту слово "сторож" заменено словом "хранитель" Законом от 05.03.2012 № 20.',
        "Сноска. В тексте слова «сторож» заменены словами «хранитель» - Законом от 05.03.2012 N 20",
        'Сноска. По всему тексту Закона слово "сторож" заменить словом "хранитель".',
        (
            'Сноска. По всему тексту настоящего Конституционного закона: слово "сторож" заменено '
            'словом "хранитель".'
        ),
        'Сноска. Заголовок изменен, в тексте слова "сторож" заменены словами "хранитель".',
    ],
)
def test_russian_orders_are_read(note: str) -> None:
    assert pairs(note) == [("сторож", "хранитель")]


@pytest.mark.parametrize(
    "note",
    [
        (
            'Ескерту. Бүкіл мәтін бойынша "күзетші" деген сөздер тиісінше "сақтаушы" деген '
            "сөздермен ауыстырылды - ҚР 2012.03.05 № 20-V Заңымен."
        ),
        (
            'Ескерту. Заңның бүкіл мәтіні бойынша "күзетші" деген сөз "сақтаушы" деген сөзбен '
            "ауыстырылсын."
        ),
        "Ескерту. Мәтін бойынша «күзетші» деген сөздер «сақтаушы» деген сөздермен ауыстырылды.",
    ],
)
def test_kazakh_orders_are_read(note: str) -> None:
    assert pairs(note, Language.KK) == [("күзетші", "сақтаушы")]


def test_english_orders_are_read() -> None:
    note = 'Footnote. Throughout the text the words "guard" are replaced by the words "keeper".'
    assert pairs(note, Language.EN) == [("guard", "keeper")]


def test_each_item_of_a_list_of_orders_has_its_own_act() -> None:
    first, second = told(
        'Сноска. По всему тексту Закона:\nслова "сторож" заменены словами "хранитель" Законом РК '
        'от 05.03.2012 № 20-V;\nслова "дворник" заменены словами "уборщик" Законом РК от '
        "07.04.2015 № 30-V."
    )
    assert [(order.words, order.by) for order in (first, second)] == [
        ((("сторож", "хранитель"),), "20-V"),
        ((("дворник", "уборщик"),), "30-V"),
    ]


def test_one_new_word_may_stand_for_several_old_ones() -> None:
    note = 'Сноска. По всему тексту слова "сторож", "вахтер" заменены словом "хранитель".'
    assert pairs(note) == [("сторож", "хранитель"), ("вахтер", "хранитель")]


@pytest.mark.parametrize(
    "note",
    [
        'Сноска. По всему тексту, за исключением главы 14, слово "сторож" заменено словом "х".',
        (
            'Сноска. По всему тексту Закона, за исключением главы 14, слова "сторож" заменены '
            'словами "х" Законом от 05.03.2012 № 20.'
        ),
    ],
)
def test_an_exception_is_kept(note: str) -> None:
    assert [order.outside for order in told(note)] == [("ch_14",)]


def test_a_kazakh_exception_is_kept_too() -> None:
    (order,) = told(
        'Ескерту. Заңның бүкіл мәтіні бойынша, 14-тарауды қоспағанда, "күзетші" деген сөздер '
        '"сақтаушы" деген сөздермен ауыстырылды.',
        Language.KK,
    )
    assert order.outside == ("ch_14",)


@pytest.mark.parametrize(
    "note",
    [
        'Сноска. В статье 5 слова "сторож" заменены словами "хранитель".',
        'Сноска. По всему тексту статьи 5 слова "сторож" заменены словами "хранитель".',
        'Сноска. По всему тексту на русском языке слова "сторож" заменены словами "хранитель".',
        'Сноска. По всему тексту слово "всякий" исключено Законом от 05.03.2012 № 20.',
        'Сноска. По всему тексту слова "а", "б", "в" заменены словами "г", "д".',
        "Сноска. По всему тексту слова сторож заменены словами хранитель.",
        'Сноска. По всему тексту, кроме некоторых норм, слова "а" заменены словами "б".',
    ],
)
def test_what_is_not_surely_throughout_is_no_renaming(note: str) -> None:
    assert told(note) == ()


def test_an_item_about_one_article_ends_what_was_throughout() -> None:
    note = (
        'Сноска. По всему тексту слова "сторож" заменены словами "хранитель"; в статье 5 слова '
        '"дворник" заменены словами "уборщик".'
    )
    assert pairs(note) == [("сторож", "хранитель")]


def in_article(note: str) -> Edition:
    return edition(article("1", "Текст."), article("5", "Текст.", Footnote(note)))


def test_a_note_at_an_article_speaks_of_that_article() -> None:
    note = 'Сноска. По тексту слово "сторож" заменено словом "хранитель".'
    assert [order.within for order in renamings_in(in_article(note))] == [("art_5",)]


def test_a_note_at_an_article_that_names_the_act_speaks_of_the_act() -> None:
    note = 'Сноска. По всему тексту Закона слово "сторож" заменено словом "хранитель".'
    assert [order.within for order in renamings_in(in_article(note))] == [()]


@pytest.mark.parametrize(
    ("note", "language", "outside"),
    [
        (
            (
                'По всему тексту слово "сторож" заменено словом "хранитель", кроме главы 2, '
                "Законом от 05.03.2012 № 20."
            ),
            Language.RU,
            ("ch_2",),
        ),
        (
            (
                'По всему тексту, кроме статьи 15, слово "сторож" заменено словом "хранитель" '
                "Законом от 05.03.2012 № 20, за исключением статьи 20-1."
            ),
            Language.RU,
            ("art_15", "art_20-1"),
        ),
        (
            (
                '2-тарауды қоспағанда, бүкіл мәтін бойынша "күзетші" деген сөздер "сақтаушы" деген '
                "сөздермен ауыстырылды."
            ),
            Language.KK,
            ("ch_2",),
        ),
    ],
)
def test_an_exception_is_heard_wherever_it_stands(
    note: str, language: Language, outside: tuple[str, ...]
) -> None:
    (order,) = told(note, language)
    assert order.outside == outside


@pytest.mark.parametrize(
    ("note", "language"),
    [
        (
            (
                'По всему тексту слово "сторож" заменено словом "хранитель" Законом от 05.03.2012 '
                "№ 20 (за исключением пункта 2 статьи 5)."
            ),
            Language.RU,
        ),
        (
            'По всему тексту слово "сторож" заменено словом "хранитель", кроме статей 15 и 16.',
            Language.RU,
        ),
        (
            (
                '5, 6-баптарды қоспағанда, бүкіл мәтін бойынша "күзетші" деген сөздер "сақтаушы" '
                "деген сөздермен ауыстырылды."
            ),
            Language.KK,
        ),
    ],
)
def test_an_order_with_an_exception_that_is_not_understood_is_left_out(
    note: str, language: Language
) -> None:
    assert told(note, language) == ()
