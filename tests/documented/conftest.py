"""The service that documents speak of: the bundled sample, served as `nusqa serve` does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.settings import Settings
from crawler.run import Order, crawl_apart
from crawler.sample.server import serve_sample
from tests.cli.serving import Served, serving


@pytest.fixture(scope="session")
def sample_kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the whole bundled sample."""
    folder = tmp_path_factory.mktemp("documented")
    with serve_sample() as registry:
        order = Order("adilet", base_url=registry.base_url, sample=True)
        assert crawl_apart(Settings(data_dir=folder, crawl_delay=0), order).complete
    return folder


@pytest.fixture(scope="session")
def sample_service(sample_kept: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A served sample that may send webhooks to this machine."""
    log = tmp_path_factory.mktemp("said") / "serve.log"
    allowed = {"NUSQA_DELIVER": "true", "NUSQA_WEBHOOK_ALLOW": "127.0.0.0/8"}
    with serving(sample_kept, log, **allowed) as served:
        yield served
