"""Before the act that added an article was adopted there was none: that is told, not "unknown"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.amending_acts import AmendingActs
from corpus.law import (
    Act,
    Content,
    Division,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
    ListedEdition,
)
from corpus.store import writes
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api.filling import FETCHED, RECORDED, store_editions
from tests.api.house import House, empty_house
from tests.api.law import article, chapter, edition, point
from tests.api.pages.test_pages import soup_of
from tests.api.rule_books import EDITIONS, ELECTIONS, SECOND

NGR = "Z950000781_"
ADDED = Footnote(
    "Сноска. Закон дополнен главой 7-1 в соответствии с Законом РК от 24.05.2021 № 41-VII."
)
OF_ARTICLE = Footnote(
    "Сноска. Глава 3 дополнена статьей 9-1 в соответствии с Законом РК от 01.02.2017 № 50-VI."
)
REWORDED = Footnote("Сноска. Статья 9-2 в редакции Закона РК от 01.02.2017 № 50-VI.")
NOT_HELD = ("2010-06-14", "2017-02-01", "2021-05-24")
BEFORE = "2013-09-01"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """An act of whose editions one is held in part; the older ones are known."""
    made = empty_house(Path(tmp_path_factory.mktemp("added")))
    text = edition(
        NGR,
        "2022-02-07",
        replace(chapter("3", "Сад"), key="ch_3"),
        article("9-1", "Ограда", point("1", "Ограду красят."), OF_ARTICLE),
        article("9-2", "Калитка", point("1", "Калитку запирают."), REWORDED),
        replace(chapter("7-1", "Пасека"), notes_after=(ADDED,)),
        article("40-2", "Ульи", point("1", "Ульи считают."), divisions=("ch_7-1",)),
        title="О саде",
        holding=Holding(HoldingKind.PARTS, ("art_9-1", "art_9-2", "ch_7-1")),
    )
    with made.store.write() as session:
        act = Act(NGR, {Language.RU: "О саде"}, form="law", adopted=date(1995, 9, 28))
        writes.upsert_act(session, act)
        labels = [ListedEdition(EditionLabel.parse(one)) for one in (*NOT_HELD, "2022-02-07")]
        writes.list_editions(session, NGR, Language.RU, labels, "adilet", FETCHED)
        store_editions(session, made.snapshots, (text,))
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    made.index()
    yield made
    made.store.close()


@pytest.fixture(scope="module")
def client(house: House) -> TestClient:
    return house.client()


@pytest.mark.parametrize("day", ["on", "in_force_on"])
@pytest.mark.parametrize(
    ("key", "on", "added_on", "added_by"),
    [
        ("art_40-2", BEFORE, "2021-05-24", "41-VII"),
        ("art_40-2", "2021-05-23", "2021-05-24", "41-VII"),
        ("art_9-1", BEFORE, "2017-02-01", "50-VI"),
        ("art_9-1", "1990-01-01", "2017-02-01", "50-VI"),
    ],
)
def test_the_answer_says_what_added_it(
    client: TestClient, day: str, key: str, on: str, added_on: str, added_by: str
) -> None:
    answer = client.get(f"/v1/acts/{NGR}/articles/{key}", params={day: on})
    told = answer.json()
    assert (answer.status_code, told["type"]) == (404, "/problems/not-yet-added")
    assert (told["added_on"], told["added_by"]) == (added_on, added_by)
    assert told["known_from"] == "2022-02-07"
    assert f"was not there on {on}" in told["detail"]
    assert "not known" not in told["detail"]


@pytest.mark.parametrize("day", ["on", "in_force_on"])
@pytest.mark.parametrize(
    ("key", "on"),
    [
        ("art_40-2", "2021-05-24"),  # adopted, and perhaps in force
        ("art_40-2", "2021-12-01"),
        ("art_9-1", "2017-02-01"),
        ("art_9-2", BEFORE),  # reworded: of what was before the note tells nothing
    ],
)
def test_what_is_not_sure_stays_unknown(client: TestClient, day: str, key: str, on: str) -> None:
    told = client.get(f"/v1/acts/{NGR}/articles/{key}", params={day: on}).json()
    assert told["type"] == "/problems/edition-not-held"


@pytest.mark.parametrize(
    ("language", "said", "where"),
    [
        ("ru", "01.09.2013 этой статьи ещё не было", "глава 7-1"),
        ("kk", "01.09.2013 күні бұл бап әлі болмаған", "7-1-тарау"),
        ("en", "On 1 September 2013 this article was not there yet", "Chapter 7-1"),
    ],
)
def test_the_page_says_it_in_the_readers_language(
    client: TestClient, language: str, said: str, where: str
) -> None:
    soup = soup_of(client, f"/acts/{NGR}/articles/art_40-2?on={BEFORE}&ui={language}", status=404)
    told = " ".join(soup.select_one(".notice").get_text().split())  # type: ignore[union-attr]
    assert said in told
    assert where in told
    assert "41-VII" in told
    ways = [str(one["href"]) for one in soup.select("main a")]
    assert any("edition=2022-02-07" in one for one in ways)


def test_an_older_text_that_is_held_is_believed_more_than_the_note(tmp_path: Path) -> None:
    made = empty_house(tmp_path)
    with made.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: "О саде"}, adopted=date(1995, 9, 28)))
        for language, label, notes in (
            (Language.RU, "2022-02-07", (OF_ARTICLE,)),
            (Language.KK, "2015-01-01", ()),
        ):
            text = article("9-1", "Ограда", point("1", "Текст."), *notes, language=language)
            one = edition(NGR, label, text, title="О саде", language=language)
            store_editions(session, made.snapshots, (one,))
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    told = made.client().get(f"/v1/acts/{NGR}/articles/art_9-1?lang=ru&on={BEFORE}").json()
    made.store.close()
    assert told["type"] == "/problems/before-first-edition"


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_page_leads_to_what_the_article_came_from(tmp_path: Path, language: str) -> None:
    noted = tuple(replace(one, content=tuple(map(_with_the_note, one.content))) for one in EDITIONS)
    made = empty_house(tmp_path)
    with made.store.write() as session:
        for ngr in {one.ngr for one in noted}:
            writes.upsert_act(session, Act(ngr, {Language.RU: "Пересказ"}))
        store_editions(session, made.snapshots, noted)
        refresh_amendments(session, ELECTIONS, RECORDED, AmendingActs(Watchlist(())))
    client = made.client()
    address = f"/acts/{ELECTIONS}/articles/art_113-1"
    there = {
        str(one["href"]).partition("#")[0].partition("&ui")[0]
        for one in soup_of(client, f"{address}?ui=ru").select("section[aria-labelledby=origins] a")
        if f"/acts/{SECOND}/" in str(one["href"])
    }
    soup = soup_of(client, f"{address}?on={BEFORE}&ui={language}", status=404)
    ways = {
        str(one["href"]).partition("#")[0].partition("&ui")[0]
        for one in soup.select("ul[aria-labelledby=came-from] a")
    }
    made.store.close()
    assert ways
    assert ways <= there


def _with_the_note(content: Content) -> Content:
    """The chapter with the note that it was added."""
    if isinstance(content, Division) and content.key == "ch_13-1":
        return replace(content, notes_after=(_ADDED,))
    return content


_ADDED = Footnote("Сноска. Закон дополнен главой 13-1 Законом РК от 24.05.2021 № 41-VII.")
