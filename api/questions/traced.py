"""One article in which a phrase stands or stood, with what is known of how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.evidence import Arrival, Evidence, Version
from corpus.keys import key_order
from corpus.law import EditionLabel, Language
from corpus.store.known import label_order
from corpus.store.records import EditionSummary
from corpus.store.standing import Standing, Standings
from corpus.store.texts import load_articles
from diffing.origins.acts import CandidateAct
from diffing.origins.phrases import Finder, Snippet
from diffing.origins.tracing import Stand


@dataclass(frozen=True)
class Window:
    """A half-open window of days."""

    from_: date
    to: date | None


@dataclass(frozen=True)
class Departure:
    """How a phrase left an article."""

    edition: EditionSummary
    """The first edition held without it."""
    missing: tuple[EditionLabel, ...]
    article_went: bool
    moved_to: str | None
    amending_acts: tuple[CandidateAct, ...]


@dataclass(frozen=True)
class Stay:
    """A stretch of editions in which a phrase stands in an article."""

    arrival: Arrival
    editions: tuple[EditionLabel, ...]
    silent: tuple[EditionLabel, ...]
    """The editions known between them that do not tell."""
    departure: Departure | None
    later: tuple[EditionLabel, ...]
    """While it has not gone: later editions that are known and do not tell."""
    days: tuple[Window, ...]
    snippet: Snippet


@dataclass(frozen=True)
class ArticleTraced:
    """One article in one language, and when a phrase stands in it."""

    ngr: str
    language: Language
    key: str
    heading: str
    stays: tuple[Stay, ...]
    unplaced: tuple[EditionLabel, ...]
    """The editions with the phrase whose place among the others is unknown."""
    unplaced_snippet: Snippet | None
    unordered: tuple[EditionLabel, ...]
    """All editions held whose place among the others is unknown, with the phrase or not."""
    still: bool
    repealed_on: date | None


@dataclass(frozen=True)
class Trace:
    """An article of an act with the phrase: what its editions say, in order, and the stretches."""

    held: Standings
    key: str
    told: tuple[Standing, ...]
    stands: tuple[Stand, ...]
    unplaced: tuple[Standing, ...]
    """The editions with the phrase whose place among the others is unknown."""
    unordered: tuple[EditionLabel, ...]
    """All editions whose place among the others is unknown."""

    @property
    def dated(self) -> list[EditionLabel]:
        """The labels of the first and the last edition of each stretch."""
        ends = [place for stand in self.stands for place in (stand.first, stand.last)]
        return [self.told[place].edition.label for place in ends]

    @property
    def still(self) -> bool:
        """Whether the phrase stands in the newest edition that tells."""
        return self.stands[-1].went is None if self.stands else bool(self.unplaced)

    @property
    def order(self) -> tuple[object, ...]:
        """By first appearance; then by act, language and place in the act."""
        first = [*self.dated, *(one.edition.label for one in self.unplaced)][0]
        return (label_order(first), self.held.ngr, self.held.language, key_order(self.key))

    def inside(self, stand: Stand) -> list[Standing]:
        """The editions of a stretch that tell."""
        between = range(stand.first, stand.last + 1)
        return [self.told[place] for place in between if place not in stand.silent]


class Teller:
    """Tells of one article: reads the texts at the ends of its stretches, and no others."""

    def __init__(self, session: Session, finder: Finder, found: Trace, evidence: Evidence) -> None:
        self._finder = finder
        self._found = found
        self._evidence = evidence
        ends = {
            place
            for stand in found.stands
            for place in (stand.first, stand.after, stand.last, stand.went)
            if place is not None
        }
        read = [*(found.told[place] for place in ends), *found.unplaced[:1]]
        self._articles = load_articles(session, {one.text_hash for one in read if one.text_hash})

    def article(self) -> ArticleTraced:
        """The article with its stretches."""
        found = self._found
        last = found.told[found.stands[-1].last] if found.stands else found.unplaced[0]
        return ArticleTraced(
            ngr=found.held.ngr,
            language=found.held.language,
            key=found.key,
            heading=self._articles[last.text_hash].printed_heading,
            stays=tuple(map(self._stay, found.stands)),
            unplaced=tuple(one.edition.label for one in found.unplaced),
            unplaced_snippet=self._snippet(found.unplaced[0]) if found.unplaced else None,
            unordered=found.unordered,
            still=found.still,
            repealed_on=found.held.timeline.repealed_on,
        )

    def _stay(self, stand: Stand) -> Stay:
        inside = [one.edition for one in self._found.inside(stand)]
        first, last = (self._found.told[at].edition.label for at in (stand.first, stand.last))
        labels = [one.label for one in inside]
        return Stay(
            arrival=self._arrival(stand),
            editions=tuple(labels),
            silent=self._evidence.silent(first, last, *labels),
            departure=self._departure(stand),
            later=() if stand.went is not None else self._evidence.silent(last, None),
            days=tuple(_days(inside)),
            snippet=self._snippet(self._found.told[stand.last]),
        )

    def _arrival(self, stand: Stand) -> Arrival:
        now = self._version(stand.first)
        before = None if stand.after is None else self._version(stand.after)
        moved_from = None
        if before and before.article is None:
            moved_from = self._evidence.moves(before.edition, now.edition).get(now.key)
        return self._evidence.arrival(now, before, self._finder.phrase.text, moved_from)

    def _departure(self, stand: Stand) -> Departure | None:
        if stand.went is None:
            return None
        last, now = self._version(stand.last), self._version(stand.went)
        moved_to = None
        if now.article is None:
            moves = self._evidence.moves(last.edition, now.edition)
            moved_to = next((new for new, old in moves.items() if old == last.key), None)
        return Departure(
            edition=now.edition,
            missing=self._evidence.silent(last.edition.label, now.edition.label),
            article_went=now.article is None,
            moved_to=moved_to,
            amending_acts=self._evidence.acts(now, last, self._finder.phrase.text),
        )

    def _version(self, place: int) -> Version:
        standing = self._found.told[place]
        article = self._articles.get(standing.text_hash)
        return Version(standing.edition, self._found.key, article)

    def _snippet(self, standing: Standing) -> Snippet:
        wording = self._articles[standing.text_hash].wording
        where = self._finder.snippet(wording, self._found.held.language)
        return where or Snippet("", self._finder.phrase.text, "")


def _days(editions: Sequence[EditionSummary]) -> Iterator[Window]:
    """The windows of editions in order, those that touch joined; an empty window is none."""
    begun: tuple[date, date | None] | None = None
    for edition in editions:
        if edition.from_ is None or edition.from_ == edition.to:
            continue
        if begun and begun[1] == edition.from_:
            begun = (begun[0], edition.to)
            continue
        if begun:
            yield Window(*begun)
        begun = (edition.from_, edition.to)
    if begun:
        yield Window(*begun)
