"""What the store tells whoever resolves citations."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.law import Act, Holding, HoldingKind
from corpus.store.citable import HeldProvisions, citable_acts
from corpus.store.writes import upsert_act
from tests.corpus.store.making import KK, NGR, RU, Shelf, article, edition


def test_an_act_has_its_title_and_the_former_ones(shelf: Shelf) -> None:
    upsert_act(shelf.session, Act(NGR, {RU: "О садах", KK: "Бақтар туралы"}))
    shelf.put(edition("2001-01-01", title="О посадках"))
    shelf.put(edition("2002-01-01", title="О садах"))
    (act,) = citable_acts(shelf.session)
    assert [(name.text, name.former) for name in act.names] == [
        ("О садах", False),
        ("Бақтар туралы", False),
        ("О посадках", True),
    ]
    assert act.title(KK) == "Бақтар туралы"
    assert act.held


def test_an_act_of_which_nothing_is_held_is_known_as_such(shelf: Shelf) -> None:
    upsert_act(shelf.session, Act(NGR, {RU: "О садах"}, number="7"))
    (act,) = citable_acts(shelf.session)
    assert (act.held, act.number) == (False, "7")


def test_what_nobody_told_is_read_under_the_title(shelf: Shelf) -> None:
    said = "Постановление Правительства Республики Казахстан от 13 ноября 2023 года № 1000"
    repeal = ". Утратило силу Законом от 1 марта 2024 года № 5-VIII"
    shelf.put(replace(edition("2023-11-13"), requisites=said + repeal))
    (act,) = citable_acts(shelf.session)
    assert (act.form, act.number, act.adopted) == (
        "government resolution",
        "1000",
        date(2023, 11, 13),
    )


def test_what_is_told_goes_before_what_is_read(shelf: Shelf) -> None:
    upsert_act(shelf.session, Act(NGR, {RU: "О садах"}, form="law", number="148-II"))
    shelf.put(replace(edition("2001-01-23"), requisites="Закон от 23 января 2001 года № 148."))
    (act,) = citable_acts(shelf.session)
    assert (act.form, act.number, act.adopted) == ("law", "148-II", date(2001, 1, 23))


def test_articles_are_known_in_whatever_edition_they_stood(shelf: Shelf) -> None:
    shelf.put(edition("2001-01-01", (article("1", divisions=("ch_1",)), article("2"))))
    shelf.put(edition("2002-01-01", (article("1", divisions=("ch_2",)), article("3"))))
    held = HeldProvisions(shelf.session)
    assert dict(held.keys(NGR)) == {"art_1": ("ch_2",), "art_3": (), "art_2": ()}
    assert held.keys("Z9") == {}


def test_holders_are_found_by_the_last_unit_and_no_part_of_it(shelf: Shelf) -> None:
    appended = replace(article("1"), key="app_1__p_1")
    alike = replace(article("1"), key="app_1__xp_1")
    shelf.put(edition("2001-01-01", (article("1"), article("11"), appended, alike)))
    held = HeldProvisions(shelf.session)
    assert held.holders("art_1") == [(NGR, "art_1")]
    assert held.holders("p_1") == [(NGR, "app_1__p_1")]
    assert held.holders("p%") == []


def test_an_act_held_in_part_may_have_an_article_that_is_not_held(shelf: Shelf) -> None:
    parts = Holding(HoldingKind.PARTS, ("art_1", "art_9"))
    shelf.put(replace(edition("2001-01-01", (article("1"), article("9"))), holding=parts))
    held = HeldProvisions(shelf.session)
    assert held.may_have("art_5") == [NGR]
    assert held.may_have("art_9") == []
    assert held.may_have("p_5") == []


def test_a_beginning_that_goes_on_behind_a_place_tells_that_nothing_is_there(shelf: Shelf) -> None:
    beginning = Holding(HoldingKind.BEGINNING)
    shelf.put(replace(edition("2001-01-01", (article("1"), article("9"))), holding=beginning))
    held = HeldProvisions(shelf.session)
    assert held.may_have("art_5") == []
    assert held.may_have("art_10") == [NGR]


def test_one_whole_edition_tells_what_an_act_has(shelf: Shelf) -> None:
    parts = Holding(HoldingKind.PARTS, ("art_1",))
    shelf.put(replace(edition("2001-01-01", (article("1"),)), holding=parts))
    shelf.put(edition("2002-01-01", (article("1"), article("2"))))
    assert HeldProvisions(shelf.session).may_have("art_5") == []
