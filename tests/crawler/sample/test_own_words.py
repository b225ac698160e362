"""The sample tells facts in its own words: no sentence of it is an official one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.law import Language
from crawler.sample.acts import SampleEdition, load_acts
from crawler.sample.text import plain

LONGEST_COMMON_RUN = 11
"""Words. Titles of laws that the sample must cite by name are shorter."""

# Fixed forms of Kazakh drafting, which any remark on a law's start repeats word by word.
FORMULAS = re.compile(
    r"вводится в действие по истечении десяти календарных дней после дня его первого официального "
    r"опубликования|вводятся в действие по истечении десяти календарных дней после дня его первого "
    r"официального опубликования|алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен "
    r"соң қолданысқа енгізіледі"
)


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
            text = re.sub(r"<[^>]+>|&nbsp;|&quot;|\\", " ", path.read_text("utf-8"))
            found.update(runs(text))
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
def test_no_sentence_is_taken_from_an_official_text(
    edition: SampleEdition, official_runs: set[tuple[str, ...]]
) -> None:
    taken = {
        " ".join(run)
        for paragraph in edition.paragraphs
        if not paragraph.mark.is_note  # facts in a fixed form: act, date, number, start
        for run in runs(plain(paragraph.text))
        if run in official_runs
    }
    assert not taken
    assert words_of(edition.title)
    assert edition.language in {Language.RU, Language.KK}
