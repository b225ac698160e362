"""Days on the command line: what a label that is only a year leaves open, and what is no day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cli.printing import window
from corpus.law import EditionLabel
from tests.cli.conftest import Nusqa

NGR = "Z990000777_"


@pytest.fixture
def filled(nusqa: Nusqa, tmp_path: Path) -> Nusqa:
    """Two editions of one year, of which one is known by the year only, and one to come."""
    folder = tmp_path / "gardens"
    folder.mkdir()
    files = []
    for label in ("1998", "1998-11-06", "2131-01-01"):
        page = f"# О садах\n\n### Статья 1. Сад\n\n      1. Деревья по редакции {label}.\n"
        (folder / f"{label}.md").write_text(page, encoding="utf-8")
        files.append(
            f'[[file]]\npath = "{label}.md"\nformat = "reference-bank-markdown"\n'
            f'ngr = "{NGR}"\nlang = "ru"\nlabel = "{label}"\nholds = "whole"\n'
        )
    (folder / "manifest.toml").write_text("\n".join(files), encoding="utf-8")
    assert nusqa("import", str(folder)).status == 0
    return nusqa


def test_the_list_of_editions_tells_days_that_are_not_known_as_such(filled: Nusqa) -> None:
    told = filled("editions", NGR).out
    assert "no day: some time in 1998 " in told
    assert "no day: some time from 1998-11-06" in told
    assert "1998-12-31" not in told


def test_without_a_day_a_text_to_come_is_not_shown(filled: Nusqa) -> None:
    assert "по редакции 1998" in filled("show", NGR, "art_1").out
    assert "по редакции 2131" in filled("show", NGR, "art_1", "--edition", "2131-01-01").out


@pytest.mark.parametrize("given", ["foo", "1998", "undated", "2022-02-31"])
def test_what_is_no_day_is_refused_with_a_day_that_is_one(nusqa: Nusqa, given: str) -> None:
    ran = nusqa("show", NGR, "art_1", "--on", given)
    assert ran.status == 2
    assert "2022-06-01" in ran.err
    assert "(1998)" not in ran.err  # a year is a label, no day


def test_an_undated_copy_has_no_days() -> None:
    assert window(None, None, EditionLabel.parse("undated")) == "–"
    assert window(date(2001, 1, 1), None) == "2001-01-01 …"


def test_a_label_that_is_a_year_tells_no_first_day(nusqa: Nusqa, tmp_path: Path) -> None:
    folder = tmp_path / "year"
    folder.mkdir()
    files = []
    for label in ("2010", "2012-03-05"):
        page = f"# О садах\n\n### Статья 1. Сад\n\n      1. Вишни по редакции {label}.\n"
        (folder / f"{label}.md").write_text(page, encoding="utf-8")
        files.append(
            f'[[file]]\npath = "{label}.md"\nformat = "reference-bank-markdown"\n'
            f'ngr = "{NGR}"\nlang = "ru"\nlabel = "{label}"\nholds = "whole"\n'
        )
    (folder / "manifest.toml").write_text("\n".join(files), encoding="utf-8")
    assert nusqa("import", str(folder)).status == 0
    editions = nusqa("editions", NGR).out
    found = nusqa("search", "вишни", "--on", "2011-03-01").out
    for told in (editions, " ".join(found.split())):
        assert "some day of 2010 … 2012-03-05" in told
        assert "2010-12-31" not in told
