"""A watch of a chapter is told of what stands in it, what comes in and what leaves."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.amendments import Role, Target, Verb
from corpus.law import Article, Language
from corpus.store.errors import LanguageNotHeld, UnknownArticle
from corpus.store.writes import ChangeRow
from tests.corpus.store.amending import amendment, keep
from tests.corpus.store.making import KK, RU, Shelf, article, edition, parts
from tests.webhooks.receivers import Receiver
from tests.webhooks.watched import Corpus, added, amended
from webhooks.subscribing import MadeWatch

URL = "http://127.0.0.1:9009/hook"
FIRST, SECOND, THIRD, FOURTH = "2011-01-01", "2012-01-01", "2013-01-01", "2014-01-01"


def within(number: str, *divisions: str) -> Article:
    return article(number, divisions=divisions)


def put(corpus: Corpus, day: str, *content: Article, language: Language = RU, **held: Any) -> int:
    """Store an edition of these articles."""
    with corpus.store.write() as session:
        stored = Shelf(session, corpus.snapshots).put(
            edition(day, content, language=language, **held)
        )
    corpus.labels[language, day] = stored.id
    return stored.id


@pytest.fixture
def chapters(corpus: Corpus) -> Corpus:
    """A section of chapters 1 (articles 11, 12) and 2 (21), and chapter 3 (31) outside it."""
    outside = within("31", "ch_3")
    before = (within("11", "sec_1", "ch_1"), within("12", "sec_1", "ch_1"))
    put(corpus, FIRST, *before, within("21", "sec_1", "ch_2"), outside)
    put(corpus, SECOND, *before, within("21", "sec_1", "ch_2"), outside)
    moved = (within("11", "sec_1", "ch_1"), within("12", "sec_1", "ch_2"))
    grown = (*moved, within("21", "sec_1", "ch_2"), within("22", "sec_1", "ch_2"), outside)
    put(corpus, THIRD, *grown)
    put(corpus, FOURTH, *grown)
    return corpus


def moved(number: str) -> ChangeRow:
    key = f"art_{number}"
    return ChangeRow(key, "moved", "", key, key)


def told(corpus: Corpus, made: MadeWatch) -> list[str]:
    """The keys of the changes that a watch is told of."""
    corpus.follower().catch_up(corpus.clock())
    return [json.loads(one.body)["change"]["key"] for one in corpus.log(made)]


def test_a_receiver_hears_of_a_change_inside_the_chapter_and_of_none_outside(
    chapters: Corpus, receiver: Receiver
) -> None:
    made = chapters.watch(receiver.url, key="ch_1")
    chapters.record(FIRST, SECOND, amended("31"), amended("21"))
    chapters.deliverer().run_once()
    assert receiver.got == []
    chapters.record(SECOND, THIRD, amended("11"), amended("31"))
    chapters.deliverer().run_once()
    (got,) = receiver.got
    assert got.document["change"]["key"] == "art_11"
    assert got.document["watch"] == {
        "id": made.watch.id,
        "act": made.watch.subject.ngr,
        "articles": ["ch_1"],
        "query": None,
    }


def test_a_chapter_that_gets_an_article_is_told_of_it_from_then_on(chapters: Corpus) -> None:
    made = chapters.watch(URL, key="ch_2")
    chapters.record(SECOND, THIRD, added("22"))
    chapters.record(THIRD, FOURTH, amended("22"), amended("11"))
    assert told(chapters, made) == ["art_22", "art_22"]


def test_an_article_that_goes_to_another_chapter_is_told_to_both_and_then_to_the_new_one(
    chapters: Corpus,
) -> None:
    left, entered = chapters.watch(URL, key="ch_1"), chapters.watch(URL, key="ch_2")
    around = chapters.watch(URL, key="sec_1")
    chapters.record(SECOND, THIRD, moved("12"))
    chapters.record(THIRD, FOURTH, amended("12"))
    assert told(chapters, left) == ["art_12"]
    assert told(chapters, entered) == ["art_12", "art_12"]
    assert told(chapters, around) == ["art_12", "art_12"]


def test_what_is_repealed_renamed_or_put_into_a_section_is_told(chapters: Corpus) -> None:
    section, chapter = chapters.watch(URL, key="sec_1"), chapters.watch(URL, key="ch_2")
    chapters.record(
        FIRST,
        SECOND,
        ChangeRow("ch_2", "amended", "Chapter 2", "ch_2", "ch_2"),
        ChangeRow("ch_3", "amended", "Chapter 3", "ch_3", "ch_3"),
        ChangeRow("art_21", "repealed", "", "art_21", None),
    )
    assert told(chapters, section) == ["ch_2", "art_21"]
    assert told(chapters, chapter) == ["ch_2", "art_21"]


def test_a_change_that_no_longer_holds_is_withdrawn_from_the_chapter(chapters: Corpus) -> None:
    made = chapters.watch(URL, key="ch_1")
    chapters.record(FIRST, SECOND, amended("11"))
    assert told(chapters, made) == ["art_11"]
    chapters.record(FIRST, SECOND, amended("12"))
    assert told(chapters, made) == ["art_11", "art_11", "art_12"]
    assert [one.type for one in chapters.log(made)][1] == "change.withdrawn"


def test_small_pages_and_the_nature_asked_for_hold_for_chapters_too(chapters: Corpus) -> None:
    made = chapters.watch(URL, key="ch_1", legal_only=True)
    technical = ChangeRow("art_12", "technical", "", "art_12", "art_12")
    chapters.record(FIRST, SECOND, amended("11"), technical, amended("21"))
    chapters.record(SECOND, THIRD, amended("11"))
    chapters.follower(page=2).catch_up(chapters.clock())
    assert told(chapters, made) == ["art_11", "art_11"]


def test_an_excerpt_without_the_chapters_heading_still_is_of_the_chapter(
    chapters: Corpus,
) -> None:
    made = chapters.watch(URL, key="ch_1")
    put(chapters, "2015-01-01", within("11"), within("31"), holding=parts("art_11", "art_31"))
    chapters.record(FOURTH, "2015-01-01", added("11"), added("31"))
    assert told(chapters, made) == ["art_11"]


def test_the_chapter_in_another_language_is_followed_unless_one_is_asked_for(
    chapters: Corpus,
) -> None:
    for day in (FIRST, SECOND):
        put(chapters, day, within("11", "sec_1", "ch_1"), within("31", "ch_3"), language=KK)
    both, russian = (chapters.watch(URL, key="ch_1", language=one) for one in (None, RU))
    chapters.record(FIRST, SECOND, amended("11"), amended("31"), language=KK)
    assert (told(chapters, both), told(chapters, russian)) == (["art_11"], [])


def test_amendments_of_the_chapter_of_what_is_in_it_and_of_the_whole_act_are_told(
    chapters: Corpus,
) -> None:
    made = {key: chapters.watch(URL, key=key) for key in ("ch_1", "ch_2", "sec_1")}
    whole = Target()
    stated = (
        amendment("ch_1", "1-I", adopted="2010-01-01"),
        amendment("art_11", "2-I", adopted="2010-01-02"),
        amendment("art_31", "3-I", adopted="2010-01-03"),
        amendment("sec_1", "4-I", adopted="2010-01-04"),
        amendment(number="5-I", adopted="2010-01-05", target=whole, verb=Verb.WORDS_REPLACED),
        amendment(number="6-I", adopted="2010-01-06", target=whole, role=Role.FORESEEN),
        amendment(number="7-I", adopted="2010-01-07", target=whole),
        amendment("art_12", "8-I", adopted="2010-01-08", role=Role.CITED),
        amendment("art_12", "9-I", adopted="2010-01-09"),
    )
    with chapters.store.write() as session:
        keep(session, chapters.labels[RU, THIRD], *stated)
    chapters.follower().catch_up(chapters.clock())
    heard = {
        key: [json.loads(one.body)["amendment"]["amending_act"]["number"] for one in log]
        for key, log in ((key, chapters.log(of)) for key, of in made.items())
    }
    assert heard == {
        "ch_1": ["1-I", "2-I", "4-I", "5-I", "6-I"],
        "ch_2": ["4-I", "5-I", "6-I", "9-I"],
        "sec_1": ["1-I", "2-I", "4-I", "5-I", "6-I", "9-I"],
    }


def test_a_chapter_that_no_edition_has_is_refused(chapters: Corpus) -> None:
    with pytest.raises(UnknownArticle):
        chapters.watch(URL, key="ch_9")
    with pytest.raises(LanguageNotHeld):
        chapters.watch(URL, key="ch_1", language=KK)
    put(chapters, FIRST, within("31", "ch_3"), language=KK)
    with pytest.raises(UnknownArticle):
        chapters.watch(URL, key="ch_1", language=KK)
