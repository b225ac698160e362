"""Repeals that an edition's notes tell as done, and whose words it prints all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.amendments import NO_CLAUSE, Amendment, Target, Verb
from diffing.explained_changes import NotedEdition, explained_step
from diffing.explaining import Told
from diffing.in_force.still_printed import repeals_to_come
from diffing.in_force.wording import Doubt, InForce, Why
from tests.diffing.in_force.test_wording import ADDED, asked, version
from tests.diffing.noting import TEN_DAYS, amendment, article, edition, label, on

AHEAD = amendment("403-VIII", "2026-10-10", verb=Verb.REPEALED, clause=on("2027-02-01"))


@pytest.mark.parametrize("key", ["art_1", "ch_1"])
def test_until_its_day_a_repeal_leaves_the_printed_words_in_force(key: str) -> None:
    repeal = replace(AHEAD, target=Target(key))
    held = version("2026-10-10", "Избирают.", ADDED, repeal)
    held = replace(held, article=article("Избирают.", divisions=("ch_1",)))
    before = asked("2027-01-31", held)
    assert isinstance(before, InForce)
    assert [one.amendment for one in before.since] == [ADDED]
    after = asked("2027-02-01", held)
    assert isinstance(after, Doubt)
    assert (after.why, [one.amendment for one in after.starts]) == (Why.REPEALED, [repeal])


def test_a_repeal_ahead_is_no_stage_though_its_note_is_new() -> None:
    older = version("2021-05-24", "Избирают.", ADDED)
    newer = version("2026-10-10", "Избирают.", ADDED, AHEAD)
    assert isinstance(asked("2027-01-31", older, newer), InForce)
    found = asked("2027-02-01", older, newer)
    assert isinstance(found, Doubt)
    assert found.why is Why.REPEALED


def test_the_edition_without_the_words_begins_with_the_repeal() -> None:
    noted = version("2026-10-10", "Избирают.", ADDED, AHEAD)
    gone = replace(version("2027-02-01", "", AHEAD), article=article("Исключена."))
    before = asked("2027-01-31", noted, gone)
    assert isinstance(before, InForce)
    assert before.place == 0
    after = asked("2027-02-02", noted, gone)
    assert isinstance(after, InForce)
    assert (after.place, [one.amendment for one in after.since]) == (1, [AHEAD])


def test_of_a_place_inside_an_article_nobody_holds_what_is_left() -> None:
    point = replace(AHEAD, target=Target("art_1", "p_1"))
    held = version("2026-10-10", "Избирают.", ADDED, point)
    assert isinstance(asked("2027-01-31", held), InForce)
    found = asked("2027-02-01", held)
    assert isinstance(found, Doubt)
    assert found.why is Why.ANNOUNCED


ARTICLE = article("Избирают.")
COUNTED = replace(AHEAD, clause=TEN_DAYS)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (replace(AHEAD, target=Target("art_2")), "another article"),
        (replace(AHEAD, target=Target("art_1", "p_9")), "a place that is gone"),
        (replace(AHEAD, target=Target("art_1", words="абзац второй")), "words without a number"),
        (replace(AHEAD, verb=Verb.AMENDED), "no repeal"),
        (replace(AHEAD, clause=NO_CLAUSE), "no day, and adopted by the label"),
        (amendment("1", "2026-01-01", verb=Verb.REPEALED, clause=TEN_DAYS), "may have begun"),
    ],
)
def test_what_is_no_repeal_of_printed_words(said: Amendment, why: str) -> None:
    assert not repeals_to_come([said], [ARTICLE], label("2026-10-10")), why


def test_a_repeal_that_counts_from_publication_is_ahead_on_the_day_of_its_act() -> None:
    assert repeals_to_come([COUNTED], [ARTICLE], label("2026-10-10")) == (COUNTED,)


@pytest.mark.parametrize("verb", [Verb.ADDED, Verb.REWORDED])
def test_what_a_later_act_brought_back_is_not_repealed(verb: Verb) -> None:
    again = amendment("9-IX", "2026-11-11", verb=verb, clause=on("2027-02-01"))
    assert not repeals_to_come([AHEAD, again], [ARTICLE], label("2026-12-01"))
    older = amendment("1", "2026-01-01", verb=verb)
    assert repeals_to_come([AHEAD, older], [ARTICLE], label("2026-12-01")) == (AHEAD,)


def test_a_repeal_ahead_explains_no_change_and_is_no_note_without_one() -> None:
    other = amendment("402-VIII", "2026-09-01", "art_2", clause=on("2026-09-20"))
    older = NotedEdition(edition("2026-01-01", article("Раз."), article("Два.", "art_2")), (ADDED,))
    printed = edition("2026-10-10", article("Раз два."), article("Два.", "art_2"))
    step = explained_step(older, NotedEdition(printed, (ADDED, AHEAD, other)))
    (change,) = step.changes
    assert (change.explanations, step.unshown) == ((), (other,))
    gone = edition("2027-02-01", article("Исключена."), article("Два.", "art_2"))
    step = explained_step(NotedEdition(printed, (AHEAD,)), NotedEdition(gone, (AHEAD,)))
    (change,) = step.changes
    (found,) = change.explanations
    assert (found.amendment, Told.NEW_IN_NOTE in found.rules) == (AHEAD, True)
