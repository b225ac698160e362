"""No query is slow: not a hundred beginnings, not the commonest words again and again."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date

import pytest

from corpus.search import SearchDocument, SearchEngine, open_engine
from corpus.search.queries import AnyDay, ChangedBetween, Moment, OnDay

from .asking import TODAY, asking
from .conftest import Settings
from .texts import document

MOST_SECONDS = 0.1
"""Of processor time."""

COMMON = [
    *("в", "на", "и", "с", "по", "о", "от", "до", "не", "или", "при", "для", "из", "к", "а"),
    *("закона", "статьи", "пункта", "настоящего", "также"),
]


def documents(count: int) -> Iterator[SearchDocument]:
    """Texts of common words, with rarer ones among them."""
    chance = random.Random(1)
    rare = ["".join(chance.choices("абвгдежзиклмно", k=6)) for _ in range(5_000)]
    for number in range(count):
        words = chance.choices(COMMON, k=90) + chance.choices(rare, k=60)
        chance.shuffle(words)
        yield document(" ".join(words), key=f"art_{number}", heading=f"Статья {number}. Закона")


def pairs(joined: str, distance: str) -> str:
    turned = COMMON[7:] + COMMON[:7]
    return joined.join(
        f"{one} {distance}{other}" for one, other in zip(COMMON, turned, strict=True)
    )


HOSTILE = {
    "two letters": " OR ".join(f"{one}{other}*" for one in "абвгдежзик" for other in "абвгдежзик"),
    "two letters, all": " ".join(f"{one}а*" for one in "абвгдежзик" * 10),
    "one word again and again": "закона " * 100,
    "one long phrase": f'"{"закона " * 100}"',
    "the commonest words": " ".join(COMMON),
    "one of the commonest words": " OR ".join(COMMON * 5),
    "near each other": pairs(" ", "~50 "),
    "one near another": pairs(" OR ", "~50 "),
    "in quotes": " OR ".join(f'"{one} {other}"' for one in COMMON[:7] for other in COMMON[:7]),
    "two and two": " OR ".join(f"({one} {other})" for one in COMMON[:4] for other in COMMON[4:8]),
    "without anything": " ".join(f"-{word}" for word in COMMON * 5),
    "deep": "(" * 5_000 + "закона" + ")" * 5_000,
    "long": "закона " * 15_000,
    "signs": '*\u202e\x00\ufeff~"()-:' * 10_000,
}


@pytest.fixture(scope="module", params=["tantivy", "whoosh"])
def holding_3000(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> SearchEngine:
    engine = open_engine(Settings(request.param, tmp_path_factory.mktemp("index")))
    engine.rebuild(documents(3_000))
    engine.search(asking("закона"))
    return engine


@pytest.mark.parametrize(
    "when",
    [AnyDay(), OnDay(TODAY), OnDay(date(2022, 1, 1)), ChangedBetween(date(2019, 1, 1), TODAY)],
    ids=["any", "today", "day", "changed"],
)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_is_answered_with_facets_within_a_tenth_of_a_second(
    holding_3000: SearchEngine, text: str, when: Moment
) -> None:
    began = time.thread_time()
    results = holding_3000.search(asking(text, when=when, count_facets=True))
    took = time.thread_time() - began
    assert results.total >= 0
    assert took < MOST_SECONDS
