"""`nusqa relations`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa

NGR = "Z990000777_"


@pytest.fixture
def filled(nusqa: Nusqa, saved: Path) -> Nusqa:
    assert nusqa("import", saved).status == 0
    return nusqa


def test_the_relations_of_an_article_are_listed(filled: Nusqa) -> None:
    ran = filled("relations", NGR, "art_1")
    assert ran.status == 0
    assert f"{NGR} art_1" in ran.out
    for title in ("Cites", "Cited by", "Came from", "Went to"):
        assert title in ran.out


def test_the_json_is_that_of_the_api(filled: Nusqa) -> None:
    found = filled("relations", NGR, "art_1", "--on", "2001-06-01", "--json").document
    assert set(found) >= {"cites", "cited_by", "came_from", "went_to", "answered", "provenance"}
    assert found["answered"]["question"] == "on"


def test_an_article_that_there_is_not_is_one_clear_line(filled: Nusqa) -> None:
    ran = filled("relations", NGR, "art_99")
    assert ran.status == 1
    assert "Nearest: art_1" in ran.err
    assert len(ran.err.strip().splitlines()) == 1
