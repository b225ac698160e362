"""Queries drawn from the words of the texts, so that they find something and miss something."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from corpus.law import Language
from corpus.search import Query, SearchDocument
from corpus.search.documents import Status
from corpus.search.queries import AnyDay, ChangedBetween, Filters, Moment, OnDay, Pin
from corpus.search.words.letters import WORD

from .asking import TODAY

_STATUSES = (
    *("in_force", "superseded", "repealed", "undated", "future", "unknown", "действует"),
    *('"утратила силу"', "бұрынғы", "белгісіз"),
)


class RandomQueries:
    """Draws queries that ask for every result."""

    def __init__(self, chance: random.Random, documents: Sequence[SearchDocument]) -> None:
        self._chance = chance
        self._documents = documents

    def query(self) -> Query:
        """A query of a few conditions, with days, filters and sometimes a cited provision."""
        chance = self._chance
        own = chance.choice(self._documents)
        cited = chance.choice(self._documents)
        return Query(
            self.text(own),
            TODAY,
            when=self._moment(own),
            filters=Filters(**self._filters(own)),
            pins=chance.choice([(), (), (), (self._pin(cited),)]),
            cross=chance.random() < 0.3,
            limit=len(self._documents),
        )

    def _pin(self, cited: SearchDocument) -> Pin:
        language = self._chance.choice([None, cited.lang, *Language])
        return Pin(cited.ngr, cited.key, language=language)

    def text(self, own: SearchDocument, depth: int = 0) -> str:
        """Alternatives, mostly of words of one text."""
        count = self._chance.choice([1, 1, 1, 2, 3])
        operators = ["OR", "OR", "ИЛИ", "немесе".upper()]
        text = self._all_of(own, depth)
        for _ in range(count - 1):
            text += f" {self._chance.choice(operators)} {self._all_of(own, depth)}"
        return text

    def _all_of(self, own: SearchDocument, depth: int) -> str:
        conditions = []
        for _ in range(self._chance.choice([1, 1, 2, 2, 3])):
            # Mostly words of one text, or nothing would hold them all.
            source = own if self._chance.random() < 0.7 else self._chance.choice(self._documents)
            conditions.append(self._condition(source, depth))
        return self._chance.choice([" ", " ", " AND "]).join(conditions)

    def _condition(self, source: SearchDocument, depth: int) -> str:
        chance = self._chance
        sign = chance.choice(["", "", "", "", "-", "NOT "])
        kinds: list[Callable[[], str]] = [
            lambda: self._plain(self._words(source), depth),
            lambda: self._plain(self._words(source), depth),
            lambda: self._plain(self._words(source), depth),
            lambda: self._near(self._words(source)),
            lambda: chance.choice(["note:", "сноска:"]) + self._plain(_cut(source.notes), depth),
            lambda: chance.choice(["act:", "заң:"]) + self._plain(_cut(source.naming), depth),
            lambda: chance.choice(["heading:", "тақырып:"]) + self._near(_cut(source.heading)),
            lambda: f"heading:{self._plain(_cut(source.heading), depth)}",
            lambda: self._article(source),
            lambda: f"status:{chance.choice([str(source.status(TODAY)), *_STATUSES])}",
        ]
        if depth < 2:
            kinds.append(lambda: f"({self.text(source, depth + 1)})")
        return sign + chance.choice(kinds)()

    def _words(self, source: SearchDocument) -> list[str]:
        return _cut(self._chance.choice([source.heading, source.text]) or source.text)

    def _plain(self, words: list[str], depth: int) -> str:
        chance = self._chance
        at = chance.randrange(len(words))
        row = words[at : at + chance.randint(1, 4)]
        kinds = [
            words[at],
            words[at],
            words[at],
            f'"{" ".join(row)}"',
            f'~"{" ".join(row)}"',
            f"{words[at][: chance.randint(2, 6)]}*",
            "-".join(words[at : at + 2]),
        ]
        if depth < 2:
            kinds.append(f"({words[at]} OR {chance.choice(words)})")
        return chance.choice(kinds)

    def _near(self, words: list[str]) -> str:
        chance = self._chance
        within = chance.randint(1, 6)
        at = chance.randrange(len(words))
        apart = chance.randint(-within - 1, within + 1)
        one, other = words[at], words[max(0, min(at + apart, len(words) - 1))]
        chain = f"{one} ~{within} {other}"
        if chance.random() < 0.2:
            return f"({one} OR {chance.choice(words)}) ~{within} {other}"
        return f"{chain} ~{within} {chance.choice(words)}" if chance.random() < 0.2 else chain

    def _article(self, source: SearchDocument) -> str:
        number = self._chance.choice(sorted(source.numbers))
        begun = number[: self._chance.randint(1, len(number))].rstrip("_")
        kinds = [number, number, f"{begun}*", f"({number} OR 113-3)"]
        return self._chance.choice(["article:", "статья:", "бап:"]) + self._chance.choice(kinds)

    def _moment(self, own: SearchDocument) -> Moment:
        edges = [day for day in (own.valid_from, own.valid_to) if day]
        day = self._chance.choice([*edges, date(2014, 6, 1), TODAY])
        start = self._chance.choice([date(1999, 1, 1), date(2003, 1, 1), date(2012, 5, 1)])
        end = self._chance.choice([*[one for one in edges if one > start], date(2020, 1, 1)])
        moments: list[Moment] = [AnyDay(), AnyDay(), OnDay(day), ChangedBetween(start, end)]
        return self._chance.choice(moments)

    def _filters(self, own: SearchDocument) -> dict[str, Any]:
        values: dict[str, list[Any]] = {
            "acts": [own.ngr, "Z000000000_"],
            "forms": [own.form or "code", "law"],
            "languages": [own.lang, Language.RU],
            "regimes": [*own.regimes, "r9"],
            "statuses": [str(own.status(TODAY)), str(Status.IN_FORCE), str(Status.UNKNOWN)],
            "years": [own.year or 1995, 1996],
            "themes": [*own.themes, "t9"],
        }
        chosen = {}
        for facet, known in values.items():
            if self._chance.random() < 0.12:
                chosen[facet] = tuple(known[: self._chance.randint(1, len(known))])
        return chosen


def _cut(text: str) -> list[str]:
    return [str(word) for word in WORD.findall(text)] or ["закон"]
