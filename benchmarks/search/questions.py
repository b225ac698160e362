"""What is asked: kinds of questions, made of the words of the texts; hardly any is asked twice."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.search.texts import TODAY, Source
from corpus.law import Language
from corpus.search import Query
from corpus.search.queries import AnyDay, Filters, OnDay

PAGE = 10
KINDS = (
    *("one word", "several words", "phrase", "boolean", "prefix", "near", "day", "facets"),
    *("highlights", "any day, by article", "all of it", "all languages"),
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_TELLING = re.compile(r"[а-яё]{5,}")
_BEGINNING = 6
_NEAR = 5


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


def questions(kind: str, source: Source, seed: int = 1) -> Iterator[Question]:
    """Questions of a kind without end, the same at each run.

    All are asked of the law in force today in Russian, unless the kind says otherwise. Of kind
    "day" each asks for another day.
    """
    chance = random.Random(f"{kind} {seed}")  # noqa: S311 - the same questions at each run
    pieces = [one for one in source.pieces[Language.RU] if len(_telling(one)) > 2]
    while True:
        piece = chance.choice(pieces)
        match kind:
            case "one word":
                yield Question(chance.choice(_telling(piece)))
            case "phrase":
                yield Question(f'"{" ".join(_row(chance, piece))}"')
            case "boolean":
                one, other, wanted = chance.sample(_telling(piece), 3)
                unwanted = chance.choice(_telling(chance.choice(pieces)))
                yield Question(f"({one} OR {other}) {wanted} -{unwanted}")
            case "prefix":
                yield Question(f"{chance.choice(_telling(piece))[:_BEGINNING]}*")
            case "near":
                row = _row(chance, piece)
                yield Question(f"{row[0]} ~{_NEAR} {row[-1]}")
            case _:
                yield _of_several_words(kind, chance, " ".join(_several(chance, piece)))


def _of_several_words(kind: str, chance: random.Random, text: str) -> Question:
    made = Question(text)
    match kind:
        case "day":
            made = replace(made, on=TODAY - timedelta(days=chance.randrange(9_000)))
        case "facets":
            made = replace(made, facets=True)
        case "highlights":
            made = replace(made, highlight=True)
        case "any day, by article":
            made = replace(made, on=None)
        case "all of it":
            made = Question(text, on=None, language=None, facets=True, highlight=True)
        case "all languages":
            made = replace(made, language=None)
    return made


def _telling(piece: str) -> list[str]:
    """Words that say something, each once."""
    return list(dict.fromkeys(_TELLING.findall(piece.lower())))


def _several(chance: random.Random, piece: str) -> Sequence[str]:
    return chance.sample(_telling(piece), chance.choice((1, 2, 2, 3)))


def _row(chance: random.Random, piece: str) -> list[str]:
    """Two or three words that stand side by side."""
    words = _WORD.findall(piece)
    length = min(chance.choice((2, 2, 3)), len(words))
    begins = chance.randrange(len(words) - length + 1)
    return words[begins : begins + length]
