"""A local clone of the mirror, read through git itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from corpus.law import Language
from crawler.registries import read
from crawler.registries.mirror_git import (
    BrokenCommit,
    MirrorClone,
    MirrorEdition,
    MirrorError,
    is_clone,
)

FOLDER = "03-laws/1999/0505-o-vydumannyh-sovetah-9777"
NGR = "Z990000777_"
BACK = "↑ [Вся редакция](../rus.md)\n\n"
INDEX = (
    "# О советах\n\n## Части документа\n\n| Часть | Название |\n|---|---|\n"
    "| [`ch002`](rus/ch002.md) | Глава 2 |\n| [`ch001`](rus/ch001.md) | Глава 1 |\n"
)


def git(folder: Path, *words: str) -> None:
    me = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *me, *words], cwd=folder, check=True, capture_output=True, env=environment
    )


def commit(clone: Path, message: str, files: dict[str, str | None]) -> None:
    for name, text in files.items():
        path = clone / name
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(clone, "add", "-A")
    git(clone, "commit", "-q", "-m", message)


def meta(rus: str, kaz: str, code: str = "9777") -> str:
    return (
        f"act_code: '{code}'\ntitle: {{rus: Название сегодня}}\n"
        f"version_date: {{rus: {rus}, kaz: {kaz}}}\n"
    )


def text(words: str) -> str:
    return f'# О советах\n\n<a id="st1"></a>\n\n### Статья 1. Понятия\n\n{words}\n'


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("codes")
    git(folder, "init", "-q")
    kaz = "# Кеңестер туралы\n\n### 1-бап. Ұғым\n\nБірінші сөз.\n"
    commit(
        folder,
        "original",
        {
            f"{FOLDER}/meta.yaml": meta("1999-05-05", "1999-05-05"),
            f"{FOLDER}/rus.md": text("Первые слова."),
            f"{FOLDER}/kaz.md": kaz,
            "03-laws/2001/other-5/meta.yaml": meta("2001-01-01", "2001-01-01", "5"),
            "03-laws/2001/other-5/rus.md": text("Чужие слова."),
        },
    )
    commit(
        folder,
        "amended, and split",
        {
            f"{FOLDER}/meta.yaml": meta("2009-02-09", "1999-05-05"),
            f"{FOLDER}/rus.md": INDEX,
            f"{FOLDER}/rus/ch001.md": f"{BACK}### Статья 1. Понятия\n\nКонец.\n",
            f"{FOLDER}/rus/ch002.md": f"{BACK}### Статья 2. Сбор\n\nНачало.\n",
        },
    )
    commit(
        folder,
        "same label, later build",
        {f"{FOLDER}/rus/ch001.md": "### Статья 1. Понятия\n\nКонец!\n"},
    )
    commit(
        folder, "repealed", {f"{FOLDER}/{name}": None for name in ("rus.md", "kaz.md", "meta.yaml")}
    )
    return folder


def found(clone: Path) -> list[MirrorEdition]:
    read = list(MirrorClone(clone).editions({9777: NGR}))
    assert [one for one in read if isinstance(one, BrokenCommit)] == []
    return [one for one in read if isinstance(one, MirrorEdition)]


def test_each_commit_that_touches_the_act_is_an_edition_by_its_own_label(clone: Path) -> None:
    named = [(one.source.language, str(one.source.label)) for one in found(clone)]
    assert named == [
        (Language.KK, "1999-05-05"),
        (Language.RU, "1999-05-05"),
        (Language.RU, "2009-02-09"),
    ]


def test_the_act_is_known_by_the_mapping_and_others_are_left(clone: Path) -> None:
    editions = found(clone)
    assert {one.source.ngr for one in editions} == {NGR}
    assert {one.source.reference_bank_id for one in editions} == {9777}
    assert list(MirrorClone(clone).editions({})) == []


def test_the_parts_of_a_split_act_come_in_the_order_of_its_list(clone: Path) -> None:
    split = found(clone)[-1]
    assert [path.rpartition("/")[2] for path in split.paths] == ["rus.md", "ch002.md", "ch001.md"]
    edition = read(split.source.format, split.bodies, split.source)
    assert [article.key for article in edition.articles] == ["art_2", "art_1"]
    assert edition.title == "О советах"


def test_of_commits_with_one_label_the_last_counts(clone: Path) -> None:
    split = found(clone)[-1]
    assert "Конец!".encode() in split.bodies[-1]


def test_a_bare_clone_is_read_the_same(clone: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--bare", str(clone), "bare.git")
    bare = tmp_path / "bare.git"
    assert is_clone(bare)
    assert found(bare) == found(clone)


def test_a_folder_that_is_no_clone_is_told_so_even_inside_another_repository(clone: Path) -> None:
    inside = clone / "03-laws"
    assert not is_clone(inside)
    with pytest.raises(MirrorError, match="no git clone"):
        MirrorClone(inside)
    with pytest.raises(MirrorError, match="no folder"):
        MirrorClone(clone / "absent")


def test_an_empty_clone_is_told_so(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(MirrorError, match="no commit yet"):
        MirrorClone(tmp_path).acts()


def test_without_git_the_user_is_told(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MirrorError, match="git is not installed"):
        MirrorClone(clone)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")
def test_a_clone_of_another_user_is_refused_with_the_way_to_allow_it(
    clone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "-q", str(clone), "theirs")
    theirs = tmp_path / "theirs"
    for path in (theirs, theirs / ".git"):
        os.chown(path, 12345, 12345)
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(MirrorError, match=r"safe\.directory"):
        MirrorClone(theirs)


def test_an_act_that_only_its_link_to_adilet_names_is_taken(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    said = (
        meta("1999-05-05", "1999-05-05") + "link: https://old.adilet.zan.kz/rus/docs/Z990000777_\n"
    )
    commit(tmp_path, "one", {"00-act/meta.yaml": said, "00-act/rus.md": text("Слова.")})
    assert [one.source.ngr for one in found(tmp_path)] == [NGR]


def test_a_commit_with_broken_metadata_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for number, said in enumerate(
        (meta("1999-05-05", "1999-05-05"), "a: [", meta("2001-01-01", "x"))
    ):
        act = {"a-9777/meta.yaml": said, "a-9777/rus.md": text(f"Слова {number}.")}
        commit(tmp_path, str(number), {**act})
    broken, *others = MirrorClone(tmp_path).editions({9777: NGR})
    assert isinstance(broken, BrokenCommit)
    assert broken.folder == "a-9777"
    assert "broken" in str(broken.refusal)
    labels = [str(one.source.label) for one in others if isinstance(one, MirrorEdition)]
    assert labels == ["1999-05-05", "2001-01-01"]


def test_an_edition_far_larger_than_any_act_is_not_read(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.registries.mirror_git.LARGEST", 150)
    read = list(MirrorClone(clone).editions({9777: NGR}))
    assert {one.refusal.reason for one in read if isinstance(one, BrokenCommit)} == {"too-large"}
    assert [one for one in read if isinstance(one, MirrorEdition)]


def test_older_builds_without_metadata_are_read_by_front_matter(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    front = "---\nsource: https://zan.gov.kz/client/#!/doc/9777/rus/05.05.1999\n---\n\n"
    commit(tmp_path, "one", {"old-9777/rus.md": front + text("Слова.")})
    (edition,) = found(tmp_path)
    assert str(edition.source.label) == "1999-05-05"
    assert read(edition.source.format, edition.bodies, edition.source).articles
