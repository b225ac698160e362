from __future__ import annotations

import pytest

from corpus.amendments import UNKNOWN_ENTRY, Amendment, EntryIntoForce, Ground, Role, Verb
from corpus.law import Article, EditionLabel
from diffing.in_force.stages import StagedVersions, Version, stages_of
from diffing.in_force.starts import closed
from diffing.in_force.wording import Doubt, InForce, Why, wording_in_force
from tests.diffing.noting import amendment, article, day, label, on

ADDED = amendment("41-VII", "2021-05-24", clause=on("2021-06-05"))
KNOWN = amendment("156-VII", "2022-11-05", clause=on("2023-01-01"))
UNKNOWN = amendment("105-VII", "2022-02-07")
AGAIN = amendment("305-VIII", "2026-06-11", clause=on("2026-07-01"))


def entry(one: Amendment) -> EntryIntoForce:
    return EntryIntoForce(one.clause.on, Ground.STATED) if one.clause.on else UNKNOWN_ENTRY


def version(name: str, words: str | None, *noted: Amendment, tells: bool = True) -> Version:
    text: Article | None = None if words is None else article(words)
    return Version(label(name), text, noted, tells=tells)


def staged(*versions: Version, known: tuple[str, ...] = ()) -> tuple[StagedVersions, ...]:
    labels = [*(one.label for one in versions), *map(label, known)]
    return stages_of("art_1", versions, labels, entry)


def asked(
    name: str, *versions: Version, known: tuple[str, ...] = (), after: EditionLabel | None = None
) -> InForce | Doubt:
    stages = [one.stage for one in staged(*versions, known=known)]
    return wording_in_force(closed(stages, after), day(name))


FIRST = version("2021-05-24", "Избирают.", ADDED)
SECOND = version("2022-11-05", "Назначают.", ADDED, KNOWN)


@pytest.mark.parametrize(
    ("name", "place"), [("2022-12-31", 0), ("2023-01-01", 1), ("2030-01-01", 1)]
)
def test_the_newer_wording_is_in_force_from_its_amendments_day(name: str, place: int) -> None:
    found = asked(name, FIRST, SECOND)
    assert isinstance(found, InForce)
    assert found.place == place


def test_the_answer_names_what_it_is_in_force_by_and_until() -> None:
    found = asked("2022-12-01", FIRST, SECOND)
    assert isinstance(found, InForce)
    assert [one.amendment for one in found.since] == [ADDED]
    assert [one.amendment for one in found.until] == [KNOWN]


def test_an_unknown_start_is_a_doubt_from_the_day_on_which_it_may_have_begun() -> None:
    newer = version("2022-02-07", "Назначают.", ADDED, UNKNOWN)
    before = asked("2022-02-17", FIRST, newer)
    assert isinstance(before, InForce)  # ten days after publication: not before the 18th
    found = asked("2022-02-18", FIRST, newer)
    assert isinstance(found, Doubt)
    assert (found.why, found.candidates, found.older, found.other) == (
        Why.UNKNOWN_START,
        (0, 1),
        False,
        False,
    )
    assert isinstance(asked("2040-01-01", FIRST, newer), Doubt)


def test_a_wording_that_a_later_act_shaped_too_is_not_in_question_before_it() -> None:
    newer = version("2023-05-05", "Назначают.", ADDED, UNKNOWN, KNOWN)
    found = asked("2022-12-31", FIRST, newer)
    assert isinstance(found, Doubt)
    assert (found.candidates, found.older, found.other) == ((0,), False, True)
    assert [start.amendment for start in found.starts] == [UNKNOWN], "what is surely to come"


def test_a_change_that_nothing_explains_is_a_doubt_but_not_by_the_older_editions_day() -> None:
    unexplained = version("2022-02-07", "Назначают.", ADDED)
    first = version("2021-07-01", "Избирают.", ADDED)
    assert isinstance(asked("2021-07-01", first, unexplained), InForce)
    for name in ("2021-07-02", "2022-03-01"):
        found = asked(name, first, unexplained)
        assert isinstance(found, Doubt)
        assert found.why is Why.UNEXPLAINED


def test_a_whole_rewording_in_force_leaves_nothing_of_what_was_doubtful_before() -> None:
    doubtful = version("2022-02-07", "Назначают.", ADDED, UNKNOWN)
    reworded = amendment("156-VII", "2022-11-05", verb=Verb.REWORDED, clause=on("2023-01-01"))
    anew = version("2022-11-05", "Голосуют.", reworded)
    found = asked("2023-01-01", FIRST, doubtful, anew)
    assert isinstance(found, InForce)
    assert found.place == 2
    assert isinstance(asked("2022-12-31", FIRST, doubtful, anew), Doubt)


