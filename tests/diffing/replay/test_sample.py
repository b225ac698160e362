"""The sample's amending act: its instructions make the registry's editions, to the letter."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from corpus.instructions.operations import Kind
from corpus.instructions.reading import read_instructions
from corpus.law import Edition, Language
from crawler.registries.adilet import read_edition
from crawler.registries.pages import Format, PageSource
from crawler.sample.acts import LANGUAGES, load_acts
from crawler.sample.classic import ClassicPages
from diffing.replay.replay import Fate, Replayed, replay
from diffing.replay.verdicts import ReplayVerdict, compared

ADOPTED = date(2022, 11, 5)
BEFORE, FIRST, SECOND, THIRD = (
    date(2022, 2, 7),
    ADOPTED,
    date(2023, 1, 1),
    date(2025, 1, 1),
)
STEPS = [(BEFORE, FIRST), (FIRST, SECOND), (SECOND, THIRD), (BEFORE, SECOND), (BEFORE, THIRD)]


@cache
def edition(ngr: str, language: Language, label: date) -> Edition:
    """An edition of the sample, read from its page like any registry's."""
    acts = load_acts()
    (act,) = [one for one in acts if one.ngr == ngr]
    found = act.edition(language, label)
    assert found is not None
    page = ClassicPages(acts).edition(found, dated=True)
    return read_edition([page.encode()], PageSource(ngr, language, Format.ADILET))


def elections(language: Language, label: date) -> Edition:
    return edition("Z950002464_", language, label)


@cache
def replayed(language: Language, older: date, newer: date) -> Replayed:
    read = read_instructions(edition("Z2200000156", language, ADOPTED))
    return replay(elections(language, older), read.operations, ADOPTED, upto=newer)


def test_every_paragraph_of_it_is_understood() -> None:
    for language in LANGUAGES:
        read = read_instructions(edition("Z2200000156", language, ADOPTED))
        assert read.unread == ()
        assert len(read.operations) == 23
        (act,) = read.acts
        assert (act.adopted, act.number) == (date(1995, 9, 28), "2464")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("older", "newer"), STEPS, ids=str)
def test_each_stage_is_the_registrys_text_to_the_letter(
    language: Language, older: date, newer: date
) -> None:
    done = replayed(language, older, newer)
    assert done.refused == ()
    registry = elections(language, newer)
    ours = done.edition.by_key
    assert list(ours) == list(registry.by_key)
    for key, article in registry.by_key.items():
        assert ours[key].wording == article.wording
        assert ours[key].blocks == article.blocks, "numbers, kinds and keys as from the page"
        assert ours[key].divisions == article.divisions
        assert ours[key].printed_heading == article.printed_heading
    headings = [division.printed_heading for division in registry.divisions]
    assert [division.printed_heading for division in done.edition.divisions] == headings


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("older", "newer"), STEPS, ids=str)
def test_each_stage_is_proof(language: Language, older: date, newer: date) -> None:
    verdicts = compared(replayed(language, older, newer), elections(language, newer))
    assert {one.verdict for one in verdicts} == {ReplayVerdict.AGREES, ReplayVerdict.UNCHANGED}
    assert {one.rules for one in verdicts} == {()}


def test_what_starts_later_waits() -> None:
    done = replayed(Language.RU, BEFORE, FIRST)
    applied = [one.operation.place.unit for one in done.outcomes if one.fate is Fate.APPLIED]
    assert applied == ["sp_1", "sp_13", "sp_14"]
    later = [one for one in done.outcomes if one.fate is Fate.LATER]
    assert len(later) == 19


def test_a_temporary_wording_stands_until_its_day() -> None:
    temporary = [
        one for one in replayed(Language.RU, FIRST, SECOND).outcomes
        if one.operation.kind is Kind.TEMPORARY
    ]  # fmt: skip
    assert [one.fate for one in temporary] == [Fate.APPLIED]
    ended = [
        one for one in replayed(Language.RU, SECOND, THIRD).outcomes
        if one.operation.kind is Kind.TEMPORARY
    ]  # fmt: skip
    assert [one.fate for one in ended] == [Fate.ENDED]


def test_the_kazakh_text_changes_where_the_russian_one_does_not() -> None:
    russian = compared(replayed(Language.RU, FIRST, SECOND), elections(Language.RU, SECOND))
    kazakh = compared(replayed(Language.KK, FIRST, SECOND), elections(Language.KK, SECOND))
    verdicts = (
        {one.key: one.verdict for one in russian}["art_44"],
        {one.key: one.verdict for one in kazakh}["art_44"],
    )
    assert verdicts == (ReplayVerdict.UNCHANGED, ReplayVerdict.AGREES)
