"""The chronicle out of the store: days are those of the data, what is not known stays unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from api.questions.chronicle import chronicle
from api.words.chronicle import event_line, event_told
from api.words.interface import Interface
from corpus.amending_acts import AmendingActs
from corpus.bundled import own_regimes, own_watchlist
from corpus.law import Footnote, Language
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from diffing.chronicle import Beginning, Chronicle, Ending, EventKind
from tests.api.filling import RECORDED, store_editions
from tests.api.house import House
from tests.api.law import article, chapter, point
from tests.api.regime_house import regime_house
from tests.api.rule_books import ELECTIONS, FIRST, LOCAL, elections

TODAY = date(2026, 11, 26)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = regime_house(tmp_path_factory.mktemp("chronicle"))
    note = Footnote(
        "Сноска. Статья 113-1 с изменениями, внесенными Конституционным законом РК от 05.11.2022 "
        "№ 156-VII (вводится в действие с 01.01.2027)."
    )
    with house.store.write() as session:
        edition = elections(
            "2023-01-01",
            chapter("13-1", "Выборы акимов"),
            article("9", "Очередь", point("1", "Пруд."), divisions=()),
            article("113-1", "Сад", point("1", "Улей."), note, divisions=("ch_13-1",)),
        )
        store_editions(session, house.snapshots, (edition,))
        refresh_amendments(session, ELECTIONS, RECORDED, AmendingActs(Watchlist(())))
    yield house
    house.store.close()


@pytest.fixture
def found(house: House) -> Chronicle:
    with house.store.read() as session:
        return chronicle(session, own_regimes(), own_watchlist(), Language.RU, TODAY)


def test_phases_have_the_days_of_the_file_and_no_others(found: Chronicle) -> None:
    spans = {phase.key: phase for phase in found.phases}
    for phase in own_regimes().phases:
        span = spans[phase.key]
        assert span.end == phase.to
        assert span.begin == (phase.from_ or phase.adopted)
        expected = Beginning.UNKNOWN if span.begin is None else Beginning.ADOPTED
        assert span.beginning is (Beginning.IN_FORCE if phase.from_ else expected)
    assert spans["R2b"].ending is Ending.UNKNOWN
    assert spans["R2b"].until == date(2021, 5, 24)
    assert spans["R3d"].ending is Ending.OPEN
    assert spans["R1-pilot"].begin is None


def test_acts_are_those_that_ruled_or_came_with_a_phase(found: Chronicle) -> None:
    acts = {act.number: act for act in found.acts}
    assert {"2464", "148-II", "633", "1484", "555", "86"} <= set(acts)
    assert "41-VII" not in acts  # it only amended
    first = acts["1484"]
    assert (first.ngr, first.beginning, first.end) == (FIRST, Beginning.ADOPTED, date(2011, 5, 19))
    assert [str(one.label) for one in first.editions if one.language] == ["2005-07-08"]
    assert [(one.begin, one.end) for one in first.held] == [(date(2005, 7, 8), date(2011, 5, 19))]
    assert acts["633"].ngr is None  # not known here: it has no page
    assert not acts["633"].is_held


def test_an_act_of_which_only_a_part_was_repealed_has_not_ended_then(found: Chronicle) -> None:
    acts = {act.number: act for act in found.acts}
    for number in ("633", "86"):
        assert (acts[number].end, acts[number].ending) == (None, Ending.UNKNOWN)
    assert "633" not in {one.number for one in found.events if one.kind is EventKind.REPEALED}


def test_amendments_of_the_provisions_that_ruled_are_events(found: Chronicle) -> None:
    amended = {(one.day, one.number): one for one in found.events if one.kind is EventKind.AMENDED}
    told = amended[date(2022, 11, 5), "156-VII"]
    assert (told.ngr, told.keys) == (ELECTIONS, ("art_113-1",))
    # Of these no note is held: the watch list knows them, and which act they amended.
    assert amended[date(2021, 5, 24), "42-VII"].ngr in (None, LOCAL)
    assert (date(2017, 7, 11), "91-VI") in amended


def test_what_is_adopted_and_not_in_force_yet_is_told_for_its_day(found: Chronicle) -> None:
    (coming,) = [one for one in found.events if one.kind is EventKind.COMING]
    assert (coming.day, coming.number) == (date(2027, 1, 1), "156-VII")
    assert found.days[1] >= coming.day


def test_events_are_in_time_order_and_every_repeal_has_its_act(found: Chronicle) -> None:
    days = [one.day for one in found.events]
    assert days == sorted(days)
    repealed = {one.number for one in found.events if one.kind is EventKind.REPEALED}
    assert repealed == {act.number for act in found.acts if act.end}


def test_an_act_without_a_number_is_told_by_its_title(found: Chronicle) -> None:
    words = Interface(Language.RU)
    unnumbered = [one for one in found.events if one.title and not one.number]
    assert "15.03.2026 Конституция Республики Казахстан" in [
        event_line(words, one) for one in unnumbered
    ]
    for one in unnumbered:
        assert one.title
        assert event_told(words, one).endswith(one.title)


@pytest.mark.parametrize("language", [Language.RU, Language.KK])
def test_the_acts_of_the_chronicle_have_titles_in_the_readers_language(
    house: House, language: Language
) -> None:
    with house.store.read() as session:
        told = chronicle(session, own_regimes(), own_watchlist(), language, TODAY)
    assert {one.title_language for one in told.acts} <= {language, Language.RU}
    assert {one.number for one in told.acts if one.title_language is language} >= {"86", None}
