"""A small act whose notes name acts, and one whose wording the registry corrects."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from corpus.amending_acts import AmendingActs
from corpus.law import Act, Article, Division, Edition, Footnote, Language
from corpus.store import writes
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from crawler.comparing import refresh_changes
from tests.api import law
from tests.api.feeds.writing import NOON
from tests.api.filling import SOURCE
from tests.api.house import House

NGR = law.RULES
AMENDED = Footnote(
    "Сноска. Статья 2 с изменением, внесенным Законом РК от 05.02.2002 № 7-II "
    "(вводится в действие с 01.03.2002)."
)
TWO_ACTS = Footnote(
    "Сноска. Статья 2 с изменениями, внесенными законами РК от 05.02.2002 № 7-II "
    "(вводится в действие с 01.03.2002); от 06.12.2002 № 8-II (вводится в действие с 01.01.2003)."
)
FORESEEN = Footnote(
    "Примечание ИЗПИ! В статью 3 предусмотрены изменения Законом РК от 09.09.2003 № 9-II "
    "(вводится в действие с 01.01.2030)."
)
CHAPTER = law.chapter("1", "Сады")


def article(number: str, text: str, *notes: Footnote) -> Article:
    """An article with a point 1 and a point 2; the point 1 has the text."""
    points = (law.point("1", text), law.point("2", f"Второй пункт статьи {number}."))
    return law.article(number, f"Сад {number}", *points, *notes, divisions=("ch_1",))


def edition(label: str, *articles: Article, heading: Division = CHAPTER) -> Edition:
    """An edition of the act."""
    return law.edition(NGR, label, heading, *articles, title="О садах")


FIRST = edition(
    "2001-01-01",
    article("1", "Яблони сажают весной."),
    article("2", "Груши сажают летом."),
    article("3", "Сливы сажают осенью."),
)
SECOND = edition(
    "2002-03-01",
    article("1", "Яблони сажают  весной."),
    article("2", "Груши сажают осенью.", AMENDED),
    article("3", "Сливы сажают осенью."),
    heading=law.chapter("1", "Сады и огороды"),
)
THIRD = edition(
    "2003-09-09",
    article("1", "Яблони сажают  весной."),
    article("2", "Груши сажают осенью.", AMENDED),
    article("3", "Сливы сажают осенью.", FORESEEN),
    article("4", "Вишни сажают весной."),
    heading=law.chapter("1", "Сады и огороды"),
)
EDITIONS = (FIRST, SECOND, THIRD)


def without_note(one: Edition) -> Edition:
    """The same edition of which no note announces anything."""
    content = (
        replace(item, body=tuple(part for part in item.body if part != FORESEEN))
        if isinstance(item, Article)
        else item
        for item in one.content
    )
    return replace(one, content=tuple(content))


def take(house: House, *editions: Edition, minutes: int = 0) -> None:
    """Store editions as ingest does, with the changes between neighbours and the notes' words."""
    moment = NOON + timedelta(minutes=minutes)
    with house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: "О садах"}))
        for one in editions:
            url = f"https://old.adilet.zan.kz/rus/archive/docs/{one.ngr}/{one.label}"
            fetched = writes.Fetched(url, moment, 200, {}, one.text().encode())
            record = writes.record_snapshot(session, house.snapshots, fetched)
            stored = writes.store_edition(
                session, one, snapshot_ids=[record.id], source=SOURCE, recorded_at=moment
            )
            refresh_changes(session, stored, moment, {})
            refresh_amendments(session, NGR, moment, AmendingActs(Watchlist(())))
