"""All subjects measured, one after the other, over the same texts."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.search.measuring import Measured, Order, measure_apart
from benchmarks.search.serving import NotAtHand, address_of
from benchmarks.search.subjects import OURS, REFERENCES
from benchmarks.search.table import kept
from benchmarks.search.texts import source

SUBJECTS = (*OURS, *REFERENCES)


def measured(
    names: Sequence[str], documents: int, seconds: float, bound: float
) -> tuple[dict[str, Measured], str]:
    """The figures by subject, and the name of the texts that they are of."""
    results: dict[str, Measured] = {}
    with tempfile.TemporaryDirectory(prefix="nusqa-bench-") as name:
        folder = Path(name)
        texts = source()
        texts.write(folder)
        for subject in names:
            try:
                with address_of(subject) as address:
                    order = Order(subject, documents, seconds, folder / subject, address)
                    results[subject] = measure_apart(order, bound)
            except NotAtHand as missing:
                results[subject] = Measured(trouble=str(missing))
    return results, texts.name


def measure(documents: int = 20_000) -> dict[str, float]:
    """All subjects at hand, the table kept; gives what stands in `results.md`."""
    results, texts = measured(SUBJECTS, documents, seconds=2, bound=1_800)
    kept(documents, results, texts)
    figures: dict[str, float] = {}
    for name, one in results.items():
        if one.kinds:
            figures[f"{name}: build s"] = one.figures["build s"]
            figures[f"{name}: slowest kind, 1 client, p95 ms"] = max(
                by_clients["1"].p95 for by_clients in one.kinds.values()
            )
    return figures
