"""`nusqa anomalies`, completeness in `nusqa acts` and `nusqa editions`, `show --in-force-on`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa
from tests.crawler.funnel import article, page

NGR = "Z990000777_"


@pytest.fixture
def noted(nusqa: Nusqa, saved: Path) -> Nusqa:
    """Two editions; the newer has a note at article 1 and changes article 2 without one."""
    note = (
        "\n\n      Сноска. Статья 1 с изменениями, внесенными Законом РК от 05.06.2001 № 207-II "
        "(вводится в действие с 01.07.2002)."
    )
    body = page(
        article("1", "1. Деревья сажают осенью.") + note, article("2", "1. Поливают зимой.")
    )
    (saved / "2002-01-01.md").write_bytes(body)
    assert nusqa("import", saved).status == 0
    return nusqa


def test_anomalies_are_findings_and_no_failure(noted: Nusqa) -> None:
    ran = noted("anomalies", "--json")
    assert ran.status == 0
    kinds = {(one["kind"], one["key"]) for one in ran.document["anomalies"]}
    assert ("unexplained-change", "art_2") in kinds
    assert ("unexplained-change", "art_1") not in kinds
    shown = noted("anomalies")
    assert "serious unexplained-change" in shown.out
    assert "docs/anomalies.md" in shown.err


def test_anomalies_are_narrowed_by_kind_act_and_language(noted: Nusqa) -> None:
    kind = "unexplained-change"
    assert len(noted("anomalies", "--kind", kind, "--json").document["anomalies"]) == 1
    assert noted("anomalies", "--kind", "number-gap", "--json").document["anomalies"] == []
    assert (
        len(noted("anomalies", "--act", NGR, "--kind", kind, "--json").document["anomalies"]) == 1
    )
    assert noted("anomalies", "--lang", "kk", "--json").document["anomalies"] == []


def test_an_unknown_kind_is_used_wrongly_and_an_unknown_act_fails(noted: Nusqa) -> None:
    assert noted("anomalies", "--kind", "nonsense").status == 2
    ran = noted("anomalies", "--act", "Z0")
    assert (ran.status, ran.err.count("\n")) == (1, 1)


def test_acts_and_editions_tell_how_complete_they_are(noted: Nusqa) -> None:
    assert "ru 2/2+" in noted("acts").out
    assert "no list of the registry's is held, 2 held" in noted("editions", NGR).err
    (russian,) = noted("editions", NGR, "--json").document["completeness"]
    assert (russian["lang"], russian["listed"], russian["held"]) == ("ru", None, 2)


def test_the_wording_in_force_is_shown_with_its_grounds(noted: Nusqa) -> None:
    ran = noted("show", NGR, "art_1", "--in-force-on", "2002-07-01")
    assert ran.status == 0, ran.err
    assert "осенью" in ran.out
    assert "No 207-II of 2001-06-05, in force from 2002-07-01 (stated)" in ran.err
    document = noted("show", NGR, "art_1", "--in-force-on", "2002-07-01", "--json").document
    assert document["answered"]["question"] == "in_force_on"


def test_what_cannot_be_told_is_one_line_and_a_failure(noted: Nusqa) -> None:
    ran = noted("show", NGR, "art_2", "--in-force-on", "2002-07-01")
    assert (ran.status, ran.out) == (1, "")
    assert "no note says which act made the wording of edition 2002-01-01" in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("other", [("--on", "2002-01-01"), ("--edition", "2002-01-01")])
def test_two_questions_at_once_are_used_wrongly(noted: Nusqa, other: tuple[str, str]) -> None:
    assert noted("show", NGR, "art_1", "--in-force-on", "2002-07-01", *other).status == 2


def test_what_is_to_come_is_said_beside_the_text(noted: Nusqa) -> None:
    ran = noted("show", NGR, "art_1", "--on", "2002-02-01")
    assert "Still to come: art_1 amended by No 207-II of 2001-06-05, from 2002-07-01" in ran.err
