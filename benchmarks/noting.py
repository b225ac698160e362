"""How well and how fast notes are read: labels by eye, and the notes of a 400 kB act.

`python -m benchmarks.noting` lists every disagreement too.
"""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.labelled_notes import (
    ASPECTS,
    LabelledNote,
    Score,
    labelled_files,
    own_notes,
    real_notes,
    score,
)
from corpus.amendments import Amendment
from corpus.law import Edition, Footnote, Language
from corpus.notes import Standing, note_reading, notes_with_standing
from crawler.registries import read
from crawler.registries.files import scan

DOUBT = " of doubt"
"""Ends the name of what is scored apart."""
_ACT_BYTES = 400_000
_TIMED = "reference-bank-markdown/Z010000148_.rus.2010.md"


def measure(registry: Path | None = None, rounds: int = 15) -> dict[str, float]:
    """Shares, counts and milliseconds; without the real texts, our own notes only."""
    figures: dict[str, float] = {}
    for name, notes in labelled(registry).items():
        aspects = ASPECTS[-1:] if name.endswith(DOUBT) else ASPECTS
        figures |= _figures(name, score(notes, amendments_of), aspects)
    if registry:
        edition = editions(registry)[_TIMED]
        notes_read, taken = _timed(edition, rounds)
        figures["notes of a 400 kB act: notes"] = notes_read
        figures["notes of a 400 kB act, ms"] = taken
    return figures


def labelled(registry: Path | None) -> dict[str, list[LabelledNote]]:
    """Our own notes and the real ones by name, those of doubt apart."""
    groups = {"own notes": own_notes()}
    if registry:
        groups["real notes"] = real_notes(editions(registry))
    found = {}
    for name, notes in groups.items():
        found[name] = [note for note in notes if not note.doubt]
        found[name + DOUBT] = [note for note in notes if note.doubt]
    return found


def editions(registry: Path) -> dict[str, Edition]:
    """The editions that the labels name, by their file in the registry's folder."""
    named, found = labelled_files(), {}
    for page in scan([registry]):
        file = page.path.relative_to(registry).as_posix()
        if page.source and file in named:
            found[file] = read(page.source.format, [page.body], page.source)
    return found


def amendments_of(note: Footnote, language: Language, standing: Standing) -> tuple[Amendment, ...]:
    """What the program reads in a note."""
    return note_reading(note, language, standing).amendments


def _figures(name: str, found: Score, aspects: tuple[str, ...]) -> dict[str, float]:
    figures: dict[str, float] = {f"{name}: notes": found.notes}
    for aspect in aspects:
        if found.labelled[aspect] or found.given[aspect]:
            figures |= {
                f"{name}: {aspect}, labelled": found.labelled[aspect],
                f"{name}: {aspect}, precision": found.precision(aspect),
                f"{name}: {aspect}, recall": found.recall(aspect),
            }
    return figures


def _timed(edition: Edition, rounds: int) -> tuple[int, float]:
    """How many notes an act of 400 kB has, and the median milliseconds to read them all.

    The edition's notes are repeated as often as its text goes into that size, no two the same.
    """
    printed = [told for told in notes_with_standing(edition) if not told[1].inside]
    copies = -(-_ACT_BYTES // len(edition.text().encode()))
    notes = [
        (Footnote(note.text + " " * copy, note.links), standing)
        for copy in range(copies)
        for note, standing in printed
    ]
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        for note, standing in notes:
            amendments_of(note, edition.language, standing)
        times.append((time.perf_counter() - began) * 1000)
    return len(notes), statistics.median(times)


def told(found: Score) -> Iterator[str]:
    """Every disagreement in words, note by note: `-` is missed, `+` is not in the labels."""
    by_note = defaultdict(list)
    for disagreement in found.disagreements:
        if disagreement.aspect != "all of these":
            by_note[disagreement.note.name].append(disagreement)
    for name, disagreements in by_note.items():
        labelled_note = disagreements[0].note
        yield f"{name} (at {labelled_note.standing.at or 'the act'})"
        yield f"    {labelled_note.note.text[:400]!r}"
        if labelled_note.doubt:
            yield f"    doubt: {labelled_note.doubt}"
        for one in disagreements:
            for sign, values in (("-", one.missed), ("+", one.added)):
                for value in sorted(values, key=str):
                    yield f"    {sign} {one.aspect}: {', '.join(str(part) for part in value)}"


def main() -> None:
    """Print the figures, then every disagreement."""
    beside = Path(__file__).resolve().parent.parent.parent / "shared" / "registry"
    registry = beside if beside.is_dir() else None
    for what, figure in measure(registry).items():
        print(f"{what:60} {figure:9.3f}")
    for name, notes in labelled(registry).items():
        print(f"\n{name}")
        for line in told(score(notes, amendments_of)):
            print(f"  {line}")


if __name__ == "__main__":
    main()
