"""Which act is named as the one by which an article went."""

from __future__ import annotations

import pytest

from corpus.amendments import InForceClause, Verb
from diffing.explaining import explanations, speaking_of
from diffing.gone import by_its_exclusion
from tests.diffing.noting import amendment, label, on

QUOTED = 'по всему тексту слово "сход" заменено словом "собрание"'


def went_by(
    *, excluded: str = "1999-05-06", throughout: str, clause: InForceClause | None = None
) -> list[str | None]:
    """The numbers of the acts that explain why a preamble that spoke of a «сход» is gone."""
    notes = [
        amendment(
            "375", excluded, "preamble", Verb.REPEALED, clause or InForceClause(), statement="тек"
        ),
        amendment("268", throughout, None, Verb.WORDS_REPLACED, statement=QUOTED),
    ]
    found = explanations(label("2007"), None, speaking_of(notes, "preamble"), (), "сход")
    return [one.amendment.act.number for one in by_its_exclusion(found)]


def test_what_replaced_words_after_the_exclusion_is_no_ground_of_it() -> None:
    assert went_by(throughout="2007-06-19") == ["375"]


@pytest.mark.parametrize(
    ("throughout", "clause"), [("1998-11-06", None), ("2007-06-19", on("2008-01-01"))]
)
def test_what_replaced_words_while_it_stood_may_have_changed_it_before(
    throughout: str, clause: InForceClause | None
) -> None:
    assert went_by(throughout=throughout, clause=clause) == ["375", "268"]
