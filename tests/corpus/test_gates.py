"""The gates: what is not believed, and what real texts do and must pass."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.alphabets import language_of
from corpus.gates import check, left_out
from corpus.law import (
    WHOLE,
    Act,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
)

RU, KK = Language.RU, Language.KK
RUSSIAN = "Избирательная комиссия проверяет списки и объявляет итоги голосования."
KAZAKH = "Сайлау комиссиясы тізімдерді тексереді және дауыс беру қорытындысын жариялайды."
OLD_KAZAKH = KAZAKH.replace("і", "i")
ENGLISH = "The election commission checks the lists and announces the results of the vote."


def article(
    number: str,
    text: str = RUSSIAN,
    *,
    note: str = "",
    heading: str = "",
    divisions: tuple[str, ...] = (),
    kind: ArticleKind = ArticleKind.ARTICLE,
    key: str = "",
) -> Article:
    """An article of one paragraph and perhaps a footnote."""
    body: list[Block | Footnote] = [Block(BlockKind.PART, text)] if text else []
    if note:
        body.append(Footnote(note))
    key = key or f"art_{number}"
    return Article(kind, key, number, f"Статья {number}.", heading, tuple(body), divisions)


def edition(
    *content: Content,
    language: Language = RU,
    holding: Holding = WHOLE,
    title: str = "О выборах акимов",
    label: str = "2013-04-24",
) -> Edition:
    return Edition(
        "Z1", language, EditionLabel.parse(label), title, tuple(content), holding=holding
    )


def numbered(*numbers: str) -> tuple[Article, ...]:
    return tuple(article(number) for number in numbers)


def gates(edition: Edition, previous: Edition | None = None, act: Act | None = None) -> list[str]:
    """The names of the gates that object."""
    return [objection.gate for objection in check(edition, previous, act)]


def test_an_edition_in_order_is_believed() -> None:
    assert gates(edition(*numbered("1", "2", "2-1", "2-2", "3"))) == []


def test_an_edition_without_articles_is_not_believed() -> None:
    assert gates(edition()) == ["articles"]


@pytest.mark.parametrize("damage", ["a\x00b", "a\ud800b"])
def test_characters_that_are_no_text_are_not_believed(damage: str) -> None:
    assert gates(edition(article("1", RUSSIAN + damage))) == ["characters"]


def test_an_article_without_text_or_a_reason_is_not_believed() -> None:
    found = check(edition(article("1"), article("2", "", note="Сноска. В редакции Закона.")))
    assert [one.gate for one in found] == ["empty"]
    assert "art_2" in found[0].message


@pytest.mark.parametrize(
    "empty",
    [
        article("2", "", note="Сноска. Статья 2 исключена Законом РК от 09.02.2009 N 126."),
        article("2", "", note="Сноска. Статья утратила силу Законом РК от 09.02.2009 № 126."),
        article("2", "", heading="Инициативные группы (Статья 2 исключена - N 375)"),
        article("2", "", heading="<*>"),
        article("2", "", note="Ескерту. 2-бап алып тасталды - ҚР 2009.02.09 N 126 Заңымен."),
        article("2", "", note="Footnote. Article 2 is excluded by the Law of 2007."),
    ],
)
def test_an_excluded_article_keeps_its_heading_and_passes(empty: Article) -> None:
    assert gates(edition(article("1"), empty, article("3"))) == []


def test_a_word_that_only_looks_like_exclusion_excuses_nothing() -> None:
    empty = article("2", "", heading="Исключительная компетенция")
    assert gates(edition(article("1"), empty)) == ["empty"]


def test_the_last_article_of_a_beginning_may_end_after_its_heading() -> None:
    content = (article("1"), article("2", "", heading="Список"))
    beginning = Holding(HoldingKind.BEGINNING)
    assert gates(edition(*content, holding=beginning)) == []
    assert gates(edition(*content)) == ["empty"]


def test_a_number_twice_is_not_believed() -> None:
    assert gates(edition(*numbered("1", "2", "2", "3"))) == ["doubles"]


def test_numbers_that_run_backwards_are_not_believed() -> None:
    assert gates(edition(*numbered("1", "3", "2"))) == ["order"]


@pytest.mark.parametrize("numbers", [("1", "3"), ("2", "3"), ("1", "2", "2-2", "3")])
def test_a_number_that_is_left_out_without_a_word_is_not_believed(numbers: str) -> None:
    assert gates(edition(*numbered(*numbers))) == ["gaps"]


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Статья 3 исключена Законом РК от 09.02.2009 N 126.",
        "Сноска. Статьи 2, 3 и 4 исключены.",
        "Сноска. Статьи 2 - 4 исключены Законом РК.",
        "Ескерту. 3-бап алып тасталды - ҚР Заңымен.",
        "Footnote. Article 3 is excluded.",
        "Сноска. Глава 2 исключена Законом РК от 09.02.2009 N 126.",
    ],
)
def test_a_note_explains_a_number_that_is_left_out(note: str) -> None:
    assert gates(edition(article("1"), article("2", note=note), article("4"))) == []


def test_a_note_on_something_else_explains_no_gap() -> None:
    note = "Сноска. Статья 3 дополнена; статья 7 исключена Законом РК от 09.02.2009 N 126."
    assert gates(edition(article("1"), article("2", note=note), article("4"))) == ["gaps"]


def test_a_gap_that_the_previous_edition_had_is_no_news() -> None:
    assert gates(edition(*numbered("1", "3")), edition(*numbered("1", "3"))) == []
    assert gates(edition(*numbered("1", "3", "5")), edition(*numbered("1", "3"))) == ["gaps"]


def test_a_part_of_an_act_may_begin_anywhere_and_leave_out_anything() -> None:
    part = Holding(HoldingKind.PARTS, ("art_2", "art_39-7"))
    assert gates(edition(*numbered("2", "39-7"), holding=part)) == []


def test_each_appendix_counts_for_itself() -> None:
    def point(number: str, branch: str = "") -> Article:
        return article(number, kind=ArticleKind.POINT, key=f"{branch}p_{number}")

    content = [point("1"), point("2"), point("1", "app_1__"), point("2", "app_1__")]
    assert gates(edition(*content)) == []
    assert gates(edition(*content, point("4", "app_1__"))) == ["gaps"]


@pytest.mark.parametrize(
    ("number", "following", "between"),
    [
        ((20,), (21,), []),
        ((20,), (20, 1), []),
        ((20, 2), (21,), []),
        ((20,), (22,), [(21,)]),
        ((20, 1), (20, 3), [(20, 2)]),
        ((20,), (21, 2), [(21,), (21, 1)]),
        ((0,), (2,), [(1,)]),
    ],
)
def test_what_is_left_out_between_two_numbers(
    number: tuple[int, ...], following: tuple[int, ...], between: list[tuple[int, ...]]
) -> None:
    assert left_out(number, following) == between


def test_an_act_that_shrank_is_not_believed() -> None:
    before = edition(*numbered("1", "2", "3", "4", "5", "6"), label="2011-02-03")
    found = check(edition(*numbered("1", "2", "3")), before)
    assert [one.gate for one in found] == ["shrunk"]
    assert "of 6 articles of edition 2011-02-03 3 are gone" in found[0].message


def test_an_act_that_shrank_by_what_notes_say_is_believed() -> None:
    chapter = [replace(one, divisions=("ch_2",)) for one in numbered("4", "5", "6")]
    before = edition(*numbered("1", "2", "3"), *chapter, label="2011-02-03")
    gone = Division(
        DivisionKind.CHAPTER,
        "ch_2",
        "2",
        "Акимы",
        "Глава 2. Акимы",
        notes_after=(Footnote("Сноска. Глава 2 исключена Законом РК."),),
    )
    assert gates(edition(*numbered("1", "2", "3"), gone), before) == []


def test_a_part_is_compared_only_in_what_it_covers() -> None:
    before = edition(*numbered(*map(str, range(1, 20))), label="2011-02-03")
    beginning = Holding(HoldingKind.BEGINNING)
    assert gates(edition(*numbered("1", "2", "3"), holding=beginning), before) == []
    part = Holding(HoldingKind.PARTS, ("art_7",))
    assert gates(edition(*numbered("7"), holding=part), before) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [(RUSSIAN, RU), (KAZAKH, KK), (OLD_KAZAKH, KK), (ENGLISH, Language.EN)],
)
def test_the_language_is_told_by_its_letters(text: str, language: Language) -> None:
    assert language_of(text * 3) is language
    assert language_of(text[:30]) is None


def test_a_text_in_another_language_than_asked_for_is_not_believed() -> None:
    content = tuple(article(str(number), KAZAKH) for number in range(1, 5))
    found = check(edition(*content))
    assert [(one.gate, one.message) for one in found] == [
        ("language", "asked for ru, the text is in kk")
    ]
    assert gates(edition(*content, language=KK, title="Сайлау туралы")) == []


def test_a_title_of_another_act_is_not_believed() -> None:
    act = Act("Z1", {RU: "О местном государственном управлении и самоуправлении"})
    assert gates(edition(article("1")), act=act) == ["title"]
    assert gates(edition(article("1"), title=""), act=act) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("О местном государственном управлении", "О местном управлении и самоуправлении"),
        ("О всенародном референдуме", "О республиканском референдуме"),
    ],
)
def test_an_act_may_be_renamed(before: str, after: str) -> None:
    previous = edition(article("1"), title=before, label="2011-02-03")
    assert gates(edition(article("1"), title=after), previous) == []


def test_words_of_any_title_tell_no_act_from_another() -> None:
    act = Act("Z1", {RU: "О внесении изменений в некоторые законы Республики Казахстан"})
    assert gates(edition(article("1"), title="О выборах"), act=act) == []
