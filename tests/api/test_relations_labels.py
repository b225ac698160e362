"""References of real texts against labels by eye: `benchmarks/labels/references.toml`."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from benchmarks.referring import figures, imported, labels, readings
from corpus.law import Language

LEAST_RECALL = 0.95


def test_no_link_leads_elsewhere_and_few_are_missed(shared_registry: Path, tmp_path: Path) -> None:
    with closing(imported(shared_registry, str(tmp_path))) as store:
        read = list(readings(store))
    told = figures(read)
    wrong = [str(one.label) for one in read if one.links and not one.is_right]
    assert (wrong, told["precision of links"], told["stretch found"]) == ([], 1, 1)
    assert told["recall of provisions held"] >= LEAST_RECALL


def test_the_labels_are_of_both_languages_and_of_what_is_not_held_too() -> None:
    found = labels()
    assert len(found) >= 60
    assert {one.language for one in found} == {Language.RU, Language.KK}
    assert any(not one.means for one in found)
