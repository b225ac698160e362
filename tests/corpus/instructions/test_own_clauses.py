"""What the amending act itself says of a place's start, where a note only refers to it."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amendments import Target
from corpus.instructions.own_clauses import own_clause
from tests.corpus.instructions.making import read

FOUND = read(
    "1) статью 5 исключить;",
    "2) в статье 6:",
    "пункт 1 исключить;",
    "в части второй пункта 2 слово «сад» исключить;",
    "3) заголовок главы 3 изложить в следующей редакции:",
    '"Глава 3. Сад";',
    "4) дополнить статьей 7-1 следующего содержания:",
    '"Статья 7-1. Новая',
    '1. Текст.";',
    entry="Настоящий Закон вводится в действие с 1 марта 2024 года, за исключением абзаца второго "
    "подпункта 2) статьи 1, который вводится в действие с 1 июня 2025 года.",
)


@pytest.mark.parametrize(
    ("target", "on"),
    [
        (Target("art_5"), date(2024, 3, 1)),
        (Target("art_5", "p_2"), date(2024, 3, 1)),
        (Target("art_6", "p_1"), date(2025, 6, 1)),
        (Target("art_6", "p_2"), date(2024, 3, 1)),
        (Target("ch_3"), date(2024, 3, 1)),
        (Target("art_7-1"), date(2024, 3, 1)),
    ],
)
def test_a_place_starts_when_its_instructions_do(target: Target, on: date) -> None:
    clause = own_clause(FOUND.operations, target)
    assert clause is not None
    assert clause.on == on


@pytest.mark.parametrize("target", [Target("art_6"), Target("art_9"), Target(None)])
def test_nothing_is_said_where_starts_differ_or_no_instruction_is_there(target: Target) -> None:
    assert own_clause(FOUND.operations, target) is None
