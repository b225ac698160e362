"""What is asked: kinds of questions, each in several wordings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle

from benchmarks.search.texts import TODAY
from corpus.law import Language
from corpus.search import Query
from corpus.search.queries import AnyDay, Filters, OnDay

PAGE = 10
_WORDS = ("избирателей", "акима", "протокол", "маслихата", "бюллетень", "агитация", "подписи")
_SEVERAL = (
    "выборы акима сельского округа",
    "срок полномочий маслихата",
    "регистрация кандидата",
    "списки избирателей",
    "председатель избирательной комиссии",
)
_TEXTS = {
    "one word": _WORDS,
    "several words": _SEVERAL,
    "phrase": (
        '"сельского округа"',
        '"избирательной комиссии"',
        '"дня голосования"',
        '"депутатов маслихата"',
    ),
    "boolean": (
        "(кандидат OR депутат) комиссия -область",
        "аким (срок OR порядок) -район",
        "выборы -президента (протокол OR бюллетень)",
    ),
    "prefix": ("избират*", "самоупр*", "голос*", "регистр*"),
    "near": ("аким ~5 выборы", "комиссия ~3 протокол", "кандидат ~8 подписи"),
    "day": _SEVERAL,
    "facets": _SEVERAL,
    "highlights": _SEVERAL,
    "any day, by article": (*_WORDS, *_SEVERAL),
    "all of it": _SEVERAL,
    "all languages": (*_WORDS, *_SEVERAL),
}
KINDS = tuple(_TEXTS)


@dataclass(frozen=True)
class Question:
    """A page of ten is asked for, and how many results there are; `on` None: of all wordings."""

    text: str
    on: date | None = TODAY
    language: Language | None = Language.RU
    facets: bool = False
    highlight: bool = False

    def query(self) -> Query:
        """The same for our engines."""
        return Query(
            self.text,
            TODAY,
            OnDay(self.on) if self.on else AnyDay(),
            Filters(languages=(self.language,) if self.language else ()),
            count_facets=self.facets,
            highlight=self.highlight,
            limit=PAGE,
        )


def questions(kind: str, seed: int = 1) -> Iterator[Question]:
    """Questions of a kind without end, the same at each run.

    All are asked of the law in force today in Russian, unless the kind says otherwise. Of kind
    "day" each asks for another day.
    """
    chance = random.Random(seed)  # noqa: S311 - the same questions at each run
    for text in cycle(_TEXTS[kind]):
        match kind:
            case "day":
                yield Question(text, TODAY - timedelta(days=chance.randrange(9_000)))
            case "facets":
                yield Question(text, facets=True)
            case "highlights":
                yield Question(text, highlight=True)
            case "any day, by article":
                yield Question(text, on=None)
            case "all of it":
                yield Question(text, on=None, language=None, facets=True, highlight=True)
            case "all languages":
                yield Question(text, language=None)
            case _:
                yield Question(text)
