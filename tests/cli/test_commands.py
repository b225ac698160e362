"""Each command on a small corpus: what it prints, as JSON and for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa

NGR = "Z990000777_"


@pytest.fixture
def filled(nusqa: Nusqa, saved: Path) -> Nusqa:
    assert nusqa("import", saved).status == 0
    return nusqa


def test_import_says_what_became_of_each_file(nusqa: Nusqa, saved: Path) -> None:
    ran = nusqa("import", saved, "--json")
    assert ran.status == 0
    assert [
        (one["edition"], one["outcome"], one["articles"]) for one in ran.document["imported"]
    ] == [
        ("2001-01-01", "stored", 2),
        ("2002-01-01", "stored", 3),
    ]
    again = nusqa("import", saved, "--json").document["imported"]
    assert {one["outcome"] for one in again} == {"unchanged"}


def test_acts_lists_what_is_held(filled: Nusqa) -> None:
    (act,) = filled("acts", "--json").document["acts"]
    assert (act["ngr"], act["editions"], act["newest"]) == (NGR, {"ru": 2}, "2002-01-01")
    assert NGR in filled("acts").out


def test_editions_says_for_which_days_each_answers(filled: Nusqa) -> None:
    editions = filled("editions", NGR, "--json").document["editions"]
    assert [(one["edition"], one["from"], one["to"]) for one in editions] == [
        ("2001-01-01", "2001-01-01", "2002-01-01"),
        ("2002-01-01", "2002-01-01", None),
    ]


@pytest.mark.parametrize(
    ("asked", "count"),
    [([], 3), (["--edition", "2001-01-01"], 2), (["--on", "2001-06-01"], 2)],
)
def test_articles_lists_an_edition(filled: Nusqa, asked: list[str], count: int) -> None:
    articles = filled("articles", NGR, *asked, "--json").document["articles"]
    assert [one["key"] for one in articles] == [f"art_{n}" for n in range(1, count + 1)]
    assert articles[0]["kind"] == "article"


def test_show_gives_the_wording_of_a_day_and_says_so(filled: Nusqa) -> None:
    shown = filled("show", NGR, "art_1", "--on", "2001-06-01", "--json").document
    assert shown["text"] == "О правиле 1\n1. Деревья сажают весной."
    assert (shown["edition"], shown["lang"]) == ("2001-01-01", "ru")
    assert shown["answered"]["question"] == "on"
    assert "осенью" in filled("show", NGR, "art_1").out


def test_diff_prints_what_went_and_what_came(filled: Nusqa) -> None:
    ran = filled("diff", NGR, "2001-01-01", "2002-01-01")
    assert "[-весной-]{+осенью+}" in ran.out
    changes = filled("diff", NGR, "2001-01-01", "2002-01-01", "--json").document["changes"]
    assert [(one["kind"], one["key"]) for one in changes] == [
        ("amended", "art_1"),
        ("added", "art_3"),
    ]


def test_changes_lists_the_record(filled: Nusqa) -> None:
    changes = filled("changes", "--json").document["changes"]
    assert [(one["kind"], one["from"]["edition"], one["to"]["edition"]) for one in changes] == [
        ("amended", "2001-01-01", "2002-01-01"),
        ("added", "2001-01-01", "2002-01-01"),
    ]
    assert filled("changes", "--since", "2999-01-01", "--json").document["changes"] == []
    assert filled("changes", "--not-legal", "--json").document["changes"] == []


def test_the_record_of_changes_is_followed_by_its_cursor_as_over_http(filled: Nusqa) -> None:
    first = filled("changes", "--limit", "1", "--json").document
    assert [one["key"] for one in first["changes"]] == ["art_1"]
    assert first["more"] is True
    last = filled("changes", "--cursor", str(first["cursor"]), "--json").document
    assert [one["key"] for one in last["changes"]] == ["art_3"]
    assert last["more"] is False
    narrowed = filled("changes", "--article", "art_3", "--kind", "added", "--json").document
    assert narrowed["changes"] == last["changes"]
    assert f"--cursor {first['cursor']}" in filled("changes", "--limit", "1").err


def test_the_index_can_be_thrown_away_and_built_again(filled: Nusqa, tmp_path: Path) -> None:
    for file in (tmp_path / "var" / "index").rglob("current.json"):
        file.unlink()
    assert filled("search", "акимы").status == 1
    assert filled("index", "rebuild", "--json").document["documents"] == 4
    assert filled("search", "акимы", "--json").document["total"] == 1


def test_reparse_reads_everything_again_and_changes_nothing(filled: Nusqa) -> None:
    document = filled("reparse", "--json").document
    assert (document["read"], document["unchanged"]) == (2, 2)


def test_reparse_tells_a_damaged_snapshot_and_fails(filled: Nusqa, tmp_path: Path) -> None:
    for file in (tmp_path / "var" / "snapshots").rglob("*.zst"):
        file.write_bytes(b"rust")
        break
    ran = filled("reparse")
    assert ran.status == 1
    assert f"damaged: {NGR} ru" in " ".join(ran.err.split())
    document = filled("reparse", "--json").document
    assert (document["damaged"], document["unchanged"]) == (1, 1)
    assert [one["outcome"] for one in document["refused_pages"]] == ["damaged"]


def test_quarantine_says_why(filled: Nusqa, tmp_path: Path) -> None:
    bad = tmp_path / "Z990000778_.rus.2003-01-01.html"
    bad.write_text("<html><body><h1>404</h1><p>Страница не найдена</p></body></html>", "utf-8")
    assert filled("import", bad).status == 1
    records = filled("quarantine", "--json").document["quarantine"]
    assert all(record["objections"][0]["message"] for record in records)


def test_doctor_finds_a_healthy_corpus_healthy(filled: Nusqa) -> None:
    ran = filled("doctor", "--json")
    assert ran.status == 0
    assert {one["what"]: one["ok"] for one in ran.document["findings"]}["database"] is True


def test_the_index_of_another_engine_is_built_where_it_is_named(filled: Nusqa) -> None:
    assert filled("search", "сад", "--on", "any", "--engine", "whoosh").status == 1
    built = filled("index", "rebuild", "--engine", "whoosh", "--json").document
    assert (built["engine"], built["documents"]) == ("whoosh", 4)
    assert filled("search", "сад", "--on", "any", "--engine", "whoosh").status == 0
    assert filled("index", "rebuild", "--engine", "elastic").status == 2


def test_doctor_says_how_to_mend_a_missing_index(filled: Nusqa, tmp_path: Path) -> None:
    for file in (tmp_path / "var" / "index").rglob("current.json"):
        file.unlink()
    ran = filled("doctor")
    assert ran.status == 1
    assert "nusqa index rebuild" in ran.out
