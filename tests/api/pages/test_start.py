"""The start page: one field, what is held and how fresh, what changed, the three regimes."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.bundled import own_regimes
from corpus.law import (
    Act,
    Article,
    ArticleKind,
    Division,
    DivisionKind,
    Edition,
    Language,
    ListedEdition,
)
from corpus.store import writes
from corpus.store.runs import RequestOutcome, RequestRecord, record_request, start_run
from corpus.store.writes import upsert_act
from tests.api import law
from tests.api.filling import store_changes, store_editions
from tests.api.house import NOW, House
from tests.api.pages.test_pages import soup_of, text_of


def rows(soup: BeautifulSoup) -> dict[str, list[str]]:
    """The cells of each act held, by its title."""
    found = {}
    for row in soup.select("table.acts tbody tr"):
        title = row.select_one("th a")
        assert title is not None
        found[title.get_text()] = [" ".join(one.get_text().split()) for one in row.select("td")]
    return found


def test_the_field_for_words_and_citations_comes_first_and_asks_the_search(
    client: TestClient,
) -> None:
    soup = soup_of(client, "/?ui=ru")
    form = soup.select_one("main form")
    assert isinstance(form, Tag)
    assert form["action"] == "/search"
    assert form["role"] == "search"
    first = soup.select("main a, main input:not([type=hidden]), main button")[0]
    assert (first.name, first["id"], first["name"]) == ("input", "q", "q")
    assert first["list"] == "names"  # without a script
    titles = [str(one["value"]) for one in soup.select("datalist option")]
    assert law.LOCAL_TITLE in titles
    assert client.get("/search?q=аким&on=").status_code == 200  # no day given


def test_examples_of_what_may_be_typed_are_searches(client: TestClient) -> None:
    for ui in Language:
        links = soup_of(client, f"/?ui={ui}").select("#q-help a")
        assert len(links) == 3
        assert all(client.get(str(one["href"])).status_code == 200 for one in links)


def test_each_act_says_how_new_and_how_complete_it_is(client: TestClient) -> None:
    shown = rows(soup_of(client, "/?ui=ru"))
    newest, complete, checked = shown[law.LOCAL_TITLE]
    assert newest.startswith("05.11.2022")
    assert "ru: 3 из 4" in complete
    assert "kk: 1 из 4" in complete
    assert "списка реестра нет" not in complete
    assert checked == "25 дней назад"
    part = shown["О выборах (пересказ)"][1]
    assert "ru: 2 из не менее 2" in part
    assert "1 не целиком" in part
    assert "списка реестра нет" in part


def test_an_act_of_which_all_is_held_is_called_complete(own_house: House) -> None:
    edition = law.edition(law.RULES, "2005-07-08", law.preamble("Так."), title="О правилах")
    with own_house.store.write() as session:
        upsert_act(session, Act(law.RULES, {Language.RU: "О правилах"}))
        store_editions(session, own_house.snapshots, [edition])
        listed = [ListedEdition(edition.label)]
        writes.list_editions(session, law.RULES, Language.RU, listed, "adilet", NOW)
    own_house.index()
    _newest, complete, checked = rows(soup_of(own_house.client(), "/?ui=ru"))["О правилах"]
    assert complete == "полностью ru: 1 из 1"
    assert checked == "сегодня"


def test_a_repealed_act_says_so(own_house: House) -> None:
    edition = law.edition(law.RULES, "2005-07-08", law.preamble("Так."), title="О правилах")
    with own_house.store.write() as session:
        upsert_act(
            session, Act(law.RULES, {Language.RU: "О правилах"}, repealed_on=date(2011, 5, 19))
        )
        store_editions(session, own_house.snapshots, [edition])
    own_house.index()
    shown = rows(soup_of(own_house.client(), "/?ui=ru"))
    assert shown["О правилах"][0] == ("нет акт утратил силу 19.05.2011 последняя у нас: 08.07.2005")


def test_an_answer_of_the_registry_that_nothing_is_new_is_a_check(own_house: House) -> None:
    edition = law.edition(law.RULES, "2005-07-08", law.preamble("Так."), title="О правилах")
    with own_house.store.write() as session:
        upsert_act(session, Act(law.RULES, {Language.RU: "О правилах"}))
        store_editions(session, own_house.snapshots, [edition])
    own_house.index()
    client = own_house.client()
    before = rows(soup_of(client, "/?ui=ru"))["О правилах"][2]
    with own_house.store.write() as session:
        run = start_run(session, "crawl", "adilet", NOW)
        record_request(
            session,
            run,
            RequestRecord(
                "https://old.adilet.zan.kz/rus/docs/x",
                RequestOutcome.UNCHANGED,
                NOW,
                ngr=law.RULES,
                language=Language.RU,
                label=edition.label,
            ),
        )
    after = rows(soup_of(client, "/?ui=ru"))["О правилах"][2]
    assert after == "сегодня"
    assert before == "25 дней назад"


def test_acts_that_are_only_watched_are_folded_away(client: TestClient) -> None:
    soup = soup_of(client, "/?ui=ru")
    assert text_of(soup, ".watched summary") == "Наблюдаем без текста: 1 акт"
    assert text_of(soup, ".watched a") == "Закон, за которым следят"
    assert "Закон, за которым следят" not in rows(soup)


def test_what_changed_lately_names_articles_and_leads_to_their_redlines(
    client: TestClient,
) -> None:
    soup = soup_of(client, "/?ui=ru")
    newest = soup.select(".lately article")[0]
    assert text_of(newest, ".day") == "05.11.2022"
    assert text_of(newest, ".by") == "Редакция 05.11.2022 против 24.05.2021"
    link = newest.select_one("li a")
    assert isinstance(link, Tag)
    assert link.get_text() == "Статья 36. Избрание акима"
    assert client.get(str(link["href"])).status_code == 200
    redline = newest.select_one(".more a")
    assert isinstance(redline, Tag)
    assert redline.get_text() == "Сравнить: 1 изменение"
    assert client.get(str(redline["href"])).status_code == 200
    days = [text_of(one, ".day") for one in soup.select(".lately article")]
    assert days == ["05.11.2022", "24.05.2021"]


def test_a_change_of_form_only_is_not_told_as_a_change_of_the_law(own_house: House) -> None:
    def edition(label: str, quotes: str) -> Edition:
        text = law.point("1", quotes.format("срок"))
        article = law.article("1", "Слова", text, divisions=())
        return law.edition(law.RULES, label, article, title="О словах")

    with own_house.store.write() as session:
        store_editions(
            session,
            own_house.snapshots,
            [edition("2020-01-01", "Слово «{}»."), edition("2021-01-01", 'Слово "{}".')],
        )
        store_changes(session, law.RULES, Language.RU)
    own_house.index()
    soup = soup_of(own_house.client(), "/?ui=ru")
    assert soup.select(".lately article") == []


@pytest.mark.parametrize("ui", list(Language))
def test_the_regimes_are_three_doors_with_their_years(client: TestClient, ui: Language) -> None:
    soup = soup_of(client, f"/?ui={ui}")
    doors = soup.select(".door")
    regimes = own_regimes().regimes
    assert [text_of(one, "h3") for one in doors] == [one.titles[ui] for one in regimes]
    opened = soup_of(client, "/regimes")
    for one in (str(link["href"]) for link in soup.select(".door h3 a")):
        assert opened.find(id=one.partition("#")[2]), one
    assert all(one.about[ui] in door.get_text() for one, door in zip(regimes, doors, strict=True))
    years = [text_of(one, ".years") for one in doors]
    assert years[:2] == ["1999–2011", "2013–2021"]
    assert years[2].startswith("2021–")
    assert soup.select(".door .next a") == []  # the decrees' texts are not held here


def test_regimes_whose_texts_are_held_can_be_compared_with_the_next(own_house: House) -> None:
    def rules(ngr: str, label: str) -> Edition:
        appendix = Division(DivisionKind.APPENDIX, "app_1", "1", "", "Приложение")
        text = law.point("1", "Слова.")
        point = Article(ArticleKind.POINT, "app_1__p_1", "1", "1.", "", (text,), ("app_1",))
        return law.edition(ngr, label, appendix, point, title="Правила")

    with own_house.store.write() as session:
        decrees = [rules(law.RULES, "2005-07-08"), rules("U1300000555", "2013-04-27")]
        store_editions(session, own_house.snapshots, decrees)
    own_house.index()
    client = own_house.client()
    links = soup_of(client, "/?ui=en").select(".door .next a")
    assert [one.get_text() for one in links] == [
        "Compare with “From 2013: election by the deputies of the maslikhat”",
        "By theme",
    ]
    for one in links:
        assert client.get(str(one["href"])).status_code == 200


def test_an_empty_corpus_shows_how_to_fill_it_and_no_table(own_house: House) -> None:
    soup = soup_of(own_house.client(), "/?ui=ru")
    assert "nusqa demo" in text_of(soup, ".notice")
    assert soup.select("table, .lately") == []


def test_days_go_on_in_words_while_they_are_near(client: TestClient) -> None:
    checked = soup_of(client, "/?ui=ru").select_one("table.acts tbody tr td:last-of-type time")
    assert isinstance(checked, Tag)
    assert checked["datetime"] == "2026-11-02"
    assert checked["title"] == "02.11.2026"


def test_a_change_is_told_once_to_a_reader_whose_language_no_text_is_in(
    own_house: House,
) -> None:
    def edition(label: str, language: Language) -> Edition:
        text = law.article("1", "Сад", law.point("1", f"Пруд {label}."), divisions=())
        return law.edition(law.RULES, label, text, language=language, title="О садах")

    with own_house.store.write() as session:
        for language in (Language.KK, Language.RU):
            both = [edition(label, language) for label in ("2020-01-01", "2021-01-01")]
            store_editions(session, own_house.snapshots, both)
            store_changes(session, law.RULES, language)
    own_house.index()
    client = own_house.client()
    for ui, lang in (("en", "ru"), ("kk", "kk"), ("ru", "ru")):
        told = soup_of(client, f"/?ui={ui}").select(".lately h3 a")
        (address,) = (str(one["href"]) for one in told)
        assert f"lang={lang}" in address
