"""An amending act's own text says from when, once it is held; only what is sure counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.amendments import Ground
from corpus.law import Holding, HoldingKind
from corpus.store import reads
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.records import AmendmentRecord
from tests.crawler.funnel import NGR, Funnel, article, funnel, page, source, watchlist

AMENDING = "Z020000021_"
WATCHED = f"""
[[act]]
ngr = "{NGR}"
form = "law"
status = "in force"
number = "7"
adopted = 1999-06-01
title.ru = "О садах"

[[act]]
ngr = "{AMENDING}"
form = "law"
status = "amending act"
number = "21-II"
adopted = 2002-02-03
published = 2002-02-10
title.ru = "О поправках"
"""
ORDERS = (
    'Внести в Закон Республики Казахстан от 1 июня 1999 года № 7 "О садах" следующие изменения:',
    '1) в статье 1 слово "весной" заменить словом "осенью";',
    '2) в пункте 1 статьи 2 слово "весной" заменить словом "осенью";',
    '3) в пункте 2 статьи 2 слово "летом" заменить словом "зимой".',
)
STAGED = (
    "Настоящий Закон вводится в действие по истечении десяти календарных дней после дня его "
    "первого официального опубликования, за исключением подпункта 2) статьи 1, который вводится в "
    "действие с 1 января 2003 года."
)
WHOLE_ACT = "Настоящий Закон вводится в действие с 1 марта 2002 года."


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Funnel]:
    with funnel(tmp_path, watchlist(WATCHED)) as made:
        yield made


def noted(number: str, at: str) -> str:
    note = (
        f"Сноска. {at} с изменением, внесенным Законом РК от 03.02.2002 № 21-II (порядок введения "
        "в действие см. ст. 2)."
    )
    return f"{article(number, '1. Сажают осенью.', '2. Поливают зимой.')}\n\n      {note}"


def take_amended(corpus: Funnel, *articles: str) -> None:
    articles = articles or (noted("1", "Статья 1"), noted("2", "Статья 2"))
    received = corpus.take(page(*articles), source("2002-02-03"))
    assert received.edition is not None, received.message


def take_amending(corpus: Funnel, entry: str, *orders: str, holding: Holding | None = None) -> None:
    text = page(article("1", *(orders or ORDERS)), article("2", entry), title="О поправках")
    wanted = replace(source("2002-02-03"), ngr=AMENDING, url="https://registry.example/amending")
    received = corpus.take(text, replace(wanted, holding=holding) if holding else wanted)
    assert received.edition is not None, received.message


def entries(corpus: Funnel) -> dict[str, tuple[str, Ground]]:
    """Day and ground of the standing amendments, by place."""
    with corpus.store.read() as session:
        found: list[AmendmentRecord] = reads.amendments(session, WantedAmendments(ngr=NGR))[0]
    return {
        str(one.amendment.target.block_key): (str(one.entry.on), one.entry.ground) for one in found
    }


@pytest.mark.parametrize("amending_first", [True, False])
def test_each_place_starts_when_the_amending_act_says(
    corpus: Funnel, *, amending_first: bool
) -> None:
    if amending_first:
        take_amending(corpus, STAGED)
    take_amended(corpus, noted("1", "Статья 1"), noted("2", "Пункт 1"))
    if not amending_first:
        assert {ground for _, ground in entries(corpus).values()} == {Ground.UNKNOWN}
        take_amending(corpus, STAGED)
    assert entries(corpus) == {
        "art_1": ("2002-02-21", Ground.COMPUTED),
        "art_2__p_1": ("2003-01-01", Ground.STATED),
    }


def test_an_article_whose_points_start_apart_is_unknown(corpus: Funnel) -> None:
    take_amended(corpus)
    take_amending(corpus, STAGED)
    assert entries(corpus)["art_2"] == ("None", Ground.UNKNOWN)


def test_an_act_that_starts_as_a_whole_answers_for_every_place(corpus: Funnel) -> None:
    take_amended(corpus)
    take_amending(corpus, WHOLE_ACT)
    assert set(entries(corpus).values()) == {("2002-03-01", Ground.STATED)}


def test_an_instruction_that_was_not_understood_makes_all_unknown(corpus: Funnel) -> None:
    take_amended(corpus)
    take_amending(corpus, WHOLE_ACT, *ORDERS[:-1], "3) в статье 2 привести слова в порядок.")
    assert set(entries(corpus).values()) == {("None", Ground.UNKNOWN)}


def test_a_copy_in_part_makes_all_unknown(corpus: Funnel) -> None:
    take_amended(corpus)
    take_amending(corpus, WHOLE_ACT, holding=Holding(HoldingKind.BEGINNING))
    assert set(entries(corpus).values()) == {("None", Ground.UNKNOWN)}


@pytest.mark.parametrize(
    ("old", "new"), [("1 июня 1999", "2 июня 1999"), ("№ 7", "№ 8")], ids=["day", "number"]
)
def test_instructions_for_another_act_say_nothing(corpus: Funnel, old: str, new: str) -> None:
    take_amended(corpus)
    take_amending(corpus, WHOLE_ACT, ORDERS[0].replace(old, new), *ORDERS[1:])
    assert set(entries(corpus).values()) == {("None", Ground.UNKNOWN)}
