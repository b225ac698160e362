"""When an act takes effect, as the bracket behind it says."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amendments import ClauseKind, InForceClause, Verb
from corpus.notes import RemarkKind
from tests.corpus.notes.reading import amendments, only, reading

ACT = "Сноска. Статья 5 изменена Законом РК от 24.05.2021 № 41-VII"
ACT_KK = "Ескерту. 5-бапқа өзгеріс енгізілді - ҚР 24.05.2021 № 41-VII"
ACT_EN = "Footnote. Article 5 as amended by the Law No. 41-VII of 24 May 2021"
NEW_YEAR = date(2023, 1, 1)


def clause(text: str) -> tuple[ClauseKind, int | date | str | None]:
    read: InForceClause = only(text).clause
    return read.kind, read.days or read.on or read.article


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("по истечении десяти календарных дней после дня его первого официального опубликования",
         10),
        ("по истечении 10 календарных дней после его первого официального опубликования", 10),
        ("по истечении двадцати одного календарного дня после первого официального опубликования",
         21),
        ("вступает в силу через тридцать дней после опубликования", 30),
        (("вводится в действие по истечении 60 (шестидесяти) календарных дней после дня его "
         "первого официального опубликования"), 60),
    ],
)  # fmt: skip
def test_days_after_the_publication_are_counted(words: str, days: int) -> None:
    assert clause(f"{ACT} (вводится в действие {words}).") == (
        ClauseKind.DAYS_AFTER_PUBLICATION,
        days,
    )


@pytest.mark.parametrize(
    "text",
    [
        (
            f"{ACT_KK} (алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
            "қолданысқа енгізіледі) Заңымен."
        ),
        (
            f"{ACT_KK} Заңымен (алғашқы ресми жарияланғанынан кейін күнтізбелік 10 күн өткен соң "
            "қолданысқа енгізіледі)."
        ),
        f"{ACT_EN} (shall come into effect ten calendar days after its first publication).",
        (
            f"{ACT_EN} (shall be enforced upon expiry of 10 calendar days after the day of its "
            "first official publication)."
        ),
    ],
)
def test_days_after_the_publication_in_other_languages(text: str) -> None:
    assert clause(text) == (ClauseKind.DAYS_AFTER_PUBLICATION, 10)


@pytest.mark.parametrize(
    "text",
    [
        f"{ACT} (вводится в действие с 01.01.2023).",
        f"{ACT} (вводятся в действие с 1 января 2023 года).",
        f"{ACT} (вступает в силу с 1 января 2023 г.).",
        f"{ACT} (вводится в действие 01.01.2023).",
        f"{ACT} (вводится в действие с 01.01.2023 в соответствии со статьей 2).",
        f"{ACT} (вводится в действие c 01.01.2023).",  # a Latin letter
        f"{ACT}, вводится в действие с 01.01.2023.",
        f"{ACT} вводится в действие с 01.01.2023).",  # the bracket was never opened
        f"{ACT} (вводится в действие с 01.01.2023",  # nor here closed
        f"{ACT_KK} (01.01.2023 бастап қолданысқа енгізіледі) Заңымен.",
        f"{ACT_KK} (2023 жылғы 1 қаңтардан бастап қолданысқа енгізіледі) Заңымен.",
        f"{ACT_KK} Заңымен (01.01.2023 бастап күшіне енеді).",
        f"{ACT_EN} (in force from 01 January 2023).",
        f"{ACT_EN} (entered into force on 1 January 2023).",
        f"{ACT_EN} (shall be enforced from January 1, 2023).",
        f"{ACT_EN} (effective from 01.01.2023).",
    ],
)
def test_a_day_is_read_in_every_form(text: str) -> None:
    assert clause(text) == (ClauseKind.ON_DATE, NEW_YEAR)


@pytest.mark.parametrize(
    "text",
    [
        f"{ACT} (вводится в действие со дня его первого официального опубликования).",
        f"{ACT} (вводится в действие с даты официального опубликования).",
        f"{ACT} (вступает в силу с момента опубликования).",
        (
            f"{ACT} (вводится в действие со дня опубликования и распространяется на отношения, "
            "возникшие с 01.01.2020)."
        ),
        f"{ACT_KK} Заңымен (алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі).",
        f"{ACT_EN} (in force from the date of its official publication).",
    ],
)
def test_the_day_of_publication_is_a_start(text: str) -> None:
    assert clause(text) == (ClauseKind.ON_PUBLICATION, None)


@pytest.mark.parametrize(
    "text",
    [
        f"{ACT} (вводится в действие со дня подписания).",
        f"{ACT} (вводится в действие со дня подписания и подлежит официальному опубликованию).",
        f"{ACT_KK} Заңымен (қол қойылған күнінен бастап қолданысқа енгізіледі).",
        f"{ACT_EN} (in force from the date of signing).",
    ],
)
def test_the_day_of_signing_is_a_start_though_the_act_is_to_be_published(text: str) -> None:
    assert clause(text) == (ClauseKind.ON_SIGNING, None)


@pytest.mark.parametrize(
    "text",
    [
        f"{ACT} (порядок введения в действие см. ст. 2).",
        f"{ACT} (порядок введения в действие см. статью 2).",
        f"{ACT} (порядок введения в действие смотрите в ст.2 ).",
        f"{ACT} (порядок введения в действие см. ст.2 Закона N 41 ).",
        f"{ACT} (порядок введения в действие см. п.2).",
        f"{ACT} (порядок введения в действие см. пункт 4 статьи 2).",
        f"{ACT} (вводится в действие в порядке, предусмотренном статьей 2).",
        f"{ACT} порядок введения в действие см. ст.2 );",
        f"{ACT_KK} (қолданысқа енгізілу тәртібін 2-баптан қараңыз) Заңымен.",
        f"{ACT_EN} (see Article 2 for adoption procedure).",
        f"{ACT_EN} (the order of enforcement see Article 2).",
    ],
)
def test_a_reference_names_the_place_of_the_amending_act(text: str) -> None:
    assert clause(text) == (ClauseKind.BY_REFERENCE, "2")


@pytest.mark.parametrize(
    "words",
    [
        "по истечении шести месяцев после дня его первого официального опубликования",
        "по истечении десяти рабочих дней после дня его первого официального опубликования",
        "по истечении срока полномочий комиссии",
        "после официального опубликования",
        "со дня государственной регистрации",
        "с 01.01.2023, подпункт 2) вводится в действие с 01.01.2024",
        "с 01.01.2023, за исключением пункта 2",
        (
            "по истечении десяти календарных дней после дня его первого "
            "официального опубликования, "
            "за исключением пункта 3, который вводится в действие с 01.07.2023"
        ),
        "с 31.02.2023",
        "не ранее 01.01.2023",
        "в части подпункта 2) с 01.01.2023",
        "когда наступит весна, в силу особых причин",
    ],
)
def test_a_start_that_is_not_sure_is_unread_and_remarked_on(words: str) -> None:
    read = reading(f"{ACT} (вводится в действие {words}).")
    (one,) = read.amendments
    assert (one.clause.kind, one.clause.on, one.clause.days) == (ClauseKind.UNREAD, None, None)
    assert words in one.clause.quote
    assert RemarkKind.CLAUSE_UNREAD in {remark.kind for remark in read.remarks}


def test_a_bracket_that_says_nothing_of_a_start_is_remarked_on() -> None:
    read = reading(f"{ACT} (газета, номер пять).")
    assert read.amendments[0].clause == InForceClause(ClauseKind.UNREAD, quote="газета, номер пять")
    assert [remark.kind for remark in read.remarks] == [RemarkKind.BRACKET_UNREAD]


def test_an_act_without_a_bracket_has_no_clause() -> None:
    assert clause(f"{ACT}.") == (ClauseKind.NONE, None)


def test_the_quote_is_what_the_bracket_holds() -> None:
    assert only(f"{ACT} (вводится в действие с 01.01.2023).").clause.quote == (
        "вводится в действие с 01.01.2023"
    )


def test_a_clause_may_also_say_until_when() -> None:
    one = only(f"{ACT} (вводится в действие с 01.01.2023 и действует до 01.01.2025).")
    assert (one.verb, one.clause.on, one.until) == (Verb.AMENDED, NEW_YEAR, date(2025, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        (
            "Ескерту. 5-бапқа өзгерістер енгізілді - ҚР 01.02.2020 № 1, 03.04.2021 № 2 Заңдарымен "
            "(01.01.2023 бастап қолданысқа енгізіледі)."
        ),
        (
            "Сноска. Статья 5 изменена законами РК от 01.02.2020 № 1 и от "
            "03.04.2021 № 2 (вводятся в "
            "действие с 01.01.2023)."
        ),
        (
            "Сноска. Статья 5 изменена совместным приказом Министра труда РК от 01.02.2020 № 1 и "
            "Министра финансов РК от 03.04.2021 № 2 (вводится в действие с 01.01.2023)."
        ),
    ],
)
def test_a_clause_behind_a_whole_list_is_that_of_all(text: str) -> None:
    assert [one.clause.on for one in amendments(text)] == [NEW_YEAR, NEW_YEAR]


def test_a_bracket_behind_one_act_of_a_list_is_that_acts_alone() -> None:
    first, second = amendments(
        "Сноска. Статья 5 изменена законами РК от 01.02.2020 № 1; от 03.04.2021 № 2 (вводится в "
        "действие с 01.01.2023)."
    )
    assert (first.clause.kind, second.clause.on) == (ClauseKind.NONE, NEW_YEAR)


@pytest.mark.parametrize(
    "text",
    [
        f"{ACT} (вводится в действие со дня, следующего за днем его официального опубликования).",
        f"{ACT_KK} Заңымен (жарияланған күнінен кейінгі күннен бастап қолданысқа енгізіледі).",
        f"{ACT_EN} (in force from the day following the day of its first official publication).",
    ],
)
def test_the_day_that_follows_the_publication_is_not_the_day_of_publication(text: str) -> None:
    assert only(text).clause.kind is ClauseKind.DAYS_AFTER_PUBLICATION
    assert only(text).clause.days == 0


@pytest.mark.parametrize(
    "text",
    [
        f"{ACT} (вводится в действие после дня его первого официального опубликования).",
        f"{ACT_KK} (ресми жарияланған күнінен кейін қолданысқа енгізіледі) Заңымен.",
        f"{ACT_KK} (алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі) Заңымен.",
        f"{ACT_EN} (shall be enforced after the day of its first official publication).",
    ],
)
def test_after_the_day_of_publication_with_no_number_of_days_is_the_next_day(text: str) -> None:
    assert only(text).clause.kind is ClauseKind.DAYS_AFTER_PUBLICATION
    assert only(text).clause.days == 0


@pytest.mark.parametrize(
    "text",
    [
        f"{ACT} (вводится в действие через год после дня его первого официального опубликования).",
        f"{ACT} (вводится в действие спустя неделю после дня его официального опубликования).",
        f"{ACT} (вводится в действие после его официального опубликования).",
        f"{ACT} (вводится в действие после дня его подписания).",
        f"{ACT_KK} (ресми жарияланған күнінен кейін бір жыл өткен соң қолданысқа енгізіледі).",
    ],
)
def test_a_term_that_is_not_known_is_not_the_day_after_the_publication(text: str) -> None:
    assert clause(text)[0] is ClauseKind.UNREAD


def test_the_day_that_follows_the_signing_is_not_the_day_of_signing() -> None:
    text = f"{ACT} (вводится в действие со дня, следующего за днем подписания)."
    assert clause(text)[0] is ClauseKind.UNREAD
