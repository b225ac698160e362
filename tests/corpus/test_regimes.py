"""The regimes: what the file holds, and what it says of a mistake."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.regimes import Regimes, RegimesError, UnknownRegime, load_regimes, read_regimes
from corpus.watchlist import load_watchlist

SMALL = """\
[[regime]]
key = "1999"
represented_by = "R1"
title = { ru = "опыт", kk = "тәжірибе", en = "trial" }
about = { ru = "Опыт.", kk = "Тәжірибе.", en = "A trial." }

[[phase]]
key = "R0"
regime = "1999"
title = { ru = "до", kk = "дейін", en = "before" }
adopted = 2001-06-23
ground = { ru = "указ", kk = "жарлық", en = "a decree" }

[[phase]]
key = "R1"
regime = "1999"
title = { ru = "после", kk = "кейін", en = "after" }
from = 2004-12-06
to = 2011-05-19
on = 2005-07-08
provisions = ["U040001484_:app_1"]
ground = { ru = "другой указ", kk = "басқа жарлық", en = "another decree" }

[[gap]]
key = "pause"
title = { ru = "перерыв", kk = "үзіліс", en = "pause" }
from = 2011-05-19
ground = { ru = "третий", kk = "үшінші", en = "a third one" }
"""


def refusal(text: str) -> str:
    with pytest.raises(RegimesError) as caught:
        read_regimes(text, "mine.toml")
    return str(caught.value)


@pytest.fixture(scope="module")
def regimes() -> Regimes:
    return load_regimes()


def test_the_three_headline_regimes_have_their_phases_in_time_order(regimes: Regimes) -> None:
    assert [regime.key for regime in regimes.regimes] == ["1999", "2013", "2020"]
    assert [phase.key for phase in regimes.phases] == [
        "R1-pilot", "R1-633", "R1-1484", "R2a", "R2b", "R3a", "R3b", "R3c", "R3d",
    ]  # fmt: skip


def test_a_regime_named_alone_means_the_phase_that_represents_it(regimes: Regimes) -> None:
    represented = [regimes.phase(key).key for key in ("1999", "2013", "2020")]
    assert represented == ["R1-1484", "R2a", "R3a"]


def test_a_key_is_found_in_any_case(regimes: Regimes) -> None:
    assert regimes.phase("r3B").key == "R3b"
    assert regimes.phase(" r1-PILOT ").on is None


def test_an_unknown_key_is_answered_with_the_nearest_and_with_all(regimes: Regimes) -> None:
    with pytest.raises(UnknownRegime) as caught:
        regimes.phase("R1484")
    assert caught.value.nearest[0] == "R1-1484"
    assert "All: 1999, 2013, 2020, R1-pilot" in str(caught.value)
    with pytest.raises(UnknownRegime, match="All: 1999, 2013, 2020"):
        regimes.regime("R3a")


def told(regimes: Regimes) -> list[Mapping[Language, str]]:
    """The titles, grounds and doubts of phases and gaps."""
    found: list[Mapping[Language, str]] = []
    for phase in regimes.phases:
        found += [phase.titles, phase.ground, *([phase.doubts] if phase.doubts else [])]
    for gap in regimes.gaps:
        found += [gap.titles, gap.ground, *([gap.doubts] if gap.doubts else [])]
    return found


def test_every_title_ground_and_doubt_is_in_every_language(regimes: Regimes) -> None:
    texts = [regime.titles for regime in regimes.regimes]
    texts += [regime.about for regime in regimes.regimes]
    texts += told(regimes)
    assert all(set(own) == set(Language) and all(own.values()) for own in texts)


def test_every_text_is_written_in_the_letters_of_its_language(regimes: Regimes) -> None:
    for texts in told(regimes):
        for language, text in texts.items():
            foreign = "[а-яәі]" if language is Language.EN else "[a-z]"
            assert not re.search(foreign, text)


def test_the_days_between_two_headline_regimes_are_a_gap_of_appointment(regimes: Regimes) -> None:
    (gap,) = regimes.gaps
    assert gap.from_ == regimes.phase("R1-1484").to == date(2011, 5, 19)
    assert gap.to == regimes.phase("R2a").from_ == date(2013, 4, 27)


def test_no_phase_begins_before_the_act_that_brought_it_in(regimes: Regimes) -> None:
    known = [(p.adopted, p.from_) for p in regimes.phases if p.adopted and p.from_]
    assert len(known) == 4
    assert all(adopted < from_ for adopted, from_ in known)


def test_a_phase_whose_days_are_open_says_why(regimes: Regimes) -> None:
    open_ = [p for p in regimes.phases if p.from_ is None]
    assert [p.key for p in open_] == ["R1-pilot", "R1-633", "R1-1484", "R2b", "R3a"]
    assert all(p.doubts for p in open_)


def test_phases_whose_days_are_known_follow_each_other(regimes: Regimes) -> None:
    known = [p for p in regimes.phases if p.from_ and p.to]
    assert all(earlier.to <= later.from_ for earlier, later in pairwise(known) if earlier.to
               and later.from_)  # fmt: skip


def test_a_phase_is_read_as_of_a_day_or_has_no_text(regimes: Regimes) -> None:
    for phase in regimes.phases:
        assert bool(phase.on) is bool(phase.provisions)
        assert all(own.keys and own.when is None for own in phase.provisions + phase.general)


def test_every_act_of_a_regime_is_watched_and_named_in_it(regimes: Regimes) -> None:
    watchlist = load_watchlist()
    for phase in regimes.phases:
        for provisions in phase.provisions:
            named = watchlist.act(provisions.ngr).regimes
            assert any(phase.key.startswith(regime) for regime in named)


def test_a_small_file_is_read() -> None:
    small = read_regimes(SMALL)
    assert [phase.key for phase in small.regimes[0].phases] == ["R0", "R1"]
    assert [str(own) for own in small.phase("1999").provisions] == ["U040001484_:app_1"]


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('represented_by = "R1"', 'represented_by = "R9"', "line 3, regime 1999: represented_by: "),
        ('key = "pause"', 'key = "r1"', "line 25, gap r1: key: the key is already taken"),
        ("on = 2005-07-08", "on = 2012-01-01", "line 20, phase R1: on: the day lies outside"),
        ("to = 2011-05-19\non", "to = 2004-01-01\non", "line 19, phase R1: to: the phase ends"),
        ("on = 2005-07-08\n", "", "line 20, phase R1: provisions: give `on`"),
        ('"U040001484_:app_1"', '"U040001484_:"', "line 21, phase R1: provisions.0: "),
        ("app_1", "app_1@2005-07-08", "names an edition"),
        ("from = 2004-12-06", "from = 2001-01-01", "line 18, phase R1: from: phases must run"),
        (
            'ground = { ru = "другой указ", kk = "басқа жарлық", en = "another decree" }',
            "",
            "line 14, phase R1: ground: Field required",
        ),
        ('kk = "кейін", ', "", "line 17, phase R1: title.kk: Field required"),
        ('"1999"\ntitle = { ru = "до"', '"1998"\ntitle = { ru = "до"',
         "line 9, phase R0: regime: '1998' is no regime: 1999"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_its_entry(was: str, becomes: str, told: str) -> None:
    assert SMALL.count(was) == 1
    assert told in refusal(SMALL.replace(was, becomes))


def test_a_missing_file_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(RegimesError, match="cannot be read"):
        load_regimes(tmp_path / "absent.toml")
