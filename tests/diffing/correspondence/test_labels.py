"""The real texts: what readers judged of 519 pairs, held against what is asserted.

The floors stand a little below what was measured, so that a change for the worse is seen.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.correspondences import load_correspondences
from corpus.law import Edition, Language
from crawler.registries import read
from crawler.registries.files import scan
from diffing.correspondence.correspond import correspond
from diffing.correspondence.relation import Correspondences, Route
from diffing.correspondence.selection import Selection
from tests.diffing.correspondence.labelled import Labels, Score, load_labels, score
from tests.diffing.correspondence.making import ANALYSER

Editions = dict[tuple[str, str], Edition]

LABELS = {labels.name: labels for labels in load_labels()}
CURATED = load_correspondences()

# Recall, and recall with what is told as possible: by words alone, and with lawyers' pairs.
FLOORS = {
    "1484-113": ((0.32, 0.80), (0.84, 0.96)),
    "1484-555": ((0.77, 0.92), (0.90, 0.96)),
    "555-113": ((0.38, 0.70), (0.87, 0.93)),
    "113-2022-2023": ((0.93, 0.93), (0.93, 0.93)),
    "elections-1998-2007": ((0.90, 0.90), (0.90, 0.90)),
}
_PRECISION = 0.95


@pytest.fixture(scope="module")
def editions(shared_registry: Path) -> Editions:
    """The Russian editions that labels speak of, by act and label."""
    wanted = {side for labels in LABELS.values() for side in (labels.left, labels.right)}
    found: Editions = {}
    for page in scan([shared_registry]):
        source = page.source
        if source and source.language is Language.RU and (source.ngr, str(source.label)) in wanted:
            found[source.ngr, str(source.label)] = read(source.format, [page.body], source)
    return found


def aligned(labels: Labels, editions: Editions, *, curated: bool) -> Correspondences:
    left, right = Selection(editions[labels.left]), Selection(editions[labels.right])
    return correspond([left], [right], CURATED if curated else (), ANALYSER)


def scored(labels: Labels, editions: Editions, *, curated: bool) -> Score:
    return score(labels, aligned(labels, editions, curated=curated))


def test_the_labels_are_as_many_as_they_are_said_to_be() -> None:
    assert sum(len(labels.pairs) for labels in LABELS.values()) == 519
    assert LABELS.keys() == FLOORS.keys()


@pytest.mark.parametrize("curated", [False, True], ids=["words alone", "lawyers' pairs"])
@pytest.mark.parametrize("name", FLOORS)
def test_what_is_asserted_is_right_and_little_is_missed(
    name: str, curated: bool, editions: Editions
) -> None:
    found = scored(LABELS[name], editions, curated=curated)
    recall, with_possible = FLOORS[name][curated]
    assert sum(found.asserted.values()) > 10
    assert found.precision >= _PRECISION, found.wrong
    assert found.recall >= recall, found.missed
    assert found.recall_with_possible >= with_possible, found.missed


def test_points_inside_articles_are_seldom_called_new_or_dropped_in_error(
    editions: Editions,
) -> None:
    labels = LABELS["elections-1998-2007"]
    told = [
        (rule.key, point.relation)
        for article in aligned(labels, editions, curated=False).items
        for point in article.points
        if point.relation in {"new", "dropped"}
        for rule in (*point.old, *point.new)
    ]
    olds, news = {old for old, _ in labels.pairs}, {new for _, new in labels.pairs}
    wrong = [(key, how) for key, how in told if key in (olds if how == "dropped" else news)]
    assert len(told) > 20
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("name", ["1484-113", "1484-555", "555-113"])
def test_words_alone_seldom_call_something_new_or_dropped_that_has_a_counterpart(
    name: str, editions: Editions
) -> None:
    found = scored(LABELS[name], editions, curated=False)
    assert found.absences > 30
    assert len(found.false_absences) <= 0.1 * found.absences, found.false_absences


@pytest.mark.parametrize("curated", [False, True], ids=["words alone", "lawyers' pairs"])
def test_over_all_texts_the_aims_are_met(curated: bool, editions: Editions) -> None:
    scores = [scored(labels, editions, curated=curated) for labels in LABELS.values()]
    right, wrong = (
        sum(sum(one.right.values()) for one in scores),
        [pair for one in scores for pair in one.wrong],
    )
    told = sum(one.found + one.possible for one in scores)
    assert right / (right + len(wrong)) >= _PRECISION, wrong
    assert told / sum(one.pairs for one in scores) >= 0.8


@pytest.mark.parametrize("name", ["1484-113", "1484-555", "555-113"])
def test_nothing_is_called_new_or_dropped_that_has_a_counterpart(
    name: str, editions: Editions
) -> None:
    found = scored(LABELS[name], editions, curated=True)
    assert found.absences > 25
    assert found.false_absences == []


@pytest.mark.parametrize("name", FLOORS)
def test_no_rule_of_a_real_text_is_asserted_twice(name: str, editions: Editions) -> None:
    found = aligned(LABELS[name], editions, curated=True)
    for side in ("old", "new"):
        told = [
            rule.key
            for one in found.items
            if one.relation != "possible"
            for rule in getattr(one, side)
        ]
        assert len(told) == len(set(told)) > 10


@pytest.mark.parametrize("name", FLOORS)
def test_swapping_real_texts_mirrors_the_answer(name: str, editions: Editions) -> None:
    labels = LABELS[name]
    left, right = Selection(editions[labels.left]), Selection(editions[labels.right])
    there = correspond([left], [right], CURATED, ANALYSER)
    back = correspond([right], [left], CURATED, ANALYSER)
    assert sorted(map(repr, there.mirrored().items)) == sorted(map(repr, back.items))


def test_every_lawyers_pair_is_used_and_every_quote_stands(editions: Editions) -> None:
    used = set()
    for name in ("1484-555", "1484-113", "555-113"):
        found = aligned(LABELS[name], editions, curated=True)
        assert found.unused == ()
        used |= {
            (frozenset(one.key for one in pair.old), frozenset(one.key for one in pair.new))
            for pair in found.items
            if pair.route is Route.CURATED
        }
    assert len(used) == len(CURATED)


@pytest.mark.parametrize(
    ("left", "right", "language", "pairs"),
    [
        (("U040001484_", "2005-07-08"), ("Z950002464_", "2023-01-01"), Language.RU, 12),
        (("U1300000555", "2013-04-24"), ("Z950002464_", "2023-01-01"), Language.RU, 13),
        (("U1300000555", "2013-04-24"), ("Z950002464_", "2025-01-01"), Language.KK, 9),
    ],
)
def test_lawyers_pairs_outlive_amendments_and_hold_in_kazakh(
    shared_registry: Path,
    left: tuple[str, str],
    right: tuple[str, str],
    language: Language,
    pairs: int,
) -> None:
    old, new = (real_edition(shared_registry, *side, language) for side in (left, right))
    found = correspond([Selection(old)], [Selection(new)], CURATED, ANALYSER)
    assert found.unused == ()
    assert sum(one.route is Route.CURATED for one in found.items) == pairs


def real_edition(registry: Path, ngr: str, label: str, language: Language) -> Edition:
    (page,) = (
        page
        for page in scan([registry])
        if (source := page.source)
        and (source.ngr, str(source.label), source.language) == (ngr, label, language)
    )
    assert page.source
    return read(page.source.format, [page.body], page.source)


def test_real_redlines_give_the_texts_back(editions: Editions) -> None:
    for labels in LABELS.values():
        for one in aligned(labels, editions, curated=True).items:
            for rules, wording in ((one.old, one.redline.old), (one.new, one.redline.new)):
                told = [wording.heading, *(block.text for block in wording.blocks)]
                own = [text for rule in rules for text in rule.text.split("\n")]
                assert "\n".join(filter(None, told)).split("\n") == (own or [""])
