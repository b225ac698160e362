"""What the reader of notes makes of notes that were read by eye: real ones, and our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

from benchmarks.labelled_notes import LabelledNote, Score, own_notes, real_notes, score
from benchmarks.noting import amendments_of, editions, told
from corpus.notes import note_reading

AIMS = {"date and number": 0.98, "verb": 0.95, "role": 0.95, "clause": 0.9, "target": 0.9}


def _scored(notes: tuple[LabelledNote, ...]) -> Score:
    return score((note for note in notes if not note.doubt), amendments_of)


def _falls_short(found: Score) -> list[str]:
    return [
        f"{aspect}: precision {found.precision(aspect):.3f}, recall {found.recall(aspect):.3f}"
        for aspect, aim in AIMS.items()
        if min(found.precision(aspect), found.recall(aspect)) < aim
    ]


def test_our_own_notes_are_read_as_their_labels_say() -> None:
    found = _scored(own_notes())

    assert found.notes >= 200
    assert not _falls_short(found), "\n".join(told(found))


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_no_language_is_read_worse_than_the_aims(language: str) -> None:
    found = _scored(tuple(note for note in own_notes() if note.language.value == language))

    assert found.notes >= 25
    assert not _falls_short(found), "\n".join(told(found))


def test_real_notes_are_read_as_their_labels_say(shared_registry: Path) -> None:
    found = _scored(real_notes(editions(shared_registry)))

    assert found.notes >= 140
    assert not _falls_short(found), "\n".join(told(found))


def test_a_note_of_doubt_names_every_act_or_is_remarked_on() -> None:
    for one in own_notes():
        if one.doubt:
            named = score([one], amendments_of).recall("date and number") == 1
            remarks = note_reading(one.note, one.language, one.standing).remarks
            assert named or remarks, one.note.text


def test_a_note_cut_anywhere_loses_no_act_before_the_cut_and_invents_none() -> None:
    for one in own_notes():
        text = one.note.text
        whole = _acts(one, text)
        for end in range(len("Сноска. "), len(text), 5):
            before = _acts(one, text[:end])[:-1]
            assert before == whole[: len(before)], text[:end]


def _acts(one: LabelledNote, text: str) -> list[tuple[date | None, str | None]]:
    """The acts that a text names, in order, each once in a row."""
    read = amendments_of(replace(one.note, text=text), one.language, one.standing)
    acts = [(amendment.act.adopted, amendment.act.number) for amendment in read]
    return [act for act, _ in groupby(acts)]
