from __future__ import annotations

from datetime import date

import pytest

from corpus.law import Cause, EditionLabel, Footnote, Link
from diffing.origins.acts import (
    CandidateAct,
    NotedAt,
    NotesAround,
    Told,
    acts_between,
    acts_in_own_notes,
    acts_of_oldest,
)

JANUARY = EditionLabel.parse("2023-01-01")
OLD = "Сноска. Статья 36 в редакции Закона РК от 24.05.2021 № 42-VII"
NEW = f"{OLD}; с изменениями, внесенными Законом РК от 05.11.2022 № 157-VII"
IN_FORCE = f"{NEW} (вводится в действие с 01.01.2023)"


def at_article(*texts: str) -> NotesAround:
    return NotesAround(article=tuple(map(Footnote, texts)))


def told(acts: tuple[CandidateAct, ...]) -> list[tuple[str | None, set[Told]]]:
    return [(act.number, set(act.rules)) for act in acts]


def between(
    now: NotesAround,
    before: NotesAround,
    label: EditionLabel = JANUARY,
    cause: Cause | None = None,
    changed: str = "жители",
) -> list[tuple[str | None, set[Told]]]:
    return told(acts_between(label, cause, now, before, changed))


def test_an_act_that_only_the_newer_note_names_brought_the_words() -> None:
    assert between(at_article(NEW), at_article(OLD)) == [("157-VII", {Told.NEW_IN_NOTE})]


def test_an_act_in_force_on_the_label_fits_by_two_rules() -> None:
    assert between(at_article(IN_FORCE), at_article(OLD)) == [
        ("157-VII", {Told.NEW_IN_NOTE, Told.IN_FORCE_ON_LABEL})
    ]


def test_an_act_of_the_labels_day_fits_even_where_the_older_note_names_it() -> None:
    label = EditionLabel.parse("2022-11-05")
    assert between(at_article(NEW), at_article(NEW), label) == [("157-VII", {Told.DATE_IS_LABEL})]


def test_what_both_notes_name_with_and_without_a_convocation_is_not_new() -> None:
    older = at_article("Сноска. Статья 36 изменена Законом РК от 24.05.2021 N 42.")
    assert between(at_article(NEW), older) == [("157-VII", {Told.NEW_IN_NOTE})]


def test_several_acts_are_candidates_the_better_told_first_then_the_later() -> None:
    three = f"{OLD}; с изменениями от 01.02.2022 № 1; от 01.02.2023 № 2; от 01.03.2022 № 3."
    found = between(at_article(three), at_article(OLD), EditionLabel.parse("2022-03-01"))
    assert [number for number, _ in found] == ["3", "2", "1"]


def test_changes_that_are_only_foreseen_or_cited_brought_nothing() -> None:
    foreseen = "Примечание! Предусмотрены изменения Законом РК от 05.11.2022 № 157-VII."
    cited = "Сноска. См. решения от 05.11.2022 № 9."
    assert between(at_article(OLD, foreseen, cited), at_article(OLD)) == []


def test_an_act_that_was_foreseen_and_then_came_is_new() -> None:
    foreseen = "Примечание! Предусмотрены изменения Законом РК от 05.11.2022 № 157-VII."
    assert between(at_article(NEW), at_article(OLD, foreseen)) == [("157-VII", {Told.NEW_IN_NOTE})]


def test_a_chapters_note_speaks_of_its_articles_but_not_when_it_is_about_its_heading() -> None:
    chapter = NotesAround(divisions={"ch_3": (Footnote("Глава 3 в редакции от 01.02.2022 № 5."),)})
    heading = NotesAround(divisions={"ch_3": (Footnote("Заголовок главы от 01.02.2022 № 5."),)})
    assert between(chapter, NotesAround()) == [("5", {Told.NEW_IN_NOTE})]
    assert between(heading, NotesAround()) == []


@pytest.mark.parametrize(
    ("note", "changed", "fits"),
    [
        ('По всему тексту слово "аул" заменено словом "село" от 01.02.2022 № 5.', "на село", True),
        ('По всему тексту слово "аул" заменено словом "село" от 01.02.2022 № 5.', "жители", False),
        ("Заголовок Закона изменен от 01.02.2022 № 5.", "на село", False),
        ('Бүкіл мәтін бойынша "аул" сөзі "ауыл" болды - ҚР 01.02.2022 № 5 Заңымен.', "ауыл", True),
    ],
)
def test_a_note_of_the_act_speaks_of_an_article_only_by_the_words_it_quotes(
    note: str, changed: str, fits: bool
) -> None:
    found = between(NotesAround(act=(Footnote(note),)), NotesAround(), changed=changed)
    assert found == ([("5", {Told.NEW_IN_NOTE})] if fits else [])


