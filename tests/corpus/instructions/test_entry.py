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
