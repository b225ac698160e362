"""Two editions of an act as a page: what is marked, folded, hidden, linked and told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.api.comparing import NEW, OLD, comparing_house, item, page_of, texts, words
from tests.api.meadows import BRIDGE, HAY, MEADOW


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = comparing_house(tmp_path_factory.mktemp("meadow"))
    yield house.client()
    house.store.close()


@pytest.fixture(scope="module")
def side(client: TestClient) -> BeautifulSoup:
    return page_of(client, left=OLD, right=NEW)


def shown_items(soup: BeautifulSoup) -> list[str]:
    return [str(one["id"]) for one in soup.select("section.item")]


def test_changes_stand_in_the_acts_order_and_what_is_gone_where_it_stood(
    side: BeautifulSoup,
) -> None:
    assert shown_items(side) == [
        "c-ch_1", "c-art_3", "c-art_4", "c-art_5", "c-art_6", "c-art_7", "c-art_8",
    ]  # fmt: skip


def test_words_are_marked_on_their_own_side_only(side: BeautifulSoup) -> None:
    judge = next(
        one for one in item(side, "c-art_6").select(".aligned.changed") if "Спор" in one.get_text()
    )
    assert texts(judge, ".old-side del") == ["староста"]
    assert texts(judge, ".new-side ins") == ["сход"]
    assert not judge.select(".old-side ins, .new-side del")
    assert texts(item(side, "c-art_4"), ".old-side ins") == []
    assert texts(item(side, "c-art_4"), ".new-side del") == []


def test_each_column_reads_as_its_edition(side: BeautifulSoup) -> None:
    bridge = item(side, "c-art_4")
    assert words(bridge, ".old-side") == "1. Мост держат в порядке."
    assert words(bridge, ".new-side") == "1. Мост держит в порядке староста."


def test_unchanged_paragraphs_are_folded_with_their_number_and_can_be_opened(
    side: BeautifulSoup,
) -> None:
    folded = item(side, "c-art_6").select_one("details.fold")
    assert folded is not None
    assert words(folded, "summary") == "4 абзаца без изменений"
    assert "Правило 4 остаётся." in words(folded)


def test_unchanged_articles_are_folded_and_lead_to_their_text(
    client: TestClient, side: BeautifulSoup
) -> None:
    folded = side.select_one("details.folded")
    assert folded is not None
    assert words(folded, "summary") == "2 статьи без изменений"
    address = str(folded.select("a")[0]["href"])
    assert address.endswith("show=all#c-art_1")
    whole = page_of(client, address.partition("#")[0])
    assert "День назначает сход." in words(item(whole, "c-art_1"))
    assert not whole.select("details.fold, details.folded")


def test_technical_changes_are_hidden_counted_and_shown_when_asked(
    client: TestClient, side: BeautifulSoup
) -> None:
    assert side.find(id="c-art_2") is None
    told = words(side, ".totals .help")
    assert told.startswith("1 техническая правка")
    link = side.select_one(".totals .help a")
    assert link is not None
    shown = page_of(client, str(link["href"]))
    assert words(item(shown, "c-art_2"), ".tag") == "технически"


def test_as_many_changes_are_counted_as_are_gone_through(
    client: TestClient, side: BeautifulSoup
) -> None:
    def told(soup: BeautifulSoup) -> tuple[str, str]:
        return words(soup, "#totals"), words(soup, "[data-count]")

    assert told(side) == ("7 изменений", "– из 7")
    asked: dict[str, Any] = {"left": OLD, "right": NEW}
    assert told(page_of(client, **asked, technical="yes")) == ("8 изменений", "– из 8")
    assert told(page_of(client, **asked, show="all")) == ("8 изменений", "– из 8")
    amended = page_of(client, **asked, kind="amended")
    assert told(amended) == ("7 изменений, показано 3", "– из 3")
    technical = page_of(client, **asked, kind="technical")
    assert words(technical, "#totals") == "8 изменений, показано 1"
    turned = page_of(client, **asked, ui="kk")
    assert told(turned) == ("7 өзгеріс", "– / 7")


def test_changes_are_counted_by_kind_and_each_kind_narrows(
    client: TestClient, side: BeautifulSoup
) -> None:
    assert texts(side, "a.chip") == [
        "изменено 3", "изложено заново 1", "добавлено 1", "исключено 1", "заголовок 1",
        "технически 1",
    ]  # fmt: skip
    only = next(one for one in side.select("a.chip") if "добавлено" in one.get_text())
    narrowed = page_of(client, str(only["href"]))
    assert shown_items(narrowed) == ["c-art_8"]
    chosen = narrowed.select_one("a.chip[aria-current=true]")
    assert chosen is not None
    assert shown_items(page_of(client, str(chosen["href"]))) == shown_items(side)


def test_what_moved_inside_an_article_leads_both_ways(side: BeautifulSoup) -> None:
    order = item(side, "c-art_6")
    gone, come = order.select("del.moved, ins.moved")
    assert BRIDGE.rstrip(".") in gone.get_text()
    jumps = order.select("a.jump")
    assert [str(one["href"]) for one in jumps] == [f"#{come['id']}", f"#{gone['id']}"]


def test_a_paragraph_that_went_to_another_article_leads_there_and_back(side: BeautifulSoup) -> None:
    away = item(side, "c-art_3").select_one("a.jump")
    back = item(side, "c-art_4").select_one("a.jump")
    assert away is not None
    assert back is not None
    assert (away["href"], back["href"]) == ("#c-art_4", "#c-art_3")
    assert "Мост" in away.get_text()
    assert HAY in words(item(side, "c-art_3"), ".changed .old-side")


def test_a_change_names_the_amending_act_or_says_that_none_is_known(side: BeautifulSoup) -> None:
    assert "№ 11" in words(item(side, "c-art_4"), "ul.acts").replace("\xa0", " ")
    assert "не видно" in words(item(side, "c-art_7"), "header")


def test_the_inline_view_has_both_wordings_in_one_text(client: TestClient) -> None:
    soup = page_of(client, left=OLD, right=NEW, view="inline")
    assert not soup.select(".old-side.changed, .aligned")
    changed = item(soup, "c-art_4").select("p.changed")[0]
    assert changed.select("ins")
    without = BeautifulSoup(str(changed), "lxml")
    for one in without.select("del"):
        one.decompose()
    assert words(without) == "1. Мост держит в порядке староста."


@pytest.mark.parametrize("view", ["", "inline"])
def test_a_tables_cells_are_compared(client: TestClient, view: str) -> None:
    soup = page_of(client, left=OLD, right=NEW, view=view)
    grass = item(soup, "c-art_7")
    assert texts(grass, "td del") == ["июнь"]
    assert texts(grass, "td ins") == ["июль"]


def test_one_article_is_compared_alone_and_its_changed_places_are_gone_through(
    client: TestClient,
) -> None:
    soup = page_of(client, left=f"{MEADOW}:art_6@2001-01-01", right=f"{MEADOW}:art_6@2005-02-01")
    assert shown_items(soup) == ["c-art_6"]
    places = [str(one["id"]) for one in soup.select("[data-change]")]
    assert places == ["c-art_6-1", "c-art_6-2"]
    assert words(soup, "[data-count]") == "место – из 2"
    assert words(soup, "#totals") == "1 изменение"


def test_a_new_article_is_compared_with_nothing_and_a_chapter_with_all_its_articles(
    client: TestClient,
) -> None:
    new = page_of(client, left=f"{MEADOW}:art_8@2001-01-01", right=f"{MEADOW}:art_8@2005-02-01")
    assert words(item(new, "c-art_8"), ".tag") == "добавлено"
    chapter = page_of(client, left=f"{MEADOW}:ch_1@2001-01-01", right=f"{MEADOW}:ch_1@2005-02-01")
    assert len(shown_items(chapter)) == 7


def test_what_one_copy_does_not_hold_is_told_at_the_top_and_never_as_repealed(
    client: TestClient,
) -> None:
    soup = page_of(client, left=NEW, right=f"{MEADOW}@2010-03-03")
    assert shown_items(soup) == ["c-art_8"]
    notice = words(soup, "details.notice")
    assert notice.startswith("Не сравниваются 6 мест: в нашей копии «01.02.2005» они есть")
    assert "статья 3" in notice
    assert "У нас есть только: статья 8." in words(soup, ".card.new-side")


def test_of_one_article_only_what_concerns_it_is_said_to_be_missing(client: TestClient) -> None:
    soup = page_of(client, left=f"{MEADOW}:art_8@2005-02-01", right=f"{MEADOW}:art_8@2010-03-03")
    assert shown_items(soup) == ["c-art_8"]
    assert not soup.select("details.notice, .steps-here")


def test_the_older_edition_on_the_right_is_pointed_out_and_sides_are_swapped(
    client: TestClient,
) -> None:
    soup = page_of(client, left=NEW, right=OLD)
    assert any("более поздняя редакция" in one for one in texts(soup, ".notice"))
    assert "№ 11" in words(item(soup, "c-art_4"), "ul.acts").replace("\xa0", " ")
    swap = soup.select_one(".swap a")
    assert swap is not None
    assert swap["href"] == f"/compare?left={OLD}&right={NEW}"


def test_a_day_is_answered_by_its_edition_and_that_is_said(client: TestClient) -> None:
    soup = page_of(client, left=f"{MEADOW}@2003-03-03", right=NEW)
    assert words(soup, ".bar .what").endswith("01.01.2001 → 01.02.2005")
    assert "отвечает на 03.03.2003" in words(soup, ".card.old-side")
    same = page_of(client, left=f"{MEADOW}@2003-03-03", right=OLD)
    assert any("одна редакция" in one for one in texts(same, ".notice"))


def test_an_answer_is_remembered_and_tagged(client: TestClient) -> None:
    first = client.get("/compare", params={"left": OLD, "right": NEW})
    tag = first.headers["etag"]
    again = client.get(
        "/compare", params={"left": OLD, "right": NEW}, headers={"If-None-Match": tag}
    )
    assert again.status_code == 304


def test_every_link_of_a_comparison_leads_somewhere(
    client: TestClient, side: BeautifulSoup
) -> None:
    ids = {str(one["id"]) for one in side.select("[id]")}
    links = side.select("main a[href]")
    assert len(links) > len(side.select("main a.away, main .away a"))
    for link in links:
        href = str(link["href"])
        if href.startswith("#"):
            assert href[1:] in ids, href
        elif not link.find_parent(class_="away"):
            assert client.get(href).status_code == 200, href


def test_ids_are_unique_and_headings_in_order(client: TestClient) -> None:
    for view in ("side", "inline"):
        soup = page_of(client, left=OLD, right=NEW, view=view, show="all")
        ids = [str(one["id"]) for one in soup.select("[id]")]
        assert len(ids) == len(set(ids))
        assert len(soup.select("h1")) == 1
        assert not soup.select("[style]")
