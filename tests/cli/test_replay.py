"""`nusqa replay` and `nusqa pending` on the bundled sample and on acts of the test's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_samples_amending_act_is_replayed_stage_by_stage(sample: Nusqa, lang: str) -> None:
    document = sample("replay", "Z2200000156", "--lang", lang, "--json").document
    assert document["instructions"]["unread"] == []
    assert document["instructions"]["acts"][0]["ngr"] == "Z950002464_"
    (act,) = document["acts"]
    labels = [(stage["from"]["edition"], stage["to"]["edition"]) for stage in act["stages"]]
    assert labels == [
        ("2022-02-07", "2022-11-05"),
        ("2022-11-05", "2023-01-01"),
        ("2023-01-01", "2025-01-01"),
    ]
    for stage in act["stages"]:
        verdicts = {reading["verdict"] for reading in stage["readings"]}
        assert verdicts == {"agrees"}
        assert stage["our_reading"] is True
        assert stage["from"]["provenance"]["sample"] is True


def test_a_person_sees_the_instructions_and_the_verdicts(sample: Nusqa) -> None:
    ran = sample("replay", "Z2200000156")
    assert ran.status == 0
    assert "art_113-8__p_2" in ran.out
    assert "agrees art_113-1" in ran.out
    assert "(10 days after publication)" in ran.out
    assert "23 instructions understood, 0 not read" in ran.err


def test_one_step_may_be_asked_for(sample: Nusqa) -> None:
    words = ("replay", "Z2200000156", "--act", "Z950002464_", "--from", "2022-02-07")
    document = sample(*words, "--to", "2025-01-01", "--json").document
    (stage,) = document["acts"][0]["stages"]
    assert stage["counts"]["agrees"] > 10
    assert stage["counts"]["differs"] == 0


def test_a_day_without_an_edition_is_our_reading(sample: Nusqa) -> None:
    words = ("replay", "Z2200000156", "--from", "2022-11-05", "--to", "2024-05-05")
    document = sample(*words, "--json").document
    (stage,) = document["acts"][0]["stages"]
    assert stage["to"] is None
    assert stage["on"] == "2024-05-05"
    assert all(reading["registry"] is None for reading in stage["readings"])
    assert "OUR READING" in sample(*words).out


def test_an_act_that_it_does_not_amend_is_refused_in_one_line(sample: Nusqa) -> None:
    ran = sample("replay", "Z2200000156", "--act", "Z010000148_")
    assert ran.status == 1
    assert "no instruction for Z010000148_" in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_an_edition_that_is_not_held_is_refused_in_one_line(sample: Nusqa) -> None:
    ran = sample("replay", "Z2200000156", "--from", "1990-01-01")
    assert ran.status == 1
    assert len(ran.err.strip().splitlines()) == 1


def test_nothing_is_pending_where_the_registry_has_consolidated_all(sample: Nusqa) -> None:
    document = sample("pending", "Z950002464_", "--json").document
    assert document["pending"] == []


def test_an_adopted_amendment_is_shown_before_the_registry_has_it(
    nusqa: Nusqa, tmp_path: Path
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    law = (
        "# О садах\n\nЗакон от 3 марта 2015 года № 77-V\n\n"
        "## Статья 1. Полив\n\n1. Поливают утром.\n"
    )
    amending = (
        "# О внесении изменений в Закон о садах\n\nЗакон от 1 июня 2020 года № 5-VI\n\n"
        "## Статья 1.\n\n"
        'Внести в Закон Республики Казахстан от 3 марта 2015 года № 77-V "О садах" следующие '
        'изменения:\n\n1) в пункте 1 статьи 1 слово "утром" заменить словом "ночью";\n\n'
        "2) статью 9 исключить.\n\n"
        "## Статья 2.\n\nНастоящий Закон вводится в действие с 1 января 2021 года.\n"
    )
    (folder / "law.md").write_text(law, "utf-8")
    (folder / "amending.md").write_text(amending, "utf-8")
    entry = (
        '[[file]]\npath = "{}.md"\nformat = "reference-bank-markdown"\nngr = "{}"\nlang = "ru"\n'
        'label = "{}"\nholds = "whole"\n'
    )
    (folder / "manifest.toml").write_text(
        entry.format("law", "Z1500000077", "2015-03-03")
        + entry.format("amending", "Z2000000005", "2020-06-01"),
        "utf-8",
    )
    assert nusqa("import", folder).status == 0
    document = nusqa("pending", "Z1500000077", "--json").document
    assert document["our_reading"] is True
    assert [
        (one["amending_act"]["ngr"], one["fate"], one["in_force"]["from"])
        for one in document["pending"]
    ] == [
        ("Z2000000005", "applied", "2021-01-01"),
        ("Z2000000005", "not applied", "2021-01-01"),
    ]
    (reading,) = document["readings"]
    assert reading["ours"].endswith("1. Поливают ночью.")
    shown = nusqa("pending", "Z1500000077")
    assert "OUR READING, not the registry's" in shown.out
    replayed = nusqa("replay", "Z2000000005", "--json").document
    (stage,) = replayed["acts"][0]["stages"]
    assert stage["to"] is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--from", "2023-01-01", "--to", "2022-02-07"), "2023-01-01 to 2022-02-07 runs backwards"),
        (("--from", "2022-02-07", "--to", "2022-02-07"), "runs backwards"),
        (("--to", "1999-01-01"), "was adopted on 2022-11-05: it changed nothing by 1999-01-01"),
        (("--from", "2021-05-24", "--to", "2022-10-10"), "changed nothing by 2022-10-10"),
    ],
)
def test_a_step_that_makes_no_sense_is_refused_in_one_line(
    sample: Nusqa, asked: tuple[str, ...], said: str
) -> None:
    ran = sample("replay", "Z2200000156", *asked)
    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())
