"""Days of entry into force: each with its ground, and unknown rather than wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amendments import (
    UNKNOWN_ENTRY,
    AmendingAct,
    Amendment,
    ClauseKind,
    EntryIntoForce,
    Ground,
    InForceClause,
    Role,
    Target,
    Verb,
)
from corpus.entry_into_force import Appearance, entry_into_force
from corpus.law import EditionLabel

ADOPTED, PUBLISHED = date(2021, 5, 24), date(2021, 5, 25)
ACT = AmendingAct(ADOPTED, "41-VII", "constitutional law")
TEN_DAYS = InForceClause(ClauseKind.DAYS_AFTER_PUBLICATION, days=10)
BY_REFERENCE = InForceClause(ClauseKind.BY_REFERENCE, article="2")
STAGE = EditionLabel.parse("2022-01-01")
SOUND = Appearance(STAGE, follows_silence=True, caused=True)


def amendment(clause: InForceClause, act: AmendingAct = ACT, **more: object) -> Amendment:
    return replace(Amendment(Target("art_36"), Verb.REWORDED, act, clause), **more)  # type: ignore[arg-type]


def entry(
    one: Amendment,
    *,
    published: date | None = None,
    appearance: Appearance | None = None,
    own: InForceClause | None = None,
) -> EntryIntoForce:
    return entry_into_force(
        one, published=lambda _: published, own_clause=lambda _: own, appearance=appearance
    )


def test_a_clause_that_names_a_day_states_it() -> None:
    clause = InForceClause(ClauseKind.ON_DATE, on=date(2023, 1, 1))
    assert entry(amendment(clause)) == EntryIntoForce(date(2023, 1, 1), Ground.STATED)


def test_the_day_that_follows_the_day_of_publication_is_the_next_one() -> None:
    clause = InForceClause(ClauseKind.DAYS_AFTER_PUBLICATION, days=0)
    assert entry(amendment(clause), published=PUBLISHED).on == PUBLISHED + timedelta(days=1)


def test_ten_days_after_the_day_of_publication_end_with_the_tenth() -> None:
    assert entry(amendment(TEN_DAYS), published=PUBLISHED) == EntryIntoForce(
        date(2021, 6, 5), Ground.COMPUTED, published=PUBLISHED
    )


def test_on_publication_is_the_day_of_publication() -> None:
    found = entry(amendment(InForceClause(ClauseKind.ON_PUBLICATION)), published=PUBLISHED)
    assert (found.on, found.ground) == (PUBLISHED, Ground.COMPUTED)


@pytest.mark.parametrize("kind", [ClauseKind.DAYS_AFTER_PUBLICATION, ClauseKind.ON_PUBLICATION])
def test_without_a_day_of_publication_nothing_is_computed(kind: ClauseKind) -> None:
    clause = InForceClause(kind, days=10)
    assert entry(amendment(clause), appearance=SOUND) == UNKNOWN_ENTRY


def test_a_day_of_publication_before_the_act_is_no_ground() -> None:
    assert entry(amendment(TEN_DAYS), published=ADOPTED - timedelta(days=1)) == UNKNOWN_ENTRY


def test_from_signing_is_the_date_of_an_act_that_the_president_signs() -> None:
    clause = InForceClause(ClauseKind.ON_SIGNING)
    assert entry(amendment(clause)) == EntryIntoForce(ADOPTED, Ground.STATED)
    ordered = replace(ACT, form="minister's order")
    assert entry(amendment(clause, ordered)) == UNKNOWN_ENTRY


def test_the_label_of_a_staged_edition_of_the_act_is_an_inference() -> None:
    assert entry(amendment(BY_REFERENCE), appearance=SOUND) == EntryIntoForce(
        date(2022, 1, 1), Ground.INFERRED, label=STAGE
    )


@pytest.mark.parametrize(
    "appearance",
    [
        replace(SOUND, follows_silence=False),
        replace(SOUND, caused=False),
        replace(SOUND, label=EditionLabel.on(ADOPTED)),
        replace(SOUND, label=EditionLabel.on(ADOPTED - timedelta(days=1))),
        replace(SOUND, label=EditionLabel.parse("2022")),
        replace(SOUND, label=EditionLabel.parse("undated")),
        None,
    ],
    ids=["a gap before", "another cause", "adoption", "before", "a year", "undated", "nothing"],
)
def test_a_label_that_may_mean_something_else_infers_nothing(appearance: Appearance | None) -> None:
    assert entry(amendment(BY_REFERENCE), appearance=appearance) == UNKNOWN_ENTRY


@pytest.mark.parametrize(
    "one",
    [
        amendment(BY_REFERENCE, role=Role.FORESEEN),
        amendment(BY_REFERENCE, role=Role.OTHER_LANGUAGE),
        amendment(BY_REFERENCE, role=Role.CITED),
        amendment(BY_REFERENCE, verb=Verb.TEMPORARY),
        amendment(BY_REFERENCE, verb=Verb.LATER_START),
        amendment(BY_REFERENCE, verb=Verb.UNREAD),
        amendment(InForceClause(ClauseKind.UNREAD)),
        amendment(BY_REFERENCE, replace(ACT, adopted=None)),
    ],
    ids=["foreseen", "other language", "cited", "temporary", "later", "unread", "clause", "no day"],
)
def test_a_note_that_may_tell_of_something_else_infers_nothing(one: Amendment) -> None:
    assert entry(one, appearance=SOUND) == UNKNOWN_ENTRY


@pytest.mark.parametrize("kind", [ClauseKind.BY_REFERENCE, ClauseKind.NONE, ClauseKind.UNREAD])
def test_the_amending_acts_own_text_answers_a_reference(kind: ClauseKind) -> None:
    own = InForceClause(ClauseKind.ON_DATE, on=date(2024, 1, 1))
    found = entry(amendment(InForceClause(kind)), own=own, appearance=SOUND)
    assert found == EntryIntoForce(date(2024, 1, 1), Ground.STATED)


def test_what_the_amending_act_says_is_counted_from_its_publication_too() -> None:
    found = entry(amendment(BY_REFERENCE), own=TEN_DAYS, published=PUBLISHED)
    assert found == EntryIntoForce(date(2021, 6, 5), Ground.COMPUTED, published=PUBLISHED)


def test_a_note_that_says_the_day_is_not_overruled() -> None:
    own = InForceClause(ClauseKind.ON_DATE, on=date(2024, 1, 1))
    stated = InForceClause(ClauseKind.ON_DATE, on=date(2023, 1, 1))
    assert entry(amendment(stated), own=own).on == date(2023, 1, 1)


@pytest.mark.parametrize("year", [1022, 2012, 2202])
def test_a_day_that_cannot_be_is_unknown(year: int) -> None:
    clause = InForceClause(ClauseKind.ON_DATE, on=date(year, 1, 1))
    assert entry(amendment(clause)) == UNKNOWN_ENTRY


def test_an_act_may_start_somewhat_before_its_adoption() -> None:
    clause = InForceClause(ClauseKind.ON_DATE, on=date(2021, 1, 1))
    assert entry(amendment(clause)).on == date(2021, 1, 1)


def test_stages_of_one_act_have_days_of_their_own() -> None:
    days = [date(2023, 1, 1), date(2025, 1, 1)]
    stages = [amendment(InForceClause(ClauseKind.ON_DATE, on=day)) for day in days]
    assert [entry(one).on for one in stages] == days


def test_a_clause_without_its_figure_is_unknown() -> None:
    for kind in (ClauseKind.ON_DATE, ClauseKind.DAYS_AFTER_PUBLICATION):
        assert entry(amendment(InForceClause(kind)), published=PUBLISHED) == UNKNOWN_ENTRY


_DAYS = st.dates()
_CLAUSES = st.builds(
    InForceClause, st.sampled_from(ClauseKind), st.none() | st.integers(0, 9**9), st.none() | _DAYS
)


@given(
    _CLAUSES,
    st.none() | _DAYS,
    st.none() | _DAYS,
    st.none()
    | st.builds(Appearance, st.builds(EditionLabel.on, _DAYS), st.booleans(), st.booleans()),
    st.none() | _CLAUSES,
)
def test_a_day_has_a_ground_and_a_ground_its_evidence(
    clause: InForceClause,
    adopted: date | None,
    published: date | None,
    appearance: Appearance | None,
    own: InForceClause | None,
) -> None:
    one = amendment(clause, replace(ACT, adopted=adopted))
    found = entry(one, published=published, appearance=appearance, own=own)
    assert (found.on is None) is (found.ground is Ground.UNKNOWN)
    assert (found.published is not None) is (found.ground is Ground.COMPUTED)
    assert (found.label is not None) is (found.ground is Ground.INFERRED)
    if found.on and adopted:
        assert abs(found.on.year - adopted.year) <= 31
