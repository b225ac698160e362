"""One name means one thing: the OpenAPI document, docs/api.md and the pages have the same words."""

from __future__ import annotations

import pkgutil
import re
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute

import api.pages
from api.middleware.known_parameters import query_of
from tests.api.house import House
from tests.api.vocabulary import kind_of, query_parameters

TEXT = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
TABLE = dict(re.findall(r"^\| `(\w+)` \| ([^|]+?) \| [^|]+ \|$", TEXT, re.MULTILINE))

TOLD_OTHERWISE = {
    "act": "one act, several, or the amended one",
    "article": "an article, with its inside, or of a table",
    "by": "days of two feeds, heights of a picture",
    "cursor": "what it may follow differs",
    "edition": "which one, or the one that is pinned",
    "from": "a side of a comparison, or what a replay begins with",
    "kind": "of changes, of anomalies, of a feed",
    "lang": "of a text, of a list, of several",
    "limit": "of a page of a list, of what is found",
    "on": "by labels, or in force",
    "q": "words, a phrase, a citation",
    "since": "recorded, or the law's own days",
    "technical": "of a table, of a feed",
    "theme": "one, several",
    "to": "a side of a comparison, or what a replay is compared with",
    "ui": "of a table, of a picture",
    "until": "recorded, or the law's own days",
    "withdrawn": "changes, amendments",
}
"""Parameters whose descriptions are not the same everywhere, and why."""

OF_PAGES = {
    "after": "the page of a list that follows",
    "before": "the page of a list that follows",
    "beside": "another language next to the text",
    "changed_from": "of two fields of a form, for `changed`",
    "changed_to": "of two fields of a form, for `changed`",
    "choose": "a form that is shown",
    "day": "a field of a form, for `on` and `in_force_on`",
    "left_on": "a field of a form, for the label in `left`",
    "only": "a switch of what is shown",
    "page": "the page of a list by its number",
    "part": "the part of a comparison that is too long for one page",
    "right_on": "a field of a form, for the label in `right`",
    "show": "a switch of what is shown",
    "ui": "the language of the page",
    "view": "how it is laid out",
}
"""What pages have beyond the API, and what for."""


@pytest.fixture(scope="module")
def parameters(house: House) -> list[tuple[str, dict[str, Any]]]:
    """The parameters of all queries, with their paths."""
    return query_parameters(house.app().openapi())


def test_the_table_has_every_parameter_with_what_it_takes(
    parameters: list[tuple[str, dict[str, Any]]],
) -> None:
    kinds = defaultdict(set)
    for _path, parameter in parameters:
        kinds[parameter["name"]].add(kind_of(parameter["schema"]))
    assert {name: set(told.split("; ")) for name, told in TABLE.items()} == kinds


def test_a_parameter_is_told_by_the_same_words_everywhere(
    parameters: list[tuple[str, dict[str, Any]]],
) -> None:
    told = defaultdict(set)
    for _path, parameter in parameters:
        told[parameter["name"]].add(parameter["description"])
    assert {name for name, words in told.items() if len(words) > 1} == set(TOLD_OTHERWISE)
    for words in told.values():
        assert all(one.endswith(".") for one in words), words


@pytest.mark.parametrize("path", ["/v1/changes", "/v1/amendments"])
def test_the_lists_of_what_happened_have_the_same_filters(
    parameters: list[tuple[str, dict[str, Any]]], path: str
) -> None:
    names = {parameter["name"] for where, parameter in parameters if where == path}
    assert names >= {"act", "article", "lang", "since", "until", "by", "withdrawn"}
    assert names >= {"cursor", "limit"}


def test_every_list_has_a_cursor(parameters: list[tuple[str, dict[str, Any]]]) -> None:
    having = {path: set[str]() for path, _ in parameters}
    for path, parameter in parameters:
        having[path].add(parameter["name"])
    without = {path for path, names in having.items() if "limit" in names and "cursor" not in names}
    feeds = {path for path in having if path.startswith("/feeds/")}
    assert without == {*feeds, "/v1/search/suggest"}  # a feed has `before`, suggestions no end


def test_pages_have_the_names_of_the_api(parameters: list[tuple[str, dict[str, Any]]]) -> None:
    own = set()
    for module in pkgutil.iter_modules(api.pages.__path__):
        router = getattr(import_module(f"api.pages.{module.name}"), "router", None)
        for route in router.routes if router else ():
            if isinstance(route, APIRoute):
                own |= set(query_of(route.dependant))
    assert len(own) > 20
    known = {parameter["name"] for _path, parameter in parameters}
    assert own - known == set(OF_PAGES) - known
