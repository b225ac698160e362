"""Regimes and different acts as a page: how pairs were found, what is possible, new and dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from corpus.law import Language
from tests.api.comparing import comparing_house, item, page_of, texts, words
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.rule_books import BEES, ELECTIONS, FIRST, OPENS, POND, SECOND, TWINS
from tests.api.rule_books import rules as one_decree

LEFT, RIGHT = f"{FIRST}:app_1@2005-07-08", f"{SECOND}:app_1@2013-04-24"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = comparing_house(tmp_path_factory.mktemp("rules"))
    yield house.client()
    house.store.close()


@pytest.fixture(scope="module")
def rules(client: TestClient) -> BeautifulSoup:
    return page_of(client, left=LEFT, right=RIGHT)


def by_kind(soup: BeautifulSoup, kind: str) -> list[str]:
    return [str(one["id"]) for one in soup.select(f"section.item.kind-{kind}")]


def test_the_rows_are_those_of_the_api_with_the_same_numbers(
    client: TestClient, rules: BeautifulSoup
) -> None:
    told = client.get("/v1/compare", params={"left": LEFT, "right": RIGHT}).json()
    expected = [
        f"kind-{one['relation']}"
        for one in told["correspondences"]
        if one["relation"] != "identical"
    ]
    assert [str(one["class"][-1]) for one in rules.select("section.item")] == expected
    numbers = [str(one["id"]) for one in rules.select("section.item")]
    assert numbers == [f"r-{at}" for at in range(1, len(told["correspondences"]) + 1)]


def test_a_pair_says_how_it_was_found_and_how_alike_it_is(rules: BeautifulSoup) -> None:
    curated = next(
        one for one in rules.select("section.item") if "по указанию юриста" in one.get_text()
    )
    assert OPENS.split(" за ")[0] in words(curated, ".old-side")
    assert "сходство 0," in words(curated, "header")
    assert texts(curated, ".old-side del") == ["сорок пять"]
    assert texts(curated, ".new-side ins") == ["тридцать"]


def test_what_has_no_counterpart_says_so_and_names_no_act_behind(rules: BeautifulSoup) -> None:
    (dropped,) = by_kind(rules, "dropped")
    assert words(item(rules, dropped), ".tag") == "не имеет пары"
    assert words(item(rules, dropped), ".new-name") == "нет"
    assert not rules.select("ul.acts")


def test_names_of_both_sides_lead_to_the_edition_that_was_compared(
    client: TestClient, rules: BeautifulSoup
) -> None:
    names = rules.select("h2.ends a")
    assert names
    assert words(rules, "h2.ends .old-name a").startswith("Приложение 1, пункт")
    for name in names:
        href = str(name["href"])
        assert "edition=" in href
        assert client.get(href).status_code == 200


def test_a_possible_pair_is_marked_as_no_assertion_and_folded_until_asked_for(
    own_house: House,
) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, TWINS)
    client = own_house.client()
    soup = page_of(client, left=LEFT, right=RIGHT)
    possible = by_kind(soup, "possible")
    assert len(possible) == 2
    for one in possible:
        assert "предположение" in words(item(soup, one), "header")
        assert item(soup, one).select("details.supposed:not([open]) .redline-rows")
    asked = page_of(client, left=LEFT, right=RIGHT, kind="possible")
    assert by_kind(asked, "possible") == possible
    assert not asked.select("details.supposed")


def test_the_list_of_changes_names_both_ends(rules: BeautifulSoup) -> None:
    named = texts(rules, ".contents li a")
    assert any(
        re.fullmatch(r"Приложение 1, пункт \d+ → Приложение 1, пункт \d+", one) for one in named
    )
    (dropped,) = by_kind(rules, "dropped")
    assert "→" not in words(rules, f'.contents a[href="#{dropped}"]')


def test_a_rule_that_one_side_has_is_told_apart_from_words_that_changed(
    rules: BeautifulSoup,
) -> None:
    (dropped,) = by_kind(rules, "dropped")
    assert all("whole" in str(one["class"]) for one in item(rules, dropped).select("p.block"))
    assert not rules.select("section.kind-edited .aligned:not(:has(.none)) p.whole")


def test_regimes_say_what_of_them_is_not_held_and_which_day_is_read(client: TestClient) -> None:
    soup = page_of(client, "/regimes/2013/compare/2020")
    notice = " ".join(texts(soup, "details.notice p"))
    assert "2020 (R3a): у нас нет текста:" in notice
    assert "отвечает на" in words(soup, ".card.old-side")
    assert words(soup, ".bar .what").endswith("2013 (R2a) → 2020 (R3a)")
    assert "День опубликования неизвестен" in " ".join(texts(soup, "details.told p"))


def test_new_and_dropped_are_not_sure_where_the_other_side_is_held_in_part(
    client: TestClient,
) -> None:
    soup = page_of(client, "/regimes/2013/compare/2020")
    dropped = by_kind(soup, "dropped")
    assert dropped
    for one in dropped:
        assert "не точно" in words(item(soup, one), ".facts")


def test_the_address_of_two_regimes_keeps_its_state(client: TestClient) -> None:
    soup = page_of(client, "/regimes/2013/compare/2020", view="inline", kind="dropped")
    assert set(texts(soup, "section.item .tag:not(.unsure)")) == {"не имеет пары"}
    swap = soup.select_one(".swap a")
    assert swap is not None
    assert str(swap["href"]).startswith("/regimes/2020/compare/2013?")
    back = page_of(client, str(swap["href"]))
    assert "view-inline" in str(item(back, "compared")["class"])


def test_regimes_may_stand_in_the_other_address_too(client: TestClient) -> None:
    one = page_of(client, "/regimes/2013/compare/2020")
    other = page_of(client, left="2013", right="2020")
    assert texts(one, "section.item h2") == texts(other, "section.item h2")


def test_a_regime_and_the_phase_that_represents_it_are_the_same(client: TestClient) -> None:
    soup = page_of(client, status=422, left="2020", right="R3a")
    assert "одно и то же" in words(soup, "#refusal")


def test_rules_of_a_picture_are_reached_by_their_relation(client: TestClient) -> None:
    soup = page_of(client, "/regimes/2013/compare/2020", only="new")
    assert set(texts(soup, "section.item .tag:not(.unsure)")) <= {"новое"}


def test_a_point_of_an_article_is_compared_with_a_decrees_point(client: TestClient) -> None:
    soup = page_of(
        client,
        left=f"{SECOND}:app_1__p_2@2013-04-24",
        right=f"{ELECTIONS}:art_113-1__p_1@2022-02-07",
        show="all",
    )
    (one,) = soup.select("section.item")
    assert words(one, ".tag") == "без изменений"
    assert BEES in words(one, ".new-side")
    assert words(one, ".new-name") == "Статья 113-1. Сад, пункт 1"


def test_tables_and_data_are_those_of_the_same_sides(rules: BeautifulSoup) -> None:
    addresses = [str(one["href"]) for one in rules.select(".away a")]
    assert [one.partition("?")[0] for one in addresses] == [
        f"/v1/compare.{ending}" for ending in ("docx", "pdf", "html", "xlsx", "csv", "md")
    ]
    assert all(f"left={LEFT}&right={RIGHT}&lang=ru" in one for one in addresses)


def test_a_language_is_offered_where_it_holds_the_editions_that_are_compared(
    own_house: House,
) -> None:
    texts_held = [
        one_decree(FIRST, label, POND, language=language)
        for label, language in (
            ("2005-07-08", Language.RU),
            ("2006-07-08", Language.RU),
            ("2007-07-08", Language.RU),
            ("2005-07-08", Language.KK),
            ("2007-07-08", Language.KK),
        )
    ]
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, texts_held)
    client = own_house.client()
    offered = {
        newer: texts(page_of(client, left=f"{FIRST}@2005-07-08", right=newer), ".links .texts a")
        for newer in (f"{FIRST}@2006-07-08", f"{FIRST}@2007-07-08")
    }
    assert list(offered.values()) == [[], ["казахский"]]
