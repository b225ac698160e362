"""The rule which edition answers for a day, on labels alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.amendments import AmendingAct
from corpus.law import EditionLabel, Language
from corpus.store.day_errors import (
    ActRepealed,
    AmbiguousDate,
    BeforeFirstEdition,
    DateError,
    EditionNotHeld,
    NoDatedEdition,
)
from corpus.store.windows import Timeline, Window

FIRST_DAY = date(2000, 1, 1)
DAYS = st.integers(0, 1500).map(lambda days: FIRST_DAY + timedelta(days=days))
LABELS = st.one_of(
    DAYS.map(EditionLabel.on),
    st.sampled_from(["2000", "2001", "2002", "2003"]).map(EditionLabel.parse),
    st.just(EditionLabel.parse("undated")),
)


def timeline(held: str, named: str = "") -> Timeline:
    """A timeline from labels in words."""
    return Timeline(
        "Z1",
        Language.RU,
        tuple(map(EditionLabel.parse, held.split())),
        tuple((EditionLabel.parse(word), "adilet") for word in named.split()),
    )


def on(day: str) -> date:
    return date.fromisoformat(day)


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2013-04-24", "2013-04-24"),
        ("2015-12-31", "2013-04-24"),
        ("2016-01-11", "2016-01-11"),
        ("2030-01-01", "2016-01-11"),
    ],
)
def test_an_edition_answers_from_its_day_until_the_next_ones_day(day: str, answer: str) -> None:
    assert str(timeline("2013-04-24 2016-01-11").label_on(on(day))) == answer


def test_before_the_first_edition_nothing_is_known() -> None:
    with pytest.raises(BeforeFirstEdition, match="held from edition 2013-04-24 on"):
        timeline("2013-04-24").label_on(on("2013-04-23"))


def test_an_edition_that_is_listed_and_not_held_leaves_a_gap() -> None:
    known = timeline("2013-04-24 2016-01-11", "2013-04-24 2014-07-04 2016-01-11")
    assert str(known.label_on(on("2014-07-03"))) == "2013-04-24"
    with pytest.raises(EditionNotHeld, match=r"2014-07-04 \(adilet\).*held before is 2013-04-24"):
        known.label_on(on("2014-07-04"))
    with pytest.raises(EditionNotHeld):
        known.label_on(on("2016-01-10"))
    assert str(known.label_on(on("2016-01-11"))) == "2016-01-11"


def test_a_listed_edition_before_the_first_one_held_is_named() -> None:
    known = timeline("2013-04-24", "2010-01-01")
    with pytest.raises(EditionNotHeld, match="2010-01-01"):
        known.label_on(on("2012-01-01"))
    with pytest.raises(BeforeFirstEdition, match=r"not held: 2010-01-01 \(adilet\)") as found:
        known.label_on(on("2009-01-01"))
    assert str(found.value.known_from) == "2013-04-24"


def test_between_a_listed_edition_and_the_first_held_it_is_said_from_when_the_text_is_held() -> (
    None
):
    with pytest.raises(EditionNotHeld, match="held from edition 2013-04-24 on") as found:
        timeline("2013-04-24", "2010-01-01").label_on(on("2011-01-01"))
    assert str(found.value.known_from) == "2013-04-24"


def test_in_a_gap_both_its_ends_are_told() -> None:
    with pytest.raises(EditionNotHeld, match="The next one held is 2016-01-11") as found:
        timeline("2013-04-24 2016-01-11", "2014-07-04").label_on(on("2015-01-01"))
    assert (str(found.value.last_held), str(found.value.next_held), found.value.known_from) == (
        "2013-04-24",
        "2016-01-11",
        None,
    )


def test_an_edition_of_a_year_that_answers_from_its_last_day_says_so() -> None:
    with pytest.raises(BeforeFirstEdition, match=r"edition 1998 \(for days from 1998-12-31\)"):
        timeline("1998 2007-06-19").label_on(on("1990-01-01"))


def test_the_first_edition_held_is_named_though_only_a_later_one_answers_for_days() -> None:
    known = timeline("1998 2007-06-19", "1998-11-06")
    with pytest.raises(
        BeforeFirstEdition, match="1998, answers for no day, 2007-06-19 is the first that does"
    ) as found:
        known.label_on(on("1990-01-01"))
    told = found.value
    assert (str(told.known_from), told.known_from_day, str(told.next_held)) == (
        "1998",
        None,
        "2007-06-19",
    )
    assert told.missing == ()  # 6 November may be later than the edition of that year


def test_where_an_older_edition_is_known_the_first_held_is_named_all_the_same() -> None:
    known = timeline("1998 2007-06-19", "1995-09-28 1998-11-06")
    with pytest.raises(EditionNotHeld) as found:
        known.label_on(on("1996-06-01"))
    told = found.value
    assert (str(told.known_from), told.known_from_day, str(told.next_held)) == (
        "1998",
        None,
        "2007-06-19",
    )


def test_a_year_answers_from_its_last_day_on() -> None:
    known = timeline("1998 2007-06-19")
    assert str(known.label_on(on("1998-12-31"))) == "1998"
    assert str(known.label_on(on("2007-06-18"))) == "1998"


def test_inside_the_year_of_a_label_it_cannot_be_told() -> None:
    known = timeline("1995-09-28 1998")
    assert str(known.label_on(on("1997-12-31"))) == "1995-09-28"
    with pytest.raises(AmbiguousDate, match=r"only a year is known \(1998\)"):
        known.label_on(on("1998-06-01"))


def test_a_listed_day_in_the_year_of_a_label_may_come_after_it() -> None:
    known = timeline("1998", "1998-11-06")
    with pytest.raises(EditionNotHeld, match="1998-11-06"):
        known.label_on(on("2000-01-01"))


def test_a_day_and_its_year_both_held_leave_open_which_is_later() -> None:
    with pytest.raises(AmbiguousDate, match="1998"):
        timeline("1998-05-08 1998").label_on(on("2000-01-01"))


@pytest.mark.parametrize(
    ("label", "held", "named"),
    [
        ("1998", "1998 2007", "1998-05-08 1999-06-28"),
        ("1998", "1998-05-08 1998", ""),
        ("1998-05-08", "1998-05-08 1998", ""),
    ],
)
def test_the_days_of_an_edition_that_answers_for_none_are_unknown_and_no_empty_window(
    label: str, held: str, named: str
) -> None:
    assert timeline(held, named).window(EditionLabel.parse(label)) == Window()


def test_the_text_of_a_label_after_the_repeal_of_its_act_applied_on_no_day() -> None:
    label = EditionLabel.parse("2018-01-01")
    repealed = Timeline("U1", Language.RU, (label,), (), date(2017, 10, 12))
    assert repealed.window(label) == Window(date(2018, 1, 1), date(2018, 1, 1))


def test_of_a_label_in_the_year_of_the_repeal_the_days_are_unknown() -> None:
    label = EditionLabel.parse("2017")
    repealed = Timeline("U1", Language.RU, (label,), (), date(2017, 10, 12))
    assert repealed.window(label) == Window()


def test_a_listed_year_ends_what_is_sure_on_its_first_day() -> None:
    known = timeline("2011-02-03 2014-07-04", "2013")
    assert str(known.label_on(on("2012-12-31"))) == "2011-02-03"
    with pytest.raises(EditionNotHeld, match="2013"):
        known.label_on(on("2013-01-01"))
    assert str(known.label_on(on("2014-07-04"))) == "2014-07-04"


def test_an_undated_edition_answers_for_no_day() -> None:
    with pytest.raises(NoDatedEdition, match="without a day"):
        timeline("undated").label_on(on("2020-01-01"))
    assert timeline("undated 2013-04-24").window(EditionLabel.parse("undated")) == Window()


def test_an_undated_edition_hides_no_dated_one() -> None:
    known = timeline("undated 2013-04-24", "undated")
    assert str(known.label_on(on("2020-01-01"))) == "2013-04-24"


def _days(label: EditionLabel) -> list[date]:
    first, last = label.first_day, label.last_day
    assert first
    assert last
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


@given(
    held=st.sets(LABELS, min_size=1, max_size=4),
    named=st.sets(LABELS, max_size=3),
    day=DAYS,
)
def test_an_answer_is_right_for_every_day_that_the_labels_can_mean(
    held: set[EditionLabel], named: set[EditionLabel], day: date
) -> None:
    """An answer must be the last edition begun, whichever days the labels stand for."""
    known = Timeline("Z1", Language.RU, tuple(held), tuple((one, "list") for one in named))
    dated = [one for one in held | named if one.first_day]
    try:
        answer = known.label_on(day)
    except DateError:
        sure = [
            one
            for one in held
            if one.first_day
            and max(_days(one)) <= day
            and all(
                min(_days(other)) > day or max(_days(other)) <= min(_days(one))
                for other in dated
                if other != one
            )
        ]
        assert sure == [], "refused although only one edition can have answered"
        return
    assert answer in held
    assert max(_days(answer)) <= day
    for other in dated:
        if other != answer:
            latest_begun = [one for one in _days(other) if one <= day]
            assert not latest_begun or max(_days(other)) <= min(_days(answer))


@given(held=st.sets(LABELS, min_size=1, max_size=5), named=st.sets(LABELS, max_size=3), day=DAYS)
def test_windows_never_overlap_and_agree_with_the_answer(
    held: set[EditionLabel], named: set[EditionLabel], day: date
) -> None:
    known = Timeline("Z1", Language.RU, tuple(held), tuple((one, "list") for one in named))
    having = [one for one in held if day in known.window(one)]
    assert len(having) <= 1
    if having:
        assert known.label_on(day) == having[0]
    else:
        with pytest.raises(DateError):
            known.label_on(day)


@pytest.mark.parametrize(
    ("by", "named"),
    [
        (None, "on 2017-10-12: on"),
        (AmendingAct(date(2017, 10, 10), "559"), "2017-10-12, by act No 559 of 2017-10-10: on"),
        (AmendingAct(date(2017, 10, 10)), "2017-10-12, by act of 2017-10-10: on"),
        (AmendingAct(), "on 2017-10-12: on"),
    ],
)
def test_the_day_of_a_repeal_is_not_told_as_the_day_of_the_act_that_did_it(
    by: AmendingAct | None, named: str
) -> None:
    held = (EditionLabel.parse("2013-04-24"),)
    known = Timeline("U1", Language.RU, held, (), date(2017, 10, 12), by)
    with pytest.raises(ActRepealed) as found:
        known.label_on(date(2017, 12, 1))
    assert named in str(found.value)
