"""Importing what a user has on disk: official texts, a clone of the mirror, loose pages."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.law import Edition, EditionLabel, Language
from corpus.store import open_store, reads
from corpus.store.snapshots import Snapshots
from corpus.watchlist import load_watchlist
from crawler.importing import Imported, ImportOutcome, import_paths
from crawler.ingest import Ingest
from diffing.changes import Comparison
from diffing.compare import compare_editions
from tests.crawler.funnel import Funnel

RU, KK = Language.RU, Language.KK


@pytest.fixture(scope="module")
def official(
    shared_registry: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Funnel, list[Imported]]]:
    """A corpus of all official texts that the tests have, and what became of each file."""
    folder = tmp_path_factory.mktemp("official")
    with closing(open_store(f"sqlite:///{folder / 'nusqa.db'}")) as store:
        store.migrate()
        corpus = empty_corpus(store, folder)
        fates = [fate for _, _, fate in import_paths(lambda _: corpus.ingest, [shared_registry])]
        yield corpus, fates


def empty_corpus(store: object, folder: Path) -> Funnel:
    snapshots = Snapshots(str(folder / "snapshots"))
    ingest = Ingest(
        store,  # type: ignore[arg-type] # a Store; the annotation would import it twice
        snapshots,
        load_watchlist(),
        "files",
        lambda: datetime.now(UTC),
    )
    return Funnel(ingest.store, snapshots, ingest)


def edition(corpus: Funnel, ngr: str, label: str, language: Language = RU) -> Edition:
    with corpus.store.read() as session:
        found = reads.find_edition(session, ngr, language, EditionLabel.parse(label))
        return reads.edition(session, found.id)


def numbers(first: int, last: int, *more: str) -> set[str]:
    return {*map(str, range(first, last + 1)), *more}


def test_every_official_text_is_stored_and_nothing_is_quarantined(
    official: tuple[Funnel, list[Imported]],
) -> None:
    corpus, fates = official
    refused = [fate for fate in fates if fate.outcome is ImportOutcome.REFUSED]
    assert refused == []
    stored = [fate for fate in fates if fate.outcome is ImportOutcome.STORED]
    assert len(stored) == 15
    with corpus.store.read() as session:
        waiting = reads.quarantined(session)
    assert [record.ngr for record in waiting] == ["Z1300000094"], "only the shell without text"


def test_the_law_of_2010_has_its_articles_and_no_phantoms(
    official: tuple[Funnel, list[Imported]],
) -> None:
    law = edition(official[0], "Z010000148_", "2010")
    found = [article.number for article in law.articles if article.number]
    added = ("2-1", "21-1", "21-2", "24-1", *(f"39-{n}" for n in range(1, 7)))
    assert set(found) == numbers(1, 41, *added)
    assert len(found) == len(set(found))
    empty = [article.key for article in law.articles if not article.blocks]
    assert empty == ["art_40"], "repealed: its heading is kept, its body is a note"


def test_the_election_law_of_1998_has_articles_1_to_73(
    official: tuple[Funnel, list[Imported]],
) -> None:
    law = edition(official[0], "Z950002464_", "1998")
    assert {article.number for article in law.articles if article.number} == numbers(1, 73)
    second, tenth = law.by_key["art_2"], law.by_key["art_10"]
    assert len(second.heading.split()) == 2, "the heading ran into the body"
    assert [block.number for block in tenth.blocks if block.number.isdigit()][:3] == ["1", "2", "1"]


@pytest.mark.parametrize(("label", "language"), [("2007", RU), ("2009", KK)])
def test_the_table_of_contents_makes_no_phantom_articles(
    official: tuple[Funnel, list[Imported]], label: str, language: Language
) -> None:
    law = edition(official[0], "Z950002464_", label, language)
    keys = [article.key for article in law.articles]
    assert len(keys) == len(set(keys))
    assert {"art_20-1", "art_20-2"} <= set(keys)
    assert "art_113" not in keys, "only the contents name it: the copy ends before"


@pytest.mark.parametrize(
    ("ngr", "label", "of_the_decree", "of_the_rules"),
    [("U040001484_", "2005-07-08", 5, 78), ("U1300000555", "2013-04-24", 6, 64)],
)
def test_the_points_of_a_decree_and_of_its_rules_have_different_keys(
    official: tuple[Funnel, list[Imported]],
    ngr: str,
    label: str,
    of_the_decree: int,
    of_the_rules: int,
) -> None:
    keys = set(edition(official[0], ngr, label).by_key)
    assert {f"p_{n}" for n in range(1, of_the_decree + 1)} <= keys
    assert {f"app_1__p_{n}" for n in range(1, of_the_rules + 1)} <= keys
    numbered = [key for key in keys if "p_" in key and "preamble" not in key]
    assert len(numbered) == of_the_decree + of_the_rules


@pytest.mark.parametrize(
    ("label", "language"), [("2022-02-07", RU), ("2023-01-01", RU), ("2025-01-01", KK)]
)
def test_chapter_13_1_has_its_eleven_articles(
    official: tuple[Funnel, list[Imported]], label: str, language: Language
) -> None:
    law = edition(official[0], "Z950002464_", label, language)
    assert [article.key for article in law.articles] == [f"art_113-{n}" for n in range(1, 12)]
    assert all(article.divisions == ("ch_13-1",) for article in law.articles)


def test_the_classic_page_keeps_quoted_wording_and_the_excluded_article(
    official: tuple[Funnel, list[Imported]],
) -> None:
    law = edition(official[0], "Z010000148_", "2026-06-10")
    excluded, last = law.by_key["art_40"], law.by_key["art_41"]
    assert excluded.heading
    assert (excluded.blocks, len(excluded.notes)) == ((), 1)
    own = [block.key for block in last.blocks if not block.quoted]
    assert own == ["p_1", "p_2", "p_3", "p_4"]
    assert [block.number for block in last.blocks if block.quoted] == [
        "3", *map(str, range(1, 11)), "4"
    ]  # fmt: skip


def test_the_appendices_of_a_decree_are_branches_of_their_own(
    official: tuple[Funnel, list[Imported]],
) -> None:
    with official[0].store.read() as session:
        (summary,) = reads.editions(session, "U050001612_")
        decree = reads.edition(session, summary.id)
    branches = {key.rpartition("__")[0] for key in decree.by_key}
    assert {"", "app_1", "app_1__app_1", "app_1__app_2", "app_1__app_3"} <= branches


def compared(corpus: Funnel, older: str, newer: str) -> Comparison:
    return compare_editions(
        edition(corpus, "Z950002464_", older), edition(corpus, "Z950002464_", newer)
    )


def test_1998_and_2007_differ_only_in_what_both_hold(
    official: tuple[Funnel, list[Imported]],
) -> None:
    comparison = compared(official[0], "1998", "2007")
    kinds = {change.key: change.kind.value for change in comparison.changes}
    assert kinds["art_20-1"] == "added"
    assert kinds["art_30"] == "repealed"
    assert "art_50" in comparison.not_comparable
    assert "art_50" not in kinds


def test_all_of_chapter_13_1_was_amended_in_2023(official: tuple[Funnel, list[Imported]]) -> None:
    comparison = compared(official[0], "2022-02-07", "2023-01-01")
    assert [(change.key, change.kind.value) for change in comparison.changes] == [
        (f"art_113-{n}", "amended") for n in range(1, 12)
    ]


def test_a_clone_of_the_mirror_gives_an_edition_a_commit(tmp_path: Path) -> None:
    clone = tmp_path / "constitutional-laws"
    clone.mkdir()
    git("init", "--quiet", cwd=clone)
    for day, word in (("2001-01-01", "весной"), ("[", "зимой"), ("2002-01-01", "осенью")):
        folder = clone / "o-vyborah-4"
        folder.mkdir(exist_ok=True)
        (folder / "rus.md").write_text(
            f"# О выборах\n\n### Статья 1. Сад\n\n1. Сажают {word}.\n", "utf-8"
        )
        meta = f"act_code: '4'\nversion_date:\n  rus: {day}\n"
        (folder / "meta.yaml").write_text(meta, "utf-8")
        git("add", "-A", cwd=clone)
        git("commit", "--quiet", "-m", day, cwd=clone)
    with closing(open_store(f"sqlite:///{tmp_path / 'nusqa.db'}")) as store:
        store.migrate()
        corpus = empty_corpus(store, tmp_path)
        fates = [fate for _, _, fate in import_paths(lambda _: corpus.ingest, [clone])]
        broken = fates.pop(0)
        assert broken.outcome is ImportOutcome.REFUSED
        assert "o-vyborah-4 in commit" in broken.name
        assert [(str(fate.label), fate.outcome) for fate in fates] == [
            ("2001-01-01", ImportOutcome.STORED),
            ("2002-01-01", ImportOutcome.STORED),
        ]
        assert corpus.story() == [("2001-01-01", "2002-01-01", "amended", "art_1")]


def git(*words: str, cwd: Path) -> None:
    author = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *author, *words], cwd=cwd, check=True)
