"""A text imported from files has no registry: its provenance says so in the page's language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.store import writes
from tests.api.coming import NGR, gates
from tests.api.filling import FETCHED, RECORDED, SOURCE
from tests.api.house import House
from tests.api.pages.test_pages import soup_of


@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("ru", "Реестр нет: загружено из файлов"),
        ("kk", "Тізілім жоқ: файлдардан жүктелген"),
        ("en", "Registry none: imported from files"),
    ],
)
def test_what_was_imported_names_files_and_no_registry(
    own_house: House, ui: str, words: str
) -> None:
    fetched = writes.Fetched("file:///texts/gates.md", FETCHED, 200, {}, b"gates")
    with own_house.store.write() as session:
        record = writes.record_snapshot(session, own_house.snapshots, fetched)
        writes.store_edition(
            session,
            gates("2020-01-01", "1"),
            snapshot_ids=[record.id],
            source=replace(SOURCE, registry="files"),
            recorded_at=RECORDED,
        )
    soup = soup_of(own_house.client(), f"/acts/{NGR}/articles/art_1?ui={ui}")
    rows = [" ".join(one.get_text(" ").split()) for one in soup.select("dl.provenance div")]
    assert words in rows
