"""Footnotes -> amendments: which act did what to which place, and from when.

A small grammar of named rules, a module a concept. `tokens` and `lexicon` (three vocabularies)
tell what words mean, `grammar` how rules are put together. Phrases: `days` and their `slips`,
`mentions` of acts, `clauses` (also `unbracketed`), places in `targets`, verbs in `spotting`,
`roles`: `statements`.
`listing` and `items` are how a note is a list and what belongs to which act; `placing` and
`registry_numbers` give keys and NGR. `reading` gives the amendments, `remarks` what was not read.
"""

from corpus.notes.named import NamedAct, acts_in, first_act_in, named_acts
from corpus.notes.placing import Standing
from corpus.notes.reading import (
    NoteReading,
    amendments_of,
    keys_around,
    note_reading,
    notes_of,
    notes_with_standing,
    readings_of,
)
from corpus.notes.remarks import Remark, RemarkKind

READER_VERSION = "8"
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
    "first_act_in",
    "keys_around",
    "named_acts",
    "note_reading",
    "notes_of",
    "notes_with_standing",
    "readings_of",
]
