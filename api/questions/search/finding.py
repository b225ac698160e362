"""What a search finds: each hit with what it is today and where its text comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from api.questions.citations.repeal import repeal_of
from api.questions.citations.unseen import unseen
from api.questions.search.asides import Asides
from api.questions.search.asking import SearchAsked, at_any_time
from api.questions.search.cited import CitedInQuery, cited_in
from api.questions.search.cursors import write_cursor
from api.questions.search.doubts import DoubtThen, doubt_then
from api.questions.search.known import Knowledge, KnownProvisions, KnownStore, Labelled
from api.questions.search.known_years import articles_with_years, with_years
from api.questions.search.missing import AbsentThen, absent_then
from api.questions.search.now import Now, nows
from api.questions.search.of_the_day import of_the_day
from api.questions.search.placed import with_places
from api.questions.search.told_once import told_once
from api.questions.search.understood import without_understood
from api.questions.search.unheld import Unheld
from corpus.law import Language
from corpus.search import Hit, Query, Results, SearchEngine
from corpus.search.completing import Completion, completions
from corpus.search.keeping.state import IndexState
from corpus.search.queries import Filters, Moment, OnDay
from corpus.search.scoring import FORM_BONUS
from corpus.search.suggesting.suggestions import Suggestions
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.article_editions import Article, ArticleEdition
from corpus.store.records import ActSummary, EditionSummary


@dataclass(frozen=True)
class Found:
    """The page of hits that a query asks for.

    `hits` are in the order in which they are shown; `now` and `doubts` belong to each: a doubt is
    of the day asked for, None where there is none or no day was asked for. `absent` are provisions
    that the query cites and that did not exist on the day asked for. `other_times`: how many more
    results there are when all wordings are searched; None where they were.
    """

    query: Query
    results: Results
    hits: tuple[Hit, ...]
    now: tuple[Now, ...]
    doubts: tuple[DoubtThen | None, ...]
    sources: Mapping[Labelled, EditionSummary]
    acts: Mapping[str, ActSummary]
    """All acts of the store."""
    index_behind: bool
    """The store has changed since the index was last brought up to it."""
    other_times: int | None
    suggestion: str | None = None
    cited: CitedInQuery | None = None
    absent: tuple[AbsentThen, ...] = ()
    cursor: str | None = None
    """Of the next page; None at the end."""
    unheld: tuple[Unheld, ...] = ()
    """Of the acts and languages asked for, those whose text of the day asked for is not held."""

    def source(self, hit: Hit) -> EditionSummary | None:
        """The edition of a hit; None when the store no longer holds it."""
        return self.sources.get((hit.ngr, hit.lang, hit.wording.label))


class Searching:
    """Answers searches; what it remembers beside is the same for every question."""

    def __init__(self, engine: SearchEngine, analyser: Analyser) -> None:
        self.engine = engine
        self.analyser = analyser
        self.knowledge = Knowledge()
        self.asides = Asides(engine)
        self.suggestions = Suggestions(engine, analyser)

    def find(self, session: Session, asked: SearchAsked, today: date) -> Found:
        """The page of hits that is asked for.

        Raises CursorRefused, UnknownAct for a filter, IndexMissingError, IndexUnreadableError.
        """
        turned = asked.turned()
        known = self.knowledge.of(session)
        acts = known.acts(session)
        asked = replace(asked, filters=_of_known_acts(session, asked.filters, acts))
        mark = self.engine.state()  # first: the index may be refreshed meanwhile
        query = asked.query(today, (), turned)
        cited = self._cited(session, known, query, mark)
        query = replace(query, pins=cited.pins if cited else ())
        results = self.engine.search(query)
        if cited:
            understood = without_understood(results.ignored, query.text)
            results = replace(results, ignored=understood)
        repeals = known.repeals(session)
        became = nows(self.asides, results.hits, known.moved(session), repeals, query.today, mark)
        once = told_once(self.asides, results.hits, query.today, mark)
        if dated := articles_with_years(once):
            once = with_years(once, known.editions(session, dated))
        hits, doubts = _as_of_the_day(session, known, once, query.when)
        labels = {(hit.ngr, hit.lang, hit.wording.label) for hit in hits}
        return Found(
            query=query,
            results=results,
            hits=hits,
            now=became,
            doubts=doubts,
            sources=known.sources(session, labels),
            acts=acts,
            index_behind=_is_behind(mark, known),
            other_times=self._other_times(query, results, mark),
            suggestion=self._suggestion(query, results, cited),
            cited=cited,
            absent=(
                absent_then(self.asides, query, results, cited, partial(repeal_of, session), mark)
                if cited
                else ()
            ),
            cursor=write_cursor(query, results.next) if results.next else None,
            unheld=_unheld(session, known, query),
        )

    def acts(self, session: Session) -> Mapping[str, ActSummary]:
        """All acts of the store by registry number."""
        return self.knowledge.of(session).acts(session)

    def completions(
        self,
        session: Session,
        typed: str,
        languages: Sequence[Language],
        today: date,
        when: Moment | None = None,
        limit: int = 8,
        preferred: Language | None = None,
    ) -> tuple[Completion, ...]:
        """Acts and provisions whose names hold what has been typed.

        Those in the preferred language, else in that of the letters typed, go first; of acts the
        highest. Raises IndexMissingError, IndexUnreadableError.
        """
        return completions(
            typed,
            self.engine,
            self.analyser,
            self.knowledge.of(session).titles(session),
            today,
            when=when,
            languages=languages,
            preferred=preferred,
            limit=limit,
        )

    def _cited(
        self, session: Session, known: KnownStore, query: Query, mark: str | None
    ) -> CitedInQuery | None:
        register = known.register(session, self.analyser)
        cited = cited_in(query.text, register, KnownProvisions(session, known), FORM_BONUS)
        if cited is None:
            return None
        if cited.act and cited.sought:
            return replace(cited, unseen=unseen(session, cited.act.ngr, cited.sought))
        return with_places(session, known, self.asides, cited, query.when, query.today, mark)

    def _suggestion(self, query: Query, results: Results, cited: CitedInQuery | None) -> str | None:
        """A better spelling; on the first page, and not where the query cites: «ст.» is no slip."""
        if cited is not None or query.after is not None or query.offset:
            return None
        return self.suggestions.suggestion(query, results.total)

    def _other_times(self, query: Query, results: Results, mark: str | None) -> int | None:
        always = at_any_time(query)
        if always is None:
            return None
        return max(0, self.asides.count(always, mark) - results.total)


def _as_of_the_day(
    session: Session, known: KnownStore, hits: Sequence[Hit], when: Moment
) -> tuple[tuple[Hit, ...], tuple[DoubtThen | None, ...]]:
    """The hits with the editions of the day asked for, and why they are in doubt then."""
    if not isinstance(when, OnDay) or not hits:
        return tuple(hits), (None,) * len(hits)
    articles = {(hit.ngr, hit.lang, hit.key) for hit in hits}
    editions = known.editions(session, articles)
    named = of_the_day(hits, when.day, editions)
    return named, tuple(_doubt(session, known, one, when.day, editions) for one in named)


def _doubt(
    session: Session,
    known: KnownStore,
    hit: Hit,
    day: date,
    editions: Mapping[Article, Sequence[ArticleEdition]],
) -> DoubtThen | None:
    article = (hit.ngr, hit.lang, hit.key)
    doubt = doubt_then(hit.wording, day, editions.get(article, ()))
    return replace(doubt, likely=known.likely(session, article, day)) if doubt else None


def _unheld(session: Session, known: KnownStore, query: Query) -> tuple[Unheld, ...]:
    """What of the acts and languages asked for could not be looked at on the day."""
    if not isinstance(query.when, OnDay):
        return ()
    acts, languages = query.filters.acts, query.filters.languages
    is_past = query.when.day < query.today
    return tuple(
        one
        for one in known.unheld(session, query.when.day)
        if (not acts or one.ngr in acts)
        and (not languages or one.language in languages)
        and (is_past or not one.ended)
    )


def _is_behind(mark: str | None, known: KnownStore) -> bool:
    """Whether the index shows an earlier state of the store, or another store."""
    indexed = IndexState.parse(mark or "")
    return indexed is None or indexed.is_behind(known.state)


def _of_known_acts(session: Session, filters: Filters, acts: Mapping[str, ActSummary]) -> Filters:
    """The filters with acts by their full numbers; raises UnknownAct."""
    if all(ngr in acts for ngr in filters.acts):
        return filters
    whole = {ngr.rstrip("_").upper(): ngr for ngr in acts}
    named = [
        whole.get(ngr.rstrip("_").upper()) or reads.act(session, ngr).ngr for ngr in filters.acts
    ]
    return replace(filters, acts=tuple(dict.fromkeys(named)))
