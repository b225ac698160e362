"""A cited article that no edition held has: whether there never was one, or that is not known."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.mcp.server import law_server
from api.services import Services
from cli.main import main
from corpus.amending_acts import AmendingActs
from corpus.law import (
    Act,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
    ListedEdition,
)
from corpus.store.writes import list_editions, upsert_act
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import FETCHED, RECORDED, store_editions
from tests.api.house import House
from tests.api.law import LOCAL
from tests.api.mcp.asking import called
from tests.api.pages.test_search import searched, shown, words

QUERY = "ст. 36-1 закона 148"
PARTS = Holding(HoldingKind.PARTS, ("art_1",))
BEGINNING = Holding(HoldingKind.BEGINNING)


def edition(label: str, *numbers: str, holding: Holding | None = None) -> Edition:
    articles = [
        law.article(one, f"О деле {one}", law.point("1", f"Дело {one}, {label}."), divisions=())
        for one in numbers
    ]
    made = law.edition(LOCAL, label, *articles, title="О делах")
    return replace(made, holding=holding) if holding else made


def filled(house: House, *editions: Edition, listed: tuple[str, ...] | None = None) -> TestClient:
    """The act with these editions, and the registry's list of them where one is held."""
    with house.store.write() as session:
        act = Act(LOCAL, {Language.RU: "О делах"}, form="law", number="148")
        upsert_act(session, act)
        store_editions(session, house.snapshots, editions)
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(Watchlist(())))
        if listed is not None:
            labels = [ListedEdition(EditionLabel.parse(one)) for one in listed]
            list_editions(session, LOCAL, Language.RU, labels, "adilet", FETCHED)
    house.index()
    return house.client()


def resolved(client: TestClient, q: str = QUERY) -> Any:
    return client.get("/v1/resolve", params={"q": q}).json()


def test_where_every_edition_is_listed_and_held_whole_there_never_was_one(
    own_house: House,
) -> None:
    listed = ("2010-01-01", "2020-01-01")
    client = filled(own_house, *(edition(one, "1", "36") for one in listed), listed=listed)
    page = words(searched(client, "ст. 99 закона 148"), ".notice")
    assert page.startswith(
        "Такого положения нет ни в одной редакции акта, и все они у нас есть: ст. 99 (О делах). "
        "Просмотрены 2 редакции: 01.01.2010, 01.01.2020."
    )
    assert "неизвестно" not in page
    told = resolved(client, "ст. 99 закона 148")["unseen"]
    assert (told["never_was"], told["without"]) == (True, list(listed))
    assert "all of them are held" in told["why"]


@pytest.mark.parametrize(
    ("ui", "said"),
    [
        (
            "ru",
            (
                "В тексте, который у нас есть, такого положения нет: ст. 99 (). "
                "Просмотрена 1 редакция: 01.01.2010. "
                "1 редакция есть у нас только частью, без этого места: 01.01.2020. "
                "2 редакций у нас нет: 01.01.2005, 01.01.2015. "
                "Было ли такое положение когда-либо, неизвестно."
            ),
        ),
        (
            "kk",
            (
                "Бізде бар мәтінде мұндай ереже жоқ: 99-бап (). "
                "1 редакция қаралды: 01.01.2010. "
                "1 редакция бізде тек ішінара, осы орынсыз бар: 01.01.2020. "
                "2 редакция бізде жоқ: 01.01.2005, 01.01.2015. "
                "Мұндай ереженің бұрын болған-болмағаны белгісіз."
            ),
        ),
        (
            "en",
            (
                "The text that is held has no such provision: art. 99 (). "
                "1 edition was looked through: 1 January 2010. "
                "1 edition is held only in part, without this place: 1 January 2020. "
                "2 editions are not held: 1 January 2005, 1 January 2015. "
                "Whether there ever was such a provision is not known."
            ),
        ),
    ],
)
def test_else_the_page_says_what_is_not_held_and_that_it_is_not_known(
    own_house: House, ui: str, said: str
) -> None:
    client = partly(own_house)
    page = words(searched(client, "ст. 99 закона 148", f"&ui={ui}"), ".notice")
    assert re.sub(r"\([^)]*\)", "()", page, count=1).startswith(said)  # whatever it is called


def partly(house: House) -> TestClient:
    """One edition held whole, one in part, two known and not held."""
    listed = ("2005-01-01", "2010-01-01", "2015-01-01", "2020-01-01")
    whole, part = edition("2010-01-01", "1", "36"), edition("2020-01-01", "1", holding=PARTS)
    return filled(house, whole, part, listed=listed)


