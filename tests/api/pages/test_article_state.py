"""What stands above the text of an article: whether it is in force, and what is instead."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.words.interface import Interface
from corpus.gates import Objection
from corpus.law import Act, ActStatus, EditionLabel, Language
from corpus.store import writes
from corpus.store.quarantine import quarantine
from tests.api import law
from tests.api.filling import FETCHED, RECORDED, SOURCE, store_editions
from tests.api.gardens import EDITIONS, NGR, plant
from tests.api.house import House
from tests.api.law import article, edition, point
from tests.api.pages.test_pages import soup_of

ARTICLE = f"/acts/{NGR}/articles/art_2"


def at(house: House, day: str) -> TestClient:
    """A client of the service whose clock shows that day."""
    app = house.app()
    then = datetime.fromisoformat(f"{day}T06:00:00").replace(tzinfo=UTC)
    app.state.services = replace(app.state.services, clock=partial(_same, then))
    return TestClient(app)


def _same(moment: datetime) -> datetime:
    return moment


def banners(soup: BeautifulSoup) -> dict[str, str]:
    """What is told, by its kind."""
    return {
        str(one["class"][-1]): " ".join(one.get_text().split())
        for one in soup.select(".edition-banner")
    }


@pytest.fixture
def garden(own_house: House) -> House:
    plant(own_house)
    return own_house


@pytest.mark.parametrize(
    ("day", "label", "kind"),
    [
        ("2003-02-01", "2002-02-05", "settled"),  # the label of the next has come, it has not begun
        ("2003-02-01", "2002-12-06", "future"),
        ("2003-06-01", "2002-12-06", "settled"),
        ("2003-06-01", "2002-02-05", "historical"),
    ],
)
def test_a_wording_is_in_force_by_its_amendments_and_not_by_its_label(
    garden: House, day: str, label: str, kind: str
) -> None:
    soup = soup_of(at(garden, day), f"{ARTICLE}?edition={label}")
    assert list(banners(soup)) == [kind]


def test_a_former_wording_leads_to_the_one_in_force(garden: House) -> None:
    client = at(garden, "2003-06-01")
    soup = soup_of(client, f"{ARTICLE}?edition=2002-02-05")
    assert banners(soup)["historical"].startswith("Это прежний текст. На 01.06.2003 действует")
    link = soup.select_one(".edition-banner a")
    assert link is not None
    assert "осенью" in client.get(str(link["href"])).text


def test_what_is_in_force_is_unknown_where_an_edition_in_between_is_not_held(
    garden: House,
) -> None:
    told = banners(soup_of(at(garden, "2026-11-26"), f"{ARTICLE}?edition=2004-09-09"))
    assert "неизвестно" in told["unknown"]
    assert "07.07.2007" in told["unknown"]


@pytest.mark.parametrize(("ui", "words"), [("ru", "Это прежний"), ("kk", "бұрынғы"), ("en", "for")])
def test_it_is_told_in_the_readers_language(garden: House, ui: str, words: str) -> None:
    soup = soup_of(at(garden, "2003-06-01"), f"{ARTICLE}?edition=2002-02-05&ui={ui}")
    assert words in banners(soup)["historical"]


def test_the_day_that_was_asked_for_is_answered_with_its_grounds(garden: House) -> None:
    soup = soup_of(at(garden, "2003-09-01"), f"{ARTICLE}?in_force_on=2003-07-01")
    told = banners(soup)
    assert "Действовало 01.07.2003." in told["settled"]
    assert "№ 8-II" in told["settled"].replace("\u00a0", " ")


def test_an_article_that_went_is_told_as_gone(own_house: House) -> None:
    text = article("2", "Вода", point("1", "Слова."), divisions=())
    other = article("1", "Сад", point("1", "Слова."), divisions=())
    with own_house.store.write() as session:
        store_editions(
            session,
            own_house.snapshots,
            [
                edition(NGR, "2001-01-01", other, text, title="О садах"),
                edition(NGR, "2002-01-01", other, title="О садах"),
            ],
        )
    told = banners(soup_of(own_house.client(), f"{ARTICLE}?on=2001-05-01"))
    assert list(told) == ["unknown"]  # no note says that it was taken out, nor when
    assert "В более поздней редакции 01.01.2002 этой статьи нет." in told["unknown"]


def test_a_repealed_act_says_from_when(own_house: House) -> None:
    text = article("2", "Вода", point("1", "Слова."), divisions=())
    with own_house.store.write() as session:
        day = datetime(2011, 5, 19, tzinfo=UTC).date()
        writes.upsert_act(session, Act(NGR, {Language.RU: "О садах"}, repealed_on=day))
        one = edition(NGR, "2001-01-01", text, title="О садах")
        store_editions(session, own_house.snapshots, [one])
    told = banners(soup_of(own_house.client(), ARTICLE))
    assert "19.05.2011" in told["repealed"]
    assert len(told) == 1


def test_the_registrys_word_that_an_act_is_repealed_is_told_without_a_day(
    own_house: House,
) -> None:
    text = article("2", "Вода", point("1", "Слова."), divisions=())
    one = replace(edition(NGR, "2001-01-01", text, title="О садах"), status=ActStatus.REPEALED)
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [one])
    assert "день он не называет" in banners(soup_of(own_house.client(), ARTICLE))["repealed"]


def refuse(house: House, label: str) -> None:
    with house.store.write() as session:
        fetched = writes.Fetched(f"https://x.kz/{label}", FETCHED, 200, {}, label.encode())
        snapshot = writes.record_snapshot(session, house.snapshots, fetched)
        quarantine(
            session,
            ngr=NGR,
            language=Language.RU,
            label=EditionLabel.parse(label),
            url=f"https://x.kz/{label}",
            snapshot_ids=[snapshot.id],
            source=SOURCE,
            objections=[Objection("empty-shell", law.HOSTILE)],
            edition=EDITIONS[1],
            recorded_at=RECORDED,
        )


def test_an_edition_in_quarantine_is_told_where_it_may_be_the_days(garden: House) -> None:
    refuse(garden, "2003-03-03")
    client = at(garden, "2003-06-01")
    for query in ("edition=2002-12-06", "on=2003-01-01"):
        told = banners(soup_of(client, f"{ARTICLE}?{query}"))
        assert ("quarantined" in told) is (query == "edition=2002-12-06"), query
    assert "03.03.2003" in banners(soup_of(client, f"{ARTICLE}?edition=2002-12-06"))["quarantined"]
    assert "quarantined" not in banners(soup_of(client, f"{ARTICLE}?edition=2002-02-05"))
    later = at(garden, "2005-01-01")  # by then 2004-09-09 is what opens, and it is newer
    assert "quarantined" not in banners(soup_of(later, ARTICLE))


@pytest.mark.parametrize(("ui", "words"), [("ru", "карантин"), ("kk", "карантин"), ("en", "not p")])
def test_a_day_whose_edition_is_in_quarantine_says_so(garden: House, ui: str, words: str) -> None:
    refuse(garden, "2003-03-03")
    soup = soup_of(at(garden, "2003-06-01"), f"{ARTICLE}?on=2003-04-01&ui={ui}", 404)
    told = " ".join(soup.select_one("main .notice").get_text().split())  # type: ignore[union-attr]
    assert Interface(Language(ui)).day(date(2003, 3, 3)) in told
    assert words in told
    assert soup.select('main ul a[href*="edition=2002-12-06"]')


def test_a_sample_is_told(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [law.SAMPLE_EDITION])
    client = own_house.client()
    assert soup_of(client, f"/acts/{law.RULES}/articles/p_1").select_one(".banner")
    framed = soup_of(client, f"/embed/acts/{law.RULES}/articles/p_1")
    assert "Образец" in framed.get_text()
