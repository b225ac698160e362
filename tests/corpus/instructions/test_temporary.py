"""Temporary wordings that a new article says."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.instructions.operations import Kind, path_words
from corpus.law import Language
from tests.corpus.instructions.making import read

RU, KK = Language.RU, Language.KK


@pytest.mark.parametrize(
    ("language", "head", "words", "since"),
    [
        (RU, ("1) дополнить статьей 60 следующего содержания:", '"Статья 60. Переход'),
         ("1. С 1 июня 2023 года до 1 января 2025 года пункты 1 и 2 статьи 7 применяются в "
         "следующей редакции:"), date(2023, 6, 1)),
        (RU, ("1) дополнить статьей 60 следующего содержания:", '"Статья 60. Переход'),
         ("1. Приостановить до 1 января 2025 года действие пунктов 1 и 2 статьи 7, установив, что "
         "в период приостановления данные пункты действуют в следующей редакции:"), None),
        (KK, ("1) мынадай мазмұндағы 60-баппен толықтырылсын:", '"60-бап. Өтпелі'),
         ("1. 2023 жылғы 1 маусымнан бастап 2025 жылғы 1 қаңтарға дейін 7-баптың 1 және "
         "2-тармақтары мынадай редакцияда қолданылады:"), date(2023, 6, 1)),
    ],
)  # fmt: skip
def test_a_temporary_wording_is_an_operation_with_its_days(
    language: Language, head: tuple[str, str], words: str, since: date | None
) -> None:
    found = read(*head, words, "«1. Утром.", '2. Вечером.».";', language=language)
    assert not found.unread
    added, temporary = found.operations
    assert added.kind is Kind.ADD
    assert temporary.kind is Kind.TEMPORARY
    assert list(map(path_words, temporary.targets)) == ["art_7__p_1", "art_7__p_2"]
    assert (temporary.since, temporary.until) == (since, date(2025, 1, 1))
    assert [line.text for line in temporary.content] == ["1. Утром.", "2. Вечером."]


def test_a_temporary_wording_without_its_quotation_is_none() -> None:
    found = read(
        "1) дополнить статьей 60 следующего содержания:",
        '"Статья 60. Переход',
        '1. До 1 января 2025 года пункт 1 статьи 7 применяется в следующей редакции:";',
    )
    assert [one.kind for one in found.operations] == [Kind.ADD]
