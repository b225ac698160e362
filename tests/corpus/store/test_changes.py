"""The feed of changes: it only grows, nothing is seen twice, nothing is skipped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from corpus.store import reads
from corpus.store.changes.recording import keep_only_pairs, replace_changes
from corpus.store.changes.rows import ChangeRow
from corpus.store.records import EditionSource
from tests.corpus.store.making import KK, NGR, NOON, RU, Shelf, article, edition

AMENDED = ChangeRow("art_1", "amended", "Heading 1", "art_1", "art_1", redline=[["-", "a"]])
ADDED = ChangeRow("art_2", "added", "Heading 2", None, "art_2")
REPEALED = ChangeRow("art_3", "repealed", "Heading 3", "art_3", None, rule=None)


@pytest.fixture
def pair(shelf: Shelf) -> tuple[int, int]:
    """Two editions."""
    older, newer = shelf.put_days("2001-01-01", "2003-01-01")
    return older, newer


def write(shelf: Shelf, pair: tuple[int, int], *rows: ChangeRow, minutes: int = 0) -> int:
    moment = NOON + timedelta(minutes=minutes)
    return replace_changes(shelf.session, NGR, RU, *pair, rows, recorded_at=moment)


def test_changes_come_back_as_they_were_given(shelf: Shelf, pair: tuple[int, int]) -> None:
    assert write(shelf, pair, AMENDED, ADDED) == 2
    found = reads.changes_between(shelf.session, *pair)
    assert [one.change for one in found] == [AMENDED, ADDED]
    assert [str(found[0].older_label), str(found[0].newer_label)] == ["2001-01-01", "2003-01-01"]
    assert found[0].recorded_at == NOON


def test_the_same_comparison_again_writes_nothing(shelf: Shelf, pair: tuple[int, int]) -> None:
    write(shelf, pair, AMENDED, ADDED)
    assert write(shelf, pair, ADDED, AMENDED, minutes=5) == 0
    assert {one.recorded_at for one in reads.changes(shelf.session)} == {NOON}


def test_a_change_that_no_longer_holds_is_withdrawn_and_never_deleted(
    shelf: Shelf, pair: tuple[int, int]
) -> None:
    write(shelf, pair, AMENDED, ADDED)
    other = replace(AMENDED, redline=[["-", "b"]])
    assert write(shelf, pair, other, ADDED, minutes=5) == 2
    assert [one.change for one in reads.changes_between(shelf.session, *pair)] == [other, ADDED]
    everything = reads.changes(shelf.session, withdrawn=True)
    assert [(one.change, one.withdrawn_at is None) for one in everything] == [
        (ADDED, True),
        (AMENDED, False),
        (other, True),
    ]


def test_a_row_that_only_a_parser_revised_repeats_no_change(
    shelf: Shelf, pair: tuple[int, int]
) -> None:
    def in_row(edition_id: int) -> ChangeRow:
        text_hash = reads.article(shelf.session, edition_id, "art_1").text_hash
        return replace(AMENDED, new_text_hash=text_hash)

    write(shelf, pair, in_row(pair[1]))
    before = reads.changes(shelf.session)
    revised = shelf.put(
        edition("2003-01-01", (article("1", "Read better."),)),
        body=edition("2003-01-01").text().encode(),
        source=EditionSource("adilet", "adilet-classic", "2"),
    )
    assert in_row(revised.id) != in_row(pair[1])
    assert write(shelf, (pair[0], revised.id), in_row(revised.id), minutes=5) == 0
    assert reads.changes(shelf.session) == before
    assert reads.changes_between(shelf.session, pair[0], revised.id) == before


def test_changes_between_editions_that_are_neighbours_no_more_are_withdrawn(
    shelf: Shelf, pair: tuple[int, int]
) -> None:
    write(shelf, pair, AMENDED, ADDED)
    (between,) = shelf.put_days("2002-01-01")
    neighbours = [(pair[0], between), (between, pair[1])]
    for one in neighbours:
        write(shelf, one, REPEALED, minutes=5)
    assert keep_only_pairs(shelf.session, NGR, RU, neighbours, withdrawn_at=NOON) == 2
    assert keep_only_pairs(shelf.session, NGR, RU, neighbours, withdrawn_at=NOON) == 0
    assert [one.change.kind for one in reads.changes(shelf.session)] == ["repealed", "repealed"]


def test_revisions_of_one_label_keep_their_changes_apart(shelf: Shelf) -> None:
    first, second, third = (
        shelf.put(edition("2001-01-01", (article("1", text),))).id for text in ("a", "b", "c")
    )
    write(shelf, (first, second), AMENDED)
    other = replace(AMENDED, redline=[["-", "b"]])
    assert write(shelf, (second, third), other, minutes=5) == 1
    assert write(shelf, (second, third), other, minutes=6) == 0
    assert keep_only_pairs(shelf.session, NGR, RU, [], withdrawn_at=NOON) == 0
    for one, row in (((first, second), AMENDED), ((second, third), other)):
        assert [found.change for found in reads.changes_between(shelf.session, *one)] == [row]
    assert reads.changes_between(shelf.session, first, third) == []


def test_pages_of_the_feed_skip_nothing_and_repeat_nothing(
    shelf: Shelf, pair: tuple[int, int]
) -> None:
    rows = [replace(ADDED, key=f"art_{number}") for number in range(7)]
    write(shelf, pair, *rows)  # all of one moment
    seen: list[str] = []
    cursor = None
    for _ in range(len(rows)):
        page = reads.changes(shelf.session, limit=3, after_cursor=cursor)
        seen += [one.change.key for one in page]
        cursor = page[-1].sequence if page else cursor
    assert seen == [row.key for row in rows]


def test_who_follows_the_feed_sees_a_change_withdrawn(shelf: Shelf, pair: tuple[int, int]) -> None:
    write(shelf, pair, AMENDED, ADDED, REPEALED)
    cursor = reads.changes(shelf.session, withdrawn=True)[-1].sequence
    write(shelf, pair, ADDED, minutes=5)
    later = reads.changes(shelf.session, withdrawn=True, after_cursor=cursor)
    assert [(one.change, one.withdrawn_at) for one in later] == [
        (AMENDED, NOON + timedelta(minutes=5)),
        (REPEALED, NOON + timedelta(minutes=5)),
    ]
    assert reads.changes(shelf.session, after_cursor=cursor) == []
    since = NOON + timedelta(minutes=1)
    assert reads.changes(shelf.session, since, withdrawn=True) == later
    end = later[-1].sequence
    write(shelf, pair, AMENDED, ADDED, minutes=9)
    (again,) = reads.changes(shelf.session, withdrawn=True, after_cursor=end)
    assert (again.change, again.withdrawn_at) == (AMENDED, None)


def test_the_feed_is_narrowed_by_moment_act_article_and_language(
    shelf: Shelf, pair: tuple[int, int]
) -> None:
    write(shelf, pair, AMENDED)
    write(shelf, pair, AMENDED, replace(ADDED, key="art_9", old_key="art_8"), minutes=60)
    session = shelf.session
    later = reads.changes(session, since=NOON + timedelta(minutes=1))
    assert [one.change.key for one in later] == ["art_9"]
    assert [one.change.key for one in reads.changes(session, key="art_1")] == ["art_1"]
    assert [one.change.key for one in reads.changes(session, key="art_8")] == ["art_9"]
    assert len(reads.changes(session, ngr=NGR, language=RU)) == 2
    assert reads.changes(session, language=KK) == []
    assert reads.changes(session, ngr="Z0000000009") == []
