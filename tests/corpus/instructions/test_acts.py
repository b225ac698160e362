"""Which act is amended is read from the words that name it, and from no others."""

from __future__ import annotations

import pytest

from corpus.instructions.operations import FrameKind, Instructions, Reason, path_words
from corpus.instructions.reading import read_instructions
from corpus.law import Language
from tests.corpus.instructions.making import edition_of

RU, KK = Language.RU, Language.KK


def acts(
    text: str, language: Language = RU
) -> list[tuple[str | None, str, str | None, str | None]]:
    found = read_instructions(edition_of(text, language))
    return [(one.form, str(one.adopted), one.number, one.title) for one in found.acts]


def places(found: Instructions) -> list[str]:
    return [", ".join(map(path_words, one.targets)) for one in found.operations]


NAMED = [
    (
        RU,
        ("Статья 1. Внести в Закон от 3 марта 2015 года «О садах» (Ведомости Парламента, 2015 г., "
        "№ 5, ст. 9; Закон от 4 мая 2016 года «О лесах, опубликованный в газете «Сад» 9 мая) "
        "следующие изменения:\n1) статью 3 исключить;"),
        ("law", "2015-03-03", None, "О садах"),
    ),
    (
        RU,
        ("Статья 1. Внести в Садовый кодекс (Общая часть), принятый Верховным Советом 27 декабря "
        "1994 года (Ведомости, 1994 г., № 23 (приложение)), изменения:\n1) статью 3 исключить;"),
        ("code", "1994-12-27", None, None),
    ),
    (
        RU,
        ("1. Внести в решение Садового районного маслихата от 5 мая 2011 года № 2-1 «О саде» "
        "(зарегистрировано в Реестре под № 77) следующие изменения:\nпункт 3 исключить."),
        ("maslikhat decision", "2011-05-05", "2-1", "О саде"),
    ),
    (
        KK,
        ("1-бап. 2014 жылғы 5 шілдедегі Қазақстан Республикасының Бақ кодексіне (Қазақстан "
        "Республикасы Парламентінің Жаршысы, 2014 ж., № 18, 92-құжат; «Бақ» газетінде жарияланған "
        "«Кейбір заңнамалық актілерге өзгерістер енгізу туралы» 2014 жылғы 7 қарашадағы Қазақстан "
        "Республикасының Заңы) мынадай өзгерістер енгізілсін:\n1) 3-бап алып тасталсын;"),
        ("code", "2014-07-05", None, None),
    ),
    (
        KK,
        ("1-бап. Қазақстан Республикасының Жоғарғы Кеңесі 1994 жылғы 27 желтоқсанда қабылдаған "
        "Қазақстан Республикасының Бақ кодексіне (Жалпы бөлім) мынадай өзгерістер енгізілсін:\n"
        "1) 3-бап алып тасталсын;"),
        ("code", "1994-12-27", None, None),
    ),
    (
        KK,
        ('1-бап. "Бақтар туралы" 2001 жылғы 23 қаңтардағы Z010148_ Қазақстан Республикасының '
        "Заңына мынадай өзгерістер енгізілсін:\n1) 3-бап алып тасталсын;"),
        ("law", "2001-01-23", None, "Бақтар туралы"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "act"), NAMED)
def test_an_act_is_told_apart_from_those_that_only_printed_its_changes(
    language: Language, text: str, act: tuple[str | None, ...]
) -> None:
    assert acts(text, language) == [act]
    assert places(read_instructions(edition_of(text, language)))


NO_ACTS = [
    (RU, ("В соответствии с Садовым кодексом от 4 декабря 2008 года и Законом «О садах» маслихат "
         "РЕШИЛ:\n1. Посадить сад.")),
    (RU, "Статья 1. О чем\nВ целях исполнения Закона от 4 мая 2015 года «О садах»:\n1) посадить;"),
    (KK, ("Қазақстан Республикасының 2008 жылғы 4 желтоқсандағы Бақ кодексіне сәйкес мәслихат "
         "ШЕШТІ:\n1. Бақ отырғызылсын.")),
    (KK, ('1. "Бақ" мекемесі Қазақстан Республикасының заңнамасында белгіленген тәртіпте:\n'
         "1) бақты суарсын;")),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), NO_ACTS)
