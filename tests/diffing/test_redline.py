"""Redlines as a lawyer would draw them."""

import pytest

from corpus.law import Block, BlockKind
from diffing.blocks import BrokenTable
from diffing.redline import redline
from diffing.render import lines
from diffing.runs import NotThisText, Op
from diffing.words import compare_words
from tests.diffing.making import article, drawn, part, point, subpoint, table


def shown(old: str, new: str) -> str:
    return drawn(compare_words(old, new))


def test_a_number_of_days_changes_as_one_word() -> None:
    assert (
        shown(
            "не позднее чем за сорок дней до выборов", "не позднее чем за пятьдесят дней до выборов"
        )
        == "не позднее чем за [-сорок-]{+пятьдесят+} дней до выборов"
    )


def test_numbers_with_hyphens_commas_and_dots_are_one_word() -> None:
    assert shown("статьёй 36 и 36-1", "статьёй 36 и 36-2") == "статьёй 36 и [-36-1-]{+36-2+}"
    assert shown("до 1,5 ставки", "до 2,5 ставки") == "до [-1,5-]{+2,5+} ставки"
    assert shown("с 01.01.2023 года", "с 01.07.2026 года") == "с [-01.01.2023-]{+01.07.2026+} года"


def test_a_word_written_with_combining_marks_stays_whole() -> None:
    assert shown("райо\u0438\u0306н", "район") == "[-райо\u0438\u0306н-]{+район+}"


def test_kazakh_endings_change_with_their_word() -> None:
    assert (
        shown("Ауыл әкімі төрт жылға сайланады.", "Ауыл әкімін тұрғындар төрт жылға сайлайды.")
        == "Ауыл [-әкімі-]{+әкімін тұрғындар+} төрт жылға [-сайланады-]{+сайлайды+}."
    )


def test_words_that_stay_between_rewritten_ones_are_no_confetti() -> None:
    drawn_line = shown(
        "Решение районной комиссии о дне голосования",
        "Постановление областной комиссии о порядке подсчета",
    )
    assert drawn_line.count("[-") <= 2


def test_the_exact_letters_are_compared() -> None:
    """Latin and Cyrillic look-alikes differ here; that it is technical, the kind tells."""
    assert shown("тiзiм", "тізім") == "[-тiзiм-]{+тізім+}"


def test_an_inserted_point_is_one_insertion() -> None:
    before = article("5", point("1", "Аким избирается."), point("2", "Срок его четыре года."))
    after = article(
        "5",
        point("1", "Аким избирается."),
        point("1-1", "Срок выборов назначает комиссия."),
        point("2", "Срок его четыре года."),
    )
    assert [drawn(line) for line in lines(redline(before, after)) if line.changed] == [
        "{+1-1. Срок выборов назначает комиссия.+}"
    ]


def test_renumbering_shows_only_the_numbers() -> None:
    """Drafting rules forbid it, old acts do it: the new subpoint 1) pushes the others on."""
    before = article(
        "5", subpoint("1", "копию удостоверения;"), subpoint("2", "заявление о согласии;")
    )
    after = article(
        "5",
        subpoint("1", "выписку из протокола партии;"),
        subpoint("2", "копию удостоверения;"),
        subpoint("3", "заявление о согласии;"),
    )
    assert [drawn(line) for line in lines(redline(before, after)) if line.changed] == [
        "{+1) выписку из протокола партии;+}",
        "[-1)-]{+2)+} копию удостоверения;",
        "[-2)-]{+3)+} заявление о согласии;",
    ]


def test_renumbering_alone_never_touches_text() -> None:
    before = article("5", *(point(str(n), f"Комиссия {n} решает вопрос {n}.") for n in range(1, 6)))
    after = article(
        "6", *(point(str(n + 1), f"Комиссия {n} решает вопрос {n}.") for n in range(1, 6))
    )
    difference = redline(before, after)
    assert not difference.heading.changed
    assert all(block.op is Op.KEEP and not block.text.changed for block in difference.blocks)
    assert (difference.old_marker, difference.new_marker) == ("Статья 5.", "Статья 6.")


