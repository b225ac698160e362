"""The regimes of the bundled sample, in both languages: lawyers' pairs speak of it too."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Nusqa


@pytest.mark.parametrize("lang", ["ru", "kk"])
@pytest.mark.parametrize(
    ("left", "right", "pairs"),
    [
        ("1999", "2013", 7),
        ("1999", "2020", 11),
        ("2013", "2020", 12),
        ("2013", "R3b", 12),
        ("2013", "R3c", 12),
        ("2013", "R3d", 12),
    ],
)
def test_every_lawyers_pair_about_the_samples_rules_is_used(
    sample: Nusqa, lang: str, left: str, right: str, pairs: int
) -> None:
    document = sample("compare", left, right, "--lang", lang, "--json").document
    assert document["unused_pairs"] == []
    routes = [one["route"] for one in document["correspondences"]]
    assert routes.count("curated") == pairs
    assert document["lang"] == lang
    assert document["left"]["held"][0]["provenance"]["sample"] is True


def test_the_sample_tells_the_story_of_the_three_regimes(sample: Nusqa) -> None:
    document = sample("compare", "2013", "2020", "--lang", "ru", "--json").document
    told = {
        tuple(rule["key"] for rule in one["left"]): (one["relation"], one["ground"])
        for one in document["correspondences"]
        if one["route"] == "curated"
    }
    assert told["app_1__p_13",] == ("edited", "who nominates")
    assert told["app_1__p_45",] == ("split", "calling of ordinary and of early elections")
    assert told["app_1__p_18", "app_1__p_19"][0] == "merged"
    new = [
        one["right"][0]["key"] for one in document["correspondences"] if one["relation"] == "new"
    ]
    assert any(key.startswith("art_113-4__") for key in new)  # signatures are new
