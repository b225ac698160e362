from __future__ import annotations

import pytest

from corpus.law import Footnote, Language
from diffing.languages.footnotes import acts_named
from diffing.languages.reading import read
from diffing.languages.readings import ReadingKind


def said(text: str, language: Language, kind: ReadingKind) -> list[str]:
    found = [one for one in read(text, language) if one.kind is kind]
    if kind is ReadingKind.REFERENCE:
        return [f"{one.unit} {one.value}" for one in found]
    return [one.value for one in found]


@pytest.mark.parametrize(
    ("russian", "kazakh", "expected"),
    [
        ("от 24 мая 2021 года", "2021 жылғы 24 мамырдағы", ["2021-05-24"]),
        ("24.05.2021", "24.05.2021", ["2021-05-24"]),
        ("от 1999.05.06", "1999.05.06.", ["1999-05-06"]),
        ("с 1 января 2025 года", "2025 жылдың 1 қаңтарынан бастап", ["2025-01-01"]),
        ("на 1 января каждого года", "әр жылдың 1 қаңтарына", ["01-01"]),
        ("двадцать первого июня 2020 года", "2020 жылғы жиырма бірінші маусым", ["2020-06-21"]),
        ("с 1 по 15 мая", "1-15 мамыр аралығында", ["05-01", "05-15"]),
        ("до первого мая", "мамырдың 1-іне дейін", ["05-01"]),
        ("в мае 2013 года", "2013 жылғы мамырда", ["2013-05"]),
        ("2011 г., № 39", "2011 ж., № 39", ["2011"]),
        ("в 2012-2014 годах", "2012-2014 жылдары", ["2012", "2014"]),
        ("в 2012, 2013 и 2014 годах", "2012, 2013 және 2014 жылдары", ["2012", "2013", "2014"]),
        (
            "тысяча девятьсот девяносто пятого года",
            "бір мың тоғыз жүз тоқсан бесінші жылғы",
            ["1995"],
        ),
        ("31 февраля", "31 ақпан", []),
    ],
)
def test_dates_are_the_same_in_both_languages(
    russian: str, kazakh: str, expected: list[str]
) -> None:
    assert said(russian, Language.RU, ReadingKind.DATE) == expected
    assert said(kazakh, Language.KK, ReadingKind.DATE) == expected


@pytest.mark.parametrize(
    ("russian", "kazakh", "expected"),
    [
        ("статьи 36", "36-бап", {"article 36"}),
        ("статьями 32 и 36-1", "32 және 36-1-баптарына", {"article 32", "article 36-1"}),
        ("пунктом 4 статьи 87", "87-бабының 4-тармағына", {"article 87", "point 4"}),
        ("подпункт 3-1) пункта 2", "2-тармақтың 3-1) тармақшасы", {"point 2", "subpoint 3-1"}),
        (
            "подпунктами 1), 2) и 5)",
            "1), 2) және 5) тармақшаларында",
            {"subpoint 1", "subpoint 2", "subpoint 5"},
        ),
        ("части второй", "екінші бөлігі", {"part 2"}),
        ("первой и второй частей", "бірінші және екінші бөліктерінің", {"part 1", "part 2"}),
        ("абзаце втором части первой", "бірінші бөліктің екінші абзацында", {"indent 2", "part 1"}),
        ("глав 13-1 и 14", "13-1 және 14-тараулардың", {"chapter 13-1", "chapter 14"}),
        ("раздела II", "II бөлімнің", {"section 2"}),
        ("приложению 3", "3-қосымшаға", {"appendix 3"}),
        ("пунктам 2 - 5", "2 – 5-тармақтарға", {"point 2-5"}),
        ("п. 3 ст. 10", "10-баптың 3-тармағы", {"article 10", "point 3"}),
    ],
)
def test_references_are_the_same_in_both_languages(
    russian: str, kazakh: str, expected: set[str]
) -> None:
    assert set(said(russian, Language.RU, ReadingKind.REFERENCE)) == expected
    assert set(said(kazakh, Language.KK, ReadingKind.REFERENCE)) == expected


def test_a_share_a_proposal_and_a_polling_place_are_no_references() -> None:
    text = "не менее одной третьей части; по предложению 5 жителей; в пунктах для голосования"
    assert said(text, Language.RU, ReadingKind.REFERENCE) == []


def test_the_number_of_an_article_is_no_count_and_that_of_a_document_neither() -> None:
    text = "статьи 36 Закона № 148 от 23 января 2001 года"
    assert said(text, Language.RU, ReadingKind.QUANTITY) == []
    assert said(text, Language.RU, ReadingKind.DOCUMENT) == ["148"]


@pytest.mark.parametrize(
    "form", ["№ 156-VII", "N 156", "№ 156-VІI", "№156-VII ЗРК", "№ 156-VII ҚРЗ"]
)
def test_an_act_is_the_same_with_its_convocation_or_without(form: str) -> None:
    for language in (Language.RU, Language.KK):
        assert said(f"Закон {form}", language, ReadingKind.DOCUMENT) == ["156"]


def test_footnotes_of_all_times_name_the_same_acts() -> None:
    russian = Footnote(
        "Сноска. Статья 9 с изменениями - законами РК от 6 мая 1999 г. N 375; от 24.05.2021 "
        "№ 41-VII (вводится в действие с 01.06.2021)."
    )
    kazakh = Footnote(
        "Ескерту. 9-бапқа өзгерістер енгізілді - ҚР 1999.05.06. N 375, 2021 жылғы 24 мамырдағы "
        "№ 41 Заңдарымен (01.06.2021 бастап қолданысқа енгізіледі)."
    )
    named = acts_named([russian], Language.RU)
    assert list(named) == ["1999-05-06 375", "2021-05-24 41"]
    assert acts_named([kazakh], Language.KK).keys() == named.keys()
