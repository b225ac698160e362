"""What dumps of 20,000 wordings cost: seconds, first byte, and the peak of memory.

Over HTTP from one process while another writes, and from the command line.
"""

from __future__ import annotations

import http.client
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

from benchmarks.served import resident, served
from benchmarks.storing import put
from benchmarks.timing import not_modified
from benchmarks.tracing import fill
from corpus.law import Article, ArticleKind, Block, BlockKind, Edition, EditionLabel, Language
from corpus.search import open_engine
from corpus.search.keeping.keeper import IndexKeeper
from corpus.settings import Settings
from corpus.store import Store, open_store
from corpus.store.snapshots import Snapshots
from diffing.in_force.days import days_in_force

_COMMAND = str(Path(sys.executable).with_name("nusqa"))
_FILES = ("articles.jsonl", "articles.json", "articles.jsonl.zst", "articles.parquet")
_MEGABYTE = 1_000_000
_PIECE = 1 << 16


def measure(wordings: int = 20_000) -> dict[str, float]:
    """Megabytes and seconds by file.

    A command's `peak MB` is of the whole process, the server's what a dump takes above what it had;
    who writes meanwhile has the server bring its index up too.
    """
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        settings = Settings(
            data_dir=Path(name), database_url=os.environ.get("NUSQA_BENCH_DATABASE")
        )
        with closing(open_store(settings.database)) as store:
            fill(store, name, wordings)
            IndexKeeper(store, open_engine(settings), days_in_force, settings.index_dir).rebuild()
            with served(_environment(settings)) as (port, process):
                figures["HTTP: at rest MB"] = resident(process)
                for file in (*_FILES, "corpus.sqlite"):
                    figures |= _taken(port, process, file)
                with _written_meanwhile(store, Path(name)) as count:
                    taken = _taken(port, process, _FILES[0])
                    figures |= {f"{name}, written to meanwhile": one for name, one in taken.items()}
                    figures["HTTP: editions written meanwhile"] = count[0]
                times = not_modified(port, "/v1/exports/articles.jsonl", 50, first="HEAD")
                figures["HTTP: 304 ms"] = statistics.median(times)
            for form in ("jsonl", "parquet", "sqlite"):
                figures |= _by_command(settings, form)
    return figures


def _taken(port: int, process: int, file: str) -> dict[str, float]:
    Path(f"/proc/{process}/clear_refs").write_text("5")  # the peak is counted from here on
    before = resident(process)
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", f"/v1/exports/{file}")
    answer = connection.getresponse()
    assert answer.status == 200, answer.read()
    size = len(answer.read(1))
    first = time.perf_counter() - began
    while piece := answer.read(_PIECE):
        size += len(piece)
    connection.close()
    return {
        f"HTTP: {file} MB": size / _MEGABYTE,
        f"HTTP: {file} first byte ms": 1_000 * first,
        f"HTTP: {file} s": time.perf_counter() - began,
        f"HTTP: {file} peak MB above rest": resident(process, "VmHWM") - before,
    }


def _by_command(settings: Settings, form: str) -> dict[str, float]:
    began = time.perf_counter()
    arguments = [] if form == "sqlite" else ["--table", "articles"]
    size, peak = 0, 0.0
    with subprocess.Popen(  # noqa: S603 - our own command
        [_COMMAND, "export", "dump", "--form", form, *arguments, "--out", "-"],
        stdout=subprocess.PIPE,
        env={**os.environ, **_environment(settings)},
    ) as process:
        assert process.stdout is not None
        while piece := process.stdout.read(_PIECE):
            size += len(piece)
            with suppress(OSError, RuntimeError):  # the last piece of one that has ended
                peak = max(peak, resident(process.pid, "VmHWM"))
    assert process.returncode == 0
    return {
        f"nusqa export dump: {form} MB": size / _MEGABYTE,
        f"nusqa export dump: {form} s": time.perf_counter() - began,
        f"nusqa export dump: {form} peak MB": peak,
    }


def _environment(settings: Settings) -> dict[str, str]:
    named = {"NUSQA_DATA_DIR": str(settings.data_dir)}
    if settings.database_url:
        named["NUSQA_DATABASE_URL"] = settings.database_url
    return named


@contextmanager
def _written_meanwhile(store: Store, folder: Path) -> Iterator[list[int]]:
    """Editions written by this process, ten a second; how many so far."""
    count, over = [0], Event()
    snapshots = Snapshots(str(folder / "snapshots"))

    def write() -> None:
        while not over.wait(0.1):
            label = EditionLabel.on(date(2020, 1, 1) + timedelta(days=count[0]))
            body = (Block(BlockKind.POINT, f"Порядок {label}.", "1", "1.", "p_1"),)
            article = Article(ArticleKind.ARTICLE, "art_1", "1", "Статья 1.", "", body)
            edition = Edition("Z9999999999", Language.RU, label, "О порядке", (article,))
            with store.write() as session:
                put(session, snapshots, edition, datetime.now(UTC))
            count[0] += 1

    thread = Thread(target=write)
    thread.start()
    try:
        yield count
    finally:
        over.set()
        thread.join()


if __name__ == "__main__":
    for what, figure in measure().items():
        print(f"{what:50} {figure:10.1f}")
