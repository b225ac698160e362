"""The sample's amending act really makes the editions that name it as their cause."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from corpus.law import Language
from crawler.sample.acts import LANGUAGES, SampleEdition, load_acts
from tests.crawler.sample.replay import articles_of, instructions, replay

ACTS = {act.ngr: act for act in load_acts()}


def elections(language: Language, label: date) -> SampleEdition:
    edition = ACTS["Z950002464_"].edition(language, label)
    assert edition is not None
    return edition


def amending(language: Language) -> SampleEdition:
    edition = ACTS["Z2200000156"].edition(language)
    assert edition is not None
    return edition


STAGES = [
    (date(2022, 11, 5), ("1", "133")),
    (
        date(2023, 1, 1),
        ("44", "113-2", "113-3", "113-4", "113-5", "113-6", "113-8", "113-10", "113-11"),
    ),
    (date(2025, 1, 1), ("113-1",)),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("label", "keys"), STAGES, ids=lambda value: str(value)[:10])
def test_its_instructions_turn_the_edition_before_into_each_stage(
    language: Language, label: date, keys: tuple[str, ...]
) -> None:
    after = replay(amending(language), elections(language, date(2022, 2, 7)))
    stage = articles_of(elections(language, label))
    assert {key: after[key] for key in keys} == {key: stage[key] for key in keys}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_leaves_alone_the_articles_that_it_does_not_name(language: Language) -> None:
    before = articles_of(elections(language, date(2022, 2, 7)))
    after = replay(amending(language), elections(language, date(2022, 2, 7)))
    named = {one.article for one in instructions(amending(language))} | {"133"}
    assert {key: text for key, text in after.items() if key not in named} == {
        key: text for key, text in before.items() if key not in named
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_that_it_names_exists(language: Language) -> None:
    known = articles_of(elections(language, date(2022, 2, 7)))
    named = {one.article for one in instructions(amending(language))}
    assert named <= set(known) | {"133"}
    assert len(named) >= 11


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_temporary_wording_of_article_113_1_is_the_one_that_article_133_quotes(
    language: Language,
) -> None:
    held = articles_of(elections(language, date(2023, 1, 1)))
    quoted = [re.sub(r"^«|»\.$", "", line) for line in held["133"][2:]]
    assert held["113-1"][: len(quoted)] == quoted


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_stage_changes_nothing_but_what_the_act_names(language: Language) -> None:
    named = {one.article for one in instructions(amending(language))} | {"133"}
    labels = [date(2022, 2, 7), date(2022, 11, 5), date(2023, 1, 1), date(2025, 1, 1)]
    texts = [articles_of(elections(language, label)) for label in labels]
    for older, newer in pairwise(texts):
        changed = {key for key in newer if older.get(key) != newer[key]}
        assert changed
        assert changed <= named
