"""An act about gardens whose editions, notes and days tell when each wording was in force."""

from __future__ import annotations

from datetime import date

from corpus.amending_acts import AmendingActs
from corpus.law import Act, Article, Edition, EditionLabel, Footnote, Language, ListedEdition
from corpus.store import writes
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import FETCHED, RECORDED, store_editions
from tests.api.house import House

NGR = "Z990000777_"
KEY = "art_2"
ARTICLE = f"/v1/acts/{NGR}/articles/{KEY}"

_FIRST = (
    "Сноска. Статья 2 с изменениями, внесенными законами РК от 05.02.2002 № 7-II "
    "(вводится в действие с 01.03.2002)"
)
_SECOND = f"{_FIRST}; от 06.12.2002 № 8-II (вводится в действие с 01.06.2003)"
_THIRD = (
    f"{_SECOND}; от 09.09.2004 № 9-II (вводится в действие по истечении десяти календарных дней "
    "после дня его первого официального опубликования)"
)
_COMING = Footnote(
    "Примечание ИЗПИ! В статью 2 предусмотрены изменения Законом РК от 01.12.2002 № 10-II "
    "(вводится в действие с 01.01.2030)."
)
_FOR_A_TIME = Footnote("Сноска. Данная редакция статьи 3 действует до 01.01.2006.")


def _article(number: str, text: str, *notes: Footnote) -> Article:
    return law.article(number, f"Сад {number}", law.point("1", text), *notes, divisions=())


def _edition(label: str, *articles: Article) -> Edition:
    return law.edition(NGR, label, *articles, title="О садах")


EDITIONS = (
    _edition(
        "2002-02-05",
        _article("1", "Яблони сажают весной."),
        _article("2", "Груши сажают летом.", Footnote(f"{_FIRST}.")),
        _article("3", "Сливы сажают зимой."),
    ),
    _edition(
        "2002-12-06",
        _article("1", "Яблони сажают весной."),
        _article("2", "Груши сажают осенью.", Footnote(f"{_SECOND}."), _COMING),
        _article("3", "Сливы сажают весной.", _FOR_A_TIME),
    ),
    _edition(
        "2004-09-09",
        _article("1", "Яблони сажают весной."),
        _article("2", "Груши не сажают.", Footnote(f"{_THIRD}."), _COMING),
        _article("3", "Сливы сажают весной.", _FOR_A_TIME),
    ),
)


def plant(house: House) -> None:
    """Store the editions, what their notes say, and a list that names one more."""
    with house.store.write() as session:
        writes.upsert_act(
            session, Act(NGR, {Language.RU: "О садах"}, number="777", adopted=date(1999, 1, 1))
        )
        names = ("2002-02-05", "2002-12-06", "2004-09-09", "2007-07-07")
        listed = [ListedEdition(EditionLabel.parse(name)) for name in names]
        writes.list_editions(session, NGR, Language.RU, listed, "adilet", FETCHED)
        store_editions(session, house.snapshots, EDITIONS)
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
