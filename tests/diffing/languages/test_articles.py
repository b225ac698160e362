from __future__ import annotations

import pytest

from corpus.law import Article, Block, BlockKind
from diffing.languages.articles import compare_articles
from tests.diffing.languages.making import article, part, point, subpoint

APPLES = (
    "Яблони сажают весной, когда оттает земля.",
    "Алма ағаштары көктемде, жер жібігенде отырғызылады.",
)
PEARS = (
    "Груши сажают осенью, до первого снега.",
    "Алмұрт ағаштары күзде, қар жауғанша отырғызылады.",
)
PLUMS = (
    "Сливы поливают каждое утро чистой водой.",
    "Қара өрік күн сайын таңертең таза сумен суарылады.",
)
FENCE = ("Сад обносят высокой оградой из жердей.", "Бақ айналасы биік сырық қоршаумен қоршалады.")


def found(russian: Article, kazakh: Article) -> list[tuple[str, str, str | None, str | None]]:
    """Kind, block, and what each side says."""
    compared = compare_articles(russian, kazakh, ratio=1.1)
    return [
        (
            str(one.kind),
            (one.russian or one.kazakh).block,  # type: ignore[union-attr]
            one.russian.words if one.russian else None,
            one.kazakh.words if one.kazakh else None,
        )
        for one in compared.disagreements
    ]


def test_a_point_that_only_one_language_has_is_told_once_with_all_it_holds() -> None:
    russian = article(
        point("1", APPLES[0]),
        point("2", "Осенью:"),
        subpoint("2", "1", PEARS[0]),
        part("Это делают за 5 дней.", "p_2__part_1"),
    )
    kazakh = article(point("1", APPLES[1]))
    assert found(russian, article(point("1", APPLES[1]), point("3", FENCE[1]))) == [
        ("point", "p_2", "2. Осенью:", None),
        ("point", "p_3", None, f"3. {FENCE[1]}"),
    ]
    assert [one[:2] for one in found(russian, kazakh)] == [("point", "p_2")]


def test_an_excluded_point_that_one_language_keeps_as_a_remark_is_no_disagreement() -> None:
    russian = article(point("1", APPLES[0]), point("2", "(исключен)"), point("3", PEARS[0]))
    kazakh = article(point("1", APPLES[1]), point("3", PEARS[1]))
    assert found(russian, kazakh) == []


def test_a_point_whose_number_stands_inside_a_paragraph_is_there() -> None:
    russian = article(
        point("1", "Сажают:"), subpoint("1", "1", "яблони;"), subpoint("1", "2", "5 груш.")
    )
    glued = article(
        point("1", "Отырғызады:"), subpoint("1", "1", "алма ағаштарын; 2) 5 алмұрт ағашын.")
    )
    assert found(russian, glued) == []


@pytest.mark.parametrize("lost", [0, 1, 2, 3])
def test_a_paragraph_that_one_language_lacks_is_told_and_nothing_else(lost: int) -> None:
    all_four = [APPLES, PEARS, PLUMS, FENCE]
    texts = [f"{one} Ждут {place + 2} дня." for place, (one, _) in enumerate(all_four)]
    russian = article(*(part(text, f"part_{n}") for n, text in enumerate(texts)))
    kept = [
        part(f"{other} {place + 2} күн күтеді.", f"part_{place}")
        for place, (_, other) in enumerate(all_four)
        if place != lost
    ]
    assert found(russian, article(*kept)) == [("paragraph", f"part_{lost}", texts[lost], None)]


def test_a_paragraph_that_is_two_in_the_other_language_is_there() -> None:
    russian = article(part(f"{APPLES[0]} {PEARS[0]}"), part(FENCE[0], "part_2"))
    kazakh = article(part(APPLES[1]), part(PEARS[1], "part_2"), part(FENCE[1], "part_3"))
    assert found(russian, kazakh) == []


def test_the_verb_below_a_kazakh_list_is_no_paragraph_that_russian_lacks() -> None:
    russian = article(part("Сажают:"), part("яблони;", "indent_1"), part("груши.", "indent_2"))
    kazakh = article(
        part("Мыналар:"),
        part("алма ағаштары;", "indent_1"),
        part("алмұрт ағаштары", "indent_2"),
        part("күзде отырғызылады.", "part_2"),
    )
    assert found(russian, kazakh) == []


def test_a_paragraph_parted_by_a_footnote_is_one() -> None:
    rest = Block(BlockKind.PART, "когда оттает земля.", key="part_2", continues=True)
    russian = article(part("Яблони сажают весной,"), rest, part(FENCE[0], "part_3"))
    kazakh = article(part(APPLES[1]), part(FENCE[1], "part_2"))
    assert found(russian, kazakh) == []


def test_a_rule_of_dashes_and_the_second_line_of_a_heading_are_no_paragraphs() -> None:
    russian = article(part(APPLES[0]), heading="О посадке деревьев")
    kazakh = article(
        part("отырғызу туралы", "part_1"),
        part(APPLES[1], "part_2"),
        part("______________________", "part_3"),
        heading="Ағаштарды",
    )
    assert found(russian, kazakh) == []


def test_where_one_language_numbers_nothing_the_numbers_are_told_once() -> None:
    russian = article(point("1", f"{APPLES[0]} Ждут 5 дней."), point("2", PEARS[0]))
    kazakh = article(part(f"{APPLES[1]} 5 күн күтеді."), part(PEARS[1], "part_2"))
    assert found(russian, kazakh) == [("point", "p_1", "1. 2.", None)]


def test_a_paragraph_behind_a_lost_point_finds_its_partner() -> None:
    russian = article(
        point("1", "Сажают:"),
        subpoint("1", "1", APPLES[0]),
        subpoint("1", "2", PEARS[0]),
        part(FENCE[0], "p_1__part_1"),
    )
    kazakh = article(
        point("1", "Отырғызады:"), subpoint("1", "1", APPLES[1]), part(FENCE[1], "p_1__part_1")
    )
    assert [one[:2] for one in found(russian, kazakh)] == [("point", "p_1__sp_2")]


def test_disagreements_stand_in_the_order_of_the_article() -> None:
    russian = article(point("1", "За 5 дней."), point("2", PEARS[0]), point("3", "За 7 дней."))
    kazakh = article(point("1", "6 күн бұрын."), point("3", "8 күн бұрын."))
    assert [one[1] for one in found(russian, kazakh)] == ["p_1", "p_2", "p_3"]


def test_a_thousand_paragraphs_are_paired_in_good_time() -> None:
    russian = article(*(part(f"{APPLES[0]} Ждут {n} дней.", f"part_{n}") for n in range(1000)))
    kazakh = article(
        *(part(f"{APPLES[1]} {n} күн күтеді.", f"part_{n}") for n in range(1000) if n != 500)
    )
    assert [one[:2] for one in found(russian, kazakh)] == [("paragraph", "part_500")]
