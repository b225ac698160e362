"""`nusqa show --in-force-on D --presume`: asked for, and told as what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa
from tests.crawler.funnel import article, page

NGR = "Z990000777_"


@pytest.fixture
def noted(nusqa: Nusqa, saved: Path) -> Nusqa:
    """Two editions; the newer has a note whose day is counted from a publication not known."""
    note = (
        "\n\n      Сноска. Статья 1 с изменениями, внесенными Законом РК от 01.01.2002 № 207-II "
        "(вводится в действие по истечении десяти календарных дней после дня его первого "
        "официального опубликования)."
    )
    body = page(article("1", "1. Деревья сажают осенью.") + note, article("2", "1. Поливают."))
    (saved / "2002-01-01.md").write_bytes(body)
    assert nusqa("import", saved).status == 0
    return nusqa


def test_the_presumption_is_said_beside_the_text(noted: Nusqa) -> None:
    asked = ("show", NGR, "art_1", "--in-force-on", "2005-01-01")
    strict = noted(*asked)
    assert (strict.status, strict.out) == (1, "")
    assert "`--presume`" in strict.err
    ran = noted(*asked, "--presume")
    assert ran.status == 0, ran.err
    assert "осенью" in ran.out
    assert "A presumption, not a fact. No 207-II of 2002-01-01" in " ".join(ran.err.split())
    presumed = noted(*asked, "--presume", "--json").document["answered"]["presumed"]
    assert [one["number"] for one in presumed["acts"]] == ["207-II"]


def test_the_switch_without_a_day_in_force_is_used_wrongly(noted: Nusqa) -> None:
    assert noted("show", NGR, "art_1", "--presume").status == 2
    assert noted("show", NGR, "art_1", "--on", "2005-01-01", "--presume").status == 2
    assert noted("resolve", f"{NGR} art_1", "--presume").status == 2
