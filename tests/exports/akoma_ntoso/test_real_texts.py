"""Every official edition that is there, in three languages."""

from __future__ import annotations

from pathlib import Path

from corpus.law import Edition, Language
from crawler.registries import read
from crawler.registries.files import scan
from crawler.registries.refusals import Refusal
from exports.akoma_ntoso import (
    Document,
    read_article,
    read_edition,
    write_article,
    write_edition,
)
from tests.exports.akoma_ntoso.schema import faults


def official_editions(folder: Path) -> list[Edition]:
    found = []
    for page in scan([folder]):
        assert page.source, page.path
        try:
            found.append(read(page.source.format, [page.body], page.source))
        except Refusal:
            continue  # a page of something else than an edition
    return found


def test_every_official_edition_is_valid_and_comes_back_equal(shared_registry: Path) -> None:
    found = official_editions(shared_registry)
    assert len(found) >= 15
    assert {edition.language for edition in found} == set(Language)
    for edition in found:
        document = write_edition(Document(edition))
        which = f"{edition.ngr} {edition.language} {edition.label}"
        assert faults(document) == [], which
        assert read_edition(document) == edition, which


def test_every_article_of_the_longest_is_valid_alone(shared_registry: Path) -> None:
    edition = max(official_editions(shared_registry), key=lambda one: len(one.articles))
    assert len(edition.articles) > 50
    for article in edition.articles:
        document = write_article(Document(edition), article)
        assert faults(document) == [], article.key
        assert read_article(document)[1] == article
