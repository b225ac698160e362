"""The notes of the registries' own texts, held against a scan that knows nothing of notes."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from corpus.amendments import ClauseKind, NgrGround, Verb
from corpus.law import Edition
from corpus.notes import NoteReading, RemarkKind, amendments_of, note_reading, notes_with_standing
from crawler.registries import read
from crawler.registries.files import scan
from crawler.registries.pages import Format

READABLE = (Format.ADILET, Format.MIRROR, Format.REFERENCE_BANK_MARKDOWN, Format.PLAIN_TEXT)
# Nothing but figures: a year somewhere before a number sign, or a day «of» somewhere behind it.
NUMBER = re.compile(r"(?:№|\bN|\bNo\.)\s*(\d+)")
YEAR_BEFORE = re.compile(r"(?:19|20)\d\d[^;()\d]{0,12}(?:\d\d\.\d\d\.?)?\s*(?:[а-яәі.]*\s*)$")
DAY_BEHIND = re.compile(r"^[-/\w]*[^;()№]{0,75}\bof \d{1,2} [A-Z][a-z]+ (?:19|20)\d\d")


@pytest.fixture(scope="module")
def editions(shared_registry: Path) -> list[Edition]:
    return [
        read(page.source.format, [page.body], page.source)
        for page in scan([shared_registry])
        if page.source and page.source.format in READABLE and b"adilet-build" not in page.body
    ]


@pytest.fixture(scope="module")
def readings(editions: list[Edition]) -> list[tuple[str, NoteReading]]:
    return [
        (note.text, note_reading(note, edition.language, standing))
        for edition in editions
        for note, standing in notes_with_standing(edition)
    ]


def _named_in(text: str) -> Counter[str]:
    """The numbers with a day that a text has, found by figures alone."""
    text = " ".join(text.split())
    return Counter(
        found[1]
        for found in NUMBER.finditer(text)
        if YEAR_BEFORE.search(text[max(found.start() - 40, 0) : found.start()])
        or DAY_BEHIND.search(text[found.end() : found.end() + 130])
    )


def test_every_number_with_a_day_is_an_act_that_was_read(
    readings: list[tuple[str, NoteReading]],
) -> None:
    scanned: Counter[str] = Counter()
    for text, reading in readings:
        acts = {(one.act, one.quote): one.act for one in reading.amendments}.values()
        read_numbers = Counter(re.split(r"\D", act.number)[0] for act in acts if act.number)
        missing = _named_in(text) - read_numbers
        assert not missing, text
        scanned += _named_in(text)
    assert scanned.total() > 440


def test_no_act_is_read_of_which_the_text_has_no_day_or_number(
    readings: list[tuple[str, NoteReading]],
) -> None:
    for text, reading in readings:
        for one in reading.amendments:
            assert (one.act.number or "").partition("-")[0] in text
            assert one.act.adopted is None or str(one.act.adopted.year) in text


def test_only_what_is_known_to_be_unclear_is_remarked_on(
    readings: list[tuple[str, NoteReading]],
) -> None:
    remarks = {remark for _, reading in readings for remark in reading.remarks}
    # «(исключен)» in the place of a unit: see test_real_remarks.
    remarks = {one for one in remarks if one.kind is not RemarkKind.NO_ACT}
    assert {remark.kind for remark in remarks} == {
        RemarkKind.CUT,  # a list of resolutions that ends without a full stop
        RemarkKind.CLAUSE_UNREAD,  # from the end of a commission's term of office
        RemarkKind.OTHER_PLACE,  # a note at article 11 that says article 1
        RemarkKind.WORDS_UNREAD,  # a registry's old code that was left behind an act
    }
    assert len(remarks) == 4


def test_amending_laws_have_the_registrys_own_number_or_the_rules(
    readings: list[tuple[str, NoteReading]],
) -> None:
    grounds = Counter(one.act.ngr_ground for _, reading in readings for one in reading.amendments)
    assert grounds[NgrGround.LINK] > 30
    assert grounds[NgrGround.RULE] > 300
    linked = {
        (one.act.adopted, one.act.number): one.act.ngr
        for _, reading in readings
        for one in reading.amendments
        if one.act.ngr_ground is NgrGround.LINK
    }
    ruled = {
        (one.act.adopted, one.act.number): one.act.ngr
        for _, reading in readings
        for one in reading.amendments
        if one.act.ngr_ground is NgrGround.RULE
    }
    both = linked.keys() & ruled.keys()
    assert len(both) >= 3
    assert {act: linked[act] for act in both} == {act: ruled[act] for act in both}


def test_a_real_chapter_has_the_same_history_in_both_languages(editions: list[Edition]) -> None:
    histories = [
        [
            (str(one.act.adopted), one.act.number, one.verb, one.clause.kind, one.act.ngr)
            for one in amendments_of(edition)
            if one.target.key == "ch_13-1"
        ]
        for edition in editions
        if str(edition.label) in ("2023-01-01", "2025-01-01") and edition.ngr == "Z950002464_"
    ]
    assert len(histories) == 2
    for history in histories:
        assert history == [
            ("2021-05-24", "41-VII", Verb.ADDED, ClauseKind.DAYS_AFTER_PUBLICATION, "Z2100000041"),
            ("2022-11-05", "156-VII", Verb.REWORDED, ClauseKind.ON_DATE, "Z2200000156"),
        ]
