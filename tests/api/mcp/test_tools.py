"""What the tools answer: the law's words with their citation, in both forms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import validate

from api.mcp.server import LawServer, law_server
from api.services import Services
from corpus.law import Block, BlockKind
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import HOSTILE, HOSTILE_EDITION, LOCAL, article, edition
from tests.api.mcp.asking import answer, called, tools_of, words

CALLS: dict[str, dict[str, Any]] = {
    "search": {"q": "аким"},
    "read_article": {"ngr": LOCAL, "key": "art_36"},
    "article_history": {"ngr": LOCAL, "key": "art_36"},
    "compare": {"left": f"{LOCAL}@2013-06-13", "right": f"{LOCAL}@2021-05-24"},
    "resolve_citation": {"q": "ст. 36 п. 1 Закона № 148"},
    "list_changes": {"act": LOCAL},
    "list_acts": {},
}


@pytest.fixture(scope="module")
def found(server: LawServer) -> dict[str, Any]:
    """Every tool's answer to a plain question, with its text."""
    given = called(server, *CALLS.items())
    return {name: (answer(one), words(one)) for name, one in zip(CALLS, given, strict=True)}


def sources(of: Any) -> Iterator[dict[str, Any]]:
    """Every `source` anywhere in an answer."""
    if isinstance(of, dict):
        if isinstance(of.get("source"), dict):
            yield of["source"]
        for inner in of.values():
            yield from sources(inner)
    elif isinstance(of, list):
        for inner in of:
            yield from sources(inner)


def test_there_are_seven_tools_that_only_read(server: LawServer) -> None:
    tools = tools_of(server)
    assert {one.name for one in tools} == set(CALLS)
    for one in tools:
        assert one.annotations is not None
        assert one.annotations.read_only_hint
        assert one.description
        assert one.output_schema
        for parameter in one.input_schema["properties"].values():
            assert parameter.get("description"), (one.name, parameter)


@pytest.mark.parametrize("name", CALLS)
def test_an_answer_has_the_shape_that_the_tool_promises(
    server: LawServer, found: dict[str, Any], name: str
) -> None:
    (tool,) = [one for one in tools_of(server) if one.name == name]
    validate(found[name][0], tool.output_schema)


@pytest.mark.parametrize("name", ["read_article", "article_history", "resolve_citation"])
def test_every_text_has_its_citation_and_its_evidence(found: dict[str, Any], name: str) -> None:
    told = list(sources(found[name][0]))
    assert told
    for source in told:
        assert "Закона Республики Казахстан от 23 января 2001 года № 148" in source["citation"]
        assert source["permalink"].startswith(f"/acts/{LOCAL}/articles/art_36")
        assert len(source["provenance"]["snapshot_sha256"]) == 64
        assert source["provenance"]["url"].startswith("https://")
        assert source["answered"]["question"] in {"newest", "edition"}
        assert source["citation"] in found[name][1]


def test_what_lists_texts_cites_them_too(found: dict[str, Any]) -> None:
    for name, lists in (("search", "results"), ("list_changes", "changes"), ("list_acts", "acts")):
        listed = found[name][0][lists]
        assert listed
        for one in listed:
            assert one["citation"]
            assert one["citation"] in found[name][1]
    compared = found["compare"][0]
    assert compared["left"]["citations"][0].endswith("2013-06-13")
    assert compared["permalink"].startswith("/compare?left=")


def test_an_article_is_read_for_each_of_the_questions(server: LawServer) -> None:
    asked: tuple[dict[str, str], ...] = ({"on": "2022-01-01"}, {"edition": "2013-06-13"}, {})
    read = called(server, *(("read_article", CALLS["read_article"] | one) for one in asked))
    told = [answer(one)["source"] for one in read]
    assert [one["answered"]["question"] for one in told] == ["on", "edition", "newest"]
    assert [one["edition"] for one in told] == ["2021-05-24", "2013-06-13", "2022-11-05"]
    assert "entry into force" in told[0]["warnings"][0]
    assert "newer edition" in told[1]["warnings"][0]
    assert "in_force_on" in told[2]["warnings"][0]


def test_the_history_marks_what_went_and_came(found: dict[str, Any]) -> None:
    told, text = found["article_history"]
    assert [one["editions"][0] for one in told["wordings"]] == [
        "2013-06-13",
        "2021-05-24",
        "2022-11-05",
    ]
    assert "{+сами жители+}" in told["wordings"][1]["changes"]
    assert "{+сами жители+}" in text
    assert told["wordings"][0]["gap_until"] == "2021-05-24"
    assert told["warnings"]


def test_a_citation_in_kazakh_is_read_in_kazakh(server: LawServer) -> None:
    (found,) = called(server, ("resolve_citation", {"q": "№ 148 Заңының 36-бабы", "lang": "kk"}))
    (place,) = answer(found)["provisions"]
    assert (place["key"], place["source"]["lang"]) == ("art_36", "kk")
    assert place["citation"].endswith("36-бабы")


def test_a_search_pages_without_gap_or_double(server: LawServer) -> None:
    whole, first = called(
        server,
        ("search", {"q": "аким", "on": "any"}),
        ("search", {"q": "аким", "on": "any", "limit": 1}),
    )
    following = answer(first)["next_offset"]
    assert following == 1
    (second,) = called(
        server, ("search", {"q": "аким", "on": "any", "limit": 1, "offset": following})
    )
    keys = [(one["key"], one["lang"]) for one in answer(whole)["results"][:2]]
    paged = [answer(one)["results"][0] for one in (first, second)]
    assert [(one["key"], one["lang"]) for one in paged] == keys


def test_a_long_article_comes_in_parts_that_join_to_the_whole(own_house: House) -> None:
    ngr = "Z0300000009"
    lines = [f"Строка {number} " + "слово " * 300 for number in range(20)]
    lines.append("Без пробелов" * 2_000)
    blocks = tuple(
        Block(BlockKind.PART, one.strip(), key=f"part_{at}") for at, one in enumerate(lines, 1)
    )
    long = edition(ngr, "2020-01-01", article("1", "Длинная", *blocks), title="Закон (пересказ)")
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [long])
    server = law_server(Services(own_house.settings, own_house.store, own_house.engine))
    (first,) = called(server, ("read_article", {"ngr": ngr, "key": "art_1"}))
    parts = answer(first)["parts"]
    assert parts > 3
    assert f"part 1 of {parts}" in words(first)
    told = called(
        server,
        *(("read_article", {"ngr": ngr, "key": "art_1", "part": at + 1}) for at in range(parts)),
    )
    texts = [answer(one)["text"] for one in told]
    assert all(len(one) <= 12_000 for one in texts)
    joined = "".join("".join(one.split()) for one in texts)
    assert joined == "".join("".join(one.split()) for one in lines)


def test_law_that_looks_like_markup_is_passed_on_as_words(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [HOSTILE_EDITION])
    own_house.index()
    server = law_server(Services(own_house.settings, own_house.store, own_house.engine))
    (searched,) = called(server, ("search", {"q": "жирный", "on": "any"}))
    (hit,) = answer(searched)["results"]
    assert "<script>alert" in hit["snippet"]
    assert "&lt;" not in hit["snippet"]
    assert "<mark>" not in hit["snippet"]
    assert hit["act_title"] == HOSTILE
