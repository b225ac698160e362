"""The amendments of an article with those of what it stands in."""

from __future__ import annotations

from corpus.amending_acts import AmendingActs
from corpus.law import Act, Division, DivisionKind, Edition, Footnote, Language
from corpus.store import writes
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, store_editions
from tests.api.house import House

NGR = "Z990000779_"
THROUGHOUT = Footnote(
    'Сноска. По всему тексту слова "сад" заменены словами "огород" '
    "Законом РК от 03.07.2003 № 121-II."
)
CHAPTER = Footnote("Сноска. Глава 2 в редакции Закона РК от 04.04.2004 № 44-II.")
HEADING = Footnote("Сноска. Заголовок главы 2 в редакции Закона РК от 05.05.2005 № 55-II.")
OWN = Footnote("Сноска. Статья 2 с изменениями, внесенными Законом РК от 06.06.2006 № 66-II.")


def _edition(label: str) -> Edition:
    one = law.article("1", "Сад 1", law.point("1", "Раз."), divisions=("ch_1",))
    two = law.article("2", "Сад 2", law.point("1", "Два."), OWN, divisions=("ch_2",))
    return law.edition(
        NGR,
        label,
        THROUGHOUT,
        Division(DivisionKind.CHAPTER, "ch_1", "1", "Первая", "Глава 1. Первая"),
        one,
        Division(DivisionKind.CHAPTER, "ch_2", "2", "Вторая", "Глава 2. Вторая"),
        CHAPTER,
        HEADING,
        two,
        title="О садах",
    )


def test_an_article_lists_what_was_done_to_its_chapter_and_to_the_whole_act(
    own_house: House,
) -> None:
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: "О садах"}))
        store_editions(session, own_house.snapshots, [_edition("2006-06-06")])
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    client = own_house.client()
    told = {
        key: [
            (one["target"]["key"], one["amending_act"]["number"])
            for one in client.get(f"/v1/acts/{NGR}/articles/{key}/amendments").json()["amendments"]
        ]
        for key in ("art_1", "art_2")
    }
    assert told["art_1"] == [(None, "121-II")]
    assert told["art_2"] == [(None, "121-II"), ("ch_2", "44-II"), ("art_2", "66-II")]
