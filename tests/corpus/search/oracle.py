"""What a query must find, by looking at every text, one after another.

Written apart from `corpus.search.matching` and from the engines: with it they are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from corpus.law import Language
from corpus.search import Query, SearchDocument
from corpus.search.queries import FACETS, ChangedBetween, Filters, OnDay
from corpus.search.querying.reading import read_query
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
    Words,
)
from corpus.search.words.analysis import Analyser

Texts = dict[str, list[tuple[list[str], list[str]]]]
"""By the word for the part: the texts in it, each as words and stems."""


@dataclass(frozen=True)
class Expected:
    """The ids of the wordings, how many results they are, and how many of these are certain."""

    ids: frozenset[str]
    total: int
    certain: int | None = None


def told(fitting: Sequence[SearchDocument]) -> list[SearchDocument]:
    """The wordings that results tell of: one that held on no day only where nothing else fits."""
    held = {one.article for one in fitting if _days(one) != 0}
    empty = [one for one in fitting if one.article not in held]
    return [one for one in fitting if one.article in held and _days(one) != 0] + empty


def _days(document: SearchDocument) -> int | None:
    """On how many days it held; None: that is not known, or has no end."""
    if document.valid_from is None or document.valid_to is None:
        return None
    return (document.valid_to - document.valid_from).days


class Oracle:
    """Scans the texts; keeps nothing but their words."""

    def __init__(self, documents: Iterable[SearchDocument]) -> None:
        self._analyser = Analyser()
        self._known = [(document, self._texts(document)) for document in documents]

    def found(self, query: Query) -> Expected:
        """What a query must find, all pages together."""
        fitting = self._fitting(query)
        if isinstance(query.when, ChangedBetween):
            fitting = self._changed(fitting, query, query.when)
        ids = frozenset(document.id for document in told(fitting))
        sure = {document.article for document in fitting if not document.doubtful}
        certain = len(sure) if isinstance(query.when, OnDay) else None
        return Expected(ids, len({document.article for document in fitting}), certain)

    def facets(self, query: Query) -> dict[str, dict[str, int]]:
        """The counts that are not 0: what is found when a value alone is chosen in its list."""
        counts: dict[str, dict[str, int]] = {}
        for facet in FACETS:
            values: set[Any] = {
                value for document, _ in self._known for value in _facts(document, query)[facet]
            }
            totals = {
                str(value): self.found(
                    replace(query, filters=replace(query.filters, **{facet: (value,)}))
                ).total
                for value in values
            }
            counts[facet] = {value: total for value, total in totals.items() if total}
        return {facet: found for facet, found in counts.items() if found}

    def _fitting(self, query: Query) -> list[SearchDocument]:
        of_changes = isinstance(query.when, ChangedBetween)
        read = read_query(query.text, self._analyser, cross=query.cross, of_changes=of_changes)
        pinned = {
            (pin.ngr, pin.key, language)
            for pin in query.pins
            for language in ([pin.language] if pin.language else Language)
        }
        return [
            document
            for document, texts in self._known
            if _in_time(document, query)
            and _passes(document, query)
            and (
                (document.ngr, document.key, document.lang) in pinned
                or (read.root is not None and self._holds(read.root, document, texts, query.today))
            )
        ]

    def _changed(
        self, fitting: list[SearchDocument], query: Query, when: ChangedBetween
    ) -> list[SearchDocument]:
        """The articles of which on some day another number of wordings than none fits."""
        changed = []
        by_article = sorted(fitting, key=lambda document: document.article)
        for _, wordings in groupby(by_article, key=lambda document: document.article):
            own = list(wordings)
            if not all(
                any(_wanted(query.filters, facet, _facts(one, query)[facet]) for one in own)
                for facet in _OF_WORDINGS
            ):
                continue
            edges = {day for one in own for day in (one.valid_from, one.valid_to) if day}
            if any(
                _held(own, day) != _held(own, day - timedelta(days=1))
                for day in edges
                if when.start < day <= when.end
            ):
                changed += own
        return changed

    def _texts(self, document: SearchDocument) -> Texts:
        def cut(*texts: str) -> list[tuple[list[str], list[str]]]:
            return [self._analyser.streams(text, document.lang) for text in texts]

        named = [document.act_title, document.act_number or "", document.ngr]
        return {
            "text": cut(document.heading, document.text),
            "heading": cut(document.heading),
            "note": cut(document.notes),
            "act": cut("\n".join(one for one in named if one)),
        }

    def _holds(self, node: Node, document: SearchDocument, texts: Texts, today: date) -> bool:
        def holds(part: Node) -> bool:
            return self._holds(part, document, texts, today)

        match node:
            case AllOf(parts):
                return all(holds(part) for part in parts)
            case AnyOf(parts):
                return any(holds(part) for part in parts)
            case Not(part):
                return not holds(part)
            case HasStatus(status):
                return document.status(today) == status
            case Numbered():
                return _is_numbered(document.key, node)
            case _:
                stands = (
                    _stands(node, *text, self._analyser, document.lang)
                    for text in texts[node.where]
                )
                return any(stands)


def _is_numbered(key: str, sought: Numbered) -> bool:
    last = key.rsplit("_", maxsplit=1)[-1]
    if sought.prefix:
        return last.startswith(sought.number) or key.startswith(sought.number)
    return sought.number in (last, key)


def _stands(
    node: Words | Phrase | Prefix | Near,
    words: list[str],
    stems: list[str],
    analyser: Analyser,
    language: Language,
) -> bool:
    match node:
        case Prefix(start):
            return any(word[: len(start)] == start for word in words)
        case Phrase(sought):
            return _contains(words, list(sought))
        case Words(sought):
            return _contains(stems, analyser.stems(sought, language))
        case Near(left, right, within):
            one, other = analyser.stems([left, right], language)
            return any(
                stems[here] == one and stems[there] == other and here != there
                for here in range(len(stems))
                for there in range(max(0, here - within), min(len(stems), here + within + 1))
            )


def _contains(words: list[str], sought: Sequence[str]) -> bool:
    size = len(sought)
    return any(words[at : at + size] == sought for at in range(len(words) - size + 1))


def _held(wordings: Iterable[SearchDocument], day: date) -> bool:
    return any(wording.holds_on(day) for wording in wordings)


def _in_time(document: SearchDocument, query: Query) -> bool:
    match query.when:
        case OnDay(day):
            return document.holds_on(day)
        case ChangedBetween():
            return document.valid_from is not None
        case _:
            return True


def _passes(document: SearchDocument, query: Query) -> bool:
    facts = _facts(document, query)
    of_articles = _OF_WORDINGS if isinstance(query.when, ChangedBetween) else ()
    return all(_wanted(query.filters, one, facts[one]) for one in FACETS if one not in of_articles)


_OF_WORDINGS = ("statuses", "regimes", "themes")
"""What an article has if one of its wordings does, where it is asked when it changed."""


def _wanted(filters: Filters, facet: str, own: set[Any]) -> bool:
    wanted = getattr(filters, facet)
    return not wanted or bool(own & set(wanted))


def _facts(document: SearchDocument, query: Query) -> dict[str, set[Any]]:
    return {
        "acts": {document.ngr},
        "forms": {document.form} - {None},
        "languages": {document.lang},
        "regimes": set(document.regimes),
        "statuses": {str(document.status(query.today))},
        "years": {document.year} - {None},
        "themes": set(document.themes),
    }
