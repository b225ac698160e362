"""Footnotes -> amendments: which act did what to which place, and from when.

A small grammar with named rules: `tokens` and `lexicon` (three vocabularies), `grammar` (how rules
are put together), `days`, `mentions`, `clauses`, `targets` and `statements` (what phrases mean),
`listing` and `items` (how a note is a list), `placing` and `registry_numbers` (keys, NGR), and
`reading`, which gives the result.
"""

from corpus.notes.named import NamedAct, acts_in, distinct, named_acts
from corpus.notes.placing import Standing
from corpus.notes.reading import (
    NoteReading,
    amendments_of,
    note_reading,
    notes_with_standing,
    read_note,
    readings_of,
)
from corpus.notes.remarks import Remark, RemarkKind

READER_VERSION = "1"
"""Raise it when notes are read differently: stored readings of another version are read anew."""

__all__ = [
    "READER_VERSION",
    "NamedAct",
    "NoteReading",
    "Remark",
    "RemarkKind",
    "Standing",
    "acts_in",
    "amendments_of",
    "distinct",
    "named_acts",
    "note_reading",
    "notes_with_standing",
    "read_note",
    "readings_of",
]
