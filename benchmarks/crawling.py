"""How long crawls of the bundled sample take over HTTP: the first, and one with nothing new."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from corpus.settings import Settings
from crawler.run import Order, crawl_apart
from crawler.sample.server import serve_sample


def measure() -> dict[str, float]:
    """Seconds for a first crawl of the sample and a second one, and the pages each asked for."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, serve_sample() as sample:
        settings = Settings(data_dir=Path(folder), crawl_delay=0)
        for name in ("first", "no-op"):
            began = time.perf_counter()
            report = crawl_apart(settings, Order("adilet", base_url=sample.base_url, sample=True))
            figures[f"{name} s"] = time.perf_counter() - began
            figures[f"{name} pages asked for"] = report.asked
            assert report.complete
    return figures
