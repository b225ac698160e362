"""Days written with a slip in the sample's notes: read, shown as written, and listed."""

from __future__ import annotations

from tests.cli.conftest import Nusqa


def test_the_act_of_a_slip_is_of_the_day_that_is_meant_and_keeps_its_letters(
    sample: Nusqa,
) -> None:
    document = sample(
        "amendments", "--act", "Z950002464_", "--article", "art_9", "--lang", "ru", "--json"
    ).document
    acts = {one["amending_act"]["number"]: one["amending_act"] for one in document["amendments"]}
    slipped = acts["105-VII"]
    assert (slipped["adopted"], slipped["adopted_as_written"]) == ("2022-02-07", "07.02.20222")
    quotes = [one["quote"] for one in document["amendments"]]
    assert any("07.02.20222" in quote for quote in quotes)


def test_of_two_possible_years_the_registrys_link_decides_in_both_languages(sample: Nusqa) -> None:
    document = sample("amendments", "--act", "Z010000148_", "--article", "art_1", "--json").document
    days = {
        one["amending_act"]["adopted_as_written"]: one["amending_act"]["adopted"]
        for one in document["amendments"]
        if one["amending_act"]["number"] == "126"
    }
    assert days == {"09.02.20009": "2009-02-09", "2009.02.099": "2009-02-09"}


def test_each_slip_is_listed_as_one(sample: Nusqa) -> None:
    document = sample("anomalies", "--kind", "note-not-read", "--json").document
    found = {
        (one["ngr"], one["lang"])
        for one in document["anomalies"]
        if "day written with a slip" in one["words"]
    }
    assert found == {
        (ngr, language) for ngr in ("Z950002464_", "Z010000148_") for language in ("ru", "kk")
    }
    assert all("impossible date" not in one["words"] for one in document["anomalies"])
