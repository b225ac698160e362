"""Whose turn it is: places for each host, clocks that were wrong, logs that do not grow forever."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus.store.errors import UnknownDelivery, UnknownWatch
from corpus.store.watches.claims import Claim, Places, claim, record_attempt
from corpus.store.watches.keeping import still_at
from corpus.store.watches.tables import DELIVERIES, DELIVERY_ATTEMPTS
from corpus.store.writes import remove_watch, send_anew
from corpus.watches import Attempt, AttemptOutcome, DeliveryState, EventFeed, WatchState
from tests.webhooks.receivers import Answer, Receiver
from tests.webhooks.watched import Clock, Corpus, added, amended
from webhooks import following
from webhooks.deliverer import LOG_KEPT
from webhooks.sending import Result
from webhooks.subscribing import queue_test

OLD, NEW = "2001-01-01", "2002-01-01"
NOWHERE = "http://127.0.0.1:2009/hook"
PLACES = Places(all=6, failing=3, host=2)


def moved(corpus: Corpus) -> Clock:
    assert isinstance(corpus.clock, Clock)
    return corpus.clock


def claimed(corpus: Corpus, *under_way: Claim, places: Places = PLACES) -> list[Claim]:
    """What a deliverer takes now, for a minute."""
    now = corpus.clock()
    with corpus.store.write() as session:
        return claim(
            session,
            now=now,
            until=now + timedelta(minutes=1),
            lease="a lease",
            places=places,
            under_way=under_way,
        )


def test_one_host_never_has_more_than_its_places(timed: Corpus) -> None:
    for port in (2001, 2001, 2001, 2001, 2002):
        timed.watch(f"http://127.0.0.1:{port}/hook")
    timed.record(OLD, NEW, added("10"))
    timed.follower().catch_up(timed.clock())
    first = sorted(claimed(timed), key=lambda one: one.host)  # they are claimed in no order
    assert [one.host for one in first] == [
        "127.0.0.1:2001",
        "127.0.0.1:2001",
        "127.0.0.1:2002",
    ]
    assert claimed(timed, *first) == []
    (after,) = claimed(timed, first[0], first[2])
    assert after.host == "127.0.0.1:2001"


def test_there_are_never_more_under_way_than_places(timed: Corpus) -> None:
    for port in range(2001, 2010):
        timed.watch(f"http://127.0.0.1:{port}/hook")
    timed.record(OLD, NEW, added("10"))
    timed.follower().catch_up(timed.clock())
    first = claimed(timed)
    assert len(first) == 6
    assert len(claimed(timed, *first[:4])) == 2


def test_a_clock_that_was_far_ahead_keeps_no_message_back(
    timed: Corpus, receiver: Receiver
) -> None:
    clock, right = moved(timed), timed.clock()
    made, other = timed.watch(receiver.url), timed.watch(f"{receiver.url}/other")
    clock.forward(days=365)
    timed.record(OLD, NEW, amended("1"))
    receiver.next_answers = [Answer(500)]
    timed.deliverer(60).run_once()
    timed.record(OLD, NEW, amended("1"), amended("2"))
    timed.follower().catch_up(timed.clock())
    assert len(claimed(timed)) == 1  # its holder is killed
    clock.moment = right
    timed.deliverer(60).run_once()
    for one in (made, other):
        assert {each.state for each in timed.log(one)} == {DeliveryState.DELIVERED}


def test_a_clock_that_goes_back_an_hour_delays_no_new_message(
    timed: Corpus, receiver: Receiver
) -> None:
    timed.watch(receiver.url)
    timed.record(OLD, NEW, amended("1"))
    timed.follower().catch_up(timed.clock())
    moved(timed).forward(hours=-1)
    assert timed.deliverer(60).run_once().sent == 1


def test_whoever_lost_the_lease_does_not_disable_the_watch(timed: Corpus) -> None:
    made = timed.watch(NOWHERE)
    timed.record(OLD, NEW, amended("1"))
    timed.follower().catch_up(timed.clock())
    (slow,) = claimed(timed)
    moved(timed).forward(minutes=2)
    (quick,) = claimed(timed)
    attempt = Attempt(
        quick.number, timed.clock(), timed.clock(), AttemptOutcome.DELIVERED, status=204
    )
    with timed.store.write() as session:
        assert record_attempt(session, quick, attempt, next_at=None)
    gone = Attempt(slow.number, timed.clock(), timed.clock(), AttemptOutcome.GONE, status=410)
    timed.deliverer()._record(replace(slow, lease="another"), gone, Result(AttemptOutcome.GONE))
    assert timed.now(made).state is WatchState.ACTIVE
    (logged,) = timed.log(made)
    assert logged.state is DeliveryState.DELIVERED


def test_what_was_done_with_long_ago_leaves_the_log_and_is_withdrawn_all_the_same(
    timed: Corpus, receiver: Receiver
) -> None:
    made, deliverer = timed.watch(receiver.url), timed.deliverer()
    timed.record(OLD, NEW, amended("1"))
    with timed.store.write() as session:
        queue_test(session, made.watch, timed.clock())
    deliverer.run_once()
    told, tested = timed.log(made)
    moved(timed).forward(days=LOG_KEPT.days)
    assert deliverer.tidy() == 0
    moved(timed).forward(seconds=1)
    timed.watch(receiver.url)
    timed.record(OLD, NEW, amended("1"), amended("2"))
    deliverer.follower.catch_up(timed.clock())
    assert deliverer.tidy() == 2
    assert deliverer.tidy() == 0
    assert [one.id for one in timed.log(made) if one.id in (told.id, tested.id)] == []
    with timed.store.write() as session:
        for one in (told, tested):
            with pytest.raises(UnknownDelivery):
                send_anew(session, made.watch.id, one.id, at=timed.clock())
        assert session.scalar(select(func.count()).select_from(DELIVERY_ATTEMPTS)) == 0
    deliverer.run_once()
    timed.record(OLD, NEW, amended("2"))
    deliverer.run_once()
    withdrawn = receiver.got[-1].document
    assert (withdrawn["type"], withdrawn["change"]["key"]) == ("change.withdrawn", "art_1")
    with timed.store.write() as session:
        remove_watch(session, made.watch.id)


def test_what_still_waits_is_never_forgotten(timed: Corpus, receiver: Receiver) -> None:
    made, deliverer = timed.watch(receiver.url), timed.deliverer()
    timed.record(OLD, NEW, amended("1"))
    deliverer.run_once()
    (told,) = timed.log(made)
    moved(timed).forward(days=LOG_KEPT.days + 1)
    with timed.store.write() as session:
        send_anew(session, made.watch.id, told.id, at=timed.clock())
    assert deliverer.tidy() == 0
    assert deliverer.run_once().sent == 1
    assert receiver.ids == [told.id] * 2


def test_asking_for_tests_faster_than_they_are_sent_queues_one(
    timed: Corpus, receiver: Receiver
) -> None:
    made = timed.watch(receiver.url)

    def test() -> str:
        with timed.store.write() as session:
            return queue_test(session, made.watch, timed.clock()).id

    first = test()
    assert {test() for _ in range(5)} == {first}
    timed.deliverer().run_once()
    assert test() != first
    with timed.store.read() as session:
        assert session.scalar(select(func.count()).select_from(DELIVERIES)) == 2


def test_no_test_is_queued_for_a_watch_that_was_just_removed(timed: Corpus) -> None:
    made = timed.watch(NOWHERE)
    with timed.store.write() as session:
        remove_watch(session, made.watch.id)
    with pytest.raises(UnknownWatch), timed.store.write() as session:
        queue_test(session, made.watch, timed.clock())


def test_more_watches_than_fit_in_a_statement_are_told_all(
    timed: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    together: list[int] = []

    def counted(session: Session, ids: Sequence[str], feed: EventFeed, place: int) -> set[str]:
        together.append(len(ids))
        return still_at(session, ids, feed, place)

    monkeypatch.setattr(following, "MOST_WATCHES", 3)
    monkeypatch.setattr(following, "still_at", counted)
    made = [timed.watch(f"{NOWHERE}/{number}") for number in range(8)]
    timed.record(OLD, NEW, added("10"), added("11"))
    assert timed.follower().catch_up(timed.clock()) == 16
    assert timed.follower().catch_up(timed.clock()) == 0
    assert {len(timed.log(one)) for one in made} == {2}
    assert together == [3, 3, 2]
