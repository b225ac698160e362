"""The ids on the page of a whole text: each once, and those of the articles' own pages."""

from __future__ import annotations

from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.pages.act_anchors import row_ids
from api.questions.whole_act.text import text_rows
from corpus.law import Block, BlockKind, Edition, Language
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import article, chapter, edition, point, table
from tests.api.pages.test_pages import soup_of

ORCHARD = "Z0300000001"


def line(key: str, text: str) -> Block:
    return Block(BlockKind.PART, text, key=key)


def orchards(language: Language = Language.RU) -> Edition:
    """An act with keys that repeat inside an article, and across a division and an article."""
    return edition(
        ORCHARD,
        "2003-01-01",
        chapter("1", "Сад"),
        article(
            "1",
            "Уход",
            point("1", "Деревья поливают:"),
            line("p_1__part_1", "утром;"),
            line("p_1__part_1", "вечером;"),
            line("p_1__part_1.2", "ночью;"),
            line("p_1__part_1", "в засуху."),
            table(("Яблоня", "два раза"), ("Груша", "один раз")),
            line("table_1", "Сведения о поливе хранят год."),
            point("2", "Во время пункта 1 настоящей статьи сад закрыт."),
            divisions=("ch_1",),
            language=language,
        ),
        article("1__p_2", "Особый уход", point("1", "Нет."), divisions=(), language=language),
        language=language,
        title="О плодовых садах (пересказ)",
    )


def ids_of_page(soup: BeautifulSoup) -> list[str]:
    return [str(one["id"]) for one in soup.select("[id]")]


def put(house: House) -> TestClient:
    with house.store.write() as session:
        store_editions(session, house.snapshots, [orchards(), orchards(Language.KK)])
    return house.client()


def test_no_id_stands_twice_on_the_page_of_an_act_whose_keys_repeat(own_house: House) -> None:
    client = put(own_house)
    for query in ("lang=ru", "lang=kk", "lang=ru&beside=kk", "lang=ru&view=contents"):
        ids = ids_of_page(soup_of(client, f"/acts/{ORCHARD}?{query}"))
        assert sorted(ids) == sorted(set(ids)), query
        assert len(ids) > 2


def test_the_first_of_a_key_keeps_it_and_the_next_have_a_number_behind_it(
    own_house: House,
) -> None:
    soup = soup_of(put(own_house), f"/acts/{ORCHARD}?lang=ru")
    found = {
        str(one["id"]): one.get_text() for one in soup.select("#art_1 p.block") if one.get("id")
    }
    assert found["art_1__p_1__part_1"] == "утром;"
    assert found["art_1__p_1__part_1.2"] == "ночью;"
    assert found["art_1__p_1__part_1.3"] == "вечером;"
    assert found["art_1__p_1__part_1.4"] == "в засуху."


def test_the_paragraphs_have_the_ids_of_their_articles_page_behind_the_articles_own(
    own_house: House,
) -> None:
    client = put(own_house)
    alone = soup_of(client, f"/acts/{ORCHARD}/articles/art_1?lang=ru").select(".wording p.block")
    whole = soup_of(client, f"/acts/{ORCHARD}?lang=ru").select("#art_1 p.block")
    texts = [(f"art_1__{one['id']}", one.get_text().strip()) for one in alone]
    both = [(str(one["id"]), one.get_text().strip()) for one in whole]
    assert len(both) == 7
    assert [one for one in both if one[0] != "art_1__p_2.2"] == [
        one for one in texts if one[0] != "art_1__p_2"
    ]


def test_an_articles_id_is_its_key_whatever_stands_before_it() -> None:
    rows = text_rows(orchards())
    ids = dict(zip([row.key for row in rows], row_ids(rows), strict=True))
    assert ids["art_1__p_2"].row == "art_1__p_2"
    assert ids["art_1"].blocks[7] == "art_1__p_2.2"


def test_links_and_contents_lead_to_ids_of_the_page(own_house: House) -> None:
    soup = soup_of(put(own_house), f"/acts/{ORCHARD}?lang=ru")
    led = {str(one["href"])[1:] for one in soup.select("a[href^='#']")}
    assert "art_1__p_1" in led
    assert led <= set(ids_of_page(soup))
