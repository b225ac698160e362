"""What a found wording is today, over an index of wordings whose days are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from api.questions.search.asides import Asides
from api.questions.search.now import Became, Now, nows
from corpus.law import Language
from corpus.search import Hit, Query, SearchDocument, SearchEngine, open_engine
from corpus.search.queries import AnyDay, OnDay
from corpus.settings import Settings
from tests.corpus.search.texts import document

ACT = "Z950002464_"
TODAY = date(2026, 11, 2)


def held(begins: int | None = None, ends: int | None = None) -> dict[str, Any]:
    """The window from the first day of a year to that of another, and its label."""
    first = date(begins, 1, 1) if begins else None
    last = date(ends, 1, 1) if ends else None
    return {"valid_from": first, "valid_to": last, "label": str(first or "undated")}


OLD = held(2010, 2020)
NEW = held(2020)


@dataclass(frozen=True)
class Shelf:
    """An index, and what is asked of it."""

    engine: SearchEngine

    def holds(self, *documents: SearchDocument) -> None:
        """Put exactly these into the index."""
        self.engine.rebuild(documents, "state")

    def hit(self, when: AnyDay | OnDay) -> Hit:
        """The one article that is found."""
        (hit,) = self.engine.search(Query("груша", TODAY, when)).hits
        return hit

    def now(
        self,
        when: AnyDay | OnDay,
        moved: dict[str, str] | None = None,
        repeals: dict[str, date] | None = None,
    ) -> Now:
        """What it is today; `moved` by keys, `repeals` by acts."""
        places = {(ACT, Language.RU, old): new for old, new in (moved or {}).items()}
        (now,) = nows(
            Asides(self.engine), [self.hit(when)], places, repeals or {}, TODAY, self.engine.state()
        )
        return now


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(open_engine(Settings(data_dir=tmp_path)))


def wording(text: str, key: str = "art_1", **more: Any) -> SearchDocument:
    return document(text, **{"ngr": ACT, "key": key, **more})


def test_a_wording_that_is_in_force_is_the_same(shelf: Shelf) -> None:
    shelf.holds(wording("груша", **NEW))
    now = shelf.now(OnDay(TODAY))
    assert (now.became, now.certain, now.key) == (Became.SAME, True, "art_1")


def test_an_old_wording_leads_to_todays(shelf: Shelf) -> None:
    shelf.holds(wording("груша", replaced=True, **OLD), wording("слива", **NEW))
    now = shelf.now(OnDay(date(2015, 1, 1)))
    assert now.became is Became.AMENDED
    assert now.wording
    assert now.wording.label == "2020-01-01"


def test_words_that_came_back_are_the_same_again(shelf: Shelf) -> None:
    between = held(2020, 2022)
    again = held(2022)
    shelf.holds(
        wording("груша", replaced=True, **OLD),
        wording("слива", replaced=True, **between),
        wording("груша", **again),
    )
    now = shelf.now(OnDay(date(2015, 1, 1)))
    assert (now.became, now.wording and now.wording.label) == (Became.SAME, "2022-01-01")


def test_an_article_that_is_gone_for_certain_is_repealed_since_that_day(shelf: Shelf) -> None:
    shelf.holds(wording("груша", after_is_known=True, **OLD))
    assert shelf.now(AnyDay()) == Now(Became.REPEALED, "art_1", since=date(2020, 1, 1))


def test_where_it_is_not_known_what_followed_nothing_is_said(shelf: Shelf) -> None:
    shelf.holds(wording("груша", after_is_known=False, **OLD))
    assert shelf.now(AnyDay()).became is Became.UNKNOWN


def test_a_repeal_is_not_certain_while_a_wording_without_days_is_held(shelf: Shelf) -> None:
    undated = held()
    shelf.holds(wording("груша", after_is_known=True, **OLD), wording("слива", **undated))
    assert shelf.now(AnyDay()).became is Became.UNKNOWN


def test_a_wording_without_days_leads_to_todays(shelf: Shelf) -> None:
    undated = held()
    shelf.holds(wording("груша", **undated), wording("слива", **NEW))
    now = shelf.now(AnyDay())
    assert (now.became, now.wording and now.wording.label) == (Became.AMENDED, "2020-01-01")


def test_where_the_act_is_repealed_what_followed_is_known(shelf: Shelf) -> None:
    shelf.holds(wording("груша", after_is_known=False, **OLD))
    day = date(2021, 5, 4)
    assert shelf.now(AnyDay(), repeals={ACT: day}) == Now(Became.REPEALED, "art_1", since=day)
    later = {ACT: date(2030, 1, 1)}
    assert shelf.now(AnyDay(), repeals=later).became is Became.UNKNOWN


def test_an_article_that_went_before_its_act_keeps_its_own_day(shelf: Shelf) -> None:
    shelf.holds(wording("груша", after_is_known=True, **OLD))
    now = shelf.now(AnyDay(), repeals={ACT: date(2021, 5, 4)})
    assert now.since == date(2020, 1, 1)


def test_what_begins_later_is_still_to_come(shelf: Shelf) -> None:
    later = held(2030)
    shelf.holds(wording("груша", **later))
    assert shelf.now(AnyDay()).became is Became.TO_COME


def test_of_several_that_may_be_in_force_the_newest_is_told_with_doubt(shelf: Shelf) -> None:
    shelf.holds(
        wording("груша", doubtful=True, is_current=False, **{**OLD, "valid_to": None}),
        wording("слива", doubtful=True, **NEW),
    )
    now = shelf.now(OnDay(TODAY))
    assert (now.became, now.certain) == (Became.UNKNOWN, False)
    assert now.wording
    assert now.wording.label == "2020-01-01"


def test_an_article_that_moved_is_told_by_its_new_key(shelf: Shelf) -> None:
    shelf.holds(
        wording("груша", after_is_known=True, **OLD),
        wording("слива", key="art_7", **NEW),
    )
    now = shelf.now(AnyDay(), {"art_1": "art_7"})
    assert (now.became, now.key) == (Became.MOVED, "art_7")
    assert now.certain


def test_an_article_is_not_said_to_have_moved_to_what_is_still_to_come(shelf: Shelf) -> None:
    shelf.holds(
        wording("груша", after_is_known=True, **OLD), wording("слива", key="art_7", **held(2030))
    )
    assert shelf.now(AnyDay(), {"art_1": "art_7"}).became is Became.REPEALED


def test_an_article_that_moved_and_was_repealed_there_is_repealed(shelf: Shelf) -> None:
    shelf.holds(
        wording("груша", after_is_known=True, **OLD),
        wording("слива", key="art_7", after_is_known=True, **OLD),
    )
    assert shelf.now(AnyDay(), {"art_1": "art_7"}).became is Became.REPEALED


def test_what_is_remembered_of_an_index_goes_when_the_index_changes(shelf: Shelf) -> None:
    shelf.holds(wording("груша", replaced=True, **OLD), wording("слива", **NEW))
    asides = Asides(shelf.engine)
    hit = shelf.hit(AnyDay())
    assert nows(asides, [hit], {}, {}, TODAY, shelf.engine.state())[0].became is Became.AMENDED
    later: dict[str, Any] = {**NEW, "valid_to": date(2025, 1, 1)}
    shelf.engine.rebuild(
        [wording("груша", replaced=True, **OLD), wording("слива", after_is_known=True, **later)],
        "another state",
    )
    assert nows(asides, [hit], {}, {}, TODAY, shelf.engine.state())[0].became is Became.REPEALED


def test_of_wordings_that_may_each_be_in_force_the_newest_stands_for_the_article(
    shelf: Shelf,
) -> None:
    shelf.holds(
        wording("груша груша груша", doubtful=True, is_current=False, **held(2010)),
        wording("о том, что растёт в саду, и груша", doubtful=True, **NEW),
        wording("груша", key="art_2", **NEW),
    )
    found = shelf.engine.search(Query("груша", TODAY, OnDay(TODAY))).hits
    assert sorted(hit.key for hit in found) == ["art_1", "art_2"]
    (own,) = (hit for hit in found if hit.key == "art_1")
    assert own.wording.label == "2020-01-01"
    assert len(own.wordings) == 2
