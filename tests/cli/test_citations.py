"""`nusqa resolve` and `nusqa cite`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from tests.cli.conftest import Nusqa, Ran

NGR = "Z990000777_"


@pytest.fixture
def filled(nusqa: Nusqa, saved: Path) -> Nusqa:
    assert nusqa("import", saved).status == 0
    return nusqa


def test_a_citation_is_resolved_to_its_words(filled: Nusqa) -> None:
    ran = filled("resolve", f"{NGR} ст. 1 п. 1")
    assert ran.status == 0
    assert "1. Деревья сажают осенью." in ran.out
    assert f"{NGR} art_1__p_1" in ran.out


def test_the_json_is_that_of_the_api(filled: Nusqa) -> None:
    found = filled("resolve", f"{NGR} ст. 1", "--on", "2001-06-01", "--json").document
    assert found["kind"] == "resolved"
    assert "весной" in found["provisions"][0]["article"]["text"]


def test_what_is_not_found_fails_with_what_is_near(filled: Nusqa) -> None:
    ran = filled("resolve", f"{NGR} ст. 99")
    assert ran.status == 1
    assert "Not found: article" in ran.err
    document = filled("resolve", f"{NGR} ст. 99", "--json")
    assert (document.status, document.document["not_found"]) == (1, "article")


def test_an_act_that_was_inferred_is_told(filled: Nusqa) -> None:
    assert "does not say which act" not in filled("resolve", f"{NGR} ст. 1 п. 1").err
    ran = filled("resolve", "пункт 1 статьи 1")
    assert ran.status == 0
    assert f"does not say which act: of those held, only this one has it: {NGR}" in ran.err


def test_a_day_that_there_is_not_is_told(filled: Nusqa) -> None:
    ran = filled("resolve", "ст. 1 Закона от 31.02.2021 № 148")
    assert ran.status == 1
    assert "There is no such day: 31.02.2021." in ran.err


def test_an_empty_citation_is_used_wrongly(filled: Nusqa) -> None:
    assert filled("resolve", " ").status == 2
    assert filled("resolve", "я" * 1001).status == 2


def cited(filled: Nusqa, *more: str) -> Ran:
    ran = filled("cite", NGR, "art_1__p_1", *more)
    assert ran.status == 0, ran.err
    return ran


def test_a_provision_is_cited_in_three_languages_with_a_permalink(filled: Nusqa) -> None:
    out = cited(filled).out
    assert out.startswith("ru  пункт 1 статьи 1 ")
    assert "kk  " in out
    assert f"/acts/{NGR}/articles/art_1__p_1/pinned?lang=ru&edition=2002-01-01" in out


def test_the_formats_are_those_of_reference_managers(filled: Nusqa) -> None:
    (entry,) = parse_string(cited(filled, "--format", "bibtex").out).entries
    assert entry.key == f"{NGR}-art_1__p_1-2002-01-01-ru"
    (record,) = rispy.loads(cited(filled, "--format", "ris").out)
    assert record["title"].startswith("пункт 1 статьи 1")
    (item,) = json.loads(cited(filled, "--format", "csl").out)
    assert item["type"] == "legislation"
    assert filled("cite", NGR, "art_1", "--format", "word").status == 2


def test_without_a_public_address_no_format_has_one_that_leads_nowhere(
    filled: Nusqa, monkeypatch: pytest.MonkeyPatch
) -> None:
    for form in ("ris", "bibtex", "csl"):
        ran = cited(filled, "--format", form)
        assert "/acts/" not in ran.out
        assert "NUSQA_PUBLIC_URL" in ran.err
    monkeypatch.setenv("NUSQA_PUBLIC_URL", "https://nusqa.example")
    ran = cited(filled, "--format", "ris")
    (record,) = rispy.loads(ran.out)
    assert record["urls"][0].startswith(f"https://nusqa.example/acts/{NGR}/articles/art_1__p_1/")
    assert ran.err == ""


def test_citing_what_is_not_there_fails_in_one_line(filled: Nusqa) -> None:
    ran = filled("cite", NGR, "art_99")
    assert ran.status == 1
    assert ran.err.count("\n") == 1
    assert "art_99" in ran.err
