"""The published table of word forms is what the engines do."""

from __future__ import annotations

import hashlib

from benchmarks.word_forms import TABLE, Outcome, outcomes, read_labels, row
from corpus.law import Language
from corpus.search import SearchEngine
from corpus.search.words.analysis import VERSION, Analyser

LABELS = read_labels()


def test_every_engine_finds_and_keeps_apart_what_the_labels_say(engine: SearchEngine) -> None:
    wrong = {
        label.asked: found
        for label, found in zip(LABELS, outcomes(engine, LABELS), strict=True)
        if found != Outcome(label.missed, label.merged)
    }
    assert wrong == {}


def test_the_published_table_says_the_same() -> None:
    published = TABLE.read_text(encoding="utf-8")
    for label in LABELS:
        assert row(label, [Outcome(label.missed, label.merged)]) in published


def test_sixty_forms_at_least_are_labelled_and_nothing_contradicts_itself() -> None:
    assert len(LABELS) >= 60
    assert {label.language for label in LABELS} == set(Language)
    for label in LABELS:
        assert not {label.asked, *label.finds} & set(label.apart), label.asked
        assert set(label.missed) <= set(label.finds)
        assert set(label.merged) <= set(label.apart)
        assert bool(label.why) == bool(label.missed or label.merged)


def test_who_changes_stems_says_so_that_indexes_are_built_anew() -> None:
    analyser = Analyser()
    stems = [analyser.stems(label.forms, label.language) for label in LABELS]
    mark = hashlib.sha256(repr(stems).encode()).hexdigest()[:12]
    assert (mark, VERSION) == ("a907a2519f74", 6)  # another mark: raise `VERSION`, and both here
