"""Registry numbers of amending acts: by the registry's link, else by its numbering rule."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.amendments import NgrGround
from corpus.law import Link
from corpus.notes.registry_numbers import Links, ngr_of
from tests.corpus.notes.reading import reading


@pytest.mark.parametrize(
    ("form", "adopted", "number", "ngr"),
    [
        ("law", date(2009, 2, 9), "126-IV", "Z090000126_"),
        ("constitutional law", date(1999, 5, 6), "375", "Z990000375_"),
        ("law", date(2010, 12, 28), "368-IV", "Z100000368_"),
        ("law", date(2011, 2, 11), "407-IV", "Z1100000407"),
        ("constitutional law", date(2021, 5, 24), "41-VII", "Z2100000041"),
        ("presidential decree", date(2016, 12, 21), "390", "U1600000390"),
        ("government resolution", date(2008, 12, 31), "1332", "P080001332_"),
        ("code", date(2014, 7, 5), "235-V", "K1400000235"),
        ("minister's order", date(2021, 5, 24), "41", None),
        ("maslikhat decision", date(2021, 5, 24), "41", None),
        ("law", date(2021, 5, 24), "19/222", None),
        ("law", date(2021, 5, 24), None, None),
        ("law", None, "41-VII", None),
        ("presidential decree", date(1995, 9, 28), "2464", None),
        (None, date(2021, 5, 24), "41-VII", None),
    ],
)
def test_the_rule_gives_a_number_only_where_it_is_sure(
    form: str | None, adopted: date | None, number: str | None, ngr: str | None
) -> None:
    ground = NgrGround.RULE if ngr else None
    assert ngr_of(None, form, adopted, number) == (ngr, ground)


def test_a_link_is_believed_before_the_rule() -> None:
    href = "https://adilet.zan.kz/rus/docs/Z090000126_#z13"
    assert ngr_of(href, "law", date(2009, 2, 9), "999") == ("Z090000126_", NgrGround.LINK)
    assert ngr_of("/eng/docs/U1700000559#z1", None, None, None) == ("U1700000559", NgrGround.LINK)
    assert ngr_of("/about", "law", date(2021, 5, 24), "41") == ("Z2100000041", NgrGround.RULE)


def test_each_act_takes_the_link_of_its_own_number_once() -> None:
    links = Links((Link("№ 1-II", "/one"), Link("ст.2", "/order"), Link("№ 1-II", "/again")))
    assert [links.take(number) for number in ("1-II", "1-II", "1-II", "2", None)] == [
        "/one", "/again", None, None, None,
    ]  # fmt: skip


def test_the_acts_of_a_note_are_linked_by_their_numbers() -> None:
    read = reading(
        "Сноска. Статья 5 изменена законами РК от 01.02.2013 № 1-V (см. ст.2); "
        "от 04.05.2016 № 2-V.",
        "art_5",
        "",
        Link("№ 1-V", "/rus/docs/Z1300000001#z5"),
        Link("ст.2", "/rus/docs/Z1300000001#z9"),
    )
    assert [(one.act.ngr, one.act.ngr_ground) for one in read.amendments] == [
        ("Z1300000001", NgrGround.LINK),
        ("Z1600000002", NgrGround.RULE),
    ]
