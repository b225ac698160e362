"""Followers and writers at once, and random histories against an oracle: each state seen once."""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from corpus.amendments import Amendment
from corpus.law import Language
from corpus.store import Store, open_store, reads
from corpus.store.amendments import feed as amendment_feed
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.recording import UNKNOWN_DAY, replace_amendments
from corpus.store.amendments.records import AmendmentCursor, AmendmentRecord, Axis
from corpus.store.snapshots import Snapshots
from tests.corpus.store.amending import amendment, found, keep, say, whole_round
from tests.corpus.store.making import KK, NGR, NOON, RU, Shelf, edition

WRITES = 25
LANGUAGES = (RU, KK)


def follow(store: Store, by: Axis, limit: int, done: Event) -> list[AmendmentRecord]:
    """All that a follower is given until the writers are done, and once more after."""
    given: list[AmendmentRecord] = []
    wanted, cursor = WantedAmendments(by, withdrawn=True), None
    while True:
        last = done.is_set()
        come, cursor = whole_round(store, wanted, cursor, limit=limit)
        given += come
        if last:
            return given


def write(store: Store, edition_id: int, language: Language) -> None:
    """Amendments that come, go, and come with another day, in many transactions."""
    for turn in range(WRITES):
        said = [
            amendment(f"art_{place}", on=f"20{(place * 7 + turn // 3) % 20 + 10}-01-01")
            for place in range(turn % 7, turn % 7 + 6)
        ]
        with store.write() as session:
            keep(session, edition_id, *said, minutes=turn, language=language)


def day_of(by: Axis, record: AmendmentRecord) -> date:
    days = {Axis.IN_FORCE: record.entry.on, Axis.ADOPTED: record.amendment.act.adopted}
    return days.get(by) or UNKNOWN_DAY


@pytest.mark.parametrize("narrow", [-1, 2_000], ids=["wide", "narrow"])
def test_followers_are_given_each_state_once_while_writers_write(
    store: Store, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch, narrow: int
) -> None:
    monkeypatch.setattr(amendment_feed, "_NARROW", narrow)
    with store.write() as session:
        shelf = Shelf(session, snapshots)
        held = [shelf.put(edition("2009-01-01", language=one)).id for one in LANGUAGES]
    done = Event()
    with ThreadPoolExecutor(8) as pool:
        followers = [
            (by, pool.submit(follow, store, by, limit, done)) for by in Axis for limit in (1, 7)
        ]
        try:
            writers = [
                pool.submit(write, store, one, language)
                for one, language in zip(held, LANGUAGES, strict=True)
            ]
            for writer in writers:
                writer.result(240)
        finally:
            done.set()
        seen = [(by, follower.result(240)) for by, follower in followers]
    with store.read() as session:
        wanted, _ = reads.amendments(session, WantedAmendments(withdrawn=True), limit=10_000)
    assert len(wanted) > WRITES
    assert {one.withdrawn_at is None for one in wanted} == {True, False}
    for by, given in seen:
        places = [one.sequence for one in given]
        assert len(set(places)) == len(places), by
        last = {one.id: one for one in given}
        assert sorted(last) == sorted(one.id for one in wanted), by
        assert [last[one.id] for one in wanted] == wanted, by


class History(RuleBasedStateMachine):
    """Writers and followers in turns, against lists in memory."""

    folder: str
    template: Path | None = None

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.mkdtemp()
        path = Path(self.folder) / "nusqa.db"
        if History.template is None:
            History.template = Path(tempfile.mkdtemp()) / "template.db"
            made = open_store(f"sqlite:///{History.template}")
            made.migrate()
            made.close()
        shutil.copy(History.template, path)
        self.store = open_store(f"sqlite:///{path}")
        with self.store.write() as session:
            shelf = Shelf(session, Snapshots(f"{self.folder}/snapshots"))
            (self.edition,) = shelf.put_days("2009-01-01")
        self.standing: list[Amendment] = []
        self.recorded = self.withdrawals = 0
        self.cursors: dict[Axis, AmendmentCursor | None] = dict.fromkeys(Axis)
        self.given: dict[Axis, list[AmendmentRecord]] = {by: [] for by in Axis}
        self.rounds: dict[Axis, list[AmendmentRecord]] = {by: [] for by in Axis}

    @rule(
        said=st.dictionaries(
            st.integers(1, 6), st.sampled_from([None, "2010-01-01", "2011-01-01"]), max_size=6
        )
    )
    def write(self, said: dict[int, str | None]) -> None:
        wanted = [amendment(f"art_{place}", on=day) for place, day in said.items()]
        with self.store.write() as session:
            say(session, self.edition, *wanted)
            new = found(session, self.edition, *wanted)
            written = replace_amendments(session, NGR, RU, new, recorded_at=NOON)
        gone = [one for one in self.standing if one not in wanted]
        come = [one for one in wanted if one not in self.standing]
        assert written == len(gone) + len(come)
        self.recorded += len(come)
        self.withdrawals += len(gone)
        self.standing = wanted

    @rule(by=st.sampled_from(Axis), limit=st.integers(1, 4))
    def read_a_page(self, by: Axis, limit: int) -> None:
        with self.store.read() as session:
            page, cursor = reads.amendments(
                session,
                WantedAmendments(by, withdrawn=True),
                limit=limit,
                cursor=self.cursors[by],
            )
        self.cursors[by] = cursor
        self.given[by] += page
        self.rounds[by] += page
        order = [(day_of(by, one), one.sequence) for one in self.rounds[by]]
        assert order == sorted(order)
        if cursor.horizon is None:
            self.rounds[by] = []

    @invariant()
    def what_stands_is_what_was_said_last(self) -> None:
        with self.store.read() as session:
            standing, _ = reads.amendments(session)
            everything, _ = reads.amendments(
                session, WantedAmendments(withdrawn=True), limit=10_000
            )
        assert {one.amendment for one in standing} == set(self.standing)
        assert len(everything) == self.recorded
        assert sum(one.withdrawn_at is not None for one in everything) == self.withdrawals

    def teardown(self) -> None:
        with self.store.read() as session:
            everything, _ = reads.amendments(
                session, WantedAmendments(withdrawn=True), limit=10_000
            )
        for by in Axis:
            wanted = WantedAmendments(by, withdrawn=True)
            rest, cursor = whole_round(self.store, wanted, self.cursors[by])
            later, _ = whole_round(self.store, wanted, cursor, limit=3)
            given = [*self.given[by], *rest, *later]
            assert len({one.sequence for one in given}) == len(given)
            assert {one.id: one for one in given} == {one.id: one for one in everything}
        self.store.close()
        shutil.rmtree(self.folder)


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)
