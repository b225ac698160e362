"""Conditions of every kind, drawn from the words of texts, and a scan for what fits them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from corpus.law import Language
from corpus.search import SearchDocument
from corpus.search.documents import Status
from corpus.search.matching import Matcher
from corpus.search.queries import AnyDay, ChangedBetween, Filters, Moment, OnDay, Pin
from corpus.search.querying.tree import (
    AllOf,
    AnyOf,
    HasStatus,
    Near,
    Node,
    Not,
    Numbered,
    Phrase,
    Prefix,
    Where,
    Words,
)
from corpus.search.snapshots import Asked
from corpus.search.words.analysis import Analyser

from ..one_by_one import provision_of

Value = TypeVar("Value")

TODAY = date(2020, 6, 1)
_DEEPEST = 3
_NOTED = "Сноска. Внесены изменения законом о выборах акимов и сроке их полномочий."


def enriched(documents: Sequence[SearchDocument], chance: random.Random) -> list[SearchDocument]:
    """The documents with notes, years, forms, regimes, themes and replaced wordings drawn."""
    return [
        replace(
            document,
            id=f"{document.id}+",
            notes=chance.choice(["", _NOTED, document.text[:80]]),
            act_number=chance.choice([None, "2464", "148-II"]),
            form=chance.choice([None, "law", "presidential decree"]),
            year=chance.choice([None, 1995, 2001]),
            regimes=tuple(chance.sample(["r1", "r2", "r3"], chance.randint(0, 2))),
            themes=tuple(chance.sample(["t1", "t2"], chance.randint(0, 2))),
            replaced=chance.random() < 0.5,
            doubtful=chance.random() < 0.3,
            kind=chance.choice(["article", "appendix"]),
        )
        for document in documents
    ]


class Drawing:
    """Draws what is asked, mostly of words that some one text has."""

    def __init__(self, documents: Sequence[SearchDocument], seed: int) -> None:
        self.chance = random.Random(seed)
        self._documents = documents
        self._analyser = Analyser()

    def asked(self) -> Asked:
        """Conditions, perhaps pins, days, filters and languages."""
        chance, own = self.chance, self.chance.choice(self._documents)
        pins = tuple(
            Pin(one.ngr, one.key, language=chance.choice([None, one.lang]))
            for one in chance.sample(self._documents, chance.choice([0, 0, 2]))
        )
        languages = chance.choice([tuple(Language), (own.lang,), (Language.RU, Language.KK)])
        root = None if pins and chance.random() < 0.3 else self.node(own, 0)
        return Asked(
            root, pins, self._moment(own), self._filters(own), languages, TODAY.toordinal()
        )

    def node(self, own: SearchDocument, depth: int) -> Node:
        """A condition; `own` is the text that it should fit, more or less."""
        chance = self.chance
        if depth < _DEEPEST and chance.random() < 0.5:
            parts = tuple(self.node(own, depth + 1) for _ in range(chance.randint(2, 3)))
            joined: list[Node] = [AllOf(parts), AnyOf(parts), AnyOf(parts, synonyms=True)]
            return chance.choice([AllOf(parts), *joined])
        if chance.random() < 0.15:
            return Not(self.node(own, depth + 1))
        source = own if chance.random() < 0.8 else chance.choice(self._documents)
        kinds: list[Callable[[SearchDocument], Node]] = [
            self._words,
            self._words,
            self._phrase,
            self._prefix,
            self._near,
            self._numbered,
            self._status,
        ]
        return chance.choice(kinds)(source)

    def _moment(self, own: SearchDocument) -> Moment:
        edges = [day for day in (own.valid_from, own.valid_to) if day] or [TODAY]
        moments: list[Moment] = [
            AnyDay(),
            AnyDay(),
            OnDay(self.chance.choice(edges)),
            ChangedBetween(date(2000, 1, 1), TODAY),
        ]
        return self.chance.choice(moments)

    def _filters(self, own: SearchDocument) -> Filters:
        chance = self.chance

        def some(value: Value | None, other: Value) -> tuple[Value, ...]:
            if value is None or chance.random() < 0.65:
                return ()
            return chance.choice([(value,), (value, other)])

        return Filters(
            acts=some(own.ngr, "Z000000000_"),
            forms=some(own.form, "code"),
            languages=some(own.lang, Language.KK),
            regimes=some(chance.choice([*own.regimes, "r9"]), "r1"),
            statuses=some(str(own.status(TODAY)), "repealed"),
            years=some(own.year, 1999),
            themes=some(chance.choice([*own.themes, "t9"]), "t1"),
        )

    def _where(self, own: SearchDocument) -> tuple[Where, list[str]]:
        where = self.chance.choice([Where.TEXT] * 4 + list(Where))
        texts = {
            Where.TEXT: self.chance.choice([own.heading, own.text]),
            Where.HEADING: own.heading,
            Where.NOTE: own.notes,
            Where.ACT: own.naming,
        }
        return where, self._analyser.words(texts[where]) or ["закон"]

    def _run(self, own: SearchDocument, longest: int) -> tuple[Where, tuple[str, ...]]:
        where, words = self._where(own)
        at = self.chance.randrange(len(words))
        return where, tuple(words[at : at + self.chance.randint(1, longest)])

    def _words(self, own: SearchDocument) -> Node:
        where, words = self._run(own, self.chance.choice([1, 1, 3]))
        return Words(words, where)

    def _phrase(self, own: SearchDocument) -> Node:
        where, words = self._run(own, 4)
        return Phrase(words, where)

    def _prefix(self, own: SearchDocument) -> Node:
        where, words = self._where(own)
        return Prefix(self.chance.choice(words)[: self.chance.randint(1, 6)], where)

    def _near(self, own: SearchDocument) -> Node:
        where, words = self._where(own)
        at, within = self.chance.randrange(len(words)), self.chance.randint(1, 7)
        apart = self.chance.randint(-within - 1, within + 1)
        other = words[max(0, min(at + apart, len(words) - 1))]
        return Near(words[at], other, within, where)

    def _numbered(self, own: SearchDocument) -> Node:
        number = self.chance.choice(sorted(own.numbers))
        if self.chance.random() < 0.4:
            return Numbered(number[: self.chance.randint(1, len(number))], prefix=True)
        return Numbered(number)

    def _status(self, own: SearchDocument) -> Node:
        return HasStatus(self.chance.choice([str(own.status(TODAY)), *map(str, Status)]))


def fitting(documents: Sequence[SearchDocument], asked: Asked, analyser: Analyser) -> set[str]:
    """The ids of the documents that must be found, one looked at after another."""
    matcher = Matcher(analyser, asked.root) if asked.root else None
    return {
        document.id
        for document in documents
        if document.lang in asked.languages
        and _passes(document, asked)
        and (
            any(_names(pin, document) for pin in asked.pins)
            or (matcher is not None and matcher.fits(provision_of(document, TODAY)))
        )
    }


def _names(pin: Pin, document: SearchDocument) -> bool:
    of_language = pin.language in (None, document.lang)
    return of_language and (pin.ngr, pin.key) == (document.ngr, document.key)


def _passes(document: SearchDocument, asked: Asked) -> bool:
    match asked.when:
        case OnDay(day):
            in_time = document.holds_on(day)
        case ChangedBetween():
            in_time = document.valid_from is not None
        case AnyDay():
            in_time = True
    wanted = asked.filters
    return (
        in_time
        and document.ngr in (wanted.acts or (document.ngr,))
        and document.form in (wanted.forms or (document.form,))
        and document.lang in (wanted.languages or (document.lang,))
        and document.year in (wanted.years or (document.year,))
        and (not wanted.regimes or bool(set(wanted.regimes) & set(document.regimes)))
        and (not wanted.themes or bool(set(wanted.themes) & set(document.themes)))
        and (not wanted.statuses or str(document.status(TODAY)) in wanted.statuses)
    )
