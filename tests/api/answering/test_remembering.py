"""Answers are made once for a state of the store."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from sqlalchemy.orm import Session

from api.answering.remembering import Remembered, RememberedBodies
from corpus.law import Act, Language
from corpus.store import reads, writes
from tests.api.house import House
from tests.api.law import LOCAL

PATIENCE = 30


class Counted:
    """Makes answers, and counts how often it was asked to."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def of(self, body: bytes) -> Callable[[], bytes]:
        def make() -> bytes:
            self.made.append(body.decode())
            return body

        return make


@pytest.fixture
def counted() -> Counted:
    return Counted()


def test_an_answer_is_made_once_for_a_state_of_the_store(
    own_house: House, counted: Counted
) -> None:
    remembered = Remembered[bytes]()
    with own_house.store.read() as session:
        assert remembered.body(session, "who", counted.of(b"one")) == b"one"
        assert remembered.body(session, "who", counted.of(b"two")) == b"one"
        assert remembered.body(session, "what", counted.of(b"three")) == b"three"
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(LOCAL, {Language.RU: "О садах"}))
    with own_house.store.read() as session:
        assert remembered.body(session, "who", counted.of(b"two")) == b"two"


def test_who_reads_an_older_state_gets_its_answer_and_leaves_none(
    own_house: House, counted: Counted
) -> None:
    remembered = Remembered[bytes]()
    with own_house.store.read() as older:
        before = reads.store_version(older)
        with own_house.store.write() as writing:
            writes.upsert_act(writing, Act(LOCAL, {Language.RU: "О садах"}))
        with own_house.store.read() as newer:
            assert reads.store_version(newer) > before
            remembered.body(newer, "who", counted.of(b"new"))
            assert remembered.body(older, "who", counted.of(b"old")) == b"old"
            assert remembered.body(newer, "who", counted.of(b"other")) == b"new"


def test_the_least_asked_goes_first_and_one_that_is_too_heavy_drives_out_none(
    own_house: House, counted: Counted
) -> None:
    remembered = Remembered[bytes](10, len, 10)
    with own_house.store.read() as session:
        remembered.body(session, "a", counted.of(b"aaaa"))
        remembered.body(session, "b", counted.of(b"bbbb"))
        remembered.body(session, "heavy", counted.of(b"h" * 11))
        remembered.body(session, "a", counted.of(b"A"))
        remembered.body(session, "c", counted.of(b"cccc"))
        remembered.body(session, "a", counted.of(b"A"))
        remembered.body(session, "b", counted.of(b"again"))
    assert counted.made == ["aaaa", "bbbb", "h" * 11, "cccc", "again"]


def test_what_fails_is_not_remembered(own_house: House, counted: Counted) -> None:
    remembered = Remembered[bytes]()

    def fail() -> bytes:
        raise LookupError

    with own_house.store.read() as session:
        with pytest.raises(LookupError):
            remembered.body(session, "who", fail)
        assert remembered.body(session, "who", counted.of(b"one")) == b"one"


def test_of_those_who_ask_the_same_at_once_one_makes_the_answer(own_house: House) -> None:
    remembered = Remembered[bytes]()
    begun, others_are_here = Event(), Event()
    made = []

    def make() -> bytes:
        begun.set()
        assert others_are_here.wait(PATIENCE)
        made.append(1)
        return b"one"

    def ask(told: Callable[[Session], None]) -> bytes:
        with own_house.store.read() as session:
            told(session)
            return remembered.body(session, "who", make)

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(ask, lambda _session: None)
        assert begun.wait(PATIENCE)
        second = pool.submit(ask, lambda _session: others_are_here.set())
        assert (first.result(PATIENCE), second.result(PATIENCE)) == (b"one", b"one")
    assert made == [1]


def test_bodies_that_weigh_more_than_their_bound_are_kept_where_they_compress(
    own_house: House, counted: Counted
) -> None:
    remembered = RememberedBodies(most=3, heaviest=10_000)
    page = "<p>Акима избирают жители.</p>".encode() * 5_000
    with own_house.store.read() as session:
        assert remembered.body(session, "page", counted.of(page)) == page
        assert remembered.body(session, "page", counted.of(b"")) == page
    assert len(counted.made) == 1


def test_bodies_that_do_not_compress_are_made_anew_where_they_weigh_too_much(
    own_house: House, counted: Counted
) -> None:
    remembered = RememberedBodies(most=3, heaviest=1_000)
    noise = random.Random(1).randbytes(2_000).hex().encode()
    with own_house.store.read() as session:
        for _ in range(2):
            assert remembered.body(session, "noise", counted.of(noise)) == noise
    assert len(counted.made) == 2
