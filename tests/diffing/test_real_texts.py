"""Real editions of the election law: what was read by eye is what the comparison says."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.law import Edition, Language
from crawler.registries import read
from crawler.registries.files import scan
from diffing.changes import Comparison
from diffing.classify import REWORDED, ChangeKind
from diffing.compare import compare_editions
from diffing.engine import FastEngine, PureEngine, fast_engine_is_installed
from diffing.redline import Redline, Wording
from diffing.renamed import RENAMING
from diffing.restating import BY_NOTE, MOST_WORDS_REPLACED
from diffing.runs import Op


@pytest.fixture(scope="module")
def editions(shared_registry: Path) -> dict[str, Edition]:
    """The Russian editions of the election law, by label."""
    found = {}
    for page in scan([shared_registry]):
        source = page.source
        if source and source.ngr == "Z950002464_" and source.language is Language.RU:
            found[str(source.label)] = read(source.format, [page.body], source)
    return found


@pytest.fixture(scope="module")
def early(editions: dict[str, Edition]) -> Comparison:
    return compare_editions(editions["1998"], editions["2007"])


@pytest.fixture(scope="module")
def late(editions: dict[str, Edition]) -> Comparison:
    return compare_editions(editions["2022-02-07"], editions["2023-01-01"])


def of_kind(comparison: Comparison, kind: ChangeKind) -> list[str]:
    return [change.key for change in comparison.changes if change.kind is kind]


def test_from_1998_to_2007_two_articles_came_and_one_was_excluded(early: Comparison) -> None:
    assert of_kind(early, ChangeKind.ADDED) == ["art_20-1", "art_20-2"]
    assert of_kind(early, ChangeKind.REPEALED) == ["preamble", "art_30"]
    assert len([change for change in early.changes if change.kind in REWORDED]) == 36


def test_the_articles_that_their_notes_call_new_are_restated(early: Comparison) -> None:
    by_note = [change.key for change in early.changes if change.rule == BY_NOTE]
    assert by_note == [f"art_{n}" for n in (13, 15, 17, 19, 20, 27, 28, 29, 31)]
    by_words = [change.key for change in early.changes if change.rule == MOST_WORDS_REPLACED]
    assert by_words == ["art_37"]


def test_two_articles_differ_by_what_was_renamed_throughout_and_nothing_else(
    early: Comparison,
) -> None:
    renamed = {
        change.key: [rule.partition(": ")[2] for rule in change.rules]
        for change in early.changes
        if change.rules and change.rules[0].startswith(RENAMING)
    }
    assert {key: len(orders) for key, orders in renamed.items()} == {"art_1": 2, "art_8": 1}
    assert renamed["art_8"][0].endswith("(268 of 2007-06-19)")


def test_articles_that_only_lost_a_mark_or_a_line_break_are_not_amended(early: Comparison) -> None:
    assert {"art_2", "art_32"} <= {*early.unchanged, *of_kind(early, ChangeKind.TECHNICAL)}
    assert "art_7" in of_kind(early, ChangeKind.TECHNICAL)


def test_what_the_shorter_copy_does_not_reach_is_not_called_new_or_gone(early: Comparison) -> None:
    assert "art_43" in early.not_comparable
    assert "art_73" in early.not_comparable
    assert "art_42" not in early.not_comparable


def test_in_2023_every_article_of_the_chapter_and_its_heading_changed(late: Comparison) -> None:
    assert of_kind(late, ChangeKind.AMENDED) == [f"art_113-{n}" for n in range(1, 12)]
    assert [heading.key for heading in late.headings] == ["ch_13-1"]
    assert late.not_comparable == ()


def test_a_point_put_in_between_pushes_only_numbers(late: Comparison) -> None:
    """Article 113-4 got a new point 4; the points after it are known in spite of their numbers."""
    (change,) = [change for change in late.changes if change.key == "art_113-4"]
    pushed = {
        block.old.number: block.new.number
        for block in change.redline.blocks
        if block.old and block.new and block.old.number != block.new.number
    }
    assert pushed == {"4": "5", "5": "6", "6": "7", "7": "8", "8": "9"}
    inserted = [block for block in change.redline.blocks if block.op is Op.INSERT]
    assert [block.new.number for block in inserted if block.new] == ["4"]


@pytest.mark.parametrize("pair", [("1998", "2007"), ("2022-02-07", "2023-01-01")])
def test_every_redline_is_lossless_and_survives_json(
    editions: dict[str, Edition], pair: tuple[str, str]
) -> None:
    for change in compare_editions(editions[pair[0]], editions[pair[1]]).changes:
        again = Redline.from_json(change.redline.to_json())
        assert again.apply(change.old) == Wording.of(change.new)
        assert again.revert(change.new) == Wording.of(change.old)
        assert not again.coarse


@pytest.mark.skipif(
    not fast_engine_is_installed(), reason="the optional extra `fast` is not installed"
)
def test_both_engines_say_the_same(editions: dict[str, Edition]) -> None:
    sides = editions["1998"], editions["2007"]
    assert compare_editions(*sides, FastEngine()) == compare_editions(*sides, PureEngine())
