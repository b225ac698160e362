from __future__ import annotations

import pytest

from corpus.law import Article, Block
from diffing.engine import PureEngine
from diffing.origins.blame import BlamedWording, NoWordingToBlame, Passages, blame
from diffing.words import Budget, Limits
from tests.diffing.making import article, point, subpoint, table

PURE = PureEngine()


def of(*body: Block | str, heading: str = "Выборы") -> Article:
    return article("5", *body, heading=heading)


def drawn(passages: Passages) -> str:
    return "".join(f"{{{one.since}|{one.text}}}" for one in passages)


def lines(blamed: BlamedWording) -> list[str]:
    return [drawn(block.text) for block in blamed.blocks]


def blamed_text(*versions: str | None) -> str:
    history = [None if text is None else of(point("1", text)) for text in versions]
    return drawn(blame(history, PURE).blocks[0].text)


def test_words_carry_the_version_that_brought_them() -> None:
    assert blamed_text(
        "Акима избирают депутаты.",
        "Акима избирают жители.",
        "Акима избирают жители тайным голосованием.",
    ) == ("{0|Акима избирают }{1|жители}{2| тайным голосованием}{0|.}")


def test_a_word_that_went_and_came_back_counts_from_its_return() -> None:
    text = "Аким уходит в отставку сам."
    history = [of(point("1", one)) for one in (text, "Аким уходит сам.", text)]
    assert blame(history, PURE).counts() == {0: 4, 2: 2}  # the heading is a word of version 0


def test_words_that_stay_between_two_larger_insertions_stay_old() -> None:
    """A redline draws «лет» as replaced; it stood there all the time."""
    old = "лет"
    new = "Срок полномочий акима сельского округа лет четыре и еще год сверх того"
    assert "{0|лет}" in blamed_text(old, new)


def test_two_words_that_both_sides_share_by_chance_make_no_passage() -> None:
    shown = blamed_text(
        "Порядок подсчета голосов и протоколов в районе решает комиссия большинством",
        "Сроки агитации кандидатов и партий в области назначает маслихат единогласно",
    )
    assert "{0|" not in shown


def test_what_stood_between_two_old_passages_went() -> None:
    assert blamed_text("Аким села, поселка избирается.", "Аким села избирается.") == (
        "{0|Аким села}{0| избирается.}"
    )


def test_an_article_that_was_gone_begins_anew() -> None:
    text = "Аким вправе уйти сам."
    assert blamed_text(text, None, text) == f"{{2|{text}}}"


def test_a_point_that_only_got_another_number_keeps_the_origin_of_its_words() -> None:
    blamed = blame(
        [
            of(point("1", "Первое правило о выборах."), point("2", "Второе правило о сроках.")),
            of(
                point("1", "Первое правило о выборах."),
                point("2", "Новое условие для кандидатов."),
                point("3", "Второе правило о сроках."),
            ),
        ],
        PURE,
    )
    assert [(block.label.number, block.number_since) for block in blamed.blocks] == [
        ("1", 0),
        ("2", 1),
        ("3", 1),
    ]
    assert lines(blamed)[2] == "{0|Второе правило о сроках.}"


def test_words_that_moved_to_another_point_are_new_there() -> None:
    blamed = blame(
        [
            of(point("1", "Список ведет комиссия."), point("2", "Споры решает районный суд.")),
            of(point("1", "Список ведет комиссия. Споры решает районный суд.")),
        ],
        PURE,
    )
    assert lines(blamed) == ["{0|Список ведет комиссия.}{1| Споры решает районный суд.}"]


def test_a_new_subpoint_is_one_passage_of_its_version() -> None:
    before = [point("1", "Аким:"), subpoint("1", "ведет прием;"), subpoint("3", "строит.")]
    after = [before[0], before[1], subpoint("2", "следит за дорогами;"), before[2]]
    assert lines(blame([of(*before), of(*after)], PURE)) == [
        "{0|Аким:}",
        "{0|ведет прием;}",
        "{1|следит за дорогами;}",
        "{0|строит.}",
    ]


def test_a_table_is_told_cell_by_cell() -> None:
    blamed = blame(
        [
            of(table(("Вопрос", "Срок"), ("Дорога", "месяц"))),
            of(table(("Вопрос", "Срок"), ("Дорога", "год"), ("Прием", "неделя"))),
        ],
        PURE,
    )
    assert [[drawn(cell) for cell in row] for row in blamed.blocks[0].rows] == [
        ["{0|Вопрос}", "{0|Срок}"],
        ["{0|Дорога}", "{1|год}"],
        ["{1|Прием}", "{1|неделя}"],
    ]


def test_the_heading_and_the_number_as_printed_have_origins_too() -> None:
    renamed = of("Аким служит.", heading="Выборы акима")
    blamed = blame([of("Аким служит."), renamed], PURE)
    assert drawn(blamed.heading) == "{0|Выборы}{1| акима}"
    assert blamed.marker_since == 0
    assert blamed.counts() == {0: 3, 1: 1}


def test_a_space_or_a_comma_between_new_words_is_new_with_them() -> None:
    shown = blamed_text(
        "Решение, принимает собрание жителей.", "Выборы, назначает комиссия района."
    )
    assert "{0|, }" not in shown
    assert "{0| }" not in shown


@pytest.mark.parametrize("history", [[], [None], [of("Слова."), None]])
def test_without_an_article_at_the_end_there_are_no_words_to_ask_about(
    history: list[Article | None],
) -> None:
    with pytest.raises(NoWordingToBlame, match="ask for one that has it"):
        blame(history, PURE)


def test_a_history_that_could_only_be_compared_roughly_says_so() -> None:
    old, new = (
        of(point("1", " ".join(f"{sign}{number}" for number in range(60)))) for sign in "аб"
    )
    tight = Budget(Limits(direct=60, piece=120, total=200))
    assert blame([old, new], PURE, tight).coarse
    assert not blame([old, new], PURE).coarse
