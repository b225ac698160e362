"""Notes that were read by eye, and what a reader of notes scores against them.

`labels/notes.toml` names real notes by file, place and hash, and says what each says of which act;
`labels/own-notes.toml` has notes in our own words. Notes with a `doubt` are scored apart.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from corpus.amendments import Amendment, ClauseKind, Role
from corpus.law import Edition, Footnote, Language, digest
from corpus.notes import Standing, notes_with_standing

FOLDER = Path(__file__).parent / "labels"

Act = tuple[str | None, str | None]
"""Day, or what is written for one that cannot be, and number."""
Clause = tuple[ClauseKind, int | date | str | None]
"""Its kind, and the days, the day or the article."""
Reader = Callable[[Footnote, Language, Standing], Iterable[Amendment]]
"""Takes a note, its language and where it stands."""

ASPECTS = ("date and number", "verb", "role", "clause", "target", "until", "all of these")


@dataclass(frozen=True)
class Saying:
    """What a note says that one act did to one place."""

    act: Act
    verb: str | None
    """None: an act that is cited did nothing."""
    role: str
    clause: Clause
    target: str
    """The block's key; "" is the act as a whole."""
    until: date | None

    def aspects(self) -> Iterator[tuple[str, tuple[Any, ...]]]:
        """What is scored, by aspect; whatever names an act is told with it."""
        if self.act != (None, None):
            yield "date and number", self.act
        if self.verb:
            yield "verb", (*self.act, self.verb)
        yield "role", (*self.act, self.role)
        yield "clause", (*self.act, *self.clause)
        yield "target", (*self.act, self.target)
        if self.until:
            yield "until", (*self.act, self.until)
        whole = (self.verb, self.role, *self.clause, self.target, self.until)
        yield "all of these", (*self.act, *whole)


@dataclass(frozen=True)
class LabelledNote:
    """A note, and what a reader with eyes found in it; `name` is for people."""

    name: str
    note: Footnote
    language: Language
    standing: Standing
    says: tuple[Saying, ...]
    doubt: str = ""


@dataclass(frozen=True)
class Disagreement:
    """What the labels say of a note and the reader does not, or the other way round."""

    note: LabelledNote
    aspect: str
    missed: frozenset[tuple[Any, ...]]
    added: frozenset[tuple[Any, ...]]


@dataclass
class Score:
    """Counts by aspect over some notes, and every disagreement."""

    notes: int = 0
    labelled: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ASPECTS, 0))
    given: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ASPECTS, 0))
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(ASPECTS, 0))
    disagreements: list[Disagreement] = field(default_factory=list)

    def precision(self, aspect: str) -> float:
        """The share of what the reader gives that is right; 1 where it gives nothing."""
        return self.right[aspect] / self.given[aspect] if self.given[aspect] else 1.0

    def recall(self, aspect: str) -> float:
        """The share of what the notes say that the reader gives."""
        return self.right[aspect] / self.labelled[aspect] if self.labelled[aspect] else 1.0


def score(notes: Iterable[LabelledNote], reader: Reader) -> Score:
    """What the reader makes of the notes, held against their labels."""
    found = Score()
    for one in notes:
        found.notes += 1
        given = [_given(amendment) for amendment in reader(one.note, one.language, one.standing)]
        unjudged = {saying.act for saying in one.says if saying.verb is None}
        ours = _by_aspect(one.says)
        theirs = _by_aspect(
            Saying(
                saying.act,
                None if saying.act in unjudged else saying.verb,
                saying.role,
                saying.clause,
                saying.target,
                saying.until,
            )
            for saying in given
        )
        for aspect in ASPECTS:
            found.labelled[aspect] += len(ours[aspect])
            found.given[aspect] += len(theirs[aspect])
            found.right[aspect] += len(ours[aspect] & theirs[aspect])
            if ours[aspect] != theirs[aspect]:
                missed = frozenset(ours[aspect] - theirs[aspect])
                added = frozenset(theirs[aspect] - ours[aspect])
                found.disagreements.append(Disagreement(one, aspect, missed, added))
    return found


