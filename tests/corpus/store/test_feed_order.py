"""The moments of the feeds follow their places, whatever the clock says."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from corpus.amendments import Role, Target, Verb
from corpus.store import reads
from corpus.store.amendments.pending import newest_announced
from corpus.store.changes.feed import PartOfAct, Selection
from corpus.store.changes.recording import replace_changes
from corpus.store.changes.rows import ChangeRow
from corpus.store.tables import EDITIONS
from tests.corpus.store.amending import amendment, keep
from tests.corpus.store.making import NGR, NOON, RU, Shelf

ROWS = [ChangeRow(f"art_{number}", "added", "", None, f"art_{number}") for number in range(4)]


def write(shelf: Shelf, pair: tuple[int, int], *rows: ChangeRow, minutes: int = 0) -> None:
    moment = NOON + timedelta(minutes=minutes)
    replace_changes(shelf.session, NGR, RU, *pair, rows, recorded_at=moment)


def test_a_clock_that_goes_back_does_not_put_later_changes_before_earlier_ones(
    shelf: Shelf,
) -> None:
    first, second, third = shelf.put_days("2001-01-01", "2002-01-01", "2003-01-01")
    write(shelf, (first, second), *ROWS[:2], minutes=9)
    write(shelf, (second, third), *ROWS[2:])
    found = reads.changes(shelf.session)
    assert {one.recorded_at for one in found} == {NOON + timedelta(minutes=9)}
    assert [one.change for one in found] == ROWS


def test_a_change_is_withdrawn_later_than_it_was_recorded(shelf: Shelf) -> None:
    pair = shelf.put_days("2001-01-01", "2002-01-01")
    write(shelf, (pair[0], pair[1]), *ROWS[:2])
    write(shelf, (pair[0], pair[1]), ROWS[2])
    found = reads.changes(shelf.session, withdrawn=True)
    assert all(one.withdrawn_at > one.recorded_at for one in found if one.withdrawn_at)
    moments = [one.updated_at for one in found]
    assert moments == sorted(moments)


def test_the_end_of_the_feed_is_read_backwards_page_by_page(shelf: Shelf) -> None:
    pair = shelf.put_days("2001-01-01", "2002-01-01")
    write(shelf, (pair[0], pair[1]), *ROWS)
    everything = Selection()
    first = reads.newest_changes(shelf.session, everything, 3)
    rest = reads.newest_changes(shelf.session, everything, 3, first[-1].sequence)
    assert [one.change for one in (*first, *rest)] == ROWS[::-1]
    part = Selection(parts=(PartOfAct(NGR, ("art_1", "art_3")), PartOfAct("Z0000000009")))
    assert [one.change.key for one in reads.newest_changes(shelf.session, part, 9)] == [
        "art_3",
        "art_1",
    ]
    nothing = Selection(parts=())
    assert reads.newest_changes(shelf.session, nothing, 9) == []


def test_what_changes_in_a_feed_is_seen_in_the_version_of_its_act_alone(shelf: Shelf) -> None:
    pair = shelf.put_days("2001-01-01", "2002-01-01")

    def version() -> list[int]:
        return [reads.version_of(shelf.session, acts)[1] for acts in ([NGR], ["Z0000000009"])]

    before = version()
    write(shelf, (pair[0], pair[1]), *ROWS)
    written = version()
    assert written[0] > before[0]
    keep(shelf.session, pair[1], amendment())
    noted = version()
    assert noted[0] > written[0]
    write(shelf, (pair[0], pair[1]), *ROWS)
    keep(shelf.session, pair[1], amendment())
    assert version() == noted
    assert [one[1] for one in (before, written, noted)] == [0, 0, 0]


def test_what_is_foreseen_or_starts_later_is_announced_newest_first(shelf: Shelf) -> None:
    held = shelf.put_days("2001-01-01")[0]
    foreseen = amendment("art_1", role=Role.FORESEEN)
    later = amendment("art_2", verb=Verb.LATER_START, on="2030-01-01")
    some_day = amendment("art_5", verb=Verb.LATER_START)
    of_act = amendment("art_9", "12-II", role=Role.FORESEEN, target=Target(None))
    keep(shelf.session, held, foreseen, amendment("art_1", "11-II"), later, some_day, of_act)
    session = shelf.session
    found = [one.amendment for one in newest_announced(session, None, RU, 9)]
    assert found == [of_act, later, foreseen]
    part = [PartOfAct(NGR, ("art_1",))]
    assert [one.amendment for one in newest_announced(session, part, None, 9)] == [of_act, foreseen]
    (first,) = newest_announced(session, None, RU, 1)
    rest = newest_announced(session, None, RU, 9, first.sequence)
    assert [one.amendment for one in rest] == [later, foreseen]
    keep(session, held, later, minutes=5)
    again = newest_announced(session, None, RU, 9)
    assert [one.withdrawn_at is None for one in again] == [False, False, True]


def test_a_corpus_made_anew_has_another_version_though_it_counts_alike(shelf: Shelf) -> None:
    shelf.put_days("2001-01-01")
    first, count = reads.version_of(shelf.session, None)
    shelf.session.execute(update(EDITIONS).values(recorded_at=NOON + timedelta(days=1)))
    again = reads.version_of(shelf.session, None)
    assert (again[0] != first, again[1]) == (True, count)
