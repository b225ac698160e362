"""The acts behind a change, for an assistant: each once, with what it did."""

from __future__ import annotations

from datetime import date

from api.mcp.acting import acts_told
from api.questions.explained import ExplainingAct
from corpus.amendments import AmendingAct, Amendment, EntryIntoForce, Target, Verb


def acting(number: str, adopted: date, verb: Verb, noted_at: str | None = "n") -> ExplainingAct:
    amendment = Amendment(Target("art_12"), verb, AmendingAct(number=number, adopted=adopted))
    return ExplainingAct(amendment, EntryIntoForce(), (), noted_at)


def test_an_act_that_did_several_things_is_told_once_with_all_of_them() -> None:
    day, other = date(2001, 2, 3), date(2002, 3, 4)
    acts = [
        acting("77", day, Verb.REPEALED),
        acting("78", other, Verb.AMENDED),
        acting("77", day, Verb.AMENDED),
        acting("77", day, Verb.AMENDED),
    ]
    assert list(acts_told(acts)) == [
        "№ 77 of 2001-02-03: repealed, amended",
        "№ 78 of 2002-03-04: amended",
    ]


def test_what_only_the_registry_names_is_said_to_be_so() -> None:
    (told,) = acts_told([acting("77", date(2001, 2, 3), Verb.UNREAD, None)])
    assert told == "№ 77 of 2001-02-03: named by the registry alone"
