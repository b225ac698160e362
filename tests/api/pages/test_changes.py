"""The page of changes: edition by edition, narrowed down, and how to be told of more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.law import Edition, Language
from corpus.store import reads
from tests.api.filling import fill, store_changes, store_editions
from tests.api.house import House, empty_house
from tests.api.law import ELECTIONS, HOSTILE, LOCAL, article, chapter, edition, point
from tests.api.pages.test_pages import soup_of, text_of

NGR = "Z1700000011"


def shown(client: TestClient, url: str) -> list[tuple[str, list[str]]]:
    """The steps of a page: the day over each, and what it says of each article."""
    soup = soup_of(client, url)
    return [
        (
            text_of_day(step.select_one(".day")),
            [" ".join(one.get_text(" ").split()) for one in step.select("ul.changed > li")],
        )
        for step in soup.select("article.step")
    ]


def text_of_day(day: Tag | None) -> str:
    assert day is not None
    return " ".join(day.get_text().split())


@pytest.fixture
def waters(own_house: House) -> TestClient:
    """A law of two chapters in three editions: each newer one changes another chapter."""

    def law(label: str, first: str, second: str) -> Edition:
        return edition(
            NGR,
            label,
            chapter("1", "Реки"),
            article("1", "Русло", point("1", first), divisions=("ch_1",)),
            chapter("2", "Озёра"),
            article("2", "Берег", point("1", second), divisions=("ch_2",)),
            title="О водах",
        )

    with own_house.store.write() as session:
        laws = [
            law("2018-01-01", "Русло чистят весной.", "Берег открыт."),
            law("2019-05-05", "Русло чистят осенью.", "Берег открыт."),
            law("2021-07-07", "Русло чистят осенью.", "Берег закрыт."),
        ]
        store_editions(session, own_house.snapshots, laws)
        store_changes(session, NGR, Language.RU)
    return own_house.client()


def test_the_latest_edition_comes_first(waters: TestClient) -> None:
    assert shown(waters, "/changes") == [
        ("07.07.2021", ["изменение Статья 2. Берег"]),
        ("05.05.2019", ["изменение Статья 1. Русло"]),
    ]


@pytest.mark.parametrize(
    ("narrowed", "days"),
    [
        (f"act={NGR}", ["07.07.2021", "05.05.2019"]),
        (f"act={NGR}&article=ch_1", ["05.05.2019"]),
        (f"act={NGR}&article=art_2", ["07.07.2021"]),
        ("since=2021-01-01", ["07.07.2021"]),
        ("until=2021-07-06", ["05.05.2019"]),
        ("since=2019-05-05&until=2019-05-05", ["05.05.2019"]),
        ("since=2019-05-06&until=2021-07-06", []),
        ("regime=2013", []),
    ],
)
def test_changes_are_narrowed_down_by_act_part_regime_and_day(
    waters: TestClient, narrowed: str, days: list[str]
) -> None:
    assert [day for day, _changes in shown(waters, f"/changes?{narrowed}")] == days


@pytest.mark.parametrize(("key", "changed"), [("ch_1", "art_1"), ("ch_2", "art_2")])
def test_a_chapter_is_what_stands_in_it_as_data_too(
    waters: TestClient, key: str, changed: str
) -> None:
    soup = soup_of(waters, f"/changes?act={NGR}&article={key}")
    (address,) = {str(one["href"]) for one in soup.select("[href*='/v1/changes']")}
    told = waters.get(address).json()
    assert [one["key"] for one in told["changes"]] == [changed]


def test_the_feeds_follow_what_is_shown(waters: TestClient) -> None:
    for narrowed, feed in {
        "": "/feeds/changes.atom",
        f"?act={NGR}": f"/feeds/acts/{NGR}.atom",
        f"?act={NGR}&article=ch_2": f"/feeds/acts/{NGR}/articles/ch_2.atom",
        "?regime=2020": "/feeds/regimes/2020.atom",
    }.items():
        soup = soup_of(waters, f"/changes{narrowed}")
        addresses = [one["href"] for one in soup.select(".subscribe a")]
        assert f"{feed}?lang=ru" in addresses
        assert all(waters.get(str(one)).status_code == 200 for one in addresses)


def test_older_steps_are_on_the_next_page(
    waters: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.pages.changes.STEPS_ON_A_PAGE", 1)
    soup = soup_of(waters, "/changes")
    onward = soup.select_one("nav.pages a[rel=next]")
    assert onward is not None
    assert shown(waters, str(onward["href"])) == [("05.05.2019", ["изменение Статья 1. Русло"])]
    last = soup_of(waters, str(onward["href"]))
    assert last.select_one("nav.pages a[rel=next]") is None
    assert last.select_one("nav.pages a[rel=prev]") is not None


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("act=Z0", 404),
        (f"act={LOCAL}&article=art_999", 404),
        ("regime=1917", 404),
        ("article=art_1", 422),
        (f"act={LOCAL}&article=art_36&regime=2013", 422),
        ("since=2021-02-30", 422),
        ("since=2022-01-01&until=2021-01-01", 422),
        ("page=0", 422),
        ("lang=de", 422),
    ],
)
@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_what_makes_no_sense_is_a_helpful_page(
    client: TestClient, query: str, status: int, ui: str
) -> None:
    soup = soup_of(client, f"/changes?{query}&ui={ui}", status)
    assert soup.html is not None
    assert soup.html["lang"] == ui
    assert text_of(soup, "h1")


def test_hostile_law_is_shown_and_never_run(own_house: House) -> None:
    with own_house.store.write() as session:
        laws = [
            edition(NGR, label, article("1", HOSTILE, point("1", words)), title=HOSTILE)
            for label, words in (("2018-01-01", HOSTILE), ("2019-01-01", f"{HOSTILE} новое"))
        ]
        store_editions(session, own_house.snapshots, laws)
        store_changes(session, NGR, Language.RU)
    soup = soup_of(own_house.client(), f"/changes?act={NGR}")
    assert HOSTILE in soup.get_text()
    assert not soup.select("main script, main img, main b")


@pytest.fixture
def telling(tmp_path: Path) -> Iterator[House]:
    """A filled house that may send to loopback."""
    house = empty_house(tmp_path)
    fill(house.store, house.snapshots)
    settings = house.settings.model_copy(update={"webhook_allow": ("127.0.0.0/8",)})
    yield replace(house, settings=settings)
    house.store.close()


@pytest.mark.parametrize("key", ["art_36", "ch_3", "art_36__p_1"])
def test_a_watch_is_made_by_the_form_and_its_secrets_are_shown_once(
    telling: House, key: str
) -> None:
    client = telling.client()
    soup = soup_of(client, f"/changes?act={LOCAL}&article={key}")
    form = soup.select_one(".subscribe form")
    assert form is not None
    fields = {str(one["name"]): str(one.get("value", "")) for one in form.select("input")}
    fields["url"] = "http://127.0.0.1:9009/hook"
    answer = client.post(str(form["action"]), data=fields)
    assert answer.status_code == 201, answer.text
    assert answer.headers["cache-control"] == "no-store"
    with telling.store.read() as session:
        (watch,) = reads.watches(session)
    assert (watch.wanted.subject.ngr, watch.wanted.subject.key) == (LOCAL, key)
    assert watch.wanted.legal_only
    assert watch.id in answer.text
    token = answer.text.split('id="token">')[1].split("<")[0]
    managed = client.get(f"/v1/watches/{watch.id}", headers={"Authorization": f"Bearer {token}"})
    assert managed.status_code == 200


@pytest.mark.parametrize("url", ["", "ftp://x", "http://169.254.169.254/", "https://" + "a" * 3000])
def test_a_watch_for_a_bad_address_is_refused_with_a_page(telling: House, url: str) -> None:
    answer = telling.client().post("/changes/watch", data={"act": LOCAL, "url": url})
    assert answer.status_code == 422
    assert "<h1>" in answer.text


def test_where_the_operator_makes_watches_the_page_says_how(telling: House) -> None:
    settings = telling.settings.model_copy(update={"watches": "operator"})
    client = replace(telling, settings=settings).client()
    soup = soup_of(client, f"/changes?act={ELECTIONS}")
    assert f"nusqa watch add https://… --act {ELECTIONS}" in text_of(soup, ".subscribe pre")
    refused = client.post("/changes/watch", data={"act": LOCAL, "url": "http://127.0.0.1:9009/"})
    assert refused.status_code == 403


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_how_a_message_is_verified_is_told_without_a_file_that_a_reader_lacks(
    telling: House, ui: str
) -> None:
    told = text_of(soup_of(telling.client(), f"/changes?act={LOCAL}&ui={ui}"), "main")
    assert "HMAC-SHA256" in told
    assert "docs/" not in told


@pytest.mark.parametrize(
    ("ui", "told"),
    [("ru", "никуда не ведёт"), ("kk", "ешқайда апармайды"), ("en", "leads nowhere now")],
)
def test_a_refused_form_comes_back_filled_in_and_says_why(
    telling: House, ui: str, told: str
) -> None:
    url = "https://nobody.invalid/hook?a=1"
    fields = {"act": LOCAL, "article": "art_36", "lang": "kk", "technical": "true", "url": url}
    answer = telling.client().post(f"/changes/watch?ui={ui}", data=fields)
    assert answer.status_code == 422
    soup = BeautifulSoup(answer.text, "html.parser")
    said = text_of(soup, ".subscribe .notice")
    assert told in said
    assert "nobody.invalid" in said
    form = soup.select_one(".subscribe form")
    assert form is not None
    assert {str(one["name"]): str(one["value"]) for one in form.select("input[name]")} == fields
    assert "art_36" in str(soup.select_one("form.changes option[selected][value=art_36]"))


def test_another_language_of_a_refused_form_is_no_dead_end(telling: House) -> None:
    answer = telling.client().get("/changes/watch?ui=kk&lang=ru")
    assert answer.status_code == 200
    assert answer.url.path == "/changes"
