"""What a server does before it is asked for the first time."""

from __future__ import annotations

import gc
from pathlib import Path

from fastapi.testclient import TestClient

from api.app import create_app
from corpus.search.querying.synonyms import own_synonyms
from corpus.settings import Settings


def test_a_server_has_read_the_synonyms_and_shows_the_collector_none_of_what_stays(
    tmp_path: Path,
) -> None:
    own_synonyms.cache_clear()
    with TestClient(create_app(Settings(data_dir=tmp_path))):
        assert own_synonyms.cache_info().currsize == 1
        assert gc.get_freeze_count() > len(gc.get_objects())
    assert gc.get_freeze_count() == 0
