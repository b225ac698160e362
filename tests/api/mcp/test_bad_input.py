"""What cannot be answered is an error of the tool that says what can be done."""

from __future__ import annotations

from typing import Any

import pytest

from api.mcp.server import LawServer, law_server
from api.services import Services
from tests.api.house import House, empty_house
from tests.api.law import ELECTIONS, LOCAL
from tests.api.mcp.asking import answer, called, called_at_once, refusal

READ = {"ngr": LOCAL, "key": "art_36"}
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("read_article", READ | {"ngr": "Z010000149_"}, LOCAL),
    ("read_article", READ | {"ngr": "Z0"}, "`list_acts` lists them all"),
    ("read_article", READ | {"key": "art_366"}, "art_36"),
    ("read_article", READ | {"on": "2022-13-01"}, "`on`: give a day that exists, as YYYY-MM-DD"),
    ("read_article", READ | {"on": "1990-01-01"}, "2013-06-13"),
    ("read_article", READ | {"edition": "2013-06-14"}, "2013-06-13"),
    ("read_article", READ | {"on": "2022-01-01", "edition": "2013-06-13"}, "not both"),
    ("read_article", READ | {"presume": True}, "in_force_on"),
    ("read_article", READ | {"lang": "de"}, "`lang`"),
    ("read_article", READ | {"part": 9}, "has 1"),
    ("read_article", READ | {"part": 0}, "`part`"),
    ("read_article", READ | {"day": "2022-01-01"}, "It takes: `ngr`, `key`, `lang`"),
    ("read_article", {"key": "art_36"}, "`ngr`"),
    ("read_article", READ | {"ngr": "я" * 10_000}, "`ngr`"),
    ("read_article", READ | {"key": "art\x00_36"}, "`key`"),
    ("read_articel", READ, "Nearest: read_article"),
    ("article_history", READ | {"key": "art_999"}, "art_"),
    ("search", {"q": "аким", "on": "2020-01-01", "changed": "2019-01-01..2020-01-01"}, "not both"),
    ("search", {"q": "аким", "changed": "2020-01-01..2019-01-01"}, "second"),
    ("search", {"q": "аким", "on": "вчера"}, "YYYY-MM-DD"),
    ("search", {"q": "аким", "act": "Z010000149_"}, LOCAL),
    ("search", {"q": "", "limit": 5}, "`q`"),
    ("search", {"q": "аким", "limit": 10_000}, "`limit`"),
    ("compare", {"left": LOCAL, "right": "2031"}, "2013"),
    ("compare", {"left": "???", "right": "2013"}, "Provisions are written"),
    ("compare", {"left": LOCAL, "right": ELECTIONS, "relation": "equal"}, "`relation"),
    ("resolve_citation", {"q": "ст. 36", "on": "2020-02-30"}, "`on`"),
    ("resolve_citation", {"q": "я" * 2_000}, "`q`"),
    ("list_changes", {"act": "Z010000149_"}, LOCAL),
    ("list_changes", {"kind": "changed"}, "`kind"),
    ("list_changes", {"cursor": -1}, "`cursor`"),
]


@pytest.mark.parametrize(
    ("name", "arguments", "said"), REFUSED, ids=[f"{at}-{one[0]}" for at, one in enumerate(REFUSED)]
)
def test_an_error_says_what_is_wrong_or_near(
    server: LawServer, name: str, arguments: dict[str, Any], said: str
) -> None:
    (found,) = called(server, (name, arguments))
    told = refusal(found)
    assert said in told
    assert len(told) < 1_500
    for leak in ("Traceback", "pydantic", "sqlalchemy", "/work", "nusqa `", "`nusqa"):
        assert leak not in told


def test_what_a_citation_does_not_mean_is_an_answer_with_the_nearest(server: LawServer) -> None:
    (found,) = called(server, ("resolve_citation", {"q": "ст. 36 Закона № 149"}))
    told = answer(found)
    assert (told["kind"], told["not_found"]) == ("unknown", "act")
    assert LOCAL in [one["ngr"] for one in told["nearest"]]


def test_a_search_without_an_index_says_so_and_nothing_of_the_inside(
    own_house: House,
) -> None:
    server = law_server(Services(own_house.settings, own_house.store, own_house.engine))
    (found,) = called(server, ("search", {"q": "аким"}))
    told = refusal(found)
    assert "search" in told
    assert str(own_house.settings.data_dir) not in told


def test_nothing_is_held_yet_and_that_is_an_answer(tmp_path: Any) -> None:
    house = empty_house(tmp_path)
    server = law_server(Services(house.settings, house.store, house.engine))
    acts, changes, article = called(
        server, ("list_acts", {}), ("list_changes", {}), ("read_article", READ)
    )
    house.store.close()
    assert answer(acts)["total"] == 0
    assert answer(changes)["changes"] == []
    assert refusal(article)


def test_many_calls_at_once_are_answered_each_its_own(server: LawServer) -> None:
    keys = ["2013-06-13", "2021-05-24", "2022-11-05"] * 10
    found = called_at_once(server, [("read_article", READ | {"edition": one}) for one in keys])
    assert [answer(one)["source"]["edition"] for one in found] == keys
