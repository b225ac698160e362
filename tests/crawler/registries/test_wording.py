"""What words alone tell: days of requisites, languages, remarks, offices."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.alphabets import language_of
from corpus.law import Language
from crawler.registries.requisites import day_in
from crawler.registries.wording import (
    is_remark,
    opens_note,
    opens_signature,
    opens_stamp,
)


@pytest.mark.parametrize(
    ("requisites", "day"),
    [
        ("Закон от 23 января 2001 года № 148. Утратил силу 5 мая 2010 года", date(2001, 1, 23)),
        ("Указ от 8 мая 2005 г. N 1", date(2005, 5, 8)),
        ("Указ от 8 марта 2005 года N 1", date(2005, 3, 8)),
        ("2013 жылғы 24 сәуірдегі № 555 Жарлығы", date(2013, 4, 24)),
        ("2013 жылғы 24 сәуiрдегi № 555 Жарлығы", date(2013, 4, 24)),
        ("2004 жылғы 6 желтоқсандағы N 1484", date(2004, 12, 6)),
        ("Law dated 28 September 1995 No. 2464", date(1995, 9, 28)),
        ("Law of September 28, 1995", date(1995, 9, 28)),
        ("от 13.11.2023 № 1000", date(2023, 11, 13)),
        ("Закон от 31 февраля 2001 года", None),
        ("Закон без даты", None),
    ],
)
def test_the_first_day_of_requisites_is_read(requisites: str, day: date | None) -> None:
    assert day_in(requisites) == day


def test_letters_tell_the_language() -> None:
    russian = "Совет собирается жителями выдуманного села каждую среду. " * 5
    kazakh = "Кеңесті ауыл тұрғындары әр сәрсенбі сайын шақырады, өздері жүргізеді. " * 5
    older = kazakh.replace("і", "i")
    assert language_of(russian) is Language.RU
    assert language_of(kazakh) is language_of(older) is Language.KK
    assert (
        language_of("The council meets on Wednesdays in the invented village. " * 5) is Language.EN
    )


def test_a_russian_act_with_kazakh_names_is_russian_and_few_letters_say_nothing() -> None:
    russian = "Газеты «Егемен Қазақстан» и «Әділет» печатают решения совета выдуманного села. "
    assert (
        language_of(russian * 1 + "Совет собирается жителями выдуманного села. " * 20)
        is Language.RU
    )
    assert language_of("Кеңес") is None


@pytest.mark.parametrize(
    "text", ["Сноска. Изменен.", "Ескерту. Өзгерді.", "Footnote: See.", "Примечание ИЗПИ!"]
)
def test_remarks_open_with_their_word(text: str) -> None:
    assert opens_note(text)


@pytest.mark.parametrize(
    "text", ["14) исключен Законом", "6. Исключен Законом", "3) алып тасталды - ҚР", "Утратил силу"]
)
def test_a_repealed_unit_set_apart_is_a_remark(text: str) -> None:
    assert is_remark(text)
    assert not opens_note(text)


@pytest.mark.parametrize(
    "text", ["Примечание. Слова.", "Ескертпе. Сөздер.", "Исключение из правил"]
)
def test_legal_notes_and_common_words_open_no_footnote(text: str) -> None:
    assert not opens_note(text)


def test_stamps_and_offices_are_known() -> None:
    assert opens_stamp("УТВЕРЖДЕНЫ Указом")
    assert opens_stamp("Қаулысымен\nбекітілген")
    assert opens_signature("Президент")
    assert opens_signature("Премьер-Министр Республики")
    assert not opens_signature("Совет")
    assert not opens_signature("Президент " + "очень " * 40)
