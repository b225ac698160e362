"""Articles: of an edition, on a day, the newest; and what is said when there is none."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.law import digest
from corpus.store import reads
from corpus.store.day_errors import EditionNotHeld
from corpus.store.errors import NotHeld, UnknownArticle
from tests.corpus.store.making import BEGINNING, NGR, RU, Shelf, article, edition, parts


def wording(shelf: Shelf, key: str, day: str | None = None) -> str:
    """The first paragraph of an article on a day, or the newest."""
    asked = None if day is None else date.fromisoformat(day)
    found = reads.find_article(shelf.session, NGR, RU, key, on=asked)
    return found.article.blocks[0].text


def test_an_article_is_given_with_its_edition_and_hashes(shelf: Shelf) -> None:
    wanted = article("2", "Words.", note="Footnote.")
    stored = shelf.put(edition("2013-04-24", (article("1"), wanted)))
    found = reads.article(shelf.session, stored.id, "art_2")
    assert found.article == wanted
    assert found.wording_hash == digest(wanted.wording)
    assert found.edition.id == stored.id
    assert found.edition.snapshot_sha256
    assert found.complete


def test_an_article_is_given_as_it_stood_on_a_day(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24", "2016-01-11")
    assert wording(shelf, "art_1", "2015-12-31") == "1 as of 2013-04-24"
    assert wording(shelf, "art_1", "2016-01-11") == "1 as of 2016-01-11"
    assert wording(shelf, "art_1") == "1 as of 2016-01-11"


def test_a_day_before_a_listed_edition_that_is_not_held_has_no_article(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    shelf.list("2013-04-24", "2014-07-04")
    with pytest.raises(EditionNotHeld):
        wording(shelf, "art_1", "2015-01-01")
    assert wording(shelf, "art_1") == "1 as of 2013-04-24"


def test_an_unknown_article_is_an_error_with_the_nearest_keys(shelf: Shelf) -> None:
    numbers = ("1", "113-1", "113-2", "113-3")
    stored = shelf.put(edition("2013-04-24", tuple(map(article, numbers))))
    with pytest.raises(UnknownArticle, match="Nearest: art_113-1, art_113-2, art_113-3"):
        reads.article(shelf.session, stored.id, "art_113-9")


def test_a_part_says_nothing_of_what_it_does_not_hold(shelf: Shelf) -> None:
    chapter = article("113-1", divisions=("ch_13-1",))
    part = edition("2022-02-07", (chapter,), holding=parts("ch_13-1"))
    shelf.put(edition("2013-04-24", (article("1"), article("2"))))
    shelf.put(part)
    with pytest.raises(NotHeld, match="only ch_13-1 of that edition is held"):
        wording(shelf, "art_1", "2023-01-01")
    assert wording(shelf, "art_1", "2022-02-06") == "Words."
    assert wording(shelf, "art_113-1", "2023-01-01") == "Words."


def test_the_newest_edition_that_holds_an_articles_place_is_given(shelf: Shelf) -> None:
    chapter = article("113-1", "New.", divisions=("ch_13-1",))
    shelf.put(edition("2013-04-24", (article("1", "Old."),)))
    shelf.put(edition("2022-02-07", (chapter,), holding=parts("ch_13-1")))
    found = reads.find_article(shelf.session, NGR, RU, "art_1")
    assert str(found.edition.label) == "2013-04-24"
    assert wording(shelf, "art_113-1") == "New."


def test_an_article_that_the_newest_edition_lacks_is_not_given_from_an_older_one(
    shelf: Shelf,
) -> None:
    shelf.put(edition("2013-04-24", (article("1"), article("2"))))
    shelf.put(edition("2016-01-11", (article("1"),)))
    with pytest.raises(UnknownArticle, match="edition 2016-01-11"):
        reads.find_article(shelf.session, NGR, RU, "art_2")


def test_an_article_gone_from_a_held_chapter_is_gone_there(shelf: Shelf) -> None:
    both = (
        article("113-1", divisions=("ch_13-1",)),
        article("113-2", divisions=("ch_13-1",)),
    )
    shelf.put(edition("2022-02-07", both, holding=parts("ch_13-1")))
    shelf.put(edition("2023-01-01", both[:1], holding=parts("ch_13-1")))
    with pytest.raises(UnknownArticle, match="edition 2023-01-01"):
        reads.find_article(shelf.session, NGR, RU, "art_113-2")


def test_the_last_article_of_a_beginning_is_no_answer_for_a_day(shelf: Shelf) -> None:
    content = (article("1"), article("2", "Cut in the mid"))
    stored = shelf.put(edition("1998", content, holding=BEGINNING))
    assert wording(shelf, "art_1", "2000-01-01") == "Words."
    with pytest.raises(NotHeld, match="only the beginning"):
        wording(shelf, "art_2", "2000-01-01")
    with pytest.raises(NotHeld):
        wording(shelf, "art_3", "2000-01-01")
    assert not reads.article(shelf.session, stored.id, "art_2").complete
    assert not reads.find_article(shelf.session, NGR, RU, "art_2").complete


def test_a_complete_article_is_preferred_to_a_newer_one_that_is_cut(shelf: Shelf) -> None:
    shelf.put(edition("1998", (article("1"), article("2", "Whole."), article("3"))))
    shelf.put(edition("2007", (article("1"), article("2", "Cu")), holding=BEGINNING))
    assert wording(shelf, "art_2") == "Whole."


def test_an_article_that_no_edition_has_is_unknown(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    with pytest.raises(UnknownArticle):
        reads.find_article(shelf.session, NGR, RU, "art_77")
