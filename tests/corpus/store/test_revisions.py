"""Which of several copies of one label is read: age, registry and extent decide."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from corpus.law import Edition, Holding
from corpus.store import reads
from corpus.store.records import EditionSource, Outcome, RevisionReason, StoredEdition
from corpus.store.snapshots import Fetched, record_snapshot
from corpus.store.writes import store_edition
from tests.corpus.store.making import (
    BEGINNING,
    NGR,
    NOON,
    RU,
    SOURCE,
    Shelf,
    article,
    edition,
    label,
    parts,
)

DAY = "2013-04-24"
ETALON = EditionSource("etalon", "etalon", "1")
FILES = EditionSource("files", "plain-text", "1")


def worded(text: str, holding: Holding | None = None) -> Edition:
    """An edition of two articles, the first with these words."""
    made = edition(DAY, (article("1", text), article("2")))
    return replace(made, holding=holding) if holding else made


def put_as_of(
    shelf: Shelf, wanted: Edition, moment: datetime, source: EditionSource = SOURCE, page: str = ""
) -> StoredEdition:
    """Store an edition whose page was fetched at a moment."""
    body = (page or wanted.text()).encode()
    fetched = Fetched("https://registry.example/page", moment, 200, {}, body)
    evidence = record_snapshot(shelf.session, shelf.snapshots, fetched)
    return store_edition(
        shelf.session, wanted, snapshot_ids=[evidence.id], source=source, recorded_at=shelf.now()
    )


def what_is_read(shelf: Shelf) -> Edition:
    (current,) = reads.editions(shelf.session, NGR)
    return reads.edition(shelf.session, current.id)


def reasons(shelf: Shelf) -> list[RevisionReason]:
    return [one.reason for one in reads.revisions(shelf.session, NGR, RU, label(DAY))]


def test_an_older_copy_never_replaces_a_newer_one(shelf: Shelf) -> None:
    put_as_of(shelf, worded("Now."), NOON)
    older = put_as_of(shelf, worded("Then."), NOON - timedelta(days=30))
    assert (older.outcome, older.reason) == (Outcome.BESIDE, RevisionReason.OLDER_COPY)
    assert what_is_read(shelf) == worded("Now.")
    assert reads.edition(shelf.session, older.id) == worded("Then.")
    assert put_as_of(shelf, worded("Later."), NOON + timedelta(1)).outcome is Outcome.REVISED


def test_a_confirmation_makes_what_it_confirms_newer(shelf: Shelf) -> None:
    put_as_of(shelf, worded("Now."), NOON)
    put_as_of(shelf, worded("Now."), NOON + timedelta(days=30), page="another page, the same text")
    between = put_as_of(shelf, worded("Cached."), NOON + timedelta(days=10))
    assert (between.outcome, between.reason) == (Outcome.BESIDE, RevisionReason.OLDER_COPY)


def test_a_confirmation_counts_after_its_page_was_read_anew(shelf: Shelf) -> None:
    put_as_of(shelf, worded("Now read badly."), NOON, page="page")
    put_as_of(shelf, worded("Now read badly."), NOON + timedelta(days=30), page="another page")
    better = put_as_of(shelf, worded("Now."), NOON, replace(SOURCE, parser_version="2"), "page")
    assert better.reason is RevisionReason.PARSER
    assert put_as_of(shelf, worded("Cached."), NOON + timedelta(10)).outcome is Outcome.BESIDE


def test_an_older_file_with_the_same_text_is_nothing_new(shelf: Shelf) -> None:
    put_as_of(shelf, worded("Now."), NOON)
    older = put_as_of(shelf, worded("Now."), NOON - timedelta(days=9), FILES, page="a file")
    assert older.outcome is Outcome.UNCHANGED


def test_an_older_copy_again_is_nothing_new(shelf: Shelf) -> None:
    put_as_of(shelf, worded("Now."), NOON)
    first = put_as_of(shelf, worded("Then."), NOON - timedelta(days=30))
    again = put_as_of(shelf, worded("Then."), NOON - timedelta(days=20))
    assert (again.outcome, again.id) == (Outcome.UNCHANGED, first.id)


def test_two_registries_that_differ_correct_nothing(shelf: Shelf) -> None:
    for day, (source, text) in enumerate([(SOURCE, "One."), (ETALON, "Other.")] * 3):
        put_as_of(shelf, worded(text), NOON + timedelta(days=day), source)
    assert reasons(shelf) == [RevisionReason.FIRST, RevisionReason.OTHER_REGISTRY]
    assert what_is_read(shelf) == worded("One.")


def test_the_same_text_of_another_registry_confirms(shelf: Shelf) -> None:
    first = put_as_of(shelf, worded("One."), NOON)
    retitled = replace(worded("One."), title="On invented matters")
    again = put_as_of(shelf, retitled, NOON + timedelta(1), ETALON, page="another page")
    assert (again.outcome, again.id) == (Outcome.UNCHANGED, first.id)
    assert len(reads.snapshots_of(shelf.session, first.id, confirming=True)) == 1


def test_a_registry_corrects_itself_also_after_another_was_heard(shelf: Shelf) -> None:
    put_as_of(shelf, worded("One."), NOON)
    put_as_of(shelf, worded("Other."), NOON + timedelta(1), ETALON)
    corrected = put_as_of(shelf, worded("Two."), NOON + timedelta(2))
    assert (corrected.outcome, corrected.reason) == (Outcome.REVISED, RevisionReason.CORRECTED)


@pytest.mark.parametrize("source", [SOURCE, ETALON, FILES], ids=lambda one: one.registry)
@pytest.mark.parametrize("less", [BEGINNING, parts("art_1")], ids=["beginning", "parts"])
def test_what_holds_more_is_read_and_corrects_nothing(
    shelf: Shelf, source: EditionSource, less: Holding
) -> None:
    put_as_of(shelf, replace(edition(DAY, (article("1", "One."),)), holding=less), NOON)
    more = put_as_of(shelf, worded("Other."), NOON + timedelta(1), source)
    assert (more.outcome, more.reason) == (Outcome.REVISED, RevisionReason.HOLDS_MORE)
    assert what_is_read(shelf) == worded("Other.")


def test_more_parts_hold_more(shelf: Shelf) -> None:
    put_as_of(shelf, worded("One.", parts("art_1")), NOON, page="a smaller page")
    more = put_as_of(shelf, worded("One.", parts("art_1", "art_2")), NOON + timedelta(1), ETALON)
    assert more.reason is RevisionReason.HOLDS_MORE


def test_a_part_that_holds_as_much_is_a_correction_or_another_registrys(shelf: Shelf) -> None:
    put_as_of(shelf, worded("One.", parts("art_1")), NOON)
    other = put_as_of(shelf, worded("Two.", parts("art_1")), NOON + timedelta(1), ETALON)
    own = put_as_of(shelf, worded("Two!", parts("art_1")), NOON + timedelta(2))
    assert (other.reason, own.reason) == (RevisionReason.OTHER_REGISTRY, RevisionReason.CORRECTED)


def test_a_copy_that_holds_less_says_so(shelf: Shelf) -> None:
    put_as_of(shelf, worded("One."), NOON)
    less = put_as_of(shelf, worded("Two.", parts("art_1")), NOON + timedelta(1))
    assert (less.outcome, less.reason) == (Outcome.BESIDE, RevisionReason.HOLDS_LESS)
