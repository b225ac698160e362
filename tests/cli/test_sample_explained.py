"""Every change of the sample has what explains it, or is listed as one that nothing explains."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.app import create_app
from corpus.settings import Settings
from tests.cli.conftest import Nusqa


def test_a_change_without_an_explanation_is_an_anomaly_and_no_other_is(sample: Nusqa) -> None:
    changes = sample("changes", "--legal", "--limit", "10000", "--json").document["changes"]
    listed = sample("anomalies", "--kind", "unexplained-change", "--json").document["anomalies"]
    unexplained = {
        (one["ngr"], one["lang"], one["key"], one["from"]["edition"], one["to"]["edition"])
        for one in changes
        if not one["amending_acts"]
    }
    told = {(one["ngr"], one["lang"], one["key"], one["older"], one["edition"]) for one in listed}
    assert len(changes) > 2 * len(unexplained)
    assert unexplained == told


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_what_follows_a_temporary_wording_has_its_end_and_the_act_that_ordered_it(
    sample: Nusqa, language: str
) -> None:
    asked = ("--act", "Z950002464_", "--article", "art_113-1", "--lang", language)
    changes = sample("changes", *asked, "--json").document["changes"]
    (change,) = [one for one in changes if one["to"]["edition"] == "2025-01-01"]
    assert change["in_force"]["from"] == "2025-01-01"
    told = {
        (one["number"], one["place"], one["verb"], *one["rules"], one["until"])
        for one in change["amending_acts"]
    }
    ended = "the temporary wording of the edition before ended"
    ordered = "the act's own text says so"
    assert told == {
        (None, "p_1", "temporary wording", ended, "2025-01-01"),
        (None, "p_2", "temporary wording", ended, "2025-01-01"),
        ("156-VII", "p_1", "reworded", ordered, None),
        ("156-VII", "p_2", "reworded", ordered, None),
    }


def test_the_page_tells_what_an_acts_own_text_did_and_not_that_the_registry_names_it(
    sample_folder: Path,
) -> None:
    with TestClient(create_app(Settings(data_dir=sample_folder))) as client:
        page = client.get("/acts/Z950002464_/articles/art_113-1", params={"ui": "en", "lang": "ru"})
    items = BeautifulSoup(page.text, "lxml").select("ul.told li")
    told = [" ".join(one.text.split()) for one in items]
    (first,) = [one for one in told if "156-VII" in one and ": paragraph 1: reworded; " in one]
    assert "in force from 1 January 2025" in first
