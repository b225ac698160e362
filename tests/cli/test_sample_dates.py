"""The sample knows when its amending acts were published: its days of entry into force."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa


def test_a_start_counted_from_publication_is_computed_and_says_from_what(sample: Nusqa) -> None:
    asked = ("amendments", "--act", "Z950002464_", "--article", "ch_13-1", "--verb", "added")
    document = json.loads(sample(*asked, "--lang", "ru", "--json").out)
    [added] = document["amendments"]
    assert added["amending_act"]["number"] == "41-VII"
    assert added["in_force"] == {
        "from": "2021-06-05",
        "ground": "computed from publication",
        "published": "2021-05-25",
        "label": None,
    }


@pytest.mark.parametrize(
    ("day", "edition"),
    [("2021-06-05", "2021-05-24"), ("2023-06-01", "2023-01-01"), ("2025-06-01", "2025-01-01")],
)
def test_the_text_in_force_on_a_day_is_told(sample: Nusqa, day: str, edition: str) -> None:
    asked = ("show", "Z950002464_", "art_113-1", "--in-force-on", day, "--json")
    document = json.loads(sample(*asked).out)
    assert (document["edition"], document["answered"]["question"]) == (edition, "in_force_on")


def test_deriving_anew_knows_the_samples_days_too(
    nusqa: Nusqa, sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(sample_folder, tmp_path / "again")
    monkeypatch.setenv("NUSQA_DATA_DIR", str(tmp_path / "again"))
    derived = json.loads(nusqa("derive", "--json").out)
    assert {one["amendments_written"] for one in derived["acts"]} == {0}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_an_act_of_which_all_has_begun_has_nothing_to_come(sample: Nusqa, language: str) -> None:
    asked = ("show", "Z2200000156", "art_1", "--lang", language, "--json")
    assert "см. ст. 2" in sample(*asked).out or "2-баптан қараңыз" in sample(*asked).out
    coming = sample(*asked).document["coming"]
    assert (coming["pending"], coming["begun"]) == ([], [])
    early = sample(*asked, "--on", "2024-12-31").document["coming"]
    assert [one["verb"] for one in early["pending"]] == ["later start"]


def test_what_follows_a_temporary_wording_is_laid_to_the_act_whose_text_says_so(
    sample: Nusqa,
) -> None:
    asked = ("blame", "Z950002464_", "art_113-1", "--on", "2025-02-01", "--json")
    origins = json.loads(sample(*asked).out)["origins"]
    [act] = next(one for one in origins if one["edition"] == "2025-01-01")["amending_acts"]
    assert (act["number"], act["in_force_from"]) == ("156-VII", "2025-01-01")
    assert act["rules"] == ["the act's own text says so"]
