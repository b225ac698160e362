from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa
from tests.crawler.funnel import page

GARDENS = "Z990000777_"


@pytest.fixture
def bilingual(tmp_path: Path) -> Path:
    """A folder of two saved editions of an act about gardens, one of them in both languages."""
    folder = tmp_path / "bilingual"
    folder.mkdir()
    texts = {
        ("ru", "2001-01-01"): ("1. Деревья поливают раз в три дня.", "1. Сажают весной."),
        ("kk", "2001-01-01"): ("1. Ағаштар төрт күнде бір рет суарылады.", "1. Көктемде."),
        ("ru", "2002-01-01"): ("1. Деревья поливают раз в пять дней.", "1. Сажают весной."),
    }
    entries = []
    for (language, label), points in texts.items():
        name = f"{language}-{label}.md"
        heading = "Статья {}. Сад" if language == "ru" else "{}-бап. Бақ"
        articles = (
            f"### {heading.format(number)}\n\n      {text}"
            for number, text in enumerate(points, start=1)
        )
        (folder / name).write_bytes(page(*articles))
        entries.append(
            f'[[file]]\npath = "{name}"\nformat = "reference-bank-markdown"\n'
            f'ngr = "{GARDENS}"\nlang = "{language}"\nlabel = "{label}"\nholds = "whole"\n'
        )
    (folder / "manifest.toml").write_text("\n".join(entries), encoding="utf-8")
    return folder


def test_where_the_languages_disagree_is_shown_with_the_words_of_both(
    nusqa: Nusqa, bilingual: Path
) -> None:
    nusqa("import", bilingual)
    ran = nusqa("languages", GARDENS)
    assert ran.status == 0
    assert "number art_1" in ran.out
    assert "ru  p_1: «три дня» = 3 day" in ran.out
    assert "kk  p_1: «төрт күнде» = 4 day" in ran.out
    assert "2 articles compared, 0 numbers agree, 1 disagreement\n" in ran.err
    assert "2002-01-01" in ran.out  # known in Russian only


def test_the_json_is_the_apis(nusqa: Nusqa, bilingual: Path) -> None:
    nusqa("import", bilingual)
    document = nusqa("languages", GARDENS, "--edition", "2001-01-01", "--json").document
    assert document["totals"]["number"] == 1
    assert document["disagreements"][0]["ru"]["value"] == "3"
    assert document["one_language_only"] == [
        {"edition": "2002-01-01", "ru": "held", "kk": "unknown"}
    ]


def test_a_language_that_lacks_the_edition_is_said_and_is_no_failure(
    nusqa: Nusqa, bilingual: Path
) -> None:
    nusqa("import", bilingual)
    ran = nusqa("languages", GARDENS, "--on", "2003-01-01")
    assert ran.status == 0
    assert "in kk on 2003-01-01 is not known" in ran.err


def test_an_act_in_one_language_and_two_questions_at_once_are_refused(
    nusqa: Nusqa, bilingual: Path, saved: Path
) -> None:
    nusqa("import", saved)
    ran = nusqa("languages", GARDENS)
    assert (ran.status, "No edition of Z990000777_ in kk is held" in ran.err) == (1, True)
    ran = nusqa("languages", GARDENS, "--on", "2003-01-01", "--edition", "2001-01-01")
    assert ran.status == 2
