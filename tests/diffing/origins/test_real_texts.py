"""Real editions of the election law: what was read by eye is what the history says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.law import Article, Edition, Language
from crawler.registries import read
from crawler.registries.files import scan
from diffing.origins.acts import NotesAround, Told, acts_between, acts_of_oldest
from diffing.origins.blame import blame
from diffing.redline import Wording

CHAPTER = ("2022-02-07", "2023-01-01")


@pytest.fixture(scope="module")
def editions(shared_registry: Path) -> dict[str, Edition]:
    """The Russian editions of the election law, by label."""
    return {
        str(page.source.label): read(page.source.format, [page.body], page.source)
        for page in scan([shared_registry])
        if page.source and page.source.ngr == "Z950002464_" and page.source.language is Language.RU
    }


def versions(editions: dict[str, Edition], pair: tuple[str, str], key: str) -> list[Article | None]:
    return [editions[label].by_key.get(key) for label in pair]


def around(edition: Edition, key: str) -> NotesAround:
    article = edition.by_key[key]
    divisions = {one.key: one.notes for one in edition.divisions if one.key in article.divisions}
    return NotesAround(article.notes, divisions)


@pytest.mark.parametrize("pair", [("1998", "2007"), CHAPTER])
def test_every_article_keeps_its_letters_and_every_passage_stands_where_it_says(
    editions: dict[str, Edition], pair: tuple[str, str]
) -> None:
    blamed_articles = 0
    for newest in editions[pair[1]].articles:
        history = versions(editions, pair, newest.key)
        blamed = blame(history)
        assert blamed.wording == Wording.of(newest)
        for passage in blamed.passages():
            named = history[passage.since]
            assert named is not None
            assert passage.text in "\n".join([named.heading, *(one.text for one in named.blocks)])
        blamed_articles += 1
    assert blamed_articles > 10


def test_in_2023_a_new_point_of_article_113_4_pushed_the_numbers_after_it(
    editions: dict[str, Edition],
) -> None:
    blamed = blame(versions(editions, CHAPTER, "art_113-4"))
    since = {
        block.label.number: (block.number_since, {one.since for one in block.text})
        for block in blamed.blocks
        if block.label.marker.endswith(".")
    }
    assert since["1"] == since["2"] == (0, {0})
    assert since["4"] == (1, {1})
    assert since["5"] == since["6"] == since["7"] == since["9"] == (1, {0})
    assert since["8"] == (1, {0, 1})


def test_what_became_of_the_commissions_name_and_of_the_deposit_is_of_2023(
    editions: dict[str, Edition],
) -> None:
    blamed = blame(versions(editions, CHAPTER, "art_113-5"))
    new = " ".join(passage.text for passage in blamed.passages() if passage.since == 1)
    old = " ".join(passage.text for passage in blamed.passages() if passage.since == 0)
    for words in ("36-2", "вышестоящим акимом", "двадцать пять", "пятикратном"):
        assert words in new
        assert words not in old
    for words in ("самовыдвижения", "специальной проверки", "трехдневный срок"):
        assert words in old
        assert words not in new
    counts = blamed.counts()
    assert 0.2 < counts[1] / sum(counts.values()) < 0.35


def test_the_chapters_note_names_the_act_of_the_old_words_and_that_of_the_new(
    editions: dict[str, Edition],
) -> None:
    older, newer = (editions[label] for label in CHAPTER)
    (first,) = acts_of_oldest("art_113-5", ("ch_13-1",), around(older, "art_113-5"))
    assert (first.date, first.number) == (date(2021, 5, 24), "41-VII")
    (second,) = acts_between(
        newer.label, newer.cause, around(newer, "art_113-5"), around(older, "art_113-5"), "взнос"
    )
    assert (second.date, second.number) == (date(2022, 11, 5), "156-VII")
    assert set(second.rules) == {Told.NEW_IN_NOTE, Told.IN_FORCE_ON_LABEL}


def test_between_1998_and_2007_all_acts_of_the_note_but_the_known_one_are_candidates(
    editions: dict[str, Edition],
) -> None:
    older, newer = editions["1998"], editions["2007"]
    found = acts_between(
        newer.label, newer.cause, around(newer, "art_4"), around(older, "art_4"), "выборы"
    )
    assert [act.number for act in found] == ["44", "545", "375"]  # 222 of 1998 was there before
