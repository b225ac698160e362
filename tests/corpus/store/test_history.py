"""An article's wordings over time, and what the search index takes."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.store import Store, reads
from corpus.store.errors import UnknownArticle
from corpus.store.records import WordingWindow
from corpus.store.snapshots import Snapshots
from tests.corpus.store.making import (
    BEGINNING,
    KK,
    NGR,
    RU,
    Shelf,
    article,
    edition,
    parts,
)


def put_texts(shelf: Shelf, **texts: str) -> None:
    """Store an edition for each day (`d2013_04_24`) with that text in article 1."""
    for day, text in texts.items():
        shelf.put(edition(day[1:].replace("_", "-"), (article("1", text), article("2"))))


def current(shelf: Shelf) -> list[WordingWindow]:
    """The wordings that are marked as the newest held."""
    return [one for one in reads.wordings(shelf.session) if one.is_current]


def windows(shelf: Shelf, key: str = "art_1") -> list[tuple[str, str | None, str | None]]:
    """Text and window of each wording."""
    return [
        (
            one.article.blocks[0].text,
            None if one.from_ is None else one.from_.isoformat(),
            None if one.to is None else one.to.isoformat(),
        )
        for one in reads.history(shelf.session, NGR, RU, key)
    ]


def test_neighbouring_editions_with_one_wording_are_one_window(shelf: Shelf) -> None:
    put_texts(shelf, d2001_01_01="A", d2002_01_01="A", d2003_01_01="B", d2004_01_01="A")
    assert windows(shelf) == [
        ("A", "2001-01-01", "2003-01-01"),
        ("B", "2003-01-01", "2004-01-01"),
        ("A", "2004-01-01", None),
    ]
    first = reads.history(shelf.session, NGR, RU, "art_1")[0]
    assert [str(one.label) for one in first.editions] == ["2001-01-01", "2002-01-01"]


def test_a_footnote_makes_no_new_wording_and_the_newest_footnotes_are_shown(shelf: Shelf) -> None:
    shelf.put(edition("2001-01-01", (article("1", "A"),)))
    noted = article("1", "A", note="A remark.")
    shelf.put(edition("2002-01-01", (noted,)))
    found = reads.history(shelf.session, NGR, RU, "art_1")
    assert [one.article for one in found] == [noted]
    assert found[0].from_ == date(2001, 1, 1)


def test_an_edition_that_is_listed_and_not_held_is_a_gap(shelf: Shelf) -> None:
    put_texts(shelf, d2001_01_01="A", d2003_01_01="A")
    shelf.list("2001-01-01", "2002-01-01", "2003-01-01")
    assert windows(shelf) == [
        ("A", "2001-01-01", "2002-01-01"),
        ("A", "2003-01-01", None),
    ]


def test_an_edition_that_does_not_hold_the_article_is_a_gap(shelf: Shelf) -> None:
    put_texts(shelf, d2001_01_01="A")
    shelf.put(edition("2002-01-01", (article("2"),), holding=parts("art_2")))
    put_texts(shelf, d2003_01_01="A")
    assert windows(shelf) == [
        ("A", "2001-01-01", "2002-01-01"),
        ("A", "2003-01-01", None),
    ]


def test_the_days_of_a_year_label_are_a_gap(shelf: Shelf) -> None:
    shelf.put(edition("1998", (article("1", "A"),)))
    shelf.put(edition("2007", (article("1", "B"),)))
    assert windows(shelf) == [("A", "1998-12-31", "2007-01-01"), ("B", "2007-12-31", None)]


def test_an_undated_wording_has_no_window(shelf: Shelf) -> None:
    shelf.put(edition("undated", (article("1", "A"),)))
    assert windows(shelf) == [("A", None, None)]


def test_a_superseded_row_is_not_history(shelf: Shelf) -> None:
    put_texts(shelf, d2001_01_01="A")
    put_texts(shelf, d2001_01_01="Corrected")
    assert windows(shelf) == [("Corrected", "2001-01-01", None)]


def test_an_article_no_edition_has_is_an_error_with_the_nearest(shelf: Shelf) -> None:
    put_texts(shelf, d2001_01_01="A")
    with pytest.raises(UnknownArticle, match="Nearest: art_1, art_2"):
        reads.history(shelf.session, NGR, RU, "art_12")


def test_the_newest_wording_of_each_article_is_the_current_one(shelf: Shelf) -> None:
    shelf.put(edition("2001-01-01", (article("1", "A"), article("2", "Gone"), article("3", "C"))))
    shelf.put(edition("2002-01-01", (article("1", "B"), article("3", "C"))))
    shelf.put(edition("2003-01-01", (article("3", "D"),), holding=parts("art_3")))
    shelf.put(edition("undated", (article("1", "E"), article("9", "F"))))
    newest = {one.key: one.article.blocks[0].text for one in current(shelf)}
    assert newest == {"art_1": "B", "art_3": "D"}


def test_a_listed_newer_edition_leaves_the_newest_held_wording_current(shelf: Shelf) -> None:
    put_texts(shelf, d2001_01_01="A")
    shelf.list("2001-01-01", "2002-01-01")
    found = [one for one in current(shelf) if one.key == "art_1"]
    assert [(one.from_, one.to) for one in found] == [(date(2001, 1, 1), date(2002, 1, 1))]


def test_an_undated_wording_is_current_only_where_nothing_is_dated(shelf: Shelf) -> None:
    shelf.put(edition("undated", (article("1", "A"),)))
    assert [one.from_ for one in current(shelf)] == [None]


def test_a_cut_article_is_current_where_nothing_better_is_held(shelf: Shelf) -> None:
    shelf.put(edition("1998", (article("1"), article("2", "Cu")), holding=BEGINNING))
    newest = {one.key: one.complete for one in current(shelf)}
    assert newest == {"art_1": True, "art_2": False}


def test_a_wording_says_what_the_index_needs(shelf: Shelf) -> None:
    stored = shelf.put(edition("2001-01-01", (article("1", "A"),), sample=True))
    (found,) = reads.wordings(shelf.session)
    assert (found.ngr, found.language, found.key) == (NGR, RU, "art_1")
    assert found.act_title == "On Invented Matters"
    assert found.edition_ids == (stored.id,)
    assert found.is_current
    assert found.sample


def test_wordings_are_given_for_one_act_and_language(shelf: Shelf) -> None:
    shelf.put(edition("2001-01-01", (article("1"),)))
    shelf.put(edition("2001-01-01", (article("1"),), language=KK))
    shelf.put(edition("2001-01-01", (article("1"),), ngr="Z0000000002"))
    assert len(list(reads.wordings(shelf.session))) == 3
    assert len(list(reads.wordings(shelf.session, NGR))) == 2
    assert [one.language for one in reads.wordings(shelf.session, NGR, KK)] == [KK]


def test_the_acts_that_a_write_touched_are_named_and_no_others(
    store: Store, snapshots: Snapshots
) -> None:
    with store.write() as session:
        Shelf(session, snapshots).put(edition("2001-01-01"))
        Shelf(session, snapshots).put(edition("2001-01-01", ngr="Z0000000002"))
    with store.read() as session:
        seen = reads.store_version(session)
        assert reads.acts_touched_since(session, seen) == []
    with store.write() as session:
        shelf = Shelf(session, snapshots)
        shelf.put(edition("2001-01-01"))  # the same again
        shelf.list("2001-01-01", "2002-01-01")
    with store.read() as session:
        assert reads.acts_touched_since(session, seen) == [NGR]
        assert reads.acts_touched_since(session, 0) == ["Z0000000002", NGR]