def test_an_act_that_is_only_the_ground_of_another_is_not_amended(
    language: Language, text: str
) -> None:
    found = read_instructions(edition_of(text, language))
    assert found.acts == ()
    assert found.unread == ()


def test_a_list_of_acts_is_no_act() -> None:
    found = read_instructions(
        edition_of(
            "1-бап. Қазақстан Республикасының мына конституциялық заңдарына өзгерістер енгізілсін:"
            "\n1. «Бақтар туралы» 2015 жылғы 3 наурыздағы Қазақстан Республикасының Заңына:"
            "\n1) 3-бап алып тасталсын;",
            KK,
        )
    )
    assert [one.title for one in found.acts] == ["Бақтар туралы"]
    assert [one.kind for one in found.frames] == [FrameKind.ENACTING, FrameKind.ACT]


APPROVED = [
    (
        (
            "1. Внести в Правила полива, утвержденные приказом Министра садов от 5 мая 2015 года "
            "№ 300 «О поливе», следующие изменения:\nпункт 3 исключить."
        ),
        ["app__p_3"],
    ),
    (
        (
            "1. Внести в приказ Министра садов от 5 мая 2015 года № 300 «О поливе» изменения:\n"
            "в Правилах полива, утвержденных приложением 2 к указанному приказу:\n"
            "пункт 3 исключить."
        ),
        ["app_2__p_3"],
    ),
    (
        (
            "1. Внести в Указ Президента от 5 мая 2015 года № 300 «О поливе» изменения:\n"
            "в Правилах полива, утвержденных вышеназванным Указом:\nв пункте 2:\n"
            "подпункт 1) исключить;\nпункт 5 исключить;\n"
            "дополнить пунктом 5-1 следующего содержания:\n«5-1. Новый.»;\n"
            "пункт 1 указанного Указа исключить."
        ),
        ["app__p_2__sp_1", "app__p_5", "app", "p_1"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), APPROVED)
def test_points_of_approved_rules_are_never_those_of_the_act(
    text: str, expected: list[str]
) -> None:
    found = read_instructions(edition_of(text))
    assert not found.unread
    assert places(found) == expected


def test_kazakh_rules_that_a_named_act_approved_are_its_appendix() -> None:
    found = read_instructions(
        edition_of(
            "1. «Суару туралы» Бақ министрінің 2015 жылғы 5 мамырдағы № 300 бұйрығына мынадай "
            "өзгерістер енгізілсін:\nкөрсетілген бұйрықпен бекітілген Суару қағидаларында:\n"
            "3-тармақ алып тасталсын;\nкөрсетілген бұйрыққа 2-қосымшада:\n4-тармақ алып тасталсын;",
            KK,
        )
    )
    assert not found.unread
    assert places(found) == ["app__p_3", "app_2__p_4"]


LAW_WITHOUT_ARTICLES = """
Внести в Указ Президента от 28 сентября 1995 г. N 24 "О саде" следующие изменения:
1. Преамбулу исключить.
2. В пункте 3 статьи 5 слово "Указ" заменить словом "Закон".
3. Настоящий Закон вводится в действие со дня опубликования.
"""


def test_an_act_above_the_points_holds_for_each_of_them() -> None:
    found = read_instructions(edition_of(LAW_WITHOUT_ARTICLES))
    assert not found.unread
    assert places(found) == ["preamble", "art_5__p_3"]
    assert {one.target_act for one in found.operations} == {0}


def test_an_instruction_that_names_its_act_in_the_same_breath_is_no_mere_provision() -> None:
    found = read_instructions(
        edition_of(
            "1. Внести в решение маслихата от 5 мая 2011 года № 2 изменения:\nпункт 3 исключить.\n"
            "2. Приложения 1, 6 к решению маслихата «О саде» изложить в новой редакции."
        )
    )
    assert [one.reason for one in found.unread] == [Reason.NO_ACT]


def test_what_a_provision_suspends_is_listed() -> None:
    found = read_instructions(
        edition_of("Статья 1. О чем\n1. Приостановить до 1 января 2027 года действие статьи 5.")
    )
    assert [one.reason for one in found.unread] == [Reason.NO_ACT]
