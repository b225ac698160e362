"""Reads notes for the tests, in the language that they are written in."""

from __future__ import annotations

import re

from corpus.amendments import Amendment
from corpus.law import Footnote, Language, Link
from corpus.notes import NoteReading, Standing, note_reading

_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)


def reading(text: str, at: str | None = "art_5", after: str = "", *links: Link) -> NoteReading:
    """What is read in a note of a Russian, Kazakh or English edition, told by its letters."""
    if _KAZAKH.search(text):
        language = Language.KK
    else:
        language = Language.EN if text.isascii() else Language.RU
    return note_reading(Footnote(text, links), language, Standing(at, after))


def amendments(text: str, at: str | None = "art_5", after: str = "") -> tuple[Amendment, ...]:
    """The amendments that are read in a note."""
    return reading(text, at, after).amendments


def only(text: str, at: str | None = "art_5", after: str = "") -> Amendment:
    """The only amendment of a note."""
    (amendment,) = amendments(text, at, after)
    return amendment


def places(text: str, at: str | None = "art_5", after: str = "") -> list[str | None]:
    """The keys of the places that a note speaks of, in order."""
    return [one.target.block_key for one in amendments(text, at, after)]
