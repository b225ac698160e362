"""What the documentation shows of what is to come is what the API would say."""

from __future__ import annotations

from datetime import date

from api.models.articles import ArticleOut
from api.models.coming import ComingOut
from corpus.amendments import Ground, Verb


def test_the_example_of_what_is_to_come_is_such_an_answer() -> None:
    told = ComingOut.model_validate(ComingOut.example())
    assert told.as_of is not None
    assert [one.verb for one in told.repeals] == [Verb.REPEALED]
    assert set(told.repeals) < set(told.pending)
    assert all(one.in_force.from_ and one.in_force.from_ > told.as_of for one in told.pending)


def test_the_example_of_a_temporary_wording_ends_and_names_no_act() -> None:
    (one,) = ComingOut.model_validate(ComingOut.example()).temporary
    assert (one.verb, one.until) == (Verb.TEMPORARY, date(2025, 1, 1))
    assert (one.amending_act.adopted, one.in_force.ground) == (None, Ground.UNKNOWN)


def test_the_example_of_an_article_shows_it_too() -> None:
    assert ArticleOut.example()["coming"] == ComingOut.example()
