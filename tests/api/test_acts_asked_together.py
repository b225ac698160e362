"""What answers for today in many acts is asked together: the answers of each, in few queries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from api.questions.editions_today import EditionToday, editions_today, editions_today_of
from corpus.law import Act, ActStatus, Edition, EditionLabel, Language, ListedEdition
from corpus.store import reads, writes
from corpus.store.known import know_together, known_editions
from tests.api import law
from tests.api.filling import FETCHED, store_editions
from tests.api.house import House
from tests.corpus.store.test_read_once import statements

TODAY = date(2026, 11, 27)
RU, KK = Language.RU, Language.KK
KINDS = REPEALED, ENDED, UNDATED, LISTED, BOTH, WATCHED = [
    f"Z20000000{number}_" for number in range(10, 16)
]


def gates(ngr: str, label: str, language: Language = RU) -> Edition:
    words = law.article("1", "Ворота", law.point("1", f"Створки {label}."), divisions=())
    return law.edition(ngr, label, words, language=language, title="О воротах")


@pytest.fixture
def house(own_house: House) -> House:
    """Acts of every kind that is told apart, the last one only watched."""
    editions = [
        gates(REPEALED, "2020-01-01"),
        replace(gates(ENDED, "2020-01-01"), status=ActStatus.REPEALED),
        gates(UNDATED, "undated"),
        gates(LISTED, "2020-01-01"),
        *(gates(BOTH, label, one) for label in ("2021-02-03", "2027-01-01") for one in (RU, KK)),
    ]
    with own_house.store.write() as session:
        for ngr in KINDS:
            ended = date(2026, 1, 1) if ngr == REPEALED else None
            writes.upsert_act(session, Act(ngr, {RU: "О воротах"}, repealed_on=ended))
        store_editions(session, own_house.snapshots, editions)
        listed = [ListedEdition(EditionLabel.parse("2026-05-05"))]
        writes.list_editions(session, LISTED, RU, listed, "adilet", FETCHED)
    return own_house


def told(answers: tuple[EditionToday, ...]) -> list[object]:
    """Answers as values: errors are equal to themselves alone."""
    return [(replace(one, error=None), str(one.error), one.why) for one in answers]


def test_many_acts_are_told_as_each_alone(house: House) -> None:
    with house.store.read() as session:
        together = editions_today_of(session, KINDS, TODAY)
    assert list(together) == list(KINDS)
    for ngr in KINDS:
        with house.store.read() as session:
            assert told(together[ngr]) == told(editions_today(session, ngr, TODAY))
    why = {ngr: [str(one.why) for one in together[ngr]] for ngr in KINDS}
    assert why == {
        REPEALED: ["repealed"],
        ENDED: ["None"],
        UNDATED: ["undated"],
        LISTED: ["not held"],
        BOTH: ["None", "None"],
        WATCHED: [],
    }


def test_what_is_known_of_an_act_is_the_same_whether_asked_together_or_alone(house: House) -> None:
    with house.store.read() as session:
        together = know_together(session, [*KINDS, "Z9999999999", LISTED])
    for one in together:
        with house.store.read() as session:
            assert one == known_editions(session, one.ngr)
    assert [one.ngr for one in together] == [*KINDS, "Z9999999999"]


def test_a_session_that_writes_is_told_what_it_wrote(house: House) -> None:
    with house.store.write() as session:
        (before,) = know_together(session, [BOTH])
        store_editions(session, house.snapshots, [gates(BOTH, "2022-02-02")])
        (after,) = know_together(session, [BOTH])
        assert len(after.held) == len(before.held) + 1
        assert editions_today_of(session, [BOTH], TODAY)[BOTH][1].newest == EditionLabel.parse(
            "2022-02-02"
        )


def test_more_acts_are_no_more_queries(house: House) -> None:
    with house.store.write() as session:
        more = [f"Z21000000{number}_" for number in range(10, 40)]
        for ngr in more:
            writes.upsert_act(session, Act(ngr, {RU: "О воротах"}))
        store_editions(session, house.snapshots, [gates(ngr, "2020-01-01") for ngr in more])

    def asked(acts: list[str]) -> int:
        with house.store.read() as session, statements(house.store) as queries:
            editions_today_of(session, acts, TODAY)
            before = len(queries)
            for ngr in acts:
                reads.find_edition(session, ngr, RU, today=TODAY)
            assert len(queries) == before, "what is known of an act is not asked again"
            return before

    assert asked(more) == asked(more[:1])
