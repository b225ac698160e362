"""The page of an article: its controls, its views, its links."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.law import Block, BlockKind, Edition, Language
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import LOCAL, article, edition, point, subpoint
from tests.api.pages.test_pages import soup_of, text_of

ARTICLE = f"/acts/{LOCAL}/articles/art_36"
NGR = "Z0300000001"
BAD = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


def put(house: House, *editions: Edition) -> TestClient:
    with house.store.write() as session:
        store_editions(session, house.snapshots, editions)
    return house.client()


def made(label: str, *articles: object, title: str = "Правила (пересказ)") -> Edition:
    return edition(NGR, label, *articles, title=title)  # type: ignore[arg-type]  # articles


def texts(soup: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(one.get_text().split()) for one in soup.select(selector)]


@pytest.mark.parametrize(
    ("by", "name"), [("in_force", "in_force_on"), ("label", "on"), (None, "in_force_on")]
)
def test_one_form_asks_either_question_about_a_day(
    client: TestClient, by: str | None, name: str
) -> None:
    given = {"day": "2021-06-01", "lang": "ru", "ui": "kk"} | ({"by": by} if by else {})
    answer = client.get(ARTICLE, params=given, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{ARTICLE}?lang=ru&{name}=2021-06-01&ui=kk"


def test_the_form_keeps_the_view(client: TestClient) -> None:
    given = {"day": "2022-12-01", "by": "label", "lang": "ru", "view": "blame"}
    soup = BeautifulSoup(client.get(ARTICLE, params=given).text, "lxml")
    current = soup.select_one(".views a[aria-current]")
    assert isinstance(current, Tag)
    assert current.get_text() == "Откуда слова"
    assert soup.select_one("form.day input[name=view][value=blame]")


def test_what_changed_shows_the_whole_text_and_which_wording_it_is_against(
    client: TestClient,
) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru&edition=2021-05-24&view=changes")
    assert texts(soup, ".changes del") == ["депутаты маслихата"]
    assert texts(soup, ".changes ins") == ["сами жители"]
    assert "Выборы назначает комиссия района." in text_of(soup, ".changes")
    assert "редакция 13.06.2013" in text_of(soup, ".against")
    assert "Между ними есть дни" in text_of(soup, ".against")  # 2018-12-28 is not held
    assert "добавлено 2 слова" in text_of(soup, ".against")


def test_the_oldest_wording_has_nothing_to_be_compared_with(client: TestClient) -> None:
    address = f"{ARTICLE}?lang=ru&edition=2013-06-13"
    assert "Что изменилось" not in texts(soup_of(client, address), ".views a")
    soup = soup_of(client, f"{address}&view=changes")
    assert not soup.select(".changes")
    assert "депутаты маслихата" in text_of(soup, ".wording")


def test_each_run_of_words_is_tinted_and_its_source_is_in_the_legend(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru&view=blame")
    first = soup.select_one(".blame .block:not(.heading)")
    assert isinstance(first, Tag)
    assert " ".join(first.get_text().split()) == (
        "1. Акима сельского округа избирают сами жители2 тайным голосованием."
    )
    runs = [(one["class"], one.get_text()) for one in first.select("span[title]:not(.marker)")]
    assert runs == [
        (["age-1"], "Акима сельского округа избирают"),
        (["age-4"], "сами жители"),
        (["age-1"], " тайным голосованием."),
    ]
    for reference in soup.select(".blame a.of"):
        assert soup.select_one(str(reference["href"])) is not None
        assert reference["aria-label"]
    legend = texts(soup, ".legend li")
    assert len(legend) == 3
    assert "24.05.2021" in legend[1]
    assert "28.12.2018" in legend[1]  # it may have come with the edition that is not held


def test_another_language_stands_beside_with_its_edition(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru&beside=kk")
    rows = soup.select(".pair:not(.heads)")
    assert [one["lang"] for one in rows[0].select("div[lang]")] == ["ru", "kk"]
    assert "Акима" in rows[0].get_text()
    assert "әкімін" in rows[0].get_text()
    assert "05.11.2022" in text_of(soup, ".law .help")
    assert "разные редакции" in text_of(soup, ".law .help")
    same = soup_of(client, f"{ARTICLE}?lang=ru&edition=2021-05-24&beside=kk")
    assert "разные редакции" not in text_of(same, ".law .help")


def test_a_language_that_is_not_held_is_told(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru&beside=en")
    assert "английский" in text_of(soup, ".text > .notice")
    assert "Акима" in text_of(soup, ".wording")


def test_the_address_of_a_point_leads_to_the_point_in_its_article(client: TestClient) -> None:
    answer = client.get(f"{ARTICLE}__p_2?edition=2021-05-24&lang=ru", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{ARTICLE}?lang=ru&edition=2021-05-24#p_2"
    assert soup_of(client, ARTICLE).select_one("#p_2") is not None


def test_paragraphs_whose_keys_repeat_have_ids_of_their_own(own_house: House) -> None:
    def indent() -> Block:
        return Block(BlockKind.INDENT, "слова;", key="p_1__indent_1")

    body = (point("1", "Вот:"), subpoint("1", "1", "вот:"), indent(), indent())
    client = put(own_house, made("2020-01-01", article("1", "Сад", *body, divisions=())))
    for view in ("text", "changes", "blame"):
        soup = soup_of(client, f"/acts/{NGR}/articles/art_1?view={view}")
        ids = [str(one["id"]) for one in soup.select("[id]")]
        assert len(ids) == len(set(ids))
        assert {"p_1__indent_1", "p_1__indent_1.2"} <= set(ids)


def test_a_point_and_a_subpoint_have_a_link_to_themselves(client: TestClient) -> None:
    soup = soup_of(client, f"/acts/{LOCAL}/articles/art_35?lang=ru")
    links = {str(one["href"]): one["aria-label"] for one in soup.select("a.pilcrow")}
    assert links == {
        "#p_1": "Ссылка на 1.",
        "#p_1__sp_1": "Ссылка на 1)",
        "#p_1__sp_2": "Ссылка на 2)",
    }
    assert "¶" not in text_of(soup, ".wording")  # it is drawn, and not copied with the text


def test_the_strip_links_every_wording_and_marks_the_one_shown(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru&edition=2021-05-24")
    links = soup.select(".strip a:has(rect)")
    labels = [str(one["href"]).partition("edition=")[2] for one in links]
    assert labels == ["2013-06-13", "2021-05-24", "2022-11-05"]
    assert [one.get("aria-current") for one in links] == [None, "true", None]
    assert "24.05.2021" in str(links[1]["aria-label"])
    assert len(soup.select(".strip rect.gap")) == 1
    assert "3 текста, 1 промежуток без текста" in text_of(soup, ".strip figcaption")


def test_links_in_the_text_lead_to_the_edition_that_is_read(own_house: House) -> None:
    editions = [
        made(
            label,
            article("1", "Сад", point("1", "Полив - по пункту 2 статьи 2 настоящего Закона.")),
            article("2", "Вода", point("1", "Вода чистая."), point("2", f"Полив {label}.")),
        )
        for label in ("2020-01-01", "2021-01-01")
    ]
    client = put(own_house, *[replace(one, requisites="Закон") for one in editions])
    soup = soup_of(client, f"/acts/{NGR}/articles/art_1?edition=2020-01-01")
    (link,) = soup.select(".wording a.cross")
    assert link["href"] == f"/acts/{NGR}/articles/art_2?lang=ru&edition=2020-01-01#p_2"
    assert "Вода" in str(link["data-leads"])
    newest = soup_of(client, f"/acts/{NGR}/articles/art_1").select_one(".wording a.cross")
    assert isinstance(newest, Tag)
    assert newest["href"] == f"/acts/{NGR}/articles/art_2?lang=ru#p_2"
    other = soup_of(client, f"/acts/{NGR}/articles/art_2?edition=2020-01-01")
    assert "Статья 1. Сад" in text_of(other, "section[aria-labelledby=citations]")
    assert texts(other, ".rail blockquote mark") == ["пункту 2 статьи 2 настоящего Закона"]


@pytest.mark.parametrize("view", ["view=text", "view=changes", "view=blame", "beside=kk"])
def test_hostile_law_is_shown_and_never_run_in_any_view(own_house: House, view: str) -> None:
    old = article("1", BAD, point("1", f"{BAD} было"), divisions=())
    new = article("1", BAD, point("1", f"стало {BAD}"), law.table((BAD, "б")), divisions=())
    kazakh = replace(made("2021-01-01", new), language=Language.KK)
    client = put(own_house, made("2020-01-01", old), made("2021-01-01", new), kazakh)
    answer = client.get(f"/acts/{NGR}/articles/art_1?{view}")
    assert answer.status_code == 200
    soup = BeautifulSoup(answer.text, "lxml")
    assert not soup.select("img, script:not([src]):not([type='application/ld+json'])")
    assert BAD in soup.get_text()


def test_nonsense_is_told_in_the_readers_language(client: TestClient) -> None:
    assert client.get(f"{ARTICLE}?view=smell").status_code == 422
    assert client.get(f"{ARTICLE}?day=31.02.2021").status_code == 422
    assert client.get(f"{ARTICLE}?beside=de").status_code == 422
    soup = soup_of(client, f"/acts/{LOCAL}/articles/art_36-9?ui=kk", 404)
    assert soup.html is not None
    assert soup.html["lang"] == "kk"
    assert any("art_36" in str(one["href"]) for one in soup.select("main ul a"))
    near = soup_of(client, f"{ARTICLE}?on=2019-01-01&lang=ru", 404)
    assert {"редакция 13.06.2013", "редакция 24.05.2021"} <= set(texts(near, "main ul a"))
