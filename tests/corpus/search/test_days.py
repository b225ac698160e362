"""Time: the wordings of a day, all wordings of an article as one result, changes between days."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

import pytest

from corpus.law import Language
from corpus.search import SearchDocument, SearchEngine
from corpus.search.documents import Status
from corpus.search.queries import ChangedBetween, OnDay
from corpus.search.results import Event, EventKind

from .asking import TODAY, asking
from .texts import document

Holding = Callable[..., SearchEngine]
APPEARED, WENT = EventKind.APPEARED, EventKind.WENT


def test_a_window_begins_on_its_first_day_and_ends_before_its_last(holding: Holding) -> None:
    engine = holding(
        document("срок четыре года", valid_from=date(1999, 5, 6), valid_to=date(2004, 4, 14)),
        document("срок пять лет", valid_from=date(2004, 4, 14), is_current=False),
        document("срок неизвестен", valid_from=None, valid_to=date(2030, 1, 1)),
    )

    def snippets(day: date) -> list[str]:
        return [hit.snippet_html for hit in engine.search(asking("срок", when=OnDay(day))).hits]

    assert snippets(date(1999, 5, 5)) == []
    assert snippets(date(1999, 5, 6)) == ["<mark>срок</mark> четыре года"]
    assert snippets(date(2004, 4, 13)) == ["<mark>срок</mark> четыре года"]
    assert snippets(date(2004, 4, 14)) == ["<mark>срок</mark> пять лет"]
    assert snippets(date.max) == ["<mark>срок</mark> пять лет"]


def test_all_wordings_of_an_article_are_one_result_in_time_order(holding: Holding) -> None:
    windows = [
        (date(2024, 2, 1), None, Status.FUTURE),
        (None, None, Status.UNDATED),
        (date(1999, 1, 1), date(2010, 1, 1), Status.SUPERSEDED),
        (date(2015, 1, 1), date(2020, 1, 1), Status.REPEALED),
        (date(2020, 1, 1), date(2024, 2, 1), Status.IN_FORCE),
    ]
    engine = holding(
        *(
            document(
                f"срок вариант {status}",
                valid_from=begins,
                valid_to=ends,
                replaced=status is Status.SUPERSEDED,
            )
            for begins, ends, status in windows
        ),
        document("иное", valid_from=date(2010, 1, 1), valid_to=date(2015, 1, 1)),
        document("срок", lang=Language.KK),
    )
    results = engine.search(asking("срок", filters={"languages": (Language.RU,)}))
    (hit,) = results.hits
    assert results.total == 1
    found = [(one.valid_from, one.valid_to, one.status) for one in hit.wordings]
    assert found == [windows[at] for at in (2, 3, 4, 0, 1)]
    assert hit.wording.status is Status.IN_FORCE
    assert engine.search(asking("срок")).total == 2


def test_the_wording_shown_is_the_one_that_fits_best(holding: Holding) -> None:
    engine = holding(
        document("срок и многое другое, что тут стоит"),
        document("срок полномочий", valid_from=date(2010, 1, 1), valid_to=date(2020, 1, 1)),
    )
    (hit,) = engine.search(asking("срок полномочий OR срок")).hits
    assert hit.snippet_html.startswith("<mark>срок</mark> <mark>полномочий</mark>")
    assert hit.wording == hit.wordings[0]


def changes(engine: SearchEngine, text: str, start: date, end: date) -> list[Event]:
    found = engine.search(asking(text, when=ChangedBetween(start, end)))
    assert found.total == len(found.hits) <= 1
    return [event for hit in found.hits for event in hit.events]


def test_a_phrase_appears_and_goes_on_the_days_between_wordings_that_differ_in_it(
    holding: Holding,
) -> None:
    engine = holding(
        document("три года", valid_from=date(2000, 1, 1), valid_to=date(2005, 1, 1)),
        document(
            "четыре года",
            valid_from=date(2005, 1, 1),
            valid_to=date(2010, 1, 1),
            before_is_known=True,
            after_is_known=True,
        ),
        document(
            "четыре года и день",
            valid_from=date(2010, 1, 1),
            valid_to=date(2015, 1, 1),
            before_is_known=True,
        ),
        document("пять лет", valid_from=date(2015, 1, 1)),
    )
    appeared = Event(APPEARED, date(2005, 1, 1), certain=True)
    went = Event(WENT, date(2015, 1, 1), certain=False)
    year = timedelta(days=365)
    assert changes(engine, "четыре", date(2004, 1, 1), date(2016, 1, 1)) == [appeared, went]
    assert changes(engine, "четыре", date(2004, 12, 31), date(2005, 1, 1)) == [appeared]
    assert changes(engine, "четыре", date(2005, 1, 1), date(2005, 1, 1) + year) == []
    assert changes(engine, "четыре", date(2009, 1, 1), date(2011, 1, 1)) == []
    assert changes(engine, "четыре", date(2014, 12, 31), date(2015, 1, 1)) == [went]


def test_a_change_next_to_a_doubtful_wording_is_not_certain(holding: Holding) -> None:
    engine = holding(document("срок", doubtful=True, before_is_known=True))
    assert changes(engine, "срок", date(2019, 1, 1), date(2021, 1, 1)) == [
        Event(APPEARED, date(2020, 1, 1), certain=False)
    ]


def test_a_status_is_asked_of_articles_that_changed_not_of_the_changes(holding: Holding) -> None:
    engine = holding(
        document("срок", valid_from=date(2000, 1, 1), valid_to=date(2010, 1, 1), replaced=True),
        document("срок и день", valid_from=date(2010, 1, 1)),
    )
    when = ChangedBetween(date(1999, 1, 1), date(2020, 1, 1))
    found = engine.search(asking("срок", when=when, filters={"statuses": ("in_force",)}))
    assert [event.day for hit in found.hits for event in hit.events] == [date(2000, 1, 1)]
    told = engine.search(asking("срок status:in_force", when=when))
    assert told.hits[0].events == found.hits[0].events
    assert told.ignored
    assert engine.search(asking("срок", when=when, filters={"statuses": ("future",)})).total == 0


def test_two_days_must_follow_each_other() -> None:
    with pytest.raises(ValueError, match="after"):
        ChangedBetween(TODAY, TODAY)


def histories(chance: random.Random) -> Iterator[SearchDocument]:
    """Wordings of many articles, with gaps, and days that are not known."""
    for number in range(60):
        day = date(2000, 1, 1) + timedelta(days=chance.randrange(500))
        for turn in range(chance.randrange(1, 7)):
            following = day + timedelta(days=chance.choice([0, 1, 30, 400]))
            yield document(
                f"{chance.choice(['срок', 'срок мандат', 'иное', 'иное слово'])} {turn}",
                key=f"art_{number}",
                valid_from=None if chance.random() < 0.1 else day,
                valid_to=None if chance.random() < 0.1 else following,
                before_is_known=chance.random() < 0.5,
                after_is_known=chance.random() < 0.5,
            )
            day = following + timedelta(days=chance.choice([0, 0, 0, 25]))


def watched(own: Sequence[SearchDocument], first: date, last: date) -> list[tuple[EventKind, date]]:
    """What happened to the word in an article, by looking at every single day."""
    happened = []
    day = first
    while day < last:
        before = any("срок" in one.text and one.holds_on(day) for one in own)
        day += timedelta(days=1)
        after = any("срок" in one.text and one.holds_on(day) for one in own)
        if before != after:
            happened.append((APPEARED if after else WENT, day))
    return happened


def test_changes_are_those_that_a_look_at_every_day_finds(holding: Holding) -> None:
    chance = random.Random(11)
    made = list(histories(chance))
    engine = holding(*made[::2])
    engine.update(made[1::2], [])
    events = 0
    for _ in range(12):
        first = date(2000, 1, 1) + timedelta(days=chance.randrange(900))
        last = first + timedelta(days=chance.choice([1, 30, 500]))
        expected = {
            key: happened
            for key, own in groupby(made, key=lambda one: one.key)
            if (happened := watched(list(own), first, last))
        }
        results = engine.search(asking("срок", when=ChangedBetween(first, last), limit=100))
        found = {hit.key: [(one.kind, one.day) for one in hit.events] for hit in results.hits}
        assert found == expected
        assert results.total == len(expected)
        events += sum(map(len, found.values()))
    assert events > 100