def test_a_point_that_is_restated_stays_paired_by_its_number() -> None:
    before = article("5", point("1", "Общее правило."), point("2", "Комиссия образуется акимом."))
    after = article("5", point("1", "Общее правило."), point("2", "Маслихат избирает её состав."))
    assert [block.op for block in redline(before, after).blocks] == [Op.KEEP, Op.KEEP]


def test_an_unnumbered_part_finds_its_likeness_not_its_place() -> None:
    kept = "Партия вправе выдвинуть одного кандидата в каждом округе."
    difference = redline(
        article("5", part(kept)), article("5", part("Это новая часть."), part(kept))
    )
    assert [block.op for block in difference.blocks] == [Op.INSERT, Op.KEEP]


def test_numbers_of_quoted_wording_do_not_pair_with_the_articles_own() -> None:
    own = point("1", "Внести дополнение в закон.")
    quoted = Block(BlockKind.POINT, "Новая норма о старостах.", "1", "1.", "p_1", quoted=True)
    difference = redline(article("5", own), article("5", quoted))
    assert {block.op for block in difference.blocks} == {Op.DELETE, Op.INSERT}


def test_a_change_of_heading_is_seen() -> None:
    difference = redline(
        article("5", "Текст.", heading="Выборы акима района"),
        article("5", "Текст.", heading="Выборы акима"),
    )
    assert drawn(difference.heading) == "Выборы акима[- района-]"


def test_tables_are_compared_row_by_row() -> None:
    before = article("5", table(("№", "Округ"), ("1", "Северный"), ("2", "Южный")))
    after = article(
        "5", table(("№", "Округ"), ("1", "Северный"), ("2", "Западный"), ("3", "Южный"))
    )
    difference = redline(before, after)
    assert len(difference.blocks) == 1
    assert [row.op for row in difference.blocks[0].rows].count(Op.INSERT) == 1
    assert difference.apply(before).blocks == after.blocks


def test_a_new_column_keeps_the_rows() -> None:
    before = article("5", table(("Округ", "Число мандатов"), ("Северный", "пять")))
    after = article("5", table(("№", "Округ", "Число мандатов"), ("1", "Северный", "пять")))
    rows = redline(before, after).blocks[0].rows
    assert [[str(cell.op) for cell in row.cells] for row in rows] == [["+", "=", "="]] * 2


def test_a_table_whose_text_is_not_its_rows_is_refused() -> None:
    broken = article("5", Block(BlockKind.TABLE, "другое", rows=(("а", "б"),)))
    with pytest.raises(BrokenTable, match="read the edition's snapshot again"):
        redline(broken, article("5", "Текст."))


def test_a_redline_of_another_text_is_refused() -> None:
    difference = redline(article("5", "Было."), article("5", "Стало."))
    with pytest.raises(NotThisText, match="another old text"):
        difference.apply(article("5", "Не было."))


def test_the_json_form_is_the_documented_one() -> None:
    before = article("5", point("1", "Аким избирается жителями."))
    after = article("5", point("1", "Аким избирается маслихатом."), point("2", "Срок – год."))
    assert redline(before, after).to_json() == {
        "marker": ["Статья 5.", "Статья 5."],
        "heading": [["=", "Выборы"]],
        "blocks": [
            {
                "unit": {"kind": "point", "number": "1", "marker": "1.", "key": "p_1"},
                "text": [
                    ["=", "Аким избирается "],
                    ["-", "жителями"],
                    ["+", "маслихатом"],
                    ["=", "."],
                ],
            },
            {
                "new": {"kind": "point", "number": "2", "marker": "2.", "key": "p_2"},
                "text": [["+", "Срок – год."]],
            },
        ],
    }
