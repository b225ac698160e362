"""The watch list: what it holds, and what it says of a mistake."""

from datetime import date
from pathlib import Path

import pytest

from corpus.law import EditionLabel, Language, ListedEdition
from corpus.watchlist import (
    CodeStatus,
    NotWatched,
    WatchlistError,
    load_watchlist,
    read_watchlist,
)

ENTRY = """\
# an act

[[act]]
ngr = "Z010000148_"
zan_id = 7966
form = "law"
status = "in force"
amendments = [
    { date = 2002-05-21, number = "324-II" },
    { date = 2004-05-11, number = "552" },
]
"""


def refusal(text: str) -> str:
    with pytest.raises(WatchlistError) as caught:
        read_watchlist(text, "mine.toml")
    return str(caught.value)


def listed(*labels: str) -> list[ListedEdition]:
    return [ListedEdition(EditionLabel.parse(label)) for label in labels]


def test_the_list_that_comes_with_nusqa_has_every_act_of_the_field() -> None:
    watchlist = load_watchlist()
    statuses = [act.code_status for act in watchlist.acts]
    assert len(watchlist.acts) == 58
    assert statuses.count(CodeStatus.CERTAIN) == 25
    assert statuses.count(CodeStatus.GUESS) == 24
    assert statuses.count(CodeStatus.UNKNOWN) == 9


def test_only_certain_numbers_are_crawled_unless_guesses_are_asked_for() -> None:
    watchlist = load_watchlist()
    certain = {act.ngr for act in watchlist.crawlable()}
    with_guesses = {act.ngr for act in watchlist.crawlable(include_guesses=True)}
    assert {"Z950002464_", "Z010000148_", "U040001484_", "U1300000555"} <= certain
    assert "K950001000_" not in certain
    assert "K950001000_" in with_guesses
    assert None not in with_guesses


def test_an_entry_becomes_an_act_of_the_corpus() -> None:
    act = load_watchlist().act("Z950002464_").act
    assert act is not None
    assert act.form == "constitutional law"
    assert act.number == "2464"
    assert act.adopted == date(1995, 9, 28)
    assert act.reference_bank_id == 4
    assert set(act.titles) == {Language.RU, Language.KK, Language.EN}


def test_an_act_adopted_in_a_known_year_only_gets_no_day() -> None:
    act = load_watchlist().act("V2300033059").act
    assert act is not None
    assert act.adopted is None


def test_an_unknown_number_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotWatched, match="Z950002464_"):
        load_watchlist().act("Z950002464")


def test_a_staged_act_makes_one_known_edition_for_each_label() -> None:
    known = load_watchlist().act("Z950002464_").known_editions
    staged = [str(edition.labels[0]) for edition in known if "156-VII" in edition.cause]
    assert staged == ["2022-11-05", "2023-01-01", "2023-01-07", "2024-01-01", "2025-01-01"]


def test_a_known_edition_that_the_registry_does_not_list_is_named() -> None:
    act = load_watchlist().act("U1300000555")
    assert [str(edition.labels[0]) for edition in act.unlisted(listed("2013-04-24"))] == [
        "2016-01-11"
    ]
    assert act.unlisted(listed("2013-04-24", "2016-01-11")) == ()


def test_an_edition_may_be_listed_under_its_staged_start_in_place_of_its_date() -> None:
    (edition,) = (
        edition
        for edition in load_watchlist().act("Z950002464_").known_editions
        if "232-V" in edition.cause
    )
    assert edition.is_listed(listed("2015-01-01"))
    assert edition.is_listed(listed("2014-07-04"))
    assert not edition.is_listed(listed("2014-07-05"))


def test_an_amendment_of_a_known_year_is_met_by_any_label_of_that_year() -> None:
    text = ENTRY.replace('date = 2004-05-11, number = "552"', 'year = 2004, remark = "gazette"')
    (act,) = read_watchlist(text).acts
    assert act.unlisted(listed("2002-05-21", "2004-12-31")) == ()
    assert [edition.cause for edition in act.unlisted(listed("2002-05-21", "2005-01-01"))] == [
        "gazette"
    ]


def test_amendments_run_from_the_oldest_to_the_newest() -> None:
    swapped = ENTRY.replace("2002-05-21", "2009-01-01")
    assert "oldest to the newest" in refusal(swapped)


def test_a_mistake_is_told_with_its_line_and_its_entry() -> None:
    message = refusal(ENTRY.replace('form = "law"', 'form = "lay"'))
    assert message.startswith("mine.toml, line 6, act Z010000148_: form: ")
    assert "'law'" in message


def test_a_mistake_inside_an_amendment_is_told_with_the_line_of_that_amendment() -> None:
    message = refusal(ENTRY.replace("date = 2004-05-11", 'date = "spring"'))
    assert message.startswith("mine.toml, line 10, act Z010000148_: amendments.1.date: ")


def test_a_slip_of_the_pen_in_a_field_name_is_refused() -> None:
    message = refusal(ENTRY.replace("zan_id", 'staus = "in force"\nzan_id'))
    assert message.startswith("mine.toml, line 5, act Z010000148_: staus: ")


def test_a_number_cannot_be_certain_and_a_guess() -> None:
    message = refusal(ENTRY.replace("zan_id", 'ngr_guess = "Z010148_"\nzan_id'))
    assert "line 5" in message
    assert "not both" in message


def test_a_number_that_is_none_is_refused() -> None:
    assert "line 4" in refusal(ENTRY.replace("Z010000148_", "закон"))


def test_an_act_stands_once_in_the_list() -> None:
    twice = ENTRY + ENTRY.split("\n", 2)[2]
    message = refusal(twice)
    assert message.startswith("mine.toml, line 13, act Z010000148_: ngr: ")
    assert "already stands in line 3" in message


def test_a_file_that_is_no_toml_is_told_so(tmp_path: Path) -> None:
    broken = tmp_path / "mine.toml"
    broken.write_text("[[act]\n", encoding="utf-8")
    with pytest.raises(WatchlistError, match=r"mine\.toml: no valid TOML"):
        load_watchlist(broken)


def test_a_missing_file_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(WatchlistError, match="cannot be read"):
        load_watchlist(tmp_path / "absent.toml")


def test_the_ground_of_a_first_day_in_force_comes_with_the_day_and_what_it_rests_on() -> None:
    told = 'in_force_ground = "stated"\n'
    day, basis = "in_force_from = 2002-06-01\n", 'in_force_basis = "its own text"\n'
    entry = ENTRY.replace("amendments = [", f"{day}{basis}{told}amendments = [")
    (act,) = read_watchlist(entry, "mine.toml").acts
    assert (act.in_force_from, act.in_force_ground) == (date(2002, 6, 1), "stated")
    for missing in (day, basis):
        assert "in_force_ground" in refusal(entry.replace(missing, ""))
    assert "in_force_ground" in refusal(entry.replace('"stated"', '"perhaps"'))