def own_notes() -> tuple[LabelledNote, ...]:
    """The labelled notes in our own words."""
    return tuple(
        LabelledNote(
            f"own note {count}",
            Footnote(entry["text"]),
            Language(entry["language"]),
            Standing(entry.get("at")),
            tuple(_sayings(entry)),
            entry.get("doubt", ""),
        )
        for count, entry in enumerate(_entries("own-notes.toml"), 1)
    )


def real_notes(editions: Mapping[str, Edition]) -> tuple[LabelledNote, ...]:
    """The labelled notes of the editions, these by the file they were read from.

    Raises LookupError where a note's text is not the one that was labelled.
    """
    printed = {
        (file, standing.at, ordinal): (edition.language, note, standing)
        for file, edition in editions.items()
        for ordinal, note, standing in _numbered(edition)
    }
    return tuple(_real(entry, printed) for entry in _entries("notes.toml"))


def labelled_files() -> frozenset[str]:
    """The files of the registry's folder that have labelled notes."""
    return frozenset(entry["file"] for entry in _entries("notes.toml"))


def _real(
    entry: dict[str, Any],
    printed: Mapping[tuple[str, str | None, int], tuple[Language, Footnote, Standing]],
) -> LabelledNote:
    place = entry["file"], entry.get("key"), entry["ordinal"]
    name = f"{place[0]}, {place[1] or 'act'}, note {place[2]}"
    found = printed.get(place)
    if found is None or not digest(found[1].text).startswith(entry["sha256"]):
        raise LookupError(f"{name}: no such note any more, or its text is another: label it anew")
    language, note, standing = found
    says = tuple(_sayings(entry))
    return LabelledNote(name, note, language, standing, says, entry.get("doubt", ""))


def _numbered(edition: Edition) -> Iterator[tuple[int, Footnote, Standing]]:
    counts: dict[str | None, int] = {}
    for note, standing in notes_with_standing(edition):
        if standing.inside:
            continue  # the labels count the footnotes of a place
        counts[standing.at] = counts.get(standing.at, 0) + 1
        yield counts[standing.at], note, standing


def _entries(name: str) -> list[dict[str, Any]]:
    with (FOLDER / name).open("rb") as file:
        entries: list[dict[str, Any]] = tomllib.load(file)["note"]
    return entries


def _sayings(entry: dict[str, Any]) -> Iterator[Saying]:
    shared = {name: entry[name] for name in ("target", "verb", "role") if name in entry}
    for own in entry["says"]:
        one = shared | own
        day = one["day"].isoformat() if "day" in one else one.get("written")
        yield Saying(
            (day, one.get("number")),
            one.get("verb"),
            one.get("role", Role.AMENDS.value),
            _labelled_clause(one),
            one["target"],
            one.get("until"),
        )


def _labelled_clause(one: dict[str, Any]) -> Clause:
    if "days" in one:
        return ClauseKind.DAYS_AFTER_PUBLICATION, one["days"]
    if "on" in one:
        return ClauseKind.ON_DATE, one["on"]
    if "see" in one:
        return ClauseKind.BY_REFERENCE, one["see"]
    return ClauseKind(one.get("clause", "none")), None


def _given(amendment: Amendment) -> Saying:
    act, clause = amendment.act, amendment.clause
    day = act.adopted.isoformat() if act.adopted else act.adopted_as_written or None
    return Saying(
        (day, act.number),
        amendment.verb.value,
        amendment.role.value,
        (clause.kind, clause.days if clause.days is not None else clause.on or clause.article),
        amendment.target.block_key or "",
        amendment.until,
    )


def _by_aspect(sayings: Iterable[Saying]) -> dict[str, set[tuple[Any, ...]]]:
    found: dict[str, set[tuple[Any, ...]]] = {aspect: set() for aspect in ASPECTS}
    for saying in sayings:
        for aspect, value in saying.aspects():
            found[aspect].add(value)
    return found
