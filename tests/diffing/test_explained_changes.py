from __future__ import annotations

from corpus.amendments import AmendingAct, Amendment, Role, Verb
from corpus.law import Edition, Holding, HoldingKind
from diffing.classify import ChangeKind
from diffing.explained_changes import ExplainedStep, NotedEdition, explained_step
from tests.diffing.noting import amendment, article, day, edition, on

FIRST = amendment("41-VII", "2021-05-24")
SECOND = amendment("105-VII", "2022-02-07")
OTHER = amendment("105-VII", "2022-02-07", "art_2")


def step(
    older: Edition,
    newer: Edition,
    before: tuple[Amendment, ...],
    now: tuple[Amendment, ...],
    cause: AmendingAct | None = None,
) -> ExplainedStep:
    return explained_step(NotedEdition(older, before), NotedEdition(newer, now, cause))


OLDER = edition("2021-05-24", article("Избирают."), article("Голосуют.", "art_2"))
NEWER = edition("2022-02-07", article("Назначают."), article("Голосуют.", "art_2"))


def numbers(found: ExplainedStep) -> list[list[str | None]]:
    return [[one.amendment.act.number for one in each.explanations] for each in found.changes]


def test_a_change_is_explained_by_the_note_that_is_new() -> None:
    found = step(OLDER, NEWER, (FIRST,), (FIRST, SECOND))
    assert [(one.kind, one.article.key) for one in found.changes] == [(ChangeKind.AMENDED, "art_1")]
    assert numbers(found) == [["105-VII"]]
    assert found.unshown == ()


def test_a_change_without_a_note_is_unexplained_unless_the_registry_names_the_cause() -> None:
    assert numbers(step(OLDER, NEWER, (FIRST,), (FIRST,))) == [[]]
    cause = AmendingAct(day("2022-02-07"), "105-VII")
    assert numbers(step(OLDER, NEWER, (FIRST,), (FIRST,), cause)) == [["105-VII"]]


def test_a_new_note_that_no_words_show_is_given_back() -> None:
    assert step(OLDER, NEWER, (FIRST,), (FIRST, SECOND, OTHER)).unshown == (OTHER,)


def test_what_is_foreseen_later_or_of_another_language_need_not_show() -> None:
    quiet = (
        amendment("105-VII", "2022-02-07", "art_2", role=Role.FORESEEN),
        amendment("105-VII", "2022-02-07", "art_2", role=Role.OTHER_LANGUAGE),
        amendment("105-VII", "2022-02-07", "art_2", clause=on("2023-01-01")),
        amendment("105-VII", "2022-02-07", "art_2", Verb.LATER_START),
        amendment("9", "2020-01-01", "art_2"),
    )
    assert step(OLDER, NEWER, (FIRST,), (FIRST, *quiet)).unshown == ()


def test_after_a_copy_without_notes_only_acts_adopted_since_are_missed() -> None:
    staged = amendment("7-VII", "2021-01-10", "art_2", clause=on("2022-01-01"))
    assert step(OLDER, NEWER, (), (staged,)).unshown == ()
    assert step(OLDER, NEWER, (FIRST,), (FIRST, staged)).unshown == (staged,)
    assert step(OLDER, NEWER, (), (SECOND, OTHER, staged)).unshown == (OTHER,)


def test_technical_differences_need_no_explanation() -> None:
    older = edition("2021-05-24", article('Слово "аким".'))
    newer = edition("2022-02-07", article("Слово «аким»."))
    assert step(older, newer, (FIRST,), (FIRST,)).changes == ()


def test_only_what_both_editions_hold_is_spoken_of() -> None:
    part = Holding(HoldingKind.PARTS, ("art_2",))
    excerpt = edition("2022-02-07", article("Голосуют.", "art_2"), holding=part)
    found = step(OLDER, excerpt, (FIRST,), (SECOND,))
    assert (found.changes, found.unshown) == ((), ())


def test_a_repeal_told_in_the_articles_place_explains_itself() -> None:
    gone = article("", heading="(исключена - Законом РК от 14 апреля 2004 г. N 545)")
    found = step(OLDER, edition("2022-02-07", gone, article("Голосуют.", "art_2")), (), ())
    assert numbers(found) == [["545"]]
