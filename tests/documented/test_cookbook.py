"""The recipes of docs/cookbook.md are run as they stand there, against a served sample."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.serving import Served
from tests.documented.recipes import recipes_of

DOCUMENT = Path(__file__).parents[2] / "docs" / "cookbook.md"
TEXT = DOCUMENT.read_text(encoding="utf-8")
RECIPES = recipes_of(TEXT)


@pytest.mark.parametrize("heading", dict.fromkeys(one.heading for one in RECIPES))
def test_a_recipe_prints_what_is_shown_under_it(
    sample_service: Served, tmp_path: Path, heading: str
) -> None:
    for recipe in RECIPES:
        if recipe.heading == heading:
            assert recipe.run(sample_service.url, tmp_path) == recipe.printed


def test_there_are_ten_tasks_each_for_the_shell_and_for_python() -> None:
    asked = {
        heading: [one.language for one in RECIPES if one.heading == heading]
        for heading in (one.heading for one in RECIPES)
    }
    assert len(asked) == 10
    assert all(languages == ["sh", "python"] for languages in asked.values()), asked


def test_the_list_at_the_top_leads_to_every_recipe() -> None:
    listed = re.findall(r"^\d+\. \[(.+)\]\(#(.+)\)$", TEXT, re.MULTILINE)
    headings = [re.sub(r"^\d+\. ", "", one) for one in dict.fromkeys(r.heading for r in RECIPES)]
    assert [name for name, _ in listed] == headings
    for number, (name, anchor) in enumerate(listed, start=1):
        words = re.sub(r"[^\w\s-]", "", f"{number}. {name}".lower())
        assert anchor == words.replace(" ", "-")
    for target in re.findall(r"\]\((\w[\w-]*\.md)\)", TEXT):
        assert (DOCUMENT.parent / target).is_file(), target
