"""A house of two regimes in our own words, with the points that the matrix names for two themes.

The matrix (`corpus/themes.toml`) puts signatures and deposit into point 20 of the rules of 2013; of
2022 signatures into points 1 and 7 of article 113-4, the deposit into point 2 of article 113-5.
"""

from __future__ import annotations

from pathlib import Path

from corpus.law import Act, Holding, HoldingKind, Language
from corpus.store import writes
from tests.api.filling import store_editions
from tests.api.house import House, empty_house
from tests.api.law import article, chapter, point
from tests.api.rule_books import BEES, COUNT, ELECTIONS, GATE, POND, SECOND, elections, rules

HOSTILE = '<script>alert(1)</script> "><img src=x onerror=alert(1)>'
PAPERS = f"Кандидат приносит бумаги из списка, который ведёт комиссия {HOSTILE}."
SIGNED = "За кандидата подписываются соседи, и листы их подписей проверяют за три дня."
PAID = "До записи кандидат вносит взнос, который вернут, если за него подано много голосов."
OF_SIGNATURES = {"app_1__p_20", "art_113-4__p_1", "art_113-4__p_7"}
OF_DEPOSIT = {"app_1__p_20", "art_113-5__p_2"}


def themed_house(folder: Path) -> House:
    """The two texts, each under the number of the act that it stands for."""
    house = empty_house(folder)
    content = (
        chapter("13-1", "Выборы акимов"),
        article(
            "113-4",
            "Подписи",
            point("1", SIGNED),
            point("2", POND),
            point("7", COUNT),
            divisions=("ch_13-1",),
        ),
        article(
            "113-5",
            "Запись",
            point("2", PAID),
            point("3", PAPERS.replace("бумаги", "бумаги и согласие")),
            divisions=("ch_13-1",),
        ),
    )
    texts = [POND, GATE, *[""] * 17, PAPERS, BEES]
    with house.store.write() as session:
        for ngr in (SECOND, ELECTIONS):
            writes.upsert_act(session, Act(ngr, {Language.RU: f"{ngr} (пересказ)"}))
        part = Holding(HoldingKind.PARTS, ("ch_13-1",))
        editions = [rules(SECOND, "2013-04-24", *texts)]
        editions.append(elections("2022-02-07", *content, holding=part))
        store_editions(session, house.snapshots, editions)
    return house
