"""The matrix and the regimes on the sample, on the official texts, and on nothing."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from cli.workplace import Workplace
from corpus.settings import Settings
from crawler.importing import ImportOutcome, import_paths
from tests.cli.conftest import Nusqa

# What the bundled sample, a paraphrase, numbers in another way than the law does.
NUMBERED_OTHERWISE = {
    "U040001484_:app_1__preamble",
    "Z950002464_:art_113-4__p_7",
    "Z950002464_:art_113-4__p_8",
    "Z950002464_:art_113-5__p_14",
}


@pytest.fixture(scope="module")
def official(shared_registry: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the official texts of the field."""
    folder = tmp_path_factory.mktemp("official")
    with closing(Workplace(Settings(data_dir=folder))) as workplace:
        fates = [fate for _, _, fate in import_paths(workplace.ingest, [shared_registry])]
    assert Counter(fate.outcome for fate in fates)[ImportOutcome.STORED] > 10
    return folder


@pytest.fixture
def on_official(nusqa: Nusqa, official: Path, monkeypatch: pytest.MonkeyPatch) -> Nusqa:
    monkeypatch.setenv("NUSQA_DATA_DIR", str(official))
    return nusqa


def cells(document: Any) -> list[tuple[str, Any]]:
    return [(theme["key"], cell) for theme in document["themes"] for cell in theme["cells"]]


def provisions(document: Any) -> list[tuple[str, str, Any]]:
    return [
        (cell["phase"], f"{one['ngr']}:{one['key']}", one)
        for _, cell in cells(document)
        for one in cell["provisions"]
    ]


def test_all_that_the_sample_holds_of_the_matrix_was_compared_with_it(sample: Nusqa) -> None:
    document = sample("matrix", "--json").document
    assert set(document["states"]) == {"checked", "not held"}
    assert document["states"]["checked"] > 180
    for _, written, one in provisions(document):
        if one["state"] == "checked":
            continue
        remarks = {copy["remark"] for copy in one["copies"]}
        is_outside = all("of that edition is held" in remark for remark in remarks)
        assert is_outside or written in NUMBERED_OTHERWISE, (written, remarks)


def test_all_that_the_official_texts_hold_of_the_matrix_was_compared_with_them(
    on_official: Nusqa,
) -> None:
    document = on_official("matrix", "--json").document
    assert set(document["states"]) == {"checked", "not held"}
    by_phase = Counter(cell["phase"] for _, cell in cells(document) if cell["state"] == "checked")
    # The decrees whole; of the three editions of chapter 13-1 what rests on that chapter alone.
    assert by_phase == {"R1-1484": 34, "R2a": 35, "R3a": 16, "R3b": 16, "R3c": 16}
    copies = [copy for _, _, one in provisions(document) for copy in one["copies"]]
    assert not any(copy["sample"] for copy in copies)
    assert {copy["state"] for copy in copies} == {"checked", "not held"}


def test_every_provision_of_a_decree_that_is_held_whole_exists(on_official: Nusqa) -> None:
    document = on_official("matrix", "--phase", "R1-1484", "--phase", "R2a", "--json").document
    found = provisions(document)
    assert len(found) > 100
    assert {one["state"] for _, _, one in found} == {"checked"}


def test_the_check_lists_what_is_not_held_and_succeeds_while_nothing_changed(
    on_official: Nusqa,
) -> None:
    ran = on_official("matrix", "--check")
    assert ran.status == 0
    assert "not held R2b: electorate, units" in ran.out
    assert "only ch_13-1 of that edition is held" in ran.out
    assert "checked" in ran.err
    told = on_official("matrix", "--check", "--json").document
    assert {cell["state"] for _, cell in cells(told)} == {"not held"}


def test_a_wording_that_was_marked_and_became_another_fails_the_check(
    on_official: Nusqa, tmp_path: Path
) -> None:
    marks = tmp_path / "marks.toml"
    assert on_official("matrix", "--theme", "age", "--mark-read", marks).status == 0
    text = marks.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "U1300000555:app_1__p_12" in line)
    assert on_official("matrix", "--theme", "age", "--marks", marks, "--check").status == 0
    marks.write_text(
        text.replace(line, '"U1300000555:app_1__p_12" = { ru = ["2013-04-24 0123456789abcdef"] }'),
        encoding="utf-8",
    )
    ran = on_official("matrix", "--theme", "age", "--marks", marks, "--check")
    assert ran.status == 1
    assert ran.out.startswith("changed R2a: age\n  U1300000555:app_1__p_12\n")
    # Compared and marked again, it is checked; what was marked before is kept.
    on_official("matrix", "--theme", "age", "--mark-read", marks)
    assert "0123456789abcdef" in marks.read_text(encoding="utf-8")
    assert on_official("matrix", "--theme", "age", "--marks", marks, "--check").status == 0


