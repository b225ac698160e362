"""The pages on amendments: an article's history, an act's list, the list of all, the cite box."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from urllib.parse import quote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.amending_acts import AmendingActs
from corpus.law import (
    Act,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Edition,
    Footnote,
    Language,
)
from corpus.store import writes
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api.filling import RECORDED, store_changes, store_editions
from tests.api.house import House
from tests.api.law import HOSTILE, article, edition, point, subpoint
from tests.api.pages.test_pages import soup_of, text_of

NGR, AMENDING = "Z1500000077", "Z2000000005"
ARTICLE = f"/acts/{NGR}/articles/art_1"
LIST = f"/acts/{NGR}/amendments"
AMENDED = (
    "Сноска. Статья 1 с изменениями, внесенными Законами РК от 01.06.2020 № 5-VI (вводится в "
    "действие с 01.01.2021)"
)
LATER = (
    "Сноска. Подпункт 3-1) вводится в действие с 01.07.2090 в соответствии с Законом РК от "
    "02.03.2022 № 9-VII."
)


def garden(label: str, watering: str, *more: str, name: str = "Полив") -> Edition:
    notes = [Footnote(note) for note in more]
    first = article(
        "1",
        name,
        point("1", watering),
        subpoint("1", "3-1", "лес не поливают;"),
        *notes,
        divisions=(),
    )
    last = article("2", "Конец", point("1", "Все."), divisions=())
    return edition(NGR, label, first, last, title="О садах")


@pytest.fixture
def gardens(own_house: House) -> TestClient:
    """A law in three editions; a note explains the second one, none the third."""
    act = Act(AMENDING, {Language.RU: "О поправках в сады"}, "law", "5-VI", date(2020, 6, 1))
    editions = [
        garden("2015-03-03", "Поливают утром."),
        garden("2021-01-01", "Поливают ночью.", AMENDED),
        garden("2022-03-02", "Поливают всегда.", AMENDED, LATER),
    ]
    text = edition(AMENDING, "2020-06-01", article("1", "О чем", divisions=()), title="О поправках")
    with own_house.store.write() as session:
        writes.upsert_act(
            session, Act(NGR, {Language.RU: "О садах"}, "law", "77-V", date(2015, 3, 3))
        )
        writes.upsert_act(session, act)
        store_editions(session, own_house.snapshots, [*editions, text])
        store_changes(session, NGR, Language.RU)
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    return own_house.client()


def steps(client: TestClient, ui: str = "ru") -> list[str]:
    soup = soup_of(client, f"{ARTICLE}?ui={ui}&lang=ru")
    for redline in soup.select(".redline"):
        redline.decompose()
    return [
        " ".join(step.get_text().replace("\u00a0", " ").split())
        for step in soup.select(".history > ol > li")
    ]


def test_a_step_names_its_act_and_the_ground_of_its_day(gardens: TestClient) -> None:
    _newest, amended, first = steps(gardens)
    assert (
        "Закон Республики Казахстан от 1 июня 2020 года № 5-VI: изменено; "
        "действует с 01.01.2021, так указано в примечании"
    ) in amended
    assert "№" not in first


def test_an_amending_act_that_is_held_has_a_link_to_its_page(gardens: TestClient) -> None:
    for page in (ARTICLE, LIST, "/amendments"):
        assert soup_of(gardens, page).select(f'main a[href="/acts/{AMENDING}"]'), page


@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("ru", "Ни одно примечание не объясняет этого изменения"),
        ("kk", "Бірде-бір ескертпе бұл өзгерісті түсіндірмейді"),
        ("en", "No note explains this change"),
    ],
)
def test_a_step_that_no_note_explains_says_so(own_house: House, ui: str, words: str) -> None:
    older = garden("2015-03-03", "Поливают утром.")
    newer = garden("2015-05-05", "Поливают ночью.")
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: "О садах"}))
        store_editions(session, own_house.snapshots, [older, newer])
        store_changes(session, NGR, Language.RU)
    assert words in steps(own_house.client(), ui)[0]


def test_an_article_that_went_says_what_ended_it(own_house: House) -> None:
    older = garden("2015-03-03", "Поливают утром.")
    newer = replace(older, label=garden("2016-01-01", "").label, content=older.content[1:])
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: "О садах"}))
        store_editions(session, own_house.snapshots, [older, newer])
        store_changes(session, NGR, Language.RU)
    soup = soup_of(own_house.client(), f"{ARTICLE}?ui=ru&edition=2015-03-03")
    gone, held = soup.select(".history > ol > li")
    assert "с 01.01.2016: статьи не было" in gone.get_text(" ", strip=True)
    assert "После этой редакции: исключение." in " ".join(held.get_text().split())


@pytest.mark.parametrize(
    ("ui", "place"),
    [
        ("ru", "подпункт 3-1)"),
        ("kk", "3-1) тармақшасы"),
        ("en", "subparagraph 3-1)"),
    ],
)
def test_what_is_to_come_is_cited_in_the_language_of_the_page(
    gardens: TestClient, ui: str, place: str
) -> None:
    told = text_of(soup_of(gardens, f"{ARTICLE}?ui={ui}"), ".coming ul")
    assert place in told
    assert "sp_3-1" not in told


def test_an_act_page_leads_to_the_list_of_its_amendments(gardens: TestClient) -> None:
    soup = soup_of(gardens, f"/acts/{NGR}?ui=ru")
    link = soup.select_one(f'a[href^="{LIST}"]')
    assert isinstance(link, Tag)
    rows = soup_of(gardens, str(link["href"])).select("table.amendments tbody tr")
    told = [[" ".join(cell.get_text().split()) for cell in row.select("th, td")] for row in rows]
    assert [row[1] for row in told] == ["вводится в действие позже", "изменено"]  # newest first
    assert told[0][0] == "Статья 1. Полив, подпункт 3-1) пункта 1"
    assert told[1][3] == "действует с 01.01.2021, так указано в примечании"
    first = rows[0].select_one("th a")
    assert isinstance(first, Tag)
    assert gardens.get(str(first["href"])).status_code == 200


def test_the_list_is_narrowed_by_the_year_and_by_the_article(gardens: TestClient) -> None:
    def found(query: str) -> int:
        return len(soup_of(gardens, f"{LIST}?{query}").select("table.amendments tbody tr"))

    assert found("year=") == 2
    assert found("year=2020") == 1
    assert found("year=1999") == 0
    assert found("article=art_1") == 2
    assert found("article=art_2") == 0
    assert gardens.get(f"{LIST}?year=first").status_code == 422
    assert gardens.get("/acts/Z1/amendments").status_code == 404


def test_the_list_of_all_acts_goes_back_page_by_page_without_a_double(
    gardens: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.pages.amendments.ON_A_PAGE", 1)
    first = soup_of(gardens, "/amendments?ui=ru")
    older = first.select_one("nav.pages a[rel=next]")
    assert isinstance(older, Tag)
    second = soup_of(gardens, str(older["href"]))
    rows = [text_of(soup, "table.amendments tbody") for soup in (first, second)]
    assert len(set(rows)) == 2
    assert second.select_one("nav.pages a[rel=next]") is None


def test_the_cite_box_has_the_official_form_the_files_and_the_permalink(
    gardens: TestClient,
) -> None:
    soup = soup_of(gardens, f"{ARTICLE}?ui=en&edition=2021-01-01")
    box = soup.select_one("section[aria-labelledby=cite]")
    assert isinstance(box, Tag)
    shown = [str(one["lang"]) for one in box.select(".cite-box > .copied p[lang]")]
    # The official form in the text's language and in the page's, with its edition, the short one.
    assert shown == ["ru", "en", "ru", "ru"]
    assert "(в редакции от 01.01.2021)" in box.get_text()
    assert "статья 1 Закона Республики Казахстан от 3 марта 2015 года № 77-V" in box.get_text()
    permalink, *files = (str(one["href"]) for one in box.select("a"))
    answers = [gardens.get(one) for one in files]
    assert [one.status_code for one in answers] == [200] * 3
    (item,) = json.loads(answers[2].text)
    assert item["version"] == "2021-01-01"
    assert item["URL"] == permalink
    pinned = gardens.get(permalink)
    assert "ночью" in text_of(BeautifulSoup(pinned.text, "lxml"), ".wording")
    data = gardens.get(f"/v1{urlsplit(permalink).path}?{urlsplit(permalink).query}").json()
    assert "ночью" in data["article"]["text"]


def test_data_is_asked_without_the_language_of_the_page(gardens: TestClient) -> None:
    for page in (ARTICLE, LIST, "/amendments", f"/acts/{NGR}"):
        soup = soup_of(gardens, f"{page}?ui=kk")
        data = [str(one["href"]) for one in soup.select('a[href^="/v1/"]')]
        assert data
        assert [gardens.get(one).status_code for one in data] == [200] * len(data), page


def test_a_point_without_a_heading_is_named_in_words(own_house: House) -> None:
    note = Footnote("Сноска. Пункт 13 в редакции Указа Президента РК от 11.01.2016 № 170.")
    block = Block(BlockKind.PART, "Жеребьевка открыта.", key="pt_1")
    rule = Article(ArticleKind.POINT, "p_13", "13", "13.", body=(block, note))
    with own_house.store.write() as session:
        rules = edition(NGR, "2016-01-11", rule, title="Правила")
        store_editions(session, own_house.snapshots, [rules])
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    client = own_house.client()
    for ui, name in (("ru", "Пункт 13"), ("kk", "13-тармақ"), ("en", "Paragraph 13")):
        soup = soup_of(client, f"{LIST}?ui={ui}&lang=ru")
        assert text_of(soup, "table.amendments tbody th") == name


def test_hostile_words_in_notes_are_shown_and_never_run(own_house: House) -> None:
    note = f"Сноска. Статья 1 изменена {HOSTILE} Законом РК от 01.06.2020 № 5-VI {HOSTILE}."
    editions = [
        garden("2015-03-03", "Поливают утром.", name=HOSTILE),
        garden("2020-06-01", "Поливают ночью.", note, name=HOSTILE),
    ]
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: HOSTILE}, number=HOSTILE))
        store_editions(session, own_house.snapshots, editions)
        store_changes(session, NGR, Language.RU)
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    client = own_house.client()
    for url in (ARTICLE, LIST, "/amendments", f"{LIST}?article={quote(HOSTILE)}"):
        answer = client.get(url)
        assert answer.status_code == 200
        assert "<script>" not in answer.text, url
        assert "<b>" not in answer.text, url
        assert BeautifulSoup(answer.text, "lxml").h1 is not None
