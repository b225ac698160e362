"""The project tells facts in its own words: no sentence of it is an official one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.law import Language
from crawler.sample.acts import FOLDER, SampleEdition, load_acts
from crawler.sample.text import plain
from tests.conftest import REPOSITORY

LONGEST_COMMON_RUN = 11
"""Words. Titles of laws that the sample must cite by name are shorter."""

# Fixed forms of drafting and of the registry's notes, which any remark repeats word by word.
FORMULAS = re.compile(
    r"вводится в действие по истечении десяти календарных дней после (?:дня )?его первого "
    r"официального опубликования|вводятся в действие по истечении десяти календарных дней после "
    r"дня его первого официального опубликования|алғашқы ресми жарияланған күнінен кейін "
    r"күнтізбелік он күн өткен соң қолданысқа енгізіледі|вводится в действие с \d\d\.\d\d\.\d{4}|"
    r"\d\d\.\d\d\.\d{4} бастап қолданысқа енгізіледі|"
    r"порядок введения в действие см\. ?ст(?:\.|атью) ?\d|"
    r"(?:in the wording of|in accordance with|as amended by) the Law of the Republic of Kazakhstan"
)

MARKUP = re.compile(r"<[^>]+>|&nbsp;|&quot;|\\")

FOLDERS = (
    "api",
    "benchmarks",
    "cli",
    "corpus",
    "crawler",
    "diffing",
    "docs",
    "migrations",
    "tests",
    "webhooks",
)
SUFFIXES = {".css", ".html", ".json", ".md", ".py", ".toml", ".txt"}


def words_of(text: str) -> list[str]:
    folded = FORMULAS.sub(" | ", " ".join(text.split()))
    return re.findall(r"\w+|\|", folded.lower().translate(str.maketrans("ёi", "еі")))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    words = words_of(text)
    size = LONGEST_COMMON_RUN + 1
    for at in range(len(words) - size + 1):
        if "|" not in (run := tuple(words[at : at + size])):
            yield run


@pytest.fixture(scope="module")
def official_runs(shared_registry: Path) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for path in shared_registry.rglob("*"):
        if path.suffix in {".md", ".html", ".txt"} and path.name != "README.md":
            found.update(runs(MARKUP.sub(" ", path.read_text("utf-8"))))
    return found


EDITIONS = [edition for act in load_acts() for edition in act.editions]


def named(edition: SampleEdition) -> str:
    return f"{edition.ngr}-{edition.language}-{edition.label}"


def test_the_check_would_notice_an_official_sentence(
    official_runs: set[tuple[str, ...]], shared_registry: Path
) -> None:
    copied = (shared_registry / "mirror" / "U1300000555.rus.2013-04-24.md").read_text("utf-8")
    assert not official_runs.isdisjoint(runs(copied[3000:4000]))


@pytest.mark.parametrize("edition", EDITIONS, ids=named)
def test_no_sentence_or_note_is_taken_from_an_official_text(
    edition: SampleEdition, official_runs: set[tuple[str, ...]]
) -> None:
    taken = {
        " ".join(run)
        for paragraph in edition.paragraphs
        for run in runs(plain(paragraph.text))
        if run in official_runs
    }
    assert not taken
    assert words_of(edition.title)
    assert edition.language in {Language.RU, Language.KK}


# Names, which can only be cited as they are: of acts in the watch list; headings between texts.
WATCHED_TITLE = re.compile(r"(?m)^title\..*$")
SAMPLE_HEADING = re.compile(r"(?m)^[#=~].*$")


def own_files() -> Iterator[Path]:
    yield from REPOSITORY.glob("*.md")
    for folder in FOLDERS:
        for path in (REPOSITORY / folder).rglob("*"):
            if path.suffix in SUFFIXES:
                yield path


def own_text(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.name == "watchlist.toml":
        text = WATCHED_TITLE.sub(" | ", text)
    elif path.is_relative_to(FOLDER):
        text = SAMPLE_HEADING.sub(" | ", plain(text))
    return MARKUP.sub(" ", text)


def test_no_file_of_the_project_repeats_an_official_text(
    official_runs: set[tuple[str, ...]],
) -> None:
    taken = {
        f"{path.relative_to(REPOSITORY)}: {' '.join(run)}"
        for path in own_files()
        for run in runs(own_text(path))
        if run in official_runs
    }
    assert not taken
    assert {"watchlist.toml", "act.rus.html", "README.md"} <= {path.name for path in own_files()}
