"""Which amendments concern an article that stands in a chapter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from corpus.amendments import Amendment, Role, Target, Verb
from diffing.concerning import added_on, concerns
from tests.diffing.noting import amendment

OF_CHAPTER = amendment("41-VII", "2021-05-24", "ch_13", Verb.REWORDED)
THROUGHOUT = amendment("121-V", "2013-07-03", None, Verb.WORDS_REPLACED)


@pytest.mark.parametrize(
    ("one", "around", "expected"),
    [
        (amendment("1", "2021-01-01"), None, True),
        (amendment("1", "2021-01-01", "art_2"), frozenset({"ch_13"}), False),
        (OF_CHAPTER, frozenset({"sec_2", "ch_13"}), True),
        (OF_CHAPTER, frozenset({"ch_14"}), False),
        (OF_CHAPTER, None, False),
        (replace(OF_CHAPTER, verb=Verb.RETITLED), frozenset({"ch_13"}), False),
        (replace(OF_CHAPTER, target=Target("ch_13", "", "заголовок")), frozenset({"ch_13"}), False),
        (replace(OF_CHAPTER, role=Role.CITED), frozenset({"ch_13"}), False),
        (THROUGHOUT, frozenset(), True),
        (THROUGHOUT, None, False),
        (replace(THROUGHOUT, verb=Verb.REPEALED), frozenset(), True),
        (replace(THROUGHOUT, verb=Verb.AMENDED), frozenset(), False),
        (replace(THROUGHOUT, target=Target(None, "", "преамбула")), frozenset(), False),
    ],
)
def test_what_is_done_to_its_chapter_or_to_all_words_concerns_an_article(
    one: Amendment, around: frozenset[str] | None, *, expected: bool
) -> None:
    assert concerns(one, {"art_1"}, around) is expected


def test_an_article_is_as_old_as_the_act_that_added_it_or_its_chapter() -> None:
    chapter = amendment(
        "41-VII", "2021-05-24", "ch_13", Verb.ADDED, statement="Закон дополнен главой 13"
    )
    assert added_on([THROUGHOUT, chapter]) == date(2021, 5, 24)
    point = amendment("9", "2022-01-01", "art_1", Verb.ADDED, place="p_3", statement="пунктом 3")
    assert added_on([THROUGHOUT, point]) == date.min