def test_the_registrys_cause_joins_the_act_of_the_note_or_stands_alone() -> None:
    cause = Cause("О поправках", "Закон Республики Казахстан от 5 ноября 2022 года № 157-VII ЗРК")
    (act,) = acts_between(JANUARY, cause, at_article(NEW), at_article(OLD), "жители")
    assert (act.title, set(act.rules)) == ("О поправках", {Told.NEW_IN_NOTE, Told.CAUSE})
    (alone,) = acts_between(JANUARY, cause, at_article(OLD), at_article(OLD), "жители")
    assert (alone.date, alone.number) == (date(2022, 11, 5), "157-VII")
    assert (alone.rules, alone.noted_at) == ((Told.CAUSE,), None)
    assert alone.quote == cause.requisites


def test_a_cause_that_is_only_a_title_names_no_day_and_not_the_act_that_it_amends() -> None:
    title = "О внесении изменений в Закон от 23 января 2001 года № 148"
    (act,) = acts_between(JANUARY, Cause(title), at_article(), at_article(), "жители")
    assert (act.date, act.number, act.title) == (None, None, title)


def test_without_note_and_cause_the_act_is_unknown() -> None:
    assert between(at_article(), at_article()) == []
    assert between(at_article(), at_article(), cause=Cause()) == []


def test_an_act_keeps_its_link_and_its_words() -> None:
    note = Footnote(f"{IN_FORCE}.", (Link("№ 157-VII", "/docs/z31"),))
    (act,) = acts_between(JANUARY, None, NotesAround((note,)), at_article(OLD), "жители")
    assert act.link == "/docs/z31"
    assert act.quote == "от 05.11.2022 № 157-VII (вводится в действие с 01.01.2023)"
    assert act.noted_at is NotedAt.ARTICLE


@pytest.mark.parametrize(
    ("key", "divisions", "note"),
    [
        ("art_36-1", (), "Глава 3 дополнена статьей 36-1 согласно Закону от 24.05.2021 № 41-VII."),
        ("art_36-1", (), "3-тарау 36-1-баппен толықтырылды - ҚР 24.05.2021 № 41-VII Заңымен."),
        ("art_9", ("ch_13-1",), "Закон дополнен главой 13-1 по Закону от 24.05.2021 № 41-VII."),
        ("art_9", ("ch_13-1",), "Заң 13-1-тараумен толықтырылды - ҚР 24.05.2021 № 41-VII Заңымен."),
        ("app_1__p_61-1", (), "Правила дополнены пунктом 61-1 Указом от 24.05.2021 № 41-VII."),
    ],
)
def test_the_oldest_words_are_of_the_act_that_added_the_article_or_its_chapter(
    key: str, divisions: tuple[str, ...], note: str
) -> None:
    assert told(acts_of_oldest(key, divisions, at_article(note))) == [
        ("41-VII", {Told.ADDED_THE_UNIT})
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Статья 36-1 в редакции Закона от 24.05.2021 № 41-VII.",
        "Сноска. Статья дополнена пунктом 3 по Закону от 24.05.2021 № 41-VII.",
        "Сноска. Глава 3 дополнена статьей 36 согласно Закону от 24.05.2021 № 41-VII.",
        "Дополнен статьей 36-1 от 24.05.2021 № 41-VII; с изменениями от 05.11.2022 № 157-VII.",
        "",
    ],
)
def test_where_another_act_may_have_worded_the_oldest_text_nothing_is_said(note: str) -> None:
    assert acts_of_oldest("art_36-1", ("ch_3",), at_article(note)) == ()


def test_what_only_the_articles_own_notes_name_is_by_no_rule() -> None:
    around = NotesAround((Footnote(NEW),), {"ch_3": (Footnote("Глава от 01.02.2020 № 9."),)})
    assert told(acts_in_own_notes(around)) == [("42-VII", set()), ("157-VII", set())]
    assert acts_in_own_notes(NotesAround()) == ()


def test_words_replaced_throughout_the_act_before_the_article_was_added_do_not_matter() -> None:
    added = Footnote("Глава дополнена статьей 36-1 по Закону от 24.05.2021 № 41-VII.")
    earlier, later = (
        Footnote(f'По всему тексту "аул" заменен словом "село" от {day} № 5.')
        for day in ("03.07.2013", "03.07.2021")
    )
    assert acts_of_oldest("art_36-1", (), NotesAround((added,), {}, (earlier,)))
    assert not acts_of_oldest("art_36-1", (), NotesAround((added,), {}, (later,)))
