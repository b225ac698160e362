"""What a key names in an act, and what stood in a division edition by edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.law import Article
from corpus.store import Store
from corpus.store.divisions_held import division_held
from corpus.store.parts_named import PartNamed, part_named
from corpus.store.places import articles_named
from corpus.store.snapshots import Snapshots
from tests.corpus.store.making import KK, NGR, RU, Shelf, article, edition, parts


def appendix(key: str, *divisions: str) -> Article:
    return replace(article("1", divisions=divisions), key=key)


@pytest.fixture
def held(store: Store, snapshots: Snapshots) -> dict[str, int]:
    """Section 1 of chapters 1 and 2; an appendix that became a division; an excerpt."""
    one, two = ("sec_1", "ch_1"), ("sec_1", "ch_2")
    contents = {
        "2001-01-01": (article("11", divisions=one), article("12", divisions=one)),
        "2002-01-01": (article("11", divisions=one), article("12", divisions=two)),
    }
    with store.write() as session:
        shelf = Shelf(session, snapshots)
        first = shelf.put(edition("2001-01-01", (*contents["2001-01-01"], appendix("app_1"))))
        inner = appendix("app_1__p_13", "app_1", "app_1__ch_ә")
        second = shelf.put(edition("2002-01-01", (*contents["2002-01-01"], inner)))
        excerpt = shelf.put(edition("2003-01-01", (article("12"),), holding=parts("art_12")))
        kazakh = shelf.put(edition("2001-01-01", (article("11", divisions=one),), language=KK))
    return {"first": first.id, "second": second.id, "excerpt": excerpt.id, "kazakh": kazakh.id}


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("art_11", PartNamed("art_11")),
        ("ch_2", PartNamed("ch_2", division=True)),
        ("art_11__p_2__sp_1", PartNamed("art_11", "p_2__sp_1")),
        ("app_1__p_13", PartNamed("app_1__p_13")),
        ("app_1__p_13__sp_1", PartNamed("app_1__p_13", "sp_1")),
        ("app_1__ch_ә", PartNamed("app_1__ch_ә", division=True)),
        ("app_1__p_7", PartNamed("app_1", "p_7")),
        ("ch_9", PartNamed("ch_9")),
    ],
)
def test_a_key_names_an_article_a_division_or_a_point(
    store: Store, held: dict[str, int], key: str, named: PartNamed
) -> None:
    with store.read() as session:
        assert part_named(session, NGR, key) == named
        assert part_named(session, "Z0", key).division is False


def test_an_article_is_in_a_chapter_in_the_editions_that_have_it_there(
    store: Store, held: dict[str, int]
) -> None:
    with store.read() as session:
        left, entered = (division_held(session, NGR, key) for key in ("ch_1", "ch_2"))
    assert left.holds(held["first"], "art_12")
    assert not left.holds(held["second"], "art_12")
    assert not entered.holds(held["first"], "art_12")
    assert entered.holds(held["second"], "art_12")
    assert not left.holds(held["first"], None)
    assert left.languages == {RU, KK}
    assert left.around[RU, "2001-01-01"] == {"sec_1"}


def test_an_excerpt_that_does_not_tell_its_chapter_may_be_of_each_that_had_it(
    store: Store, held: dict[str, int]
) -> None:
    with store.read() as session:
        left, entered = (division_held(session, NGR, key) for key in ("ch_1", "ch_2"))
    assert left.holds(held["excerpt"], "art_12")
    assert entered.holds(held["excerpt"], "art_12")
    assert not entered.holds(held["excerpt"], "art_11")


def test_a_section_has_its_chapters_and_their_articles(store: Store, held: dict[str, int]) -> None:
    with store.read() as session:
        section = division_held(session, NGR, "sec_1")
        named = articles_named(session, NGR, ["sec_1"])
    assert section.smaller == {"ch_1", "ch_2"}
    assert section.inside[held["first"]] == {"art_11", "art_12", "ch_1"}
    assert set(named.articles) == {"sec_1", "ch_1", "ch_2", "art_11", "art_12"}
    assert named.unknown == ()
