"""An article surely was not there before what added it only where nothing leaves room for more."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amendments import (
    NO_CLAUSE,
    AmendingAct,
    Amendment,
    ClauseKind,
    InForceClause,
    Role,
    Target,
    Verb,
)
from corpus.law import Article, ArticleKind, EditionLabel, Holding, HoldingKind
from diffing.in_force.added_first import added_by, holds_whole
from diffing.in_force.stages import Version

KEY = "art_40-2"
CHAPTER = "ch_7-1"
LABEL = EditionLabel.parse("2022-02-07")
ADDED = date(2021, 5, 24)
EARLIER, LATER = date(2015, 3, 1), date(2021, 12, 1)


def noted(
    verb: Verb = Verb.ADDED,
    key: str | None = CHAPTER,
    statement: str = "Закон дополнен главой 7-1",
    adopted: date | None = ADDED,
    place: str = "",
    words: str = "",
    clause: InForceClause = NO_CLAUSE,
    role: Role = Role.AMENDS,
) -> Amendment:
    act = AmendingAct(adopted, "41-VII")
    return Amendment(Target(key, place, words), verb, act, clause, role, statement=statement)


def version(*amendments: Amendment, tells: bool = True, number: str = "40-2") -> Version:
    text = Article(
        ArticleKind.ARTICLE,
        f"art_{number}",
        number,
        f"Статья {number}.",
        "Пасека",
        (),
        ("sec_2", CHAPTER),
    )
    return Version(LABEL, text, amendments, tells=tells)


OF_ARTICLE = noted(key=KEY, statement="Глава дополнена статьей 40-2")


@pytest.mark.parametrize("addition", [noted(), OF_ARTICLE])
def test_a_note_that_the_article_or_its_chapter_was_added_tells(addition: Amendment) -> None:
    assert added_by(KEY, version(addition), lambda _: True) is addition


def test_in_kazakh_too() -> None:
    addition = noted(statement="Заң 7-1-тараумен толықтырылды - ҚР")
    assert added_by(KEY, version(addition), lambda _: True) is addition


def test_a_plain_number_may_have_been_another_articles_before() -> None:
    addition = noted(key="art_41", statement="Глава дополнена статьей 41")
    assert added_by("art_41", version(addition, number="41"), lambda _: True) is None


def test_what_amended_the_article_since_changes_nothing() -> None:
    since = noted(Verb.AMENDED, KEY, "в статью внесены изменения", LATER)
    assert added_by(KEY, version(noted(), since), lambda _: True) == noted()


@pytest.mark.parametrize(
    "other",
    [
        noted(Verb.AMENDED, "sec_2", "в раздел внесены изменения", EARLIER),
        noted(Verb.REWORDED, CHAPTER, "Заголовок главы 7-1 в редакции Закона", LATER),
        noted(Verb.REWORDED, None, "Заголовок в редакции Закона", EARLIER, words="заголовок"),
        noted(Verb.WORDS_REPLACED, None, "по тексту заменены слова", EARLIER),
    ],
)
def test_what_says_nothing_of_the_article_before_changes_nothing(other: Amendment) -> None:
    assert added_by(KEY, version(noted(), other), lambda _: True) == noted()


def test_of_two_additions_the_older_counts() -> None:
    of_chapter = noted(adopted=EARLIER)
    assert added_by(KEY, version(OF_ARTICLE, of_chapter), lambda _: True) is of_chapter


@pytest.mark.parametrize(
    "other",
    [
        noted(Verb.REWORDED, KEY, "в редакции Закона", LATER),  # it drops older notes
        noted(Verb.REWORDED, CHAPTER, "глава в редакции Закона", LATER),
        noted(Verb.REWORDED, "sec_2", "раздел в редакции Закона", EARLIER),
        noted(Verb.REWORDED, None, "Закон в редакции Закона", EARLIER),  # numbered anew, perhaps
        noted(Verb.UNREAD, KEY, "что-то сделано", LATER),
        noted(Verb.AMENDED, KEY, "с изменениями", EARLIER),  # it was there before it was added
        noted(Verb.AMENDED, KEY, "с изменениями", None),
    ],
)
def test_what_leaves_room_for_an_older_addition_leaves_it_unknown(other: Amendment) -> None:
    assert added_by(KEY, version(noted(), other), lambda _: True) is None


@pytest.mark.parametrize(
    "note",
    [
        noted(statement="глава 7 дополнена статьей 39-1"),  # another unit of the chapter
        noted(statement="Закон дополнен главой 7-11"),
        noted(statement="Закон дополнен заголовком главы 7-1"),
        noted(key=KEY, statement="дополнена статьей 40-2", place="p_2"),
        noted(key=KEY, statement="дополнена статьей 40-2", words="часть вторая"),
        noted(adopted=None),
        noted(role=Role.FORESEEN),
        noted(clause=InForceClause(ClauseKind.ON_DATE, on=EARLIER)),  # backwards
        noted(key="ch_8", statement="Закон дополнен главой 8"),
        noted(Verb.REWORDED),
    ],
)
def test_another_note_tells_nothing(note: Amendment) -> None:
    assert added_by(KEY, version(note), lambda _: True) is None


def test_a_copy_with_gaps_may_print_the_article_under_another_heading() -> None:
    assert added_by(KEY, version(noted()), lambda _: False) is None
    assert added_by(KEY, version(OF_ARTICLE), lambda _: False) is OF_ARTICLE


def test_without_notes_nothing_is_told() -> None:
    assert added_by(KEY, version(noted(), tells=False), lambda _: True) is None
    assert added_by(KEY, version(), lambda _: True) is None
    assert added_by(KEY, Version(LABEL, None, (noted(),)), lambda _: True) is None


@pytest.mark.parametrize(
    ("holding", "whole"),
    [
        (Holding(), True),
        (Holding(HoldingKind.PARTS, (CHAPTER,)), True),
        (Holding(HoldingKind.PARTS, (KEY, "art_40-3")), False),
        (Holding(HoldingKind.BEGINNING), False),
    ],
)
def test_a_division_is_whole_where_the_copy_says_so(holding: Holding, whole: bool) -> None:
    assert holds_whole(holding)(CHAPTER) is whole
