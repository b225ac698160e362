"""What commands say where a newer edition is held whose copy breaks off inside the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.api.house import empty_house
from tests.api.orchard import CUT, EDITIONS, NGR, WHOLE, hold_orchard
from tests.cli.conftest import Nusqa


@pytest.fixture
def orchard(nusqa: Nusqa, tmp_path: Path) -> Nusqa:
    """Commands on a folder that holds a whole edition and a newer one that breaks off."""
    hold_orchard(empty_house(tmp_path / "var"), EDITIONS[:2])
    return nusqa


@pytest.mark.parametrize("words", [("show", NGR, "art_2"), ("resolve", f"ст. 2 {NGR}")])
def test_the_older_text_comes_with_a_word_of_the_newer_edition(
    orchard: Nusqa, words: tuple[str, ...]
) -> None:
    ran = orchard(*words)
    assert ran.status == 0, ran.err
    assert f"edition {WHOLE}" in ran.out + ran.err
    said = " ".join(ran.err.split())
    assert f"A newer edition, {CUT}, is held too, but its copy may end inside this article" in said


def test_an_article_that_is_held_whole_comes_without(orchard: Nusqa) -> None:
    ran = orchard("show", NGR, "art_1")
    assert f"edition {CUT}" in ran.out + ran.err
    assert "is held too" not in ran.out + ran.err


def test_a_diff_names_what_it_does_not_compare(orchard: Nusqa) -> None:
    ran = orchard("diff", NGR, WHOLE, CUT)
    assert ran.status == 0, ran.err
    said = " ".join(ran.err.split())
    assert "a copy lacks them or may break off there: art_2, art_3, art_4" in said
