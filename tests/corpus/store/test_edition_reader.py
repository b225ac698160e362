"""Editions read one after the other: each equal to what was stored, shared texts read once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from corpus.law import Edition
from corpus.store import reads
from corpus.store.errors import UnknownEditionId
from corpus.store.reads import EditionReader
from tests.corpus.store.making import Shelf, article, edition, label
from tests.corpus.store.strategies import EDITIONS as ANY_EDITION

SHORT, LONG = article("1", "A short rule."), article("2", "A rule that stays as it is.")


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(one=ANY_EDITION, other=ANY_EDITION, order=some.permutations([0, 1, 0]))
def test_any_editions_are_read_as_they_are_read_alone(
    one: Edition, other: Edition, order: list[int], shelf: Shelf
) -> None:
    with shelf.session.begin_nested() as example:
        other = replace(other, ngr=one.ngr, language=one.language, label=label("1890-01-01"))
        ids = [shelf.put(wanted).id for wanted in (one, other)]
        reader = EditionReader(shelf.session)
        for place in order:
            alone = reads.edition(shelf.session, ids[place])
            assert reader.edition(ids[place]) == alone
        example.rollback()


def test_neighbours_share_the_articles_that_stayed_the_same(shelf: Shelf) -> None:
    first = shelf.put(edition("2001-01-01", (SHORT, LONG)))
    second = shelf.put(edition("2002-01-01", (article("1", "Another rule."), LONG)))
    reader = EditionReader(shelf.session)
    older, newer = reader.edition(first.id), reader.edition(second.id)
    assert newer.by_key["art_2"] is older.by_key["art_2"]
    assert newer.by_key["art_1"] != older.by_key["art_1"]


def test_an_article_that_stands_twice_in_an_edition_is_there_twice(shelf: Shelf) -> None:
    twice = edition("2001-01-01", (SHORT, LONG, SHORT))
    assert EditionReader(shelf.session).edition(shelf.put(twice).id) == twice


def test_an_edition_that_is_not_there_is_named(shelf: Shelf) -> None:
    with pytest.raises(UnknownEditionId, match="No edition has the id 77"):
        EditionReader(shelf.session).edition(77)