def test_marks_of_nothing_leave_every_text_unread(sample: Nusqa, tmp_path: Path) -> None:
    marks = tmp_path / "marks.toml"
    marks.write_text("", encoding="utf-8")
    ran = sample("matrix", "--theme", "age", "--marks", marks, "--check")
    assert ran.status == 0
    assert ran.out.startswith("unread R1-1484: age")


def test_a_person_sees_one_column_for_each_regime(sample: Nusqa) -> None:
    ran = sample("matrix", "--stage", "office", "--lang", "en")
    head = "\n".join(ran.out.splitlines()[:5])
    assert "RESULTS, OFFICE, AFTER THE ELECTION" in head
    assert [key for key in ("R1-1484", "R2a", "R2b", "R3a", "R3b") if key in head] == [
        "R1-1484",
        "R2a",
        "R3a",
    ]
    assert "4 years. [point 1]" in ran.out
    assert "(?1)" in ran.out
    assert "° the text of that day is not held here" in ran.out
    assert "33 cells" in ran.err


def test_the_counts_of_the_matrix_add_up(sample: Nusqa) -> None:
    for stage in ("nomination", "voting", "office"):
        told = " ".join(sample("matrix", "--stage", stage).err.split())
        whole, parts = told.rsplit(" cells: ", 1)
        assert int(whole.split()[-1]) == sum(int(part.split()[0]) for part in parts.split(", "))
    assert "silent (no provision to check)" in sample("matrix").err


def test_the_sign_stands_at_the_provision_it_is_about(on_official: Nusqa) -> None:
    ran = on_official("matrix", "--theme", "age", "--phase", "R3a", "--lang", "en")
    out = " ".join(ran.out.split())
    assert "[Law On Elections, art. 113-2; °Law on Local Government, art. 36]" in out
    assert "1 cell: 1 not held" in ran.err


def test_more_phases_than_fit_are_told_one_below_the_other(
    sample: Nusqa, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cli.matrix_table.OUT.width", 110)
    out = sample("matrix", "--theme", "deposit", "--phase", "all", "--lang", "kk").out
    assert "R3b, R3c" in out
    assert "№ 1484 Қағидалар, 37-тармақ" in out
    lines = out[: out.index("\n(?1) ")].splitlines()
    assert max(map(len, lines)) <= 110


def test_several_themes_are_parted_by_commas(sample: Nusqa) -> None:
    document = sample("matrix", "--theme", " deposit, ,signatures", "--json").document
    assert [one["key"] for one in document["themes"]] == ["signatures", "deposit"]


def test_regimes_are_listed_with_what_is_held(on_official: Nusqa) -> None:
    ran = on_official("regimes", "--lang", "en")
    rows = {line.split()[1]: line for line in ran.out.splitlines()[1:]}
    assert "2013-04-27 … 2017-10-12  (?)  2013-04-27  ru" in rows["R2a*"]
    assert rows["R2b"].rstrip().endswith("no")
    assert rows["R3b"].rstrip().endswith("in part")
    assert "2011-05-19 … 2013-04-27: Akims are appointed" in ran.err
    assert len(on_official("regimes", "--json").document["regimes"]) == 3


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["--theme", "deposits"], 1, "Nearest: deposit."),
        (["--stage", "x"], 1, "All: nomination, voting, office"),
        (["--phase", "R5"], 1, "No regime or phase 'R5'"),
        (["--phase", "R1-633"], 1, "No text of R1-633 is to be had."),
        (["--marks", "absent.toml"], 2, "cannot be read"),
        (["--mark-read", "/dev/null/marks.toml"], 1, "/dev/null: File exists"),
    ],
)
def test_a_bad_question_is_one_clear_line(
    sample: Nusqa, words: list[str], status: int, told: str
) -> None:
    ran = sample("matrix", *words)
    assert ran.status == status
    assert told in " ".join(ran.err.split())
    assert ran.out == ""
