"""A deliverer that is killed in the middle: nothing is lost, and a new one goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from corpus.watches import AttemptOutcome, DeliveryState
from tests.webhooks.receivers import Answer, Receiver
from tests.webhooks.watched import Corpus, added

OLD, NEW = "2001-01-01", "2002-01-01"
LEASE = timedelta(minutes=5)
"""Longer than a deliverer holds a message: by then those of a killed one are free."""
# The deliverer of the command line, by a clock that is so many seconds ahead.
SCRIPT = """
import sys, threading
from datetime import UTC, datetime, timedelta
from api.models.messages import Descriptions
from corpus.settings import Settings
from corpus.store import open_store
from webhooks.configuring import deliverer_of

settings = Settings(
    database_url=sys.argv[1],
    webhook_allow=("127.0.0.1/32",),
    webhook_retries=(0.2, 0.2, 0.2, 0.2),
    webhook_timeout=60,
)
ahead = timedelta(seconds=float(sys.argv[2]))
store = open_store(settings.database)
deliverer = deliverer_of(settings, store, Descriptions(), lambda: datetime.now(UTC) + ahead)
deliverer.pause = 0.02
print("delivering", flush=True)
deliverer.run(threading.Event())
"""


@contextmanager
def process(database_url: str, ahead: timedelta = timedelta()) -> Iterator[subprocess.Popen[str]]:
    """A deliverer in a process of its own; killed at the end at the latest.

    `ahead` is how much later than it is the deliverer works: nobody sits a lease out.
    """
    environment = {name: value for name, value in os.environ.items() if "NUSQA" not in name}
    started = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, database_url, str(ahead.total_seconds())],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    try:
        assert started.stdout is not None
        assert started.stdout.readline() == "delivering\n"
        yield started
    finally:
        started.kill()
        started.wait()
        assert started.stdout is not None
        started.stdout.close()


def test_what_was_under_way_when_a_deliverer_was_killed_is_sent_by_the_next(
    corpus: Corpus, receiver: Receiver, database_url: str
) -> None:
    made = corpus.watch(receiver.url)
    corpus.record(OLD, NEW, *(added(f"{number}") for number in range(10, 20)))
    receiver.next_answers = [Answer(), Answer(), Answer(500), Answer(pause=600)]
    with process(database_url) as first:
        receiver.wait_for(4)  # the third message was refused once, and hangs now
        first.send_signal(signal.SIGKILL)
        first.wait()
    interrupted = corpus.log(made)[2]
    assert interrupted.state is DeliveryState.PENDING
    assert [one.outcome for one in interrupted.attempts] == [AttemptOutcome.REFUSED, None]
    corpus.record(OLD, NEW, *(added(f"{number}") for number in range(10, 25)))
    with process(database_url, ahead=LEASE):
        corpus.wait_until_delivered(made, 15)
    log = corpus.log(made)
    assert [one.state for one in log] == [DeliveryState.DELIVERED] * 15
    assert list(dict.fromkeys(receiver.ids)) == [one.id for one in log]
    assert Counter(receiver.ids) == {one.id: 3 if one is log[2] else 1 for one in log}
    assert [one.outcome for one in log[2].attempts] == [
        AttemptOutcome.REFUSED,
        AttemptOutcome.INTERRUPTED,
        AttemptOutcome.DELIVERED,
    ]


def test_a_deliverer_killed_again_and_again_delivers_all_in_order(
    corpus: Corpus, receiver: Receiver, database_url: str
) -> None:
    made = corpus.watch(receiver.url)
    receiver.always = Answer(pause=0.01)
    seen = 0
    for killed, end in enumerate((20, 30, 40)):
        corpus.record(OLD, NEW, *(added(f"{number}") for number in range(10, end)))
        with process(database_url, ahead=killed * LEASE):
            receiver.wait_for(seen + 3)
        seen = len(receiver.got)
    with process(database_url, ahead=3 * LEASE):
        corpus.wait_until_delivered(made, 30)
    log = corpus.log(made)
    assert len(log) == 30
    assert list(dict.fromkeys(receiver.ids)) == [one.id for one in log]
