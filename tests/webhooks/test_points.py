"""A watch of a point is told when that point changed, and of no other change of its article."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest

from corpus.amendments import Target
from corpus.law import Article, Block, BlockKind
from corpus.store import reads
from corpus.store.errors import UnknownArticle
from corpus.store.writes import ChangeRow
from crawler.comparing import article_row
from diffing.compare import compare_editions
from tests.corpus.store.amending import amendment, keep
from tests.corpus.store.making import RU, Shelf, article, edition
from tests.webhooks.test_moving import keys_now
from tests.webhooks.watched import Corpus, amended, renumbered
from webhooks.subscribing import MadeWatch

URL = "http://127.0.0.1:9009/hook"
DAYS = ("2011-01-01", "2012-01-01", "2013-01-01", "2014-01-01")
FIRST = "Gardens are watered in the morning."
SECOND = "Trees are planted in the autumn."


def of_points(number: str, *points: str) -> Article:
    body = [
        Block(BlockKind.POINT, text, str(place), f"{place}.", f"p_{place}")
        for place, text in enumerate(points, 1)
    ]
    return Article(
        article(number).kind, f"art_{number}", number, f"Article {number}.", "", tuple(body)
    )


@pytest.fixture
def pointed(corpus: Corpus) -> Corpus:
    """Article 41 of two points: the second is changed, then the first."""
    other = article("42")
    store(corpus, DAYS[0], of_points("41", FIRST, SECOND), other)
    store(corpus, DAYS[1], of_points("41", FIRST, f"{SECOND} Or in spring."), other)
    store(
        corpus,
        DAYS[2],
        of_points("41", f"{FIRST} Never at noon.", f"{SECOND} Or in spring."),
        other,
    )
    return corpus


def store(corpus: Corpus, day: str, *content: Article) -> None:
    with corpus.store.write() as session:
        stored = Shelf(session, corpus.snapshots).put(edition(day, content))
    corpus.labels[RU, day] = stored.id


def record_between(corpus: Corpus, older: str, newer: str) -> None:
    """Record what the comparison of two editions finds."""
    with corpus.store.read() as session:
        old, new = (reads.edition(session, corpus.labels[RU, day]) for day in (older, newer))
    corpus.record(older, newer, *map(article_row, compare_editions(old, new).changes))


def told(corpus: Corpus, made: MadeWatch) -> list[str]:
    """The newer edition of each change that a watch is told of."""
    corpus.follower().catch_up(corpus.clock())
    return [json.loads(one.body)["change"]["to"]["edition"] for one in corpus.log(made)]


def test_a_watch_of_a_point_is_told_of_that_point_and_of_the_end_of_its_article(
    pointed: Corpus,
) -> None:
    made = {key: pointed.watch(URL, key=key) for key in ("art_41", "art_41__p_1", "art_41__p_2")}
    store(pointed, DAYS[3], article("42"))
    for older, newer in pairwise(DAYS):
        record_between(pointed, older, newer)
    heard = {key: told(pointed, one) for key, one in made.items()}
    assert heard == {
        "art_41": list(DAYS[1:]),
        "art_41__p_1": [DAYS[2], DAYS[3]],
        "art_41__p_2": [DAYS[1], DAYS[3]],
    }
    assert keys_now(pointed, made["art_41__p_1"]) == ("art_41",)


def test_a_point_whose_article_moves_is_followed_there_with_all_of_it(pointed: Corpus) -> None:
    made = pointed.watch(URL, key="art_41__p_1")
    pointed.editions("2015-01-01", "2016-01-01")
    pointed.record(DAYS[2], "2015-01-01", renumbered("41", "43"))
    pointed.record("2015-01-01", "2016-01-01", amended("43"), amended("41"))
    assert told(pointed, made) == ["2015-01-01", "2016-01-01"]
    assert keys_now(pointed, made) == ("art_43",)
    with pointed.store.read() as session:
        watch = reads.watch(session, made.watch.id)
    assert watch.subject.key == "art_41__p_1"


def test_a_change_without_a_redline_may_be_of_the_point_and_is_told(pointed: Corpus) -> None:
    made = pointed.watch(URL, key="art_41__p_1")
    pointed.record(DAYS[0], DAYS[1], ChangeRow("art_41", "amended", "", "art_41", "art_41"))
    assert told(pointed, made) == [DAYS[1]]


def test_amendments_of_other_points_are_not_told(pointed: Corpus) -> None:
    made = pointed.watch(URL, key="art_41__p_2")
    stated = [
        amendment(number="1-I", adopted="2010-01-01", target=Target("art_41", "p_1")),
        amendment(number="2-I", adopted="2010-01-02", target=Target("art_41", "p_2__sp_1")),
        amendment(number="3-I", adopted="2010-01-03", target=Target("art_41")),
        amendment(number="4-I", adopted="2010-01-04", target=Target("art_42", "p_2")),
    ]
    with pointed.store.write() as session:
        keep(session, pointed.labels[RU, DAYS[0]], *stated)
    pointed.follower().catch_up(pointed.clock())
    assert [
        json.loads(one.body)["amendment"]["amending_act"]["number"] for one in pointed.log(made)
    ] == ["2-I", "3-I"]


@pytest.mark.parametrize("key", ["art_41__p_9", "art_99__p_1", "art_41__"])
def test_a_point_that_the_article_never_had_is_refused(pointed: Corpus, key: str) -> None:
    with pytest.raises(UnknownArticle):
        pointed.watch(URL, key=key)
