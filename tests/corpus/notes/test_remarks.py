"""What cannot be read is told, and nothing is guessed in its place."""

from __future__ import annotations

import pytest

from corpus.amendments import ClauseKind, Verb
from corpus.notes import Remark, RemarkKind
from tests.corpus.notes.reading import reading

BY = "Законом РК от 24.05.2021 № 41-VII"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Сноска. Статья 5 изменена {BY}.", set()),
        (f"Сноска. Статья 5 изменена {BY}", {"cut off"}),
        (f"Сноска. Статья 5 изменена {BY} (вводится в действие с 01.01.2023", {"cut off"}),
        (f"Сноска. Статья 5 изменена {BY}; от", {"cut off"}),
        (f"Сноска. В тексте слова «А» заменены словами «Б {BY}.", {"cut off"}),
        ("Сноска. Статья 5 изменена Законом РК от 31.02.2021 № 41-VII.", {"impossible date"}),
        (f"Сноска. Статья 5 в целом и вообще {BY}.", {"act without a verb"}),
        ("Сноска. Статья 5 исключена.", {"no act named"}),
        ("Сноска. Статья 5 исключена Законом № 42-VII.", {"act without a date"}),
        (f"Сноска. Статья 5 изменена {BY} (газета).", {"bracket not understood"}),
        ("Сноска. Прочее смотря по обстоятельствам.", {"words not understood"}),
        (f"Сноска. Статья 5 изменена {BY}. Прочее без перемен.", {"words not understood"}),
        ("Сноска.", set()),
        ("", set()),
    ],
)
def test_each_thing_that_cannot_be_read_has_a_name(text: str, kinds: set[str]) -> None:
    assert {remark.kind.value for remark in reading(text).remarks} == kinds


def test_a_remark_has_the_notes_words_and_its_place() -> None:
    read = reading("Сноска. Статья 5 исключена.", "art_5")
    assert read.remarks == (Remark(RemarkKind.NO_ACT, "Статья 5 исключена", "art_5"),)


def test_what_was_read_before_the_cut_stays() -> None:
    read = reading(
        f"Сноска. Статья 5 изменена {BY} (вводится в действие с 01.01.2023); от "
        "05.11.2022 № 156-VII "
        "(вводится в дей"
    )
    first, second = read.amendments
    assert (first.clause.kind, second.act.number) == (ClauseKind.ON_DATE, "156-VII")
    assert second.clause.kind is ClauseKind.UNREAD
    assert RemarkKind.CUT in {remark.kind for remark in read.remarks}


def test_a_year_cut_in_its_middle_is_no_year() -> None:
    read = reading("Сноска. Статья 5 изменена Законом РК от 22.12.20")
    (one,) = read.amendments
    assert (one.act.adopted, one.act.adopted_as_written) == (None, "22.12.20")


def test_an_act_of_which_nothing_known_is_said_is_unread_and_not_lost() -> None:
    (one,) = reading(f"Сноска. Статья 5 в целом и вообще {BY}.").amendments
    assert (one.verb, one.act.number, one.target.key) == (Verb.UNREAD, "41-VII", "art_5")
