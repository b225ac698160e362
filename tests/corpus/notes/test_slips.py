"""A day with a figure too few or too many is read where only one day can be meant."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.law import Footnote, Link
from corpus.notes import RemarkKind, named_acts
from tests.corpus.notes.reading import reading

DECEMBER = date(2021, 12, 20)


def link(code: str, text: str) -> Link:
    return Link(text, f"https://adilet.zan.kz/rus/docs/{code}#z2")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("20.12.021", DECEMBER),
        ("20.12.20211", None),  # 2011 or 2021
        ("07.02.20222", date(2022, 2, 7)),
        ("7 февраля 20222 года", date(2022, 2, 7)),
        ("2009.02.099", date(2009, 2, 9)),
        ("2009.02.121", None),  # 11, 12 or 21
        ("09.02.20009", None),  # 2000 or 2009
        ("20.12.201", None),
        ("09.02.099", None),
        ("31.02.2021", None),
        ("31.02.021", None),
        ("2020.13.05", None),
        ("20.12.2201", None),  # as many figures as a year has
    ],
)
def test_a_day_is_read_where_only_one_can_be_meant(written: str, day: date | None) -> None:
    (one,) = reading(f"Сноска. Статья 5 изменена Законом РК от {written} № 84.").amendments
    assert (one.act.adopted, one.act.number) == (day, "84")
    assert written.startswith(one.act.adopted_as_written)
    assert one.act.adopted_as_written in one.quote


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("Z090000126_", date(2009, 2, 9)),
        ("Z000000126_", date(2000, 2, 9)),
        ("Z050000126_", None),
    ],
)
def test_the_registrys_link_tells_which_of_two_years_is_meant(code: str, day: date | None) -> None:
    (one,) = reading(
        "Сноска. Статья 5 изменена Законом РК от 09.02.20009 N 126.",
        "art_5",
        "",
        link(code, "N 126"),
    ).amendments
    assert one.act.adopted == day


def test_a_link_that_says_another_year_leaves_no_day() -> None:
    (one,) = reading(
        "Сноска. Статья 5 изменена Законом РК от 20.12.021 № 84-VII.",
        "art_5",
        "",
        link("Z2200000084", "№ 84-VII"),
    ).amendments
    assert one.act.adopted is None


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("126-IV", date(2009, 2, 9)),
        ("126-II", date(2000, 2, 9)),
        ("126-VII", None),
        ("12/6-IV", None),  # a maslikhat's number: its convocations are others
    ],
)
def test_the_convocation_of_the_number_tells_which_year_is_meant(
    number: str, day: date | None
) -> None:
    (one,) = reading(f"Сноска. Статья 5 изменена Законом РК от 09.02.20009 № {number}.").amendments
    assert one.act.adopted == day


def test_a_slip_is_remarked_on_as_one_and_a_day_that_cannot_be_as_another() -> None:
    def kinds(written: str) -> set[RemarkKind]:
        read = reading(f"Сноска. Статья 5 изменена Законом РК от {written} № 84-VII.")
        return {remark.kind for remark in read.remarks}

    assert kinds("20.12.021") == {RemarkKind.SLIP}
    assert kinds("31.02.2021") == {RemarkKind.IMPOSSIBLE_DATE}
    assert kinds("20.12.2021") == set()


def test_the_acts_that_a_note_names_have_the_day_that_is_meant() -> None:
    note = Footnote("Статья 5 изменена - от 09.02.20009 N 126.", (link("Z090000126_", "N 126"),))
    assert [one.date for one in named_acts(note)] == [date(2009, 2, 9)]


def test_a_start_with_a_slip_is_no_start() -> None:
    (one,) = reading(
        "Сноска. Статья 5 изменена Законом РК от 20.12.2021 № 84-VII "
        "(вводится в действие с 01.01.20222)."
    ).amendments
    assert one.clause.on is None
