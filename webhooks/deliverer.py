"""The deliverer: brings the queues up to the feeds and sends what is due, until told to stop.

Several may run at once, in one process or many: a message is leased to one at a time. Every
message is sent in a thread of its own, so a receiver that hangs holds up its own queue only;
receivers that failed last time never have more than half of the places, one host no more than a
quarter.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from corpus.store import Store
from corpus.store.errors import UnknownWatch
from corpus.store.watches.claims import Claim, Places, claim, due_since, record_attempt
from corpus.store.watches.deliveries import TEST
from corpus.store.watches.keeping import secrets_of, set_state, watch
from corpus.store.watches.log import finished_before, forget
from corpus.watches import Attempt, AttemptOutcome, WatchState
from webhooks.following import Follower
from webhooks.schedule import RetrySchedule
from webhooks.sealing import Seal, SecretSealed
from webhooks.sending import Result, Sender
from webhooks.signing import signed_headers

_LOG = logging.getLogger(__name__)
GIVE_UP_AFTER = timedelta(days=5)
"""A watch that nothing has reached for so long is disabled when a message of its dies."""
LOG_KEPT = timedelta(days=90)
"""How long the log tells of a message after it was delivered or died."""
_TIDY_EVERY, _TIDIED_AT_ONCE = 3_600.0, 1_000
_AFTER_A_FAULT = 15.0
_GONE = "the receiver answered 410: it wants no more messages"
_UNREACHED = f"nothing has reached the receiver for {GIVE_UP_AFTER.days} days"


@dataclass(frozen=True)
class Round:
    """What one round did: messages queued, and attempts begun."""

    queued: int = 0
    sent: int = 0


@dataclass
class Deliverer:
    """Works on the queues of a store. `clock` gives aware moments.

    `lease_margin` is what a lease is longer than an exchange may take: for resolving a name before
    it, and waiting for the database after it.
    """

    store: Store
    follower: Follower
    sender: Sender
    seal: Seal
    schedule: RetrySchedule
    clock: Callable[[], datetime]
    concurrency: int = 32
    pause: float = 1.0
    lease_margin: timedelta = timedelta(seconds=60)
    _working: dict[threading.Thread, Claim] = field(default_factory=dict)
    _ended: threading.Event = field(default_factory=threading.Event)

    @property
    def places(self) -> Places:
        """How many messages may be under way at once."""
        half, quarter = self.concurrency // 2, self.concurrency // 4
        return Places(self.concurrency, max(half, 1), max(quarter, 2))

    def run(self, stop: threading.Event) -> None:
        """Go on until told to stop; what is under way then is given a moment to end.

        What goes wrong (a database that does not answer, a defect met in one record) is logged and
        tried again in a while: a service that gave up would do so silently. Trouble with the feeds
        does not keep what is queued from being sent.
        """
        follow_from = tidy_from = time.monotonic()
        while not stop.is_set():
            sent = 0
            if time.monotonic() >= tidy_from:
                tidy_from = time.monotonic() + _TIDY_EVERY
                try:
                    self.tidy()
                except Exception:  # noqa: BLE001 - see above
                    _LOG.exception("The log cannot be shortened now")
            if time.monotonic() >= follow_from:
                try:
                    self.follower.catch_up(self.clock())
                except Exception:  # noqa: BLE001 - see above
                    _LOG.exception("The feeds cannot be followed now")
                    follow_from = time.monotonic() + _AFTER_A_FAULT
            try:
                sent = self._send_due(self.clock())
            except Exception:  # noqa: BLE001 - see above
                _LOG.exception("Messages cannot be taken from the queue now")
                stop.wait(_AFTER_A_FAULT)
            if not sent:
                self._wait()
        self._finish(self.sender.timeouts.connect)

    def run_once(self) -> Round:
        """Bring the queues up to the feeds and send all that is due; retries wait for later."""
        began = self.clock()
        queued = self.follower.catch_up(began)
        sent = 0
        while (now := self._send_due(began)) or self._working:
            sent += now
            if not now:
                self._wait()
        self.tidy()
        return Round(queued, sent)

    def tidy(self) -> int:
        """Take what was done with long ago out of the log; gives how many messages."""
        before, forgotten = self.clock() - LOG_KEPT, 0
        while True:
            with self.store.read() as session:
                places = finished_before(session, before, _TIDIED_AT_ONCE)
            if not places:
                return forgotten
            with self.store.write() as session:
                forget(session, places)
            forgotten += len(places)

    def _wait(self) -> None:
        """Until a message was dealt with, but not for long: others may become due."""
        self._ended.wait(self.pause)
        self._ended.clear()

    def _finish(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        for thread in list(self._working):
            thread.join(max(end - time.monotonic(), 0))

    def _send_due(self, due: datetime) -> int:
        """Take messages that were due at a moment and send each in a thread; gives how many."""
        self._working = {one: held for one, held in self._working.items() if one.is_alive()}
        if len(self._working) >= self.concurrency:
            return 0
        with self.store.read() as session:  # most rounds find nothing, and need not lock for it
            if due_since(session, due) is None:
                return 0
        exchange = timedelta(seconds=self.sender.timeouts.total)
        with self.store.write() as session:
            taken = claim(
                session,
                now=due,
                until=self.clock() + exchange + self.lease_margin,
                lease=secrets.token_urlsafe(16),
                places=self.places,
                under_way=self._working.values(),
            )
        for one in taken:
            name = f"webhook {one.message.id}"
            thread = threading.Thread(target=self._deliver, args=(one,), name=name, daemon=True)
            self._working[thread] = one
            thread.start()
        return len(taken)

    def _deliver(self, taken: Claim) -> None:
        """Send one message and record how it went. Left undone, it is taken again in time."""
        try:
            started, clock = self.clock(), time.monotonic()
            result = self._send(taken, started)
            latency = round((time.monotonic() - clock) * 1000)
            if result is not None:
                attempt = Attempt(
                    number=taken.number,
                    started_at=started,
                    finished_at=self.clock(),
                    outcome=result.outcome,
                    status=result.status,
                    latency_ms=latency,
                    error=result.error,
                )
                self._record(taken, attempt, result)
        except Exception:  # noqa: BLE001 - nor one message others
            _LOG.exception("Message %s is left to be sent again", taken.message.id)
        finally:
            self._ended.set()

    def _send(self, taken: Claim, now: datetime) -> Result | None:
        """How sending went; None where the watch has been removed."""
        message = taken.message
        try:
            with self.store.read() as session:
                kept = secrets_of(session, message.watch_id)
            valid = [self.seal.open(kept.secret)]
            if kept.old_secret and kept.old_secret_until and now < kept.old_secret_until:
                valid.append(self.seal.open(kept.old_secret))
        except UnknownWatch:
            return None
        except SecretSealed as error:
            return Result(AttemptOutcome.UNSIGNED, error=str(error))
        body = message.body.encode()
        headers = signed_headers(valid, message.id, now, body)
        try:
            return self.sender.post(taken.url, headers, body)
        except Exception:  # noqa: BLE001 - a message that meets a defect must end some day
            _LOG.exception("Message %s cannot be sent", message.id)
            return Result(AttemptOutcome.FAILED, error="a defect on our side")

    def _record(self, taken: Claim, attempt: Attempt, result: Result) -> None:
        now = self.clock()
        final = (AttemptOutcome.DELIVERED, AttemptOutcome.GONE)
        again = None
        if result.outcome not in final and taken.message.type != TEST:
            again = self.schedule.next_attempt(taken.tries, result, now)
        with self.store.write() as session:
            own = record_attempt(session, taken, attempt, next_at=again)
            if own and again is None and result.outcome is not AttemptOutcome.DELIVERED:
                self._give_up(session, taken.message.watch_id, result, now)

    def _give_up(self, session: Session, watch_id: str, result: Result, now: datetime) -> None:
        """Disable a watch whose receiver wants no more, or has been out of reach for days."""
        try:
            since = watch(session, watch_id).failing_since
        except UnknownWatch:
            return
        if result.outcome is AttemptOutcome.GONE:
            set_state(session, watch_id, WatchState.DISABLED, _GONE)
        elif since is not None and now - since >= GIVE_UP_AFTER:
            set_state(session, watch_id, WatchState.DISABLED, _UNREACHED)
