"""The options of the command line have the names of the API's parameters, but for what is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from typer.main import get_command

from api.app import create_app
from cli.main import app
from corpus.settings import Settings
from tests.api.vocabulary import query_parameters

Names = frozenset[str]

WRITTEN: Names = frozenset({"json", "out", "force", "help"})
"""How and where a command writes."""
ASKED: Mapping[str, str] = {
    "acts": "/v1/acts",
    "amendments": "/v1/amendments",
    "anomalies": "/v1/anomalies",
    "articles": "/v1/acts/{ngr}/articles",
    "blame": "/v1/acts/{ngr}/articles/{key}/blame",
    "changes": "/v1/changes",
    "cite": "/v1/acts/{ngr}/articles/{key}/cite",
    "compare": "/v1/compare",
    "diff": "/v1/acts/{ngr}/diff",
    "editions": "/v1/acts/{ngr}/editions",
    "export comparison": "/v1/compare.{ending}",
    "export dump": "/v1/exports/{file}",
    "export history": "/v1/acts/{ngr}/history.bundle",
    "export text": "/v1/acts/{ngr}/text",
    "languages": "/v1/acts/{ngr}/languages",
    "matrix": "/v1/matrix",
    "pending": "/v1/acts/{ngr}/pending",
    "regimes": "/v1/regimes",
    "relations": "/v1/acts/{ngr}/articles/{key}/relations",
    "replay": "/v1/acts/{ngr}/replay",
    "resolve": "/v1/resolve",
    "search": "/v1/search",
    "show": "/v1/acts/{ngr}/articles/{key}",
    "stats": "/v1/acts/{ngr}/stats",
    "trace": "/v1/trace",
}
"""The command that asks what an address asks."""

PAGES: Names = frozenset({"cursor", "limit"})
"""A terminal takes the whole list."""
WHOLE = (
    "acts",
    "anomalies",
    "articles",
    "compare",
    "diff",
    "editions",
    "languages",
    "matrix",
    "pending",
    "regimes",
    "relations",
    "replay",
    "stats",
)
"""Commands that print a whole list."""
OF_TABLES: Names = frozenset({"article", "technical", "unchanged", "ui", "bom", "html"})
"""`nusqa export comparison` writes tables; `html` is a form of the JSON."""

ONLY_COMMAND: Mapping[str, Names] = {
    "acts": frozenset({"all"}),  # also those of which nothing is held
    "compare": frozenset({"pairs", "brief", "plot"}),  # what is printed; a picture
    "export comparison": frozenset({"from", "to", "no_bom"}),  # editions too; off, not on
    "export dump": frozenset({"form", "table", "compress"}),  # the address names them by its file
    "export history": frozenset({"bare"}),  # a folder, not a bundle
    "export text": frozenset({"article"}),  # in the address
    "matrix": frozenset({"check", "marks", "mark_read"}),  # the keeper's work
    "regimes": frozenset({"lang", "plot", "ui"}),  # the JSON has all languages at once
    "search": frozenset({"engine"}),  # the operator's choice
    "stats": frozenset({"table", "plot", "ui"}),
}
ONLY_API: Mapping[str, Names] = {
    **dict.fromkeys(WHOLE, PAGES),
    "changes": frozenset({"html", "texts", "key"}),  # forms of the JSON; the older name of article
    "compare": PAGES | OF_TABLES - {"ui"},
    "diff": PAGES | OF_TABLES | {"from", "to"},  # the editions are arguments
    "export comparison": frozenset({"bom"}),
    "resolve": frozenset({"q"}),  # the argument, here and below
    "search": frozenset({"q"}),
    "trace": frozenset({"q", "cursor"}),  # its pages are jumped to with --offset
}


@pytest.fixture(scope="module")
def parameters(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """The names in the query of each address."""
    application = create_app(Settings(data_dir=tmp_path_factory.mktemp("names")))
    found: dict[str, set[str]] = {path: set() for path in application.openapi()["paths"]}
    for path, parameter in query_parameters(application.openapi()):
        found[path].add(parameter["name"])
    return found


def commands(group: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """All commands by their whole names."""
    for own in group.list_commands(None):
        found = group.get_command(None, own)
        whole = f"{name} {own}".strip()
        if hasattr(found, "list_commands"):
            yield from commands(found, whole)
        else:
            yield whole, found


OPTIONS = {
    name: {
        option.removeprefix("--").replace("-", "_")
        for parameter in command.params
        for option in parameter.opts[:1]
        if option.startswith("--")
    }
    for name, command in commands(get_command(app))
}


@pytest.mark.parametrize("command", ASKED)
def test_a_command_asks_by_the_names_of_the_api(
    parameters: Mapping[str, set[str]], command: str
) -> None:
    options, asked = OPTIONS[command] - WRITTEN, parameters[ASKED[command]]
    assert options - asked == ONLY_COMMAND.get(command, frozenset())
    assert asked - options == ONLY_API.get(command, frozenset())


def test_every_command_is_compared_or_asks_nothing_of_the_api() -> None:
    upkeep = {"demo", "import", "crawl", "reparse", "derive", "serve", "mcp", "doctor"}
    upkeep |= {"deliver", "quarantine", "index rebuild", "impact", "watches"}
    watch = {name for name in OPTIONS if name.startswith("watch ")}
    assert set(OPTIONS) == {*ASKED, *upkeep, *watch}


def test_a_watch_is_asked_for_by_the_members_of_the_request(
    tmp_path: Any,
) -> None:
    schemas = create_app(Settings(data_dir=tmp_path)).openapi()["components"]["schemas"]
    assert OPTIONS["watch add"] - WRITTEN == set(schemas["WatchRequest"]["properties"]) - {"url"}