def test_of_several_starts_between_two_wordings_all_must_be_on_one_side() -> None:
    newer = version("2026-06-11", "Назначают.", ADDED, KNOWN, AGAIN)
    found = asked("2024-01-01", FIRST, newer)
    assert isinstance(found, Doubt)
    assert (found.why, found.other) == (Why.SEVERAL_STARTS, True)
    assert isinstance(asked("2022-12-31", FIRST, newer), InForce)
    assert isinstance(asked("2026-07-01", FIRST, newer), InForce)


def test_a_later_amendment_in_force_before_an_earlier_one_makes_a_text_that_nobody_holds() -> None:
    late = amendment("1-VII", "2022-02-07", clause=on("2025-01-01"))
    middle = version("2022-02-07", "Назначают.", ADDED, late)
    newest = version("2022-11-05", "Голосуют.", ADDED, late, KNOWN)
    found = asked("2023-06-01", FIRST, middle, newest)
    assert isinstance(found, Doubt)
    assert (found.why, found.other) == (Why.OUT_OF_ORDER, True)


def test_the_oldest_wording_held_may_not_have_begun_either() -> None:
    found = asked("2021-06-04", FIRST, SECOND)
    assert isinstance(found, Doubt)
    assert (found.why, found.candidates, found.older) == (Why.OLDER_WORDING, (), True)


def test_a_copy_without_notes_does_not_tell_since_when_its_words_stand() -> None:
    silent = version("2021-05-24", "Избирают.", tells=False)
    assert isinstance(asked("2024-01-01", silent), Doubt)
    assert isinstance(asked("2024-01-01", version("2021-05-24", "Избирают.")), InForce)


def test_a_day_before_the_adoption_is_not_decided_by_force_that_reaches_back() -> None:
    back = amendment("263-IV", "2022-04-02", clause=on("2022-01-01"))
    newer = version("2022-04-02", "Назначают.", ADDED, back)
    assert isinstance(asked("2022-02-01", FIRST, newer), Doubt)
    after = asked("2022-04-02", FIRST, newer)
    assert isinstance(after, InForce)
    assert after.place == 1


def test_what_an_edition_of_a_later_day_lacks_is_not_believed_to_have_begun_before() -> None:
    later = version("2023-02-01", "Избирают.", ADDED)
    newer = version("2023-03-01", "Назначают.", ADDED, KNOWN)
    assert isinstance(asked("2023-01-15", FIRST, later, newer), Doubt)
    assert isinstance(asked("2023-02-02", FIRST, later, newer), InForce)


def test_an_edition_that_is_not_held_leaves_open_what_was_in_force_meanwhile() -> None:
    between = ("2022-02-07",)
    assert isinstance(asked("2022-02-06", FIRST, SECOND, known=between), InForce)
    found = asked("2022-06-01", FIRST, SECOND, known=between)
    assert isinstance(found, Doubt)
    assert isinstance(asked("2023-01-01", FIRST, SECOND, known=between), InForce)


def test_a_years_edition_is_sure_to_have_come_only_when_its_year_is_over() -> None:
    year = version("2023", "Назначают.", ADDED, KNOWN)
    between = ("2022-12-01",)
    assert isinstance(asked("2023-12-30", FIRST, year, known=between), Doubt)
    assert isinstance(asked("2023-12-31", FIRST, year, known=between), InForce)


def test_a_later_edition_that_is_not_held_ends_what_can_be_told() -> None:
    after = label("2024-01-01")
    assert isinstance(asked("2023-12-31", FIRST, SECOND, after=after), InForce)
    found = asked("2024-01-01", FIRST, SECOND, after=after)
    assert isinstance(found, Doubt)
    assert (found.why, found.candidates) == (Why.NOT_HELD, (1,))


def test_a_note_that_no_change_shows_does_not_matter_once_all_before_it_is_in_force() -> None:
    same = version("2022-02-07", "Избирают.", ADDED, UNKNOWN)
    found = asked("2030-01-01", FIRST, same)
    assert isinstance(found, InForce)


def test_technical_editions_are_one_stage() -> None:
    quotes = version("2022-02-07", "Избирают .", ADDED)
    (stage,) = staged(FIRST, quotes)
    assert stage.versions == (0, 1)


def test_an_article_that_was_added_was_not_there_before() -> None:
    added = amendment(
        "41-VII", "2021-05-24", verb=Verb.ADDED, clause=on("2021-06-05"), statement="дополнен"
    )
    absent = version("2020-01-01", None)
    newer = version("2021-05-24", "Избирают.", added)
    for name, place in (("2021-06-04", 0), ("2021-06-05", 1)):
        found = asked(name, absent, newer)
        assert isinstance(found, InForce)
        assert found.place == place


