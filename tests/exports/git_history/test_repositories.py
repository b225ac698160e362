"""A history as real git sees it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.law import Holding, HoldingKind, Language
from exports.git_history.bundle import git_bundle
from exports.git_history.objects import git_history
from exports.git_history.repository import write_repository
from exports.git_history.told import Came, ToldHistory
from tests.exports.git_history.histories import (
    LAW_OF_2013,
    LAW_OF_2021,
    ORIGINAL,
    TWO,
    amended_by,
    article,
    git,
    history,
    lines,
    told,
)


def repository(folder: Path, of: ToldHistory, *, bare: bool = False) -> Path:
    """The history in a folder, found whole by `git fsck --strict`."""
    write_repository(folder, git_history(of), bare=bare)
    assert git(folder, "fsck", "--strict", "--full") == ""
    return folder


def test_an_edition_is_a_commit_by_its_act_on_its_day(tmp_path: Path) -> None:
    folder = repository(tmp_path / "act", TWO)
    newest = "tag: edition/2021-05-24"
    assert lines(folder, "%ad %ae %D", "--date=iso") == [
        f"2021-05-24 12:00:00 +0000 Z2100000042@acts.nusqa.invalid HEAD -> main, {newest}",
        "2013-06-13 12:00:00 +0000 Z1300000101@acts.nusqa.invalid tag: edition/2013-06-13",
        "2001-01-23 12:00:00 +0000 Z010000148_@acts.nusqa.invalid tag: edition/2001-01-23",
    ]
    assert lines(folder, "%an") == [LAW_OF_2021.name, LAW_OF_2013.name, ORIGINAL.name]
    assert git(folder, "status", "--porcelain") == ""


def test_blame_names_the_act_behind_each_paragraph(tmp_path: Path) -> None:
    folder = repository(tmp_path / "act", TWO)
    blamed = git(folder, "blame", "--line-porcelain", "ru/art_1.md")
    authors = [line[7:] for line in blamed.splitlines() if line.startswith("author ")]
    texts = [line[1:] for line in blamed.splitlines() if line.startswith("\t")]
    by_text = dict(zip(texts, authors, strict=True))
    assert by_text["1\\. Акима избирает маслихат."] == LAW_OF_2013.name
    assert by_text["2\\. Порядок устанавливает закон."] == LAW_OF_2021.name


def test_the_log_of_a_path_follows_an_article_and_leaves_notes_aside(tmp_path: Path) -> None:
    folder = repository(tmp_path / "act", TWO)
    assert len(lines(folder, "%h", "--", "ru/art_1.md")) == 3
    assert len(lines(folder, "%h", "--", "ru/art_2.md")) == 1
    assert len(lines(folder, "%h", "--", "ru/notes/art_2.md")) == 1


def test_trailers_are_read_by_git(tmp_path: Path) -> None:
    folder = repository(tmp_path / "act", TWO)
    names = ("Edition-Label", "Registry-URL", "Snapshot-Sha256", "Amending-Act")
    form = "|".join(f"%(trailers:key={name},valueonly,separator=%x2C)" for name in names)
    assert lines(folder, form, "-1") == [
        f"2021-05-24|https://registry.example/ru/2021-05-24|{'ab' * 32}|Z2100000042"
    ]


def test_a_bundle_is_cloned_by_git(tmp_path: Path) -> None:
    bundle = tmp_path / "act.bundle"
    bundle.write_bytes(git_bundle(git_history(TWO)))
    git(tmp_path, "bundle", "verify", "-q", str(bundle), check=False)
    git(tmp_path, "clone", "-q", str(bundle), "clone")
    clone = tmp_path / "clone"
    assert git(clone, "fsck", "--strict") == ""
    assert git(clone, "rev-parse", "HEAD").strip().encode() == git_history(TWO).head
    assert git(clone, "tag").split() == [
        "edition/2001-01-23",
        "edition/2013-06-13",
        "edition/2021-05-24",
    ]
    assert (clone / "ru" / "art_1.md").read_text("utf-8").startswith("# Статья 1. О сходе")


def test_days_before_1970_are_shown_as_the_first_day_git_has(tmp_path: Path) -> None:
    old = history(
        told("1936-12-05", article("1", "Так.")),
        told("1962-03-01", article("1", "Иначе."), came=amended_by(LAW_OF_2013)),
        told("1995-09-28", article("1", "Совсем иначе."), came=amended_by(LAW_OF_2021)),
    )
    folder = repository(tmp_path / "act", old)
    form = "%ad|%(trailers:key=Edition-Date,valueonly,separator=%x2C)"
    assert lines(folder, form, "--date=short") == [
        "1995-09-28|1995-09-28",
        "1970-01-01|1962-03-01",
        "1970-01-01|1936-12-05",
    ]
    git(tmp_path, "clone", "-q", str(folder), "clone")


def test_a_years_edition_has_the_last_day_of_its_year(tmp_path: Path) -> None:
    folder = repository(
        tmp_path / "act",
        history(told("1998", article("1", "А.")), told("1998-05-06", article("1", "Б."))),
    )
    form = "%ad|%(trailers:key=Edition-Date,valueonly,separator=%x2C)"
    assert lines(folder, form, "--date=short") == ["1998-12-31|1998", "1998-05-06|1998-05-06"]


def test_an_undated_edition_stands_apart(tmp_path: Path) -> None:
    editions = (told("2013-06-13", article("1", "А.")), told("undated", article("1", "Б.")))
    folder = repository(tmp_path / "act", history(*editions), bare=True)
    assert lines(folder, "%D") == ["HEAD -> main, tag: edition/2013-06-13"]
    assert lines(folder, "%at|%D", "undated") == ["0|tag: edition/undated, undated"]
    alone = repository(tmp_path / "alone", history(editions[1]))
    assert lines(alone, "%D") == ["HEAD -> main, tag: edition/undated"]


def test_what_an_edition_does_not_hold_stays_and_is_named(tmp_path: Path) -> None:
    part = Holding(HoldingKind.PARTS, ("art_1",))
    of = history(
        told("2013-06-13", article("1", "А."), article("2", "Б.")),
        told("2021-05-24", article("1", "В."), came=amended_by(LAW_OF_2021), holding=part),
    )
    folder = repository(tmp_path / "act", of)
    assert (folder / "ru" / "art_2.md").is_file()
    assert "art_2.md" in (folder / "ru" / "EDITION.md").read_text("utf-8")
    assert lines(folder, "%an", "-1") == [LAW_OF_2021.name]


def test_no_act_is_named_for_what_is_only_first_held(tmp_path: Path) -> None:
    part = Holding(HoldingKind.PARTS, ("art_1",))
    of = history(
        told("2013-06-13", article("1", "А."), holding=part),
        told("2021-05-24", article("1", "В."), article("2", "Б."), came=amended_by(LAW_OF_2021)),
    )
    folder = repository(tmp_path / "act", of)
    assert lines(folder, "%an", "--", "ru/art_2.md") == [
        "Неизвестно: не позднее редакции 2021-05-24"
    ]
    assert lines(folder, "%an", "--", "ru/art_1.md")[0] == LAW_OF_2021.name


def test_an_article_that_a_whole_edition_lacks_is_gone(tmp_path: Path) -> None:
    of = history(
        told("2013-06-13", article("1", "А."), article("2", "Б.")),
        told("2021-05-24", article("1", "А."), came=amended_by(LAW_OF_2021, kinds={"removed": 1})),
    )
    folder = repository(tmp_path / "act", of)
    assert not (folder / "ru" / "art_2.md").exists()


def test_languages_of_one_label_are_one_commit(tmp_path: Path) -> None:
    kazakh = told("2013-06-13", article("1", "Әкімді сайлайды."), language=Language.KK)
    folder = repository(tmp_path / "act", history(TWO.editions[0], TWO.editions[1], kazakh))  # type: ignore[index]
    assert sorted(path.name for path in folder.iterdir()) == [".git", "README.md", "kk", "ru"]
    assert lines(folder, "%an", "--", "kk") == ["Неизвестно: не позднее редакции 2013-06-13"]
    assert git(folder, "tag").split() == ["edition/2001-01-23", "edition/2013-06-13"]


def test_an_edition_of_which_only_the_form_is_another_names_no_act(tmp_path: Path) -> None:
    of = history(
        told("2013-06-13", article("1", "А «б».")),
        told("2014-01-01", article("1", 'А "б".'), came=Came({"technical": 1})),
        told("2015-01-01", article("1", 'А "в".'), came=Came({"amended": 1}, legal=True)),
    )
    assert lines(repository(tmp_path / "act", of), "%an")[:2] == [
        "Неизвестный акт",
        "Реестр (в имеющемся тексте изменён лишь вид)",
    ]


def test_a_sample_says_so_in_the_readme_and_in_every_message(tmp_path: Path) -> None:
    folder = repository(tmp_path / "act", replace(TWO, sample=True))
    assert "Sample" in (folder / "README.md").read_text("utf-8")
    assert git(folder, "log", "--format=%B").count("Учебный образец") == 3


def test_names_of_acts_cannot_break_a_commit(tmp_path: Path) -> None:
    act = replace(LAW_OF_2013, name="Закон <b>\n№ 1>", identity="№ 1/<x>\n@y")
    of = history(
        told("2012-01-01", article("1", "А.")),
        told("2013-06-13", article("1", "<script>alert(1)</script>"), came=amended_by(act)),
    )
    folder = repository(tmp_path / "act", of)
    assert lines(folder, "%an|%ae", "-1") == ["Закон b № 1|1-x-y@acts.nusqa.invalid"]
    assert "\\<script\\>" in (folder / "ru" / "art_1.md").read_text("utf-8")


def test_a_history_without_an_edition_is_refused() -> None:
    with pytest.raises(ValueError, match="no edition"):
        git_history(history())
