"""How well references in real texts are read and resolved: labels by eye.

`python -m benchmarks.referring` lists every disagreement too. Precision is the share of the links
that lead where a lawyer would go, recall the share of the labelled provisions held that are linked
so; a label whose provision is not held must have no link.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from api.questions.asked import Asked
from api.questions.citations.citable import act_register
from api.questions.texts import find_article
from corpus.citations.provisions import CitedProvision
from corpus.crossreferences.calling import ActsCalled
from corpus.crossreferences.reading import references_in
from corpus.crossreferences.resolving import Home, meant
from corpus.keys import joined
from corpus.law import EditionLabel, Language
from corpus.store import Store, open_store
from corpus.store.citable import HeldProvisions

LABELS = Path(__file__).parent / "labels" / "references.toml"


@dataclass(frozen=True)
class LabelledReference:
    """A reference in a real text, and what it means; `means` is empty for what is not held."""

    ngr: str
    language: Language
    edition: EditionLabel
    key: str
    block: int
    start: int
    end: int
    means: tuple[str, ...]

    def __str__(self) -> str:
        place = f"{self.ngr} {self.language} {self.edition} {self.key}"
        return f"{place} block {self.block} {self.start}-{self.end}"


@dataclass(frozen=True)
class Read:
    """What was read at a labelled place; None: no reference at all."""

    label: LabelledReference
    links: tuple[str, ...] | None

    @property
    def is_right(self) -> bool:
        """Whether the reading says just what the label does."""
        return (self.links or ()) == self.label.means


def measure(registry: Path | None = None) -> dict[str, float]:
    """Counts and shares; without the real texts nothing."""
    if registry is None:
        return {}
    with tempfile.TemporaryDirectory() as folder, closing(imported(registry, folder)) as store:
        began = time.perf_counter()
        read = list(readings(store))
        taken = time.perf_counter() - began
    return figures(read) | {"all labels, ms": taken * 1000}


def figures(read: list[Read]) -> dict[str, float]:
    """The counts and shares of readings."""
    linked = [one for one in read if one.links]
    wanted = [one for one in read if one.label.means]
    right = [one for one in linked if one.is_right]
    return {
        "references": len(read),
        "stretch found": sum(one.links is not None for one in read) / len(read),
        "links": len(linked),
        "precision of links": len(right) / max(1, len(linked)),
        "provisions held": len(wanted),
        "recall of provisions held": len(right) / max(1, len(wanted)),
    }


def readings(store: Store) -> Iterator[Read]:
    """What is read at each labelled place."""
    with store.read() as session:
        acts, held = ActsCalled(act_register(session)), HeldProvisions(session)
        for label in labels():
            record = find_article(
                session, label.ngr, label.language, label.key, Asked(label.edition)
            )
            home = Home(label.ngr, record.article, label.edition.first_day)
            found = None
            for one in references_in(record.article, label.language):
                if (one.block, one.start, one.end) == (label.block, label.start, label.end):
                    means = meant(one, home, acts, held.keys).provisions
                    found = tuple(map(_written, means))
            yield Read(label, found)


def _written(to: CitedProvision) -> str:
    path = joined(*(unit.key for unit in to.inside))
    return f"{to.act.ngr}:{to.key}" + (f"/{path}" if path else "")


def labels() -> list[LabelledReference]:
    """All labels."""
    return [
        LabelledReference(
            one["ngr"],
            Language(one["lang"]),
            EditionLabel.parse(one["edition"]),
            one["key"],
            one["block"],
            one["from"],
            one["to"],
            tuple(one["means"]),
        )
        for one in tomllib.loads(LABELS.read_text(encoding="utf-8"))["reference"]
    ]


def imported(registry: Path, folder: str) -> Store:
    """A store of the real texts, read in by our own command."""
    subprocess.run(  # noqa: S603 - our own command
        [Path(sys.executable).with_name("nusqa"), "import", str(registry)],
        env={**os.environ, "NUSQA_DATA_DIR": folder},
        capture_output=True,
        check=False,  # a page that is refused is told by its status
    )
    return open_store(f"sqlite:///{folder}/nusqa.db")


def main() -> None:
    """Print the figures and every disagreement."""
    named = os.environ.get("NUSQA_TEST_REGISTRY")
    beside = Path(__file__).resolve().parent.parent.parent / "shared" / "registry"
    registry = Path(named) if named else beside
    with tempfile.TemporaryDirectory() as folder, closing(imported(registry, folder)) as store:
        read = list(readings(store))
    for name, figure in figures(read).items():
        print(f"{name}: {figure:.3f}".removesuffix(".000"))
    for one in read:
        if not one.is_right:
            print(f"{one.label}: means {one.label.means}, read {one.links}")


if __name__ == "__main__":
    main()
