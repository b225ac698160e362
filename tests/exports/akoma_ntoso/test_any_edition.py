"""Whatever an edition holds, its Akoma Ntoso is valid and gives it back."""

from __future__ import annotations

from hypothesis import given

from corpus.law import Article, Edition, EditionLabel, Language
from exports.akoma_ntoso import (
    Document,
    read_article,
    read_edition,
    write_article,
    write_edition,
)
from tests.corpus.store.strategies import EDITIONS as STORED_EDITIONS
from tests.exports.akoma_ntoso.schema import faults
from tests.exports.akoma_ntoso.strategies import ARTICLES, EDITIONS


@given(EDITIONS | STORED_EDITIONS)
def test_any_edition_is_valid_and_comes_back_equal(edition: Edition) -> None:
    document = write_edition(Document(edition))
    assert faults(document) == []
    assert read_edition(document) == edition


@given(EDITIONS)
def test_the_same_edition_is_the_same_bytes(edition: Edition) -> None:
    assert write_edition(Document(edition)) == write_edition(Document(edition))


@given(ARTICLES)
def test_any_article_alone_is_valid_and_comes_back_equal(article: Article) -> None:
    edition = Edition("Z950002464_", Language.RU, EditionLabel.parse("1998"), "", ())
    document = write_article(Document(edition), article)
    assert faults(document) == []
    assert read_article(document) == (edition, article)
