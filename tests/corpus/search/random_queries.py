"""Queries drawn from the words of the texts, so that they find something and miss something."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

from corpus.law import Language
from corpus.search import Query, SearchDocument
from corpus.search.words.letters import WORD


def random_query(chance: random.Random, documents: Sequence[SearchDocument]) -> Query:
    """A query of a few conditions with a few filters; it asks for every hit."""
    own = chance.choice(documents)
    return Query(
        _any_of(chance, own, documents, depth=0),
        lang=chance.choice([None, None, own.lang, Language.RU]),
        ngr=chance.choice([None, None, None, own.ngr]),
        on=chance.choice([None, None, _day(chance, own)]),
        limit=len(documents),
    )


def _day(chance: random.Random, own: SearchDocument) -> date:
    edges = [day for day in (own.valid_from, own.valid_to) if day]
    return chance.choice([*edges, date(2014, 6, 1), date(2024, 1, 1)])


def _any_of(
    chance: random.Random, own: SearchDocument, documents: Sequence[SearchDocument], depth: int
) -> str:
    count = chance.choice([1, 1, 1, 2, 3])
    return " OR ".join(_all_of(chance, own, documents, depth) for _ in range(count))


def _all_of(
    chance: random.Random, own: SearchDocument, documents: Sequence[SearchDocument], depth: int
) -> str:
    conditions = []
    for _ in range(chance.choice([1, 1, 2, 2, 3])):
        # Mostly words of one text, or nothing would hold them all.
        source = own if chance.random() < 0.7 else chance.choice(documents)
        conditions.append(_condition(chance, source, documents, depth))
    return " ".join(conditions)


def _condition(
    chance: random.Random, source: SearchDocument, documents: Sequence[SearchDocument], depth: int
) -> str:
    text = chance.choice([source.heading, source.text]) or source.text
    words: list[str] = WORD.findall(text) or ["закон"]
    at = chance.randrange(len(words))
    kind = chance.random()
    if kind < 0.15:
        return f'"{" ".join(words[at : at + chance.randint(1, 4)])}"'
    if kind < 0.27:
        return words[at][: chance.randint(2, 6)] + "*"
    if kind < 0.42:
        return "-" + words[at]
    if kind < 0.52 and depth < 2:
        return f"{chance.choice(['', '-'])}({_any_of(chance, source, documents, depth + 1)})"
    if kind < 0.57:
        return "-".join(words[at : at + 2])
    return words[at]
