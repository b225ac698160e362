"""Acts that have no articles: a decree's points, and the rules that it approved."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.instructions.operations import Kind, Operation
from corpus.instructions.reading import read_instructions
from corpus.law import Edition, EditionLabel, Language
from corpus.structure.lines import Line, Role
from corpus.structure.reading import read_structure
from crawler.registries.adilet import read_edition
from crawler.registries.pages import Format, PageSource
from diffing.replay.refusing import Refusal
from diffing.replay.replay import Fate, Replayed, replay
from diffing.replay.wording import rekeyed
from tests.corpus.instructions.making import edition_of
from tests.diffing.replay.making import ADOPTED

FRAME = '1. Внести в Указ от 6 декабря 2004 года № 1484 "О садах" следующие изменения:'
INTO_RULES = "в Правилах полива, утвержденных указанным Указом:"


def decree() -> Edition:
    lines = [
        Line("1. Утвердить прилагаемые Правила полива."),
        Line("2. Указ вводится в действие со дня подписания."),
        Line("Утверждены\nУказом от 6 декабря 2004 года № 1484", Role.STAMP),
        Line("Правила полива", Role.HEADING),
        Line("1. Общее", Role.HEADING),
        Line("1. Сад поливают утром."),
        Line("2. Поле поливают вечером:"),
        Line("1) весной;"),
        Line("2) летом."),
        Line("2. Прочее", Role.HEADING),
        Line("3. Лес не поливают."),
    ]
    content = read_structure(lines, Language.RU)
    return Edition("U040001484_", Language.RU, EditionLabel.parse("2005-07-08"), "О садах", content)


def operations(*lines: str) -> tuple[Operation, ...]:
    found = read_instructions(edition_of("\n".join((FRAME, *lines))))
    assert not found.unread, found.unread
    return found.operations


def after(*lines: str) -> Replayed:
    done = replay(decree(), operations(*lines), ADOPTED)
    assert {one.fate for one in done.outcomes} == {Fate.APPLIED}, done.refused
    return done


def texts(edition: Edition) -> dict[str, str]:
    return {article.key: article.text() for article in edition.articles}


def test_a_point_of_the_decree_is_not_the_rules_point() -> None:
    done = after("пункт 2 изложить в следующей редакции:", '"2. Указ вводится завтра.".')
    changed = {key for key, text in texts(done.edition).items() if text != texts(decree())[key]}
    assert changed == {"p_2"}
    assert done.edition.by_key["p_2"].blocks[0].text == "Указ вводится завтра."


def test_a_point_of_the_rules_is_not_the_decrees() -> None:
    done = after(INTO_RULES, "пункт 2 изложить в следующей редакции:", '"2. Поле сухое.".')
    changed = {key for key, text in texts(done.edition).items() if text != texts(decree())[key]}
    assert changed == {"app_1__p_2"}


def test_words_and_subpoints_of_the_rules_are_changed() -> None:
    done = after(
        INTO_RULES,
        'в пункте 1 слово "утром" заменить словом "ночью";',
        "подпункт 1) пункта 2 исключить.",
    )
    assert done.edition.by_key["app_1__p_1"].blocks[0].text == "Сад поливают ночью."
    assert [one.key for one in done.edition.by_key["app_1__p_2"].blocks] == ["part_1", "sp_2"]


def test_a_new_point_of_the_rules_stands_in_its_chapter() -> None:
    done = after(INTO_RULES, "дополнить пунктом 2-1 следующего содержания:", '"2-1. Луг.".')
    keys = [article.key for article in done.edition.articles]
    assert keys == ["p_1", "p_2", "app_1__p_1", "app_1__p_2", "app_1__p_2-1", "app_1__p_3"]
    assert done.edition.by_key["app_1__p_2-1"].divisions == ("app_1", "app_1__ch_1")


def test_a_new_point_of_the_decree_stands_before_its_rules() -> None:
    done = after("дополнить пунктом 3 следующего содержания:", '"3. Новый.".')
    keys = [article.key for article in done.edition.articles]
    assert keys[:4] == ["p_1", "p_2", "p_3", "app_1__p_1"]


def test_a_point_that_is_nowhere_is_refused() -> None:
    done = replay(decree(), operations(INTO_RULES, "пункт 9 исключить."), ADOPTED)
    assert done.outcomes[0].refusal is Refusal.NO_SUCH_UNIT


def test_an_article_of_an_act_without_articles_is_refused() -> None:
    done = replay(decree(), operations("статью 1 исключить."), ADOPTED)
    assert done.outcomes[0].refusal is Refusal.NO_SUCH_UNIT


def test_keys_given_anew_are_those_of_the_page() -> None:
    for article in decree().articles:
        assert rekeyed(article, Language.RU) == article


@pytest.fixture
def resolution(shared_registry: Path) -> Edition:
    page = shared_registry / "adilet-classic" / "P2300001000.rus.html"
    source = PageSource("P2300001000", Language.RU, Format.ADILET)
    return read_edition([page.read_bytes()], source)


def test_an_official_resolution_is_read_to_its_last_word(resolution: Edition) -> None:
    found = read_instructions(resolution)
    assert found.unread == ()
    (act,) = found.acts
    assert (str(act.adopted), act.number, act.form) == (
        "2020-04-14",
        "201",
        "government resolution",
    )
    heading, reworded = found.operations
    assert heading.kind is Kind.OTHER_LANGUAGE
    assert reworded.kind is Kind.REWORD
    assert [unit.key for unit in reworded.targets[0]] == ["p_1", "sp_1"]
    assert len(reworded.content) == 1
    assert reworded.content[0].text.startswith("1) ")
    assert found.clause.kind == "on signing"
