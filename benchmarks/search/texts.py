"""Articles for measuring, recombined from real ones: any number, the same at each run."""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.judged import official_folder, official_store, sample_store, wordings
from corpus.law import Language, digest
from corpus.search import SearchDocument

_KEPT = "source.jsonl"
TODAY = date(2026, 11, 1)
_SENTENCE = re.compile(r"(?<=[.;:,])\s+")
_ARTICLES_OF_AN_ACT = 60
_MOST_WORDINGS = 5
_STILL_IN_FORCE = 0.8
"""The share of articles whose last wording is."""
_FIRST_DAY = date(1995, 1, 1)
_FORMS = ("constitutional law", "code", "law", "law", "presidential decree", None)
_SHARES = {Language.RU: 55, Language.KK: 35, Language.EN: 10}


@dataclass(frozen=True)
class Source:
    """What articles are made of: real ones, and pieces of their sentences by language."""

    name: str
    articles: dict[Language, list[SearchDocument]]
    pieces: dict[Language, list[str]]

    @classmethod
    def of(cls, name: str, held: Sequence[SearchDocument]) -> Source:
        """That of some wordings."""
        articles = {one: [made for made in held if made.lang is one] for one in Language}
        pieces = {
            language: sorted(
                {piece for one in of_language for piece in _SENTENCE.split(one.text) if piece}
            )
            for language, of_language in articles.items()
        }
        return cls(name, articles, pieces)

    def write(self, folder: Path) -> None:
        """Keep it for other processes."""
        lines = [one.to_json() for of_language in self.articles.values() for one in of_language]
        (folder / _KEPT).write_bytes(b"\n".join([self.name.encode(), *lines]))

    @classmethod
    def read(cls, folder: Path) -> Source:
        """What was kept."""
        name, *lines = (folder / _KEPT).read_bytes().split(b"\n")
        return cls.of(name.decode(), [SearchDocument.from_json(line) for line in lines])


def source() -> Source:
    """The official texts where they are at hand, else the sample's."""
    registry = official_folder()
    with tempfile.TemporaryDirectory() as folder:
        store = official_store(Path(folder), registry) if registry else sample_store(Path(folder))
        try:
            return Source.of("official" if registry else "sample", wordings(store))
        finally:
            store.close()


def recombined(source: Source, count: int, seed: int = 1) -> Iterator[SearchDocument]:
    """Wordings of articles in acts: up to five of an article, one after the other in time.

    An article is as long as a real one; its lines are put together from pieces of sentences of
    its language, so that few lines are alike, as in real law. From wording to wording some lines
    change. So words are as frequent as in the real texts, but there are no rarer ones.
    """
    chance = random.Random(seed)  # noqa: S311 - the same texts at each run, nothing secret
    made = number = 0
    languages = [one for one in _SHARES if source.articles[one]]
    shares = [_SHARES[one] for one in languages]
    while made < count:
        language = chance.choices(languages, shares)[0]
        for document in _article(source, chance, language, f"{seed}-{number}", number):
            yield document
            made += 1
            if made == count:
                return
        number += 1


def _article(
    source: Source, chance: random.Random, language: Language, name: str, number: int
) -> Iterator[SearchDocument]:
    like = chance.choice(source.articles[language])
    pieces = source.pieces[language]
    lines = [_line(chance, pieces, line) for line in like.text.split("\n")]
    act = number // _ARTICLES_OF_AN_ACT
    begins = _FIRST_DAY + timedelta(days=chance.randrange(9_000))
    turns = chance.randint(1, _MOST_WORDINGS)
    for turn in range(turns):
        last = turn == turns - 1
        ends = begins + timedelta(days=chance.randrange(30, 1_500))
        open_end = last and chance.random() < _STILL_IN_FORCE
        text = "\n".join(lines)
        yield SearchDocument(
            id=f"{name}-{turn}",
            ngr=f"Z{act:010d}",
            key=f"art_{number % _ARTICLES_OF_AN_ACT + 1}",
            lang=language,
            heading=like.heading,
            text=text,
            act_title=like.act_title,
            kind="article",
            valid_from=begins,
            valid_to=None if open_end else ends,
            is_current=last,
            label=begins.isoformat(),
            text_hash=digest(text),
            replaced=not last,
            before_is_known=turn > 0,
            after_is_known=not last,
            act_number=str(act),
            form=_FORMS[act % len(_FORMS)],
            year=1995 + act % 30,
            themes=("term",) if number % 7 == 0 else (),
        )
        begins = ends
        for _ in range(1 + len(lines) // 5):
            at = chance.randrange(len(lines))
            lines[at] = _line(chance, pieces, lines[at])


def _line(chance: random.Random, pieces: Sequence[str], like: str) -> str:
    """A line about as long as another."""
    line = chance.choice(pieces)
    while len(line) < len(like):
        line += " " + chance.choice(pieces)
    return line
