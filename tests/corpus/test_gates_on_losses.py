"""A page that was cut must not become repeals; what is explained must pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.gates import check
from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Division,
    DivisionKind,
    Edition,
    Footnote,
)
from tests.corpus.test_gates import RUSSIAN, article, edition, gates

SUBJECTS = [
    "аким",
    "маслихат",
    "бюллетень",
    "округ",
    "список",
    "участок",
    "голос",
    "комиссия",
    "партия",
    "кандидат",
]


def act(last: int, *, more: str = "", without: tuple[int, ...] = (), note: str = "") -> Edition:
    """An act whose articles say each something else; a note stands at the first."""
    return edition(
        *(
            article(str(one), words(one) + more, note=note if one == 1 else "")
            for one in range(1, last + 1)
            if one not in without
        )
    )


def words(number: int) -> str:
    return f"{SUBJECTS[number % 10]} {SUBJECTS[number // 10]} назначает состав {number} участка."


def test_a_cut_tail_is_not_believed() -> None:
    found = check(act(54), act(60))
    assert [one.gate for one in found] == ["shrunk"]
    assert "of 60 articles of edition 2013-04-24 6 are gone" in found[0].message
    assert gates(act(59), act(60)) == ["shrunk"]


def test_a_cut_tail_is_not_believed_for_as_many_articles_that_came() -> None:
    after = act(54)
    more = [article(f"20-{one}", f"Новая норма {one}.") for one in range(1, 7)]
    at = 20
    grown = replace(after, content=(*after.content[:at], *more, *after.content[at:]))
    assert gates(grown, act(60)) == ["shrunk"]


def test_a_branch_with_a_cut_tail_is_not_believed() -> None:
    def decree(last: int) -> Edition:
        own = [point(str(one)) for one in range(1, 7)]
        rules = [point(str(one), "app_1__") for one in range(1, last + 1)]
        return edition(*own, *rules)

    assert gates(decree(36), decree(40)) == ["shrunk"]
    assert gates(decree(0), decree(40)) == ["shrunk"]


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Статьи 55-60 исключены Законом РК от 09.02.2009 № 126.",
        "Ескерту. 55, 56, 57, 58, 59 және 60-баптар алып тасталды - ҚР Заңымен.",
    ],
)
def test_a_tail_that_notes_say_was_excluded_may_go(note: str) -> None:
    assert gates(act(54, note=note), act(60)) == []


def test_a_note_on_one_article_explains_no_other() -> None:
    note = "Сноска. Статья 60 исключена Законом РК от 09.02.2009 № 55."
    found = check(act(54, note=note), act(60))
    assert "5 are gone" in found[0].message


@pytest.mark.parametrize(
    "note",
    ["Сноска. Закон в редакции Закона РК от 01.02.2020 № 5.", "Утратил силу Законом № 7."],
)
def test_a_note_on_the_whole_act_explains_a_loss_once(note: str) -> None:
    told = Footnote(note)
    before = act(60)
    after = replace(act(54), content=(told, *act(54).content))
    assert gates(after, before) == []
    assert gates(after, replace(before, content=(told, *before.content))) == ["shrunk"]


def test_an_act_that_was_given_anew_without_a_note_may_be_shorter() -> None:
    before = act(20)
    after = edition(
        *(article(str(one), f"Правила {one * 7} устанавливают порядок.") for one in range(1, 13))
    )
    assert gates(after, before) == []


def test_words_that_stand_under_another_number_are_not_lost() -> None:
    before, after = act(5), act(4)
    moved = article("4-1", words(5))
    assert gates(replace(after, content=(*after.content, moved)), before) == []


def test_an_article_that_had_only_its_heading_may_go() -> None:
    gone = article("6", "", note="Сноска. Статья 6 исключена Законом РК № 1.")
    before = act(5)
    assert gates(before, replace(before, content=(*before.content, gone))) == []


def point(number: str, place: str = "", divisions: tuple[str, ...] = ()) -> Article:
    text = words(int(number))
    kind = ArticleKind.POINT
    return article(number, text, kind=kind, key=f"{place}p_{number}", divisions=divisions)


def chapter(number: str, note: str = "") -> Division:
    notes = (Footnote(note),) if note else ()
    heading = f"Глава {number}. Акимы"
    return Division(
        DivisionKind.CHAPTER, f"ch_{number}", number, "Акимы", heading, notes_after=notes
    )


def test_an_excluded_chapter_explains_only_the_gap_where_it_stood() -> None:
    note = "Сноска. Глава 2 исключена Законом РК от 09.02.2009 № 126."

    def law(*numbers: int) -> Edition:
        first = [article(str(one), divisions=("ch_1",)) for one in numbers if one < 5]
        third = [article(str(one), divisions=("ch_3",)) for one in numbers if one > 5]
        return edition(chapter("1"), *first, chapter("2", note), chapter("3"), *third)

    assert gates(law(1, 2, 3, 4, 8, 9)) == []
    assert gates(law(1, 2, 4, 8, 9)) == ["gaps"]
    assert gates(law(1, 2, 3, 4, 8, 9, 11)) == ["gaps"]
    without_heading = law(1, 2, 4, 8, 9)
    kept = tuple(
        chapter("3", note) if one == chapter("3") else one
        for one in without_heading.content
        if one != chapter("2", note)
    )
    found = check(replace(without_heading, content=kept))
    assert [one.message for one in found] == ["left out without a note: art_3"]


def test_a_point_where_an_articles_heading_should_be_is_not_believed() -> None:
    numbered = Block(BlockKind.POINT, RUSSIAN, "1", "1.", "p_1")
    headless = Article(ArticleKind.PREAMBLE, "ch_2__preamble", body=(numbered,))
    found = check(edition(article("1"), chapter("2"), headless, article("2")))
    assert [one.gate for one in found] == ["structure"]
    assert "ch_2__preamble" in found[0].message
    plain = replace(headless, body=(Block(BlockKind.PART, RUSSIAN),))
    assert gates(edition(article("1"), chapter("2"), plain, article("2"))) == []
    form = replace(headless, key="app_1__preamble")
    assert gates(edition(article("1"), article("2"), form)) == []


def test_a_chapter_that_begins_anew_inside_numbers_that_go_on_is_not_believed() -> None:
    rules = [point(str(one), "app_1__") for one in range(1, 6)]
    inside = [point(str(one), "app_1__ch_2__") for one in (1, 2)]
    assert gates(edition(*rules, *inside, point("6", "app_1__"))) == ["structure"]
    assert gates(edition(*rules, *inside)) == []
    third = [point(str(one), "app_1__ch_3__") for one in (1, 2)]
    assert gates(edition(*rules, *inside, *third, point("1", "app_2__"))) == []
