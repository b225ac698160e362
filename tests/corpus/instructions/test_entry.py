"""The amending act's own entry into force, for each instruction."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amendments import ClauseKind
from corpus.instructions.operations import Instructions
from corpus.instructions.reading import read_instructions
from corpus.law import Language
from tests.corpus.instructions.making import FRAMES, edition_of, read

RU, KK = Language.RU, Language.KK
THREE = (
    "1) статью 5 исключить;",
    "2) статью 6 исключить;",
    "3) в статье 7:",
    "пункт 1 исключить;",
    "пункт 2 исключить;",
)


def starts(found: Instructions) -> list[tuple[ClauseKind, date | None]]:
    return [(one.clause.kind, one.clause.on) for one in found.operations]


@pytest.mark.parametrize(
    ("language", "words", "kind", "days", "on"),
    [
        (RU, ("Настоящий Закон вводится в действие по истечении десяти календарных дней после дня "
         "его первого официального опубликования."), ClauseKind.DAYS_AFTER_PUBLICATION, 10, None),
        (RU, "Настоящий Закон вводится в действие с 1 марта 2024 года.", ClauseKind.ON_DATE, None,
         date(2024, 3, 1)),
        (RU, "Настоящее постановление вводится в действие со дня его подписания.",
         ClauseKind.ON_SIGNING, None, None),
        (RU, "Настоящий Указ вводится в действие со дня его первого официального опубликования.",
         ClauseKind.ON_PUBLICATION, None, None),
        (RU, "Настоящий Закон вводится в действие после дня первого официального опубликования.",
         ClauseKind.DAYS_AFTER_PUBLICATION, 0, None),
        (KK, "Осы Заң алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі.",
         ClauseKind.DAYS_AFTER_PUBLICATION, 0, None),
        (RU, "Настоящий Закон вводится в действие, когда зацветет сад.", ClauseKind.UNREAD, None,
         None),
        (KK, ("Осы Заң алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң "
         "қолданысқа енгізіледі."), ClauseKind.DAYS_AFTER_PUBLICATION, 10, None),
        (KK, "Осы Заң 2024 жылғы 1 наурыздан бастап қолданысқа енгізіледі.", ClauseKind.ON_DATE,
         None, date(2024, 3, 1)),
    ],
)  # fmt: skip
def test_one_start_holds_for_every_instruction(
    language: Language, words: str, kind: ClauseKind, days: int | None, on: date | None
) -> None:
    instruction = {RU: "1) статью 5 исключить;", KK: "1) 5-бап алып тасталсын;"}[language]
    found = read(instruction, language=language, entry=words)
    (operation,) = found.operations
    assert (operation.clause.kind, operation.clause.days, operation.clause.on) == (kind, days, on)
    assert operation.clause.quote == words


def test_an_act_that_does_not_say_when_it_starts_leaves_it_unsaid() -> None:
    assert starts(read(*THREE[:1])) == [(ClauseKind.NONE, None)]


def test_deviations_in_a_list_hold_for_the_units_they_name() -> None:
    found = edition_of(
        "\n".join(
            [
                "Статья 1.",
                FRAMES[RU],
                *THREE,
                "Статья 2.",
                "Настоящий Закон вводится в действие с 1 марта 2024 года, за исключением:",
                "1) подпункта 2) статьи 1, который вводится в действие с 1 июня 2025 года;",
                (
                    "2) абзаца третьего подпункта 3) статьи 1, который вводится в действие с 1 "
                    "января 2026 года."
                ),
            ]
        )
    )
    assert starts(read_instructions(found)) == [
        (ClauseKind.ON_DATE, date(2024, 3, 1)),
        (ClauseKind.ON_DATE, date(2025, 6, 1)),
        (ClauseKind.ON_DATE, date(2024, 3, 1)),
        (ClauseKind.ON_DATE, date(2026, 1, 1)),
    ]


def test_deviations_in_the_sentence_hold_for_the_units_they_name() -> None:
    found = read(
        *THREE,
        entry="Настоящий Закон вводится в действие с 1 марта 2024 года, за исключением подпункта "
        "1) статьи 1, который вводится в действие с 1 мая 2024 года, и подпункта 3) статьи 1, "
        "который вводится в действие с 1 июня 2025 года.",
    )
    assert [on for _, on in starts(found)] == [
        date(2024, 5, 1),
        date(2024, 3, 1),
        date(2025, 6, 1),
        date(2025, 6, 1),
    ]


def test_kazakh_deviations_in_the_sentence_hold_for_the_units_they_name() -> None:
    found = read(
        "1) 5-бап алып тасталсын;",
        "2) 6-бап алып тасталсын;",
        language=KK,
        entry="Осы Заң 2025 жылғы 1 маусымнан бастап қолданысқа енгізілетін 1-баптың 2) "
        "тармақшасын қоспағанда, 2024 жылғы 1 наурыздан бастап қолданысқа енгізіледі.",
    )
    assert [on for _, on in starts(found)] == [date(2024, 3, 1), date(2025, 6, 1)]


def test_a_deviation_for_half_of_an_instruction_leaves_its_start_unread() -> None:
    found = read(
        "1) статью 5 изложить в следующей редакции:",
        '"Статья 5. О саде',
        "1. Утром.",
        '2. Вечером.";',
        entry="Настоящий Закон вводится в действие с 1 марта 2024 года, за исключением абзаца "
        "третьего подпункта 1) статьи 1, который вводится в действие с 1 мая 2025 года.",
    )
    assert starts(found) == [(ClauseKind.UNREAD, None)]


def test_a_deviation_that_cannot_be_read_leaves_every_start_unread() -> None:
    found = read(
        *THREE[:2],
        entry="Настоящий Закон вводится в действие с 1 марта 2024 года, за исключением отдельных "
        "положений.",
    )
    assert {kind for kind, _ in starts(found)} == {ClauseKind.UNREAD}


def test_a_day_that_cannot_be_is_no_start() -> None:
    found = read(THREE[0], entry="Настоящий Закон вводится в действие с 31 февраля 2024 года.")
    assert starts(found) == [(ClauseKind.UNREAD, None)]


LATER = date(2021, 1, 1)
STAGED = [
    (RU, ("Настоящий Закон вводится в действие с 1 июля 2020 года, кроме подпункта 1) статьи 1, "
          "который вводится в действие с 1 января 2021 года."), [LATER, None, None, None]),
    (RU, ("Настоящий Закон вводится в действие с 1 июля 2020 года, за исключением подпункта 2) "
          "статьи 1, вводимого в действие с 1 января 2021 года."), [None, LATER, None, None]),
    (RU, ("Настоящий Закон вводится в действие с 1 июля 2020 года. Подпункт 2) статьи 1 "
          "настоящего Закона вводится в действие с 1 января 2021 года."),
     [None, LATER, None, None]),
    (RU, ("Подпункт 1) статьи 1 настоящего Закона вводится в действие с 1 января 2021 года. "
          "Настоящий Закон вводится в действие с 1 июля 2020 года."), [LATER, None, None, None]),
    (KK, ("Осы Заң, 2021 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 3) "
          "тармақшасының екінші және үшінші абзацтарын, 1) тармақшасын қоспағанда, 2020 жылғы 1 "
          "шілдеден бастап қолданысқа енгізіледі."), [LATER, None, LATER, LATER]),
    (KK, ("Осы Заң:\n1) 2021 жылғы 1 қаңтардан бастап қолданысқа енгізілетін 1-баптың 2) "
          "тармақшасын қоспағанда, 2020 жылғы 1 шілдеден бастап қолданысқа енгізіледі."),
     [None, LATER, None, None]),
]  # fmt: skip
THREE_KK = (
    "1) 5-бап алып тасталсын;",
    "2) 6-бап алып тасталсын;",
    "3) 7-бапта:",
    "1-тармақ алып тасталсын;",
    "2-тармақ алып тасталсын;",
)


@pytest.mark.parametrize(("language", "words", "days"), STAGED)
def test_staged_starts_in_every_form_hold_for_their_units_alone(
    language: Language, words: str, days: list[date | None]
) -> None:
    lines = THREE if language is RU else THREE_KK
    found = read(*lines, language=language, entry=words)
    assert not found.unread
    assert [one.clause.on for one in found.operations] == [day or date(2020, 7, 1) for day in days]


@pytest.mark.parametrize(
    "words",
    [
        ("Настоящий Закон вводится в действие с 1 июля 2020 года, за исключением подпункта 1) "
         "статьи 1, который вводится в действие с 1 января 2021 года, и правил полива, которые "
         "вводятся в действие с 1 января 2022 года."),
        ("Настоящий Закон вводится в действие с 1 июля 2020 года, за исключением подпункта 1) "
         "статьи 1, действующего до 1 января 2022 года."),
        ("Настоящий Закон вводится в действие с 1 июля 2020 года, при этом подпункт 2) статьи 1 "
         "вводится в действие с 1 января 2021 года."),
    ],
)  # fmt: skip
def test_no_start_is_sure_where_another_unit_may_have_its_own(words: str) -> None:
    kinds = {one.clause.kind for one in read(*THREE, entry=words).operations}
    assert ClauseKind.UNREAD in kinds
    assert ClauseKind.ON_DATE not in {
        one.clause.kind for one in read(*THREE, entry=words).operations[1:]
    }


def test_an_end_of_the_act_is_listed() -> None:
    words = "Настоящий Закон вводится в действие с 1 июля 2020 года и действует до 1 мая 2025 года."
    found = read(*THREE, entry=words)
    assert {one.clause.on for one in found.operations} == {date(2020, 7, 1)}
    assert [one.words for one in found.unread] == [words]


def test_the_registrys_remark_on_the_order_of_entry_is_no_start() -> None:
    remark = "Порядок введения в действие настоящего Закона см. ст. 2"
    words = "Настоящий Закон вводится в действие с 1 июля 2020 года."
    found = read_instructions(
        edition_of("\n".join([remark, "Статья 1.", FRAMES[RU], *THREE, "Статья 2.", words]))
    )
    assert not found.unread
    assert {one.clause.on for one in found.operations} == {date(2020, 7, 1)}
