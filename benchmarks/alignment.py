"""How well and how fast rules of different texts are aligned: labelled pairs, and two regimes.

The first comparison is made in a process that has not yet loaded what aligning needs; so the heavy
modules are imported when they are asked for. Where the real texts are absent there are no figures.
"""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from corpus.law import Edition, Language
from crawler.registries import read
from crawler.registries.files import scan

Editions = dict[tuple[str, str], Edition]

_DECREE, _CHAPTER = ("U040001484_", "2005-07-08"), ("Z950002464_", "2022-02-07")
_KEYS = {_DECREE: ("app_1",), _CHAPTER: ("ch_13-1",)}
_ROUTES = ("same key", "official note", "curated", "identical text", "similarity")


def measure(registry: Path | None = None, rounds: int = 30) -> dict[str, float]:
    """Seconds, megabytes, counts and shares by what was compared; empty without real texts."""
    if registry is None:
        return {}
    editions = _editions(registry)
    figures = _regimes(editions) | _api(editions, rounds)
    return figures | _labelled(editions)


def _editions(registry: Path) -> Editions:
    found: Editions = {}
    for page in scan([registry]):
        source = page.source
        if source and source.language is Language.RU and source.ngr[0] in "UZ":
            key = source.ngr, str(source.label)
            if key in _KEYS or source.ngr in {"U1300000555", "Z950002464_"}:
                found[key] = read(source.format, [page.body], source)
    return found


def _regimes(editions: Editions) -> dict[str, float]:
    """The first comparison of a fresh process, imports included, then the same again."""
    began = time.perf_counter()
    correspond = import_module("diffing.correspondence.correspond").correspond
    selection = import_module("diffing.correspondence.selection").Selection
    analyser = import_module("corpus.search.words.analysis").Analyser()
    sides = [[selection(editions[side], keys)] for side, keys in _KEYS.items()]

    def compare() -> None:
        correspond(*sides, (), analyser)

    imported = time.perf_counter() - began
    compare()
    cold = time.perf_counter() - began
    return {
        "1484 to 13-1, cold with imports, ms": cold * 1000,
        "1484 to 13-1, of that imports, ms": imported * 1000,
        "1484 to 13-1, again, ms": _median(compare, 10),
        "1484 to 13-1, peak memory of the process, MB": _peak(),
    }


def _api(editions: Editions, rounds: int) -> dict[str, float]:
    """The same over the API: the first answer, the remembered one, and not modified."""
    from fastapi.testclient import TestClient  # noqa: PLC0415 - after the cold measurement

    create_app = import_module("api.app").create_app
    settings_class = import_module("corpus.settings").Settings
    store_module, put = import_module("corpus.store"), import_module("benchmarks.storing").put
    with tempfile.TemporaryDirectory() as name:
        settings = settings_class(data_dir=Path(name))
        with closing(store_module.open_store(settings.database)) as store:
            store.migrate()
            now = datetime.now(UTC)
            with store.write() as session:
                snapshots = import_module("corpus.store.snapshots").Snapshots(settings.snapshots)
                for side in _KEYS:
                    edition = editions[side]
                    put(session, snapshots, edition, now)
            client = TestClient(create_app(settings, store))
            path = (
                "/v1/compare?left=U040001484_:app_1@2005-07-08&right=Z950002464_:ch_13-1@2022-02-07"
            )
            began = time.perf_counter()
            first = client.get(path)
            taken = time.perf_counter() - began
            first.raise_for_status()
            known = {"If-None-Match": first.headers["etag"]}
            return {
                "1484 to 13-1 over the API, first, ms": taken * 1000,
                "1484 to 13-1 over the API, remembered, ms": _median(
                    lambda: client.get(path), rounds
                ),
                "1484 to 13-1 over the API, not modified, ms": _median(
                    lambda: client.get(path, headers=known), rounds
                ),
                "1484 to 13-1 over the API, kB of JSON": len(first.content) / 1000,
            }


def _labelled(editions: Editions) -> dict[str, float]:
    """What readers judged, held against what is asserted: by words alone, and with pairs."""
    labelled = import_module("tests.diffing.correspondence.labelled")
    correspond = import_module("diffing.correspondence.correspond").correspond
    selection = import_module("diffing.correspondence.selection").Selection
    analyser = import_module("corpus.search.words.analysis").Analyser()
    pairs = import_module("corpus.correspondences").load_correspondences()
    figures: dict[str, float] = {}
    for labels in labelled.load_labels():
        left, right = ([selection(editions[side])] for side in (labels.left, labels.right))
        for how, curated in (("words alone", ()), ("with lawyers' pairs", pairs)):
            found = labelled.score(labels, correspond(left, right, curated, analyser))
            name = f"{labels.name}, {how}"
            figures[f"{name}: labelled pairs"] = found.pairs
            for route in _ROUTES:
                if asserted := found.asserted.get(route, 0):
                    figures[f"{name}: asserted by {route}"] = asserted
                    figures[f"{name}: wrong by {route}"] = asserted - found.right.get(route, 0)
            figures |= {
                f"{name}: told as possible": found.possible,
                f"{name}: precision": found.precision,
                f"{name}: recall": found.recall,
                f"{name}: recall with possible": found.recall_with_possible,
                f"{name}: new or dropped": found.absences,
                f"{name}: of these with a counterpart": len(found.false_absences),
            }
    return figures


def _median(run: Callable[[], object], rounds: int) -> float:
    """Milliseconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def _peak() -> float:
    """Megabytes; Linux counts kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    beside = Path(__file__).resolve().parent.parent.parent / "shared" / "registry"
    for what, figure in measure(beside if beside.is_dir() else None).items():
        print(f"{what:70} {figure:9.3f}")
