from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.amendments import AmendingAct, Amendment, Role, Target, Verb
from diffing.explaining import (
    Explanation,
    NotedAt,
    Told,
    adds_the_unit,
    ended,
    explanations,
    may_speak_of,
    of_heading,
    speaking_of,
    speaks_of,
)
from tests.diffing.noting import amendment, day, label, on

OLD = amendment("42-VII", "2021-05-24")
NEW = amendment("157-VII", "2022-11-05", clause=on("2023-01-01"))
STAGE = amendment("157-VII", "2022-11-05", clause=on("2024-01-01"), place="p_2")


def told(
    now: list[Amendment],
    before: list[Amendment],
    name: str = "2022-12-01",
    cause: AmendingAct | None = None,
    changed: str = "жители",
) -> list[tuple[str | None, tuple[Told, ...]]]:
    found = explanations(
        label(name),
        cause,
        speaking_of(now, "art_1", ("ch_1",)),
        speaking_of(before, "art_1"),
        changed,
    )
    return [(one.amendment.act.number, one.rules) for one in found]


def test_what_only_the_newer_note_names_explains_a_change() -> None:
    assert told([OLD, NEW], [OLD]) == [("157-VII", (Told.NEW_IN_NOTE,))]


def test_what_is_in_force_on_the_label_explains_it_though_it_was_noted_before() -> None:
    assert told([OLD, NEW], [OLD, NEW], "2023-01-01") == [("157-VII", (Told.IN_FORCE_ON_LABEL,))]


def test_another_place_or_day_of_a_staged_act_is_new() -> None:
    assert told([NEW, STAGE], [NEW]) == [("157-VII", (Told.NEW_IN_NOTE,))]


def test_the_registrys_cause_is_joined_with_the_note_that_names_it_too() -> None:
    cause = AmendingAct(day("2022-11-05"), "157")
    assert told([OLD, NEW], [OLD], cause=cause) == [("157-VII", (Told.NEW_IN_NOTE, Told.CAUSE))]


def test_a_cause_that_no_note_names_stands_alone() -> None:
    cause = AmendingAct(day("2022-12-01"), "160-VII")
    assert told([OLD], [OLD], cause=cause) == [("160-VII", (Told.CAUSE,))]


def test_a_wording_for_a_time_says_not_by_which_act_it_came() -> None:
    assert told([amendment("", None, verb=Verb.TEMPORARY, until="2025-01-01")], []) == []


@pytest.mark.parametrize("role", [Role.FORESEEN, Role.CITED, Role.OTHER_LANGUAGE])
def test_what_amends_nothing_here_explains_nothing(role: Role) -> None:
    assert told([amendment("1", "2022-11-05", role=role)], []) == []


def test_a_chapters_note_speaks_of_its_articles_unless_it_is_about_the_heading() -> None:
    chapter = amendment("5", "2022-11-05", "ch_1", Verb.REWORDED)
    heading = amendment("6", "2022-11-05", "ch_1", Verb.RETITLED)
    (found,) = speaking_of([chapter, heading], "art_1", ("ch_1",))
    assert (found.amendment.act.number, found.at) == ("5", NotedAt.DIVISION)
    assert speaking_of([chapter], "art_2") == ()


def test_a_note_that_begins_with_another_heading_says_that_the_preamble_was_excluded() -> None:
    statement = "Заголовок изложен иначе, преамбула исключена"
    excluded = amendment("375", "1999-05-06", "preamble", Verb.REPEALED, statement=statement)
    assert not of_heading(excluded)
    assert of_heading(replace(excluded, target=Target("art_1")))


def test_words_replaced_throughout_explain_only_a_change_of_those_words() -> None:
    statement = 'по всему тексту слова "аула", "аулом" заменены словами "села", "селом"'
    throughout = amendment("121-V", "2013-07-03", None, Verb.WORDS_REPLACED, statement=statement)
    assert told([throughout], [], changed="аула\nсела") == [("121-V", (Told.NEW_IN_NOTE,))]
    assert told([throughout], [], changed="тридцать дней") == []


def test_a_note_quotes_words_in_any_form() -> None:
    statement = 'слова "члены органов самоуправления" заменены словами "члены иных органов"'
    assert speaks_of(statement, "органов\nиного органа")
    assert not speaks_of(statement, "органов Парламента")
    assert may_speak_of('слова "аульный округ" заменены', "акимы аульных округов")
    assert not may_speak_of('слова "аульный округ" заменены', "депутаты Сената")


def test_a_temporary_wording_that_ended_explains_the_next_one() -> None:
    temporary = amendment("", None, verb=Verb.TEMPORARY, until="2025-01-01")
    assert ended([temporary], "art_1", label("2023-01-01"), label("2025-01-01")) == (
        Explanation(temporary, (Told.TEMPORARY_ENDED,), NotedAt.ARTICLE),
    )
    assert ended([temporary], "art_1", label("2023-01-01"), label("2024-01-01")) == ()
    assert ended([temporary], "art_2", label("2023-01-01"), label("2025-01-01")) == ()


@pytest.mark.parametrize(
    ("statement", "key", "adds"),
    [
        ("Закон дополнен статьей 36-1 в соответствии", "art_36-1", True),
        ("Закон дополнен статьей 36-1 в соответствии", "art_36", False),
        ("Заң 13-1-тараумен толықтырылды", "ch_13-1", True),
        ("Статья 36 с изменениями", "art_36", False),
    ],
)
def test_a_note_tells_which_unit_was_added(statement: str, key: str, adds: bool) -> None:
    assert adds_the_unit(statement, key) is adds


EXCLUDED = Amendment(Target("art_1", "p_3"), Verb.REPEALED, AmendingAct(), statement="исключен")


def test_an_exclusion_without_an_act_explains_only_the_edition_that_it_is_new_in() -> None:
    assert told([EXCLUDED], []) == [(None, (Told.NEW_IN_NOTE,))]
    assert told([EXCLUDED], [EXCLUDED]) == []
    other = replace(EXCLUDED, target=Target("art_1", "p_4"))
    assert told([EXCLUDED, other], [EXCLUDED]) == [(None, (Told.NEW_IN_NOTE,))]


def test_what_two_notes_say_alike_explains_once() -> None:
    assert told([OLD, NEW, replace(NEW, quote="N 157-VII")], [OLD]) == [
        ("157-VII", (Told.NEW_IN_NOTE,))
    ]
    sister = replace(NEW, act=replace(NEW.act, number="158-VII"))
    assert [number for number, _ in told([NEW, sister], [])] == ["157-VII", "158-VII"]