def test_of_what_added_an_article_nothing_is_asked_once_a_rewording_of_it_is_in_force() -> None:
    added = amendment("41-VII", "2021-05-24", verb=Verb.ADDED, statement="Закон дополнен статьей 1")
    anew = amendment("156-VII", "2022-11-05", verb=Verb.REWORDED, clause=on("2023-01-01"))
    oldest = version("2022-11-05", "Избирают.", added, anew)
    assert isinstance(asked("2023-01-01", oldest), InForce)
    assert isinstance(asked("2022-12-31", oldest), Doubt)
    older = amendment("105-VII", "2022-02-07")  # a later stage of it may stand on the rewording
    assert isinstance(asked("2023-01-01", version("2022-11-05", "А", older, anew)), Doubt)


TEMPORARY = amendment("", None, verb=Verb.TEMPORARY, until="2025-01-01")
FOR_A_TIME = version("2022-11-05", "Назначают.", ADDED, KNOWN, TEMPORARY)


def test_a_temporary_wording_ends_and_the_next_edition_follows_it() -> None:
    after = version("2025-01-01", "Голосуют.", ADDED, KNOWN)
    for name, place in (("2024-12-31", 1), ("2025-01-01", 2)):
        found = asked(name, FIRST, FOR_A_TIME, after)
        assert isinstance(found, InForce)
        assert found.place == place


def test_after_a_temporary_wording_nothing_is_known_unless_a_later_edition_tells() -> None:
    found = asked("2025-01-01", FIRST, FOR_A_TIME)
    assert isinstance(found, Doubt)
    assert found.why is Why.ENDED


def test_a_part_that_has_not_begun_is_a_doubt_and_one_only_announced_is_not() -> None:
    def later(place: str) -> Version:
        start = amendment(
            "9", "2022-11-05", verb=Verb.LATER_START, clause=on("2024-01-01"), place=place
        )
        return version("2022-11-05", "Назначают.", ADDED, KNOWN, start)

    found = asked("2023-06-01", FIRST, later("p_1"))
    assert isinstance(found, Doubt)
    assert found.why is Why.NOT_STARTED
    assert isinstance(asked("2024-01-01", FIRST, later("p_1")), InForce)
    assert isinstance(asked("2023-06-01", FIRST, later("p_7")), InForce)  # only announced


def test_a_suspended_wording_is_not_given_as_in_force() -> None:
    pause = amendment(
        "9", "2023-01-10", verb=Verb.SUSPENDED, clause=on("2023-02-01"), until="2024-01-01"
    )
    paused = version("2022-11-05", "Назначают.", ADDED, KNOWN, pause)
    assert isinstance(asked("2023-01-31", FIRST, paused), InForce)
    found = asked("2023-06-01", FIRST, paused)
    assert isinstance(found, Doubt)
    assert found.why is Why.SUSPENDED
    assert isinstance(asked("2024-01-01", FIRST, paused), InForce)


@pytest.mark.parametrize(
    "coming",
    [
        amendment("10", "2022-12-01", role=Role.FORESEEN, clause=on("2024-01-01")),
        amendment("10", "2022-12-01", verb=Verb.LATER_START, clause=on("2024-01-01"), place="p_7"),
    ],
)
def test_what_is_announced_and_not_held_ends_what_can_be_told(coming: Amendment) -> None:
    newest = version("2022-12-01", "Назначают.", ADDED, KNOWN, coming)
    assert isinstance(asked("2023-12-31", FIRST, newest), InForce)
    found = asked("2024-01-01", FIRST, newest)
    assert isinstance(found, Doubt)
    assert found.why is Why.ANNOUNCED
    came = amendment("10", "2022-12-01", clause=on("2024-01-01"))
    after = version("2024-01-01", "Голосуют.", ADDED, KNOWN, came)
    for name, place in (("2023-12-31", 1), ("2024-01-01", 2)):
        answer = asked(name, FIRST, newest, after)
        assert isinstance(answer, InForce)
        assert answer.place == place


def test_a_note_that_the_act_was_repealed_ends_what_can_be_told() -> None:
    repeal = amendment("86", "2024-05-19", None, Verb.REPEALED)
    newest = version("2022-11-05", "Назначают.", ADDED, KNOWN, repeal)
    assert isinstance(asked("2024-05-18", FIRST, newest), InForce)
    found = asked("2024-06-01", FIRST, newest)
    assert isinstance(found, Doubt)
    assert found.why is Why.REPEALED


def test_a_rewording_noted_before_undoes_nothing_that_was_noted_with_it() -> None:
    reworded = amendment("2", "2021-03-01", verb=Verb.REWORDED, clause=on("2022-01-01"))
    unknown = amendment("4", "2021-03-01")
    noted = version("2021-03-01", "Назначают.", reworded, unknown)
    point = amendment("1", "2020-06-01", place="p_1", clause=on("2022-01-01"))
    newer = version("2022-01-01", "Назначают.", reworded, unknown, point)
    found = asked("2022-01-01", version("2020-01-01", "Избирают."), noted, newer)
    assert isinstance(found, Doubt)
    assert found.why is Why.UNKNOWN_START
