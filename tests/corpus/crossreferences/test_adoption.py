"""An act that is named with a day of adoption is the act of that day, or none that is held."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.citations.acts import ActName, ActRegister, CitableAct
from corpus.crossreferences.calling import ActsCalled, Unresolved
from corpus.crossreferences.reading import references_in
from corpus.crossreferences.resolving import Home, Meant, meant
from corpus.law import Article, ArticleKind, Block, BlockKind, Language

RU, KK, EN = Language.RU, Language.KK, Language.EN
OWN = CitableAct("K950001000_", "constitution", None, date(1995, 8, 30))
OLDER = CitableAct("K930000000_", "constitution", None, date(1993, 1, 28))
ORCHARDS = CitableAct(
    "Z010000007_",
    "law",
    "7",
    date(2001, 5, 3),
    names=(ActName("О садах", RU), ActName("Бақтар туралы", KK), ActName("On Orchards", EN)),
)
KEYS: dict[str, dict[str, tuple[str, ...]]] = {
    one.ngr: {"art_5": (), "art_12": (), "art_64": ()} for one in (OWN, OLDER, ORCHARDS)
}

ANOTHER_DAY = [
    (RU, "Срок по пункту 2 статьи 64 Конституции Республики Казахстан от 28 января 1993 года."),
    (RU, "Срок по статье 64 Конституции Республики Казахстан, принятой 28 января 1993 года."),
    (RU, "Срок по статье 64 Конституции, принятой на сессии совета 28 января 1993 года."),
    (RU, "Срок по статье 64 принятой 28 января 1993 года Конституции."),
    (RU, "Срок по статье 64 Конституции Республики Казахстан (28.01.1993)."),
    (RU, "Срок по статье 64 Конституции 1993 года."),
    (
        KK,
        (
            "Мерзім 1993 жылғы 28 қаңтарда қабылданған Қазақстан Республикасы Конституциясының "
            "64-бабы бойынша өтеді."
        ),
    ),
    (
        KK,
        (
            "Мерзім Қазақстан Республикасының 1993 жылғы 28 қаңтарда қабылданған Конституциясының "
            "64-бабы бойынша өтеді."
        ),
    ),
    (
        KK,
        (
            "Мерзім Қазақстан Республикасының 1993 жылғы 28 қаңтардағы Конституциясының 64-бабы "
            "бойынша өтеді."
        ),
    ),
    (
        KK,
        (
            "Мерзім Қазақстан Республикасы Конституциясының (1993 жылғы 28 қаңтарда қабылданған) "
            "64-бабы бойынша өтеді."
        ),
    ),
    (KK, "Мерзім 1993 жылғы Конституцияның 64-бабы бойынша өтеді."),
    (
        EN,
        (
            "The term runs by paragraphs 1, 2 and 3 of Article 12 of the Constitution of the "
            "Republic of Kazakhstan, adopted on January 28, 1993."
        ),
    ),
    (
        EN,
        (
            "The term runs by Article 64 of the Constitution adopted by the council on 28 January "
            "1993."
        ),
    ),
    (
        EN,
        (
            "The term runs by Article 64 of the Constitution of the Republic of Kazakhstan of 28th "
            "January 1993."
        ),
    ),
    (EN, "The term runs by Article 64 of the Constitution of January 28, 1993."),
    (EN, "The term runs by Article 64 of the 1993 Constitution."),
]
ITS_OWN_DAY = [
    (RU, "Срок по статье 64 Конституции Республики Казахстан, принятой 30 августа 1995 года."),
    (RU, "Срок по статье 64 Конституции 1995 года."),
    (
        KK,
        (
            "Мерзім 1995 жылғы 30 тамызда қабылданған Қазақстан Республикасы Конституциясының "
            "64-бабы бойынша өтеді."
        ),
    ),
    (
        EN,
        (
            "It runs by Article 12 of the Constitution of the Republic of Kazakhstan, adopted "
            "on 30 August 1995."
        ),
    ),
]
ORCHARDS_OF_ANOTHER_DAY = [
    (RU, "Сажают по статье 5 Закона Республики Казахстан «О садах», принятого 4 мая 2001 года."),
    (RU, "Сажают по статье 5 Закона «О садах» (принятого 4 мая 2001 года)."),
    (RU, "Сажают по принятому 4 мая 2001 года Закону «О садах»."),
    (RU, "Сажают по статье 5 Закона «О садах» 2000 года."),
    (KK, "2001 жылғы 4 мамырда қабылданған «Бақтар туралы» Заңның 5-бабы."),
    (KK, "2001 жылғы 4 мамырда қабылданған «Бақтар туралы» Қазақстан Республикасы Заңының 5-бабы."),
    (EN, "Trees are planted by Article 5 of the Law “On Orchards”, adopted on 4 May 2001."),
]


def read(language: Language, text: str, home: CitableAct, *acts: CitableAct) -> tuple[Meant, ...]:
    blocks = (Block(BlockKind.POINT, text, "1", "1.", "p_1"),)
    article = Article(ArticleKind.ARTICLE, "art_5", body=blocks)
    called = ActsCalled(ActRegister(acts))
    found = references_in(article, language)
    at = Home(home.ngr, article, date(2020, 1, 1))
    return tuple(meant(one, at, called, lambda ngr: KEYS.get(ngr, {})) for one in found)


def led_to(found: tuple[Meant, ...]) -> set[str]:
    return {to.act.ngr for one in found for to in one.provisions}


@pytest.mark.parametrize(("language", "text"), ANOTHER_DAY)
def test_a_constitution_of_another_day_is_not_the_one_it_is_named_in(
    language: Language, text: str
) -> None:
    assert led_to(read(language, text, OWN, OWN, ORCHARDS)) == set()
    assert led_to(read(language, text, ORCHARDS, OWN, ORCHARDS)) == set()


@pytest.mark.parametrize(("language", "text"), ANOTHER_DAY)
def test_where_that_constitution_is_held_nothing_leads_to_another(
    language: Language, text: str
) -> None:
    assert led_to(read(language, text, OWN, OWN, OLDER)) <= {OLDER.ngr}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (RU, ANOTHER_DAY[1][1]),
        (KK, ANOTHER_DAY[6][1]),
        (EN, ANOTHER_DAY[11][1]),
    ],
)
def test_the_very_act_is_found_by_its_day_where_it_is_held(language: Language, text: str) -> None:
    assert led_to(read(language, text, OWN, OWN, OLDER)) == {OLDER.ngr}


@pytest.mark.parametrize(("language", "text"), ITS_OWN_DAY)
def test_a_constitution_named_with_its_own_day_is_it(language: Language, text: str) -> None:
    assert led_to(read(language, text, OWN, OWN, OLDER)) == {OWN.ngr}
    assert led_to(read(language, text, ORCHARDS, OWN, OLDER, ORCHARDS)) == {OWN.ngr}


def test_where_the_own_day_is_not_known_a_named_day_tells_nothing_for_sure() -> None:
    undated = CitableAct(OWN.ngr, "constitution")
    (one, *_) = read(*ITS_OWN_DAY[0], undated, undated)
    assert (one.provisions, one.why) == ((), Unresolved.ACT_UNKNOWN)


@pytest.mark.parametrize(("language", "text"), ORCHARDS_OF_ANOTHER_DAY)
def test_a_title_with_another_day_beside_it_is_another_act(language: Language, text: str) -> None:
    assert led_to(read(language, text, OWN, OWN, ORCHARDS)) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (RU, "Сажают по статье 5 Закона «О садах», принятого 3 мая 2001 года."),
        (RU, "Сажают по статье 5 Закона «О садах». Принятые 4 мая 2001 года решения отменены."),
        (EN, "Trees are planted by Article 5 of the Law “On Orchards”, adopted on 3 May 2001."),
    ],
)
def test_a_title_with_the_acts_own_day_or_a_day_of_something_else_is_the_act(
    language: Language, text: str
) -> None:
    assert led_to(read(language, text, OWN, OWN, ORCHARDS)) == {ORCHARDS.ngr}
