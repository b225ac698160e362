"""What notes state of one article is found without going through the notes of its whole act."""

from __future__ import annotations

import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from corpus.amending_acts import AmendingActs
from corpus.store import open_store
from corpus.store.amendments.stated import stated_in_act
from corpus.store.snapshots import Snapshots
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api.filling import store_editions
from tests.corpus.store.making import NGR, RU, article, edition

NOW = datetime(2026, 11, 1, tzinfo=UTC)
NOTE = (
    "Сноска. Статья {} с изменением, внесенным Законом РК от 03.04.2001 № {} (в силе с 01.05.2001)."
)


def seconds(folder: Path, articles: int) -> float:
    """How long it takes to learn what is stated of one article: the best of five."""
    content = tuple(
        article(str(number), note=NOTE.format(number, number)) for number in range(1, articles + 1)
    )
    editions = [edition(f"{year}-06-01", content) for year in range(2001, 2005)]
    spent = []
    with closing(open_store(f"sqlite:///{folder / f'{articles}.db'}")) as store:
        store.migrate()
        with store.write() as session:
            store_editions(session, Snapshots(str(folder / "snapshots")), editions)
            refresh_amendments(session, NGR, NOW, AmendingActs(Watchlist(())))
        for _ in range(5):
            with store.read() as session:
                began = time.thread_time()
                for _ in range(10):
                    told = stated_in_act(session, NGR, RU, {"art_2", None})
                spent.append(time.thread_time() - began)
            assert [len(stated) for stated in told.values()] == [1, 1, 1, 1]
    return min(spent)


def test_what_is_stated_of_an_article_does_not_cost_more_in_a_larger_act(tmp_path: Path) -> None:
    small, large = seconds(tmp_path, 40), seconds(tmp_path, 800)
    assert large < 6 * max(small, 0.001), (small, large)
