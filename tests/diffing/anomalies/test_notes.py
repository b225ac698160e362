from __future__ import annotations

from corpus.amendments import AmendingAct, Amendment, Role, Verb
from corpus.law import Holding, HoldingKind, Language
from corpus.notes import readings_of
from corpus.watched import Amendment as WatchedAmendment
from corpus.watched import CodeStatus, WatchedAct
from diffing.anomalies import languages, notes, watching
from diffing.anomalies.catalogue import AnomalyKind
from diffing.anomalies.changes import notes_without_change, unexplained_changes
from diffing.explained_changes import NotedEdition, explained_step
from tests.diffing.noting import amendment, article, day, edition, label, on


def noted(name: str, *said: Amendment, cause: AmendingAct | None = None) -> NotedEdition:
    return NotedEdition(edition(name, article("Избирают.")), said, cause)


OLD = amendment("42-VII", "2004-02-01")
EARLY = amendment("545-II", "2004-04-14")


def test_an_edition_labelled_before_the_act_that_made_it_is_told() -> None:
    newer = noted("2004-04-13", OLD, EARLY)
    (one,) = notes.editions_before_their_acts(newer, noted("2004-02-01", OLD))
    assert (one.kind, "545-II" in one.words) == (AnomalyKind.EDITION_BEFORE_ACT, True)
    by_cause = noted("2004-04-13", OLD, cause=AmendingAct(day("2004-04-14"), "545"))
    assert len(list(notes.editions_before_their_acts(by_cause, None))) == 1
    assert list(notes.editions_before_their_acts(noted("2004-04-14", EARLY), None)) == []


def test_an_announced_change_and_the_acts_own_repeal_say_nothing_against_a_label() -> None:
    foreseen = amendment("1", "2005-01-01", role=Role.FORESEEN)
    repeal = amendment("86", "2011-05-19", None, Verb.REPEALED)
    assert list(notes.editions_before_their_acts(noted("2004-04-14", foreseen, repeal), None)) == []


def test_force_that_reaches_back_behind_the_adoption_is_told() -> None:
    back = amendment("263-IV", "2010-04-02", clause=on("2010-01-01"))
    (one,) = notes.in_force_before_adoption(noted("2010", back, EARLY))
    assert (one.kind, one.key, one.quote) == (
        AnomalyKind.IN_FORCE_BEFORE_ADOPTION,
        "art_1",
        "№ 263-IV",
    )


def test_what_of_a_note_could_not_be_read_is_told_once() -> None:
    cut = "Сноска. Статья 1 с изменениями, внесенными Законом РК от 31.02.2021 № 42-VII."
    text = edition("2022-01-01", article("Избирают.", notes=(cut,)))
    remarks = [remark for reading in readings_of(text) for remark in reading.remarks]
    (one,) = notes.notes_not_read(text, [*remarks, *remarks])
    assert "impossible date" in one.words
    assert "31.02.2021" in one.quote


def act(number: str, adopted: str) -> AmendingAct:
    return AmendingAct(day(adopted), number)


def test_acts_that_amended_each_other_in_a_circle_are_told_once() -> None:
    one, two, three = act("1", "2001-01-01"), act("2", "2002-02-02"), act("3", "2003-03-03")
    held = [
        notes.Amended(one, "A", [two]),
        notes.Amended(two, "B", [three]),
        notes.Amended(three, "C", [one]),
    ]
    (circle,) = notes.amendment_cycles(held)
    assert circle.ngr == "A"
    assert all(name in circle.words for name in ("A (2001-01-01)", "B (2002", "C (2003"))
    assert list(notes.amendment_cycles(held[:2])) == []


def test_an_act_amended_by_one_that_is_older_is_told() -> None:
    amended = notes.Amended(
        act("1", "2001-01-01"), "A", [act("2", "1999-09-09"), act("3", "2002-01-01")]
    )
    (one,) = notes.amended_by_older_acts(amended)
    assert "No 2 of 1999-09-09" in one.words


def test_unexplained_changes_and_notes_without_change_name_both_editions() -> None:
    older = NotedEdition(
        edition("2021-05-24", article("Избирают."), article("Голосуют.", "art_2")), (OLD,)
    )
    other = amendment("105-VII", "2022-02-07", "art_2")
    newer = NotedEdition(
        edition("2022-02-07", article("Назначают."), article("Голосуют.", "art_2")), (OLD, other)
    )
    step = explained_step(older, newer)
    (change,) = unexplained_changes(step, newer)
    assert (change.key, str(change.older), str(change.label)) == (
        "art_1",
        "2021-05-24",
        "2022-02-07",
    )
    (note,) = notes_without_change(step, newer)
    assert (note.key, "105-VII" in note.words) == ("art_2", True)


def watched(*amendments: WatchedAmendment) -> WatchedAct:
    return WatchedAct("Z1", CodeStatus.CERTAIN, "law", "in force", amendments=amendments)


def test_the_watch_list_and_the_notes_are_held_against_each_other() -> None:
    known = WatchedAmendment(label("2004-04-14"), "545-II")
    missed = WatchedAmendment(label("2005-01-01"), "9-III")
    year = WatchedAmendment(label("2005"), "10-III")
    editions = [noted("2010-01-01", OLD, EARLY)]
    (one,) = watching.watched_not_noted(watched(known, missed, year), editions)
    assert "9-III" in one.words
    (other,) = watching.noted_not_watched(watched(known), editions)
    assert "42-VII" in other.words
    assert "545-II" not in other.words


def test_a_label_before_its_act_is_told_by_the_watch_list_too() -> None:
    early = WatchedAmendment(label("2004-04-14"), "545-II", labels=(label("2004-04-13"),))
    (one,) = watching.labels_before_their_acts(watched(early))
    assert (one.kind, str(one.label)) == (AnomalyKind.EDITION_BEFORE_ACT, "2004-04-13")


def test_the_watch_list_asks_nothing_of_excerpts_and_of_older_editions() -> None:
    missed = WatchedAmendment(label("2005-01-01"), "9-III")
    part = Holding(HoldingKind.PARTS, ("art_1",))
    excerpt = NotedEdition(edition("2010-01-01", article("а"), holding=part), (OLD,))
    older = noted("2004-12-31", OLD)
    assert list(watching.watched_not_noted(watched(missed), [excerpt, older])) == []


def test_an_article_that_one_language_lacks_is_told_where_both_hold_its_place() -> None:
    russian = edition("2022-01-01", article("а"), article("б", "art_2"), article("", "art_3"))
    kazakh = edition("2022-01-01", article("а"), language=Language.KK)
    (one,) = languages.articles_out_of_step(russian, kazakh)
    assert (one.key, one.language) == ("art_2", Language.KK)
    part = Holding(HoldingKind.PARTS, ("art_1",))
    excerpt = edition("2022-01-01", article("а"), language=Language.KK, holding=part)
    assert list(languages.articles_out_of_step(russian, excerpt)) == []
