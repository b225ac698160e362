"""Forms that other registers of law write: numbers with dots, letters, terms in words."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amendments import ClauseKind, Role, Verb
from corpus.notes import RemarkKind
from corpus.notes.clauses import clause_in
from tests.corpus.notes.reading import amendments, only, places, reading

BY = "Законом РК от 24.05.2021 № 41-VII"
KK = "- ҚР 24.05.2021 № 41-VII Заңымен"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("по истечении восьми календарных дней", 8),
        ("по истечении сорока пяти календарных дней", 45),
        ("по истечении пятидесяти дней", 50),
        ("по истечении ста восьмидесяти календарных дней", 180),
        ("по истечении 30-ти календарных дней", 30),
    ],
)
def test_a_term_in_words_is_read_as_a_whole(words: str, days: int) -> None:
    clause = clause_in(f"вводится в действие {words} после дня его опубликования").in_force
    assert (clause.kind, clause.days) == (ClauseKind.DAYS_AFTER_PUBLICATION, days)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("жарияланған күнінен кейін күнтізбелік қырық бес күн өткен соң енгізіледі", 45),
        ("жарияланған күнінен кейін күнтізбелік елу күн өткен соң енгізіледі", 50),
        ("enforced upon expiry of forty five days after publication", 45),
        ("enforced upon expiry of forty-five days after publication", 45),
    ],
)
def test_terms_in_other_languages_are_read_as_a_whole(words: str, days: int) -> None:
    assert clause_in(words).in_force.days == days


@pytest.mark.parametrize(
    "words",
    [
        "вводится в действие по истечении полусотни десяти дней после дня опубликования",
        "вводится в действие по истечении пяти десяти дней после дня опубликования",
        "вводится в действие в десятидневный срок со дня его опубликования",
        "вводится в действие через две недели со дня его опубликования",
        "enforced within one hundred eighty days of its publication",
        "жарияланған күнінен кейін екі мың бес күн өткен соң енгізіледі",
    ],
)
def test_a_term_of_which_a_word_is_not_known_is_unread(words: str) -> None:
    clause = clause_in(words).in_force
    assert (clause.kind, clause.days) == (ClauseKind.UNREAD, None)


def test_until_a_day_inclusively_ends_with_that_day() -> None:
    told = clause_in("вводится в действие с 01.01.2023 и действует до 31.12.2024 включительно")
    assert told.until == date(2025, 1, 1)


@pytest.mark.parametrize("number", ["22-42-3.3.2", "20-42-3.3.11", "08-09/3084", "41-VII"])
def test_a_number_keeps_all_its_parts(number: str) -> None:
    one = only(f"Сноска. Приложение 1 в редакции приказа Министра от 15.03.2022 № {number}.")
    assert one.act.number == number


def test_a_number_does_not_take_the_day_or_the_sentence_behind_it() -> None:
    first, second = amendments(
        "Сноска. Статья 5 изменена Законом РК от 24.05.2021 № 41-2. 3) исключен Законом РК "
        "от 24.05.2022 № 5-3.10.2023 вводится."
    )
    assert (first.act.number, second.act.number) == ("41-2", "5-3")


@pytest.mark.parametrize(
    "text",
    [
        "Сноска. Прекращено действие по истечении срока (письмо акимата от 25.09.2012 № 8/3).",
        "Сноска. Срок действия постановления истек - письмо акимата от 25.09.2012 № 8/3.",
        "Ескерту. Мерзімі бітіп, күші жойылды (әкімнің 2014 жылғы 12 наурыздағы № 1 хаты).",
    ],
)
def test_a_letter_repeals_nothing_though_the_term_has_run_out(text: str) -> None:
    read = reading(text, at=None)
    (one,) = read.amendments
    assert (one.verb, one.act.adopted, one.act.number) == (Verb.REPEALED, None, None)
    assert RemarkKind.NO_ACT in {remark.kind for remark in read.remarks}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        (f"Ескерту. 5-бап күшін жойды {KK}.", Verb.REPEALED),
        (f"Ескерту. 5-бап қайта нөмірленді {KK}.", Verb.AMENDED),
        (f"Сноска. Статья 5 перенумерована в статью 6 {BY}.", Verb.AMENDED),
        ("Footnote. Article 5 is renumbered by the Law dated 24.05.2021 No. 41-VII.", Verb.AMENDED),
    ],
)
def test_what_was_done_is_read_in_rarer_words(text: str, verb: Verb) -> None:
    assert only(text).verb is verb
    assert places(text) == ["art_5"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"ЕСКЕРТУ. 5-баптың 3-ші абзацының күші жойылды {KK}.", "5-баптың 3-ші абзацының"),
        (f"Сноска. Абзац 3-й статьи 5 исключен {BY}.", "Абзац 3-й статьи 5"),
    ],
)
def test_an_indent_with_an_ordinal_in_figures_is_not_its_whole_article(
    text: str, words: str
) -> None:
    assert [(one.target.key, one.target.words) for one in amendments(text)] == [("art_5", words)]


def test_a_bracket_that_points_to_the_former_wording_cites_nothing() -> None:
    one = only(f"Сноска. Статья 5 исключена {BY} (см. стар. ред.).")
    assert (one.verb, one.role) == (Verb.REPEALED, Role.AMENDS)


def test_what_applies_while_a_place_is_suspended_suspends_nothing_itself() -> None:
    one = only(
        f"Сноска. Действие статьи 5 приостановлено до 01.01.2023 {BY}; в период приостановления "
        "статья действует в следующей редакции."
    )
    assert (one.verb, one.until) == (Verb.SUSPENDED, date(2023, 1, 1))


@pytest.mark.parametrize(
    "text",
    [
        "Ескерту. 01.07.2026 бастап күшіне енеді – осы Конституцияның 94-бабының 1-тармағымен.",
        "Сноска. Вводится в действие с 01.07.2026 – пунктом 1 статьи 94 настоящей Конституции.",
    ],
)
def test_the_place_of_the_act_itself_by_which_it_starts_is_not_what_starts(text: str) -> None:
    one = only(text, at=None)
    assert (one.verb, one.target.key, one.clause.on) == (Verb.LATER_START, None, date(2026, 7, 1))


@pytest.mark.parametrize(
    ("acts", "form"),
    [
        ("Республиканың Конституциялық 1999.05.06. N 377, 2007.06.19. N 266 Заңдарымен",
         "constitutional law"),
        ("ҚР Үкіметінің 02.08.1999 № 1093; 08.02.2002 № 187; 08.06.2002 № 616 қаулыларымен",
         "government resolution"),
        ("ҚРҮ-нің 1999.03.19. N 278, 1999.08.11. N 1143 қаулыларымен", "government resolution"),
        ("облыстық мәслихаттың 29.10.2015 № 49-280; 05.11.2016 № 50-1 шешімдерімен",
         "maslikhat decision"),
    ],
)  # fmt: skip
def test_whose_the_acts_of_a_kazakh_list_are_is_told_before_the_first(acts: str, form: str) -> None:
    read = amendments(f"Ескерту. 5-бапқа өзгерістер енгізілді - {acts}.")
    assert {one.act.form for one in read} == {form}


@pytest.mark.parametrize(
    "act",
    [
        "2001.06.25. N 856\n\nқаулысымен",
        "2001.06.25.\nN 856 қаулысымен",
        "\n2001.06.25. N 856 қаулысымен",
    ],
)
def test_an_act_is_one_though_its_line_was_wrapped(act: str) -> None:
    one = only(f"Ескерту. 5-бап өзгерді - ҚР Үкіметінің {act}.")
    assert (one.act.adopted, one.act.number) == (date(2001, 6, 25), "856")
    assert one.act.form == "government resolution"


def test_a_line_that_begins_anew_is_not_drawn_into_the_one_before() -> None:
    first, second = amendments(f"Сноска. Статья 5 исключена {BY}\nЗаконом РК № 7 дополнена.")
    assert (first.act.number, second.act.number) == ("41-VII", "7")


def test_the_editor_of_an_english_text_is_a_label() -> None:
    one = only("Note of the RCLI! The order of enforcement of the Law see Article 41.", at=None)
    assert (one.verb, one.clause.article) == (Verb.LATER_START, "41")
