"""The engine is opened by the settings, and its library is needed by nobody else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.search import open_engine
from corpus.search.engines.opensearch.engine import OpenSearchEngine
from corpus.settings import Settings
from tests.corpus.search.asking import asking
from tests.corpus.search.texts import document

WITHOUT_THE_LIBRARY = """
import sys
sys.modules["opensearchpy"] = None
from corpus.search import EngineLibraryMissingError, open_engine
from corpus.settings import Settings
open_engine(Settings(data_dir=sys.argv[1]))
open_engine(Settings(data_dir=sys.argv[1], search_engine="whoosh"))
try:
    open_engine(
        Settings(search_engine="opensearch", opensearch_urls=("https://search:9200",))
    )
except EngineLibraryMissingError as error:
    print(error)
"""


def test_without_the_library_the_other_engines_open_and_this_one_says_what_to_install(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_THE_LIBRARY, tmp_path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "pip install 'nusqa[opensearch]'" in done.stdout


def test_the_settings_say_where_and_how_an_index_lies(
    opensearch_urls: tuple[str, ...], name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NUSQA_OPENSEARCH_URLS", ",".join(opensearch_urls))
    settings = Settings.load(search_engine="opensearch", opensearch_index=name, opensearch_shards=2)
    engine = open_engine(settings)
    assert isinstance(engine, OpenSearchEngine)
    assert engine.state() is None
    engine.rebuild([document("слово")], "shown")
    assert open_engine(settings).search(asking("слова")).total == 1
    assert open_engine(settings).state() == "shown"