def test_every_way_to_ask_says_the_same(
    own_house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    client = partly(own_house)
    told = resolved(client, "ст. 99 закона 148")
    assert (told["kind"], told["not_found"]) == ("unknown", "article")
    unseen = told["unseen"]
    assert unseen["never_was"] is False
    assert (unseen["without"], unseen["in_part"]) == (["2010-01-01"], ["2020-01-01"])
    assert unseen["not_held"] == ["2005-01-01", "2015-01-01"]
    assert "Whether it ever existed is not known." in unseen["why"]

    searched_for = client.get("/v1/search", params={"q": "ст. 99 закона 148"}).json()
    assert searched_for["cited"]["unseen"] == unseen

    server = law_server(Services(own_house.settings, own_house.store, own_house.engine))
    (tool,) = called(server, ("resolve_citation", {"q": "ст. 99 закона 148"}))
    assert tool.structured_content is not None
    assert tool.structured_content["why"] == unseen["why"]

    monkeypatch.setenv("NUSQA_DATA_DIR", str(own_house.settings.data_dir))
    monkeypatch.setattr(sys, "argv", ["nusqa", "resolve", "ст. 99 закона 148"])
    with pytest.raises(SystemExit):
        main()
    assert unseen["why"] in " ".join(capsys.readouterr().err.split())


def test_without_a_registrys_list_there_may_be_other_editions(own_house: House) -> None:
    client = filled(own_house, edition("2010-01-01", "1", "36"))
    told = resolved(client, "ст. 99 закона 148")["unseen"]
    assert (told["never_was"], told["all_listed"], told["not_held"]) == (False, False, [])
    page = words(searched(client, "ст. 99 закона 148"), ".notice")
    assert "Полного списка редакций у нас нет." in page
    assert "неизвестно" in page


@pytest.mark.parametrize(("number", "in_part"), [("20-1", False), ("40", True)])
def test_a_beginning_that_goes_on_behind_an_articles_number_holds_its_place(
    own_house: House, number: str, in_part: bool
) -> None:
    begun = edition("2010-01-01", "1", "20", "36", holding=BEGINNING)
    client = filled(own_house, begun, listed=("2010-01-01",))
    told = resolved(client, f"ст. {number} закона 148")["unseen"]
    assert (told["in_part"] == ["2010-01-01"], told["never_was"]) == (in_part, not in_part)


def test_an_article_that_the_rules_of_a_regime_name_did_exist(own_house: House) -> None:
    client = partly(own_house)
    told = resolved(client)["unseen"]
    assert (told["phases"], told["never_was"]) == (["R2b"], False)
    assert "not known" not in told["why"]
    soup = searched(client, QUERY)
    assert "Но оно было." in words(soup, ".notice")
    assert "неизвестно" not in words(soup, ".notice")
    assert soup.select_one(".notice a[href$='/regimes#phase-R2b']")


def test_an_article_that_notes_tell_of_did_exist(own_house: House) -> None:
    noted = Footnote(
        "Сноска. Преамбула исключена Законом РК от 06.05.2019 № 375-VI (вводится в действие со "
        "дня его первого официального опубликования)."
    )
    kept = law.article("1", "О деле", law.point("1", "Дело."), divisions=())
    made = law.edition(LOCAL, "2010-01-01", noted, kept, title="О делах")
    client = filled(own_house, made, listed=("2010-01-01",))
    told = resolved(client, "преамбула закона 148")["unseen"]
    assert (told["amended"], told["never_was"]) == (["375-VI"], False)
    soup = searched(client, "преамбула закона 148")
    assert "О нём говорят примечания реестра" in words(soup, ".notice")
    link = soup.select_one(".notice a[href*='/amendments?']")
    assert link is not None
    assert client.get(str(link["href"])).status_code == 200


def test_an_article_that_no_act_held_has_is_told_of_what_is_held(own_house: House) -> None:
    client = partly(own_house)
    page = words(searched(client, "ст. 99"), ".notice")
    assert "Ни в одной из редакций, которые у нас есть, такой статьи нет." in page


def test_the_articles_own_address_says_the_same(own_house: House) -> None:
    client = partly(own_house)
    told = words(shown(client, f"/acts/{LOCAL}/articles/art_36-1?ui=ru", 404), ".unseen")
    assert told.startswith("В тексте, который у нас есть, такого положения нет: ст. 36-1 (")
    assert "2 редакций у нас нет: 01.01.2005, 01.01.2015." in told
    assert "Но оно было." in told


def test_of_an_article_that_another_edition_has_only_the_edition_asked_for_is_told(
    own_house: House,
) -> None:
    client = filled(own_house, edition("2010-01-01", "1", "36"), edition("2020-01-01", "1"))
    page = shown(client, f"/acts/{LOCAL}/articles/art_36?edition=2020-01-01&ui=ru", 404)
    assert "В этом тексте акта" in words(page, ".notice")
    assert page.select_one(".unseen") is None
