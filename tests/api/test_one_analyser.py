"""What texts were read into is remembered once in a process that serves, not once by each part."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

import pytest

from api.app import create_app
from cli.workplace import Workplace
from corpus.search.words.analysis import Analyser
from corpus.settings import Settings

Engine = Literal["tantivy", "whoosh"]


def by_itself(settings: Settings) -> object:
    return create_app(settings)


def as_it_is_served(settings: Settings) -> object:
    workplace = Workplace(settings)
    return create_app(settings, workplace.writable_store, workplace.engine, workplace.analyser)


def analysers() -> list[Analyser]:
    return [one for one in gc.get_objects() if isinstance(one, Analyser)]


@pytest.mark.parametrize("engine", get_args(Engine))
@pytest.mark.parametrize("opened", [by_itself, as_it_is_served])
def test_an_application_and_its_engine_share_an_analyser(
    opened: Callable[[Settings], object], engine: Engine, tmp_path: Path
) -> None:
    before = analysers()
    application = opened(Settings(data_dir=tmp_path, search_engine=engine))
    assert len([one for one in analysers() if one not in before]) == 1
    assert application
