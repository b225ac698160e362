"""Watches on a small invented act, its changes as they are recorded, and a deliverer for them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from api.models.messages import Descriptions
from corpus.law import Act, Language
from corpus.search.words.analysis import Analyser
from corpus.store import Store, reads
from corpus.store.changes.recording import keep_only_pairs, replace_changes
from corpus.store.snapshots import Snapshots
from corpus.store.writes import ChangeRow, upsert_act
from corpus.watches import Delivery, DeliveryState, Subject, Wanted, Watch
from tests.corpus.store.making import NGR, RU, Shelf, article, edition
from webhooks.addresses import AddressRules
from webhooks.deliverer import Deliverer
from webhooks.following import Follower
from webhooks.schedule import RetrySchedule
from webhooks.sealing import Seal
from webhooks.sending import Sender, Timeouts, system_addresses, trusted
from webhooks.subscribing import MadeWatch, WatchRules, make_watch

LOOPBACK = AddressRules.of(["127.0.0.0/8"])
HANG_SECONDS = 60.0
"""What takes longer hangs: nothing that these tests wait for does on the slowest machine."""
PATIENT = Timeouts(connect=HANG_SECONDS, read=HANG_SECONDS, total=HANG_SECONDS)


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Clock:
    """A clock that a test moves."""

    moment: datetime = datetime(2026, 11, 2, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def forward(self, **by: float) -> None:
        self.moment += timedelta(**by)


@dataclass
class Corpus:
    """A store with an act, whose changes a test records; and who watches it."""

    store: Store
    snapshots: Snapshots
    clock: Callable[[], datetime] = utc_now
    labels: dict[tuple[Language, str], int] = field(default_factory=dict)
    recorded: int = 0

    def editions(
        self, *days: str, language: Language = RU, articles: Iterable[int] = (1, 2, 3)
    ) -> None:
        """Store an edition a day, of these articles."""
        content = tuple(article(f"{number}") for number in articles)
        with self.store.write() as session:
            upsert_act(session, Act(NGR, {RU: "On Invented Matters"}))
            shelf = Shelf(session, self.snapshots)
            ids = [shelf.put(edition(day, content, language=language)).id for day in days]
        self.labels |= {(language, day): one for day, one in zip(days, ids, strict=True)}

    def record(self, older: str, newer: str, *rows: ChangeRow, language: Language = RU) -> None:
        """Record that these, and only these, are the changes between two editions."""
        self.recorded += 1
        with self.store.write() as session:
            replace_changes(
                session,
                NGR,
                language,
                self.labels[language, older],
                self.labels[language, newer],
                rows,
                recorded_at=self.moment,
            )

    def with_texts(self, older: str, newer: str, row: ChangeRow) -> ChangeRow:
        """A change with the texts that the Russian editions hold."""
        with self.store.read() as session:
            old, new = (
                reads.article(session, self.labels[RU, label], row.key).text_hash
                for label in (older, newer)
            )
        return replace(row, old_text_hash=old, new_text_hash=new)

    def keep_pairs(self, *pairs: tuple[str, str], language: Language = RU) -> None:
        """Withdraw the changes between editions that are no neighbours any more."""
        self.recorded += 1
        with self.store.write() as session:
            ids = [
                (self.labels[language, older], self.labels[language, newer])
                for older, newer in pairs
            ]
            keep_only_pairs(session, NGR, language, ids, withdrawn_at=self.moment)

    @property
    def moment(self) -> datetime:
        """Later with each recording."""
        return datetime(2026, 11, 1, 12, tzinfo=UTC) + timedelta(minutes=self.recorded)

    def watch(
        self,
        url: str,
        *,
        key: str | None = None,
        query: str | None = None,
        seal: Seal | None = None,
        **wanted: object,
    ) -> MadeWatch:
        """Make a watch of the act, of an article of it, or of a search."""
        subject = Subject(None, None, query) if query else Subject(NGR, key)
        asked = replace(Wanted(subject, url), **wanted)  # type: ignore[arg-type]
        rules = WatchRules(LOOPBACK, system_addresses, seal or Seal(), limit=100)
        with self.store.write() as session:
            return make_watch(session, asked, rules, Analyser(), self.clock())

    def follower(self, page: int = 500) -> Follower:
        return Follower(self.store, Analyser(), Descriptions(), page)

    def deliverer(
        self,
        *pauses: float,
        timeouts: Timeouts = PATIENT,
        concurrency: int = 8,
        seal: Seal | None = None,
    ) -> Deliverer:
        """A deliverer that goes by the corpus's clock and tries again after these pauses."""
        sender = Sender(LOOPBACK, trusted(None), "Nusqa tests", timeouts)
        return Deliverer(
            store=self.store,
            follower=self.follower(),
            sender=sender,
            seal=seal or Seal(),
            schedule=RetrySchedule(pauses, lambda: 0.0),
            clock=self.clock,
            concurrency=concurrency,
            pause=0.02,
        )

    def now(self, made: MadeWatch) -> Watch:
        """A watch as it stands."""
        with self.store.read() as session:
            return reads.watch(session, made.watch.id)

    def log(self, made: MadeWatch) -> list[Delivery]:
        """A watch's messages, oldest first."""
        with self.store.read() as session:
            return reads.deliveries(session, made.watch.id, limit=1_000)[::-1]

    def wait_until_delivered(self, made: MadeWatch, count: int) -> None:
        """Wait until a watch has so many messages, all of them delivered."""
        end = time.monotonic() + HANG_SECONDS
        while [one.state for one in self.log(made)] != [DeliveryState.DELIVERED] * count:
            assert time.monotonic() < end, [one.state for one in self.log(made)]
            time.sleep(0.02)


def amended(number: str, redline: str = "a") -> ChangeRow:
    key = f"art_{number}"
    return ChangeRow(key, "amended", f"Heading {number}", key, key, redline=[["-", redline]])


def renumbered(old: str, new: str, kind: str = "renumbered") -> ChangeRow:
    return ChangeRow(f"art_{new}", kind, f"Heading {new}", f"art_{old}", f"art_{new}")


def added(number: str) -> ChangeRow:
    return ChangeRow(f"art_{number}", "added", f"Heading {number}", None, f"art_{number}")
