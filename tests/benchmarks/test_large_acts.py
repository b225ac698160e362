"""The very large acts that are measured: made small, they are what they say and all is answered."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from benchmarks.large import addresses
from benchmarks.large_acts import LargeAct, fill
from corpus.law import Language
from corpus.settings import Settings
from corpus.store import open_store, reads

SMALL = LargeAct("a few", "Z9000000009", articles=6, editions=3, reworded=3, footnotes=2)
"""The article that is asked about is worded anew as a whole, so that what is in force is known."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    filled = tmp_path_factory.mktemp("large")
    fill(filled, (SMALL,))
    return filled


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(data_dir=folder))) as asking:
        yield asking


def test_an_act_has_as_much_of_everything_as_it_says(folder: Path) -> None:
    with closing(open_store(Settings(data_dir=folder).database)) as store, store.read() as session:
        for language in (Language.RU, Language.KK):
            held = reads.editions(session, SMALL.ngr, language)
            assert [one.articles for one in held] == [SMALL.articles] * SMALL.editions
            notes = [len([*reads.edition(session, one.id).footnotes()]) for one in held]
            kept = SMALL.articles * SMALL.footnotes
            assert notes == [kept, kept + SMALL.reworded, kept + 2 * SMALL.reworded]
            told = reads.changes_between(session, held[0].id, held[1].id)
            assert len(told) == SMALL.reworded


@pytest.mark.parametrize("what", [what for what, _ in addresses(SMALL)])
def test_every_address_that_is_measured_is_answered(client: TestClient, what: str) -> None:
    assert client.get(dict(addresses(SMALL))[what]).status_code == 200
