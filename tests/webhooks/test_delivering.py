"""The deliverer: order, retries, dead letters, and receivers that trouble nobody else."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from cryptography.fernet import Fernet
from sqlalchemy.orm import Session

from api.models.messages import Descriptions
from corpus.store.changes.rows import ChangeRecord
from corpus.store.writes import remove_watch, send_anew
from corpus.watches import AttemptOutcome, DeliveryState, WatchState
from tests.webhooks.receivers import Answer, Receiver, receiving
from tests.webhooks.test_signing import verify
from tests.webhooks.watched import HANG_SECONDS, Clock, Corpus, added, amended
from webhooks.deliverer import Deliverer
from webhooks.sealing import Seal
from webhooks.sending import Timeouts
from webhooks.subscribing import queue_test, rotate_secret

OLD, NEW = "2001-01-01", "2002-01-01"
HANGING = Answer(pause=10 * HANG_SECONDS)
ENDLESS = Timeouts(connect=HANG_SECONDS, read=10 * HANG_SECONDS, total=10 * HANG_SECONDS)
"""No exchange ends for want of an answer before the test does."""


class Defective(Descriptions):
    """Descriptions with a defect."""

    def changes(self, session: Session, records: Sequence[ChangeRecord]) -> list[dict[str, Any]]:
        raise KeyError(session, records)


@contextmanager
def running(*deliverers: Deliverer) -> Iterator[None]:
    """The deliverers, each in a thread."""
    stop = threading.Event()
    threads = [threading.Thread(target=one.run, args=(stop,)) for one in deliverers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join(HANG_SECONDS)
        for one in deliverers:
            one._finish(
                HANG_SECONDS
            )  # a store that is closed under its sender is no part of these tests


def test_messages_arrive_signed_and_in_the_feeds_order(corpus: Corpus, receiver: Receiver) -> None:
    made = corpus.watch(receiver.url)
    corpus.record(OLD, NEW, *(added(f"{number}") for number in range(10, 20)))
    done = corpus.deliverer().run_once()
    assert (done.queued, done.sent) == (10, 10)
    assert [one.document["change"]["key"] for one in receiver.got] == [
        f"art_{number}" for number in range(10, 20)
    ]
    for got in receiver.got:
        assert verify(made.secret, dict(got.headers), got.body) == [True]
        assert abs(int(got.headers["webhook-timestamp"]) - time.time()) < 60
        assert got.document["id"] == got.id
    assert {one.state for one in corpus.log(made)} == {DeliveryState.DELIVERED}


def test_a_failed_message_is_tried_again_later_and_the_next_waits_for_it(
    timed: Corpus, receiver: Receiver
) -> None:
    clock = timed.clock
    assert isinstance(clock, Clock)
    made = timed.watch(receiver.url)
    timed.record(OLD, NEW, added("10"), added("11"))
    receiver.next_answers = [Answer(500), Answer(503)]
    deliverer = timed.deliverer(60, 600)
    assert deliverer.run_once().sent == 1
    first, second = timed.log(made)
    assert first.next_attempt_at == clock() + timedelta(seconds=60)
    assert (first.attempts[0].outcome, first.attempts[0].status) == (AttemptOutcome.REFUSED, 500)
    assert second.attempts == ()
    assert timed.now(made).failing_since == clock()
    clock.forward(seconds=59)
    assert deliverer.run_once().sent == 0
    clock.forward(seconds=1)
    assert deliverer.run_once().sent == 1
    clock.forward(seconds=600)
    assert deliverer.run_once().sent == 2
    assert receiver.ids == [first.id, first.id, first.id, second.id]
    assert timed.now(made).failing_since is None
    timestamps = [int(one.headers["webhook-timestamp"]) for one in receiver.got]
    assert [one - timestamps[0] for one in timestamps] == [0, 60, 660, 660]


def test_a_message_that_no_attempt_delivers_is_dead_and_the_next_one_follows(
    timed: Corpus, receiver: Receiver
) -> None:
    clock = timed.clock
    assert isinstance(clock, Clock)
    made = timed.watch(receiver.url)
    timed.record(OLD, NEW, added("10"), added("11"))
    receiver.next_answers = [Answer(500)] * 3
    deliverer = timed.deliverer(1, 1)
    for _ in range(3):
        deliverer.run_once()
        clock.forward(seconds=1)
    dead, delivered = timed.log(made)
    assert (dead.state, len(dead.attempts), dead.next_attempt_at) == (DeliveryState.DEAD, 3, None)
    deliverer.run_once()
    assert timed.log(made)[1].state is DeliveryState.DELIVERED
    with timed.store.write() as session:
        send_anew(session, made.watch.id, dead.id, at=clock())
    deliverer.run_once()
    again = timed.log(made)[0]
    assert (again.state, len(again.attempts)) == (DeliveryState.DELIVERED, 4)
    assert receiver.ids == [dead.id] * 3 + [delivered.id, dead.id]


def test_a_busy_receiver_is_left_alone_as_long_as_it_says(
    timed: Corpus, receiver: Receiver
) -> None:
    made = timed.watch(receiver.url)
    timed.record(OLD, NEW, amended("1"))
    receiver.next_answers = [Answer(429, {"Retry-After": "90"})]
    timed.deliverer(5, 3_600).run_once()
    assert timed.log(made)[0].next_attempt_at == timed.clock() + timedelta(seconds=90)


def test_a_receiver_that_says_410_is_told_nothing_more(timed: Corpus, receiver: Receiver) -> None:
    made = timed.watch(receiver.url)
    timed.record(OLD, NEW, added("10"), added("11"))
    receiver.always = Answer(410)
    timed.deliverer(1, 1).run_once()
    watch = timed.now(made)
    assert watch.state is WatchState.DISABLED
    assert "410" in (watch.state_reason or "")
    assert len(receiver.got) == 1
    assert [one.state for one in timed.log(made)] == [DeliveryState.DEAD, DeliveryState.PENDING]


def test_a_receiver_out_of_reach_for_days_is_given_up(timed: Corpus, receiver: Receiver) -> None:
    clock = timed.clock
    assert isinstance(clock, Clock)
    made = timed.watch(receiver.url)
    receiver.always = Answer(500)
    for number in range(7):
        timed.record(OLD, NEW, *(added(f"{one}") for one in range(10, 11 + number)))
        timed.deliverer().run_once()
        clock.forward(days=1)
    watch = timed.now(made)
    assert watch.state is WatchState.DISABLED
    assert "5 days" in (watch.state_reason or "")
    assert len(receiver.got) == 6


def test_a_hanging_receiver_and_a_failing_one_delay_nobody_else(
    corpus: Corpus, receiver: Receiver
) -> None:
    with receiving() as hanging, receiving() as failing:
        hanging.always, failing.always = HANGING, Answer(500)
        for _ in range(6):
            corpus.watch(hanging.url)
            corpus.watch(failing.url)
        corpus.watch(receiver.url)
        corpus.record(OLD, NEW, *(added(f"{number}") for number in range(10, 30)))
        with running(corpus.deliverer(0.05, 0.05, timeouts=ENDLESS, concurrency=8)):
            receiver.wait_for(20)  # sooner than any exchange with the hanging one ends
            hanging.released.set()


def test_receivers_that_failed_have_half_of_the_places_at_most(
    corpus: Corpus, receiver: Receiver
) -> None:
    with receiving() as hanging:
        hanging.always = Answer(500)
        for _ in range(10):
            corpus.watch(hanging.url)
        corpus.record(OLD, NEW, added("10"))
        deliverer = corpus.deliverer(0, 0, 0, timeouts=ENDLESS, concurrency=4)
        deliverer.run_once()  # now they all are known to fail
        hanging.always = HANGING
        corpus.record(OLD, NEW, added("10"), added("11"))
        with running(deliverer):
            hanging.wait_for(12)
            corpus.watch(receiver.url)
            corpus.record(OLD, NEW, added("10"), added("11"), added("12"))
            receiver.wait_for(1)
            assert len(hanging.got) == 12
            hanging.released.set()


def test_two_deliverers_send_each_message_once(corpus: Corpus, receiver: Receiver) -> None:
    with receiving() as other:
        receiver.always = Answer(pause=0.02)
        watches = corpus.watch(receiver.url), corpus.watch(other.url)
        corpus.record(OLD, NEW, *(added(f"{number}") for number in range(10, 30)))
        with running(corpus.deliverer(), corpus.deliverer(), corpus.deliverer()):
            for made in watches:
                corpus.wait_until_delivered(made, 20)
        for one in (receiver, other):
            assert [got.document["change"]["key"] for got in one.got] == [
                f"art_{number}" for number in range(10, 30)
            ]


def test_a_test_message_passes_the_queue_and_is_tried_once(
    timed: Corpus, receiver: Receiver
) -> None:
    made = timed.watch(receiver.url)
    timed.record(OLD, NEW, amended("1"))
    receiver.next_answers = [Answer(500), Answer(500)]
    deliverer = timed.deliverer(600, 600)
    deliverer.run_once()
    with timed.store.write() as session:
        message = queue_test(session, made.watch, timed.clock())
    deliverer.run_once()
    assert receiver.ids[1:] == [message.id]
    assert receiver.got[1].document["type"] == "test"
    pending, tested = timed.log(made)
    assert (tested.state, tested.next_attempt_at) == (DeliveryState.DEAD, None)
    assert pending.state is DeliveryState.PENDING


def test_a_message_is_signed_by_both_secrets_until_the_old_one_ends(
    timed: Corpus, receiver: Receiver
) -> None:
    clock = timed.clock
    assert isinstance(clock, Clock)
    seal = Seal([Fernet.generate_key().decode()])
    made = timed.watch(receiver.url, seal=seal)
    with timed.store.write() as session:
        fresh = rotate_secret(session, made.watch.id, seal, clock())
    timed.record(OLD, NEW, amended("1"))
    timed.deliverer(seal=seal).run_once()
    clock.forward(hours=24)
    timed.record(OLD, NEW, amended("1"), amended("2"))
    timed.deliverer(seal=seal).run_once()
    both, one = receiver.got
    assert verify(fresh, dict(both.headers), both.body) == [True, False]
    assert verify(made.secret, dict(both.headers), both.body) == [False, True]
    assert verify(fresh, dict(one.headers), one.body) == [True]


def test_without_the_key_of_its_secret_nothing_is_sent_and_the_log_says_why(
    timed: Corpus, receiver: Receiver
) -> None:
    made = timed.watch(receiver.url, seal=Seal([Fernet.generate_key().decode()]))
    timed.record(OLD, NEW, amended("1"))
    timed.deliverer(60).run_once()
    assert receiver.got == []
    (delivery,) = timed.log(made)
    assert delivery.attempts[0].outcome is AttemptOutcome.UNSIGNED
    assert "NUSQA_WEBHOOK_KEYS" in (delivery.attempts[0].error or "")
    assert delivery.state is DeliveryState.PENDING


def test_trouble_with_a_feed_keeps_no_queued_message_back(
    corpus: Corpus, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    made = corpus.watch(receiver.url)
    with corpus.store.write() as session:
        queue_test(session, made.watch, corpus.clock())
    corpus.record(OLD, NEW, amended("1"))
    deliverer = corpus.deliverer()
    deliverer.follower = replace(deliverer.follower, describes=Defective())
    with running(deliverer):
        receiver.wait_for(1)
    assert receiver.got[0].document["type"] == "test"
    assert "The feeds cannot be followed now" in caplog.text
    corpus.deliverer().run_once()
    assert receiver.got[1].document["type"] == "change.recorded"


def test_a_watch_removed_while_its_message_is_sent_leaves_nothing_behind(
    corpus: Corpus, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    receiver.always = HANGING
    made = corpus.watch(receiver.url)
    corpus.record(OLD, NEW, added("10"), added("11"))
    sending = threading.Thread(target=corpus.deliverer(timeouts=ENDLESS).run_once)
    sending.start()
    receiver.wait_for(1)
    with corpus.store.write() as session:
        remove_watch(session, made.watch.id)
    receiver.released.set()
    sending.join()
    assert corpus.log(made) == []
    assert len(receiver.got) == 1
    assert caplog.records == []
