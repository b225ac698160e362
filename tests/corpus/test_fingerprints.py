"""Fingerprints: the same for copies that differ only to the eye, another for other words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.fingerprints import (
    Fingerprints,
    FingerprintsError,
    ReadState,
    ReadWording,
    fingerprint,
    load_fingerprints,
    wording_of,
)
from corpus.law import Block, BlockKind, EditionLabel, Footnote, Language
from corpus.regimes import load_regimes
from corpus.themes import load_themes
from tests.api.law import article, chapter, edition, point, subpoint, table

PLACE = ("old", "Z1:art_1", Language.RU)
READ = ReadWording(EditionLabel.parse("2005-07-08"), "0123456789abcdef")
AGAIN = ReadWording(EditionLabel.parse("2005-07-08"), "fedcba9876543210", sample=True)
TEXT = edition(
    "Z1",
    "2005-07-08",
    chapter("1", "Аким"),
    article(
        "1",
        "Дела",
        point("1", "Аким ведёт:"),
        subpoint("1", "1", "дороги;"),
        Block(BlockKind.TABLE, "а\tб", rows=(("а", "б"),)),
        Footnote("Сноска. Изменено."),
        point("2", "Аким служит."),
        table(("в", "г")),
        point("20", "Это двадцатый."),
        divisions=("ch_1",),
    ),
    article("2", "Срок", point("1", "Четыре года."), divisions=("ch_1",)),
    title="Закон",
)


def test_the_wording_of_a_point_ends_where_the_next_begins_and_has_no_footnotes() -> None:
    assert wording_of(TEXT, "art_1__p_1") == "1. Аким ведёт:\n1) дороги;\nа\tб"
    assert wording_of(TEXT, "art_1__p_2") == "2. Аким служит."
    assert wording_of(TEXT, "art_1__p_1__sp_1") == "1) дороги;\nа\tб"


def test_the_wording_of_an_article_and_of_a_chapter_is_whole() -> None:
    first, second = TEXT.articles
    assert wording_of(TEXT, "art_2") == second.wording == "Срок\n1. Четыре года."
    assert wording_of(TEXT, "ch_1") == f"{first.wording}\n{second.wording}"


@pytest.mark.parametrize("key", ["art_3", "art_1__p_3", "art_1__p_", "ch_2", "art"])
def test_a_place_that_is_not_there_has_no_wording(key: str) -> None:
    assert wording_of(TEXT, key) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a  b\n c", "a b c"),
        ("a\u00a0b", "a b"),
        ("«а»", '"а"'),
        ("а – б", "а - б"),
        ("и\u0306", "й"),
        ("сло\u00adво", "слово"),
    ],
)
def test_copies_that_differ_to_the_eye_alone_have_one_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("25 лет", "26 лет"),
        ("а б", "аб"),
        ("аким", "Аким"),
        ("1-1", "11"),
        ("50\t\t25", "50\t25\t"),
        ("50\t25", "50 25"),
    ],
)
def test_other_words_have_another_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


@given(st.text())
def test_a_fingerprint_is_sixteen_figures_and_white_space_is_nothing_to_it(text: str) -> None:
    mark = fingerprint(text)
    assert len(mark) == 16
    assert int(mark, 16) >= 0
    assert fingerprint(f"  {text}\n") == mark


def test_a_fingerprint_stays_what_it_was() -> None:
    assert fingerprint("Не моложе 25 лет.") == "8aae4a08a5c166e8"


def test_a_wording_stands_as_it_was_read() -> None:
    known = Fingerprints({PLACE: (READ, AGAIN)})
    assert known.state(PLACE, READ.fingerprint) is ReadState.CHECKED
    assert known.state(PLACE, AGAIN.fingerprint) is ReadState.CHECKED
    assert known.state(PLACE, "0" * 16) is ReadState.CHANGED
    assert known.state(("new", *PLACE[1:]), READ.fingerprint) is ReadState.UNREAD
    assert known.state((*PLACE[:2], Language.KK), READ.fingerprint) is ReadState.UNREAD


def test_reading_the_same_wording_again_adds_nothing() -> None:
    once = Fingerprints({}).with_read([(PLACE, READ)])
    twice = once.with_read([(PLACE, READ), (PLACE, AGAIN), (PLACE, AGAIN)])
    assert once.wordings == {PLACE: (READ,)}
    assert twice.wordings == {PLACE: (READ, AGAIN)}


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    known = Fingerprints(
        {
            PLACE: (READ, AGAIN),
            (*PLACE[:2], Language.KK): (AGAIN,),
            ("new", "Z2:ch_13-1", Language.EN): (READ,),
        }
    )
    path = tmp_path / "mine.toml"
    path.write_text(known.to_toml(), encoding="utf-8")
    assert load_fingerprints(path) == known
    assert '["old"]\n"Z1:art_1" = { ru = ["2005-07-08 0123456789abcdef", ' in known.to_toml()


@pytest.mark.parametrize(
    "text",
    [
        "[old\n",
        '[old]\n"Z1:art_1" = 5\n',
        '[old]\n"Z1:art_1" = { de = ["2005-07-08 0123456789abcdef"] }\n',
        '[old]\n"Z1:art_1" = { ru = ["0123456789abcdef"] }\n',
        '[old]\n"Z1:art_1" = { ru = ["2005-13-08 0123456789abcdef"] }\n',
        '[old]\n"Z1:art_1" = { ru = ["2005-07-08 0123"] }\n',
        '[old]\n"Z1:art_1" = { ru = ["2005-07-08 official 0123456789abcdef"] }\n',
    ],
)
def test_a_file_that_is_none_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FingerprintsError, match=r"mine\.toml: "):
        load_fingerprints(path)


def test_the_file_that_comes_with_nusqa_keeps_provisions_that_are_cited() -> None:
    themes = load_themes(load_regimes())
    cited = {
        (cell.phase, f"{one.ngr}:{key}")
        for theme in themes.themes
        for cell in theme.cells
        for one in cell.provisions
        for key in one.keys
    }
    kept = {(phase, provision) for phase, provision, _ in load_fingerprints().wordings}
    assert len(kept) > 200
    assert kept <= cited
