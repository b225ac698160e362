"""What cites an article is read once a text, and read again where its meaning may be another."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient

from api.questions.relations import citation_index
from corpus.crossreferences.reading import references_in
from corpus.crossreferences.reference import TextReference
from corpus.law import Act, Article, Language
from corpus.store import writes
from tests.api.house import House
from tests.api.test_relations import (
    FIRST,
    GARDENS,
    PARK,
    PARKS,
    SECOND,
    THIRD,
    gardens,
    parks,
    put,
)


@pytest.fixture
def filled(own_house: House) -> House:
    """Parks that name the law on gardens before it was adopted: then they mean another one."""
    with own_house.store.write() as session:
        titles = {Language.RU: "О садах (пересказ)"}
        writes.upsert_act(session, Act(GARDENS, titles, adopted=date(2005, 5, 5)))
    put(own_house, gardens("2005-05-05", FIRST, THIRD), parks("2003-06-01", PARK))
    return own_house


def citing(client: TestClient, key: str = "art_1") -> list[tuple[str, str]]:
    answer = client.get(f"/v1/acts/{GARDENS}/articles/{key}/relations")
    assert answer.status_code == 200, answer.text
    return [(one["ngr"], one["key"]) for one in answer.json()["cited_by"]]


def test_a_text_that_stands_again_after_an_act_was_adopted_means_that_act(filled: House) -> None:
    client = filled.client()
    assert citing(client) == []
    put(filled, parks("2006-01-01", PARK))
    assert citing(client) == [(PARKS, "art_7")]
    assert citing(filled.client()) == [(PARKS, "art_7")]  # who reads all anew says the same


def test_a_text_is_not_read_again_where_its_meaning_is_the_same(
    filled: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = filled.client()
    put(filled, parks("2006-01-01", PARK))
    assert citing(client) == [(PARKS, "art_7")]
    read: list[Article] = []

    def count(article: Article, language: Language) -> tuple[TextReference, ...]:
        read.append(article)
        return references_in(article, language)

    monkeypatch.setattr(citation_index, "references_in", count)
    put(filled, parks("2006-01-02", PARK))  # nothing was adopted on that day
    put(filled, gardens("2024-01-01", FIRST, THIRD))  # names no act
    assert citing(client) == [(PARKS, "art_7")]
    assert read == []
    put(filled, gardens("2024-01-02", FIRST, SECOND, THIRD))
    assert citing(client)[0] == (GARDENS, "art_2")
    assert SECOND in read
