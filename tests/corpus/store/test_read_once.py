"""A session that only reads asks for each thing once; one that writes sees what it wrote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from corpus.law import Act, Division, DivisionKind, Language
from corpus.store import Store, reads, writes
from corpus.store.errors import UnknownAct
from corpus.store.read_once import read_once
from corpus.store.surroundings import surroundings
from corpus.store.texts import load_articles
from tests.corpus.store.making import BEGINNING, NGR, RU, Shelf, article, edition

OTHER = "Z0000000002"


@pytest.fixture
def filled(store: Store, snapshots: writes.Snapshots) -> Store:
    """Two editions of an act, one of them only its beginning, and a second act."""
    with store.write() as session:
        shelf = Shelf(session, snapshots)
        shelf.put(edition("2013-04-24", (article("1"), article("2"), article("3"))))
        shelf.put(edition("2016-01-11", (article("1"), article("2", "More.")), holding=BEGINNING))
        writes.upsert_act(session, Act(OTHER, {Language.RU: "О садах"}))
    return store


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """What the database is asked meanwhile."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(store.engine, "before_cursor_execute", note)


def test_what_was_read_is_not_asked_for_again(filled: Store) -> None:
    with filled.read() as session:
        newest = reads.find_edition(session, NGR, RU)
        first = (
            reads.store_version(session),
            reads.acts(session),
            reads.act(session, OTHER),
            reads.editions(session, NGR),
            reads.article(session, newest.id, "art_2"),
        )
        with statements(filled) as asked:
            again = (
                reads.store_version(session),
                reads.acts(session),
                reads.act(session, OTHER),
                reads.editions(session, NGR),
                reads.edition_by_id(session, newest.id),
            )
            assert asked == []
        assert again == (*first[:4], newest)


def test_an_act_that_is_not_there_is_missing_each_time(filled: Store) -> None:
    with filled.read() as session:
        for _ in range(2):
            with pytest.raises(UnknownAct):
                reads.act(session, "Z0000000009")


def test_the_next_session_reads_what_was_written_since(filled: Store) -> None:
    with filled.read() as session:
        before, version = reads.act(session, OTHER), reads.store_version(session)
    with filled.write() as session:
        writes.upsert_act(session, Act(OTHER, {Language.RU: "О парках"}))
    with filled.read() as session:
        assert reads.act(session, OTHER).titles == {Language.RU: "О парках"} != before.titles
        assert reads.store_version(session) > version


def test_a_session_that_writes_reads_what_it_has_written(
    filled: Store, snapshots: writes.Snapshots
) -> None:
    with filled.write() as session:
        version = reads.store_version(session)
        assert len(reads.acts(session)) == 2
        assert len(reads.editions(session, NGR)) == 2
        Shelf(session, snapshots).put(edition("2018-01-01", (article("1", "New."),)))
        writes.upsert_act(session, Act("Z0000000003", {Language.RU: "О прудах"}))
        assert len(reads.acts(session)) == 3
        assert len(reads.editions(session, NGR)) == 3
        assert reads.store_version(session) > version


def test_what_a_caller_does_with_a_list_of_acts_is_not_kept(filled: Store) -> None:
    with filled.read() as session:
        reads.acts(session).clear()
        assert [one.ngr for one in reads.acts(session)] == [NGR, OTHER]


def test_a_session_keeps_only_some_of_the_texts_that_it_reads(
    store: Store, snapshots: writes.Snapshots
) -> None:
    many = tuple(article(str(number), f"Words {number}.") for number in range(1, 101))
    with store.write() as session:
        Shelf(session, snapshots).put(edition("2013-04-24", many))
    with store.read() as session:
        hashes = [one.text_hash for one in reads.wordings(session, NGR)]
        assert len(load_articles(session, hashes)) == 100
        kept: dict[str, object] = read_once(session, "articles", dict)
        assert 0 < len(kept) < 50
        assert list(load_articles(session, hashes).values()) == list(many)


def test_what_stands_around_an_article_is_what_its_edition_says(
    store: Store, snapshots: writes.Snapshots
) -> None:
    chapter = Division(DivisionKind.CHAPTER, "ch_1", "1", "Gardens", "Chapter 1. Gardens")
    content = (article("1"), chapter, article("2", divisions=("ch_1",)), article("3"))
    with store.write() as session:
        stored = Shelf(session, snapshots).put(edition("2013-04-24", content))
    with store.read() as session:
        whole = reads.edition(session, stored.id)
        for place, one in enumerate(whole.articles):
            around = surroundings(session, stored.id, one.key)
            assert around.previous == (whole.articles[place - 1] if place else None)
            assert around.next == next(iter(whole.articles[place + 1 :]), None)
            assert around.divisions == whole.divisions == (chapter,)
