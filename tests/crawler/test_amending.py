"""Amendments stay right whatever editions come in, in whatever order, and what is learned later."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete

from corpus.amendments import Ground
from corpus.law import Cause, Holding, HoldingKind, Language
from corpus.store import reads
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.amendments.tables import (
    AMENDMENT_MENTIONS,
    AMENDMENT_READINGS,
    AMENDMENTS,
    NOTE_READINGS,
)
from crawler import amending
from crawler.deriving import derive
from crawler.ingest import ReceivedKind
from crawler.reparse import reparse
from tests.crawler.funnel import NGR, Funnel, article, funnel, only, page, source, watchlist

WATCHED = f"""
[[act]]
ngr = "{NGR}"
form = "law"
status = "in force"
adopted = 1999-06-01
title.ru = "О садах"
amendments = [
    {{ date = 2001-02-03, number = "20-II", ngr = "Z010000020_", published = 2001-02-10 }},
    {{ date = 2002-02-03, number = "21-II", labels = [2002-02-03, 2003-01-01] }},
]
"""
TEN_DAYS = (
    "от 03.02.2001 № 20-II (вводится в действие по истечении десяти календарных дней после дня его "
    "первого официального опубликования)"
)
STAGED = "от 03.02.2002 № 21-II (порядок введения в действие см. ст. 2)"
DATED = "от 05.05.2004 № 50 (вводится в действие с 01.01.2005)"


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Funnel]:
    with funnel(tmp_path, watchlist(WATCHED)) as made:
        yield made


def clock() -> datetime:
    return datetime.now(UTC)


def noted(number: str, *acts: str) -> str:
    """An article with a note that names acts."""
    text = article(number, "1. Сажают весной.")
    if not acts:
        return text
    inside = "внесенными законами РК" if len(acts) > 1 else "внесенным Законом РК"
    changes = "изменениями" if len(acts) > 1 else "изменением"
    return f"{text}\n\n      Сноска. Статья {number} с {changes}, {inside} {'; '.join(acts)}."


def take(corpus: Funnel, label: str, *first: str, second: tuple[str, ...] = ()) -> None:
    """An edition whose first and second article have notes that name these acts."""
    received = corpus.take(page(noted("1", *first), noted("2", *second)), source(label))
    assert received.edition is not None, received.message


def found(corpus: Funnel, *, withdrawn: bool = False) -> list[AmendmentRecord]:
    with corpus.store.read() as session:
        return reads.amendments(session, WantedAmendments(withdrawn=withdrawn))[0]


def story(corpus: Funnel) -> list[tuple[str | None, str | None, str, Ground, str, str]]:
    """The standing amendments: place, act, day, ground, first and last label."""
    return [
        (
            one.amendment.target.key,
            one.amendment.act.number,
            str(one.entry.on),
            one.entry.ground,
            str(one.first_label),
            str(one.last_label),
        )
        for one in sorted(found(corpus), key=lambda one: (str(one.amendment.target.key), one.id))
    ]


def test_each_act_of_a_note_is_an_amendment_with_its_own_day(corpus: Funnel) -> None:
    take(corpus, "2004-05-05", TEN_DAYS, DATED)
    assert story(corpus) == [
        ("art_1", "20-II", "2001-02-21", Ground.COMPUTED, "2004-05-05", "2004-05-05"),
        ("art_1", "50", "2005-01-01", Ground.STATED, "2004-05-05", "2004-05-05"),
    ]
    computed = found(corpus)[0]
    assert computed.entry.published == date(2001, 2, 10)
    assert computed.heading == "Статья 1. О правиле 1"
    assert computed.amendment.act.ngr == "Z010000020_"


def test_a_note_that_a_later_edition_repeats_is_seen_once(corpus: Funnel) -> None:
    take(corpus, "2001-02-03", TEN_DAYS)
    (before,) = found(corpus)
    take(corpus, "2004-05-05", TEN_DAYS, DATED)
    again, new = found(corpus, withdrawn=True)
    assert (again.id, again.sequence, again.recorded_at) == (
        before.id,
        before.sequence,
        before.recorded_at,
    )
    assert (str(again.first_label), str(again.last_label)) == ("2001-02-03", "2004-05-05")
    assert new.amendment.act.number == "50"


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_arrival_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    editions: list[tuple[str, tuple[str, ...]]] = [
        ("2001-02-03", (TEN_DAYS,)),
        ("2002-02-03", (TEN_DAYS,)),
        ("2003-01-01", (TEN_DAYS, STAGED)),
    ]
    with funnel(tmp_path, watchlist(WATCHED)) as corpus:
        for place in order:
            label, acts = editions[place]
            take(corpus, label, *acts)
        assert sorted(story(corpus)) == [
            ("art_1", "20-II", "2001-02-21", Ground.COMPUTED, "2001-02-03", "2003-01-01"),
            ("art_1", "21-II", "2003-01-01", Ground.INFERRED, "2003-01-01", "2003-01-01"),
        ]


def test_the_first_edition_held_infers_nothing(corpus: Funnel) -> None:
    take(corpus, "2003-01-01", STAGED)
    assert story(corpus)[0][2:4] == ("None", Ground.UNKNOWN)


def test_an_earlier_edition_corrects_an_unknown_day_and_withdraws_it(corpus: Funnel) -> None:
    take(corpus, "2003-01-01", STAGED)
    take(corpus, "2002-02-03")
    gone, now = found(corpus, withdrawn=True)
    assert (gone.entry.ground, gone.withdrawn_at is None) == (Ground.UNKNOWN, False)
    assert (now.entry.ground, now.withdrawn_at) == (Ground.INFERRED, None)
    assert str(now.entry.label) == "2003-01-01"


def test_an_edition_known_in_between_makes_the_day_unknown_again(corpus: Funnel) -> None:
    take(corpus, "2002-02-03")
    take(corpus, "2003-01-01", STAGED)
    assert story(corpus)[0][3] is Ground.INFERRED
    take(corpus, "2002-08-08", STAGED)
    assert story(corpus)[0][2:5] == ("None", Ground.UNKNOWN, "2002-08-08")


def test_another_language_that_names_an_edition_in_between_does_too(corpus: Funnel) -> None:
    take(corpus, "2002-02-03")
    take(corpus, "2003-01-01", STAGED)
    kazakh = "### 1-бап. Ереже туралы\n\n      1. Көктемде отырғызады және жазда суарады."
    received = corpus.take(
        page(kazakh, title="Бақтар туралы"), source("2002-08-08", language=Language.KK)
    )
    assert received.edition is not None, received.message
    assert story(corpus)[0][3] is Ground.UNKNOWN


def test_a_label_that_is_not_said_to_be_the_acts_own_infers_nothing(corpus: Funnel) -> None:
    take(corpus, "2002-02-03")
    take(corpus, "2002-12-12", STAGED)
    assert story(corpus)[0][3] is Ground.UNKNOWN


@pytest.mark.parametrize(
    ("cause", "ground"),
    [
        ("Закон РК от 3 февраля 2002 года № 21-II", Ground.INFERRED),
        ("Закон РК от 4 февраля 2002 года № 21-II", Ground.UNKNOWN),
        ("Закон РК от 1 мая 2002 года № 30-II; от 3 февраля 2002 года № 21-II", Ground.UNKNOWN),
    ],
    ids=["the act", "another day", "another act first"],
)
def test_the_registrys_cause_of_an_edition_says_whose_it_is(
    corpus: Funnel, cause: str, ground: Ground
) -> None:
    take(corpus, "2002-02-03")
    wanted = replace(source("2002-12-12"), cause=Cause(requisites=cause))
    assert corpus.take(page(noted("1", STAGED), noted("2")), wanted).edition is not None
    assert story(corpus)[0][3] is ground


def test_a_day_of_adoption_as_label_infers_nothing(corpus: Funnel) -> None:
    take(corpus, "2001-02-03")
    take(corpus, "2002-02-03", STAGED)
    assert story(corpus)[0][3] is Ground.UNKNOWN


@pytest.mark.parametrize(
    ("holding", "ground"),
    [
        (only("art_1"), Ground.INFERRED),
        (only("art_2"), Ground.UNKNOWN),
        (Holding(HoldingKind.BEGINNING), Ground.INFERRED),
    ],
    ids=["the article", "another", "what follows too"],
)
def test_a_copy_in_part_is_silent_only_about_what_it_holds(
    corpus: Funnel, holding: Holding, ground: Ground
) -> None:
    articles = [noted(number) for number in ("1", "2") if holding != only(f"art_{3 - int(number)}")]
    assert corpus.take(page(*articles), source("2002-02-03", holding)).edition is not None
    take(corpus, "2003-01-01", STAGED)
    assert story(corpus)[0][3] is ground


def test_the_same_act_said_otherwise_at_the_same_place_is_no_silence(corpus: Funnel) -> None:
    take(corpus, "2002-02-03", STAGED.replace("ст. 2", "ст. 3"))
    take(corpus, "2003-01-01", STAGED)
    assert [one[3] for one in story(corpus)] == [Ground.UNKNOWN, Ground.UNKNOWN]


def test_a_stage_at_another_place_has_a_day_of_its_own(corpus: Funnel) -> None:
    take(corpus, "2001-02-03")
    take(corpus, "2002-02-03", STAGED)
    take(corpus, "2003-01-01", STAGED, second=(STAGED,))
    assert [(one[0], one[2], one[3]) for one in story(corpus)] == [
        ("art_1", "None", Ground.UNKNOWN),
        ("art_2", "2003-01-01", Ground.INFERRED),
    ]


def test_a_corrected_note_withdraws_what_it_said_before(corpus: Funnel) -> None:
    take(corpus, "2004-05-05", DATED)
    take(corpus, "2004-05-05", DATED.replace("2005", "2006"))
    gone, now = found(corpus, withdrawn=True)
    assert (str(gone.entry.on), gone.withdrawn_at is None) == ("2005-01-01", False)
    assert (str(now.entry.on), now.withdrawn_at) == ("2006-01-01", None)


def test_a_note_that_only_newer_editions_dropped_still_stands(corpus: Funnel) -> None:
    take(corpus, "2001-02-03", TEN_DAYS)
    take(corpus, "2004-05-05")
    assert story(corpus)[0][4:] == ("2001-02-03", "2001-02-03")


def test_a_new_reader_of_notes_reads_all_editions_again(
    corpus: Funnel, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(corpus, "2001-02-03", TEN_DAYS)
    take(corpus, "2004-05-05", TEN_DAYS, DATED)
    before = found(corpus, withdrawn=True)
    monkeypatch.setattr(amending, "amendments_of", lambda _: ())
    assert [one.amendments for one in derive(corpus.store, corpus.ingest.watchlist, clock)] == [0]
    monkeypatch.setattr(amending, "READER_VERSION", "another")
    assert [one.amendments for one in derive(corpus.store, corpus.ingest.watchlist, clock)] == [2]
    assert found(corpus) == []
    assert [one.id for one in found(corpus, withdrawn=True)] == [one.id for one in before]


def test_reading_the_same_pages_again_makes_up_for_readings_that_are_missing(
    corpus: Funnel,
) -> None:
    take(corpus, "2001-02-03", TEN_DAYS)
    take(corpus, "2004-05-05", TEN_DAYS, DATED)
    whole = story(corpus)
    with corpus.store.write() as session:
        for table in (AMENDMENTS, AMENDMENT_MENTIONS, AMENDMENT_READINGS, NOTE_READINGS):
            session.execute(delete(table))
    assert story(corpus) == []
    fates = [one.received.kind for one in reparse(corpus.ingest)]
    assert fates == [ReceivedKind.UNCHANGED, ReceivedKind.UNCHANGED]
    assert story(corpus) == whole


def test_a_day_of_publication_learned_later_withdraws_the_unknown(corpus: Funnel) -> None:
    take(corpus, "2001-02-03", TEN_DAYS.replace("03.02.2001 № 20-II", "07.07.2000 № 9-II"))
    assert story(corpus)[0][3] is Ground.UNKNOWN
    known = WATCHED.replace(
        "amendments = [",
        'amendments = [ { date = 2000-07-07, number = "9-II", published = 2000-07-10 },',
    )
    list(derive(corpus.store, watchlist(known), clock))
    assert story(corpus)[0][2:4] == ("2000-07-21", Ground.COMPUTED)
    assert len(found(corpus, withdrawn=True)) == 2
