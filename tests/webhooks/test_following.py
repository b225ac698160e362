"""What is recorded becomes messages for those who watch it, each once, in the feed's order."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from corpus.amendments import Role, Verb
from corpus.law import Language
from corpus.store.writes import set_state
from corpus.watches import EventFeed, WatchState
from tests.corpus.store.amending import amendment, keep
from tests.corpus.store.making import KK, RU
from tests.webhooks.watched import Corpus, added, amended
from webhooks.subscribing import MadeWatch

URL = "http://127.0.0.1:9009/hook"
OLD, NEW, LAST = "2001-01-01", "2002-01-01", "2003-01-01"


def told(corpus: Corpus, made: MadeWatch) -> list[tuple[str, str]]:
    """What a watch is told: type and key."""
    found = []
    for one in corpus.log(made):
        body = json.loads(one.body)
        found.append((one.type, body["change"]["key"]))
    return found


def test_a_watch_of_an_act_is_told_of_each_change_once(corpus: Corpus) -> None:
    corpus.record(OLD, NEW, amended("1"))
    made = corpus.watch(URL)
    corpus.record(NEW, LAST, amended("2"), added("4"))
    follower = corpus.follower()
    assert follower.catch_up(corpus.clock()) == 2
    assert follower.catch_up(corpus.clock()) == 0
    assert told(corpus, made) == [("change.recorded", "art_2"), ("change.recorded", "art_4")]


def test_a_watch_of_an_article_is_told_of_no_other(corpus: Corpus) -> None:
    made = corpus.watch(URL, key="art_2")
    corpus.record(OLD, NEW, amended("1"), amended("2"), added("22"))
    corpus.follower().catch_up(corpus.clock())
    assert told(corpus, made) == [("change.recorded", "art_2")]


def test_small_pages_tell_the_same(corpus: Corpus) -> None:
    made = corpus.watch(URL)
    corpus.record(OLD, NEW, *(added(f"{number}") for number in range(10, 20)))
    corpus.record(NEW, LAST, *(added(f"{number}") for number in range(20, 30)))
    assert corpus.follower(page=3).catch_up(corpus.clock()) == 20
    assert [key for _, key in told(corpus, made)] == [f"art_{one}" for one in range(10, 30)]


def test_a_withdrawn_change_is_told_to_those_who_were_told_of_it(corpus: Corpus) -> None:
    early = corpus.watch(URL)
    corpus.record(OLD, NEW, amended("1"))
    corpus.follower().catch_up(corpus.clock())
    late = corpus.watch(URL)
    corpus.record(OLD, NEW, amended("1", "another word"))
    corpus.follower().catch_up(corpus.clock())
    assert told(corpus, early) == [
        ("change.recorded", "art_1"),
        ("change.withdrawn", "art_1"),
        ("change.recorded", "art_1"),
    ]
    assert told(corpus, late) == [("change.recorded", "art_1")]


def test_only_changes_of_the_law_are_told_to_who_asks_for_those(corpus: Corpus) -> None:
    made = corpus.watch(URL, legal_only=True)
    corpus.record(
        OLD,
        NEW,
        replace(amended("1"), kind="technical"),
        replace(amended("2"), rule="corrected by the registry"),
        amended("3"),
    )
    corpus.follower().catch_up(corpus.clock())
    assert told(corpus, made) == [("change.recorded", "art_3")]


@pytest.mark.parametrize(("language", "count"), [(RU, 1), (KK, 1), (None, 2)])
def test_a_watch_may_ask_for_one_language(
    corpus: Corpus, language: Language | None, count: int
) -> None:
    corpus.editions(OLD, NEW, language=KK)
    made = corpus.watch(URL, language=language)
    corpus.record(OLD, NEW, amended("1"))
    corpus.record(OLD, NEW, amended("1"), language=KK)
    corpus.follower().catch_up(corpus.clock())
    assert len(told(corpus, made)) == count


def test_who_wants_amendments_only_is_told_of_no_change(corpus: Corpus) -> None:
    made = corpus.watch(URL, feeds=(EventFeed.AMENDMENTS,))
    corpus.record(OLD, NEW, amended("1"))
    assert corpus.follower().catch_up(corpus.clock()) == 0
    assert told(corpus, made) == []


def test_a_search_is_told_of_changes_in_what_it_finds(corpus: Corpus) -> None:
    heading = corpus.watch(URL, query="heading 3")
    words = corpus.watch(URL, query="word -sentence")
    place = corpus.watch(URL, query="article:3 act:Z0000000001")
    nothing = corpus.watch(URL, query="nothing like it")
    corpus.record(OLD, NEW, *(corpus.with_texts(OLD, NEW, amended(f"{one}")) for one in (1, 3)))
    corpus.follower().catch_up(corpus.clock())
    assert told(corpus, heading) == [("change.recorded", "art_3")]
    assert told(corpus, place) == [("change.recorded", "art_3")]
    assert [key for _, key in told(corpus, words)] == ["art_1", "art_3"]
    assert told(corpus, nothing) == []


def test_what_is_recorded_during_a_pause_is_told_after_it(corpus: Corpus) -> None:
    made = corpus.watch(URL)
    with corpus.store.write() as session:
        set_state(session, made.watch.id, WatchState.PAUSED)
    corpus.record(OLD, NEW, amended("1"))
    assert corpus.follower().catch_up(corpus.clock()) == 0
    with corpus.store.write() as session:
        set_state(session, made.watch.id, WatchState.ACTIVE)
    assert corpus.follower().catch_up(corpus.clock()) == 1


def test_a_message_says_what_changed_between_which_editions_and_where_to_read_it(
    corpus: Corpus,
) -> None:
    made = corpus.watch(URL, key="art_1")
    corpus.record(OLD, NEW, amended("1"))
    corpus.follower().catch_up(corpus.clock())
    (delivery,) = corpus.log(made)
    body = json.loads(delivery.body)
    assert body["id"] == delivery.id
    assert body["type"] == "change.recorded"
    assert body["watch"] == {
        "id": made.watch.id,
        "act": "Z0000000001",
        "articles": ["art_1"],
        "query": None,
    }
    change = body["change"]
    assert (change["kind"], change["legal"], change["in_force"]["from"]) == ("amended", True, None)
    assert (change["from"]["edition"], change["to"]["edition"]) == (OLD, NEW)
    assert "redline" not in change
    assert change["links"]["diff"] == (f"/v1/acts/Z0000000001/diff?from={OLD}&to={NEW}&lang=ru")
    assert made.secret not in delivery.body
    assert made.token not in delivery.body


def test_amendments_are_told_recorded_and_withdrawn(corpus: Corpus) -> None:
    whole, one, other, found_, changes_only = (
        corpus.watch(URL),
        corpus.watch(URL, key="art_1"),
        corpus.watch(URL, key="art_3"),
        corpus.watch(URL, query="heading 2"),
        corpus.watch(URL, feeds=(EventFeed.CHANGES,)),
    )
    first, second = amendment("art_1", "10-II", on="2001-06-01"), amendment("art_2", "11-II")
    for minutes, stated in ((0, (first, second)), (5, (second,))):
        with corpus.store.write() as session:
            keep(session, corpus.labels[RU, NEW], *stated, minutes=minutes)
        corpus.follower(page=1).catch_up(corpus.clock())
    recorded, withdrawn = "amendment.recorded", "amendment.withdrawn"
    expected = [
        (whole, [(recorded, "art_1"), (recorded, "art_2"), (withdrawn, "art_1")]),
        (one, [(recorded, "art_1"), (withdrawn, "art_1")]),
        (other, []),
        (found_, [(recorded, "art_2")]),
        (changes_only, []),
    ]
    for made, messages in expected:
        bodies = [json.loads(delivery.body) for delivery in corpus.log(made)]
        assert [(one["type"], one["amendment"]["target"]["key"]) for one in bodies] == messages
    body = json.loads(corpus.log(one)[0].body)["amendment"]
    assert (body["amending_act"]["number"], body["in_force"]["from"]) == ("10-II", "2001-06-01")
    assert body["links"]["amendments"] == "/v1/amendments?act=Z0000000001&article=art_1&lang=ru"


def test_an_act_that_a_note_only_cites_is_told_to_nobody(corpus: Corpus) -> None:
    made = corpus.watch(URL)
    cited = amendment("art_1", "10-II", role=Role.CITED, verb=Verb.UNREAD)
    for minutes, stated in ((0, (cited, amendment("art_2", "11-II"))), (5, ())):
        with corpus.store.write() as session:
            keep(session, corpus.labels[RU, NEW], *stated, minutes=minutes)
        corpus.follower(page=1).catch_up(corpus.clock())
    bodies = [json.loads(delivery.body) for delivery in corpus.log(made)]
    assert [(one["type"], one["amendment"]["target"]["key"]) for one in bodies] == [
        ("amendment.recorded", "art_2"),
        ("amendment.withdrawn", "art_2"),
    ]
