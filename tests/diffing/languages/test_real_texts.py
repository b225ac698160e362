"""The real texts: what was read by eye in both languages is what the comparison says."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from corpus.law import Edition, Language
from crawler.registries import read as read_page
from crawler.registries.files import scan
from diffing.languages.bilingual import compare_languages
from diffing.languages.reading import read
from diffing.languages.readings import ReadingKind

Editions = dict[tuple[str, str, str], Edition]
DECREE = "U1300000555", "2013-04-24"
ELECTIONS = "Z950002464_"


@pytest.fixture(scope="module")
def editions(shared_registry: Path) -> Editions:
    """The editions of the decree of 2013 and of the election law, by act, language and label."""
    found = {}
    for page in scan([shared_registry]):
        source = page.source
        if source and source.ngr in {DECREE[0], ELECTIONS}:
            key = source.ngr, str(source.language), str(source.label)
            found[key] = read_page(source.format, [page.body], source)
    return found


def numbers(edition: Edition, language: Language) -> Counter[ReadingKind]:
    return Counter(
        reading.kind
        for article in edition.articles
        for block in article.blocks
        for reading in read(block.text, language)
        if reading.certain
    )


def test_the_decree_of_2013_says_the_same_in_both_languages(editions: Editions) -> None:
    russian, kazakh = (editions[DECREE[0], language, DECREE[1]] for language in ("ru", "kk"))
    begun = time.thread_time()
    found = compare_languages(russian, kazakh)
    assert time.thread_time() - begun < 0.5  # a fifth of it where nothing else runs
    assert found.disagreements == ()
    assert found.agreed == 37
    assert len(found.compared) == 46
    # Point 40 is where the Kazakh copy ends; points 41 to 64 it does not reach.
    assert found.not_comparable == tuple(f"app_1__p_{number}" for number in range(40, 65))


def test_all_numbers_of_the_decree_are_read(editions: Editions) -> None:
    """Counted by eye in the two texts; the Kazakh one ends at point 40."""
    russian = numbers(editions[DECREE[0], "ru", DECREE[1]], Language.RU)
    assert russian == {
        ReadingKind.QUANTITY: 28,
        ReadingKind.REFERENCE: 11,
        ReadingKind.DATE: 8,
        ReadingKind.DOCUMENT: 3,
    }
    kazakh = numbers(editions[DECREE[0], "kk", DECREE[1]], Language.KK)
    assert kazakh == {
        ReadingKind.QUANTITY: 18,
        ReadingKind.REFERENCE: 11,
        ReadingKind.DATE: 5,
        ReadingKind.DOCUMENT: 3,
    }


def test_between_editions_of_the_chapter_on_akims_only_what_the_law_changed_differs(
    editions: Editions,
) -> None:
    """The Russian text of 2023 holds a temporary wording of two points, the Kazakh of 2025 not."""
    found = compare_languages(
        editions[ELECTIONS, "ru", "2023-01-01"], editions[ELECTIONS, "kk", "2025-01-01"]
    )
    assert {one.key for one in found.disagreements} == {"art_113-1"}
    assert [str(one.kind) for one in found.disagreements] == ["point", "number", "paragraph"]
    number = found.disagreements[1]
    assert number.russian
    assert number.kazakh
    assert (number.russian.value, number.kazakh.value) == ("50", "60")
    assert found.agreed == 67


def test_twenty_five_articles_of_the_election_law_agree_in_every_number(
    editions: Editions,
) -> None:
    """Of 2007 in Russian and of 2009 in Kazakh: no number of theirs was amended in between."""
    found = compare_languages(editions[ELECTIONS, "ru", "2007"], editions[ELECTIONS, "kk", "2009"])
    assert len(found.compared) == 25
    assert found.agreed >= 48
    # The footnote to article 1 stands in the Kazakh text only.
    assert [(str(one.kind), one.key) for one in found.disagreements] == [("footnote", "art_1")]
