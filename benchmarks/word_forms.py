"""Forms of words: which of them each engine finds, against labels by hand.

python -m benchmarks.word_forms       asks every engine at hand, writes docs/word-forms.md
"""

from __future__ import annotations

import os
import tempfile
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.law import Language, digest
from corpus.search import Query, SearchDocument, SearchEngine, open_engine
from corpus.search.engines.opensearch.access import Access
from corpus.search.engines.opensearch.cluster import Cluster
from corpus.search.engines.opensearch.engine import OpenSearchEngine
from corpus.search.queries import Filters
from corpus.search.words.analysis import Analyser

LABELS = Path(__file__).parent / "labels" / "word_forms.toml"
TABLE = Path(__file__).parent.parent / "docs" / "word-forms.md"
EMBEDDED = ("tantivy", "whoosh")
_NAMES = {Language.RU: "Russian", Language.KK: "Kazakh", Language.EN: "English"}


@dataclass(frozen=True)
class Label:
    """A form to ask for, the forms it must find, and the words it must not.

    `missed` and `merged` are those which are known to go wrong, and `why`.
    """

    language: Language
    asked: str
    finds: tuple[str, ...]
    apart: tuple[str, ...]
    missed: tuple[str, ...]
    merged: tuple[str, ...]
    why: str

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms that it speaks of."""
        return (self.asked, *self.finds, *self.apart)


@dataclass(frozen=True)
class Outcome:
    """What an engine made of a label: forms of the word that it missed, other words it found."""

    missed: tuple[str, ...]
    merged: tuple[str, ...]


def read_labels(path: Path = LABELS) -> tuple[Label, ...]:
    """The labels, in order."""
    return tuple(
        Label(
            language=Language(written["language"]),
            asked=written["asked"],
            finds=tuple(written["finds"].split()),
            apart=tuple(written["apart"].split()),
            missed=tuple(written.get("missed", "").split()),
            merged=tuple(written.get("merged", "").split()),
            why=written.get("why", ""),
        )
        for written in tomllib.loads(path.read_text(encoding="utf-8"))["word"]
    )


def documents(labels: Iterable[Label]) -> list[SearchDocument]:
    """A document for each form of each language, which says nothing else."""
    forms = {(label.language, form) for label in labels for form in label.forms}
    return [_document(number, *form) for number, form in enumerate(sorted(forms), start=1)]


def outcome(engine: SearchEngine, label: Label) -> Outcome:
    """Ask an engine that holds `documents` for a label's form.

    Raises ValueError where it does not even find the form that was asked for.
    """
    answer = engine.search(
        Query(
            label.asked,
            today=date(2026, 1, 1),
            filters=Filters(languages=(label.language,)),
            highlight=False,
            limit=1_000,
        )
    )
    found = {hit.heading for hit in answer.hits}
    if label.asked not in found:
        raise ValueError(f"the search for {label.asked} does not find {label.asked}")
    return Outcome(
        missed=tuple(form for form in label.finds if form not in found),
        merged=tuple(form for form in label.apart if form in found),
    )


def outcomes(engine: SearchEngine, labels: Sequence[Label]) -> list[Outcome]:
    """Fill an engine and ask for every label."""
    engine.rebuild(documents(labels))
    return [outcome(engine, label) for label in labels]


def row(label: Label, of_engines: Sequence[Outcome]) -> str:
    """A label's line in the table; what every engine does alike is said once."""
    alike = of_engines[:1] if len(set(of_engines)) == 1 else of_engines
    found = " / ".join(
        f"{len(label.finds) - len(one.missed)} of {len(label.finds)}" for one in alike
    )
    missed = " / ".join(", ".join(one.missed) or "–" for one in alike)
    merged = " / ".join(", ".join(one.merged) or "–" for one in alike)
    cells = (label.asked, " ".join(label.finds), found, missed, " ".join(label.apart), merged)
    return f"| {' | '.join(cells)} |"


def table(labels: Sequence[Label], of_engines: dict[str, list[Outcome]]) -> str:
    """The whole document."""
    lines = [
        "# Forms of words",
        "",
        "What a search for one form finds, asked of each engine over documents that hold one form",
        "each. Labelled by hand (`benchmarks/labels/word_forms.toml`), measured by",
        "`python -m benchmarks.word_forms`, pinned by a test (`test_word_forms.py`).",
        "",
        "| engine | forms asked | to find | found | not found | to stay apart | wrongly merged |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    to_find = sum(len(label.finds) for label in labels)
    apart = sum(len(label.apart) for label in labels)
    for engine, results in of_engines.items():
        missed = sum(len(one.missed) for one in results)
        merged = sum(len(one.merged) for one in results)
        lines.append(
            f"| {engine} | {len(labels)} | {to_find} | {to_find - missed} | {missed} | {apart}"
            f" | {merged} |"
        )
    for language, name in _NAMES.items():
        lines += ["", f"## {name}", ""]
        lines += [
            "| asked | must be found | found | not found | must stay apart | wrongly merged |"
        ]
        lines += ["|---|---|---|---|---|---|"]
        lines += [
            row(label, [results[number] for results in of_engines.values()])
            for number, label in enumerate(labels)
            if label.language is language
        ]
    lines += ["", "## What is not right, and why", ""]
    lines += [
        f"- {label.asked}: {', '.join(label.missed + label.merged)}. {label.why}."
        for label in labels
        if label.why
    ]
    return "\n".join(lines) + "\n"


def measure(engine: str) -> dict[str, float]:
    """How many forms an embedded engine finds and merges."""
    labels = read_labels()
    with _opened(engine) as opened:
        results = outcomes(opened, labels)
    return {
        "forms asked": len(labels),
        "forms to be found": sum(len(label.finds) for label in labels),
        "not found": sum(len(one.missed) for one in results),
        "words to stay apart": sum(len(label.apart) for label in labels),
        "wrongly merged": sum(len(one.merged) for one in results),
    }


@dataclass(frozen=True)
class _Settings:
    search_engine: str
    index_dir: Path


@contextmanager
def _opened(engine: str) -> Iterator[SearchEngine]:
    with tempfile.TemporaryDirectory() as folder:
        yield open_engine(_Settings(engine, Path(folder)))


@contextmanager
def _on_cluster(addresses: str) -> Iterator[SearchEngine]:
    access = Access(tuple(url.strip() for url in addresses.split(",")))
    name = f"word-forms-{uuid.uuid4().hex[:16]}"
    try:
        yield OpenSearchEngine(access, Analyser(), name=name)
    finally:
        cluster = Cluster(access)
        for index in cluster.indexes(f"{name}-*"):
            cluster.delete_index(index)


def _document(number: int, language: Language, form: str) -> SearchDocument:
    return SearchDocument(
        id=f"{language}/{form}",
        ngr="Z950002464_",
        key=f"art_{number}",
        lang=language,
        heading=form,
        text=form,
        act_title="",
        kind="article",
        valid_from=None,
        valid_to=None,
        is_current=True,
        label="",
        text_hash=digest(form),
    )


def main() -> None:
    """Ask every engine at hand and write the table."""
    labels = read_labels()
    opened = {name: _opened(name) for name in EMBEDDED}
    if addresses := os.environ.get("NUSQA_TEST_OPENSEARCH"):
        opened["opensearch"] = _on_cluster(addresses)
    of_engines = {}
    for name, opening in opened.items():
        with opening as engine:
            of_engines[name] = outcomes(engine, labels)
    TABLE.write_text(table(labels, of_engines), "utf-8")
    print(f"Kept in {TABLE}")


if __name__ == "__main__":
    main()
